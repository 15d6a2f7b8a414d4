/* The word diff of two texts: whole words, phrases rather than confetti. */
#ifndef CVD_DIFF_WORDS_H
#define CVD_DIFF_WORDS_H

#include "diff/changes.h"

/*
 * Pieces in reading order that rebuild both texts to the byte: `=` and `-` joined give the old one,
 * `=` and `+` the new one. Equal islands too small to be read between two changes are absorbed. The
 * diff back is the same with `-` and `+` exchanged, and the old words first in each change.
 * n·m in the tokens between the common ends up to a cap, above it anchored at unique tokens;
 * *limited (may be NULL) is set when even that was too much and the middle is told as a whole.
 */
struct cvd_pieces cvd_words_diff(struct cvd_arena *arena, struct cvd_str old, struct cvd_str new,
				 const char **limited);

#endif
