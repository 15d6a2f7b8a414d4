/*
 * Reading asks for the longest date or range that begins with the text; finding asks at one place after
 * the other, but only where a number is near, and takes what it gets if nothing in front makes the
 * number another thing (a decimal, an amount, a version). What is tried at a place is a constant, so
 * both are linear. What follows on a date from its shape is in dates_point.c and dates_range.c, the
 * words of all languages are in dates_words.c.
 */
#include "dates.h"

#include "dates_range.h"

#include "base/buf.h"
#include "base/text.h"

#include <string.h>

/* --- the result -------------------------------------------------------------------------------- */

static void put_number(char *out, int number, size_t digits)
{
	for (; digits--; number /= 10)
		out[digits] = (char)('0' + number % 10);
}

static struct cvd_str normal_form(struct cvd_arena *arena, const struct cvd_date_point *point)
{
	char form[] = "YYYY-MM-DD";

	if (point->present)
		return CVD_STR("present");
	put_number(form, point->year, 4);
	put_number(form + 5, point->month, 2);
	put_number(form + 8, point->day, 2);
	return cvd_arena_copy(arena, (struct cvd_str){form, point->day     ? 10
							    : point->month ? 7
									   : 4});
}

static struct cvd_date make_date(const struct cvd_date_reader *reader,
				 const struct cvd_date_point *point)
{
	struct cvd_arena *arena = reader->lexer.arena;
	struct cvd_date date = {.present = true, .ambiguous = point->ambiguous};
	struct cvd_buf rest = {0};

	date.text = cvd_str_sub(reader->lexer.text, point->from, point->to);
	date.norm = normal_form(arena, point);
	date.rest = CVD_STR("");
	for (size_t i = 0; i < point->rest_count; i++) {
		struct cvd_str word = point->rests[i];

		if (word.len && word.ptr[word.len - 1] == '.')
			word.len--;
		if (i)
			cvd_buf_put(&rest, ' ');
		cvd_buf_add(&rest, cvd_text_squeeze(arena, cvd_text_fold(arena, word)));
	}
	if (rest.len)
		date.rest = cvd_arena_copy(arena, cvd_buf_str(&rest));
	cvd_buf_free(&rest);
	return date;
}

/* An end that is told by a word: `Since 2019`, `2019年起`, `2019 - ?`. */
static struct cvd_date open_end(struct cvd_str word)
{
	return (struct cvd_date){
		.present = true, .text = word, .norm = CVD_STR("present"), .rest = CVD_STR("")};
}

static void make_range(struct cvd_date_reader *reader, struct cvd_date_reading *reading,
		       struct cvd_date_range *range)
{
	struct cvd_date_point *start = &reading->start;
	struct cvd_str text = reader->lexer.text;
	struct cvd_str opener = cvd_str_sub(text, start->opener_from, start->opener_to);
	bool since = start->opener & CVD_DATE_SINCE;

	*range = (struct cvd_date_range){.duration = reading->duration};
	if (reading->has_end) {
		range->end = make_date(reader, &reading->end);
		range->separator = reading->separator;
		if (reading->after.len && reading->separator.ptr != reading->after.ptr)
			start->to = (size_t)(reading->after.ptr + reading->after.len - text.ptr);
	} else if (reading->open.len) {
		range->end = open_end(reading->open);
	} else if (reading->after.len) {
		range->end = open_end(reading->after);
	} else if (since) {
		range->end = open_end(opener);
		start->from = start->opener_to;
		while (start->from < start->to && text.ptr[start->from] == ' ')
			start->from++;
	} else {
		range->single = !reading->dashed;
		/* `until 2019` */
		if (start->opener && start->rest_count < CVD_DATE_RESTS) {
			memmove(start->rests + 1, start->rests,
				start->rest_count++ * sizeof *start->rests);
			start->rests[0] = opener;
		}
	}
	range->start = make_date(reader, start);
}

static void reader_start(struct cvd_date_reader *reader, struct cvd_arena *arena,
			 struct cvd_str text, size_t at, enum cvd_date_order order, bool whole)
{
	cvd_date_lexer_start(&reader->lexer, arena, text, at);
	reader->order = order;
	reader->whole = whole;
}

/* What may stay behind a date that is the whole text. */
static bool is_final_mark(const struct cvd_date_token *token)
{
	return token->kind == CVD_DATE_TOKEN_MARK && (token->value == ',' || token->value == '.');
}

bool cvd_date_range_read(struct cvd_arena *arena, struct cvd_str text, enum cvd_date_order order,
			 struct cvd_date_range *range)
{
	struct cvd_date_reader reader;
	struct cvd_date_reading reading;
	size_t next;

	text = cvd_str_trim(text);
	*range = (struct cvd_date_range){0};
	if (!text.len || text.len > CVD_DATE_BYTES)
		return false;
	reader_start(&reader, arena, text, 0, order, true);
	if (!cvd_date_reading_longest(&reader, &reading))
		return false;
	next = reading.next;
	if (is_final_mark(cvd_date_lexer_at(&reader.lexer, next)))
		next++;
	if (cvd_date_lexer_at(&reader.lexer, next)->kind != CVD_DATE_TOKEN_END)
		return false;
	make_range(&reader, &reading, range);
	return true;
}

/* --- finding ----------------------------------------------------------------------------------- */

/* The code point in front of the byte, which *at becomes; 0 at the beginning. */
static uint32_t code_point_before(struct cvd_str text, size_t *at)
{
	size_t next;

	if (!*at)
		return 0;
	do
		--*at;
	while (*at && (text.ptr[*at] & 0xc0) == 0x80);
	next = *at;
	return cvd_utf8_next(text, &next);
}

static bool is_digit(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19);
}

static bool is_alphanumeric(uint32_t c)
{
	return is_digit(c) || (cvd_date_is_letter(c) && !cvd_date_is_ideograph(c));
}

/* A date may begin at the byte. */
static bool begins_at(struct cvd_str text, size_t at)
{
	size_t next = at, before = at;
	uint32_t first = cvd_utf8_next(text, &next), c = code_point_before(text, &before), further;

	if (!at || cvd_date_is_ideograph(first))
		return true;
	if (is_alphanumeric(c) || cvd_date_is_sign(c) || c == '<')
		return false;
	further = code_point_before(text, &before);
	if (c == '.' || c == '-' || c == '/' || c == '_' || c == '\'')
		return !is_alphanumeric(further) && !(c == '/' && further == '/');
	return !((c == ',' || c == ':') && is_digit(further));
}

/* Up to `most` digits at *at, which moves behind them; 0 if there are none or more. */
static int take_digits(struct cvd_str text, size_t *at, size_t most)
{
	size_t from = *at;
	int value = 0;

	while (*at < text.len && is_digit((unsigned char)text.ptr[*at])) {
		if (*at - from < most)
			value = value * 10 + (text.ptr[*at] - '0');
		++*at;
	}
	return *at - from <= most ? value : 0;
}

/* The number, alone, is a year by what stands in front of it: no amount, no part of a telephone
 * number, no standard's. */
static bool year_may_follow(struct cvd_arena *arena, struct cvd_str text, size_t at)
{
	size_t end, digits;
	struct cvd_date_word word;
	int value = 0;
	uint32_t c;

	while (at && text.ptr[at - 1] == ' ')
		at--;
	end = at;
	c = code_point_before(text, &at);
	if (cvd_date_is_sign(c))
		return false;
	if (is_digit(c)) {
		for (digits = 1; digits < 5 && at && is_digit((unsigned char)text.ptr[at - 1]);
		     digits++)
			at--;
		value = take_digits(text, &at, 4);
		return digits == 4 && value >= CVD_DATE_FIRST_YEAR && value <= CVD_DATE_LAST_YEAR;
	}
	while (at && end - at < 8 && is_alphanumeric((unsigned char)text.ptr[at - 1]))
		at--;
	return !cvd_date_word_find(arena, cvd_str_sub(text, at, end), &word) ||
	       !(word.classes & CVD_DATE_VETO) || (at && (unsigned char)text.ptr[at - 1] >= 0x80);
}

/* The same by what stands behind it. */
static bool year_may_precede(const struct cvd_date_token *token, struct cvd_str text)
{
	size_t at = token->from;

	if (token->kind == CVD_DATE_TOKEN_NUMBER)
		return token->digits < 3 || token->digits == 4;
	return at >= text.len || !cvd_date_is_sign(cvd_utf8_next(text, &at));
}

static bool is_bare_year(const struct cvd_date_reading *reading)
{
	return !reading->has_end && !reading->dashed && !reading->after.len &&
	       !reading->duration.len && !reading->start.opener && !reading->start.rest_count &&
	       reading->start.shape && strcmp(reading->start.shape, "Y") == 0;
}

#define EACH_BYTE UINT64_C(0x0101010101010101)

/* Whether one of the eight bytes is an ASCII digit, or, with EACH_BYTE for `wide`, begins a character of three
 * bytes or more. */
static bool have_digit(const char *bytes, uint64_t wide)
{
	const uint64_t high = EACH_BYTE << 7;
	uint64_t eight, digits;

	memcpy(&eight, bytes, sizeof eight);
	digits = eight ^ EACH_BYTE * '0'; /* less than 10 now, and nothing else is */
	digits = (digits - EACH_BYTE * 10) & ~digits;
	return (digits | (eight & eight << 1 & eight << 2 & wide << 7)) & high;
}

/* Offset of the first number at or behind `at`, or SIZE_MAX. `元年` is a number, too. */
static size_t find_number(struct cvd_str text, size_t at)
{
	static const struct cvd_str full_width = {"\xef\xbc", 2}, first = {"元", 3};

	for (; at < text.len; at++) {
		struct cvd_str rest;

		while (text.len - at > sizeof(uint64_t) && !have_digit(text.ptr + at, EACH_BYTE))
			at += sizeof(uint64_t);
		rest = (struct cvd_str){text.ptr + at, text.len - at};

		if (is_digit((unsigned char)text.ptr[at]) ||
		    (text.ptr[at] == first.ptr[0] && cvd_str_starts_with(rest, first)) ||
		    (text.ptr[at] == full_width.ptr[0] && cvd_str_starts_with(rest, full_width)))
			return at;
	}
	return SIZE_MAX;
}

static bool may_begin(const struct cvd_date_token *token)
{
	const unsigned classes = CVD_DATE_MONTH | CVD_DATE_SEASON | CVD_DATE_REST | CVD_DATE_SINCE |
				 CVD_DATE_FROM | CVD_DATE_UNTIL | CVD_DATE_PRESENT | CVD_DATE_ERA |
				 CVD_DATE_QUARTER;

	return token->kind == CVD_DATE_TOKEN_NUMBER ||
	       (token->kind == CVD_DATE_TOKEN_MARK && token->value == '\'') ||
	       (token->kind == CVD_DATE_TOKEN_WORD && (token->classes & classes));
}

/* Reads what begins with the reader's first token. */
static bool find_here(struct cvd_date_reader *reader, struct cvd_date_span *span)
{
	const struct cvd_date_token *first = cvd_date_lexer_at(&reader->lexer, 0);
	struct cvd_str text = reader->lexer.text;
	struct cvd_date_reading reading;

	if (!may_begin(first) || !begins_at(text, first->from) ||
	    !cvd_date_reading_longest(reader, &reading))
		return false;
	if (is_bare_year(&reading) &&
	    (!year_may_follow(reader->lexer.arena, text, first->from) ||
	     !year_may_precede(cvd_date_lexer_at(&reader->lexer, reading.next), text)))
		return false;
	span->from = first->from;
	span->to = cvd_date_lexer_at(&reader->lexer, reading.next - 1)->to;
	make_range(reader, &reading, &span->range);
	return true;
}

bool cvd_dates_may_hold(struct cvd_str text)
{
	return find_number(text, 0) != SIZE_MAX;
}

bool cvd_dates_find(struct cvd_arena *arena, struct cvd_str text, size_t at,
		    enum cvd_date_order order, struct cvd_date_span *span)
{
	struct cvd_date_reader reader;
	size_t number = 0;

	*span = (struct cvd_date_span){0};
	while (at < text.len) {
		size_t to;

		if (number < at || !number)
			number = find_number(text, at);
		if (number == SIZE_MAX)
			return false;
		if (number - at > CVD_DATE_BYTES) {
			at = number - CVD_DATE_BYTES;
			while ((text.ptr[at] & 0xc0) == 0x80)
				at++;
		}
		at = cvd_date_words_skip(text, at, number);
		reader_start(&reader, arena, text, at, order, false);
		to = cvd_date_lexer_at(&reader.lexer, 0)->to;
		if (find_here(&reader, span))
			return true;
		at = to > at ? to : at + 1;
	}
	return false;
}

/* --- the order of day and month ---------------------------------------------------------------- */

/* Offset of the first ASCII digit at or behind `at`, or the end. */
static size_t skip_to_digit(struct cvd_str text, size_t at)
{
	while (text.len - at >= sizeof(uint64_t) && !have_digit(text.ptr + at, 0))
		at += sizeof(uint64_t);
	while (at < text.len && !is_digit((unsigned char)text.ptr[at]))
		at++;
	return at;
}

void cvd_dates_count_orders(struct cvd_str text, size_t *day_first, size_t *month_first)
{
	for (size_t at = skip_to_digit(text, 0); at < text.len; at = skip_to_digit(text, at)) {
		size_t from = at, next;
		int first, second, year;
		char mark;

		first = take_digits(text, &at, 2);
		next = at;
		mark = next < text.len ? text.ptr[next] : '\0';
		if (!first || !(mark == '/' || mark == '.' || mark == '-') || !begins_at(text, from))
			continue;
		next++;
		second = take_digits(text, &next, 2);
		if (!second || next >= text.len || text.ptr[next] != mark)
			continue;
		next++;
		year = take_digits(text, &next, 4);
		if (year < CVD_DATE_FIRST_YEAR || year > CVD_DATE_LAST_YEAR)
			continue;
		at = next;
		*day_first += first > 12 && first <= 31 && second <= 12;
		*month_first += second > 12 && second <= 31 && first <= 12;
	}
}
