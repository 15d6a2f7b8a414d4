/*
 * cmark parses, this file walks its tree once with cmark's iterator (no recursion), keeps what a
 * résumé needs and frees it at once. Thematic breaks vanish: they are formatting. Where a shape that
 * cmark does not know begins (a table, a definition), it is read from the lines instead, and the walk
 * goes on behind it; a paragraph is asked for that by the first bytes of its lines alone.
 *
 * Comments and definitions are parsed as Markdown again, CVD_OUTLINE_DEPTH deep at most; each level
 * reads a byte once.
 */
#include "outline_parts.h"

#include "html.h"
#include "outline_memory.h"

#include <string.h>

/* More inline tags at once are read past. */
#define TAG_LIMIT 16
/* A comment inside a paragraph is worth a block with so many words. */
#define COMMENT_WORDS 4
/* The code of a program; without them a lone indented line is text. */
#define CODE_CHARACTERS "{};=<>$\\`["

struct walk {
	struct cvd_place place;
	struct cvd_block **fills; /* the blocks that take the lines, instead of blocks of their own */
	struct cvd_block *open;   /* the container, or the leaf that takes text */
	struct cvd_leaf leaf;
	const struct cvd_tag *tags[TAG_LIMIT]; /* HTML's that hold an open span, by their order */
	size_t tag_spans[TAG_LIMIT];           /* how many spans were open before */
	size_t tag_count;
	CVD_ARRAY(cmark_node *) comments; /* in the leaf, for blocks behind it */
	struct cvd_html_state *html;
};

/* --- blocks ----------------------------------------------------------------------------------- */

struct cvd_block *cvd_block_new(struct cvd_outline_context *context, enum cvd_block_kind kind,
				uint32_t line, uint32_t end_line)
{
	struct cvd_block *block = CVD_NEW(context->scratch, struct cvd_block);

	block->kind = kind;
	block->line = line;
	block->end_line = end_line > line ? end_line : line;
	return block;
}

void cvd_block_append(struct cvd_block *parent, struct cvd_block *block)
{
	block->parent = parent;
	if (parent->last_child)
		parent->last_child->next = block;
	else
		parent->first_child = block;
	parent->last_child = block;
}

static uint32_t number_of(const struct cvd_place *place, size_t index)
{
	size_t count = place->lines->numbers.len;

	if (!count)
		return 1;
	return place->lines->numbers.items[index < count ? index : count - 1];
}

size_t cvd_place_first(const struct cvd_place *place, cmark_node *node)
{
	size_t line = (size_t)cmark_node_get_start_line(node);

	return line > place->shift ? line - place->shift - 1 : 0;
}

size_t cvd_place_end(const struct cvd_place *place, cmark_node *node)
{
	size_t line = (size_t)cmark_node_get_end_line(node);
	size_t first = cvd_place_first(place, node);

	line = line > place->shift ? line - place->shift : 0;
	return line > first ? line : first + 1;
}

size_t cvd_place_columns(const struct cvd_place *place)
{
	cmark_node *parent = cmark_node_parent(place->node);

	if (cmark_node_get_type(parent) == CMARK_NODE_DOCUMENT)
		return 0;
	return (size_t)cmark_node_get_start_column(cmark_node_first_child(parent)) - 1;
}

struct cvd_str cvd_place_line(const struct cvd_place *place, size_t index)
{
	struct cvd_str line = cvd_lines_at(place->lines, index);
	size_t columns = cvd_place_columns(place);

	/* the line that an item begins on has its marker before the text */
	if (columns && index == cvd_place_first(place, cmark_node_parent(place->node)))
		return cvd_str_sub(line, columns, line.len);
	return cvd_line_strip(line, columns);
}

void cvd_place_parse(const struct cvd_place *place, size_t first, size_t end)
{
	struct cvd_lines lines = {0};

	for (size_t at = first; at < end; at++)
		cvd_lines_add(place->context->scratch, &lines, cvd_place_line(place, at),
			      number_of(place, at));
	cvd_outline_parse(place->context, place->parent, &lines);
}

/* --- inline ------------------------------------------------------------------------------------ */

/* Closes the spans of HTML's tags down to the `keep` outermost of them. */
static void close_tags(struct walk *walk, size_t keep)
{
	while (walk->tag_count > keep) {
		cvd_leaf_close(&walk->leaf);
		walk->tag_count--;
	}
}

/* Spans nest: what HTML opened inside of Markdown's span ends with it. */
static void close_span(struct walk *walk)
{
	while (walk->tag_count && walk->tag_spans[walk->tag_count - 1] + 1 == walk->leaf.open.len)
		close_tags(walk, walk->tag_count - 1);
	cvd_leaf_close(&walk->leaf);
}

static void open_tag(struct walk *walk, const struct cvd_tag *tag, struct cvd_str target)
{
	if (walk->tag_count == TAG_LIMIT)
		return;
	walk->tags[walk->tag_count] = tag;
	walk->tag_spans[walk->tag_count++] = walk->leaf.open.len;
	cvd_leaf_open(walk->place.context, &walk->leaf, tag->style, target);
}

/* An end tag closes the innermost of its kind that no span of Markdown's stands around. */
static void end_tag(struct walk *walk, const struct cvd_tag *tag)
{
	size_t spans = walk->leaf.open.len;

	for (size_t i = walk->tag_count; i > 0; i--) {
		if (walk->tag_spans[i - 1] + 1 != spans)
			return;
		if (walk->tags[i - 1]->style == tag->style) {
			close_tags(walk, i - 1);
			return;
		}
		spans--;
	}
}

static void add_inline_comment(struct walk *walk, cmark_node *node, struct cvd_str content)
{
	size_t words = 0;

	for (size_t i = 0; i < content.len && words < COMMENT_WORDS; i++)
		words += cvd_space_at(content, i) && i && !cvd_space_at(content, i - 1);
	if (words >= COMMENT_WORDS || cvd_str_find_char(content, '\n', 0) != SIZE_MAX)
		CVD_PUSH(walk->place.context->scratch, &walk->comments, node);
}

static void add_inline_html(struct walk *walk, cmark_node *node)
{
	struct cvd_outline_context *context = walk->place.context;
	struct cvd_html_scanner scanner = {.html = cvd_str_from(cmark_node_get_literal(node))};
	cmark_node *before = cmark_node_previous(node);
	struct cvd_html_token token;
	struct cvd_str target;

	if (!cvd_html_next(&scanner, &token))
		return;
	if (token.kind == CVD_HTML_COMMENT)
		add_inline_comment(walk, node, token.text);
	if (token.kind != CVD_HTML_START && token.kind != CVD_HTML_END)
		return;
	if (token.kind == CVD_HTML_START && before &&
	    cmark_node_get_type(before) == CMARK_NODE_HTML_INLINE &&
	    cvd_html_follows(cvd_str_from(cmark_node_get_literal(before)), token.text))
		cvd_leaf_space(&walk->leaf, ' ');
	switch (token.tag->action) {
	case CVD_TAG_SPAN:
		target = cvd_html_attribute(context->scratch, token.text, CVD_STR("href"));
		if (token.kind == CVD_HTML_END)
			end_tag(walk, token.tag);
		else if (!token.empty && (token.tag->style != CVD_SPAN_LINK || target.len))
			open_tag(walk, token.tag, target);
		break;
	case CVD_TAG_IMAGE:
		cvd_html_add_image(context, &walk->leaf, token.text);
		break;
	case CVD_TAG_BREAK:
		cvd_leaf_space(&walk->leaf, CVD_BREAK_HARD);
		break;
	case CVD_TAG_TRANSPARENT:
		break;
	default:
		cvd_leaf_space(&walk->leaf, ' ');
		break;
	}
}

static void open_span(struct walk *walk, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	int style = type == CMARK_NODE_STRONG ? CVD_SPAN_STRONG
		    : type == CMARK_NODE_EMPH ? CVD_SPAN_EMPHASIS
		    : type == CMARK_NODE_LINK ? CVD_SPAN_LINK
					      : CVD_SPAN_IMAGE;

	cvd_leaf_open(walk->place.context, &walk->leaf, style,
		      style == CVD_SPAN_LINK || style == CVD_SPAN_IMAGE
			      ? cvd_str_from(cmark_node_get_url(node))
			      : (struct cvd_str){0});
}

static void add_inline(struct walk *walk, cmark_node *node, bool entering)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		cvd_leaf_text(&walk->leaf, cvd_str_from(cmark_node_get_literal(node)));
		break;
	case CMARK_NODE_CODE:
		cvd_leaf_open(walk->place.context, &walk->leaf, CVD_SPAN_CODE, (struct cvd_str){0});
		cvd_leaf_text(&walk->leaf, cvd_str_from(cmark_node_get_literal(node)));
		cvd_leaf_close(&walk->leaf);
		break;
	case CMARK_NODE_SOFTBREAK:
		cvd_leaf_space(&walk->leaf, CVD_BREAK_SOFT);
		break;
	case CMARK_NODE_LINEBREAK:
		cvd_leaf_space(&walk->leaf, CVD_BREAK_HARD);
		break;
	case CMARK_NODE_HTML_INLINE:
		add_inline_html(walk, node);
		break;
	case CMARK_NODE_STRONG:
	case CMARK_NODE_EMPH:
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE:
		if (entering)
			open_span(walk, node);
		else
			close_span(walk);
		break;
	default:
		break;
	}
}

/* --- leaves ------------------------------------------------------------------------------------- */

static struct cvd_block *new_block(struct walk *walk, enum cvd_block_kind kind, cmark_node *node)
{
	const struct cvd_place *place = &walk->place;
	struct cvd_block *block =
		cvd_block_new(place->context, kind, number_of(place, cvd_place_first(place, node)),
			      number_of(place, cvd_place_end(place, node) - 1));

	block->parent = walk->open;
	return block;
}

/* cmark counts the line behind an underlined heading to it where a paragraph follows: the heading
 * ends with its underline, an ATX heading on its line. */
static void end_heading(const struct walk *walk, struct cvd_block *block, cmark_node *node)
{
	size_t first = cvd_place_first(&walk->place, node);
	struct cvd_str line = cvd_line_content(cvd_lines_at(walk->place.lines, first));
	uint32_t end = block->line;

	if (!line.len || line.ptr[0] != '#') {
		for (size_t i = 0; i < block->text.len; i++)
			end += block->text.ptr[i] == CVD_BREAK_SOFT ||
			       block->text.ptr[i] == CVD_BREAK_HARD;
		end++;
	}
	if (end < block->end_line)
		block->end_line = end;
}

static void append_comments(struct walk *walk, struct cvd_block *parent)
{
	struct cvd_place *place = &walk->place;

	for (size_t i = 0; i < walk->comments.len; i++) {
		cmark_node *node = walk->comments.items[i];
		struct cvd_html_scanner scanner = {
			.html = cvd_str_from(cmark_node_get_literal(node))};
		struct cvd_html_token token;

		cvd_html_next(&scanner, &token);
		cvd_outline_hide(place->context, parent, token.text,
				 number_of(place, cvd_place_first(place, node)));
	}
	walk->comments.len = 0;
}

static void begin_leaf(struct walk *walk, cmark_node *node)
{
	bool heading = cmark_node_get_type(node) == CMARK_NODE_HEADING;
	size_t first = cvd_place_first(&walk->place, node);
	struct cvd_str line = cvd_line_content(cvd_lines_at(walk->place.lines, first));
	struct cvd_block *block;

	if (walk->fills) {
		block = walk->fills[first];
		walk->open = block;
		return;
	}
	block = new_block(walk, heading ? CVD_BLOCK_HEADING : CVD_BLOCK_PARAGRAPH, node);
	if (heading)
		block->level = cmark_node_get_heading_level(node);
	else if (cvd_str_starts_with(line, CVD_STR("\\[^")))
		block->kind = CVD_BLOCK_FOOTNOTE;
	walk->open = block;
}

static void finish_leaf(struct walk *walk, cmark_node *node)
{
	struct cvd_block *block = walk->open, *parent = block->parent;
	bool nothing;

	walk->tag_count = 0;
	nothing = cvd_leaf_finish(walk->place.context, &walk->leaf, block);
	if (walk->fills) {
		walk->open = walk->place.parent;
		return;
	}
	walk->open = parent;
	if (block->kind == CVD_BLOCK_HEADING)
		end_heading(walk, block, node);
	if (!nothing)
		cvd_block_append(parent, block);
	append_comments(walk, parent);
}

/* --- shapes ------------------------------------------------------------------------------------- */

/* Reads the shape that begins at the node, if one does: the walk goes on behind it. */
static bool read_shape(struct walk *walk, cmark_node *node, cmark_iter *iter)
{
	typedef cmark_node *shape_fn(struct cvd_place *);
	static shape_fn *const shapes[] = {cvd_shape_definitions, cvd_shape_pipe_table,
					   cvd_shape_simple_table};

	if (walk->fills)
		return false;
	walk->place.node = node;
	walk->place.parent = walk->open;
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
		cmark_node *last = shapes[i](&walk->place);

		if (!last)
			continue;
		cmark_iter_reset(iter, last, CMARK_EVENT_EXIT);
		return true;
	}
	return false;
}

static struct cvd_str trim_lines(struct cvd_str text)
{
	while (text.len && (text.ptr[text.len - 1] == '\n' || text.ptr[text.len - 1] == ' '))
		text.len--;
	return text;
}

#define INDENTED_LINES 3

static bool ends_with_colon(struct cvd_str text)
{
	return text.len && text.ptr[text.len - 1] == ':';
}

/* A few lines of text below a heading, or a label with a colon, that were indented like code. */
static bool is_indented_text(const struct walk *walk, cmark_node *node)
{
	const struct cvd_block *above = walk->open->last_child;
	size_t first = cvd_place_first(&walk->place, node);
	struct cvd_str line = cvd_lines_at(walk->place.lines, first), text;
	size_t lines = 1;

	if (!above ||
	    (above->kind != CVD_BLOCK_HEADING &&
	     (above->kind != CVD_BLOCK_PARAGRAPH || !ends_with_colon(above->text))) ||
	    cvd_line_indent(line) < 4)
		return false;
	text = trim_lines(cvd_str_from(cmark_node_get_literal(node)));
	for (size_t i = 0; i < text.len; i++) {
		lines += text.ptr[i] == '\n';
		if (strchr(CODE_CHARACTERS, text.ptr[i]) || lines > INDENTED_LINES ||
		    (text.ptr[i] == '\n' && i && text.ptr[i - 1] == '\n'))
			return false;
	}
	return true;
}

static void add_html(struct walk *walk, cmark_node *node)
{
	walk->place.parent = walk->open;
	walk->place.node = node;
	cvd_outline_html(&walk->place, walk->html, cvd_str_from(cmark_node_get_literal(node)),
			 cvd_place_first(&walk->place, node));
}

/* HTML that goes on behind an empty line, and is indented as it is in what it stands in: a code block that
 * begins with the tag of a block, behind a block of HTML. */
static bool is_indented_html(const struct walk *walk, cmark_node *node, struct cvd_str text)
{
	struct cvd_str line = cvd_lines_at(walk->place.lines, cvd_place_first(&walk->place, node));
	struct cvd_html_scanner scanner = {.html = cvd_str_trim(text)};
	struct cvd_html_token token;

	if (walk->html->parent != walk->open || cvd_line_indent(line) < 4)
		return false;
	do {
		if (!cvd_html_next(&scanner, &token))
			return false;
	} while (token.kind == CVD_HTML_COMMENT ||
		 (token.kind == CVD_HTML_TEXT && cvd_line_is_blank(token.text)));
	return (token.kind == CVD_HTML_START || token.kind == CVD_HTML_END) &&
	       (token.tag->action == CVD_TAG_BLOCK || token.tag->action == CVD_TAG_OPENS);
}

static void add_code(struct walk *walk, cmark_node *node)
{
	struct cvd_place *place = &walk->place;
	struct cvd_str text = trim_lines(cvd_str_from(cmark_node_get_literal(node)));
	struct cvd_block *block;

	if (is_indented_html(walk, node, text)) {
		add_html(walk, node);
		return;
	}
	if (is_indented_text(walk, node)) {
		struct cvd_lines lines = {0};
		uint32_t number = number_of(place, cvd_place_first(place, node));

		for (size_t from = 0; from < text.len;) {
			size_t end = cvd_str_find_char(text, '\n', from);
			struct cvd_buf line = {0};

			end = end < text.len ? end : text.len;
			cvd_buf_add(&line, cvd_str_trim(cvd_str_sub(text, from, end)));
			if (end < text.len)
				cvd_buf_add(&line, CVD_STR("\\"));
			cvd_lines_add(place->context->scratch, &lines, cvd_buf_str(&line), number++);
			cvd_buf_free(&line);
			from = end + 1;
		}
		cvd_outline_parse(place->context, walk->open, &lines);
		return;
	}
	block = new_block(walk, CVD_BLOCK_CODE, node);
	block->text = cvd_arena_copy(place->context->texts, text);
	cvd_block_append(walk->open, block);
}

static void visit(struct walk *walk, cmark_node *node, bool entering, cmark_iter *iter)
{
	static const enum cvd_block_kind kinds[] = {[CMARK_NODE_BLOCK_QUOTE] = CVD_BLOCK_QUOTE,
						    [CMARK_NODE_LIST] = CVD_BLOCK_LIST,
						    [CMARK_NODE_ITEM] = CVD_BLOCK_ITEM};
	cmark_node_type type = cmark_node_get_type(node);
	struct cvd_block *block;

	switch (type) {
	case CMARK_NODE_DOCUMENT:
		break;
	case CMARK_NODE_BLOCK_QUOTE:
	case CMARK_NODE_LIST:
	case CMARK_NODE_ITEM:
		if (!entering) {
			walk->open = walk->open->parent;
			break;
		}
		block = new_block(walk, kinds[type], node);
		cvd_block_append(walk->open, block);
		walk->open = block;
		break;
	case CMARK_NODE_HEADING:
	case CMARK_NODE_PARAGRAPH:
		if (!entering)
			finish_leaf(walk, node);
		else if (!read_shape(walk, node, iter))
			begin_leaf(walk, node);
		break;
	case CMARK_NODE_CODE_BLOCK:
		if (!read_shape(walk, node, iter))
			add_code(walk, node);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		read_shape(walk, node, iter);
		break;
	case CMARK_NODE_HTML_BLOCK:
		add_html(walk, node);
		break;
	default:
		add_inline(walk, node, entering);
		break;
	}
}

/* --- parsing ------------------------------------------------------------------------------------- */

/* The definitions of links stand before a part that may use them, as long as that stays linear. */
static cmark_node *parse(struct cvd_outline_context *context, const struct cvd_lines *lines,
			 bool part, uint32_t *shift)
{
	struct cvd_str text = cvd_buf_str(&lines->text);
	cmark_parser *parser;

	*shift = 0;
	parser = cmark_parser_new_with_mem(CMARK_OPT_SOURCEPOS, cvd_cmark_memory());
	if (context->references.len && context->reference_budget >= context->references.len &&
	    part && cvd_str_find_char(text, '[', 0) != SIZE_MAX) {
		context->reference_budget -= context->references.len;
		cmark_parser_feed(parser, context->references.ptr, context->references.len);
		*shift = context->reference_lines;
	}
	if (text.len)
		cmark_parser_feed(parser, text.ptr, text.len);
	return cmark_parser_finish(parser);
}

static void run(struct cvd_outline_context *context, struct cvd_block *parent,
		const struct cvd_lines *lines, struct cvd_block **fills)
{
	struct walk walk = {.place = {.context = context,
				      .lines = lines,
				      .parent = parent,
				      .defines = cvd_lines_may_define(lines),
				      .pipes = cvd_str_find_char(cvd_buf_str(&lines->text), '|',
								 0) != SIZE_MAX},
			    .fills = fills,
			    .open = parent};
	struct cvd_arena memory = {0}, *before = cvd_cmark_memory_use(&memory);
	cmark_node *tree = parse(context, lines, fills || context->depth > 1, &walk.place.shift);
	cmark_iter *iter = cmark_iter_new(tree);
	struct cvd_html_state html = {0};
	cmark_event_type event;

	walk.html = &html;
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE)
		visit(&walk, cmark_iter_get_node(iter), event == CMARK_EVENT_ENTER, iter);
	cvd_cmark_memory_use(before);
	cvd_arena_free(&memory);
	cvd_buf_free(&walk.leaf.text);
}

/* Too deep to be parsed: one paragraph. */
static void add_plain(struct cvd_outline_context *context, struct cvd_block *parent,
		      const struct cvd_lines *lines)
{
	struct cvd_leaf leaf = {0};
	struct cvd_block *block;

	if (!lines->starts.len)
		return;
	block = cvd_block_new(context, CVD_BLOCK_PARAGRAPH, lines->numbers.items[0],
			      lines->numbers.items[lines->numbers.len - 1]);
	for (size_t i = 0; i < lines->starts.len; i++) {
		cvd_leaf_space(&leaf, CVD_BREAK_SOFT);
		cvd_leaf_text(&leaf, cvd_lines_at(lines, i));
	}
	cvd_leaf_finish(context, &leaf, block);
	if (block->text.len)
		cvd_block_append(parent, block);
	cvd_buf_free(&leaf.text);
}

void cvd_outline_parse(struct cvd_outline_context *context, struct cvd_block *parent,
		       struct cvd_lines *lines)
{
	struct cvd_lines prepared = {0};

	if (context->depth > CVD_OUTLINE_DEPTH) {
		add_plain(context, parent, lines);
		cvd_lines_free(lines);
		return;
	}
	cvd_prepare_lines(context, lines, &prepared);
	context->depth++;
	run(context, parent, &prepared, NULL);
	context->depth--;
	cvd_lines_free(&prepared);
	cvd_lines_free(lines);
}

/* An ATX heading holds what stands on one line, whatever it begins with; a second `#` closes it. */
void cvd_outline_fill_line(struct cvd_outline_context *context, struct cvd_lines *lines,
			   struct cvd_str text, uint32_t number)
{
	struct cvd_buf line = {0};

	cvd_buf_add(&line, CVD_STR("# "));
	cvd_buf_add(&line, text);
	cvd_buf_add(&line, CVD_STR(" #"));
	cvd_lines_add(context->scratch, lines, cvd_buf_str(&line), number);
	cvd_buf_free(&line);
}

void cvd_outline_fill(struct cvd_outline_context *context, struct cvd_block **blocks,
		      struct cvd_lines *lines)
{
	run(context, NULL, lines, blocks);
	cvd_lines_free(lines);
}

/* The content without the white space that all its lines but the first begin with. */
void cvd_outline_hide(struct cvd_outline_context *context, struct cvd_block *parent,
		      struct cvd_str content, uint32_t line)
{
	struct cvd_block *hidden = cvd_block_new(context, CVD_BLOCK_HIDDEN, line, line);
	struct cvd_lines lines = {0};
	size_t indent = SIZE_MAX;

	for (int pass = 0; pass < 2; pass++) {
		uint32_t number = line;

		for (size_t from = 0, to; from <= content.len; from = to + 1, number++) {
			struct cvd_str text;

			to = cvd_str_find_char(content, '\n', from);
			to = to == SIZE_MAX ? content.len : to;
			text = cvd_str_sub(content, from, to);
			if (pass)
				cvd_lines_add(context->scratch, &lines,
					      from ? cvd_line_strip(text, indent)
						   : cvd_line_content(text),
					      number);
			else if (from && !cvd_line_is_blank(text) && cvd_line_indent(text) < indent)
				indent = cvd_line_indent(text);
			hidden->end_line = number;
		}
		indent = indent == SIZE_MAX ? 0 : indent;
	}
	cvd_block_append(parent, hidden);
	cvd_outline_parse(context, hidden, &lines);
}
