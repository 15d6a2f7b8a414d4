/*
 * Labels in front of keywords: `**Tools:** git`, `Tools: git`, `**Tools** git, make`. A label whose list is a
 * level names a keyword instead (`Swedish: native`, levels.c). A bounded look ahead.
 */
#include "keywords_parts.h"

#include "levels.h"
#include "lexicon.h"

#include <string.h>

/* A label is at most that long. */
#define LABEL_WORDS 5
#define LABEL_BYTES 120

size_t cvd_keywords_skip_space(const struct cvd_cutter *c, size_t at)
{
	while (at < c->to && cvd_reader_is_space(c->text.ptr[at]))
		at++;
	return at;
}

/* Length of a dash between spaces. */
static size_t dash_at(const struct cvd_cutter *c, size_t at)
{
	static const char *const dashes[] = {"-", "–", "—"};
	size_t len = at < c->to ? CVD_KEYWORDS_MARK_AT(c->text, at, dashes) : 0;

	return len && at > c->from && cvd_keywords_space_at(c->text, at - 1) &&
			       cvd_keywords_space_at(c->text, at + len)
		       ? len
		       : 0;
}

bool cvd_keywords_begins_marked(const struct cvd_cutter *c, size_t at)
{
	uint8_t bits = c->styles[at] & (CVD_SPAN_STRONG | CVD_SPAN_EMPHASIS);

	return bits && (at == c->from || !(c->styles[at - 1] & bits));
}

/* Length of a bar that is the line's only one, with commas behind it. */
static size_t bar_at(const struct cvd_cutter *c, size_t at)
{
	bool commas = false;

	if (at >= c->to || c->text.ptr[at] != '|')
		return 0;
	for (size_t end = at + 1; end < c->to && !cvd_reader_is_break(c->text.ptr[end]); end++) {
		if (c->text.ptr[end] == '|')
			return 0;
		commas |= c->text.ptr[end] == ',';
	}
	return commas;
}

/* The colon ends a label, that of a time does not. */
static size_t label_colon_at(const struct cvd_cutter *c, size_t at)
{
	size_t len = cvd_level_colon_at(c->text, at);

	return len == 1 && cvd_keywords_digit_at(c->text, at + 1) ? 0 : len;
}

static bool fits_label(const struct cvd_cutter *c, size_t from, size_t to)
{
	return from < to && to - from <= LABEL_BYTES &&
	       cvd_reader_count_words(cvd_str_sub(c->text, from, to)) <= LABEL_WORDS;
}

/* The end of the part that begins at the byte: its line's, or the next separator. */
static size_t part_end(const struct cvd_cutter *c, size_t at)
{
	size_t depth = 0, end = at;

	for (; end < c->to && end - at <= CVD_LEXICON_MAX_TEXT; end++) {
		char ch = c->text.ptr[end];

		depth += ch == '(';
		depth -= depth && ch == ')';
		if (ch == CVD_BREAK_HARD || (ch == CVD_BREAK_SOFT && c->lines) ||
		    (!depth && cvd_keywords_separator_at(c->text, end)) ||
		    (end > at && cvd_keywords_begins_marked(c, end)))
			break;
	}
	return end;
}

/* A separator ends the part, and not the line. */
static bool begins_list(const struct cvd_cutter *c, size_t at)
{
	size_t end = part_end(c, at);

	return end > at && end < c->to && !cvd_reader_is_break(c->text.ptr[end]) &&
	       cvd_keywords_separator_at(c->text, end);
}

/* `**Tools:** git`, `**Tools**: git`; at the start of a line also `**Tools** – git`,
 * `**Tools** | git, make`, `**Tools** git`. */
static bool read_marked_label(const struct cvd_cutter *c, size_t at, bool starts,
			      struct cvd_label_part *label)
{
	uint8_t bits = c->styles[at] & (CVD_SPAN_STRONG | CVD_SPAN_EMPHASIS);
	static const char *const colons[] = {":", "："};
	size_t end = at, next, colon, last;

	while (end < c->to && (c->styles[end] & bits) == bits && end - at <= LABEL_BYTES)
		end++;
	next = cvd_keywords_skip_space(c, end);
	*label = (struct cvd_label_part){.from = at, .to = end, .next = next};
	if (!fits_label(c, at, end))
		return false;
	for (last = end; last > at && cvd_reader_is_space(c->text.ptr[last - 1]);)
		last--;
	for (size_t i = 0; i < sizeof colons / sizeof *colons; i++) {
		size_t len = strlen(colons[i]);

		if (last > at + len &&
		    cvd_str_ends_with(cvd_str_sub(c->text, at, last), cvd_str_from(colons[i])) &&
		    cvd_level_colon_at(c->text, last - len)) {
			label->to = last - len;
			return next < c->to;
		}
	}
	colon = next < c->to ? cvd_level_colon_at(c->text, next) : 0;
	if (!colon && starts)
		colon = dash_at(c, next);
	if (!colon && starts && (bits & CVD_SPAN_STRONG))
		colon = bar_at(c, next);
	label->next = next + colon;
	if (colon)
		return cvd_keywords_skip_space(c, label->next) < c->to;
	return starts && (bits & CVD_SPAN_STRONG) && next > end && next < c->to &&
	       !c->styles[next] && c->text.ptr[next] != '(' && begins_list(c, next);
}

static bool read_plain_label(const struct cvd_cutter *c, size_t at, struct cvd_label_part *label)
{
	size_t depth = 0;

	for (size_t end = at; end < c->to && end - at <= LABEL_BYTES; end++) {
		size_t colon;

		if (cvd_reader_is_plain(c->text.ptr[end]))
			continue;
		colon = depth ? 0 : label_colon_at(c, end);

		depth += c->text.ptr[end] == '(';
		depth -= depth && c->text.ptr[end] == ')';
		if (colon) {
			*label = (struct cvd_label_part){.from = at, .to = end, .next = end + colon};
			return fits_label(c, at, end) &&
			       cvd_keywords_skip_space(c, label->next) < c->to;
		}
		if (!depth && cvd_keywords_separator_at(c->text, end))
			return false;
	}
	return false;
}

bool cvd_keywords_read_label(const struct cvd_cutter *c, size_t at, bool starts,
			     struct cvd_label_part *label)
{
	if (cvd_keywords_begins_marked(c, at) && read_marked_label(c, at, starts, label))
		return true;
	return starts && read_plain_label(c, at, label);
}

bool cvd_keywords_names_keyword(const struct cvd_cutter *c, const struct cvd_label_part *label)
{
	struct cvd_arena *scratch = c->reader->scratch;
	enum cvd_kind kind = c->keywords->kind;
	struct cvd_str name = cvd_str_trim(cvd_str_sub(c->text, label->from, label->to)), first;
	size_t next = cvd_keywords_skip_space(c, label->next), end = part_end(c, next), joint = 0;

	if (kind == CVD_LANGUAGE &&
	    (cvd_lexicon_is_language(scratch, name) || cvd_level_joined(scratch, name, &joint)))
		return true;
	first = cvd_str_trim(cvd_str_sub(c->text, next, end));
	return (kind == CVD_LANGUAGE || end == c->to || cvd_reader_is_break(c->text.ptr[end])) &&
	       cvd_lexicon_is_level(scratch, first) && !cvd_lexicon_is_level(scratch, name);
}
