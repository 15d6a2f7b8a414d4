/*
 * The order of the matching, and what its parts share. Each part pairs nodes that are still free, so
 * that strong evidence is used before weak: equal subtrees that stand once on each side; entries,
 * which find each other wherever they stand, unless they went into comments whole; sections and groups
 * by their titles and by what is paired in them; statements below paired parents, those that were split
 * or merged before those that are alike; statements that moved; containers that were split or merged;
 * translations. A pair is never undone, except in what was rewritten, where weak ones are, at the end.
 *
 * Sources: Chawathe et al. 1996 (edit scripts for trees), Cobéna et al. 2002 (BULD: equal subtrees
 * first, largest first), Falleri et al. 2014 (GumTree: containers by their paired descendants).
 */
#include "hidden.h"
#include "matcher.h"

#include <string.h>

bool cvd_matcher_old_free(const struct cvd_matcher *matcher, uint32_t old)
{
	return matcher->match->to_new[old] == CVD_NO_NODE && !matcher->old_kept[old];
}

bool cvd_matcher_new_free(const struct cvd_matcher *matcher, uint32_t new)
{
	return matcher->match->to_old[new] == CVD_NO_NODE && !matcher->new_kept[new];
}

void cvd_matcher_pair(struct cvd_matcher *matcher, uint32_t old, uint32_t new)
{
	matcher->match->to_new[old] = new;
	matcher->match->to_old[new] = old;
}

void cvd_matcher_pair_subtrees(struct cvd_matcher *matcher, uint32_t old, uint32_t new)
{
	uint32_t size = matcher->match->old->nodes[old]->end - old;

	for (uint32_t i = 0; i < size; i++)
		if (cvd_matcher_old_free(matcher, old + i) && cvd_matcher_new_free(matcher, new + i))
			cvd_matcher_pair(matcher, old + i, new + i);
}

static bool same_fields(const struct cvd_node *a, const struct cvd_node *b)
{
	for (enum cvd_field field = 0; field < CVD_FIELD_COUNT; field++) {
		const struct cvd_value *x = cvd_node_own(a, field), *y = cvd_node_own(b, field);

		if (!x != !y)
			return false;
		if (x && (!cvd_str_equal(x->norm, y->norm) || !cvd_str_equal(x->rest, y->rest)))
			return false;
		if (x && !x->norm.len && !cvd_str_equal(x->text, y->text))
			return false;
	}
	return true;
}

bool cvd_matcher_same(const struct cvd_matcher *matcher, uint32_t old, uint32_t new)
{
	const struct cvd_match *match = matcher->match;
	uint32_t size = match->old->nodes[old]->end - old;

	if (!cvd_hash_equal(match->old_tree.content[old], match->new_tree.content[new]) ||
	    match->new->nodes[new]->end - new != size)
		return false;
	for (uint32_t i = 0; i < size; i++) {
		const struct cvd_node *a = match->old->nodes[old + i],
				      *b = match->new->nodes[new + i];

		if (a->kind != b->kind || !cvd_str_equal(a->text, b->text) || !same_fields(a, b))
			return false;
	}
	return true;
}

static const struct cvd_bag *get_bag(struct cvd_matcher *matcher, struct cvd_bag **bags,
				     const struct cvd_document *doc, uint32_t id)
{
	const struct cvd_node *node = doc->nodes[id];

	if (!bags[id]) {
		if (!matcher->rarity.a)
			matcher->rarity = cvd_rarity_of(cvd_prepared_vocabulary(matcher->old),
							cvd_prepared_vocabulary(matcher->new));
		bags[id] = CVD_NEW(matcher->scratch, struct cvd_bag);
		*bags[id] =
			cvd_kind_has_fields(node->kind)
				? cvd_bag_of_children(matcher->scratch, doc, node, &matcher->rarity)
				: cvd_bag_of_text(matcher->scratch, node->text, &matcher->rarity);
	}
	return bags[id];
}

const struct cvd_bag *cvd_matcher_old_bag(struct cvd_matcher *matcher, uint32_t old)
{
	return get_bag(matcher, matcher->old_bags, matcher->match->old, old);
}

const struct cvd_bag *cvd_matcher_new_bag(struct cvd_matcher *matcher, uint32_t new)
{
	return get_bag(matcher, matcher->new_bags, matcher->match->new, new);
}

bool cvd_matcher_surely_alike(struct cvd_matcher *matcher, uint32_t old, uint32_t new,
			      double threshold)
{
	const struct cvd_match *match = matcher->match;
	struct cvd_bag a, b;

	if (matcher->rarity.a)
		return false;
	a = cvd_bag_of_text(matcher->scratch, match->old->nodes[old]->text, NULL);
	b = cvd_bag_of_text(matcher->scratch, match->new->nodes[new]->text, NULL);
	return cvd_bag_least_similarity(&a, &b) > threshold + 1e-3; /* floats were rounded */
}

bool cvd_matcher_same_parent(const struct cvd_matcher *matcher, uint32_t old, uint32_t new)
{
	const struct cvd_match *match = matcher->match;

	return match->to_new[match->old->nodes[old]->parent->id] ==
	       match->new->nodes[new]->parent->id;
}

double cvd_matcher_tie(const struct cvd_matcher *matcher, uint32_t old, uint32_t new)
{
	const struct cvd_match *match = matcher->match;
	double place = (double)old / match->old->node_count - (double)new / match->new->node_count;
	double index = (double)match->old->nodes[old]->index - match->new->nodes[new]->index;
	uint64_t mixed = (match->old_tree.own[old].low ^ match->new_tree.own[new].low) >> 32;

	/* squares, so that two equal pairs rather stand in order than crossed */
	return 1e-4 * cvd_matcher_same_parent(matcher, old, new) + 1e-5 * (1 - place * place) +
	       1e-6 / (1 + index * index) + 1e-9 * ((double)mixed / 4294967296.0);
}

void cvd_matcher_assign(struct cvd_matcher *matcher, struct cvd_candidates *candidates,
			const struct cvd_ids *old, const struct cvd_ids *new)
{
	cvd_assign(matcher->scratch, candidates, (uint32_t)old->len, (uint32_t) new->len,
		   &matcher->capped);
	for (size_t i = 0; i < candidates->len; i++)
		cvd_matcher_pair(matcher, old->items[candidates->items[i].old],
				 new->items[candidates->items[i].new]);
}

struct cvd_match cvd_match_build(struct cvd_arena *arena, struct cvd_prepared *old_side,
				 struct cvd_prepared *new_side)
{
	const struct cvd_document *old = cvd_prepared_document(old_side);
	const struct cvd_document *new = cvd_prepared_document(new_side);
	struct cvd_arena scratch = {0};
	struct cvd_match match = {
		.arena = arena,
		.old = old,
		.new = new,
		.old_tree = *cvd_prepared_tree(old_side),
		.new_tree = *cvd_prepared_tree(new_side),
		.to_new = cvd_arena_alloc(arena, old->node_count * sizeof(uint32_t)),
		.to_old = cvd_arena_alloc(arena, new->node_count * sizeof(uint32_t)),
		.old_joint = cvd_arena_alloc(arena, old->node_count * sizeof(uint32_t)),
		.new_joint = cvd_arena_alloc(arena, new->node_count * sizeof(uint32_t)),
	};
	struct cvd_matcher matcher = {
		.match = &match,
		.scratch = &scratch,
		.old = old_side,
		.new = new_side,
		.old_kept = CVD_NEW_ARRAY(&scratch, bool, old->node_count),
		.new_kept = CVD_NEW_ARRAY(&scratch, bool, new->node_count),
	};

	memset(match.to_new, 0xff, old->node_count * sizeof(uint32_t));
	memset(match.to_old, 0xff, new->node_count * sizeof(uint32_t));
	memset(match.old_joint, 0xff, old->node_count * sizeof(uint32_t));
	memset(match.new_joint, 0xff, new->node_count * sizeof(uint32_t));
	if (cvd_matcher_same(&matcher, 0, 0)) {
		cvd_matcher_pair_subtrees(&matcher, 0, 0);
		cvd_arena_free(&scratch);
		return match;
	}
	cvd_matcher_pair(&matcher, 0, 0);
	matcher.old_bags = CVD_NEW_ARRAY(&scratch, struct cvd_bag *, old->node_count);
	matcher.new_bags = CVD_NEW_ARRAY(&scratch, struct cvd_bag *, new->node_count);
	cvd_match_unique_subtrees(&matcher);
	cvd_hidden_keep(&match, matcher.old_kept, matcher.new_kept);
	cvd_match_read_otherwise(&matcher);
	cvd_match_entries(&matcher);
	cvd_match_sections(&matcher);
	cvd_match_groups(&matcher);
	cvd_match_children(&matcher);
	cvd_match_moved(&matcher);
	cvd_match_joined_containers(&matcher);
	cvd_match_translated(&matcher);
	cvd_match_rewritten(&matcher);
	if (matcher.capped)
		match.limited = "matching";
	cvd_arena_free(&scratch);
	return match;
}
