/*
 * Keywords in a text: `Go, Rust · C++`, one group per labelled line (`Languages: Go, Rust`). The text is cut
 * (keywords_cut.c), told from prose (keywords_list.c), and built here: each label is the group of the
 * keywords behind it, and each keyword stands with its level (levels.c). Linear.
 */
#include "keywords_parts.h"

#include "levels.h"
#include "lexicon.h"

/* Items of several words without a comma are phrases. */
#define PHRASE_WORDS 3
/* Behind a label that says nothing of skills, so many make a list where none is expected. */
#define LISTED_KEYWORDS 4

struct cvd_node *cvd_keywords_add_group(struct cvd_reader *reader, struct cvd_node *parent,
					const struct cvd_block *block, const uint8_t *styles,
					size_t from, size_t to, uint32_t line)
{
	struct cvd_node *group = cvd_node_add(reader->doc, parent, CVD_GROUP);
	struct cvd_value *title = cvd_node_field(reader->doc, group, CVD_TITLE);

	group->source = cvd_reader_markup(reader, block, styles, from, to);
	group->line = group->end_line = line;
	title->present = true;
	title->text = cvd_str_trim(cvd_reader_flatten(cvd_str_sub(block->text, from, to)));
	return group;
}

static void set_level(struct cvd_reader *reader, struct cvd_node *node, struct cvd_str text)
{
	struct cvd_value *detail = cvd_node_field(reader->doc, node, CVD_DETAIL);

	detail->present = true;
	detail->text = cvd_reader_flatten(text);
}

/* The last keyword on its line. */
static bool ends_line(const struct cvd_keywords *keywords, const struct cvd_keyword *item)
{
	const struct cvd_keyword *next = item + 1;

	return next == keywords->items + keywords->len || next->label || next->line;
}

/* Bytes of the keyword without the full stop that ends its line. */
static size_t without_stop(const struct cvd_keywords *keywords, const struct cvd_keyword *item,
			   struct cvd_str text)
{
	return text.len - (ends_line(keywords, item) && text.ptr[text.len - 1] == '.' &&
			   cvd_keywords_stop(text));
}

/* `English, fluent`: the part is the level of the language in front of it, or more of it. */
static bool continues_level(struct cvd_reader *reader, const struct cvd_keywords *keywords,
			    struct cvd_node *node, const struct cvd_keyword *item,
			    const uint8_t *styles)
{
	struct cvd_str text = keywords->block->text;
	const struct cvd_value *level = node ? cvd_node_get(node, CVD_DETAIL) : NULL;
	size_t from = level ? (size_t)(level->text.ptr - text.ptr) : item->from;

	if (!node || keywords->kind != CVD_LANGUAGE || item->line ||
	    !cvd_lexicon_is_level(reader->scratch, cvd_str_sub(text, item->from, item->to)))
		return false;
	set_level(reader, node,
		  cvd_str_sub(text, from,
			      item->from + without_stop(keywords, item,
							cvd_str_sub(text, item->from, item->to))));
	node->source = cvd_reader_markup(reader, keywords->block, styles,
					 (size_t)(node->text.ptr - text.ptr), item->to);
	return true;
}

static void lay_out(struct cvd_reader *reader, struct cvd_node *node, struct cvd_str words)
{
	CVD_PUSH(&reader->doc->arena, &reader->doc->layout,
		 (struct cvd_layout_word){cvd_reader_flatten(words), node});
}

static struct cvd_node *add_keyword(struct cvd_reader *reader, struct cvd_node *parent,
				    const struct cvd_keywords *keywords,
				    const struct cvd_keyword *item, const uint8_t *styles,
				    uint32_t line)
{
	const struct cvd_block *block = keywords->block;
	struct cvd_str text = cvd_str_sub(block->text, item->from, item->to);
	struct cvd_node *node = cvd_node_add(reader->doc, parent, keywords->kind);
	struct cvd_leveled parts;
	size_t joined = 0, end = 0;

	node->line = node->end_line = line;
	node->source = cvd_reader_markup(reader, block, styles, item->from, item->to);
	text.len = without_stop(keywords, item, text);
	if (cvd_level_split(reader->scratch, keywords->kind, text, &parts))
		set_level(reader, node, cvd_str_sub(text, parts.level, parts.level_end));
	if (keywords->kind == CVD_LANGUAGE)
		joined = cvd_level_joined(reader->scratch,
					  cvd_str_sub(text, parts.name, parts.name_end), &end);
	if (joined) {
		/* `German and Spanish: basic`: the level is of both, its words are the first one's */
		struct cvd_str name = cvd_str_sub(text, parts.name, parts.name_end);
		struct cvd_node *first = node;

		cvd_reader_set_text(reader, first, block, item->from + parts.name,
				    item->from + parts.name + end);
		node = cvd_node_add(reader->doc, parent, keywords->kind);
		node->line = node->end_line = line;
		if (parts.level < parts.level_end) {
			set_level(reader, node, cvd_str_sub(text, parts.level, parts.level_end));
			cvd_node_field(reader->doc, node, CVD_DETAIL)->inherited = true;
		}
		lay_out(reader, node, cvd_str_trim(cvd_str_sub(name, end, joined)));
		first->source = first->text;
		parts.name += joined;
	}
	cvd_reader_set_text(reader, node, block, item->from + parts.name,
			    item->from + parts.name_end);
	if (joined)
		node->source = node->text;
	return node;
}

/* --- languages among skills, and skills among languages ------------------------------------------- */

static bool is_language_name(struct cvd_reader *reader, struct cvd_str text)
{
	struct cvd_leveled parts;
	size_t end = 0;
	struct cvd_str name;

	cvd_level_split(reader->scratch, CVD_LANGUAGE, text, &parts);
	name = cvd_str_sub(text, parts.name, parts.name_end);
	return cvd_lexicon_is_language(reader->scratch, name) ||
	       cvd_level_joined(reader->scratch, name, &end);
}

/* What the keywords behind items[first], a label, are, or those that begin there: human languages in a list
 * of skills, or no languages at all in a list of languages. */
static enum cvd_kind kind_of_run(struct cvd_reader *reader, const struct cvd_keywords *keywords,
				 size_t first)
{
	struct cvd_str text = keywords->block->text, label = {0};
	const struct cvd_keyword *item = &keywords->items[first];
	struct cvd_leveled parts;
	size_t count = 0;

	if (keywords->kind != CVD_SKILL && keywords->kind != CVD_LANGUAGE)
		return keywords->kind;
	if (item->label) {
		label = cvd_str_sub(text, item->from, item->to);
		item++;
	}
	for (; item < keywords->items + keywords->len && !item->label && (!count || !item->line);
	     item++, count++) {
		struct cvd_str part = cvd_str_sub(text, item->from, item->to);
		bool language = is_language_name(reader, part), level;

		if (keywords->kind == CVD_SKILL && !language && !count)
			return CVD_SKILL;
		level = cvd_level_split(reader->scratch, keywords->kind, part, &parts) ||
			cvd_lexicon_is_level(reader->scratch, part);
		if (keywords->kind == CVD_SKILL && !language && !level)
			return CVD_SKILL;
		if (keywords->kind == CVD_LANGUAGE &&
		    (language || level || (!label.len && cvd_reader_count_words(part) == 1)))
			return CVD_LANGUAGE;
	}
	if (!count || (keywords->kind == CVD_LANGUAGE && label.len &&
		       cvd_lexicon_label(reader->scratch, label) == CVD_LABEL_LANGUAGES))
		return keywords->kind;
	return keywords->kind == CVD_SKILL ? CVD_LANGUAGE : CVD_SKILL;
}

void cvd_keywords_add(struct cvd_reader *reader, struct cvd_node *parent,
		      const struct cvd_keywords *keywords, uint32_t first_line)
{
	const struct cvd_block *block = keywords->block;
	const uint8_t *styles = cvd_reader_styles(reader, block);
	struct cvd_node *group = parent, *last = NULL;
	struct cvd_keywords run = *keywords;
	const struct cvd_keyword *label = NULL;
	uint32_t line = first_line;
	size_t counted = keywords->from;

	for (size_t i = 0; i < keywords->len; i++) {
		const struct cvd_keyword *item = &keywords->items[i];

		for (; counted < item->from; counted++)
			if (cvd_reader_is_break(block->text.ptr[counted]) && line < block->end_line)
				line++;
		if (item->label || item->line || i == 0) {
			group = parent;
			run.kind = kind_of_run(reader, keywords, i);
		}
		if (item->label && keywords->kind == CVD_SKILL && run.kind == CVD_LANGUAGE &&
		    cvd_lexicon_label(reader->scratch,
				      cvd_str_sub(block->text, item->from, item->to)) ==
			    CVD_LABEL_LANGUAGES) {
			label = item; /* says no more than what they are */
			last = NULL;
		} else if (item->label) {
			group = cvd_keywords_add_group(reader, parent, block, styles, item->from,
						       item->to, line);
			last = NULL;
		} else if (!continues_level(reader, &run, last, item, styles)) {
			last = add_keyword(reader, group, &run, item, styles, line);
			if (item->joint.len)
				lay_out(reader, last, item->joint);
			if (label)
				lay_out(reader, last,
					cvd_str_sub(block->text, label->from, label->to));
			label = NULL;
		}
	}
}

bool cvd_skills_add_part(struct cvd_reader *reader, struct cvd_node *parent, enum cvd_kind kind,
			 const struct cvd_block *block, size_t from, size_t to, uint32_t line)
{
	struct cvd_keywords keywords = cvd_keywords_cut(reader, kind, block, from, to);

	if (!cvd_keywords_are_list(reader, &keywords, from > 0) &&
	    !cvd_keywords_are_language(reader, &keywords))
		return false;
	cvd_keywords_add(reader, parent, &keywords, line);
	return true;
}

/* --- items of lists ----------------------------------------------------------------------------- */

/* The skills in an item's text, if commas may stand in them: cut once. */
static struct cvd_keywords *cut_item(struct cvd_reader *reader, struct cvd_block *text)
{
	if (!text->keywords) {
		text->keywords = CVD_NEW(reader->scratch, struct cvd_keywords);
		*text->keywords =
			cvd_keywords_cut_phrases(reader, CVD_SKILL, text, 0, text->text.len, true);
	}
	return text->keywords;
}

/* The items are phrases rather than lists: more of them hold several words without a comma than hold
 * short keywords between commas. */
static bool has_phrases(struct cvd_reader *reader, struct cvd_block *list)
{
	size_t phrases = 0, lists = 0;

	if (list->phrases)
		return list->phrases > 1;
	for (const struct cvd_block *item = list->first_child; item; item = item->next) {
		struct cvd_block *text = item->first_child;
		const struct cvd_keywords *keywords;

		if (!text || text->kind != CVD_BLOCK_PARAGRAPH)
			continue;
		keywords = cut_item(reader, text);
		if (keywords->len == 1)
			phrases += cvd_keywords_weigh(text->text) >= PHRASE_WORDS;
		else if (keywords->len && !keywords->items[0].label)
			lists++;
	}
	list->phrases = 1 + (phrases > lists);
	return phrases > lists;
}

/* Each item ends in a full stop: that is how the list is written, and makes no sentence of a phrase. */
static bool has_stops(struct cvd_block *list)
{
	size_t items = 0, stops = 0;

	if (list->stops)
		return list->stops > 1;
	for (const struct cvd_block *item = list->first_child; item; item = item->next, items++)
		stops += item->first_child && cvd_keywords_stop(item->first_child->text);
	list->stops = 1 + (items > 1 && stops == items);
	return list->stops > 1;
}

bool cvd_skills_add_item(struct cvd_reader *reader, struct cvd_node *parent, enum cvd_kind kind,
			 struct cvd_block *text, uint32_t first_line)
{
	bool phrases = kind == CVD_SKILL && (has_phrases(reader, text->parent->parent) ||
					     cvd_str_find_char(text->text, ',', 0) == SIZE_MAX);
	struct cvd_keywords keywords =
		phrases ? *cut_item(reader, text)
			: cvd_keywords_cut(reader, kind, text, 0, text->text.len);

	keywords.stopped = has_stops(text->parent->parent);
	if (!(kind != CVD_LANGUAGE && cvd_keywords_are_phrase(reader, &keywords)) &&
	    !cvd_keywords_are_list(reader, &keywords, false) &&
	    !cvd_keywords_are_language(reader, &keywords))
		return false;
	cvd_keywords_add(reader, parent, &keywords, first_line);
	return true;
}

bool cvd_skills_add(struct cvd_reader *reader, struct cvd_node *parent, enum cvd_kind kind,
		    const struct cvd_block *block, uint32_t first_line)
{
	return cvd_skills_add_part(reader, parent, kind, block, 0, block->text.len, first_line);
}

bool cvd_skills_add_labelled(struct cvd_reader *reader, struct cvd_node *parent,
			     const struct cvd_block *block, uint32_t first_line)
{
	struct cvd_keywords keywords =
		cvd_keywords_cut_phrases(reader, CVD_SKILL, block, 0, block->text.len, false);
	size_t labels = 0, known = 0;

	for (size_t i = 0; i < keywords.len; i++) {
		const struct cvd_keyword *item = &keywords.items[i];
		enum cvd_label label;

		if (!item->label && (i == 0 || item->line))
			return false;
		if (!item->label)
			continue;
		label = cvd_lexicon_label(reader->scratch,
					  cvd_str_sub(block->text, item->from, item->to));
		known += label == CVD_LABEL_SKILLS || label == CVD_LABEL_LANGUAGES;
		labels++;
	}
	if (!labels || (known < labels && keywords.len < labels * (LISTED_KEYWORDS + 1)) ||
	    !cvd_keywords_are_list(reader, &keywords, true))
		return false;
	cvd_keywords_add(reader, parent, &keywords, first_line);
	return true;
}
