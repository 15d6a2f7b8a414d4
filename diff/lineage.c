/*
 * A pair of the matching is unchanged if all that differs is told as style: the comparison is that of the
 * records, without the words of it. What stands in comments has no part in the matching; there, a node is the
 * same as one with its own content, else as one that a person knows by the same words (cvd_merkle_identity).
 * Comments are looked at only if there are any.
 */
#include "diff/lineage.h"

#include "alike.h"
#include "matcher.h"
#include "terms.h"

#include <stdlib.h>
#include <string.h>

struct lineage {
	struct cvd_arena scratch;
	const struct cvd_match *match;
	struct cvd_origin *origins;
	enum cvd_decimal decimal; /* once it was needed */
	bool has_decimal;
};

/* --- pairs of nodes ----------------------------------------------------------------------------- */

static bool is_style(struct lineage *lineage, struct cvd_str old, struct cvd_str new,
		     enum cvd_severity base)
{
	enum cvd_decimal decimal = CVD_DECIMAL_POINT;

	if (cvd_str_equal(old, new))
		return true;
	if (cvd_terms_need_decimal(old) || cvd_terms_need_decimal(new)) {
		if (!lineage->has_decimal)
			lineage->decimal =
				cvd_terms_decimal(lineage->match->old, lineage->match->new);
		lineage->has_decimal = true;
		decimal = lineage->decimal;
	}
	return cvd_terms_severity(&lineage->scratch, old, new, decimal, 0, base) == CVD_STYLE;
}

static bool same_field(struct lineage *lineage, const struct cvd_node *old,
		       const struct cvd_node *new, enum cvd_field field)
{
	const struct cvd_value *a = cvd_node_own(old, field), *b = cvd_node_own(new, field);
	bool date = field == CVD_START || field == CVD_END;

	if (cvd_alike_values(a, b) || cvd_alike_passed_on(old, new, field))
		return true;
	if (!a || !b || field == CVD_URL)
		return false;
	if (date && (a->norm.len || b->norm.len))
		return cvd_str_equal(a->norm, b->norm) && cvd_str_equal(a->rest, b->rest);
	return is_style(lineage, a->text, b->text,
			cvd_kind_is_entry(new->kind) ? cvd_severity_of_field[field] : CVD_CONTENT);
}

static bool same_fields(struct lineage *lineage, const struct cvd_node *old,
			const struct cvd_node *new)
{
	bool reread = cvd_alike_source(old, new);
	bool relabelled = cvd_alike_relabelled(&lineage->scratch, old, new);

	for (enum cvd_field field = 0; field < CVD_FIELD_COUNT; field++) {
		bool passed_over =
			field != CVD_URL && (reread || (relabelled && cvd_alike_is_worded(field)));

		if (!passed_over && !same_field(lineage, old, new, field))
			return false;
	}
	return true;
}

static int by_target(const void *a, const void *b)
{
	const struct cvd_link *x = a, *y = b;

	return cvd_str_compare(x->target, y->target);
}

static struct cvd_link *sorted_links(struct lineage *lineage, const struct cvd_node *node)
{
	struct cvd_link *links = CVD_NEW_ARRAY(&lineage->scratch, struct cvd_link, node->link_count);

	memcpy(links, node->links, node->link_count * sizeof *links);
	qsort(links, node->link_count, sizeof *links, by_target);
	return links;
}

/* The same targets, wherever they stand. */
static bool same_links(struct lineage *lineage, const struct cvd_node *old,
		       const struct cvd_node *new)
{
	struct cvd_link *a, *b;

	if (old->link_count != new->link_count || !new->link_count)
		return old->link_count == new->link_count;
	a = sorted_links(lineage, old);
	b = sorted_links(lineage, new);
	for (uint32_t i = 0; i < new->link_count; i++)
		if (by_target(&a[i], &b[i]))
			return false;
	return true;
}

static bool is_same(struct lineage *lineage, uint32_t old_id, uint32_t new_id)
{
	const struct cvd_match *match = lineage->match;
	const struct cvd_node *old = match->old->nodes[old_id], *new = match->new->nodes[new_id];

	if (cvd_hash_equal(match->old_tree.own[old_id], match->new_tree.own[new_id]))
		return true;
	if ((old->fields || new->fields) && !same_fields(lineage, old, new))
		return false;
	return is_style(lineage, old->text, new->text, cvd_severity_of_node[new->kind]) &&
	       same_links(lineage, old, new);
}

/* --- several nodes ------------------------------------------------------------------------------ */

static void set_origin(struct lineage *lineage, uint32_t new, uint32_t old, bool changed)
{
	lineage->origins[new] = (struct cvd_origin){old, changed};
}

/* All that is in it changed; a part of a split that has no partner comes from the whole. */
static void add_joint(struct lineage *lineage, const struct cvd_joint *joint)
{
	if (joint->merged)
		lineage->origins[joint->whole].changed = true;
	for (uint32_t i = 0; !joint->merged && i < joint->part_count; i++)
		set_origin(lineage, joint->parts[i], joint->whole, true);
}

/* --- comments ----------------------------------------------------------------------------------- */

static struct cvd_hash *identities(struct lineage *lineage, const struct cvd_document *doc,
				   const struct cvd_ids *ids)
{
	struct cvd_hash *keys = CVD_NEW_ARRAY(&lineage->scratch, struct cvd_hash,
					      (size_t)doc->node_count + doc->hidden_count);
	struct cvd_buf buf = {0};

	for (size_t i = 0; i < ids->len; i++)
		keys[ids->items[i]] = cvd_merkle_identity(&buf, doc->nodes[ids->items[i]]);
	cvd_buf_free(&buf);
	return keys;
}

/* Gives the new nodes without an origin an old one with the same key, in order. `hidden` says whether both are
 * hidden: then it is the same as before. */
static void take_equal(struct lineage *lineage, const struct cvd_ids *old, bool *taken,
		       const struct cvd_hash *old_keys, const struct cvd_ids *new,
		       const struct cvd_hash *new_keys, bool hidden)
{
	struct cvd_queues queues = cvd_queues_build(&lineage->scratch, old_keys, old);

	for (size_t i = 0; i < new->len; i++) {
		uint32_t id = new->items[i], place = CVD_NO_NODE;
		struct cvd_queue *queue;

		if (lineage->origins[id].old != CVD_NO_NODE ||
		    (!new_keys[id].low && !new_keys[id].high))
			continue;
		queue = cvd_queues_find(&queues, new_keys[id]);
		do
			place = queue ? cvd_queues_pop(&queues, queue) : CVD_NO_NODE;
		while (place != CVD_NO_NODE && taken[place]);
		if (place == CVD_NO_NODE)
			continue;
		taken[place] = true;
		set_origin(lineage, id, old->items[place],
			   !hidden || !is_same(lineage, old->items[place], id));
	}
}

static void take(struct lineage *lineage, const struct cvd_ids *old, bool *taken,
		 const struct cvd_ids *new, bool hidden)
{
	const struct cvd_match *match = lineage->match;

	take_equal(lineage, old, taken, match->old_tree.own, new, match->new_tree.own, hidden);
	take_equal(lineage, old, taken, identities(lineage, match->old, old), new,
		   identities(lineage, match->new, new), hidden);
}

static struct cvd_ids hidden_of(struct lineage *lineage, const struct cvd_document *doc)
{
	struct cvd_ids ids = {0};

	for (uint32_t id = doc->node_count; id < doc->node_count + doc->hidden_count; id++)
		CVD_PUSH(&lineage->scratch, &ids, id);
	return ids;
}

static struct cvd_ids unpaired_of(struct lineage *lineage, const uint32_t *partners, uint32_t count)
{
	struct cvd_ids ids = {0};

	for (uint32_t id = 1; id < count; id++)
		if (partners[id] == CVD_NO_NODE)
			CVD_PUSH(&lineage->scratch, &ids, id);
	return ids;
}

static void find_hidden(struct lineage *lineage)
{
	const struct cvd_match *match = lineage->match;
	struct cvd_ids old_hidden = hidden_of(lineage, match->old);
	struct cvd_ids new_hidden = hidden_of(lineage, match->new);
	struct cvd_ids gone = unpaired_of(lineage, match->to_new, match->old->node_count);
	struct cvd_ids added = unpaired_of(lineage, match->to_old, match->new->node_count);
	bool *taken = CVD_NEW_ARRAY(&lineage->scratch, bool, old_hidden.len);

	take(lineage, &old_hidden, taken, &new_hidden, true);
	take(lineage, &old_hidden, taken, &added, false);
	taken = CVD_NEW_ARRAY(&lineage->scratch, bool, gone.len);
	take(lineage, &gone, taken, &new_hidden, false);
}

struct cvd_origin *cvd_lineage_build(struct cvd_arena *arena, struct cvd_prepared *old_side,
				     struct cvd_prepared *new_side)
{
	const struct cvd_document *old = cvd_prepared_document(old_side);
	const struct cvd_document *new = cvd_prepared_document(new_side);
	struct lineage lineage = {0};
	uint32_t count = new->node_count + new->hidden_count;
	struct cvd_match match = cvd_match_build(&lineage.scratch, old_side, new_side);

	lineage.match = &match;
	lineage.origins = CVD_NEW_ARRAY(arena, struct cvd_origin, count);
	for (uint32_t id = 0; id < count; id++) {
		uint32_t from = id < new->node_count ? match.to_old[id] : CVD_NO_NODE;

		set_origin(&lineage, id, from, from == CVD_NO_NODE || !is_same(&lineage, from, id));
	}
	for (size_t i = 0; i < match.joints.len; i++)
		add_joint(&lineage, &match.joints.items[i]);
	if (old->hidden_count || new->hidden_count)
		find_hidden(&lineage);
	cvd_arena_free(&lineage.scratch);
	return lineage.origins;
}
