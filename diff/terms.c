/*
 * Numbers are compared as decimal strings with an exponent, never as floating point: `2.5m` is 25
 * with exponent 5. Magnitudes and units are tables; adding one is adding a row.
 */
#include "terms.h"
#include "thresholds.h"

#include "base/buf.h"
#include "base/hash.h"
#include "base/text.h"

#include <string.h>

struct magnitude {
	const char *word;
	int exponent;
	bool glued; /* short: it may stand right behind the digits, or end in a point */
};

static const struct magnitude magnitudes[] = {
	{"k", 3, true},           {"m", 6, true},          {"mm", 6, true},
	{"mn", 6, true},          {"mio", 6, true},        {"b", 9, true},
	{"bn", 9, true},          {"thousand", 3, false},  {"million", 6, false},
	{"millions", 6, false},   {"billion", 9, false},   {"billions", 9, false},
	{"tausend", 3, false},    {"millionen", 6, false}, {"mille", 3, false},
	{"mrd", 9, true},         {"mld", 9, true},        {"tsd", 3, true},
	{"milliarden", 9, false}, {"milliards", 9, false}, {"miliardi", 9, false},
	{"mil", 3, false},        {"millones", 6, false},  {"milhões", 6, false},
	{"milioni", 6, false},    {"миллионов", 6, false},
};

static const struct {
	const char *word, *unit;
	bool glued;
} units[] = {
	{"%", "%", true},        {"percent", "%", false}, {"pct", "%", false},
	{"prozent", "%", false}, {"$", "$", true},        {"usd", "$", true},
	{"dollars", "$", false}, {"dollar", "$", false},  {"€", "€", true},
	{"eur", "€", true},      {"euro", "€", false},    {"euros", "€", false},
	{"£", "£", true},        {"gbp", "£", true},      {"pounds", "£", false},
	{"¥", "¥", true},        {"yen", "¥", false},
};

struct number {
	struct cvd_buf digits; /* without leading zeros */
	int exponent;
	struct cvd_buf unit;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t digits_from(struct cvd_str text, size_t at)
{
	size_t digits = 0;

	while (at + digits < text.len && is_digit(text.ptr[at + digits]))
		digits++;
	return digits;
}

/* --- decimal marks ------------------------------------------------------------------------------ */

static const char decimal_marks[] = {[CVD_DECIMAL_POINT] = '.', [CVD_DECIMAL_COMMA] = ','};

/* Counts what the marks of one number say: for a comma in front of the fraction, and against it. */
static void count_marks(struct cvd_str text, size_t at, size_t *end, size_t votes[2])
{
	size_t lead = digits_from(text, at), digits;

	*end = at + lead;
	while (*end < text.len && (text.ptr[*end] == ',' || text.ptr[*end] == '.') &&
	       (digits = digits_from(text, *end + 1)) > 0) {
		bool comma = text.ptr[*end] == ',', group = digits == 3 && lead <= 3;
		size_t next = *end + 1 + digits;
		bool last = next >= text.len || (text.ptr[next] != '.' && text.ptr[next] != ',');

		if (group)
			votes[comma ? CVD_DECIMAL_POINT : CVD_DECIMAL_COMMA]++;
		else if (comma && last && digits < 3)
			votes[CVD_DECIMAL_COMMA]++;
		*end = next;
	}
}

static void count_votes(const struct cvd_document *doc, size_t votes[2])
{
	for (uint32_t id = 1; id < doc->node_count; id++) {
		struct cvd_str text = doc->nodes[id]->text;

		for (size_t at = 0; at < text.len;)
			if (is_digit(text.ptr[at]))
				count_marks(text, at, &at, votes);
			else
				at++;
	}
}

enum cvd_decimal cvd_terms_decimal(const struct cvd_document *a, const struct cvd_document *b)
{
	size_t votes[2] = {0, 0};

	count_votes(a, votes);
	count_votes(b, votes);
	return votes[CVD_DECIMAL_COMMA] > votes[CVD_DECIMAL_POINT] ? CVD_DECIMAL_COMMA
								   : CVD_DECIMAL_POINT;
}

bool cvd_terms_need_decimal(struct cvd_str text)
{
	for (size_t at = 1; at + 1 < text.len; at++)
		if ((text.ptr[at] == '.' || text.ptr[at] == ',') && is_digit(text.ptr[at + 1]))
			return true;
	return false;
}

/* --- numbers ------------------------------------------------------------------------------------ */

/* The mark that stands before the fraction, or 0. Where both stand in the number it is the last; where
 * the document's own mark cannot be it, it separates thousands. */
static size_t fraction_at(struct cvd_str token, size_t at, char decimal)
{
	size_t marks[2] = {0, 0}, counts[2] = {0, 0}, end = at;
	int own = decimal == ',';

	for (; end < token.len; end++) {
		if (token.ptr[end] == '.' || token.ptr[end] == ',') {
			int comma = token.ptr[end] == ',';

			if (!digits_from(token, end + 1))
				break;
			marks[comma] = end;
			counts[comma]++;
		} else if (!is_digit(token.ptr[end]) && token.ptr[end] != '\'') {
			break;
		}
	}
	if (counts[0] && counts[1])
		return marks[0] > marks[1] ? marks[0] : marks[1];
	if (counts[own])
		return counts[own] == 1 ? marks[own] : 0;
	return counts[1 - own] == 1 && digits_from(token, marks[1 - own] + 1) != 3 ? marks[1 - own]
										   : 0;
}

static void add_unit(struct number *number, struct cvd_str text)
{
	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		if (cvd_str_equal(text, cvd_str_from(units[i].word))) {
			cvd_buf_add(&number->unit, cvd_str_from(units[i].unit));
			return;
		}
	}
	cvd_buf_add(&number->unit, text);
}

static const struct magnitude *find_magnitude(struct cvd_str word, bool glued)
{
	for (size_t i = 0; i < sizeof magnitudes / sizeof *magnitudes; i++)
		if (cvd_str_equal(word, cvd_str_from(magnitudes[i].word)) &&
		    magnitudes[i].glued >= glued)
			return &magnitudes[i];
	return NULL;
}

static bool is_unit_word(struct cvd_str word)
{
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (cvd_str_equal(word, cvd_str_from(units[i].word)))
			return true;
	return false;
}

/* Reads the folded token: what stands before the digits, the digits, what stands behind. */
static void read_token(struct number *number, struct cvd_str token, char decimal)
{
	const struct magnitude *magnitude;
	size_t at = 0, from, fraction;
	bool point = false;

	while (at < token.len && !is_digit(token.ptr[at]))
		at++;
	if (at)
		add_unit(number, cvd_str_sub(token, 0, at));
	fraction = fraction_at(token, at, decimal);
	for (; at < token.len; at++) {
		char c = token.ptr[at];

		if (is_digit(c)) {
			if (c != '0' || number->digits.len)
				cvd_buf_put(&number->digits, c);
			number->exponent -= point;
		} else if (fraction && at == fraction) {
			point = true;
		} else if ((c != ',' && c != '.' && c != '\'') || !digits_from(token, at + 1)) {
			break;
		}
	}
	for (from = at;
	     at < token.len && ((token.ptr[at] | 32) >= 'a' && (token.ptr[at] | 32) <= 'z');)
		at++;
	magnitude = find_magnitude(cvd_str_sub(token, from, at), true);
	if (magnitude)
		number->exponent += magnitude->exponent;
	else if (at > from)
		add_unit(number, cvd_str_sub(token, from, at));
	if (at < token.len)
		add_unit(number, cvd_str_sub(token, at, token.len));
}

static uint64_t number_key(struct number *number)
{
	struct cvd_buf canonical = {0};
	size_t len = number->digits.len;
	uint64_t key;

	while (len && number->digits.ptr[len - 1] == '0') {
		len--;
		number->exponent++;
	}
	cvd_buf_printf(&canonical, "%.*se%d ", (int)len, len ? number->digits.ptr : "",
		       len ? number->exponent : 0);
	cvd_buf_add(&canonical, cvd_buf_str(&number->unit));
	key = cvd_hash64(cvd_buf_str(&canonical));
	cvd_buf_free(&canonical);
	return key;
}

/* The word or sign behind the number, over one space; its index, or 0. */
static size_t word_after(const struct cvd_tokens *tokens, size_t at)
{
	return at + 2 < tokens->len && tokens->items[at + 1].kind == CVD_TOKEN_SPACE &&
			       tokens->items[at + 2].kind != CVD_TOKEN_NUMBER
		       ? at + 2
		       : 0;
}

static struct cvd_str token_text(struct cvd_str text, const struct cvd_token *token)
{
	return cvd_str_sub(text, token->start, token->start + token->len);
}

/* The last token of a number whose thousands are set apart by a space (`8 000`), or the one at `at`. */
static size_t end_of_groups(struct cvd_str text, const struct cvd_tokens *tokens, size_t at)
{
	struct cvd_str token = token_text(text, &tokens->items[at]);

	if (digits_from(token, 0) != token.len || token.len > 3)
		return at;
	while (at + 2 < tokens->len && tokens->items[at + 1].kind == CVD_TOKEN_SPACE &&
	       tokens->items[at + 2].kind == CVD_TOKEN_NUMBER) {
		token = token_text(text, &tokens->items[at + 2]);
		if (digits_from(token, 0) != 3)
			break;
		at += 2;
		if (token.len > 3)
			break;
	}
	return at;
}

/* A number's text with one apostrophe for both. */
static void add_digits(struct cvd_buf *buf, struct cvd_str text)
{
	struct cvd_str curly = CVD_STR("’");
	size_t at = 0, found;

	while ((found = cvd_str_find(text, curly, at)) != SIZE_MAX) {
		cvd_buf_add(buf, cvd_str_sub(text, at, found));
		cvd_buf_put(buf, '\'');
		at = found + curly.len;
	}
	cvd_buf_add(buf, cvd_str_sub(text, at, text.len));
}

/* The text without its white space. */
static struct cvd_str without_spaces(struct cvd_arena *arena, struct cvd_str text,
				     const struct cvd_tokens *tokens, size_t from, size_t to)
{
	struct cvd_buf buf = {0};
	struct cvd_str joined;

	for (size_t i = from; i <= to; i++)
		if (tokens->items[i].kind != CVD_TOKEN_SPACE)
			add_digits(&buf, token_text(text, &tokens->items[i]));
	joined = cvd_arena_copy(arena, cvd_buf_str(&buf));
	cvd_buf_free(&buf);
	return joined;
}

/* The point behind a shortened word that more follows (`Mio. €`), or the word itself. */
static size_t end_of_abbreviation(struct cvd_str text, const struct cvd_tokens *tokens, size_t at)
{
	return at + 1 < tokens->len &&
			       cvd_str_equal(token_text(text, &tokens->items[at + 1]), CVD_STR("."))
		       ? at + 1
		       : at;
}

/* Reads the number at *at and the magnitude and unit words behind it; *at goes to its last token. */
static struct cvd_term read_number(struct cvd_arena *arena, struct cvd_str text,
				   const struct cvd_tokens *tokens, size_t *at, char decimal)
{
	struct number number = {0};
	struct cvd_term term = {.number = true};
	size_t first = tokens->items[*at].start, last = end_of_groups(text, tokens, *at), next;

	read_token(&number, cvd_text_fold(arena, without_spaces(arena, text, tokens, *at, last)),
		   decimal);
	*at = last;
	next = word_after(tokens, *at);
	if (next) {
		struct cvd_str word = cvd_text_fold(arena, token_text(text, &tokens->items[next]));
		const struct magnitude *magnitude = find_magnitude(word, false);

		if (magnitude) {
			number.exponent += magnitude->exponent;
			*at = next;
			next = word_after(tokens, magnitude->glued
							  ? end_of_abbreviation(text, tokens, *at)
							  : *at);
		}
	}
	if (next && !number.unit.len) {
		struct cvd_str word = cvd_text_fold(arena, token_text(text, &tokens->items[next]));

		if (is_unit_word(word)) {
			add_unit(&number, word);
			*at = next;
		}
	}
	term.key = number_key(&number);
	term.text = cvd_str_sub(text, first, tokens->items[*at].start + tokens->items[*at].len);
	cvd_buf_free(&number.digits);
	cvd_buf_free(&number.unit);
	return term;
}

struct cvd_terms cvd_terms_of(struct cvd_arena *arena, struct cvd_str text, enum cvd_decimal decimal)
{
	struct cvd_tokens tokens = cvd_text_tokens(arena, text);
	struct cvd_terms terms = {0};

	for (size_t i = 0; i < tokens.len; i++) {
		const struct cvd_token *token = &tokens.items[i];

		if (token->kind == CVD_TOKEN_NUMBER)
			CVD_PUSH(arena, &terms,
				 read_number(arena, text, &tokens, &i, decimal_marks[decimal]));
		else if (token->kind == CVD_TOKEN_WORD)
			CVD_PUSH(arena, &terms,
				 (struct cvd_term){token_text(text, token), token->key, false});
	}
	return terms;
}

/* --- metrics ------------------------------------------------------------------------------------ */

struct found {
	struct cvd_term term;
	size_t change; /* which change of the word diff it stands in; 0: in none */
	bool left;     /* it has no equal on the other side */
	bool told;
};

struct found_list {
	struct found *items;
	size_t len, cap;
};

/* A statement has few numbers; a block with thousands is not read number by number. */
#define METRICS_LIMIT 256

/* The change that the byte of that side's text stands in. `side` is '-' or '+'. */
static size_t change_at(const struct cvd_pieces *pieces, char side, size_t at)
{
	size_t change = 0, end = 0;

	for (size_t i = 0; i < pieces->len; i++) {
		const struct cvd_piece *piece = &pieces->items[i];

		change += piece->op != '=' && (i == 0 || pieces->items[i - 1].op == '=');
		if (piece->op != '=' && piece->op != side)
			continue;
		end += piece->text.len;
		if (at < end)
			return piece->op == '=' ? 0 : change;
	}
	return 0;
}

static struct found_list find_numbers(struct cvd_arena *arena, struct cvd_str text,
				      enum cvd_decimal decimal, const struct cvd_pieces *pieces,
				      char side)
{
	struct cvd_terms terms = cvd_terms_of(arena, text, decimal);
	struct found_list list = {0};

	for (size_t i = 0; i < terms.len && list.len < METRICS_LIMIT; i++) {
		struct found found = {.term = terms.items[i]};
		size_t end = (size_t)(found.term.text.ptr - text.ptr) + found.term.text.len;

		if (!found.term.number)
			continue;
		/* a number whose unit changed has its change at its end */
		found.change = change_at(pieces, side, (size_t)(found.term.text.ptr - text.ptr));
		if (!found.change)
			found.change = change_at(pieces, side, end - 1);
		CVD_PUSH(arena, &list, found);
	}
	return list;
}

static size_t count_key(const struct found_list *list, uint64_t key)
{
	size_t count = 0;

	for (size_t i = 0; i < list->len; i++)
		count += list->items[i].term.key == key;
	return count;
}

/* Marks as many numbers as `list` has more of than `other`, those in changes first. */
static void mark_left(struct found_list *list, const struct found_list *other)
{
	for (size_t i = 0; i < list->len; i++) {
		uint64_t key = list->items[i].term.key;
		size_t more = count_key(list, key), there = count_key(other, key);

		more = more > there ? more - there : 0;
		for (int changed = 1; changed >= 0; changed--) {
			for (size_t j = 0; j < list->len && more; j++) {
				if (list->items[j].term.key != key ||
				    (list->items[j].change != 0) != changed)
					continue;
				list->items[j].left = true;
				more--;
			}
		}
	}
}

static struct found *find_left(struct found_list *list, size_t change)
{
	for (size_t i = 0; i < list->len; i++)
		if (list->items[i].left && !list->items[i].told && list->items[i].change == change)
			return &list->items[i];
	return NULL;
}

void cvd_terms_metrics(struct cvd_arena *arena, struct cvd_str old, struct cvd_str new,
		       enum cvd_decimal decimal, const struct cvd_pieces *pieces,
		       struct cvd_metric **metrics, size_t *count)
{
	struct found_list a = find_numbers(arena, old, decimal, pieces, '-');
	struct found_list b = find_numbers(arena, new, decimal, pieces, '+');
	struct {
		struct cvd_metric *items;
		size_t len, cap;
	} list = {0};

	mark_left(&a, &b);
	mark_left(&b, &a);
	for (size_t i = 0; i < a.len; i++) {
		struct cvd_metric metric = {.old = a.items[i].term.text};
		struct found *partner;

		if (!a.items[i].left)
			continue;
		partner = find_left(&b, a.items[i].change);
		if (partner) {
			partner->told = true;
			metric.new = partner->term.text;
		}
		CVD_PUSH(arena, &list, metric);
	}
	for (size_t i = 0; i < b.len; i++)
		if (b.items[i].left && !b.items[i].told)
			CVD_PUSH(arena, &list, (struct cvd_metric){.new = b.items[i].term.text});
	*metrics = list.items;
	*count = list.len;
}

/* --- severity ----------------------------------------------------------------------------------- */

static size_t count_letters(struct cvd_str word)
{
	size_t letters = 0;

	for (size_t at = 0; at < word.len; letters++)
		cvd_utf8_next(word, &at);
	return letters;
}

/* Edit distance with transpositions (optimal string alignment), for words up to 32 letters. */
static size_t distance(struct cvd_str a, struct cvd_str b)
{
	enum { MOST = 32 };
	uint32_t x[MOST], y[MOST];
	size_t n = 0, m = 0, rows[3][MOST + 1];

	for (size_t at = 0; at < a.len && n < MOST;)
		x[n++] = cvd_utf8_next(a, &at);
	for (size_t at = 0; at < b.len && m < MOST;)
		y[m++] = cvd_utf8_next(b, &at);
	for (size_t j = 0; j <= m; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= n; i++) {
		size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *two = rows[(i + 1) % 3];

		row[0] = i;
		for (size_t j = 1; j <= m; j++) {
			size_t best = above[j - 1] + (x[i - 1] != y[j - 1]);

			if (above[j] + 1 < best)
				best = above[j] + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1] &&
			    two[j - 2] + 1 < best)
				best = two[j - 2] + 1;
			row[j] = best;
		}
	}
	return rows[n % 3][m];
}

static bool is_capital(struct cvd_str word)
{
	return word.ptr[0] >= 'A' && word.ptr[0] <= 'Z';
}

static bool is_lower(struct cvd_str word)
{
	return word.ptr[0] >= 'a' && word.ptr[0] <= 'z';
}

/* Words that stand before a German noun and not before a name. */
static const char *const articles[] = {"der",  "die",   "das",   "den",   "dem",   "des",   "ein",
				       "eine", "einen", "einem", "einer", "eines", "keine", "zur",
				       "zum",  "im",    "am",    "vom",   "beim",  "aller", "alle"};

static bool is_article(struct cvd_arena *arena, const struct cvd_term *term)
{
	struct cvd_str word;

	if (!term || term->number)
		return false;
	word = cvd_text_fold(arena, term->text);
	for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
		if (cvd_str_equal(word, cvd_str_from(articles[i])))
			return true;
	return false;
}

/* `before` is the term in front, or NULL. */
static bool is_typo(struct cvd_arena *arena, const struct cvd_term *a, const struct cvd_term *b,
		    const struct cvd_term *before)
{
	size_t letters = count_letters(a->text), other = count_letters(b->text);
	size_t least = letters < other ? letters : other;

	if (a->number || b->number || least < TYPO_LETTERS || letters > 32 || other > 32)
		return false;
	/* a name begins with a capital, and so does a German noun; other scripts without case are left to
	 * `content` */
	if (!(is_lower(a->text) && is_lower(b->text)) &&
	    !(is_capital(a->text) && is_capital(b->text) && is_article(arena, before)))
		return false;
	return distance(a->text, b->text) <= (least >= LONG_LETTERS ? 2 : 1);
}

/* `typos` may differ. */
static bool says_the_same(struct cvd_arena *arena, struct cvd_str old, struct cvd_str new,
			  enum cvd_decimal decimal, size_t typos)
{
	struct cvd_terms a = cvd_terms_of(arena, old, decimal);
	struct cvd_terms b = cvd_terms_of(arena, new, decimal);

	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++) {
		if (a.items[i].key == b.items[i].key)
			continue;
		if (!typos-- ||
		    !is_typo(arena, &a.items[i], &b.items[i], i ? &a.items[i - 1] : NULL))
			return false;
	}
	/* text of marks alone says what its marks are */
	return a.len > 0;
}

enum cvd_severity cvd_terms_severity(struct cvd_arena *arena, struct cvd_str old,
				     struct cvd_str new, enum cvd_decimal decimal, size_t metrics,
				     enum cvd_severity severity)
{
	if (metrics)
		return CVD_FACT;
	/* a letter in a name or an address is no trifle */
	return says_the_same(arena, old, new, decimal, severity != CVD_FACT) ? CVD_STYLE : severity;
}
