/* A line of history, cut into the times that a changelog has headings for. */
#ifndef CVD_CLI_PERIODS_H
#define CVD_CLI_PERIODS_H

#include "diff/changes.h"
#include "line.h"

struct cvd_period {
	struct cvd_strs names; /* as they stand: of tags, of the month, the commit's subject */
	bool versions;         /* they name versions, and nothing that the day is a part of */
	struct cvd_str day;    /* `2026-05-01`; empty where the names say when, or nobody knows */
	const struct cvd_line_point *end; /* it ends there, and begins where the next one ends */
};

struct cvd_periods {
	struct cvd_period *items; /* newest first */
	size_t len, cap;
};

/*
 * Cuts the line at its tags, with what is newer than the newest under `Unreleased`; at the ends of
 * months or years; or at each commit. Months and years go by the author's dates, none earlier than that of an
 * older commit. In the arena, borrowing from the line. Linear.
 */
struct cvd_periods cvd_periods_cut(struct cvd_arena *arena, const struct cvd_line *line,
				   enum cvd_by by);

#endif
