/* What the parts of the matcher share. Private. */
#ifndef CVD_DIFF_MATCHER_H
#define CVD_DIFF_MATCHER_H

#include "assign.h"
#include "similarity.h"

#include "diff/match.h"

struct cvd_matcher {
	struct cvd_match *match;
	struct cvd_arena *scratch;
	struct cvd_bag **old_bags, **new_bags; /* by id: of the text, or of what stands beneath; made
						  when first asked for */
	bool capped;
};

/* Node ids, in document order. */
struct cvd_ids {
	uint32_t *items;
	size_t len, cap;
};

bool cvd_matcher_old_free(const struct cvd_matcher *matcher, uint32_t old);
bool cvd_matcher_new_free(const struct cvd_matcher *matcher, uint32_t new);
void cvd_matcher_pair(struct cvd_matcher *matcher, uint32_t old, uint32_t new);
/* Pairs two equal subtrees node by node, where both nodes are free. */
void cvd_matcher_pair_subtrees(struct cvd_matcher *matcher, uint32_t old, uint32_t new);
/* Equal content of two subtrees, confirmed by comparing the nodes, not the hashes alone. */
bool cvd_matcher_same(const struct cvd_matcher *matcher, uint32_t old, uint32_t new);
const struct cvd_bag *cvd_matcher_old_bag(struct cvd_matcher *matcher, uint32_t old);
const struct cvd_bag *cvd_matcher_new_bag(struct cvd_matcher *matcher, uint32_t new);
/* The parents are a pair. */
bool cvd_matcher_same_parent(const struct cvd_matcher *matcher, uint32_t old, uint32_t new);
/*
 * A tiny addition to a score that breaks ties: nearness in the document, then the contents' hashes.
 * It knows no direction, so that the diff from new to old chooses the same pairs.
 */
double cvd_matcher_tie(const struct cvd_matcher *matcher, uint32_t old, uint32_t new);
/* Assigns the candidates (numbers index the two lists) and pairs what was chosen. */
void cvd_matcher_assign(struct cvd_matcher *matcher, struct cvd_candidates *candidates,
			const struct cvd_ids *old, const struct cvd_ids *new);

/* --- match_exact.c ----------------------------------------------------------------------------- */

/* Pairs equal subtrees that stand once on each side, largest first, wherever they are. Linear. */
void cvd_match_unique_subtrees(struct cvd_matcher *matcher);
/* Pairs equal subtrees of the two lists, largest first, equal ones in order, without a cross product.
 * `weight` is the least weight of a subtree that counts. n log n. */
void cvd_match_equal(struct cvd_matcher *matcher, const struct cvd_ids *old,
		     const struct cvd_ids *new, uint32_t weight);

/* --- match_containers.c ------------------------------------------------------------------------ */

void cvd_match_entries(struct cvd_matcher *matcher);
void cvd_match_sections(struct cvd_matcher *matcher);
/* Groups, and what else holds children: first below paired parents, then anywhere. */
void cvd_match_groups(struct cvd_matcher *matcher);

/* --- match_statements.c ------------------------------------------------------------------------ */

/* Pairs the free children of each pair of parents, top-down. */
void cvd_match_children(struct cvd_matcher *matcher);
/* Pairs free statements and keywords that changed their parent. */
void cvd_match_moved(struct cvd_matcher *matcher);

#endif
