/*
 * A date is one of the shapes in which people write year, month and day: a table of strings, one
 * character a token, of which the longest that fits is read.
 *
 *	Y  year of four digits          M  month's name       N  unit of a year (年)
 *	y  year of two digits           S  season             G  of a month
 *	m  number of a month            Q  word for a quarter D  of a day
 *	d  number of a day              q  its number         o  ordinal ending
 *	a b  day and month, in the order that the numbers or the document tell
 *	E n  Japanese era and its year  s  word between       / . - , ' ( )  themselves
 *	_  white space may follow       ' ' white space must follow
 *	?  the token in front may be missing
 *
 * Without _ or a space, tokens touch. A shape holds unless its end lies within a word or number.
 * Cost: constant, as the shapes and the window are.
 */
#include "dates_point.h"

#include "base/text.h"

#include <string.h>

/* Shorter words stand in front of a date only: `c. 2019`, but `Windows 2000, C++`. */
#define SUFFIX_BYTES 3

struct shape_row {
	const char *shape;
	unsigned use;
};

#define WEAK CVD_DATE_WEAK
#define PAIR CVD_DATE_PAIR
#define WHOLE CVD_DATE_WHOLE
#define LAST CVD_DATE_LAST
#define START CVD_DATE_START
#define STOP CVD_DATE_STOP

static const struct shape_row shapes[] = {
	/* the year first */
	{"Y", 0},
	{"Y_N", 0},
	{"Y/m", 0},
	{"Y-m", 0},
	{"Y.m.?", 0},
	{"Y / m", 0},
	{"Y. m.?", LAST},
	{"Y/m/d", 0},
	{"Y-m-d", 0},
	{"Y.m.d.?", 0},
	{"Y._m._d.?", 0},
	{"Y_N_m_G", 0},
	{"Y_N_m_G_d_D", 0},
	{"Y/m_G", 0},
	{"Y.m_G", 0},
	{"Y_N?_,?_M", 0},
	{"Y/M", 0},
	{"Y-M", 0},
	{"Y.M", 0},
	{"Y_M_d", 0},
	{"Y-M-d", 0},
	{"Y_s_M", 0},
	/* eras */
	{"E_n_N", 0},
	{"E_n_N_m_G", 0},
	{"E_n_N_m_G_d_D", 0},
	{"Y_N?_(E_n_N)_N?", 0},
	{"Y_N?_(E_n_N)_N?_m_G", 0},
	{"Y_N?_(E_n_N)_N?_m_G_d_D", 0},
	{"E_n_N?_(Y_N?)_N?", 0},
	{"E_n_N?_(Y_N?)_N?_m_G", 0},
	{"E_n_N?_(Y_N?)_N?_m_G_d_D", 0},
	/* a month's name and a year */
	{"M_,?_Y", 0},
	{"M_s_Y", 0},
	{"M/Y", 0},
	{"M-Y", 0},
	{"M_'y", 0},
	{"My", 0},
	{"M-y", 0},
	{"M/y", 0},
	{"M y", WEAK},
	/* and a day */
	{"M_s?_d_o?_,?_Y", 0},
	{"M_s?_d_o?_,?_'y", 0},
	{"M/d/Y", 0},
	{"M-d-Y", 0},
	{"M.d.Y", 0},
	{"d.?_o?_s?_M_s?_,?_Y", 0},
	{"d.?_o?_s?_M_s?_'y", 0},
	{"d.?_o?_s?_M y", WEAK},
	{"d-M-Y", 0},
	{"d-M-y", 0},
	{"d/M/Y", 0},
	{"dMY", 0},
	/* numbers, the year last */
	{"m/Y", 0},
	{"m-Y", 0},
	{"m.Y", 0},
	{"m / Y", 0},
	{"m Y", PAIR},
	{"a/b/Y", 0},
	{"a-b-Y", 0},
	{"a.b.Y", 0},
	{"a. b. Y", WEAK},
	{"a/b/y", 0},
	{"a.b.y", LAST},
	{"m/y", PAIR},
	{"m.y", PAIR | WHOLE},
	{"'y", PAIR},
	/* seasons, quarters */
	{"S_,?_Y", 0},
	{"S_s_Y", 0},
	{"S_'y", 0},
	{"S/Y", 0},
	{"Sy", 0},
	{"S y", WEAK},
	{"Y_,?_S", 0},
	{"Y-S", 0},
	{"Y/S", 0},
	{"Y_N_S", 0},
	{"Qq_,?_Y", 0},
	{"Qq_'y", 0},
	{"Qq_s_Y", 0},
	{"Qq/Y", 0},
	{"Qq-Y", 0},
	{"Q q_,?_Y", 0},
	{"q.?_o?_Q_s?_,?_Y", 0},
	{"qQ_'?y", 0},
	{"Y_,?_Qq", 0},
	{"Y/Qq", 0},
	{"Y-Qq", 0},
	{"Y.Qq", 0},
	{"Y_N_s?q_Q", 0},
};

/* The start of a range, whose end has the rest. */
static const struct shape_row starts[] = {
	{"M", START},      {"S", START},           {"Qq", START},    {"d.?", START},
	{"M_d_o?", START}, {"d.?_o?_s?_M", START}, {"a.b.?", START}, {"a/b", START},
};

/* The end of one, whose start has the rest. */
static const struct shape_row stops[] = {
	{"M", STOP},       {"S", STOP},   {"Qq", STOP},       {"m", STOP},   {"m_G", STOP},
	{"m_G_d_D", STOP}, {"d_D", STOP}, {"M_d", STOP},      {"m/d", STOP}, {"m-d", STOP},
	{"m.d", STOP},     {"'?y", STOP}, {"d_o?_,_Y", STOP},
};

#define SHAPES(rows)                                                                               \
	{                                                                                          \
		rows, sizeof(rows) / sizeof *(rows)                                                \
	}

/* By the uses that are asked for. */
static const struct {
	const struct shape_row *rows;
	size_t count;
} tables[] = {[0] = SHAPES(shapes), [START] = SHAPES(starts), [STOP] = SHAPES(stops)};

/* --- shapes ------------------------------------------------------------------------------------ */

static bool is_number(const struct cvd_date_token *token, int most_digits, int least, int most)
{
	return token->kind == CVD_DATE_TOKEN_NUMBER && token->digits <= most_digits &&
	       token->value >= least && token->value <= most;
}

static bool is_year(const struct cvd_date_token *token)
{
	return token->digits == 4 && is_number(token, 4, CVD_DATE_FIRST_YEAR, CVD_DATE_LAST_YEAR);
}

static bool is_word(const struct cvd_date_token *token, unsigned classes)
{
	return token->kind == CVD_DATE_TOKEN_WORD && (token->classes & classes);
}

/* The symbols of shapes as bits. */
enum {
	BIT_YEAR = 1 << 0,
	BIT_SHORT_YEAR = 1 << 1,
	BIT_MONTH_NUMBER = 1 << 2,
	BIT_DAY_NUMBER = 1 << 3,
	BIT_QUARTER_NUMBER = 1 << 4,
	BIT_ERA_YEAR = 1 << 5,
	BIT_MONTH = 1 << 6,
	BIT_SEASON = 1 << 7,
	BIT_QUARTER = 1 << 8,
	BIT_ERA = 1 << 9,
	BIT_YEAR_UNIT = 1 << 10,
	BIT_MONTH_UNIT = 1 << 11,
	BIT_DAY_UNIT = 1 << 12,
	BIT_ORDINAL = 1 << 13,
	BIT_SKIP = 1 << 14,
	BIT_HYPHEN = 1 << 15,
	BIT_SLASH = 1 << 16,
	BIT_STOP = 1 << 17,
	BIT_COMMA = 1 << 18,
	BIT_APOSTROPHE = 1 << 19,
	BIT_OPEN = 1 << 20,
	BIT_CLOSE = 1 << 21,
	BIT_SPACED = 1 << 22, /* of a token: white space stands in front */
};

static const uint32_t bits[128] = {
	['Y'] = BIT_YEAR,           ['y'] = BIT_SHORT_YEAR, ['m'] = BIT_MONTH_NUMBER,
	['d'] = BIT_DAY_NUMBER,     ['a'] = BIT_DAY_NUMBER, ['b'] = BIT_DAY_NUMBER,
	['q'] = BIT_QUARTER_NUMBER, ['n'] = BIT_ERA_YEAR,   ['M'] = BIT_MONTH,
	['S'] = BIT_SEASON,         ['Q'] = BIT_QUARTER,    ['E'] = BIT_ERA,
	['N'] = BIT_YEAR_UNIT,      ['G'] = BIT_MONTH_UNIT, ['D'] = BIT_DAY_UNIT,
	['o'] = BIT_ORDINAL,        ['s'] = BIT_SKIP,       ['-'] = BIT_HYPHEN,
	['/'] = BIT_SLASH,          ['.'] = BIT_STOP,       [','] = BIT_COMMA,
	['\''] = BIT_APOSTROPHE,    ['('] = BIT_OPEN,       [')'] = BIT_CLOSE,
};

/* Of what shapes begin with. */
#define FIRST_BITS                                                                                 \
	(BIT_YEAR | BIT_SHORT_YEAR | BIT_MONTH_NUMBER | BIT_DAY_NUMBER | BIT_QUARTER_NUMBER |      \
	 BIT_MONTH | BIT_SEASON | BIT_QUARTER | BIT_ERA | BIT_APOSTROPHE)

static uint32_t bits_of_number(const struct cvd_date_token *token)
{
	return (is_year(token) ? BIT_YEAR : 0u) |
	       (token->digits == 2 && is_number(token, 2, 0, 99) ? BIT_SHORT_YEAR : 0u) |
	       (is_number(token, 2, 1, 12) ? BIT_MONTH_NUMBER : 0u) |
	       (is_number(token, 2, 1, 31) ? BIT_DAY_NUMBER : 0u) |
	       (is_number(token, 1, 1, 4) ? BIT_QUARTER_NUMBER : 0u) |
	       (is_number(token, 2, 1, 99) ? BIT_ERA_YEAR : 0u);
}

static uint32_t bits_of_word(const struct cvd_date_token *token)
{
	static const struct {
		unsigned class;
		uint32_t bit;
	} rows[] = {{CVD_DATE_FIRST, BIT_ERA_YEAR},
		    {CVD_DATE_MONTH, BIT_MONTH},
		    {CVD_DATE_SEASON, BIT_SEASON},
		    {CVD_DATE_QUARTER, BIT_QUARTER},
		    {CVD_DATE_ERA, BIT_ERA},
		    {CVD_DATE_YEAR_UNIT, BIT_YEAR_UNIT},
		    {CVD_DATE_MONTH_UNIT, BIT_MONTH_UNIT},
		    {CVD_DATE_DAY_UNIT, BIT_DAY_UNIT},
		    {CVD_DATE_SKIP, BIT_SKIP}};
	uint32_t found = token->classes & CVD_DATE_ORDINAL && !token->spaced ? BIT_ORDINAL : 0;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (token->classes & rows[i].class)
			found |= rows[i].bit;
	return found;
}

/* What the token may be in a shape. */
static uint32_t bits_of(const struct cvd_date_token *token)
{
	uint32_t found = token->spaced ? BIT_SPACED : 0;

	switch (token->kind) {
	case CVD_DATE_TOKEN_NUMBER:
		return found | bits_of_number(token);
	case CVD_DATE_TOKEN_WORD:
		return found | bits_of_word(token);
	case CVD_DATE_TOKEN_DASH:
		return found | (token->hyphen ? BIT_HYPHEN : 0u);
	case CVD_DATE_TOKEN_MARK:
		return found | bits[token->value];
	default:
		return found;
	}
}

/* The tokens from `at` on, looked at once for all shapes. */
struct candidate {
	struct cvd_date_lexer *lexer;
	size_t at, known;
	uint32_t tokens[CVD_DATE_TOKENS];
};

static void look_at(struct candidate *candidate, size_t index)
{
	for (; candidate->known <= index; candidate->known++)
		candidate->tokens[candidate->known] = bits_of(
			cvd_date_lexer_at(candidate->lexer, candidate->at + candidate->known));
}

static inline uint32_t token_at(struct candidate *candidate, size_t index)
{
	if (index >= candidate->known)
		look_at(candidate, index);
	return candidate->tokens[index];
}

/* The tokens that the shape takes, 0 if they are none of it; with `parts`, the token that each symbol
 * took is noted. */
static size_t match(struct candidate *candidate, const char *shape,
		    const struct cvd_date_token *parts[128])
{
	size_t count = 0;
	bool may = true, must = false;

	for (; *shape; shape++) {
		uint32_t token;
		bool fit;

		if (*shape == '_' || *shape == ' ') {
			may = true;
			must = *shape == ' ';
			continue;
		}
		token = token_at(candidate, count);
		fit = token & bits[(unsigned char)*shape] &&
		      (!count || (token & BIT_SPACED ? may : !must));
		if (fit && parts)
			parts[(unsigned char)*shape] =
				cvd_date_lexer_at(candidate->lexer, candidate->at + count);
		count += fit;
		if (shape[1] == '?')
			shape++;
		else if (!fit)
			return 0;
		may = must = false;
	}
	return count;
}

bool cvd_date_ends(struct cvd_date_lexer *lexer, size_t next)
{
	const struct cvd_date_token *token = cvd_date_lexer_at(lexer, next);
	const struct cvd_date_token *last = cvd_date_lexer_at(lexer, next - 1);
	const struct cvd_date_token *further;
	size_t at = token->from;
	uint32_t c;

	if (token->spaced || token->kind == CVD_DATE_TOKEN_END)
		return true;
	if (token->kind == CVD_DATE_TOKEN_NUMBER)
		return last->ideographic;
	if (token->kind == CVD_DATE_TOKEN_MARK) {
		further = cvd_date_lexer_at(lexer, next + 1);
		return !strchr(".,:", token->value) || further->spaced ||
		       further->kind != CVD_DATE_TOKEN_NUMBER;
	}
	if (token->ideographic || is_word(token, CVD_DATE_YEAR_UNIT) || at >= lexer->text.len)
		return true;
	c = cvd_utf8_next(lexer->text, &at);
	return !cvd_date_is_letter(c) || cvd_date_is_ideograph(c);
}

/* --- what a shape says ------------------------------------------------------------------------- */

static int full_year(int short_year)
{
	return (short_year >= 60 ? 1900 : 2000) + short_year;
}

static void add_rest(struct cvd_date_point *point, const struct cvd_date_lexer *lexer, size_t from,
		     size_t to)
{
	if (point->rest_count < CVD_DATE_RESTS)
		point->rests[point->rest_count++] = cvd_str_sub(lexer->text, from, to);
}

/* False if the numbers are a day and a month in neither order. */
static bool set_exchangeable(struct cvd_date_point *point, int a, int b, enum cvd_date_order order)
{
	if (a > 12 && b > 12)
		return false;
	point->forced = a > 12 || b > 12;
	point->month_first = point->forced ? b > 12 : order == CVD_MONTH_FIRST;
	point->ambiguous = !point->forced && a != b;
	point->month = point->month_first ? a : b;
	point->day = point->month_first ? b : a;
	return true;
}

static void set_quarter(struct cvd_date_point *point, const struct cvd_date_lexer *lexer,
			const struct cvd_date_token *word, const struct cvd_date_token *number)
{
	add_rest(point, lexer, word->from < number->from ? word->from : number->from,
		 word->from < number->from ? number->to : word->to);
}

/* Versions are written like dates with short years: these have two digits everywhere. */
static bool is_padded(const char *shape, const struct cvd_date_token *const parts[128])
{
	if (strcmp(shape, "a.b.y") == 0)
		return parts['a']->digits == 2 && parts['b']->digits == 2 && parts['b']->value <= 12;
	return strcmp(shape, "m.y") != 0 || parts['m']->digits == 2;
}

static bool interpret(struct cvd_date_point *point, const struct cvd_date_lexer *lexer,
		      const struct shape_row *row, const struct cvd_date_token *const parts[128],
		      enum cvd_date_order order)
{
	point->shape = row->shape;
	point->use = row->use;
	point->short_year = parts['y'] ? parts['y']->value : -1;
	if (parts['m'] && parts['m']->digits == 2 && !parts['y'])
		point->short_year = parts['m']->value;
	if (!is_padded(row->shape, parts))
		return false;
	if (parts['Y'])
		point->year = parts['Y']->value;
	else if (parts['E'])
		point->year = parts['E']->value + parts['n']->value;
	else if (parts['y'])
		point->year = full_year(parts['y']->value);
	if (parts['M'])
		point->month = parts['M']->value;
	if (parts['m'])
		point->month = parts['m']->value;
	if (parts['d'])
		point->day = parts['d']->value;
	if (parts['a'] && !set_exchangeable(point, parts['a']->value, parts['b']->value, order))
		return false;
	if (parts['S'])
		add_rest(point, lexer, parts['S']->from, parts['S']->to);
	if (parts['Q'])
		set_quarter(point, lexer, parts['Q'], parts['q']);
	point->academic = parts['S'] != NULL;
	return true;
}

static bool take_shape(struct cvd_date_point *point, struct candidate *candidate,
		       const struct shape_row *row, enum cvd_date_order order)
{
	const struct cvd_date_token *parts[128] = {0};

	match(candidate, row->shape, parts);
	return interpret(point, candidate->lexer, row, parts, order);
}

/* The longest shape from `at` on; the first in the table of equally long ones. */
static size_t read_shape(struct cvd_date_lexer *lexer, size_t at, unsigned uses,
			 enum cvd_date_order order, struct cvd_date_point *point)
{
	const struct shape_row *row = tables[uses].rows, *end = row + tables[uses].count;
	const struct shape_row *best = NULL;
	struct candidate candidate;
	size_t longest = 0;

	candidate.lexer = lexer;
	candidate.at = at;
	candidate.known = 0;
	if (!(token_at(&candidate, 0) & FIRST_BITS))
		return 0;
	while (row < end) {
		const char *shape = row->shape;
		size_t len;

		if (shape[1] != '?' && !(token_at(&candidate, 0) & bits[(unsigned char)*shape])) {
			while (++row < end && row->shape[0] == *shape) /* begins alike */
				;
			continue;
		}
		len = match(&candidate, shape, NULL);
		if (len > longest && cvd_date_ends(lexer, at + len)) {
			longest = len;
			best = row;
		}
		row++;
	}
	return best && take_shape(point, &candidate, best, order) ? at + longest : 0;
}

/* --- the words around -------------------------------------------------------------------------- */

/* Words in front of a date: `since`, `about`, `expected in`, `mid-`, `Expected:`. */
static size_t read_leads(struct cvd_date_lexer *lexer, size_t at, bool behind,
			 struct cvd_date_point *point)
{
	const struct cvd_date_token *token = cvd_date_lexer_at(lexer, at), *next;

	if (!behind && is_word(token, CVD_DATE_SINCE | CVD_DATE_FROM | CVD_DATE_UNTIL) &&
	    !is_word(token, CVD_DATE_MONTH)) {
		point->opener = token->classes;
		point->opener_from = token->from;
		point->opener_to = token->to;
		token = cvd_date_lexer_at(lexer, ++at);
		while (is_word(token, CVD_DATE_SKIP))
			token = cvd_date_lexer_at(lexer, ++at);
	}
	while (is_word(token, CVD_DATE_REST)) {
		add_rest(point, lexer, token->from, token->to);
		token = cvd_date_lexer_at(lexer, ++at);
		next = cvd_date_lexer_at(lexer, at + 1);
		if ((token->kind == CVD_DATE_TOKEN_DASH && token->hyphen && !token->spaced &&
		     !next->spaced) ||
		    (token->kind == CVD_DATE_TOKEN_MARK && token->value == ':'))
			token = cvd_date_lexer_at(lexer, ++at);
		while (is_word(token, CVD_DATE_SKIP))
			token = cvd_date_lexer_at(lexer, ++at);
	}
	return at;
}

size_t cvd_date_point_qualify(struct cvd_date_lexer *lexer, size_t at, bool whole,
			      struct cvd_date_point *point)
{
	const struct cvd_date_token *first = cvd_date_lexer_at(lexer, at), *token;
	bool mark =
		first->kind == CVD_DATE_TOKEN_MARK && (first->value == '(' || first->value == ',');
	bool open = mark && first->value == '(', ideographic = first->ideographic;
	size_t next = at + mark, rest_count = point->rest_count;

	while (is_word(token = cvd_date_lexer_at(lexer, next), CVD_DATE_REST) &&
	       token->to - token->from >= SUFFIX_BYTES) {
		add_rest(point, lexer, token->from, token->to);
		next++;
	}
	if (next > at + mark) {
		bool closed = token->kind == CVD_DATE_TOKEN_MARK && token->value == ')';
		/* in prose, the words behind may belong to what follows them */
		bool stands = whole || ideographic ||
			      (token->kind != CVD_DATE_TOKEN_WORD &&
			       token->kind != CVD_DATE_TOKEN_NUMBER &&
			       (token->kind != CVD_DATE_TOKEN_OTHER || !token->spaced));

		if (open ? closed : stands) {
			next += open;
			point->to = cvd_date_lexer_at(lexer, next - 1)->to;
			return next;
		}
	}
	point->rest_count = rest_count;
	return at;
}

size_t cvd_date_point_read(struct cvd_date_lexer *lexer, size_t at, unsigned uses, bool behind,
			   enum cvd_date_order order, struct cvd_date_point *point)
{
	const struct cvd_date_token *token;
	size_t next;

	*point = (struct cvd_date_point){.short_year = -1};
	point->from = cvd_date_lexer_at(lexer, at)->from;
	at = read_leads(lexer, at, behind, point);
	token = cvd_date_lexer_at(lexer, at);
	if (is_word(token, CVD_DATE_PRESENT) && uses != START &&
	    (behind || !(token->classes & CVD_DATE_END_ONLY)) && cvd_date_ends(lexer, at + 1)) {
		point->present = true;
		next = at + 1;
	} else {
		next = read_shape(lexer, at, uses, order, point);
		if (!next)
			return 0;
		token = cvd_date_lexer_at(lexer, next);
		if (is_word(token, CVD_DATE_YEAR_UNIT) && !token->ideographic && point->year &&
		    cvd_date_ends(lexer, next + 1))
			next++;
	}
	point->to = cvd_date_lexer_at(lexer, next - 1)->to;
	return next;
}
