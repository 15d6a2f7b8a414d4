/*
 * Rows of labels and of a drawing, in step; the links in their cells. A cell leads to its newest commit; the script
 * leads on to the others, by the names in its data.
 */
#include "figure.h"

#include "days.h"

/* --- rows --------------------------------------------------------------------------------------- */

void html_figure_label(struct html_figure *figure, const char *class, struct cvd_str text,
		       const char *language, struct cvd_str about)
{
	struct cvd_buf *out = &figure->labels;

	cvd_buf_printf(out, "<li class=\"%s\" title=\"", class);
	html_text(out, text);
	if (about.len)
		cvd_buf_put(out, '\n');
	html_text(out, about);
	cvd_buf_printf(out, "\"><bdi lang=\"%s\">", language);
	html_text(out, text);
	cvd_buf_add(out, CVD_STR("</bdi>"));
	if (!about.len)
		return;
	cvd_buf_add(out, CVD_STR("<span class=\"spoken\"> "));
	html_text(out, about);
	cvd_buf_add(out, CVD_STR("</span>"));
}

void html_figure_label_end(struct html_figure *figure)
{
	cvd_buf_add(&figure->labels, CVD_STR("</li>\n"));
}

static void add_when(struct cvd_buf *out, const struct html_tick *tick, int y)
{
	cvd_buf_printf(out, "<text class=\"when\" x=\"%d\" y=\"%d\">", tick->x, y);
	html_day_write(out, tick->day, tick->digits);
	cvd_buf_add(out, CVD_STR("</text>\n"));
}

void html_figure_heading(struct html_figure *figure, const char *class, struct cvd_str text,
			 const char *language)
{
	html_figure_label(figure, class, text, language, (struct cvd_str){0});
	html_figure_label_end(figure);
	figure->y += HTML_ROW;
	for (size_t i = 0; i < figure->axis->tick_count; i++)
		if (figure->axis->ticks[i].labelled)
			add_when(&figure->drawing, &figure->axis->ticks[i], figure->y - 9);
	cvd_buf_printf(&figure->drawing, "<path class=\"under\" d=\"M0 %dH%d\"/>\n", figure->y,
		       HTML_WIDTH);
}

void html_figure_track(struct html_figure *figure, uint32_t track)
{
	if (figure->history->tracks.len > 1)
		html_figure_heading(figure, "file", figure->history->tracks.items[track].name,
				    "und");
}

void html_figure_group(struct html_figure *figure, uint32_t group)
{
	html_figure_heading(figure, "section", figure->history->groups.items[group].title,
			    html_group_language(figure->history, group));
}

void html_figure_row(struct html_figure *figure, const char *class, struct cvd_str text,
		     const char *language, struct cvd_str about)
{
	struct cvd_buf *out = &figure->drawing;

	cvd_buf_printf(out, "<g class=\"%s\"><title lang=\"%s\">", class, language);
	html_text(out, text);
	if (about.len)
		cvd_buf_put(out, '\n');
	html_text(out, about);
	cvd_buf_printf(out,
		       "</title><rect class=\"row\" x=\"0\" y=\"%d\" width=\"%d\" height=\"%d\"/>",
		       figure->y, HTML_WIDTH, HTML_ROW);
}

void html_figure_row_end(struct html_figure *figure)
{
	cvd_buf_add(&figure->drawing, CVD_STR("</g>\n"));
	figure->y += HTML_ROW;
}

static void add_ground(struct cvd_buf *out, const struct html_axis *axis, int height)
{
	cvd_buf_printf(out, "<rect class=\"commits\" x=\"%d\" y=\"0\" width=\"%d\" height=\"%d\"/>",
		       axis->border, HTML_WIDTH - axis->border, height);
	cvd_buf_add(out, CVD_STR("<path class=\"tick\" d=\""));
	for (size_t i = 0; i < axis->tick_count; i++)
		cvd_buf_printf(out, "M%d %dV%d", axis->ticks[i].x, HTML_ROW - 4, height);
	cvd_buf_add(out, CVD_STR("\"/>\n"));
	if (axis->border)
		cvd_buf_printf(out, "<path class=\"border\" d=\"M%d 0V%d\"/>\n", axis->border,
			       height);
}

void html_figure_end(struct html_figure *figure, struct cvd_buf *out, const char *id,
		     const char *title, struct cvd_str about)
{
	int height = figure->y + 2;

	cvd_buf_printf(
		out,
		"<section id=\"%s\" aria-labelledby=\"%s-title\">\n<h2 id=\"%s-title\">%s</h2>\n",
		id, id, id, title);
	cvd_buf_add(out, about);
	cvd_buf_add(out, CVD_STR("<div class=\"chart\">\n<ul class=\"labels\">\n"));
	cvd_buf_add(out, cvd_buf_str(&figure->labels));
	cvd_buf_printf(out,
		       "</ul>\n<svg role=\"group\" aria-labelledby=\"%s-title\" width=\"%d\" "
		       "height=\"%d\" viewBox=\"0 0 %d %d\">\n",
		       id, HTML_WIDTH, height, HTML_WIDTH, height);
	add_ground(out, figure->axis, height);
	cvd_buf_add(out, cvd_buf_str(&figure->drawing));
	cvd_buf_add(out, CVD_STR("</svg>\n</div>\n</section>\n"));
	cvd_buf_free(&figure->labels);
	cvd_buf_free(&figure->drawing);
}

/* --- cells -------------------------------------------------------------------------------------- */

void html_cell_add(struct html_cell *cell, const struct cvd_html_history *history, uint32_t commit)
{
	const struct html_commit *commits = history->commits.items;

	if (!cell->commits++)
		cell->oldest = cell->newest = commit;
	else
		cvd_buf_put(&cell->names, ' ');
	if (commits[commit].date < commits[cell->oldest].date)
		cell->oldest = commit;
	if (commits[commit].date > commits[cell->newest].date)
		cell->newest = commit;
	cvd_buf_add(&cell->names, commits[commit].name);
}

/* `2024-05-01 1a2b3c4`, `2024-05-01 – 2024-06-02, 3 commits` */
static void add_span(struct cvd_buf *out, const struct html_cell *cell,
		     const struct html_commit *oldest, const struct html_commit *newest)
{
	cvd_buf_add(out, oldest->day);
	if (oldest->date != newest->date)
		cvd_buf_printf(out, " – %.*s", CVD_STR_ARG(newest->day));
	if (cell->commits > 1)
		cvd_buf_printf(out, ", %zu commits", cell->commits);
	else
		cvd_buf_printf(out, " %.*s", CVD_STR_ARG(newest->name));
}

void html_cell_begin(const struct html_cell *cell, struct html_figure *figure)
{
	const struct html_commit *commits = figure->history->commits.items;
	struct cvd_buf *out = &figure->drawing;

	cvd_buf_printf(out, "<a href=\"#commit-%.*s\"", CVD_STR_ARG(commits[cell->newest].name));
	if (cell->commits > 1)
		cvd_buf_printf(out, " data-at=\"%.*s\"", CVD_STR_ARG(cvd_buf_str(&cell->names)));
	cvd_buf_add(out, CVD_STR("><title>"));
	add_span(out, cell, &commits[cell->oldest], &commits[cell->newest]);
	cvd_buf_add(out, CVD_STR(": "));
}

void html_cell_drawing(struct html_figure *figure, int column)
{
	cvd_buf_printf(&figure->drawing,
		       "</title><rect class=\"cell\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>",
		       html_axis_column_place(figure->axis, column), figure->y, HTML_COLUMN,
		       HTML_ROW);
}

void html_cell_end(struct html_cell *cell, struct html_figure *figure)
{
	cvd_buf_add(&figure->drawing, CVD_STR("</a>\n"));
	cvd_buf_free(&cell->names);
	*cell = (struct html_cell){0};
}
