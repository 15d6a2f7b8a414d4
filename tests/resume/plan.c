/* Which blocks of a résumé the plan takes for sections, entries and their headers, drawn by show.h. */
#include "show.h"
#include "unit.h"

static void check_reads(const char *source, const char *want)
{
	struct cvd_document *doc = NULL;
	struct cvd_error error = {0};
	struct cvd_buf shown = {0};

	ck_assert_int_eq(cvd_markdown_read(cvd_str_from(source), &doc, &error), CVD_OK);
	show_document(&shown, doc);
	assert_text(cvd_buf_str(&shown), want);
	cvd_buf_free(&shown);
	cvd_document_free(doc);
}

START_TEST(a_heading_below_a_dated_one_is_its_other_half)
{
	static const char *const rows[][2] = {
		/* the one says the post, the other the employer */
		{"## Work\n\n### Nordlys Inc. (Oslo, Norway) 2015 - 2016\n#### Engineer\n\nBuilt pumps.\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys Inc.' location'Oslo, Norway'"
		 " start'2015'=2015 end'2016'=2016\n"
		 "    paragraph 'Built pumps.'\n"},
		/* what no word tells, the other entries do */
		{"## Work\n\n### 2019 – 2021 Engineer\n\n#### Tidewatch\n\nBuilt pumps.\n\n"
		 "### 2017 – 2019 Deckhand\n\n#### Skerry\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Tidewatch' start'2019'=2019 end'2021'=2021\n"
		 "    paragraph 'Built pumps.'\n"
		 "  role title'Deckhand' organization'Skerry' start'2017'=2017 end'2019'=2019\n"},
		{"## Work\n\n### Nordlys Srl\n#### 2019 – 2021\n##### Engineer\n\n"
		 "### Skerry Srl\n#### 2017 – 2019\n##### Project Buoy\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys Srl' start'2019'=2019 end'2021'=2021\n"
		 "  role title'Project Buoy' organization'Skerry Srl' start'2017'=2017"
		 " end'2019'=2019\n"},
		/* but a heading that stands in each of them is a group */
		{"## Work\n\n### Engineer (2019 – 2021)\n\n#### Duties\n\n- a\n\n"
		 "### Deckhand (2017 – 2019)\n\n#### Duties\n\n- b\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' start'2019'=2019 end'2021'=2021\n"
		 "    group title'Duties'\n"
		 "      bullet 'a'\n"
		 "  role title'Deckhand' start'2017'=2017 end'2019'=2019\n"
		 "    group title'Duties'\n"
		 "      bullet 'b'\n"},
		/* and so is one of several */
		{"## Work\n\n### Nordlys Inc. (2019 – 2021)\n#### Tidewatch\n- a\n#### Buoys\n- b\n",
		 "section work title'Work'\n"
		 "  role organization'Nordlys Inc.' start'2019'=2019 end'2021'=2021\n"
		 "    group title'Tidewatch'\n"
		 "      bullet 'a'\n"
		 "    group title'Buoys'\n"
		 "      bullet 'b'\n"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		check_reads(rows[i][0], rows[i][1]);
}
END_TEST

START_TEST(the_first_items_below_a_heading_may_be_its_dates_and_place)
{
	static const char *const rows[][2] = {
		{"## Work\n\n### Nordlys, Engineer\n\n- Feb 2019 – May 2021\n- Oslo, Norway\n"
		 "- Built pumps.\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' location'Oslo, Norway'"
		 " start'Feb 2019'=2019-02 end'May 2021'=2021-05\n"
		 "    bullet 'Built pumps.'\n"},
		{"## Work\n\n### Nordlys, Engineer\n\n- Oslo, Norway\n- 2019 – 2021\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' location'Oslo, Norway'"
		 " start'2019'=2019 end'2021'=2021\n"},
		/* a statement about a year is none */
		{"## Work\n\n### Engineer\n\n- Built pumps in 2019 – 2021\n- Oslo, Norway\n",
		 "section work title'Work'\n"
		 "  role title'Engineer'\n"
		 "    bullet 'Built pumps in 2019 – 2021'\n"
		 "    bullet 'Oslo, Norway'\n"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		check_reads(rows[i][0], rows[i][1]);
}
END_TEST

START_TEST(a_date_alone_stands_above_what_it_dates)
{
	check_reads("## Awards\n\n`2012`\nPresident, *Skerry Society*, London, UK\n",
		    "section awards title'Awards'\n"
		    "  award title'President' organization'Skerry Society' location'London, UK'"
		    " end'2012'=2012\n");
	check_reads(
		"## Work\n\n*2012 – 2014*\nEngineer, Nordlys\nI have built pumps of each kind.\n",
		"section work title'Work'\n"
		"  role title'Engineer' organization'Nordlys' start'2012'=2012 end'2014'=2014\n"
		"    paragraph 'I have built pumps of each kind.'\n");
}
END_TEST

START_TEST(a_heading_may_part_a_section)
{
	check_reads("## Work\n\n### Engineer, Nordlys (2019 – 2021)\n\n### Earlier Experience\n\n"
		    "- Deckhand, Skerry | 2003–2004\n- Cook, Nordlys | 2000–2003\n",
		    "section work title'Work'\n"
		    "  role title'Engineer' organization'Nordlys' start'2019'=2019 end'2021'=2021\n"
		    "  group title'Earlier Experience'\n"
		    "  role title'Deckhand' organization'Skerry' start'2003'=2003 end'2004'=2004\n"
		    "  role title'Cook' organization'Nordlys' start'2000'=2000 end'2003'=2003\n");
	check_reads("## Publications\n\n### Articles\n\n`2012`\nOn pumps\n",
		    "section publications title'Publications'\n"
		    "  group title'Articles'\n"
		    "  publication title'On pumps' end'2012'=2012\n");
}
END_TEST

START_TEST(items_may_begin_with_headings)
{
	check_reads("## Work\n\n1. ### Engineer | Nordlys `2020-2024`\n   I built pumps.\n"
		    "2. ### Deckhand | Skerry `2019 - 2020`\n\n   * Sold ice.\n",
		    "section work title'Work'\n"
		    "  role title'Engineer' organization'Nordlys' start'2020'=2020 end'2024'=2024\n"
		    "    paragraph 'I built pumps.'\n"
		    "  role title'Deckhand' organization'Skerry' start'2019'=2019 end'2020'=2020\n"
		    "    bullet 'Sold ice.'\n");
	check_reads("## Work\n\n### Nordlys Inc. 2019 – 2021\n* ##### Buoys\n  * Built pumps.\n",
		    "section work title'Work'\n"
		    "  role organization'Nordlys Inc.' start'2019'=2019 end'2021'=2021\n"
		    "    group title'Buoys'\n"
		    "      bullet 'Built pumps.'\n");
}
END_TEST

UNIT_MAIN("plan", a_heading_below_a_dated_one_is_its_other_half,
	  the_first_items_below_a_heading_may_be_its_dates_and_place,
	  a_date_alone_stands_above_what_it_dates, a_heading_may_part_a_section,
	  items_may_begin_with_headings)
