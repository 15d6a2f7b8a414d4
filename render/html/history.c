/*
 * The page of a history: what it spans, the timeline, and a fold for each commit with the changes of its report.
 * A commit becomes a fold at once, so that no report is kept; the timeline is drawn at the end, when all lanes
 * are known.
 */
#include "history.h"
#include "days.h"
#include "figure.h"

#include "../summary.h"
#include "page.h"
#include "report.h"

#include <stdlib.h>

#define ID_LENGTH 7 /* digits of a commit that are shown, as in git */

struct cvd_html_history *cvd_html_history_new(const struct cvd_html_history_options *options)
{
	struct cvd_html_history *history = cvd_malloc(sizeof *history);
	struct cvd_map *maps[] = {&history->names,    &history->group_of, &history->namesakes_of,
				  &history->versions, &history->lane_of,  &history->activity_of};

	*history = (struct cvd_html_history){.options = *options};
	for (size_t i = 0; i < sizeof maps / sizeof *maps; i++)
		cvd_map_init(maps[i], &history->arena, 16);
	return history;
}

void cvd_html_history_free(struct cvd_html_history *history)
{
	if (!history)
		return;
	for (size_t i = 0; i < history->commits.len; i++)
		cvd_buf_free(&history->commits.items[i].entry);
	cvd_arena_free(&history->arena);
	free(history);
}

/* --- a commit ----------------------------------------------------------------------------------- */

/* Unique on the page: a merge may stand there once for each parent, and short ids may be equal. */
static struct cvd_str name_commit(struct cvd_html_history *history, struct cvd_str id)
{
	struct cvd_str name = cvd_str_sub(id, 0, ID_LENGTH);
	uint32_t *before = cvd_map_put(&history->names, cvd_hash64(name));

	if (*before == CVD_MAP_NONE) {
		*before = 1;
		return cvd_arena_copy(&history->arena, name);
	}
	return cvd_arena_format(&history->arena, "%.*s-%u", CVD_STR_ARG(name), (unsigned)++*before);
}

static void add_counts(struct cvd_buf *out, const uint32_t *severities)
{
	struct cvd_arena arena = {0};
	bool some = false;

	for (int i = 0; i < CVD_SEVERITY_COUNT; i++) {
		if (!severities[i])
			continue;
		cvd_buf_printf(out, "%s<span class=\"%s\">%.*s</span>", some ? ", " : "",
			       cvd_severity_name((enum cvd_severity)i),
			       CVD_STR_ARG(cvd_summary_number(&arena, (enum cvd_severity)i,
							      severities[i])));
		some = true;
	}
	if (!some)
		cvd_buf_add(out, CVD_STR("no changes"));
	cvd_arena_free(&arena);
}

static void add_summary(struct cvd_buf *out, const struct html_commit *commit,
			const struct cvd_html_commit *about, const uint32_t *severities)
{
	cvd_buf_printf(out,
		       "<details class=\"commit\" id=\"commit-%.*s\">\n<summary><code>%.*s</code> "
		       "<time>%.*s</time> <span class=\"subject\">",
		       CVD_STR_ARG(commit->name), CVD_STR_ARG(commit->name),
		       CVD_STR_ARG(commit->day));
	html_isolated(out, about->subject.len ? about->subject : CVD_STR("(no subject)"));
	cvd_buf_add(out, CVD_STR("</span> <span class=\"author\">"));
	html_isolated(out, about->author);
	cvd_buf_add(out, CVD_STR("</span> <span class=\"numbers\">"));
	add_counts(out, severities);
	cvd_buf_add(out, CVD_STR("</span></summary>\n"));
	if (!about->beside.ptr)
		return;
	cvd_buf_add(out, CVD_STR("<p class=\"note\">A merge, beside <code>"));
	html_text(out, cvd_str_sub(about->beside, 0, ID_LENGTH));
	cvd_buf_add(out, CVD_STR("</code>.</p>\n"));
}

static void add_rename(struct cvd_buf *out, const struct cvd_html_file *file)
{
	if (cvd_str_equal(file->old_path, file->new_path))
		return;
	cvd_buf_add(out, CVD_STR("<p class=\"note\">Renamed "));
	html_isolated(out, file->old_path);
	cvd_buf_add(out, CVD_STR(" → "));
	html_isolated(out, file->new_path);
	cvd_buf_add(out, CVD_STR("</p>\n"));
}

static void add_file(struct cvd_html_history *history, struct cvd_buf *out,
		     const struct cvd_html_file *file)
{
	struct cvd_arena arena = {0};
	struct html_report report = {.arena = &arena,
				     .report = file->report,
				     .several = history->options.several,
				     .style = history->options.style,
				     .title = file->new_path,
				     .list_alone = true};

	add_rename(out, file);
	if (file->report) {
		html_report_languages(&report);
		html_view_changes(out, &report);
	} else {
		cvd_buf_add(out, CVD_STR("<p class=\"note\">"));
		html_isolated(out, file->note);
		cvd_buf_add(out, CVD_STR("</p>\n"));
	}
	cvd_arena_free(&arena);
}

static void add_severities(uint32_t *sum, const struct cvd_html_file *files, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (int k = 0; files[i].shown && files[i].report && k < CVD_SEVERITY_COUNT; k++)
			sum[k] += files[i].report->severities[k];
}

bool cvd_html_history_add(struct cvd_html_history *history, const struct cvd_html_commit *about,
			  const struct cvd_html_file *files, size_t count)
{
	uint32_t severities[CVD_SEVERITY_COUNT] = {0};
	struct html_commit commit = {0};
	size_t shown = 0;

	for (size_t i = 0; i < count; i++)
		shown += files[i].shown;
	for (size_t i = 0; i < count; i++)
		if (files[i].report && files[i].shown)
			html_marks_add(history, &files[i], (uint32_t)history->commits.len);
		else if (files[i].report)
			html_lanes_follow(history, &files[i]);
	if (!shown)
		return false;
	add_severities(severities, files, count);
	add_severities(history->severities, files, count);
	commit.name = name_commit(history, about->id);
	commit.day = cvd_arena_copy(&history->arena, about->day);
	html_day_of(commit.day, false, &commit.date);
	add_summary(&commit.entry, &commit, about, severities);
	for (size_t i = 0; i < count; i++)
		if (files[i].shown)
			add_file(history, &commit.entry, &files[i]);
	cvd_buf_add(&commit.entry, CVD_STR("</details>\n"));
	CVD_PUSH(&history->arena, &history->commits, commit);
	return true;
}

/* --- the page ----------------------------------------------------------------------------------- */

/* Shown by the script, without which it is of no use. */
static const char tools[] =
	"<form class=\"tools\" role=\"search\" aria-label=\"Commits\" hidden>\n"
	"<button type=\"button\" data-do=\"previous\" aria-keyshortcuts=\"p k\">Previous</button>\n"
	"<button type=\"button\" data-do=\"next\" aria-keyshortcuts=\"n j\">Next</button>\n"
	"<button type=\"button\" data-do=\"unfold\">Unfold all</button>\n"
	"<button type=\"button\" data-do=\"help\" aria-keyshortcuts=\"?\">Keys</button>\n"
	"<label>Search <input type=\"search\" name=\"text\" autocomplete=\"off\"></label>\n"
	"<span class=\"position\" role=\"status\"></span>\n"
	"</form>\n";

static const char help[] =
	"<dialog class=\"help\" aria-labelledby=\"help-title\">\n<h2 id=\"help-title\">Keys</h2>\n<dl>\n"
	"<dt><kbd>n</kbd> <kbd>j</kbd></dt><dd>next commit</dd>\n"
	"<dt><kbd>p</kbd> <kbd>k</kbd></dt><dd>previous commit</dd>\n"
	"<dt><kbd>/</kbd></dt><dd>search the commits</dd>\n"
	"<dt><kbd>?</kbd></dt><dd>this help</dd>\n</dl>\n"
	"<p><label><input type=\"checkbox\" name=\"keys\" checked> Single keys work</label></p>\n"
	"<form method=\"dialog\"><button>Close</button></form>\n</dialog>\n";

/* `History of cv.md`, as text. */
static struct cvd_str title_of(const struct cvd_html_history *history, struct cvd_arena *arena)
{
	if (history->tracks.len != 1)
		return CVD_STR("History of the résumés");
	return cvd_arena_format(arena, "History of %.*s",
				CVD_STR_ARG(history->tracks.items[0].name));
}

static void add_header(struct cvd_buf *out, const struct cvd_html_history *history,
		       struct cvd_str title)
{
	const struct html_commit *first = history->commits.items, *last = first;

	for (size_t i = 1; i < history->commits.len; i++) {
		const struct html_commit *commit = &history->commits.items[i];

		first = commit->date < first->date ? commit : first;
		last = commit->date > last->date ? commit : last;
	}
	cvd_buf_add(
		out,
		CVD_STR("<a class=\"skip\" href=\"#commits\">To the commits</a>\n<header>\n<h1>"));
	html_isolated(out, title);
	cvd_buf_add(out, CVD_STR("</h1>\n<p class=\"versions\">"));
	cvd_buf_printf(out, "%zu commit%s", history->commits.len,
		       history->commits.len == 1 ? "" : "s");
	if (history->options.tip.len) {
		cvd_buf_add(out, CVD_STR(" up to "));
		html_isolated(out, history->options.tip);
	}
	if (history->commits.len)
		cvd_buf_printf(out, ", <time>%.*s</time>", CVD_STR_ARG(first->day));
	if (history->commits.len && first->date != last->date)
		cvd_buf_printf(out, " – <time>%.*s</time>", CVD_STR_ARG(last->day));
	cvd_buf_add(out, CVD_STR("</p>\n<p class=\"counts\">"));
	add_counts(out, history->severities);
	cvd_buf_add(out, CVD_STR("</p>\n</header>\n"));
}

static void add_commits(struct cvd_buf *out, struct cvd_html_history *history)
{
	size_t count = history->commits.len;

	cvd_buf_add(out, CVD_STR("<section id=\"commits\" aria-labelledby=\"commits-title\" "
				 "tabindex=\"-1\">\n<h2 id=\"commits-title\">Commits</h2>\n"));
	cvd_buf_add(out, cvd_str_from(tools));
	if (!count)
		cvd_buf_add(out, CVD_STR("<p>No commit was found.</p>\n"));
	for (size_t i = 0; i < count; i++) {
		size_t at = history->options.reverse ? count - 1 - i : i;

		cvd_buf_add(out, cvd_buf_str(&history->commits.items[at].entry));
	}
	cvd_buf_add(out, CVD_STR("</section>\n"));
}

static void add_figures(struct cvd_buf *out, const struct cvd_html_history *history)
{
	struct html_axis axis = html_axis_of(history);

	html_timeline(out, history, &axis);
	html_activity(out, history, &axis);
}

void cvd_html_history_end(struct cvd_html_history *history, struct cvd_buf *out)
{
	struct html_page frame = {
		.title = title_of(history, &history->arena),
		.styles = {&html_page_css, &html_list_css, &html_history_css},
		.script = &html_history_js,
	};

	html_page_begin(out, &frame);
	add_header(out, history, frame.title);
	cvd_buf_add(out, CVD_STR("<main id=\"main\">\n"));
	if (history->commits.len)
		add_figures(out, history);
	add_commits(out, history);
	cvd_buf_add(out,
		    CVD_STR("</main>\n<footer><p class=\"note\">Made by cvdiff.</p></footer>\n"));
	cvd_buf_add(out, cvd_str_from(help));
	html_page_end(out, &frame);
	cvd_html_history_free(history);
}
