/*
 * Dates as people write them. A range is shown as `START..END`, an open end as nothing, what the
 * normal form cannot hold in parentheses, a word between the two in brackets, a duration in braces, and
 * `!` where day and month could be exchanged. Each is also checked for conservation and found in lines.
 */
#include "dates_show.h"

struct row {
	const char *text, *want; /* NULL: no date */
};

static void check_row(const struct row *row, bool found)
{
	struct cvd_str text = cvd_str_trim(cvd_str_from(row->text)), shown = {0};
	struct cvd_date_range range;
	bool good = cvd_date_range_read(&arena, text, CVD_DAY_FIRST, &range);

	ck_assert_msg(good == (row->want != NULL), "'%s' is %s", row->text,
		      good ? "a date" : "no date");
	if (good) {
		shown = show(&range);
		ck_assert_msg(cvd_str_equal(shown, cvd_str_from(row->want)),
			      "'%s' is read as '%.*s', not '%s'", row->text, CVD_STR_ARG(shown),
			      row->want);
		check_conserved(text, &range);
		if (found)
			check_found(text, shown);
	}
	cvd_arena_free(&arena);
}

static void check_rows(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		check_row(&rows[i], true);
}

/* Dates where they are the whole text, and none in prose. */
static void check_whole_rows(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		check_row(&rows[i], false);
}

#define CHECK_ROWS(rows) check_rows((rows), sizeof(rows) / sizeof *(rows))
#define CHECK_WHOLE_ROWS(rows) check_whole_rows((rows), sizeof(rows) / sizeof *(rows))

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
		{"01/2020", "2020-01"},
		{"1/2020", "2020-01"},
		{"2020/01", "2020-01"},
		{"2020-01", "2020-01"},
		{"2020.01", "2020-01"},
		{"2020-01-31", "2020-01-31"},
		{"2020/1/31", "2020-01-31"},
		{"31.01.2020", "2020-01-31"},
		{"01/02/2020", "2020-02-01!"},
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
		{"1998/99", "1998..1999"},
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
		{"until 2019", "2019(until)"},
		{"bis März 2018", "2018-03(bis)"},
		{"from 2018", "2018(from)"},
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

/* Numbers in every order. */
START_TEST(numeric_dates)
{
	static const struct row rows[] = {
		{"2020.1", "2020-01"},         {"2020/1", "2020-01"},
		{"01-2020", "2020-01"},        {"01/2020", "2020-01"},
		{"2020.01.15", "2020-01-15"},  {"2020/1/5", "2020-01-05"},
		{"15.01.2020", "2020-01-15"},  {"15-01-2020", "2020-01-15"},
		{"15/01/2020", "2020-01-15"},  {"01/02/2020", "2020-02-01!"},
		{"01.02.2020", "2020-02-01!"}, {"02/02/2020", "2020-02-02"},
		{"02/25/2020", "2020-02-25"},  {"01/15/19", "2019-01-15"},
		{"2020 / 01", "2020-01"},      {"01 / 2020", "2020-01"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(named_months_and_days)
{
	static const struct row rows[] = {
		{"Jan ’20", "2020-01"},
		{"January 15th, 2020", "2020-01-15"},
		{"Jan 15 2020", "2020-01-15"},
		{"15. Januar 2020", "2020-01-15"},
		{"15th of January 2020", "2020-01-15"},
		{"15 de enero de 2020", "2020-01-15"},
		{"1er janvier 2020", "2020-01-01"},
		{"15 января 2020 г.", "2020-01-15"},
		{"2020 Jan 15", "2020-01-15"},
		{"2020-Jan-15", "2020-01-15"},
		{"15-Jan-2020", "2020-01-15"},
		{"15Jan2020", "2020-01-15"},
		{"15/Jan/2020", "2020-01-15"},
		{"Jan/2020", "2020-01"},
		{"Jan-2020", "2020-01"},
		{"Jan-19", "2019-01"},
		{"January the 15th, 2020", "2020-01-15"},
		{"янв. 2020", "2020-01"},
		{"janv./2020", "2020-01"},
		{"marzo del 2020", "2020-03"},
		{"15º de março de 2020", "2020-03-15"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(east_asian_dates)
{
	static const struct row rows[] = {
		{"２０２０年１月", "2020-01"},
		{"2020 年 1 月", "2020-01"},
		{"2020年1月15日", "2020-01-15"},
		{"2020년 1월 15일", "2020-01-15"},
		{"2020. 1. 15.", "2020-01-15"},
		{"2020.01.", "2020-01"},
		{"令和2年4月", "2020-04"},
		{"令和元年5月1日", "2019-05-01"},
		{"平成31年", "2019"},
		{"昭和60年3月", "1985-03"},
		{"大正元年", "1912"},
		{"2020年（令和2年）4月", "2020-04"},
		{"令和2年（2020年）4月", "2020-04"},
		{"平成20年４月", "2008-04"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(seasons_and_quarters)
{
	static const struct row rows[] = {
		{"Fall 2019", "2019(fall)"},
		{"Autumn, 2019", "2019(autumn)"},
		{"SoSe 2020", "2020(sose)"},
		{"SS20", "2020(ss)"},
		{"WS 2019/20", "2019(ws)..2020"},
		{"WS 2009/10", "2009(ws)..2010"},
		{"WiSe 2019/2020", "2019(wise)..2020"},
		{"Frühjahr 2020", "2020(frühjahr)"},
		{"été 2020", "2020(été)"},
		{"Printemps 2020", "2020(printemps)"},
		{"otoño de 2019", "2019(otoño)"},
		{"primavera 2020", "2020(primavera)"},
		{"лето 2020", "2020(лето)"},
		{"2020年春", "2020(春)"},
		{"2020 Spring", "2020(spring)"},
		{"2020년 상반기", "2020(상반기)"},
		{"Summer – Fall 2020", "2020(summer)..2020(fall)"},
		{"Spring/Summer 2020", "2020(spring)..2020(summer)"},
		{"Q1 2020", "2020(q1)"},
		{"Q1/2020", "2020(q1)"},
		{"Q1 2020 – Q3 2020", "2020(q1)..2020(q3)"},
		{"Q1 – Q3 2020", "2020(q1)..2020(q3)"},
		{"H1 2020", "2020(h1)"},
		{"1Q20", "2020(1q)"},
		{"1. Quartal 2020", "2020(1. quartal)"},
		{"2020 Q3", "2020(q3)"},
		{"T2 2020", "2020(t2)"},
		{"FY2020", "2020(fy)"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(qualified_dates)
{
	static const struct row rows[] = {
		{"ca. 2019", "2019(ca)"},
		{"ca 2019", "2019(ca)"},
		{"c. 2019", "2019(c)"},
		{"mid-2019", "2019(mid)"},
		{"Mid 2019", "2019(mid)"},
		{"vsl. 2026", "2026(vsl)"},
		{"voraussichtlich Juni 2026", "2026-06(voraussichtlich)"},
		{"Juni 2026 (voraussichtlich)", "2026-06(voraussichtlich)"},
		{"prévu en juin 2026", "2026-06(prévu)"},
		{"previsto para 2026", "2026(previsto)"},
		{"previsto 2026", "2026(previsto)"},
		{"June 2026 (expected)", "2026-06(expected)"},
		{"Expected Graduation: May 2026", "2026-05(expected graduation)"},
		{"Graduating in May 2020", "2020-05(graduating)"},
		{"Class of 2020", "2020(class of)"},
		{"2026年3月卒業見込み", "2026-03(卒業見込み)"},
		{"2026年3月 予定", "2026-03(予定)"},
		{"2019年頃", "2019(頃)"},
		{"2020 – 2024 (expected)", "2020..2024(expected)"},
		{"начало 2019", "2019(начало)"},
		{"fin 2019", "2019(fin)"},
		{"Anfang 2019", "2019(anfang)"},
	};

	CHECK_ROWS(rows);
}
END_TEST

/* A date that began and never ended: the word that says so is the end. */
START_TEST(open_starts)
{
	static const struct row rows[] = {
		{"Since 2019", "2019..present"},
		{"since January 2019", "2019-01..present"},
		{"Seit 2018", "2018..present"},
		{"seit 03/2018", "2018-03..present"},
		{"Depuis mars 2018", "2018-03..present"},
		{"desde enero de 2020", "2020-01..present"},
		{"dal 2019", "2019..present"},
		{"sinds 2019", "2019..present"},
		{"vanaf mei 2019", "2019-05..present"},
		{"с 2019", "2019..present"},
		{"с 2019 года", "2019..present"},
		{"ab 2019", "2019..present"},
		{"自2019年起", "2019..present"},
		{"2019年起", "2019..present"},
		{"2019年以来", "2019..present"},
		{"2019年4月から", "2019-04..present"},
		{"2019년 이후", "2019..present"},
		{"2019년 3월부터", "2019-03..present"},
		{"2019 onwards", "2019..present"},
		{"à partir de mai 2019", "2019-05..present"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(words_around_ranges)
{
	static const struct row rows[] = {
		{"from 2019 to 2021", "2019..[to]2021"},
		{"From Jan 2019 until May 2020", "2019-01..[until]2020-05"},
		{"von 2019 bis 2021", "2019..[bis]2021"},
		{"von Mai 2019 bis heute", "2019-05..[bis]present"},
		{"de 2019 à 2021", "2019..[à]2021"},
		{"du 1er janvier 2019 au 31 mars 2020", "2019-01-01..[au]2020-03-31"},
		{"de janvier à mars 2020", "2020-01..[à]2020-03"},
		{"d'avril à août 2019", "2019-04..[à]2019-08"},
		{"d’avril à août 2019", "2019-04..[à]2019-08"},
		{"de enero de 2019 a marzo de 2020", "2019-01..[a]2020-03"},
		{"desde enero de 2019 hasta marzo de 2020", "2019-01..[hasta]2020-03"},
		{"desde 2019 hasta la actualidad", "2019..[hasta]present"},
		{"dal 2019 al 2021", "2019..[al]2021"},
		{"dal 2019 ad oggi", "2019..[ad]present"},
		{"da marzo 2018 a oggi", "2018-03..[a]present"},
		{"с 2019 по н. в.", "2019..[по]present"},
		{"с 2019 по н.в.", "2019..[по]present"},
		{"с марта 2018 по настоящее время", "2018-03..[по]present"},
		{"2019 — по настоящее время", "2019..[по]present"},
		{"с 2015 до 2019 года", "2015..[до]2019"},
		{"2019 t/m 2021", "2019..[t/m]2021"},
		{"van 2019 tot 2021", "2019..[tot]2021"},
		{"自2019年至2021年", "2019..[至]2021"},
		{"从2019年到2021年", "2019..[到]2021"},
		{"自2019年起至今", "2019..present"},
		{"2019年至今", "2019..present"},
		{"2019年4月から2020年3月まで", "2019-04..[から]2020-03"},
		{"2019년부터 2020년까지", "2019..[부터]2020"},
		{"2019년 3월부터 현재까지", "2019-03..[부터]present"},
		{"Since 2019 – present", "2019..present"},
		{"2018 - bis heute", "2018..[bis]present"},
		{"Jan 2019 thru May 2020", "2019-01..[thru]2020-05"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(more_separators)
{
	static const struct row rows[] = {
		{"2019 -> 2021", "2019..2021"},
		{"2019-->2021", "2019..2021"},
		{"2019 ―― 2021", "2019..2021"},
		{"２０１９－２０２１", "2019..2021"},
		{"2019/2020", "2019..2020"},
		{"2018/19", "2018..2019"},
		{"2019-01-15/2020-02-20", "2019-01-15..2020-02-20"},
		{"2019 – 2021", "2019..2021"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(more_open_ends)
{
	static const struct row rows[] = {
		{"2019 to date", "2019..present"},
		{"2019 - date", "2019..present"},
		{"2019 - to present", "2019..[to]present"},
		{"2019 - Present Day", "2019..present"},
		{"2019 – bis dato", "2019..[bis]present"},
		{"2019 - laufend", "2019..present"},
		{"2019 - en cours", "2019..present"},
		{"janvier 2019 à ce jour", "2019-01..[à]present"},
		{"2019 - à ce jour", "2019..[à]present"},
		{"jan 2019 - jusqu'à aujourd'hui", "2019-01..[jusqu'à]present"},
		{"mar 2019 até o momento", "2019-03..[até]present"},
		{"mar 2019 - o momento", "2019-03..present"},
		{"2020 - até o presente momento", "2020..[até]present"},
		{"2019 – hasta la fecha", "2019..[hasta]present"},
		{"2019 a la fecha", "2019..[a]present"},
		{"2019 - in corso", "2019..present"},
		{"2019 - heden", "2019..present"},
		{"2019 tot nu", "2019..[tot]present"},
		{"2019 - nu", "2019..present"},
		{"2019 - наст. время", "2019..present"},
		{"2019 — настоящее время", "2019..present"},
		{"2019 – по сей день", "2019..[по]present"},
		{"2019.03-至今", "2019-03..present"},
		{"2019.03~现在", "2019-03..present"},
		{"2019年4月 現在に至る", "2019-04..present"},
		{"2019年4月　～　在職中", "2019-04..present"},
		{"2019.03 ~ 재직 중", "2019-03..present"},
		{"2019.03 ~ 재직중", "2019-03..present"},
		{"2019 - N", "2019..present"},
		{"2019 - ?", "2019..present"},
		{"2019 - ~", "2019..present"},
		{"2019 – …", "2019..present"},
		{"2019 - ...", "2019..present"},
		{"2020年1月～", "2020-01.."},
		{"2020.1~", "2020-01.."},
		{"Jan 2020 –", "2020-01.."},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(what_the_ends_share)
{
	static const struct row rows[] = {
		{"3 – 15 June 2019", "2019-06-03..2019-06-15"},
		{"3.–15.6.2019", "2019-06-03..2019-06-15"},
		{"15. - 20. Juni 2019", "2019-06-15..2019-06-20"},
		{"June 3 – 15, 2019", "2019-06-03..2019-06-15"},
		{"May 3 – June 15, 2019", "2019-05-03..2019-06-15"},
		{"15 May – 3 June 2019", "2019-05-15..2019-06-03"},
		{"Dec 20 – Jan 3, 2020", "2019-12-20..2020-01-03"},
		{"01.03. - 30.06.2019", "2019-03-01..2019-06-30"},
		{"05 – 08/2016", "2016-05..2016-08"},
		{"2016 May - Aug", "2016-05..2016-08"},
		{"2016 May 3 - Jun 15", "2016-05-03..2016-06-15"},
		{"2016.05 - 08", "2016-05..2016-08"},
		{"2019年4月〜9月", "2019-04..2019-09"},
		{"2019年4月1日〜30日", "2019-04-01..2019-04-30"},
		{"2019/04/01-05/31", "2019-04-01..2019-05-31"},
		{"2019.04.01~05.31", "2019-04-01..2019-05-31"},
		{"2019–21", "2019..2021"},
		{"2008–09", "2008..2009"},
		{"2019 - '21", "2019..2021"},
		{"1999–00", "1999..2000"},
		{"Aug 19 - Mar 2020", "2019-08..2020-03"},
		{"May 19 – Aug 20", "2019-05..2020-08"},
		{"May 19 – June 15, 2020", "2020-05-19..2020-06-15"},
		{"'19 – '21", "2019..2021"},
		{"09/18 - 05/20", "2018-09..2020-05"},
		{"09/18 – present", "2018-09..present"},
		{"06 2019 - 08 2020", "2019-06..2020-08"},
		{"25/02/2020 - 03/04/2020", "2020-02-25..2020-04-03"},
		{"02/25/2020 - 03/04/2020", "2020-02-25..2020-03-04"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(durations)
{
	static const struct row rows[] = {
		{"Jan 2019 - Mar 2021 (2 yrs 3 mos)", "2019-01..2021-03{2 yrs 3 mos}"},
		{"Jan 2019 - Mar 2021 · 2 yrs 3 mos", "2019-01..2021-03{2 yrs 3 mos}"},
		{"2014 - 2019 · 5 years", "2014..2019{5 years}"},
		{"2019年4月～2020年6月 (1年3ヶ月)", "2019-04..2020-06{1年3ヶ月}"},
		{"2019年4月～2022年3月（3年）", "2019-04..2022-03{3年}"},
		{"2019.03 ~ 2021.05 (2년 3개월)", "2019-03..2021-05{2년 3개월}"},
		{"2019 - 2020 (6 Monate)", "2019..2020{6 Monate}"},
		{"2019 - 2020, 1 an", "2019..2020{1 an}"},
		{"2019 – 2021 (2 años y 3 meses)", "2019..2021{2 años y 3 meses}"},
		{"2017 – 2019 (2 года)", "2017..2019{2 года}"},
		{"2012 - 1 year", "2012..{1 year}"},
		{"2014 - 5 years", "2014..{5 years}"},
		{"May 2019 (3 months)", "2019-05{3 months}"},
		{"Jun 2019 – Present (2.5 years)", "2019-06..present{2.5 years}"},
		{"2019 – 2020 [8 months]", "2019..2020{8 months}"},
		{"2019 - 2020 (about 6 months)", "2019..2020{about 6 months}"},
		{"2019 - 2020 (1y 2m)", "2019..2020{1y 2m}"},
	};

	CHECK_ROWS(rows);
}
END_TEST

/* In prose, these would be too much of a guess. */
START_TEST(dates_that_are_the_whole_text)
{
	static const struct row rows[] = {
		{"Aug 98", "1998-08"},
		{"Jan 20", "2020-01"},
		{"15 Jan 20", "2020-01-15"},
		{"2020. 1.", "2020-01"},
		{"15.01.19", "2019-01-15"},
		{"09.18 - 05.20", "2018-09..2020-05"},
		{"June 2026 expected", "2026-06(expected)"},
		{"1/2020 – 1 year 2 months,", "2020-01..{1 year 2 months}"},
	};

	CHECK_WHOLE_ROWS(rows);
}
END_TEST

START_TEST(numbers_that_are_no_dates)
{
	static const char *const texts[] = {"1.2.19",
					    "1/2",
					    "24/7",
					    "3.14",
					    "v1.2.2020",
					    "2020.1.0",
					    "1 year 2012",
					    "2019 early adopters",
					    "ISO 2022",
					    "2,019",
					    "10 000",
					    "1/2 - 3/4",
					    "Jan",
					    "Q1",
					    "Q1 – Q3",
					    "Summer",
					    "Since",
					    "since May",
					    "по настоящее время",
					    "2018-13",
					    "May 2016 – 2017 – 2018",
					    "2019 - Nowhere",
					    "2019 tomato",
					    "31/13/2020",
					    "2019年4月に",
					    "(3 months)",
					    "5 years",
					    "2019 (3 apples)",
					    "13.13.2020",
					    "00.01.2020",
					    "2020-00",
					    "20200101"};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		check_row(&(struct row){texts[i], NULL}, false);
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
	  a_word_makes_it_no_date, numeric_dates, named_months_and_days, east_asian_dates,
	  seasons_and_quarters, qualified_dates, open_starts, words_around_ranges, more_separators,
	  more_open_ends, what_the_ends_share, durations, dates_that_are_the_whole_text,
	  numbers_that_are_no_dates, spellings_of_a_month_agree)
