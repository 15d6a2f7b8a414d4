/*
 * What the characters of a header's text part, looked at one byte at a time: marks that part two fields
 * wherever they stand or between spaces only, commas that may, and what tells a line of a header from a
 * sentence. Tables of marks; no markup and no lexicon but for legal forms.
 *
 * Each function costs the bytes it looks at; none allocates.
 */
#include "pieces_text.h"

#include "lexicon.h"
#include "reader.h"

#include <string.h>

#define LEGAL_FORM_BYTES 16

bool cvd_pieces_is_space(char c)
{
	return cvd_reader_is_space(c) || c == '\t';
}

size_t cvd_pieces_previous(struct cvd_str text, size_t at)
{
	while (at > 0 && ((unsigned char)text.ptr[--at] & 0xc0) == 0x80)
		;
	return at;
}

bool cvd_pieces_is_ideographic(struct cvd_str text, size_t at)
{
	unsigned char c = at < text.len ? (unsigned char)text.ptr[at] : 0;

	return (c >= 0xe3 && c <= 0xe9) || c == 0xef;
}

size_t cvd_pieces_row_at(struct cvd_str text, size_t at, const char *const *marks, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t len = cvd_reader_mark_here(text, at, marks[i]);

		if (len)
			return len;
	}
	return 0;
}

/* Marks that part wherever they stand, and those that part between spaces only. */
static const char *const strong_marks[] = {";", "；", "｜", "‖", "¦", "●", "◆", "■", "⋅", "∙", "◦"};
static const char *const spaced_marks[] = {"-", "–", "—", "―", "~", "\\", "*", ">", "→", ":"};
static const char *const dash_marks[] = {"–", "—"};
static const char *const comma_marks[] = {"，", "、"};
static const char *const colon_marks[] = {":", "："};

size_t cvd_pieces_strong_at(struct cvd_str text, size_t at, size_t from, size_t to)
{
	size_t len = cvd_reader_mark_at(text, at);

	if (len || (len = CVD_MARK_OF(text, at, strong_marks)))
		return len;
	if (at > from && !cvd_pieces_is_space(text.ptr[at - 1]))
		return 0;
	len = CVD_MARK_OF(text, at, spaced_marks);
	while (len && at + len < to && text.ptr[at + len] == text.ptr[at])
		len++;
	return len && (at + len == to || cvd_pieces_is_space(text.ptr[at + len])) ? len : 0;
}

/* The text begins with a legal form that ends a name: `Inc.`, but not `ООО «Ладога»`. */
static bool ends_name(struct cvd_str text)
{
	size_t end = cvd_lexicon_legal_form(text);

	if (!end)
		return false;
	while (end < text.len && (text.ptr[end] == '.' || cvd_pieces_is_space(text.ptr[end])))
		end++;
	return end == text.len || strchr(",;|()-/", text.ptr[end]) ||
	       CVD_MARK_OF(text, end, dash_marks) || cvd_reader_mark_at(text, end);
}

size_t cvd_pieces_comma_at(struct cvd_str text, size_t at, size_t to)
{
	if (text.ptr[at] == '/')
		return at > 0 && at + 1 < to && cvd_pieces_is_space(text.ptr[at - 1]) &&
		       cvd_pieces_is_space(text.ptr[at + 1]);
	if (text.ptr[at] != ',')
		return CVD_MARK_OF(text, at, comma_marks);
	if (at + 1 < to && !cvd_pieces_is_space(text.ptr[at + 1]))
		return 0;
	return at + 2 < to && ends_name(cvd_str_sub(text, at + 2, to)) ? 0 : 1;
}

size_t cvd_pieces_colon_at(struct cvd_str text, size_t at, size_t to)
{
	size_t len = CVD_MARK_OF(text, at, colon_marks);

	return len == 1 && at + 1 < to && !cvd_pieces_is_space(text.ptr[at + 1]) ? 0 : len;
}

static bool is_letter(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* Bytes of a character that is no part of a word: ASCII punctuation, a dash, a pictograph. */
static size_t sign_at(struct cvd_str text, size_t at)
{
	static const char *const signs[] = {"–",        "—",        "\xf0\x9f",     "\xe2\x98",
					    "\xe2\x99", "\xe2\x9a", "\xe2\x9b",     "\xe2\x9c",
					    "\xe2\x9d", "\xe2\x9e", "\xef\xb8\x8f", "\xe2\x80\x8d"};
	size_t len = CVD_ROW_AT(text, at, signs);

	if (len)
		for (at += len; at < text.len && ((unsigned char)text.ptr[at] & 0xc0) == 0x80; at++)
			len++;
	else if (text.ptr[at] >= ' ' && strchr("()[]{}-/|:;,.*_~\\&+!?'\"<> ", text.ptr[at]))
		len = 1;
	return len;
}

bool cvd_pieces_has_word(struct cvd_str text)
{
	size_t at = 0, len;

	while (at < text.len && !is_letter(text.ptr[at]) && (len = sign_at(text, at)))
		at += len;
	return at < text.len;
}

size_t cvd_pieces_count_words(struct cvd_str text)
{
	size_t words = 0;

	for (size_t at = 0, end; at < text.len; at = end + 1) {
		for (end = at; end < text.len && !cvd_pieces_is_space(text.ptr[end]);)
			end++;
		words += is_letter(text.ptr[at]) || cvd_pieces_has_word(cvd_str_sub(text, at, end));
	}
	return words;
}

bool cvd_pieces_is_sentence(struct cvd_str line)
{
	static const char *const stops[] = {".", ";", "!", "。", "；", "！"};
	size_t words = cvd_pieces_count_words(line);

	if (words > CVD_HEADER_LINE_WORDS)
		return true;
	for (size_t at = 0; at < line.len; at++) {
		if (!cvd_reader_is_plain(line.ptr[at]) && cvd_reader_mark_at(line, at))
			return false;
		if (line.len - at <= LEGAL_FORM_BYTES && at > 0 && line.ptr[at - 1] == ' ' &&
		    cvd_lexicon_legal_form(cvd_str_sub(line, at, line.len)) + at + 1 >= line.len)
			return false;
	}
	return line.len && CVD_MARK_OF(line, cvd_pieces_previous(line, line.len), stops) &&
	       (words > CVD_SENTENCE_WORDS ||
		cvd_pieces_is_ideographic(line, cvd_pieces_previous(line, line.len)));
}

size_t cvd_pieces_clause_end(struct cvd_str text, size_t from, size_t to, const char *marks)
{
	for (size_t at = from; at + 1 < to; at++)
		if (strchr(marks, text.ptr[at]) && cvd_pieces_is_space(text.ptr[at + 1]) &&
		    (text.ptr[at] != '.' ||
		     (at >= from + 4 && !cvd_pieces_is_space(text.ptr[at - 2]) &&
		      !cvd_pieces_is_space(text.ptr[at - 3]))))
			return at;
	return to;
}

size_t cvd_pieces_quoted_at(struct cvd_str text, size_t at, size_t to)
{
	static const char *const pairs[][2] = {{"\"", "\""}, {"“", "”"},   {"„", "“"},
					       {"«", "»"},   {"「", "」"}, {"『", "』"}};

	if (cvd_reader_is_plain(text.ptr[at]))
		return 0;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		struct cvd_str open, close;
		size_t end;

		if (text.ptr[at] != pairs[i][0][0])
			continue;
		open = cvd_str_from(pairs[i][0]);
		close = cvd_str_from(pairs[i][1]);
		if (!cvd_str_starts_with(cvd_str_sub(text, at, to), open))
			continue;
		end = cvd_str_find(cvd_str_sub(text, 0, to), close, at + open.len);
		return end == SIZE_MAX ? 0 : end + close.len - at;
	}
	return 0;
}

bool cvd_pieces_goes_on(struct cvd_str text, size_t at)
{
	static const char *const words[] = {" of",  " and", " the", " &",   " de",
					    " und", " für", " et",  " y",   " del",
					    " di",  " dos", " do",  " des", " du"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (cvd_str_ends_with(cvd_str_sub(text, 0, at), cvd_str_from(words[i])))
			return true;
	return false;
}

/* Where the parenthesis closes that opens at the byte, `to` if it does not. */
static size_t closing_of(struct cvd_str text, size_t at, size_t to, size_t len)
{
	struct cvd_str open = cvd_str_sub(text, at, at + len);
	struct cvd_str close = len > 1               ? CVD_STR("）")
			       : text.ptr[at] == '[' ? CVD_STR("]")
			       : text.ptr[at] == '<' ? CVD_STR(">")
						     : CVD_STR(")");
	size_t depth = 0;

	for (; at < to; at++) {
		struct cvd_str rest = cvd_str_sub(text, at, to);

		depth += cvd_str_starts_with(rest, open);
		if (cvd_str_starts_with(rest, close) && !--depth)
			return at;
	}
	return to;
}

static bool begins_joint(struct cvd_str text, size_t at)
{
	bool mark;

	return cvd_lexicon_joint(text, at, &mark) && !cvd_lexicon_joint_is_weak(text, at);
}

/* Punctuation among the bytes of ideographs. */
static bool is_wide_mark(struct cvd_str text, size_t at)
{
	return cvd_str_starts_with(cvd_str_sub(text, at, text.len), CVD_STR("\xe3\x80"));
}

bool cvd_pieces_opens(struct cvd_str text, size_t from, size_t at, size_t to, size_t *len)
{
	static const char *const marks[] = {"(", "（", "[", "<"};
	size_t close, before = cvd_pieces_previous(text, at);

	*len = CVD_MARK_OF(text, at, marks);
	if (!*len)
		return false;
	if (*len == 1 && at > from && !cvd_pieces_is_space(text.ptr[at - 1]) &&
	    !cvd_pieces_is_ideographic(text, before) && text.ptr[before] != ')')
		return false;
	close = closing_of(text, at, to, *len);
	if (close == to)
		return false;
	close += *len;
	/* `(Senior) Engineer` */
	if (at == from && *len == 1 && close + 1 < to && cvd_pieces_is_space(text.ptr[close]) &&
	    cvd_reader_is_plain(text.ptr[close + 1]))
		return false;
	if (close + 1 < to && cvd_pieces_is_space(text.ptr[close]) && text.ptr[close + 1] >= 'a' &&
	    text.ptr[close + 1] <= 'z' && !begins_joint(cvd_str_sub(text, 0, to), close + 1))
		return false;
	/* `海图（北京）科技有限公司` */
	if (at > from && close < to && cvd_pieces_is_ideographic(text, before) &&
	    cvd_pieces_is_ideographic(text, close) && (unsigned char)text.ptr[close] != 0xef &&
	    !is_wide_mark(text, close))
		return false;
	return close >= to || cvd_pieces_is_space(text.ptr[close]) ||
	       !(((unsigned char)text.ptr[close] >= 0x80 && at == from) ||
		 ((text.ptr[close] | 32) >= 'a' && (text.ptr[close] | 32) <= 'z'));
}

bool cvd_pieces_closes(struct cvd_str text, size_t at, size_t *len)
{
	static const char *const marks[] = {")", "）", "]", ">"};

	*len = CVD_MARK_OF(text, at, marks);
	return *len > 0;
}

bool cvd_pieces_dash_between(struct cvd_str text, size_t from, size_t to)
{
	struct cvd_str gap = cvd_str_trim(cvd_str_sub(text, from, to));

	return cvd_str_equal(gap, CVD_STR("-")) || cvd_str_equal(gap, CVD_STR("–")) ||
	       cvd_str_equal(gap, CVD_STR("—"));
}
