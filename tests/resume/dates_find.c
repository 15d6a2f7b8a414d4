/*
 * Dates in lines: what is found, what is none, in which order day and month stand, and the table of
 * words. What a text alone is read as is in dates.c.
 */
#include "dates_show.h"

/* Ends in time under valgrind, and would not if anything were quadratic. */
#define LINE_BYTES 200000

struct row {
	const char *text, *want;
};

/* The spans of a line, joined by `; `. */
static void check_spans(const char *line, const char *want, enum cvd_date_order order)
{
	struct cvd_str text = cvd_str_from(line);
	struct cvd_date_span span;
	struct cvd_buf shown = {0};

	for (size_t at = 0; cvd_dates_find(&arena, text, at, order, &span); at = span.to) {
		ck_assert(span.from >= at && span.to > span.from && span.to <= text.len);
		check_conserved(cvd_str_sub(text, span.from, span.to), &span.range);
		if (shown.len)
			cvd_buf_add(&shown, CVD_STR("; "));
		cvd_buf_printf(&shown, "%.*s=%.*s",
			       CVD_STR_ARG(cvd_str_sub(text, span.from, span.to)),
			       CVD_STR_ARG(show(&span.range)));
	}
	ck_assert_msg(cvd_str_equal(cvd_buf_str(&shown), cvd_str_from(want)),
		      "'%s' has '%.*s', not '%s'", line, CVD_STR_ARG(cvd_buf_str(&shown)), want);
	cvd_buf_free(&shown);
	cvd_arena_free(&arena);
}

START_TEST(dates_in_lines)
{
	static const struct row rows[] = {
		{"Worked at Acme (Jan 2019 – Mar 2020), then at Beta [2020-2021].",
		 "Jan 2019 – Mar 2020=2019-01..2020-03; 2020-2021=2020..2021"},
		{"Engineer, Acme, Oslo, 2018 – Present", "2018 – Present=2018..present"},
		{"2019-2021: Engineer", "2019-2021=2019..2021"},
		{"Engineer 2019 – Acme", "2019=2019"},
		{"Engineer, 2019 - Berlin", "2019=2019"},
		{"Acme | 2019- | Berlin", "2019-=2019.."},
		{"2019-   SKERRY Engineer", "2019-=2019.."},
		{"Engineer 2019- Skerry", "2019=2019"},
		{"2019, 2020 and 2021", "2019=2019; 2020=2020; 2021=2021"},
		{"May 2019, June 2020", "May 2019=2019-05; June 2020=2020-06"},
		{"Since 2019 I have led it", "Since 2019=2019..present"},
		{"On March 15 we may ship 20 parts in May 15 boxes", ""},
		{"Java 8, 11, 17 (2018 - now)", "2018 - now=2018..present"},
		{"2010 – 2015, 5 years, Oslo", "2010 – 2015, 5 years=2010..2015{5 years}"},
		{"In 2019, 3 years later", "2019=2019"},
		{"2019 early adopters", "2019=2019"},
		{"2000, C++", "2000=2000"},
		{"2018年4月 株式会社アクメ 入社 2020年3月 退社",
		 "2018年4月=2018-04; 2020年3月=2020-03"},
		{"平成20年4月入社、平成22年3月退社", "平成20年4月=2008-04; 平成22年3月=2010-03"},
		{"В компании с 2019 года по настоящее время, до этого 2015-2018 гг.",
		 "с 2019 года по настоящее время=2019..[по]present; "
		 "2015-2018 гг.=2015..2018"},
		{"Jan 2020 – Mar 2021 · 1 yr 3 mos · Oslo",
		 "Jan 2020 – Mar 2021 · 1 yr 3 mos=2020-01..2021-03{1 yr 3 mos}"},
		{"3 people, 3 - 15 May 2020", "3 - 15 May 2020=2020-05-03..2020-05-15"},
		{"\xFF\xC3 2019 \xE5\xB9", "2019=2019"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		check_spans(rows[i].text, rows[i].want, CVD_DAY_FIRST);
}
END_TEST

/* A bare year may be found in a name; in a number that is no year, none may. */
START_TEST(no_dates_in_lines)
{
	static const char *const lines[] = {
		"from $2019 to $3,000 and 2019€, €2019, € 2019, 2019 %, USD 2019",
		"ISO 9001, ISO 9001:2015, ISO 2022, ISO/IEC 27001:2013, RFC 2049",
		"+1 555 201-2020, (555) 201-2019, 0171 2019 44, 555 2019, 1999 555 1234",
		"v1.2.2020, 2020.1.0, 10.1.2020.3, 3.14, 1/2, 24/7, 10 000, 2,000 users",
		"CVE-2019-1234, COVID-2019, 2019-Acme, 2019k, #2019, @2019, 1:2019, 1,2019",
		"https://example.org/2019/05/12/page and file2019.txt and page_2019, 2019_report",
		"open 09.30 - 17.30, 1/2 - 3/4, 2019-2021-2022",
		"the 1990s, 1990er, '90s, 20190, 02019",
	};

	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		check_spans(lines[i], "", CVD_DAY_FIRST);
}
END_TEST

START_TEST(the_order_of_day_and_month)
{
	size_t day_first = 0, month_first = 0;

	check_spans("01/02/2020", "01/02/2020=2020-01-02!", CVD_MONTH_FIRST);
	check_spans("01/02/2020", "01/02/2020=2020-02-01!", CVD_DAY_FIRST);
	check_spans("25/02/2020", "25/02/2020=2020-02-25", CVD_MONTH_FIRST);
	check_spans("02/03/2020 - 25/04/2020", "02/03/2020 - 25/04/2020=2020-03-02..2020-04-25",
		    CVD_MONTH_FIRST);
	check_spans("2020-01-02", "2020-01-02=2020-01-02", CVD_MONTH_FIRST);

	cvd_dates_count_orders(CVD_STR("25/02/2020, 26.02.2020 27-2-2020\n02/25/2020 01/02/2020 "
				       "25/26/2020 1/25/02/2020 25/02.2020 25/02/20201 2020-13-25 "
				       "25/02/ 25/ 99999999999999999999/1/2020 25/02/1600"),
			       &day_first, &month_first);
	ck_assert_uint_eq(day_first, 3);
	ck_assert_uint_eq(month_first, 1);
}
END_TEST

START_TEST(words_are_sorted)
{
	for (size_t i = 1; cvd_date_word_row(i); i++)
		ck_assert_msg(strcmp(cvd_date_word_row(i - 1), cvd_date_word_row(i)) < 0,
			      "'%s' stands before '%s'", cvd_date_word_row(i - 1),
			      cvd_date_word_row(i));
}
END_TEST

/* Every row is found in its own spelling. */
START_TEST(every_word_is_found)
{
	struct cvd_date_word word;

	for (size_t i = 0; cvd_date_word_row(i); i++) {
		struct cvd_str row = cvd_str_from(cvd_date_word_row(i));
		struct cvd_str text = row;

		/* `d'` */
		if (cvd_str_ends_with(row, CVD_STR("'")))
			text = cvd_arena_format(&arena, "%.*savril", CVD_STR_ARG(row));
		ck_assert_msg(cvd_date_word_find(&arena, text, &word) && word.len == row.len,
			      "'%.*s' is not found", CVD_STR_ARG(row));
	}
	cvd_arena_free(&arena);
}
END_TEST

/* A long line of anything ends fast, and no span stands in another. */
START_TEST(long_lines)
{
	static const char *const units[] = {
		"1 ",
		"2019 - ",
		"jan 1 ",
		"since about 1 ",
		"a",
		"1",
		"年",
		"令和",
		"(2019 (3 years ",
		"12/12/2019 ",
		"ma\xCC\x88rz 1 ",
		"\xCC\x88",
		"'1",
		"ー1",
		"t/m 1 ",
		"mid-",
		". 1",
		"1                                                                      ",
		"\xFF",
		"\xE5\xB9",
		"2019年から",
		"元",
		"2019---",
		"d'1",
		"de ",
		"1 year "};

	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		struct cvd_buf line = {0};
		struct cvd_date_span span;
		size_t day_first = 0, month_first = 0;

		while (line.len < LINE_BYTES)
			cvd_buf_add(&line, cvd_str_from(units[i]));
		for (size_t at = 0;
		     cvd_dates_find(&arena, cvd_buf_str(&line), at, CVD_DAY_FIRST, &span);
		     at = span.to)
			ck_assert(span.from >= at && span.to > span.from && span.to <= line.len);
		cvd_dates_count_orders(cvd_buf_str(&line), &day_first, &month_first);
		cvd_buf_free(&line);
		cvd_arena_free(&arena);
	}
}
END_TEST

UNIT_MAIN("dates_find", dates_in_lines, no_dates_in_lines, the_order_of_day_and_month,
	  words_are_sorted, every_word_is_found, long_lines)
