/*
 * The tree is hashed at once: every diff begins with it. The vocabulary waits until it is asked for, since most
 * small edits do without. Several threads may ask: each that finds none makes one, and the first to be done
 * leaves it to all, so that there is no lock.
 */
#include "diff/prepared.h"

#include "vocabulary.h"

#include <stdatomic.h>
#include <stdlib.h>

struct words {
	struct cvd_arena arena;
	struct cvd_vocabulary vocabulary;
};

struct cvd_prepared {
	const struct cvd_document *doc;
	struct cvd_arena arena;
	struct cvd_merkle tree;
	_Atomic(struct words *) words;
};

struct cvd_prepared *cvd_prepare(const struct cvd_document *doc)
{
	struct cvd_prepared *prepared = cvd_malloc(sizeof *prepared);

	prepared->doc = doc;
	cvd_arena_init(&prepared->arena);
	prepared->tree = cvd_merkle_build(&prepared->arena, doc);
	atomic_init(&prepared->words, NULL);
	return prepared;
}

static void free_words(struct words *words)
{
	if (!words)
		return;
	cvd_arena_free(&words->arena);
	free(words);
}

void cvd_prepared_free(struct cvd_prepared *prepared)
{
	if (!prepared)
		return;
	free_words(atomic_load(&prepared->words));
	cvd_arena_free(&prepared->arena);
	free(prepared);
}

const struct cvd_document *cvd_prepared_document(const struct cvd_prepared *prepared)
{
	return prepared->doc;
}

const struct cvd_merkle *cvd_prepared_tree(const struct cvd_prepared *prepared)
{
	return &prepared->tree;
}

const struct cvd_vocabulary *cvd_prepared_vocabulary(struct cvd_prepared *prepared)
{
	struct words *words = atomic_load(&prepared->words), *made;

	if (words)
		return &words->vocabulary;
	made = cvd_malloc(sizeof *made);
	cvd_arena_init(&made->arena);
	made->vocabulary = cvd_vocabulary_of(&made->arena, prepared->doc);
	if (atomic_compare_exchange_strong(&prepared->words, &words, made))
		return &made->vocabulary;
	free_words(made);
	return &words->vocabulary;
}
