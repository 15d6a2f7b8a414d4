/*
 * Equal subtrees by their content hash. A table leads from a hash to the nodes that have it, as two
 * chains in document order, so that identical items pair in order and no cross product is made.
 *
 * A subtree that stands once on each side pairs wherever it stands, if it is large enough to be no
 * accident; keywords never do, because `Go` in a skill list and `Go` under a role say two things.
 */
#include "matcher.h"

#include "base/map.h"

#include <stdlib.h>

/* About four words: what a person would know again in another place. */
#define UNIQUE_WEIGHT 24

struct bucket {
	uint32_t first_old, last_old, old_count;
	uint32_t first_new, last_new, new_count;
};

struct index {
	struct cvd_map map;
	struct {
		struct bucket *items;
		size_t len, cap;
	} buckets;
	uint32_t *next_old, *next_new; /* chains by list position */
};

static struct bucket *find_bucket(struct cvd_arena *scratch, struct index *index,
				  struct cvd_hash hash)
{
	static const struct bucket empty = {.first_old = CVD_NO_NODE, .first_new = CVD_NO_NODE};
	uint32_t *place = cvd_map_put(&index->map, hash.low ^ hash.high);

	if (*place == CVD_MAP_NONE) {
		*place = (uint32_t)index->buckets.len;
		CVD_PUSH(scratch, &index->buckets, empty);
	}
	return &index->buckets.items[*place];
}

static struct index make_index(struct cvd_matcher *matcher, const struct cvd_ids *old,
			       const struct cvd_ids *new)
{
	struct index index = {0};

	cvd_map_init(&index.map, matcher->scratch, old->len + new->len);
	index.next_old = CVD_NEW_ARRAY(matcher->scratch, uint32_t, old->len);
	index.next_new = CVD_NEW_ARRAY(matcher->scratch, uint32_t, new->len);
	for (uint32_t i = 0; i < old->len; i++) {
		struct bucket *bucket = find_bucket(
			matcher->scratch, &index, matcher->match->old_tree.content[old->items[i]]);

		if (bucket->old_count++)
			index.next_old[bucket->last_old] = i;
		else
			bucket->first_old = i;
		bucket->last_old = i;
		index.next_old[i] = CVD_NO_NODE;
	}
	for (uint32_t i = 0; i < new->len; i++) {
		struct bucket *bucket = find_bucket(
			matcher->scratch, &index, matcher->match->new_tree.content[new->items[i]]);

		if (bucket->new_count++)
			index.next_new[bucket->last_new] = i;
		else
			bucket->first_new = i;
		bucket->last_new = i;
		index.next_new[i] = CVD_NO_NODE;
	}
	return index;
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
	struct cvd_ids old = all_ids(matcher, matcher->match->old);
	struct cvd_ids new = all_ids(matcher, matcher->match->new);
	struct index index = make_index(matcher, &old, &new);

	for (uint32_t i = 0; i < new.len; i++) {
		uint32_t id = new.items[i], partner;
		const struct bucket *bucket;

		if (!cvd_matcher_new_free(matcher, id) ||
		    cvd_kind_is_keyword(matcher->match->new->nodes[id]->kind) ||
		    matcher->match->new_tree.weight[id] < UNIQUE_WEIGHT)
			continue;
		bucket = find_bucket(matcher->scratch, &index, matcher->match->new_tree.content[id]);
		if (bucket->old_count != 1 || bucket->new_count != 1)
			continue;
		partner = old.items[bucket->first_old];
		if (cvd_matcher_old_free(matcher, partner) && cvd_matcher_same(matcher, partner, id))
			cvd_matcher_pair_subtrees(matcher, partner, id);
	}
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

void cvd_match_equal(struct cvd_matcher *matcher, const struct cvd_ids *old,
		     const struct cvd_ids *new, uint32_t weight)
{
	struct weighed *sorted;
	struct index index;

	if (!old->len || !new->len)
		return;
	index = make_index(matcher, old, new);
	sorted = largest_first(matcher, new);
	for (uint32_t i = 0; i < new->len && sorted[i].weight >= weight; i++) {
		uint32_t id = sorted[i].id;
		struct bucket *bucket;

		if (!cvd_matcher_new_free(matcher, id))
			continue;
		bucket = find_bucket(matcher->scratch, &index, matcher->match->new_tree.content[id]);
		while (bucket->first_old != CVD_NO_NODE) {
			uint32_t partner = old->items[bucket->first_old];

			bucket->first_old = index.next_old[bucket->first_old];
			if (!cvd_matcher_old_free(matcher, partner) ||
			    !cvd_matcher_same(matcher, partner, id))
				continue;
			cvd_matcher_pair_subtrees(matcher, partner, id);
			break;
		}
	}
}
