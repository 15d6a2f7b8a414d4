/*
 * A bag of words is a sorted array, so that two bags are compared in one merge (Jaccard's idea with
 * weights; the measure is Ochiai's coefficient, |A∩B| / √(|A||B|)). Punctuation and letter case do
 * not count. Ideographs are a word each, which makes the measure work without spaces.
 */
#include "similarity.h"
#include "thresholds.h"

#include "base/hash.h"
#include "base/text.h"

#include <math.h>
#include <stdlib.h>

/* A word that stands once in each document is as rare as a word gets. */
#define RARE_COUNT 2

static double rarity_of(const struct cvd_rarity *rarity, uint64_t key)
{
	uint32_t count = cvd_map_get(&rarity->counts, key);
	double rare;

	if (count == CVD_MAP_NONE || count <= RARE_COUNT || rarity->statements <= RARE_COUNT)
		return 1;
	rare = log((double)(rarity->statements + 1) / count) /
	       log((double)(rarity->statements + 1) / RARE_COUNT);
	return rare < COMMON_WORD ? COMMON_WORD : rare;
}

#define FIRST_IDEOGRAPH 0x2E80

static float letters_weight(const struct cvd_token *token, struct cvd_str text)
{
	size_t at = token->start, letters = 0;

	while (at < token->start + token->len && letters < FULL_LETTERS)
		letters += cvd_utf8_next(text, &at) < FIRST_IDEOGRAPH ? 1 : IDEOGRAPH_LETTERS;
	if (letters > FULL_LETTERS)
		letters = FULL_LETTERS;
	return (float)letters / FULL_LETTERS;
}


/* A long word is known by its first letters: what follows is grammar in most languages (`train`, `trained`,
 * `training`; truncation as a stemmer: McNamee and Mayfield 2004). */
static uint64_t stem_key(struct cvd_arena *arena, const struct cvd_token *token, struct cvd_str text)
{
	struct cvd_str word = cvd_str_sub(text, token->start, token->start + token->len);
	size_t at = 0;

	for (size_t letters = 0; letters < STEM_LETTERS && at < word.len; letters++)
		cvd_utf8_next(word, &at);
	if (token->kind == CVD_TOKEN_NUMBER || at == word.len)
		return token->key;
	return cvd_hash64(cvd_text_fold(arena, cvd_str_sub(word, 0, at)));
}

struct words {
	struct cvd_bag_word *items;
	size_t len, cap;
};

/* Ideographs and kana stand alone as tokens; in pairs they are nearly words (bigrams: Kwok 1997). */
static bool is_ideograph(const struct cvd_token *token, struct cvd_str text)
{
	size_t at = token->start;

	return token->kind == CVD_TOKEN_WORD && cvd_utf8_next(text, &at) >= FIRST_IDEOGRAPH &&
	       at == token->start + token->len;
}

static uint64_t pair_key(uint64_t first, uint64_t second)
{
	uint64_t both[] = {first, second};

	return cvd_hash64((struct cvd_str){(const char *)both, sizeof both});
}

static void add_word(struct cvd_arena *arena, struct words *words, uint64_t key, float weight,
		     const struct cvd_rarity *rarity)
{
	if (rarity)
		weight *= (float)rarity_of(rarity, key);
	CVD_PUSH(arena, words, (struct cvd_bag_word){key, weight});
}

static void add_text(struct cvd_arena *arena, struct words *words, struct cvd_str text,
		     const struct cvd_rarity *rarity)
{
	struct cvd_tokens tokens = cvd_text_tokens(arena, text);
	bool joined = false;

	for (size_t i = 0; i < tokens.len; i++) {
		const struct cvd_token *token = &tokens.items[i];
		bool pairs = is_ideograph(token, text) && i + 1 < tokens.len &&
			     is_ideograph(token + 1, text);

		if (pairs)
			add_word(arena, words, pair_key(token->key, token[1].key),
				 letters_weight(token, text), rarity);
		else if (!joined &&
			 (token->kind == CVD_TOKEN_WORD || token->kind == CVD_TOKEN_NUMBER))
			add_word(arena, words, stem_key(arena, token, text),
				 letters_weight(token, text), rarity);
		joined = pairs;
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

struct cvd_bag cvd_bag_of_text(struct cvd_arena *arena, struct cvd_str text,
			       const struct cvd_rarity *rarity)
{
	struct words words = {0};

	add_text(arena, &words, text, rarity);
	return make_bag(&words);
}

struct cvd_bag cvd_bag_of_children(struct cvd_arena *arena, const struct cvd_document *doc,
				   const struct cvd_node *node, const struct cvd_rarity *rarity)
{
	struct words words = {0};

	for (uint32_t id = node->id + 1; id < node->end; id++)
		add_text(arena, &words, cvd_node_text(arena, doc->nodes[id]), rarity);
	return make_bag(&words);
}

struct cvd_bag cvd_bag_union(struct cvd_arena *arena, const struct cvd_bag *a,
			     const struct cvd_bag *b)
{
	struct cvd_bag bag = {.weight = a->weight + b->weight};
	uint32_t i = 0, j = 0;

	bag.words = CVD_NEW_ARRAY(arena, struct cvd_bag_word, (size_t)a->len + b->len);
	while (i < a->len || j < b->len) {
		if (j == b->len || (i < a->len && a->words[i].key < b->words[j].key)) {
			bag.words[bag.len++] = a->words[i++];
		} else if (i == a->len || a->words[i].key > b->words[j].key) {
			bag.words[bag.len++] = b->words[j++];
		} else {
			bag.words[bag.len] = a->words[i++];
			bag.words[bag.len++].weight += b->words[j++].weight;
		}
	}
	return bag;
}

double cvd_bag_shared(const struct cvd_bag *a, const struct cvd_bag *b)
{
	uint32_t i = 0, j = 0;
	double shared = 0;

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
	return shared;
}

double cvd_bag_similarity(const struct cvd_bag *a, const struct cvd_bag *b)
{
	double similarity;

	if (!a->len && !b->len)
		return 1;
	if (!a->len || !b->len)
		return 0;
	similarity = cvd_bag_shared(a, b) / sqrt((double)a->weight * b->weight);
	return similarity > 1 ? 1 : similarity;
}

/* --- rarity ------------------------------------------------------------------------------------- */

static void count_statement(struct cvd_rarity *rarity, struct cvd_arena *scratch,
			    struct cvd_str text)
{
	struct cvd_bag bag = cvd_bag_of_text(scratch, text, NULL);

	rarity->statements++;
	for (uint32_t i = 0; i < bag.len; i++) {
		uint32_t *count = cvd_map_put(&rarity->counts, bag.words[i].key);

		*count = *count == CVD_MAP_NONE ? 1 : *count + 1;
	}
}

static void count_document(struct cvd_rarity *rarity, const struct cvd_document *doc)
{
	struct cvd_arena scratch = {0};
	uint32_t counted = 0;

	for (uint32_t id = 1; id < doc->node_count && counted < CVD_RARITY_STATEMENTS; id++) {
		if (!cvd_kind_is_statement(doc->nodes[id]->kind))
			continue;
		count_statement(rarity, &scratch, doc->nodes[id]->text);
		counted++;
	}
	cvd_arena_free(&scratch);
}

struct cvd_rarity cvd_rarity_of(struct cvd_arena *arena, const struct cvd_document *a,
				const struct cvd_document *b)
{
	struct cvd_rarity rarity = {0};

	cvd_map_init(&rarity.counts, arena, 256);
	count_document(&rarity, a);
	count_document(&rarity, b);
	return rarity;
}
