/*
 * What was removed and stands in a comment now was hidden; what was added and stood in one was shown.
 * Both are asked of counts, not of pairs: a key that stands in the new document's comments n times more
 * often than in the old one's hides n of the removed nodes with that key, the first ones. So two equal
 * bullets of which one is commented out are one that is hidden, a comment that was there before hides
 * nothing, and the way back exchanges the two by construction.
 *
 * The key is first the content, then what a person knows the node by (cvd_merkle_identity), so that an
 * entry may be edited while it is hidden. Sections come before all else: what stands in one that was
 * found is hidden with it; otherwise each of its parts is looked for alone. Nothing below other hidden
 * nodes is, because a statement says nothing apart from its entry. Entries that went into comments
 * whole are kept from the matching, where they would pair with whatever is like them. Hashes are not
 * confirmed by comparison: only the name of a change depends on them. Linear in the nodes.
 */
#include "hidden.h"

#include "base/map.h"

struct ids {
	uint32_t *items;
	size_t len, cap;
};

struct side {
	const struct cvd_document *doc;
	const struct cvd_merkle *tree;
	const uint32_t *partners;
	bool *told;        /* by id: the answer */
	bool *claimed;     /* by id: the hidden node is one of the told ones */
	struct ids gone;   /* not told yet, without a partner below a parent that has one */
	struct ids hidden; /* not claimed yet */
};

struct count {
	int64_t surplus;    /* of hidden nodes, new over old */
	uint32_t claims[2]; /* by side: of its hidden nodes */
};

struct finder {
	struct cvd_arena arena;
	struct cvd_buf buf;
	struct side sides[2]; /* old, new */
	struct cvd_map map;   /* from keys to counts */
	struct {
		struct count *items;
		size_t len, cap;
	} counts;
};

/* A key of the node, zero if it has none. */
typedef struct cvd_hash key_of(struct finder *finder, const struct side *side, uint32_t id);

static struct cvd_hash content_of(struct finder *finder, const struct side *side, uint32_t id)
{
	(void)finder;
	return side->tree->content[id];
}

static struct cvd_hash identity_of(struct finder *finder, const struct side *side, uint32_t id)
{
	return cvd_merkle_identity(&finder->buf, side->doc->nodes[id]);
}

static struct count *find_count(struct finder *finder, struct cvd_hash key)
{
	uint32_t *place;

	if (!key.low && !key.high)
		return NULL;
	place = cvd_map_put(&finder->map, key.low);
	if (*place == CVD_MAP_NONE) {
		*place = (uint32_t)finder->counts.len;
		CVD_PUSH(&finder->arena, &finder->counts, (struct count){0});
	}
	return &finder->counts.items[*place];
}

/* Tells the nodes that are gone while there are hidden ones for them on the other side. */
static void tell(struct finder *finder, int old, key_of *key)
{
	struct side *side = &finder->sides[old];
	int sign = old == 0 ? 1 : -1;

	for (size_t i = 0; i < side->gone.len; i++) {
		uint32_t id = side->gone.items[i];
		struct count *count = find_count(finder, key(finder, side, id));

		if (side->told[id] || !count || count->surplus * sign <= 0)
			continue;
		side->told[id] = true;
		count->surplus -= sign;
		count->claims[1 - old]++;
	}
}

static void balance(struct finder *finder, key_of *key)
{
	cvd_map_init(&finder->map, &finder->arena,
		     finder->sides[0].hidden.len + finder->sides[1].hidden.len);
	finder->counts.len = 0;
	for (int s = 0; s < 2; s++) {
		struct side *side = &finder->sides[s];

		for (size_t i = 0; i < side->hidden.len; i++) {
			uint32_t id = side->hidden.items[i];
			struct count *count = find_count(finder, key(finder, side, id));

			if (count && !side->claimed[id])
				count->surplus += s ? 1 : -1;
		}
	}
	tell(finder, 0, key);
	tell(finder, 1, key);
	for (int s = 0; s < 2; s++) {
		struct side *side = &finder->sides[s];

		for (size_t i = 0; i < side->hidden.len; i++) {
			uint32_t id = side->hidden.items[i];
			struct count *count = find_count(finder, key(finder, side, id));

			if (count && count->claims[s] && !side->claimed[id]) {
				side->claimed[id] = true;
				count->claims[s]--;
			}
		}
	}
}

static void list_nodes(struct finder *finder, struct side *side, bool sections)
{
	const struct cvd_document *doc = side->doc;

	side->gone.len = side->hidden.len = 0;
	for (uint32_t id = 1; id < doc->node_count; id++)
		if (side->partners[id] == CVD_NO_NODE &&
		    side->partners[doc->nodes[id]->parent->id] != CVD_NO_NODE &&
		    (doc->nodes[id]->kind == CVD_SECTION) == sections)
			CVD_PUSH(&finder->arena, &side->gone, id);
	for (uint32_t id = doc->node_count; id < doc->node_count + doc->hidden_count;) {
		bool section = doc->nodes[id]->kind == CVD_SECTION;

		if (section == sections)
			CVD_PUSH(&finder->arena, &side->hidden, id);
		id = section && !side->claimed[id] ? id + 1 : doc->nodes[id]->end;
	}
}

static void set_side(struct finder *finder, struct side *side, const struct cvd_merkle *tree,
		     const uint32_t *partners, bool *told)
{
	const struct cvd_document *doc = tree->doc;

	side->doc = doc;
	side->tree = tree;
	side->partners = partners;
	side->told = told;
	side->claimed =
		CVD_NEW_ARRAY(&finder->arena, bool, (size_t)doc->node_count + doc->hidden_count);
}

struct cvd_hidden cvd_hidden_find(struct cvd_arena *arena, const struct cvd_match *match)
{
	struct finder finder = {0};
	struct cvd_hidden hidden = {
		.old = CVD_NEW_ARRAY(arena, bool, match->old->node_count),
		.new = CVD_NEW_ARRAY(arena, bool, match->new->node_count),
	};

	if (!match->old->hidden_count && !match->new->hidden_count)
		return hidden;
	set_side(&finder, &finder.sides[0], &match->old_tree, match->to_new, hidden.old);
	set_side(&finder, &finder.sides[1], &match->new_tree, match->to_old, hidden.new);
	for (int sections = 1; sections >= 0; sections--) {
		list_nodes(&finder, &finder.sides[0], sections);
		list_nodes(&finder, &finder.sides[1], sections);
		balance(&finder, content_of);
		balance(&finder, identity_of);
	}
	cvd_buf_free(&finder.buf);
	cvd_arena_free(&finder.arena);
	return hidden;
}

/* --- before the matching ------------------------------------------------------------------------ */

/* Counts the side's entries by content: the hidden ones, and of the visible ones those that are free. */
static void count_entries(struct finder *finder, int s)
{
	const struct side *side = &finder->sides[s];
	const struct cvd_document *doc = side->doc;

	for (uint32_t id = 1; id < doc->node_count + doc->hidden_count; id++) {
		const struct cvd_node *node = doc->nodes[id];
		struct count *count;

		if (!cvd_kind_is_entry(node->kind) ||
		    (!node->hidden && side->partners[id] != CVD_NO_NODE))
			continue;
		count = find_count(finder, side->tree->content[id]);
		if (node->hidden)
			count->surplus += s ? 1 : -1;
		else
			count->claims[s]++;
	}
}

/* The identities of the side's visible entries. */
static struct cvd_map known_entries(struct finder *finder, const struct side *side)
{
	struct cvd_map known;

	cvd_map_init(&known, &finder->arena, side->doc->node_count);
	for (uint32_t id = 1; id < side->doc->node_count; id++)
		if (cvd_kind_is_entry(side->doc->nodes[id]->kind))
			*cvd_map_put(&known, identity_of(finder, side, id).low) = id;
	return known;
}

static void keep_entries(struct finder *finder, int s)
{
	const struct side *side = &finder->sides[s];
	struct cvd_map others = known_entries(finder, &finder->sides[1 - s]);

	for (uint32_t id = 1; id < side->doc->node_count; id++) {
		const struct count *count;

		if (!cvd_kind_is_entry(side->doc->nodes[id]->kind) ||
		    side->partners[id] != CVD_NO_NODE)
			continue;
		count = find_count(finder, side->tree->content[id]);
		if ((s ? -count->surplus : count->surplus) < count->claims[s] ||
		    cvd_map_get(&others, identity_of(finder, side, id).low) != CVD_MAP_NONE)
			continue;
		for (uint32_t below = id; below < side->doc->nodes[id]->end; below++)
			side->told[below] = true;
	}
}

void cvd_hidden_keep(const struct cvd_match *match, bool *old, bool *new)
{
	struct finder finder = {0};

	if (!match->old->hidden_count && !match->new->hidden_count)
		return;
	set_side(&finder, &finder.sides[0], &match->old_tree, match->to_new, old);
	set_side(&finder, &finder.sides[1], &match->new_tree, match->to_old, new);
	cvd_map_init(&finder.map, &finder.arena,
		     match->old->hidden_count + match->new->hidden_count);
	for (int s = 0; s < 2; s++)
		count_entries(&finder, s);
	for (int s = 0; s < 2; s++)
		keep_entries(&finder, s);
	cvd_buf_free(&finder.buf);
	cvd_arena_free(&finder.arena);
}

bool cvd_hidden_same(const struct cvd_match *match)
{
	const struct cvd_hidden_nodes *old = &match->old->hidden, *new = &match->new->hidden;

	if (old->len != new->len)
		return false;
	for (size_t i = 0; i < old->len; i++)
		if (!cvd_hash_equal(match->old_tree.source[old->items[i]->id],
				    match->new_tree.source[new->items[i]->id]))
			return false;
	return true;
}
