/* Which removed nodes were commented out, and which added ones were commented back in. Private. */
#ifndef CVD_DIFF_HIDDEN_H
#define CVD_DIFF_HIDDEN_H

#include "diff/match.h"

struct cvd_hidden {
	bool *old; /* by old id: it has no partner, its parent has one, and it is hidden now */
	bool *new; /* by new id: likewise, and it was hidden */
};

/* Arrays in the arena. Linear in the documents. */
struct cvd_hidden cvd_hidden_find(struct cvd_arena *arena, const struct cvd_match *match);

/* Whether the same is hidden on both sides, in the same order and written alike. */
bool cvd_hidden_same(const struct cvd_match *match);

#endif
