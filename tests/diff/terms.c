/* What texts say apart from how they are spelled. */
#include "unit.h"

#include "terms.h"

#include "base/buf.h"
#include "diff/words.h"

static struct cvd_arena arena;

static bool same_terms(const char *a, const char *b)
{
	struct cvd_terms x = cvd_terms_of(&arena, cvd_str_from(a), CVD_DECIMAL_POINT);
	struct cvd_terms y = cvd_terms_of(&arena, cvd_str_from(b), CVD_DECIMAL_POINT);
	bool same = x.len == y.len;

	for (size_t i = 0; same && i < x.len; i++)
		same = x.items[i].key == y.items[i].key && x.items[i].number == y.items[i].number;
	return same;
}

START_TEST(numbers_are_values)
{
	static const char *const same[][2] = {
		{"$2m", "$2,000,000"},
		{"$2m", "2 million dollars"},
		{"$2m", "$2 million"},
		{"$2m", "$2M"},
		{"$2.5m", "$2,500,000"},
		{"USD 5", "USD 5"},
		{"50%", "50 percent"},
		{"50%", "50 Prozent"},
		{"50%", "50.0%"},
		{"10k users", "10,000 users"},
		{"10k users", "10 thousand users"},
		{"€3bn", "3 billion euros"},
		{"007", "7"},
		{"1.50", "1.5"},
		{"0", "0.0"},
		{"Led a team.", "led a TEAM"},
		{"Led – a \"team\"", "led a team"},
	};
	static const char *const different[][2] = {
		{"$2m", "$3m"},     {"$2m", "€2m"},    {"$2m", "2m"},
		{"50%", "50"},      {"50%", "5%"},     {"1.5", "15"},
		{"1,500", "1.500"}, {"2m", "2k"},      {"2 million", "2 billion"},
		{"a b", "b a"},     {"team", "teams"}, {"", "a"},
		{"10x", "10"},      {"3rd", "3"},
	};

	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		ck_assert_msg(same_terms(same[i][0], same[i][1]), "'%s' is not '%s'", same[i][0],
			      same[i][1]);
	for (size_t i = 0; i < sizeof different / sizeof *different; i++)
		ck_assert_msg(!same_terms(different[i][0], different[i][1]), "'%s' is '%s'",
			      different[i][0], different[i][1]);
	cvd_arena_free(&arena);
}
END_TEST

static uint64_t key_of(const char *text, enum cvd_decimal decimal)
{
	struct cvd_terms terms = cvd_terms_of(&arena, cvd_str_from(text), decimal);

	ck_assert_msg(terms.len == 1 && terms.items[0].number, "'%s' has %zu terms", text,
		      terms.len);
	return terms.items[0].key;
}

/* One number, written with a mark of each kind; the document's own mark decides where both are possible. */
START_TEST(decimal_marks_and_thousands)
{
	static const struct {
		const char *text, *plain;
		enum cvd_decimal decimal;
	} rows[] = {
		{"1,500", "1500", CVD_DECIMAL_POINT},
		{"1,500", "1.5", CVD_DECIMAL_COMMA},
		{"1.500", "1.5", CVD_DECIMAL_POINT},
		{"1.500", "1500", CVD_DECIMAL_COMMA},
		{"2,5", "2.5", CVD_DECIMAL_COMMA},
		{"2,5", "2.5", CVD_DECIMAL_POINT}, /* no thousands have one digit */
		{"2.5", "2.5", CVD_DECIMAL_COMMA},
		{"1.234.567", "1234567", CVD_DECIMAL_COMMA},
		{"1,234,567", "1234567", CVD_DECIMAL_POINT},
		{"1.234,50", "1234.5", CVD_DECIMAL_POINT},
		{"1.234,50", "1234.5", CVD_DECIMAL_COMMA},
		{"1,234.50", "1234.5", CVD_DECIMAL_POINT},
		{"1,234.50", "1234.5", CVD_DECIMAL_COMMA},
		{"8 000", "8000", CVD_DECIMAL_POINT},
		{"8\u00A0000", "8000", CVD_DECIMAL_POINT},
		{"8\u202F000", "8000", CVD_DECIMAL_COMMA},
		{"1 234 567", "1234567", CVD_DECIMAL_COMMA},
		{"1 234,5", "1234.5", CVD_DECIMAL_COMMA},
		{"8'000", "8000", CVD_DECIMAL_POINT},
		{"8’000", "8000", CVD_DECIMAL_POINT},
		{"50 %", "50%", CVD_DECIMAL_POINT},
		{"50\u00A0%", "50%", CVD_DECIMAL_COMMA},
		{"2,5 Mio", "2500000", CVD_DECIMAL_COMMA},
		{"2,5 Mio. €", "€2500000", CVD_DECIMAL_COMMA},
		{"3 Mrd. €", "€3000000000", CVD_DECIMAL_COMMA},
		{"12 000 €", "€12000", CVD_DECIMAL_COMMA},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ck_assert_msg(key_of(rows[i].text, rows[i].decimal) ==
				      key_of(rows[i].plain, CVD_DECIMAL_POINT),
			      "'%s' is not %s (row %zu)", rows[i].text, rows[i].plain, i);
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(numbers_side_by_side_are_two)
{
	static const char *const rows[] = {"2019 2020", "5 40",   "8 0000",    "8 00",
					   "1000 000",  "3, 400", "7 and 000", "5 million. Yen"};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cvd_terms terms =
			cvd_terms_of(&arena, cvd_str_from(rows[i]), CVD_DECIMAL_POINT);

		ck_assert_msg(terms.len >= 2, "'%s' is one", rows[i]);
	}
	cvd_arena_free(&arena);
}
END_TEST

/* Both versions together tell how they write numbers, whichever comes first. */
START_TEST(documents_tell_their_decimal_mark)
{
	static const struct {
		const char *a, *b;
		enum cvd_decimal want;
	} rows[] = {
		{"- no numbers\n", "- none\n", CVD_DECIMAL_POINT},
		{"- 2,5 years\n", "- none\n", CVD_DECIMAL_COMMA},
		{"- 2.5 years\n", "- none\n", CVD_DECIMAL_POINT},
		{"- 1.000 people\n", "- 2,5 years\n", CVD_DECIMAL_COMMA},
		{"- 1,000 people\n", "- 2.5 years\n", CVD_DECIMAL_POINT},
		{"- 1,000 people\n- 2,000 towns\n", "- 3,5 years\n", CVD_DECIMAL_POINT},
		{"- 1.000,50 €\n", "- 1.000,50 €\n", CVD_DECIMAL_COMMA},
		{"- version 2024.1234\n", "- 10.0.0.1\n", CVD_DECIMAL_POINT},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cvd_document *a = NULL, *b = NULL;
		struct cvd_error error = {0};

		ck_assert_int_eq(cvd_markdown_read(cvd_str_from(rows[i].a), &a, &error), CVD_OK);
		ck_assert_int_eq(cvd_markdown_read(cvd_str_from(rows[i].b), &b, &error), CVD_OK);
		ck_assert_msg(cvd_terms_decimal(a, b) == rows[i].want, "row %zu", i);
		ck_assert_int_eq(cvd_terms_decimal(a, b), cvd_terms_decimal(b, a));
		cvd_document_free(a);
		cvd_document_free(b);
	}
}
END_TEST

START_TEST(terms_keep_their_words)
{
	struct cvd_terms terms = cvd_terms_of(
		&arena, CVD_STR("Saved $2 million dollars, or 50 percent!"), CVD_DECIMAL_POINT);
	static const char *const want[] = {"Saved", "$2 million", "dollars", "or", "50 percent"};

	for (size_t i = 0; i < terms.len && i < 5; i++)
		ck_assert_msg(cvd_str_equal(terms.items[i].text, cvd_str_from(want[i])), "'%.*s'",
			      CVD_STR_ARG(terms.items[i].text));
	ck_assert_uint_eq(terms.len, 5);
	ck_assert(!terms.items[0].number && terms.items[1].number && terms.items[4].number);
	ck_assert_uint_eq(cvd_terms_of(&arena, CVD_STR("–, "), CVD_DECIMAL_POINT).len, 0);
	cvd_arena_free(&arena);
}
END_TEST

/* Shown as `old>new`, one behind the other; an absent one is empty. */
static void check_metrics(const char *old, const char *new, const char *want)
{
	struct cvd_pieces pieces =
		cvd_words_diff(&arena, cvd_str_from(old), cvd_str_from(new), NULL);
	struct cvd_metric *metrics;
	struct cvd_buf shown = {0};
	size_t count;

	cvd_terms_metrics(&arena, cvd_str_from(old), cvd_str_from(new), CVD_DECIMAL_POINT, &pieces,
			  &metrics, &count);
	for (size_t i = 0; i < count; i++)
		cvd_buf_printf(&shown, "%s%.*s>%.*s", i ? " " : "", CVD_STR_ARG(metrics[i].old),
			       CVD_STR_ARG(metrics[i].new));
	assert_text(cvd_buf_str(&shown), want);
	for (size_t i = 0; i < count; i++)
		ck_assert(metrics[i].old.ptr || metrics[i].new.ptr);
	cvd_buf_free(&shown);
	cvd_arena_free(&arena);
}

START_TEST(numbers_that_changed)
{
	check_metrics("grew to $2m in a year", "grew to $3m in a year", "$2m>$3m");
	check_metrics("cut it by 50%", "cut it by 60%", "50%>60%");
	check_metrics("cut it by 50%", "cut it by 50 percent", "");
	check_metrics("grew to $2m", "grew to $2,000,000", "");
	check_metrics("cut the run from 40 minutes to 90 seconds of work",
		      "cut the run from 45 minutes to 80 seconds of work", "40>45 90>80");
	check_metrics("served many users well", "served 300 users well", ">300");
	check_metrics("served 300 users well", "served many users well", "300>");
	check_metrics("built pumps", "built boats", "");
	check_metrics("a 5 and then some words b", "some words b and then a 5", "");
	check_metrics("", "", "");
}
END_TEST

static void check_severity(const char *old, const char *new, enum cvd_severity base,
			   enum cvd_severity want)
{
	struct cvd_pieces pieces =
		cvd_words_diff(&arena, cvd_str_from(old), cvd_str_from(new), NULL);
	struct cvd_metric *metrics;
	size_t count;
	enum cvd_severity got;

	cvd_terms_metrics(&arena, cvd_str_from(old), cvd_str_from(new), CVD_DECIMAL_POINT, &pieces,
			  &metrics, &count);
	got = cvd_terms_severity(&arena, cvd_str_from(old), cvd_str_from(new), CVD_DECIMAL_POINT,
				 count, base);
	ck_assert_msg(got == want, "'%s' to '%s' is %s", old, new, cvd_severity_name(got));
	cvd_arena_free(&arena);
}

START_TEST(severities)
{
	static const struct {
		const char *old, *new;
		enum cvd_severity want;
	} rows[] = {
		{"Built pumps", "Built boats", CVD_CONTENT},
		{"Built pumps", "Built pumps.", CVD_STYLE},
		{"Built pumps", "built Pumps", CVD_STYLE},
		{"Built  pumps", "Built pumps", CVD_STYLE},
		{"“Built” pumps", "\"Built\" pumps", CVD_STYLE},
		{"cut by 50%", "cut by 50 percent", CVD_STYLE},
		{"grew to $2m", "grew to $2,000,000", CVD_STYLE},
		{"grew to $2m", "grew to $3m", CVD_FACT},
		{"served users", "served 300 users", CVD_FACT},
		{"the recieved parts", "the received parts", CVD_STYLE},
		{"the maintainance plan", "the maintenance plan", CVD_STYLE},
		{"the comittee met", "the committee met", CVD_STYLE},
		{"two recieved definately", "two received definitely", CVD_CONTENT}, /* two words */
		{"the pump ran", "the dump ran", CVD_STYLE},   /* no dictionary */
		{"the pump was", "the pump saw", CVD_CONTENT}, /* short words are other words */
		{"by Falk", "by Folk", CVD_CONTENT},           /* a name */
		/* behind an article a capital begins a German noun */
		{"für die Bauleitug", "für die Bauleitung", CVD_STYLE},
		{"in der Verwaltnug tätig", "in der Verwaltung tätig", CVD_STYLE},
		{"bei Bauleitug", "bei Bauleitung", CVD_CONTENT},
		{"für die Bauleitug", "für die bauleitung", CVD_CONTENT},
		{"die Plane", "die Pläne der Stadt", CVD_CONTENT},
		{"rund 8 000 Gäste", "rund 8000 Gäste", CVD_STYLE},
		{"um 50 % gesenkt", "um 50% gesenkt", CVD_STYLE},
		{"um 50 % gesenkt", "um 60% gesenkt", CVD_FACT},
		{"built", "built and sold", CVD_CONTENT},
		{"–", "•", CVD_CONTENT},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		check_severity(rows[i].old, rows[i].new, CVD_CONTENT, rows[i].want);
	check_severity("ines falks", "ines folks", CVD_FACT, CVD_FACT);
	check_severity("Ines Falk", "ines falk", CVD_FACT, CVD_STYLE);
	check_severity("Ines Falk", "Ines Berg", CVD_FACT, CVD_FACT);
}
END_TEST

START_TEST(long_text_takes_linear_time)
{
	struct cvd_buf text = {0};
	struct cvd_pieces pieces;
	struct cvd_metric *metrics;
	size_t count;

	while (text.len < (size_t)1 << 20)
		cvd_buf_printf(&text, "%zu million pumps, ", text.len);
	ck_assert_uint_gt(cvd_terms_of(&arena, cvd_buf_str(&text), CVD_DECIMAL_POINT).len, 50000);
	pieces = cvd_words_diff(&arena, cvd_buf_str(&text), CVD_STR("7 pumps"), NULL);
	cvd_terms_metrics(&arena, cvd_buf_str(&text), CVD_STR("7 pumps"), CVD_DECIMAL_POINT,
			  &pieces, &metrics, &count);
	ck_assert_uint_gt(count, 0);
	cvd_buf_free(&text);
	cvd_arena_free(&arena);
}
END_TEST

UNIT_MAIN("terms", numbers_are_values, decimal_marks_and_thousands, numbers_side_by_side_are_two,
	  documents_tell_their_decimal_mark, terms_keep_their_words, numbers_that_changed,
	  severities, long_text_takes_linear_time)
