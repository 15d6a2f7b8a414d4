/*
 * What the bytes of a list of keywords are: marks, separators, stops; and how many words text is as long as.
 * Linear.
 */
#include "keywords_parts.h"

#include <string.h>

/* Bytes of a word of a script without spaces, about. */
#define WIDE_WORD_CHARACTERS 5

size_t cvd_keywords_mark_at(struct cvd_str text, size_t at, const char *const *marks, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t len = cvd_reader_mark_here(text, at, marks[i]);

		if (len)
			return len;
	}
	return 0;
}

bool cvd_keywords_digit_at(struct cvd_str text, size_t at)
{
	return at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9';
}

bool cvd_keywords_space_at(struct cvd_str text, size_t at)
{
	return at < text.len && cvd_reader_is_space(text.ptr[at]);
}

bool cvd_keywords_opens_at(struct cvd_str text, size_t at)
{
	static const char *const wide[] = {"（"};

	return text.ptr[at] == '(' || CVD_KEYWORDS_MARK_AT(text, at, wide);
}

bool cvd_keywords_closes_at(struct cvd_str text, size_t at)
{
	static const char *const wide[] = {"）"};

	return text.ptr[at] == ')' || CVD_KEYWORDS_MARK_AT(text, at, wide);
}

size_t cvd_keywords_weigh(struct cvd_str text)
{
	size_t wide = 0;

	for (size_t i = 0; i < text.len; i++)
		wide += (unsigned char)text.ptr[i] >= 0xe3 && (unsigned char)text.ptr[i] <= 0xe9;
	return cvd_reader_count_words(text) + wide / WIDE_WORD_CHARACTERS;
}

size_t cvd_keywords_separator_at(struct cvd_str text, size_t at)
{
	static const char *const wide[] = {"、", "，", "；", "／", "⋅", "▪", "■",
					   "◆",  "◦",  "‣",  "➢",  "✓", "✔", "•"};
	char c = text.ptr[at];
	size_t len;

	if (c == ' ' || cvd_reader_is_plain(c))
		return 0;
	if (c == CVD_BREAK_HARD)
		return 1;
	if (c == ',')
		return !(cvd_keywords_digit_at(text, at + 1) && at > 0 &&
			 cvd_keywords_digit_at(text, at - 1));
	if (c == ';')
		return 1;
	if (c == '/' && at > 0)
		return cvd_keywords_space_at(text, at - 1) && cvd_keywords_space_at(text, at + 1);
	if ((unsigned char)c >= 0xe2 &&
	    (len = CVD_KEYWORDS_MARK_AT(text, at, wide))) /* their first bytes */
		return len;
	return cvd_reader_mark_at(text, at);
}

bool cvd_keywords_stop(struct cvd_str text)
{
	static const char *const marks[] = {".", "!", "?", "。"};

	text = cvd_str_trim(text);
	if (cvd_str_ends_with(text, CVD_STR("etc.")) || cvd_str_ends_with(text, CVD_STR("..")))
		return false;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (cvd_str_ends_with(text, cvd_str_from(marks[i])))
			return true;
	return false;
}

bool cvd_keywords_hold_stop(struct cvd_str text)
{
	if (cvd_str_find(text, CVD_STR("。"), 0) != SIZE_MAX)
		return true;
	for (size_t at = 2; at + 2 < text.len; at++)
		if (text.ptr[at] == '.' && cvd_reader_is_space(text.ptr[at + 1]) &&
		    text.ptr[at + 1] != CVD_BREAK_HARD && text.ptr[at - 1] >= 'a' &&
		    text.ptr[at - 1] <= 'z' && text.ptr[at - 2] >= 'a' && text.ptr[at - 2] <= 'z' &&
		    text.ptr[at + 2] >= 'A' && text.ptr[at + 2] <= 'Z')
			return true;
	return false;
}

bool cvd_keywords_begin_with_pronoun(struct cvd_str text)
{
	static const char *const words[] = {"I ",  "I'",  "I’", "My ", "We ", "Ich ",
					    "Je ", "J'",  "J’", "Yo ", "Eu ", "Io ",
					    "Mi ", "Ik ", "Я ", "私は"};

	return CVD_KEYWORDS_MARK_AT(text, 0, words) > 0;
}
