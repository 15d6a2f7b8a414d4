/* Where lines may end, and cutting text to a number of terminal columns. */
#ifndef CVD_RENDER_WRAP_H
#define CVD_RENDER_WRAP_H

#include "base/str.h"

/* Whether a line may end before the character at `pos`, which is no space: after a space, or
 * between two characters of which one is written without spaces (Chinese, Japanese). */
bool cvd_wrap_may_break(struct cvd_str text, size_t pos);

/*
 * The line that begins at `from`: returns its end, without trailing spaces, and sets *next to where
 * the following one begins (text.len: there is none). Lines end at line breaks of the text, and
 * otherwise where `width` columns (0: any number) would be exceeded; a word is cut only if it is
 * wider than a line. A line holds at least one character. Linear in the line.
 */
size_t cvd_wrap_line(struct cvd_str text, size_t from, size_t width, size_t *next);

/* The longest beginning of at most `columns` that ends between words, without trailing spaces; a
 * first word that is too long is cut. */
struct cvd_str cvd_wrap_head(struct cvd_str text, size_t columns);
/* The longest end of at most `columns` that begins between words; empty if not even the last fits. */
struct cvd_str cvd_wrap_tail(struct cvd_str text, size_t columns);

#endif
