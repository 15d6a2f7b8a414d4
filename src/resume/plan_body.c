/*
 * Entries that no heading begins: definitions, tables, paragraphs, prose, items of lists. The first of
 * these shapes that holds dates in a section is the one its entries are written in; what else stands
 * there is content. Linear: each block is looked at once per shape.
 */
#include "plan_parts.h"

#define NAMING (CVD_WORD_TITLE | CVD_WORD_DEGREE | CVD_WORD_SCHOOL | CVD_WORD_COMPANY)
#define SHORT_WORDS 18
#define ABOVE_WORDS 8
#define LINES 3
#define LAYOUT_ROWS 4 /* of a table that lays out one header */

struct body {
	struct cvd_plan *plan;
	size_t from, to;
	struct cvd_above *above;
	size_t found;
};

/* Awards, certificates, publications: a list of short things, each an entry. */
static bool is_paper(enum cvd_section_type type)
{
	return type == CVD_SECTION_AWARDS || type == CVD_SECTION_CERTIFICATES ||
	       type == CVD_SECTION_PUBLICATIONS;
}

static struct cvd_header *begin(struct body *body, struct cvd_block *block, const char *shape)
{
	struct cvd_header *header = cvd_plan_header(body->plan, block, shape);

	if (body->above)
		cvd_plan_add_above(body->plan, header, body->above);
	body->found++;
	return header;
}

static bool is_list(const struct cvd_block *block)
{
	return block && block->kind == CVD_BLOCK_LIST;
}

/* --- definitions -------------------------------------------------------------------------------- */

static struct cvd_block *first_paragraph(const struct cvd_block *definition)
{
	struct cvd_block *first = definition->first_child;

	return first && first->kind == CVD_BLOCK_PARAGRAPH ? first : NULL;
}

static bool is_short(const struct cvd_block *block)
{
	struct cvd_str text = block->text;

	return text.len && cvd_reader_count_words(text) <= SHORT_WORDS &&
	       !cvd_plan_ends_statement(text);
}

/* One of the definitions from `block` up to the next term is dated. */
static bool is_dated_later(struct body *body, const struct cvd_block *block)
{
	for (; block && block->kind == CVD_BLOCK_DEFINITION; block = block->next) {
		struct cvd_block *text = first_paragraph(block);

		if (text && cvd_pieces_cut(body->plan->reader, text)->dated)
			return true;
	}
	return false;
}

/* As much of the paragraph as is header, or all of it. */
static void add_text(struct body *body, struct cvd_header *header, struct cvd_block *text)
{
	const struct cvd_cut *cut = cvd_pieces_cut(body->plan->reader, text);

	if (cut->end) {
		cvd_plan_add_block(body->plan, header, text);
		return;
	}
	text->cut = CVD_NEW(body->plan->reader->scratch, struct cvd_cut);
	*text->cut = cvd_pieces_of(body->plan->reader, text, 0, text->text.len, false);
	cvd_plan_add_block(body->plan, header, text);
}

/* The entry of the term; its definitions are header as long as they are short and no date has come. A
 * dated term has one line more. Returns the block behind them. */
static struct cvd_block *add_term(struct body *body, struct cvd_block *term)
{
	struct cvd_header *header = begin(body, term, "definition list");
	bool dated = cvd_pieces_cut(body->plan->reader, term)->dated, first = true, dated_later;
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
		bool takes = cut && (dated ? first && (cut->end || is_short(text))
					   : (cut->end && (cut->dated || cut->marked)) ||
						     (is_short(text) && dated_later));

		if (!takes)
			break;
		add_text(body, header, text);
		dated |= cut->dated;
		first = false;
	}
	while (block && block->kind == CVD_BLOCK_DEFINITION)
		block = block->next;
	return block;
}

static void add_definitions(struct body *body)
{
	bool other = body->plan->type == CVD_SECTION_OTHER;

	for (size_t i = body->from; i < body->to; i++) {
		struct cvd_block *block = body->plan->tops[i];

		if (block->kind != CVD_BLOCK_DEFINITIONS)
			continue;
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
static enum cvd_label label_of(struct body *body, struct cvd_block *cell)
{
	if (!cell || !cell->text.len)
		return CVD_LABEL_NONE;
	if (!cell->label)
		cell->label = 1 + (int)cvd_lexicon_label(body->plan->reader->scratch, cell->text);
	return (enum cvd_label)(cell->label - 1);
}

static bool is_dated_row(struct body *body, const struct cvd_block *row)
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

static struct table measure(struct body *body, const struct cvd_block *block)
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
static void add_cell(struct body *body, struct cvd_header *header, struct cvd_block *cell,
		     size_t column, enum cvd_label named, struct cvd_str label)
{
	const struct cvd_cut *cut = cvd_pieces_cut(body->plan->reader, cell);
	size_t row = header->piece_count ? header->pieces[header->piece_count - 1].row : 0;

	if (!cut->count)
		return;
	for (size_t i = 0; i < cut->count; i++) {
		cut->pieces[i].segment = (uint8_t)(column < UINT8_MAX ? column : UINT8_MAX);
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
static void add_labelled_table(struct body *body, struct cvd_block *table)
{
	struct cvd_header *header = begin(body, table, "table of labels");

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
static void add_layout_table(struct body *body, struct cvd_block *table)
{
	struct cvd_header *header = begin(body, table, "table");

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

/* A row is an entry, a column a field. */
static void add_rows(struct body *body, struct cvd_block *table)
{
	const struct cvd_block *head = table->first_child;
	bool has_head = head && head->level == 1 && !is_dated_row(body, head);

	for (struct cvd_block *row = table->first_child; row; row = row->next) {
		struct cvd_block *title = has_head ? head->first_child : NULL;
		struct cvd_header *header;
		size_t column = 0;

		if (has_head && row == head)
			continue;
		header = begin(body, row, "row of a table");
		for (struct cvd_block *cell = row->first_child; cell; cell = cell->next) {
			enum cvd_label label = label_of(body, title);

			if (!is_content(label))
				add_cell(body, header, cell, column, label, (struct cvd_str){0});
			column++;
			title = title ? title->next : NULL;
		}
	}
	table->part = CVD_PART_LINE;
}

static void add_tables(struct body *body)
{
	for (size_t i = body->from; i < body->to; i++) {
		struct cvd_block *block = body->plan->tops[i];
		struct table table;

		if (block->kind != CVD_BLOCK_TABLE)
			continue;
		table = measure(body, block);
		if (table.labels > 1 && table.labels * 2 > table.rows && table.columns < 2)
			add_labelled_table(body, block);
		else if (table.head_dated && table.rows <= LAYOUT_ROWS && table.dated < table.rows)
			add_layout_table(body, block);
		else if (table.columns > 1 || table.dated)
			add_rows(body, block);
	}
}

/* --- paragraphs --------------------------------------------------------------------------------- */

static bool is_paragraph_entry(struct body *body, struct cvd_block *block)
{
	const struct cvd_cut *cut;
	bool marked;

	if (block->kind != CVD_BLOCK_PARAGRAPH || block->part != CVD_PART_NONE)
		return false;
	cut = cvd_pieces_cut(body->plan->reader, block);
	marked = cut->marked && (cut->count > 1 || cut->rows > 1);
	if (!cut->dated || (cut->only_dated && !is_list(block->next)))
		return false;
	if (body->plan->type == CVD_SECTION_OTHER)
		return marked && cut->ranged && cut->end == block->text.len;
	if (body->above)
		return cut->end == block->text.len && (cut->marked || is_list(block->next));
	if (marked)
		return true;
	return cut->end == block->text.len &&
	       ((cut->ranged && (is_list(block->next) || (cut->classes & NAMING))) ||
		is_paper(body->plan->type));
}

/* Each line of the paragraph is an entry. */
static void add_line_entries(struct body *body, struct cvd_block *block)
{
	const struct cvd_cut *cut = cvd_pieces_cut(body->plan->reader, block);

	for (size_t i = 0; i < cut->count;) {
		struct cvd_header *header = begin(body, block, "line of a paragraph");
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

static void add_paragraph(struct body *body, struct cvd_block *block)
{
	const struct cvd_cut *cut = cvd_pieces_cut(body->plan->reader, block);
	struct cvd_block *lines[LINES];
	struct cvd_header *header;
	size_t count;
	bool found;

	if (cut->several) {
		add_line_entries(body, block);
		return;
	}
	header = begin(body, block, "paragraph with its dates");
	cvd_plan_add_block(body->plan, header, block);
	if (cut->end < block->text.len)
		return;
	count = cvd_plan_lines_after(body->plan, block, true, lines, &found);
	for (size_t i = 0; i < count; i++)
		cvd_plan_add_block(body->plan, header, lines[i]);
}

/* `**Title**, Org` with the dates in the paragraph below. */
static bool add_lines_with_date(struct body *body, struct cvd_block *block)
{
	const struct cvd_cut *cut = cvd_pieces_cut(body->plan->reader, block);
	struct cvd_block *lines[LINES];
	struct cvd_header *header;
	size_t count;
	bool found;

	if (block->kind != CVD_BLOCK_PARAGRAPH || block->part != CVD_PART_NONE || cut->dated ||
	    !cut->marked || cut->end != block->text.len || body->plan->type == CVD_SECTION_OTHER)
		return false;
	count = cvd_plan_lines_after(body->plan, block, false, lines, &found);
	if (!count || !found)
		return false;
	header = begin(body, block, "paragraph with a line of dates");
	cvd_plan_add_block(body->plan, header, block);
	for (size_t i = 0; i < count; i++)
		cvd_plan_add_block(body->plan, header, lines[i]);
	return true;
}

/* `**Acme**` with the title and the dates in the first items of the list below. */
static bool add_lines_with_items(struct body *body, struct cvd_block *block)
{
	struct cvd_block *lines[LINES];
	struct cvd_header *header;
	size_t count;

	if (block->kind != CVD_BLOCK_PARAGRAPH || block->part != CVD_PART_NONE ||
	    !cvd_plan_is_label(block) || cvd_pieces_cut(body->plan->reader, block)->dated)
		return false;
	count = cvd_plan_items_after(body->plan, block, lines);
	if (!count)
		return false;
	header = begin(body, block, "paragraph with items of a header");
	cvd_plan_add_whole(body->plan, header, block);
	for (size_t i = 0; i < count; i++)
		cvd_plan_add_whole(body->plan, header, lines[i]);
	return true;
}

/* `**Prof. Jane Doe**, University of Skerry: "…"`: who speaks, then what is said. */
static bool add_reference(struct body *body, struct cvd_block *block)
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
	cvd_plan_add_block(body->plan, begin(body, block, "paragraph that begins with a name"),
			   block);
	return true;
}

static void add_paragraphs(struct body *body)
{
	for (size_t i = body->from; i < body->to; i++) {
		struct cvd_block *block = body->plan->tops[i];

		if (add_reference(body, block) || add_lines_with_date(body, block) ||
		    add_lines_with_items(body, block))
			continue;
		if (is_paragraph_entry(body, block))
			add_paragraph(body, block);
	}
}

/* Paragraphs under a heading are positions if there are several, or the one below is not its line of
 * dates, and they say posts where the heading says none. */
static bool are_positions(struct body *body)
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

static void add_prose(struct body *body)
{
	if (body->plan->type == CVD_SECTION_OTHER)
		return;
	for (size_t i = body->from; i < body->to; i++) {
		struct cvd_block *block = body->plan->tops[i];
		struct cvd_cut cut;

		if (block->kind != CVD_BLOCK_PARAGRAPH || block->part != CVD_PART_NONE)
			continue;
		cut = cvd_pieces_of_prose(body->plan->reader, block);
		if (!cut.dated || cut.count < 2 || !(cut.classes & NAMING))
			continue;
		block->cut = CVD_NEW(body->plan->reader->scratch, struct cvd_cut);
		*block->cut = cut;
		cvd_plan_add_block(body->plan,
				   begin(body, block, "prose that begins with its dates"), block);
	}
}

/* --- lists -------------------------------------------------------------------------------------- */

static struct cvd_block *item_text(const struct cvd_block *item)
{
	struct cvd_block *first = item->first_child;

	return first && (first->kind == CVD_BLOCK_PARAGRAPH ||
			 (first->kind == CVD_BLOCK_HEADING && first->text.len))
		       ? first
		       : NULL;
}

static bool is_item_entry(struct body *body, const struct cvd_block *item)
{
	struct cvd_block *text = item_text(item), *lines[LINES];
	const struct cvd_cut *cut;
	bool dated, first;

	if (!text)
		return false;
	cut = cvd_pieces_cut(body->plan->reader, text);
	if (!cut->dated) {
		if (!cut->marked || cut->end != text->text.len)
			return false;
		return cvd_plan_lines_after(body->plan, text, false, lines, &dated) && dated;
	}
	if (text->kind == CVD_BLOCK_HEADING)
		return true;
	if (cut->only_dated && !is_list(text->next))
		return false;
	first = cut->ranged && cut->pieces[0].dated && cut->count > 1;
	if (cut->end < text->text.len)
		return first || (cut->marked && cut->ranged);
	return first || cut->marked || (cut->classes & NAMING) || is_list(text->next) ||
	       is_paper(body->plan->type);
}

static void add_item(struct body *body, struct cvd_block *item)
{
	struct cvd_block *text = item_text(item), *lines[LINES];
	struct cvd_header *header = begin(body, item, "item of a list");
	size_t count;
	bool found;

	add_text(body, header, text);
	if (text->cut->end < text->text.len)
		return;
	count = cvd_plan_lines_after(body->plan, text, text->cut->dated, lines, &found);
	for (size_t i = 0; i < count; i++)
		cvd_plan_add_block(body->plan, header, lines[i]);
}

/* `- Acme` with several positions in the list below it. */
static bool add_item_positions(struct body *body, struct cvd_block *item)
{
	struct cvd_block *text = item_text(item), *list = text ? text->next : NULL;
	struct cvd_above above = {.blocks = {text}, .count = 1};
	struct body inner = {.plan = body->plan, .above = &above};
	size_t found = 0;

	if (!is_list(list) || !is_short(text) || body->above)
		return false;
	if (cvd_pieces_cut(body->plan->reader, text)->dated ||
	    (cvd_pieces_cut(body->plan->reader, text)->classes & CVD_WORD_TITLE))
		return false;
	for (struct cvd_block *child = list->first_child; child; child = child->next)
		found += is_item_entry(&inner, child);
	if (!found)
		return false;
	text->cut = CVD_NEW(body->plan->reader->scratch, struct cvd_cut);
	*text->cut = cvd_pieces_of(body->plan->reader, text, 0, text->text.len, false);
	for (struct cvd_block *child = list->first_child; child; child = child->next)
		if (is_item_entry(&inner, child))
			add_item(&inner, child);
	item->part = CVD_PART_ABOVE;
	body->found += inner.found;
	return true;
}

/* An item that only names the list below it (`- Tools:`). */
static bool is_group_item(struct body *body, const struct cvd_block *item)
{
	const struct cvd_block *text = item_text(item);

	return text && is_list(text->next) && cvd_str_ends_with(text->text, CVD_STR(":")) &&
	       !is_item_entry(body, item);
}

struct items {
	size_t all, entries, posts,
		places; /* entries with words of posts, of employers or schools */
};

static struct items count_items(struct body *body, const struct cvd_block *list)
{
	struct items items = {0};

	for (struct cvd_block *item = list->first_child; item; item = item->next) {
		const struct cvd_cut *cut;

		items.all += !is_group_item(body, item);
		if (!is_item_entry(body, item))
			continue;
		items.entries++;
		cut = cvd_pieces_cut(body->plan->reader, item_text(item));
		items.posts += (cut->ranged || is_list(item_text(item)->next)) &&
			       (cut->classes & (CVD_WORD_TITLE | CVD_WORD_DEGREE));
		for (size_t i = 0; i < cut->count; i++)
			items.places +=
				(cut->pieces[i].words.any & (CVD_WORD_COMPANY | CVD_WORD_SCHOOL)) &&
				!(cut->pieces[i].words.any & (CVD_WORD_TITLE | CVD_WORD_DEGREE));
	}
	return items;
}

/* Items are positions below a name if half of them at least are dated posts, and none says where. */
static bool are_posts(struct items items)
{
	return items.posts && items.posts * 2 >= items.all && !items.places;
}

/* A line that names an employer or a school, or is a link. */
static bool names_place(struct body *body, const struct cvd_block *block)
{
	if (cvd_reader_count_words(block->text) > ABOVE_WORDS ||
	    cvd_plan_ends_statement(block->text))
		return false;
	return (cvd_lexicon_words(body->plan->reader->scratch, block->text).any &
		(CVD_WORD_SCHOOL | CVD_WORD_COMPANY)) ||
	       (block->span_count == 1 && (block->spans[0].style & CVD_SPAN_LINK) &&
		block->spans[0].len == block->text.len);
}

/* `**University of Skerry**` above a list of degrees: it stands above all of them. */
static struct cvd_block *name_above(struct body *body, struct cvd_block *block,
				    const struct cvd_block *list)
{
	struct items items = count_items(body, list);
	const struct cvd_cut *cut;

	if (!block || block->kind != CVD_BLOCK_PARAGRAPH || block->part != CVD_PART_NONE ||
	    block->next != list ||
	    !(names_place(body, block) || (items.posts && cvd_plan_is_label(block))) ||
	    items.entries < items.all || items.places ||
	    cvd_lexicon_section(body->plan->reader->scratch, block->text).known)
		return NULL;
	cut = cvd_pieces_cut(body->plan->reader, block);
	return cut->dated || (cut->classes & (CVD_WORD_TITLE | CVD_WORD_DEGREE)) ? NULL : block;
}

static void add_list(struct body *body, const struct cvd_block *list, bool entries)
{
	bool paper = is_paper(body->plan->type);

	for (struct cvd_block *item = list->first_child; item; item = item->next) {
		struct cvd_block *text = item_text(item);

		if (entries && (is_item_entry(body, item) ||
				(paper && text && is_short(text) && !is_group_item(body, item))))
			add_item(body, item);
		else
			add_item_positions(body, item);
	}
}

/* The list with what stands above it, if anything does. */
static void add_named_list(struct body *body, size_t i)
{
	const struct cvd_block *list = body->plan->tops[i];
	struct cvd_block *block = body->above || i == body->from
					  ? NULL
					  : name_above(body, body->plan->tops[i - 1], list);
	struct cvd_above above = {.blocks = {block}, .count = 1};
	struct body inner = {.plan = body->plan, .above = &above};

	if (!block) {
		add_list(body, list, true);
		return;
	}
	block->cut = CVD_NEW(body->plan->reader->scratch, struct cvd_cut);
	*block->cut = cvd_pieces_of(body->plan->reader, block, 0, block->text.len, false);
	block->part = CVD_PART_ABOVE;
	add_list(&inner, list, true);
	body->found += inner.found;
}

/* Half of the items at least are entries; in a list of papers, one. */
static void add_items(struct body *body)
{
	size_t items = 0, entries = 0;

	if (body->plan->type == CVD_SECTION_OTHER)
		return;
	for (size_t i = body->from; i < body->to; i++) {
		struct items list;

		if (!is_list(body->plan->tops[i]))
			continue;
		list = count_items(body, body->plan->tops[i]);
		items += list.all;
		entries += list.entries;
	}
	for (size_t i = body->from; i < body->to; i++) {
		const struct cvd_block *list = body->plan->tops[i];

		if (!is_list(list))
			continue;
		if (entries && (is_paper(body->plan->type) || entries * 2 >= items))
			add_named_list(body, i);
		else
			add_list(body, list, false);
	}
}

/* Dated terms, or lists of which half are entries, below words that name neither post nor place. */
bool cvd_plan_is_category(struct cvd_plan *plan, struct cvd_block *heading, size_t from, size_t to)
{
	struct body body = {.plan = plan, .from = from, .to = to};
	bool names = cvd_pieces_cut(plan->reader, heading)->classes & NAMING;

	for (size_t i = from; i < to; i++) {
		const struct cvd_block *block = plan->tops[i], *term = block->first_child;

		if (block->kind == CVD_BLOCK_DEFINITIONS && term &&
		    cvd_pieces_cut(plan->reader, plan->tops[i]->first_child)->dated)
			return true;
		if (is_list(block) && !names && plan->type != CVD_SECTION_PROJECTS) {
			struct items items = count_items(&body, block);

			return items.entries && items.entries * 2 >= items.all &&
			       (is_paper(plan->type) || items.posts || items.places);
		}
	}
	return false;
}

bool cvd_plan_item_positions(struct cvd_plan *plan, size_t from, size_t to, struct cvd_above *above)
{
	struct body body = {.plan = plan, .from = from, .to = to, .above = above};
	unsigned classes = cvd_pieces_cut(plan->reader, above->blocks[0])->classes;

	if ((classes & (CVD_WORD_TITLE | CVD_WORD_DEGREE)) ||
	    (plan->type == CVD_SECTION_EDUCATION && !(classes & CVD_WORD_SCHOOL)))
		return false;
	for (size_t i = from; i < to; i++)
		if (is_list(plan->tops[i]) && are_posts(count_items(&body, plan->tops[i])))
			add_list(&body, plan->tops[i], true);
	return body.found > 0;
}

/* --- all of it ---------------------------------------------------------------------------------- */

bool cvd_plan_body(struct cvd_plan *plan, size_t from, size_t to, struct cvd_above *above)
{
	static void (*const shapes[])(struct body *) = {add_definitions, add_tables, add_paragraphs,
							add_items, add_prose};
	struct body body = {.plan = plan, .from = from, .to = to, .above = above};

	if (above) {
		if (are_positions(&body))
			add_paragraphs(&body);
		return body.found > 0;
	}
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes && !body.found; i++)
		shapes[i](&body);
	return body.found > 0;
}
