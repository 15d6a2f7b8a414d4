/*
 * The report as a comment on a pull request: a line of counts, then a nested list for each severity,
 * the facts open and the rest folded. The list is the outline of the text renderer: headings are
 * strong, a change is its title and its words, keywords of one place share a line.
 *
 * The length has a limit. Each change is written aside, with the headings that it needs, and joins the
 * report if there is still room for it and for all that must follow; what does not is counted. So a
 * report is cut between changes only. Linear in the report.
 */
#include "render/render.h"

#include "markdown_list.h"
#include "markdown_text.h"
#include "summary.h"

#define ID_SHOWN 7  /* digits of a commit's id */
#define RESERVE 128 /* bytes of what may follow a change: the end of details, what was left out */

struct page {
	struct cvd_buf *out;
	struct cvd_arena *arena;
	size_t limit;                    /* of out->len */
	struct cvd_buf aside;            /* the change in the making */
	struct cvd_markdown_list list;   /* writes there */
	const struct cvd_item *keywords; /* whose line can take more of them, or NULL */
	struct cvd_str begin;            /* of a severity's list, until its first change */
	size_t left_out;                 /* changes that had no room */
};

/* --- lines ------------------------------------------------------------------------------------ */

static void add_item(struct page *page, const struct cvd_item *item)
{
	cvd_markdown_list_begin(&page->list, page->list.open.len);
	cvd_buf_add(&page->aside, item->wording.title);
	if (item->wording.body.len)
		cvd_buf_add(&page->aside, CVD_STR(": "));
	cvd_markdown_phrase(&page->aside, &item->wording.body, false);
	cvd_markdown_list_content(&page->list, item);
	if (!item->under)
		CVD_PUSH(page->arena, &page->list.open, item->change->key);
}

/* Keywords that came, went or changed say it by their emphasis: ~~gone~~, **new**, old → new. */
static bool is_keyword(const struct cvd_item *item)
{
	return cvd_item_is_keyword(item) && item->wording.mark <= CVD_MARK_CHANGED;
}

static void add_keyword(struct page *page, const struct cvd_item *item)
{
	static const enum cvd_tone tones[CVD_MARK_COUNT] = {
		[CVD_MARK_ADDED] = CVD_TONE_INSERTED,
		[CVD_MARK_REMOVED] = CVD_TONE_DELETED,
	};
	enum cvd_tone tone = tones[item->wording.mark];
	struct cvd_phrase body = item->wording.body;

	if (!page->keywords || !cvd_item_same_place(page->keywords, item))
		cvd_markdown_list_begin(&page->list, page->list.open.len);
	else
		cvd_buf_add(&page->aside, CVD_STR(", "));
	if (item->change->field != CVD_FIELD_NONE) {
		cvd_markdown_text(&page->aside, item->change->heading);
		cvd_buf_add(&page->aside, CVD_STR(": "));
	}
	for (size_t i = 0; tone && i < body.len; i++)
		body.items[i].tone = tone;
	cvd_markdown_phrase(&page->aside, &body, item->change->field == CVD_FIELD_NONE);
}

/* --- the report ------------------------------------------------------------------------------- */

static bool has_room(const struct page *page, size_t more)
{
	return page->out->len + more + RESERVE <= page->limit;
}

static void write_item(struct page *page, const struct cvd_item *item)
{
	bool keyword = is_keyword(item);
	size_t depth;

	page->aside.len = 0;
	depth = cvd_markdown_list_open(&page->list, item);
	if (keyword)
		add_keyword(page, item);
	else
		add_item(page, item);
	if (!has_room(page, page->begin.len + page->aside.len)) {
		page->list.open.len = depth;
		page->left_out++;
		return;
	}
	cvd_buf_add(page->out, page->begin);
	cvd_buf_add(page->out, cvd_buf_str(&page->aside));
	page->begin = CVD_STR("");
	page->keywords = keyword ? item : NULL;
}

/* The report's changes of one severity, as a report. */
static struct cvd_report part_of(struct cvd_arena *arena, const struct cvd_report *report,
				 enum cvd_severity severity)
{
	struct cvd_report part = *report;

	part.changes = CVD_NEW_ARRAY(arena, struct cvd_change, report->severities[severity]);
	part.change_count = 0;
	for (size_t i = 0; i < report->change_count; i++)
		if (report->changes[i].severity == severity)
			part.changes[part.change_count++] = report->changes[i];
	return part;
}

static size_t count_changes(const struct cvd_outline *outline)
{
	size_t count = 0;

	for (size_t i = 0; i < outline->len; i++)
		count += !outline->items[i].echo;
	return count;
}

static void write_severity(struct page *page, const struct cvd_outline *outline,
			   enum cvd_severity severity)
{
	struct cvd_str number = cvd_summary_number(page->arena, severity, count_changes(outline));
	bool folded = severity != CVD_FACT;

	page->list.open.len = 0;
	page->keywords = NULL;
	page->begin = CVD_STR("");
	if (folded)
		page->begin = cvd_arena_format(
			page->arena, "\n<details>\n<summary>%.*s</summary>\n", CVD_STR_ARG(number));
	for (size_t i = 0; i < outline->len; i++)
		if (!outline->items[i].echo)
			write_item(page, &outline->items[i]);
	if (folded && page->begin.len)
		return;
	if (outline->len)
		cvd_buf_put(page->out, '\n');
	if (folded)
		cvd_buf_add(page->out, CVD_STR("\n</details>\n"));
}

/* --- the line of counts ----------------------------------------------------------------------- */

/* What the summary adds to the canvas's paragraph, as Markdown; strong if it is said to be. */
static void add_paragraph(struct page *page, struct cvd_canvas *canvas, bool strong)
{
	struct cvd_str text;

	cvd_canvas_flow(canvas, 0);
	text = cvd_buf_str(canvas->out);
	if (strong)
		cvd_markdown_strong(&page->aside, text);
	else
		cvd_markdown_text(&page->aside, text);
	canvas->out->len = 0;
}

/* Scripts name commits by full ids, which nobody reads. */
static void abbreviate(struct cvd_revision *revision)
{
	if (revision->commit.len && cvd_str_equal(revision->label, revision->commit))
		revision->label.len = ID_SHOWN;
}

static void add_counts(struct page *page, const struct cvd_report *report, size_t hidden,
		       bool name_path)
{
	struct cvd_buf line = {0};
	struct cvd_canvas canvas = {.out = &line, .arena = page->arena};
	struct cvd_str separator = CVD_STR(" – ");
	struct cvd_report short_report = *report;

	abbreviate(&short_report.old);
	abbreviate(&short_report.new);
	if (page->out->len)
		cvd_buf_put(&page->aside, '\n');
	if (name_path) {
		cvd_buf_add(&page->aside, CVD_STR("### "));
		cvd_summary_paths(&canvas, report);
		add_paragraph(page, &canvas, false);
		cvd_buf_add(&page->aside, CVD_STR("\n\n"));
	}
	cvd_summary_counts(&canvas, report, hidden, false);
	add_paragraph(page, &canvas, true);
	if (!name_path) {
		cvd_buf_add(&page->aside, separator);
		cvd_summary_paths(&canvas, report);
		add_paragraph(page, &canvas, false);
		separator = CVD_STR(", ");
	}
	cvd_summary_labels(&canvas, &short_report);
	cvd_canvas_flow(&canvas, 0);
	if (line.len) {
		cvd_buf_add(&page->aside, separator);
		add_paragraph(page, &canvas, false);
	}
	cvd_buf_add(&page->aside, cvd_summary_presence(report));
	cvd_buf_put(&page->aside, '\n');
	cvd_summary_limited(&canvas, report);
	if (line.len) {
		cvd_buf_put(&page->aside, '\n');
		add_paragraph(page, &canvas, false);
		cvd_buf_put(&page->aside, '\n');
	}
	cvd_canvas_free(&canvas);
	cvd_buf_free(&line);
}

bool cvd_render_markdown(struct cvd_buf *out, const struct cvd_report *report,
			 const struct cvd_markdown_options *options)
{
	struct cvd_arena arena;
	struct page page = {.out = out, .arena = &arena, .limit = options->limit};
	struct cvd_outline outlines[CVD_SEVERITY_COUNT];
	struct cvd_report parts[CVD_SEVERITY_COUNT];
	size_t hidden = 0;
	bool room;

	cvd_arena_init(&arena);
	page.list = (struct cvd_markdown_list){.out = &page.aside, .arena = &arena};
	for (int i = 0; i < CVD_SEVERITY_COUNT; i++) {
		parts[i] = part_of(&arena, report, (enum cvd_severity)i);
		outlines[i] = cvd_outline_build(&arena, &parts[i], options->style, CVD_EXTENT_USUAL);
		hidden += outlines[i].hidden;
	}
	add_counts(&page, report, hidden, options->name_path);
	room = has_room(&page, page.aside.len);
	if (room)
		cvd_buf_add(out, cvd_buf_str(&page.aside));
	for (int i = 0; room && !options->stat && i < CVD_SEVERITY_COUNT; i++)
		write_severity(&page, &outlines[i], (enum cvd_severity)i);
	if (page.left_out)
		cvd_buf_printf(out, "\n%.*s.\n",
			       CVD_STR_ARG(cvd_words(&arena, CVD_SAY_MORE_CHANGES, page.left_out,
						     CVD_STR(""))));
	cvd_buf_free(&page.aside);
	cvd_arena_free(&arena);
	return room;
}

void cvd_render_markdown_text(struct cvd_buf *out, struct cvd_str text)
{
	cvd_markdown_text(out, text);
}
