/* Keywords that say how well something is known: `Swedish (native)`. Private to the readers. */
#ifndef CVD_RESUME_LEVELS_H
#define CVD_RESUME_LEVELS_H

#include "base/arena.h"
#include "resume/vocabulary.h"

/* A keyword cut in two: bytes of its text. */
struct cvd_leveled {
	size_t name, name_end;
	size_t level, level_end;
};

/*
 * Finds the level in a keyword of the kind: `Swedish (native)`, `Swedish – native`, `Swedish: native`,
 * `Swedish native`, `native Swedish`, `Go ★★★`. A language is believed to have one where its name is
 * known, or the level is; any other keyword only where the level is. False if there is none, and
 * `*parts` is the whole text then. Text longer than CVD_LEXICON_MAX_TEXT has none. Linear in the words.
 */
bool cvd_level_split(struct cvd_arena *scratch, enum cvd_kind kind, struct cvd_str text,
		     struct cvd_leveled *parts);

/* Length of the colon at the byte that ends words, or 0: a full-width one, or one with a space or an
 * ideograph beside it. In `a:b` it is part of a word. */
size_t cvd_level_colon_at(struct cvd_str text, size_t at);

/* Bytes of the word at the byte that joins two things, with the space behind it (`and `), or 0. */
size_t cvd_level_joint_at(struct cvd_str text, size_t at);
/* Two languages in one text, `German and Spanish`: the first ends at `*end`, the second begins at the
 * result; 0 if it is no such text. Linear. */
size_t cvd_level_joined(struct cvd_arena *scratch, struct cvd_str text, size_t *end);

#endif
