/* How alike two texts are, by the words they share. Private to the matcher. */
#ifndef CVD_DIFF_SIMILARITY_H
#define CVD_DIFF_SIMILARITY_H

#include "base/map.h"
#include "resume/model.h"

struct cvd_bag_word {
	uint64_t key;
	float weight; /* of all its occurrences */
};

/* The words of a text, sorted by key, each once. */
struct cvd_bag {
	struct cvd_bag_word *words;
	uint32_t len;
	float weight; /* of all words */
};

/* In how many statements of a document each word stands. */
struct cvd_vocabulary {
	struct cvd_map counts; /* by key */
	uint32_t statements;
};

/* Statements of each document that are counted: a sample, where a document has more than any career. */
#define CVD_RARITY_STATEMENTS 1024

/* Counts the words of the document's statements, in the arena. Linear in those that are counted. */
struct cvd_vocabulary cvd_vocabulary_of(struct cvd_arena *arena, const struct cvd_document *doc);

/*
 * In how many statements of two documents a word stands: what stands in many says little about any
 * (inverse document frequency, Spärck Jones 1972).
 */
struct cvd_rarity {
	const struct cvd_vocabulary *a, *b;
	uint32_t statements;
};

/* It does not matter which comes first. */
struct cvd_rarity cvd_rarity_of(const struct cvd_vocabulary *a, const struct cvd_vocabulary *b);

/* The bag of a text, or of all texts of a node's subtree without the node itself. `rarity` may be NULL:
 * then a word's letters alone make its weight. n log n. */
struct cvd_bag cvd_bag_of_text(struct cvd_arena *arena, struct cvd_str text,
			       const struct cvd_rarity *rarity);
struct cvd_bag cvd_bag_of_children(struct cvd_arena *arena, const struct cvd_document *doc,
				   const struct cvd_node *node, const struct cvd_rarity *rarity);
/* The bag of two texts together. Linear. */
struct cvd_bag cvd_bag_union(struct cvd_arena *arena, const struct cvd_bag *a,
			     const struct cvd_bag *b);
/* The weight of the words that both have. Linear in both. */
double cvd_bag_shared(const struct cvd_bag *a, const struct cvd_bag *b);

/*
 * Shared weight over the geometric mean of both weights (the cosine's way of not punishing length
 * twice), 0 to 1; 1 for two empty bags. Symmetric. Linear in both.
 */
double cvd_bag_similarity(const struct cvd_bag *a, const struct cvd_bag *b);
/* The least that this can be of the same texts by any rarity, of bags without one. */
double cvd_bag_least_similarity(const struct cvd_bag *a, const struct cvd_bag *b);

#endif
