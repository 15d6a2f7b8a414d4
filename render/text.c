/*
 * The changelog for people. Under the headings of the outline each change is a line of a mark, a
 * label and words, the words of all lines beginning in one column:
 *
 *	Experience
 *	  Staff Software Engineer, Acme
 *	    ~ Ended    Present → October 2026
 *
 * Marks carry the meaning, colour only repeats it. A heading is written when an item needs one that
 * is not open; the line of a node that was added (or removed, …) stands for its heading, so that
 * what moved into it follows without naming it again. One pass over the outline.
 */
#include "render/render.h"

#include "base/text.h"
#include "content.h"
#include "location.h"
#include "outline.h"
#include "render/canvas.h"
#include "render/words.h"
#include "summary.h"

#define INDENT 2
#define DEEPEST 8       /* levels that are indented; more would push the words off the page */
#define MARK_WIDTH 2    /* a mark and a space */
#define WIDEST_LABEL 30 /* columns before the words */
#define MOVED_TOGETHER                                                                             \
	3 /* statements that moved from one place to another and are told in one line */

struct mark {
	const char *sign;
	enum cvd_style style;
	enum cvd_style keyword; /* of a keyword behind the mark */
};

static const struct mark marks[CVD_MARK_COUNT] = {
	[CVD_MARK_ADDED] = {"+ ", CVD_STYLED_ADDED, CVD_STYLED_ADDED},
	[CVD_MARK_REMOVED] = {"- ", CVD_STYLED_REMOVED, CVD_STYLED_REMOVED},
	[CVD_MARK_CHANGED] = {"~ ", CVD_STYLED_CHANGED, CVD_STYLED_PLAIN},
	[CVD_MARK_ARRIVED] = {"← ", CVD_STYLED_MOVED, CVD_STYLED_PLAIN},
	[CVD_MARK_LEFT] = {"→ ", CVD_STYLED_MOVED, CVD_STYLED_PLAIN},
	[CVD_MARK_REORDERED] = {"↕ ", CVD_STYLED_MOVED, CVD_STYLED_PLAIN},
};

static const enum cvd_style tones[CVD_TONE_COUNT] = {
	[CVD_TONE_OLD] = CVD_STYLED_REMOVED,       [CVD_TONE_NEW] = CVD_STYLED_ADDED,
	[CVD_TONE_NOTE] = CVD_STYLED_NOTE,         [CVD_TONE_DELETED] = CVD_STYLED_DELETED,
	[CVD_TONE_INSERTED] = CVD_STYLED_INSERTED,
};

struct page {
	struct cvd_canvas canvas;
	struct cvd_locations places; /* of changes, where there are links */
	size_t words;                /* column where the words begin */
	bool compact, full;
	enum cvd_word_diff word_diff; /* never CVD_WORD_DIFF_AUTO */
	CVD_ARRAY(uint64_t) open;     /* keys of the headings above the current line */
};

/* --- columns ---------------------------------------------------------------------------------- */

static size_t indent(size_t depth)
{
	return (depth < DEEPEST ? depth : DEEPEST) * INDENT;
}

static size_t label_end(const struct cvd_item *item)
{
	return indent(cvd_item_headings(item)) + MARK_WIDTH + cvd_text_width(item->wording.label);
}

static size_t words_column(const struct cvd_outline *outline, size_t width)
{
	size_t column = 0, most = WIDEST_LABEL;

	if (width && width * 2 / 5 < most)
		most = width * 2 / 5;
	for (size_t i = 0; i < outline->len; i++)
		if (!cvd_item_is_keyword(&outline->items[i]) &&
		    label_end(&outline->items[i]) + 2 > column)
			column = label_end(&outline->items[i]) + 2;
	return column < most ? column : most;
}

/* --- headings --------------------------------------------------------------------------------- */

static void write_heading(struct page *page, struct cvd_crumb heading, size_t depth)
{
	enum cvd_style style = depth ? CVD_STYLED_HEADING : CVD_STYLED_SECTION;

	cvd_canvas_pad(&page->canvas, indent(depth));
	cvd_canvas_add(&page->canvas, cvd_phrase_title(&heading), style);
	cvd_canvas_flow(&page->canvas, indent(depth + 2));
	cvd_canvas_newline(&page->canvas);
}

/* Writes the headings that the item needs and that are not open, and closes the others. */
static void open_headings(struct page *page, const struct cvd_item *item)
{
	size_t needed = cvd_item_headings(item), depth = 0;

	while (depth < needed && depth < page->open.len &&
	       page->open.items[depth] == cvd_item_heading(item, depth).key)
		depth++;
	page->open.len = depth;
	for (; depth < needed; depth++) {
		struct cvd_crumb heading = cvd_item_heading(item, depth);

		write_heading(page, heading, depth);
		CVD_PUSH(page->canvas.arena, &page->open, heading.key);
	}
}

/* --- lines ------------------------------------------------------------------------------------ */

static void add_changed_words(struct page *page, const struct cvd_span *span,
			      const struct cvd_span *next)
{
	struct cvd_tone_marks around = cvd_phrase_marks(span->tone);
	enum cvd_style style = tones[span->tone];
	bool replaced = span->tone == CVD_TONE_DELETED && next && next->tone == CVD_TONE_INSERTED;

	switch (page->word_diff) {
	case CVD_WORD_DIFF_COLOR:
		cvd_canvas_add(&page->canvas, span->text, style);
		if (replaced)
			cvd_canvas_add(&page->canvas, CVD_STR(" "), CVD_STYLED_PLAIN);
		break;
	case CVD_WORD_DIFF_NONE:
		if (span->tone == CVD_TONE_INSERTED)
			cvd_canvas_add(&page->canvas, span->text, CVD_STYLED_PLAIN);
		break;
	case CVD_WORD_DIFF_AUTO:
	case CVD_WORD_DIFF_PLAIN:
		cvd_canvas_add(&page->canvas, around.open, style);
		cvd_canvas_add(&page->canvas, span->text, style);
		cvd_canvas_add(&page->canvas, around.close, style);
	}
}

/* `plain` is the style of what has no tone of its own. */
static void add_phrase(struct page *page, const struct cvd_phrase *phrase, enum cvd_style plain)
{
	for (size_t i = 0; i < phrase->len; i++) {
		const struct cvd_span *span = &phrase->items[i];

		if (cvd_phrase_marks(span->tone).open.len)
			add_changed_words(page, span, i + 1 < phrase->len ? span + 1 : NULL);
		else
			cvd_canvas_add(&page->canvas, span->text,
				       span->tone == CVD_TONE_PLAIN ? plain : tones[span->tone]);
	}
}

/* A link to where the change is now, as far as the report tells that. */
static void begin_link(struct page *page, const struct cvd_change *change)
{
	uint32_t line;

	if (!page->canvas.file.len)
		return;
	line = cvd_locations_find(&page->places, change).line;
	if (line)
		cvd_canvas_begin_link(&page->canvas, line);
}

/* Writes the mark and the label. */
static void put_label(struct page *page, const struct cvd_item *item)
{
	const struct mark *mark = &marks[item->wording.mark];
	struct cvd_str text = cvd_arena_format(page->canvas.arena, "%s%.*s", mark->sign,
					       CVD_STR_ARG(item->wording.label));

	begin_link(page, item->change);
	cvd_canvas_put(&page->canvas, text, mark->style);
	cvd_canvas_end_link(&page->canvas);
}

static void go_to_words(struct page *page)
{
	if (page->canvas.column + 1 > page->words)
		cvd_canvas_newline(&page->canvas);
	cvd_canvas_pad(&page->canvas, page->words);
}

/* A paragraph in the column of words, behind a sign: `• Built the platform.` */
static void write_listed(struct page *page, struct cvd_str sign, struct cvd_str text)
{
	cvd_canvas_pad(&page->canvas, page->words);
	cvd_canvas_put(&page->canvas, sign, CVD_STYLED_PLAIN);
	cvd_canvas_add(&page->canvas, text, CVD_STYLED_PLAIN);
	cvd_canvas_flow(&page->canvas, page->words + cvd_text_width(sign));
	cvd_canvas_newline(&page->canvas);
}

/* A list; keywords alone are a paragraph. */
static void write_content(struct page *page, const struct cvd_side *side)
{
	struct cvd_strs content = cvd_content_lines(page->canvas.arena, side);
	bool paragraph = content.len == 1 && cvd_kind_is_keyword(side->content.items[0].kind);
	size_t shown = content.len > CVD_LISTED && !page->full ? CVD_LISTED - 1 : content.len;

	for (size_t i = 0; i < shown; i++)
		write_listed(page, paragraph ? CVD_STR("") : CVD_STR("• "), content.items[i]);
	if (shown == content.len)
		return;
	write_listed(page, CVD_STR("… "),
		     cvd_words(page->canvas.arena, CVD_SAY_MORE, content.len - shown, CVD_STR("")));
}

/* `(6 lines)`: how much is not listed. */
static void count_content(struct page *page, const struct cvd_change *change)
{
	const struct cvd_side *side = change->new ? change->new : change->old;
	size_t count = cvd_content_lines(page->canvas.arena, side).len;

	if (change->rewritten || !count || (change->old && change->new))
		return;
	cvd_canvas_add(&page->canvas,
		       cvd_words(page->canvas.arena, CVD_SAY_LINES, count, CVD_STR("")),
		       CVD_STYLED_NOTE);
}

static void write_sides(struct page *page, const struct cvd_item *item)
{
	const struct cvd_change *change = item->change;

	if (change->rewritten || (page->compact && !page->full))
		return;
	for (int i = 0; i < 2; i++) {
		const struct cvd_side *side = i ? change->new : change->old;

		if (side)
			write_content(page, side);
	}
}

static void write_line(struct page *page, const struct cvd_item *item)
{
	struct cvd_canvas *canvas = &page->canvas;

	cvd_canvas_pad(canvas, indent(page->open.len));
	put_label(page, item);
	if (item->wording.body.len)
		go_to_words(page);
	add_phrase(page, &item->wording.body, CVD_STYLED_PLAIN);
	if (page->compact && !page->full && !item->echo)
		count_content(page, item->change);
	cvd_canvas_flow(canvas, page->words);
	cvd_canvas_newline(canvas);
	if (item->echo)
		return;
	write_sides(page, item);
	if (!item->under)
		CVD_PUSH(canvas->arena, &page->open, item->change->key);
}

/* A keyword's words; a field of one stands behind its name: `Rust: basic → expert`, `Rust: + expert`. */
static void add_keyword(struct page *page, const struct cvd_item *item)
{
	const struct mark *mark = &marks[item->wording.mark];

	if (item->change->field != CVD_FIELD_NONE) {
		cvd_canvas_add(&page->canvas, item->change->heading, CVD_STYLED_PLAIN);
		cvd_canvas_add(&page->canvas, CVD_STR(": "), CVD_STYLED_PLAIN);
		if (item->wording.mark != CVD_MARK_CHANGED)
			cvd_canvas_add(&page->canvas, cvd_str_from(mark->sign), mark->style);
	}
	add_phrase(page, &item->wording.body, mark->keyword);
}

/* Writes the keywords that stand at one place from `items` on; returns how many. */
static size_t write_keyword_line(struct page *page, const struct cvd_item *items, size_t len)
{
	struct cvd_canvas *canvas = &page->canvas;
	size_t from = indent(page->open.len), count = 0;

	cvd_canvas_pad(canvas, from);
	for (; count < len && cvd_item_is_keyword(&items[count]) &&
	       cvd_item_same_place(&items[0], &items[count]);
	     count++) {
		const struct cvd_item *item = &items[count];
		bool field = item->change->field != CVD_FIELD_NONE;
		const struct mark *mark = &marks[field ? CVD_MARK_CHANGED : item->wording.mark];
		size_t width;

		begin_link(page, item->change);
		add_keyword(page, item);
		cvd_canvas_end_link(canvas);
		width = MARK_WIDTH + cvd_canvas_width(canvas);
		if (count > 0 && canvas->width && canvas->column + 3 + width > canvas->width) {
			cvd_canvas_newline(canvas);
			cvd_canvas_pad(canvas, from);
		} else if (count > 0) {
			cvd_canvas_pad(canvas, canvas->column + 3);
		}
		cvd_canvas_put(canvas, cvd_str_from(mark->sign), mark->style);
		cvd_canvas_flow(canvas, from + MARK_WIDTH);
	}
	cvd_canvas_newline(canvas);
	return count;
}

/* --- what moved together ------------------------------------------------------------------------ */

static bool is_same_path(const struct cvd_crumbs *a, const struct cvd_crumbs *b)
{
	return a->len == b->len && cvd_phrase_shared(a, b) == a->len;
}

static bool moved_together(const struct cvd_item *a, const struct cvd_item *b)
{
	return b->change->op == CVD_OP_MOVED && !b->named && a->echo == b->echo &&
	       a->change->node == b->change->node && a->change->old_node == b->change->old_node &&
	       cvd_item_same_place(a, b) &&
	       is_same_path(&a->change->old->path, &b->change->old->path) &&
	       is_same_path(&a->change->new->path, &b->change->new->path);
}

/* How many items from the first on can be told in one line; 0 if it is not worth it. */
static size_t count_together(const struct cvd_item *items, size_t len)
{
	size_t count = 0;

	while (count < len && cvd_kind_is_statement(items[count].change->node) &&
	       moved_together(&items[0], &items[count]))
		count++;
	return count < MOVED_TOGETHER ? 0 : count;
}

/* Where the note on the other place begins in what is said of a move, behind the name of what moved. */
static size_t find_note(const struct cvd_phrase *phrase)
{
	size_t at = 0;

	while (at < phrase->len && phrase->items[at].tone != CVD_TONE_NOTE)
		at++;
	return at;
}

static void write_names(struct page *page, const struct cvd_item *items, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct cvd_phrase name = items[i].wording.body;

		name.len = find_note(&name);
		cvd_canvas_pad(&page->canvas, page->words);
		cvd_canvas_put(&page->canvas, CVD_STR("• "), CVD_STYLED_PLAIN);
		add_phrase(page, &name, CVD_STYLED_PLAIN);
		cvd_canvas_flow(&page->canvas, page->words + 2);
		cvd_canvas_newline(&page->canvas);
	}
}

/* `← Moved here  5 bullets (from Engineer, Acme)`, and which they are, once. */
static void write_together(struct page *page, const struct cvd_item *items, size_t count)
{
	struct cvd_phrase note = items[0].wording.body;
	size_t at = find_note(&note);

	note.items += at;
	note.len -= at;
	cvd_canvas_pad(&page->canvas, indent(page->open.len));
	put_label(page, &items[0]);
	go_to_words(page);
	cvd_canvas_add(&page->canvas,
		       cvd_render_number(page->canvas.arena, items[0].change->node, count),
		       CVD_STYLED_PLAIN);
	add_phrase(page, &note, CVD_STYLED_PLAIN);
	cvd_canvas_flow(&page->canvas, page->words);
	cvd_canvas_newline(&page->canvas);
	if (!items[0].echo && !page->compact)
		write_names(page, items, count);
}

static void write_changes(struct page *page, const struct cvd_outline *outline)
{
	for (size_t i = 0; i < outline->len;) {
		const struct cvd_item *item = &outline->items[i];
		size_t together = page->full ? 0 : count_together(item, outline->len - i);

		open_headings(page, item);
		if (together) {
			write_together(page, item, together);
			i += together;
		} else if (cvd_item_is_keyword(item)) {
			i += write_keyword_line(page, item, outline->len - i);
		} else {
			write_line(page, item);
			i++;
		}
	}
}

/* `resume.md: `, in front of what there is to say in the line. */
static void put_path(struct cvd_canvas *canvas, const struct cvd_report *report)
{
	cvd_canvas_begin_link(canvas, 0);
	cvd_canvas_put(canvas, report->new.absent ? report->old.path : report->new.path,
		       CVD_STYLED_HEADER);
	cvd_canvas_end_link(canvas);
	cvd_canvas_put(canvas, CVD_STR(": "), CVD_STYLED_PLAIN);
}

static enum cvd_extent extent_of(const struct cvd_text_options *options)
{
	if (options->full)
		return CVD_EXTENT_FULL;
	return options->compact ? CVD_EXTENT_BRIEF : CVD_EXTENT_USUAL;
}

void cvd_render_text(struct cvd_buf *out, const struct cvd_report *report,
		     const struct cvd_text_options *options)
{
	struct cvd_arena arena;
	struct cvd_outline outline;
	struct page page = {.compact = options->compact,
			    .full = options->full,
			    .word_diff = options->word_diff,
			    .canvas = {.out = out,
				       .arena = &arena,
				       .width = options->width,
				       .color = options->color,
				       .file = options->link}};

	cvd_arena_init(&arena);
	if (page.word_diff == CVD_WORD_DIFF_AUTO)
		page.word_diff = CVD_WORD_DIFF_COLOR;
	if (page.word_diff == CVD_WORD_DIFF_COLOR && !options->color)
		page.word_diff = CVD_WORD_DIFF_PLAIN;
	outline = cvd_outline_build(&arena, report, options->style, extent_of(options));
	page.words = words_column(&outline, options->width);
	if (options->link.len)
		page.places = cvd_locations_collect(&arena, report);
	if (!options->stat) {
		if (!options->compact) {
			cvd_summary_header(&page.canvas, report);
			cvd_canvas_newline(&page.canvas);
		}
		write_changes(&page, &outline);
		if (outline.len && !options->compact)
			cvd_canvas_newline(&page.canvas);
	} else if (options->name_path) {
		put_path(&page.canvas, report);
	}
	if (!options->compact || options->stat || !outline.len || report->limited) {
		cvd_summary_limited(&page.canvas, report);
		cvd_summary_counts(&page.canvas, report, outline.hidden, true);
	}
	cvd_canvas_free(&page.canvas);
	cvd_arena_free(&arena);
}

void cvd_render_note(struct cvd_buf *out, const struct cvd_report *report, struct cvd_str note,
		     const struct cvd_text_options *options)
{
	struct cvd_arena arena = {0};
	struct cvd_canvas canvas = {
		.out = out, .arena = &arena, .width = options->width, .color = options->color};

	if (options->stat) {
		put_path(&canvas, report);
	} else {
		cvd_summary_header(&canvas, report);
		cvd_canvas_newline(&canvas);
	}
	cvd_canvas_add(&canvas, note, CVD_STYLED_PLAIN);
	cvd_canvas_flow(&canvas, 0);
	cvd_canvas_newline(&canvas);
	cvd_canvas_free(&canvas);
	cvd_arena_free(&arena);
}
