/* A line per node: its kind at its depth, then its words, cut to the line. */
#include "outline.h"

#include "base/text.h"
#include "render/wrap.h"

#define INDENT 2
#define DEEPEST 8     /* levels that are indented */
#define LEAST_TEXT 16 /* columns of a statement that are shown, however narrow the terminal */

static size_t depth_of(const struct cvd_node *node)
{
	size_t depth = 0;

	for (bool hidden = node->hidden; depth < DEEPEST; depth++) {
		node = node->parent;
		if (!node || !node->parent || node->hidden != hidden)
			break;
	}
	return depth;
}

static enum cvd_style style_of(const struct cvd_node *node)
{
	if (node->kind == CVD_SECTION)
		return CVD_STYLED_SECTION;
	return cvd_kind_has_fields(node->kind) ? CVD_STYLED_HEADING : CVD_STYLED_NOTE;
}

void cvd_outline_kind(struct cvd_canvas *canvas, const struct cvd_node *node, size_t column)
{
	cvd_canvas_pad(canvas, column + INDENT * depth_of(node));
	cvd_canvas_put(canvas, cvd_str_from(cvd_kind_name(node->kind)), style_of(node));
	cvd_canvas_pad(canvas, canvas->column + CVD_OUTLINE_GAP.len);
}

struct cvd_str cvd_outline_fit(struct cvd_canvas *canvas, struct cvd_str text, size_t columns,
			       bool *cut)
{
	struct cvd_buf visible = {0};
	struct cvd_str all;

	cvd_text_visible(&visible, cvd_text_squeeze(canvas->arena, text));
	all = cvd_buf_str(&visible);
	*cut = cvd_text_width(all) > columns;
	all = cvd_arena_copy(canvas->arena, *cut ? cvd_wrap_head(all, columns - 2) : all);
	cvd_buf_free(&visible);
	return all;
}

void cvd_outline_statement(struct cvd_canvas *canvas, struct cvd_str text)
{
	size_t left = canvas->width > canvas->column + LEAST_TEXT ? canvas->width - canvas->column
								  : LEAST_TEXT;
	bool cut;

	cvd_canvas_put(canvas, cvd_outline_fit(canvas, text, left, &cut), CVD_STYLED_PLAIN);
	if (cut)
		cvd_canvas_put(canvas, CVD_STR(" …"), CVD_STYLED_NOTE);
	cvd_canvas_newline(canvas);
}
