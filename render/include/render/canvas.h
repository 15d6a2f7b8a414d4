/* Lines of styled text for a terminal: made safe, wrapped, coloured. */
#ifndef CVD_RENDER_CANVAS_H
#define CVD_RENDER_CANVAS_H

#include "base/arena.h"
#include "base/buf.h"

enum cvd_style {
	CVD_STYLED_PLAIN,
	CVD_STYLED_HEADER,
	CVD_STYLED_SECTION,
	CVD_STYLED_HEADING,
	CVD_STYLED_ADDED,
	CVD_STYLED_REMOVED,
	CVD_STYLED_DELETED, /* words */
	CVD_STYLED_INSERTED,
	CVD_STYLED_CHANGED,
	CVD_STYLED_MOVED,
	CVD_STYLED_NOTE,
	CVD_STYLED_COUNT
};

/* What a text leads to. */
struct cvd_canvas_link {
	size_t number; /* among the canvas's links; 0: there is none */
	uint32_t line; /* of the file; 0: the file as a whole */
};

struct cvd_run {
	size_t end; /* in the paragraph's text */
	enum cvd_style style;
	struct cvd_canvas_link link;
};

/* Set out, arena, width, color and file; the rest begins as zero. */
struct cvd_canvas {
	struct cvd_buf *out;
	struct cvd_arena *arena;
	size_t width; /* 0: lines have no end */
	bool color;
	struct cvd_str file; /* the URI that links lead to, as a terminal may have it; empty: no links */
	size_t column;       /* where the next text goes */
	size_t written;      /* what there is of the line: spaces come with the text behind them */
	struct cvd_buf text;            /* the paragraph in the making, already visible */
	CVD_ARRAY(struct cvd_run) runs; /* its styles and links */
	struct cvd_canvas_link link;    /* the one that is begun */
	size_t links;                   /* how many were begun */
};

void cvd_canvas_free(struct cvd_canvas *canvas);

/* Writes at the current column, without wrapping. */
void cvd_canvas_put(struct cvd_canvas *canvas, struct cvd_str text, enum cvd_style style);
/* Makes a hyperlink (OSC 8) of all that is put or added until the end, to a line of the file (0: to the
 * file). In each line the link is opened and closed anew; its id tells terminals that it is one. */
void cvd_canvas_begin_link(struct cvd_canvas *canvas, uint32_t line);
void cvd_canvas_end_link(struct cvd_canvas *canvas);
/* Goes on at the column, if it is ahead. */
void cvd_canvas_pad(struct cvd_canvas *canvas, size_t column);
void cvd_canvas_newline(struct cvd_canvas *canvas);

/* Adds to the paragraph. Line breaks end lines there too; tabs become spaces. */
void cvd_canvas_add(struct cvd_canvas *canvas, struct cvd_str text, enum cvd_style style);
/* The same for a name: line breaks and tabs are shown as what they are. */
void cvd_canvas_add_name(struct cvd_canvas *canvas, struct cvd_str text, enum cvd_style style);
/* Columns of the paragraph so far, as if on one line. */
size_t cvd_canvas_width(const struct cvd_canvas *canvas);
/* Writes the paragraph from the current column on, its further lines from column `hang`, without a
 * line break at the end. The paragraph is then empty. */
void cvd_canvas_flow(struct cvd_canvas *canvas, size_t hang);

#endif
