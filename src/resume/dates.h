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
	bool ambiguous;      /* numbers of which day and month could be exchanged: `01/02/2020` */
};

/*
 * The texts of start, end, separator and duration together hold every word that was read. An open
 * start (`Since 2019`) is a range whose end is `present` and whose end's text is the word that says so.
 */
struct cvd_date_range {
	struct cvd_date start, end;
	bool single;              /* one date, no range: it stands in `start` */
	struct cvd_str separator; /* the word between the two (`to`, `bis`), empty for a mark */
	struct cvd_str duration; /* `5 years` of `2014 - 5 years` and of `2014 – 2019 (5 years)` */
};

/* Which comes first where numbers could be both; the evidence of the document decides. */
enum cvd_date_order { CVD_DAY_FIRST, CVD_MONTH_FIRST };

/*
 * Reads the whole text as a date or a range of dates: `August 2018 – June 2023`, `2019-2021`,
 * `May – August 2016` (the year is shared and belongs to the end), `2024-`, `08/2023`, `2020年1月`,
 * `Since 2019`, `Summer 2020`. False if any word of it is no part of a date. Linear.
 */
bool cvd_date_range_read(struct cvd_arena *arena, struct cvd_str text, enum cvd_date_order order,
			 struct cvd_date_range *range);

struct cvd_date_span {
	size_t from, to; /* bytes of the text */
	struct cvd_date_range range;
};

/*
 * Finds the first date or range that begins at or behind byte `at`, the longest that begins there,
 * between word borders and without parentheses or brackets around it. Call again at `span->to` for
 * the next one. A bare year is found wherever it could be one: whether `Expo 2020` is dated is the
 * caller's to say. Decimals, fractions, versions, amounts and telephone numbers are none. Linear.
 */
bool cvd_dates_find(struct cvd_arena *arena, struct cvd_str text, size_t at,
		    enum cvd_date_order order, struct cvd_date_span *span);

/* False if the text holds no number, so that no date is in it. */
bool cvd_dates_may_hold(struct cvd_str text);

/* Counts the numeric dates that can only be day-first (`25/02/2020`) and only month-first
 * (`02/25/2020`), adding to both counters. Linear, allocates nothing. */
void cvd_dates_count_orders(struct cvd_str text, size_t *day_first, size_t *month_first);

#endif
