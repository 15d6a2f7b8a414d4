/* From a matching and its records to both versions as one document. Private to the diff. */
#ifndef CVD_DIFF_VIEW_BUILD_H
#define CVD_DIFF_VIEW_BUILD_H

#include "diff/script.h"
#include "diff/view.h"

/* The view, in the report's arena. Linear in the two documents and the changes. */
const struct cvd_view *cvd_view_build(struct cvd_report *report, const struct cvd_match *match,
				      const struct cvd_script *script);

#endif
