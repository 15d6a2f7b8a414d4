/*
 * Blocks of raw HTML become blocks of the outline. The tokens of html.c drive a stack of open blocks,
 * CVD_HTML_DEPTH high (deeper ones are read past), in the way of WHATWG's tree construction, 13.2.6: an
 * item ends the item before it, what closes nothing is ignored, formatting that a paragraph leaves open
 * goes on in the next. `<div>` and its like only end a paragraph, so that thousands of them cost nothing.
 * A heading, a term and a cell hold text alone; blocks inside them are lines.
 *
 * A block is appended when the first text in it comes: what is empty is no block. CommonMark ends HTML
 * at an empty line, so the elements that are open then wait for the next block of HTML.
 */
#include "outline_parts.h"

#include "html.h"

#include <string.h>

#define FORMAT_LIMIT 16

struct builder {
	struct cvd_place *place;
	struct cvd_outline_context *context;
	struct cvd_html_state *state;
	struct cvd_leaf leaf;
	struct cvd_block *text;      /* the block that takes text */
	struct cvd_block *container; /* of a paragraph, which is appended at its end */
	struct cvd_block hidden;     /* holds the comments in the text, which stand behind it */
	struct {
		const struct cvd_tag *tag;
		struct cvd_str target;
	} formats[FORMAT_LIMIT]; /* open; each has a span where text is open */
	size_t format_count;
	size_t nested; /* tables in the cell */
	size_t index;  /* of the line */
};

static uint32_t line_number(const struct builder *b)
{
	const struct cvd_lines *lines = b->place->lines;
	size_t last = lines->numbers.len - 1;

	return lines->numbers.items[b->index < last ? b->index : last];
}

static struct cvd_block *top(const struct builder *b)
{
	return b->state->depth ? b->state->elements[b->state->depth - 1].block : NULL;
}

static bool top_is(const struct builder *b, enum cvd_block_kind kind)
{
	return top(b) && top(b)->kind == kind;
}

static bool holds_text(enum cvd_block_kind kind)
{
	return kind == CVD_BLOCK_HEADING || kind == CVD_BLOCK_TERM || kind == CVD_BLOCK_CELL ||
	       kind == CVD_BLOCK_CODE;
}

/* --- blocks ----------------------------------------------------------------------------------------- */

/* Appends those of the `count` outermost elements that stand nowhere yet. */
static void attach(struct builder *b, size_t count)
{
	struct cvd_block *parent = b->place->parent;

	for (size_t i = 0; i < count; i++) {
		struct cvd_block *block = b->state->elements[i].block;

		if (!block->parent)
			cvd_block_append(parent, block);
		parent = block;
	}
}

/* The innermost block that may hold any other, made part of the outline. */
static struct cvd_block *container(struct builder *b)
{
	size_t count = b->state->depth;

	for (; count > 0; count--) {
		enum cvd_block_kind kind = b->state->elements[count - 1].block->kind;

		if (kind == CVD_BLOCK_ITEM || kind == CVD_BLOCK_QUOTE ||
		    kind == CVD_BLOCK_DEFINITION)
			break;
	}
	attach(b, count);
	return count ? b->state->elements[count - 1].block : b->place->parent;
}

/* Comments in the text that has ended. */
static void append_hidden(struct builder *b)
{
	struct cvd_block *next;

	for (struct cvd_block *block = b->hidden.first_child; block; block = next) {
		next = block->next;
		block->next = NULL;
		cvd_block_append(container(b), block);
	}
	b->hidden = (struct cvd_block){0};
}

/* Ends the text that is open, a paragraph's or an element's. */
static void end_text(struct builder *b)
{
	struct cvd_block *block = b->text;

	if (!block)
		return;
	cvd_leaf_finish(b->context, &b->leaf, block);
	b->text = NULL;
	if (block->text.len || block->span_count) {
		if (block->kind == CVD_BLOCK_PARAGRAPH)
			cvd_block_append(b->container, block);
		else
			attach(b, b->state->depth);
	}
	append_hidden(b);
}

static void pop(struct builder *b)
{
	struct cvd_block *block = top(b);

	end_text(b);
	if (holds_text(block->kind))
		b->nested = 0;
	if (line_number(b) > block->end_line)
		block->end_line = line_number(b);
	b->state->depth--;
}

static void end_paragraph(struct builder *b)
{
	if (top(b) && holds_text(top(b)->kind))
		pop(b);
	else
		end_text(b);
}

static void push(struct builder *b, const struct cvd_tag *tag, enum cvd_block_kind kind)
{
	struct cvd_block *block;

	if (b->state->depth == CVD_HTML_DEPTH)
		return;
	block = cvd_block_new(b->context, kind, line_number(b), line_number(b));
	if (kind == CVD_BLOCK_HEADING)
		block->level = tag->level;
	if (kind == CVD_BLOCK_CELL) {
		struct cvd_block *row = top(b);

		row->level = tag->level && (row->level || !row->first_child);
		cvd_block_append(row, block);
	}
	b->state->elements[b->state->depth++] = (struct cvd_element){tag, block};
}

/* The block of this kind is the innermost then, if one is open; not one around a table. */
static bool pop_to(struct builder *b, enum cvd_block_kind kind)
{
	size_t depth = b->state->depth;

	for (; depth > 0; depth--) {
		enum cvd_block_kind found = b->state->elements[depth - 1].block->kind;

		if (found == kind)
			break;
		if (found == CVD_BLOCK_TABLE)
			return false;
	}
	while (depth && b->state->depth > depth)
		pop(b);
	return depth > 0;
}

/* --- text ------------------------------------------------------------------------------------------- */

/* The block that takes text, made if there is none. */
static void begin_text(struct builder *b)
{
	if (b->text)
		return;
	if (top(b) && holds_text(top(b)->kind)) {
		b->text = top(b);
	} else {
		b->container = container(b);
		b->text = cvd_block_new(b->context, CVD_BLOCK_PARAGRAPH, line_number(b),
					line_number(b));
		b->text->parent = b->container;
	}
	for (size_t i = 0; i < b->format_count && b->text->kind != CVD_BLOCK_CODE; i++)
		cvd_leaf_open(b->context, &b->leaf, b->formats[i].tag->style, b->formats[i].target);
}

static void count_lines(struct builder *b, struct cvd_str text)
{
	for (size_t at = cvd_str_find_char(text, '\n', 0); at != SIZE_MAX;
	     at = cvd_str_find_char(text, '\n', at + 1))
		b->index++;
}

/* Lines of text; their ends are soft breaks, in <pre> they stay. */
static void add_text(struct builder *b, struct cvd_str text)
{
	struct cvd_buf decoded = {0};

	for (size_t from = 0, to; from < text.len; from = to + 1) {
		struct cvd_str line;

		to = cvd_str_find_char(text, '\n', from);
		to = to == SIZE_MAX ? text.len : to;
		line = cvd_str_sub(text, from, to);
		if (!cvd_line_is_blank(line))
			begin_text(b);
		decoded.len = 0;
		cvd_html_decode(&decoded, line);
		if (top_is(b, CVD_BLOCK_CODE) && (b->text || !cvd_line_is_blank(line))) {
			cvd_buf_add(&b->leaf.text, cvd_buf_str(&decoded));
			if (to < text.len)
				cvd_buf_put(&b->leaf.text, '\n');
		} else if (b->text) {
			cvd_leaf_text(&b->leaf, cvd_buf_str(&decoded));
			if (to < text.len)
				cvd_leaf_space(&b->leaf, CVD_BREAK_SOFT);
		}
		if (b->text && !cvd_line_is_blank(line))
			b->text->end_line = line_number(b);
		b->index += to < text.len;
	}
	cvd_buf_free(&decoded);
}

/* The alternative text is what the image says; without any it is decoration. */
void cvd_html_add_image(struct cvd_outline_context *context, struct cvd_leaf *leaf,
			struct cvd_str tag)
{
	struct cvd_str alt = cvd_html_attribute(context->scratch, tag, CVD_STR("alt"));

	if (!alt.len)
		return;
	cvd_leaf_open(context, leaf, CVD_SPAN_IMAGE,
		      cvd_html_attribute(context->scratch, tag, CVD_STR("src")));
	cvd_leaf_text(leaf, alt);
	cvd_leaf_close(leaf);
}

static void open_format(struct builder *b, const struct cvd_html_token *token)
{
	struct cvd_str target = {0};

	if (b->format_count == FORMAT_LIMIT || token->empty)
		return;
	if (token->tag->style == CVD_SPAN_LINK) {
		target = cvd_html_attribute(b->context->scratch, token->text, CVD_STR("href"));
		if (!target.len)
			return;
	}
	b->formats[b->format_count].tag = token->tag;
	b->formats[b->format_count++].target = target;
	if (b->text)
		cvd_leaf_open(b->context, &b->leaf, token->tag->style, target);
}

/* The spans inside of it end and begin again, so that spans nest. */
static void close_format(struct builder *b, const struct cvd_tag *tag)
{
	size_t at = b->format_count;

	while (at > 0 && b->formats[at - 1].tag->style != tag->style)
		at--;
	if (!at)
		return;
	for (size_t i = b->format_count; b->text && i >= at; i--)
		cvd_leaf_close(&b->leaf);
	b->format_count--;
	for (size_t i = at - 1; i < b->format_count; i++) {
		b->formats[i] = b->formats[i + 1];
		if (b->text)
			cvd_leaf_open(b->context, &b->leaf, b->formats[i].tag->style,
				      b->formats[i].target);
	}
}

/* --- tags ------------------------------------------------------------------------------------------- */

static const struct cvd_tag table_tag = {"table", CVD_TAG_OPENS, CVD_BLOCK_TABLE, 0};

/* A part begins in what may hold it, which is opened where it is missing. */
static void open_part(struct builder *b, const struct cvd_tag *tag)
{
	static const enum cvd_block_kind wholes[] = {[CVD_BLOCK_ITEM] = CVD_BLOCK_LIST,
						     [CVD_BLOCK_ROW] = CVD_BLOCK_TABLE,
						     [CVD_BLOCK_CELL] = CVD_BLOCK_ROW,
						     [CVD_BLOCK_TERM] = CVD_BLOCK_DEFINITIONS,
						     [CVD_BLOCK_DEFINITION] = CVD_BLOCK_DEFINITIONS};
	enum cvd_block_kind kind = (enum cvd_block_kind)tag->style, whole = wholes[kind];

	end_paragraph(b);
	if (!pop_to(b, whole)) {
		if (kind == CVD_BLOCK_CELL && !pop_to(b, CVD_BLOCK_TABLE))
			push(b, &table_tag, CVD_BLOCK_TABLE);
		push(b, tag, whole);
	}
	if (top_is(b, whole))
		push(b, tag, kind);
}

/* In a cell, blocks are lines, and a table in it is lines with spaces. True if that is all. */
static bool is_line_of_cell(struct builder *b, const struct cvd_tag *tag, bool end)
{
	enum cvd_block_kind kind = (enum cvd_block_kind)tag->style;
	bool of_table = tag->action == CVD_TAG_OPENS &&
			(kind == CVD_BLOCK_TABLE || kind == CVD_BLOCK_ROW || kind == CVD_BLOCK_CELL);

	if (!top_is(b, CVD_BLOCK_CELL))
		return false;
	if (!b->nested && of_table && (end || kind != CVD_BLOCK_TABLE))
		return false;
	if (of_table && kind == CVD_BLOCK_TABLE)
		b->nested += end ? -1 : 1;
	if (b->text)
		cvd_leaf_space(&b->leaf, of_table && kind == CVD_BLOCK_CELL ? ' ' : CVD_BREAK_HARD);
	return true;
}

static void open_block(struct builder *b, const struct cvd_tag *tag)
{
	enum cvd_block_kind kind = (enum cvd_block_kind)tag->style;

	switch (kind) {
	case CVD_BLOCK_ITEM:
	case CVD_BLOCK_ROW:
	case CVD_BLOCK_CELL:
	case CVD_BLOCK_TERM:
	case CVD_BLOCK_DEFINITION:
		open_part(b, tag);
		break;
	case CVD_BLOCK_TABLE:
		end_paragraph(b);
		if (pop_to(b, CVD_BLOCK_TABLE))
			pop(b);
		push(b, tag, kind);
		break;
	default:
		end_paragraph(b);
		push(b, tag, kind);
		break;
	}
}

static void end_block(struct builder *b, const struct cvd_tag *tag)
{
	if (pop_to(b, (enum cvd_block_kind)tag->style))
		pop(b);
	else
		end_text(b);
}

static void read_tag(struct builder *b, const struct cvd_html_token *token)
{
	const struct cvd_tag *tag = token->tag;
	bool end = token->kind == CVD_HTML_END;

	if (top_is(b, CVD_BLOCK_CODE) && strcmp(tag->name, "pre") != 0)
		return;
	switch (tag->action) {
	case CVD_TAG_SPAN:
		if (end)
			close_format(b, tag);
		else
			open_format(b, token);
		break;
	case CVD_TAG_IMAGE:
		if (cvd_html_attribute(b->context->scratch, token->text, CVD_STR("alt")).len) {
			begin_text(b);
			cvd_html_add_image(b->context, &b->leaf, token->text);
		}
		break;
	case CVD_TAG_BREAK:
		if (b->text)
			cvd_leaf_space(&b->leaf, CVD_BREAK_HARD);
		break;
	case CVD_TAG_BLOCK:
		if (is_line_of_cell(b, tag, end))
			break;
		if (!top(b) || !holds_text(top(b)->kind))
			end_text(b);
		else if (b->text)
			cvd_leaf_space(&b->leaf, ' ');
		break;
	case CVD_TAG_OPENS:
		if (is_line_of_cell(b, tag, end))
			break;
		if (end)
			end_block(b, tag);
		else
			open_block(b, tag);
		break;
	default:
		break;
	}
}

/* --- all -------------------------------------------------------------------------------------------- */

static void read_tokens(struct builder *b, struct cvd_str html)
{
	struct cvd_html_scanner scanner = {.html = html};
	struct cvd_html_token token;
	struct cvd_str last = {0}; /* the end tag right before */

	for (size_t from = 0; cvd_html_next(&scanner, &token); from = scanner.at) {
		switch (token.kind) {
		case CVD_HTML_TEXT:
			add_text(b, token.text);
			last.len = 0;
			continue;
		case CVD_HTML_COMMENT:
			if (!cvd_line_is_blank(token.text))
				cvd_outline_hide(b->context, b->text ? &b->hidden : container(b),
						 token.text, line_number(b));
			break;
		case CVD_HTML_START:
			if (b->text && cvd_html_follows(last, token.text))
				cvd_leaf_space(&b->leaf, ' ');
			read_tag(b, &token);
			break;
		case CVD_HTML_END:
			last = token.text;
			read_tag(b, &token);
			count_lines(b, token.text);
			continue;
		default:
			break;
		}
		count_lines(b, cvd_str_sub(html, from, scanner.at));
		last.len = 0;
	}
}

void cvd_outline_html(struct cvd_place *place, struct cvd_html_state *state, struct cvd_str html,
		      size_t first)
{
	struct builder b = {
		.place = place, .context = place->context, .state = state, .index = first};

	if (state->parent != place->parent || state->behind != place->parent->last_child)
		state->depth = 0;
	while (html.len && html.ptr[html.len - 1] == '\n')
		html.len--;
	read_tokens(&b, html);
	end_paragraph(&b);
	for (size_t i = 0; i < state->depth; i++)
		state->elements[i].block->end_line = line_number(&b);
	state->parent = place->parent;
	state->behind = place->parent->last_child;
	cvd_buf_free(&b.leaf.text);
}
