/* Which blocks of a résumé the plan takes for sections, entries and their headers, drawn by show.h. */
#include "show.h"
#include "unit.h"

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

START_TEST(lines_below_a_dated_heading)
{
	/* the organization indented like code */
	check_reads(
		"## Work\n\n### May 2019 - June 2021: Engineer\n\n    Skerry Labs\n\nBuilt pumps.\n",
		"section work title'Work'\n"
		"  role title'Engineer' organization'Skerry Labs' start'May 2019'=2019-05"
		" end'June 2021'=2021-06\n"
		"    paragraph 'Built pumps.'\n");
	/* each in a paragraph, the place last */
	check_reads(
		"## Work\n\n### Engineer\n\nSkerry · Internship\n\nMar 2020 - Aug 2020 · 6 mos\n\n"
		"Lyon Area, France\n\nI have built pumps of each kind there.\n",
		"section work title'Work'\n"
		"  role title'Engineer' organization'Skerry' location'Lyon Area, France'"
		" start'Mar 2020'=2020-03 end'Aug 2020'=2020-08 detail'6 mos, Internship'\n"
		"    paragraph 'I have built pumps of each kind there.'\n");
}
END_TEST

START_TEST(what_stands_in_parentheses_is_no_title)
{
	check_reads("## Education\n\n### Skerry Institute (Troy, NY USA) 1999 - 2003\n",
		    "section education title'Education'\n"
		    "  education organization'Skerry Institute' location'Troy, NY USA'"
		    " start'1999'=1999 end'2003'=2003\n");
	check_reads("## Work\n\n### Nordlys Inc. (NLX) 2011.2~2018.12 <8年>\n",
		    "section work title'Work'\n"
		    "  role organization'Nordlys Inc. (NLX)' start'2011.2'=2011-02"
		    " end'2018.12'=2018-12 detail'8年'\n");
}
END_TEST

START_TEST(headings_above_the_first_section)
{
	static const char *const rows[][2] = {
		{"# Ines Falk\n\n## Software engineer\n\n### Skills\n\nGo, C\n\n### Work\n\nNone.\n",
		 "name 'Ines Falk'\n"
		 "headline 'Software engineer'\n"
		 "section skills title'Skills'\n"
		 "  skill 'Go'\n"
		 "  skill 'C'\n"
		 "section work title'Work'\n"
		 "  paragraph 'None.'\n"},
		{"## Ines Falk\n## Software engineer\n\n### Skills\n\nGo, C\n\n### Work\n\nNone.\n",
		 "name 'Ines Falk'\n"
		 "headline 'Software engineer'\n"
		 "section skills title'Skills'\n"
		 "  skill 'Go'\n"
		 "  skill 'C'\n"
		 "section work title'Work'\n"
		 "  paragraph 'None.'\n"},
		/* sections stand below the title of the document, and later beside it */
		{"# Resume\n\n## Work\n\n### Nordlys Inc. (2019 - 2021)\n\n# Skills\n\nGo, C\n",
		 "paragraph 'Resume'\n"
		 "section work title'Work'\n"
		 "  role organization'Nordlys Inc.' start'2019'=2019 end'2021'=2021\n"
		 "section skills title'Skills'\n"
		 "  skill 'Go'\n"
		 "  skill 'C'\n"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		check_reads(rows[i][0], rows[i][1]);
}
END_TEST

START_TEST(paragraphs_that_begin_with_years)
{
	check_reads(
		"## Education\n\n2022 — Pump Design - Ada Quill\n\n2016 — Lean Harbours — Skerry\n\n"
		"2005 — Ph.D in physics — Ashford University  \nwith a thesis on tides\n",
		"section education title'Education'\n"
		"  education title'Pump Design' organization'Ada Quill' end'2022'=2022\n"
		"  education title'Lean Harbours' organization'Skerry' end'2016'=2016\n"
		"  education title'Ph.D in physics' organization'Ashford University'"
		" end'2005'=2005\n"
		"    paragraph 'with a thesis on tides'\n");
	check_reads("## Education\n\nI studied pumps.\n\nThat was in 2005\n",
		    "section education title'Education'\n"
		    "  paragraph 'I studied pumps.'\n"
		    "  paragraph 'That was in 2005'\n");
}
END_TEST

START_TEST(labels_contacts_and_tables_that_are_none)
{
	check_reads("## Skills\n\n**Back end:**\n- Go\n- C\n\n**工具：**\n- Git\n",
		    "section skills title'Skills'\n"
		    "  group title'Back end'\n"
		    "    skill 'Go'\n"
		    "    skill 'C'\n"
		    "  group title'工具'\n"
		    "    skill 'Git'\n");
	check_reads(
		"# Ines Falk\n\n* [Skills](#skills)\n* [How I began](#how)\n\n## Skills\n\nGo, C\n",
		"name 'Ines Falk'\n"
		"bullet '[Skills](#skills)'\n"
		"bullet '[How I began](#how)'\n"
		"section skills title'Skills'\n"
		"  skill 'Go'\n"
		"  skill 'C'\n");
	check_reads(
		"## Profile\n\n| Item | Details |\n| --- | --- |\n| Status | At sea since May 2019 |\n",
		"section other title'Profile'\n"
		"  block 'Item | Details'\n"
		"  block 'Status | At sea since May 2019'\n");
}
END_TEST

START_TEST(years_and_months_in_columns)
{
	check_reads(
		"## 資格\n\n| 年 | 月 | 資格名 |\n| --- | --- | --- |\n| 2003 | 11 | 簿記2級 |\n",
		"section certificates title'資格'\n"
		"  certificate title'簿記2級' end'2003 11'=2003-11\n");
}
END_TEST

START_TEST(sections_below_sections_that_hold_no_entries)
{
	check_reads(
		"# Ines Falk\n\n## Skills\n\n- Go\n\n### Education\n\n- BSc Physics, Skerry College, "
		"2011 - 2014\n\n## Experience\n\n### Engineer, Nordlys AS (2019 - 2021)\n\n- Built "
		"boats.\n",
		"name 'Ines Falk'\n"
		"section skills title'Skills'\n"
		"  skill 'Go'\n"
		"section education title'Education'\n"
		"  education title'BSc Physics' organization'Skerry College' "
		"start'2011'=2011 end'2014'=2014\n"
		"section work title'Experience'\n"
		"  role title'Engineer' organization'Nordlys AS' start'2019'=2019 end'2021'=2021\n"
		"    bullet 'Built boats.'\n");
}
END_TEST

START_TEST(earlier_posts_below_a_later_one)
{
	check_reads("## Work\n\n### Lead Engineer, Nordlys AS (2019 - 2021)\n\n- Led.\n\n"
		    "#### Engineer, Skerry AS (2016 - 2019)\n\n- Built.\n",
		    "section work title'Work'\n"
		    "  role title'Lead Engineer' organization'Nordlys AS' start'2019'=2019 "
		    "end'2021'=2021\n"
		    "    bullet 'Led.'\n"
		    "  role title'Engineer' organization'Skerry AS' start'2016'=2016 end'2019'=2019\n"
		    "    bullet 'Built.'\n");
}
END_TEST

START_TEST(the_person_below_the_name_of_the_document)
{
	check_reads("# Resume\n\n# Ines Falk\n\n### ines@falk.example\n\n## Skills\n\n- Go\n",
		    "paragraph 'Resume'\n"
		    "name 'Ines Falk'\n"
		    "contact 'ines@falk.example'\n"
		    "section skills title'Skills'\n"
		    "  skill 'Go'\n");
	check_reads("[Print](#)\n\n## Skills\n\n- Go\n", "paragraph '[Print](#)'\n"
							 "section skills title'Skills'\n"
							 "  skill 'Go'\n");
}
END_TEST

START_TEST(posts_below_the_dates)
{
	check_reads("## Work\n\n### Nordlys AS\n\n_2019 - 2021_\n\n**Project Manager**\n\n- Led.\n",
		    "section work title'Work'\n"
		    "  role title'Project Manager' organization'Nordlys AS' start'2019'=2019 "
		    "end'2021'=2021\n"
		    "    bullet 'Led.'\n");
}
END_TEST

START_TEST(dates_behind_the_name_of_a_project)
{
	check_reads(
		"## Projects\n\n- **Tidewatch** (Jul 2018 - Mar 2019) - A page that tells when the boats "
		"can leave, written for the harbour and used in four of them.\n- **Lantern** (Jul 2018) - "
		"A lamp that is lit when nobody is at home.\n",
		"section projects title'Projects'\n"
		"  project title'Tidewatch' start'Jul 2018'=2018-07 end'Mar 2019'=2019-03\n"
		"    paragraph 'A page that tells when the boats can leave, written for the harbour and "
		"used in four of them.'\n"
		"  project title'Lantern' start'Jul 2018'=2018-07\n"
		"    paragraph 'A lamp that is lit when nobody is at home.'\n");
}
END_TEST

UNIT_MAIN("plan", a_heading_below_a_dated_one_is_its_other_half,
	  the_first_items_below_a_heading_may_be_its_dates_and_place,
	  a_date_alone_stands_above_what_it_dates, a_heading_may_part_a_section,
	  items_may_begin_with_headings, lines_below_a_dated_heading,
	  what_stands_in_parentheses_is_no_title, headings_above_the_first_section,
	  paragraphs_that_begin_with_years, labels_contacts_and_tables_that_are_none,
	  years_and_months_in_columns, sections_below_sections_that_hold_no_entries,
	  earlier_posts_below_a_later_one, posts_below_the_dates,
	  dates_behind_the_name_of_a_project, the_person_below_the_name_of_the_document)
