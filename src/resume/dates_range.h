/* Readings of a date or range from one place on. Private to the dates' files. */
#ifndef CVD_RESUME_DATES_RANGE_H
#define CVD_RESUME_DATES_RANGE_H

#include "dates_point.h"

struct cvd_date_reader {
	struct cvd_date_lexer lexer;
	enum cvd_date_order order;
	bool whole; /* all of the text, not a part of prose */
};

struct cvd_date_reading {
	struct cvd_date_point start, end;
	bool has_end, dashed; /* dashed: a dash and no end */
	struct cvd_str open;  /* `?` for an end */
	struct cvd_str separator, duration;
	struct cvd_str after; /* the word behind the start: `から` */
	size_t next;          /* the token behind it */
};

/* The longest reading that begins with the reader's first token; false if there is none. What is
 * around the tokens in the text is considered behind them only. Constant time. */
bool cvd_date_reading_longest(struct cvd_date_reader *reader, struct cvd_date_reading *reading);

#endif
