/* The first and the last line of a text report. */
#ifndef CVD_RENDER_SUMMARY_H
#define CVD_RENDER_SUMMARY_H

#include "diff/changes.h"
#include "render/canvas.h"

/* `resume.md  HEAD~3 → working tree` */
void cvd_summary_header(struct cvd_canvas *canvas, const struct cvd_report *report);
/* `4 facts, 5 content changes, 2 style changes (--style shows them)`, `No changes.`; `hidden` is how
 * many changes of style are not told. Before it, where the report is limited, a line that says so. */
void cvd_summary_counts(struct cvd_canvas *canvas, const struct cvd_report *report, size_t hidden);

#endif
