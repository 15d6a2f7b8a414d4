/*
 * Blocks of Markdown, shown one a line: two spaces for each level, the kind, the lines, the text with
 * `/` for a soft and `//` for a hard break, then the spans.
 */
#ifndef TESTS_RESUME_BLOCKS_H
#define TESTS_RESUME_BLOCKS_H

#include "outline.h"

/* The outline of the source, until blocks_free. */
struct cvd_outline blocks_read(struct cvd_str source);
void blocks_free(void);
/* Reads the source and compares what is shown of its blocks. */
void blocks_check(struct cvd_str source, const char *want);

#endif
