/*
 * The page of a report: what is compared, the counts, three views and what is known of both versions. The
 * views stand one after the other; the style sheet shows the one that the address names, so that a link
 * leads to a view, and to a change in it, also without scripts.
 */
#include "report.h"

#include "../summary.h"
#include "page.h"
#include "render/html.h"

#include <stdio.h>

static const struct {
	const char *id, *title, *key;
} views[] = {
	{"resume", "Résumé", "1"},
	{"changes", "Changes", "2"},
	{"sides", "Side by side", "3"},
};
#define VIEWS (sizeof views / sizeof *views)

/* --- one report --------------------------------------------------------------------------------- */

static struct cvd_str last_name(struct cvd_str path)
{
	size_t at = path.len;

	while (at && path.ptr[at - 1] != '/')
		at--;
	return cvd_str_sub(path, at, path.len);
}

static struct cvd_str title_of(const struct cvd_report *report)
{
	return last_name(report->new.path.len ? report->new.path : report->old.path);
}

void html_report_languages(struct html_report *report)
{
	const struct cvd_view *view = report->report->view;
	struct html_scripts old = {0}, new = {0};

	for (uint32_t i = 0; i < view->len; i++) {
		const struct cvd_part *part = &view->parts[i];

		if (part->old)
			html_scripts_count(&old, part->old->text);
		if (part->new)
			html_scripts_count(&new, part->new->text);
		for (int field = 0; field < CVD_FIELD_COUNT; field++) {
			if (part->old && part->old->fields)
				html_scripts_count(&old, part->old->fields[field].text);
			if (part->new && part->new->fields)
				html_scripts_count(&new, part->new->fields[field].text);
		}
	}
	snprintf(report->old_language, sizeof report->old_language, "%s",
		 html_scripts_language(&old));
	snprintf(report->new_language, sizeof report->new_language, "%s",
		 html_scripts_language(&new));
}

/* What a function of the summary says in a line, as HTML. */
static void add_summary(struct cvd_buf *out, struct cvd_arena *arena,
			const struct cvd_report *report,
			void (*say)(struct cvd_canvas *canvas, const struct cvd_report *report))
{
	struct cvd_buf line = {0};
	struct cvd_canvas canvas = {.out = &line, .arena = arena};

	say(&canvas, report);
	cvd_canvas_flow(&canvas, 0);
	html_text(out, cvd_str_trim(cvd_buf_str(&line)));
	cvd_canvas_free(&canvas);
	cvd_buf_free(&line);
}

static void say_counts(struct cvd_canvas *canvas, const struct cvd_report *report)
{
	cvd_summary_counts(canvas, report, 0, false);
}

static void add_versions(struct cvd_buf *out, const struct cvd_report *report)
{
	html_isolated(out, report->old.label.len ? report->old.label : report->old.path);
	cvd_buf_add(out, CVD_STR(" <span class=\"note\">→</span> "));
	html_isolated(out, report->new.label.len ? report->new.label : report->new.path);
}

static void add_heading(struct cvd_html *page, const struct cvd_report *report)
{
	struct cvd_buf *out = &page->heading;

	cvd_buf_add(out, CVD_STR("<p class=\"versions\">"));
	if (page->several) {
		cvd_buf_add(out, CVD_STR("<strong>"));
		html_isolated(out, title_of(report));
		cvd_buf_add(out, CVD_STR("</strong> "));
	}
	add_versions(out, report);
	cvd_buf_add(out, CVD_STR("</p>\n<p class=\"counts\">"));
	add_summary(out, &page->arena, report, say_counts);
	cvd_buf_add(out, CVD_STR("</p>\n"));
	if (!report->limited)
		return;
	cvd_buf_add(out, CVD_STR("<p class=\"limited\">"));
	add_summary(out, &page->arena, report, cvd_summary_limited);
	cvd_buf_add(out, CVD_STR("</p>\n"));
}

static void add_fact(struct cvd_buf *out, const char *name, struct cvd_str text)
{
	if (!text.len)
		return;
	cvd_buf_printf(out, "<dt>%s</dt><dd>", name);
	html_isolated(out, text);
	cvd_buf_add(out, CVD_STR("</dd>\n"));
}

static void add_about(struct cvd_buf *out, const char *side, const struct cvd_revision *revision)
{
	char hex[33];

	cvd_hash_hex(revision->root, hex);
	cvd_buf_printf(out, "<div><h3>%s</h3><dl>\n", side);
	add_fact(out, "Version", revision->label);
	add_fact(out, "Commit", revision->commit);
	add_fact(out, "File", revision->path);
	add_fact(out, "Format", cvd_str_from(cvd_format_name(revision->format)));
	add_fact(out, "Content hash", cvd_str_from(hex));
	cvd_buf_add(out, CVD_STR("</dl></div>\n"));
}

void cvd_render_html_add(struct cvd_html *page, const struct cvd_report *report)
{
	struct cvd_arena arena = {0};
	struct html_report one = {.arena = &arena,
				  .report = report,
				  .base = page->change_count,
				  .several = page->several,
				  .style = page->style,
				  .title = title_of(report)};

	if (!page->title.len) {
		cvd_buf_add(&page->title, one.title);
		cvd_buf_add(&page->title, CVD_STR(": "));
		cvd_buf_add(&page->title, report->old.label);
		cvd_buf_add(&page->title, CVD_STR(" → "));
		cvd_buf_add(&page->title, report->new.label);
	}
	html_report_languages(&one);
	add_heading(page, report);
	html_view_resume(&page->resume, &one);
	html_view_changes(&page->changes, &one);
	html_view_sides(&page->sides, &one);
	add_about(&page->about, "Before", &report->old);
	add_about(&page->about, "After", &report->new);
	page->change_count += report->change_count;
	cvd_arena_free(&arena);
}

/* --- the page ----------------------------------------------------------------------------------- */

/* Shown by the script, without which it is of no use. */
static const char tools[] =
	"<section class=\"tools\" aria-label=\"Steps\" hidden>\n"
	"<button type=\"button\" data-do=\"previous\" aria-keyshortcuts=\"p k\">Previous</button>\n"
	"<button type=\"button\" data-do=\"next\" aria-keyshortcuts=\"n j\">Next</button>\n"
	"<button type=\"button\" data-do=\"unfold\">Unfold all</button>\n"
	"<button type=\"button\" data-do=\"help\" aria-keyshortcuts=\"?\">Keys</button>\n"
	"<span class=\"position\" role=\"status\"></span>\n"
	"</section>\n";

static const char filters[] =
	"<form class=\"filters\" role=\"search\" aria-label=\"Changes\" hidden>\n"
	"<fieldset><legend class=\"spoken\">Weight</legend>\n"
	"<label><input type=\"checkbox\" name=\"severity\" value=\"fact\" checked> Facts</label>\n"
	"<label><input type=\"checkbox\" name=\"severity\" value=\"content\" checked> Content</label>\n"
	"<label><input type=\"checkbox\" name=\"severity\" value=\"style\" checked> Style</label>\n"
	"</fieldset>\n"
	"<label>Kind <select name=\"kind\"><option value=\"\">all</option></select></label>\n"
	"<label>Section <select name=\"section\"><option value=\"\">all</option></select></label>\n"
	"<label>Search <input type=\"search\" name=\"text\" autocomplete=\"off\"></label>\n"
	"<output name=\"shown\"></output>\n"
	"</form>\n";

static const char help[] =
	"<dialog class=\"help\" aria-labelledby=\"help-title\">\n<h2 id=\"help-title\">Keys</h2>\n<dl>\n"
	"<dt><kbd>n</kbd> <kbd>j</kbd></dt><dd>next change</dd>\n"
	"<dt><kbd>p</kbd> <kbd>k</kbd></dt><dd>previous change</dd>\n"
	"<dt><kbd>1</kbd> <kbd>2</kbd> <kbd>3</kbd></dt><dd>résumé, changes, side by side</dd>\n"
	"<dt><kbd>/</kbd></dt><dd>search the changes</dd>\n"
	"<dt><kbd>?</kbd></dt><dd>this help</dd>\n</dl>\n"
	"<p><label><input type=\"checkbox\" name=\"keys\" checked> Single keys work</label></p>\n"
	"<form method=\"dialog\"><button>Close</button></form>\n</dialog>\n";

static void add_view(struct cvd_buf *out, size_t index, struct cvd_buf *content)
{
	cvd_buf_printf(
		out,
		"<section class=\"view\" id=\"%s\" aria-labelledby=\"%s-title\" tabindex=\"-1\">\n"
		"<h2 id=\"%s-title\" class=\"spoken\">%s</h2>\n",
		views[index].id, views[index].id, views[index].id, views[index].title);
	if (index == 1)
		cvd_buf_add(out, cvd_str_from(filters));
	cvd_buf_add(out, cvd_buf_str(content));
	cvd_buf_add(out, CVD_STR("</section>\n"));
	cvd_buf_free(content);
}

static void add_header(struct cvd_html *page, struct cvd_buf *out)
{
	struct cvd_str title = cvd_buf_str(&page->title);

	cvd_buf_add(out,
		    CVD_STR("<a class=\"skip\" href=\"#main\">To the changes</a>\n<header>\n<h1>"));
	if (page->several || !title.len) {
		cvd_buf_add(out, CVD_STR("What changed in the résumés"));
	} else {
		cvd_buf_add(out, CVD_STR("What changed in "));
		html_isolated(out, cvd_str_sub(title, 0, cvd_str_find(title, CVD_STR(": "), 0)));
	}
	cvd_buf_add(out, CVD_STR("</h1>\n"));
	cvd_buf_add(out, cvd_buf_str(&page->heading));
	if (!title.len) {
		cvd_buf_add(out, CVD_STR("</header>\n"));
		return;
	}
	cvd_buf_add(out, CVD_STR("<nav aria-label=\"Views\"><ul>\n"));
	for (size_t i = 0; i < VIEWS; i++)
		cvd_buf_printf(out, "<li><a href=\"#%s\" aria-keyshortcuts=\"%s\">%s</a></li>\n",
			       views[i].id, views[i].key, views[i].title);
	cvd_buf_add(out, CVD_STR("</ul></nav>\n</header>\n"));
	cvd_buf_add(out, cvd_str_from(tools));
}

void cvd_render_html_end(struct cvd_html *page, struct cvd_buf *out)
{
	struct html_page frame = {.title = cvd_buf_str(&page->title),
				  .styles = {&html_page_css, &html_list_css, &html_report_css},
				  .script = &html_report_js};

	if (!frame.title.len)
		frame.title = CVD_STR("No changes");
	html_page_begin(out, &frame);
	add_header(page, out);
	cvd_buf_add(out, CVD_STR("<main id=\"main\" tabindex=\"-1\">\n"));
	if (page->title.len) {
		add_view(out, 0, &page->resume);
		add_view(out, 1, &page->changes);
		add_view(out, 2, &page->sides);
	} else {
		cvd_buf_add(out, CVD_STR("<p>No résumé differs.</p>\n"));
	}
	cvd_buf_add(out, CVD_STR("</main>\n<footer>"));
	if (page->title.len) {
		cvd_buf_add(out, CVD_STR("<details class=\"about\"><summary>About this "
					 "report</summary>\n<div class=\"versions-about\">\n"));
		cvd_buf_add(out, cvd_buf_str(&page->about));
		cvd_buf_add(out, CVD_STR("</div></details>\n"));
	}
	cvd_buf_add(out, CVD_STR("<p class=\"note\">Made by cvdiff.</p></footer>\n"));
	if (page->title.len)
		cvd_buf_add(out, cvd_str_from(help));
	html_page_end(out, &frame);
	cvd_buf_free(&page->heading);
	cvd_buf_free(&page->about);
	cvd_buf_free(&page->title);
	cvd_arena_free(&page->arena);
}
