/*
 * Which node of the old document is which node of the new one.
 *
 * Exact subtrees first, largest first (Cobéna et al. 2002, BULD; Falleri et al. 2014, GumTree), then
 * entries by a table of predicates, then sections and groups, then statements by similarity with a
 * least-cost assignment (Chawathe et al. 1996 for the setting).
 */
#ifndef CVD_DIFF_MATCH_H
#define CVD_DIFF_MATCH_H

#include "diff/merkle.h"

#define CVD_NO_NODE UINT32_MAX

struct cvd_match {
	const struct cvd_document *old, *new;
	struct cvd_merkle old_tree, new_tree;
	uint32_t *to_new;    /* by old id: the partner's id, or CVD_NO_NODE */
	uint32_t *to_old;    /* by new id */
	const char *limited; /* NULL, or the cap that was reached */
};

/* Matches two finished documents; the result lives in the arena. Never fails. The roots match. */
struct cvd_match cvd_match_build(struct cvd_arena *arena, const struct cvd_document *old,
				 const struct cvd_document *new);

#endif
