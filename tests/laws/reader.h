/*
 * The independent reader of law 3: what a person reads in a Markdown file, found by walking cmark's
 * tree and nothing else. It shares no code with the résumé reader, so that the two check each other.
 */
#ifndef LAWS_READER_H
#define LAWS_READER_H

#include "base/arena.h"
#include "base/buf.h"

/*
 * The plain text of valid UTF-8 Markdown, a line per block of text: text, code and code blocks, the
 * alternative text of images, raw HTML without its tags and comments; a soft or hard break is a space.
 * Link targets and titles, thematic breaks, comments and front matter are not text. In the arena.
 */
struct cvd_str reader_plain(struct cvd_arena *arena, struct cvd_str markdown);

/*
 * The same with white space folded and before each line the kinds of the blocks that it stands in:
 * equal for two files in which CommonMark sees the same words in the same blocks.
 */
struct cvd_str reader_outline(struct cvd_arena *arena, struct cvd_str markdown);

/* The offset behind the front matter, or 0: a block between two lines `---` at the very top whose
 * first line is `key:`. */
size_t reader_front_matter(struct cvd_str markdown);

/*
 * Appends the words of which law 3 says nothing: front matter, and attributes (`{#id}`), which are text
 * or not depending on where a dialect has them.
 */
void reader_outside(struct cvd_buf *out, struct cvd_str markdown);

#endif
