/*
 * After a rewrite or a translation no statement has a partner, and a list of everything that went and
 * everything that came tells a person nothing. Such a container is told in one line, which folds what
 * stands loose in it: removed or added statements, keywords and groups of a container that has a partner
 * itself. The innermost container that holds them all is the one that was rewritten: one role, not its
 * section. Where most titles of sections changed as well, the résumé was translated, and they are folded,
 * too. Entries that came or went are facts and are told as ever.
 *
 * Numbers of statements beneath a node are differences of running totals over the ids, which stand in
 * document order.
 */
#include "rewritten.h"
#include "thresholds.h"

#include <string.h>

struct totals {
	uint32_t loose, paired; /* statements with a smaller id */
};

struct side {
	const struct cvd_document *doc;
	const uint32_t *partners, *joints;
	const bool *hidden;
	bool *loose;           /* by id */
	struct totals *totals; /* by id, one more than there are nodes */
	uint32_t *told;
};

struct finder {
	struct cvd_arena *arena;
	struct side old, new;
	struct cvd_rewrites rewrites;
};

static bool may_be_folded(enum cvd_kind kind)
{
	return cvd_kind_is_statement(kind) || cvd_kind_is_keyword(kind) || kind == CVD_GROUP ||
	       kind == CVD_BLOCK;
}

static void count(struct side *side, struct cvd_arena *arena)
{
	uint32_t nodes = side->doc->node_count;
	struct totals total = {0, 0};

	side->loose = CVD_NEW_ARRAY(arena, bool, nodes);
	side->totals = CVD_NEW_ARRAY(arena, struct totals, (size_t)nodes + 1);
	side->told = cvd_arena_alloc(arena, nodes * sizeof *side->told);
	memset(side->told, 0xff, nodes * sizeof *side->told);
	for (uint32_t id = 1; id < nodes; id++) {
		const struct cvd_node *node = side->doc->nodes[id];
		bool paired = side->partners[id] != CVD_NO_NODE || side->joints[id] != CVD_NO_NODE;

		side->totals[id] = total;
		side->loose[id] = !paired && !side->hidden[id] && may_be_folded(node->kind) &&
				  (side->partners[node->parent->id] != CVD_NO_NODE ||
				   side->loose[node->parent->id]);
		if (!cvd_kind_is_statement(node->kind))
			continue;
		total.loose += side->loose[id];
		total.paired += paired;
	}
	side->totals[nodes] = total;
}

static struct totals beneath(const struct side *side, uint32_t id)
{
	struct totals from = side->totals[id], to = side->totals[side->doc->nodes[id]->end];

	return (struct totals){to.loose - from.loose, to.paired - from.paired};
}

static bool is_rewritten(struct totals totals)
{
	return totals.loose >= REWRITTEN_STATEMENTS &&
	       totals.paired <= SURVIVING_SHARE * (totals.loose + totals.paired);
}

static bool is_container(enum cvd_kind kind)
{
	return kind == CVD_SECTION || cvd_kind_is_entry(kind);
}

static bool has_title(enum cvd_kind kind)
{
	return kind == CVD_SECTION || kind == CVD_GROUP;
}

/* Whether one container in the old one holds all of its loose statements, on both sides. */
static bool is_of_one_child(const struct finder *finder, uint32_t old, uint32_t new)
{
	struct totals a = beneath(&finder->old, old), b = beneath(&finder->new, new);

	for (const struct cvd_node *child = finder->old.doc->nodes[old]->first_child; child;
	     child = child->next) {
		uint32_t partner = finder->old.partners[child->id];

		if (is_container(child->kind) && partner != CVD_NO_NODE &&
		    beneath(&finder->old, child->id).loose == a.loose &&
		    beneath(&finder->new, partner).loose == b.loose)
			return true;
	}
	return false;
}

static void fold(struct side *side, uint32_t container, uint32_t place)
{
	for (uint32_t id = container + 1; id < side->doc->nodes[container]->end; id++)
		if (side->loose[id] && !side->loose[side->doc->nodes[id]->parent->id])
			side->told[id] = place;
}

/* The titles of sections and groups that were translated with all else. */
static void fold_titles(struct finder *finder, const struct cvd_match *match, uint32_t place)
{
	for (uint32_t id = 1; id < match->new->node_count; id++) {
		uint32_t old = match->to_old[id];

		if (old == CVD_NO_NODE || !has_title(match->new->nodes[id]->kind) ||
		    cvd_hash_equal(match->old_tree.own[old], match->new_tree.own[id]))
			continue;
		finder->old.told[old] = place;
		finder->new.told[id] = place;
	}
}

static bool try_pair(struct finder *finder, const struct cvd_match *match, uint32_t old,
		     uint32_t new)
{
	struct totals a = beneath(&finder->old, old), b = beneath(&finder->new, new);
	uint32_t place = (uint32_t)finder->rewrites.len;
	bool translated = new == 0 && cvd_match_is_translated(match);

	if (!is_rewritten(a) || !is_rewritten(b) ||
	    (!translated && is_of_one_child(finder, old, new)))
		return false;
	if (translated)
		fold_titles(finder, match, place);
	CVD_PUSH(finder->arena, &finder->rewrites,
		 (struct cvd_rewrite){old, new, a.loose + a.paired, a.loose});
	fold(&finder->old, old, place);
	fold(&finder->new, new, place);
	return true;
}

struct cvd_rewrites cvd_rewritten_find(struct cvd_arena *arena, const struct cvd_match *match,
				       const struct cvd_hidden *hidden)
{
	struct finder finder = {
		.arena = arena,
		.old = {match->old, match->to_new, match->old_joint, hidden->old},
		.new = {match->new, match->to_old, match->new_joint, hidden->new},
	};

	count(&finder.old, arena);
	count(&finder.new, arena);
	/* an id is larger than its parent's: outer containers come first, and what they tell is passed over */
	for (uint32_t id = 0; id < match->new->node_count;) {
		enum cvd_kind kind = match->new->nodes[id]->kind;
		uint32_t old = match->to_old[id];

		if (old != CVD_NO_NODE && (id == 0 || is_container(kind)) &&
		    try_pair(&finder, match, old, id))
			id = match->new->nodes[id]->end;
		else
			id++;
	}
	finder.rewrites.old = finder.old.told;
	finder.rewrites.new = finder.new.told;
	return finder.rewrites;
}
