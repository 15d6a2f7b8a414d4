/* What begins an entry and what does not (plan*.c): one row for each way of writing, with its traps. */
#include "show.h"
#include "unit.h"

#include "base/text.h"

struct row {
	const char *source, *want;
};

#define CHECK_ROWS(rows)                                                                           \
	for (size_t row = 0; row < sizeof(rows) / sizeof *(rows); row++)                           \
	check_reads((rows)[row].source, (rows)[row].want)

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

/* --- lines above lists ---------------------------------------------------------------------------- */

START_TEST(one_of_several_lines_above_lists_names_its_list)
{
	static const struct row rows[] = {
		{"## Experience\n\n### Nordlys (2019 - 2021)\n"
		 "Desktop Developer for harbour masters, with charts\n- Drew charts\n- Drew buoys\n\n"
		 "Web Portal (a test version is open to all)\n- Built it\n",
		 "section work title'Experience'\n"
		 "  role organization'Nordlys' start'2019'=2019 end'2021'=2021\n"
		 "    group title'Desktop Developer for harbour masters, with charts'\n"
		 "      bullet 'Drew charts'\n"
		 "      bullet 'Drew buoys'\n"
		 "    group title'Web Portal (a test version is open to all)'\n"
		 "      bullet 'Built it'\n"},
		/* one alone says more of the post */
		{"## Experience\n\n### Nordlys (2019 - 2021)\n"
		 "Built portals for harbour masters\n- Drew charts\n",
		 "section work title'Experience'\n"
		 "  role organization'Nordlys' start'2019'=2019 end'2021'=2021\n"
		 "    paragraph 'Built portals for harbour masters'\n"
		 "    bullet 'Drew charts'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(a_list_may_be_of_languages_or_interests_in_another_section)
{
	static const struct row rows[] = {
		{"## Education\n\n- BSc Physics, University of Skerry (2010 - 2013)\n"
		 "- Languages:\n    - German: native\n    - Danish: fluent\n",
		 "section education title'Education'\n"
		 "  education title'BSc Physics' organization'University of Skerry'"
		 " start'2010'=2010 end'2013'=2013\n"
		 "  group title'Languages'\n"
		 "    language detail'native' 'German'\n"
		 "    language detail'fluent' 'Danish'\n"},
		{"## Skills\n\n### Languages\n\n- Go\n- C\n\n### Hobbies\n\n- Rowing\n",
		 "section skills title'Skills'\n"
		 "  group title'Languages'\n"
		 "    skill 'Go'\n"
		 "    skill 'C'\n"
		 "  group title'Hobbies'\n"
		 "    interest 'Rowing'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

/* --- the header in a section ---------------------------------------------------------------------- */

START_TEST(the_name_may_stand_in_a_section)
{
	static const struct row rows[] = {
		{"# CV\n\n## Contact\n\nInes Nora Falk<br>\n02.03.1991\n\n"
		 "[ines@falk.example](mailto:ines@falk.example)\n",
		 "paragraph 'CV'\n"
		 "section other title'Contact'\n"
		 "  name 'Ines Nora Falk'\n"
		 "  contact '02.03.1991'\n"
		 "  contact 'ines@falk.example'\n"},
		{"# CV\n\n## Profile\n\n| Name | Ines Falk |\n|---|---|\n| Birthday | 02.03.1991 |\n",
		 "paragraph 'CV'\n"
		 "section other title'Profile'\n"
		 "  name 'Ines Falk'\n"
		 "  contact 'Birthday: 02.03.1991'\n"},
		/* there is one already */
		{"# Ines Falk\n\n## Contact\n\nNora Falk<br>\n+47 555 01 01\n",
		 "name 'Ines Falk'\n"
		 "section other title'Contact'\n"
		 "  contact 'Nora Falk'\n"
		 "  contact '+47 555 01 01'\n"},
		/* contacts as headings */
		{"# Ines Falk\n\n## Contact\n\n* ### **Telegram**: [@ines](https://t.me/ines)\n",
		 "name 'Ines Falk'\n"
		 "section other title'Contact'\n"
		 "  contact 'Telegram: [@ines](https://t.me/ines)'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

/* --- lists below a name --------------------------------------------------------------------------- */

START_TEST(items_may_be_posts_at_what_stands_above_them)
{
	static const struct row rows[] = {
		{"## Experience\n\n### Nordlys\n\n- Lead Engineer, 01/04/2021 - present.\n"
		 "  - Leads the team\n\n- Engineer, 2019 - 2021.\n",
		 "section work title'Experience'\n"
		 "  role title'Lead Engineer' organization'Nordlys' start'01/04/2021'=2021-04-01"
		 " end'present'=present\n"
		 "    bullet 'Leads the team'\n"
		 "  role title'Engineer' ~organization'Nordlys' start'2019'=2019 end'2021'=2021\n"},
		{"## Education\n\n**Polytechnic of Skerry**\n\n- Master of Physics | 2024\n"
		 "- Bachelor of Physics | 2019 – 2022\n",
		 "section education title'Education'\n"
		 "  education title'Master of Physics' organization'Polytechnic of Skerry'"
		 " end'2024'=2024\n"
		 "  education title'Bachelor of Physics' ~organization'Polytechnic of Skerry'"
		 " start'2019'=2019 end'2022'=2022\n"},
		/* a post with dated statements */
		{"## Experience\n\n### Engineer, Nordlys\n\n- Led the engineers, 2019 - 2021\n",
		 "section work title'Experience'\n"
		 "  role title'Engineer' organization'Nordlys'\n"
		 "    bullet 'Led the engineers, 2019 - 2021'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(a_heading_may_say_of_what_kind_entries_are)
{
	static const struct row rows[] = {
		{"## Education\n\n### Courses\n\n- Sailing for Beginners - Fjord School (May 2019)\n"
		 "- Knots - Fjord School (May 2020)\n",
		 "section education title'Education'\n"
		 "  group title'Courses'\n"
		 "  education title'Sailing for Beginners' organization'Fjord School'"
		 " end'May 2019'=2019-05\n"
		 "  education title'Knots' organization'Fjord School' end'May 2020'=2020-05\n"},
		{"## Publications\n\n### Papers\n\n2019\n: **On knots**, *Ropes*\n",
		 "section publications title'Publications'\n"
		 "  group title'Papers'\n"
		 "  publication title'On knots' organization'Ropes' end'2019'=2019\n"},
		/* the statements of a project are no entries */
		{"## Projects\n\n### Tidewatch\n\n- Released version 1 in May 2019\n- May 2020: rewritten\n",
		 "section projects title'Projects'\n"
		 "  project title'Tidewatch'\n"
		 "    bullet 'Released version 1 in May 2019'\n"
		 "    bullet 'May 2020: rewritten'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(headings_as_high_as_entries_may_be_their_parts)
{
	static const struct row rows[] = {
		{"## Experience\n\n### Nordlys GmbH, Engineer\n\n2019 – 2021\n\n### Responsibilities\n\n"
		 "- Pumps\n\n### Monitoring\n\n- Alarms\n\n### Fjordline AS, Engineer\n\n2017 – 2019\n",
		 "section work title'Experience'\n"
		 "  role title'Engineer' organization'Nordlys GmbH' start'2019'=2019 end'2021'=2021\n"
		 "    group title'Responsibilities'\n"
		 "      bullet 'Pumps'\n"
		 "    group title'Monitoring'\n"
		 "      bullet 'Alarms'\n"
		 "  role title'Engineer' organization'Fjordline AS' start'2017'=2017 end'2019'=2019\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(dates_may_stand_above_the_headings)
{
	static const struct row rows[] = {
		{"## Experience\n\n> 2021-05 - present, Oslo\n\n### Nordlys GmbH: Engineer\n\n- Pumps\n\n"
		 "> 2019-05 - 2021-04, Bergen\n\n### Fjordline AS: Engineer\n\n- Ferries\n",
		 "section work title'Experience'\n"
		 "  role title'Engineer' organization'Nordlys GmbH' location'Oslo' start'2021-05'=2021-05"
		 " end'present'=present\n"
		 "    bullet 'Pumps'\n"
		 "  role title'Engineer' organization'Fjordline AS' location'Bergen'"
		 " start'2019-05'=2019-05 end'2021-04'=2021-04\n"
		 "    bullet 'Ferries'\n"},
		/* below each heading */
		{"## Experience\n\n### Nordlys GmbH: Engineer\n\n2021 - present\n\n"
		 "### Fjordline AS: Engineer\n\n2019 - 2021\n",
		 "section work title'Experience'\n"
		 "  role title'Engineer' organization'Nordlys GmbH' start'2021'=2021 end'present'=present\n"
		 "  role title'Engineer' organization'Fjordline AS' start'2019'=2019 end'2021'=2021\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

/* --- headers and prose ---------------------------------------------------------------------------- */

START_TEST(the_first_clause_of_prose_may_be_a_header)
{
	static const struct row rows[] = {
		{"## Experience\n\n`10.2017 - 12.2018`\n__Nordlys, Norway__ Engineer, project Buoy; I built many "
		 "buoys and sold them along the coast to the harbours of three countries in the north.\n\n"
		 "`2012 - 2013`\n__Fjordline__ Captain, at the helm of a very long ship that sailed to many "
		 "ports along the coast in all the winters.\n",
		 "section work title'Experience'\n"
		 "  role title'Engineer, project Buoy' organization'Nordlys' location'Norway'"
		 " start'10.2017'=2017-10 end'12.2018'=2018-12\n"
		 "    paragraph 'I built many buoys and sold them along the coast to the harbours of three"
		 " countries in the north.'\n"
		 "  role title'Captain' organization'Fjordline' start'2012'=2012 end'2013'=2013\n"
		 "    paragraph 'at the helm of a very long ship that sailed to many ports along the coast in"
		 " all the winters.'\n"},
		{"## Experience\n\n* 2016-2018 [Nordlys](https://nordlys.example), Engineer. Stood in for the "
		 "captain.\n* 2014-2016 [Fjordline](https://fjordline.example), Engineer\n",
		 "section work title'Experience'\n"
		 "  role title'Engineer' organization'Nordlys' start'2016'=2016 end'2018'=2018"
		 " url''=https://nordlys.example\n"
		 "    paragraph 'Stood in for the captain.'\n"
		 "  role title'Engineer' organization'Fjordline' start'2014'=2014 end'2016'=2016"
		 " url''=https://fjordline.example\n"},
		{"## Education\n\n- Physics at the University of Skerry (1998-09 to 2003-08).\n",
		 "section education title'Education'\n"
		 "  education title'Physics' organization'University of Skerry' start'1998-09'=1998-09"
		 " end'2003-08'=2003-08\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(a_year_may_begin_an_item)
{
	static const struct row rows[] = {
		{"## Awards\n\n- 2018 Skerry University Sailing Cup (top 5%)\n- 2019 Best Knot\n",
		 "section awards title'Awards'\n"
		 "  award title'Skerry University Sailing Cup (top 5%)' end'2018'=2018\n"
		 "  award title'Best Knot' end'2019'=2019\n"},
		/* of a name */
		{"## Projects\n\n### 2048 Sails\n\n- Sewn by hand\n",
		 "section projects title'Projects'\n"
		 "  project title'2048 Sails'\n"
		 "    bullet 'Sewn by hand'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(punctuation_is_no_field)
{
	static const struct row rows[] = {
		{"## Experience\n\n### Freelance( 2021 - )\n\n- Pumps\n\n"
		 "### Engineer at Nordlys(2019 - 2020)\n",
		 "section work title'Experience'\n"
		 "  role title'Freelance' start'2021'=2021 end''=present\n"
		 "    bullet 'Pumps'\n"
		 "  role title'Engineer' organization'Nordlys' start'2019'=2019 end'2020'=2020\n"},
		{"## Education\n\n**Agronomist**-*[Skerry College](https://skerry.example)* (1996-2003)\n",
		 "section education title'Education'\n"
		 "  education title'Agronomist' organization'Skerry College' start'1996'=1996"
		 " end'2003'=2003 url''=https://skerry.example\n"},
		/* a country in a name that is all there is */
		{"## Experience\n\n### Nordlys! NORWAY (2008 - )\n",
		 "section work title'Experience'\n"
		 "  role title'Nordlys! NORWAY' start'2008'=2008 end''=present\n"},
		/* a legal form in front of the date */
		{"## Experience\n\n### <span>Nordlys Co., Ltd</span> <span>Sep 2018 - Oct 2020</span>\n",
		 "section work title'Experience'\n"
		 "  role organization'Nordlys Co., Ltd' start'Sep 2018'=2018-09 end'Oct 2020'=2020-10\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

/* --- what only looks like something else ------------------------------------------------------------- */

START_TEST(sections_may_stand_in_an_item)
{
	static const struct row rows[] = {
		{"# Ines Falk\n\n- ## Experience\n\n  ### Engineer - Nordlys AS\n\n  📅 2020 - present\n\n"
		 "  - Pumps\n\n  ## Education\n\n  🎓 **Physics** - University of Skerry (2016 - 2018)\n"
		 "  🎓 **Knots** - Fjord College (2015)\n",
		 "name 'Ines Falk'\n"
		 "section work title'Experience'\n"
		 "  role title'Engineer' organization'Nordlys AS' start'2020'=2020 end'present'=present\n"
		 "    bullet 'Pumps'\n"
		 "section education title'Education'\n"
		 "  education title'Physics' organization'University of Skerry' start'2016'=2016"
		 " end'2018'=2018\n"
		 "  education title'Knots' organization'Fjord College' end'2015'=2015\n"},
		/* one heading in an item is a statement */
		{"## Experience\n\n- ## Pumps\n- Ferries\n", "section work title'Experience'\n"
							     "  bullet 'Pumps'\n"
							     "  bullet 'Ferries'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(a_heading_between_name_and_sections_is_the_headline)
{
	static const struct row rows[] = {
		{"# Ines Falk\n\n## Ferry Captain\n\n### Experience\n\n- Pumps\n\n### Skills\n\n- Knots\n",
		 "name 'Ines Falk'\n"
		 "headline 'Ferry Captain'\n"
		 "section work title'Experience'\n"
		 "  bullet 'Pumps'\n"
		 "section skills title'Skills'\n"
		 "  skill 'Knots'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(names_with_statements_are_projects)
{
	static const struct row rows[] = {
		{"## Projects\n\n- **Tidewatch**\n  - Tells the tide\n- [Buoy](https://buoy.example)\n"
		 "  - Floats\n",
		 "section projects title'Projects'\n"
		 "  project title'Tidewatch'\n"
		 "    bullet 'Tells the tide'\n"
		 "  project title'Buoy' url''=https://buoy.example\n"
		 "    bullet 'Floats'\n"},
		/* a table of what a person is good at */
		{"## Harbours of mine\n\n| Item | Detail |\n| --- | --- |\n| Knots | Ties any |\n",
		 "section other title'Harbours of mine'\n"
		 "  block 'Item | Detail'\n"
		 "  block 'Knots | Ties any'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

UNIT_MAIN("entries", a_list_may_be_of_languages_or_interests_in_another_section,
	  one_of_several_lines_above_lists_names_its_list, the_name_may_stand_in_a_section,
	  a_quote_below_a_heading_holds_place_and_dates, items_may_be_lines_of_a_header,
	  items_may_be_posts_at_what_stands_above_them, a_heading_may_say_of_what_kind_entries_are,
	  headings_as_high_as_entries_may_be_their_parts, dates_may_stand_above_the_headings,
	  the_first_clause_of_prose_may_be_a_header, a_year_may_begin_an_item,
	  punctuation_is_no_field, sections_may_stand_in_an_item,
	  a_heading_between_name_and_sections_is_the_headline, names_with_statements_are_projects)
