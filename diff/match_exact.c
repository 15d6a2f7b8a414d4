/*
 * Equal subtrees by their content hash. A table leads from a hash to the queue of nodes that have it,
 * in document order, so that identical items pair in order and no cross product is made.
 *
 * A subtree that stands once on each side pairs wherever it stands, if it is large enough to be no
 * accident; keywords never do, because `Go` in a skill list and `Go` under a role say two things.
 */
#include "matcher.h"
#include "thresholds.h"

#include <stdlib.h>

struct cvd_queues cvd_queues_build(struct cvd_arena *arena, const struct cvd_hash *hashes,
				   const struct cvd_ids *ids)
{
	struct cvd_queues queues = {0};

	cvd_map_init(&queues.map, arena, ids->len);
	queues.next = CVD_NEW_ARRAY(arena, uint32_t, ids->len);
	for (uint32_t i = 0; i < ids->len; i++) {
		uint32_t *place = cvd_map_put(&queues.map, hashes[ids->items[i]].low);
		struct cvd_queue *queue;

		queues.next[i] = CVD_NO_NODE;
		if (*place == CVD_MAP_NONE) {
			*place = (uint32_t)queues.list.len;
			CVD_PUSH(arena, &queues.list, (struct cvd_queue){i, i, 1});
			continue;
		}
		queue = &queues.list.items[*place];
		queues.next[queue->last] = i;
		queue->last = i;
		queue->count++;
	}
	return queues;
}

struct cvd_queue *cvd_queues_find(struct cvd_queues *queues, struct cvd_hash hash)
{
	uint32_t place = cvd_map_get(&queues->map, hash.low);

	return place == CVD_MAP_NONE ? NULL : &queues->list.items[place];
}

uint32_t cvd_queues_pop(struct cvd_queues *queues, struct cvd_queue *queue)
{
	uint32_t first = queue->first;

	if (first != CVD_NO_NODE)
		queue->first = queues->next[first];
	return first;
}

static struct cvd_ids all_ids(struct cvd_matcher *matcher, const struct cvd_document *doc)
{
	struct cvd_ids ids = {0};

	for (uint32_t id = 1; id < doc->node_count; id++)
		CVD_PUSH(matcher->scratch, &ids, id);
	return ids;
}

/* Ids grow in document order, so a subtree is met before what stands in it: largest first. */
void cvd_match_unique_subtrees(struct cvd_matcher *matcher)
{
	const struct cvd_match *match = matcher->match;
	struct cvd_ids old = all_ids(matcher, match->old), new = all_ids(matcher, match->new);
	struct cvd_queues old_queues =
		cvd_queues_build(matcher->scratch, match->old_tree.content, &old);
	struct cvd_queues new_queues =
		cvd_queues_build(matcher->scratch, match->new_tree.content, &new);

	for (uint32_t i = 0; i < new.len; i++) {
		uint32_t id = new.items[i], partner;
		const struct cvd_queue *queue;

		if (!cvd_matcher_new_free(matcher, id) ||
		    cvd_kind_is_keyword(match->new->nodes[id]->kind) ||
		    match->new_tree.weight[id] < KNOWN_AGAIN_WEIGHT)
			continue;
		queue = cvd_queues_find(&old_queues, match->new_tree.content[id]);
		if (!queue || queue->count != 1 ||
		    cvd_queues_find(&new_queues, match->new_tree.content[id])->count != 1)
			continue;
		partner = old.items[queue->first];
		if (cvd_matcher_old_free(matcher, partner) && cvd_matcher_same(matcher, partner, id))
			cvd_matcher_pair_subtrees(matcher, partner, id);
	}
}

static bool pair_if_equal(struct cvd_matcher *matcher, uint32_t old, uint32_t new)
{
	if (!cvd_matcher_same(matcher, old, new))
		return false;
	cvd_matcher_pair_subtrees(matcher, old, new);
	return true;
}

void cvd_match_equal_ends(struct cvd_matcher *matcher, struct cvd_ids *old, struct cvd_ids *new)
{
	size_t n = old->len, m = new->len, from = 0, to = 0;

	while (from < n && from < m && pair_if_equal(matcher, old->items[from], new->items[from]))
		from++;
	while (to < n - from && to < m - from &&
	       pair_if_equal(matcher, old->items[n - 1 - to], new->items[m - 1 - to]))
		to++;
	*old = (struct cvd_ids){old->items + from, n - from - to, n - from - to};
	*new = (struct cvd_ids){new->items + from, m - from - to, m - from - to};
}

struct weighed {
	uint32_t weight, id;
};

static int by_weight(const void *a, const void *b)
{
	const struct weighed *x = a, *y = b;

	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	return (x->id > y->id) - (x->id < y->id);
}

/* The list with the largest subtrees first: one that holds another is to pair before it. */
static struct weighed *largest_first(struct cvd_matcher *matcher, const struct cvd_ids *ids)
{
	struct weighed *sorted = CVD_NEW_ARRAY(matcher->scratch, struct weighed, ids->len);

	for (size_t i = 0; i < ids->len; i++)
		sorted[i] = (struct weighed){matcher->match->new_tree.weight[ids->items[i]],
					     ids->items[i]};
	qsort(sorted, ids->len, sizeof *sorted, by_weight);
	return sorted;
}

static void pair_equal(struct cvd_matcher *matcher, const struct cvd_hash *old_hashes,
		       const struct cvd_ids *old, const struct cvd_hash *new_hashes,
		       const struct weighed *sorted, size_t count)
{
	struct cvd_queues queues = cvd_queues_build(matcher->scratch, old_hashes, old);

	for (size_t i = 0; i < count; i++) {
		uint32_t id = sorted[i].id, place;
		struct cvd_queue *queue = cvd_queues_find(&queues, new_hashes[id]);

		if (!queue || !cvd_matcher_new_free(matcher, id))
			continue;
		while ((place = cvd_queues_pop(&queues, queue)) != CVD_NO_NODE) {
			uint32_t partner = old->items[place];

			if (!cvd_matcher_old_free(matcher, partner) ||
			    !cvd_matcher_same(matcher, partner, id))
				continue;
			cvd_matcher_pair_subtrees(matcher, partner, id);
			break;
		}
	}
}

void cvd_match_equal(struct cvd_matcher *matcher, const struct cvd_ids *old,
		     const struct cvd_ids *new, uint32_t weight)
{
	const struct cvd_merkle *a = &matcher->match->old_tree, *b = &matcher->match->new_tree;
	size_t count = new->len;
	struct weighed *sorted;

	if (!old->len || !new->len)
		return;
	sorted = largest_first(matcher, new);
	while (count && sorted[count - 1].weight < weight)
		count--;
	pair_equal(matcher, a->source, old, b->source, sorted, count);
	pair_equal(matcher, a->content, old, b->content, sorted, count);
}
