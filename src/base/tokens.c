/*
 * Text to tokens in three steps, each linear: the text is cut at white space; each piece between is
 * cut by UAX #29 (https://www.unicode.org/reports/tr29/), by a small automaton if it is of the common
 * letters and marks and by libunistring if not; then the pieces of an amount or a name that UAX #29 parts (`$`, `2m`) are
 * glued by the tables below. Cutting at white space first changes no boundary but one: a combining
 * mark that follows a space starts a token, so that a space is never more than space.
 *
 * Invariant: tokens touch each other and cover the text; none is empty. Memory is the tokens, and
 * beside them, while it runs, as much again and one byte for each byte of the longest piece.
 */
#include "base/text.h"

#include "ascii.h"
#include "base/hash.h"
#include "space.h"

#include <stdlib.h>
#include <unictype.h>
#include <uniwbrk.h>

struct cutter {
	struct cvd_str text;
	struct cvd_token *items;
	size_t len, cap;
	struct cvd_buf breaks; /* scratch for libunistring */
};

static void push(struct cutter *cutter, size_t from, size_t to, enum cvd_token_kind kind)
{
	if (cutter->len == cutter->cap) {
		cutter->cap = cutter->cap ? cutter->cap * 2 : 32;
		cutter->items = cvd_realloc(cutter->items, cutter->cap * sizeof *cutter->items);
	}
	cutter->items[cutter->len++] = (struct cvd_token){
		.start = (uint32_t)from, .len = (uint32_t)(to - from), .kind = kind};
}

/* --- common characters ------------------------------------------------------------------------------------ */

/*
 * Word_Break of ASCII: a letter, a digit, the low line, and the marks that stay inside a word where
 * they stand between two letters, two digits, or either.
 */
enum { O = 0, A = 1, N = 2, E = 4, L = 8, D = 16, B = L | D };
#define INSIDE_WORD (A | N | E)

/* clang-format off */
static const uint8_t word_break[256] = {
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, /* C0 */
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, /* C0 */
	O, O, O, O, O, O, O, B, O, O, O, O, D, O, B, O, /* space */
	N, N, N, N, N, N, N, N, N, N, L, D, O, O, O, O, /* 0 */
	O, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, /* @ */
	A, A, A, A, A, A, A, A, A, A, A, O, O, O, O, E, /* P */
	O, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, /* ` */
	A, A, A, A, A, A, A, A, A, A, A, O, O, O, O, O, /* p */
	/* the bytes of letters of two bytes */
	A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A,
	A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A,
	O, O, O, A, A, A, O, O, O, O, O, O, O, O, O, O, A, A,
};
/* clang-format on */

static bool is_continuation(unsigned char byte)
{
	return byte >= 0x80 && byte < 0xc0;
}

/* A Latin or Cyrillic letter of two bytes begins at the byte. */
static bool is_letter_of_two(const unsigned char *bytes, size_t left)
{
	if (left < 2 || !is_continuation(bytes[1]))
		return false;
	if (bytes[0] == 0xc3) /* but no × and no ÷ */
		return bytes[1] != 0x97 && bytes[1] != 0xb7;
	return bytes[0] == 0xc4 || bytes[0] == 0xc5 || bytes[0] == 0xd0 || bytes[0] == 0xd1;
}

/* A character of three bytes that joins nothing begins at the byte: a Chinese character, a Hiragana, a dash,
 * a bracket, a stop. */
static bool stands_alone(const unsigned char *bytes, size_t left, enum cvd_token_kind *kind)
{
	unsigned c;

	if (left < 3 || (bytes[0] & 0xf0) != 0xe0 || !is_continuation(bytes[1]) ||
	    !is_continuation(bytes[2]))
		return false;
	c = (bytes[0] & 0xfu) << 12 | (bytes[1] & 0x3fu) << 6 | (bytes[2] & 0x3fu);
	*kind = CVD_TOKEN_WORD;
	if ((c >= 0x4e00 && c < 0xa000) || (c >= 0x3041 && c <= 0x3096))
		return true;
	*kind = CVD_TOKEN_PUNCTUATION;
	return c == 0x2013 || c == 0x2014 || c == 0x3001 || c == 0x3002 || c == 0xff08 ||
	       c == 0xff09;
}

static unsigned class_at(struct cvd_str text, size_t pos)
{
	return word_break[(unsigned char)text.ptr[pos]];
}

/* End of the word that begins at `pos`; *seen collects the classes in it. */
static size_t ascii_word_end(struct cvd_str text, size_t pos, size_t end, unsigned *seen)
{
	unsigned last = class_at(text, pos);

	for (*seen = last, pos++; pos < end; pos++) {
		unsigned class = class_at(text, pos);

		if (!(class & INSIDE_WORD)) {
			unsigned joined = (class & L ? A : 0) | (class & D ? N : 0);

			if (pos + 1 == end || !(last & joined) || class_at(text, pos + 1) != last)
				break;
			class = class_at(text, ++pos);
		}
		*seen |= class;
		last = class;
	}
	return pos;
}

/* [pos, end) is ASCII and letters of two bytes. */
static void cut_words(struct cutter *cutter, size_t pos, size_t end)
{
	while (pos < end) {
		unsigned class = class_at(cutter->text, pos), seen = O;
		size_t next = pos + 1;

		if (class & INSIDE_WORD)
			next = ascii_word_end(cutter->text, pos, end, &seen);
		if (seen & (A | N)) {
			push(cutter, pos, next, class == N ? CVD_TOKEN_NUMBER : CVD_TOKEN_WORD);
			pos = next;
			continue;
		}
		for (; pos < next; pos++)
			push(cutter, pos, pos + 1, CVD_TOKEN_PUNCTUATION);
	}
}

/* End of what is ASCII or letters of two bytes. */
static size_t words_end(struct cvd_str text, size_t pos, size_t end)
{
	const unsigned char *bytes = (const unsigned char *)text.ptr;

	while (pos < end) {
		pos = ascii_end(cvd_str_sub(text, 0, end), pos);
		if (pos == end || !is_letter_of_two(bytes + pos, end - pos))
			break;
		pos += 2;
	}
	return pos;
}

/* False, and nothing is cut, if there is a character that is not common. */
static bool cut_common(struct cutter *cutter, size_t pos, size_t end)
{
	const unsigned char *bytes = (const unsigned char *)cutter->text.ptr;
	size_t first = cutter->len;

	while (pos < end) {
		size_t next = words_end(cutter->text, pos, end);
		enum cvd_token_kind kind;

		cut_words(cutter, pos, next);
		pos = next;
		if (pos == end)
			break;
		if (!stands_alone(bytes + pos, end - pos, &kind)) {
			cutter->len = first;
			return false;
		}
		push(cutter, pos, pos + 3, kind);
		pos += 3;
	}
	return true;
}

/* --- Unicode ---------------------------------------------------------------------------------- */

static bool in_category(uint32_t code_point, uint32_t mask)
{
	return uc_is_general_category_withtable(code_point, mask);
}

static enum cvd_token_kind kind_of(struct cvd_str text, size_t pos, size_t end)
{
	uint32_t code_point = cvd_utf8_next(text, &pos);

	if (in_category(code_point, UC_CATEGORY_MASK_N))
		return CVD_TOKEN_NUMBER;
	while (!in_category(code_point, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N)) {
		if (pos >= end)
			return CVD_TOKEN_PUNCTUATION;
		code_point = cvd_utf8_next(text, &pos);
	}
	return CVD_TOKEN_WORD;
}

/* UAX #29 joins connectors (`__`, `_‿`) as it joins letters; as punctuation they stand alone. */
static void push_piece(struct cutter *cutter, size_t pos, size_t end)
{
	enum cvd_token_kind kind = kind_of(cutter->text, pos, end);
	size_t next = pos;

	if (kind != CVD_TOKEN_PUNCTUATION ||
	    !in_category(cvd_utf8_next(cutter->text, &next), UC_CATEGORY_MASK_Pc)) {
		push(cutter, pos, end, kind);
		return;
	}
	while (pos < end) {
		next = pos;
		cvd_utf8_next(cutter->text, &next);
		push(cutter, pos, next, kind);
		pos = next;
	}
}

static void cut_unicode(struct cutter *cutter, size_t pos, size_t end)
{
	size_t from = pos;

	cvd_buf_reserve(&cutter->breaks, end - pos);
	u8_wordbreaks((const uint8_t *)cutter->text.ptr + pos, end - pos, cutter->breaks.ptr);
	for (size_t at = pos + 1; at < end; at++)
		if (cutter->breaks.ptr[at - pos]) {
			push_piece(cutter, from, at);
			from = at;
		}
	push_piece(cutter, from, end);
}

/* --- glue ------------------------------------------------------------------------------------- */

#define AFTER(kind) (1U << (kind))
#define AFTER_NUMBER AFTER(CVD_TOKEN_NUMBER)
#define AFTER_WORD AFTER(CVD_TOKEN_WORD)

/* Marks that belong to the token before them. They are tried in this order, each once. */
static const struct suffix {
	struct cvd_str mark;
	unsigned after;
	bool may_go_on; /* even if a word or number follows at once: `C++17`, but not `a+b` */
} suffixes[] = {
	{{"%", 1}, AFTER_NUMBER, true},
	{{"\xE2\x80\xB0", 3}, AFTER_NUMBER, true},    /* ‰ */
	{{"\xC3\x97", 2}, AFTER_NUMBER, false},       /* × */
	{{"++", 2}, AFTER_WORD, true},                /* C++ */
	{{"+", 1}, AFTER_NUMBER | AFTER_WORD, false}, /* 100k+, A+ */
	{{"#", 1}, AFTER_WORD, false},                /* C# */
};

/* Signs that belong to the number behind them where nothing but an opening mark stands before. */
static const struct cvd_str signs[] = {
	{"-", 1}, {"+", 1}, {"\xE2\x88\x92", 3} /* − */, {"\xC2\xB1", 2} /* ± */};

static struct cvd_str text_of(const struct cutter *cutter, const struct cvd_token *token)
{
	return (struct cvd_str){cutter->text.ptr + token->start, token->len};
}

static bool is_sign(const struct cutter *cutter, size_t at)
{
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (cvd_str_equal(text_of(cutter, &cutter->items[at]), signs[i]))
			return true;
	return false;
}

static bool has_category(const struct cutter *cutter, size_t at, uint32_t mask)
{
	size_t pos = cutter->items[at].start;

	return in_category(cvd_utf8_next(cutter->text, &pos), mask);
}

static bool is_opening(const struct cutter *cutter, size_t at)
{
	char c = cutter->text.ptr[cutter->items[at].start];

	if (cutter->items[at].kind != CVD_TOKEN_PUNCTUATION)
		return false;
	return c == '"' || c == '\'' ||
	       has_category(cutter, at, UC_CATEGORY_MASK_Ps | UC_CATEGORY_MASK_Pi);
}

/* Number of tokens from `at`, a mark, that are the sign and currency of a number, which follows them. */
static size_t prefix_count(const struct cutter *cutter, size_t at, bool after_opening)
{
	const struct cvd_token *items = cutter->items;
	size_t next = at;

	if (after_opening && is_sign(cutter, next))
		next++;
	if (next + 1 < cutter->len && items[next + 1].kind == CVD_TOKEN_NUMBER &&
	    has_category(cutter, next, UC_CATEGORY_MASK_Sc))
		next++;
	return next < cutter->len && items[next].kind == CVD_TOKEN_NUMBER ? next - at : 0;
}

/* Number of tokens from `at` that are the suffix behind a token of the kind. */
static size_t suffix_count(const struct cutter *cutter, size_t at, enum cvd_token_kind kind,
			   const struct suffix *suffix)
{
	size_t len = 0, next = at;

	if (!(suffix->after & AFTER(kind)))
		return 0;
	while (next < cutter->len && len < suffix->mark.len)
		len += cutter->items[next++].len;
	if (len != suffix->mark.len ||
	    memcmp(cutter->text.ptr + cutter->items[at].start, suffix->mark.ptr, len) != 0)
		return 0;
	if (!suffix->may_go_on && next < cutter->len &&
	    cutter->items[next].kind != CVD_TOKEN_PUNCTUATION)
		return 0;
	return next - at;
}

/* Glues the tokens from `first` to the end, which have no white space between them, in place. */
static void glue(struct cutter *cutter, size_t first)
{
	struct cvd_token *items = cutter->items;
	size_t to = first, at = first;

	while (at < cutter->len) {
		struct cvd_token token = items[at];

		if (token.kind == CVD_TOKEN_PUNCTUATION) {
			bool after_opening = to == first || is_opening(cutter, to - 1);

			at += prefix_count(cutter, at, after_opening);
			token.kind = items[at].kind;
		}
		at++;
		for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
			if (at == cutter->len || items[at].kind != CVD_TOKEN_PUNCTUATION)
				break;
			at += suffix_count(cutter, at, token.kind, &suffixes[i]);
		}
		token.len = items[at - 1].start + items[at - 1].len - token.start;
		items[to++] = token;
	}
	cutter->len = to;
}

/* --- all -------------------------------------------------------------------------------------- */

static void cut_piece(struct cutter *cutter, size_t pos, size_t end)
{
	size_t first = cutter->len;

	if (!cut_common(cutter, pos, end))
		cut_unicode(cutter, pos, end);
	glue(cutter, first);
}

static bool is_folded_ascii(struct cvd_str text)
{
	if (ascii_end(text, 0) < text.len)
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] >= 'A' && text.ptr[i] <= 'Z')
			return false;
	return true;
}

static void set_keys(struct cutter *cutter)
{
	struct cvd_buf folded = {0};

	for (size_t i = 0; i < cutter->len; i++) {
		struct cvd_token *token = &cutter->items[i];
		struct cvd_str text = text_of(cutter, token);

		token->exact = token->key = cvd_hash64(text);
		if (is_folded_ascii(text))
			continue;
		folded.len = 0;
		cvd_text_fold_into(&folded, text);
		token->key = cvd_hash64(cvd_buf_str(&folded));
	}
	cvd_buf_free(&folded);
}

static struct cvd_tokens cut_text(struct cvd_arena *arena, struct cvd_str text, bool keys)
{
	struct cutter cutter = {.text = text};
	struct cvd_tokens tokens = {0};
	size_t pos = 0;

	while (pos < text.len) {
		size_t from = pos;

		pos = cvd_space_end(text, pos);
		if (pos > from)
			push(&cutter, from, pos, CVD_TOKEN_SPACE);
		from = pos;
		pos = cvd_space_find(text, pos);
		if (pos > from)
			cut_piece(&cutter, from, pos);
	}
	if (keys)
		set_keys(&cutter);
	tokens.len = cutter.len;
	if (tokens.len) {
		tokens.items = cvd_arena_alloc(arena, tokens.len * sizeof *tokens.items);
		memcpy(tokens.items, cutter.items, tokens.len * sizeof *tokens.items);
	}
	free(cutter.items);
	cvd_buf_free(&cutter.breaks);
	return tokens;
}

struct cvd_tokens cvd_text_tokens(struct cvd_arena *arena, struct cvd_str text)
{
	return cut_text(arena, text, true);
}

struct cvd_tokens cvd_text_cut(struct cvd_arena *arena, struct cvd_str text)
{
	return cut_text(arena, text, false);
}
