/*
 * A date is read by cutting the text into numbers, words and marks, naming the words by tables
 * (months, `present`, seasons and qualifiers, words to pass over) and comparing what is left with
 * the few orders in which people write year, month and day. Every word must be accounted for: text
 * with any other word is no date. A range is two dates around one of the separators of a table; the
 * places are tried with separators between spaces first, because `2020-01 - 2021-03` has three.
 *
 * Adding a language is adding rows. Words are compared case-folded.
 */
#include "dates.h"

#include "base/buf.h"
#include "base/text.h"

#include <string.h>

#define MAX_PIECES 12
/* Longer text is prose, not a date. */
#define MAX_DATE_BYTES 120
#define FIRST_YEAR 1900
#define LAST_YEAR 2099

struct word_row {
	const char *word;
	int month; /* 1 to 12, or a class below */
};

enum { WORD_PRESENT = 20, WORD_REST, WORD_SKIP };

static const struct word_row words[] = {
	/* English */
	{"january", 1},
	{"jan", 1},
	{"february", 2},
	{"feb", 2},
	{"march", 3},
	{"mar", 3},
	{"april", 4},
	{"apr", 4},
	{"may", 5},
	{"june", 6},
	{"jun", 6},
	{"july", 7},
	{"jul", 7},
	{"august", 8},
	{"aug", 8},
	{"september", 9},
	{"sep", 9},
	{"sept", 9},
	{"october", 10},
	{"oct", 10},
	{"november", 11},
	{"nov", 11},
	{"december", 12},
	{"dec", 12},
	/* German */
	{"januar", 1},
	{"jänner", 1},
	{"februar", 2},
	{"märz", 3},
	{"mrz", 3},
	{"mai", 5},
	{"juni", 6},
	{"juli", 7},
	{"oktober", 10},
	{"okt", 10},
	{"dezember", 12},
	{"dez", 12},
	/* French */
	{"janvier", 1},
	{"janv", 1},
	{"février", 2},
	{"févr", 2},
	{"fév", 2},
	{"mars", 3},
	{"avril", 4},
	{"avr", 4},
	{"juin", 6},
	{"juillet", 7},
	{"juil", 7},
	{"août", 8},
	{"septembre", 9},
	{"octobre", 10},
	{"novembre", 11},
	{"décembre", 12},
	{"déc", 12},
	/* Spanish */
	{"enero", 1},
	{"ene", 1},
	{"febrero", 2},
	{"marzo", 3},
	{"abril", 4},
	{"abr", 4},
	{"mayo", 5},
	{"junio", 6},
	{"julio", 7},
	{"agosto", 8},
	{"ago", 8},
	{"septiembre", 9},
	{"setiembre", 9},
	{"octubre", 10},
	{"noviembre", 11},
	{"diciembre", 12},
	{"dic", 12},
	/* Portuguese */
	{"janeiro", 1},
	{"fevereiro", 2},
	{"fev", 2},
	{"março", 3},
	{"maio", 5},
	{"junho", 6},
	{"julho", 7},
	{"setembro", 9},
	{"set", 9},
	{"outubro", 10},
	{"out", 10},
	{"novembro", 11},
	{"dezembro", 12},
	/* Italian */
	{"gennaio", 1},
	{"gen", 1},
	{"febbraio", 2},
	{"aprile", 4},
	{"maggio", 5},
	{"mag", 5},
	{"giugno", 6},
	{"giu", 6},
	{"luglio", 7},
	{"lug", 7},
	{"settembre", 9},
	{"ottobre", 10},
	{"ott", 10},
	{"dicembre", 12},
	/* Dutch */
	{"januari", 1},
	{"februari", 2},
	{"maart", 3},
	{"mrt", 3},
	{"mei", 5},
	{"augustus", 8},
	/* Russian */
	{"январь", 1},
	{"января", 1},
	{"февраль", 2},
	{"февраля", 2},
	{"март", 3},
	{"марта", 3},
	{"апрель", 4},
	{"апреля", 4},
	{"май", 5},
	{"мая", 5},
	{"июнь", 6},
	{"июня", 6},
	{"июль", 7},
	{"июля", 7},
	{"август", 8},
	{"августа", 8},
	{"сентябрь", 9},
	{"сентября", 9},
	{"октябрь", 10},
	{"октября", 10},
	{"ноябрь", 11},
	{"ноября", 11},
	{"декабрь", 12},
	{"декабря", 12},
	/* open ends */
	{"present", WORD_PRESENT},
	{"now", WORD_PRESENT},
	{"current", WORD_PRESENT},
	{"currently", WORD_PRESENT},
	{"today", WORD_PRESENT},
	{"ongoing", WORD_PRESENT},
	{"heute", WORD_PRESENT},
	{"jetzt", WORD_PRESENT},
	{"présent", WORD_PRESENT},
	{"aujourd'hui", WORD_PRESENT},
	{"aujourd’hui", WORD_PRESENT},
	{"actuellement", WORD_PRESENT},
	{"atual", WORD_PRESENT},
	{"atualmente", WORD_PRESENT},
	{"presente", WORD_PRESENT},
	{"actualidad", WORD_PRESENT},
	{"actualmente", WORD_PRESENT},
	{"oggi", WORD_PRESENT},
	{"heden", WORD_PRESENT},
	{"至今", WORD_PRESENT},
	{"现在", WORD_PRESENT},
	{"現在", WORD_PRESENT},
	{"現在に至る", WORD_PRESENT},
	{"현재", WORD_PRESENT},
	{"сейчас", WORD_PRESENT},
	/* what the normal form cannot hold */
	{"spring", WORD_REST},
	{"summer", WORD_REST},
	{"autumn", WORD_REST},
	{"fall", WORD_REST},
	{"winter", WORD_REST},
	{"early", WORD_REST},
	{"mid", WORD_REST},
	{"late", WORD_REST},
	{"expected", WORD_REST},
	{"anticipated", WORD_REST},
	{"about", WORD_REST},
	{"ca", WORD_REST},
	{"circa", WORD_REST},
	{"since", WORD_REST},
	{"from", WORD_REST},
	{"until", WORD_REST},
	{"seit", WORD_REST},
	{"depuis", WORD_REST},
	{"desde", WORD_REST},
	{"dal", WORD_REST},
	{"sinds", WORD_REST},
	{"frühjahr", WORD_REST},
	{"sommer", WORD_REST},
	{"herbst", WORD_REST},
	{"été", WORD_REST},
	{"hiver", WORD_REST},
	{"printemps", WORD_REST},
	{"automne", WORD_REST},
	{"verano", WORD_REST},
	{"otoño", WORD_REST},
	{"invierno", WORD_REST},
	{"primavera", WORD_REST},
	/* words between the parts of one date */
	{"de", WORD_SKIP},
	{"del", WORD_SKIP},
	{"of", WORD_SKIP},
	{"the", WORD_SKIP},
	{"st", WORD_SKIP},
	{"nd", WORD_SKIP},
	{"rd", WORD_SKIP},
	{"th", WORD_SKIP},
	{"г", WORD_SKIP},
	{"r", WORD_SKIP},
};

/* What may stand between the two dates of a range; words only between spaces. */
static const char *const range_marks[] = {"---", "--", "–", "—",  "-",  "―", "−",
					  "‐",   "‑",  "~", "〜", "～", "→"};
static const char *const range_words[] = {"to", "until", "till", "bis", "à",  "au",   "a", "até",
					  "al", "hasta", "tot",  "至",  "到", "から", "по"};

enum piece_kind { PIECE_NUMBER, PIECE_MONTH, PIECE_MARK };

struct piece {
	enum piece_kind kind;
	int value; /* number, month, or the mark's first byte */
	size_t digits;
};

struct point {
	struct piece pieces[MAX_PIECES];
	size_t count;
	bool present;
	struct cvd_buf rest;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool has_digit(struct cvd_str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (is_digit(text.ptr[i]))
			return true;
	return false;
}

static bool is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'' ||
	       (unsigned char)c >= 0x80;
}

static int find_word(struct cvd_str word)
{
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (words[i].word[0] == word.ptr[0] &&
		    cvd_str_equal(word, cvd_str_from(words[i].word)))
			return words[i].month;
	return 0;
}

/* The units of East Asian dates stand directly behind their numbers. */
static bool is_unit(struct cvd_str rest, size_t *len)
{
	static const char *const units[] = {"年", "月", "日", "년", "월", "일"};

	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		if (cvd_str_starts_with(rest, cvd_str_from(units[i]))) {
			*len = strlen(units[i]);
			return true;
		}
	}
	return false;
}

static bool add_piece(struct point *point, enum piece_kind kind, int value, size_t digits)
{
	if (point->count == MAX_PIECES)
		return false;
	point->pieces[point->count++] = (struct piece){kind, value, digits};
	return true;
}

static bool add_word(struct point *point, struct cvd_arena *arena, struct cvd_str word)
{
	struct cvd_str folded = cvd_text_fold(arena, word);
	int class = find_word(folded);

	switch (class) {
	case 0:
		return false;
	case WORD_SKIP:
		return true;
	case WORD_PRESENT:
		point->present = true;
		return true;
	case WORD_REST:
		if (point->rest.len)
			cvd_buf_put(&point->rest, ' ');
		cvd_buf_add(&point->rest, folded);
		return true;
	default:
		return add_piece(point, PIECE_MONTH, class, 0);
	}
}

/* Cuts the text into pieces; false if a word or a mark is no part of a date. */
static bool cut(struct point *point, struct cvd_arena *arena, struct cvd_str text)
{
	size_t at = 0, from, unit;

	while (at < text.len) {
		char c = text.ptr[at];

		from = at;
		if (is_digit(c)) {
			int value = 0;

			while (at < text.len && is_digit(text.ptr[at]) && at - from < 5)
				value = value * 10 + (text.ptr[at++] - '0');
			if (!add_piece(point, PIECE_NUMBER, value, at - from))
				return false;
		} else if (is_unit(cvd_str_sub(text, at, text.len), &unit)) {
			at += unit;
			if (!add_piece(point, PIECE_MARK, '/', 0))
				return false;
		} else if (is_word_byte(c)) {
			while (at < text.len && is_word_byte(text.ptr[at]))
				at++;
			/* `'19` is a year with its century left out */
			if (c == '\'' && at - from == 1)
				continue;
			if (!add_word(point, arena, cvd_str_sub(text, from, at)))
				return false;
		} else if (c == '/' || c == '-' || c == '.') {
			at++;
			if (!add_piece(point, PIECE_MARK, c, 0))
				return false;
		} else if (c == ' ' || c == ',' || c == '\n' || c == '\r') {
			at++;
		} else {
			return false;
		}
	}
	return true;
}

static bool is_year(const struct piece *p)
{
	return p->kind == PIECE_NUMBER && p->digits == 4 && p->value >= FIRST_YEAR &&
	       p->value <= LAST_YEAR;
}

static bool is_small(const struct piece *p, int most)
{
	return p->kind == PIECE_NUMBER && p->digits <= 2 && p->value >= 1 && p->value <= most;
}

/* Orders of year, month and day with the marks taken out: numbers are day-first where both can be.
 * Two-digit years stand only behind a month's name. */
static bool arrange(const struct point *point, int *year, int *month, int *day)
{
	struct piece p[MAX_PIECES];
	size_t n = 0;

	*year = *month = *day = 0;
	for (size_t i = 0; i < point->count; i++)
		if (point->pieces[i].kind != PIECE_MARK)
			p[n++] = point->pieces[i];
	if (n == 1 && is_year(&p[0])) {
		*year = p[0].value;
	} else if (n == 1 && p[0].kind == PIECE_MONTH) {
		*month = p[0].value;
	} else if (n == 2 && p[0].kind == PIECE_MONTH && is_year(&p[1])) {
		*month = p[0].value, *year = p[1].value;
	} else if (n == 2 && is_year(&p[0]) && p[1].kind == PIECE_MONTH) {
		*year = p[0].value, *month = p[1].value;
	} else if (n == 2 && p[0].kind == PIECE_MONTH && p[1].digits == 2) {
		*month = p[0].value, *year = (p[1].value >= 60 ? 1900 : 2000) + p[1].value;
	} else if (n == 2 && is_year(&p[0]) && is_small(&p[1], 12)) {
		*year = p[0].value, *month = p[1].value;
	} else if (n == 2 && is_small(&p[0], 12) && is_year(&p[1])) {
		*month = p[0].value, *year = p[1].value;
	} else if (n == 3 && is_year(&p[0]) && is_small(&p[1], 12) && is_small(&p[2], 31)) {
		*year = p[0].value, *month = p[1].value, *day = p[2].value;
	} else if (n == 3 && is_small(&p[0], 31) && is_small(&p[1], 12) && is_year(&p[2])) {
		*day = p[0].value, *month = p[1].value, *year = p[2].value;
	} else if (n == 3 && is_small(&p[0], 12) && is_small(&p[1], 31) && is_year(&p[2])) {
		*month = p[0].value, *day = p[1].value, *year = p[2].value;
	} else if (n == 3 && p[0].kind == PIECE_MONTH && is_small(&p[1], 31) && is_year(&p[2])) {
		*month = p[0].value, *day = p[1].value, *year = p[2].value;
	} else if (n == 3 && is_small(&p[0], 31) && p[1].kind == PIECE_MONTH && is_year(&p[2])) {
		*day = p[0].value, *month = p[1].value, *year = p[2].value;
	} else {
		return false;
	}
	return true;
}

static struct cvd_str normal_form(struct cvd_arena *arena, int year, int month, int day)
{
	if (day)
		return cvd_arena_format(arena, "%04d-%02d-%02d", year, month, day);
	if (month)
		return cvd_arena_format(arena, "%04d-%02d", year, month);
	return cvd_arena_format(arena, "%04d", year);
}

/*
 * Reads one date. A month alone is a date only if `lone_month` is given, which then takes it;
 * two digits alone only if `century` is not 0 (the `19` of `2018-19`).
 */
static bool read_point(struct cvd_arena *arena, struct cvd_str text, struct cvd_date *date,
		       int *lone_month, int century)
{
	struct point point = {0};
	int year, month, day;
	bool good = false;

	*date = (struct cvd_date){.present = true, .text = cvd_str_trim(text)};
	if (!date->text.len || !cut(&point, arena, date->text))
		goto done;
	/* a dash in front or behind belongs to a range */
	if (point.count && (point.pieces[0].kind == PIECE_MARK ||
			    (point.pieces[point.count - 1].kind == PIECE_MARK &&
			     point.pieces[point.count - 1].value == '-')))
		goto done;
	date->rest = point.rest.len ? cvd_arena_copy(arena, cvd_buf_str(&point.rest)) : CVD_STR("");
	if (point.present) {
		date->norm = CVD_STR("present");
		good = !point.count;
	} else if (century && point.count == 1 && point.pieces[0].digits == 2 &&
		   point.pieces[0].value > 12) {
		date->norm = normal_form(arena, century + point.pieces[0].value, 0, 0);
		good = true;
	} else if (arrange(&point, &year, &month, &day)) {
		if (year)
			date->norm = normal_form(arena, year, month, day);
		else if (lone_month)
			*lone_month = month;
		good = year || lone_month;
	}
done:
	cvd_buf_free(&point.rest);
	return good;
}

static int digits_value(struct cvd_str digits)
{
	int value = 0;

	for (size_t i = 0; i < digits.len && is_digit(digits.ptr[i]); i++)
		value = value * 10 + (digits.ptr[i] - '0');
	return value;
}

/* Tries the range around the separator [from, to) of the text. */
static bool read_around(struct cvd_arena *arena, struct cvd_str text, size_t from, size_t to,
			struct cvd_date_range *range)
{
	struct cvd_str left = cvd_str_sub(text, 0, from), right = cvd_str_sub(text, to, text.len);
	int lone = 0, century = 0;

	*range = (struct cvd_date_range){0};
	if (!read_point(arena, left, &range->start, &lone, 0))
		return false;
	if (!cvd_str_trim(right).len)
		return !lone; /* `2024-` */
	if (range->start.norm.len == 4 && !lone)
		century = digits_value(range->start.norm) / 100 * 100;
	if (!read_point(arena, right, &range->end, NULL, century))
		return false;
	if (lone) {
		int year = digits_value(range->end.norm), end_month;

		if (range->end.norm.len < 7)
			return false;
		end_month = digits_value(cvd_str_sub(range->end.norm, 5, 7));
		range->start.norm = normal_form(arena, lone > end_month ? year - 1 : year, lone, 0);
	}
	return true;
}

static size_t range_mark(struct cvd_str rest)
{
	for (size_t i = 0; i < sizeof range_marks / sizeof *range_marks; i++) {
		struct cvd_str mark = cvd_str_from(range_marks[i]);

		if (cvd_str_starts_with(rest, mark))
			return mark.len;
	}
	return 0;
}

/* Length of a separator at `at`, or 0; `spaced` asks for white space around it. */
static size_t separator_at(struct cvd_str text, size_t at, bool spaced)
{
	struct cvd_str rest = cvd_str_sub(text, at, text.len);
	bool space_before = at > 0 && text.ptr[at - 1] == ' ';
	size_t mark;

	if (spaced && !space_before)
		return 0;
	/* inside a word or a number nothing begins */
	if (!space_before && (is_digit(rest.ptr[0]) ||
			      (is_word_byte(rest.ptr[0]) && (unsigned char)rest.ptr[0] < 0x80)))
		return 0;
	mark = range_mark(rest);
	if (mark)
		return !spaced || rest.len == mark || rest.ptr[mark] == ' ' ? mark : 0;
	for (size_t i = 0; i < sizeof range_words / sizeof *range_words; i++) {
		struct cvd_str word = cvd_str_from(range_words[i]);
		bool ideographic = (unsigned char)word.ptr[0] >= 0xe3;

		if (rest.len >= word.len &&
		    cvd_str_equal_ascii_nocase(cvd_str_sub(rest, 0, word.len), word) &&
		    (ideographic ? !spaced
				 : space_before && rest.len > word.len && rest.ptr[word.len] == ' '))
			return word.len;
	}
	return 0;
}

bool cvd_date_range_read(struct cvd_arena *arena, struct cvd_str text, enum cvd_date_order order,
			 struct cvd_date_range *range)
{
	(void)order;
	text = cvd_str_trim(text);
	*range = (struct cvd_date_range){0};
	if (!text.len || text.len > MAX_DATE_BYTES || !has_digit(text))
		return false;
	if (read_point(arena, text, &range->start, NULL, 0)) {
		range->single = true;
		return true;
	}
	for (int spaced = 1; spaced >= 0; spaced--) {
		for (size_t at = 1; at < text.len; at++) {
			size_t len = separator_at(text, at, spaced);

			if (len && read_around(arena, text, at, at + len, range)) {
				if (!range_mark(cvd_str_sub(text, at, text.len)))
					range->separator = cvd_str_sub(text, at, at + len);
				return true;
			}
		}
	}
	*range = (struct cvd_date_range){0};
	return false;
}

bool cvd_dates_find(struct cvd_arena *arena, struct cvd_str text, size_t at,
		    enum cvd_date_order order, struct cvd_date_span *span)
{
	*span = (struct cvd_date_span){.from = at, .to = text.len};
	return cvd_date_range_read(arena, cvd_str_sub(text, at, text.len), order, &span->range);
}

void cvd_dates_count_orders(struct cvd_str text, size_t *day_first, size_t *month_first)
{
	(void)text, (void)day_first, (void)month_first;
}
