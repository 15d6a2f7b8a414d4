/* Text as the tables of the lexicon hold it, and the search for its words in them. Private to
 * lexicon*.c and its tests. */
#ifndef CVD_RESUME_LEXICON_TEXT_H
#define CVD_RESUME_LEXICON_TEXT_H

#include "base/arena.h"

/*
 * The least that is looked up: a word or number, or a character of a script that writes no spaces
 * between words, or an `&`.
 */
struct cvd_unit {
	uint32_t at, end; /* of the key */
	bool first;       /* a comma, bracket or the like stands before it, or nothing */
	bool wide;        /* a Chinese, Japanese or Korean character */
	bool joined;      /* nothing stands between it and the unit before */
	bool number;
	bool capitals;  /* ASCII capitals only */
	bool capital;   /* begins with something else than a small ASCII letter */
	bool tail;      /* no word of its own: the `in` of `Leiter*in`, the letters of `m/w/d` */
	bool bracketed; /* stands in brackets */
};

/*
 * The key is the units, case-folded, Latin letters without accents, `'` for `’`; a space stands
 * between two of them, nothing where one is wide, a line feed where `first` is set.
 */
struct cvd_key {
	struct cvd_str text;
	struct cvd_unit *units;
	size_t len;
};

/* Of no units if the text is empty or longer than `max` bytes. Linear. */
struct cvd_key cvd_key_make(struct cvd_arena *scratch, struct cvd_str text, size_t max);

struct cvd_row {
	const char *words; /* a key */
	unsigned value;
};

/* Sorted by bytes, each once. */
struct cvd_table {
	const struct cvd_row *rows;
	size_t len;
};

#define CVD_TABLE(name, array)                                                                     \
	const struct cvd_table name = {array, sizeof(array) / sizeof *(array)}

/* The row whose words the key is, or NULL. Logarithmic. */
const struct cvd_row *cvd_table_find(const struct cvd_table *table, struct cvd_str key);
/* The longest row that begins at the unit and ends with one; *units is how many it covers. NULL if
 * none. Logarithmic, times the units of the longest row that begins alike. */
const struct cvd_row *cvd_table_longest(const struct cvd_table *table, const struct cvd_key *key,
					size_t unit, size_t *units);

#endif
