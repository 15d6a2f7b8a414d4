/*
 * The tables are compared with a text that is folded more than case: people leave accents off
 * capitals, and write `Saint-Malo` and `full-time` with or without their hyphen. So accents go from
 * Latin letters, and hyphens, apostrophes and dots count as spaces. What parts a text (commas,
 * brackets, slashes) becomes a line feed, which no row holds: no row is found across it. Characters
 * of scripts without spaces are units of their own, so that a row may begin and end at any of them.
 *
 * A hash tells where the rows with a word begin. The rows that begin with a word follow it, so the
 * search for a longer row goes on where that for a shorter one ended, and stops when no row begins
 * alike.
 */
#include "lexicon_text.h"

#include "base/buf.h"
#include "base/text.h"

#include <string.h>

/* U+00E0 to U+017F without their accents; a blank where there is nothing to take off. */
#define PLAIN_FIRST 0xe0
#define PLAIN_LAST 0x17f
static const char plain[] = "aaaaaaaceeeeiiiidnooooo ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggg"
			    "gggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssss"
			    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/* Endings that make a word mean both genders. */
static const char *const tails[] = {"in",   "innen", "frau", "e",   "es",   "euse",
				    "rice", "trice", "ne",   "ere", "iere", "ora",
				    "a",    "o",     "as",   "os",  "x",    "-in"};

struct maker {
	struct cvd_arena *scratch;
	struct cvd_str text;
	struct cvd_buf key, word;
	CVD_ARRAY(struct cvd_unit) units;
	bool first, joined;
	unsigned brackets;
};

static bool is_wide(uint32_t code_point)
{
	return (code_point >= 0x1100 && code_point < 0x1200) ||
	       (code_point >= 0x2e80 && code_point < 0xe000) ||
	       (code_point >= 0xf900 && code_point < 0xfb00) ||
	       (code_point >= 0x20000 && code_point < 0x40000);
}

static void put_plain(struct cvd_buf *key, uint32_t code_point)
{
	if (code_point == 0xe6 || code_point == 0x153) {
		cvd_buf_add(key, code_point == 0xe6 ? CVD_STR("ae") : CVD_STR("oe"));
		return;
	}
	if (code_point == 0x2019)
		code_point = '\'';
	else if (code_point == 0x451) /* Russian yo is as often written ye */
		code_point = 0x435;
	else if (code_point >= PLAIN_FIRST && code_point <= PLAIN_LAST &&
		 plain[code_point - PLAIN_FIRST] != ' ')
		code_point = (unsigned char)plain[code_point - PLAIN_FIRST];
	cvd_utf8_put(key, code_point);
}

static void begin_unit(struct maker *maker, bool wide)
{
	struct cvd_unit unit = {.first = maker->first || !maker->units.len,
				.wide = wide,
				.joined = maker->joined && maker->units.len,
				.bracketed = maker->brackets > 0};

	if (maker->units.len && unit.first)
		cvd_buf_put(&maker->key, '\n');
	else if (maker->units.len && !wide && !maker->units.items[maker->units.len - 1].wide)
		cvd_buf_put(&maker->key, ' ');
	unit.at = unit.end = (uint32_t)maker->key.len;
	CVD_PUSH(maker->scratch, &maker->units, unit);
	maker->first = false;
	maker->joined = true;
}

static bool is_tail(const struct maker *maker, const struct cvd_token *token, struct cvd_str word)
{
	char before = token->start ? maker->text.ptr[token->start - 1] : ' ';
	size_t end = token->start + token->len;
	char behind = end < maker->text.len ? maker->text.ptr[end] : ' ';

	if (word.len == 1 && (before == '/' || before == '|' || behind == '/' || behind == '|'))
		return true;
	if (token->start < 2 || !strchr("*:_/(|", before) ||
	    maker->text.ptr[token->start - 2] == ' ')
		return false;
	for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
		if (cvd_str_equal(word, cvd_str_from(tails[i])))
			return true;
	return false;
}

static void add_word(struct maker *maker, const struct cvd_token *token)
{
	struct cvd_str source = cvd_str_sub(maker->text, token->start, token->start + token->len);
	bool begun = false, capitals = true;
	struct cvd_str word;

	for (size_t i = 0; i < source.len; i++)
		capitals = capitals && source.ptr[i] >= 'A' && source.ptr[i] <= 'Z';
	maker->word.len = 0;
	cvd_text_fold_into(&maker->word, source);
	word = cvd_buf_str(&maker->word);
	for (size_t pos = 0; pos < word.len;) {
		uint32_t code_point = cvd_utf8_next(word, &pos);
		struct cvd_unit *unit;

		if (!begun || is_wide(code_point) || maker->units.items[maker->units.len - 1].wide)
			begin_unit(maker, is_wide(code_point));
		begun = true;
		put_plain(&maker->key, code_point);
		unit = &maker->units.items[maker->units.len - 1];
		unit->end = (uint32_t)maker->key.len;
		unit->number = token->kind == CVD_TOKEN_NUMBER && !unit->wide;
		unit->capitals = capitals;
		unit->capital = source.ptr[0] < 'a' || source.ptr[0] > 'z';
	}
	if (begun)
		maker->units.items[maker->units.len - 1].tail = is_tail(maker, token, word);
}

static void add_punctuation(struct maker *maker, const struct cvd_token *token)
{
	struct cvd_str mark = cvd_str_sub(maker->text, token->start, token->start + token->len);

	maker->joined = false;
	if (cvd_str_equal(mark, CVD_STR("&"))) {
		begin_unit(maker, false);
		cvd_buf_put(&maker->key, '&');
		maker->units.items[maker->units.len - 1].end = (uint32_t)maker->key.len;
		return;
	}
	if (mark.ptr[0] == '(' || cvd_str_equal(mark, CVD_STR("（")))
		maker->brackets++;
	else if ((mark.ptr[0] == ')' || cvd_str_equal(mark, CVD_STR("）"))) && maker->brackets)
		maker->brackets--;
	if (!strchr("-'.\"`", mark.ptr[0]) && !cvd_str_equal(mark, CVD_STR("’")) &&
	    !cvd_str_equal(mark, CVD_STR("‑")) && !cvd_str_equal(mark, CVD_STR("‐")))
		maker->first = true;
}

static void add_token(struct maker *maker, const struct cvd_token *token)
{
	if (token->kind == CVD_TOKEN_SPACE)
		maker->joined = false;
	else if (token->kind == CVD_TOKEN_PUNCTUATION)
		add_punctuation(maker, token);
	else
		add_word(maker, token);
}

/* --- plain text --------------------------------------------------------------------------------- */

/* Most text is Latin and Cyrillic words, Chinese characters and kana between spaces and marks whose tokens
 * are told by their neighbours: the key is made in one pass. */
enum plain_class {
	STRANGE,
	LETTER,
	DIGIT,
	WIDE, /* a unit of its own */
	BLANK,
	UNIT,  /* `&` */
	ENDS,  /* the mark ends a word */
	PARTS, /* and parts the text */
	OPENS,
	CLOSES,
};

/* clang-format off */
#define THREE(c) c, c, c
static const uint8_t plain_classes[256] = {
	['\t'] = BLANK, ['\n'] = BLANK, ['\r'] = BLANK, [' '] = BLANK,
	['&'] = UNIT, ['('] = OPENS, [')'] = CLOSES,
	['-'] = ENDS, ['.'] = ENDS, ['\''] = ENDS, ['"'] = ENDS, ['`'] = ENDS,
	[','] = PARTS, [':'] = PARTS, [';'] = PARTS, ['/'] = PARTS, ['|'] = PARTS, ['\\'] = PARTS,
	['['] = PARTS, [']'] = PARTS, ['{'] = PARTS, ['}'] = PARTS, ['@'] = PARTS, ['!'] = PARTS,
	['?'] = PARTS, ['*'] = PARTS,
	['0'] = THREE(DIGIT), THREE(DIGIT), THREE(DIGIT), DIGIT,
	['A'] = THREE(LETTER), THREE(LETTER), THREE(LETTER), THREE(LETTER), THREE(LETTER),
		THREE(LETTER), THREE(LETTER), THREE(LETTER), LETTER, LETTER,
	['a'] = THREE(LETTER), THREE(LETTER), THREE(LETTER), THREE(LETTER), THREE(LETTER),
		THREE(LETTER), THREE(LETTER), THREE(LETTER), LETTER, LETTER,
};
/* clang-format on */

static const struct {
	uint16_t code_point;
	uint8_t class;
} wide_marks[] = {
	{0x2013, PARTS}, {0x2014, PARTS},  {0x2022, PARTS}, {0x3001, PARTS},
	{0x3002, PARTS}, {0x300c, PARTS},  {0x300d, PARTS}, {0x30fb, PARTS},
	{0xff08, OPENS}, {0xff09, CLOSES}, {0xff0f, PARTS},
};

/* Characters of several bytes that fold to themselves or to one letter. */
static enum plain_class wide_class_at(struct cvd_str text, size_t at, size_t *len)
{
	const unsigned char *bytes = (const unsigned char *)text.ptr + at;
	size_t left = text.len - at;
	uint32_t c = left > 1 ? (bytes[0] & 0x1fu) << 6 | (bytes[1] & 0x3fu) : 0;

	*len = 2;
	if (bytes[0] == 0xc3)
		return c == 0xc6 || c == 0xd7 || c == 0xdf || c == 0xe6 || c == 0xf7 ? STRANGE
										     : LETTER;
	if (bytes[0] == 0xc4 || bytes[0] == 0xc5)
		return c < 0x130 || (c >= 0x139 && c <= 0x148) || (c >= 0x154 && c <= 0x177) ||
				       (c >= 0x179 && c <= 0x17e)
			       ? LETTER
			       : STRANGE;
	if (bytes[0] == 0xd0 || bytes[0] == 0xd1)
		return c >= 0x400 && c < 0x460 ? LETTER : STRANGE;
	*len = 3;
	if (left < 3 || (bytes[0] & 0xf0) != 0xe0 || (bytes[1] & 0xc0) != 0x80 ||
	    (bytes[2] & 0xc0) != 0x80)
		return STRANGE;
	c = (bytes[0] & 0xfu) << 12 | (bytes[1] & 0x3fu) << 6 | (bytes[2] & 0x3fu);
	if ((c >= 0x4e00 && c < 0xa000) || (c >= 0x3041 && c <= 0x3096) ||
	    (c >= 0x30a1 && c <= 0x30fa) || c == 0x30fc)
		return WIDE;
	for (size_t i = 0; i < sizeof wide_marks / sizeof *wide_marks; i++)
		if (wide_marks[i].code_point == c)
			return (enum plain_class)wide_marks[i].class;
	return STRANGE;
}

/* Letters and digits as keys have them, 0 for all other bytes. */
/* clang-format off */
static const char folded[256] = {
	['0'] = '0', '1', '2', '3', '4', '5', '6', '7', '8', '9',
	['A'] = 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm',
		'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z',
	['a'] = 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm',
		'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z',
};
/* clang-format on */

/* STRANGE for the bytes of longer characters. */
static inline enum plain_class ascii_class(char c)
{
	return (enum plain_class)plain_classes[(unsigned char)c];
}

static inline enum plain_class class_at(struct cvd_str text, size_t at, size_t *len)
{
	*len = 1;
	if (at >= text.len)
		return BLANK;
	if ((unsigned char)text.ptr[at] < 0x80)
		return ascii_class(text.ptr[at]);
	return wide_class_at(text, at, len);
}

static bool is_in_word(enum plain_class class)
{
	return class == LETTER || class == DIGIT;
}

/* The mark behind a letter or digit is part of its word: `B.Sc`, `o'clock`, `3.8`, `1,000`. */
static bool is_inner(struct cvd_str text, size_t at)
{
	bool digit = text.ptr[at - 1] >= '0' && text.ptr[at - 1] <= '9';
	size_t len;

	switch (text.ptr[at]) {
	case '.':
	case '\'':
		break;
	case ':':
		if (digit)
			return false;
		break;
	case ',':
	case ';':
		if (!digit)
			return false;
		break;
	default:
		return false;
	}
	return class_at(text, at + 1, &len) == (digit ? DIGIT : LETTER);
}

/* The letter of two bytes at text[*at], which moves behind it, as the key has it. */
static size_t put_letter(char *bytes, struct cvd_str text, size_t *at)
{
	uint32_t c = (text.ptr[*at] & 0x1fu) << 6 | (text.ptr[*at + 1] & 0x3fu);

	*at += 2;
	if (c < 0x400) {
		bytes[0] = plain[(c < 0x100 ? c | 0x20 : c) - PLAIN_FIRST];
		return 1;
	}
	c += c < 0x410 ? 0x50 : c < 0x430 ? 0x20 : 0;
	c = c == 0x451 ? 0x435 : c;
	bytes[0] = (char)(0xc0 | c >> 6);
	bytes[1] = (char)(0x80 | (c & 0x3f));
	return 2;
}

/* Longer text is cut into tokens. */
#define PLAIN_BYTES 256

/* A key in the making, on the stack. */
struct plain_key {
	struct maker maker;
	size_t len, count;
	char bytes[2 * PLAIN_BYTES]; /* each unit has one byte between it and the one in front at most */
	struct cvd_unit units[PLAIN_BYTES];
};

static struct cvd_unit *begin_plain(struct plain_key *key, bool wide)
{
	const struct maker *maker = &key->maker;
	struct cvd_unit *unit = &key->units[key->count];

	if (key->count && maker->first)
		key->bytes[key->len++] = '\n';
	else if (key->count && !wide && !unit[-1].wide)
		key->bytes[key->len++] = ' ';
	*unit = (struct cvd_unit){.at = (uint32_t)key->len,
				  .first = maker->first || !key->count,
				  .joined = maker->joined && key->count,
				  .bracketed = maker->brackets > 0,
				  .wide = wide};
	key->count++;
	key->maker.first = false;
	key->maker.joined = true;
	return unit;
}

static void end_plain(struct plain_key *key, struct cvd_unit *unit)
{
	unit->end = (uint32_t)key->len;
	unit->stem = cvd_stem(key->bytes + unit->at, key->len - unit->at);
}

/* Adds the character of three bytes. */
static void add_plain_wide(struct plain_key *key, size_t from)
{
	struct cvd_unit *unit = begin_plain(key, true);

	memcpy(key->bytes + key->len, key->maker.text.ptr + from, 3);
	key->len += 3;
	unit->capital = true;
	end_plain(key, unit);
}

/* Bytes of the word's next character as the key has it, in `bytes`, and *at behind it; 0 if the word ends. */
static inline size_t next_in_word(struct cvd_str text, size_t *at, char *bytes)
{
	size_t len;

	if (*at >= text.len)
		return 0;
	bytes[0] = folded[(unsigned char)text.ptr[*at]];
	if (bytes[0]) {
		++*at;
		return 1;
	}
	if ((unsigned char)text.ptr[*at] >= 0x80)
		return wide_class_at(text, *at, &len) == LETTER ? put_letter(bytes, text, at) : 0;
	bytes[0] = text.ptr[*at];
	return is_inner(text, *at) ? ++*at, 1 : 0;
}

static bool are_capitals(struct cvd_str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] < 'A' || text.ptr[i] > 'Z')
			return false;
	return true;
}

/* Adds the word that begins at the byte. Returns its end. */
static size_t add_plain_word(struct plain_key *key, size_t from)
{
	struct cvd_str text = key->maker.text;
	struct cvd_unit *unit = begin_plain(key, false);
	char *bytes = key->bytes + unit->at;
	uint32_t stem = 0;
	size_t at = from, len = 0, next;

	while ((next = next_in_word(text, &at, bytes + len)))
		for (; next; next--)
			stem = cvd_stem_add(stem, bytes[len++]);
	key->len += len;
	unit->end = (uint32_t)key->len;
	unit->stem = cvd_stem_end(stem);
	unit->number = text.ptr[from] >= '0' && text.ptr[from] <= '9';
	unit->capitals = are_capitals(cvd_str_sub(text, from, at));
	unit->capital = text.ptr[from] < 'a' || text.ptr[from] > 'z';
	if (len == at - from && (len == 1 || (from && text.ptr[from - 1] != ' '))) {
		struct cvd_token token = {.start = (uint32_t)from, .len = (uint32_t)(at - from)};

		unit->tail = is_tail(&key->maker, &token, (struct cvd_str){bytes, len});
	}
	return at;
}

static void add_plain_and(struct plain_key *key)
{
	struct cvd_unit *unit;

	key->maker.joined = false;
	unit = begin_plain(key, false);
	key->bytes[key->len++] = '&';
	end_plain(key, unit);
}

/* False if there is a character that is not common. */
static bool make_plain(struct plain_key *key, struct cvd_str text)
{
	bool word = false; /* ends here */

	key->maker = (struct maker){.text = text};
	key->len = key->count = 0;
	for (size_t at = 0, len, next; at < text.len; at += len) {
		enum plain_class class = class_at(text, at, &len);

		switch (class) {
		case STRANGE:
			return false;
		case LETTER:
		case DIGIT:
			len = add_plain_word(key, at) - at;
			word = true;
			continue;
		case WIDE:
			add_plain_wide(key, at);
			word = true;
			continue;
		case UNIT:
			add_plain_and(key);
			word = false;
			continue;
		default:
			break;
		}
		/* a sign */
		if (!word && text.ptr[at] == '-' && class_at(text, at + 1, &next) == DIGIT)
			return false;
		word = false;
		key->maker.first |= class >= PARTS;
		key->maker.joined = false;
		key->maker.brackets += class == OPENS;
		key->maker.brackets -= class == CLOSES && key->maker.brackets;
	}
	return true;
}

static struct cvd_key keep_plain(struct cvd_arena *scratch, const struct plain_key *made)
{
	struct cvd_key key = {.text = {cvd_arena_alloc(scratch, made->len), made->len},
			      .units = cvd_arena_alloc(scratch, made->count * sizeof *key.units),
			      .len = made->count};

	memcpy((char *)key.text.ptr, made->bytes, made->len);
	memcpy(key.units, made->units, made->count * sizeof *key.units);
	return key;
}

/* --- keys --------------------------------------------------------------------------------------- */

struct cvd_key cvd_key_make(struct cvd_arena *scratch, struct cvd_str text, size_t max)
{
	struct maker maker = {.scratch = scratch, .text = text};
	struct cvd_tokens tokens;
	struct cvd_key key = {0};
	struct plain_key common;

	if (!text.len || text.len > max)
		return key;
	if (text.len <= PLAIN_BYTES && make_plain(&common, text))
		return keep_plain(scratch, &common);
	cvd_buf_reserve(&maker.key, text.len + text.len / 2);
	tokens = cvd_text_cut(scratch, text);
	for (size_t i = 0; i < tokens.len; i++)
		add_token(&maker, &tokens.items[i]);
	key.text = cvd_arena_copy(scratch, cvd_buf_str(&maker.key));
	key.units = maker.units.items;
	key.len = maker.units.len;
	for (size_t i = 0; i < key.len; i++)
		key.units[i].stem =
			cvd_stem(key.text.ptr + key.units[i].at, key.text.len - key.units[i].at);
	cvd_buf_free(&maker.key);
	cvd_buf_free(&maker.word);
	return key;
}

/* The first row with the stem, or the number of rows. */
static size_t first_row(const struct cvd_table *table, uint32_t stem)
{
	size_t row = cvd_slot_row(table->slots, stem);

	return row ? row - 1 : table->len;
}

bool cvd_table_may_begin(const struct cvd_table *table, struct cvd_str text)
{
	uint32_t stem = 0;
	size_t at = 0, len, next;
	enum plain_class class = class_at(text, 0, &len);
	char bytes[2];

	if (class == WIDE)
		return first_row(table, cvd_stem(text.ptr, len)) < table->len;
	if (!is_in_word(class))
		return true;
	while ((next = next_in_word(text, &at, bytes)))
		for (size_t i = 0; i < next; i++)
			stem = cvd_stem_add(stem, bytes[i]);
	return class_at(text, at, &len) == STRANGE ||
	       first_row(table, cvd_stem_end(stem)) < table->len;
}

/* As strncmp of the row and the key, which differ in their first bytes as a rule. */
static int compare(const char *row, struct cvd_str key)
{
	for (size_t i = 0; i < key.len; i++) {
		unsigned char a = (unsigned char)row[i], b = (unsigned char)key.ptr[i];

		if (a != b || !a)
			return a < b || !a ? -1 : 1;
	}
	return 0;
}

/* The first row from `from` on that is not before the key. It is near, so the steps double until they
 * are behind it. */
static size_t lower_bound(const struct cvd_table *table, size_t from, struct cvd_str key)
{
	size_t step = 1, to = from;

	while (to < table->len && compare(table->rows[to].words, key) < 0) {
		from = to + 1;
		to += step;
		step *= 2;
	}
	to = to < table->len ? to : table->len;
	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (compare(table->rows[middle].words, key) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

const struct cvd_row *cvd_table_find(const struct cvd_table *table, struct cvd_str key)
{
	size_t at = lower_bound(table, first_row(table, cvd_stem(key.ptr, key.len)), key);

	return at < table->len && compare(table->rows[at].words, key) == 0 &&
			       table->rows[at].words[key.len] == '\0'
		       ? &table->rows[at]
		       : NULL;
}

bool cvd_table_ends(const struct cvd_table *table, struct cvd_str word, size_t from, size_t least)
{
	uint32_t stem = 0, weight = 1;

	for (size_t at = word.len; at-- > from;) {
		stem += weight * (unsigned char)word.ptr[at];
		weight *= CVD_STEM_WEIGHT;
		if (word.len - at >= least && cvd_slot_row(table->slots, cvd_stem_end(stem)) &&
		    cvd_table_find(table, cvd_str_sub(word, at, word.len)))
			return true;
	}
	return false;
}

const struct cvd_row *cvd_table_longest(const struct cvd_table *table, const struct cvd_key *key,
					size_t unit, size_t *units)
{
	const struct cvd_row *best = NULL;
	size_t row = first_row(table, key->units[unit].stem);

	for (size_t last = unit; last < key->len && row < table->len; last++) {
		struct cvd_str words =
			cvd_str_sub(key->text, key->units[unit].at, key->units[last].end);

		if (last > unit && key->units[last].first)
			break;
		row = lower_bound(table, row, words);
		if (row == table->len || compare(table->rows[row].words, words) != 0)
			break;
		if (table->rows[row].words[words.len] == '\0') {
			best = &table->rows[row];
			*units = last - unit + 1;
		}
	}
	return best;
}
