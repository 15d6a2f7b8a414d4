/*
 * A part of a changelog: the report's changes in groups by what happened, each a nested list as in a
 * comment. The heading says already what happened, so `Added bullet: …` is `…` under Added; entries,
 * fields and the like are still named (`Role: …`). Keywords share a line, with the heading above them
 * if that is new. Linear in the report.
 */
#include "render/render.h"

#include "markdown_list.h"
#include "markdown_text.h"
#include "summary.h"

enum group { ADDED, CHANGED, REMOVED, MOVED, GROUP_COUNT };

static const struct cvd_str headings[GROUP_COUNT] = {
	[ADDED] = CVD_STR("Added"),
	[CHANGED] = CVD_STR("Changed"),
	[REMOVED] = CVD_STR("Removed"),
	[MOVED] = CVD_STR("Moved"),
};

static const enum group groups[CVD_MARK_COUNT] = {
	[CVD_MARK_ADDED] = ADDED,   [CVD_MARK_REMOVED] = REMOVED, [CVD_MARK_CHANGED] = CHANGED,
	[CVD_MARK_ARRIVED] = MOVED, [CVD_MARK_LEFT] = MOVED,      [CVD_MARK_REORDERED] = MOVED,
};

struct page {
	struct cvd_markdown_list list;
	enum group group;
	const struct cvd_item *keywords; /* whose line can take more of them, or NULL */
};

/* --- labels ----------------------------------------------------------------------------------- */

/* A statement as a whole, which says itself what it is; a summary does so under a heading. */
static bool is_statement(const struct cvd_item *item)
{
	const struct cvd_change *change = item->change;
	bool kind = change->node == CVD_BULLET || change->node == CVD_PARAGRAPH ||
		    change->node == CVD_BLOCK ||
		    (change->node == CVD_SUMMARY && cvd_item_headings(item));

	return kind && change->field == CVD_FIELD_NONE && !change->formatting &&
	       !change->rewritten && !change->hidden && change->op != CVD_OP_SPLIT &&
	       change->op != CVD_OP_MERGED;
}

/* `Added role` without its first word. */
static void add_label(struct page *page, const struct cvd_item *item, bool goes_on)
{
	static const struct cvd_str verbs[GROUP_COUNT] = {
		[ADDED] = CVD_STR("Added "), [REMOVED] = CVD_STR("Removed ")};
	struct cvd_str label = item->wording.label, verb = verbs[page->group];

	if (page->group == MOVED || is_statement(item))
		return;
	if (verb.len && cvd_str_starts_with(label, verb)) {
		label = cvd_str_sub(label, verb.len, label.len);
		cvd_buf_put(page->list.out, (char)(label.ptr[0] - 'a' + 'A'));
		label = cvd_str_sub(label, 1, label.len);
	}
	cvd_buf_add(page->list.out, label);
	if (goes_on)
		cvd_buf_add(page->list.out, CVD_STR(": "));
}

/* --- lines ------------------------------------------------------------------------------------ */

/* Without how much of it is left, of what was rewritten. */
static struct cvd_phrase body_of(const struct cvd_item *item)
{
	struct cvd_phrase body = item->wording.body;

	while (item->change->rewritten && body.len && body.items[body.len - 1].tone == CVD_TONE_NOTE)
		body.len--;
	return body;
}

static void add_item(struct page *page, const struct cvd_item *item)
{
	struct cvd_phrase body = body_of(item);
	size_t before;

	cvd_markdown_list_begin(&page->list, page->list.open.len);
	before = page->list.out->len;
	add_label(page, item, body.len > 0);
	cvd_markdown_phrase(page->list.out, &body, page->list.out->len == before);
	cvd_markdown_list_content(&page->list, item);
	if (!item->under)
		CVD_PUSH(page->list.arena, &page->list.open, item->change->key);
}

static void add_keyword(struct page *page, const struct cvd_item *item, bool headed)
{
	bool level = item->change->field != CVD_FIELD_NONE;

	if (page->keywords && cvd_item_same_place(page->keywords, item))
		cvd_buf_add(page->list.out, CVD_STR(", "));
	else if (headed)
		cvd_buf_add(page->list.out, CVD_STR(": "));
	else
		cvd_markdown_list_begin(&page->list, page->list.open.len);
	if (level) {
		cvd_markdown_text(page->list.out, item->change->heading);
		cvd_buf_add(page->list.out, CVD_STR(": "));
	}
	cvd_markdown_phrase(page->list.out, &item->wording.body, !level);
}

static void add_items(struct page *page, const struct cvd_outline *outline)
{
	for (size_t i = 0; i < outline->len; i++) {
		const struct cvd_item *item = &outline->items[i];
		bool keyword = cvd_item_is_keyword(item);
		size_t open;

		if (item->echo)
			continue;
		open = cvd_markdown_list_open(&page->list, item);
		if (keyword)
			add_keyword(page, item, open < page->list.open.len);
		else
			add_item(page, item);
		page->keywords = keyword ? item : NULL;
	}
}

/* --- groups ----------------------------------------------------------------------------------- */

static enum group group_of(struct cvd_arena *arena, const struct cvd_change *change)
{
	static const struct cvd_wording_options options = {0};

	return groups[cvd_wording_find(arena, change, &options).mark];
}

/* A report for each group, with the group's changes. */
static void divide(struct cvd_arena *arena, const struct cvd_report *report,
		   struct cvd_report parts[GROUP_COUNT])
{
	for (int g = 0; g < GROUP_COUNT; g++) {
		parts[g] = *report;
		parts[g].changes = CVD_NEW_ARRAY(arena, struct cvd_change, report->change_count);
		parts[g].change_count = 0;
	}
	for (size_t i = 0; i < report->change_count; i++) {
		struct cvd_report *part = &parts[group_of(arena, &report->changes[i])];

		part->changes[part->change_count++] = report->changes[i];
	}
}

static void add_limited(struct cvd_buf *out, struct cvd_arena *arena,
			const struct cvd_report *report)
{
	struct cvd_buf line = {0};
	struct cvd_canvas canvas = {.out = &line, .arena = arena};

	cvd_summary_limited(&canvas, report);
	if (line.len) {
		cvd_buf_put(out, '\n');
		cvd_markdown_text(out, cvd_buf_str(&line));
		cvd_buf_put(out, '\n');
	}
	cvd_canvas_free(&canvas);
	cvd_buf_free(&line);
}

bool cvd_render_changelog(struct cvd_buf *out, const struct cvd_report *report,
			  const struct cvd_changelog_options *options)
{
	struct cvd_arena arena = {0};
	struct cvd_report parts[GROUP_COUNT];
	bool told = false;

	divide(&arena, report, parts);
	for (int g = 0; g < GROUP_COUNT; g++) {
		struct cvd_outline outline =
			cvd_outline_build(&arena, &parts[g], options->style, CVD_EXTENT_USUAL);
		struct page page = {.list = {.out = out, .arena = &arena}, .group = (enum group)g};

		if (!outline.len)
			continue;
		cvd_buf_put(out, '\n');
		cvd_buf_fill(out, '#', options->level);
		cvd_buf_put(out, ' ');
		cvd_buf_add(out, headings[g]);
		cvd_buf_put(out, '\n');
		add_items(&page, &outline);
		cvd_buf_put(out, '\n');
		told = true;
	}
	if (told)
		add_limited(out, &arena, report);
	cvd_arena_free(&arena);
	return told;
}
