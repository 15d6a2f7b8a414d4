/* What begins an entry and what does not (plan*.c): one row for each way of writing, with its traps. */
#include "show.h"
#include "unit.h"

#include "base/text.h"

struct row {
	const char *source, *want;
};

static void check_row(const struct row *row)
{
	struct cvd_document *doc = NULL;
	struct cvd_error error = {0};
	struct cvd_buf shown = {0};

	ck_assert_int_eq(cvd_markdown_read(cvd_str_from(row->source), &doc, &error), CVD_OK);
	show_document(&shown, doc);
	assert_text(cvd_buf_str(&shown), row->want);
	cvd_buf_free(&shown);
	cvd_document_free(doc);
}

#define CHECK_ROWS(rows)                                                                           \
	for (size_t row = 0; row < sizeof(rows) / sizeof *(rows); row++)                           \
	check_row(&(rows)[row])

/* --- headers on several lines --------------------------------------------------------------------- */

START_TEST(a_quote_below_a_heading_holds_place_and_dates)
{
	static const struct row rows[] = {
		{"## Experience\n\n### Nordlys - Test Engineer\n> Oslo, Norway\n> May 2019 - June 2020\n\n"
		 "- Tested buoys\n",
		 "section work title'Experience'\n"
		 "  role title'Test Engineer' organization'Nordlys' location'Oslo, Norway'"
		 " start'May 2019'=2019-05 end'June 2020'=2020-06\n"
		 "    bullet 'Tested buoys'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(items_may_be_lines_of_a_header)
{
	static const struct row rows[] = {
		{"## Experience\n\n**Fjordline**\n* **Engineer**\n* 2014 - 2016\n* Built ferries\n",
		 "section work title'Experience'\n"
		 "  role title'Engineer' organization'Fjordline' start'2014'=2014 end'2016'=2016\n"
		 "    bullet 'Built ferries'\n"},
		/* statements that hold a date */
		{"## Experience\n\n### Engineer, Fjordline\n\n**Ferries**\n"
		 "- Built the ferry of 2014\n- Sold it in 2016\n",
		 "section work title'Experience'\n"
		 "  role title'Engineer' organization'Fjordline'\n"
		 "    group title'Ferries'\n"
		 "      bullet 'Built the ferry of 2014'\n"
		 "      bullet 'Sold it in 2016'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

UNIT_MAIN("entries", a_quote_below_a_heading_holds_place_and_dates, items_may_be_lines_of_a_header)
