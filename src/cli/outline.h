/* What the outlines of `show` and `blame` share. */
#ifndef CVD_CLI_OUTLINE_H
#define CVD_CLI_OUTLINE_H

#include "render/canvas.h"
#include "resume/model.h"

#define CVD_OUTLINE_GAP CVD_STR("  ")

/* Puts the node's kind, moved to the right by its depth from `column` on, and a gap. */
void cvd_outline_kind(struct cvd_canvas *canvas, const struct cvd_node *node, size_t column);
/* As much of the text as fits into `columns`, on one line and visible, in the canvas's arena. `*cut` says
 * whether that is not all. */
struct cvd_str cvd_outline_fit(struct cvd_canvas *canvas, struct cvd_str text, size_t columns,
			       bool *cut);
/* Writes as much of the text as fits into the line, and ends it. */
void cvd_outline_statement(struct cvd_canvas *canvas, struct cvd_str text);

#endif
