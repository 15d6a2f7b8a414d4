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

/*
 * Before anything is paired by likeness: entries that stand in comments word for word, as often as they
 * stood in the résumé, while no entry of the other side has their title, organization and dates. They
 * did not turn into something else. Sets the flags of their subtrees, arrays by id. Linear.
 */
void cvd_hidden_keep(const struct cvd_match *match, bool *old, bool *new);

/* Whether the same is hidden on both sides, in the same order and written alike. */
bool cvd_hidden_same(const struct cvd_match *match);

#endif
