/*
 * Entries that no heading begins: definitions, tables, paragraphs, prose; items of lists are in
 * plan_items.c. The first of these shapes that holds dates in a section is the one its entries are
 * written in; what else stands there is content. Linear: each block is looked at once per shape.
 */
#include "plan_body.h"

#include <string.h>

#define SHORT_WORDS 18
#define ABOVE_WORDS 8
#define LAYOUT_ROWS 4 /* of a table that lays out one header */

bool cvd_body_is_paper(enum cvd_section_type type)
{
	return type == CVD_SECTION_AWARDS || type == CVD_SECTION_CERTIFICATES ||
	       type == CVD_SECTION_PUBLICATIONS;
}

struct cvd_header *cvd_body_begin(struct cvd_body *body, struct cvd_block *block, const char *shape)
{
	struct cvd_header *header = cvd_plan_header(body->plan, block, shape);

	if (body->above)
		cvd_plan_add_above(body->plan, header, body->above);
	body->found++;
	return header;
}

bool cvd_body_is_list(const struct cvd_block *block)
{
	return block && block->kind == CVD_BLOCK_LIST;
}

/* --- definitions -------------------------------------------------------------------------------- */

static struct cvd_block *first_paragraph(const struct cvd_block *definition)
{
	struct cvd_block *first = definition->first_child;

	return first && first->kind == CVD_BLOCK_PARAGRAPH ? first : NULL;
}

bool cvd_body_is_short(const struct cvd_block *block)
{
	struct cvd_str text = block->text;

	return text.len && cvd_reader_count_words(text) <= SHORT_WORDS &&
	       !cvd_plan_ends_statement(text);
}

static bool is_definition(const struct cvd_block *block)
{
	return block && block->kind == CVD_BLOCK_DEFINITION;
}

/* One of the definitions from `block` up to the next term is dated. */
static bool is_dated_later(struct cvd_body *body, const struct cvd_block *block)
{
	for (; block && block->kind == CVD_BLOCK_DEFINITION; block = block->next) {
		struct cvd_block *text = first_paragraph(block);

		if (text && cvd_pieces_cut(body->plan->reader, text)->dated)
			return true;
	}
	return false;
}

void cvd_body_add_text(struct cvd_body *body, struct cvd_header *header, struct cvd_block *text)
{
	const struct cvd_cut *cut = cvd_pieces_cut(body->plan->reader, text);

	if (!cut->end) {
		text->cut = CVD_NEW(body->plan->reader->scratch, struct cvd_cut);
		/* no line of it is a header's: it is wrapped where no break is hard */
		*text->cut =
			cvd_pieces_of(body->plan->reader, text, 0, text->text.len,
				      cvd_str_find_char(text->text, CVD_BREAK_HARD, 0) == SIZE_MAX);
	}
	if (cvd_body_is_paper(body->plan->type))
		cvd_body_join_phrase(body->plan->reader, text);
	if (body->plan->type == CVD_SECTION_PUBLICATIONS)
		cvd_body_join_linked(body->plan->reader, text);
	cvd_plan_add_block(body->plan, header, text);
}

/* The post in a paragraph below a list of one term. */
static void add_post_below(struct cvd_body *body, struct cvd_header *header, struct cvd_block *list)
{
	struct cvd_block *lines[CVD_LINES];
	unsigned classes = 0;
	size_t count;
	bool found;

	for (size_t i = 0; i < header->piece_count; i++)
		classes |= header->pieces[i].words.any;
	if (classes & (CVD_WORD_TITLE | CVD_WORD_DEGREE))
		return;
	count = cvd_plan_lines_after(body->plan, list, true, lines, &found);
	for (size_t i = 0; i < count; i++)
		cvd_plan_add_block(body->plan, header, lines[i]);
}

/* `: Head cook, 2016 – 2018`: a post of its own where an earlier definition said one. */
static bool is_further_post(struct cvd_body *body, const struct cvd_block *definition)
{
	struct cvd_block *text = first_paragraph(definition);
	const struct cvd_cut *cut = text ? cvd_pieces_cut(body->plan->reader, text) : NULL;

	return cut && cut->ranged && cut->count > 1 && cut->end == text->text.len &&
	       !cut->pieces[0].dated && cvd_body_is_short(text) &&
	       ((cut->classes & (CVD_WORD_TITLE | CVD_WORD_DEGREE)) || cut->marked);
}

/* The posts from `block` up to the next term, below the same term. */
static void add_further_posts(struct cvd_body *body, struct cvd_block *term, struct cvd_block *block)
{
	struct cvd_above above = {.blocks = {term}, .count = 1, .told = true};

	for (; block && block->kind == CVD_BLOCK_DEFINITION; block = block->next) {
		struct cvd_header *header;

		if (!is_further_post(body, block))
			continue;
		header = cvd_body_begin(body, first_paragraph(block), "post in a definition list");
		cvd_plan_add_above(body->plan, header, &above);
		cvd_plan_add_block(body->plan, header, first_paragraph(block));
	}
}

/* The entry of the term; its definitions are header as long as they are short and no date has come. A
 * dated term has one line more. Returns the block behind them. */
static struct cvd_block *add_term(struct cvd_body *body, struct cvd_block *term)
{
	struct cvd_header *header = cvd_body_begin(body, term, "definition list");
	bool dated = cvd_pieces_cut(body->plan->reader, term)->dated, first = true, dated_later;
	bool posts = !dated;
	struct cvd_block *block = term->next;

	cvd_plan_add_block(body->plan, header, term);
	for (; block && block->kind == CVD_BLOCK_TERM; block = block->next) {
		cvd_plan_add_block(body->plan, header, block);
		dated |= cvd_pieces_cut(body->plan->reader, block)->dated;
	}
	dated_later =
		!dated && is_dated_later(body, block); /* so it stays until that one is taken */
	for (; block && block->kind == CVD_BLOCK_DEFINITION; block = block->next) {
		struct cvd_block *text = first_paragraph(block);
		const struct cvd_cut *cut = text ? cvd_pieces_cut(body->plan->reader, text) : NULL;
		bool takes = cut &&
			     (dated ? first && (cut->end || cvd_body_is_short(text))
				    : (cut->end && (cut->dated ||
						    (cut->marked && cut->end == text->text.len))) ||
					      (cvd_body_is_short(text) && dated_later));

		if (!takes)
			break;
		posts &= first && is_further_post(body, block);
		cvd_body_add_text(body, header, text);
		dated |= cut->dated;
		first = false;
	}
	if (posts && !first)
		add_further_posts(body, term, block);
	while (block && block->kind == CVD_BLOCK_DEFINITION)
		block = block->next;
	if (dated && !block && term->parent->first_child == term)
		add_post_below(body, header, term->parent);
	return block;
}

/* --- definitions whose terms are labels --- */

#define LABELLED_TERMS 3

static enum cvd_label label_of(struct cvd_body *body, struct cvd_block *cell);

static bool is_field_label(enum cvd_label label)
{
	return (label >= CVD_LABEL_TITLE && label <= CVD_LABEL_URL) || label == CVD_LABEL_DETAIL;
}

/* A term that names a field, with one short definition. */
static bool is_labelled_term(struct cvd_body *body, struct cvd_block *term)
{
	const struct cvd_block *definition = term->next;
	struct cvd_block *text = is_definition(definition) ? first_paragraph(definition) : NULL;

	return term->kind == CVD_BLOCK_TERM && text && !text->next && cvd_body_is_short(text) &&
	       !is_definition(definition->next) && is_field_label(label_of(body, term));
}

/* `Position` … `Employer` … `Since` …: each term is the label of a field of one entry. */
static bool are_labelled(struct cvd_body *body, const struct cvd_block *definitions)
{
	size_t terms = 0, names = 0;

	for (struct cvd_block *term = definitions->first_child; term; term = term->next->next) {
		if (!is_labelled_term(body, term))
			return false;
		terms++;
		names += label_of(body, term) == CVD_LABEL_TITLE ||
			 label_of(body, term) == CVD_LABEL_ORGANIZATION;
	}
	return terms >= LABELLED_TERMS && names;
}

/* What a label says is one piece, dates aside. */
static void cut_labelled(struct cvd_body *body, struct cvd_block *text, struct cvd_str label,
			 enum cvd_label named)
{
	struct cvd_reader *reader = body->plan->reader;
	struct cvd_cut *cut = CVD_NEW(reader->scratch, struct cvd_cut);
	struct cvd_piece *piece;

	*cut = cvd_pieces_of(reader, text, 0, text->text.len, true);
	text->cut = cut;
	piece = cut->pieces;
	if (!cut->count)
		return;
	piece->label = label;
	piece->named = named;
	if (cut->dated || cut->count == 1)
		return;
	piece->outer_to = piece->to = text->text.len;
	piece->text = cvd_str_sub(text->text, piece->from, piece->to);
	piece->words = cvd_lexicon_words(reader->scratch, piece->text);
	cut->count = 1;
}

/* An entry begins anew with the label that the first one began with. */
static void add_labelled(struct cvd_body *body, struct cvd_block *definitions)
{
	struct cvd_header *header = NULL;
	enum cvd_label first = label_of(body, definitions->first_child);

	for (struct cvd_block *term = definitions->first_child; term; term = term->next->next) {
		struct cvd_block *text = first_paragraph(term->next);

		if (!header || label_of(body, term) == first)
			header = cvd_body_begin(body, term, "definitions of labels");
		term->cut = CVD_NEW(body->plan->reader->scratch, struct cvd_cut);
		*term->cut = (struct cvd_cut){.end = term->text.len};
		cvd_plan_add_block(body->plan, header, term);
		cut_labelled(body, text, term->text, label_of(body, term));
		cvd_plan_add_block(body->plan, header, text);
	}
}

static void add_definitions(struct cvd_body *body)
{
	bool other = body->plan->type == CVD_SECTION_OTHER;

	for (size_t i = body->from; i < body->to; i++) {
		struct cvd_block *block = body->plan->tops[i];

		if (block->kind != CVD_BLOCK_DEFINITIONS)
			continue;
		if (are_labelled(body, block)) {
			add_labelled(body, block);
			continue;
		}
		for (struct cvd_block *term = block->first_child; term;) {
			if (term->kind == CVD_BLOCK_TERM &&
			    (!other || cvd_pieces_cut(body->plan->reader, term)->dated ||
			     is_dated_later(body, term->next)))
				term = add_term(body, term);
			else
				term = term->next;
		}
	}
}

/* --- tables ------------------------------------------------------------------------------------- */

/* The cells of a table's head are asked for each of its rows. */
static enum cvd_label label_of(struct cvd_body *body, struct cvd_block *cell)
{
	if (!cell || !cell->text.len)
		return CVD_LABEL_NONE;
	if (!cell->label)
		cell->label = 1 + (int)cvd_lexicon_label(body->plan->reader->scratch, cell->text);
	return (enum cvd_label)(cell->label - 1);
}

static bool is_dated_row(struct cvd_body *body, const struct cvd_block *row)
{
	for (struct cvd_block *cell = row->first_child; cell; cell = cell->next)
		if (cvd_pieces_cut(body->plan->reader, cell)->dated)
			return true;
	return false;
}

struct table {
	size_t rows, dated, labels, columns; /* labels in the first column, in the head */
	bool head_dated;
};

static struct table measure(struct cvd_body *body, const struct cvd_block *block)
{
	struct table table = {0};

	for (struct cvd_block *row = block->first_child; row; row = row->next) {
		table.rows++;
		table.dated += is_dated_row(body, row);
		table.labels += row->first_child && row->first_child->next &&
				!row->first_child->next->next &&
				label_of(body, row->first_child) != CVD_LABEL_NONE;
		if (row->level != 1)
			continue;
		table.head_dated = is_dated_row(body, row);
		for (struct cvd_block *cell = row->first_child; cell; cell = cell->next)
			table.columns += label_of(body, cell) != CVD_LABEL_NONE;
	}
	return table;
}

static bool is_date_label(enum cvd_label label)
{
	return label == CVD_LABEL_DATES || label == CVD_LABEL_START || label == CVD_LABEL_END;
}

/* A cell with the label of its column or row in front. What stands beside a date in a column of dates has
 * no label. */
static void add_cell(struct cvd_body *body, struct cvd_header *header, struct cvd_block *cell,
		     size_t column, enum cvd_label named, struct cvd_str label)
{
	const struct cvd_cut *cut = cvd_pieces_cut(body->plan->reader, cell);
	size_t row = header->piece_count ? header->pieces[header->piece_count - 1].row : 0;

	if (!cut->count)
		return;
	for (size_t i = 0; i < cut->count; i++) {
		cut->pieces[i].segment = (uint8_t)(column < UINT8_MAX ? column : UINT8_MAX);
		if (i && cut->pieces[i].inner && cvd_body_is_paper(body->plan->type))
			continue; /* `Certificate`: `Chart Reading (Kartverk)` */
		if (named != CVD_LABEL_NONE && (cut->pieces[i].dated || !is_date_label(named)))
			cut->pieces[i].named = named;
	}
	if (label.len)
		cut->pieces[0].label = label;
	cvd_plan_add(body->plan, header,
		     (struct cvd_header_line){.block = cell, .to = cell->text.len}, cut);
	/* the cells of a row are one line */
	for (size_t i = header->piece_count - cut->count; column && i < header->piece_count; i++)
		header->pieces[i].row = (uint16_t)row;
}

/* Two columns, `Employer | Acme`: the table is one entry. */
static void add_labelled_table(struct cvd_body *body, struct cvd_block *table)
{
	struct cvd_header *header = cvd_body_begin(body, table, "table of labels");

	for (struct cvd_block *row = table->first_child; row; row = row->next) {
		struct cvd_block *first = row->first_child, *second = first ? first->next : NULL;
		enum cvd_label label = label_of(body, first);
		bool holds = second && cvd_pieces_cut(body->plan->reader, second)->count;

		if (first && (!holds || label == CVD_LABEL_NONE))
			add_cell(body, header, first, 0, CVD_LABEL_NONE, (struct cvd_str){0});
		else if (first)
			first->part = CVD_PART_LINE;
		if (holds)
			add_cell(body, header, second, 1, label,
				 label == CVD_LABEL_NONE ? (struct cvd_str){0} : first->text);
	}
}

/* All cells of a small table are one header. */
static void add_layout_table(struct cvd_body *body, struct cvd_block *table)
{
	struct cvd_header *header = cvd_body_begin(body, table, "table");

	for (struct cvd_block *row = table->first_child; row; row = row->next) {
		size_t column = 0;

		for (struct cvd_block *cell = row->first_child; cell; cell = cell->next)
			add_cell(body, header, cell, column++, CVD_LABEL_NONE, (struct cvd_str){0});
	}
}

static bool is_content(enum cvd_label label)
{
	return label == CVD_LABEL_STATEMENTS || label == CVD_LABEL_SKILLS ||
	       label == CVD_LABEL_PROJECT || label == CVD_LABEL_LANGUAGES;
}

/* The cell says where the entry leads, and no more. */
static bool is_link(struct cvd_body *body, struct cvd_block *cell)
{
	const struct cvd_cut *cut = cvd_pieces_cut(body->plan->reader, cell);
	size_t i = 0;

	while (i < cut->count && cut->pieces[i].address)
		i++;
	return i && i == cut->count;
}

/* A cell below `月` that completes the year in the cell before it: `2005 | 3`. */
static bool add_month(struct cvd_body *body, struct cvd_header *header, struct cvd_block *cell,
		      const struct cvd_block *title)
{
	static const char *const heads[] = {"月",  "月份", "월",   "Month", "Monat", "Mois",
					    "Mes", "Mês",  "Mese", "Maand", "Месяц"};
	struct cvd_arena *arena = &body->plan->reader->doc->arena;
	struct cvd_piece *year =
		header->piece_count ? &header->pieces[header->piece_count - 1] : NULL;
	struct cvd_str text = cvd_str_trim(cell->text);
	struct cvd_date *date = year ? &year->range.start : NULL;
	int month = 0;
	bool known = false;

	for (size_t i = 0; title && i < sizeof heads / sizeof *heads; i++)
		known |= cvd_str_equal(title->text, cvd_str_from(heads[i]));
	for (size_t i = 0; i < text.len && month <= 12; i++)
		month = text.ptr[i] >= '0' && text.ptr[i] <= '9' ? month * 10 + text.ptr[i] - '0'
								 : 13;
	if (!known || !date || !year->dated || !year->range.single || date->norm.len != 4 ||
	    date->rest.len || month < 1 || month > 12)
		return false;
	date->text =
		cvd_arena_format(arena, "%.*s %.*s", CVD_STR_ARG(date->text), CVD_STR_ARG(text));
	date->norm = cvd_arena_format(arena, "%.*s-%02d", CVD_STR_ARG(date->norm), month);
	cvd_plan_add(body->plan, header,
		     (struct cvd_header_line){.block = cell, .to = cell->text.len},
		     &(struct cvd_cut){0});
	return true;
}

/* A row is an entry, a column a field. */
static void add_rows(struct cvd_body *body, struct cvd_block *table)
{
	const struct cvd_block *head = table->first_child;
	bool has_head = head && head->level == 1 && !is_dated_row(body, head);

	if (has_head && !head->next)
		return;
	for (struct cvd_block *row = table->first_child; row; row = row->next) {
		struct cvd_block *title = has_head ? head->first_child : NULL;
		struct cvd_header *header;
		size_t column = 0;

		if (has_head && row == head)
			continue;
		header = cvd_body_begin(body, row, "row of a table");
		for (struct cvd_block *cell = row->first_child; cell; cell = cell->next) {
			enum cvd_label label = label_of(body, title);

			if (is_link(body, cell))
				label = CVD_LABEL_NONE;
			if (!is_content(label) && !add_month(body, header, cell, title))
				add_cell(body, header, cell, column, label, (struct cvd_str){0});
			column++;
			title = title ? title->next : NULL;
		}
	}
	table->part = CVD_PART_LINE;
}

static void add_tables(struct cvd_body *body)
{
	for (size_t i = body->from; i < body->to; i++) {
		struct cvd_block *block = body->plan->tops[i];
		struct table table;

		if (block->kind != CVD_BLOCK_TABLE)
			continue;
		table = measure(body, block);
		if (body->plan->type == CVD_SECTION_OTHER && !table.dated)
			continue;
		if (table.labels > 1 && table.labels * 2 > table.rows && table.columns < 2)
			add_labelled_table(body, block);
		else if (table.head_dated && table.rows <= LAYOUT_ROWS &&
			 (table.dated < table.rows || table.rows == 1))
			add_layout_table(body, block);
		else if (table.columns > 1 || table.dated)
			add_rows(body, block);
	}
}

/* --- paragraphs --------------------------------------------------------------------------------- */

static bool is_paragraph_entry(struct cvd_body *body, struct cvd_block *block)
{
	const struct cvd_cut *cut;
	bool marked;

	if (block->kind != CVD_BLOCK_PARAGRAPH || block->part != CVD_PART_NONE)
		return false;
	cut = cvd_pieces_cut(body->plan->reader, block);
	marked = cut->marked && (cut->count > 1 || cut->rows > 1);
	if (!cut->dated || (cut->only_dated && !cvd_body_is_list(block->next)))
		return false;
	if (body->plan->type == CVD_SECTION_OTHER)
		return marked && cut->ranged && cut->end == block->text.len;
	if (body->above && !body->posts_end)
		return cut->end == block->text.len && (cut->marked || cvd_body_is_list(block->next));
	if (marked)
		return true;
	if (body->dated_lines && cut->count > 1 && cut->pieces[0].dated)
		return true;
	if (body->plan->type == CVD_SECTION_EDUCATION && cut->pieces[0].dated && cut->count > 1)
		return true;
	return cut->end == block->text.len &&
	       ((cut->ranged && (cvd_body_is_list(block->next) || (cut->classes & CVD_NAMING) ||
				 (cut->pieces[0].dated && cut->count > 1))) ||
		body->dated_lines || cvd_body_is_paper(body->plan->type));
}

/* `2019 – 2021 Acme, Engineer`, with prose only from the next line on. */
static bool heads_prose(const struct cvd_block *block)
{
	const struct cvd_cut *cut = block->cut;

	return cut->ranged && cut->pieces[0].dated && cut->end < block->text.len &&
	       cvd_reader_is_break(block->text.ptr[cut->end]);
}

/* Several paragraphs, and most of them, are lines that begin or end with a date, or begin with such
 * a line. */
static bool has_dated_lines(struct cvd_body *body)
{
	size_t paragraphs = 0, dated = 0;

	for (size_t i = body->from; i < body->to; i++) {
		struct cvd_block *block = body->plan->tops[i];
		const struct cvd_cut *cut;

		if (block->kind != CVD_BLOCK_PARAGRAPH)
			continue;
		cut = cvd_pieces_cut(body->plan->reader, block);
		paragraphs++;
		dated += cut->count > 1 &&
			 (heads_prose(block) ||
			  (cut->end == block->text.len &&
			   (cut->pieces[0].dated || cut->pieces[cut->count - 1].dated)));
	}
	return dated > 1 && dated * 2 > paragraphs;
}

/* Each line of the paragraph is an entry. */
static void add_line_entries(struct cvd_body *body, struct cvd_block *block)
{
	const struct cvd_cut *cut = cvd_pieces_cut(body->plan->reader, block);

	for (size_t i = 0; i < cut->count;) {
		struct cvd_header *header = cvd_body_begin(body, block, "line of a paragraph");
		struct cvd_cut line = {.pieces = &cut->pieces[i]};
		size_t row = cut->pieces[i].row;

		for (; i < cut->count && cut->pieces[i].row == row; i++) {
			cut->pieces[i].row = 0;
			line.count++;
		}
		cvd_plan_add(body->plan, header,
			     (struct cvd_header_line){.block = block,
						      .from = line.pieces[0].outer_from,
						      .to = cut->pieces[i - 1].outer_to},
			     &line);
	}
}

/* The item below dates that stand alone, which has a list of its own: `- **Engineer**, Nordlys`. */
static struct cvd_block *item_below(struct cvd_body *body, const struct cvd_block *dates)
{
	const struct cvd_block *item =
		cvd_body_is_list(dates->next) ? dates->next->first_child : NULL;
	struct cvd_block *text = item && !item->next ? first_paragraph(item) : NULL;

	return text && cvd_body_is_list(text->next) && cvd_body_is_short(text) &&
			       !cvd_pieces_cut(body->plan->reader, text)->dated &&
			       (cvd_lexicon_words(body->plan->reader->scratch, text->text).any &
				CVD_NAMING)
		       ? text
		       : NULL;
}

static void add_paragraph(struct cvd_body *body, struct cvd_block *block)
{
	const struct cvd_cut *cut = cvd_pieces_cut(body->plan->reader, block);
	struct cvd_block *lines[CVD_LINES];
	struct cvd_header *header;
	size_t count;
	bool found;

	if (cut->several) {
		add_line_entries(body, block);
		return;
	}
	header = cvd_body_begin(body, block, "paragraph with its dates");
	cvd_plan_add_block(body->plan, header, block);
	if (cut->end < block->text.len)
		return;
	if (cut->only_dated && item_below(body, block)) {
		cvd_plan_add_whole(body->plan, header, item_below(body, block));
		return;
	}
	count = cvd_plan_lines_after(body->plan, block, true, lines, &found);
	for (size_t i = 0; i < count; i++)
		cvd_plan_add_block(body->plan, header, lines[i]);
}

/* `**Title**, Org` with the dates in the paragraph below. */
static bool add_lines_with_date(struct cvd_body *body, struct cvd_block *block)
{
	const struct cvd_cut *cut = cvd_pieces_cut(body->plan->reader, block);
	struct cvd_block *lines[CVD_LINES];
	struct cvd_header *header;
	size_t count;
	bool found;

	if (block->kind != CVD_BLOCK_PARAGRAPH || block->part != CVD_PART_NONE || cut->dated ||
	    !cut->marked || cut->end != block->text.len || body->plan->type == CVD_SECTION_OTHER)
		return false;
	count = cvd_plan_lines_after(body->plan, block, false, lines, &found);
	if (!count || !found)
		return false;
	header = cvd_body_begin(body, block, "paragraph with a line of dates");
	cvd_plan_add_block(body->plan, header, block);
	for (size_t i = 0; i < count; i++)
		cvd_plan_add_block(body->plan, header, lines[i]);
	return true;
}

/* `**Acme**` with the title and the dates in the first items of the list below. */
static bool add_lines_with_items(struct cvd_body *body, struct cvd_block *block)
{
	struct cvd_block *lines[CVD_LINES];
	struct cvd_header *header;
	size_t count;

	if (block->kind != CVD_BLOCK_PARAGRAPH || block->part != CVD_PART_NONE ||
	    !cvd_plan_is_label(block) || cvd_pieces_cut(body->plan->reader, block)->dated)
		return false;
	count = cvd_plan_items_after(body->plan, block, lines);
	if (!count)
		return false;
	header = cvd_body_begin(body, block, "paragraph with items of a header");
	cvd_plan_add_whole(body->plan, header, block);
	for (size_t i = 0; i < count; i++)
		cvd_plan_add_whole(body->plan, header, lines[i]);
	return true;
}

/* `**Prof. Jane Doe**, University of Skerry: "…"`: who speaks, then what is said. */
static bool add_reference(struct cvd_body *body, struct cvd_block *block)
{
	struct cvd_str text = block->text;
	size_t end = 0;

	if (body->plan->type != CVD_SECTION_REFERENCES || block->kind != CVD_BLOCK_PARAGRAPH ||
	    block->part != CVD_PART_NONE || !block->span_count || block->spans[0].start ||
	    !(block->spans[0].style & CVD_SPAN_STRONG))
		return false;
	while (end < text.len && !cvd_reader_is_break(text.ptr[end]) &&
	       !(text.ptr[end] == ':' && end + 1 < text.len && text.ptr[end + 1] == ' '))
		end++;
	if (cvd_reader_count_words(cvd_str_sub(text, 0, end)) > SHORT_WORDS)
		return false;
	block->cut = CVD_NEW(body->plan->reader->scratch, struct cvd_cut);
	*block->cut = cvd_pieces_of(body->plan->reader, block, 0, end, true);
	cvd_plan_add_block(body->plan,
			   cvd_body_begin(body, block, "paragraph that begins with a name"), block);
	return true;
}

/* The only range of dates of the header, or NULL. */
static const struct cvd_date_range *range_of(const struct cvd_cut *cut)
{
	const struct cvd_date_range *range = NULL;

	for (size_t i = 0; i < cut->count; i++) {
		if (!cut->pieces[i].dated)
			continue;
		if (range || cut->pieces[i].range.single || !cut->pieces[i].range.end.present)
			return NULL;
		range = &cut->pieces[i].range;
	}
	return range;
}

static bool is_within(const struct cvd_date_range *inner, const struct cvd_date_range *outer)
{
	return inner && cvd_str_compare(inner->start.norm, outer->start.norm) >= 0 &&
	       cvd_str_compare(inner->end.norm, outer->end.norm) <= 0;
}

/* `**Acme** | 2014 – 2025` above `**Manager** | 2020 – 2025` and `**Engineer** | 2014 – 2020`: an employer above
 * posts held there while the dates beside it lasted. Returns the index of the block behind the last of them,
 * or 0 if there are not two. */
static size_t end_of_posts(struct cvd_body *body, size_t i)
{
	const struct cvd_block *block = body->plan->tops[i];
	const struct cvd_date_range *outer;
	size_t posts = 0, end = 0;

	if (body->plan->type != CVD_SECTION_WORK || body->above || !block->cut ||
	    !block->cut->marked || block->cut->several ||
	    (block->cut->classes & (CVD_WORD_TITLE | CVD_WORD_DEGREE)))
		return 0;
	outer = range_of(block->cut);
	while (outer && ++i < body->to) {
		struct cvd_block *below = body->plan->tops[i];

		if (!is_paragraph_entry(body, below))
			continue;
		if (!(below->cut->classes & CVD_WORD_TITLE) || below->cut->several ||
		    !is_within(range_of(below->cut), outer))
			break;
		posts++;
		end = i + 1;
	}
	return posts > 1 ? end : 0;
}

static void add_paragraphs(struct cvd_body *body)
{
	struct cvd_above above;

	body->dated_lines = has_dated_lines(body);
	for (size_t i = body->from; i < body->to; i++) {
		struct cvd_block *block = body->plan->tops[i];

		if (body->posts_end && i >= body->posts_end) {
			body->posts_end = 0;
			body->above = NULL;
		}
		if (!body->above && is_paragraph_entry(body, block)) {
			body->posts_end = end_of_posts(body, i);
			if (body->posts_end) {
				above = (struct cvd_above){.blocks = {block}, .count = 1};
				block->part = CVD_PART_ABOVE;
				body->above = &above;
				continue;
			}
		}
		if (add_reference(body, block) || add_lines_with_date(body, block) ||
		    add_lines_with_items(body, block))
			continue;
		if (is_paragraph_entry(body, block))
			add_paragraph(body, block);
	}
	if (body->posts_end)
		body->above = NULL;
}

/* Paragraphs under a heading are positions if there are several, or the one below is not its line of
 * dates, and they say posts where the heading says none. */
static bool are_positions(struct cvd_body *body)
{
	size_t count = 0, titled = 0;
	unsigned above = cvd_pieces_cut(body->plan->reader, body->above->blocks[0])->classes;

	for (size_t i = body->from; i < body->to; i++) {
		struct cvd_block *block = body->plan->tops[i];
		const struct cvd_cut *cut;

		if (!is_paragraph_entry(body, block))
			continue;
		cut = cvd_pieces_cut(body->plan->reader, block);
		count += 1 + cut->several;
		titled += (cut->classes & (CVD_WORD_TITLE | CVD_WORD_DEGREE)) != 0;
	}
	return count > 1 && titled && !(above & CVD_WORD_TITLE);
}

size_t cvd_body_strong_name(struct cvd_body *body, const struct cvd_block *block)
{
	const struct cvd_span *span = block->spans;
	struct cvd_arena *scratch = body->plan->reader->scratch;
	struct cvd_str name;

	if (block->kind != CVD_BLOCK_PARAGRAPH || block->part != CVD_PART_NONE ||
	    !block->span_count || !(span->style & CVD_SPAN_STRONG) || span->start || !span->len ||
	    (span->len < block->text.len && !cvd_reader_is_break(block->text.ptr[span->len])))
		return 0;
	name = cvd_str_sub(block->text, 0, span->len);
	return cvd_reader_count_words(name) <= ABOVE_WORDS &&
			       !strchr(".:!?", name.ptr[name.len - 1]) &&
			       cvd_lexicon_label(scratch, name) == CVD_LABEL_NONE &&
			       !cvd_lexicon_section(scratch, name).known
		       ? name.len
		       : 0;
}

/* What stands below a strong line, or behind it in its paragraph, says something of what it names. */
static bool is_told_below(struct cvd_body *body, size_t i, bool several)
{
	struct cvd_block *block = body->plan->tops[i],
			 *next = i + 1 < body->to ? body->plan->tops[i + 1] : NULL;
	bool taught = cvd_pieces_cut(body->plan->reader, block)->classes &
		      (CVD_WORD_SCHOOL | CVD_WORD_DEGREE);

	if (cvd_body_strong_name(body, block) < block->text.len)
		return several || (next && cvd_body_is_list(next));
	if (!next || cvd_body_strong_name(body, next))
		return false;
	return next->kind == CVD_BLOCK_PARAGRAPH ? several || body->plan->type != CVD_SECTION_WORK
						 : cvd_body_is_list(next) && (several || taught);
}

/* `**Harbour lights**` above what is said of it: projects, schools and posts without dates. */
static void add_strong_names(struct cvd_body *body)
{
	enum cvd_section_type type = body->plan->type;
	size_t names = 0;

	if (type != CVD_SECTION_PROJECTS && type != CVD_SECTION_EDUCATION &&
	    type != CVD_SECTION_WORK && type != CVD_SECTION_VOLUNTEER)
		return;
	for (size_t i = body->from; i < body->to; i++)
		names += cvd_body_strong_name(body, body->plan->tops[i]) &&
			 is_told_below(body, i, true);
	for (size_t i = body->from; i < body->to; i++) {
		struct cvd_block *block = body->plan->tops[i];
		size_t end = cvd_body_strong_name(body, block);

		if (!end || !is_told_below(body, i, names > 1))
			continue;
		block->cut = CVD_NEW(body->plan->reader->scratch, struct cvd_cut);
		*block->cut = cvd_pieces_of(body->plan->reader, block, 0, end, true);
		cvd_plan_add_block(body->plan, cvd_body_begin(body, block, "strong line"), block);
	}
}

/* A paragraph that begins with a link or something strong, or names the list below it. */
static bool is_paper_line(struct cvd_body *body, const struct cvd_block *block)
{
	bool marked = block->span_count && !block->spans[0].start &&
		      (block->spans[0].style & (CVD_SPAN_STRONG | CVD_SPAN_LINK));

	return block->kind == CVD_BLOCK_PARAGRAPH && block->part == CVD_PART_NONE &&
	       cvd_reader_count_words(block->text) <= SHORT_WORDS &&
	       (marked ||
		(cvd_body_is_list(block->next) && !cvd_plan_ends_statement(block->text))) &&
	       cvd_lexicon_label(body->plan->reader->scratch, block->text) == CVD_LABEL_NONE &&
	       !cvd_lexicon_section(body->plan->reader->scratch, block->text).known;
}

/* Undated papers, a paragraph each: several, and no other. */
static void add_paper_lines(struct cvd_body *body)
{
	struct cvd_reader *reader = body->plan->reader;
	size_t count = 0;

	if (!cvd_body_is_paper(body->plan->type))
		return;
	for (size_t i = body->from; i < body->to; i++) {
		const struct cvd_block *block = body->plan->tops[i];

		if (block->kind == CVD_BLOCK_PARAGRAPH && !is_paper_line(body, block))
			return;
		count += block->kind == CVD_BLOCK_PARAGRAPH;
	}
	for (size_t i = body->from; count > 1 && i < body->to; i++) {
		struct cvd_block *block = body->plan->tops[i];
		size_t end = block->text.len;

		if (block->kind != CVD_BLOCK_PARAGRAPH)
			continue;
		end -= cvd_str_ends_with(block->text, CVD_STR(":"));
		block->cut = CVD_NEW(reader->scratch, struct cvd_cut);
		*block->cut = cvd_pieces_of(reader, block, 0, end, true);
		cvd_plan_add_block(body->plan, cvd_body_begin(body, block, "paragraph with a name"),
				   block);
	}
}

/* `**BSc Physics**` above `*Skerry University*` in one paragraph, without dates. */
static void add_schools(struct cvd_body *body)
{
	const unsigned taught = CVD_WORD_DEGREE | CVD_WORD_SCHOOL;

	if (body->plan->type != CVD_SECTION_EDUCATION)
		return;
	for (size_t i = body->from; i < body->to; i++) {
		struct cvd_block *block = body->plan->tops[i];
		const struct cvd_cut *cut;

		if (block->kind != CVD_BLOCK_PARAGRAPH || block->part != CVD_PART_NONE)
			continue;
		cut = cvd_pieces_cut(body->plan->reader, block);
		if (cut->marked && cut->end == block->text.len && (cut->classes & taught) &&
		    (cut->count > 1 || cut->rows > 1) && !cut->several &&
		    !cvd_body_is_list(block->next))
			cvd_plan_add_block(body->plan,
					   cvd_body_begin(body, block, "marked paragraph"), block);
	}
}

/* A degree or a school, in a short paragraph; 0 for both, and for neither. */
static unsigned taught_in(struct cvd_body *body, const struct cvd_block *block)
{
	unsigned classes;

	if (block->kind != CVD_BLOCK_PARAGRAPH || block->part != CVD_PART_NONE ||
	    !cvd_body_is_short(block))
		return 0;
	classes = cvd_lexicon_words(body->plan->reader->scratch, block->text).any &
		  (CVD_WORD_DEGREE | CVD_WORD_SCHOOL);
	return classes == CVD_WORD_DEGREE || classes == CVD_WORD_SCHOOL ? classes : 0;
}

/* `BSc Physics` and `Skerry University`, a plain paragraph each, in either order and without dates. */
static void add_plain_schools(struct cvd_body *body)
{
	if (body->plan->type != CVD_SECTION_EDUCATION)
		return;
	for (size_t i = body->from; i + 1 < body->to; i++) {
		struct cvd_block *block = body->plan->tops[i], *next = body->plan->tops[i + 1];
		unsigned taught = taught_in(body, block), other = taught_in(body, next);
		struct cvd_header *header;

		if (!taught || !other || taught == other)
			continue;
		header = cvd_body_begin(body, block, "degree and school");
		cvd_body_add_text(body, header, block);
		cvd_body_add_text(body, header, next);
		i++;
	}
}

static void add_prose(struct cvd_body *body)
{
	if (body->plan->type == CVD_SECTION_OTHER)
		return;
	for (size_t i = body->from; i < body->to; i++) {
		struct cvd_block *block = body->plan->tops[i];
		struct cvd_cut cut;

		if (block->kind != CVD_BLOCK_PARAGRAPH || block->part != CVD_PART_NONE)
			continue;
		cut = cvd_pieces_of_prose(body->plan->reader, block);
		if (!cut.dated || cut.count < 2 || !(cut.classes & CVD_NAMING))
			continue;
		block->cut = CVD_NEW(body->plan->reader->scratch, struct cvd_cut);
		*block->cut = cut;
		cvd_plan_add_block(body->plan,
				   cvd_body_begin(body, block, "prose that begins with its dates"),
				   block);
	}
}

/* --- all of it ---------------------------------------------------------------------------------- */

bool cvd_plan_body(struct cvd_plan *plan, size_t from, size_t to, struct cvd_above *above)
{
	static void (*const shapes[])(
		struct cvd_body *) = {add_definitions, add_tables,         add_paragraphs,
				      add_paper_lines, cvd_body_add_items, add_prose,
				      add_schools,     add_strong_names,   add_plain_schools};
	struct cvd_body body = {.plan = plan, .from = from, .to = to, .above = above};

	if (above) {
		if (are_positions(&body))
			add_paragraphs(&body);
		return body.found > 0;
	}
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes && !body.found; i++)
		shapes[i](&body);
	return body.found > 0;
}
