/* The words of dates, in all languages. Private to the dates' files. */
#ifndef CVD_RESUME_DATES_WORDS_H
#define CVD_RESUME_DATES_WORDS_H

#include "base/arena.h"

/* What a word can be; one that is several things in several languages has several bits. */
enum cvd_date_class {
	CVD_DATE_MONTH = 1 << 0, /* value: 1 to 12 */
	CVD_DATE_PRESENT = 1 << 1,
	CVD_DATE_TO_PRESENT = 1 << 2, /* needs no separator in front: `to date`, `至今` */
	CVD_DATE_END_ONLY = 1 << 3,   /* is `present` only behind a separator: `n` */
	CVD_DATE_SINCE = 1 << 4,      /* in front of a date: from then to the present */
	CVD_DATE_FROM = 1 << 5,       /* in front of a range */
	CVD_DATE_RANGE_ONLY = 1 << 6, /* never in front of a lone date: `von` */
	CVD_DATE_AFTER = 1 << 7,      /* behind a date: from then on */
	CVD_DATE_RANGE = 1 << 8,      /* between two dates */
	CVD_DATE_UNTIL = 1 << 9,      /* that, and in front of a lone date: `until 2019` */
	CVD_DATE_CLOSE = 1 << 10,     /* behind the end of a range: `まで` */
	CVD_DATE_SKIP = 1 << 11,      /* between the parts of one date: `de` */
	CVD_DATE_ORDINAL = 1 << 12,   /* behind a day: `th` */
	CVD_DATE_YEAR_UNIT = 1 << 13, /* behind a year: `年`, `г` */
	CVD_DATE_MONTH_UNIT = 1 << 14,
	CVD_DATE_DAY_UNIT = 1 << 15,
	CVD_DATE_AND = 1 << 16,     /* between the parts of a duration */
	CVD_DATE_UNIT = 1 << 17,    /* of a duration */
	CVD_DATE_SEASON = 1 << 18,  /* stands for a month, and the normal form cannot hold it */
	CVD_DATE_REST = 1 << 19,    /* qualifies a date: `about`, `expected` */
	CVD_DATE_QUARTER = 1 << 20, /* with a number: `Q1`, `1. Quartal` */
	CVD_DATE_ERA = 1 << 21,     /* value: the year before its first */
	CVD_DATE_FIRST = 1 << 22,   /* the first year of an era */
	CVD_DATE_VETO = 1 << 23     /* the number behind it is no year: `ISO` */
};

/* A row of the table (dates_words.c). */
struct cvd_date_row {
	const char *words;
	unsigned classes;
	int value;
};

extern const struct cvd_date_row cvd_date_rows[];
extern const size_t cvd_date_row_count;

struct cvd_date_word {
	unsigned classes; /* of enum cvd_date_class */
	int value;
	size_t len; /* bytes of the text */
};

/*
 * The longest row that the text begins with, ending at a word border (Chinese, Japanese and Korean
 * words have none). Letter case, the kind of apostrophe, and full stops and spaces between the words
 * of a row do not matter. False if there is none; then `len` is the length of the word that is none.
 * Constant, but for the rows that begin alike. The arena is used only for words with combining marks.
 */
bool cvd_date_word_find(struct cvd_arena *arena, struct cvd_str text, struct cvd_date_word *word);

/* The first byte of [at, to), which has no digits, that a row or an apostrophe may begin at, or `to`: most words
 * are in no row, which one look tells. */
size_t cvd_date_words_skip(struct cvd_str text, size_t at, size_t to);

/* Letters and the marks of East Asian scripts, which need no word borders. */
bool cvd_date_is_letter(uint32_t code_point);
bool cvd_date_is_ideograph(uint32_t code_point);
/* Currencies and signs that make the number beside them something else than a year. */
bool cvd_date_is_sign(uint32_t code_point);

/* The rows in their order, for the test that they are sorted; NULL behind the last. */
const char *cvd_date_word_row(size_t index);

#endif
