/*
 * In a container that was rewritten a few statements still find a partner by chance: two that begin with
 * the same phrase, or end with one. Among statements that truly survived such a pair would stand out as
 * a false edit, so here, where nearly all was written anew, only close likeness is believed.
 *
 * Linear in the nodes of rewritten containers.
 */
#include "matcher.h"
#include "rewritten.h"
#include "thresholds.h"

static bool is_weak(struct cvd_matcher *matcher, uint32_t old, uint32_t new)
{
	const struct cvd_match *match = matcher->match;
	const struct cvd_node *a = match->old->nodes[old], *b = match->new->nodes[new];

	return cvd_kind_is_statement(a->kind) && cvd_kind_is_statement(b->kind) &&
	       !a->first_child && !b->first_child && match->old_joint[old] == CVD_NO_NODE &&
	       match->new_joint[new] == CVD_NO_NODE &&
	       cvd_bag_similarity(cvd_matcher_old_bag(matcher, old),
				  cvd_matcher_new_bag(matcher, new)) < SURVIVING_SIMILARITY;
}

void cvd_match_rewritten(struct cvd_matcher *matcher)
{
	struct cvd_match *match = matcher->match;
	struct cvd_hidden hidden = cvd_hidden_find(matcher->scratch, match);
	struct cvd_rewrites rewrites = cvd_rewritten_find(matcher->scratch, match, &hidden);

	for (size_t i = 0; i < rewrites.len; i++) {
		const struct cvd_node *old = match->old->nodes[rewrites.items[i].old];
		const struct cvd_node *new = match->new->nodes[rewrites.items[i].new];

		for (uint32_t id = old->id + 1; id < old->end; id++) {
			uint32_t partner = match->to_new[id];

			if (partner <= new->id || partner >= new->end ||
			    !is_weak(matcher, id, partner))
				continue;
			match->to_new[id] = CVD_NO_NODE;
			match->to_old[partner] = CVD_NO_NODE;
		}
	}
}
