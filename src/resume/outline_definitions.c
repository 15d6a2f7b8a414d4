/*
 * Definition lists of pandoc, kramdown and PHP Markdown Extra: lines that are terms, then `: ` or `~ `
 * with the definition, an empty line between or not. cmark sees paragraphs, and takes what is indented
 * behind a definition for code; here the run of siblings that belongs together is read from its lines.
 * What stands in a definition is parsed as Markdown of its own, all terms in one go. Each sibling is
 * asked once, so that the whole is linear.
 */
#include "outline_parts.h"

#include <string.h>

/* More lines above a definition are text, and the last of them its term. */
#define TERM_LINES 4
/* A paragraph with a longer line is no term of what stands behind an empty line. */
#define TERM_BYTES 160
/* A line this long was wrapped: the next one goes on with it. */
#define WRAPPED_BYTES 60

struct definitions {
	struct cvd_place *place;
	size_t columns;          /* of the container */
	struct cvd_block *block; /* DEFINITIONS, once a term is found */
	struct cvd_lines terms;
	CVD_ARRAY(struct cvd_block *) term_blocks;
	struct cvd_lines body;  /* of the definition that is open */
	struct cvd_block *open; /* it */
	size_t indent;          /* that its lines have; 0: not known yet */
	size_t marker;          /* columns of its marker */
};

/* `: text` or `~ text`, indented by three columns at most. */
static bool is_definition(struct cvd_str line)
{
	struct cvd_str content = cvd_line_content(line);

	return content.len > 2 && (content.ptr[0] == ':' || content.ptr[0] == '~') &&
	       (content.ptr[1] == ' ' || content.ptr[1] == '\t') && cvd_line_indent(line) < 4 &&
	       !cvd_line_is_blank(cvd_str_sub(content, 1, content.len));
}

static uint32_t number_of(const struct definitions *d, size_t index)
{
	return d->place->lines->numbers.items[index];
}

/* --- one definition ---------------------------------------------------------------------------------- */

static void end_definition(struct definitions *d)
{
	size_t count;

	if (!d->open)
		return;
	while (cvd_line_is_blank(cvd_lines_at(&d->body, d->body.starts.len - 1)))
		cvd_lines_pop(&d->body);
	count = d->body.starts.len;
	d->open->end_line = d->body.numbers.items[count - 1];
	d->block->end_line = d->open->end_line;
	cvd_outline_parse(d->place->context, d->open, &d->body);
	d->open = NULL;
}

static void begin_definition(struct definitions *d, struct cvd_str line, size_t index)
{
	struct cvd_str content = cvd_line_content(line);
	struct cvd_str text = cvd_str_sub(content, 1, content.len);
	uint32_t number = number_of(d, index);

	end_definition(d);
	d->marker = cvd_line_indent(line) + 1 + cvd_line_indent(text);
	d->indent = 0;
	d->open = cvd_block_new(d->place->context, CVD_BLOCK_DEFINITION, number, number);
	cvd_block_append(d->block, d->open);
	cvd_lines_add(d->place->context->scratch, &d->body, cvd_line_content(text), number);
}

/* A line of the definition, without the indent of the first such line: four columns, or as many as the
 * marker takes. */
static void add_body_line(struct definitions *d, struct cvd_str line, size_t index)
{
	size_t indent = cvd_line_indent(line), most = d->marker > 4 ? d->marker : 4;

	if (!d->indent && indent && !cvd_line_is_blank(line))
		d->indent = indent < most ? indent : most;
	indent = indent < d->indent ? indent : d->indent;
	cvd_lines_add(d->place->context->scratch, &d->body,
		      indent ? cvd_line_strip(line, indent) : line, number_of(d, index));
}

static void add_term(struct definitions *d, struct cvd_str line, size_t index)
{
	struct cvd_outline_context *context = d->place->context;
	uint32_t number = number_of(d, index);
	struct cvd_block *term = cvd_block_new(context, CVD_BLOCK_TERM, number, number);

	end_definition(d);
	if (!d->block) {
		d->block = cvd_block_new(context, CVD_BLOCK_DEFINITIONS, number, number);
		cvd_block_append(d->place->parent, d->block);
	}
	cvd_block_append(d->block, term);
	CVD_PUSH(context->scratch, &d->term_blocks, term);
	cvd_outline_fill_line(context, &d->terms, cvd_str_trim(line), number);
}

/* --- siblings ------------------------------------------------------------------------------------------ */

static size_t first_of(const struct definitions *d, cmark_node *node)
{
	return cvd_place_first(d->place, node);
}

/* Without the underline that makes a heading of the last definition. */
static size_t end_of(const struct definitions *d, cmark_node *node)
{
	return cvd_place_end(d->place, node) - (cmark_node_get_type(node) == CMARK_NODE_HEADING);
}

static bool is_text(cmark_node *node)
{
	return node && cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH;
}

static struct cvd_str line_of(const struct definitions *d, size_t index)
{
	return cvd_place_line(d->place, index);
}

/* Index of the first definition in the node's lines, or SIZE_MAX. */
static size_t find_definition(const struct definitions *d, cmark_node *node)
{
	size_t end = end_of(d, node);

	for (size_t at = first_of(d, node); at < end; at++)
		if (is_definition(line_of(d, at)))
			return at;
	return SIZE_MAX;
}

/* No link and no code goes on from one term or definition into the next. */
static bool parts_are_whole(const struct definitions *d, cmark_node *node)
{
	size_t end = end_of(d, node), brackets = 0, ticks = 0;
	bool defined = false;

	for (size_t at = first_of(d, node); at < end; at++) {
		struct cvd_str line = line_of(d, at);

		defined = defined || is_definition(line);
		if ((brackets || ticks % 2) && (!defined || is_definition(line)))
			return false;
		for (size_t i = 0; i < line.len; i++) {
			ticks += line.ptr[i] == '`';
			brackets += line.ptr[i] == '[';
			brackets -= line.ptr[i] == ']' && brackets;
		}
	}
	return defined || !(brackets || ticks % 2);
}

/* The paragraph's lines are the terms of the definition in the next one. */
static bool are_terms(const struct definitions *d, cmark_node *node)
{
	cmark_node *next = cmark_node_next(node);
	size_t first = first_of(d, node), end = end_of(d, node);

	if (!is_text(node) || !is_text(next) || end - first > TERM_LINES ||
	    !is_definition(line_of(d, first_of(d, next))))
		return false;
	for (size_t at = first; at < end; at++)
		if (line_of(d, at).len > TERM_BYTES)
			return false;
	return parts_are_whole(d, node);
}

/* A short line between two definitions that is not indented is the next term. */
static bool is_next_term(const struct definitions *d, size_t index, size_t end)
{
	struct cvd_str line = line_of(d, index);

	return index + 1 < end && is_definition(line_of(d, index + 1)) && !cvd_line_indent(line) &&
	       line_of(d, index - 1).len < WRAPPED_BYTES;
}

/* A paragraph from its first term or definition on. */
static void read_lines(struct definitions *d, size_t first, size_t end)
{
	for (size_t at = first; at < end; at++) {
		struct cvd_str line = line_of(d, at);

		if (is_definition(line) && d->block)
			begin_definition(d, line, at);
		else if (!d->open || is_next_term(d, at, end))
			add_term(d, line, at);
		else
			add_body_line(d, line, at);
	}
}

/* Terms stand right above the first definition; what is above them is text. */
static size_t skip_text(const struct definitions *d, size_t first, size_t definition)
{
	if (definition == SIZE_MAX || definition - first <= TERM_LINES)
		return first;
	cvd_place_parse(d->place, first, definition - 1);
	return definition - 1;
}

/* Indented behind a definition: what stands in it. */
static bool is_body(const struct definitions *d, cmark_node *node)
{
	return cvd_line_indent(line_of(d, first_of(d, node))) >= 2;
}

static void read_body(struct definitions *d, cmark_node *node)
{
	size_t first = first_of(d, node), end = cvd_place_end(d->place, node);

	if (first && cvd_line_is_blank(line_of(d, first - 1)))
		cvd_lines_add(d->place->context->scratch, &d->body, CVD_STR(""),
			      number_of(d, first - 1));
	for (size_t at = first; at < end; at++) {
		struct cvd_str line = line_of(d, at);

		/* cmark takes it for the end of a list's last item */
		if (is_definition(line))
			begin_definition(d, line, at);
		else
			add_body_line(d, line, at);
	}
}

/* Reads the sibling if it belongs to the list. */
static bool read_sibling(struct definitions *d, cmark_node *node)
{
	size_t first = first_of(d, node), definition;

	if (d->open && is_body(d, node) && !is_definition(line_of(d, first))) {
		read_body(d, node);
		return true;
	}
	if (!is_text(node))
		return false;
	definition = find_definition(d, node);
	if (definition == SIZE_MAX ? !are_terms(d, node)
				   : definition - first > TERM_LINES || !parts_are_whole(d, node))
		return false;
	if (definition != first)
		end_definition(d);
	read_lines(d, first, end_of(d, node));
	return true;
}

/* Whether a list may begin here, by first bytes alone. */
static bool may_begin(const struct definitions *d, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	size_t first = first_of(d, node), definition;

	if (type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING)
		return false;
	definition = find_definition(d, node);
	if (definition == SIZE_MAX)
		return are_terms(d, node);
	return definition > first && parts_are_whole(d, node);
}

cmark_node *cvd_shape_definitions(struct cvd_place *place)
{
	struct definitions d = {.place = place};
	cmark_node *last = place->node, *next;
	size_t first;

	if (!place->defines || !may_begin(&d, place->node))
		return NULL;
	first = skip_text(&d, first_of(&d, last), find_definition(&d, last));
	read_lines(&d, first, end_of(&d, last));
	while ((next = cmark_node_next(last)) && read_sibling(&d, next))
		last = next;
	end_definition(&d);
	cvd_outline_fill(place->context, d.term_blocks.items, &d.terms);
	return last;
}
