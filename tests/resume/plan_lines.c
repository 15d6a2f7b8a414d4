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
		/* indented like code */
		{"## Work\n\n### 2019 – 2020 : Engineer\n\n    Nordlys https://nordlys.example\n\nBuilt "
		 "pumps.\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys https://nordlys.example' start'2019'=2019"
		 " end'2020'=2020\n"
		 "    paragraph 'Built pumps.'\n"},
		/* a line that is no name's end goes on */
		{"## Education\n\n**BSc Physics**; University of\nSkerry, 2019\n",
		 "section education title'Education'\n"
		 "  education title'BSc Physics' organization'University of Skerry' end'2019'=2019\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(headings_below_a_dated_heading)
{
	static const char *const rows[][2] = {
		{"## Work\n\n### Nordlys 2019 – 2020\n\n#### Engineer\n\nBuilt pumps.\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'2019'=2019 end'2020'=2020\n"
		 "    paragraph 'Built pumps.'\n"},
		{"## Work\n\n### Engineer (2019 – 2020)\n\n#### At Nordlys\n\n- Built pumps.\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'2019'=2019 end'2020'=2020\n"
		 "    bullet 'Built pumps.'\n"},
		/* but others are groups */
		{"## Work\n\n### Nordlys 2019 – 2020\n\n#### Pumps\n\n- Built them.\n",
		 "section work title'Work'\n"
		 "  role title'Nordlys' start'2019'=2019 end'2020'=2020\n"
		 "    group title'Pumps'\n"
		 "      bullet 'Built them.'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(items)
{
	static const char *const rows[][2] = {
		/* that begin with a range, and a link above that names the employer */
		{"## Work\n\n[Nordlys](https://nordlys.example)\n\n- 2020 – 2021: Pumps\n- 2019 – 2020: "
		 "Buoys\n",
		 "section work title'Work'\n"
		 "  role title'Pumps' organization'Nordlys' start'2020'=2020 end'2021'=2021"
		 " url''=https://nordlys.example\n"
		 "  role title'Buoys' ~organization'Nordlys' start'2019'=2019 end'2020'=2020"
		 " ~url''=https://nordlys.example\n"},
		/* with headings */
		{"## Work\n\n1. ### Engineer | Nordlys `2019 – 2020`\n\n   Pumps.\n\n   #### Done\n\n   * "
		 "Built them.\n2. ### Cook | Skerry `2018`\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'2019'=2019 end'2020'=2020\n"
		 "    paragraph 'Pumps.'\n"
		 "    group title'Done'\n"
		 "      bullet 'Built them.'\n"
		 "  role title'Cook' organization'Skerry' start'2018'=2018\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(pieces_hold_together)
{
	static const char *const rows[][2] = {
		{"## Projects\n\n### The game \"Skerry: Bright Nights\" (2019)\n",
		 "section projects title'Projects'\n"
		 "  project title'The game \"Skerry: Bright Nights\"' start'2019'=2019\n"},
		{"## Work\n\n- *Engineer*, Nordlys, 2019.\\\n- *Cook*, Skerry, 2018.\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'2019'=2019\n"
		 "  role title'Cook' organization'Skerry' start'2018'=2018\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(labels_of_lists)
{
	static const char *const rows[][2] = {
		{"## Skills\n\n**Languages**\n- Go\n- Rust\n", "section skills title'Skills'\n"
							       "  group title'Languages'\n"
							       "    skill 'Go'\n"
							       "    skill 'Rust'\n"},
		/* an address is none */
		{"## Work\n\n### Engineer\n*2019*\n\nhttps://nordlys.example\n\n- Built pumps.\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' start'2019'=2019\n"
		 "    paragraph 'https://nordlys.example'\n"
		 "    bullet 'Built pumps.'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(the_heading_below_the_name)
{
	static const char *const rows[][2] = {
		{"Ines Falk\n===\n\nMarine Engineer\n---\n\n- Email: i@falk.example\n\nWork\n---\n",
		 "name 'Ines Falk'\n"
		 "headline 'Marine Engineer'\n"
		 "contact 'i@falk.example'\n"
		 "section work title'Work'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

UNIT_MAIN("plan", lines_below_a_heading, headings_below_a_dated_heading, items,
	  pieces_hold_together, labels_of_lists, the_heading_below_the_name)
