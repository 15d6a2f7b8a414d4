/*
 * Edits by meaning. The résumé's items are listed with their parents, an edit picks among those of the
 * kinds it can work on, and a table names the edits with their weights. Costs nothing to speak of: a
 * résumé has a few hundred items.
 */
#include "edits.h"

#include "words.h"

#include <string.h>

struct place {
	struct item *parent, *item;
	size_t index;
};

struct places {
	struct place *items;
	size_t len, cap;
};

struct editor {
	struct cvd_arena *arena;
	struct rng *rng;
	struct item *resume;
	struct places places; /* all items but the root */
};

#define KIND(kind) (1u << (kind))
#define ENTRIES (KIND(ITEM_ROLE) | KIND(ITEM_STUDY))
#define STATEMENTS (KIND(ITEM_BULLET) | KIND(ITEM_PARAGRAPH) | KIND(ITEM_SUMMARY))
#define TITLED (KIND(ITEM_SECTION) | KIND(ITEM_PROJECT) | KIND(ITEM_SKILLS) | ENTRIES)
#define ANY (KIND(ITEM_KIND_COUNT) - 1)

static void list_places(struct editor *ed, struct item *parent)
{
	for (size_t i = 0; i < parent->items.len; i++) {
		CVD_PUSH(ed->arena, &ed->places, (struct place){parent, item_at(parent, i), i});
		list_places(ed, item_at(parent, i));
	}
}

/* A random place of an item of one of the kinds (a set of KIND bits), or NULL. */
static struct place *pick(struct editor *ed, unsigned kinds)
{
	size_t count = 0, draw;

	for (size_t i = 0; i < ed->places.len; i++)
		count += (kinds & KIND(ed->places.items[i].item->kind)) != 0;
	draw = rng_below(ed->rng, count);
	for (size_t i = 0; i < ed->places.len; i++)
		if ((kinds & KIND(ed->places.items[i].item->kind)) && draw-- == 0)
			return &ed->places.items[i];
	return NULL;
}

static bool is_within(const struct item *item, const struct item *outer)
{
	if (item == outer)
		return true;
	for (size_t i = 0; i < outer->items.len; i++)
		if (is_within(item, item_at(outer, i)))
			return true;
	return false;
}

/* --- the tree ------------------------------------------------------------------------------- */

static void add(struct editor *ed)
{
	struct place *at = pick(ed, ANY);
	struct item *parent = at && rng_chance(ed->rng, 90) ? at->parent : ed->resume;
	const enum item_kind *kinds = generate_kinds_inside(parent->kind);
	enum item_kind kind = at && rng_chance(ed->rng, 80) ? at->item->kind : kinds[0];

	if (generate_fits_inside(parent->kind, kind))
		item_insert(ed->arena, parent, rng_below(ed->rng, parent->items.len + 1),
			    generate_item(ed->arena, ed->rng, kind, 1));
}

static void remove_one(struct editor *ed)
{
	struct place *at = pick(ed, ANY);

	if (at)
		item_remove(at->parent, at->index);
}

static void reorder(struct editor *ed)
{
	struct place *at = pick(ed, ANY);

	if (!at)
		return;
	item_remove(at->parent, at->index);
	item_insert(ed->arena, at->parent, rng_below(ed->rng, at->parent->items.len + 1), at->item);
}

static void move(struct editor *ed)
{
	struct place *at = pick(ed, ANY), *to = pick(ed, ANY);

	if (!at || is_within(to->item, at->item) ||
	    !generate_fits_inside(to->item->kind, at->item->kind))
		return;
	item_remove(at->parent, at->index);
	item_insert(ed->arena, to->item, rng_below(ed->rng, to->item->items.len + 1), at->item);
}

static void duplicate(struct editor *ed)
{
	struct place *at = pick(ed, ANY);

	if (at)
		item_insert(ed->arena, at->parent, at->index, item_copy(ed->arena, at->item));
}

/* A bullet becomes the last one inside the bullet before it. */
static void nest(struct editor *ed)
{
	struct place *at = pick(ed, KIND(ITEM_BULLET));
	struct item *before;

	if (!at || !at->index)
		return;
	before = item_at(at->parent, at->index - 1);
	if (!generate_fits_inside(before->kind, ITEM_BULLET))
		return;
	item_remove(at->parent, at->index);
	item_insert(ed->arena, before, before->items.len, at->item);
}

/* What is inside an item takes its place. */
static void dissolve(struct editor *ed)
{
	struct place *at = pick(ed, KIND(ITEM_PROJECT) | KIND(ITEM_BULLET));

	if (!at)
		return;
	item_remove(at->parent, at->index);
	for (size_t i = 0; i < at->item->items.len; i++)
		item_insert(ed->arena, at->parent, at->index + i, item_at(at->item, i));
}

/* The post before is closed and a new one at the same employer stands on top of it. */
static void promote(struct editor *ed)
{
	struct place *at = pick(ed, KIND(ITEM_ROLE));
	struct item *post;

	if (!at)
		return;
	post = generate_item(ed->arena, ed->rng, ITEM_ROLE, 1);
	post->organization = at->item->organization;
	post->start = (struct date){DATE_MONTH, 2024, 1 + (unsigned)rng_below(ed->rng, 12)};
	post->end.kind = DATE_PRESENT;
	at->item->end = post->start;
	if (rng_chance(ed->rng, 50))
		post->items.len = 0;
	item_insert(ed->arena, at->parent, at->index, post);
}

/* --- the texts ------------------------------------------------------------------------------ */

/* The text with the bytes [from, to) replaced. */
static struct cvd_str splice(struct cvd_arena *arena, struct cvd_str text, size_t from, size_t to,
			     struct cvd_str by)
{
	struct cvd_str head = cvd_str_sub(text, 0, from), tail = cvd_str_sub(text, to, text.len);

	return cvd_arena_format(arena, "%.*s%.*s%.*s", CVD_STR_ARG(head), CVD_STR_ARG(by),
				CVD_STR_ARG(tail));
}

/* A random word of the text, between spaces. */
static void pick_word(struct rng *rng, struct cvd_str text, size_t *from, size_t *to)
{
	size_t at = rng_below(rng, text.len);

	for (*from = at; *from > 0 && text.ptr[*from - 1] != ' ';)
		--*from;
	for (*to = at; *to < text.len && text.ptr[*to] != ' ';)
		++*to;
}

/* One word replaced, doubled, dropped or preceded by another. */
static void change_word(struct editor *ed)
{
	static const enum word_list lists[] = {WORDS_NOUN, WORDS_FILLER, WORDS_NUMBER, WORDS_TRICKY};
	struct place *at = pick(ed, rng_chance(ed->rng, 80) ? STATEMENTS : ANY);
	struct cvd_str word = words_pick(ed->rng, lists[rng_below(ed->rng, 4)]);
	size_t from, to;

	if (!at)
		return;
	pick_word(ed->rng, at->item->text, &from, &to);
	if (rng_chance(ed->rng, 20))
		word = (struct cvd_str){0};
	else if (rng_chance(ed->rng, 30))
		word = cvd_arena_format(ed->arena, "%.*s %.*s", CVD_STR_ARG(word),
					CVD_STR_ARG(cvd_str_sub(at->item->text, from, to)));
	at->item->text = splice(ed->arena, at->item->text, from, to, word);
}

static void change_number(struct editor *ed)
{
	struct place *at = pick(ed, STATEMENTS);
	struct cvd_str text;

	if (!at)
		return;
	text = at->item->text;
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] < '0' || text.ptr[i] > '9' || rng_chance(ed->rng, 40))
			continue;
		at->item->text =
			splice(ed->arena, text, i, i + 1, words_pick(ed->rng, WORDS_NUMBER));
		return;
	}
}

/* Letter case, punctuation, a typo: what is told as style. */
static void retouch(struct editor *ed)
{
	static const char *const marks[] = {".", "!", ",", " –", "…", "'", ";", "  "};
	struct place *at = pick(ed, STATEMENTS | KIND(ITEM_SKILL));
	struct cvd_str text, by;
	size_t i;

	if (!at || !at->item->text.len)
		return;
	text = at->item->text;
	i = rng_below(ed->rng, text.len);
	if ((unsigned char)text.ptr[i] >= 0x80 || (unsigned char)text.ptr[i] < ' ')
		return;
	by = cvd_str_from(marks[rng_below(ed->rng, sizeof marks / sizeof *marks)]);
	if (rng_chance(ed->rng, 50))
		by = cvd_arena_format(ed->arena, "%c",
				      text.ptr[i] ^ (text.ptr[i] >= 'A' ? 0x20 : 0));
	at->item->text = splice(ed->arena, text, i, i + rng_below(ed->rng, 2), by);
}

static void rewrite(struct editor *ed)
{
	struct place *at = pick(ed, STATEMENTS);

	if (at)
		at->item->text = generate_statement(ed->arena, ed->rng);
}

static void split(struct editor *ed)
{
	struct place *at = pick(ed, STATEMENTS | KIND(ITEM_SKILL));
	struct item *second;
	size_t from, to;

	if (!at)
		return;
	pick_word(ed->rng, at->item->text, &from, &to);
	second = item_copy(ed->arena, at->item);
	second->text = cvd_str_sub(at->item->text, from, at->item->text.len);
	at->item->text = cvd_str_sub(at->item->text, 0, from ? from - 1 : 0);
	item_insert(ed->arena, at->parent, at->index + 1, second);
}

static void merge(struct editor *ed)
{
	struct place *at = pick(ed, STATEMENTS | KIND(ITEM_SKILL));
	struct item *next;

	if (!at || at->index + 1 >= at->parent->items.len)
		return;
	next = item_at(at->parent, at->index + 1);
	if (next->kind != at->item->kind)
		return;
	at->item->text = cvd_arena_format(ed->arena, "%.*s %.*s", CVD_STR_ARG(at->item->text),
					  CVD_STR_ARG(next->text));
	item_remove(at->parent, at->index + 1);
}

/* --- the fields ------------------------------------------------------------------------------ */

static void rename_one(struct editor *ed)
{
	struct place *at = pick(ed, TITLED);

	if (at)
		at->item->text = generate_item(ed->arena, ed->rng, at->item->kind, 0)->text;
}

/* One field of an entry is set, changed or dropped; the person's name and headline likewise. */
static void change_field(struct editor *ed)
{
	struct place *at = pick(ed, ENTRIES);
	struct item *fresh, *item = at ? at->item : ed->resume;
	struct cvd_str *fields[] = {&item->organization, &item->team, &item->location,
				    &item->detail};
	size_t field = at ? rng_below(ed->rng, 4) : 3;

	fresh = generate_item(ed->arena, ed->rng, item->kind, 0);
	*fields[field] = (struct cvd_str[]){fresh->organization, fresh->team, fresh->location,
					    fresh->detail}[field];
	if (!at)
		item->text = fresh->text;
}

static void change_dates(struct editor *ed)
{
	struct place *at = pick(ed, ENTRIES);
	struct item *fresh;

	if (!at)
		return;
	fresh = generate_item(ed->arena, ed->rng, at->item->kind, 0);
	if (rng_chance(ed->rng, 60))
		at->item->end = fresh->end;
	else
		at->item->start = fresh->start;
}

static const struct {
	void (*edit)(struct editor *ed);
	unsigned weight;
} edits[] = {
	{add, 14},         {remove_one, 10},   {reorder, 8}, {move, 10},   {duplicate, 3},
	{nest, 3},         {dissolve, 2},      {promote, 4}, {split, 4},   {merge, 4},
	{change_word, 20}, {change_number, 8}, {retouch, 8}, {rewrite, 4}, {rename_one, 6},
	{change_field, 6}, {change_dates, 8},
};

void edits_apply(struct cvd_arena *arena, struct rng *rng, struct item *resume, size_t count)
{
	struct editor ed = {.arena = arena, .rng = rng, .resume = resume};
	size_t total = 0;

	for (size_t i = 0; i < sizeof edits / sizeof *edits; i++)
		total += edits[i].weight;
	for (; count > 0; count--) {
		size_t draw = rng_below(rng, total), edit = 0;

		while (draw >= edits[edit].weight)
			draw -= edits[edit++].weight;
		ed.places.len = 0;
		list_places(&ed, resume);
		edits[edit].edit(&ed);
	}
}
