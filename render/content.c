/* One pass: a keyword goes on the line of the keyword, or of the group's title, right in front of it. */
#include "content.h"

#include "base/buf.h"

/* What stands between a text and the keyword behind it. */
static struct cvd_str find_joint(const struct cvd_content_text *before)
{
	if (cvd_kind_is_keyword(before->kind))
		return CVD_STR(", ");
	return cvd_str_ends_with(before->text, CVD_STR(":")) ? CVD_STR(" ") : CVD_STR(": ");
}

static bool goes_on(const struct cvd_content_text *before, const struct cvd_content_text *text)
{
	return cvd_kind_is_keyword(text->kind) &&
	       (cvd_kind_is_keyword(before->kind) || before->kind == CVD_GROUP);
}

struct cvd_strs cvd_content_lines(struct cvd_arena *arena, const struct cvd_side *side)
{
	const struct cvd_content_text *texts = side->content.items;
	struct cvd_strs lines = {0};
	struct cvd_buf line = {0};

	for (size_t i = 0; i < side->content.len; i++) {
		bool ends = i + 1 == side->content.len || !goes_on(&texts[i], &texts[i + 1]);

		cvd_buf_add(&line, texts[i].text);
		if (!ends) {
			cvd_buf_add(&line, find_joint(&texts[i]));
			continue;
		}
		CVD_PUSH(arena, &lines, cvd_arena_copy(arena, cvd_buf_str(&line)));
		line.len = 0;
	}
	cvd_buf_free(&line);
	return lines;
}
