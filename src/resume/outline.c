/*
 * cmark parses, this file walks its tree once with cmark's iterator (no recursion), keeps what a
 * résumé needs and frees it at once. A leaf's text is gathered in one buffer with white space folded
 * as it comes, so that a block costs one copy. Thematic breaks vanish: they are formatting. Front
 * matter is cut off before cmark sees it, because cmark would read its closing rule as a heading's
 * underline.
 */
#include "outline.h"

#include "base/buf.h"
#include "base/text.h"
#include "html.h"

#include <cmark.h>
#include <string.h>

struct walk {
	struct cvd_arena *texts, *scratch;
	const struct cvd_outline *outline;
	struct cvd_str source;
	struct cvd_block *open; /* the container, or the leaf that takes text */
	struct cvd_buf text;
	CVD_ARRAY(struct cvd_span) spans;
	CVD_ARRAY(uint32_t) open_spans;
	uint32_t line_offset;
};

/* --- lines and front matter ------------------------------------------------------------------- */

/* The end of the line that begins at `from`, behind its line break: LF, CRLF, or CR alone. */
static size_t next_line(struct cvd_str source, size_t from, bool carriage_returns)
{
	size_t end = cvd_str_find_char(source, '\n', from), at;

	end = end == SIZE_MAX ? source.len : end + 1;
	if (!carriage_returns)
		return end;
	at = cvd_str_find_char(cvd_str_sub(source, 0, end), '\r', from);
	if (at == SIZE_MAX)
		return end;
	return at + 1 < source.len && source.ptr[at + 1] == '\n' ? at + 2 : at + 1;
}

static void find_lines(struct cvd_arena *scratch, struct cvd_str source, struct cvd_outline *outline)
{
	bool carriage_returns = cvd_str_find_char(source, '\r', 0) != SIZE_MAX;
	CVD_ARRAY(uint32_t) starts = {0};

	CVD_PUSH(scratch, &starts, 0);
	for (size_t at = 0; at < source.len;) {
		at = next_line(source, at, carriage_returns);
		CVD_PUSH(scratch, &starts, (uint32_t)at);
	}
	outline->line_starts = starts.items;
	outline->line_count = (uint32_t)starts.len - 1;
}

struct cvd_str cvd_outline_source(const struct cvd_outline *outline, struct cvd_str source,
				  uint32_t first, uint32_t last)
{
	struct cvd_str lines;

	if (first < 1 || first > outline->line_count)
		return cvd_str_sub(source, 0, 0);
	if (last > outline->line_count)
		last = outline->line_count;
	if (last < first)
		last = first;
	lines = cvd_str_sub(source, outline->line_starts[first - 1], outline->line_starts[last]);
	while (lines.len && (lines.ptr[lines.len - 1] == '\n' || lines.ptr[lines.len - 1] == '\r'))
		lines.len--;
	return lines;
}

/* `key:` at the start of the line. */
static bool begins_with_key(struct cvd_str line)
{
	size_t at = 0;

	while (at < line.len && (((line.ptr[at] | 32) >= 'a' && (line.ptr[at] | 32) <= 'z') ||
				 line.ptr[at] == '_' || line.ptr[at] == '-'))
		at++;
	return at > 0 && at < line.len && line.ptr[at] == ':';
}

/* YAML front matter: `---` on line 1, a key, and all up to the next `---` or `...` alone on a line
 * (Jekyll, pandoc). Without the key, the first line is a rule. */
static uint32_t front_matter_lines(const struct cvd_outline *outline, struct cvd_str source)
{
	struct cvd_str line;

	if (outline->line_count < 2 ||
	    !cvd_str_equal(cvd_str_trim(cvd_outline_source(outline, source, 1, 1)), CVD_STR("---")) ||
	    !begins_with_key(cvd_outline_source(outline, source, 2, 2)))
		return 0;
	for (uint32_t at = 3; at <= outline->line_count; at++) {
		line = cvd_str_trim(cvd_outline_source(outline, source, at, at));
		if (cvd_str_equal(line, CVD_STR("---")) || cvd_str_equal(line, CVD_STR("...")))
			return at;
	}
	return 0;
}

/* --- text ------------------------------------------------------------------------------------- */

/* Length of the white space character at `at`, 0 if there is none: ASCII, no-break and typographic
 * spaces of Unicode's White_Space. */
static size_t space_at(struct cvd_str s, size_t at)
{
	const unsigned char *p = (const unsigned char *)s.ptr + at;
	size_t left = s.len - at;

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

/* The buffer never begins with a space or a break and never holds two in a row; a hard break wins
 * over a soft one, and that over a space. */
static void add_space(struct walk *walk, char space)
{
	struct cvd_buf *text = &walk->text;
	char *last = text->len ? &text->ptr[text->len - 1] : NULL;

	if (!last)
		return;
	if (*last == CVD_BREAK_HARD || (*last == CVD_BREAK_SOFT && space == ' '))
		return;
	if (*last == ' ' || *last == CVD_BREAK_SOFT)
		*last = space;
	else
		cvd_buf_put(text, space);
}

static bool is_plain(char c)
{
	return (unsigned char)c > ' ' && (unsigned char)c < 0xc2;
}

/* Stretches with nothing but single spaces are copied as they are. */
static void add_text(struct walk *walk, struct cvd_str text)
{
	size_t at = 0, from = 0;

	while (at < text.len) {
		size_t space;

		if (is_plain(text.ptr[at])) {
			at++;
			continue;
		}
		if (text.ptr[at] == ' ' && at > from && at + 1 < text.len &&
		    is_plain(text.ptr[at + 1])) {
			at += 2;
			continue;
		}
		space = space_at(text, at);
		if (!space) {
			at++;
			continue;
		}
		cvd_buf_add(&walk->text, cvd_str_sub(text, from, at));
		add_space(walk, ' ');
		at += space;
		from = at;
	}
	cvd_buf_add(&walk->text, cvd_str_sub(text, from, at));
}

static void open_span(struct walk *walk, int style, const char *target)
{
	struct cvd_span span = {.start = (uint32_t)walk->text.len, .style = style};

	if (target)
		span.target = cvd_arena_copy(walk->texts, cvd_str_from(target));
	CVD_PUSH(walk->scratch, &walk->open_spans, (uint32_t)walk->spans.len);
	CVD_PUSH(walk->scratch, &walk->spans, span);
}

static void close_span(struct walk *walk)
{
	struct cvd_span *span = &walk->spans.items[walk->open_spans.items[--walk->open_spans.len]];

	span->len = (uint32_t)walk->text.len - span->start;
}

/* A tag is formatting, except that some keep words apart; a comment says nothing. */
static void add_inline_html(struct walk *walk, struct cvd_str html)
{
	enum cvd_html_effect effect = cvd_html_tag_effect(html);

	if (effect != CVD_HTML_NOTHING)
		add_space(walk, effect == CVD_HTML_BREAK ? CVD_BREAK_HARD : ' ');
}

static void add_inline(struct walk *walk, cmark_node *node, bool entering)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		add_text(walk, cvd_str_from(cmark_node_get_literal(node)));
		break;
	case CMARK_NODE_CODE:
		open_span(walk, CVD_SPAN_CODE, NULL);
		add_text(walk, cvd_str_from(cmark_node_get_literal(node)));
		close_span(walk);
		break;
	case CMARK_NODE_SOFTBREAK:
		add_space(walk, CVD_BREAK_SOFT);
		break;
	case CMARK_NODE_LINEBREAK:
		add_space(walk, CVD_BREAK_HARD);
		break;
	case CMARK_NODE_HTML_INLINE:
		add_inline_html(walk, cvd_str_from(cmark_node_get_literal(node)));
		break;
	case CMARK_NODE_STRONG:
	case CMARK_NODE_EMPH:
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE:
		if (!entering)
			close_span(walk);
		else if (cmark_node_get_type(node) == CMARK_NODE_STRONG)
			open_span(walk, CVD_SPAN_STRONG, NULL);
		else if (cmark_node_get_type(node) == CMARK_NODE_EMPH)
			open_span(walk, CVD_SPAN_EMPHASIS, NULL);
		else
			open_span(walk,
				  cmark_node_get_type(node) == CMARK_NODE_LINK ? CVD_SPAN_LINK
									       : CVD_SPAN_IMAGE,
				  cmark_node_get_url(node));
		break;
	default:
		break;
	}
}

/* --- blocks ----------------------------------------------------------------------------------- */

static struct cvd_block *add_block(struct walk *walk, enum cvd_block_kind kind, cmark_node *node)
{
	struct cvd_block *block = CVD_NEW(walk->scratch, struct cvd_block);
	struct cvd_block *parent = walk->open;

	block->kind = kind;
	block->parent = parent;
	block->line = (uint32_t)cmark_node_get_start_line(node) + walk->line_offset;
	block->end_line = (uint32_t)cmark_node_get_end_line(node) + walk->line_offset;
	if (block->end_line < block->line)
		block->end_line = block->line;
	if (parent->last_child)
		parent->last_child->next = block;
	else
		parent->first_child = block;
	parent->last_child = block;
	return block;
}

static struct cvd_str trim_lines(struct cvd_str text)
{
	while (text.len && (text.ptr[text.len - 1] == '\n' || text.ptr[text.len - 1] == ' '))
		text.len--;
	return text;
}

/* cmark counts the line behind an underlined heading to it where a paragraph follows: the heading
 * ends with its underline, an ATX heading on its line. */
static uint32_t heading_end(const struct walk *walk, const struct cvd_block *block)
{
	struct cvd_str line = cvd_str_trim(
		cvd_outline_source(walk->outline, walk->source, block->line, block->line));
	uint32_t end = block->line;

	if (line.len && line.ptr[0] == '#')
		return end;
	for (size_t i = 0; i < block->text.len; i++)
		end += block->text.ptr[i] == CVD_BREAK_SOFT || block->text.ptr[i] == CVD_BREAK_HARD;
	return end + 1 < block->end_line ? end + 1 : block->end_line;
}

static void finish_leaf(struct walk *walk)
{
	struct cvd_block *block = walk->open;
	struct cvd_str text = cvd_buf_str(&walk->text);

	while (text.len &&
	       (text.ptr[text.len - 1] == ' ' || text.ptr[text.len - 1] == CVD_BREAK_SOFT ||
		text.ptr[text.len - 1] == CVD_BREAK_HARD))
		text.len--;
	block->text = cvd_arena_copy(walk->texts, text);
	block->span_count = (uint32_t)walk->spans.len;
	block->spans = CVD_NEW_ARRAY(walk->scratch, struct cvd_span, walk->spans.len);
	if (walk->spans.len)
		memcpy(block->spans, walk->spans.items, walk->spans.len * sizeof *block->spans);
	for (uint32_t i = 0; i < block->span_count; i++) {
		struct cvd_span *span = &block->spans[i];

		if (span->start > text.len)
			span->start = (uint32_t)text.len;
		if (span->start + span->len > text.len)
			span->len = (uint32_t)text.len - span->start;
	}
	if (block->kind == CVD_BLOCK_HEADING)
		block->end_line = heading_end(walk, block);
	walk->text.len = 0;
	walk->spans.len = 0;
	walk->open = block->parent;
}

static void visit(struct walk *walk, cmark_node *node, bool entering)
{
	static const enum cvd_block_kind kinds[] = {[CMARK_NODE_BLOCK_QUOTE] = CVD_BLOCK_QUOTE,
						    [CMARK_NODE_LIST] = CVD_BLOCK_LIST,
						    [CMARK_NODE_ITEM] = CVD_BLOCK_ITEM,
						    [CMARK_NODE_HEADING] = CVD_BLOCK_HEADING,
						    [CMARK_NODE_PARAGRAPH] = CVD_BLOCK_PARAGRAPH};
	cmark_node_type type = cmark_node_get_type(node);
	struct cvd_block *block;

	switch (type) {
	case CMARK_NODE_DOCUMENT:
	case CMARK_NODE_THEMATIC_BREAK:
		break;
	case CMARK_NODE_BLOCK_QUOTE:
	case CMARK_NODE_LIST:
	case CMARK_NODE_ITEM:
		walk->open = entering ? add_block(walk, kinds[type], node) : walk->open->parent;
		break;
	case CMARK_NODE_HEADING:
	case CMARK_NODE_PARAGRAPH:
		if (!entering) {
			finish_leaf(walk);
			break;
		}
		walk->open = add_block(walk, kinds[type], node);
		walk->open->level =
			type == CMARK_NODE_HEADING ? cmark_node_get_heading_level(node) : 0;
		break;
	case CMARK_NODE_CODE_BLOCK:
		block = add_block(walk, CVD_BLOCK_CODE, node);
		block->text = trim_lines(
			cvd_arena_copy(walk->texts, cvd_str_from(cmark_node_get_literal(node))));
		break;
	case CMARK_NODE_HTML_BLOCK:
	case CMARK_NODE_CUSTOM_BLOCK:
		block = add_block(walk, CVD_BLOCK_HTML, node);
		block->text = cvd_html_text(walk->texts, cvd_str_from(cmark_node_get_literal(node)));
		break;
	default:
		add_inline(walk, node, entering);
		break;
	}
}

enum cvd_status cvd_outline_read(struct cvd_arena *texts, struct cvd_arena *scratch,
				 struct cvd_str source, struct cvd_outline *outline,
				 struct cvd_error *error)
{
	struct walk walk = {
		.texts = texts, .scratch = scratch, .outline = outline, .source = source};
	cmark_event_type event;
	cmark_node *tree;
	cmark_iter *iter;
	uint32_t skipped;
	size_t body;

	find_lines(scratch, source, outline);
	skipped = front_matter_lines(outline, source);
	outline->body_line = skipped + 1;
	body = outline->line_starts[skipped];
	outline->root = CVD_NEW(scratch, struct cvd_block);
	tree = cmark_parse_document(source.ptr ? source.ptr + body : "", source.len - body,
				    CMARK_OPT_DEFAULT);
	if (!tree)
		return cvd_fail(error, CVD_ERROR_FORMAT, "the Markdown cannot be parsed");
	walk.open = outline->root;
	walk.line_offset = skipped;
	iter = cmark_iter_new(tree);
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE)
		visit(&walk, cmark_iter_get_node(iter), event == CMARK_EVENT_ENTER);
	cmark_iter_free(iter);
	cmark_node_free(tree);
	cvd_buf_free(&walk.text);
	return CVD_OK;
}
