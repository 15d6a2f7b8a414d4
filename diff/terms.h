/* What a text says apart from how it is spelled: words without case and punctuation, numbers by
 * value and unit. Private to the diff. */
#ifndef CVD_DIFF_TERMS_H
#define CVD_DIFF_TERMS_H

#include "diff/changes.h"

struct cvd_term {
	struct cvd_str text; /* as written: `$2 million` is one term */
	uint64_t key;        /* equal for terms that say the same */
	bool number;
};

struct cvd_terms {
	struct cvd_term *items;
	size_t len, cap;
};

/* The terms of the text, in order. `$2m`, `$2,000,000` and `2 million dollars` have one key, so have
 * `50%` and `50 percent`. A point before exactly three digits that ends a number is a decimal one,
 * a comma there separates thousands. Linear. */
struct cvd_terms cvd_terms_of(struct cvd_arena *arena, struct cvd_str text);

/* The numbers that changed between two texts: what either has more often than the other, those in a
 * change of their word diff first; paired in order within one change, else alone. In the arena. */
void cvd_terms_metrics(struct cvd_arena *arena, struct cvd_str old, struct cvd_str new,
		       const struct cvd_pieces *pieces, struct cvd_metric **metrics, size_t *count);

/*
 * How grave the change of a text is: style if both sides say the same or differ by a corrected typo
 * (one lower-case word of four letters or more, a letter or two apart; not where `severity` is fact),
 * else `severity`; a fact in any case if `metrics` numbers changed.
 */
enum cvd_severity cvd_terms_severity(struct cvd_arena *arena, struct cvd_str old,
				     struct cvd_str new, size_t metrics, enum cvd_severity severity);

#endif
