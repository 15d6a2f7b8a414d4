/* What the parts of the matcher share. Private. */
#ifndef CVD_DIFF_MATCHER_H
#define CVD_DIFF_MATCHER_H

#include "assign.h"
#include "vocabulary.h"

#include "base/map.h"
#include "diff/match.h"

struct cvd_matcher {
	struct cvd_match *match;
	struct cvd_arena *scratch;
	struct cvd_prepared *old, *new;
	struct cvd_rarity rarity;
	struct cvd_bag **old_bags, **new_bags; /* by id: of the text, or of what stands beneath; made
						  when first asked for, as is `rarity` */
	bool *old_kept,
		*new_kept; /* by id: pairs with nothing: it went into or came out of comments, or is a
			      part of a joint besides the whole's partner */
	bool capped;
};

/* Node ids, in document order. */
struct cvd_ids {
	uint32_t *items;
	size_t len, cap;
};

/* Neither paired nor kept. */
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
/* A lone pair is paired or not: by how much its likeness is above the threshold does not matter, and
 * mostly the words themselves are enough to say that it is, without their rarity. */
bool cvd_matcher_surely_alike(struct cvd_matcher *matcher, uint32_t old, uint32_t new,
			      double threshold);
/*
 * A tiny addition to a score that breaks ties: nearness in the document, then the contents' hashes.
 * It knows no direction, so that the diff from new to old chooses the same pairs.
 */
double cvd_matcher_tie(const struct cvd_matcher *matcher, uint32_t old, uint32_t new);
/* Assigns the candidates (numbers index the two lists) and pairs what was chosen. */
void cvd_matcher_assign(struct cvd_matcher *matcher, struct cvd_candidates *candidates,
			const struct cvd_ids *old, const struct cvd_ids *new);

/* --- match_exact.c ----------------------------------------------------------------------------- */

/* Positions in a list of ids whose nodes have one hash, in order. */
struct cvd_queue {
	uint32_t first, last,
		count; /* first: CVD_NO_NODE when all are taken; count: of all there were */
};

struct cvd_queues {
	struct cvd_map map;
	struct {
		struct cvd_queue *items;
		size_t len, cap;
	} list;
	uint32_t *next; /* by position */
};

/* Queues the ids by `hashes`, an array by id. Linear. */
struct cvd_queues cvd_queues_build(struct cvd_arena *arena, const struct cvd_hash *hashes,
				   const struct cvd_ids *ids);
/* The queue of the hash, or NULL. */
struct cvd_queue *cvd_queues_find(struct cvd_queues *queues, struct cvd_hash hash);
/* Takes the next position, or CVD_NO_NODE. */
uint32_t cvd_queues_pop(struct cvd_queues *queues, struct cvd_queue *queue);

/* Pairs equal subtrees that stand once on each side, largest first, wherever they are. Linear. */
void cvd_match_unique_subtrees(struct cvd_matcher *matcher);
/* Pairs equal subtrees that stand in front of all others in both lists of free nodes, and behind all
 * others; what stands between is left in the lists. Linear. */
void cvd_match_equal_ends(struct cvd_matcher *matcher, struct cvd_ids *old, struct cvd_ids *new);
/* Pairs equal subtrees of the two lists, those that are written alike before the others, largest
 * first, in order, without a cross product.
 * `weight` is the least weight of a subtree that counts. n log n. */
void cvd_match_equal(struct cvd_matcher *matcher, const struct cvd_ids *old,
		     const struct cvd_ids *new, uint32_t weight);

/* --- match_containers.c ------------------------------------------------------------------------ */

void cvd_match_read_otherwise(struct cvd_matcher *matcher);
void cvd_match_entries(struct cvd_matcher *matcher);
void cvd_match_sections(struct cvd_matcher *matcher);
/* Groups, and what else holds children: first below paired parents, then anywhere. */
void cvd_match_groups(struct cvd_matcher *matcher);

/* --- match_statements.c ------------------------------------------------------------------------ */

/* Pairs the free children of each pair of parents, top-down. */
void cvd_match_children(struct cvd_matcher *matcher);
/* Pairs the free children of the whole with those of all parts, as below one pair of parents. */
void cvd_match_children_of_joint(struct cvd_matcher *matcher, const struct cvd_joint *joint);
/* Pairs free statements and keywords that changed their parent. */
void cvd_match_moved(struct cvd_matcher *matcher);

/* --- match_joints.c ---------------------------------------------------------------------------- */

/* Finds which of the free statements below one pair of parents were split or merged, and pairs each
 * whole with the part that is most like it; the other parts pair with nothing. Statements × windows of
 * neighbours, up to a cap. */
void cvd_match_joined_statements(struct cvd_matcher *matcher, const struct cvd_ids *old,
				 const struct cvd_ids *new);
/* Finds the entries, sections and groups that were split or merged, by where their children went, and
 * pairs what is still free below them. Linear in the nodes and the product of those free children. */
void cvd_match_joined_containers(struct cvd_matcher *matcher);

/* --- match_translated.c ------------------------------------------------------------------------ */

/* Pairs sections by their order and entries by their dates where the résumé was translated in place. */
void cvd_match_translated(struct cvd_matcher *matcher);

/* --- match_rewritten.c ------------------------------------------------------------------------- */

/* Takes pairs apart that are alike by chance where nearly all was rewritten. Linear in the rewritten
 * nodes and their words. */
void cvd_match_rewritten(struct cvd_matcher *matcher);

#endif
