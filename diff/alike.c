/*
 * Tables of severities, and what a comparison of two nodes passes over. Words are compared as bags, since the
 * reader may put the parts of one line into other fields when their neighbours change. n log n in the words.
 */
#include "alike.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

const enum cvd_severity cvd_severity_of_node[CVD_KIND_COUNT] = {
	[CVD_RESUME] = CVD_FACT,      [CVD_NAME] = CVD_FACT,        [CVD_HEADLINE] = CVD_CONTENT,
	[CVD_CONTACT] = CVD_FACT,     [CVD_SUMMARY] = CVD_CONTENT,  [CVD_SECTION] = CVD_CONTENT,
	[CVD_ROLE] = CVD_FACT,        [CVD_VOLUNTEER] = CVD_FACT,   [CVD_EDUCATION] = CVD_FACT,
	[CVD_PROJECT] = CVD_FACT,     [CVD_PUBLICATION] = CVD_FACT, [CVD_AWARD] = CVD_FACT,
	[CVD_CERTIFICATE] = CVD_FACT, [CVD_REFERENCE] = CVD_FACT,   [CVD_ENTRY] = CVD_FACT,
	[CVD_GROUP] = CVD_CONTENT,    [CVD_BULLET] = CVD_CONTENT,   [CVD_PARAGRAPH] = CVD_CONTENT,
	[CVD_SKILL] = CVD_CONTENT,    [CVD_LANGUAGE] = CVD_CONTENT, [CVD_INTEREST] = CVD_CONTENT,
	[CVD_BLOCK] = CVD_CONTENT,
};

const enum cvd_severity cvd_severity_of_field[CVD_FIELD_COUNT] = {
	[CVD_TITLE] = CVD_FACT,    [CVD_ORGANIZATION] = CVD_FACT, [CVD_TEAM] = CVD_FACT,
	[CVD_LOCATION] = CVD_FACT, [CVD_START] = CVD_FACT,        [CVD_END] = CVD_FACT,
	[CVD_URL] = CVD_FACT,      [CVD_DETAIL] = CVD_CONTENT,
};

bool cvd_alike_values(const struct cvd_value *a, const struct cvd_value *b)
{
	if (!a || !b)
		return !a && !b;
	return cvd_str_equal(a->text, b->text) && cvd_str_equal(a->norm, b->norm);
}

bool cvd_alike_source(const struct cvd_node *old, const struct cvd_node *new)
{
	return cvd_kind_has_fields(new->kind) && old->source.len &&
	       cvd_str_equal(old->source, new->source);
}

/* Fields that are told apart by the words in them. */
static const enum cvd_field worded[] = {CVD_TITLE, CVD_ORGANIZATION, CVD_TEAM, CVD_LOCATION,
					CVD_DETAIL};

struct keys {
	uint64_t *items;
	size_t len, cap;
};

static int by_value(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static void add_words(struct cvd_arena *scratch, struct keys *keys, const struct cvd_value *value)
{
	struct cvd_tokens tokens;

	if (!value)
		return;
	tokens = cvd_text_tokens(scratch, value->text);
	for (size_t i = 0; i < tokens.len; i++)
		if (tokens.items[i].kind != CVD_TOKEN_SPACE)
			CVD_PUSH(scratch, keys, tokens.items[i].exact);
}

/* The same words and marks, in any order. */
static bool same_words(struct keys *a, struct keys *b)
{
	if (a->len != b->len || !a->len)
		return a->len == b->len;
	qsort(a->items, a->len, sizeof *a->items, by_value);
	qsort(b->items, b->len, sizeof *b->items, by_value);
	return memcmp(a->items, b->items, a->len * sizeof *a->items) == 0;
}

bool cvd_alike_relabelled(struct cvd_arena *scratch, const struct cvd_node *old,
			  const struct cvd_node *new)
{
	struct keys a = {0}, b = {0};

	if (!cvd_kind_is_entry(old->kind) || !cvd_kind_is_entry(new->kind))
		return false;
	for (size_t i = 0; i < sizeof worded / sizeof *worded; i++) {
		add_words(scratch, &a, cvd_node_own(old, worded[i]));
		add_words(scratch, &b, cvd_node_own(new, worded[i]));
	}
	return same_words(&a, &b);
}

bool cvd_alike_other_words(struct cvd_arena *scratch, const struct cvd_value *a,
			   const struct cvd_value *b)
{
	struct keys x = {0}, y = {0};

	add_words(scratch, &x, a);
	add_words(scratch, &y, b);
	return !same_words(&x, &y);
}

bool cvd_alike_is_worded(enum cvd_field field)
{
	for (size_t i = 0; i < sizeof worded / sizeof *worded; i++)
		if (worded[i] == field)
			return true;
	return false;
}

bool cvd_alike_passed_on(const struct cvd_node *old, const struct cvd_node *new,
			 enum cvd_field field)
{
	const struct cvd_value *a = cvd_node_get(old, field), *b = cvd_node_get(new, field);

	return a && b && a->inherited != b->inherited && cvd_alike_values(a, b);
}
