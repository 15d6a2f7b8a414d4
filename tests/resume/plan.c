/* What begins an entry, and which lines belong to it: shapes that the dialects' fixtures do not show. */
#include "show.h"
#include "unit.h"

#include "base/text.h"

static struct cvd_document *read_markdown(struct cvd_str source)
{
	struct cvd_document *doc = NULL;
	struct cvd_error error = {0};

	ck_assert_int_eq(cvd_markdown_read(source, &doc, &error), CVD_OK);
	ck_assert_ptr_nonnull(doc);
	return doc;
}

static void check_reads(const char *source, const char *want)
{
	struct cvd_document *doc = read_markdown(cvd_str_from(source));
	struct cvd_buf shown = {0};

	show_document(&shown, doc);
	assert_text(cvd_buf_str(&shown), want);
	cvd_buf_free(&shown);
	cvd_document_free(doc);
}

#define CHECK_ROWS(rows)                                                                           \
	do {                                                                                       \
		for (size_t row = 0; row < sizeof(rows) / sizeof *(rows); row++)                   \
			check_reads((rows)[row][0], (rows)[row][1]);                               \
	} while (0)

START_TEST(lines_below_a_heading)
{
	static const char *const rows[][2] = {
		/* in a quote */
		{"## Work\n\n### Engineer\n\n> Period: 2019 – 2020\n\n- Built pumps.\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' start'2019'=2019 end'2020'=2020\n"
		 "    bullet 'Built pumps.'\n"},
		/* behind a sentence, which is content; the post below the dates */
		{"## Work\n\n### Nordlys\n\nMakes pumps for ferries.\n\nMay 2019 – June 2020\n\n"
		 "Senior engineer\n\n- Built pumps.\n",
		 "section work title'Work'\n"
		 "  role title'Senior engineer' organization'Nordlys' start'May 2019'=2019-05"
		 " end'June 2020'=2020-06\n"
		 "    paragraph 'Makes pumps for ferries.'\n"
		 "    bullet 'Built pumps.'\n"},
		/* but a post is said once, and a sentence is none */
		{"## Work\n\n### Engineer, Nordlys\n*2019*\n\nTeam lead\n\n- Built pumps.\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'2019'=2019\n"
		 "    group title'Team lead'\n"
		 "      bullet 'Built pumps.'\n"},
		{"## Work\n\n### Nordlys\n*2019*\n\nI was an engineer.\n",
		 "section work title'Work'\n"
		 "  role title'Nordlys' start'2019'=2019\n"
		 "    paragraph 'I was an engineer.'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

UNIT_MAIN("plan", lines_below_a_heading)
