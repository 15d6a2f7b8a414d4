/*
 * Keywords in tables and definition lists. What a column holds is told by its head (`Area`, `Level`), else by
 * its cells: levels, lists, single words. From that follows what the table is: a keyword a row with its
 * level, a group a row, or (a matrix) a group a column. A term with a list is a group; with a level it
 * is a keyword.
 *
 * First everything is looked at, so that nothing is added where one cell is prose; then it is read a
 * second time and built. Linear.
 */
#include "keywords.h"
#include "levels.h"
#include "lexicon.h"

#include "base/buf.h"
#include "base/text.h"

/* A wider table is no list of keywords. */
#define COLUMNS 16

enum column { COLUMN_UNKNOWN, COLUMN_KEYWORDS, COLUMN_GROUP, COLUMN_LEVEL };

static const struct {
	const char *word;
	enum column column;
} heads[] = {
	{"area", COLUMN_GROUP},          {"category", COLUMN_GROUP},
	{"domain", COLUMN_GROUP},        {"field", COLUMN_GROUP},
	{"group", COLUMN_GROUP},         {"type", COLUMN_GROUP},
	{"kind", COLUMN_GROUP},          {"subcategory", COLUMN_GROUP},
	{"bereich", COLUMN_GROUP},       {"kategorie", COLUMN_GROUP},
	{"gebiet", COLUMN_GROUP},        {"domaine", COLUMN_GROUP},
	{"catégorie", COLUMN_GROUP},     {"área", COLUMN_GROUP},
	{"categoría", COLUMN_GROUP},     {"categoria", COLUMN_GROUP},
	{"ambito", COLUMN_GROUP},        {"settore", COLUMN_GROUP},
	{"categorie", COLUMN_GROUP},     {"gebied", COLUMN_GROUP},
	{"分類", COLUMN_GROUP},          {"カテゴリ", COLUMN_GROUP},
	{"カテゴリー", COLUMN_GROUP},    {"分野", COLUMN_GROUP},
	{"種類", COLUMN_GROUP},          {"種別", COLUMN_GROUP},
	{"类别", COLUMN_GROUP},          {"分类", COLUMN_GROUP},
	{"领域", COLUMN_GROUP},          {"类型", COLUMN_GROUP},
	{"분류", COLUMN_GROUP},          {"분야", COLUMN_GROUP},
	{"구분", COLUMN_GROUP},          {"категория", COLUMN_GROUP},
	{"область", COLUMN_GROUP},       {"level", COLUMN_LEVEL},
	{"proficiency", COLUMN_LEVEL},   {"experience", COLUMN_LEVEL},
	{"years", COLUMN_LEVEL},         {"years of experience", COLUMN_LEVEL},
	{"rating", COLUMN_LEVEL},        {"fluency", COLUMN_LEVEL},
	{"niveau", COLUMN_LEVEL},        {"stufe", COLUMN_LEVEL},
	{"erfahrung", COLUMN_LEVEL},     {"jahre", COLUMN_LEVEL},
	{"expérience", COLUMN_LEVEL},    {"années", COLUMN_LEVEL},
	{"maîtrise", COLUMN_LEVEL},      {"nivel", COLUMN_LEVEL},
	{"dominio", COLUMN_LEVEL},       {"experiencia", COLUMN_LEVEL},
	{"años", COLUMN_LEVEL},          {"nível", COLUMN_LEVEL},
	{"experiência", COLUMN_LEVEL},   {"anos", COLUMN_LEVEL},
	{"livello", COLUMN_LEVEL},       {"esperienza", COLUMN_LEVEL},
	{"anni", COLUMN_LEVEL},          {"ervaring", COLUMN_LEVEL},
	{"jaren", COLUMN_LEVEL},         {"レベル", COLUMN_LEVEL},
	{"経験年数", COLUMN_LEVEL},      {"経験", COLUMN_LEVEL},
	{"習熟度", COLUMN_LEVEL},        {"水平", COLUMN_LEVEL},
	{"程度", COLUMN_LEVEL},          {"熟练度", COLUMN_LEVEL},
	{"掌握程度", COLUMN_LEVEL},      {"수준", COLUMN_LEVEL},
	{"숙련도", COLUMN_LEVEL},        {"경력", COLUMN_LEVEL},
	{"уровень", COLUMN_LEVEL},       {"опыт", COLUMN_LEVEL},
	{"name", COLUMN_KEYWORDS},       {"skill", COLUMN_KEYWORDS},
	{"technology", COLUMN_KEYWORDS}, {"tool", COLUMN_KEYWORDS},
	{"language", COLUMN_KEYWORDS},
};

/* How rows become keywords. */
enum shape { SHAPE_NONE, SHAPE_FLAT, SHAPE_LEVELS, SHAPE_GROUPS, SHAPE_MATRIX };

struct table {
	struct cvd_reader *reader;
	struct cvd_node *parent;
	enum cvd_kind kind;
	const struct cvd_block *head; /* the row, or NULL */
	const struct cvd_block *body;
	size_t columns;
	enum column column[COLUMNS];
	bool lists[COLUMNS], filled[COLUMNS], levels[COLUMNS]; /* some cell; all cells */
	bool headed[COLUMNS];
	enum shape shape;
	struct cvd_node *first; /* that was added */
};

/* COLUMN_UNKNOWN if it is none of the table's. */
static enum column find_head(struct cvd_reader *reader, struct cvd_str text)
{
	struct cvd_str folded = cvd_text_fold(reader->scratch, cvd_str_trim(text));

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (cvd_str_equal(folded, cvd_str_from(heads[i].word)))
			return heads[i].column;
	return COLUMN_UNKNOWN;
}

static enum column read_head(struct cvd_reader *reader, struct cvd_str text)
{
	enum column known = find_head(reader, text);

	if (known != COLUMN_UNKNOWN)
		return known;
	switch (cvd_lexicon_label(reader->scratch, text)) {
	case CVD_LABEL_SKILLS:
	case CVD_LABEL_LANGUAGES:
		return COLUMN_KEYWORDS;
	default:
		return COLUMN_UNKNOWN;
	}
}

/* False if the cell is prose or there are too many in the row. */
static bool survey_row(struct table *table, const struct cvd_block *row)
{
	size_t column = 0;

	for (const struct cvd_block *cell = row->first_child; cell; cell = cell->next, column++) {
		struct cvd_keywords keywords;

		if (column == COLUMNS)
			return false;
		if (column >= table->columns)
			table->columns = column + 1;
		if (row == table->head) {
			table->headed[column] = cell->text.len > 0;
			table->column[column] = read_head(table->reader, cell->text);
			continue;
		}
		if (!cell->text.len)
			continue;
		keywords = cvd_keywords_cut(table->reader, table->kind, cell, 0, cell->text.len);
		if (!cvd_keywords_are_list(table->reader, &keywords, true))
			return false;
		table->levels[column] = (table->levels[column] || !table->filled[column]) &&
					cvd_lexicon_is_level(table->reader->scratch, cell->text);
		table->filled[column] = true;
		table->lists[column] |= keywords.len > 1;
	}
	return true;
}

static size_t find_column(const struct table *table, enum column kind)
{
	for (size_t i = 0; i < table->columns; i++)
		if (table->column[i] == kind)
			return i;
	return table->columns;
}

static bool has_lists_behind(const struct table *table)
{
	for (size_t i = 1; i < table->columns; i++)
		if (table->lists[i])
			return true;
	return false;
}

/* All columns have a head, and each holds keywords for all we know. */
static bool is_matrix(const struct table *table)
{
	for (size_t i = 0; i < table->columns; i++)
		if (!table->headed[i])
			return false;
	return find_column(table, COLUMN_UNKNOWN) == table->columns ||
	       table->column[0] == COLUMN_UNKNOWN;
}

static enum shape choose_shape(struct table *table)
{
	for (size_t i = 1; i < table->columns; i++)
		if (table->column[i] == COLUMN_UNKNOWN && table->filled[i] && table->levels[i])
			table->column[i] = COLUMN_LEVEL;
	if (table->columns < 2)
		return SHAPE_FLAT;
	if (find_column(table, COLUMN_LEVEL) < table->columns && table->column[0] != COLUMN_LEVEL)
		return SHAPE_LEVELS;
	if (table->column[0] == COLUMN_GROUP)
		return SHAPE_GROUPS;
	if (table->kind == CVD_LANGUAGE)
		return SHAPE_LEVELS;
	if (is_matrix(table) && find_column(table, COLUMN_UNKNOWN) == table->columns)
		return SHAPE_MATRIX;
	if (!table->lists[0] && has_lists_behind(table))
		return SHAPE_GROUPS;
	if (is_matrix(table))
		return SHAPE_MATRIX;
	return table->column[0] == COLUMN_KEYWORDS && !has_lists_behind(table) && table->headed[1]
		       ? SHAPE_LEVELS
		       : SHAPE_FLAT;
}

static void note_first(struct table *table, struct cvd_node *before)
{
	if (!table->first)
		table->first = before ? before->next : table->parent->first_child;
}

static void add_cell(struct table *table, struct cvd_node *parent, const struct cvd_block *cell)
{
	struct cvd_node *before = table->parent->last_child;
	struct cvd_keywords keywords;

	if (!cell->text.len)
		return;
	keywords = cvd_keywords_cut(table->reader, table->kind, cell, 0, cell->text.len);
	cvd_keywords_add(table->reader, parent, &keywords, cell->line);
	note_first(table, before);
}

static struct cvd_node *add_group(struct table *table, struct cvd_node *parent,
				  const struct cvd_block *cell)
{
	struct cvd_node *before = table->parent->last_child, *group;

	group = cvd_keywords_add_group(table->reader, parent, cell,
				       cvd_reader_styles(table->reader, cell), 0, cell->text.len,
				       cell->line);
	note_first(table, before);
	return group;
}

/* The level is what all other columns say. */
static void add_leveled(struct table *table, const struct cvd_block *row)
{
	struct cvd_reader *reader = table->reader;
	struct cvd_node *before = table->parent->last_child, *node, *parent = table->parent;
	const struct cvd_block *name = row->first_child;
	struct cvd_value *detail;
	struct cvd_buf level = {0};

	if (table->column[0] == COLUMN_GROUP && name && name->next && name->next->text.len &&
	    table->column[1] != COLUMN_LEVEL) {
		if (name->text.len)
			parent = add_group(table, parent, name);
		name = name->next;
	}
	if (!name)
		return;
	for (const struct cvd_block *cell = name->next; cell; cell = cell->next) {
		if (!cell->text.len)
			continue;
		if (level.len)
			cvd_buf_add(&level, CVD_STR(", "));
		cvd_buf_add(&level, cvd_reader_flatten(cell->text));
	}
	if (!name->text.len && !level.len)
		goto done;
	node = cvd_node_add(reader->doc, parent, table->kind);
	cvd_reader_set_text(reader, node, name, 0, name->text.len);
	cvd_reader_set_lines(reader, node, row->line, row->end_line);
	if (level.len) {
		detail = cvd_node_field(reader->doc, node, CVD_DETAIL);
		detail->present = true;
		detail->text = cvd_arena_copy(&reader->doc->arena, cvd_buf_str(&level));
	}
	note_first(table, before);
done:
	cvd_buf_free(&level);
}

static void add_row(struct table *table, const struct cvd_block *row)
{
	const struct cvd_block *cell = row->first_child;
	struct cvd_node *parent = table->parent;

	if (table->shape == SHAPE_LEVELS) {
		add_leveled(table, row);
		return;
	}
	/* `Area | Kind | Tools`: a group in another */
	for (size_t column = 0; table->shape == SHAPE_GROUPS && cell &&
				(!column || (table->column[column] == COLUMN_GROUP && cell->next));
	     column++, cell = cell->next)
		if (cell->text.len)
			parent = add_group(table, parent, cell);
	for (; cell; cell = cell->next)
		add_cell(table, parent, cell);
}

static void add_matrix(struct table *table)
{
	struct cvd_node *groups[COLUMNS] = {0};
	size_t column = 0;

	for (const struct cvd_block *cell = table->head->first_child; cell; cell = cell->next)
		groups[column++] = add_group(table, table->parent, cell);
	for (const struct cvd_block *row = table->body; row; row = row->next) {
		column = 0;
		for (const struct cvd_block *cell = row->first_child; cell; cell = cell->next)
			add_cell(table, groups[column++], cell);
	}
}

/* The words of the head lay the table out; they are told with the first that was added. */
static void lay_out_head(struct table *table)
{
	struct cvd_document *doc = table->reader->doc;

	for (const struct cvd_block *cell = table->head->first_child; cell; cell = cell->next)
		if (cell->text.len)
			CVD_PUSH(&doc->arena, &doc->layout,
				 (struct cvd_layout_word){cvd_reader_flatten(cell->text),
							  table->first});
	cvd_reader_add_source(table->reader, table->first, table->head);
}

/* The head names no column and holds keywords itself: it is the first row. */
static bool is_row(struct cvd_reader *reader, enum cvd_kind kind, const struct cvd_block *head)
{
	bool data = false;

	for (const struct cvd_block *cell = head->first_child; cell; cell = cell->next) {
		struct cvd_keywords keywords;

		if (!cell->text.len)
			continue;
		if (find_head(reader, cell->text) != COLUMN_UNKNOWN)
			return false;
		keywords = cvd_keywords_cut(reader, kind, cell, 0, cell->text.len);
		data |= keywords.len > 1 || cvd_lexicon_is_level(reader->scratch, cell->text);
	}
	return data;
}

bool cvd_skills_add_table(struct cvd_reader *reader, struct cvd_node *parent, enum cvd_kind kind,
			  const struct cvd_block *block)
{
	struct table table = {.reader = reader, .parent = parent, .kind = kind};
	bool filled = false;

	table.body = block->first_child;
	if (table.body && table.body->level == 1 && !is_row(reader, kind, table.body)) {
		table.head = table.body;
		table.body = table.body->next;
	}
	for (const struct cvd_block *row = block->first_child; row; row = row->next)
		if (!survey_row(&table, row))
			return false;
	for (size_t i = 0; i < table.columns; i++)
		filled |= table.filled[i];
	if (!filled)
		return false;
	table.shape = choose_shape(&table);
	if (table.shape == SHAPE_MATRIX) {
		add_matrix(&table);
		return true;
	}
	for (const struct cvd_block *row = table.body; row; row = row->next)
		add_row(&table, row);
	if (table.head)
		lay_out_head(&table);
	return true;
}

/* --- definition lists --------------------------------------------------------------------------- */

/* Calls for each text of the definition, in paragraphs and flat lists; false if something else is
 * there, or `use` says so. */
static bool each_text(const struct cvd_block *definition,
		      bool (*use)(void *data, const struct cvd_block *text), void *data)
{
	for (const struct cvd_block *block = definition->first_child; block; block = block->next) {
		if (block->kind == CVD_BLOCK_PARAGRAPH && !use(data, block))
			return false;
		if (block->kind == CVD_BLOCK_PARAGRAPH)
			continue;
		if (block->kind != CVD_BLOCK_LIST)
			return false;
		for (const struct cvd_block *item = block->first_child; item; item = item->next) {
			const struct cvd_block *text = item->first_child;

			if (!text || text->next || text->kind != CVD_BLOCK_PARAGRAPH ||
			    !use(data, text))
				return false;
		}
	}
	return true;
}

struct definitions {
	struct cvd_reader *reader;
	enum cvd_kind kind;
	struct cvd_node *group;
};

static bool is_keyword_text(void *data, const struct cvd_block *text)
{
	struct definitions *d = data;
	struct cvd_keywords keywords = cvd_keywords_cut(d->reader, d->kind, text, 0, text->text.len);

	return cvd_keywords_are_list(d->reader, &keywords, true);
}

static bool add_text(void *data, const struct cvd_block *text)
{
	struct definitions *d = data;
	struct cvd_keywords keywords = cvd_keywords_cut(d->reader, d->kind, text, 0, text->text.len);

	cvd_keywords_add(d->reader, d->group, &keywords, text->line);
	return true;
}

/* The one paragraph that defines the term and is its level, or NULL. */
static const struct cvd_block *find_level(const struct definitions *d, const struct cvd_block *term)
{
	const struct cvd_block *definition = term->next, *text;

	if (!definition || definition->kind != CVD_BLOCK_DEFINITION ||
	    (definition->next && definition->next->kind == CVD_BLOCK_DEFINITION))
		return NULL;
	text = definition->first_child;
	if (!text || text->next || text->kind != CVD_BLOCK_PARAGRAPH)
		return NULL;
	return cvd_lexicon_is_level(d->reader->scratch, text->text) ||
			       (d->kind == CVD_LANGUAGE &&
				cvd_lexicon_is_language(d->reader->scratch, term->text))
		       ? text
		       : NULL;
}

static bool are_keywords(struct definitions *d, const struct cvd_block *list)
{
	bool any = false;

	for (const struct cvd_block *block = list->first_child; block; block = block->next) {
		any |= block->kind == CVD_BLOCK_DEFINITION;
		if (block->kind == CVD_BLOCK_DEFINITION && !each_text(block, is_keyword_text, d))
			return false;
	}
	return any;
}

bool cvd_skills_add_definitions(struct cvd_reader *reader, struct cvd_node *parent,
				enum cvd_kind kind, const struct cvd_block *list)
{
	struct definitions d = {reader, kind, parent};

	if (!are_keywords(&d, list))
		return false;
	for (const struct cvd_block *block = list->first_child; block; block = block->next) {
		const struct cvd_block *level;
		struct cvd_value *detail;

		if (block->kind == CVD_BLOCK_DEFINITION) {
			each_text(block, add_text, &d);
			continue;
		}
		level = find_level(&d, block);
		if (!level) {
			d.group = cvd_keywords_add_group(reader, parent, block,
							 cvd_reader_styles(reader, block), 0,
							 block->text.len, block->line);
			continue;
		}
		d.group = cvd_node_add(reader->doc, parent, kind);
		cvd_reader_set_text(reader, d.group, block, 0, block->text.len);
		cvd_reader_set_lines(reader, d.group, block->line, level->end_line);
		detail = cvd_node_field(reader->doc, d.group, CVD_DETAIL);
		detail->present = true;
		detail->text = cvd_reader_flatten(level->text);
		block = block->next;
	}
	return true;
}
