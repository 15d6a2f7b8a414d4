/*
 * Old and new in two columns, a row for each place in one or both of them, aligned by the match; keywords of
 * one line that share their fate share a row. Rows that
 * are equal on both sides and next to no change are folded, with a count. What moved has a row at either
 * place; the script draws a connector between the two. Linear.
 */
#include "report.h"

#include <string.h>

#define CONTEXT 1    /* equal rows shown before and behind a change */
#define FOLD_LEAST 3 /* equal rows that are folded */
#define INDENT_MOST 6

struct writer {
	struct cvd_buf *out;
	const struct html_report *report;
	const struct cvd_view *view;
	bool *marked; /* by change: the element with its id is written */
};

/* Parts of the view from the first on. */
struct row {
	const struct cvd_part *first;
	uint32_t count;
};

struct rows {
	struct row *items;
	size_t len, cap;
};

/* --- rows --------------------------------------------------------------------------------------- */

static uint32_t line_of(const struct cvd_view_side *side)
{
	return side ? side->line : 0;
}

static bool is_plain_keyword(const struct cvd_part *part)
{
	return cvd_kind_is_keyword((part->new ? part->new : part->old)->kind) &&
	       !part->change_count && part->other == CVD_NO_PART;
}

static bool shares_row(const struct cvd_part *a, const struct cvd_part *b)
{
	return is_plain_keyword(a) && is_plain_keyword(b) && a->state == b->state &&
	       a->depth == b->depth && line_of(a->old) == line_of(b->old) &&
	       line_of(a->new) == line_of(b->new);
}

static struct rows find_rows(const struct html_report *report, const struct cvd_view *view)
{
	struct rows rows = {0};

	for (uint32_t i = 0; i < view->len; i++)
		if (i && shares_row(&view->parts[i - 1], &view->parts[i]))
			rows.items[rows.len - 1].count++;
		else
			CVD_PUSH(report->arena, &rows, ((struct row){&view->parts[i], 1}));
	return rows;
}

/* --- cells -------------------------------------------------------------------------------------- */

static bool add_field(struct writer *writer, const struct cvd_part *part, enum cvd_field field,
		      const char *before, enum html_sides sides)
{
	struct cvd_buf text = {0};
	bool there = html_part_field(&text, writer->report, part, field, sides);

	if (there) {
		cvd_buf_add(writer->out, cvd_str_from(before));
		cvd_buf_add(writer->out, cvd_buf_str(&text));
	}
	cvd_buf_free(&text);
	return there;
}

static void add_fields(struct writer *writer, const struct cvd_part *part, enum html_sides sides)
{
	static const struct {
		enum cvd_field field;
		const char *before;
	} listed[] = {{CVD_TITLE, ""},       {CVD_ORGANIZATION, " · "}, {CVD_TEAM, " · "},
		      {CVD_LOCATION, " · "}, {CVD_DETAIL, " · "},       {CVD_URL, " · "},
		      {CVD_START, " · "},    {CVD_END, " – "}};
	bool some = false;

	for (size_t i = 0; i < sizeof listed / sizeof *listed; i++)
		some |= add_field(writer, part, listed[i].field, some ? listed[i].before : "",
				  sides);
}

/* The mark of a row, in words, with a link to the list of changes or to the other place. */
static void add_mark(struct writer *writer, const struct cvd_part *part)
{
	static const char *const words[] = {
		[CVD_PART_KEPT] = "changed",    [CVD_PART_ADDED] = "added",
		[CVD_PART_REMOVED] = "removed", [CVD_PART_ARRIVED] = "moved here",
		[CVD_PART_LEFT] = "moved away",
	};
	const struct cvd_part *at =
		part->state == CVD_PART_LEFT ? &writer->view->parts[part->other] : part;
	uint32_t index = CVD_NO_PART;

	html_change_of_place(writer->report, at, &index);
	if (index == CVD_NO_PART && at->change_count)
		index = at->changes[0];
	if (index == CVD_NO_PART)
		return;
	cvd_buf_printf(writer->out,
		       " <a class=\"mark\" lang=\"en\" dir=\"ltr\" href=\"#changes-%zu\">%s</a>",
		       html_number(writer->report, index), words[part->state]);
}

static void add_said(struct writer *writer, const struct cvd_part *part, enum html_sides sides)
{
	const struct cvd_view_side *side = sides == HTML_OLD ? part->old : part->new;

	if (side->fields && cvd_kind_has_fields(side->kind)) {
		add_fields(writer, part, sides);
		return;
	}
	html_part_text(writer->out, writer->report, part, sides);
	add_field(writer, part, CVD_DETAIL, " ", sides);
}

static void add_cell(struct writer *writer, const struct row *row, enum html_sides sides,
		     bool marked)
{
	const struct cvd_part *part = row->first;
	const struct cvd_view_side *side = sides == HTML_OLD ? part->old : part->new;
	bool old = sides == HTML_OLD;

	if (old && part->state == CVD_PART_ARRIVED)
		side = NULL;
	cvd_buf_printf(writer->out, "<div class=\"cell %s%s\"", old ? "old" : "new",
		       side ? "" : " empty");
	if (!side) {
		cvd_buf_add(writer->out, CVD_STR("></div>"));
		return;
	}
	if (old && strcmp(writer->report->old_language, writer->report->new_language) != 0)
		cvd_buf_printf(writer->out, " lang=\"%s\"", writer->report->old_language);
	cvd_buf_put(writer->out, '>');
	if (side->line)
		cvd_buf_printf(writer->out,
			       "<span class=\"line\" lang=\"en\"><span class=\"spoken\">%s line "
			       "</span>%u</span>",
			       old ? "old" : "new", (unsigned)side->line);
	cvd_buf_add(writer->out, side->kind == CVD_BLOCK
					 ? CVD_STR("<pre dir=\"auto\">")
					 : CVD_STR("<span class=\"said\" dir=\"auto\">"));
	for (uint32_t i = 0; i < row->count; i++) {
		cvd_buf_add(writer->out, i ? CVD_STR(", ") : CVD_STR(""));
		add_said(writer, &part[i], sides);
	}
	if (side->kind == CVD_BLOCK)
		cvd_buf_add(writer->out, CVD_STR("</pre>"));
	if (marked)
		add_mark(writer, part);
	if (side->kind != CVD_BLOCK)
		cvd_buf_add(writer->out, CVD_STR("</span>"));
	cvd_buf_add(writer->out, CVD_STR("</div>"));
}

static bool is_changed(const struct writer *writer, const struct cvd_part *part)
{
	if (part->state != CVD_PART_KEPT)
		return true;
	for (uint32_t i = 0; i < part->change_count; i++)
		if (writer->report->style ||
		    !writer->report->report->changes[part->changes[i]].formatting)
			return true;
	return false;
}

/* What links to the row's changes lead to. */
static void add_anchors(struct writer *writer, const struct cvd_part *part)
{
	for (uint32_t i = 0; i < part->change_count; i++) {
		if (writer->marked[part->changes[i]])
			continue;
		writer->marked[part->changes[i]] = true;
		cvd_buf_printf(writer->out, "<i class=\"anchor\" id=\"sides-%zu\"></i>",
			       html_number(writer->report, part->changes[i]));
	}
}

static void add_row(struct writer *writer, const struct row *row)
{
	static const char *const states[] = {"kept", "added", "removed", "arrived", "left"};
	const struct cvd_part *part = row->first;
	uint32_t index = (uint32_t)(part - writer->view->parts);
	enum cvd_kind kind = (part->new ? part->new : part->old)->kind;
	bool changed = is_changed(writer, part);
	uint32_t depth = part->depth < INDENT_MOST ? part->depth : INDENT_MOST;

	cvd_buf_printf(writer->out, "<div class=\"row %s %s d%u%s\"", states[part->state],
		       cvd_kind_name(kind), (unsigned)depth,
		       part->state == CVD_PART_KEPT && changed ? " changed" : "");
	if (part->other != CVD_NO_PART)
		cvd_buf_printf(writer->out, " data-%s=\"%zu-%u\"",
			       part->state == CVD_PART_LEFT ? "from" : "to", writer->report->base,
			       (unsigned)(part->state == CVD_PART_LEFT ? part->other : index));
	cvd_buf_put(writer->out, '>');
	add_anchors(writer, part);
	add_cell(writer, row, HTML_OLD, changed && !part->new);
	add_cell(writer, row, HTML_NEW, changed && part->new);
	cvd_buf_add(writer->out, CVD_STR("</div>\n"));
}

/* --- folding ------------------------------------------------------------------------------------ */

/* Rows near a change, and the titles above one. */
static bool *find_shown(struct writer *writer, const struct rows *rows)
{
	bool *shown = CVD_NEW_ARRAY(writer->report->arena, bool, rows->len);

	for (size_t i = 0; i < rows->len; i++) {
		const struct cvd_part *part = rows->items[i].first;
		bool has_inner = part->end > (part - writer->view->parts) + 1;

		shown[i] |= part->touched && has_inner;
		if (!is_changed(writer, part))
			continue;
		for (size_t k = i > CONTEXT ? i - CONTEXT : 0; k < rows->len && k <= i + CONTEXT;
		     k++)
			shown[k] = true;
	}
	return shown;
}

static void add_rows(struct writer *writer)
{
	const struct rows rows = find_rows(writer->report, writer->view);
	const bool *shown = find_shown(writer, &rows);

	for (size_t i = 0; i < rows.len;) {
		size_t end = i;

		while (end < rows.len && !shown[end])
			end++;
		if (end - i >= FOLD_LEAST)
			cvd_buf_printf(
				writer->out,
				"<details class=\"fold\"><summary>%zu unchanged lines</summary>\n",
				end - i);
		for (size_t k = i; k < end; k++)
			add_row(writer, &rows.items[k]);
		if (end - i >= FOLD_LEAST)
			cvd_buf_add(writer->out, CVD_STR("</details>\n"));
		if (end < rows.len)
			add_row(writer, &rows.items[end++]);
		i = end;
	}
}

static void add_head(struct cvd_buf *out, const struct cvd_revision *revision, const char *side)
{
	cvd_buf_printf(out, "<div class=\"cell %s\">", side);
	html_isolated(out, revision->label.len ? revision->label : revision->path);
	cvd_buf_add(out, CVD_STR("</div>"));
}

void html_view_sides(struct cvd_buf *out, const struct html_report *report)
{
	struct writer writer = {.out = out, .report = report, .view = report->report->view};

	writer.marked = CVD_NEW_ARRAY(report->arena, bool, report->report->change_count);
	cvd_buf_printf(out, "<article class=\"sides\" dir=\"%s\">\n",
		       html_language_direction(report->new_language));
	if (report->several) {
		cvd_buf_add(out, CVD_STR("<h3 class=\"file\">"));
		html_isolated(out, report->title);
		cvd_buf_add(out, CVD_STR("</h3>\n"));
	}
	cvd_buf_add(out, CVD_STR("<div class=\"row head\">"));
	add_head(out, &report->report->old, "old");
	add_head(out, &report->report->new, "new");
	cvd_buf_printf(out, "</div>\n<div class=\"rows\" lang=\"%s\">\n", report->new_language);
	add_rows(&writer);
	cvd_buf_add(out, CVD_STR("</div>\n</article>\n"));
}
