/*
 * From a flat list of records to an outline. The records come in document order, so records of one
 * place are neighbours, and an item's place is a list of crumbs that are compared by their keys.
 *
 * Three rules make the outline read well. What changed in an entry's fields stands under the entry's
 * heading. What happened to a titled node as a whole is one line that names it, unless its neighbour
 * stands inside the node: then both share a heading. And a move is echoed at its old place, where
 * that place is shown anyway: behind the last item of the deepest shared heading.
 *
 * Each record gives one item and each move at most one echo; a map from crumb keys to the last item
 * under them finds the places. Linear in the records and their paths.
 */
#include "outline.h"

#include "base/map.h"

#define CITED 60  /* columns of a statement that only moved */
#define BRIEF 160 /* of one that was added or removed, in brief */

/* --- places ----------------------------------------------------------------------------------- */

static uint64_t crumb_key(const struct cvd_item *item, size_t n)
{
	return n < item->above ? item->path->items[n].key : item->change->key;
}

/* Whether the item stands at or under the n-th crumb with that key. */
static bool is_inside(const struct cvd_item *item, size_t n, uint64_t key)
{
	return n <= item->above && crumb_key(item, n) == key;
}

bool cvd_item_same_place(const struct cvd_item *a, const struct cvd_item *b)
{
	if (a->above != b->above || a->under != b->under)
		return false;
	for (size_t i = 0; i < a->above; i++)
		if (a->path->items[i].key != b->path->items[i].key)
			return false;
	return true;
}

size_t cvd_item_headings(const struct cvd_item *item)
{
	return item->above + item->under;
}

struct cvd_crumb cvd_item_heading(const struct cvd_item *item, size_t n)
{
	const struct cvd_change *change = item->change;

	if (n < item->path->len)
		return item->path->items[n];
	return (struct cvd_crumb){change->heading, change->node, change->key};
}

bool cvd_item_is_keyword(const struct cvd_item *item)
{
	const struct cvd_change *change = item->change;

	/* `Hidden skill` is a word that a line of keywords has no place for */
	return cvd_kind_is_keyword(change->node) && !change->formatting && !change->hidden &&
	       change->op != CVD_OP_SPLIT && change->op != CVD_OP_MERGED;
}

/* --- items ------------------------------------------------------------------------------------ */

static bool is_place(const struct cvd_change *change)
{
	return change->op == CVD_OP_MOVED || change->op == CVD_OP_REORDERED;
}

static bool is_shown(const struct cvd_change *change, bool style)
{
	return style || change->severity != CVD_STYLE || is_place(change);
}

static struct cvd_item make_item(const struct cvd_change *change)
{
	size_t len = change->path.len;
	bool own = len > 0 && change->path.items[len - 1].key == change->key;

	return (struct cvd_item){.change = change, .path = &change->path, .above = len - own};
}

/* A title that stands for its node: the line `Section renamed` can do without a heading. */
static bool is_rename(const struct cvd_change *change)
{
	return change->field == CVD_TITLE && !cvd_kind_is_entry(change->node) && change->old &&
	       change->new;
}

static bool stands_under(const struct cvd_outline *outline, size_t i)
{
	const struct cvd_item *item = &outline->items[i];
	const struct cvd_change *change = item->change;

	if (!cvd_kind_has_fields(change->node))
		return false;
	if (!is_place(change) && !is_rename(change))
		return change->field != CVD_FIELD_NONE || change->formatting;
	return (i > 0 && is_inside(item - 1, item->above, change->key)) ||
	       (i + 1 < outline->len && is_inside(item + 1, item->above, change->key));
}

/* A statement that moved and was edited: the edit is the next line and cites it. */
static bool next_cites(const struct cvd_outline *outline, size_t i)
{
	const struct cvd_item *item = &outline->items[i], *next = item + 1;

	return i + 1 < outline->len && is_place(item->change) &&
	       next->change->key == item->change->key && next->change->op == CVD_OP_CHANGED &&
	       next->change->field == CVD_FIELD_NONE && !next->change->formatting &&
	       cvd_item_same_place(item, next);
}

static struct cvd_outline collect(struct cvd_arena *arena, const struct cvd_report *report,
				  bool style)
{
	struct cvd_outline outline = {
		.items = CVD_NEW_ARRAY(arena, struct cvd_item, report->change_count)};

	for (size_t i = 0; i < report->change_count; i++) {
		if (is_shown(&report->changes[i], style))
			outline.items[outline.len++] = make_item(&report->changes[i]);
		else
			outline.hidden++;
	}
	for (size_t i = 0; i < outline.len; i++)
		outline.items[i].under = stands_under(&outline, i);
	for (size_t i = 0; i < outline.len; i++)
		outline.items[i].named = outline.items[i].under || next_cites(&outline, i);
	return outline;
}

/* --- echoes ----------------------------------------------------------------------------------- */

#define NO_ECHO UINT32_MAX

struct echo {
	struct cvd_item item;
	uint32_t next; /* the next one behind the same item */
};

struct echoes {
	struct echo *items;
	uint32_t len;
	uint32_t *first, *last; /* by the item they stand behind */
};

static struct cvd_map last_items(struct cvd_arena *arena, const struct cvd_outline *outline)
{
	struct cvd_map map;

	cvd_map_init(&map, arena, outline->len);
	for (size_t i = 0; i < outline->len; i++)
		for (size_t n = 0; n <= outline->items[i].above; n++)
			*cvd_map_put(&map, crumb_key(&outline->items[i], n)) = (uint32_t)i;
	return map;
}

/* How many crumbs it takes to say where something was: down to its entry, or all there are. */
static size_t telling_crumbs(const struct cvd_crumbs *path)
{
	for (size_t i = 0; i < path->len; i++)
		if (cvd_kind_is_entry(path->items[i].kind))
			return i + 1;
	return path->len;
}

static void add_echo(struct echoes *echoes, const struct cvd_map *places,
		     const struct cvd_change *change)
{
	const struct cvd_crumbs *path = &change->old->path;
	size_t shared = cvd_phrase_shared(path, &change->new->path), least = telling_crumbs(path);
	size_t count = path->len;
	uint32_t at = CVD_MAP_NONE, index = echoes->len;

	for (; count > shared && count >= least; count--)
		if ((at = cvd_map_get(places, path->items[count - 1].key)) != CVD_MAP_NONE)
			break;
	if (at == CVD_MAP_NONE)
		return;
	echoes->items[index] = (struct echo){
		{.change = change, .path = path, .above = count, .echo = true}, NO_ECHO};
	if (echoes->first[at] == NO_ECHO)
		echoes->first[at] = index;
	else
		echoes->items[echoes->last[at]].next = index;
	echoes->last[at] = index;
	echoes->len++;
}

static struct echoes find_echoes(struct cvd_arena *arena, const struct cvd_outline *outline)
{
	struct cvd_map places = last_items(arena, outline);
	struct echoes echoes = {CVD_NEW_ARRAY(arena, struct echo, outline->len), 0,
				CVD_NEW_ARRAY(arena, uint32_t, outline->len),
				CVD_NEW_ARRAY(arena, uint32_t, outline->len)};

	for (size_t i = 0; i < outline->len; i++)
		echoes.first[i] = NO_ECHO;
	for (size_t i = 0; i < outline->len; i++) {
		const struct cvd_item *item = &outline->items[i];

		if (item->change->op == CVD_OP_MOVED && !cvd_item_is_keyword(item))
			add_echo(&echoes, &places, item->change);
	}
	return echoes;
}

static void insert_echoes(struct cvd_arena *arena, struct cvd_outline *outline)
{
	struct echoes echoes = find_echoes(arena, outline);
	struct cvd_item *items = CVD_NEW_ARRAY(arena, struct cvd_item, outline->len + echoes.len);
	size_t len = 0;

	for (size_t i = 0; i < outline->len; i++) {
		items[len++] = outline->items[i];
		for (uint32_t e = echoes.first[i]; e != NO_ECHO; e = echoes.items[e].next)
			items[len++] = echoes.items[e].item;
	}
	outline->items = items;
	outline->len = len;
}

struct cvd_outline cvd_outline_build(struct cvd_arena *arena, const struct cvd_report *report,
				     bool style, enum cvd_extent extent)
{
	struct cvd_outline outline = collect(arena, report, style);
	size_t usual = extent == CVD_EXTENT_BRIEF ? BRIEF : 0;

	insert_echoes(arena, &outline);
	for (size_t i = 0; i < outline.len; i++) {
		struct cvd_item *item = &outline.items[i];
		struct cvd_wording_options options = {.columns = is_place(item->change) ? CITED
											: usual,
						      .full = extent == CVD_EXTENT_FULL,
						      .brief = extent == CVD_EXTENT_BRIEF,
						      .named = item->named};

		item->wording = (item->echo ? cvd_wording_left
					    : cvd_wording_find)(arena, item->change, &options);
	}
	return outline;
}
