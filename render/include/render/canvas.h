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

struct cvd_run {
	size_t end; /* in the paragraph's text */
	enum cvd_style style;
};

/* Set out, arena, width and color; the rest begins as zero. */
struct cvd_canvas {
	struct cvd_buf *out;
	struct cvd_arena *arena;
	size_t width; /* 0: lines have no end */
	bool color;
	size_t column;       /* where the next text goes */
	size_t written;      /* what there is of the line: spaces come with the text behind them */
	struct cvd_buf text; /* the paragraph in the making, already visible */
	CVD_ARRAY(struct cvd_run) runs; /* its styles */
};

void cvd_canvas_free(struct cvd_canvas *canvas);

/* Writes at the current column, without wrapping. */
void cvd_canvas_put(struct cvd_canvas *canvas, struct cvd_str text, enum cvd_style style);
/* Goes on at the column, if it is ahead. */
void cvd_canvas_pad(struct cvd_canvas *canvas, size_t column);
void cvd_canvas_newline(struct cvd_canvas *canvas);

/* Adds to the paragraph. Line breaks end lines there too; tabs become spaces. */
void cvd_canvas_add(struct cvd_canvas *canvas, struct cvd_str text, enum cvd_style style);
/* Columns of the paragraph so far, as if on one line. */
size_t cvd_canvas_width(const struct cvd_canvas *canvas);
/* Writes the paragraph from the current column on, its further lines from column `hang`, without a
 * line break at the end. The paragraph is then empty. */
void cvd_canvas_flow(struct cvd_canvas *canvas, size_t hang);

#endif
