/*
 * Entries, sections and groups by evidence: what their fields say, weighted by a table, and how much
 * of what stands in them is already paired or alike. The score is the evidence found over the
 * evidence that could have been found, so that an entry with few fields is judged by those. Entries
 * come first and anywhere in the document, because heading levels and sections change around them.
 *
 * The characteristic edit is a new role on top of one that was closed, often at the same place with
 * the same title: the start date and the statements decide, the end date hardly counts.
 *
 * Entries and sections whose own words stand once on each side pair at once; the rest is scored pair by
 * pair up to a cap, beyond which only pairs that share something are looked at and the report says so.
 */
#include "matcher.h"
#include "thresholds.h"

#include "base/map.h"
#include "base/text.h"

#include <math.h>

/* More pairs than this are not all scored. */
#define CONTAINER_PAIRS ((size_t)1 << 15)
/* Larger subtrees are judged by their paired descendants alone, not by their words. */
#define BAG_NODES 400

/*
 * Weights of the evidence and the score that makes a pair. `dated` is for entries with more than a
 * title, `plain` for sections, groups and entries that have nothing else.
 */
struct evidence {
	double fields[CVD_FIELD_COUNT];
	double children;
	double threshold; /* below paired parents, and of entries anywhere */
	double moved;     /* for groups under other parents */
};

static const struct evidence dated = {
	.fields = {[CVD_TITLE] = 2,
		   [CVD_ORGANIZATION] = 3,
		   [CVD_TEAM] = 0.5,
		   [CVD_LOCATION] = 0.5,
		   [CVD_START] = 3,
		   [CVD_END] = 1},
	.children = 4,
	.threshold = DATED_SCORE,
	.moved = DATED_SCORE,
};

static const struct evidence plain = {
	.fields = {[CVD_TITLE] = 4},
	.children = 6,
	.threshold = PLAIN_SCORE,
	.moved = MOVED_GROUP_SCORE,
};

/* How much weight of an old container stands paired in a new one. */
struct vote {
	uint32_t old, new;
	double weight;
	uint32_t next; /* of the same old container, or CVD_NO_NODE */
};

struct votes {
	struct cvd_map map; /* of the pair to its vote */
	struct {
		struct vote *items;
		size_t len, cap;
	} list;
	uint32_t *first; /* by old id */
};

static uint64_t pair_key(uint32_t old, uint32_t new)
{
	uint64_t both = (uint64_t)old << 32 | new;

	return cvd_hash64((struct cvd_str){(const char *)&both, sizeof both});
}

static void add_vote(struct cvd_matcher *matcher, struct votes *votes, uint32_t old, uint32_t new,
		     double weight)
{
	uint32_t *place = cvd_map_put(&votes->map, pair_key(old, new));

	if (*place == CVD_MAP_NONE) {
		*place = (uint32_t)votes->list.len;
		CVD_PUSH(matcher->scratch, &votes->list,
			 (struct vote){old, new, 0, votes->first[old]});
		votes->first[old] = *place;
	}
	votes->list.items[*place].weight += weight;
}

typedef bool container_test(enum cvd_kind kind);

static bool is_section(enum cvd_kind kind)
{
	return kind == CVD_SECTION;
}

static bool is_entry_or_group(enum cvd_kind kind)
{
	return cvd_kind_is_entry(kind) || kind == CVD_GROUP;
}

static bool is_group(enum cvd_kind kind)
{
	return kind == CVD_GROUP;
}

static double own_weight(const struct cvd_merkle *tree, const struct cvd_node *node)
{
	double weight = tree->weight[node->id];

	for (const struct cvd_node *child = node->first_child; child; child = child->next)
		weight -= tree->weight[child->id];
	return weight;
}

/* Of a node and its partner, without what stands below them. */
static double pair_weight(const struct cvd_match *match, const struct cvd_node *old)
{
	const struct cvd_node *new = match->new->nodes[match->to_new[old->id]];

	return (own_weight(&match->old_tree, old) + own_weight(&match->new_tree, new)) / 2;
}

/* Each paired node votes with its own weight for each pair of free containers around it. */
static struct votes count_votes(struct cvd_matcher *matcher, container_test *test)
{
	const struct cvd_match *match = matcher->match;
	struct votes votes = {0};

	cvd_map_init(&votes.map, matcher->scratch, 64);
	votes.first = CVD_NEW_ARRAY(matcher->scratch, uint32_t, match->old->node_count);
	for (uint32_t old = 0; old < match->old->node_count; old++)
		votes.first[old] = CVD_NO_NODE;
	for (uint32_t old = 1; old < match->old->node_count; old++) {
		const struct cvd_node *node = match->old->nodes[old], *a, *b;

		if (match->to_new[old] == CVD_NO_NODE)
			continue;
		for (a = node->parent; a && a->parent; a = a->parent) {
			if (!test(a->kind) || !cvd_matcher_old_free(matcher, a->id))
				continue;
			b = match->new->nodes[match->to_new[old]]->parent;
			for (; b && b->parent; b = b->parent)
				if (test(b->kind) && cvd_matcher_new_free(matcher, b->id))
					add_vote(matcher, &votes, a->id, b->id,
						 pair_weight(match, node));
		}
	}
	return votes;
}

static double paired_weight(const struct votes *votes, uint32_t old, uint32_t new)
{
	uint32_t place = cvd_map_get(&votes->map, pair_key(old, new));

	return place == CVD_MAP_NONE ? 0 : votes->list.items[place].weight;
}

static double field_similarity(struct cvd_matcher *matcher, enum cvd_field field,
			       const struct cvd_value *a, const struct cvd_value *b)
{
	struct cvd_bag x, y;
	bool open_a, open_b;

	if (field == CVD_START || field == CVD_END) {
		if (a->norm.len && cvd_str_equal(a->norm, b->norm))
			return 1;
		open_a = cvd_str_equal(a->norm, CVD_STR("present"));
		open_b = cvd_str_equal(b->norm, CVD_STR("present"));
		if (open_a != open_b)
			return 0.5; /* closed or reopened: says nothing */
		return cvd_str_equal(cvd_str_sub(a->norm, 0, 4), cvd_str_sub(b->norm, 0, 4)) ? 0.5
											     : 0;
	}
	if (cvd_str_equal(a->text, b->text))
		return 1;
	x = cvd_bag_of_text(matcher->scratch, a->text, NULL);
	y = cvd_bag_of_text(matcher->scratch, b->text, NULL);
	return cvd_bag_similarity(&x, &y);
}

/* By what is paired in them, 0 to 1. */
static double paired_children(const struct cvd_match *match, const struct votes *votes,
			      const struct cvd_node *a, const struct cvd_node *b)
{
	double below_a = match->old_tree.weight[a->id] - own_weight(&match->old_tree, a);
	double below_b = match->new_tree.weight[b->id] - own_weight(&match->new_tree, b);
	double shared = paired_weight(votes, a->id, b->id) / (below_a < below_b ? below_a : below_b);

	return shared > 1 ? 1 : shared;
}

/* By their words, at most 1. */
static double alike_children(struct cvd_matcher *matcher, const struct cvd_node *a,
			     const struct cvd_node *b)
{
	if (a->end - a->id > BAG_NODES || b->end - b->id > BAG_NODES)
		return 0;
	return (cvd_bag_similarity(cvd_matcher_old_bag(matcher, a->id),
				   cvd_matcher_new_bag(matcher, b->id)) -
		COMMON_WORDS) /
	       (1 - COMMON_WORDS);
}

static const struct evidence *evidence_of(const struct cvd_node *a, const struct cvd_node *b)
{
	static const enum cvd_field fields[] = {CVD_ORGANIZATION, CVD_START, CVD_END};

	if (!cvd_kind_is_entry(a->kind))
		return &plain;
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		if (cvd_node_get(a, fields[i]) || cvd_node_get(b, fields[i]))
			return &dated;
	return &plain;
}

/* Title and organization are to be compared as one: only one side has an organization, or the one's
 * stands in the other's title. */
static bool is_read_otherwise(const struct cvd_node *a, const struct cvd_node *b)
{
	const struct cvd_value *x = cvd_node_get(a, CVD_ORGANIZATION);
	const struct cvd_value *y = cvd_node_get(b, CVD_ORGANIZATION);
	const struct cvd_value *title_a = cvd_node_get(a, CVD_TITLE),
			       *title_b = cvd_node_get(b, CVD_TITLE);

	if (!x || !y)
		return x || y;
	return (title_a && cvd_str_find(title_a->text, y->text, 0) != SIZE_MAX) ||
	       (title_b && cvd_str_find(title_b->text, x->text, 0) != SIZE_MAX);
}

static double header_similarity(struct cvd_matcher *matcher, const struct cvd_node *a,
				const struct cvd_node *b)
{
	struct cvd_bag x =
		cvd_bag_of_text(matcher->scratch, cvd_node_heading(matcher->scratch, a), NULL);
	struct cvd_bag y =
		cvd_bag_of_text(matcher->scratch, cvd_node_heading(matcher->scratch, b), NULL);

	return cvd_bag_similarity(&x, &y);
}

/* 0 to 1. From `enough` on it may be less than it is: the words are not asked for then. */
static double score(struct cvd_matcher *matcher, const struct votes *votes,
		    const struct cvd_node *a, const struct cvd_node *b, double enough)
{
	const struct evidence *evidence = evidence_of(a, b);
	bool joined = evidence == &dated && is_read_otherwise(a, b);
	double kind = a->kind == b->kind ? 1 : OTHER_KIND, found = 0, possible = 0;

	if (joined) {
		possible = evidence->fields[CVD_TITLE] + evidence->fields[CVD_ORGANIZATION];
		found = possible * header_similarity(matcher, a, b);
	}
	for (enum cvd_field field = 0; field < CVD_FIELD_COUNT; field++) {
		const struct cvd_value *x = cvd_node_get(a, field), *y = cvd_node_get(b, field);
		double weight = evidence->fields[field], alike;

		if (!weight || (!x && !y))
			continue;
		if (joined && (field == CVD_TITLE || field == CVD_ORGANIZATION))
			continue;
		possible += x && y ? weight : weight * ONE_SIDED;
		if (!x || !y)
			continue;
		alike = field_similarity(matcher, field, x, y);
		if (a->kind == CVD_SECTION && a->section_type != CVD_SECTION_OTHER &&
		    a->section_type == b->section_type && alike < SAME_TYPE)
			alike = SAME_TYPE;
		found += weight * alike;
	}
	if (a->first_child && b->first_child) {
		possible += evidence->children;
		double shared = paired_children(matcher->match, votes, a, b), alike = shared;

		if (shared < 1 && (found + evidence->children * shared) / possible * kind < enough)
			alike = alike_children(matcher, a, b);
		found += evidence->children * (alike > shared ? alike : shared);
	} else if (a->first_child || b->first_child) {
		possible += evidence->children * ONE_SIDED;
	}
	if (possible <= 0)
		return 0;
	return found / possible * kind;
}

/* --- candidates --------------------------------------------------------------------------------- */

static struct cvd_ids free_ids(struct cvd_matcher *matcher, bool old, container_test *test)
{
	const struct cvd_document *doc = old ? matcher->match->old : matcher->match->new;
	struct cvd_ids ids = {0};

	for (uint32_t id = 1; id < doc->node_count; id++)
		if (test(doc->nodes[id]->kind) &&
		    (old ? cvd_matcher_old_free(matcher, id) : cvd_matcher_new_free(matcher, id)))
			CVD_PUSH(matcher->scratch, &ids, id);
	return ids;
}

/* Containers with the same own words, in order; with `unique`, only where they stand once on each
 * side. */
static void pair_equal_headers(struct cvd_matcher *matcher, const struct cvd_ids *old,
			       const struct cvd_ids *new, bool unique)
{
	const struct cvd_match *match = matcher->match;
	struct cvd_queues olds = cvd_queues_build(matcher->scratch, match->old_tree.own, old);
	struct cvd_queues news = cvd_queues_build(matcher->scratch, match->new_tree.own, new);

	for (uint32_t i = 0; i < new->len; i++) {
		struct cvd_hash own = match->new_tree.own[new->items[i]];
		struct cvd_queue *queue = cvd_queues_find(&olds, own);
		uint32_t place;

		if (!queue ||
		    (unique && (queue->count != 1 || cvd_queues_find(&news, own)->count != 1)))
			continue;
		place = cvd_queues_pop(&olds, queue);
		if (place != CVD_NO_NODE &&
		    cvd_hash_equal(own, match->old_tree.own[old->items[place]]))
			cvd_matcher_pair(matcher, old->items[place], new->items[i]);
	}
}

static void add_candidate(struct cvd_matcher *matcher, const struct votes *votes,
			  struct cvd_candidates *candidates, const struct cvd_ids *old, uint32_t i,
			  const struct cvd_ids *new, uint32_t j, bool moved)
{
	const struct cvd_node *a = matcher->match->old->nodes[old->items[i]];
	const struct cvd_node *b = matcher->match->new->nodes[new->items[j]];
	const struct evidence *evidence = evidence_of(a, b);
	double threshold = moved ? evidence->moved : evidence->threshold;
	bool lone = old->len == 1 && new->len == 1; /* then it is enough to know that it is a pair */
	double value = score(matcher, votes, a, b, lone ? threshold : INFINITY);

	if (value >= threshold)
		CVD_PUSH(matcher->scratch, candidates,
			 (struct cvd_candidate){i, j,
						value + cvd_matcher_tie(matcher, a->id, b->id)});
}

/* Position of the id in the list, which is sorted, or CVD_NO_NODE. */
static uint32_t position_of(const struct cvd_ids *ids, uint32_t id)
{
	size_t low = 0, high = ids->len;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (ids->items[middle] < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < ids->len && ids->items[low] == id ? (uint32_t)low : CVD_NO_NODE;
}

/* Scores and pairs two lists of free containers. Past the cap only pairs with votes are scored. */
static void pair_lists(struct cvd_matcher *matcher, const struct votes *votes,
		       const struct cvd_ids *old, const struct cvd_ids *new, bool moved)
{
	struct cvd_candidates candidates = {0};
	bool all = old->len * new->len <= CONTAINER_PAIRS;

	if (!all)
		matcher->capped = true;
	for (uint32_t i = 0; i < old->len; i++) {
		for (uint32_t j = 0; all && j < new->len; j++)
			add_candidate(matcher, votes, &candidates, old, i, new, j, moved);
		if (all)
			continue;
		for (uint32_t vote = votes->first[old->items[i]]; vote != CVD_NO_NODE;
		     vote = votes->list.items[vote].next) {
			uint32_t j = position_of(new, votes->list.items[vote].new);

			if (j != CVD_NO_NODE)
				add_candidate(matcher, votes, &candidates, old, i, new, j, moved);
		}
	}
	cvd_matcher_assign(matcher, &candidates, old, new);
}

static struct cvd_ids still_free(struct cvd_matcher *matcher, const struct cvd_ids *ids, bool old)
{
	struct cvd_ids rest = {0};

	for (size_t i = 0; i < ids->len; i++)
		if (old ? cvd_matcher_old_free(matcher, ids->items[i])
			: cvd_matcher_new_free(matcher, ids->items[i]))
			CVD_PUSH(matcher->scratch, &rest, ids->items[i]);
	return rest;
}

static void pair_anywhere(struct cvd_matcher *matcher, container_test *test, bool moved)
{
	struct cvd_ids old = free_ids(matcher, true, test), new = free_ids(matcher, false, test);
	struct votes votes;

	if (!old.len || !new.len)
		return;
	if (!moved) {
		cvd_match_equal(matcher, &old, &new, 0);
		old = still_free(matcher, &old, true);
		new = still_free(matcher, &new, false);
		pair_equal_headers(matcher, &old, &new, true);
		old = still_free(matcher, &old, true);
		new = still_free(matcher, &new, false);
	}
	votes = count_votes(matcher, test);
	pair_lists(matcher, &votes, &old, &new, moved);
	if (old.len * new.len <= CONTAINER_PAIRS || moved)
		return;
	old = still_free(matcher, &old, true);
	new = still_free(matcher, &new, false);
	pair_equal_headers(matcher, &old, &new, false);
}

/*
 * Containers that are written alike and stand once on each side, where one was read as an entry, the
 * other as a group: the reading leans on the whole document, and what did not change must not be told
 * as changed.
 */
void cvd_match_read_otherwise(struct cvd_matcher *matcher)
{
	const struct cvd_match *match = matcher->match;
	struct cvd_ids old = free_ids(matcher, true, is_entry_or_group);
	struct cvd_ids new = free_ids(matcher, false, is_entry_or_group);
	struct cvd_queues olds =
		cvd_queues_build(matcher->scratch, match->old_tree.own_source, &old);
	struct cvd_queues news =
		cvd_queues_build(matcher->scratch, match->new_tree.own_source, &new);

	for (uint32_t i = 0; i < new.len; i++) {
		const struct cvd_node *b = match->new->nodes[new.items[i]], *a;
		struct cvd_hash source = match->new_tree.own_source[b->id];
		const struct cvd_queue *queue = cvd_queues_find(&olds, source);

		if (!queue || queue->count != 1 || cvd_queues_find(&news, source)->count != 1)
			continue;
		a = match->old->nodes[old.items[queue->first]];
		if (a->kind != b->kind && cvd_str_equal(a->source, b->source))
			cvd_matcher_pair(matcher, a->id, b->id);
	}
}

void cvd_match_entries(struct cvd_matcher *matcher)
{
	pair_anywhere(matcher, cvd_kind_is_entry, false);
}

void cvd_match_sections(struct cvd_matcher *matcher)
{
	pair_anywhere(matcher, is_section, false);
}

static struct cvd_ids free_groups_of(struct cvd_matcher *matcher, const struct cvd_node *parent,
				     bool old)
{
	struct cvd_ids ids = {0};

	for (const struct cvd_node *child = parent->first_child; child; child = child->next)
		if (child->kind == CVD_GROUP && (old ? cvd_matcher_old_free(matcher, child->id)
						     : cvd_matcher_new_free(matcher, child->id)))
			CVD_PUSH(matcher->scratch, &ids, child->id);
	return ids;
}

/* Equal groups first, so that only what truly differs is scored and counts towards the cap. */
static void pair_groups(struct cvd_matcher *matcher, const struct votes *votes, struct cvd_ids *old,
			struct cvd_ids *new)
{
	cvd_match_equal_ends(matcher, old, new);
	cvd_match_equal(matcher, old, new, 0);
	*old = still_free(matcher, old, true);
	*new = still_free(matcher, new, false);
	if (old->len && new->len)
		pair_lists(matcher, votes, old, new, false);
}

/* Pairs have larger ids than their parents, so one pass goes all the way down. */
static void pair_below_parents(struct cvd_matcher *matcher)
{
	const struct cvd_match *match = matcher->match;
	struct votes votes = count_votes(matcher, is_group);

	for (uint32_t id = 0; id < match->new->node_count; id++) {
		struct cvd_ids old, new;

		if (match->to_old[id] == CVD_NO_NODE || !match->new->nodes[id]->first_child)
			continue;
		new = free_groups_of(matcher, match->new->nodes[id], false);
		if (!new.len)
			continue;
		old = free_groups_of(matcher, match->old->nodes[match->to_old[id]], true);
		if (old.len)
			pair_groups(matcher, &votes, &old, &new);
	}
}

void cvd_match_groups(struct cvd_matcher *matcher)
{
	pair_below_parents(matcher);
	pair_anywhere(matcher, is_group, true);
	pair_below_parents(matcher);
}
