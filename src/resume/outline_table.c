/*
 * Tables, from the lines of what cmark took for paragraphs, code and rules.
 *
 * A pipe table (GFM, 4.10) is a line of cells above a delimiter row; every line of the paragraph below
 * is a row, and lines above stay text. A simple table of pandoc has a line of dashes in columns below
 * its heads, or above and below its rows; a cell runs from where its dashes begin to where the next
 * ones do, and a word that stands across the border stays whole. The cells of a table are parsed in
 * one go, a line each, so that a span cannot leave its cell. Linear.
 */
#include "outline_parts.h"

#include "base/text.h"

#include <string.h>

#define COLUMN_LIMIT 64

struct table {
	struct cvd_place *place;
	struct cvd_block *block;
	struct cvd_lines lines; /* one per cell */
	CVD_ARRAY(struct cvd_block *) cells;
};

static uint32_t number_of(const struct cvd_place *place, size_t index)
{
	return place->lines->numbers.items[index];
}

static struct table begin_table(struct cvd_place *place, size_t first, size_t end)
{
	struct table table = {.place = place};

	table.block = cvd_block_new(place->context, CVD_BLOCK_TABLE, number_of(place, first),
				    number_of(place, end - 1));
	cvd_block_append(place->parent, table.block);
	return table;
}

static struct cvd_block *add_row(struct table *table, size_t index, bool head)
{
	uint32_t number = number_of(table->place, index);
	struct cvd_block *row = cvd_block_new(table->place->context, CVD_BLOCK_ROW, number, number);

	row->level = head;
	cvd_block_append(table->block, row);
	return row;
}

static void add_cell(struct table *table, struct cvd_block *row, struct cvd_str text)
{
	struct cvd_outline_context *context = table->place->context;
	struct cvd_block *cell = cvd_block_new(context, CVD_BLOCK_CELL, row->line, row->line);

	cvd_block_append(row, cell);
	CVD_PUSH(context->scratch, &table->cells, cell);
	cvd_outline_fill_line(context, &table->lines, cvd_str_trim(text), row->line);
}

/* A head that says nothing is no row. */
static void end_table(struct table *table)
{
	struct cvd_block *head = table->block->first_child, *cell;

	cvd_outline_fill(table->place->context, table->cells.items, &table->lines);
	if (!head || !head->level || !head->next)
		return;
	for (cell = head->first_child; cell && !cell->text.len && !cell->span_count;)
		cell = cell->next;
	if (!cell)
		table->block->first_child = head->next;
}

/* --- pipe tables ------------------------------------------------------------------------------------ */

/* Dashes, colons, pipes and spaces, with at least one pipe or colon beside the dashes. */
static bool is_delimiter_row(struct cvd_str line)
{
	bool dash = false, mark = false;

	for (size_t i = 0; i < line.len; i++) {
		char c = line.ptr[i];

		dash = dash || c == '-';
		mark = mark || c == '|' || c == ':';
		if (!strchr("-|: \t", c))
			return false;
	}
	return dash && mark;
}

static bool has_pipe(struct cvd_str line)
{
	for (size_t at = cvd_str_find_char(line, '|', 0); at != SIZE_MAX;
	     at = cvd_str_find_char(line, '|', at + 1))
		if (!at || line.ptr[at - 1] != '\\')
			return true;
	return false;
}

/* Index of the delimiter row in [first, end), or SIZE_MAX; `end` if the first byte of no line fits. */
static size_t find_delimiter_row(const struct cvd_place *place, size_t first, size_t end)
{
	for (size_t at = first + 1; at < end; at++) {
		struct cvd_str line = cvd_place_line(place, at), head;

		line = cvd_line_content(line);
		if (!line.len || !strchr("|-:", line.ptr[0]) || !is_delimiter_row(line))
			continue;
		head = cvd_place_line(place, at - 1);
		if (has_pipe(head) && !is_delimiter_row(cvd_line_content(head)))
			return at;
	}
	return SIZE_MAX;
}

/* The text up to the next pipe that no backslash stands before; moves `at` behind it. */
static struct cvd_str next_cell(struct cvd_buf *cell, struct cvd_str line, size_t *at)
{
	cell->len = 0;
	for (; *at < line.len && line.ptr[*at] != '|'; ++*at) {
		if (line.ptr[*at] == '\\' && *at + 1 < line.len && line.ptr[*at + 1] == '|')
			++*at;
		cvd_buf_put(cell, line.ptr[*at]);
	}
	++*at;
	return cvd_str_trim(cvd_buf_str(cell));
}

static bool is_empty_row(struct cvd_str line)
{
	for (size_t i = 0; i < line.len; i++)
		if (!strchr("| \t", line.ptr[i]))
			return false;
	return true;
}

static bool is_underline(struct cvd_str line)
{
	for (size_t i = 0; i < line.len; i++)
		if (!strchr("-= \t\r", line.ptr[i]))
			return false;
	return cvd_str_trim(line).len > 0;
}

/* The underline of what cmark took for a heading is a rule below the table; cmark may count the line behind
 * it, too. */
static size_t end_before_rule(const struct cvd_place *place, size_t first, size_t end)
{
	if (end > first && !is_underline(cvd_place_line(place, end - 1)))
		end--;
	if (end > first && is_underline(cvd_place_line(place, end - 1)))
		end--;
	return end;
}

static void add_pipe_row(struct table *table, size_t index, bool head)
{
	struct cvd_str line = cvd_str_trim(cvd_place_line(table->place, index));
	struct cvd_block *row;
	struct cvd_buf cell = {0};
	size_t at = 0;

	if (is_empty_row(line) || (!head && is_delimiter_row(line)))
		return;
	row = add_row(table, index, head);
	at += line.ptr[0] == '|';
	while (at < line.len)
		add_cell(table, row, next_cell(&cell, line, &at));
	cvd_buf_free(&cell);
}

cmark_node *cvd_shape_pipe_table(struct cvd_place *place)
{
	cmark_node_type type = cmark_node_get_type(place->node);
	size_t first, end, delimiter;
	struct table table;

	if (!place->pipes || (type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING))
		return NULL;
	first = cvd_place_first(place, place->node);
	end = cvd_place_end(place, place->node);
	delimiter = find_delimiter_row(place, first, end);
	if (delimiter == SIZE_MAX)
		return NULL;
	if (type == CMARK_NODE_HEADING)
		end = end_before_rule(place, delimiter + 1, end);
	if (delimiter - 1 > first)
		cvd_place_parse(place, first, delimiter - 1);
	table = begin_table(place, delimiter - 1, end);
	add_pipe_row(&table, delimiter - 1, true);
	for (size_t at = delimiter + 1; at < end; at++)
		add_pipe_row(&table, at, false);
	end_table(&table);
	return place->node;
}

/* --- simple tables ---------------------------------------------------------------------------------- */

struct columns {
	size_t count;
	size_t starts[COLUMN_LIMIT]; /* in columns of a terminal */
};

/* Two or more runs of dashes with spaces between. */
static bool find_columns(struct cvd_str line, struct columns *columns)
{
	size_t run = 0;

	columns->count = 0;
	for (size_t at = 0; at <= line.len; at++) {
		char c = at < line.len ? line.ptr[at] : ' ';

		if (c == '-') {
			if (!run++ && columns->count < COLUMN_LIMIT)
				columns->starts[columns->count++] = at;
			continue;
		}
		if (c != ' ' || run == 1)
			return false;
		run = 0;
	}
	return columns->count > 1;
}

static size_t next_character(struct cvd_str line, size_t at, size_t *width)
{
	size_t from = at;

	cvd_utf8_next(line, &at);
	*width += at == from + 1 ? 1 : cvd_text_width(cvd_str_sub(line, from, at));
	return at;
}

/* The byte where the row's column begins; moved behind a word that stands across the border. */
static size_t border(struct cvd_str line, size_t from, size_t *width, size_t column)
{
	size_t at = from;

	while (at < line.len && *width < column)
		at = next_character(line, at, width);
	while (at > from && at < line.len && line.ptr[at - 1] != ' ' && line.ptr[at] != ' ')
		at = next_character(line, at, width);
	return at;
}

static size_t add_simple_row(struct table *table, const struct columns *columns, size_t index,
			     bool head)
{
	struct cvd_str line = cvd_lines_at(table->place->lines, index);
	struct cvd_block *row = add_row(table, index, head);
	size_t from = 0, width = 0, filled = 0;

	for (size_t i = 1; i <= columns->count; i++) {
		size_t to = i == columns->count ? line.len
						: border(line, from, &width, columns->starts[i]);
		struct cvd_str text = cvd_str_sub(line, from, to);

		filled += !cvd_line_is_blank(text);
		add_cell(table, row, text);
		from = to;
	}
	return filled;
}

/* How many cells of the line would be filled. */
static bool fills_columns(struct cvd_str line, const struct columns *columns)
{
	size_t width = 0, at;

	at = border(line, 0, &width, columns->starts[1]);
	return !cvd_line_is_blank(cvd_str_sub(line, 0, at)) &&
	       !cvd_line_is_blank(cvd_str_sub(line, at, line.len));
}

struct simple_table {
	size_t head;              /* SIZE_MAX: none */
	size_t rows, end, behind; /* the rows, and where the text goes on */
	struct columns columns;
};

/* Looks at the lines around the dashes on line `dashes`. */
static bool find_simple_table(const struct cvd_lines *lines, size_t first, size_t dashes,
			      struct simple_table *found)
{
	struct columns ignored;
	bool fills = false, closed = false;

	if (!find_columns(cvd_lines_at(lines, dashes), &found->columns))
		return false;
	found->head = dashes > first ? dashes - 1 : SIZE_MAX;
	found->rows = found->end = dashes + 1;
	for (; found->end < lines->starts.len; found->end++) {
		struct cvd_str line = cvd_lines_at(lines, found->end);

		closed = find_columns(line, &ignored);
		if (closed || cvd_line_is_blank(line))
			break;
		fills = fills || fills_columns(line, &found->columns);
	}
	found->behind = found->end + closed;
	return fills && (closed || found->head != SIZE_MAX);
}

static void add_simple_table(struct cvd_place *place, const struct simple_table *found)
{
	struct table table = begin_table(
		place, found->head == SIZE_MAX ? found->rows - 1 : found->head, found->behind);

	if (found->head != SIZE_MAX)
		add_simple_row(&table, &found->columns, found->head, true);
	for (size_t at = found->rows; at < found->end; at++)
		add_simple_row(&table, &found->columns, at, false);
	end_table(&table);
}

/* The line of dashes: in the node where that is code, the node itself, or the rule right behind it. */
static size_t find_dashes(const struct cvd_place *place, size_t first, size_t end)
{
	cmark_node *node = place->node, *next = cmark_node_next(node);
	struct columns ignored;

	if (cmark_node_get_type(node) == CMARK_NODE_THEMATIC_BREAK)
		return first;
	if (cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK)
		for (size_t at = first; at < end && at < first + 3; at++) {
			struct cvd_str line = cvd_lines_at(place->lines, at);

			if (cvd_line_indent(line) >= 4 && find_columns(line, &ignored))
				return at;
		}
	return next && cmark_node_get_type(next) == CMARK_NODE_THEMATIC_BREAK &&
			       cvd_place_first(place, next) == end
		       ? end
		       : SIZE_MAX;
}

cmark_node *cvd_shape_simple_table(struct cvd_place *place)
{
	size_t first = cvd_place_first(place, place->node);
	size_t end = cvd_place_end(place, place->node), dashes;
	cmark_node *last = place->node, *parent = cmark_node_parent(place->node);
	struct simple_table found;

	if (cmark_node_get_type(parent) != CMARK_NODE_DOCUMENT)
		return NULL;
	dashes = find_dashes(place, first, end);
	if (dashes == SIZE_MAX || !find_simple_table(place->lines, first, dashes, &found))
		return NULL;
	if (found.head != SIZE_MAX && found.head > first)
		cvd_place_parse(place, first, found.head);
	add_simple_table(place, &found);
	while (cmark_node_next(last) && cvd_place_first(place, cmark_node_next(last)) < found.behind)
		last = cmark_node_next(last);
	end = cvd_place_end(place, last);
	if (end > found.behind)
		cvd_place_parse(place, found.behind, end);
	return last;
}
