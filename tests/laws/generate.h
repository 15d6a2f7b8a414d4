/*
 * Random invented résumés as structured values: a tree of items that editing (edits.h) and writing
 * (write.h) work on, so that the same résumé can be edited by meaning and written in many ways.
 * Everything lives in the arena that is passed.
 */
#ifndef LAWS_GENERATE_H
#define LAWS_GENERATE_H

#include "base/arena.h"
#include "random.h"

enum item_kind {
	ITEM_RESUME, /* text: the name; detail: the headline */
	ITEM_CONTACT,
	ITEM_SUMMARY,
	ITEM_SECTION, /* text: its title */
	ITEM_ROLE,    /* text: the title; team, organization, location, start, end, detail */
	ITEM_STUDY,   /* the same, text: the degree, detail: honours */
	ITEM_PROJECT, /* text: its title */
	ITEM_BULLET,  /* text; bullets inside */
	ITEM_PARAGRAPH,
	ITEM_SKILLS, /* one line of skills; text: its label or nothing */
	ITEM_SKILL,
	ITEM_BLOCK, /* text: Markdown as it is, of one or more lines */
	ITEM_KIND_COUNT
};

enum date_kind { DATE_NONE, DATE_YEAR, DATE_MONTH, DATE_PRESENT };

struct date {
	enum date_kind kind;
	unsigned year, month;
};

struct item;

struct item_slot {
	struct item *item;
};

struct item {
	enum item_kind kind;
	struct cvd_str text, team, organization, location, detail;
	struct date start, end;
	CVD_ARRAY(struct item_slot) items;
};

/* A résumé; `size` 0 is a few lines, 5 is many pages. */
struct item *generate_resume(struct cvd_arena *arena, struct rng *rng, unsigned size);
/* One item of the kind with what belongs inside it. */
struct item *generate_item(struct cvd_arena *arena, struct rng *rng, enum item_kind kind,
			   unsigned size);
/* A statement of a few to many words. */
struct cvd_str generate_statement(struct cvd_arena *arena, struct rng *rng);
/* The kinds that can stand inside a kind; ends with ITEM_KIND_COUNT. */
const enum item_kind *generate_kinds_inside(enum item_kind kind);
bool generate_fits_inside(enum item_kind parent, enum item_kind child);

/* A copy of the whole tree; texts are shared. */
struct item *item_copy(struct cvd_arena *arena, const struct item *item);
struct item *item_at(const struct item *parent, size_t index);
void item_add(struct cvd_arena *arena, struct item *parent, struct item *child);
void item_insert(struct cvd_arena *arena, struct item *parent, size_t index, struct item *child);
void item_remove(struct item *parent, size_t index);

#endif
