/*
 * What is said in reports beside the names of changes, which stand in wording.c: one table, with a form
 * for one and one for several.
 */
#ifndef CVD_RENDER_WORDS_H
#define CVD_RENDER_WORDS_H

#include "base/arena.h"

enum cvd_words {
	/* what was compared */
	CVD_SAY_NEW_FILE,
	CVD_SAY_DELETED_FILE,
	CVD_SAY_RENAMED,
	CVD_SAY_RENAMED_ONLY,
	CVD_SAY_MERGE,
	CVD_SAY_CONFLICTS,
	CVD_SAY_NOTHING_DIFFERS,
	CVD_SAY_MORE_RESUMES,
	/* how much changed */
	CVD_SAY_FACTS,
	CVD_SAY_CONTENT_CHANGES,
	CVD_SAY_STYLE_CHANGES,
	CVD_SAY_NO_CHANGES,
	CVD_SAY_FORMATTING,
	CVD_SAY_FORMATTING_LINES,
	CVD_SAY_SHOWS_WHERE,
	CVD_SAY_STYLE_SHOWS,
	CVD_SAY_SOME_HIDDEN,
	CVD_SAY_NOT_SHOWN,
	CVD_SAY_SOME_NOT_SHOWN,
	CVD_SAY_LIMITED,
	/* what is left out */
	CVD_SAY_MORE,
	CVD_SAY_MORE_CHANGES,
	CVD_SAY_LINES,
	/* what has no words of its own */
	CVD_SAY_UNTITLED,
	CVD_SAY_NO_TEXT,
	CVD_SAY_TOP,
	CVD_SAY_WHITE_SPACE,
	CVD_SAY_IN_COMMENTS,
	CVD_SAY_BETWEEN_PARTS,
	/* how it was and is */
	CVD_SAY_NONE_KEPT,
	CVD_SAY_SOME_KEPT,
	CVD_SAY_WAS_A,
	CVD_SAY_WAS_AN,
	CVD_SAY_FROM,
	CVD_SAY_TO,
	CVD_SAY_FIRST,
	CVD_SAY_LAST,
	CVD_SAY_COUNT
};

/* The words, `%n` and `%s` replaced by the number and the text, in the arena; with 1, those for one. Those
 * with neither need no arena. */
struct cvd_str cvd_words(struct cvd_arena *arena, enum cvd_words words, size_t number,
			 struct cvd_str text);
/* The same of words that are always the same. */
struct cvd_str cvd_words_plain(enum cvd_words words);

#endif
