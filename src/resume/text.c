/* From a block's text and spans to a node's text and links. Everything here is linear in the text. */
#include "reader.h"

#include "base/buf.h"
#include "base/text.h"

#include <string.h>

/* clang-format off */
#define FOUR 1, 1, 1, 1
#define SIXTEEN FOUR, FOUR, FOUR, FOUR
const bool cvd_reader_plain[256] = {
	['0'] = FOUR, FOUR, 1, 1,
	['A'] = SIXTEEN, FOUR, FOUR, 1, 1,
	['a'] = SIXTEEN, FOUR, FOUR, 1, 1,
	[0x80] = SIXTEEN, SIXTEEN, SIXTEEN, SIXTEEN,
	1, 1, /* not 0xc2 */ [0xc3] = 1, FOUR, FOUR, FOUR,
	SIXTEEN,
	1, 1, /* nor 0xe2 and 0xe3 */ [0xe4] = FOUR, FOUR, 1, 1, 1, /* nor 0xef */
	[0xf0] = SIXTEEN,
};
/* clang-format on */

/* The text lies in the document's arena and belongs to the reader until it is done. */
struct cvd_str cvd_reader_flatten(struct cvd_str text)
{
	static const char breaks[] = {CVD_BREAK_SOFT, CVD_BREAK_HARD};

	for (size_t i = 0; i < sizeof breaks; i++)
		for (size_t at = 0; (at = cvd_str_find_char(text, breaks[i], at)) != SIZE_MAX; at++)
			((char *)text.ptr)[at] = ' ';
	return text;
}

/* Letters, digits and the rest that tells two addresses apart; schemes and a final slash do not. */
static struct cvd_str bare_target(struct cvd_str target)
{
	static const char *const prefixes[] = {"mailto:", "tel:", "https://", "http://"};

	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
		struct cvd_str prefix = cvd_str_from(prefixes[i]);

		if (cvd_str_equal_ascii_nocase(cvd_str_sub(target, 0, prefix.len), prefix)) {
			target = cvd_str_sub(target, prefix.len, target.len);
			break;
		}
	}
	if (target.len && target.ptr[target.len - 1] == '/')
		target.len--;
	return target;
}

static struct cvd_str without_spaces(struct cvd_buf *buf, struct cvd_str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!strchr(" -()./", text.ptr[i]))
			cvd_buf_put(buf, text.ptr[i]);
	return cvd_buf_str(buf);
}

bool cvd_reader_repeats(struct cvd_str text, struct cvd_str target)
{
	struct cvd_buf a = {0}, b = {0};
	bool same;

	if (cvd_str_equal_ascii_nocase(bare_target(text), bare_target(target)))
		return true;
	if (!cvd_str_starts_with(target, CVD_STR("tel:")))
		return false;
	same = cvd_str_equal(without_spaces(&a, bare_target(text)),
			     without_spaces(&b, bare_target(target)));
	cvd_buf_free(&a);
	cvd_buf_free(&b);
	return same;
}

/* Spans stand in order of their start. */
static uint32_t first_span(const struct cvd_block *block, size_t from)
{
	uint32_t low = 0, high = block->span_count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (block->spans[middle].start < from)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void cvd_reader_set_text(struct cvd_reader *reader, struct cvd_node *node,
			 const struct cvd_block *block, size_t from, size_t to)
{
	struct cvd_str text = cvd_str_trim(cvd_reader_flatten(cvd_str_sub(block->text, from, to)));
	size_t skipped = (size_t)(text.ptr - block->text.ptr);
	CVD_ARRAY(struct cvd_link) links = {0};

	node->text = text;
	for (uint32_t i = first_span(block, skipped); i < block->span_count; i++) {
		const struct cvd_span *span = &block->spans[i];
		struct cvd_link link = {.len = span->len, .target = span->target};

		if (span->start >= skipped + text.len && text.len)
			break;
		if (!(span->style & (CVD_SPAN_LINK | CVD_SPAN_IMAGE)) || !span->target.len)
			continue;
		if (span->start + span->len > skipped + text.len)
			continue;
		link.start = (uint32_t)(span->start - skipped);
		if (cvd_reader_repeats(cvd_str_sub(text, link.start, link.start + link.len),
				       link.target))
			continue;
		CVD_PUSH(&reader->doc->arena, &links, link);
	}
	node->links = links.items;
	node->link_count = (uint32_t)links.len;
}

const uint8_t *cvd_reader_styles(struct cvd_reader *reader, const struct cvd_block *block)
{
	static const int bits[] = {CVD_SPAN_STRONG, CVD_SPAN_EMPHASIS, CVD_SPAN_CODE, CVD_SPAN_LINK,
				   CVD_SPAN_IMAGE};
	static const uint8_t none[1024];
	uint8_t *styles;

	if (!block->span_count && block->text.len < sizeof none)
		return none;
	styles = CVD_NEW_ARRAY(reader->scratch, uint8_t, block->text.len + 1);
	for (size_t b = 0; block->span_count && b < sizeof bits / sizeof *bits; b++) {
		uint32_t covered = 0; /* spans nest or lie apart: the farthest end is enough */

		for (uint32_t i = 0; i < block->span_count; i++) {
			const struct cvd_span *span = &block->spans[i];
			uint32_t end = span->start + span->len;

			if (span->style != bits[b] || end <= covered)
				continue;
			for (uint32_t at = span->start > covered ? span->start : covered; at < end;
			     at++)
				styles[at] |= (uint8_t)bits[b];
			covered = end;
		}
	}
	return styles;
}

static void add_markers(struct cvd_buf *buf, uint8_t styles)
{
	static const struct {
		int style;
		const char *marker;
	} rows[] = {{CVD_SPAN_STRONG, "**"},
		    {CVD_SPAN_EMPHASIS, "*"},
		    {CVD_SPAN_CODE, "`"},
		    {CVD_SPAN_LINK, "[]"},
		    {CVD_SPAN_IMAGE, "![]"}};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (styles & rows[i].style)
			cvd_buf_add(buf, cvd_str_from(rows[i].marker));
}

struct cvd_str cvd_reader_markup(struct cvd_reader *reader, const struct cvd_block *block,
				 const uint8_t *styles, size_t from, size_t to)
{
	struct cvd_buf buf = {0};
	struct cvd_str result;
	uint8_t now = 0, any = 0;

	for (size_t at = from; block->span_count && at < to; at++)
		any |= styles[at];
	if (!any)
		return cvd_str_sub(block->text, from, to);
	for (size_t at = from; at < to; at++) {
		add_markers(&buf, now ^ styles[at]);
		now = styles[at];
		cvd_buf_put(&buf, block->text.ptr[at]);
	}
	add_markers(&buf, now);
	result = cvd_arena_copy(&reader->doc->arena, cvd_buf_str(&buf));
	cvd_buf_free(&buf);
	return result;
}

void cvd_reader_set_lines(struct cvd_reader *reader, struct cvd_node *node, uint32_t first,
			  uint32_t last)
{
	node->line = first;
	node->end_line = last < first ? first : last;
	node->source = cvd_outline_source(&reader->outline, reader->source, first, last);
}

void cvd_reader_add_source(struct cvd_reader *reader, struct cvd_node *node,
			   const struct cvd_block *block)
{
	struct cvd_str above =
		cvd_outline_source(&reader->outline, reader->source, block->line, block->end_line);

	node->source = cvd_arena_format(&reader->doc->arena, "%.*s\n%.*s", CVD_STR_ARG(above),
					CVD_STR_ARG(node->source));
	if (block->end_line + 1 >= node->line ||
	    !cvd_str_trim(cvd_outline_source(&reader->outline, reader->source, block->end_line + 1,
					     node->line - 1))
		     .len)
		node->line = block->line;
}

uint32_t cvd_reader_line_at(const struct cvd_block *block, size_t at)
{
	uint32_t line = block->line;
	struct cvd_str before = cvd_str_sub(block->text, 0, at);

	for (size_t i = 0; i < before.len; i++)
		line += cvd_reader_is_break(before.ptr[i]);
	return line < block->end_line ? line : block->end_line;
}

size_t cvd_reader_mark_at(struct cvd_str text, size_t at)
{
	static const char *const marks[] = {"·", "•", "∙", "｜"};
	char c = text.ptr[at];

	if (c == '|')
		return 1;
	if ((unsigned char)c < 0xc2 || cvd_reader_is_plain(c))
		return 0;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t len = cvd_reader_mark_here(text, at, marks[i]);

		if (len)
			return len;
	}
	return 0;
}

size_t cvd_reader_count_words(struct cvd_str text)
{
	size_t words = 0;
	bool space = true;

	for (size_t i = 0; i < text.len; i++) {
		bool before = space;

		space = cvd_reader_is_space(text.ptr[i]);
		words += before & !space;
	}
	return words;
}
