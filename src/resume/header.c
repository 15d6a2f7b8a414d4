/*
 * What stands between the name and the first section: a line with an address, a number or a link is
 * contact, one node per part; a short line is the headline; the rest is the summary. Linear.
 */
#include "reader.h"

#include <string.h>

#define HEADLINE_WORDS 12

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

static bool has_address(struct cvd_str text)
{
	size_t from = 0;

	for (size_t at = 0; at <= text.len; at++) {
		if (at < text.len && text.ptr[at] != ' ' && text.ptr[at] != CVD_BREAK_SOFT &&
		    text.ptr[at] != CVD_BREAK_HARD)
			continue;
		if (at > from && is_address(cvd_str_sub(text, from, at)))
			return true;
		from = at + 1;
	}
	return is_phone(cvd_str_trim(text));
}

/* Length of what separates two contacts on a line. */
static size_t separator_at(struct cvd_str text, size_t at)
{
	static const char *const separators[] = {"|", "·", "•", "∙", "｜"};

	if (text.ptr[at] == CVD_BREAK_SOFT || text.ptr[at] == CVD_BREAK_HARD)
		return 1;
	for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
		if (cvd_str_starts_with(cvd_str_sub(text, at, text.len), cvd_str_from(separators[i])))
			return strlen(separators[i]);
	return 0;
}

static bool is_contact(const struct cvd_block *block)
{
	size_t from = 0, parts = 0;
	bool address = false;

	for (uint32_t i = 0; i < block->span_count; i++)
		address |= (block->spans[i].style & CVD_SPAN_LINK) &&
			   block->spans[i].len * 2 >= block->text.len;
	for (size_t at = 0; at <= block->text.len; at++) {
		size_t len = at < block->text.len ? separator_at(block->text, at) : 1;

		if (!len)
			continue;
		parts++;
		address |= has_address(cvd_str_sub(block->text, from, at));
		from = at + len;
		at = from - 1;
	}
	/* links to profiles carry names: `[Code](…) | [Blog](…)` */
	for (uint32_t i = 0; i < block->span_count && parts > 1; i++)
		address |= (block->spans[i].style & CVD_SPAN_LINK) && block->spans[i].target.len;
	return address && cvd_reader_count_words(block->text) <= parts * 6;
}

static void add_contacts(struct cvd_reader *reader, const struct cvd_block *block)
{
	const uint8_t *styles = cvd_reader_styles(reader, block);
	struct cvd_str text = block->text;
	uint32_t line = block->line;
	size_t from = 0;

	for (size_t at = 0; at <= text.len; at++) {
		size_t len = at < text.len ? separator_at(text, at) : 1;
		bool broken = at < text.len && len && (text.ptr[at] == CVD_BREAK_SOFT ||
						       text.ptr[at] == CVD_BREAK_HARD);

		if (!len)
			continue;
		if (cvd_str_trim(cvd_str_sub(text, from, at)).len) {
			struct cvd_node *node =
				cvd_node_add(reader->doc, reader->doc->root, CVD_CONTACT);

			node->source = cvd_str_trim(
				cvd_reader_markup(reader, block, styles, from, at));
			node->line = node->end_line = line;
			cvd_reader_set_text(reader, node, block, from, at);
		}
		if (broken && line < block->end_line)
			line++;
		from = at + len;
		at = from - 1;
	}
}

static bool has_kind(const struct cvd_node *root, enum cvd_kind kind)
{
	for (const struct cvd_node *child = root->first_child; child; child = child->next)
		if (child->kind == kind)
			return true;
	return false;
}

static bool is_headline(const struct cvd_block *block)
{
	struct cvd_str text = block->text;

	return text.len && cvd_reader_count_words(text) <= HEADLINE_WORDS &&
	       !strchr(".!?", text.ptr[text.len - 1]) &&
	       cvd_str_find_char(text, CVD_BREAK_SOFT, 0) == SIZE_MAX;
}

void cvd_header_add(struct cvd_reader *reader, const struct cvd_block *block, enum cvd_kind kind)
{
	struct cvd_node *root = reader->doc->root, *node;

	if (is_contact(block)) {
		add_contacts(reader, block);
		return;
	}
	if (kind == CVD_SUMMARY && !has_kind(root, CVD_HEADLINE) && !has_kind(root, CVD_SUMMARY) &&
	    has_kind(root, CVD_NAME) && is_headline(block))
		kind = CVD_HEADLINE;
	node = cvd_node_add(reader->doc, root, kind);
	cvd_reader_set_text(reader, node, block, 0, block->text.len);
	cvd_reader_set_lines(reader, node, block->line, block->end_line);
}
