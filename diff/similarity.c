/*
 * A bag of words is a sorted array, so that two bags are compared in one merge (Jaccard's idea with
 * weights; the measure is Ochiai's coefficient, |A∩B| / √(|A||B|)). Punctuation and letter case do
 * not count. Ideographs and kana count in overlapping pairs, which makes the measure work without spaces;
 * long words count by their first letters. Given the rarity of words, common ones weigh less.
 */
#include "similarity.h"
#include "thresholds.h"

#include "base/hash.h"
#include "base/text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A word that stands once in each document is as rare as a word gets. */
#define RARE_COUNT 2

static uint32_t count_of(const struct cvd_vocabulary *vocabulary, uint64_t key)
{
	uint32_t count = cvd_map_get(&vocabulary->counts, key);

	return count == CVD_MAP_NONE ? 0 : count;
}

static double rarity_of(const struct cvd_rarity *rarity, uint64_t key)
{
	uint32_t count = count_of(rarity->a, key) + count_of(rarity->b, key);
	double rare;

	if (count <= RARE_COUNT || rarity->statements <= RARE_COUNT)
		return 1;
	rare = log((double)(rarity->statements + 1) / count) /
	       log((double)(rarity->statements + 1) / RARE_COUNT);
	return rare < COMMON_WORD ? COMMON_WORD : rare;
}

#define FIRST_IDEOGRAPH 0x2E80

struct words {
	struct cvd_bag_word *items;
	size_t len, cap;
};

/* What is needed until a bag is made, or all statements are counted. */
struct word_reader {
	struct cvd_arena arena, tokens; /* of the bag; of one text */
	struct cvd_buf folded;
	struct words words;
};

static void free_word_reader(struct word_reader *reader)
{
	cvd_arena_free(&reader->arena);
	cvd_arena_free(&reader->tokens);
	cvd_buf_free(&reader->folded);
}

/* The key and the weight by letters of a token that is a word or a number. A long word is known by its first
 * letters: what follows is grammar in most languages (`develop`, `developed`, `developing`; truncation
 * as a stemmer: McNamee and Mayfield 2004). */
static struct cvd_bag_word read_word(struct word_reader *reader, const struct cvd_token *token,
				     struct cvd_str text)
{
	size_t at = token->start, end = at + token->len, stem = end, weight = 0;

	for (size_t letters = 0; at < end; letters++) {
		if (letters == STEM_LETTERS)
			stem = at;
		if (letters >= STEM_LETTERS && weight >= FULL_LETTERS)
			break;
		weight += cvd_utf8_next(text, &at) < FIRST_IDEOGRAPH ? 1 : IDEOGRAPH_LETTERS;
	}
	if (weight > FULL_LETTERS)
		weight = FULL_LETTERS;
	if (token->kind == CVD_TOKEN_NUMBER)
		stem = end;
	reader->folded.len = 0;
	cvd_text_fold_into(&reader->folded, cvd_str_sub(text, token->start, stem));
	return (struct cvd_bag_word){cvd_hash64(cvd_buf_str(&reader->folded)),
				     (float)weight / FULL_LETTERS};
}

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

/* Appends the words of the text, as often as they stand in it. */
static void add_text(struct word_reader *reader, struct cvd_str text)
{
	struct cvd_tokens tokens = cvd_text_cut(&reader->tokens, text);
	bool joined = false;

	for (size_t i = 0; i < tokens.len; i++) {
		const struct cvd_token *token = &tokens.items[i];
		bool pairs = is_ideograph(token, text) && i + 1 < tokens.len &&
			     is_ideograph(token + 1, text);

		if (pairs || (!joined &&
			      (token->kind == CVD_TOKEN_WORD || token->kind == CVD_TOKEN_NUMBER))) {
			struct cvd_bag_word word = read_word(reader, token, text);

			if (pairs)
				word.key =
					pair_key(word.key, read_word(reader, token + 1, text).key);
			CVD_PUSH(&reader->arena, &reader->words, word);
		}
		joined = pairs;
	}
	cvd_arena_free(&reader->tokens);
}

static int by_key(const void *a, const void *b)
{
	const struct cvd_bag_word *x = a, *y = b;

	return (x->key > y->key) - (x->key < y->key);
}

static void sort_words(struct words *words)
{
	if (words->len)
		qsort(words->items, words->len, sizeof *words->items, by_key);
}

/* Sorts the words and makes one of those that are the same. */
static struct cvd_bag make_bag(struct cvd_arena *arena, struct words *words,
			       const struct cvd_rarity *rarity)
{
	struct cvd_bag bag = {0};

	if (!words->len)
		return bag;
	sort_words(words);
	for (size_t i = 0; i < words->len;) {
		struct cvd_bag_word *word = &words->items[bag.len++];
		uint64_t key = words->items[i].key;
		float rare = rarity ? (float)rarity_of(rarity, key) : 1, weight = 0;

		for (; i < words->len && words->items[i].key == key; i++) {
			weight += words->items[i].weight * rare;
			bag.weight += words->items[i].weight * rare;
		}
		*word = (struct cvd_bag_word){key, weight};
	}
	bag.words = cvd_arena_alloc(arena, bag.len * sizeof *bag.words);
	memcpy(bag.words, words->items, bag.len * sizeof *bag.words);
	return bag;
}

struct cvd_bag cvd_bag_of_text(struct cvd_arena *arena, struct cvd_str text,
			       const struct cvd_rarity *rarity)
{
	struct word_reader reader = {0};
	struct cvd_bag bag;

	add_text(&reader, text);
	bag = make_bag(arena, &reader.words, rarity);
	free_word_reader(&reader);
	return bag;
}

struct cvd_bag cvd_bag_of_children(struct cvd_arena *arena, const struct cvd_document *doc,
				   const struct cvd_node *node, const struct cvd_rarity *rarity)
{
	struct word_reader reader = {0};
	struct cvd_bag bag;

	for (uint32_t id = node->id + 1; id < node->end; id++)
		add_text(&reader, cvd_node_text(&reader.arena, doc->nodes[id]));
	bag = make_bag(arena, &reader.words, rarity);
	free_word_reader(&reader);
	return bag;
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

/* All that is shared is as common as a word gets, all else is rare. */
double cvd_bag_least_similarity(const struct cvd_bag *a, const struct cvd_bag *b)
{
	double shared = cvd_bag_shared(a, b), least = shared * COMMON_WORD;

	return shared > 0
		       ? least / sqrt((a->weight - shared + least) * (b->weight - shared + least))
		       : 0;
}

/* --- rarity ------------------------------------------------------------------------------------- */

/* Counts each word of a statement once. */
static void count_words(struct cvd_vocabulary *vocabulary, struct words *words)
{
	sort_words(words);
	for (size_t i = 0; i < words->len; i++) {
		uint32_t *count;

		if (i && words->items[i].key == words->items[i - 1].key)
			continue;
		count = cvd_map_put(&vocabulary->counts, words->items[i].key);
		*count = *count == CVD_MAP_NONE ? 1 : *count + 1;
	}
}

struct cvd_vocabulary cvd_vocabulary_of(struct cvd_arena *arena, const struct cvd_document *doc)
{
	struct cvd_vocabulary vocabulary = {0};
	struct word_reader reader = {0};

	cvd_map_init(&vocabulary.counts, arena, 256);
	for (uint32_t id = 1; id < doc->node_count && vocabulary.statements < CVD_RARITY_STATEMENTS;
	     id++) {
		if (!cvd_kind_is_statement(doc->nodes[id]->kind))
			continue;
		vocabulary.statements++;
		reader.words.len = 0;
		add_text(&reader, doc->nodes[id]->text);
		count_words(&vocabulary, &reader.words);
	}
	free_word_reader(&reader);
	return vocabulary;
}

struct cvd_rarity cvd_rarity_of(const struct cvd_vocabulary *a, const struct cvd_vocabulary *b)
{
	return (struct cvd_rarity){a, b, a->statements + b->statements};
}
