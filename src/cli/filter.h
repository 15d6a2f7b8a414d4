/* Which changes are asked for: --only and --grep-change. */
#ifndef CVD_CLI_FILTER_H
#define CVD_CLI_FILTER_H

#include "base/error.h"
#include "diff/changes.h"

struct cvd_filter {
	unsigned severities, kinds, sections; /* bits; 0: all of them */
	struct cvd_str text;                  /* folded, without white space; empty: any */
};

/*
 * `only` is a list of words with commas: severities (`fact`), and what a change is of, a kind of node
 * (`role`, also `roles`) or a type of section (`work`), of which each class narrows the other. An empty
 * list or text asks for all. CVD_ERROR_USAGE: a word is none of these.
 */
enum cvd_status cvd_filter_make(struct cvd_arena *arena, struct cvd_str only, struct cvd_str text,
				struct cvd_filter *filter, struct cvd_error *error);
bool cvd_filter_is_empty(const struct cvd_filter *filter);

/*
 * Leaves of the report's changes those that are asked for, with their counts. A text is asked for where
 * it occurs more often on one side than on the other, as in `git log -S`: a number that a reworded
 * bullet keeps is no match. Linear in the report.
 */
void cvd_filter_apply(const struct cvd_filter *filter, struct cvd_report *report);

#endif
