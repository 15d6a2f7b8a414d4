/*
 * Text is cut into numbers, words of the table, dashes and marks; full-width forms are read as their
 * ASCII ones. Tokens are made when they are asked for, so that a place where no date begins costs its
 * first token, and never beyond the window, so that the whole costs a constant for each place.
 *
 * A full stop directly behind a Latin or Cyrillic word of the table abbreviates it and is part of it.
 */
#include "dates_lex.h"

#include "base/text.h"

#define OTHER_DIGITS 5

struct mark_row {
	uint32_t code_point;
	char mark; /* the ASCII mark it is read as, or a class below */
};

enum { MARK_SPACE = ' ', MARK_DASH = '-', MARK_WAVE = '~', MARK_OPEN = '?' };

static const struct mark_row marks[] = {
	{0xa0, MARK_SPACE},   {0x2002, MARK_SPACE}, {0x2003, MARK_SPACE}, {0x2009, MARK_SPACE},
	{0x200a, MARK_SPACE}, {0x202f, MARK_SPACE}, {0x3000, MARK_SPACE}, {0xfeff, MARK_SPACE},
	{0xad, MARK_DASH},    {0x2010, MARK_DASH},  {0x2011, MARK_DASH},  {0x2012, MARK_DASH},
	{0x2013, MARK_DASH},  {0x2014, MARK_DASH},  {0x2015, MARK_DASH},  {0x2212, MARK_DASH},
	{0x2192, MARK_DASH},  {0x21d2, MARK_DASH},  {0x279c, MARK_DASH},  {0x2500, MARK_DASH},
	{0x30fc, MARK_DASH},  {0xff0d, MARK_DASH},  {0x301c, MARK_WAVE},  {0xff5e, MARK_WAVE},
	{0x223c, MARK_WAVE},  {0xff1f, MARK_OPEN},  {0x2026, MARK_OPEN},  {0xff0f, '/'},
	{0xff0e, '.'},        {0xff0c, ','},        {0x3001, ','},        {0x2018, '\''},
	{0x2019, '\''},       {0xff1a, ':'},        {0xff08, '('},        {0x3010, '('},
	{0xff09, ')'},        {0x3011, ')'},        {0xb7, '|'},          {0x2022, '|'},
	{0x30fb, '|'},
};

static const char ascii_marks[128] = {
	[' '] = MARK_SPACE, ['\t'] = MARK_SPACE, ['\n'] = MARK_SPACE, ['\r'] = MARK_SPACE,
	['-'] = MARK_DASH,  ['~'] = MARK_WAVE,   ['?'] = MARK_OPEN,   ['/'] = '/',
	['.'] = '.',        [','] = ',',         ['\''] = '\'',       [':'] = ':',
	['('] = '(',        ['['] = '(',         [')'] = ')',         [']'] = ')',
	['|'] = '|',        ['+'] = '+',         [';'] = ';',
};

/* Letters, which most characters are. */
static bool is_no_mark(uint32_t c)
{
	return (c > 0xb7 && c < 0x2002) || (c > 0x30fc && c < 0xfeff);
}

static char mark_of(uint32_t c)
{
	if (c < 0x80)
		return ascii_marks[c];
	if (is_no_mark(c))
		return 0;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (marks[i].code_point == c)
			return marks[i].mark;
	return 0;
}

/* The digit's value, or -1. */
static int digit_of(uint32_t c)
{
	if (c >= '0' && c <= '9')
		return (int)(c - '0');
	return c >= 0xff10 && c <= 0xff19 ? (int)(c - 0xff10) : -1;
}

/* The character at `at` of the window; *next is the byte behind it. 0 at the end. */
static uint32_t peek(const struct cvd_date_lexer *lexer, size_t at, size_t *next)
{
	*next = at;
	return at < lexer->end ? cvd_utf8_next(lexer->text, next) : 0;
}

static void read_number(const struct cvd_date_lexer *lexer, struct cvd_date_token *token)
{
	size_t next;
	int digit;

	token->kind = CVD_DATE_TOKEN_NUMBER;
	while ((digit = digit_of(peek(lexer, token->to, &next))) >= 0) {
		if (token->digits < OTHER_DIGITS) {
			token->value = token->value * 10 + digit;
			token->digits++;
		}
		token->to = next;
	}
}

/* `-`, `--`, `---`, `->`, `——`, `~` */
static void read_dash(const struct cvd_date_lexer *lexer, struct cvd_date_token *token)
{
	size_t next, count = 0;
	uint32_t c = peek(lexer, token->from, &next);

	token->kind = CVD_DATE_TOKEN_DASH;
	token->wave = mark_of(c) == MARK_WAVE;
	token->hyphen = c == '-' || c == 0x2010 || c == 0x2011;
	while ((c = peek(lexer, token->to, &next)) && count < 4 &&
	       (mark_of(c) == MARK_DASH || mark_of(c) == MARK_WAVE)) {
		token->to = next;
		count++;
	}
	if (c == '>')
		token->to = next;
	token->hyphen &= count == 1 && c != '>';
}

/* `?`, `…`, `...`, `???` */
static void read_open(const struct cvd_date_lexer *lexer, struct cvd_date_token *token, char mark)
{
	size_t next;

	token->kind = CVD_DATE_TOKEN_OPEN;
	while (mark_of(peek(lexer, token->to, &next)) == mark)
		token->to = next;
}

static void read_word(struct cvd_date_lexer *lexer, struct cvd_date_token *token, bool ideographic)
{
	struct cvd_date_word word;
	bool found = cvd_date_word_find(lexer->arena,
					cvd_str_sub(lexer->text, token->from, lexer->end), &word);

	token->kind = found ? CVD_DATE_TOKEN_WORD : CVD_DATE_TOKEN_OTHER;
	token->to = token->from + word.len;
	token->classes = word.classes;
	token->value = word.value;
	token->ideographic = ideographic;
	if (found && !ideographic && token->to < lexer->end && lexer->text.ptr[token->to] == '.')
		token->to++;
}

static void read_mark(const struct cvd_date_lexer *lexer, struct cvd_date_token *token, char mark)
{
	size_t next;

	if (mark == MARK_DASH || mark == MARK_WAVE) {
		read_dash(lexer, token);
		return;
	}
	token->kind = mark ? CVD_DATE_TOKEN_MARK : CVD_DATE_TOKEN_OTHER;
	token->value = (unsigned char)mark;
	peek(lexer, token->from, &token->to);
	if (mark == MARK_OPEN || (mark == '.' && mark_of(peek(lexer, token->to, &next)) == '.' &&
				  mark_of(peek(lexer, next, &next)) == '.'))
		read_open(lexer, token, mark);
}

static void read_token(struct cvd_date_lexer *lexer, struct cvd_date_token *token)
{
	size_t next;
	uint32_t c;

	*token = (struct cvd_date_token){0};
	while ((c = peek(lexer, lexer->next, &next)) && mark_of(c) == MARK_SPACE) {
		lexer->next = next;
		token->spaced = true;
	}
	token->from = token->to = lexer->next;
	if (lexer->next >= lexer->end)
		token->kind =
			lexer->end < lexer->text.len ? CVD_DATE_TOKEN_OTHER : CVD_DATE_TOKEN_END;
	else if (digit_of(c) >= 0)
		read_number(lexer, token);
	else if (mark_of(c))
		read_mark(lexer, token, mark_of(c));
	else if (cvd_date_is_letter(c))
		read_word(lexer, token, cvd_date_is_ideograph(c));
	else
		read_mark(lexer, token, 0);
	/* the window cuts it */
	if (token->to >= lexer->end && lexer->end < lexer->text.len)
		token->kind = CVD_DATE_TOKEN_OTHER;
	lexer->next = token->to;
}

void cvd_date_lexer_start(struct cvd_date_lexer *lexer, struct cvd_arena *arena,
			  struct cvd_str text, size_t start)
{
	lexer->arena = arena;
	lexer->text = text;
	lexer->start = lexer->next = start;
	lexer->end = text.len - start > CVD_DATE_BYTES ? start + CVD_DATE_BYTES : text.len;
	lexer->count = 0;
}

const struct cvd_date_token *cvd_date_lexer_at(struct cvd_date_lexer *lexer, size_t index)
{
	if (index >= CVD_DATE_TOKENS)
		index = CVD_DATE_TOKENS - 1;
	while (lexer->count <= index) {
		const struct cvd_date_token *last =
			lexer->count ? &lexer->tokens[lexer->count - 1] : NULL;

		if (last && (last->kind == CVD_DATE_TOKEN_END || last->kind == CVD_DATE_TOKEN_OTHER))
			return last;
		read_token(lexer, &lexer->tokens[lexer->count++]);
		if (lexer->count == CVD_DATE_TOKENS)
			lexer->tokens[lexer->count - 1].kind = CVD_DATE_TOKEN_OTHER;
	}
	return &lexer->tokens[index];
}
