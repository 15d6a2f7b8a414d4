/* Least-cost assignment between two sets. Private to the matcher. */
#ifndef CVD_DIFF_ASSIGN_H
#define CVD_DIFF_ASSIGN_H

#include "base/arena.h"

/* A possible pair; items of each side are numbered from 0. */
struct cvd_candidate {
	uint32_t old, new;
	double score; /* above 0; higher is better */
};

struct cvd_candidates {
	struct cvd_candidate *items;
	size_t len, cap;
};

/* Components with more cells than this are paired greedily, best score first. */
#define CVD_ASSIGN_CELLS ((size_t)1 << 18)

/*
 * Chooses pairs, each item in at most one, so that the sum of scores is the highest. On return the
 * chosen candidates stand first in `candidates`, whose len is their number. *capped is set if a
 * component was too large for the exact answer. k³ for the k items of a connected component, n log n
 * in the candidates otherwise. Equal scores make the choice depend on the order of items: break
 * ties in the scores.
 */
void cvd_assign(struct cvd_arena *arena, struct cvd_candidates *candidates, uint32_t old_count,
		uint32_t new_count, bool *capped);

#endif
