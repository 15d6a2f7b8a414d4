/*
 * The Markdown reader: walks the outline in document order and gives every block its place in the
 * résumé. What begins a section or an entry is planned beforehand (plan.c); the fields of the entries
 * are decided when all of them are known (fields.c). What stands between becomes group, bullet,
 * keyword, paragraph or block where it stands. Comments are read in the place where they stand, and
 * their nodes are then hidden.
 *
 * Nothing here recurses; linear in the source.
 */
#include "build.h"
#include "pieces_text.h"

#include "base/text.h"

#include <string.h>

/* Deeper nesting is folded into this many levels, so that paths stay short. */
#define KEYWORD_ITEM_WORDS 6
#define LABEL_WORDS 8
#define SHORT_LABEL_WORDS 4
#define SEVERAL_LABEL_WORDS 10 /* one of several that name lists */
/* The level of a definition behind another one. */
#define FURTHER 1

/* The block that follows in the document, inside this one or behind it. */
static struct cvd_block *next_block(struct cvd_block *block, bool skip)
{
	if (block->first_child && !skip)
		return block->first_child;
	while (block && !block->next)
		block = block->parent;
	return block ? block->next : NULL;
}

static bool is_definition(const struct cvd_block *block)
{
	return block && block->kind == CVD_BLOCK_DEFINITION;
}

/* --- sections and entries --------------------------------------------------------------------- */

/* The header of the body is read: front matter adds what it does not say. */
static void tell_front(struct cvd_builder *builder)
{
	if (!builder->front_told)
		cvd_header_front(builder->reader, builder->reader->outline.front,
				 builder->reader->outline.front_count);
	builder->front_told = true;
}

static void open_section(struct cvd_builder *builder, const struct cvd_block *block)
{
	struct cvd_reader *reader = builder->reader;
	struct cvd_title_reading title = cvd_plan_section(reader, block);

	tell_front(builder);
	cvd_build_close(builder, 1);
	builder->section = cvd_node_add(reader->doc, reader->doc->root, CVD_SECTION);
	builder->type = title.type;
	builder->section->section_type = title.type;
	builder->section->reason = title.known ? "title" : "heading";
	builder->untitled = false;
	builder->summary = title.summary;
	builder->contact = title.contact;
	builder->entry = NULL;
	cvd_build_title(builder, builder->section, block);
}

/* The section of entries that stand in none. */
static void open_untitled(struct cvd_builder *builder, enum cvd_section_type type, uint32_t line)
{
	if (builder->section && builder->untitled && builder->type == type)
		return;
	tell_front(builder);
	builder->section =
		cvd_node_add(builder->reader->doc, builder->reader->doc->root, CVD_SECTION);
	builder->type = type;
	builder->section->section_type = type;
	builder->section->reason = "entries";
	cvd_reader_set_lines(builder->reader, builder->section, line, line);
	builder->section->source.len = 0; /* the line is the entry's */
	builder->untitled = true;
	builder->summary = builder->contact = false;
}

/* The lines of the source that the header is written on. */
static void set_lines(struct cvd_builder *builder, const struct cvd_header *header,
		      const struct cvd_block *begin)
{
	struct cvd_reader *reader = builder->reader;
	uint32_t first = 0, last = 0;

	for (size_t i = 0; i < header->line_count; i++) {
		const struct cvd_header_line *line = &header->lines[i];
		uint32_t from = cvd_reader_line_at(line->block, line->from);
		uint32_t to = line->to == line->block->text.len
				      ? line->block->end_line
				      : cvd_reader_line_at(line->block, line->to);

		if (line->above)
			continue;
		first = !first || from < first ? from : first;
		last = to > last ? to : last;
	}
	if (begin->kind == CVD_BLOCK_ITEM)
		first = begin->line;
	cvd_reader_set_lines(reader, header->node, first, last);
	for (size_t i = header->line_count; i-- > 0;)
		if (header->lines[i].above && !header->lines[i].told)
			cvd_reader_add_source(reader, header->node, header->lines[i].block);
}

static void open_entries(struct cvd_builder *builder, struct cvd_block *block)
{
	struct cvd_reader *reader = builder->reader;

	cvd_build_close(builder, 1);
	/* the section's title may stand in a comment */
	if (block->header->untitled || !builder->section)
		open_untitled(builder, block->header->type, block->line);
	for (struct cvd_header *header = block->header; header; header = header->beside) {
		builder->entry = cvd_node_add(reader->doc, builder->section,
					      cvd_section_entry_kind(header->type));
		header->node = builder->entry;
		set_lines(builder, header, block);
	}
	builder->entry_block = block;
	builder->entry_end = next_block(
		is_definition(block->parent) ? block->parent->parent : block->parent, true);
	builder->entry_passed = false;
}

/* What stands in the paragraph behind the header. */
static void add_remainder(struct cvd_builder *builder, struct cvd_node *parent,
			  const struct cvd_block *block)
{
	static const char *const marks[] = {".", ",", ":", ";", "：", "- ", "– ", "— ", "| "};
	size_t from = block->cut ? block->cut->end : block->text.len, to = block->text.len;

	while (from < block->text.len) {
		struct cvd_str rest = cvd_str_sub(block->text, from, block->text.len);
		size_t len = 0;

		for (size_t i = 0; !len && i < sizeof marks / sizeof *marks; i++)
			if (cvd_str_starts_with(rest, cvd_str_from(marks[i])))
				len = strlen(marks[i]);
		if (!len && !cvd_reader_is_space(rest.ptr[0]))
			break;
		from += len ? len : 1;
	}
	if (parent == builder->entry)
		from = cvd_build_link_line(builder, block, from);
	if (from == block->text.len ||
	    (parent == builder->entry && cvd_build_technology_from(builder, parent, block, from)))
		return;
	if (parent == builder->entry)
		to = cvd_build_link_tail(builder, block, from);
	cvd_build_statement_part(builder, parent, CVD_PARAGRAPH, block, from, to);
}

/* The last definition is a line of the header, and so is what stands above it. */
static bool is_all_header(const struct cvd_block *definitions)
{
	const struct cvd_block *last = definitions->last_child;

	return is_definition(last) && last->first_child && last->first_child->part == CVD_PART_LINE;
}

/* What the block begins is no part of the entry of an item, a term or a row in front of it. */
static void leave_entry(struct cvd_builder *builder, const struct cvd_block *block)
{
	const struct cvd_block *begin = builder->entry_block;

	if (!builder->entry || !builder->entry_passed || !begin ||
	    begin->kind == CVD_BLOCK_HEADING || begin->kind == CVD_BLOCK_TABLE ||
	    (begin->kind == CVD_BLOCK_PARAGRAPH && !is_definition(begin->parent)))
		return;
	if (begin->kind == CVD_BLOCK_TERM && begin->parent->first_child == begin && begin->next &&
	    (!begin->next->next || is_all_header(begin->parent)))
		return; /* a list of one definition is a header */
	if (block->kind == CVD_BLOCK_LIST && begin->kind == CVD_BLOCK_ITEM)
		return; /* a list that begins with another mark goes on */
	builder->entry = NULL;
	cvd_build_close(builder, 1);
}

/* --- headings and paragraphs ---------------------------------------------------------------------- */

static bool is_in_summary(const struct cvd_builder *builder)
{
	return builder->summary && !builder->entry;
}

static enum cvd_kind keyword_kind(const struct cvd_builder *builder)
{
	switch (builder->section ? builder->type : CVD_SECTION_OTHER) {
	case CVD_SECTION_SKILLS:
		return CVD_SKILL;
	case CVD_SECTION_LANGUAGES:
		return CVD_LANGUAGE;
	case CVD_SECTION_INTERESTS:
		return CVD_INTEREST;
	default:
		return CVD_KIND_COUNT;
	}
}

static void read_heading(struct cvd_builder *builder, struct cvd_block *block)
{
	struct cvd_reader *reader = builder->reader;

	if (!builder->section) {
		/* `## jane@example.org | +47 555` below the name */
		if (!cvd_contacts_add(reader, reader->doc->root, block, false))
			cvd_header_add(reader, block);
		return;
	}
	if (builder->contact && !builder->entry &&
	    cvd_contacts_add(reader, cvd_build_innermost(builder), block, false))
		return;
	cvd_build_group(builder, block, block->level);
}

#define IDEOGRAPHS_PER_WORD 2

/* Words, also of a text that has no spaces between them. */
static size_t count_label_words(struct cvd_str text)
{
	size_t wide = 0;

	for (size_t at = 0; at < text.len; at++)
		wide += cvd_pieces_is_ideographic(text, at);
	return cvd_reader_count_words(text) + wide / IDEOGRAPHS_PER_WORD;
}

static bool ends_with_colon(struct cvd_str text)
{
	return cvd_str_ends_with(text, CVD_STR(":")) || cvd_str_ends_with(text, CVD_STR("："));
}

/* The paragraph is strong or emphasised, but for a colon at its end. */
static bool is_marked(const struct cvd_block *block)
{
	const struct cvd_span *span = block->spans;

	return block->span_count && !span->start &&
	       span->len + ends_with_colon(block->text) >= block->text.len &&
	       (span->style & (CVD_SPAN_STRONG | CVD_SPAN_EMPHASIS));
}

/* `_Highlights_` above paragraphs of an entry: a strong or emphasised label that names what was done. */
static bool names_paragraphs(const struct cvd_builder *builder, const struct cvd_block *block)
{
	return builder->entry && block->next && block->next->kind == CVD_BLOCK_PARAGRAPH &&
	       is_marked(block) &&
	       cvd_lexicon_label(builder->reader->scratch, block->text) == CVD_LABEL_STATEMENTS;
}

/* `**Databases**:` above a paragraph of several keywords. */
static bool names_keywords(const struct cvd_block *block)
{
	const struct cvd_block *next = block->next;

	return is_marked(block) && cvd_reader_count_words(block->text) <= LABEL_WORDS && next &&
	       next->kind == CVD_BLOCK_PARAGRAPH && !is_marked(next) &&
	       (!next->span_count || next->spans[0].start ||
		!(next->spans[0].style & CVD_SPAN_STRONG)) &&
	       (cvd_str_find_char(next->text, ',', 0) != SIZE_MAX ||
		cvd_str_find_char(next->text, '|', 0) != SIZE_MAX);
}

/* A strong or emphasised line above a list names it; so does a short plain one in an entry. */
static bool is_label(const struct cvd_builder *builder, const struct cvd_block *block)
{
	struct cvd_str text = block->text;
	size_t words = cvd_reader_count_words(text);
	bool several = cvd_plan_names_lists(builder->reader, block) ||
		       (builder->labelled_list && builder->labelled_list->next == block);

	if (names_paragraphs(builder, block))
		return true;
	if (!text.len || !block->next || block->next->kind != CVD_BLOCK_LIST)
		return false;
	if (cvd_plan_is_label(block))
		return words <= LABEL_WORDS;
	for (size_t i = 0; i < text.len; i++)
		if (cvd_reader_is_break(text.ptr[i]))
			return false;
	return builder->entry &&
	       count_label_words(text) <= (several ? SEVERAL_LABEL_WORDS : SHORT_LABEL_WORDS) &&
	       !(block->cut && block->cut->dated) && !cvd_build_ends_sentence(text) &&
	       cvd_str_find(text, CVD_STR("://"), 0) == SIZE_MAX;
}

/* The first word titles a section of skills, and a few more say whose: `Skills for a baker`. */
static bool begins_with_skills(struct cvd_builder *builder, struct cvd_str title)
{
	size_t space = cvd_str_find_char(title, ' ', 0);
	struct cvd_title_reading reading =
		cvd_lexicon_section(builder->reader->scratch, cvd_str_sub(title, 0, space));

	return space != SIZE_MAX && reading.whole && reading.type == CVD_SECTION_SKILLS;
}

/* `Technologies:`, `Skills as an engineer` in an entry: what stands below are keywords. */
static bool lists_technology(struct cvd_builder *builder, const struct cvd_node *group)
{
	const struct cvd_value *title;

	if (!builder->entry || group->kind != CVD_GROUP)
		return false;
	if (builder->technology_asked != group) {
		title = cvd_node_get(group, CVD_TITLE);
		builder->technology_asked = group;
		builder->technology_holds =
			title && (cvd_lexicon_label(builder->reader->scratch, title->text) ==
					  CVD_LABEL_SKILLS ||
				  begins_with_skills(builder, title->text));
	}
	return builder->technology_holds;
}

/* `> [Jane on GitHub](https://github.com/jane)` at the end of the document: its foot. */
static bool is_foot(const struct cvd_builder *builder, struct cvd_block *block)
{
	return block->parent->kind == CVD_BLOCK_QUOTE && !cvd_plan_next(block) &&
	       builder->type != CVD_SECTION_REFERENCES && keyword_kind(builder) == CVD_KIND_COUNT;
}

static struct cvd_block *item_text(const struct cvd_block *item)
{
	struct cvd_block *first = item->first_child;

	return first && (first->kind == CVD_BLOCK_PARAGRAPH ||
			 (first->kind == CVD_BLOCK_HEADING && first->text.len))
		       ? first
		       : NULL;
}

/* One item of the list is an address: its short items are contacts. */
static bool lists_contacts(struct cvd_builder *builder, const struct cvd_block *item)
{
	const struct cvd_block *list = item->parent;

	if (builder->contact_list == list)
		return builder->contact_list_holds;
	builder->contact_list = list;
	builder->contact_list_holds = builder->contact;
	for (const struct cvd_block *other = list->first_child;
	     other && !builder->contact_list_holds; other = other->next)
		builder->contact_list_holds =
			item_text(other) && cvd_contacts_here(builder->reader, item_text(other));
	return builder->contact_list_holds;
}

/* `Links:` above a list of addresses, which the rest of the section is. */
static bool opens_contacts(struct cvd_builder *builder, struct cvd_block *block)
{
	const struct cvd_block *list = block->next;
	struct cvd_title_reading title;

	if (builder->entry || !ends_with_colon(block->text) || !list ||
	    list->kind != CVD_BLOCK_LIST || !list->first_child)
		return false;
	title = cvd_plan_title(builder->reader, block);
	return title.whole && title.contact && lists_contacts(builder, list->first_child);
}

/* Several images with a text each: `![C](c.svg) ![Rust](rust.svg)`. */
static bool shows_badges(const struct cvd_block *block)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < block->span_count; i++)
		count += block->spans[i].style & CVD_SPAN_IMAGE && block->spans[i].len;
	return count > 1;
}

/* A paragraph in no list: keywords, a label, or a statement. */
static void read_paragraph(struct cvd_builder *builder, struct cvd_block *block)
{
	enum cvd_kind keyword = keyword_kind(builder);
	struct cvd_node *parent = cvd_build_innermost(builder);
	struct cvd_reader *reader = builder->reader;
	size_t mark, from = 0;

	if (!block->text.len && !block->span_count)
		return;
	if (cvd_build_is_image(block)) {
		if (keyword == CVD_KIND_COUNT || !shows_badges(block) ||
		    !cvd_skills_add(reader, parent, keyword, block, block->line))
			cvd_build_statement(builder, parent, CVD_BLOCK, block, 0)->form =
				CVD_FORM_IMAGE;
		return;
	}
	if (opens_contacts(builder, block)) {
		builder->contact = true;
		cvd_build_statement(builder, parent, CVD_PARAGRAPH, block, 0);
		return;
	}
	if (!builder->section) {
		cvd_header_add(builder->reader, block);
		return;
	}
	if (builder->contact && cvd_contacts_add(builder->reader, parent, block, true))
		return;
	if (is_foot(builder, block) &&
	    cvd_contacts_add(builder->reader, builder->section, block, false))
		return;
	if (keyword == CVD_KIND_COUNT && lists_technology(builder, parent))
		keyword = CVD_SKILL;
	if (keyword != CVD_KIND_COUNT && cvd_plan_is_label(block) && is_label(builder, block) &&
	    cvd_str_find_char(block->text, ',', 0) == SIZE_MAX) {
		cvd_build_group(builder, block, CVD_MAX_LEVEL);
		return;
	}
	if (keyword != CVD_KIND_COUNT && ends_with_colon(block->text) && is_label(builder, block)) {
		cvd_build_group(builder, block, CVD_MAX_LEVEL);
		return;
	}
	if (keyword != CVD_KIND_COUNT && names_keywords(block)) {
		cvd_build_group(builder, block, CVD_MAX_LEVEL);
		return;
	}
	if (keyword != CVD_KIND_COUNT &&
	    cvd_skills_add(builder->reader, parent, keyword, block, block->line))
		return;
	if (is_in_summary(builder) &&
	    (cvd_contacts_add_labelled(reader, block) ||
	     cvd_skills_add_labelled(reader, builder->section, block, block->line)))
		return;
	if (builder->entry && cvd_build_technology(builder, builder->entry, block, block->line)) {
		cvd_build_close(builder, CVD_MAX_LEVEL); /* it is the entry's, not the label's */
		return;
	}
	if (!is_in_summary(builder) && is_label(builder, block)) {
		if (cvd_plan_names_lists(reader, block))
			builder->labelled_list = block->next;
		cvd_build_group(builder, block, CVD_MAX_LEVEL);
		return;
	}
	if (parent == builder->entry)
		from = cvd_build_link_line(builder, block, 0);
	if (from && from == block->text.len)
		return;
	mark = builder->section && !from ? cvd_build_bullet_mark(block->text) : 0;
	if (is_in_summary(builder))
		cvd_build_statement(builder, parent, CVD_SUMMARY, block, mark);
	else
		cvd_build_statement(builder, parent, mark ? CVD_BULLET : CVD_PARAGRAPH, block,
				    mark ? mark : from);
}

/* --- lists ---------------------------------------------------------------------------------------- */

/* The node that takes what stands in `block`'s container. */
static struct cvd_node *container(const struct cvd_builder *builder, const struct cvd_block *block,
				  uint32_t *depth)
{
	const struct cvd_block *parent = block->parent;

	while (parent->kind != CVD_BLOCK_ITEM && parent->kind != CVD_BLOCK_ROOT)
		parent = parent->parent;
	*depth = 0;
	if (parent->kind == CVD_BLOCK_ROOT)
		return cvd_build_innermost(builder);
	*depth = parent->depth;
	return parent->node;
}

static void add_bullet(struct cvd_builder *builder, struct cvd_block *item, struct cvd_node *parent,
		       uint32_t depth, size_t from)
{
	const struct cvd_block *text = item_text(item);
	struct cvd_node *bullet = cvd_node_add(builder->reader->doc, parent, CVD_BULLET);

	if (text)
		cvd_reader_set_text(builder->reader, bullet, text, from, text->text.len);
	cvd_reader_set_lines(builder->reader, bullet, item->line,
			     text ? text->end_line : item->line);
	if (!text) /* its line belongs to what stands in it */
		bullet->source = cvd_str_sub(bullet->source, 0, 0);
	item->node = depth < CVD_DEPTH_LIMIT ? bullet : parent;
	item->depth = depth < CVD_DEPTH_LIMIT ? depth + 1 : depth;
}

/* `- Links:` above a list of addresses: it only names them. */
static bool names_contacts(struct cvd_builder *builder, const struct cvd_block *text)
{
	const struct cvd_block *list = text->next;

	return ends_with_colon(text->text) && list && list->kind == CVD_BLOCK_LIST && !list->next &&
	       list->first_child && lists_contacts(builder, list->first_child);
}

/* `- **Project**` or `- Project` with a list below. */
static bool is_label_item(const struct cvd_block *text, size_t words)
{
	bool lists = text->text.len && text->next && text->next->kind == CVD_BLOCK_LIST;

	return lists && (cvd_plan_is_label(text) || (count_label_words(text->text) <= words &&
						     !cvd_build_ends_sentence(text->text)));
}

/* What follows in the item stands in a group of its own. */
static void open_item_group(struct cvd_builder *builder, struct cvd_block *item,
			    const struct cvd_block *title)
{
	struct cvd_node *group = cvd_node_add(builder->reader->doc, builder->entry, CVD_GROUP);

	cvd_build_title(builder, group, title);
	item->node = group;
	item->depth++;
}

static void add_group_item(struct cvd_builder *builder, struct cvd_block *item,
			   struct cvd_node *parent, uint32_t depth)
{
	struct cvd_node *group = cvd_node_add(builder->reader->doc, parent, CVD_GROUP);

	cvd_build_title(builder, group, item_text(item));
	item->node = group;
	item->depth = depth + 1;
}

/* `Hobbies` or `Languages:` above a list in a section of something else: its items are such. */
static enum cvd_kind kind_of_group(struct cvd_builder *builder, const struct cvd_node *group,
				   enum cvd_kind keyword)
{
	const struct cvd_value *title;
	struct cvd_title_reading reading = {0};

	if (builder->group_asked == group)
		return builder->group_kind;
	title = group->kind == CVD_GROUP && group->parent == builder->section
			? cvd_node_get(group, CVD_TITLE)
			: NULL;
	if (title)
		reading = cvd_lexicon_section(builder->reader->scratch, title->text);
	builder->group_asked = group;
	builder->group_kind = keyword;
	if (reading.whole && reading.type == CVD_SECTION_INTERESTS)
		builder->group_kind = CVD_INTEREST;
	else if (reading.whole && reading.type == CVD_SECTION_LANGUAGES && keyword == CVD_KIND_COUNT)
		builder->group_kind = CVD_LANGUAGE;
	return builder->group_kind;
}

static void read_item(struct cvd_builder *builder, struct cvd_block *item)
{
	struct cvd_block *text = item_text(item);
	enum cvd_kind keyword = keyword_kind(builder);
	uint32_t depth;
	struct cvd_node *parent = container(builder, item, &depth);
	bool takes_group = text && depth < CVD_DEPTH_LIMIT && parent->kind != CVD_BULLET;
	size_t from = 0;

	/* an item beside those that are entries */
	if (builder->entry_block && builder->entry_block->kind == CVD_BLOCK_ITEM &&
	    parent == builder->entry && !depth && item->parent->parent->kind == CVD_BLOCK_ROOT)
		parent = builder->section;
	item->node = parent;
	item->depth = depth;
	if (item->part == CVD_PART_NONE && text && text->part == CVD_PART_LINE)
		return; /* of a heading's entry */
	if (item->part == CVD_PART_ENTRY) {
		open_entries(builder, item);
		item->node = builder->entry;
		item->depth = 0;
		return;
	}
	if (text && text->part == CVD_PART_LINE) {
		item->node = builder->entry;
		item->depth = 0;
		return;
	}
	if (item->part == CVD_PART_ABOVE) {
		item->node = builder->section;
		return;
	}
	if ((!builder->section || builder->contact) && text && !text->next &&
	    parent->kind != CVD_BULLET &&
	    cvd_contacts_add(builder->reader, parent, text, lists_contacts(builder, item)))
		return;
	if ((!builder->section || builder->contact) && text && parent->kind != CVD_BULLET &&
	    names_contacts(builder, text)) {
		add_bullet(builder, item, parent, depth, 0);
		item->node = parent;
		return;
	}
	if (keyword == CVD_KIND_COUNT && lists_technology(builder, parent))
		keyword = CVD_SKILL;
	else
		keyword = kind_of_group(builder, parent, keyword);
	if (keyword != CVD_KIND_COUNT && takes_group) {
		if (is_label_item(text, KEYWORD_ITEM_WORDS)) {
			add_group_item(builder, item, parent, depth);
			return;
		}
		if (!text->next &&
		    cvd_skills_add_item(builder->reader, parent, keyword, text, item->line))
			return;
	}
	if (builder->entry && text && depth < CVD_DEPTH_LIMIT) {
		if (is_label_item(text, SHORT_LABEL_WORDS)) {
			add_group_item(builder, item, parent, depth);
			return;
		}
		if (!text->next &&
		    (cvd_build_technology(builder, takes_group ? parent : builder->entry, text,
					  item->line) ||
		     (parent == builder->entry && cvd_build_technology_last(builder, parent, item))))
			return;
	}
	if (parent == builder->entry && text && !text->next)
		from = cvd_build_link_item(builder, text);
	if (!from || from < text->text.len)
		add_bullet(builder, item, parent, depth, from);
}

/* --- definitions and tables ------------------------------------------------------------------------ */

static bool has_entries_in(const struct cvd_block *definitions)
{
	for (const struct cvd_block *term = definitions->first_child; term; term = term->next)
		if (term->part == CVD_PART_ENTRY)
			return true;
	return false;
}

/* Whether its parts have been read, and not one by one. */
static bool read_definitions(struct cvd_builder *builder, const struct cvd_block *block)
{
	enum cvd_kind keyword = keyword_kind(builder);

	if (!builder->section)
		return cvd_header_add_definitions(builder->reader, builder->reader->doc->root,
						  block);
	if (builder->contact)
		return cvd_header_add_definitions(builder->reader, cvd_build_innermost(builder),
						  block);
	return keyword != CVD_KIND_COUNT && !has_entries_in(block) &&
	       cvd_skills_add_definitions(builder->reader, cvd_build_innermost(builder), keyword,
					  block);
}

static void read_term(struct cvd_builder *builder, struct cvd_block *term)
{
	if (term->part == CVD_PART_ENTRY)
		open_entries(builder, term);
	else if (builder->section && term->part == CVD_PART_NONE)
		cvd_build_group(builder, term, CVD_MAX_LEVEL);
	else if (term->part == CVD_PART_NONE)
		cvd_header_add(builder->reader, term);
}

/* The only paragraph of one of several definitions: a bullet. */
static bool is_definition_bullet(const struct cvd_block *block)
{
	const struct cvd_block *definition = block->parent;

	return is_definition(definition) && definition->first_child == block && !block->next &&
	       (definition->level == FURTHER || is_definition(definition->next));
}

static void read_table(struct cvd_builder *builder, struct cvd_block *table)
{
	enum cvd_kind keyword = keyword_kind(builder);
	struct cvd_node *parent = cvd_build_innermost(builder);

	if (table->part == CVD_PART_ENTRY) {
		open_entries(builder, table);
		return;
	}
	if (!builder->section || builder->contact || is_in_summary(builder)) {
		if (!cvd_header_add_table(builder->reader, parent, table))
			cvd_build_table(builder, parent, table);
		return;
	}
	if (table->part != CVD_PART_LINE) {
		if (keyword == CVD_KIND_COUNT ||
		    !cvd_skills_add_table(builder->reader, parent, keyword, table))
			cvd_build_table(builder, parent, table);
		return;
	}
	for (struct cvd_block *row = table->first_child, *head = row; row; row = row->next) {
		if (row->part != CVD_PART_ENTRY)
			continue;
		open_entries(builder, row);
		if (head && head->part != CVD_PART_ENTRY)
			cvd_build_layout_row(builder, head);
		head = NULL;
		cvd_build_cells(builder, row);
	}
}

/* --- blocks --------------------------------------------------------------------------------------- */

static void read_other(struct cvd_builder *builder, const struct cvd_block *block)
{
	uint32_t depth;
	struct cvd_node *parent = container(builder, block, &depth), *node;

	if (!block->text.len)
		return;
	node = cvd_node_add(builder->reader->doc, parent, CVD_BLOCK);
	node->text = block->text;
	cvd_reader_set_lines(builder->reader, node, block->line, block->end_line);
}

static void read_footnote(struct cvd_builder *builder, const struct cvd_block *block)
{
	if (block->text.len)
		cvd_build_statement(builder, builder->reader->doc->root, CVD_BLOCK, block, 0)->form =
			CVD_FORM_FOOTNOTE;
}

/* Blocks that the plan has given a part. */
static bool read_planned(struct cvd_builder *builder, struct cvd_block *block)
{
	uint32_t depth;

	switch (block->part) {
	case CVD_PART_NAME:
		cvd_header_name(builder->reader, block);
		return true;
	case CVD_PART_SECTION:
		open_section(builder, block);
		return true;
	case CVD_PART_ENTRY:
		open_entries(builder, block);
		add_remainder(builder, builder->entry, block);
		return true;
	case CVD_PART_ABOVE:
		builder->entry = NULL;
		cvd_build_close(builder, 1);
		if (block->kind == CVD_BLOCK_PARAGRAPH)
			add_remainder(builder, builder->section, block);
		return true;
	case CVD_PART_GROUP:
		builder->entry = NULL;
		cvd_build_close(builder, 1);
		cvd_build_group(builder, block, block->level);
		return true;
	case CVD_PART_AGAIN:
		cvd_build_again(builder, block);
		return true;
	case CVD_PART_LINE:
		add_remainder(builder, container(builder, block, &depth), block);
		return true;
	default:
		return false;
	}
}

static bool is_in_item(const struct cvd_block *block)
{
	for (block = block->parent; block; block = block->parent)
		if (block->kind == CVD_BLOCK_ITEM)
			return true;
	return false;
}

static void read_text(struct cvd_builder *builder, struct cvd_block *block)
{
	uint32_t depth;
	struct cvd_node *parent;

	leave_entry(builder, block);
	if (read_planned(builder, block))
		return;
	parent = container(builder, block, &depth);
	if (block->parent->kind == CVD_BLOCK_ITEM && block == item_text(block->parent))
		return; /* its item has it */
	if (block->kind == CVD_BLOCK_PARAGRAPH && is_in_item(block)) {
		if (builder->entry != parent ||
		    !cvd_build_technology(builder, parent, block, block->line))
			cvd_build_statement(builder, parent, CVD_PARAGRAPH, block, 0);
	} else if (block->kind == CVD_BLOCK_HEADING && is_in_item(block)) {
		if (block->text.len && parent == builder->entry &&
		    block->parent->kind == CVD_BLOCK_ITEM)
			open_item_group(builder, block->parent, block);
		else if (block->text.len)
			cvd_build_statement(builder, parent, CVD_PARAGRAPH, block, 0);
	} else if (block->kind == CVD_BLOCK_HEADING) {
		if (block->text.len)
			read_heading(builder, block);
	} else if (builder->entry && is_definition_bullet(block)) {
		if (!cvd_build_technology(builder, parent, block, block->line))
			cvd_build_statement(builder, parent, CVD_BULLET, block, 0);
	} else {
		read_paragraph(builder, block);
	}
}

/* Reads the block; true if what stands in it has been read with it. */
static bool read_block(struct cvd_builder *builder, struct cvd_block *block)
{
	switch (block->kind) {
	case CVD_BLOCK_HEADING:
	case CVD_BLOCK_PARAGRAPH:
		read_text(builder, block);
		return true;
	case CVD_BLOCK_LIST:
		leave_entry(builder, block);
		return false;
	case CVD_BLOCK_ITEM:
		read_item(builder, block);
		return false;
	case CVD_BLOCK_DEFINITIONS:
		leave_entry(builder, block);
		return read_definitions(builder, block);
	case CVD_BLOCK_TERM:
		read_term(builder, block);
		return true;
	case CVD_BLOCK_DEFINITION:
		if (is_definition(block->next))
			block->next->level = FURTHER;
		return false;
	case CVD_BLOCK_TABLE:
		leave_entry(builder, block);
		read_table(builder, block);
		return true;
	case CVD_BLOCK_FOOTNOTE:
		read_footnote(builder, block);
		return true;
	case CVD_BLOCK_CODE:
	case CVD_BLOCK_HTML:
		leave_entry(builder, block);
		read_other(builder, block);
		return true;
	default:
		return false;
	}
}

/* --- comments ------------------------------------------------------------------------------------- */

/* Hides what has been built in nodes that were open before. */
static void hide_since(struct cvd_builder *builder, const struct cvd_open_nodes *before)
{
	for (size_t i = 0; i < before->count; i++) {
		struct cvd_node *last = before->last_children[i], *next;
		struct cvd_node *node = last ? last->next : before->nodes[i]->first_child;

		for (; node; node = next) {
			next = node->next;
			cvd_node_hide(builder->reader->doc, node);
		}
	}
}

static void read_document(struct cvd_builder *builder)
{
	struct cvd_builder before = {0};
	struct cvd_open_nodes open = {0};
	struct cvd_block *hidden_end = NULL;
	bool hidden = false;

	for (struct cvd_block *block = builder->reader->outline.root->first_child;
	     block || hidden;) {
		if (hidden && block == hidden_end) {
			hide_since(builder, &open);
			*builder = before;
			hidden = false;
			continue;
		}
		builder->entry_passed |= block == builder->entry_end;
		if (block->kind == CVD_BLOCK_HIDDEN && !hidden) {
			hidden = true;
			hidden_end = next_block(block, true);
			before = *builder;
			open = cvd_build_open_nodes(builder, block);
			builder->hidden = true;
		}
		block = next_block(block, read_block(builder, block));
	}
}

struct cvd_date_votes cvd_markdown_date_votes(struct cvd_str source)
{
	struct cvd_date_votes votes = {0};

	cvd_dates_count_orders(source, &votes.day_first, &votes.month_first);
	return votes;
}

bool cvd_date_votes_month_first(struct cvd_date_votes votes)
{
	return votes.month_first > votes.day_first;
}

enum cvd_status cvd_markdown_read(struct cvd_str source, struct cvd_document **doc,
				  struct cvd_error *error)
{
	struct cvd_date_votes votes = cvd_markdown_date_votes(source);

	return cvd_markdown_read_as(source, cvd_date_votes_month_first(votes), doc, error);
}

enum cvd_status cvd_markdown_read_as(struct cvd_str source, bool month_first,
				     struct cvd_document **doc, struct cvd_error *error)
{
	struct cvd_arena scratch = {0};
	struct cvd_reader reader = {.scratch = &scratch, .source = source};
	struct cvd_builder builder = {.reader = &reader};
	struct cvd_header *headers = NULL;
	enum cvd_status status;

	*doc = NULL;
	reader.doc = cvd_document_new(CVD_FORMAT_MARKDOWN);
	reader.doc->source = source;
	status = cvd_outline_read(&reader.doc->arena, &scratch, source, &reader.outline, error);
	if (status)
		goto done;
	reader.date_order = month_first ? CVD_MONTH_FIRST : CVD_DAY_FIRST;
	cvd_plan_make(&reader, &headers);
	read_document(&builder);
	tell_front(&builder);
	cvd_fields_assign(&reader, headers);
	reader.doc->root->line = reader.outline.line_count ? 1 : 0;
	reader.doc->root->end_line = reader.outline.line_count;
	cvd_document_finish(reader.doc);
	*doc = reader.doc;
	reader.doc = NULL;
done:
	cvd_document_free(reader.doc);
	cvd_arena_free(&scratch);
	return status;
}
