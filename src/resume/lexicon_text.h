/* Text as the tables of the lexicon hold it, and the search for its words in them. Private to
 * lexicon*.c, the words of dates and their tests. */
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
	uint32_t stem;  /* cvd_stem of the key from here on */
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

/*
 * Where in a table the rows stand that begin with a word: a hash of their stems with open addressing.
 * Most words of a text are in no table, which one look tells. The slots are written when cvdiff is
 * built (lexicon_slots.c).
 */
struct cvd_slot {
	uint16_t tag; /* the half of the stem that is not its place */
	uint16_t row; /* 1 + the first row with that stem; 0: none */
};

#define CVD_SLOTS 4096 /* a power of two; three quarters of them may be used */

/* Rows sorted by bytes, each once. */
struct cvd_table {
	const struct cvd_row *rows;
	size_t len;
	const struct cvd_slot *slots; /* CVD_SLOTS of them */
};

/* 1 + the first row with the stem, 0 if there is none. */
static inline size_t cvd_slot_row(const struct cvd_slot *slots, uint32_t stem)
{
	size_t at = stem % CVD_SLOTS;

	while (slots[at].row && slots[at].tag != stem >> 16)
		at = (at + 1) % CVD_SLOTS;
	return slots[at].row;
}

#ifdef CVD_LEXICON_WITHOUT_SLOTS /* in the program that writes them */
#define CVD_TABLE(name, array)                                                                     \
	const struct cvd_table name = {array, sizeof(array) / sizeof *(array), NULL}
#else
#define CVD_TABLE(name, array)                                                                     \
	const struct cvd_table name = {array, sizeof(array) / sizeof *(array), name##_slots}
#endif

/*
 * A hash of how words begin: up to a space or a character of three bytes, which may be a unit of its own,
 * or of that alone. A row has the stem of every key that it is found at the beginning of.
 */
#define CVD_STEM_WEIGHT 31u

static inline uint32_t cvd_stem_add(uint32_t stem, char c)
{
	return stem * CVD_STEM_WEIGHT + (unsigned char)c;
}

static inline uint32_t cvd_stem_end(uint32_t stem)
{
	return stem * 2654435761u;
}

static inline uint32_t cvd_stem(const char *words, size_t len)
{
	uint32_t stem = 0;
	size_t at = 0;

	while (at < len && (unsigned char)words[at] > ' ' && (unsigned char)words[at] < 0xe0)
		stem = cvd_stem_add(stem, words[at++]);
	for (size_t i = 0; !at && i < len && i < 3; i++)
		stem = cvd_stem_add(stem, words[i]);
	return cvd_stem_end(stem);
}

/* False if the text begins with a word that no row begins with: it then needs no key. True where telling
 * takes more than a look. Constant, but for the word. */
bool cvd_table_may_begin(const struct cvd_table *table, struct cvd_str text);
/* The row whose words the key is, or NULL. Logarithmic in the rows that begin alike. */
const struct cvd_row *cvd_table_find(const struct cvd_table *table, struct cvd_str key);
/* Whether an ending of the word, which begins at the byte `from` or behind it and has `least` bytes, is a
 * row. Linear: the stem of each ending is made of that of the next shorter one. */
bool cvd_table_ends(const struct cvd_table *table, struct cvd_str word, size_t from, size_t least);
/* The longest row that begins at the unit and ends with one; *units is how many it covers. NULL if
 * none. Logarithmic, times the units of the longest row that begins alike. */
const struct cvd_row *cvd_table_longest(const struct cvd_table *table, const struct cvd_key *key,
					size_t unit, size_t *units);

#endif
