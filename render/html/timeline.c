/*
 * Both figures share one axis of calendar time with two scales: a career is long and its history in git short, so
 * that what is before the first commit gets a smaller part of the width, and the commits the larger one.
 *
 * Links are cells of COLUMN by ROW pixels, so that a finger hits them (WCAG 2.2, 2.5.8). In a cell each commit
 * has its sign at its very date; signs that would cover each other are one with their number. A cell leads to its
 * newest commit; the script leads to the one that was meant.
 */
#include "history.h"

#include <stdlib.h>
#include <string.h>

#define WIDTH 864
#define ROW 28
#define COLUMN 24
#define COLUMNS_MOST (WIDTH / COLUMN)
#define BAR 10 /* height */
#define BAR_LEAST 4
#define SIGN 12        /* width of a sign */
#define HEAP (ROW - 4) /* height of the highest */
#define HEAP_LEAST 3
#define TICK_LEAST 52         /* pixels between two ticks */
#define YEARS_MOST (80 * 366) /* days before the first commit that are shown */

static const char *const kinds[HTML_MARK_KINDS] = {
	[HTML_MARK_REMOVED] = "removed", [HTML_MARK_ADDED] = "added", [HTML_MARK_ENDED] = "ended",
	[HTML_MARK_CHANGED] = "changed", [HTML_MARK_MOVED] = "moved",
};

/* Around the middle, which the path begins at. */
static const char *const signs[HTML_MARK_KINDS] = {
	[HTML_MARK_REMOVED] = "m-6-4l2-2 4 4 4-4 2 2-4 4 4 4-2 2-4-4-4 4-2-2 4-4z",
	[HTML_MARK_ADDED] = "m-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z",
	[HTML_MARK_ENDED] = "m-5-5h10v10h-10z",
	[HTML_MARK_CHANGED] = "m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
	[HTML_MARK_MOVED] = "m0-6l6 6-6 6-6-6z",
};

/* --- the axis ----------------------------------------------------------------------------------- */

struct axis {
	int32_t start, first, last; /* days: all, and the first and last commit, with some room */
	int border; /* pixels left of the commits' part, which is of whole columns */
};

static struct axis axis_of(const struct cvd_html_history *history)
{
	struct axis axis = {.first = INT32_MAX, .last = INT32_MIN};
	int32_t room;

	for (size_t i = 0; i < history->commits.len; i++) {
		int32_t date = history->commits.items[i].date;

		axis.first = date < axis.first ? date : axis.first;
		axis.last = date > axis.last ? date : axis.last;
	}
	room = (axis.last - axis.first) / 50 + 4;
	axis.first -= room;
	axis.last += room;
	axis.start = axis.first;
	for (size_t i = 0; i < history->lanes.len; i++) {
		const struct html_lane *lane = &history->lanes.items[i];

		if (lane->dated && lane->start < axis.start)
			axis.start = lane->start;
	}
	if (axis.first - axis.start > YEARS_MOST)
		axis.start = axis.first - YEARS_MOST;
	if (axis.start < axis.first) {
		int64_t before = axis.first - axis.start, all = axis.last - axis.start;
		int width = (int)(WIDTH * before / all);

		width = width < WIDTH / 10 ? WIDTH / 10 : width;
		width = width > WIDTH * 2 / 5 ? WIDTH * 2 / 5 : width;
		axis.border = WIDTH - (WIDTH - width) / COLUMN * COLUMN;
	}
	return axis;
}

static int place(const struct axis *axis, int32_t day)
{
	if (day <= axis->start)
		return 0;
	if (day >= axis->last)
		return WIDTH;
	if (day < axis->first)
		return (int)((int64_t)axis->border * (day - axis->start) /
			     (axis->first - axis->start));
	return axis->border + (int)((int64_t)(WIDTH - axis->border) * (day - axis->first) /
				    (axis->last - axis->first));
}

static int column_of(const struct axis *axis, int x)
{
	int column = (x - axis->border) / COLUMN, last = (WIDTH - axis->border) / COLUMN - 1;

	return column > last ? last : column;
}

static int column_place(const struct axis *axis, int column)
{
	return axis->border + column * COLUMN;
}

static int32_t day_of_month(int32_t months)
{
	struct cvd_buf buf = {0};
	int32_t day = 0;

	cvd_buf_printf(&buf, "%04d-%02d", (int)(months / 12), (int)(months % 12 + 1));
	html_day(cvd_buf_str(&buf), false, &day);
	cvd_buf_free(&buf);
	return day;
}

/* The first month, from the year 0 on, that begins on the day or after it. */
static int32_t months_until(int32_t day)
{
	int32_t months = (int32_t)((int64_t)(day + 719528) * 4800 / 146097);

	return day_of_month(months) >= day ? months : months + 1;
}

static void add_ticks(struct cvd_buf *out, const struct axis *axis, int32_t from, int32_t to,
		      int height)
{
	static const int32_t steps[] = {1, 3, 6, 12, 24, 60, 120, 240, 1200};
	int left = place(axis, from), right = place(axis, to), written = left;
	size_t step = 0;

	if (from >= to)
		return;
	while (step + 1 < sizeof steps / sizeof *steps &&
	       (int64_t)(right - left) * steps[step] * 30 < (int64_t)TICK_LEAST * (to - from))
		step++;
	for (int32_t month = (months_until(from) + steps[step] - 1) / steps[step] * steps[step];
	     day_of_month(month) < to; month += steps[step]) {
		int x = place(axis, day_of_month(month));

		cvd_buf_printf(out, "<path class=\"tick\" d=\"M%d %dV%d\"/>", x, ROW - 4, height);
		if (x - written < TICK_LEAST / 2 || right - x < TICK_LEAST / 2)
			continue;
		cvd_buf_printf(out, "<text class=\"when\" x=\"%d\" y=\"%d\">%d", x, ROW - 10,
			       (int)(month / 12));
		if (steps[step] < 12)
			cvd_buf_printf(out, "-%02d", (int)(month % 12 + 1));
		cvd_buf_add(out, CVD_STR("</text>\n"));
		written = x;
	}
}

static void add_axis(struct cvd_buf *out, const struct axis *axis, int height)
{
	cvd_buf_printf(out, "<rect class=\"commits\" x=\"%d\" y=\"0\" width=\"%d\" height=\"%d\"/>",
		       axis->border, WIDTH - axis->border, height);
	add_ticks(out, axis, axis->start, axis->first, height);
	add_ticks(out, axis, axis->first, axis->last, height);
	if (axis->border)
		cvd_buf_printf(out, "<path class=\"border\" d=\"M%d 0V%d\"/>\n", axis->border,
			       height);
}

/* --- cells -------------------------------------------------------------------------------------- */

/* Commits of some time. */
struct span {
	const struct cvd_html_history *history;
	uint32_t oldest, newest; /* by date */
	size_t commits;
};

static void stretch(struct span *span, uint32_t commit)
{
	const struct html_commit *commits = span->history->commits.items;

	if (!span->commits++)
		span->oldest = span->newest = commit;
	if (commits[commit].date < commits[span->oldest].date)
		span->oldest = commit;
	if (commits[commit].date > commits[span->newest].date)
		span->newest = commit;
}

/* `2024-05-01 1a2b3c4`, `2024-05-01 – 2024-06-02, 3 commits` */
static void add_when(struct cvd_buf *out, const struct span *span)
{
	const struct html_commit *oldest = &span->history->commits.items[span->oldest];
	const struct html_commit *newest = &span->history->commits.items[span->newest];

	cvd_buf_add(out, oldest->day);
	if (oldest->date != newest->date)
		cvd_buf_printf(out, " – %.*s", CVD_STR_ARG(newest->day));
	if (span->commits > 1)
		cvd_buf_printf(out, ", %zu commits", span->commits);
	else
		cvd_buf_printf(out, " %.*s", CVD_STR_ARG(newest->name));
}

static void begin_link(struct cvd_buf *out, const struct span *span, struct cvd_str names)
{
	const struct html_commit *newest = &span->history->commits.items[span->newest];

	cvd_buf_printf(out, "<a href=\"#commit-%.*s\"", CVD_STR_ARG(newest->name));
	if (span->commits > 1)
		cvd_buf_printf(out, " data-at=\"%.*s\"", CVD_STR_ARG(names));
	cvd_buf_add(out, CVD_STR("><title>"));
	add_when(out, span);
	cvd_buf_add(out, CVD_STR(": "));
}

static void end_title(struct cvd_buf *out, int x, int y)
{
	cvd_buf_printf(out,
		       "</title><rect class=\"cell\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>",
		       x, y, COLUMN, ROW);
}

static void add_name(struct cvd_buf *names, const struct cvd_html_history *history, uint32_t commit)
{
	if (names->len)
		cvd_buf_put(names, ' ');
	cvd_buf_add(names, history->commits.items[commit].name);
}

/* --- lanes -------------------------------------------------------------------------------------- */

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

struct placed {
	uint32_t lane;
	int x;
	uint32_t commit;
	enum html_mark_kind kind;
};

static int compare_placed(const void *left, const void *right)
{
	const struct placed *a = left, *b = right;

	if (a->lane != b->lane)
		return a->lane < b->lane ? -1 : 1;
	if (a->x != b->x)
		return a->x < b->x ? -1 : 1;
	return a->commit > b->commit ? -1 : a->commit < b->commit;
}

/* One figure in the making. */
struct figure {
	const struct cvd_html_history *history;
	struct axis axis;
	struct cvd_buf labels, drawing;
	int y; /* of the next row */
};

static void add_label(struct figure *figure, const char *class, struct cvd_str text)
{
	cvd_buf_printf(&figure->labels, "<li class=\"%s\" title=\"", class);
	html_text(&figure->labels, text);
	cvd_buf_add(&figure->labels, CVD_STR("\">"));
	html_isolated(&figure->labels, text);
}

static void add_heading(struct figure *figure, const char *class, struct cvd_str text)
{
	add_label(figure, class, text);
	cvd_buf_add(&figure->labels, CVD_STR("</li>\n"));
	figure->y += ROW;
	cvd_buf_printf(&figure->drawing, "<path class=\"under\" d=\"M0 %dH%d\"/>\n", figure->y,
		       WIDTH);
}

static void add_bar(struct figure *figure, const struct html_lane *lane)
{
	int x = place(&figure->axis, lane->start);
	int end = place(&figure->axis, lane->open ? INT32_MAX : lane->end);
	int width = end - x, y = figure->y + (ROW - BAR) / 2;

	if (width < BAR_LEAST)
		width = BAR_LEAST;
	if (x + width > WIDTH)
		x = WIDTH - width;
	if (lane->open && width > BAR)
		cvd_buf_printf(&figure->drawing,
			       "<path class=\"bar\" d=\"M%d %dh%dl%d %dl-%d %dh-%dz\"/>", x, y,
			       width - BAR / 2, BAR / 2, BAR / 2, BAR / 2, BAR / 2, width - BAR / 2);
	else
		cvd_buf_printf(&figure->drawing,
			       "<rect class=\"bar\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>",
			       x, y, width, BAR);
}

/* Half the width of a sign for so many commits. */
static int half_of(size_t count)
{
	static const int halves[] = {SIGN / 2, 8, 10, 13};

	return halves[(count > 1) + (count > 9) + (count > 99)];
}

/* Where the marks end that need one sign, as the next would cover it. */
static size_t find_end(const struct placed *marks, size_t from, size_t count)
{
	size_t end = from + 1;

	while (end < count && marks[end].x - SIGN / 2 <
				      (marks[from].x + marks[end - 1].x) / 2 + half_of(end - from))
		end++;
	return end;
}

/* The sign of one or several marks. */
static void add_sign(struct figure *figure, const struct placed *marks, size_t count, bool alone)
{
	struct cvd_buf *out = &figure->drawing;
	int x = (marks[0].x + marks[count - 1].x) / 2, y = figure->y + ROW / 2;
	int half = half_of(count);
	enum html_mark_kind strongest = marks[0].kind;

	for (size_t i = 1; i < count; i++)
		strongest = marks[i].kind < strongest ? marks[i].kind : strongest;
	cvd_buf_printf(out, "<g class=\"sign %s\"", kinds[strongest]);
	if (!alone)
		cvd_buf_printf(
			out, " data-to=\"%.*s\"",
			CVD_STR_ARG(figure->history->commits.items[marks[count - 1].commit].name));
	x = x < half ? half : x > WIDTH - half ? WIDTH - half : x;
	if (count == 1)
		cvd_buf_printf(out, "><path d=\"M%d %d%s\"/></g>", x, y, signs[strongest]);
	else
		cvd_buf_printf(out,
			       "><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"16\" rx=\"8\"/>"
			       "<text x=\"%d\" y=\"%d\">%zu</text></g>",
			       x - half, y - 8, 2 * half, x, y + 4, count);
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
		cvd_buf_add(out, cvd_str_from(kinds[kind]));
		between = ", ";
	}
}

/* The marks of a cell, oldest first. */
static void add_cell(struct figure *figure, const struct placed *marks, size_t count, int column)
{
	struct span span = {.history = figure->history};
	struct cvd_buf names = {0};

	for (size_t i = 0; i < count; i++) {
		stretch(&span, marks[i].commit);
		add_name(&names, figure->history, marks[i].commit);
	}
	begin_link(&figure->drawing, &span, cvd_buf_str(&names));
	add_kinds(&figure->drawing, marks, count);
	end_title(&figure->drawing, column_place(&figure->axis, column), figure->y);
	for (size_t i = 0, end; i < count; i = end) {
		end = find_end(marks, i, count);
		add_sign(figure, &marks[i], end - i, end - i == count);
	}
	cvd_buf_add(&figure->drawing, CVD_STR("</a>\n"));
	cvd_buf_free(&names);
}

static void add_lane(struct figure *figure, const struct html_lane *lane, const struct placed *marks)
{
	struct cvd_buf *labels = &figure->labels, *out = &figure->drawing;
	const char *class = lane->current ? "lane" : "lane gone";

	add_label(figure, class, lane->title);
	cvd_buf_add(labels, CVD_STR(" <span class=\"spoken\">"));
	html_text(labels, lane->dates);
	cvd_buf_printf(labels, "</span>%s</li>\n",
		       lane->current ? "" : " <span class=\"note\">removed</span>");
	cvd_buf_printf(out, "<g class=\"%s\"><title>", class);
	html_text(out, lane->title);
	cvd_buf_add(out, CVD_STR("\n"));
	html_text(out, lane->dates);
	cvd_buf_printf(out, "%s</title>", lane->current ? "" : " (removed)");
	if (lane->dated)
		add_bar(figure, lane);
	for (size_t i = 0, end; i < lane->marks; i = end) {
		int column = column_of(&figure->axis, marks[i].x);

		for (end = i + 1;
		     end < lane->marks && column_of(&figure->axis, marks[end].x) == column;)
			end++;
		add_cell(figure, &marks[i], end - i, column);
	}
	cvd_buf_add(out, CVD_STR("</g>\n"));
	figure->y += ROW;
}

/* Where the marks of each lane begin. */
static size_t *find_marks(struct figure *figure, struct placed *marks, struct cvd_arena *arena)
{
	const struct cvd_html_history *history = figure->history;
	size_t *begin = CVD_NEW_ARRAY(arena, size_t, history->lanes.len + 1);

	for (size_t i = 0; i < history->marks.len; i++) {
		const struct html_mark *mark = &history->marks.items[i];

		marks[i] = (struct placed){
			mark->lane, place(&figure->axis, history->commits.items[mark->commit].date),
			mark->commit, mark->kind};
	}
	if (history->marks.len)
		qsort(marks, history->marks.len, sizeof *marks, compare_placed);
	for (size_t i = 0; i < history->lanes.len; i++)
		begin[i + 1] = begin[i] + history->lanes.items[i].marks;
	return begin;
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

static void add_track(struct figure *figure, uint32_t track)
{
	if (figure->history->tracks.len > 1)
		add_heading(figure, "file", figure->history->tracks.items[track].name);
}

static void draw_lanes(struct figure *figure, struct cvd_arena *arena)
{
	const struct cvd_html_history *history = figure->history;
	struct row *rows = CVD_NEW_ARRAY(arena, struct row, history->lanes.len);
	struct placed *marks = CVD_NEW_ARRAY(arena, struct placed, history->marks.len);
	size_t *begin = find_marks(figure, marks, arena), count = choose_rows(history, rows);

	for (size_t i = 0; i < count; i++) {
		if (!i || rows[i].track != rows[i - 1].track)
			add_track(figure, rows[i].track);
		if (!i || rows[i].group != rows[i - 1].group)
			add_heading(figure, "section", history->groups.items[rows[i].group].title);
		add_lane(figure, &history->lanes.items[rows[i].lane], &marks[begin[rows[i].lane]]);
	}
}

/* --- activity ----------------------------------------------------------------------------------- */

/* What happened in a column of a row. */
struct heap {
	struct span span;
	size_t changes;
	struct cvd_buf names;
};

static void put(struct figure *figure, struct heap *heaps, uint32_t commit, size_t changes)
{
	const struct cvd_html_history *history = figure->history;
	int x = place(&figure->axis, history->commits.items[commit].date);
	struct heap *heap = &heaps[column_of(&figure->axis, x)];

	heap->span.history = history;
	stretch(&heap->span, commit);
	heap->changes += changes;
	add_name(&heap->names, history, commit);
}

static void add_heaps(struct figure *figure, struct heap *heaps, bool counts_commits, size_t most)
{
	struct cvd_buf *out = &figure->drawing;

	for (int column = 0; column < COLUMNS_MOST; column++) {
		struct heap *heap = &heaps[column];
		size_t number = counts_commits ? heap->span.commits : heap->changes;
		int x = column_place(&figure->axis, column);
		int height = HEAP_LEAST + (int)((HEAP - HEAP_LEAST) * number / most);

		if (!heap->span.commits)
			continue;
		begin_link(out, &heap->span, cvd_buf_str(&heap->names));
		cvd_buf_printf(out, "%zu change%s", heap->changes, heap->changes == 1 ? "" : "s");
		end_title(out, x, figure->y);
		cvd_buf_printf(out,
			       "<rect class=\"heap\" x=\"%d\" y=\"%d\" width=\"%d\" "
			       "height=\"%d\"/></a>\n",
			       x + 2, figure->y + ROW - 2 - height, COLUMN - 4, height);
		cvd_buf_free(&heap->names);
		*heap = (struct heap){0};
	}
	cvd_buf_add(out, CVD_STR("</g>\n"));
	figure->y += ROW;
}

static void begin_activity(struct figure *figure, struct cvd_str title, size_t changes)
{
	add_label(figure, "group", title);
	cvd_buf_printf(&figure->labels, " <span class=\"note\">%zu</span></li>\n", changes);
	cvd_buf_add(&figure->drawing, CVD_STR("<g class=\"lane\"><title>"));
	html_text(&figure->drawing, title);
	cvd_buf_add(&figure->drawing, CVD_STR("</title>\n"));
}

static int compare_activities(const void *left, const void *right)
{
	const struct html_activity *a = left, *b = right;

	if (a->group != b->group)
		return a->group < b->group ? -1 : 1;
	return a->commit < b->commit ? -1 : a->commit > b->commit;
}

static void draw_commits(struct figure *figure, struct heap *heaps)
{
	const struct cvd_html_history *history = figure->history;
	size_t most = 1;

	begin_activity(figure, CVD_STR("All commits"), history->commits.len);
	for (uint32_t i = 0; i < history->commits.len; i++)
		put(figure, heaps, i, 0);
	for (size_t i = 0; i < history->activities.len; i++) {
		const struct html_activity *activity = &history->activities.items[i];
		int x = place(&figure->axis, history->commits.items[activity->commit].date);

		heaps[column_of(&figure->axis, x)].changes += activity->changes;
	}
	for (int column = 0; column < COLUMNS_MOST; column++)
		most = heaps[column].span.commits > most ? heaps[column].span.commits : most;
	add_heaps(figure, heaps, true, most);
}

/* The changes of the highest heap of all sections. */
static size_t find_most(const struct figure *figure)
{
	const struct cvd_html_history *history = figure->history;
	size_t sums[COLUMNS_MOST] = {0}, most = 1;

	for (size_t i = 0; i < history->activities.len; i++) {
		const struct html_activity *activity = &history->activities.items[i];
		int x = place(&figure->axis, history->commits.items[activity->commit].date);
		size_t *sum = &sums[column_of(&figure->axis, x)];

		if (i && activity[-1].group != activity->group)
			memset(sums, 0, sizeof sums);
		*sum += activity->changes;
		most = *sum > most ? *sum : most;
	}
	return most;
}

static void draw_group(struct figure *figure, struct heap *heaps, uint32_t group, size_t most)
{
	const struct cvd_html_history *history = figure->history;
	const struct html_activity *activities = history->activities.items;
	size_t low = 0, high = history->activities.len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (activities[middle].group < group)
			low = middle + 1;
		else
			high = middle;
	}
	begin_activity(figure, history->groups.items[group].title,
		       history->groups.items[group].changes);
	for (; low < history->activities.len && activities[low].group == group; low++)
		put(figure, heaps, activities[low].commit, activities[low].changes);
	add_heaps(figure, heaps, false, most);
}

static void draw_activity(struct figure *figure, struct cvd_html_history *history)
{
	struct heap heaps[COLUMNS_MOST] = {0};
	size_t most;

	if (history->activities.len)
		qsort(history->activities.items, history->activities.len,
		      sizeof *history->activities.items, compare_activities);
	most = find_most(figure);
	draw_commits(figure, heaps);
	for (uint32_t track = 0; track < history->tracks.len; track++) {
		add_track(figure, track);
		for (uint32_t group = 0; group < history->groups.len; group++)
			if (history->groups.items[group].track == track &&
			    history->groups.items[group].changes)
				draw_group(figure, heaps, group, most);
	}
}

/* --- the figures -------------------------------------------------------------------------------- */

static void add_legend(struct cvd_buf *out, const struct axis *axis)
{
	static const int order[] = {HTML_MARK_ADDED, HTML_MARK_CHANGED, HTML_MARK_ENDED,
				    HTML_MARK_REMOVED, HTML_MARK_MOVED};

	cvd_buf_add(out, CVD_STR("<ul class=\"legend\">\n"));
	for (size_t i = 0; i < sizeof order / sizeof *order; i++)
		cvd_buf_printf(
			out,
			"<li><svg width=\"14\" height=\"14\" viewBox=\"-7 -7 14 14\" "
			"aria-hidden=\"true\"><g class=\"sign %s\"><path d=\"M0 0%s\"/></g></svg> "
			"%s</li>\n",
			kinds[order[i]], signs[order[i]], kinds[order[i]]);
	cvd_buf_add(out,
		    CVD_STR("</ul>\n<p class=\"note\">A number stands for that many commits. "));
	if (axis->border)
		cvd_buf_add(out, CVD_STR("Left of the line, before the first commit, time is drawn "
					 "shorter. "));
	cvd_buf_add(out, CVD_STR("The same is told below, commit by commit.</p>\n"));
}

static void add_figure(struct cvd_buf *out, struct figure *figure, const char *id)
{
	struct cvd_buf axis = {0};

	add_axis(&axis, &figure->axis, figure->y + 2);
	cvd_buf_add(out, CVD_STR("<div class=\"chart\">\n<ul class=\"labels\">\n"));
	cvd_buf_add(out, cvd_buf_str(&figure->labels));
	cvd_buf_printf(out,
		       "</ul>\n<svg role=\"group\" aria-labelledby=\"%s-title\" width=\"%d\" "
		       "height=\"%d\" viewBox=\"0 0 %d %d\">\n",
		       id, WIDTH, figure->y + 2, WIDTH, figure->y + 2);
	cvd_buf_add(out, cvd_buf_str(&axis));
	cvd_buf_add(out, cvd_buf_str(&figure->drawing));
	cvd_buf_add(out, CVD_STR("</svg>\n</div>\n</section>\n"));
	cvd_buf_free(&axis);
	cvd_buf_free(&figure->labels);
	cvd_buf_free(&figure->drawing);
}

static void begin_section(struct cvd_buf *out, const char *id, const char *title)
{
	cvd_buf_printf(
		out,
		"<section id=\"%s\" aria-labelledby=\"%s-title\">\n<h2 id=\"%s-title\">%s</h2>\n",
		id, id, id, title);
}

void html_timeline(struct cvd_buf *out, struct cvd_html_history *history)
{
	struct figure lanes = {.history = history, .axis = axis_of(history), .y = ROW};
	struct figure activity = lanes;
	struct cvd_arena arena = {0};

	draw_lanes(&lanes, &arena);
	if (lanes.y > ROW) {
		begin_section(out, "timeline", "Roles, education and projects");
		add_legend(out, &lanes.axis);
		add_figure(out, &lanes, "timeline");
	}
	draw_activity(&activity, history);
	begin_section(out, "activity", "Activity by section");
	add_figure(out, &activity, "activity");
	cvd_arena_free(&arena);
}
