/*
 * Words of the table of dates (dates_words.c) in a text. The rows that begin with a word stand together, the
 * word alone first, then those that go on with a space: slots that are written when cvdiff is built
 * (lexicon_slots.c) tell the first, and the longest that the text goes on with wins. In East Asian scripts,
 * which set no spaces, the same is done with the first character for the word.
 *
 * Most words of a text are in no row, which one look tells.
 */
#include "base/text.h"
#include "dates_words.h"
#include "lexicon_text.h"

#include <string.h>

/* The longest word that is compared; no row has one so long. */
#define WORD_BYTES 64

/* Of the table, written by lexicon_slots.c. */
extern const struct cvd_slot cvd_date_words_slots[];

bool cvd_date_is_ideograph(uint32_t c)
{
	return (c >= 0x2e80 && c < 0xa000 && !(c >= 0x3000 && c <= 0x3004) &&
		!(c >= 0x3008 && c <= 0x3030) && c != 0x30fb) ||
	       (c >= 0xac00 && c < 0xd7b0) || (c >= 0xf900 && c < 0xfb00) ||
	       (c >= 0x20000 && c < 0x40000);
}

bool cvd_date_is_letter(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == 0xaa || c == 0xba ||
	       (c >= 0xc0 && c < 0x2000 && c != 0xd7 && c != 0xf7) || c == 0x2116 ||
	       (c >= 0xa000 && c < 0xd800) || cvd_date_is_ideograph(c);
}

bool cvd_date_is_sign(uint32_t c)
{
	return c == '$' || c == '#' || c == '@' || c == '=' || c == '+' || c == '%' || c == '\\' ||
	       c == '^' || c == 0xa3 || c == 0xa5 || c == 0xb0 || c == 0x2030 ||
	       (c >= 0x20a0 && c <= 0x20cf);
}

static bool is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019 || c == 0x2bc;
}

/* Case folding of the letters that the rows are written with. */
static uint32_t fold(uint32_t c)
{
	if ((c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde && c != 0xd7) ||
	    (c >= 0x410 && c <= 0x42f))
		return c + 0x20;
	if (c >= 0x400 && c <= 0x40f)
		return c + 0x50;
	return is_apostrophe(c) ? '\'' : c;
}

static bool is_combining(uint32_t c)
{
	return c >= 0x300 && c < 0x370;
}

static size_t put(char *out, uint32_t c)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xc0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	out[0] = (char)(0xe0 | (c >> 12 & 0xf));
	out[1] = (char)(0x80 | (c >> 6 & 0x3f));
	out[2] = (char)(0x80 | (c & 0x3f));
	return 3;
}

static bool is_ascii_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* A word of letters and inner apostrophes, folded. */
struct folded {
	char bytes[WORD_BYTES + 1];
	size_t len; /* of the bytes; 0: too long for any row */
	size_t text_len;
	size_t elision; /* of the bytes, up to and with the first apostrophe (`d'`); 0: none */
	size_t text_elision;
};

static void fold_word(struct cvd_arena *arena, struct cvd_str text, struct folded *word)
{
	bool combining = false;
	size_t at = 0;

	word->len = word->elision = word->text_elision = 0;
	while (at < text.len) {
		size_t next = at, behind;
		uint32_t c;

		if (is_ascii_letter(text.ptr[at]) && at < WORD_BYTES - 3) {
			word->bytes[word->len++] = (char)(text.ptr[at++] | 0x20);
			continue;
		}
		c = cvd_utf8_next(text, &next);
		behind = next;
		if (is_apostrophe(c) && at && behind < text.len) {
			if (!cvd_date_is_letter(cvd_utf8_next(text, &behind)))
				break;
		} else if (!cvd_date_is_letter(c)) {
			break;
		}
		combining |= is_combining(c);
		at = next;
		if (at <= WORD_BYTES - 3 && c < 0x10000)
			word->len += put(word->bytes + word->len, fold(c));
		if (is_apostrophe(c) && !word->elision && at <= WORD_BYTES - 3)
			word->elision = word->len, word->text_elision = at;
	}
	word->text_len = at;
	if (at > WORD_BYTES - 3) {
		word->len = 0;
	} else if (combining) {
		struct cvd_str composed = cvd_text_fold(arena, cvd_str_sub(text, 0, at));

		word->elision = 0;
		word->len = composed.len < WORD_BYTES ? composed.len : 0;
		memcpy(word->bytes, composed.ptr, word->len);
	}
	word->bytes[word->len] = '\0';
}

/* As strncmp of the row and the bytes, which differ in their first bytes as a rule. */
static int compare(const char *row, const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		unsigned char a = (unsigned char)row[i], b = (unsigned char)bytes[i];

		if (a != b || !a)
			return a < b || !a ? -1 : 1;
	}
	return 0;
}

/* The first row that is not below the bytes, of those that begin alike; the end if there is none. */
static size_t first_row(const char *bytes, size_t len)
{
	size_t row = cvd_slot_row(cvd_date_words_slots, cvd_stem(bytes, len));

	if (!row)
		return cvd_date_row_count;
	for (row--; row < cvd_date_row_count; row++)
		if (compare(cvd_date_rows[row].words, bytes, len) >= 0)
			break;
	return row;
}

size_t cvd_date_words_skip(struct cvd_str text, size_t at, size_t to)
{
	while (at < to && (unsigned char)text.ptr[at] < 0x80 && text.ptr[at] != '\'') {
		size_t end = at;
		uint32_t stem = 0;

		while (end < to && is_ascii_letter(text.ptr[end]))
			stem = cvd_stem_add(stem, (char)(text.ptr[end++] | 0x20));
		if (end > at && (end == text.len || (unsigned char)text.ptr[end] >= 0x80 ||
				 text.ptr[end] == '\'' ||
				 cvd_slot_row(cvd_date_words_slots, cvd_stem_end(stem))))
			break;
		at = end > at ? end : at + 1;
	}
	return at;
}

/* Spaces, or one full stop or slash and spaces, between the words of a row. */
static size_t joint_length(struct cvd_str text)
{
	size_t at = text.len && (text.ptr[0] == '.' || text.ptr[0] == '/');

	while (at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\n'))
		at++;
	return at;
}

/* Bytes of the text that the further words of a row take, 0 if the text goes on otherwise. */
static size_t match_further(struct cvd_arena *arena, const char *further, struct cvd_str text)
{
	size_t at = 0;

	while (*further == ' ') {
		size_t len = strcspn(++further, " "), joint;
		struct folded word;

		joint = joint_length(cvd_str_sub(text, at, text.len));
		if (!joint)
			return 0;
		at += joint;
		fold_word(arena, cvd_str_sub(text, at, text.len), &word);
		if (word.len != len || memcmp(word.bytes, further, len) != 0)
			return 0;
		at += word.text_len;
		further += len;
	}
	return at;
}

static void take(struct cvd_date_word *word, const struct cvd_date_row *row, size_t len)
{
	*word = (struct cvd_date_word){row->classes, row->value, len};
}

static bool find_spaced(struct cvd_arena *arena, struct cvd_str text, const char *bytes, size_t len,
			size_t text_len, struct cvd_date_word *word)
{
	bool found = false;

	for (size_t i = first_row(bytes, len); i < cvd_date_row_count; i++) {
		const char *words = cvd_date_rows[i].words;
		size_t further;

		if (compare(words, bytes, len) != 0 || (words[len] && words[len] != ' '))
			break;
		further = match_further(arena, words + len, cvd_str_sub(text, text_len, text.len));
		if (words[len] && !further)
			continue;
		if (!found || text_len + further > word->len)
			take(word, &cvd_date_rows[i], text_len + further);
		found = true;
	}
	return found;
}

/* Bytes of the text that the row takes, with any spaces for its spaces. */
static size_t match_unspaced(const char *words, struct cvd_str text)
{
	size_t at = 0;

	for (; *words; words++) {
		if (*words == ' ') {
			while (at < text.len && text.ptr[at] == ' ')
				at++;
		} else if (at == text.len || text.ptr[at++] != *words) {
			return 0;
		}
	}
	return at;
}

static bool find_unspaced(struct cvd_str text, size_t first_len, struct cvd_date_word *word)
{
	bool found = false;

	for (size_t i = first_row(text.ptr, first_len); i < cvd_date_row_count; i++) {
		size_t len;

		if (compare(cvd_date_rows[i].words, text.ptr, first_len) != 0)
			break;
		len = match_unspaced(cvd_date_rows[i].words, text);
		if (len && (!found || len > word->len))
			take(word, &cvd_date_rows[i], len), found = true;
	}
	return found;
}

bool cvd_date_word_find(struct cvd_arena *arena, struct cvd_str text, struct cvd_date_word *word)
{
	size_t first = 0;
	struct folded folded;

	*word = (struct cvd_date_word){0};
	if (!text.len)
		return false;
	if (cvd_date_is_ideograph(cvd_utf8_next(text, &first))) {
		if (find_unspaced(text, first, word))
			return true;
		word->len = first;
		return false;
	}
	fold_word(arena, text, &folded);
	if (folded.len && find_spaced(arena, text, folded.bytes, folded.len, folded.text_len, word))
		return true;
	if (folded.elision &&
	    find_spaced(arena, text, folded.bytes, folded.elision, folded.text_elision, word))
		return true;
	word->len = folded.text_len;
	return false;
}
