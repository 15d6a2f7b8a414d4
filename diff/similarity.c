/*
 * A bag of words is a sorted array, so that two bags are compared in one merge (Jaccard's idea with
 * weights; the measure is Ochiai's coefficient, |A∩B| / √(|A||B|)). Punctuation and letter case do
 * not count. Ideographs are a word each, which makes the measure work without spaces.
 */
#include "similarity.h"

#include "base/text.h"

#include <math.h>
#include <stdlib.h>

static float word_weight(const struct cvd_token *token, struct cvd_str text)
{
	size_t at = token->start, letters = 0;

	while (at < token->start + token->len && letters < CVD_BAG_FULL_LETTERS) {
		letters++;
		cvd_utf8_next(text, &at);
	}
	return (float)letters / CVD_BAG_FULL_LETTERS;
}

struct words {
	struct cvd_bag_word *items;
	size_t len, cap;
};

static void add_text(struct cvd_arena *arena, struct words *words, struct cvd_str text)
{
	struct cvd_tokens tokens = cvd_text_tokens(arena, text);

	for (size_t i = 0; i < tokens.len; i++) {
		const struct cvd_token *token = &tokens.items[i];

		if (token->kind == CVD_TOKEN_WORD || token->kind == CVD_TOKEN_NUMBER)
			CVD_PUSH(arena, words,
				 (struct cvd_bag_word){token->key, word_weight(token, text)});
	}
}

static int by_key(const void *a, const void *b)
{
	const struct cvd_bag_word *x = a, *y = b;

	return (x->key > y->key) - (x->key < y->key);
}

static struct cvd_bag make_bag(struct words *words)
{
	struct cvd_bag bag = {.words = words->items};

	if (words->len)
		qsort(words->items, words->len, sizeof *words->items, by_key);
	for (size_t i = 0; i < words->len; i++) {
		if (bag.len && bag.words[bag.len - 1].key == words->items[i].key)
			bag.words[bag.len - 1].weight += words->items[i].weight;
		else
			bag.words[bag.len++] = words->items[i];
		bag.weight += words->items[i].weight;
	}
	return bag;
}

struct cvd_bag cvd_bag_of_text(struct cvd_arena *arena, struct cvd_str text)
{
	struct words words = {0};

	add_text(arena, &words, text);
	return make_bag(&words);
}

struct cvd_bag cvd_bag_of_children(struct cvd_arena *arena, const struct cvd_document *doc,
				   const struct cvd_node *node)
{
	struct words words = {0};

	for (uint32_t id = node->id + 1; id < node->end; id++)
		add_text(arena, &words, cvd_node_text(arena, doc->nodes[id]));
	return make_bag(&words);
}

double cvd_bag_similarity(const struct cvd_bag *a, const struct cvd_bag *b)
{
	uint32_t i = 0, j = 0;
	double shared = 0;

	if (!a->len && !b->len)
		return 1;
	if (!a->len || !b->len)
		return 0;
	while (i < a->len && j < b->len) {
		if (a->words[i].key < b->words[j].key) {
			i++;
		} else if (a->words[i].key > b->words[j].key) {
			j++;
		} else {
			shared += a->words[i].weight < b->words[j].weight ? a->words[i].weight
									  : b->words[j].weight;
			i++;
			j++;
		}
	}
	shared /= sqrt((double)a->weight * b->weight);
	return shared > 1 ? 1 : shared;
}
