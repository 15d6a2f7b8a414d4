/*
 * How well a thing is known, beside its name: in parentheses, behind a dash or a colon, or as a word
 * before or behind it. The words that are levels and languages are the lexicon's; here is only where
 * they may stand. The first form that fits wins, from the plainest to the least plain. What stands in
 * the parentheses of a language is a level unless it may be its variety (`Portuguese (Brazil)`).
 *
 * Each form asks the lexicon a few times, the last one once a word, for a few words only: linear.
 */
#include "levels.h"

#include "lexicon.h"
#include "reader.h"

#include "base/text.h"

#include <string.h>

/* `native Swedish` and `Swedish native` are looked for in texts of at most that many words. */
#define BARE_WORDS 6
/* Names of languages in scripts without spaces are no longer. */
#define LANGUAGE_BYTES 24

static bool is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\r';
}

static size_t mark_at(struct cvd_str text, size_t at, const char *const *marks, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t len = cvd_reader_mark_here(text, at, marks[i]);

		if (len)
			return len;
	}
	return 0;
}

/* A character of a script that writes no spaces begins at the byte, or ends before it. */
static bool is_ideograph(char first)
{
	return (unsigned char)first >= 0xe3 && (unsigned char)first <= 0xe9;
}

size_t cvd_level_colon_at(struct cvd_str text, size_t at)
{
	if (at >= text.len || text.ptr[at] != ':')
		return at < text.len && text.ptr[at] == "："[0] &&
				       cvd_str_starts_with(cvd_str_sub(text, at, text.len),
							   CVD_STR("："))
			       ? 3
			       : 0;
	if (at + 1 == text.len || is_space(text.ptr[at + 1]))
		return 1;
	return is_ideograph(text.ptr[at + 1]) || (at >= 3 && is_ideograph(text.ptr[at - 3]));
}

/* A dash between spaces, or a long one anywhere. */
static size_t dash_at(struct cvd_str text, size_t at)
{
	static const char *const dashes[] = {"-", "–", "—", "~"};
	static const char *const long_dashes[] = {"——", "—", "–"};
	size_t len = mark_at(text, at, dashes, sizeof dashes / sizeof *dashes);

	if (len && at > 0 && is_space(text.ptr[at - 1]) && at + len < text.len &&
	    is_space(text.ptr[at + len]))
		return len;
	return mark_at(text, at, long_dashes, sizeof long_dashes / sizeof *long_dashes);
}

size_t cvd_level_joint_at(struct cvd_str text, size_t at)
{
	static const char *const joints[] = {"and ", "und ", "et ", "y ", "e ",
					     "en ",  "och ", "og ", "и ", "& "};
	size_t len = at > 0 && text.ptr[at - 1] == ' '
			     ? mark_at(text, at, joints, sizeof joints / sizeof *joints)
			     : 0;

	return at + len < text.len ? len : 0;
}

size_t cvd_level_joined(struct cvd_arena *scratch, struct cvd_str text, size_t *end)
{
	if (text.len > CVD_LEXICON_MAX_TEXT)
		return 0;
	for (size_t at = 1; at < text.len; at++) {
		size_t len = cvd_level_joint_at(text, at);

		if (!len)
			continue;
		*end = at - 1;
		return cvd_lexicon_is_language(scratch, cvd_str_sub(text, 0, *end)) &&
				       cvd_lexicon_is_language(scratch, cvd_str_sub(text, at + len,
										    text.len))
			       ? at + len
			       : 0;
	}
	return 0;
}

static bool names_languages(struct cvd_arena *scratch, struct cvd_str text)
{
	size_t end;

	return cvd_lexicon_is_language(scratch, text) || cvd_level_joined(scratch, text, &end);
}

/* Cuts [from, to) of the text without the white space around it. */
static struct cvd_str piece(struct cvd_str text, size_t from, size_t to)
{
	return cvd_str_trim(cvd_str_sub(text, from, to));
}

static bool set(struct cvd_leveled *parts, struct cvd_str text, struct cvd_str name,
		struct cvd_str level)
{
	parts->name = (size_t)(name.ptr - text.ptr);
	parts->name_end = parts->name + name.len;
	parts->level = (size_t)(level.ptr - text.ptr);
	parts->level_end = parts->level + level.len;
	return true;
}

/* What stands beside a language and is in no table: a phrase or a test's result is a level, a single
 * word may be a variety of it. */
static bool may_be_level(struct cvd_arena *scratch, struct cvd_str text)
{
	bool many = false, digit = false, capital = text.ptr[0] >= 'A' && text.ptr[0] <= 'Z';

	if (cvd_lexicon_is_language(scratch, text))
		return false;
	for (size_t i = 0; i < text.len; i++) {
		many |= is_space(text.ptr[i]);
		digit |= text.ptr[i] >= '0' && text.ptr[i] <= '9';
	}
	return digit || (many && !capital);
}

/* `Swedish (native)`; the parenthesis is the last. */
static bool split_parenthesis(struct cvd_arena *scratch, enum cvd_kind kind, struct cvd_str text,
			      struct cvd_leveled *parts)
{
	static const struct {
		const char *open, *close;
	} pairs[] = {{"(", ")"}, {"（", "）"}, {"[", "]"}};

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		struct cvd_str open = cvd_str_from(pairs[i].open);
		struct cvd_str close = cvd_str_from(pairs[i].close), name, level;
		size_t at = text.len;

		if (!cvd_str_ends_with(text, close))
			continue;
		while (at > 0 && !cvd_str_starts_with(cvd_str_sub(text, at, text.len), open))
			at--;
		name = piece(text, 0, at);
		level = piece(text, at + open.len, text.len - close.len);
		if (at == 0 || !name.len || !level.len)
			return false;
		if (cvd_lexicon_is_level(scratch, level) ||
		    (kind == CVD_LANGUAGE && may_be_level(scratch, level)))
			return set(parts, text, name, level);
		return false;
	}
	return false;
}

/* `Swedish – native`, `Swedish: native`. */
static bool split_mark(struct cvd_arena *scratch, enum cvd_kind kind, struct cvd_str text,
		       struct cvd_leveled *parts)
{
	for (size_t at = 1; at < text.len; at++) {
		struct cvd_str name, level;
		size_t len;

		if (text.ptr[at] == ' ' || cvd_reader_is_plain(text.ptr[at]))
			continue;
		len = cvd_level_colon_at(text, at);
		if (!len)
			len = dash_at(text, at);
		if (!len)
			continue;
		name = piece(text, 0, at);
		level = piece(text, at + len, text.len);
		if (!name.len || !level.len)
			return false;
		if (cvd_lexicon_is_level(scratch, level) ||
		    (kind == CVD_LANGUAGE && names_languages(scratch, name)))
			return set(parts, text, name, level);
		if (kind == CVD_LANGUAGE && cvd_lexicon_is_level(scratch, name) &&
		    cvd_lexicon_is_language(scratch, level))
			return set(parts, text, level, name);
		return false;
	}
	return false;
}

/* `Swedish – native (bilingual)`: the parenthesis is about the level. */
static bool split_mark_first(struct cvd_arena *scratch, struct cvd_str text,
			     struct cvd_leveled *parts)
{
	struct cvd_leveled found = *parts;
	struct cvd_str level;
	size_t paren;

	if (!split_mark(scratch, CVD_LANGUAGE, text, &found) ||
	    !cvd_lexicon_is_language(scratch, piece(text, found.name, found.name_end)))
		return false;
	level = piece(text, found.level, found.level_end);
	paren = cvd_str_find_char(level, '(', 0);
	if (paren == SIZE_MAX || !cvd_lexicon_is_level(scratch, piece(level, 0, paren)))
		return false;
	*parts = found;
	return true;
}

/* `native Swedish`, `Swedish native`. */
static bool split_bare(struct cvd_arena *scratch, struct cvd_str text, struct cvd_leveled *parts)
{
	size_t words = 0;

	for (size_t at = 1; at + 1 < text.len && words < BARE_WORDS; at++) {
		struct cvd_str left, right;

		if (!is_space(text.ptr[at]))
			continue;
		words++;
		left = piece(text, 0, at);
		right = piece(text, at, text.len);
		if (cvd_lexicon_is_language(scratch, left) && cvd_lexicon_is_level(scratch, right))
			return set(parts, text, left, right);
		if (cvd_lexicon_is_level(scratch, left) && cvd_lexicon_is_language(scratch, right))
			return set(parts, text, right, left);
	}
	return false;
}

/* `英語ネイティブレベル`, `英語ビジネスレベル（N1）`: in a script without spaces the language ends where its
 * name does, if the rest is a level but for what stands in parentheses. */
static bool split_unspaced(struct cvd_arena *scratch, struct cvd_str text, struct cvd_leveled *parts)
{
	static const char *const ends[] = {"レベル", "级", "級", "水平", "수준"};
	static const char *const open[] = {"(", "（"};

	if (!is_ideograph(text.ptr[0]))
		return false;
	for (size_t at = 0; at < text.len && at < LANGUAGE_BYTES;) {
		struct cvd_str level, plain;
		bool known = false;

		cvd_utf8_next(text, &at);
		if (at < text.len &&
		    ((unsigned char)text.ptr[at] >= 0xee || strchr("(:[-", text.ptr[at])))
			return false; /* another form */
		if (at == text.len || !cvd_lexicon_is_language(scratch, piece(text, 0, at)))
			continue;
		level = piece(text, at, text.len);
		plain = level;
		for (size_t i = 0; i < sizeof open / sizeof *open; i++)
			plain = piece(plain, 0, cvd_str_find(plain, cvd_str_from(open[i]), 0));
		for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
			known |= cvd_str_ends_with(plain, cvd_str_from(ends[i]));
		if (plain.len && (known || cvd_lexicon_is_level(scratch, plain)))
			return set(parts, text, piece(text, 0, at), level);
	}
	return false;
}

/* `Go ★★★☆☆` */
static bool split_glyphs(struct cvd_arena *scratch, struct cvd_str text, struct cvd_leveled *parts)
{
	size_t at = text.len;
	struct cvd_str name, level;

	while (at > 0 && ((unsigned char)text.ptr[at - 1] >= 0x80 || is_space(text.ptr[at - 1])))
		at--;
	if (at == text.len)
		return false;
	name = piece(text, 0, at);
	level = piece(text, at, text.len);
	return name.len && level.len && cvd_lexicon_is_level(scratch, level) &&
	       set(parts, text, name, level);
}

bool cvd_level_split(struct cvd_arena *scratch, enum cvd_kind kind, struct cvd_str text,
		     struct cvd_leveled *parts)
{
	*parts =
		(struct cvd_leveled){.name_end = text.len, .level = text.len, .level_end = text.len};
	if (!text.len || text.len > CVD_LEXICON_MAX_TEXT)
		return false;
	return (kind == CVD_LANGUAGE &&
		(split_unspaced(scratch, text, parts) || split_mark_first(scratch, text, parts))) ||
	       split_parenthesis(scratch, kind, text, parts) ||
	       split_mark(scratch, kind, text, parts) ||
	       (kind == CVD_LANGUAGE && split_bare(scratch, text, parts)) ||
	       split_glyphs(scratch, text, parts);
}
