/* Names of the records' words, in the order of their enums. */
#include "diff/changes.h"

#include <stdlib.h>

static const char *const op_names[CVD_OP_COUNT] = {"added",     "removed", "changed", "moved",
						   "reordered", "split",   "merged"};

static const char *const severity_names[CVD_SEVERITY_COUNT] = {"fact", "content", "style"};

const char *cvd_op_name(enum cvd_op op)
{
	return op_names[op];
}

const char *cvd_severity_name(enum cvd_severity severity)
{
	return severity_names[severity];
}

void cvd_report_free(struct cvd_report *report)
{
	if (!report)
		return;
	cvd_arena_free(&report->arena);
	free(report);
}
