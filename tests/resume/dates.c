/*
 * Dates as people write them. A range is shown as `START..END`, an open end as nothing, what the
 * normal form cannot hold in parentheses, a word between the two in brackets.
 */
#include "unit.h"

#include "dates.h"

#include "base/buf.h"

#include <string.h>

static struct cvd_arena arena;

static void show_date(struct cvd_buf *out, const struct cvd_date *date)
{
	if (!date->present)
		return;
	cvd_buf_add(out, date->norm);
	if (date->rest.len)
		cvd_buf_printf(out, "(%.*s)", CVD_STR_ARG(date->rest));
}

struct row {
	const char *text, *want; /* NULL: no date */
};

static void check_rows(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct cvd_buf shown = {0};
		struct cvd_date_range range;
		bool good = cvd_date_range_read(&arena, cvd_str_from(rows[i].text), CVD_DAY_FIRST,
						&range);

		if (good) {
			show_date(&shown, &range.start);
			if (!range.single)
				cvd_buf_add(&shown, CVD_STR(".."));
			if (range.separator.len)
				cvd_buf_printf(&shown, "[%.*s]", CVD_STR_ARG(range.separator));
			show_date(&shown, &range.end);
		}
		ck_assert_msg(good == (rows[i].want != NULL), "'%s' is %s", rows[i].text,
			      good ? "a date" : "no date");
		ck_assert_msg(!good || cvd_str_equal(cvd_buf_str(&shown),
						     cvd_str_from(rows[i].want)),
			      "'%s' is read as '%.*s', not '%s'", rows[i].text,
			      CVD_STR_ARG(cvd_buf_str(&shown)), rows[i].want);
		cvd_buf_free(&shown);
		cvd_arena_free(&arena);
	}
}

#define CHECK_ROWS(rows) check_rows((rows), sizeof(rows) / sizeof *(rows))

START_TEST(single_dates)
{
	static const struct row rows[] = {
		{"2020", "2020"},
		{"  2020 ", "2020"},
		{"Jan 2020", "2020-01"},
		{"January 2020", "2020-01"},
		{"JANUARY 2020", "2020-01"},
		{"Jan. 2020", "2020-01"},
		{"Sept 2020", "2020-09"},
		{"January, 2020", "2020-01"},
		{"2020 January", "2020-01"},
		{"May '19", "2019-05"},
		{"Aug19", "2019-08"},
		{"Aug 98", "1998-08"},
		{"01/2020", "2020-01"},
		{"1/2020", "2020-01"},
		{"2020/01", "2020-01"},
		{"2020-01", "2020-01"},
		{"2020.01", "2020-01"},
		{"2020-01-31", "2020-01-31"},
		{"2020/1/31", "2020-01-31"},
		{"31.01.2020", "2020-01-31"},
		{"01/02/2020", "2020-02-01"},
		{"01/31/2020", "2020-01-31"},
		{"May 1, 2019", "2019-05-01"},
		{"1 May 2019", "2019-05-01"},
		{"1st of May 2019", "2019-05-01"},
		{"2020年1月", "2020-01"},
		{"2020年", "2020"},
		{"2020年1月31日", "2020-01-31"},
		{"2020년 1월", "2020-01"},
		{"1900", "1900"},
		{"2099", "2099"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(months_of_all_languages)
{
	static const struct row rows[] = {
		{"März 2020", "2020-03"},         {"Jänner 2020", "2020-01"},
		{"Dez. 2020", "2020-12"},         {"février 2020", "2020-02"},
		{"AOÛT 2020", "2020-08"},         {"déc. 2020", "2020-12"},
		{"enero de 2020", "2020-01"},     {"setiembre 2020", "2020-09"},
		{"março de 2020", "2020-03"},     {"outubro 2020", "2020-10"},
		{"luglio 2020", "2020-07"},       {"ott 2020", "2020-10"},
		{"maart 2020", "2020-03"},        {"augustus 2020", "2020-08"},
		{"марта 2020", "2020-03"},        {"Декабрь 2020 г.", "2020-12"},
		{"Ma\xCC\x88rz 2020", "2020-03"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(ranges_with_every_separator)
{
	static const char *const marks[] = {"-", "--", "---", "–",  "—",  "―", "−",
					    "‐", "‑",  "~",   "〜", "～", "→"};
	static const char *const words[] = {"to",  "until", "till",  "bis", "à",  "au", "a",
					    "até", "al",    "hasta", "tot", "по", "TO", "Until"};
	static const char *const forms[] = {"2019%s2021", "2019 %s 2021"};

	for (size_t form = 0; form < 2; form++)
		for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
			struct cvd_buf text = {0};

			cvd_buf_printf(&text, forms[form], marks[i]);
			cvd_buf_put(&text, '\0');
			check_rows(&(struct row){text.ptr, "2019..2021"}, 1);
			cvd_buf_free(&text);
		}
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		struct cvd_buf text = {0}, want = {0};

		cvd_buf_printf(&text, forms[1], words[i]);
		cvd_buf_put(&text, '\0');
		cvd_buf_printf(&want, "2019..[%s]2021", words[i]);
		cvd_buf_put(&want, '\0');
		check_rows(&(struct row){text.ptr, want.ptr}, 1);
		cvd_buf_free(&text);
		cvd_buf_free(&want);
	}
}
END_TEST

START_TEST(ranges)
{
	static const struct row rows[] = {
		{"August 2018 – June 2023", "2018-08..2023-06"},
		{"August 2018-June 2023", "2018-08..2023-06"},
		{"Nov 2020 -- Present", "2020-11..present"},
		{"08/2018 - 06/2023", "2018-08..2023-06"},
		{"08/2018-06/2023", "2018-08..2023-06"},
		{"2018-08 - 2023-06", "2018-08..2023-06"},
		{"2018-08-2023-06", "2018-08..2023-06"},
		{"2018.08 – 2023.06", "2018-08..2023-06"},
		{"2018-08-01 – 2023-06-30", "2018-08-01..2023-06-30"},
		{"2018 – June 2023", "2018..2023-06"},
		{"2018-19", "2018..2019"},
		{"1998/99", NULL}, /* a slash is no range */
		{"2020年1月～2021年3月", "2020-01..2021-03"},
		{"2020年1月至2021年3月", "2020-01..[至]2021-03"},
		{"2020年1月 – 現在", "2020-01..present"},
		{"Aug19 - now", "2019-08..present"},
	};

	CHECK_ROWS(rows);
}
END_TEST

/* The year stands once and belongs to the end. */
START_TEST(a_shared_year_is_the_ends)
{
	static const struct row rows[] = {
		{"May – August 2016", "2016-05..2016-08"},
		{"May-August 2016", "2016-05..2016-08"},
		{"May to August 2016", "2016-05..[to]2016-08"},
		{"November – February 2020", "2019-11..2020-02"},
		{"May – May 2016", "2016-05..2016-05"},
		{"May – 2016", NULL},
		{"May – Present", NULL},
		{"May 2016 – August", NULL},
	};
	struct cvd_date_range range;

	CHECK_ROWS(rows);
	ck_assert(cvd_date_range_read(&arena, CVD_STR(" May – August 2016"), CVD_DAY_FIRST, &range));
	assert_text(range.start.text, "May");
	assert_text(range.end.text, "August 2016");
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(open_ends)
{
	static const char *const words[] = {"Present",      "now",    "current",    "today",
					    "ongoing",      "Heute",  "Présent",    "PRÉSENT",
					    "Actuellement", "Atual",  "Atualmente", "Presente",
					    "Actualidad",   "至今",   "現在",       "現在に至る",
					    "현재",         "сейчас", "aujourd’hui"};
	static const struct row bare[] = {
		{"2024-", "2024.."},
		{"2024 –", "2024.."},
		{"Jan 2024 -", "2024-01.."},
		{"2024 ~", "2024.."},
		{"2024 to ", NULL},
		{"2024 Present", NULL},
		{"- 2024", NULL},
		{"Present – 2024", "present..2024"},
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		struct cvd_buf text = {0};

		cvd_buf_printf(&text, "2024 – %s", words[i]);
		cvd_buf_put(&text, '\0');
		check_rows(&(struct row){text.ptr, "2024..present"}, 1);
		cvd_buf_free(&text);
	}
	CHECK_ROWS(bare);
}
END_TEST

START_TEST(what_the_normal_form_cannot_hold)
{
	static const struct row rows[] = {
		{"Summer 2020", "2020(summer)"},
		{"SUMMER 2020", "2020(summer)"},
		{"Since 2019", "2019(since)"},
		{"Depuis mars 2018", "2018-03(depuis)"},
		{"seit 03/2018", "2018-03(seit)"},
		{"expected June 2026", "2026-06(expected)"},
		{"June 2026, expected", "2026-06(expected)"},
		{"about late 2019", "2019(about late)"},
		{"early 2019 – mid 2020", "2019(early)..2020(mid)"},
		{"2019 – expected 2026", "2019..2026(expected)"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(a_word_makes_it_no_date)
{
	static const struct row rows[] = {
		{"", NULL},
		{" ", NULL},
		{"Present", NULL},
		{"May", NULL},
		{"5", NULL},
		{"12", NULL},
		{"Acme 2019", NULL},
		{"2019 Acme", NULL},
		{"Acme – 2019", NULL},
		{"Windows 95", NULL},
		{"1899", NULL},
		{"2100", NULL},
		{"20200", NULL},
		{"13/2020", NULL},
		{"00/2020", NULL},
		{"32/01/2020", NULL},
		{"2019 2020", NULL},
		{"2019 – 2020 – 2021", NULL},
		{"2019, 2020, 2021", NULL},
		{"(2019)", NULL},
		{"$2019", NULL},
		{"2019%", NULL},
		{"2019 – 1 year", NULL},
		{"2019 – Acme", NULL},
		{"2019tobacco2021", NULL},
		{"2019to2021", NULL},
		{"Mayor 2019", NULL},
		{"\xFF 2019", NULL},
		{"2019 – 2020 2019 – 2020 2019 – 2020 2019 – 2020 2019 – 2020 2019 – 2020 2019 – "
		 "2020 2019 – 2020",
		 NULL},
	};

	CHECK_ROWS(rows);
}
END_TEST

/* The same date in all spellings has one normal form; every month has its own. */
START_TEST(spellings_of_a_month_agree)
{
	static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
					     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

	for (int month = 1; month <= 12; month++) {
		struct cvd_date_range range;
		struct cvd_str want = cvd_arena_format(&arena, "2023-%02d", month);
		const struct cvd_str spellings[] = {
			cvd_arena_format(&arena, "%s 2023", months[month - 1]),
			cvd_arena_format(&arena, "%02d/2023", month),
			cvd_arena_format(&arena, "%d.2023", month),
			cvd_arena_format(&arena, "2023-%02d", month),
			cvd_arena_format(&arena, "2023年%d月", month),
		};

		for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
			ck_assert(cvd_date_range_read(&arena, spellings[i], CVD_DAY_FIRST, &range));
			ck_assert(range.single && range.start.present && !range.end.present);
			assert_str(range.start.norm, want);
			assert_str(range.start.text, spellings[i]);
		}
	}
	cvd_arena_free(&arena);
}
END_TEST

UNIT_MAIN("dates", single_dates, months_of_all_languages, ranges_with_every_separator, ranges,
	  a_shared_year_is_the_ends, open_ends, what_the_normal_form_cannot_hold,
	  a_word_makes_it_no_date, spellings_of_a_month_agree)
