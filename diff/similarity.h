/* How alike two texts are, by the words they share. Private to the matcher. */
#ifndef CVD_DIFF_SIMILARITY_H
#define CVD_DIFF_SIMILARITY_H

#include "base/arena.h"
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

/* Short words carry little: they are the common ones in every language written with spaces. The
 * weight of a word grows with its letters up to this many. */
#define CVD_BAG_FULL_LETTERS 7

/* The bag of a text, or of all texts of a node's subtree without the node itself. n log n. */
struct cvd_bag cvd_bag_of_text(struct cvd_arena *arena, struct cvd_str text);
struct cvd_bag cvd_bag_of_children(struct cvd_arena *arena, const struct cvd_document *doc,
				   const struct cvd_node *node);

/*
 * Shared weight over the geometric mean of both weights (the cosine's way of not punishing length
 * twice), 0 to 1; 1 for two empty bags. Symmetric. Linear in both.
 */
double cvd_bag_similarity(const struct cvd_bag *a, const struct cvd_bag *b);

#endif
