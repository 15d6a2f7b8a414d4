/*
 * The second figure of a history: a row for each section, with a heap in each column as high as the changes that the
 * column's commits made in it. One scale for all sections, so that heaps compare; the commits have their own.
 */
#include "figure.h"

#include <stdlib.h>
#include <string.h>

#define HEAP (HTML_ROW - 4) /* height of the highest */
#define HEAP_LEAST 3

/* What happened in a column of a row. */
struct heap {
	struct html_cell cell;
	size_t changes;
};

static void put(const struct html_figure *figure, struct heap *heaps, uint32_t commit,
		size_t changes)
{
	int32_t date = figure->history->commits.items[commit].date;
	struct heap *heap = &heaps[html_axis_column(figure->axis, date)];

	html_cell_add(&heap->cell, figure->history, commit);
	heap->changes += changes;
}

/* Draws the heaps and leaves none. */
static void draw_heaps(struct html_figure *figure, struct heap *heaps, bool by_commits, size_t most)
{
	for (int column = 0; column < HTML_COLUMNS_MOST; column++) {
		struct heap *heap = &heaps[column];
		size_t number = by_commits ? heap->cell.commits : heap->changes;
		int height = HEAP_LEAST + (int)((HEAP - HEAP_LEAST) * number / most);

		if (!heap->cell.commits)
			continue;
		html_cell_begin(&heap->cell, figure);
		cvd_buf_printf(&figure->drawing, "%zu change%s", heap->changes,
			       heap->changes == 1 ? "" : "s");
		html_cell_drawing(figure, column);
		cvd_buf_printf(&figure->drawing,
			       "<rect class=\"heap\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>",
			       html_axis_column_place(figure->axis, column) + 2,
			       figure->y + HTML_ROW - 2 - height, HTML_COLUMN - 4, height);
		html_cell_end(&heap->cell, figure);
		heap->changes = 0;
	}
}

static void draw_row(struct html_figure *figure, struct cvd_str title, const char *language,
		     size_t number, const char *noun)
{
	html_figure_label(figure, "group", title, language, (struct cvd_str){0});
	cvd_buf_printf(&figure->labels,
		       " <span class=\"note\">%zu<span class=\"noun\"> %s%s</span></span>", number,
		       noun, number == 1 ? "" : "s");
	html_figure_label_end(figure);
	html_figure_row(figure, "lane", title, language, (struct cvd_str){0});
}

static void draw_commits(struct html_figure *figure, struct heap *heaps)
{
	const struct cvd_html_history *history = figure->history;
	size_t most = 1;

	for (uint32_t i = 0; i < history->commits.len; i++)
		put(figure, heaps, i, 0);
	for (size_t i = 0; i < history->activities.len; i++) {
		const struct html_activity *activity = &history->activities.items[i];
		int32_t date = history->commits.items[activity->commit].date;

		heaps[html_axis_column(figure->axis, date)].changes += activity->changes;
	}
	for (int column = 0; column < HTML_COLUMNS_MOST; column++)
		most = heaps[column].cell.commits > most ? heaps[column].cell.commits : most;
	draw_row(figure, CVD_STR("All"), "en", history->commits.len, "commit");
	draw_heaps(figure, heaps, true, most);
	html_figure_row_end(figure);
}

static int compare_activities(const void *left, const void *right)
{
	const struct html_activity *a = left, *b = right;

	if (a->group != b->group)
		return a->group < b->group ? -1 : 1;
	return a->commit < b->commit ? -1 : a->commit > b->commit;
}

/* Those of each group together, in the order of the groups. */
static struct html_activity *sort_activities(const struct cvd_html_history *history,
					     struct cvd_arena *arena)
{
	struct html_activity *sorted =
		CVD_NEW_ARRAY(arena, struct html_activity, history->activities.len);

	if (!history->activities.len)
		return sorted;
	memcpy(sorted, history->activities.items, history->activities.len * sizeof *sorted);
	qsort(sorted, history->activities.len, sizeof *sorted, compare_activities);
	return sorted;
}

/* The changes of the highest heap of all sections. */
static size_t find_most(const struct html_figure *figure, const struct html_activity *activities)
{
	size_t sums[HTML_COLUMNS_MOST] = {0}, most = 1;

	for (size_t i = 0; i < figure->history->activities.len; i++) {
		int32_t date = figure->history->commits.items[activities[i].commit].date;
		size_t *sum = &sums[html_axis_column(figure->axis, date)];

		if (i && activities[i - 1].group != activities[i].group)
			memset(sums, 0, sizeof sums);
		*sum += activities[i].changes;
		most = *sum > most ? *sum : most;
	}
	return most;
}

static void draw_group(struct html_figure *figure, struct heap *heaps, uint32_t index,
		       const struct html_activity *activities, size_t most)
{
	const struct html_group *group = &figure->history->groups.items[index];

	for (size_t i = 0; i < group->commits; i++)
		put(figure, heaps, activities[i].commit, activities[i].changes);
	draw_row(figure, group->title, html_group_language(figure->history, index), group->changes,
		 "change");
	draw_heaps(figure, heaps, false, most);
	html_figure_row_end(figure);
}

static void draw_track(struct html_figure *figure, struct heap *heaps, uint32_t track,
		       const struct html_activity *activities, size_t most)
{
	const struct cvd_html_history *history = figure->history;

	html_figure_track(figure, track);
	for (uint32_t i = 0; i < history->groups.len; i++) {
		const struct html_group *group = &history->groups.items[i];

		if (group->track == track && group->commits)
			draw_group(figure, heaps, i, activities, most);
		activities += group->commits;
	}
}

void html_activity(struct cvd_buf *out, const struct cvd_html_history *history,
		   const struct html_axis *axis)
{
	struct html_figure figure = {.history = history, .axis = axis};
	struct heap heaps[HTML_COLUMNS_MOST] = {0};
	struct cvd_arena arena = {0};
	struct html_activity *activities = sort_activities(history, &arena);
	size_t most = find_most(&figure, activities);

	html_figure_heading(&figure, "section", CVD_STR("Commits and changes"), "en");
	draw_commits(&figure, heaps);
	for (uint32_t track = 0; track < history->tracks.len; track++)
		draw_track(&figure, heaps, track, activities, most);
	html_figure_end(&figure, out, "activity", "Activity by section", (struct cvd_str){0});
	cvd_arena_free(&arena);
}
