/*
 * Pages for a browser: one file each, with nothing to fetch. Texts of a résumé, a path or a revision are
 * never more than text there; a link leads to http, https, mailto or tel alone.
 */
#ifndef CVD_RENDER_HTML_H
#define CVD_RENDER_HTML_H

#include "base/buf.h"
#include "diff/changes.h"

/* A page of reports: begin, add each, end. Zero bytes are a page without reports. */
struct cvd_html {
	struct cvd_arena arena;
	bool style; /* mark changes of formatting in the résumé, too; the list has them either way */
	bool several; /* there will be more reports than one */
	struct cvd_buf heading, resume, changes, sides, about; /* of the reports so far */
	size_t change_count;
	struct cvd_buf title;
};

/* Adds a report that has its view (cvd_diff_with_view); it may be freed then. Linear in both versions. */
void cvd_render_html_add(struct cvd_html *page, const struct cvd_report *report);
/* Appends the page and frees what is in it. */
void cvd_render_html_end(struct cvd_html *page, struct cvd_buf *out);

#endif
