/*
 * Statements and keywords. Below a pair of parents, equal ones pair in order, then those that were split
 * or merged (match_joints.c), then alike ones by a least-cost assignment, then those between the same
 * neighbours, where less likeness will do. A label or the form of a contact speaks for a pair whatever its
 * words. What is left over is looked for under other parents, where the bar is higher, because two statements in different roles are alike by chance more often. Keywords pair
 * only if they are the same word: one skill for another is a removal and an addition.
 *
 * Pairs are scored all by all up to a cap; above it only near ones below the same parent, and only
 * those that share a rare word elsewhere, and the report says that it is limited.
 */
#include "matcher.h"
#include "thresholds.h"

#include "base/map.h"
#include "base/text.h"

/* More pairs than this are not all compared. */
#define STATEMENT_PAIRS ((size_t)1 << 18)
/* Then: neighbours looked at on both sides, and statements that a word may stand in. */
#define WINDOW 16
#define RARE 8

/* --- classes ------------------------------------------------------------------------------------ */

/* Only nodes of one class pair with each other. */
enum class { CLASS_NONE, CLASS_STATEMENT, CLASS_BLOCK, CLASS_CONTACT, CLASS_NAME, CLASS_KEYWORD };

static enum class class_of(enum cvd_kind kind) {
	switch (kind){
		case CVD_BULLET : case CVD_PARAGRAPH : case CVD_SUMMARY : case
		CVD_HEADLINE : return CLASS_STATEMENT;
		case CVD_BLOCK : return CLASS_BLOCK;
		case CVD_CONTACT : return CLASS_CONTACT;
		case CVD_NAME : return CLASS_NAME;
		case CVD_SKILL : case CVD_LANGUAGE : case CVD_INTEREST : return CLASS_KEYWORD;
		default : return CLASS_NONE;
	}
}

/* What a contact is, by its characters: it changes as a whole. */
enum contact_form { CONTACT_MAIL, CONTACT_PHONE, CONTACT_SITE, CONTACT_PLACE };

static enum contact_form contact_form(const struct cvd_node *contact)
{
	struct cvd_str text = contact->text;
	size_t digits = 0;
	bool dot = false;

	if (cvd_str_find_char(text, '@', 0) != SIZE_MAX)
		return CONTACT_MAIL;
	for (size_t i = 0; i < text.len; i++) {
		digits += text.ptr[i] >= '0' && text.ptr[i] <= '9';
		dot |= text.ptr[i] == '.' && i + 1 < text.len && text.ptr[i + 1] > ' ';
	}
	if (digits * 2 > text.len)
		return CONTACT_PHONE;
	return contact->link_count || dot || cvd_str_find_char(text, '/', 0) != SIZE_MAX
		       ? CONTACT_SITE
		       : CONTACT_PLACE;
}

/* Longest label, in words and in bytes: `Phone: …`, `Tech stack: …`. */
#define LABEL_WORDS 3
#define LABEL_BYTES 40

/* Both texts begin with the same label. */
static bool has_label(struct cvd_str a, struct cvd_str b)
{
	size_t colon = cvd_str_find_char(cvd_str_sub(a, 0, LABEL_BYTES), ':', 0), words = 1;

	if (colon == SIZE_MAX || colon == 0 ||
	    !cvd_str_equal(cvd_str_sub(a, 0, colon + 1), cvd_str_sub(b, 0, colon + 1)))
		return false;
	for (size_t i = 0; i < colon; i++)
		words += a.ptr[i] == ' ';
	return words <= LABEL_WORDS && a.len > colon + 1 && b.len > colon + 1 &&
	       a.ptr[colon + 1] == ' ' && b.ptr[colon + 1] == ' ';
}

/* From `enough` on it does not matter how alike they are: less than 1 may be told as 1. */
static double similarity(struct cvd_matcher *matcher, uint32_t old, uint32_t new, double enough)
{
	const struct cvd_node *a = matcher->match->old->nodes[old];
	const struct cvd_node *b = matcher->match->new->nodes[new];

	if (class_of(a->kind) != class_of(b->kind))
		return 0;
	if (has_label(a->text, b->text) && cvd_matcher_same_parent(matcher, old, new))
		return 1;
	if (a->kind == CVD_CONTACT && contact_form(a) == contact_form(b) &&
	    contact_form(a) != CONTACT_SITE)
		return 1;
	/* two bullets that hold nothing but their nested ones */
	if (!a->text.len && !b->text.len)
		return a->first_child && b->first_child ? 0.5 : 0;
	if (enough < 1 && cvd_matcher_surely_alike(matcher, old, new, enough))
		return 1;
	return cvd_bag_similarity(cvd_matcher_old_bag(matcher, old),
				  cvd_matcher_new_bag(matcher, new));
}

/* --- below the same parents --------------------------------------------------------------------- */

static void add_free_children(struct cvd_matcher *matcher, struct cvd_ids *ids,
			      const struct cvd_node *parent, bool old)
{
	for (const struct cvd_node *child = parent->first_child; child; child = child->next)
		if (class_of(child->kind) != CLASS_NONE &&
		    (old ? cvd_matcher_old_free(matcher, child->id)
			 : cvd_matcher_new_free(matcher, child->id)))
			CVD_PUSH(matcher->scratch, ids, child->id);
}

static struct cvd_ids free_children(struct cvd_matcher *matcher, const struct cvd_node *parent,
				    bool old)
{
	struct cvd_ids ids = {0};

	add_free_children(matcher, &ids, parent, old);
	return ids;
}

/* Keywords pair by their words alone. */
static void drop_keywords(const struct cvd_document *doc, struct cvd_ids *ids)
{
	size_t kept = 0;

	for (size_t i = 0; i < ids->len; i++)
		if (class_of(doc->nodes[ids->items[i]]->kind) != CLASS_KEYWORD)
			ids->items[kept++] = ids->items[i];
	ids->len = kept;
}

static void keep_free(struct cvd_matcher *matcher, struct cvd_ids *ids, bool old)
{
	size_t kept = 0;

	for (size_t i = 0; i < ids->len; i++)
		if (old ? cvd_matcher_old_free(matcher, ids->items[i])
			: cvd_matcher_new_free(matcher, ids->items[i]))
			ids->items[kept++] = ids->items[i];
	ids->len = kept;
}

static void add_candidate(struct cvd_matcher *matcher, struct cvd_candidates *candidates,
			  const struct cvd_ids *old, const struct cvd_ids *new, uint32_t i,
			  uint32_t j, double threshold)
{
	bool lone = old->len == 1 && new->len == 1;
	double alike = similarity(matcher, old->items[i], new->items[j], lone ? threshold : 1);

	if (alike >= threshold)
		CVD_PUSH(matcher->scratch, candidates,
			 (struct cvd_candidate){i, j,
						alike + cvd_matcher_tie(matcher, old->items[i],
									new->items[j])});
}

static void pair_alike(struct cvd_matcher *matcher, const struct cvd_ids *old,
		       const struct cvd_ids *new)
{
	struct cvd_candidates candidates = {0};
	bool all = old->len * new->len <= STATEMENT_PAIRS;

	for (uint32_t i = 0; i < old->len; i++) {
		size_t from = 0, to = new->len;

		if (!all) {
			size_t near = (size_t)i * new->len / old->len;

			from = near > WINDOW ? near - WINDOW : 0;
			to = near + WINDOW < new->len ? near + WINDOW : new->len;
		}
		for (size_t j = from; j < to; j++)
			add_candidate(matcher, &candidates, old, new, i, (uint32_t)j,
				      SAME_PARENT_SIMILARITY);
	}
	if (!all)
		matcher->capped = true;
	cvd_matcher_assign(matcher, &candidates, old, new);
}

/* The partners of the nearest siblings that have one below the same parent, as new ids. */
struct gap {
	uint32_t before, after;
};

static uint32_t anchor_at(struct cvd_matcher *matcher, const struct cvd_node *node, bool old)
{
	const struct cvd_match *match = matcher->match;
	uint32_t partner = old ? match->to_new[node->id] : match->to_old[node->id];

	if (partner == CVD_NO_NODE ||
	    !cvd_matcher_same_parent(matcher, old ? node->id : partner, old ? partner : node->id))
		return CVD_NO_NODE;
	return old ? partner : node->id;
}

/* The gaps that the free nodes, children of one parent in order, stand in. */
static struct gap *find_gaps(struct cvd_matcher *matcher, const struct cvd_ids *ids, bool old)
{
	const struct cvd_document *doc = old ? matcher->match->old : matcher->match->new;
	struct gap *gaps = CVD_NEW_ARRAY(matcher->scratch, struct gap, ids->len);
	const struct cvd_node *child = doc->nodes[ids->items[0]]->parent->first_child;
	uint32_t last = CVD_NO_NODE;
	size_t i = 0, open = 0;

	for (; child; child = child->next) {
		uint32_t anchor = anchor_at(matcher, child, old);

		if (i < ids->len && child->id == ids->items[i]) {
			gaps[i++] = (struct gap){last, CVD_NO_NODE};
		} else if (anchor != CVD_NO_NODE) {
			last = anchor;
			for (; open < i; open++)
				gaps[open].after = anchor;
		}
	}
	return gaps;
}

/* Pairs what is left between the same neighbours, where less likeness will do. */
static void pair_in_place(struct cvd_matcher *matcher, const struct cvd_ids *old,
			  const struct cvd_ids *new)
{
	struct cvd_candidates candidates = {0};
	struct gap *olds, *news;

	if (old->len * new->len > STATEMENT_PAIRS)
		return;
	olds = find_gaps(matcher, old, true);
	news = find_gaps(matcher, new, false);
	for (uint32_t i = 0; i < old->len; i++)
		for (uint32_t j = 0; j < new->len; j++)
			if (olds[i].before == news[j].before && olds[i].after == news[j].after)
				add_candidate(matcher, &candidates, old, new, i, j,
					      SAME_PLACE_SIMILARITY);
	cvd_matcher_assign(matcher, &candidates, old, new);
}

/* The name stays the name, the headline the headline, however they change. */
static void pair_singles(struct cvd_matcher *matcher, const struct cvd_ids *old,
			 const struct cvd_ids *new)
{
	static const enum cvd_kind kinds[] = {CVD_NAME, CVD_HEADLINE};

	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		uint32_t a = CVD_NO_NODE, b = CVD_NO_NODE;

		for (size_t i = 0; i < old->len && a == CVD_NO_NODE; i++)
			if (matcher->match->old->nodes[old->items[i]]->kind == kinds[k] &&
			    cvd_matcher_old_free(matcher, old->items[i]))
				a = old->items[i];
		for (size_t i = 0; i < new->len &&b == CVD_NO_NODE; i++)
			if (matcher->match->new->nodes[new->items[i]]->kind == kinds[k] &&
			    cvd_matcher_new_free(matcher, new->items[i]))
				b = new->items[i];
		if (a != CVD_NO_NODE && b != CVD_NO_NODE)
			cvd_matcher_pair(matcher, a, b);
	}
}

/* Keywords that are the same word in another case, in order. `scope` keeps sections apart. */
static uint64_t keyword_key(struct cvd_matcher *matcher, const struct cvd_node *node, uint32_t scope)
{
	struct cvd_str folded = cvd_text_fold(matcher->scratch, node->text);

	return cvd_hash64(cvd_arena_format(matcher->scratch, "%u %.*s", scope, CVD_STR_ARG(folded)));
}

static void pair_keywords(struct cvd_matcher *matcher, const struct cvd_ids *old,
			  const uint32_t *old_scopes, const struct cvd_ids *new,
			  const uint32_t *new_scopes)
{
	uint32_t *next = CVD_NEW_ARRAY(matcher->scratch, uint32_t, old->len);
	struct cvd_map map;

	cvd_map_init(&map, matcher->scratch, old->len);
	for (size_t i = old->len; i-- > 0;) {
		const struct cvd_node *node = matcher->match->old->nodes[old->items[i]];
		uint32_t *place;

		if (class_of(node->kind) != CLASS_KEYWORD)
			continue;
		place = cvd_map_put(&map,
				    keyword_key(matcher, node, old_scopes ? old_scopes[i] : 0));
		next[i] = *place == CVD_MAP_NONE ? (uint32_t)old->len : *place;
		*place = (uint32_t)i;
	}
	for (size_t i = 0; i < new->len &&map.count; i++) {
		const struct cvd_node *node = matcher->match->new->nodes[new->items[i]];
		uint32_t *place, at;
		uint64_t key;

		if (class_of(node->kind) != CLASS_KEYWORD)
			continue;
		key = keyword_key(matcher, node, new_scopes ? new_scopes[i] : 0);
		at = cvd_map_get(&map, key);
		if (at == CVD_MAP_NONE || at == old->len)
			continue;
		cvd_matcher_pair(matcher, old->items[at], new->items[i]);
		place = cvd_map_put(&map, key);
		*place = next[at];
	}
}

void cvd_match_children(struct cvd_matcher *matcher)
{
	const struct cvd_match *match = matcher->match;

	for (uint32_t id = 0; id < match->new->node_count; id++) {
		struct cvd_ids old, new;

		if (match->to_old[id] == CVD_NO_NODE || !match->new->nodes[id]->first_child)
			continue;
		new = free_children(matcher, match->new->nodes[id], false);
		if (!new.len)
			continue;
		old = free_children(matcher, match->old->nodes[match->to_old[id]], true);
		if (!old.len)
			continue;
		cvd_match_equal(matcher, &old, &new, 0);
		keep_free(matcher, &old, true);
		keep_free(matcher, &new, false);
		pair_keywords(matcher, &old, NULL, &new, NULL);
		pair_singles(matcher, &old, &new);
		drop_keywords(match->old, &old);
		drop_keywords(match->new, &new);
		keep_free(matcher, &old, true);
		keep_free(matcher, &new, false);
		if (!old.len || !new.len)
			continue;
		cvd_match_joined_statements(matcher, &old, &new);
		keep_free(matcher, &old, true);
		keep_free(matcher, &new, false);
		if (!old.len || !new.len)
			continue;
		pair_alike(matcher, &old, &new);
		keep_free(matcher, &old, true);
		keep_free(matcher, &new, false);
		if (old.len && new.len)
			pair_in_place(matcher, &old, &new);
	}
}

void cvd_match_children_of_joint(struct cvd_matcher *matcher, const struct cvd_joint *joint)
{
	const struct cvd_match *match = matcher->match;
	const struct cvd_document *many = joint->merged ? match->old : match->new;
	const struct cvd_document *one = joint->merged ? match->new : match->old;
	struct cvd_ids whole = free_children(matcher, one->nodes[joint->whole], !joint->merged);
	struct cvd_ids parts = {0}, *old = joint->merged ? &parts : &whole,
		       *new = joint->merged ? &whole : &parts;

	for (uint32_t i = 0; i < joint->part_count; i++)
		add_free_children(matcher, &parts, many->nodes[joint->parts[i]], joint->merged);
	if (!old->len || !new->len)
		return;
	cvd_match_equal(matcher, old, new, 0);
	keep_free(matcher, old, true);
	keep_free(matcher, new, false);
	drop_keywords(match->old, old);
	drop_keywords(match->new, new);
	if (old->len && new->len)
		pair_alike(matcher, old, new);
}

/* --- under other parents ------------------------------------------------------------------------ */

static struct cvd_ids free_of_class(struct cvd_matcher *matcher, enum class class, bool old)
{
	const struct cvd_document *doc = old ? matcher->match->old : matcher->match->new;
	struct cvd_ids ids = {0};

	for (uint32_t id = 1; id < doc->node_count; id++)
		if (class_of(doc->nodes[id]->kind) == class &&
		    (old ? cvd_matcher_old_free(matcher, id) : cvd_matcher_new_free(matcher, id)))
			CVD_PUSH(matcher->scratch, &ids, id);
	return ids;
}

static bool heavy(const struct cvd_bag *bag)
{
	return bag->weight >= OTHER_PARENT_WEIGHT;
}

/* Words that stand in few of the new statements lead from an old one to those. */
static void rare_word_candidates(struct cvd_matcher *matcher, struct cvd_candidates *candidates,
				 const struct cvd_ids *old, const struct cvd_ids *new)
{
	struct cvd_map map;
	struct {
		struct {
			uint32_t count, items[RARE];
		} * items;
		size_t len, cap;
	} words = {0};
	uint32_t *seen = CVD_NEW_ARRAY(matcher->scratch, uint32_t, new->len);

	cvd_map_init(&map, matcher->scratch, new->len * 8);
	for (uint32_t j = 0; j < new->len; j++) {
		const struct cvd_bag *bag = cvd_matcher_new_bag(matcher, new->items[j]);

		for (uint32_t w = 0; heavy(bag) && w < bag->len; w++) {
			uint32_t *place = cvd_map_put(&map, bag->words[w].key);

			if (*place == CVD_MAP_NONE) {
				*place = (uint32_t)words.len;
				CVD_PUSH(matcher->scratch, &words, (__typeof__(*words.items)){0});
			}
			if (words.items[*place].count < RARE)
				words.items[*place].items[words.items[*place].count] = j;
			words.items[*place].count++;
		}
	}
	for (uint32_t i = 0; i < old->len; i++) {
		const struct cvd_bag *bag = cvd_matcher_old_bag(matcher, old->items[i]);

		for (uint32_t w = 0; heavy(bag) && w < bag->len; w++) {
			uint32_t place = cvd_map_get(&map, bag->words[w].key);

			if (place == CVD_MAP_NONE || words.items[place].count > RARE)
				continue;
			for (uint32_t k = 0; k < words.items[place].count; k++) {
				uint32_t j = words.items[place].items[k];

				if (seen[j] == i + 1)
					continue;
				seen[j] = i + 1;
				add_candidate(matcher, candidates, old, new, i, j,
					      OTHER_PARENT_SIMILARITY);
			}
		}
	}
}

static void pair_moved_statements(struct cvd_matcher *matcher, enum class class)
{
	struct cvd_ids old = free_of_class(matcher, class, true);
	struct cvd_ids new = free_of_class(matcher, class, false);
	struct cvd_candidates candidates = {0};

	cvd_match_equal(matcher, &old, &new, KNOWN_AGAIN_WEIGHT);
	keep_free(matcher, &old, true);
	keep_free(matcher, &new, false);
	if (!old.len || !new.len)
		return;
	if (old.len * new.len <= STATEMENT_PAIRS) {
		for (uint32_t i = 0; i < old.len; i++) {
			if (!heavy(cvd_matcher_old_bag(matcher, old.items[i])))
				continue;
			for (uint32_t j = 0; j < new.len; j++)
				if (heavy(cvd_matcher_new_bag(matcher, new.items[j])))
					add_candidate(matcher, &candidates, &old, &new, i, j,
						      OTHER_PARENT_SIMILARITY);
		}
	} else {
		matcher->capped = true;
		rare_word_candidates(matcher, &candidates, &old, &new);
	}
	cvd_matcher_assign(matcher, &candidates, &old, &new);
}

static uint32_t section_of(const struct cvd_node *node)
{
	while (node->parent && node->parent->parent)
		node = node->parent;
	return node->id;
}

/* Keywords move between the groups of a section, not between sections. */
static void pair_moved_keywords(struct cvd_matcher *matcher)
{
	struct cvd_ids old = free_of_class(matcher, CLASS_KEYWORD, true);
	struct cvd_ids new = free_of_class(matcher, CLASS_KEYWORD, false);
	uint32_t *old_scopes = CVD_NEW_ARRAY(matcher->scratch, uint32_t, old.len);
	uint32_t *new_scopes = CVD_NEW_ARRAY(matcher->scratch, uint32_t, new.len);

	for (size_t i = 0; i < old.len; i++)
		old_scopes[i] =
			matcher->match->to_new[section_of(matcher->match->old->nodes[old.items[i]])];
	for (size_t i = 0; i < new.len; i++)
		new_scopes[i] = section_of(matcher->match->new->nodes[new.items[i]]);
	pair_keywords(matcher, &old, old_scopes, &new, new_scopes);
}

void cvd_match_moved(struct cvd_matcher *matcher)
{
	pair_moved_statements(matcher, CLASS_STATEMENT);
	pair_moved_statements(matcher, CLASS_BLOCK);
	pair_moved_keywords(matcher);
	cvd_match_children(matcher);
}
