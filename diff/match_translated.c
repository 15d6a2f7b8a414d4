/*
 * A résumé that was translated in place: most of its sections have other titles, and no words lead from
 * an entry to itself. What survives a translation is the order of the sections and the dates of the
 * entries; both are used here, and only here, because in any other résumé they prove nothing.
 *
 * Linear in the sections, and for each pair of sections in the product of its free entries, bounded by a
 * cap.
 */
#include "matcher.h"

/* More pairs of entries below one pair of sections than this are not compared. */
#define ENTRY_PAIRS ((size_t)1 << 14)

bool cvd_match_is_translated(const struct cvd_match *match)
{
	size_t paired = 0, changed = 0;

	for (const struct cvd_node *child = match->new->root->first_child; child;
	     child = child->next) {
		uint32_t old = match->to_old[child->id];

		if (child->kind != CVD_SECTION || old == CVD_NO_NODE)
			continue;
		paired++;
		changed += !cvd_hash_equal(match->old_tree.own[old], match->new_tree.own[child->id]);
	}
	return changed > 1 && changed * 2 > paired;
}

static const struct cvd_node *next_section(const struct cvd_node *node)
{
	while (node && node->kind != CVD_SECTION)
		node = node->next;
	return node;
}

/* Pairs what is free on both sides behind the same section, if it is of one type. */
static void pair_sections(struct cvd_matcher *matcher)
{
	const struct cvd_match *match = matcher->match;
	const struct cvd_node *old = next_section(match->old->root->first_child);
	const struct cvd_node *new = next_section(match->new->root->first_child);

	while (old && new) {
		if (cvd_matcher_old_free(matcher, old->id) &&
		    cvd_matcher_new_free(matcher, new->id) && old->section_type == new->section_type)
			cvd_matcher_pair(matcher, old->id, new->id);
		if (match->to_new[old->id] != new->id)
			return;
		old = next_section(old->next);
		new = next_section(new->next);
	}
}

static bool same_date(const struct cvd_node *a, const struct cvd_node *b, enum cvd_field field)
{
	const struct cvd_value *x = cvd_node_get(a, field), *y = cvd_node_get(b, field);

	return x && y && x->norm.len && cvd_str_equal(x->norm, y->norm);
}

static bool same_dates(const struct cvd_node *a, const struct cvd_node *b)
{
	return a->kind == b->kind && same_date(a, b, CVD_START) && same_date(a, b, CVD_END);
}

/* The only free entry below `parent` with the dates of `entry`, or NULL. */
static const struct cvd_node *find_by_dates(struct cvd_matcher *matcher,
					    const struct cvd_node *parent,
					    const struct cvd_node *entry, bool old)
{
	const struct cvd_node *found = NULL;

	for (const struct cvd_node *child = parent->first_child; child; child = child->next) {
		if (!cvd_kind_is_entry(child->kind) || !same_dates(child, entry) ||
		    !(old ? cvd_matcher_old_free(matcher, child->id)
			  : cvd_matcher_new_free(matcher, child->id)))
			continue;
		if (found)
			return NULL;
		found = child;
	}
	return found;
}

static void pair_entries(struct cvd_matcher *matcher, const struct cvd_node *old,
			 const struct cvd_node *new)
{
	if ((size_t)old->child_count * new->child_count > ENTRY_PAIRS) {
		matcher->capped = true;
		return;
	}
	for (const struct cvd_node *child = new->first_child; child; child = child->next) {
		const struct cvd_node *partner;

		if (!cvd_kind_is_entry(child->kind) || !cvd_matcher_new_free(matcher, child->id))
			continue;
		partner = find_by_dates(matcher, old, child, true);
		if (partner && find_by_dates(matcher, new, partner, false) == child)
			cvd_matcher_pair(matcher, partner->id, child->id);
	}
}

void cvd_match_translated(struct cvd_matcher *matcher)
{
	const struct cvd_match *match = matcher->match;

	if (!cvd_match_is_translated(match))
		return;
	pair_sections(matcher);
	for (const struct cvd_node *child = match->new->root->first_child; child;
	     child = child->next) {
		uint32_t old = match->to_old[child->id];

		if (child->kind == CVD_SECTION && old != CVD_NO_NODE)
			pair_entries(matcher, match->old->nodes[old], child);
	}
	cvd_match_children(matcher);
}
