/*
 * The tree is drawn top down. Two tables say what belongs where: the order in which a kind's insides
 * are drawn, with their number and how often they occur at all, and the kinds that an edit may put
 * there. Oddities (an empty section, a statement said twice, the same employer again) have chances of
 * their own, because independent draws would rarely meet.
 */
#include "generate.h"

#include "words.h"

#include "base/buf.h"

#include <string.h>

/* What is drawn inside a kind: `percent` of the times, `low` to `high` + size items. */
struct inside {
	enum item_kind parent, child;
	unsigned percent, low, high;
};

static const struct inside insides[] = {
	{ITEM_RESUME, ITEM_CONTACT, 80, 1, 2},    {ITEM_RESUME, ITEM_SUMMARY, 40, 1, 1},
	{ITEM_RESUME, ITEM_SECTION, 97, 1, 2},    {ITEM_ROLE, ITEM_PARAGRAPH, 15, 1, 1},
	{ITEM_ROLE, ITEM_BULLET, 75, 1, 2},       {ITEM_ROLE, ITEM_PROJECT, 40, 1, 1},
	{ITEM_ROLE, ITEM_BLOCK, 6, 1, 1},         {ITEM_STUDY, ITEM_BULLET, 15, 1, 2},
	{ITEM_PROJECT, ITEM_PARAGRAPH, 10, 1, 1}, {ITEM_PROJECT, ITEM_BULLET, 90, 1, 2},
	{ITEM_BULLET, ITEM_BULLET, 6, 1, 2},      {ITEM_SKILLS, ITEM_SKILL, 100, 1, 6},
};

static const enum item_kind nothing[] = {ITEM_KIND_COUNT};
static const enum item_kind in_resume[] = {ITEM_SECTION, ITEM_CONTACT, ITEM_SUMMARY,
					   ITEM_KIND_COUNT};
static const enum item_kind in_section[] = {ITEM_ROLE,   ITEM_STUDY,     ITEM_PROJECT,
					    ITEM_BULLET, ITEM_PARAGRAPH, ITEM_SKILLS,
					    ITEM_BLOCK,  ITEM_KIND_COUNT};
static const enum item_kind in_entry[] = {ITEM_BULLET, ITEM_PROJECT, ITEM_PARAGRAPH, ITEM_BLOCK,
					  ITEM_KIND_COUNT};
static const enum item_kind in_project[] = {ITEM_BULLET, ITEM_PARAGRAPH, ITEM_BLOCK,
					    ITEM_KIND_COUNT};
static const enum item_kind in_bullet[] = {ITEM_BULLET, ITEM_KIND_COUNT};
static const enum item_kind in_skills[] = {ITEM_SKILL, ITEM_KIND_COUNT};

static const enum item_kind *const kinds_inside[ITEM_KIND_COUNT] = {
	[ITEM_RESUME] = in_resume,   [ITEM_CONTACT] = nothing,  [ITEM_SUMMARY] = nothing,
	[ITEM_SECTION] = in_section, [ITEM_ROLE] = in_entry,    [ITEM_STUDY] = in_entry,
	[ITEM_PROJECT] = in_project, [ITEM_BULLET] = in_bullet, [ITEM_PARAGRAPH] = nothing,
	[ITEM_SKILLS] = in_skills,   [ITEM_SKILL] = nothing,    [ITEM_BLOCK] = nothing,
};

/* Sections: their titles and what most of their items are. */
static const struct {
	enum word_list titles;
	enum item_kind kind;
	unsigned weight;
} section_types[] = {
	{WORDS_SECTION_WORK, ITEM_ROLE, 5},       {WORDS_SECTION_EDUCATION, ITEM_STUDY, 2},
	{WORDS_SECTION_SKILLS, ITEM_SKILLS, 2},   {WORDS_SECTION_OTHER, ITEM_BULLET, 1},
	{WORDS_SECTION_OTHER, ITEM_PARAGRAPH, 1}, {WORDS_SECTION_ENTRIES, ITEM_ROLE, 1},
	{WORDS_SECTION_ENTRIES, ITEM_PROJECT, 1},
};

const enum item_kind *generate_kinds_inside(enum item_kind kind)
{
	return kinds_inside[kind];
}

bool generate_fits_inside(enum item_kind parent, enum item_kind child)
{
	const enum item_kind *kind = kinds_inside[parent];

	while (*kind != ITEM_KIND_COUNT && *kind != child)
		kind++;
	return *kind == child;
}

struct item *item_at(const struct item *parent, size_t index)
{
	return parent->items.items[index].item;
}

void item_add(struct cvd_arena *arena, struct item *parent, struct item *child)
{
	CVD_PUSH(arena, &parent->items, (struct item_slot){child});
}

void item_insert(struct cvd_arena *arena, struct item *parent, size_t index, struct item *child)
{
	item_add(arena, parent, child);
	memmove(parent->items.items + index + 1, parent->items.items + index,
		(parent->items.len - 1 - index) * sizeof *parent->items.items);
	parent->items.items[index].item = child;
}

void item_remove(struct item *parent, size_t index)
{
	parent->items.len--;
	memmove(parent->items.items + index, parent->items.items + index + 1,
		(parent->items.len - index) * sizeof *parent->items.items);
}

struct item *item_copy(struct cvd_arena *arena, const struct item *item)
{
	struct item *copy = CVD_NEW(arena, struct item);

	*copy = *item;
	memset(&copy->items, 0, sizeof copy->items);
	for (size_t i = 0; i < item->items.len; i++)
		item_add(arena, copy, item_copy(arena, item_at(item, i)));
	return copy;
}

struct cvd_str generate_statement(struct cvd_arena *arena, struct rng *rng)
{
	static const enum word_list mix[] = {WORDS_NOUN,   WORDS_FILLER, WORDS_NOUN, WORDS_FILLER,
					     WORDS_FILLER, WORDS_NUMBER, WORDS_NOUN, WORDS_VERB};
	size_t words = rng_between(rng, 1, rng_chance(rng, 20) ? 60 : 14);
	struct cvd_buf buf = {0};
	struct cvd_str text;

	if (rng_chance(rng, 12))
		return words_pick(rng, WORDS_SENTENCE);
	cvd_buf_add(&buf, words_pick(rng, WORDS_VERB));
	for (size_t i = 0; i < words; i++) {
		enum word_list list = mix[rng_below(rng, sizeof mix / sizeof *mix)];

		cvd_buf_put(&buf, ' ');
		cvd_buf_add(&buf, words_pick(rng, rng_chance(rng, 6) ? WORDS_TRICKY : list));
		if (rng_chance(rng, 5))
			cvd_buf_put(&buf, ',');
	}
	if (rng_chance(rng, 85))
		cvd_buf_put(&buf, '.');
	text = cvd_arena_copy(arena, cvd_buf_str(&buf));
	cvd_buf_free(&buf);
	return text;
}

static struct date draw_date(struct rng *rng, unsigned first_year)
{
	struct date date = {rng_chance(rng, 80) ? DATE_MONTH : DATE_YEAR, 0, 0};

	date.year = first_year + (unsigned)rng_below(rng, 6);
	date.month = 1 + (unsigned)rng_below(rng, 12);
	return date;
}

static void draw_entry(struct rng *rng, struct item *entry)
{
	unsigned year = 1996 + (unsigned)rng_below(rng, 25);

	entry->text = words_pick(rng, entry->kind == ITEM_STUDY ? WORDS_DEGREE : WORDS_TITLE);
	entry->organization = words_pick(rng, WORDS_ORGANIZATION);
	if (entry->kind == ITEM_ROLE && rng_chance(rng, 50))
		entry->team = words_pick(rng, WORDS_TEAM);
	if (rng_chance(rng, 80))
		entry->location = words_pick(rng, WORDS_PLACE);
	if (rng_chance(rng, entry->kind == ITEM_STUDY ? 60 : 5))
		entry->detail = words_pick(rng, WORDS_HONOUR);
	if (rng_chance(rng, 90))
		entry->end = draw_date(rng, year + 5);
	if (rng_chance(rng, 20))
		entry->end.kind = DATE_PRESENT;
	if (rng_chance(rng, entry->kind == ITEM_STUDY ? 30 : 95))
		entry->start = draw_date(rng, year);
}

static void draw_text(struct cvd_arena *arena, struct rng *rng, struct item *item)
{
	switch (item->kind) {
	case ITEM_RESUME:
		item->text = words_pick(rng, WORDS_PERSON);
		if (rng_chance(rng, 40))
			item->detail = words_pick(rng, WORDS_HEADLINE);
		break;
	case ITEM_CONTACT:
		item->text = words_pick(rng, WORDS_CONTACT);
		break;
	case ITEM_ROLE:
	case ITEM_STUDY:
		draw_entry(rng, item);
		break;
	case ITEM_PROJECT:
		item->text = words_pick(rng, WORDS_PROJECT);
		break;
	case ITEM_SKILLS:
		if (rng_chance(rng, 30))
			item->text = words_pick(rng, WORDS_LABEL);
		break;
	case ITEM_SKILL:
		item->text = words_pick(rng, WORDS_SKILL);
		break;
	case ITEM_BLOCK:
		item->text = words_pick(rng, WORDS_BLOCK);
		break;
	default:
		item->text = generate_statement(arena, rng);
	}
}

/* Something else than the section's items. Entries keep to their sections, because elsewhere their
 * dates are no fields for anybody; nor does a project's heading stand over studies, which have none. */
static enum item_kind odd_kind(struct rng *rng, enum item_kind usual)
{
	enum item_kind kind = in_section[rng_below(rng, sizeof in_section / sizeof *in_section - 1)];
	bool entry = kind == ITEM_ROLE || kind == ITEM_STUDY;

	return entry || (kind == ITEM_PROJECT && usual == ITEM_STUDY) ? usual : kind;
}

static void fill_section(struct cvd_arena *arena, struct rng *rng, struct item *section,
			 unsigned size)
{
	size_t type, total = 0, draw;

	for (type = 0; type < sizeof section_types / sizeof *section_types; type++)
		total += section_types[type].weight;
	draw = rng_below(rng, total);
	for (type = 0; draw >= section_types[type].weight; type++)
		draw -= section_types[type].weight;
	section->text = words_pick(rng, section_types[type].titles);
	if (rng_chance(rng, 5))
		return;
	for (size_t i = rng_between(rng, 1, 1 + size); i > 0; i--) {
		enum item_kind kind = section_types[type].kind;

		if (rng_chance(rng, 5))
			kind = odd_kind(rng, kind);
		item_add(arena, section, generate_item(arena, rng, kind, size));
	}
}

/* Now and then, the employer of the entry before, a statement of before. */
static void repeat_something(struct rng *rng, struct item *parent)
{
	for (size_t i = 1; i < parent->items.len; i++) {
		struct item *before = item_at(parent, i - 1), *item = item_at(parent, i);

		if (before->kind != item->kind || item->kind == ITEM_SECTION || !rng_chance(rng, 8))
			continue;
		if (item->kind == ITEM_ROLE)
			item->organization = before->organization;
		else
			item->text = before->text;
	}
}

struct item *generate_item(struct cvd_arena *arena, struct rng *rng, enum item_kind kind,
			   unsigned size)
{
	struct item *item = CVD_NEW(arena, struct item);

	item->kind = kind;
	if (kind == ITEM_SECTION)
		fill_section(arena, rng, item, size);
	else
		draw_text(arena, rng, item);
	for (size_t i = 0; i < sizeof insides / sizeof *insides; i++) {
		const struct inside *in = &insides[i];
		bool draw = in->parent == kind && rng_chance(rng, in->percent);

		for (size_t n = draw ? rng_between(rng, in->low, in->high + size) : 0; n > 0; n--)
			item_add(arena, item,
				 generate_item(arena, rng, in->child, size ? size - 1 : 0));
	}
	repeat_something(rng, item);
	return item;
}

struct item *generate_resume(struct cvd_arena *arena, struct rng *rng, unsigned size)
{
	return generate_item(arena, rng, ITEM_RESUME, size);
}
