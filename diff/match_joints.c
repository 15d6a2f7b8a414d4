/*
 * Split and merged nodes: one node became several, or several one. Both are found by one search that
 * looks from the side of the whole; a merge is a split seen backwards, so the diff from new to old
 * finds the same.
 *
 * A statement was split if neighbouring statements, which stood nowhere before, each take most of their
 * words from it and together say what it said, better than any of them alone. An entry, a section or a
 * group was split if a new one beside it got its children from it; for an entry, employer and dates must agree,
 * too, and the parts' dates make up those of the whole: a promotion adds a role, it splits none.
 *
 * Windows × free siblings of one parent, bounded as the assignment is; containers are linear.
 */
#include "matcher.h"
#include "thresholds.h"

#include "base/text.h"

#include <stdlib.h>

/* The most statements that one is split in. */
#define PARTS 3
/* More pairs of wholes and windows than this are not compared. */
#define WINDOW_PAIRS ((size_t)1 << 17)
/* Nodes beneath a whole that are looked at for what a part's child says. */
#define SHORT_NODES 64

enum answer { UNASKED, NO, YES };

/* The two sides as the search sees them: the one node's and the several nodes'. */
struct view {
	struct cvd_matcher *matcher;
	bool merged;
	const struct cvd_document *one, *many;
	const uint32_t *to_many, *to_one;
	const struct cvd_merkle *one_tree, *many_tree;
	enum answer *keeps; /* by the one's id, for containers: see keeps_children */
};

static struct view look(struct cvd_matcher *matcher, bool merged)
{
	const struct cvd_match *match = matcher->match;

	if (merged)
		return (struct view){.matcher = matcher,
				     .merged = true,
				     .one = match->new,
				     .many = match->old,
				     .to_many = match->to_old,
				     .to_one = match->to_new,
				     .one_tree = &match->new_tree,
				     .many_tree = &match->old_tree};
	return (struct view){.matcher = matcher,
			     .one = match->old,
			     .many = match->new,
			     .to_many = match->to_new,
			     .to_one = match->to_old,
			     .one_tree = &match->old_tree,
			     .many_tree = &match->new_tree};
}

static bool one_is_free(const struct view *view, uint32_t id)
{
	return view->merged ? cvd_matcher_new_free(view->matcher, id)
			    : cvd_matcher_old_free(view->matcher, id);
}

static bool many_is_free(const struct view *view, uint32_t id)
{
	return view->merged ? cvd_matcher_old_free(view->matcher, id)
			    : cvd_matcher_new_free(view->matcher, id);
}

static const struct cvd_bag *one_bag(const struct view *view, uint32_t id)
{
	return view->merged ? cvd_matcher_new_bag(view->matcher, id)
			    : cvd_matcher_old_bag(view->matcher, id);
}

static const struct cvd_bag *many_bag(const struct view *view, uint32_t id)
{
	return view->merged ? cvd_matcher_old_bag(view->matcher, id)
			    : cvd_matcher_new_bag(view->matcher, id);
}

/* Makes a joint of the whole and the parts, which are in document order. Parts that have no partner pair
 * with nothing else. */
static void join(const struct view *view, uint32_t whole, const uint32_t *parts, uint32_t count)
{
	struct cvd_match *match = view->matcher->match;
	uint32_t *one_joint = view->merged ? match->new_joint : match->old_joint;
	uint32_t *many_joint = view->merged ? match->old_joint : match->new_joint;
	bool *kept = view->merged ? view->matcher->old_kept : view->matcher->new_kept;
	struct cvd_joint joint = {.merged = view->merged, .whole = whole, .part_count = count};

	joint.parts = cvd_arena_alloc(match->arena, count * sizeof *parts);
	one_joint[whole] = (uint32_t)match->joints.len;
	for (uint32_t i = 0; i < count; i++) {
		joint.parts[i] = parts[i];
		many_joint[parts[i]] = (uint32_t)match->joints.len;
		if (view->to_one[parts[i]] == CVD_NO_NODE)
			kept[parts[i]] = true;
	}
	CVD_PUSH(match->arena, &match->joints, joint);
}

/* --- statements --------------------------------------------------------------------------------- */

/* Neighbouring statements that may be the parts of one. */
struct window {
	uint32_t ids[PARTS], count;
	struct cvd_bag bag;
};

struct windows {
	struct window *items;
	size_t len, cap;
};

struct proposal {
	const struct view *view;
	const struct cvd_ids *one; /* all free statements of the whole's side */
	const struct window *window;
	uint32_t whole;
	double score;
	uint64_t mixed; /* breaks ties; knows no direction */
};

struct proposals {
	struct proposal *items;
	size_t len, cap;
};

static bool may_be_part(const struct view *view, uint32_t id)
{
	const struct cvd_node *node = view->many->nodes[id];

	return cvd_kind_is_statement(node->kind) && !node->first_child &&
	       many_bag(view, id)->weight >= PART_WEIGHT;
}

static struct windows find_windows(const struct view *view, const struct cvd_ids *many)
{
	struct cvd_arena *scratch = view->matcher->scratch;
	struct windows windows = {0};

	for (size_t i = 0; i < many->len; i++) {
		struct window window = {0};

		for (size_t j = i; j < many->len && window.count < PARTS; j++) {
			const struct cvd_node *node = view->many->nodes[many->items[j]];

			if (!may_be_part(view, node->id) ||
			    node->index - view->many->nodes[many->items[i]]->index != j - i)
				break;
			window.ids[window.count++] = node->id;
			window.bag = window.count == 1 ? *many_bag(view, node->id)
						       : cvd_bag_union(scratch, &window.bag,
								       many_bag(view, node->id));
			if (window.count > 1)
				CVD_PUSH(scratch, &windows, window);
		}
	}
	return windows;
}

/* The bag of the window without one of its parts. */
static struct cvd_bag bag_without(const struct view *view, const struct window *window,
				  uint32_t part)
{
	struct cvd_bag bag = {0};

	for (uint32_t i = 0; i < window->count; i++)
		if (i != part)
			bag = cvd_bag_union(view->matcher->scratch, &bag,
					    many_bag(view, window->ids[i]));
	return bag;
}

/* 0 where the window is not the whole in parts. */
static double score_window(const struct view *view, uint32_t whole, const struct window *window)
{
	const struct cvd_bag *bag = one_bag(view, whole);
	double alike = cvd_bag_similarity(bag, &window->bag), all;

	if (alike < WHOLE_SIMILARITY)
		return 0;
	all = cvd_bag_shared(bag, &window->bag);
	for (uint32_t i = 0; i < window->count; i++) {
		struct cvd_bag others = bag_without(view, window, i);

		if (all - cvd_bag_shared(bag, &others) <
		    PART_COVER * many_bag(view, window->ids[i])->weight)
			return 0;
	}
	return alike;
}

/* Whether another statement of the whole's side is more like one of the parts than the whole is. */
static bool is_told_better(const struct proposal *proposal)
{
	const struct view *view = proposal->view;
	const struct cvd_ids *one = proposal->one;

	for (uint32_t i = 0; i < proposal->window->count; i++) {
		const struct cvd_bag *part = many_bag(view, proposal->window->ids[i]);
		double alike = cvd_bag_similarity(part, one_bag(view, proposal->whole));

		for (size_t k = 0; k < one->len; k++)
			if (one->items[k] != proposal->whole &&
			    cvd_kind_is_statement(view->one->nodes[one->items[k]]->kind) &&
			    cvd_bag_similarity(part, one_bag(view, one->items[k])) > alike)
				return true;
	}
	return false;
}

static int by_score(const void *a, const void *b)
{
	const struct proposal *x = a, *y = b;

	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	return (x->mixed > y->mixed) - (x->mixed < y->mixed);
}

static bool all_free(const struct proposal *proposal)
{
	const struct view *view = proposal->view;

	if (!one_is_free(view, proposal->whole))
		return false;
	for (uint32_t i = 0; i < proposal->window->count; i++)
		if (!many_is_free(view, proposal->window->ids[i]))
			return false;
	return true;
}

static void pair_with_whole(const struct proposal *proposal)
{
	const struct view *view = proposal->view;
	const struct window *window = proposal->window;
	uint32_t best = window->ids[0];
	double most = -1;

	for (uint32_t i = 0; i < window->count; i++) {
		double alike = cvd_bag_similarity(many_bag(view, window->ids[i]),
						  one_bag(view, proposal->whole));

		if (alike > most) {
			most = alike;
			best = window->ids[i];
		}
	}
	if (view->merged)
		cvd_matcher_pair(view->matcher, best, proposal->whole);
	else
		cvd_matcher_pair(view->matcher, proposal->whole, best);
}

static uint64_t mixed_hash(const struct view *view, uint32_t whole, const struct window *window)
{
	uint64_t mixed = view->one_tree->own[whole].low;

	for (uint32_t i = 0; i < window->count; i++)
		mixed += view->many_tree->own[window->ids[i]].low;
	return mixed;
}

static void propose(const struct view *view, const struct cvd_ids *one, const struct cvd_ids *many,
		    struct proposals *proposals)
{
	struct windows windows = {0};

	if (many->len < 2)
		return;
	windows = find_windows(view, many);
	if (windows.len * one->len > WINDOW_PAIRS) {
		view->matcher->capped = true;
		return;
	}
	for (size_t i = 0; i < one->len && windows.len; i++) {
		uint32_t whole = one->items[i];

		if (!cvd_kind_is_statement(view->one->nodes[whole]->kind))
			continue;
		for (size_t j = 0; j < windows.len; j++) {
			const struct window *window = &windows.items[j];
			double score = score_window(view, whole, window);

			if (score > 0)
				CVD_PUSH(view->matcher->scratch, proposals,
					 (struct proposal){view, one, window, whole, score,
							   mixed_hash(view, whole, window)});
		}
	}
}

void cvd_match_joined_statements(struct cvd_matcher *matcher, const struct cvd_ids *old,
				 const struct cvd_ids *new)
{
	struct view split = look(matcher, false), merge = look(matcher, true);
	struct proposals proposals = {0};

	propose(&split, old, new, &proposals);
	propose(&merge, new, old, &proposals);
	if (proposals.len)
		qsort(proposals.items, proposals.len, sizeof *proposals.items, by_score);
	for (size_t i = 0; i < proposals.len; i++) {
		const struct proposal *proposal = &proposals.items[i];

		if (!all_free(proposal) || is_told_better(proposal))
			continue;
		pair_with_whole(proposal);
		join(proposal->view, proposal->whole, proposal->window->ids,
		     proposal->window->count);
	}
}

/* --- containers --------------------------------------------------------------------------------- */

/* Groups of keywords are how a list is laid out: keywords move between them. */
static bool may_join(const struct cvd_node *node)
{
	if (node->kind == CVD_GROUP)
		return node->first_child && !cvd_kind_is_keyword(node->first_child->kind);
	return node->kind == CVD_SECTION || cvd_kind_is_entry(node->kind);
}

static struct cvd_str field_text(const struct cvd_node *node, enum cvd_field field)
{
	const struct cvd_value *value = cvd_node_get(node, field);

	return value ? value->text : CVD_STR("");
}

static bool same_field(const struct cvd_node *a, const struct cvd_node *b, enum cvd_field field)
{
	return cvd_str_equal(field_text(a, field), field_text(b, field));
}

/* All words of the part's title stand in the whole's. */
static bool title_is_part(const struct view *view, const struct cvd_node *whole,
			  const struct cvd_node *part)
{
	struct cvd_arena *scratch = view->matcher->scratch;
	struct cvd_bag a = cvd_bag_of_text(scratch, field_text(whole, CVD_TITLE), NULL);
	struct cvd_bag b = cvd_bag_of_text(scratch, field_text(part, CVD_TITLE), NULL);

	return cvd_bag_shared(&a, &b) >= b.weight;
}

/* Below, at or above 0 by time, as precise as the less precise of the two; `present` comes last. */
static int compare_dates(struct cvd_str a, struct cvd_str b)
{
	size_t len = a.len < b.len ? a.len : b.len;

	return cvd_str_compare(cvd_str_sub(a, 0, len), cvd_str_sub(b, 0, len));
}

/* The first start or the last end of the two parts is the whole's. */
static bool bounds_agree(const struct cvd_node *whole, const struct cvd_node *part,
			 const struct cvd_node *other, enum cvd_field field)
{
	const struct cvd_value *all = cvd_node_get(whole, field), *x = cvd_node_get(part, field),
			       *y = cvd_node_get(other, field);
	int order, wanted = field == CVD_START ? -1 : 1;

	if (!all || !x || !y || !all->norm.len || !x->norm.len || !y->norm.len)
		return false;
	order = compare_dates(x->norm, y->norm) * wanted;
	return compare_dates(all->norm, order > 0 ? x->norm : y->norm) == 0;
}

/*
 * The parts make up the whole: the later one has its title, or each has a part of it, and each its
 * employer or, if that changed, its title. Where the earlier one alone has its title, the later one is
 * a promotion.
 */
static bool fields_agree(const struct view *view, const struct cvd_node *whole,
			 const struct cvd_node *part, const struct cvd_node *other)
{
	const struct cvd_node *parts[] = {part, other}, *later;

	if (!bounds_agree(whole, part, other, CVD_START) ||
	    !bounds_agree(whole, part, other, CVD_END))
		return false;
	for (size_t i = 0; i < 2; i++)
		if (!same_field(whole, parts[i], CVD_ORGANIZATION) &&
		    !same_field(whole, parts[i], CVD_TITLE))
			return false;
	later = compare_dates(cvd_node_get(part, CVD_START)->norm,
			      cvd_node_get(other, CVD_START)->norm) > 0
			? part
			: other;
	return same_field(whole, later, CVD_TITLE) ||
	       (title_is_part(view, whole, part) && title_is_part(view, whole, other));
}

/* Statements are laid out in several ways, and a section's type makes one kind of entry another. */
static bool is_alike(enum cvd_kind a, enum cvd_kind b)
{
	return a == b || (cvd_kind_is_statement(a) && cvd_kind_is_statement(b)) ||
	       (cvd_kind_is_entry(a) && cvd_kind_is_entry(b));
}

/* What the node stood in: of an entry's statements, the entry around their group. */
static uint32_t container_of(const struct cvd_node *node, enum cvd_kind part)
{
	node = node->parent;
	while (cvd_kind_is_entry(part) && node->kind == CVD_GROUP)
		node = node->parent;
	return node->id;
}

/* How much of the part's children came from one container. */
struct origin {
	uint32_t whole;
	uint32_t count;
};

/* Short statements are paired late, below a pair of parents: whether something free beneath the whole says
 * the same. */
static bool stood_in(const struct view *view, uint32_t whole, const struct cvd_node *child)
{
	uint32_t end = view->one->nodes[whole]->end;

	for (uint32_t id = whole + 1; id < end && id <= whole + SHORT_NODES; id++)
		if (one_is_free(view, id) && cvd_hash_equal(view->one_tree->content[id],
							    view->many_tree->content[child->id]))
			return true;
	return false;
}

static struct origin find_origin(const struct view *view, const struct cvd_node *part)
{
	struct origin origin = {CVD_NO_NODE, 0};

	for (const struct cvd_node *child = part->first_child; child; child = child->next) {
		uint32_t partner = view->to_one[child->id], parent;

		if (partner == CVD_NO_NODE ||
		    !is_alike(view->one->nodes[partner]->kind, child->kind))
			continue;
		parent = container_of(view->one->nodes[partner], part->kind);
		if (origin.whole == CVD_NO_NODE)
			origin.whole = parent;
		origin.count += parent == origin.whole;
	}
	for (const struct cvd_node *child = part->first_child; child; child = child->next)
		origin.count += origin.whole != CVD_NO_NODE &&
				view->to_one[child->id] == CVD_NO_NODE &&
				stood_in(view, origin.whole, child);
	return origin;
}

static enum answer find_kept(const struct view *view, uint32_t whole, uint32_t many)
{
	for (uint32_t id = many + 1; id < view->many->nodes[many]->end; id++)
		if (view->to_one[id] > whole && view->to_one[id] < view->one->nodes[whole]->end)
			return YES;
	return NO;
}

/* Whether the container keeps something of the one it is paired with, in it or deeper. Asked once of each. */
static bool keeps_children(const struct view *view, uint32_t whole, uint32_t many)
{
	if (view->keeps[whole] == UNASKED)
		view->keeps[whole] = find_kept(view, whole, many);
	return view->keeps[whole] == YES;
}

/* The whole that the free container is a part of, or CVD_NO_NODE. */
static uint32_t whole_of(const struct view *view, const struct cvd_node *part)
{
	struct origin origin = find_origin(view, part);
	const struct cvd_node *whole;
	uint32_t first;

	if (origin.whole == CVD_NO_NODE)
		return CVD_NO_NODE;
	whole = view->one->nodes[origin.whole];
	first = view->to_many[whole->id];
	if (whole->kind != part->kind || first == CVD_NO_NODE ||
	    view->many->nodes[first]->parent != part->parent ||
	    view->to_one[part->parent->id] != whole->parent->id ||
	    !keeps_children(view, whole->id, first))
		return CVD_NO_NODE;
	if (!cvd_kind_is_entry(part->kind))
		return origin.count >= TITLED_CHILD_COUNT &&
				       origin.count >= TITLED_CHILDREN * part->child_count
			       ? whole->id
			       : CVD_NO_NODE;
	return origin.count >= ENTRY_CHILDREN * part->child_count &&
			       fields_agree(view, whole, part, view->many->nodes[first])
		       ? whole->id
		       : CVD_NO_NODE;
}

static bool is_joined(const struct cvd_match *match, const struct view *view, uint32_t whole)
{
	const uint32_t *joints = view->merged ? match->new_joint : match->old_joint;
	const uint32_t *others = view->merged ? match->old_joint : match->new_joint;

	return joints[whole] != CVD_NO_NODE || others[view->to_many[whole]] != CVD_NO_NODE;
}

static void join_containers(const struct view *view)
{
	const struct cvd_joints *joints = &view->matcher->match->joints;

	for (uint32_t id = 1; id < view->many->node_count; id++) {
		const struct cvd_node *part = view->many->nodes[id];
		uint32_t whole, first, ids[2];

		if (!may_join(part) || !many_is_free(view, id))
			continue;
		whole = whole_of(view, part);
		if (whole == CVD_NO_NODE || is_joined(view->matcher->match, view, whole))
			continue;
		first = view->to_many[whole];
		ids[0] = first < id ? first : id;
		ids[1] = first < id ? id : first;
		join(view, whole, ids, 2);
		cvd_match_children_of_joint(view->matcher, joints->items + joints->len - 1);
	}
}

void cvd_match_joined_containers(struct cvd_matcher *matcher)
{
	struct view split = look(matcher, false), merge = look(matcher, true);
	size_t before = matcher->match->joints.len;

	split.keeps = CVD_NEW_ARRAY(matcher->scratch, enum answer, split.one->node_count);
	merge.keeps = CVD_NEW_ARRAY(matcher->scratch, enum answer, merge.one->node_count);
	join_containers(&split);
	join_containers(&merge);
	/* what stands beneath the children that were paired with that */
	if (matcher->match->joints.len > before)
		cvd_match_children(matcher);
}
