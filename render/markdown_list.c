/* A heading is written when an item needs one that is not open. Linear in the outline. */
#include "markdown_list.h"

#include "content.h"
#include "markdown_text.h"

#define INDENT 2
#define DEEPEST 8 /* levels of lists */

void cvd_markdown_list_begin(struct cvd_markdown_list *list, size_t depth)
{
	cvd_buf_put(list->out, '\n');
	cvd_buf_fill(list->out, ' ', (depth < DEEPEST ? depth : DEEPEST) * INDENT);
	cvd_buf_add(list->out, CVD_STR("- "));
}

size_t cvd_markdown_list_open(struct cvd_markdown_list *list, const struct cvd_item *item)
{
	size_t needed = cvd_item_headings(item), depth = 0;

	while (depth < needed && depth < list->open.len &&
	       list->open.items[depth] == cvd_item_heading(item, depth).key)
		depth++;
	list->open.len = depth;
	for (size_t i = depth; i < needed; i++) {
		struct cvd_crumb heading = cvd_item_heading(item, i);

		cvd_markdown_list_begin(list, i);
		cvd_markdown_strong(list->out, cvd_phrase_title(&heading));
		CVD_PUSH(list->arena, &list->open, heading.key);
	}
	return depth;
}

static void add_content(struct cvd_markdown_list *list, const struct cvd_item *item,
			const struct cvd_side *side)
{
	struct cvd_strs content = cvd_content_lines(list->arena, side);
	size_t depth = list->open.len + 1;
	size_t shown = content.len > CVD_LISTED ? CVD_LISTED - 1 : content.len;

	if (!content.len || item->change->rewritten)
		return;
	for (size_t i = 0; i < shown; i++) {
		cvd_markdown_list_begin(list, depth);
		cvd_markdown_text(list->out, content.items[i]);
	}
	if (shown == content.len)
		return;
	cvd_markdown_list_begin(list, depth);
	cvd_buf_add(list->out, CVD_STR("… "));
	cvd_buf_add(list->out,
		    cvd_words(list->arena, CVD_SAY_MORE, content.len - shown, CVD_STR("")));
}

void cvd_markdown_list_content(struct cvd_markdown_list *list, const struct cvd_item *item)
{
	if (item->change->old)
		add_content(list, item, item->change->old);
	if (item->change->new)
		add_content(list, item, item->change->new);
}
