/*
 * A range is two dates around a separator: a dash, a word or both. Words in front (`from`, `since`) and
 * behind (`から`, `まで`) are the date's; a year, month or day that the two share is written once and
 * given to both. The longest reading of what begins with the first token wins; where a part of it does
 * not hold, the shorter one is taken. Cost: constant, as the window of the tokens is.
 */
#include "dates_range.h"

#include "base/text.h"

#include <string.h>

static const struct cvd_date_token *token_at(struct cvd_date_reader *reader, size_t at)
{
	return cvd_date_lexer_at(&reader->lexer, at);
}

static bool is_word(const struct cvd_date_token *token, unsigned classes)
{
	return token->kind == CVD_DATE_TOKEN_WORD && (token->classes & classes);
}

static bool is_mark(const struct cvd_date_token *token, char mark)
{
	return token->kind == CVD_DATE_TOKEN_MARK && token->value == mark;
}

static struct cvd_str slice(const struct cvd_date_reader *reader, const struct cvd_date_token *token)
{
	return cvd_str_sub(reader->lexer.text, token->from, token->to);
}

/* --- borders ----------------------------------------------------------------------------------- */

/* Nothing touches the end of the date that would make it a part of something longer. */
static bool ends_before(struct cvd_date_reader *reader, size_t next)
{
	const struct cvd_date_token *token = token_at(reader, next), *further;
	size_t at = token->from;
	uint32_t c;

	if (token->kind == CVD_DATE_TOKEN_END || token->spaced)
		return true;
	if (!cvd_date_ends(&reader->lexer, next))
		return false;
	further = token_at(reader, next + 1);
	if ((token->kind == CVD_DATE_TOKEN_DASH && token->hyphen) || is_mark(token, '/'))
		return further->spaced || further->kind == CVD_DATE_TOKEN_END ||
		       (further->kind == CVD_DATE_TOKEN_OTHER &&
			further->from >= reader->lexer.text.len);
	if (at >= reader->lexer.text.len)
		return true;
	c = cvd_utf8_next(reader->lexer.text, &at);
	/* `_2019_` is emphasised, `2019_report` a name */
	if (c == '_' && at < reader->lexer.text.len) {
		c = cvd_utf8_next(reader->lexer.text, &at);
		return !cvd_date_is_letter(c) && !(c >= '0' && c <= '9');
	}
	return !cvd_date_is_sign(c);
}

/* The text ends, or a bracket or a mark says that the date does. */
static bool is_closed(struct cvd_date_reader *reader, size_t next)
{
	const struct cvd_date_token *token = token_at(reader, next);

	return token->kind == CVD_DATE_TOKEN_END || is_mark(token, ')') || is_mark(token, '|') ||
	       is_mark(token, ',') || is_mark(token, ';') || is_mark(token, ':') ||
	       (token->kind == CVD_DATE_TOKEN_OTHER && token->from < token->to &&
		strchr("|*_<`\"", reader->lexer.text.ptr[token->from]) != NULL);
}

/* --- durations --------------------------------------------------------------------------------- */

/* `5`, `2.5`, `6+`: the token behind it. */
static size_t read_amount(struct cvd_date_reader *reader, size_t at)
{
	const struct cvd_date_token *token = token_at(reader, at);

	if (token->kind != CVD_DATE_TOKEN_NUMBER || token->digits > 3)
		return 0;
	token = token_at(reader, ++at);
	if ((is_mark(token, '.') || is_mark(token, ',')) && !token->spaced &&
	    token_at(reader, at + 1)->kind == CVD_DATE_TOKEN_NUMBER &&
	    !token_at(reader, at + 1)->spaced)
		at += 2;
	if (is_mark(token_at(reader, at), '+') && !token_at(reader, at)->spaced)
		at++;
	return at;
}

/* `2 yrs 3 mos`, `1年3ヶ月`: the token behind the last unit, or 0. */
static size_t read_units(struct cvd_date_reader *reader, size_t at)
{
	size_t end = 0, next;

	while ((next = read_amount(reader, at)) && is_word(token_at(reader, next), CVD_DATE_UNIT) &&
	       cvd_date_ends(&reader->lexer, next + 1)) {
		at = end = next + 1;
		if (is_mark(token_at(reader, at), ',') ||
		    is_word(token_at(reader, at), CVD_DATE_AND))
			at++;
	}
	return end;
}

/* How long it was, behind a date: in brackets, behind a dot or comma, or bare. */
static void read_duration(struct cvd_date_reader *reader, struct cvd_date_reading *reading)
{
	size_t at = reading->next, first, end;
	const struct cvd_date_token *token = token_at(reader, at);
	bool bracket = is_mark(token, '('), bare = !bracket && !is_mark(token, '|');

	/* `2019, 3 years later` */
	if (bare && !reading->has_end && !reading->dashed)
		return;
	first = at += bracket || is_mark(token, '|') || is_mark(token, ',');
	while (is_word(token_at(reader, at), CVD_DATE_REST) || token_at(reader, at)->wave)
		at++;
	end = read_units(reader, at);
	if (!end || (bracket && !is_mark(token_at(reader, end), ')')))
		return;
	if (token_at(reader, first)->wave)
		first++;
	reading->duration = cvd_str_sub(reader->lexer.text, token_at(reader, first)->from,
					token_at(reader, end - 1)->to);
	reading->next = end + bracket;
}

/* --- ranges ------------------------------------------------------------------------------------ */

static bool is_shape(const struct cvd_date_point *point, const char *shape)
{
	return point->shape && strcmp(point->shape, shape) == 0;
}

/* The shape begins with the year, so that an end without one may follow. */
static bool is_year_first(const struct cvd_date_point *point)
{
	return point->shape && strchr("YE", point->shape[0]);
}

/* `2018-19`, `2018/19`, `WS 2009/10`; `2018-10` is a month unless a longer dash stands there. */
static bool join_short_year(struct cvd_date_point *start, struct cvd_date_point *end, bool month)
{
	int year = start->year / 100 * 100 + end->short_year;

	if (start->month || (month && !start->academic && end->short_year <= 12))
		return false;
	if (year < start->year && start->year >= 1990)
		year += 100;
	end->year = year;
	end->month = 0;
	return year > start->year && year - start->year < 60;
}

/* The end has no year of its own. */
static bool join_end(struct cvd_date_point *start, struct cvd_date_point *end)
{
	if (!start->year || !is_year_first(start))
		return false;
	end->year = start->year;
	if (end->shape[0] == 'S' || end->shape[0] == 'Q')
		return strpbrk(start->shape, "SQ") != NULL;
	if (!start->month || (is_shape(end, "m") && start->day))
		return false;
	if (!end->month)
		end->month = start->month;
	return (end->day == 0) == (start->day == 0) &&
	       end->month * 32 + end->day >= start->month * 32 + start->day;
}

/* The start has no year of its own. */
static bool join_start(struct cvd_date_point *start, struct cvd_date_point *end)
{
	if (!end->year || (end->use & CVD_DATE_STOP) || !end->shape)
		return false;
	if (start->shape[0] == 'S' || start->shape[0] == 'Q') {
		start->year = end->year;
		return strpbrk(end->shape, "SQM") != NULL;
	}
	if (!end->month)
		return false;
	start->year = end->year;
	if (start->month) {
		if (start->day && !end->day)
			return false;
		start->year -= start->month > end->month;
		return true;
	}
	if (end->day) { /* `3 – 15 June 2019` */
		start->month = end->month;
		return start->day <= end->day;
	}
	/* `05 – 08/2016` */
	if (start->day > 12 || end->shape[0] != 'm')
		return false;
	start->month = start->day;
	start->day = 0;
	start->year -= start->month > end->month;
	return true;
}

static void exchange(struct cvd_date_point *point)
{
	int day = point->day;

	point->day = point->month;
	point->month = day;
	point->ambiguous = false;
}

/* A date that can be read one way only tells how the other is written. */
static void settle_order(struct cvd_date_point *start, struct cvd_date_point *end)
{
	struct cvd_date_point *sure = start->forced ? start : end;
	struct cvd_date_point *other = start->forced ? end : start;

	if (!sure->forced || !other->ambiguous)
		return;
	if (sure->month_first != other->month_first)
		exchange(other);
	other->ambiguous = false;
}

/* The two ends make a range; completes the one that the other has a part of. */
static bool join(struct cvd_date_point *start, struct cvd_date_point *end, bool hyphen)
{
	unsigned pair = (start->use ^ end->use) & CVD_DATE_PAIR;

	if (start->present || end->present)
		return !(start->present && end->present) &&
		       (start->present ? end->year && !(end->use & CVD_DATE_STOP) : start->year);
	if (is_shape(end, "'?y") || (is_shape(end, "m") && !start->month))
		return start->year && join_short_year(start, end, hyphen);
	if (pair && !is_shape(start, "'y") && !is_shape(end, "'y"))
		return false;
	if (end->shape[0] == 'd' && strchr(end->shape, ',') && (end->use & CVD_DATE_STOP)) {
		/* `June 3 – 15, 2019` */
		end->month = start->month;
		start->year = end->year;
		return is_shape(start, "M_d_o?") && start->day <= end->day;
	}
	settle_order(start, end);
	if (!start->year)
		return join_start(start, end);
	return end->year || join_end(start, end);
}

/*
 * What stands between two dates, from token `at` on: returns the token behind it, or 0. A word is
 * noted in `separator`.
 */
static size_t read_link(struct cvd_date_reader *reader, size_t at, struct cvd_date_reading *reading,
			bool *dash)
{
	const struct cvd_date_token *token = token_at(reader, at);
	const struct cvd_date_point *start = &reading->start;

	*dash = token->kind == CVD_DATE_TOKEN_DASH;
	at += *dash;
	token = token_at(reader, at);
	if (is_word(token, CVD_DATE_RANGE) &&
	    (token->ideographic || *dash || token->spaced || token_at(reader, at - 1)->ideographic) &&
	    (token->ideographic || token_at(reader, at + 1)->spaced ||
	     token_at(reader, at + 1)->ideographic)) {
		reading->separator = slice(reader, token);
		return at + 1;
	}
	if (*dash)
		return at;
	/* `2018/19`, `Jan/Feb 2020`, `2019-01-15/2020-02-20` */
	if (is_mark(token, '/') && start->shape && !strchr(start->shape, '/') &&
	    (start->day || !start->month || (start->use & CVD_DATE_START)) &&
	    !(start->day && !start->year))
		return at + 1;
	/* `2019年4月から2020年3月まで` */
	if (reading->after.len && is_word(token_at(reader, at - 1), CVD_DATE_RANGE)) {
		reading->separator = reading->after;
		return at;
	}
	return is_word(token, CVD_DATE_TO_PRESENT) && (token->spaced || token->ideographic) ? at : 0;
}

/* `?`, `~`, `N` where an end should be. */
static bool read_open_end(struct cvd_date_reader *reader, size_t at,
			  struct cvd_date_reading *reading)
{
	const struct cvd_date_token *token = token_at(reader, at);

	if (token->kind != CVD_DATE_TOKEN_OPEN &&
	    !(token->kind == CVD_DATE_TOKEN_DASH && token->wave))
		return false;
	if (!reading->start.year ||
	    (!is_closed(reader, at + 1) &&
	     !(token->kind == CVD_DATE_TOKEN_OPEN && token_at(reader, at + 1)->spaced)))
		return false;
	reading->open = slice(reader, token);
	reading->next = at + 1;
	return true;
}

/* The end of a range whose separator is read, whole or lacking what the start has; false if there is
 * none. */
static bool read_end_as(struct cvd_date_reader *reader, size_t at, unsigned uses, bool hyphen,
			struct cvd_date_reading *reading)
{
	struct cvd_date_point *end = &reading->end;
	size_t next = cvd_date_point_read(&reader->lexer, at, uses, true, reader->order, end);

	if (!next || !join(&reading->start, end, hyphen))
		return false;
	/* `2019 - N` is an end only where nothing follows */
	if (is_word(token_at(reader, at), CVD_DATE_END_ONLY) && !is_closed(reader, next))
		return false;
	if (is_word(token_at(reader, next), CVD_DATE_CLOSE)) {
		end->to = token_at(reader, next)->to;
		next++;
	}
	next = cvd_date_point_qualify(&reader->lexer, next, reader->whole, end);
	reading->has_end = true;
	reading->next = next;
	return ends_before(reader, next);
}

/* The longer one; of equally long ones, the one that is written like the start. */
static bool read_end(struct cvd_date_reader *reader, size_t at, bool hyphen,
		     struct cvd_date_reading *reading)
{
	struct cvd_date_reading whole = *reading, part = *reading;
	bool is_whole = read_end_as(reader, at, 0, hyphen, &whole);
	bool is_part = read_end_as(reader, at, CVD_DATE_STOP, hyphen, &part);

	if (is_part && (!is_whole || part.next >= whole.next))
		*reading = part;
	else if (is_whole)
		*reading = whole;
	return is_part || is_whole;
}

/* The first token is the first of its line. */
static bool begins_line(struct cvd_date_reader *reader)
{
	size_t from = token_at(reader, 0)->from;

	return from == 0 || reader->lexer.text.ptr[from - 1] == '\n';
}

/* `2024-`; in prose only where nothing can be meant to follow, or where a line begins so: `2024- Skerry`.
 * `2012 - 1 year` has a duration. */
static bool read_dashed(struct cvd_date_reader *reader, size_t at, struct cvd_date_reading *reading)
{
	const struct cvd_date_token *dash = token_at(reader, at), *behind = token_at(reader, at + 1);
	struct cvd_date_reading timed = *reading;

	if (dash->kind != CVD_DATE_TOKEN_DASH || !reading->start.year)
		return false;
	timed.next = at + 1;
	timed.dashed = true;
	read_duration(reader, &timed);
	if (timed.duration.len && ends_before(reader, timed.next)) {
		*reading = timed;
		return true;
	}
	if (!is_closed(reader, at + 1) &&
	    !(!dash->spaced && behind->spaced && (dash->wave || begins_line(reader))))
		return false;
	reading->dashed = true;
	reading->next = at + 1;
	return true;
}

/* The start is a date alone, before token `next`. */
static bool stands_alone(struct cvd_date_reader *reader, const struct cvd_date_point *start,
			 size_t next)
{
	unsigned not_alone = CVD_DATE_PAIR | CVD_DATE_START | CVD_DATE_STOP;

	if (!reader->whole)
		not_alone |= CVD_DATE_WEAK | CVD_DATE_WHOLE;
	if ((start->use & CVD_DATE_LAST) && !reader->whole && !is_closed(reader, next))
		return false;
	return !start->present && !(start->use & not_alone) &&
	       !(start->opener & CVD_DATE_RANGE_ONLY) && ends_before(reader, next);
}

/* What follows the start, the longest: an end, an open one, nothing. */
static bool read_behind_start(struct cvd_date_reader *reader, size_t at,
			      struct cvd_date_reading *reading)
{
	struct cvd_date_point *start = &reading->start;
	const struct cvd_date_token *after = token_at(reader, at);
	size_t behind;
	bool dash;

	if (is_word(after, CVD_DATE_AFTER)) {
		reading->after = slice(reader, after);
		at++;
	} else if (is_word(after, CVD_DATE_CLOSE)) {
		start->rests[start->rest_count < CVD_DATE_RESTS ? start->rest_count++ : 0] =
			slice(reader, after);
		start->to = after->to;
		at++;
	} else {
		at = cvd_date_point_qualify(&reader->lexer, at, reader->whole, start);
		if (is_word(token_at(reader, at), CVD_DATE_AFTER)) {
			reading->after = slice(reader, token_at(reader, at));
			at++;
		}
	}
	reading->next = at;
	if (start->year && (start->use & CVD_DATE_WHOLE) && !reader->whole)
		return false;
	behind = read_link(reader, at, reading, &dash);
	if (behind) {
		bool hyphen = (dash && token_at(reader, at)->hyphen) ||
			      is_mark(token_at(reader, at), '/');

		if (read_end(reader, behind, hyphen, reading))
			return true;
		if (dash && read_open_end(reader, behind, reading))
			return true;
		reading->separator = (struct cvd_str){0};
		if (read_dashed(reader, at, reading))
			return true;
	}
	return stands_alone(reader, start, at);
}

/* Reads what begins with the first token, the start being as `uses` says. */
static bool read_from(struct cvd_date_reader *reader, unsigned uses,
		      struct cvd_date_reading *reading)
{
	size_t at;

	*reading = (struct cvd_date_reading){0};
	at = cvd_date_point_read(&reader->lexer, 0, uses, false, reader->order, &reading->start);
	if (!at || !read_behind_start(reader, at, reading))
		return false;
	if (!reading->duration.len) {
		read_duration(reader, reading);
		if (reading->duration.len && !ends_before(reader, reading->next))
			return false;
	}
	return true;
}

/* The longest of the readings: `May 19 – June 2, 2020` begins with a day, `May 19 – June 2020` with a
 * year. */
bool cvd_date_reading_longest(struct cvd_date_reader *reader, struct cvd_date_reading *reading)
{
	struct cvd_date_reading shared;
	bool good = read_from(reader, 0, reading);

	if (!read_from(reader, CVD_DATE_START, &shared))
		return good;
	if (!good || shared.next > reading->next ||
	    (shared.next == reading->next && (reading->start.use & CVD_DATE_WEAK) && shared.end.day))
		*reading = shared;
	return true;
}
