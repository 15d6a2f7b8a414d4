/*
 * Old and new in two columns, a row for each place in one or both of them, aligned by the match. Rows that
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

/* --- rows --------------------------------------------------------------------------------------- */

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

static void add_cell(struct writer *writer, const struct cvd_part *part, enum html_sides sides,
		     bool marked)
{
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
	if (side->fields && cvd_kind_has_fields(side->kind)) {
		add_fields(writer, part, sides);
	} else {
		html_part_text(writer->out, writer->report, part, sides);
		add_field(writer, part, CVD_DETAIL, " ", sides);
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

static void add_row(struct writer *writer, uint32_t index)
{
	static const char *const states[] = {"kept", "added", "removed", "arrived", "left"};
	const struct cvd_part *part = &writer->view->parts[index];
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
	add_cell(writer, part, HTML_OLD, changed && !part->new);
	add_cell(writer, part, HTML_NEW, changed && part->new);
	cvd_buf_add(writer->out, CVD_STR("</div>\n"));
}

/* --- folding ------------------------------------------------------------------------------------ */

/* Rows near a change, and the titles above one. */
static bool *find_shown(struct writer *writer)
{
	const struct cvd_view *view = writer->view;
	bool *shown = CVD_NEW_ARRAY(writer->report->arena, bool, view->len);

	for (uint32_t i = 0; i < view->len; i++) {
		const struct cvd_part *part = &view->parts[i];

		shown[i] |= part->touched && part->end > i + 1;
		if (!is_changed(writer, part))
			continue;
		for (uint32_t k = i > CONTEXT ? i - CONTEXT : 0; k < view->len && k <= i + CONTEXT;
		     k++)
			shown[k] = true;
	}
	return shown;
}

static void add_rows(struct writer *writer)
{
	const bool *shown = find_shown(writer);
	uint32_t count = writer->view->len;

	for (uint32_t i = 0; i < count;) {
		uint32_t end = i;

		while (end < count && !shown[end])
			end++;
		if (end - i >= FOLD_LEAST)
			cvd_buf_printf(
				writer->out,
				"<details class=\"fold\"><summary>%u unchanged lines</summary>\n",
				(unsigned)(end - i));
		for (uint32_t k = i; k < end; k++)
			add_row(writer, k);
		if (end - i >= FOLD_LEAST)
			cvd_buf_add(writer->out, CVD_STR("</details>\n"));
		if (end < count)
			add_row(writer, end++);
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
