/*
 * The first figure of a history: a row for each role, education and project, with a bar from its start to its end
 * and a sign in each cell whose commits touched it: that of the strongest that they did, with their number.
 */
#include "figure.h"

#include <stdlib.h>

#define BAR 10 /* height */
#define BAR_LEAST 4
#define SIGN 12   /* width */
#define NUMBER 12 /* most of the number's width behind it */
#define SAMPLE 30 /* of a bar in the legend */

/* Paths are around the middle, which they begin at. */
static const struct {
	const char *name, *path;
} signs[HTML_MARK_KINDS] = {
	[HTML_MARK_REMOVED] = {"removed", "m-6-4l2-2 4 4 4-4 2 2-4 4 4 4-2 2-4-4-4 4-2-2 4-4z"},
	[HTML_MARK_ADDED] = {"added", "m-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z"},
	[HTML_MARK_ENDED] = {"ended", "m-5-5h10v10h-10z"},
	[HTML_MARK_CHANGED] = {"changed", "m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z"},
	[HTML_MARK_MOVED] = {"moved", "m0-6l6 6-6 6-6-6z"},
	[HTML_MARK_REFORMATTED] = {"reformatted", "m-5-1h10v3h-10z"},
};

/* --- the rows and what stands in them ----------------------------------------------------------- */

struct row {
	uint32_t track, group, gone, lane;
};

static int compare_rows(const void *left, const void *right)
{
	const struct row *a = left, *b = right;

	if (a->track != b->track)
		return a->track < b->track ? -1 : 1;
	if (a->group != b->group)
		return a->group < b->group ? -1 : 1;
	if (a->gone != b->gone)
		return a->gone < b->gone ? -1 : 1;
	return a->lane < b->lane ? -1 : a->lane > b->lane;
}

static size_t choose_rows(const struct cvd_html_history *history, struct row *rows)
{
	size_t count = 0;

	for (uint32_t i = 0; i < history->lanes.len; i++) {
		const struct html_lane *lane = &history->lanes.items[i];

		if (lane->dated || lane->marks)
			rows[count++] = (struct row){lane->track, lane->group, !lane->current, i};
	}
	if (count)
		qsort(rows, count, sizeof *rows, compare_rows);
	return count;
}

/* A mark in its column. */
struct placed {
	uint32_t lane;
	int column;
	uint32_t commit;
	enum html_mark_kind kind;
};

static int compare_placed(const void *left, const void *right)
{
	const struct placed *a = left, *b = right;

	if (a->lane != b->lane)
		return a->lane < b->lane ? -1 : 1;
	if (a->column != b->column)
		return a->column < b->column ? -1 : 1;
	return a->commit < b->commit ? -1 : a->commit > b->commit;
}

/* Where the marks of each lane begin. */
static size_t *place_marks(const struct html_figure *figure, struct placed *placed,
			   struct cvd_arena *arena)
{
	const struct cvd_html_history *history = figure->history;
	size_t *begin = CVD_NEW_ARRAY(arena, size_t, history->lanes.len + 1);

	for (size_t i = 0; i < history->marks.len; i++) {
		const struct html_mark *mark = &history->marks.items[i];
		int32_t date = history->commits.items[mark->commit].date;

		placed[i] = (struct placed){mark->lane, html_axis_column(figure->axis, date),
					    mark->commit, mark->kind};
	}
	if (history->marks.len)
		qsort(placed, history->marks.len, sizeof *placed, compare_placed);
	for (size_t i = 0; i < history->lanes.len; i++)
		begin[i + 1] = begin[i] + history->lanes.items[i].marks;
	return begin;
}

/* --- a row -------------------------------------------------------------------------------------- */

static void add_bar(struct cvd_buf *out, int x, int y, int width, bool goes_on)
{
	if (goes_on && width > BAR)
		cvd_buf_printf(out, "<path class=\"bar\" d=\"M%d %dh%dl%d %dl-%d %dh-%dz\"/>", x, y,
			       width - BAR / 2, BAR / 2, BAR / 2, BAR / 2, BAR / 2, width - BAR / 2);
	else
		cvd_buf_printf(out,
			       "<rect class=\"bar\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>",
			       x, y, width, BAR);
}

/* What is gone and had no end yet ends where it went. */
static int32_t end_of(const struct html_figure *figure, const struct html_lane *lane,
		      const struct placed *marks)
{
	int32_t end = lane->start;

	if (!lane->open)
		return lane->end;
	if (lane->current || !lane->marks)
		return INT32_MAX;
	for (size_t i = 0; i < lane->marks; i++) {
		int32_t date = figure->history->commits.items[marks[i].commit].date;

		end = date > end ? date : end;
	}
	return end;
}

static void draw_bar(struct html_figure *figure, const struct html_lane *lane,
		     const struct placed *marks)
{
	const struct html_axis *axis = figure->axis;
	int32_t end = end_of(figure, lane, marks);
	int x = html_axis_place(axis, lane->start), width = html_axis_place(axis, end) - x;

	if (width < BAR_LEAST)
		width = BAR_LEAST;
	if (x + width > HTML_WIDTH)
		x = HTML_WIDTH - width;
	add_bar(&figure->drawing, x, figure->y + (HTML_ROW - BAR) / 2, width, end > axis->last);
}

static void add_kinds(struct cvd_buf *out, const struct placed *marks, size_t count)
{
	const char *between = "";

	for (int kind = 0; kind < HTML_MARK_KINDS; kind++) {
		size_t such = 0;

		for (size_t i = 0; i < count; i++)
			such += (int)marks[i].kind == kind;
		if (!such)
			continue;
		cvd_buf_add(out, cvd_str_from(between));
		if (count > 1)
			cvd_buf_printf(out, "%zu ", such);
		cvd_buf_add(out, cvd_str_from(signs[kind].name));
		between = ", ";
	}
}

/* At the middle of the commits' dates, as far as the cell has room there. */
static void add_sign(struct html_figure *figure, const struct html_cell *cell, int column,
		     enum html_mark_kind kind)
{
	const struct html_commit *commits = figure->history->commits.items;
	struct cvd_buf *out = &figure->drawing;
	int left = html_axis_column_place(figure->axis, column), y = figure->y + HTML_ROW / 2;
	int width = cell->commits > 1 ? SIGN + NUMBER : SIGN;
	int x = (html_axis_place(figure->axis, commits[cell->oldest].date) +
		 html_axis_place(figure->axis, commits[cell->newest].date) - width) /
		2;

	x = x < left ? left : x > left + HTML_COLUMN - width ? left + HTML_COLUMN - width : x;
	cvd_buf_printf(out, "<g class=\"sign %s\"><path d=\"M%d %d%s\"/>", signs[kind].name,
		       x + SIGN / 2, y, signs[kind].path);
	if (cell->commits > 1)
		cvd_buf_printf(out, "<text x=\"%d\" y=\"%d\"%s>%zu</text>", x + SIGN, y + 4,
			       cell->commits > 9
				       ? " textLength=\"12\" lengthAdjust=\"spacingAndGlyphs\""
				       : "",
			       cell->commits);
	cvd_buf_add(out, CVD_STR("</g>"));
}

/* Of marks that are newest first: whether it came or went at last, or else the strongest. */
static enum html_mark_kind sum_of(const struct placed *marks, size_t count)
{
	enum html_mark_kind strongest = marks[0].kind;

	for (size_t i = 0; i < count && strongest > HTML_MARK_ADDED; i++)
		strongest = marks[i].kind < strongest ? marks[i].kind : strongest;
	return strongest;
}

static void draw_cell(struct html_figure *figure, const struct placed *marks, size_t count)
{
	struct html_cell cell = {0};

	for (size_t i = 0; i < count; i++)
		html_cell_add(&cell, figure->history, marks[i].commit);
	html_cell_begin(&cell, figure);
	add_kinds(&figure->drawing, marks, count);
	html_cell_drawing(figure, marks[0].column);
	add_sign(figure, &cell, marks[0].column, sum_of(marks, count));
	html_cell_end(&cell, figure);
}

static void draw_lane(struct html_figure *figure, const struct html_lane *lane,
		      const struct placed *marks)
{
	const char *class = lane->current ? "lane" : "lane gone";
	const char *language = figure->history->tracks.items[lane->track].language;

	html_figure_label(figure, class, lane->title, language, lane->dates);
	if (!lane->current)
		cvd_buf_add(&figure->labels, CVD_STR(" <span class=\"note\">removed</span>"));
	html_figure_label_end(figure);
	html_figure_row(figure, class, lane->title, language, lane->dates);
	if (lane->dated)
		draw_bar(figure, lane, marks);
	for (size_t i = 0, end; i < lane->marks; i = end) {
		for (end = i + 1; end < lane->marks && marks[end].column == marks[i].column;)
			end++;
		draw_cell(figure, &marks[i], end - i);
	}
	html_figure_row_end(figure);
}

/* --- the figure --------------------------------------------------------------------------------- */

static void add_sample(struct cvd_buf *out, const char *class, const char *kind, const char *path,
		       int width, const char *about)
{
	cvd_buf_printf(
		out,
		"<li><svg width=\"%d\" height=\"14\" viewBox=\"%d -7 %d 14\" aria-hidden=\"true\">"
		"<g class=\"%s %s\"><path d=\"M0 0%s\"/></g></svg> %s</li>\n",
		width, -width / 2, width, class, kind, path, about);
}

static void add_bar_samples(struct cvd_buf *out, const struct cvd_html_history *history)
{
	bool goes_on = false, gone = false;

	for (size_t i = 0; i < history->lanes.len; i++) {
		goes_on |= history->lanes.items[i].open && history->lanes.items[i].current;
		gone |= !history->lanes.items[i].current;
	}
	add_sample(out, "lane", "", "m-14-5h28v10h-28z", SAMPLE, "from start to end");
	if (goes_on)
		add_sample(out, "lane", "", "m-14-5h23l5 5-5 5h-23z", SAMPLE, "goes on");
	if (gone)
		add_sample(out, "lane", "gone", "m-14-5h28v10h-28z", SAMPLE, "no longer there");
}

static void add_sign_samples(struct cvd_buf *out, const struct cvd_html_history *history)
{
	static const enum html_mark_kind order[HTML_MARK_KINDS] = {
		HTML_MARK_ADDED,   HTML_MARK_CHANGED, HTML_MARK_ENDED,
		HTML_MARK_REMOVED, HTML_MARK_MOVED,   HTML_MARK_REFORMATTED,
	};
	bool occurs[HTML_MARK_KINDS] = {false};

	for (size_t i = 0; i < history->marks.len; i++)
		occurs[history->marks.items[i].kind] = true;
	for (size_t i = 0; i < HTML_MARK_KINDS; i++)
		if (occurs[order[i]])
			add_sample(out, "sign", signs[order[i]].name, signs[order[i]].path,
				   SIGN + 2, signs[order[i]].name);
}

/* Of what occurs. */
static struct cvd_buf legend_of(const struct html_figure *figure)
{
	struct cvd_buf out = {0};

	cvd_buf_add(&out, CVD_STR("<ul class=\"legend\">\n"));
	add_bar_samples(&out, figure->history);
	add_sign_samples(&out, figure->history);
	cvd_buf_add(&out,
		    CVD_STR("</ul>\n<p class=\"note\">Bars follow the dates in the résumé, signs "
			    "those of the commits; a number counts commits. "));
	if (figure->axis->border)
		cvd_buf_add(&out, CVD_STR("Before the first commit time is drawn shorter. "));
	cvd_buf_add(&out, CVD_STR("All is told below, commit by commit.</p>\n"));
	return out;
}

void html_timeline(struct cvd_buf *out, const struct cvd_html_history *history,
		   const struct html_axis *axis)
{
	struct html_figure figure = {.history = history, .axis = axis};
	struct cvd_arena arena = {0};
	struct row *rows = CVD_NEW_ARRAY(&arena, struct row, history->lanes.len);
	struct placed *marks = CVD_NEW_ARRAY(&arena, struct placed, history->marks.len);
	size_t *begin = place_marks(&figure, marks, &arena), count = choose_rows(history, rows);
	struct cvd_buf legend = legend_of(&figure);

	for (size_t i = 0; i < count; i++) {
		if (!i || rows[i].track != rows[i - 1].track)
			html_figure_track(&figure, rows[i].track);
		if (!i || rows[i].group != rows[i - 1].group)
			html_figure_group(&figure, rows[i].group);
		draw_lane(&figure, &history->lanes.items[rows[i].lane], &marks[begin[rows[i].lane]]);
	}
	if (count)
		html_figure_end(&figure, out, "timeline", "Roles, education and projects",
				cvd_buf_str(&legend));
	cvd_buf_free(&legend);
	cvd_arena_free(&arena);
}
