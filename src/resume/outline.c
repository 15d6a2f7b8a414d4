/*
 * The outline of a file: its lines are found, front matter is cut off before cmark sees it (cmark would
 * read its closing rule as a heading's underline), and the rest is parsed (outline_walk.c). Definitions
 * of links are gathered once, because a part that is parsed again may use them. Linear.
 */
#include "outline.h"

#include "front_matter.h"
#include "outline_parts.h"

/* Parsing the definitions of links again may cost so many times the file. */
#define REFERENCE_COST 16
#define REFERENCE_BYTES 65536

/* --- lines ------------------------------------------------------------------------------------- */

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

/* --- definitions of links ------------------------------------------------------------------------ */

/* `[label]: target`, perhaps with a title, on one line. */
static bool is_reference(struct cvd_str line)
{
	struct cvd_str content = cvd_line_content(line);
	size_t end;

	if (!content.len || content.ptr[0] != '[' || cvd_line_indent(line) > 3)
		return false;
	end = cvd_str_find(content, CVD_STR("]:"), 0);
	return end != SIZE_MAX && end > 1 && content.ptr[1] != '^';
}

/* Only where CommonMark reads all of them as definitions do they stand before a part of the file. */
static void find_references(struct cvd_outline_context *context, const struct cvd_lines *lines)
{
	struct cvd_buf references = {0};
	cmark_node *tree;

	for (size_t i = 0; i < lines->starts.len; i++) {
		struct cvd_str line = cvd_lines_at(lines, i);

		if (!is_reference(line))
			continue;
		cvd_buf_add(&references, line);
		cvd_buf_add(&references, CVD_STR("\n\n"));
		context->reference_lines += 2;
	}
	if (!references.len)
		return;
	tree = cmark_parse_document(references.ptr, references.len, CMARK_OPT_DEFAULT);
	if (!cmark_node_first_child(tree))
		context->references = cvd_arena_copy(context->scratch, cvd_buf_str(&references));
	cmark_node_free(tree);
	cvd_buf_free(&references);
}

/* --- items that hold sections ------------------------------------------------------------------------ */

/* Each item begins with a heading, and there are several: `- ## Experience` with all that follows. */
static bool holds_sections(const struct cvd_block *list)
{
	size_t headings = 0;

	if (list->kind != CVD_BLOCK_LIST)
		return false;
	for (const struct cvd_block *item = list->first_child; item; item = item->next) {
		if (!item->first_child || item->first_child->kind != CVD_BLOCK_HEADING)
			return false;
		for (const struct cvd_block *block = item->first_child; block; block = block->next)
			headings += block->kind == CVD_BLOCK_HEADING;
	}
	return headings > 1;
}

static void append(struct cvd_block *parent, struct cvd_block *block)
{
	block->parent = parent;
	block->next = NULL;
	if (parent->last_child)
		parent->last_child->next = block;
	else
		parent->first_child = block;
	parent->last_child = block;
}

/* What stands in such items stands in their place. */
static void unwrap_items(struct cvd_block *root)
{
	struct cvd_block *blocks = root->first_child, *next;

	root->first_child = root->last_child = NULL;
	for (struct cvd_block *block = blocks; block; block = next) {
		next = block->next;
		if (!holds_sections(block)) {
			append(root, block);
			continue;
		}
		for (struct cvd_block *item = block->first_child; item; item = item->next)
			for (struct cvd_block *child = item->first_child, *after; child;
			     child = after) {
				after = child->next;
				append(root, child);
			}
	}
}

/* --- all ------------------------------------------------------------------------------------------ */

enum cvd_status cvd_outline_read(struct cvd_arena *texts, struct cvd_arena *scratch,
				 struct cvd_str source, struct cvd_outline *outline,
				 struct cvd_error *error)
{
	struct cvd_outline_context context = {.texts = texts,
					      .scratch = scratch,
					      .outline = outline,
					      .reference_budget = REFERENCE_COST * source.len +
								  REFERENCE_BYTES};
	struct cvd_lines lines = {0};
	uint32_t skipped;
	bool toml;

	(void)error;
	find_lines(scratch, source, outline);
	outline->front = NULL;
	outline->front_count = 0;
	skipped = cvd_front_matter_lines(outline, source, &toml);
	if (skipped > 2 && !toml)
		cvd_front_matter_read(texts, scratch,
				      cvd_outline_source(outline, source, 2, skipped - 1), 2,
				      outline);
	outline->body_line = skipped + 1;
	outline->root = CVD_NEW(scratch, struct cvd_block);
	for (uint32_t line = skipped + 1; line <= outline->line_count; line++)
		cvd_lines_add(scratch, &lines, cvd_outline_source(outline, source, line, line),
			      line);
	find_references(&context, &lines);
	cvd_outline_parse(&context, outline->root, &lines);
	unwrap_items(outline->root);
	return CVD_OK;
}
