/*
 * What stands between the name and the first section: a line with an address, a number or a link is
 * contact, one node per part; a short line is the headline; the rest is the summary. Linear.
 */
#include "lexicon.h"
#include "reader.h"

#include "base/text.h"

#include <string.h>

#define HEADLINE_WORDS 12
/* A longer heading is no name. */
#define NAME_BYTES 200
/* Words that a contact has at most on average: `Portland, Oregon, United States of America`. */
#define CONTACT_WORDS 6

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_phone(struct cvd_str text)
{
	size_t digits = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (is_digit(text.ptr[i]))
			digits++;
		else if (!strchr(" +-()./", text.ptr[i]))
			return false;
	}
	return digits >= 7 && digits <= 15;
}

/* One word of the form `a@b.c`, `www.x`, `scheme://x` or `x.org/y`. */
static bool is_address(struct cvd_str word)
{
	size_t at = cvd_str_find_char(word, '@', 0), dot;

	if (at != SIZE_MAX && at > 0)
		return cvd_str_find_char(word, '.', at) != SIZE_MAX;
	if (cvd_str_find(word, CVD_STR("://"), 0) != SIZE_MAX ||
	    cvd_str_starts_with(word, CVD_STR("www.")))
		return true;
	dot = cvd_str_find_char(word, '.', 1);
	return dot != SIZE_MAX && cvd_str_find_char(word, '/', dot + 2) != SIZE_MAX;
}

/* Length of what separates two contacts at `at`. A soft break is a space, so that rewrapping changes
 * nothing. */
static size_t separator_at(struct cvd_str text, size_t at)
{
	bool slash = text.ptr[at] == '/' && at > 0 && text.ptr[at - 1] == ' ' &&
		     at + 1 < text.len && text.ptr[at + 1] == ' ';

	return text.ptr[at] == CVD_BREAK_HARD || slash ? 1 : cvd_reader_mark_at(text, at);
}

struct part {
	size_t from, to; /* bytes of the block's text */
	bool address;    /* says where to reach a person */
	uint32_t line;
};

struct parts {
	struct part *items;
	size_t len, cap;
};

/* The link that begins at `at`, or NULL. */
static const struct cvd_span *link_at(const struct cvd_block *block, uint32_t *next, size_t at)
{
	while (*next < block->span_count && block->spans[*next].start < at)
		++*next;
	for (uint32_t i = *next; i < block->span_count && block->spans[i].start == at; i++)
		if ((block->spans[i].style & CVD_SPAN_LINK) && block->spans[i].target.len)
			return &block->spans[i];
	return NULL;
}

/*
 * Cuts at separators, and behind each address or link that begins a part: those need none. A link
 * within a sentence ends nothing.
 */
static struct parts cut(struct cvd_reader *reader, const struct cvd_block *block)
{
	struct cvd_str text = block->text;
	struct parts parts = {0};
	struct part part = {0};
	uint32_t span = 0;
	size_t at = 0;

	while (at <= text.len) {
		size_t len = at < text.len ? separator_at(text, at) : 1, end = at;
		const struct cvd_span *link;

		if (len) {
			part.to = at;
			if (is_phone(cvd_str_trim(cvd_str_sub(text, part.from, at))))
				part.address = true;
			if (cvd_str_trim(cvd_str_sub(text, part.from, at)).len)
				CVD_PUSH(reader->scratch, &parts, part);
			at += len;
			part = (struct part){.from = at};
			continue;
		}
		if (cvd_reader_is_space(text.ptr[at])) {
			at++;
			continue;
		}
		link = link_at(block, &span, at);
		while (end < text.len && !cvd_reader_is_space(text.ptr[end]) &&
		       !separator_at(text, end))
			end++;
		if (link && link->start + link->len > end)
			end = link->start + link->len;
		if (is_address(cvd_str_sub(text, at, end)) ||
		    (link && !cvd_str_trim(cvd_str_sub(text, part.from, at)).len)) {
			part.to = end;
			part.address = true;
			if (end == text.len || cvd_reader_is_space(text.ptr[end])) {
				CVD_PUSH(reader->scratch, &parts, part);
				part = (struct part){.from = end};
			}
		}
		at = end;
	}
	return parts;
}

/* Contacts are short; a line that mentions an address is one only if it says little else. `address`:
 * one is known already. */
static bool are_contacts(const struct cvd_block *block, const struct parts *parts, bool address)
{
	for (size_t i = 0; i < parts->len; i++)
		address |= parts->items[i].address;
	return address && parts->len &&
	       cvd_reader_count_words(block->text) <= parts->len * CONTACT_WORDS;
}

/* Words that say what kind of address follows the colon. They lay the line out. */
static const char *const labels[] = {"email",   "e-mail",   "mail",      "phone",     "telephone",
				     "tel",     "mobile",   "cell",      "address",   "location",
				     "website", "web",      "homepage",  "url",       "telefon",
				     "mobil",   "adresse",  "téléphone", "courriel",  "teléfono",
				     "correo",  "telefone", "telefono",  "indirizzo", "adres",
				     "телефон", "почта",    "адрес",     "電話",      "电话",
				     "メール",  "邮箱",     "住所",      "地址",      "이메일",
				     "전화"};

/* The same where the address names it again: `GitHub: github.com/jane`, but not `GitHub: jane`. */
static const char *const places[] = {"github", "gitlab", "linkedin", "twitter", "blog"};

static bool is_one_of(struct cvd_str word, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (cvd_str_equal(word, cvd_str_from(words[i])))
			return true;
	return false;
}

/* Bytes of the label that the part begins with, its colon and the space behind it left out; 0 if it
 * begins with none or holds nothing else. */
static size_t label_length(struct cvd_reader *reader, struct cvd_str part)
{
	size_t colon = cvd_str_find_char(part, ':', 0);
	struct cvd_str label, rest;

	if (colon == SIZE_MAX || colon + 1 >= part.len || !cvd_reader_is_space(part.ptr[colon + 1]))
		return 0;
	label = cvd_text_fold(reader->scratch, cvd_str_sub(part, 0, colon));
	rest = cvd_text_fold(reader->scratch, cvd_str_trim(cvd_str_sub(part, colon + 1, part.len)));
	if (!rest.len)
		return 0;
	if (is_one_of(label, labels, sizeof labels / sizeof *labels))
		return colon;
	return is_one_of(label, places, sizeof places / sizeof *places) &&
			       cvd_str_find(rest, label, 0) != SIZE_MAX
		       ? colon
		       : 0;
}

/* The first line above the addresses says what the person is. */
static bool begins_with_headline(const struct cvd_reader *reader, const struct cvd_node *parent,
				 const struct cvd_block *block, const struct part *first)
{
	struct cvd_str text = cvd_str_sub(block->text, first->from, first->to);

	return parent == reader->doc->root && reader->has_kind[CVD_NAME] &&
	       !reader->has_kind[CVD_HEADLINE] && !first->address && first->to < block->text.len &&
	       block->text.ptr[first->to] == CVD_BREAK_HARD &&
	       cvd_str_find_char(text, ',', 0) == SIZE_MAX &&
	       cvd_reader_count_words(text) <= HEADLINE_WORDS;
}

static void add_part(struct cvd_reader *reader, struct cvd_node *parent, enum cvd_kind kind,
		     const struct cvd_block *block, const uint8_t *styles, const struct part *part)
{
	struct cvd_node *node = cvd_node_add(reader->doc, parent, kind);
	size_t from = part->from, label;

	while (from < part->to && cvd_reader_is_space(block->text.ptr[from]))
		from++;
	label = label_length(reader, cvd_str_sub(block->text, from, part->to));
	if (label)
		CVD_PUSH(&reader->doc->arena, &reader->doc->layout,
			 (struct cvd_layout_word){cvd_str_sub(block->text, from, from + label),
						  node});
	if (label)
		from += label + 1;
	node->source = cvd_str_trim(cvd_reader_markup(reader, block, styles, part->from, part->to));
	node->line = node->end_line = part->line;
	cvd_reader_set_text(reader, node, block, from, part->to);
}

bool cvd_contacts_add(struct cvd_reader *reader, struct cvd_node *parent,
		      const struct cvd_block *block, bool among_contacts)
{
	struct parts parts = cut(reader, block);
	const uint8_t *styles;
	uint32_t line = block->line;
	size_t counted = 0;

	if (!are_contacts(block, &parts, among_contacts))
		return false;
	styles = cvd_reader_styles(reader, block);
	for (size_t i = 0; i < parts.len; i++) {
		struct part *part = &parts.items[i];
		enum cvd_kind kind = CVD_CONTACT;

		for (; counted < part->from; counted++)
			if (cvd_reader_is_break(block->text.ptr[counted]) && line < block->end_line)
				line++;
		part->line = line;
		if (i == 0 && begins_with_headline(reader, parent, block, part)) {
			kind = CVD_HEADLINE;
			reader->has_kind[kind] = true;
		}
		add_part(reader, parent, kind, block, styles, part);
	}
	return true;
}

bool cvd_contacts_here(struct cvd_reader *reader, const struct cvd_block *block)
{
	struct parts parts = cut(reader, block);

	return are_contacts(block, &parts, false);
}

static bool is_headline(const struct cvd_block *block)
{
	struct cvd_str text = block->text;

	return text.len && cvd_reader_count_words(text) <= HEADLINE_WORDS &&
	       !strchr(".!?", text.ptr[text.len - 1]);
}

void cvd_header_add(struct cvd_reader *reader, const struct cvd_block *block)
{
	struct cvd_node *root = reader->doc->root, *node;
	enum cvd_kind kind = CVD_SUMMARY;

	if (cvd_contacts_add(reader, root, block, false))
		return;
	if (!reader->has_kind[CVD_HEADLINE] && !reader->has_kind[CVD_SUMMARY] &&
	    reader->has_kind[CVD_NAME] && is_headline(block))
		kind = CVD_HEADLINE;
	node = cvd_node_add(reader->doc, root, kind);
	reader->has_kind[kind] = true;
	cvd_reader_set_text(reader, node, block, 0, block->text.len);
	cvd_reader_set_lines(reader, node, block->line, block->end_line);
}

/* `Jane Doe, Engineer`: behind the separator a title, in front of it none. */
static size_t find_headline(struct cvd_reader *reader, struct cvd_str text, size_t *behind)
{
	static const char *const separators[] = {" | ", ", ", " – ", " — ", " - ", " · "};

	for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
		struct cvd_str separator = cvd_str_from(separators[i]);
		size_t at = cvd_str_find(text, separator, 0);

		if (at == SIZE_MAX || at == 0)
			continue;
		*behind = at + separator.len;
		if (!cvd_lexicon_is_title(reader->scratch, cvd_str_sub(text, 0, at)) &&
		    cvd_lexicon_is_title(reader->scratch, cvd_str_sub(text, *behind, text.len)))
			return at;
	}
	return SIZE_MAX;
}

void cvd_header_name(struct cvd_reader *reader, const struct cvd_block *heading)
{
	size_t behind = 0, end = heading->text.len <= NAME_BYTES
					 ? find_headline(reader, heading->text, &behind)
					 : SIZE_MAX;
	struct cvd_node *name = cvd_node_add(reader->doc, reader->doc->root, CVD_NAME), *headline;

	reader->has_kind[CVD_NAME] = true;
	cvd_reader_set_lines(reader, name, heading->line, heading->end_line);
	if (end == SIZE_MAX) {
		cvd_reader_set_text(reader, name, heading, 0, heading->text.len);
		return;
	}
	headline = cvd_node_add(reader->doc, reader->doc->root, CVD_HEADLINE);
	reader->has_kind[CVD_HEADLINE] = true;
	cvd_reader_set_text(reader, name, heading, 0, end);
	cvd_reader_set_text(reader, headline, heading, behind, heading->text.len);
	headline->line = headline->end_line = heading->line;
	headline->source = headline->text;
	name->source = name->text;
}
