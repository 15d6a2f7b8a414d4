/* Words counted: a multiset whose counts may be negative, so that differences can be summed up. */
#ifndef LAWS_TALLY_H
#define LAWS_TALLY_H

#include "base/map.h"
#include "base/str.h"

struct tally_word {
	struct cvd_str word;
	long count;
};

struct tally {
	struct cvd_arena *arena;
	struct cvd_map by_word;
	CVD_ARRAY(struct tally_word) words;
};

void tally_init(struct tally *tally, struct cvd_arena *arena);
/* Counts each word and number of the text (UAX #29, by its exact bytes) `times` more. */
void tally_add(struct tally *tally, struct cvd_str text, long times);
/* How often the word stands in the tally. */
long tally_get(const struct tally *tally, struct cvd_str word);

#endif
