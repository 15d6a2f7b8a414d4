/*
 * The steps of building: each makes the nodes of one kind of block. Titles and statements keep their
 * links; a line of technologies is a group of skills; a table's row gives what no field took. Linear in
 * the block.
 */
#include "build.h"

#include "base/buf.h"
#include "base/text.h"

#include <string.h>

#define MARKUP (CVD_SPAN_STRONG | CVD_SPAN_EMPHASIS | CVD_SPAN_CODE)
/* A line of technologies without a label or a separator, where another one has been seen. */
#define BARE_WORDS 3
/* Words in front of the colon of a label. */
#define LABEL_BYTES 80

/* --- what is open ------------------------------------------------------------------------------- */

struct cvd_node *cvd_build_innermost(const struct cvd_builder *builder)
{
	for (int level = CVD_MAX_LEVEL; level > 0; level--)
		if (builder->open[level])
			return builder->open[level];
	if (builder->entry)
		return builder->entry;
	return builder->section ? builder->section : builder->reader->doc->root;
}

static void add_open(struct cvd_open_nodes *open, struct cvd_node *node)
{
	for (size_t i = 0; i < open->count; i++)
		if (open->nodes[i] == node)
			return;
	if (!node || open->count == CVD_OPEN_NODES)
		return;
	open->nodes[open->count] = node;
	open->last_children[open->count++] = node->last_child;
}

struct cvd_open_nodes cvd_build_open_nodes(const struct cvd_builder *builder,
					   const struct cvd_block *block)
{
	struct cvd_open_nodes open = {0};

	add_open(&open, builder->reader->doc->root);
	add_open(&open, builder->section);
	add_open(&open, builder->entry);
	for (int level = 1; level <= CVD_MAX_LEVEL; level++)
		add_open(&open, builder->open[level]);
	for (; block; block = block->parent)
		if (block->kind == CVD_BLOCK_ITEM)
			add_open(&open, block->node);
	return open;
}

void cvd_build_close(struct cvd_builder *builder, int level)
{
	for (int above = level; above <= CVD_MAX_LEVEL; above++)
		builder->open[above] = NULL;
}

/* --- titles ------------------------------------------------------------------------------------- */

/* Bytes of a label in front of the title that says no more than its kind (`Project: Tidewatch`), with
 * the space behind it; 0 if there is none. */
static size_t label_of_group(struct cvd_builder *builder, struct cvd_str text)
{
	size_t colon = cvd_str_find_char(cvd_str_sub(text, 0, LABEL_BYTES), ':', 0);

	if (colon == SIZE_MAX || colon + 1 >= text.len ||
	    !cvd_reader_is_space(text.ptr[colon + 1]) ||
	    cvd_lexicon_label(builder->reader->scratch, cvd_str_sub(text, 0, colon)) !=
		    CVD_LABEL_PROJECT)
		return 0;
	return colon + 2;
}

void cvd_build_title(struct cvd_builder *builder, struct cvd_node *node,
		     const struct cvd_block *block)
{
	struct cvd_document *doc = builder->reader->doc;
	struct cvd_value *title = cvd_node_field(doc, node, CVD_TITLE);
	size_t from = node->kind == CVD_GROUP ? label_of_group(builder, block->text) : 0;

	if (from)
		CVD_PUSH(&doc->arena, &doc->layout,
			 (struct cvd_layout_word){cvd_str_sub(block->text, 0, from - 2), node});
	title->present = block->text.len > 0;
	title->text =
		cvd_str_trim(cvd_reader_flatten(cvd_str_sub(block->text, from, block->text.len)));
	if (node->kind == CVD_GROUP && cvd_str_ends_with(title->text, CVD_STR(":")))
		title->text.len--;
	else if (node->kind == CVD_GROUP && cvd_str_ends_with(title->text, CVD_STR("：")))
		title->text.len -= strlen("：");
	for (uint32_t i = 0; i < block->span_count; i++) {
		const struct cvd_span *span = &block->spans[i];
		struct cvd_value *url = cvd_node_field(doc, node, CVD_URL);

		if (!(span->style & (CVD_SPAN_LINK | CVD_SPAN_IMAGE)) || !span->target.len ||
		    url->present ||
		    cvd_reader_repeats(cvd_str_sub(block->text, span->start, span->start + span->len),
				       span->target))
			continue;
		url->present = true;
		url->norm = span->target;
	}
	cvd_reader_set_lines(builder->reader, node, block->line, block->end_line);
}

void cvd_build_group(struct cvd_builder *builder, const struct cvd_block *block, int level)
{
	struct cvd_node *group;

	cvd_build_close(builder, level);
	group = cvd_node_add(builder->reader->doc, cvd_build_innermost(builder), CVD_GROUP);
	builder->open[level] = group;
	cvd_build_title(builder, group, block);
}

/* --- statements --------------------------------------------------------------------------------- */

struct cvd_node *cvd_build_statement(struct cvd_builder *builder, struct cvd_node *parent,
				     enum cvd_kind kind, const struct cvd_block *block, size_t from)
{
	return cvd_build_statement_part(builder, parent, kind, block, from, block->text.len);
}

struct cvd_node *cvd_build_statement_part(struct cvd_builder *builder, struct cvd_node *parent,
					  enum cvd_kind kind, const struct cvd_block *block,
					  size_t from, size_t to)
{
	struct cvd_node *node = cvd_node_add(builder->reader->doc, parent, kind);
	uint32_t line = from ? cvd_reader_line_at(block, from) : block->line;

	cvd_reader_set_text(builder->reader, node, block, from, to);
	cvd_reader_set_lines(builder->reader, node, line, block->end_line);
	if (from && line == cvd_reader_line_at(block, from - 1))
		node->source = node->text; /* it shares its first line with a header */
	return node;
}

bool cvd_build_is_image(const struct cvd_block *block)
{
	uint32_t covered = 0;

	for (uint32_t i = 0; i < block->span_count; i++)
		if ((block->spans[i].style & CVD_SPAN_IMAGE) && block->spans[i].start <= covered + 1)
			covered = block->spans[i].start + block->spans[i].len;
		else if (!(block->spans[i].style & CVD_SPAN_LINK))
			return false;
	return block->span_count && covered >= block->text.len;
}

bool cvd_build_ends_sentence(struct cvd_str text)
{
	static const char *const stops[] = {".", "!", "?", ";", ",", "。", "！", "？"};

	for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
		if (cvd_str_ends_with(text, cvd_str_from(stops[i])))
			return true;
	return false;
}

/* --- technologies ------------------------------------------------------------------------------- */

/* Code from the byte on, with nothing but separators between. */
static bool is_code_from(const struct cvd_block *block, size_t from)
{
	size_t covered = from, codes = 0;

	for (uint32_t i = 0; i < block->span_count; i++) {
		const struct cvd_span *span = &block->spans[i];

		if (!(span->style & CVD_SPAN_CODE) || span->start < covered)
			continue;
		for (; covered < span->start; covered++)
			if (!strchr(" ,|/;\n\r", block->text.ptr[covered]) &&
			    !cvd_reader_mark_at(block->text, covered))
				return false;
		covered = span->start + span->len;
		codes++;
	}
	while (covered < block->text.len && cvd_reader_is_space(block->text.ptr[covered]))
		covered++;
	return codes && covered >= block->text.len;
}

/* `Stack: …`; behind any label, `Backend: …`, code and nothing else. */
static bool is_labelled_technology(struct cvd_builder *builder, const struct cvd_block *block)
{
	static const char *const colons[] = {":", "："};
	struct cvd_str start = cvd_str_sub(block->text, 0, LABEL_BYTES);

	for (size_t i = 0; i < sizeof colons / sizeof *colons; i++) {
		size_t at = cvd_str_find(start, cvd_str_from(colons[i]), 0);
		enum cvd_label label;

		if (at == SIZE_MAX ||
		    !cvd_str_trim(cvd_str_sub(block->text, at + strlen(colons[i]), block->text.len))
			     .len)
			continue;
		label = cvd_lexicon_label(builder->reader->scratch,
					  cvd_str_trim(cvd_str_sub(start, 0, at)));
		if (label == CVD_LABEL_SKILLS || label == CVD_LABEL_LANGUAGES ||
		    is_code_from(block, at + strlen(colons[i])))
			return true;
	}
	return false;
}

/* All of it from the byte on is emphasised, code, or quoted. */
static bool is_set_apart(const struct cvd_block *block, size_t from)
{
	uint32_t covered = (uint32_t)from;

	if (block->parent->kind == CVD_BLOCK_QUOTE)
		return true;
	for (uint32_t i = 0; i < block->span_count; i++) {
		const struct cvd_span *span = &block->spans[i];

		if (!(span->style & (CVD_SPAN_EMPHASIS | CVD_SPAN_CODE)) || span->start < from)
			continue;
		for (; covered < span->start; covered++)
			if (!strchr(" ,|\n\r/;", block->text.ptr[covered]) &&
			    (unsigned char)block->text.ptr[covered] < 0x80)
				return false;
		covered = span->start + span->len > covered ? span->start + span->len : covered;
	}
	return covered > from && covered >= block->text.len;
}

static bool has_separator(const struct cvd_block *block, size_t from)
{
	size_t codes = 0;

	for (size_t at = from; at < block->text.len; at++)
		if (block->text.ptr[at] == ',' || cvd_reader_mark_at(block->text, at))
			return true;
	for (uint32_t i = 0; i < block->span_count; i++)
		codes += block->spans[i].style == CVD_SPAN_CODE && block->spans[i].start >= from;
	return codes > 1;
}

bool cvd_build_technology(struct cvd_builder *builder, struct cvd_node *parent,
			  const struct cvd_block *block, uint32_t line)
{
	if (is_labelled_technology(builder, block))
		return cvd_skills_add(builder->reader, parent, CVD_SKILL, block, line);
	if (!is_set_apart(block, 0) || cvd_build_ends_sentence(block->text))
		return false;
	if (!has_separator(block, 0) &&
	    !(builder->bare_technology && cvd_reader_count_words(block->text) <= BARE_WORDS))
		return false;
	if (!cvd_skills_add(builder->reader, parent, CVD_SKILL, block, line))
		return false;
	builder->bare_technology = true;
	return true;
}

/* Keywords of the last item of several: parts that have as many words, and nothing parts but commas. */
#define LAST_PARTS 3
#define LAST_WORDS 3

bool cvd_build_technology_last(struct cvd_builder *builder, struct cvd_node *parent,
			       const struct cvd_block *item)
{
	const struct cvd_block *block = item->first_child;
	size_t parts = 0, from = 0, depth = 0;
	struct cvd_str text = cvd_str_trim(block->text);

	text.len -= cvd_str_ends_with(text, CVD_STR(","));
	if ((builder->type != CVD_SECTION_WORK && builder->type != CVD_SECTION_PROJECTS) ||
	    item->next || item->parent->first_child == item ||
	    item->parent->parent->kind == CVD_BLOCK_ROOT || cvd_build_ends_sentence(text))
		return false;
	for (size_t at = 0; at <= text.len; at++) {
		if (at < text.len && text.ptr[at] == ':')
			return false;
		depth += at < text.len && text.ptr[at] == '(';
		depth -= at < text.len && text.ptr[at] == ')' && depth;
		if (at < text.len && (text.ptr[at] != ',' || depth))
			continue;
		if (cvd_reader_count_words(cvd_str_sub(text, from, at)) > LAST_WORDS)
			return false;
		parts++;
		from = at + 1;
	}
	return parts >= LAST_PARTS &&
	       cvd_skills_add(builder->reader, parent, CVD_SKILL, block, item->line);
}

bool cvd_build_technology_from(struct cvd_builder *builder, struct cvd_node *parent,
			       const struct cvd_block *block, size_t from)
{
	return is_set_apart(block, from) && has_separator(block, from) &&
	       !cvd_build_ends_sentence(block->text) &&
	       cvd_skills_add_part(builder->reader, parent, CVD_SKILL, block, from, block->text.len,
				   cvd_reader_line_at(block, from));
}

/* --- tables ------------------------------------------------------------------------------------- */

/* A line of a cell: `• Did this`. */
static void add_line(struct cvd_builder *builder, struct cvd_node *parent, enum cvd_kind kind,
		     const struct cvd_block *cell, size_t from, size_t to)
{
	struct cvd_node *node;

	while (from < to && cvd_reader_is_space(cell->text.ptr[from]))
		from++;
	if (from == to)
		return;
	node = cvd_node_add(builder->reader->doc, parent, kind);
	cvd_reader_set_text(builder->reader, node, cell, from, to);
	node->source = node->text;
	node->line = node->end_line = cell->line;
}

size_t cvd_build_bullet_mark(struct cvd_str line)
{
	static const char *const marks[] = {"•", "・", "◦", "▪", "‣", "- ", "– ", "* ", "·", "●"};

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (cvd_str_starts_with(line, cvd_str_from(marks[i])))
			return strlen(marks[i]);
	return 0;
}

static bool is_strong(const struct cvd_block *cell, size_t from, size_t to)
{
	for (uint32_t i = 0; i < cell->span_count; i++)
		if ((cell->spans[i].style & CVD_SPAN_STRONG) && cell->spans[i].start <= from &&
		    cell->spans[i].start + cell->spans[i].len >= to)
			return true;
	return false;
}

/* The lines of the cell: bullets, where they have marks or are many; a strong one names those below. */
static void add_cell(struct cvd_builder *builder, const struct cvd_block *cell)
{
	struct cvd_str text = cell->text;
	struct cvd_node *parent = builder->entry;

	for (size_t from = 0, end; from < text.len; from = end + 1) {
		struct cvd_str line;
		size_t mark;

		for (end = from; end < text.len && text.ptr[end] != CVD_BREAK_HARD; end++)
			;
		line = cvd_str_sub(text, from, end);
		mark = cvd_build_bullet_mark(line);
		if (!mark && end < text.len && line.len && is_strong(cell, from, end)) {
			struct cvd_value *title;

			parent = cvd_node_add(builder->reader->doc, builder->entry, CVD_GROUP);
			title = cvd_node_field(builder->reader->doc, parent, CVD_TITLE);
			title->present = true;
			title->text = cvd_str_trim(cvd_reader_flatten(line));
			parent->source = title->text;
			parent->line = parent->end_line = cell->line;
			continue;
		}
		add_line(builder, parent,
			 mark || (from > 0 || end < text.len) ? CVD_BULLET : CVD_PARAGRAPH, cell,
			 from + mark, end);
	}
}

void cvd_build_cells(struct cvd_builder *builder, const struct cvd_block *row)
{
	for (struct cvd_block *cell = row->first_child; cell; cell = cell->next)
		if (cell->part == CVD_PART_NONE && cell->text.len &&
		    !cvd_build_technology(builder, builder->entry, cell, cell->line))
			add_cell(builder, cell);
}

void cvd_build_layout_row(struct cvd_builder *builder, const struct cvd_block *row)
{
	struct cvd_document *doc = builder->reader->doc;

	for (const struct cvd_block *cell = row->first_child; cell && !builder->hidden;
	     cell = cell->next)
		if (cell->text.len)
			CVD_PUSH(&doc->arena, &doc->layout,
				 (struct cvd_layout_word){cell->text, doc->root});
}

void cvd_build_table(struct cvd_builder *builder, struct cvd_node *parent,
		     const struct cvd_block *table)
{
	for (const struct cvd_block *row = table->first_child; row; row = row->next) {
		struct cvd_buf text = {0};
		struct cvd_node *node;

		for (const struct cvd_block *cell = row->first_child; cell; cell = cell->next) {
			if (!cell->text.len)
				continue;
			if (text.len)
				cvd_buf_add(&text, CVD_STR(" | "));
			cvd_buf_add(&text, cell->text);
		}
		if (text.len) {
			node = cvd_node_add(builder->reader->doc, parent, CVD_BLOCK);
			node->form = CVD_FORM_ROW;
			node->text = cvd_reader_flatten(
				cvd_arena_copy(&builder->reader->doc->arena, cvd_buf_str(&text)));
			cvd_reader_set_lines(builder->reader, node, row->line, row->end_line);
		}
		cvd_buf_free(&text);
	}
}

/* --- an entry once more --------------------------------------------------------------------------- */

void cvd_build_again(struct cvd_builder *builder, const struct cvd_block *block)
{
	cvd_build_close(builder, 1);
	builder->entry = block->header->node;
	builder->entry_block = block;
	CVD_PUSH(&builder->reader->doc->arena, &builder->reader->doc->layout,
		 (struct cvd_layout_word){block->text, builder->entry});
}
