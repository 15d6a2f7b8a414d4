/* One date of a range, read by its shape. Private to the dates' files. */
#ifndef CVD_RESUME_DATES_POINT_H
#define CVD_RESUME_DATES_POINT_H

#include "dates.h"
#include "dates_lex.h"

#define CVD_DATE_FIRST_YEAR 1900
#define CVD_DATE_LAST_YEAR 2099

/* Where a shape is a date. */
enum cvd_date_use {
	CVD_DATE_WEAK = 1 << 0, /* in prose only as one end of a range: `May 20` */
	CVD_DATE_PAIR =
		1 << 1, /* only in a range whose other end is such, or open: `05/18 – 07/20` */
	CVD_DATE_WHOLE = 1 << 2, /* never in prose: `09.18` */
	CVD_DATE_LAST = 1 << 5,  /* in prose only as one end of a range or at its end: `2020. 1.` */
	CVD_DATE_START = 1 << 3, /* only where the end has the rest: `May – June 2020` */
	CVD_DATE_STOP = 1 << 4   /* only where the start has the rest: `2020 May – June` */
};

#define CVD_DATE_RESTS 8

struct cvd_date_point {
	const char *shape;    /* the row's, NULL for `present` */
	unsigned use;         /* of enum cvd_date_use */
	int year, month, day; /* 0: not said; of a lone number (shape `d`) the day */
	int short_year;       /* two digits that are or could be a year, else -1 */
	bool present, ambiguous, academic;
	bool forced; /* day and month can only be in the order `month_first` says */
	bool month_first;
	unsigned opener; /* classes of a word in front (SINCE, FROM, UNTIL), or 0 */
	size_t opener_from, opener_to;
	size_t from, to; /* bytes of the text, with the words around */
	struct cvd_str rests[CVD_DATE_RESTS];
	size_t rest_count;
};

/*
 * Reads the longest date that begins with token `at`: a whole one, or with `uses` one that lacks what
 * the other end has (START or STOP); with `behind`, it stands behind a separator, and no opener may come first. Returns the
 * number of the token behind it, 0 if no date begins there.
 */
size_t cvd_date_point_read(struct cvd_date_lexer *lexer, size_t at, unsigned uses, bool behind,
			   enum cvd_date_order order, struct cvd_date_point *point);

/* A qualifier behind a date: `, expected`, `(expected)`, `頃`. Returns the token behind it, or `at`. */
size_t cvd_date_point_qualify(struct cvd_date_lexer *lexer, size_t at, bool whole,
			      struct cvd_date_point *point);

/* The word or number at the token ends at a word border. */
bool cvd_date_ends(struct cvd_date_lexer *lexer, size_t next);

#endif
