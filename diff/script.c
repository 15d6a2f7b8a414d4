/*
 * The script says of each pair whether it was updated and whether it has another parent; of the
 * pairs whose parents are a pair too, the fewest are reordered: all but a longest increasing
 * subsequence of their old positions. Among the longest, the one that leaves most words in place
 * wins, then the largest sum of content hashes, so that the script back again reorders the same.
 *
 * The subsequence is found with a tree of prefix maxima (Fenwick 1994) over old positions:
 * n log n for n children.
 */
#include "diff/script.h"

#include <stdlib.h>

/* How good a subsequence is: length, then words, then a number that knows no direction. */
struct rank {
	uint32_t count;
	uint64_t weight, mixed;
};

struct chain {
	struct rank rank;
	uint32_t new_id;    /* of its last child */
	uint32_t old_index; /* of the same; the tree is over these */
	uint32_t previous;  /* the chain without it, or CVD_NO_NODE */
};

struct builder {
	struct cvd_arena *arena;
	const struct cvd_match *match;
	struct {
		struct cvd_edit *items;
		size_t len, cap;
	} edits;
	bool *reordered; /* by new id */
};

static bool is_better(struct rank a, struct rank b)
{
	if (a.count != b.count)
		return a.count > b.count;
	if (a.weight != b.weight)
		return a.weight > b.weight;
	return a.mixed > b.mixed;
}

/* The best chain that ends at an old index below `limit`, or CVD_NO_NODE. */
static uint32_t best_before(const uint32_t *tree, const struct chain *chains, uint32_t limit)
{
	uint32_t best = CVD_NO_NODE;

	for (uint32_t at = limit; at > 0; at -= at & -at)
		if (tree[at] != CVD_NO_NODE &&
		    (best == CVD_NO_NODE || is_better(chains[tree[at]].rank, chains[best].rank)))
			best = tree[at];
	return best;
}

static void enter(uint32_t *tree, const struct chain *chains, uint32_t size, uint32_t chain)
{
	for (uint32_t at = chains[chain].old_index + 1; at <= size; at += at & -at)
		if (tree[at] == CVD_NO_NODE || is_better(chains[chain].rank, chains[tree[at]].rank))
			tree[at] = chain;
}

static bool stays(const struct cvd_match *match, const struct cvd_node *child)
{
	uint32_t old = match->to_old[child->id];

	return old != CVD_NO_NODE &&
	       match->to_new[match->old->nodes[old]->parent->id] == child->parent->id;
}

/* Marks the children of `parent` (new) that left their order. */
static void find_reordered(struct builder *builder, const struct cvd_node *parent)
{
	const struct cvd_match *match = builder->match;
	struct cvd_arena scratch = {0};
	uint32_t old_count, count = 0, best = CVD_NO_NODE, last = 0;
	struct chain *chains;
	uint32_t *tree;
	bool sorted = true;

	/* in order already: the ordinary case needs no tree */
	for (const struct cvd_node *child = parent->first_child; child; child = child->next) {
		uint32_t index;

		if (!stays(match, child))
			continue;
		index = match->old->nodes[match->to_old[child->id]]->index + 1;
		sorted &= index > last;
		last = index;
	}
	if (sorted)
		return;
	old_count = match->old->nodes[match->to_old[parent->id]]->child_count;
	chains = CVD_NEW_ARRAY(&scratch, struct chain, parent->child_count);
	tree = CVD_NEW_ARRAY(&scratch, uint32_t, (size_t)old_count + 1);
	for (uint32_t i = 0; i <= old_count; i++)
		tree[i] = CVD_NO_NODE;
	for (const struct cvd_node *child = parent->first_child; child; child = child->next) {
		struct chain *chain = &chains[count];
		uint32_t old, before;

		if (!stays(match, child))
			continue;
		old = match->to_old[child->id];
		chain->new_id = child->id;
		chain->old_index = match->old->nodes[old]->index;
		before = best_before(tree, chains, chain->old_index);
		chain->previous = before;
		if (before != CVD_NO_NODE)
			chain->rank = chains[before].rank;
		chain->rank.count++;
		chain->rank.weight +=
			(uint64_t)match->old_tree.weight[old] + match->new_tree.weight[child->id];
		chain->rank.mixed += (match->old_tree.own[old].low >> 16) +
				     (match->new_tree.own[child->id].low >> 16);
		enter(tree, chains, old_count, count);
		if (best == CVD_NO_NODE || is_better(chain->rank, chains[best].rank))
			best = count;
		builder->reordered[child->id] = true;
		count++;
	}
	/* walk the best chain back: what is on it stays */
	for (; best != CVD_NO_NODE; best = chains[best].previous)
		builder->reordered[chains[best].new_id] = false;
	cvd_arena_free(&scratch);
}

static void add_edit(struct builder *builder, struct cvd_edit edit)
{
	CVD_PUSH(builder->arena, &builder->edits, edit);
}

static void add_deletes_and_updates(struct builder *builder)
{
	const struct cvd_match *match = builder->match;

	for (uint32_t old = 1; old < match->old->node_count; old++)
		if (match->to_new[old] == CVD_NO_NODE)
			add_edit(builder, (struct cvd_edit){.kind = CVD_EDIT_DELETE,
							    .old_id = old,
							    .new_id = CVD_NO_NODE,
							    .parent = CVD_NO_NODE});
	for (uint32_t new = 0; new < match->new->node_count; new ++) {
		uint32_t old = match->to_old[new];

		if (old != CVD_NO_NODE &&
		    !cvd_hash_equal(match->old_tree.own[old], match->new_tree.own[new]))
			add_edit(builder, (struct cvd_edit){.kind = CVD_EDIT_UPDATE,
							    .old_id = old,
							    .new_id = new,
							    .parent = CVD_NO_NODE,
							    .node = match->new->nodes[new]});
	}
}

static void add_placements(struct builder *builder)
{
	const struct cvd_match *match = builder->match;

	for (uint32_t new = 1; new < match->new->node_count; new ++) {
		const struct cvd_node *node = match->new->nodes[new];
		uint32_t old = match->to_old[new], parent = match->to_old[node->parent->id];
		struct cvd_edit edit = {.old_id = old,
					.new_id = new,
					.parent = parent,
					.index = node->index,
					.node = node};

		if (parent == CVD_NO_NODE) {
			edit.parent = node->parent->id;
			edit.parent_inserted = true;
		}
		if (old == CVD_NO_NODE)
			edit.kind = CVD_EDIT_INSERT;
		else if (!stays(match, node))
			edit.kind = CVD_EDIT_MOVE;
		else if (builder->reordered[new])
			edit.kind = CVD_EDIT_REORDER;
		else
			continue;
		add_edit(builder, edit);
	}
}

struct cvd_script cvd_script_build(struct cvd_arena *arena, const struct cvd_match *match)
{
	struct builder builder = {.arena = arena, .match = match};
	struct cvd_script script;

	builder.reordered = CVD_NEW_ARRAY(arena, bool, match->new->node_count);
	for (uint32_t new = 0; new < match->new->node_count; new ++)
		if (match->to_old[new] != CVD_NO_NODE && match->new->nodes[new]->child_count > 1)
			find_reordered(&builder, match->new->nodes[new]);
	add_deletes_and_updates(&builder);
	add_placements(&builder);
	script.edits = builder.edits.items;
	script.count = builder.edits.len;
	return script;
}
