/* The outline as a nested list in Markdown: headings are strong, what is told stands below them. */
#ifndef CVD_RENDER_MARKDOWN_LIST_H
#define CVD_RENDER_MARKDOWN_LIST_H

#include "outline.h"

/* Set out and arena; the rest begins as zero. Lines begin with a line break and end without. */
struct cvd_markdown_list {
	struct cvd_buf *out;
	struct cvd_arena *arena;
	CVD_ARRAY(uint64_t) open; /* keys of the headings above the current line */
};

/* Begins an item of the list. */
void cvd_markdown_list_begin(struct cvd_markdown_list *list, size_t depth);
/* Writes the headings that the item needs and that are not open; returns how many were. */
size_t cvd_markdown_list_open(struct cvd_markdown_list *list, const struct cvd_item *item);
/* What was added or removed with the item, a level below it: keywords in one line, the first of many
 * statements, how many more there are. */
void cvd_markdown_list_content(struct cvd_markdown_list *list, const struct cvd_item *item);

#endif
