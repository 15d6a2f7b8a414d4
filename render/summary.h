/* The first and the last line of a text report. */
#ifndef CVD_RENDER_SUMMARY_H
#define CVD_RENDER_SUMMARY_H

#include "diff/changes.h"
#include "render/canvas.h"

/* `resume.md  HEAD~3 → working tree` */
void cvd_summary_header(struct cvd_canvas *canvas, const struct cvd_report *report);
/* Of it, added to the paragraph: the path, or both; what was asked for, unless that is the paths; how
 * a file that is on one side only is spoken of, ` (new file)`. */
void cvd_summary_paths(struct cvd_canvas *canvas, const struct cvd_report *report);
void cvd_summary_labels(struct cvd_canvas *canvas, const struct cvd_report *report);
struct cvd_str cvd_summary_presence(const struct cvd_report *report);
/* A line that says so where the report is limited; else nothing. */
void cvd_summary_limited(struct cvd_canvas *canvas, const struct cvd_report *report);
/* `4 facts, 5 content changes, 2 style changes (--style shows them)`, `No changes.`; `hidden` is how
 * many changes of style are not told. Without `options`, to people who cannot give any: `(not
 * shown)`. */
void cvd_summary_counts(struct cvd_canvas *canvas, const struct cvd_report *report, size_t hidden,
			bool options);
/* `1 fact`, `2 style changes`. */
struct cvd_str cvd_summary_number(struct cvd_arena *arena, enum cvd_severity severity, size_t count);

#endif
