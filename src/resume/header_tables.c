/*
 * The header of a résumé in other forms than lines: tables of contacts (`Email | …` a row, or labels
 * in the head and one row below), definition lists, front matter. A label is layout where it only names the
 * kind of address; what no address is keeps its label (`Born: 1990`). Front matter tells what the body does
 * not: call it last. Linear in the cells; in front matter, keys × contacts.
 */
#include "header_parts.h"
#include "html.h"

#include "base/text.h"

#include <string.h>

/* Front matter beyond that many values of contact is not looked at. */
#define FRONT_CONTACTS 32

static bool is_contact_label(enum cvd_label label)
{
	switch (label) {
	case CVD_LABEL_EMAIL:
	case CVD_LABEL_PHONE:
	case CVD_LABEL_ADDRESS:
	case CVD_LABEL_LOCATION:
	case CVD_LABEL_URL:
	case CVD_LABEL_PROFILE:
	case CVD_LABEL_NAME:
		return true;
	default:
		return false;
	}
}

/* `GitHub`, `github.com/jane`: the address says what it is. */
static bool names_itself(struct cvd_reader *reader, struct cvd_str label, struct cvd_str text)
{
	struct cvd_str folded = cvd_text_fold(reader->scratch, cvd_str_trim(label));

	return folded.len &&
	       cvd_str_find(cvd_text_fold(reader->scratch, text), folded, 0) != SIZE_MAX;
}

/* Adds what the label announces. Unknown labels stay in front of the text. */
static void add_labelled(struct cvd_reader *reader, struct cvd_node *parent,
			 const struct cvd_block *label, const struct cvd_block *value)
{
	enum cvd_label known = cvd_lexicon_label(reader->scratch, label->text);
	struct cvd_document *doc = reader->doc;
	struct cvd_node *node, *before = parent->last_child;
	enum cvd_kind kind = parent == doc->root || known == CVD_LABEL_NAME
				     ? cvd_header_kind_of(reader, known)
				     : CVD_CONTACT;

	if (kind != CVD_CONTACT || !value->text.len ||
	    !cvd_contacts_add(reader, parent, value, is_contact_label(known))) {
		node = cvd_header_add_node(reader, parent, kind);
		cvd_reader_set_text(reader, node, value, 0, value->text.len);
	}
	node = before ? before->next : parent->first_child;
	cvd_reader_set_lines(reader, node, label->line, value->end_line);
	if (!label->text.len)
		return;
	if (kind != CVD_CONTACT || (is_contact_label(known) && known != CVD_LABEL_PROFILE) ||
	    names_itself(reader, label->text, node->text))
		CVD_PUSH(&doc->arena, &doc->layout,
			 (struct cvd_layout_word){cvd_reader_flatten(label->text), node});
	else if (!node->link_count)
		node->text = cvd_arena_format(&doc->arena, "%.*s: %.*s",
					      CVD_STR_ARG(cvd_reader_flatten(label->text)),
					      CVD_STR_ARG(node->text));
	else
		CVD_PUSH(&doc->arena, &doc->layout,
			 (struct cvd_layout_word){cvd_reader_flatten(label->text), node});
}

/* Cells of a row that are labels of contacts. */
static size_t count_labels(struct cvd_reader *reader, const struct cvd_block *row)
{
	size_t count = 0;

	for (const struct cvd_block *cell = row->first_child; cell; cell = cell->next)
		count += is_contact_label(cvd_lexicon_label(reader->scratch, cell->text));
	return count;
}

static bool has_two_cells(const struct cvd_block *row)
{
	return row->first_child && row->first_child->next && !row->first_child->next->next;
}

/* The head says nothing but what the columns are. */
static void lay_out_head(struct cvd_reader *reader, struct cvd_node *first,
			 const struct cvd_block *head)
{
	for (const struct cvd_block *cell = head->first_child; cell; cell = cell->next)
		if (cell->text.len)
			CVD_PUSH(&reader->doc->arena, &reader->doc->layout,
				 (struct cvd_layout_word){cvd_reader_flatten(cell->text), first});
	cvd_reader_add_source(reader, first, head);
}

/* `Email | …` in each row; the head, if it is no such row, says nothing but what the columns are. */
static bool add_rows(struct cvd_reader *reader, struct cvd_node *parent,
		     const struct cvd_block *table)
{
	const struct cvd_block *head = NULL;
	struct cvd_node *before = parent->last_child, *first;
	size_t labels = 0;

	for (const struct cvd_block *row = table->first_child; row; row = row->next) {
		if (!has_two_cells(row))
			return false;
		if (is_contact_label(cvd_lexicon_label(reader->scratch, row->first_child->text)))
			labels++;
		else if (row->level == 1)
			head = row;
	}
	if (!labels)
		return false;
	for (const struct cvd_block *row = table->first_child; row; row = row->next)
		if (row != head && (row->first_child->text.len || row->first_child->next->text.len))
			add_labelled(reader, parent, row->first_child, row->first_child->next);
	first = before ? before->next : parent->first_child;
	if (head && first)
		lay_out_head(reader, first, head);
	return true;
}

/* The head holds the labels, the one row below it the contacts. */
static bool add_columns(struct cvd_reader *reader, struct cvd_node *parent,
			const struct cvd_block *table)
{
	const struct cvd_block *head = table->first_child, *row = head ? head->next : NULL, *value;

	if (!row || row->next || count_labels(reader, head) < 2)
		return false;
	value = row->first_child;
	for (const struct cvd_block *label = head->first_child; label; label = label->next) {
		if (!value)
			return true;
		if (label->text.len || value->text.len)
			add_labelled(reader, parent, label, value);
		value = value->next;
	}
	return true;
}

/* `Contact | Links`: titles, as sections have. */
static bool are_titles(struct cvd_reader *reader, const struct cvd_block *row)
{
	const struct cvd_block *cell = row->first_child;

	while (cell && (!cell->text.len || cvd_lexicon_section(reader->scratch, cell->text).known))
		cell = cell->next;
	return row->level == 1 && row->next && !cell;
}

/* Cells with contacts, and nothing else. */
static bool add_cells(struct cvd_reader *reader, struct cvd_node *parent,
		      const struct cvd_block *table)
{
	const struct cvd_block *head = table->first_child;
	struct cvd_node *before = parent->last_child, *first;
	bool here = false;

	for (const struct cvd_block *row = table->first_child; row; row = row->next)
		for (const struct cvd_block *cell = row->first_child; cell; cell = cell->next) {
			if (cvd_reader_count_words(cell->text) > CVD_HEADLINE_WORDS)
				return false;
			here |= cvd_contacts_here(reader, cell);
		}
	if (!here)
		return false;
	if (!are_titles(reader, head))
		head = NULL;
	for (const struct cvd_block *row = head ? head->next : table->first_child; row;
	     row = row->next)
		for (const struct cvd_block *cell = row->first_child; cell; cell = cell->next) {
			struct cvd_node *node;

			bool title = parent == reader->doc->root &&
				     !reader->has_kind[CVD_HEADLINE] &&
				     (cvd_lexicon_words(reader->scratch, cell->text).whole &
				      CVD_WORD_TITLE);

			if (!cell->text.len ||
			    (!title && cvd_contacts_add(reader, parent, cell, true)))
				continue;
			node = cvd_header_add_node(reader, parent,
						   title ? CVD_HEADLINE : CVD_CONTACT);
			cvd_reader_set_text(reader, node, cell, 0, cell->text.len);
			cvd_reader_set_lines(reader, node, cell->line, cell->end_line);
		}
	first = before ? before->next : parent->first_child;
	if (head && first)
		lay_out_head(reader, first, head);
	return true;
}

bool cvd_header_add_table(struct cvd_reader *reader, struct cvd_node *parent,
			  const struct cvd_block *table)
{
	size_t columns = 0;

	for (const struct cvd_block *row = table->first_child; row; row = row->next) {
		size_t cells = 0;

		for (const struct cvd_block *cell = row->first_child; cell; cell = cell->next)
			cells++;
		if (columns && cells != columns)
			return false;
		columns = cells;
	}
	return add_columns(reader, parent, table) || add_rows(reader, parent, table) ||
	       add_cells(reader, parent, table);
}

/* The one text of the definition, or NULL. */
static const struct cvd_block *definition_text(const struct cvd_block *definition)
{
	const struct cvd_block *text = definition ? definition->first_child : NULL;

	return definition && definition->kind == CVD_BLOCK_DEFINITION && text && !text->next &&
			       text->kind == CVD_BLOCK_PARAGRAPH
		       ? text
		       : NULL;
}

bool cvd_header_add_definitions(struct cvd_reader *reader, struct cvd_node *parent,
				const struct cvd_block *list)
{
	const struct cvd_block *term;
	size_t labels = 0;

	for (term = list->first_child; term; term = term->next->next) {
		if (term->kind != CVD_BLOCK_TERM || !definition_text(term->next))
			return false;
		labels += is_contact_label(cvd_lexicon_label(reader->scratch, term->text));
	}
	if (!labels)
		return false;
	for (term = list->first_child; term; term = term->next->next)
		add_labelled(reader, parent, term, definition_text(term->next));
	return true;
}

/* --- front matter ------------------------------------------------------------------------------- */

/* The last part of the key says what the value is, `fullname` what the lexicon does not know. */
static enum cvd_kind kind_of_key(struct cvd_reader *reader, struct cvd_str key,
				 enum cvd_label *label)
{
	static const struct {
		const char *key;
		enum cvd_kind kind;
		enum cvd_label label;
	} keys[] = {
		{"name", CVD_NAME, CVD_LABEL_NAME},
		{"author", CVD_NAME, CVD_LABEL_NAME},
		{"fullname", CVD_NAME, CVD_LABEL_NAME},
		{"title", CVD_HEADLINE, CVD_LABEL_TITLE},
		{"headline", CVD_HEADLINE, CVD_LABEL_TITLE},
		{"position", CVD_HEADLINE, CVD_LABEL_TITLE},
		{"label", CVD_HEADLINE, CVD_LABEL_TITLE},
		{"tagline", CVD_HEADLINE, CVD_LABEL_TITLE},
		{"jobtitle", CVD_HEADLINE, CVD_LABEL_TITLE},
		{"email", CVD_CONTACT, CVD_LABEL_EMAIL},
		{"mail", CVD_CONTACT, CVD_LABEL_EMAIL},
		{"phone", CVD_CONTACT, CVD_LABEL_PHONE},
		{"tel", CVD_CONTACT, CVD_LABEL_PHONE},
		{"mobile", CVD_CONTACT, CVD_LABEL_PHONE},
		{"location", CVD_CONTACT, CVD_LABEL_LOCATION},
		{"address", CVD_CONTACT, CVD_LABEL_ADDRESS},
		{"city", CVD_CONTACT, CVD_LABEL_LOCATION},
		{"website", CVD_CONTACT, CVD_LABEL_URL},
		{"url", CVD_CONTACT, CVD_LABEL_URL},
		{"web", CVD_CONTACT, CVD_LABEL_URL},
		{"www", CVD_CONTACT, CVD_LABEL_URL},
		{"blog", CVD_CONTACT, CVD_LABEL_URL},
		{"homepage", CVD_CONTACT, CVD_LABEL_URL},
		{"github", CVD_CONTACT, CVD_LABEL_PROFILE},
		{"gitlab", CVD_CONTACT, CVD_LABEL_PROFILE},
		{"linkedin", CVD_CONTACT, CVD_LABEL_PROFILE},
		{"twitter", CVD_CONTACT, CVD_LABEL_PROFILE},
		{"mastodon", CVD_CONTACT, CVD_LABEL_PROFILE},
		{"orcid", CVD_CONTACT, CVD_LABEL_PROFILE},
	};
	struct cvd_str folded = cvd_text_fold(reader->scratch, key);

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (cvd_str_equal(folded, cvd_str_from(keys[i].key))) {
			*label = keys[i].label;
			return keys[i].kind;
		}
	return CVD_KIND_COUNT;
}

/* Keys of the person: at the top, or in a map that is about the person. Gives the last part. */
static bool is_of_person(struct cvd_reader *reader, struct cvd_str path, struct cvd_str *key)
{
	static const char *const maps[] = {"basics", "contact",  "contacts", "social", "author",
					   "cv",     "personal", "person",   "header", "info",
					   "about",  "links",    "profile",  "socials"};
	struct cvd_str folded = cvd_text_fold(reader->scratch, path);
	size_t from = 0, dot;

	while ((dot = cvd_str_find_char(folded, '.', from)) != SIZE_MAX) {
		struct cvd_str map = cvd_str_sub(folded, from, dot);
		bool known = map.len == 1 && map.ptr[0] == '0';

		for (size_t i = 0; i < sizeof maps / sizeof *maps; i++)
			known |= cvd_str_equal(map, cvd_str_from(maps[i]));
		if (!known)
			return false;
		from = dot + 1;
	}
	*key = cvd_str_sub(folded, from, folded.len);
	return true;
}

/* The body has a contact with the same text or target. */
static bool is_told(const struct cvd_reader *reader, struct cvd_str value)
{
	struct cvd_node *next;

	for (const struct cvd_node *node = reader->doc->root->first_child; node; node = next) {
		next = node->next;
		if (node->kind != CVD_CONTACT)
			continue;
		if (cvd_str_find(node->text, value, 0) != SIZE_MAX)
			return true;
		for (uint32_t i = 0; i < node->link_count; i++)
			if (cvd_str_find(node->links[i].target, value, 0) != SIZE_MAX)
				return true;
	}
	return false;
}

static void add_front(struct cvd_reader *reader, const struct cvd_front *item, struct cvd_str value,
		      enum cvd_kind kind, enum cvd_label label, struct cvd_str key)
{
	struct cvd_node *node = cvd_header_add_node(reader, reader->doc->root, kind);
	struct cvd_document *doc = reader->doc;

	cvd_reader_set_lines(reader, node, item->line, item->line);
	node->text = value;
	/* `github: jane` says less than a page */
	if (label == CVD_LABEL_PROFILE && cvd_str_find_char(value, '/', 0) == SIZE_MAX)
		node->text = cvd_arena_format(&doc->arena, "%.*s: %.*s", CVD_STR_ARG(key),
					      CVD_STR_ARG(value));
}

/* The words of HTML. */
static struct cvd_str words_of(struct cvd_reader *reader, struct cvd_str html)
{
	struct cvd_html_scanner scanner = {.html = html};
	struct cvd_html_token token;
	struct cvd_buf text = {0};
	struct cvd_str words;

	while (cvd_html_next(&scanner, &token))
		if (token.kind == CVD_HTML_TEXT)
			cvd_html_decode(&text, token.text);
	words = cvd_arena_copy(&reader->doc->arena, cvd_buf_str(&text));
	cvd_buf_free(&text);
	return cvd_str_trim(words);
}

/* `header:` as a list of `text: …` with `link: …` behind it: each is a line above the first section. */
static bool add_header_text(struct cvd_reader *reader, const struct cvd_front *items, size_t count,
			    size_t i)
{
	const struct cvd_str from = CVD_STR("header."), to = CVD_STR(".text");
	struct cvd_str path = items[i].key, next;
	struct cvd_block block = {
		.kind = CVD_BLOCK_PARAGRAPH, .line = items[i].line, .end_line = items[i].line};
	struct cvd_span link = {.style = CVD_SPAN_LINK};

	if (!cvd_str_starts_with(path, from) || !cvd_str_ends_with(path, to))
		return false;
	block.text = words_of(reader, items[i].value);
	next = i + 1 < count ? items[i + 1].key : (struct cvd_str){0};
	if (next.len == path.len && cvd_str_ends_with(next, CVD_STR(".link")) &&
	    cvd_str_starts_with(next, cvd_str_sub(path, 0, path.len - to.len))) {
		link.len = (uint32_t)block.text.len;
		link.target = items[i + 1].value;
		block.spans = &link;
		block.span_count = 1;
	}
	return block.text.len && cvd_contacts_add(reader, reader->doc->root, &block, true);
}

void cvd_header_front(struct cvd_reader *reader, const struct cvd_front *items, size_t count)
{
	size_t contacts = 0;

	for (size_t i = 0; i < count; i++) {
		enum cvd_label label = CVD_LABEL_NONE;
		struct cvd_str value = cvd_str_trim(items[i].value), key;
		enum cvd_kind kind;

		if (!value.len ||
		    (contacts < FRONT_CONTACTS && add_header_text(reader, items, count, i) &&
		     ++contacts) ||
		    !is_of_person(reader, items[i].key, &key))
			continue;
		kind = kind_of_key(reader, key, &label);
		if (kind == CVD_KIND_COUNT || cvd_header_is_document_title(reader, value))
			continue;
		/* the title of a page may be any: `Jane Doe's CV`, `Jane Doe` */
		if (cvd_str_equal(key, CVD_STR("title")) &&
		    !cvd_lexicon_is_title(reader->scratch, value)) {
			value = cvd_header_without_document(value);
			if (!cvd_header_looks_like_name(reader, value))
				continue;
			kind = CVD_NAME;
		}
		if (kind == CVD_CONTACT ? contacts++ >= FRONT_CONTACTS || is_told(reader, value)
					: reader->has_kind[kind] || cvd_reader_count_words(value) >
									    CVD_HEADLINE_WORDS)
			continue;
		add_front(reader, &items[i], value, kind, label, key);
	}
}
