/*
 * What the two figures of a history share. A figure is a list of labels, a row each, and beside it a drawing with an
 * axis of time. Private to them.
 */
#ifndef CVD_RENDER_HTML_FIGURE_H
#define CVD_RENDER_HTML_FIGURE_H

#include "history.h"

/* Pixels. Cells are as large as a finger hits (WCAG 2.2, 2.5.8). */
#define HTML_WIDTH 864
#define HTML_ROW 28
#define HTML_COLUMN 24
#define HTML_COLUMNS_MOST (HTML_WIDTH / HTML_COLUMN)
#define HTML_TICKS_MOST 48

struct html_tick {
	int x;
	int32_t day;
	int digits; /* of its date that are written */
	bool labelled;
};

/* One axis with two scales: a career is long and its history in git short, so that what is before the first commit
 * gets a smaller part of the width, and the commits the larger one. */
struct html_axis {
	int32_t start, first, last; /* days: all, and the first and last commit, with some room */
	int border; /* pixels left of the commits' part, which is of whole columns */
	struct html_tick ticks[HTML_TICKS_MOST];
	size_t tick_count;
};

/* There has to be a commit. Linear in the commits and lanes. */
struct html_axis html_axis_of(const struct cvd_html_history *history);
/* Where a day is, and in which column; days that the axis does not have are at its ends. */
int html_axis_place(const struct html_axis *axis, int32_t day);
int html_axis_column(const struct html_axis *axis, int32_t day);
int html_axis_column_place(const struct html_axis *axis, int column);

struct html_figure {
	const struct cvd_html_history *history;
	const struct html_axis *axis;
	struct cvd_buf labels, drawing;
	int y; /* of the next row */
};

/* Begins a label; its row is the caller's to draw. `about` is shown when it is pointed at and read out; it may be empty. */
void html_figure_label(struct html_figure *figure, const char *class, struct cvd_str text,
		       const char *language, struct cvd_str about);
void html_figure_label_end(struct html_figure *figure);
/* A row with a title and the labels of the axis. */
void html_figure_heading(struct html_figure *figure, const char *class, struct cvd_str text,
			 const char *language);
/* That of a section, and that of a résumé where there are several. */
void html_figure_group(struct html_figure *figure, uint32_t group);
void html_figure_track(struct html_figure *figure, uint32_t track);
/* Begins the group of a row, with a ground to point at. */
void html_figure_row(struct html_figure *figure, const char *class, struct cvd_str text,
		     const char *language, struct cvd_str about);
void html_figure_row_end(struct html_figure *figure);
/* Appends the figure as a section of the page, with `about` above it, and frees what is in it. */
void html_figure_end(struct html_figure *figure, struct cvd_buf *out, const char *id,
		     const char *title, struct cvd_str about);

/* Commits that a column has in a row: one link. */
struct html_cell {
	size_t commits;
	uint32_t oldest, newest; /* by date */
	struct cvd_buf names;    /* of all */
};

void html_cell_add(struct html_cell *cell, const struct cvd_html_history *history, uint32_t commit);
/* Begins the link, `<a …><title>2024-05-01 1a2b3c4: `, for the caller to say what happened; the second ends the
 * title, for the caller to draw it; the third ends the link and makes the cell an empty one. */
void html_cell_begin(const struct html_cell *cell, struct html_figure *figure);
void html_cell_drawing(struct html_figure *figure, int column);
void html_cell_end(struct html_cell *cell, struct html_figure *figure);

/* The two figures, appended. Linear in the marks, plus n log n. */
void html_timeline(struct cvd_buf *out, const struct cvd_html_history *history,
		   const struct html_axis *axis);
void html_activity(struct cvd_buf *out, const struct cvd_html_history *history,
		   const struct html_axis *axis);

#endif
