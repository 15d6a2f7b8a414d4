/*
 * Which node of the old document is which node of the new one.
 *
 * Exact subtrees first, largest first (Cobéna et al. 2002, BULD; Falleri et al. 2014, GumTree), then
 * entries by weighted evidence, then sections and groups, then statements by similarity with a
 * least-cost assignment (Chawathe et al. 1996 for the setting), then what was split, merged or translated.
 */
#ifndef CVD_DIFF_MATCH_H
#define CVD_DIFF_MATCH_H

#include "diff/prepared.h"

#define CVD_NO_NODE UINT32_MAX

/* One node that became several (split), or several that became one (merged). */
struct cvd_joint {
	bool merged;
	uint32_t whole; /* id of the one: old if split, new if merged */
	uint32_t *parts; /* ids of the several, in document order; one of them is the whole's partner */
	uint32_t part_count;
};

struct cvd_joints {
	struct cvd_joint *items;
	size_t len, cap;
};

struct cvd_match {
	struct cvd_arena *arena;
	const struct cvd_document *old, *new;
	struct cvd_merkle old_tree, new_tree;
	uint32_t *to_new; /* by old id: the partner's id, or CVD_NO_NODE */
	uint32_t *to_old; /* by new id */
	struct cvd_joints joints;
	uint32_t *old_joint; /* by old id: the place in `joints` of the one it is whole or part of, or
				CVD_NO_NODE */
	uint32_t *new_joint; /* by new id */
	const char *limited; /* NULL, or the cap that was reached */
};

/* Matches two finished documents; they and what was prepared of them outlive the result, which lives in the
 * arena. Never fails. The roots match. Near linear in the documents, and in the product of the free children of each pair of parents up to
 * caps; `limited` says that one was reached. */
struct cvd_match cvd_match_build(struct cvd_arena *arena, struct cvd_prepared *old,
				 struct cvd_prepared *new);

/* Whether two or more of the paired sections, and most of them, have another title. Linear in the
 * sections. */
bool cvd_match_is_translated(const struct cvd_match *match);

#endif
