/* What a text says apart from how it is spelled: words without case and punctuation, numbers by
 * value and unit. Private to the diff. */
#ifndef CVD_DIFF_TERMS_H
#define CVD_DIFF_TERMS_H

#include "diff/changes.h"
#include "resume/model.h"

struct cvd_term {
	struct cvd_str text; /* as written: `$2 million` is one term */
	uint64_t key;        /* equal for terms that say the same */
	bool number;
};

struct cvd_terms {
	struct cvd_term *items;
	size_t len, cap;
};

/* The mark in front of a number's fraction; the other one separates thousands. */
enum cvd_decimal { CVD_DECIMAL_POINT, CVD_DECIMAL_COMMA };

/* How two versions write their numbers, by the marks that can be only one of both (`1.000,50`, `2,5`,
 * `1,000`); a point where nothing tells. Linear in the text. */
enum cvd_decimal cvd_terms_decimal(const struct cvd_document *a, const struct cvd_document *b);

/* Whether the marks of the text's numbers may be read in either way. Linear. */
bool cvd_terms_need_decimal(struct cvd_str text);

/* The terms of the text, in order. `$2m`, `$2,000,000` and `2 million dollars` have one key, so have
 * `50%` and `50 percent`, `8 000` and `8000`. Linear. */
struct cvd_terms cvd_terms_of(struct cvd_arena *arena, struct cvd_str text,
			      enum cvd_decimal decimal);

/* The numbers that changed between two texts: what either has more often than the other, those in a
 * change of their word diff first; paired in order within one change, else alone. In the arena. */
void cvd_terms_metrics(struct cvd_arena *arena, struct cvd_str old, struct cvd_str new,
		       enum cvd_decimal decimal, const struct cvd_pieces *pieces,
		       struct cvd_metric **metrics, size_t *count);

/*
 * How grave the change of a text is: style if both sides say the same or differ by a corrected typo
 * (one word of four letters or more that is no name, a letter or two apart; not where `severity` is fact),
 * else `severity`; a fact in any case if `metrics` numbers changed.
 */
enum cvd_severity cvd_terms_severity(struct cvd_arena *arena, struct cvd_str old,
				     struct cvd_str new, enum cvd_decimal decimal, size_t metrics,
				     enum cvd_severity severity);

#endif
