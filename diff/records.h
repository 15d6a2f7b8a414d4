/* From a matching and its script to what a person is told. Private to the diff. */
#ifndef CVD_DIFF_RECORDS_H
#define CVD_DIFF_RECORDS_H

#include "diff/changes.h"
#include "diff/script.h"

/* Fills the report's changes and counts. Linear in the script and the paired nodes, plus the word
 * diffs. */
void cvd_records_build(struct cvd_report *report, const struct cvd_match *match,
		       const struct cvd_script *script);

#endif
