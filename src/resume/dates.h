/* Dates and ranges of dates as people write them. Private to the readers. */
#ifndef CVD_RESUME_DATES_H
#define CVD_RESUME_DATES_H

#include "base/arena.h"

/* One end of a range. */
struct cvd_date {
	bool present;        /* the end is there */
	struct cvd_str text; /* as written, borrowed */
	struct cvd_str norm; /* YYYY, YYYY-MM, YYYY-MM-DD or `present`; empty if not even a year */
	struct cvd_str rest; /* what `norm` cannot hold, folded: `summer`, `expected` */
};

struct cvd_date_range {
	struct cvd_date start, end;
	bool single;              /* one date, no range: it stands in `start` */
	struct cvd_str separator; /* the word between the two (`to`, `bis`), empty for a mark */
};

/*
 * Reads the whole text as a date or a range of dates: `August 2018 – June 2023`, `2019-2021`,
 * `May – August 2016` (the year is shared and belongs to the end), `2024-`, `08/2023`, `2020年1月`,
 * `Since 2019`, `Summer 2020`. False if any word of it is no part of a date. Linear.
 */
bool cvd_date_range_read(struct cvd_arena *arena, struct cvd_str text, struct cvd_date_range *range);

#endif
