/*
 * What stands between the name and the first section: a line with an address, a number or a link is
 * contact, one node per part; a short line is the headline; the rest is the summary. Linear.
 */
#include "reader.h"

#include <string.h>

#define HEADLINE_WORDS 12
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

static bool is_space(char c)
{
	return c == ' ' || c == CVD_BREAK_SOFT || c == CVD_BREAK_HARD;
}

/* Length of what separates two contacts at `at`. A soft break is a space, so that rewrapping changes
 * nothing. */
static size_t separator_at(struct cvd_str text, size_t at)
{
	return text.ptr[at] == CVD_BREAK_HARD ? 1 : cvd_reader_mark_at(text, at);
}

struct part {
	size_t from, to; /* bytes of the block's text */
	bool address;    /* says where to reach a person */
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
		if (is_space(text.ptr[at])) {
			at++;
			continue;
		}
		link = link_at(block, &span, at);
		while (end < text.len && !is_space(text.ptr[end]) && !separator_at(text, end))
			end++;
		if (link && link->start + link->len > end)
			end = link->start + link->len;
		if (is_address(cvd_str_sub(text, at, end)) ||
		    (link && !cvd_str_trim(cvd_str_sub(text, part.from, at)).len)) {
			part.to = end;
			part.address = true;
			if (end == text.len || is_space(text.ptr[end])) {
				CVD_PUSH(reader->scratch, &parts, part);
				part = (struct part){.from = end};
			}
		}
		at = end;
	}
	return parts;
}

/* Contacts are short; a line that mentions an address is one only if it says little else. */
static bool are_contacts(const struct cvd_block *block, const struct parts *parts)
{
	bool address = false;

	for (size_t i = 0; i < parts->len; i++)
		address |= parts->items[i].address;
	return address && cvd_reader_count_words(block->text) <= parts->len * CONTACT_WORDS;
}

bool cvd_contacts_add(struct cvd_reader *reader, struct cvd_node *parent,
		      const struct cvd_block *block)
{
	struct parts parts = cut(reader, block);
	const uint8_t *styles = cvd_reader_styles(reader, block);
	uint32_t line = block->line;
	size_t counted = 0;

	if (!are_contacts(block, &parts))
		return false;
	for (size_t i = 0; i < parts.len; i++) {
		const struct part *part = &parts.items[i];
		struct cvd_node *node = cvd_node_add(reader->doc, parent, CVD_CONTACT);

		for (; counted < part->from; counted++)
			if (is_space(block->text.ptr[counted]) && block->text.ptr[counted] != ' ' &&
			    line < block->end_line)
				line++;
		node->source =
			cvd_str_trim(cvd_reader_markup(reader, block, styles, part->from, part->to));
		node->line = node->end_line = line;
		cvd_reader_set_text(reader, node, block, part->from, part->to);
	}
	return true;
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

	if (cvd_contacts_add(reader, root, block))
		return;
	if (!reader->has_kind[CVD_HEADLINE] && !reader->has_kind[CVD_SUMMARY] &&
	    reader->has_kind[CVD_NAME] && is_headline(block))
		kind = CVD_HEADLINE;
	node = cvd_node_add(reader->doc, root, kind);
	reader->has_kind[kind] = true;
	cvd_reader_set_text(reader, node, block, 0, block->text.len);
	cvd_reader_set_lines(reader, node, block->line, block->end_line);
}
