/*
 * Keywords in a text: `Go, Rust · C++`, one group per labelled line (`Languages: Go, Rust`). Cut at
 * separators outside parentheses and at hard breaks; a soft break is a space, because rewrapping
 * must not change what is read. Prose is told from a list by the length of its parts.
 *
 * One pass over the text: linear.
 */
#include "reader.h"

#include "base/buf.h"

#include <string.h>

/* A list's parts have at most that many words on average, and a label that many at all. */
#define KEYWORD_WORDS 4
#define LABEL_WORDS 5
/* Text of a single part is a keyword up to this many words. */
#define SINGLE_WORDS 4

struct part {
	size_t from, to;
	bool label; /* stands before a colon */
};

struct parts {
	struct part *items;
	size_t len, cap;
};

static size_t separator_at(struct cvd_str text, size_t at)
{
	static const char *const wide[] = {"、", "，", "；", "／"};
	char c = text.ptr[at];
	bool spaced =
		at > 0 && text.ptr[at - 1] == ' ' && at + 1 < text.len && text.ptr[at + 1] == ' ';

	if (c == ',' || c == ';')
		return at + 1 == text.len || strchr(" \n\r", text.ptr[at + 1]) ? 1 : 0;
	if (c == CVD_BREAK_HARD || (c == '/' && spaced))
		return 1;
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
		if (cvd_str_starts_with(cvd_str_sub(text, at, text.len), cvd_str_from(wide[i])))
			return strlen(wide[i]);
	return cvd_reader_mark_at(text, at);
}

static void add_part(struct cvd_reader *reader, struct parts *parts, struct cvd_str text,
		     size_t from, size_t to, bool label)
{
	while (from < to && cvd_reader_is_space(text.ptr[from]))
		from++;
	while (to > from && cvd_reader_is_space(text.ptr[to - 1]))
		to--;
	if (from < to)
		CVD_PUSH(reader->scratch, parts, (struct part){from, to, label});
}

/* The colon ends a label if what stands before it since the last break is short. */
static bool ends_label(struct cvd_str text, size_t line_start, size_t at, bool first_of_line)
{
	struct cvd_str label = cvd_str_sub(text, line_start, at);

	if (text.ptr[at] != ':' || !first_of_line || at == line_start)
		return false;
	if (at + 1 < text.len && !cvd_reader_is_space(text.ptr[at + 1]))
		return false;
	return cvd_reader_count_words(label) <= LABEL_WORDS;
}

static struct parts cut(struct cvd_reader *reader, struct cvd_str text)
{
	struct parts parts = {0};
	size_t start = 0, depth = 0;
	bool first_of_line = true;

	for (size_t at = 0; at < text.len; at++) {
		size_t len;

		if (text.ptr[at] == '(')
			depth++;
		else if (text.ptr[at] == ')' && depth)
			depth--;
		if (text.ptr[at] == CVD_BREAK_HARD)
			depth = 0;
		if (depth)
			continue;
		if (ends_label(text, start, at, first_of_line)) {
			add_part(reader, &parts, text, start, at, true);
			first_of_line = false;
			start = at + 1;
			continue;
		}
		len = separator_at(text, at);
		if (!len)
			continue;
		add_part(reader, &parts, text, start, at, false);
		first_of_line = text.ptr[at] == CVD_BREAK_HARD;
		start = at + len;
		at += len - 1;
	}
	add_part(reader, &parts, text, start, text.len, false);
	return parts;
}

static bool is_list(const struct parts *parts, struct cvd_str text)
{
	size_t words = 0, keywords = 0;

	for (size_t i = 0; i < parts->len; i++) {
		const struct part *part = &parts->items[i];

		if (part->label)
			continue;
		keywords++;
		words += cvd_reader_count_words(cvd_str_sub(text, part->from, part->to));
	}
	if (keywords == 1)
		return words <= SINGLE_WORDS || parts->items[0].label;
	return words <= keywords * KEYWORD_WORDS;
}

bool cvd_skills_add(struct cvd_reader *reader, struct cvd_node *parent, enum cvd_kind kind,
		    const struct cvd_block *block, uint32_t first_line)
{
	struct parts parts = cut(reader, block->text);
	const uint8_t *styles;
	struct cvd_node *group = parent;
	uint32_t line = first_line;
	size_t counted = 0;

	if (!parts.len || !is_list(&parts, block->text))
		return false;
	styles = cvd_reader_styles(reader, block);
	for (size_t i = 0; i < parts.len; i++) {
		const struct part *part = &parts.items[i];
		struct cvd_node *node;

		for (; counted < part->from; counted++)
			if (cvd_reader_is_break(block->text.ptr[counted]) && line < block->end_line)
				line++;
		if (part->label ||
		    (i > 0 && group != parent && block->text.ptr[part->from - 1] == CVD_BREAK_HARD))
			group = parent;
		node = cvd_node_add(reader->doc, group, part->label ? CVD_GROUP : kind);
		node->source = cvd_reader_markup(reader, block, styles, part->from, part->to);
		node->line = node->end_line = line;
		if (part->label) {
			struct cvd_value *title = cvd_node_field(reader->doc, node, CVD_TITLE);

			title->present = true;
			title->text =
				cvd_reader_flatten(cvd_str_sub(block->text, part->from, part->to));
			group = node;
		} else {
			cvd_reader_set_text(reader, node, block, part->from, part->to);
		}
	}
	return true;
}
