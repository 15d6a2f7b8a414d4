/*
 * The text of one block. It is gathered in one buffer with white space folded as it comes, so that a
 * block costs one copy; spans open and close like brackets. What CommonMark does not know as markup is
 * taken out when the block is finished (outline_markup.c), only where one of its signs stands.
 */
#include "outline_parts.h"

#include <string.h>

/* ASCII, no-break and typographic spaces of Unicode's White_Space. */
size_t cvd_space_at(struct cvd_str text, size_t at)
{
	const unsigned char *p = (const unsigned char *)text.ptr + at;
	size_t left = text.len - at;

	if (p[0] == ' ' || (p[0] >= '\t' && p[0] <= '\r'))
		return 1;
	if (p[0] < 0xc2)
		return 0;
	if (left >= 2 && p[0] == 0xc2 && (p[1] == 0xa0 || p[1] == 0x85))
		return 2;
	if (left >= 3 && p[0] == 0xe2 && p[1] == 0x80 &&
	    (p[2] <= 0x8a || p[2] == 0xa8 || p[2] == 0xa9 || p[2] == 0xaf))
		return 3;
	if (left >= 3 && ((p[0] == 0xe2 && p[1] == 0x81 && p[2] == 0x9f) ||
			  (p[0] == 0xe3 && p[1] == 0x80 && p[2] == 0x80) ||
			  (p[0] == 0xe1 && p[1] == 0x9a && p[2] == 0x80)))
		return 3;
	return 0;
}

char cvd_space_merge(char one, char other)
{
	if (one == CVD_BREAK_HARD || other == CVD_BREAK_HARD)
		return CVD_BREAK_HARD;
	return one == CVD_BREAK_SOFT || other == CVD_BREAK_SOFT ? CVD_BREAK_SOFT : ' ';
}

static bool is_folded_space(char c)
{
	return c == ' ' || c == CVD_BREAK_SOFT || c == CVD_BREAK_HARD;
}

/* The buffer never begins with a space or a break and never holds two in a row. */
void cvd_leaf_space(struct cvd_leaf *leaf, char space)
{
	struct cvd_buf *text = &leaf->text;
	char *last = text->len ? &text->ptr[text->len - 1] : NULL;

	if (!last)
		return;
	if (is_folded_space(*last))
		*last = cvd_space_merge(*last, space);
	else
		cvd_buf_put(text, space);
}

/* First bytes of what cvd_space_at finds, and bytes of control. */
static const bool may_be_space[256] = {1, 1, 1, 1, 1, 1, 1, 1,          1,          1, 1, 1, 1,
				       1, 1, 1, 1, 1, 1, 1, 1,          1,          1, 1, 1, 1,
				       1, 1, 1, 1, 1, 1, 1, [0xc2] = 1, [0xe1] = 1, 1, 1};

static bool is_plain(char c)
{
	return !may_be_space[(unsigned char)c];
}

#define EACH_BYTE UINT64_C(0x0101010101010101)

/* Whether the eight bytes are ASCII of words, and one space at most between any two of them and the byte
 * behind, which is looked at. */
static bool are_words(const char *bytes)
{
	const uint64_t high = EACH_BYTE << 7;
	uint64_t eight, next, control, spaces, more;

	memcpy(&eight, bytes, sizeof eight);
	memcpy(&next, bytes + 1, sizeof next);
	control = eight - EACH_BYTE * ' ';
	/* high bits of the bytes that are no space, where all are ASCII */
	spaces = (eight ^ EACH_BYTE * ' ') + (high - EACH_BYTE);
	more = (next ^ EACH_BYTE * ' ') + (high - EACH_BYTE);
	return !((eight | next | control | ~(spaces | more)) & high);
}

/* Stretches with nothing but single spaces are copied as they are. */
void cvd_leaf_text(struct cvd_leaf *leaf, struct cvd_str text)
{
	size_t at = 0, from = 0;

	while (at < text.len) {
		size_t space;

		while (at > from && text.len - at > sizeof(uint64_t) && are_words(text.ptr + at))
			at += sizeof(uint64_t);
		while (at < text.len && is_plain(text.ptr[at]))
			at++;
		if (at == text.len)
			break;
		if (text.ptr[at] == ' ' && at > from && at + 1 < text.len &&
		    is_plain(text.ptr[at + 1])) {
			at += 2;
			continue;
		}
		space = cvd_space_at(text, at);
		if (!space) {
			at++;
			continue;
		}
		cvd_buf_add(&leaf->text, cvd_str_sub(text, from, at));
		cvd_leaf_space(leaf, ' ');
		at += space;
		from = at;
	}
	cvd_buf_add(&leaf->text, cvd_str_sub(text, from, at));
}

void cvd_leaf_open(struct cvd_outline_context *context, struct cvd_leaf *leaf, int style,
		   struct cvd_str target)
{
	struct cvd_span span = {.start = (uint32_t)leaf->text.len, .style = style};

	if (target.len)
		span.target = cvd_arena_copy(context->texts, target);
	CVD_PUSH(context->scratch, &leaf->open, (uint32_t)leaf->spans.len);
	CVD_PUSH(context->scratch, &leaf->spans, span);
}

void cvd_leaf_close(struct cvd_leaf *leaf)
{
	struct cvd_span *span = &leaf->spans.items[leaf->open.items[--leaf->open.len]];

	span->len = (uint32_t)leaf->text.len - span->start;
}

static bool may_hold_markup(struct cvd_str text)
{
	static const char signs[] = {'{', '=', '~', '^'};

	for (size_t i = 0; text.len && i < sizeof signs; i++)
		if (memchr(text.ptr, signs[i], text.len))
			return true;
	return false;
}

/* Cut to the text; what is empty says nothing, unless it leads somewhere. */
static void copy_spans(struct cvd_outline_context *context, const struct cvd_leaf *leaf,
		       struct cvd_block *block)
{
	uint32_t len = (uint32_t)block->text.len;

	block->span_count = 0;
	block->spans = CVD_NEW_ARRAY(context->scratch, struct cvd_span, leaf->spans.len);
	for (size_t i = 0; i < leaf->spans.len; i++) {
		struct cvd_span span = leaf->spans.items[i];

		if (span.start > len)
			span.start = len;
		if (span.start + span.len > len)
			span.len = len - span.start;
		if (span.len || span.target.len)
			block->spans[block->span_count++] = span;
	}
}

bool cvd_leaf_finish(struct cvd_outline_context *context, struct cvd_leaf *leaf,
		     struct cvd_block *block)
{
	struct cvd_str text;
	bool erased, says_nothing;

	while (leaf->open.len)
		cvd_leaf_close(leaf);
	erased = block->kind != CVD_BLOCK_CODE && may_hold_markup(cvd_buf_str(&leaf->text)) &&
		 cvd_markup_erase(context, leaf, block->kind);
	text = cvd_buf_str(&leaf->text);
	while (text.len && is_folded_space(text.ptr[text.len - 1]))
		text.len--;
	block->text = cvd_arena_copy(context->texts, text);
	copy_spans(context, leaf, block);
	says_nothing = erased && !text.len && !block->span_count;
	leaf->text.len = 0;
	leaf->spans.len = 0;
	return says_nothing;
}
