/* Entries that no date tells: names in lists, strong lines, and what stands beside dated ones. */
#include "show.h"
#include "unit.h"

#define CHECK_ROWS(rows)                                                                           \
	do {                                                                                       \
		for (size_t row = 0; row < sizeof(rows) / sizeof *(rows); row++)                   \
			check_reads((rows)[row][0], (rows)[row][1]);                               \
	} while (0)

START_TEST(items_that_are_names)
{
	static const char *const rows[][2] = {
		/* what is said of it stands behind the name */
		{"## Projects\n\n- **Tidewatch:** Shows the tides.\n- [Buoys](https://b.example) - on a map\n",
		 "section projects title'Projects'\n"
		 "  project title'Tidewatch'\n"
		 "    paragraph 'Shows the tides.'\n"
		 "  project title'Buoys' url''=https://b.example\n"
		 "    paragraph 'on a map'\n"},
		/* one of them need not be set apart */
		{"## Projects\n\n- [Buoys](https://b.example): On a map.\n- Skerry Days: The festival's page, by hand.\n",
		 "section projects title'Projects'\n"
		 "  project title'Buoys' url''=https://b.example\n"
		 "    paragraph 'On a map.'\n"
		 "  project title'Skerry Days'\n"
		 "    paragraph 'The festival's page, by hand.'\n"},
		/* a plain name is all of the item */
		{"## Projects\n\n- Rope, pump and winch tests for [Skerry](https://s.example)\n- Ferry planner\n",
		 "section projects title'Projects'\n"
		 "  project title'Rope, pump and winch tests for Skerry' url''=https://s.example\n"
		 "  project title'Ferry planner'\n"},
		{"## Certificates\n\n- First aid (in progress)\n- [Radio operator](https://r.example)\n",
		 "section certificates title'Certificates'\n"
		 "  certificate title'First aid' detail'in progress'\n"
		 "  certificate title'Radio operator' url''=https://r.example\n"},
		/* a note at the end is of the document */
		{"## Certificates\n\n- First aid, 2019\n- Radio operator, 2021\n\n---\n\n*Last updated: May 2024*\n",
		 "section certificates title'Certificates'\n"
		 "  certificate title'First aid' end'2019'=2019\n"
		 "  certificate title'Radio operator' end'2021'=2021\n"
		 "  paragraph 'Last updated: May 2024'\n"},
		/* at work only names that are set apart are entries */
		{"## Work\n\n- [Nordlys](https://n.example)\n- [Skerry](https://s.example)\n",
		 "section work title'Work'\n"
		 "  role organization'Nordlys' url''=https://n.example\n"
		 "  role organization'Skerry' url''=https://s.example\n"},
		{"## Work\n\n- Built pumps\n- Tested winches\n", "section work title'Work'\n"
								 "  bullet 'Built pumps'\n"
								 "  bullet 'Tested winches'\n"},
		/* below a strong name they are what was done */
		{"## Projects\n\n**Tidewatch**\n\n- Drew the map\n- Fixed the clock\n",
		 "section projects title'Projects'\n"
		 "  group title'Tidewatch'\n"
		 "    bullet 'Drew the map'\n"
		 "    bullet 'Fixed the clock'\n"},
		/* and sentences are none */
		{"## Projects\n\n- Drew the map of all the buoys.\n- Ferry planner\n",
		 "section projects title'Projects'\n"
		 "  bullet 'Drew the map of all the buoys.'\n"
		 "  bullet 'Ferry planner'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(strong_lines_that_are_names)
{
	static const char *const rows[][2] = {
		{"## Projects\n\n**Tidewatch**  \n*C, SQLite*\n- Shows the tides.\n\n**Buoys**  \n*Go*\n- Maps.\n",
		 "section projects title'Projects'\n"
		 "  project title'Tidewatch'\n"
		 "    skill 'C'\n"
		 "    skill 'SQLite'\n"
		 "    bullet 'Shows the tides.'\n"
		 "  project title'Buoys'\n"
		 "    paragraph 'Go'\n"
		 "    bullet 'Maps.'\n"},
		{"## Work\n\n**Nordlys Ltd**\n\n- Pumps.\n\n**Skerry Ltd**\n\n- Winches.\n",
		 "section work title'Work'\n"
		 "  role organization'Nordlys Ltd'\n"
		 "    bullet 'Pumps.'\n"
		 "  role organization'Skerry Ltd'\n"
		 "    bullet 'Winches.'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(entries_in_no_section)
{
	static const char *const rows[][2] = {
		/* nor does one whose title stands in a comment */
		{"Ada Lane\n\n<!--\n## Experience\n-->\n\n#### Limiter\n### Limiter\n",
		 "name 'Ada Lane'\n"
		 "section work\n"
		 "  role title'Limiter'\n"
		 "section other title'Limiter'\n"},
		{"# Ada Ray\n\n## Nordlys Ltd, Engineer (2019 - 2021)\n\n- Pumps.\n\n"
		 "## Skerry University, BSc Physics (2015 - 2018)\n\n## Skills\n\nC, Go\n",
		 "name 'Ada Ray'\n"
		 "section work\n"
		 "  role title'Engineer' organization'Nordlys Ltd' start'2019'=2019 end'2021'=2021\n"
		 "    bullet 'Pumps.'\n"
		 "section education\n"
		 "  education title'BSc Physics' organization'Skerry University' start'2015'=2015"
		 " end'2018'=2018\n"
		 "section skills title'Skills'\n"
		 "  skill 'C'\n"
		 "  skill 'Go'\n"},
		/* one alone is a section of its own */
		{"# Ada Ray\n\n## Pumps (2019 - 2021)\n\n- Built.\n\n## Skills\n\nC, Go\n",
		 "name 'Ada Ray'\n"
		 "section other title'Pumps (2019 - 2021)'\n"
		 "  bullet 'Built.'\n"
		 "section skills title'Skills'\n"
		 "  skill 'C'\n"
		 "  skill 'Go'\n"},
		/* a summary of dated items is a career */
		{"## Career summary\n\n- 2019 - 2021: Engineer\n- 2015 - 2018: Deckhand\n",
		 "section work title'Career summary'\n"
		 "  role title'Engineer' start'2019'=2019 end'2021'=2021\n"
		 "  role title'Deckhand' start'2015'=2015 end'2018'=2018\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(lines_of_links_papers_and_degrees)
{
	static const char *const rows[][2] = {
		/* keywords, a line each, below a heading that says so */
		{"## Work\n\n### Deckhand at Nordlys\n\n2019 - 2021\n\n#### Skills for Deckhand at Nordlys\n\n"
		 "Splicing\n\nKnots (bends)\n\nI was paid for reading the charts aloud, too.\n",
		 "section work title'Work'\n"
		 "  role title'Deckhand' organization'Nordlys' start'2019'=2019 end'2021'=2021\n"
		 "    group title'Skills for Deckhand at Nordlys'\n"
		 "      skill 'Splicing'\n"
		 "      skill 'Knots (bends)'\n"
		 "      paragraph 'I was paid for reading the charts aloud, too.'\n"},
		/* what was learned need not be dated */
		{"## Education\n\n- Skerry College.\n- [Diploma in Knots](https://k.example) ([Certificate](https://c.example))\n"
		 "- Reads a lot.\n",
		 "section education title'Education'\n"
		 "  education organization'Skerry College'\n"
		 "  education title'Diploma in Knots' url''=https://k.example https://c.example\n"
		 "  bullet 'Reads a lot.'\n"},
		/* nor what stands beside dated posts */
		{"## Expérience\n\n- Stage à [Tidewatch](https://t.example) (6 mois)\n- [Nordlys](https://n.example) (2016)\n"
		 "- [Skerry Days](https://s.example) (2019)\n",
		 "section work title'Expérience'\n"
		 "  role title'Stage' organization'Tidewatch' url''=https://t.example"
		 " detail'6 mois'\n"
		 "  role organization'Nordlys' start'2016'=2016 url''=https://n.example\n"
		 "  role organization'Skerry Days' start'2019'=2019 url''=https://s.example\n"},
		/* both words of the degree are titles of sections, too */
		{"## Formation\n\n### Université de Skerry\n\n#### Licence Informatique\n*2004 – 2008*\n",
		 "section education title'Formation'\n"
		 "  education title'Licence Informatique' organization'Université de Skerry'"
		 " start'2004'=2004 end'2008'=2008\n"},
		/* a line that is a link says where the entry leads */
		{"## Projects\n\n### Tidewatch\n\nShows tides.\n\n[Store](https://t.example/x)\n\nIn C.\n",
		 "section projects title'Projects'\n"
		 "  project title'Tidewatch' url''=https://t.example/x\n"
		 "    paragraph 'Shows tides.'\n"
		 "    paragraph 'In C.'\n"},
		{"## Work\n\n*2019 - 2021*  \n**Nordlys Ltd**  \n[n.example](https://n.example)  \nPumps.\n",
		 "section work title'Work'\n"
		 "  role organization'Nordlys Ltd' start'2019'=2019 end'2021'=2021"
		 " url''=https://n.example\n"
		 "    paragraph 'Pumps.'\n"},
		{"## Work\n\n- **net-loft**\n  - Study project\n"
		 "  - [source](https://n.example/s) / [demo](https://n.example/d)\n"
		 "  - Sorts nets by their meshes.\n  - Go, SQLite, Sass,\n"
		 "- **what do you fish**\n  - Asks for fish.\n",
		 "section work title'Work'\n"
		 "  role title'net-loft' url''=https://n.example/s https://n.example/d\n"
		 "    bullet 'Study project'\n"
		 "    bullet 'Sorts nets by their meshes.'\n"
		 "    skill 'Go'\n"
		 "    skill 'SQLite'\n"
		 "    skill 'Sass'\n"
		 "  role title'what do you fish'\n"
		 "    bullet 'Asks for fish.'\n"},
		/* but not if the header has one */
		{"## Projects\n\n### [Buoys](https://b.example)\n\n[Store](https://t.example/x)\n",
		 "section projects title'Projects'\n"
		 "  project title'Buoys' url''=https://b.example\n"
		 "    paragraph '[Store](https://t.example/x)'\n"},
		/* nor from a comment */
		{"## Projects\n\n### Buoys\n\n<!-- [Store](https://t.example/x) -->\n",
		 "section projects title'Projects'\n"
		 "  project title'Buoys'\n"},
		/* what stands above a position in a comment says nothing of it alone */
		{"## Experience\n\n### Nordlys\n<!--\n#### Cook | 2022\n-->\n",
		 "section work title'Experience'\n"
		 "  role title'Nordlys'\n"},
		{"## Experience\n\n### Nordlys\n<!--\n#### Smith | 2024\n-->\n\n#### Cook | 2022\n",
		 "section work title'Experience'\n"
		 "  role title'Cook' organization'Nordlys' start'2022'=2022\n"},
		/* certificates as paragraphs, one with its courses */
		{"## Certificates\n\n[Radio operator](https://r.example)\n\nNavigation, Skerry College:\n\n- Charts\n- Stars\n",
		 "section certificates title'Certificates'\n"
		 "  certificate title'Radio operator' url''=https://r.example\n"
		 "  certificate title'Navigation' organization'Skerry College'\n"
		 "    bullet 'Charts'\n"
		 "    bullet 'Stars'\n"},
		{"## Certificates\n\nI have a few, which I will show to you gladly when we meet.\n\n[Here](https://r.example)\n",
		 "section certificates title'Certificates'\n"
		 "  paragraph 'I have a few, which I will show to you gladly when we meet.'\n"
		 "  paragraph '[Here](https://r.example)'\n"},
		/* one with its parts, each with a page below it */
		{"## Certificates\n\n- **Rigging: Knots, Bends, and Hitches (Basic)** – Skerry *(Sep 2022)*  \n"
		 "  [Link](https://r.example/1)\n\n    - **Whipping** *(May 2022)*  \n"
		 "    [Link](https://r.example/2)\n",
		 "section certificates title'Certificates'\n"
		 "  certificate title'Rigging: Knots, Bends, and Hitches (Basic)'"
		 " organization'Skerry' end'Sep 2022'=2022-09 url''=https://r.example/1\n"
		 "  certificate title'Whipping' end'May 2022'=2022-05 url''=https://r.example/2\n"},
		/* the degree below the school */
		{"## Education\n\n### Skerry University 2011 - 2014\n\n- BSc Physics\n- Wrote on tides.\n",
		 "section education title'Education'\n"
		 "  education title'BSc Physics' organization'Skerry University' start'2011'=2011"
		 " end'2014'=2014\n"
		 "    bullet 'Wrote on tides.'\n"},
		/* lines of a header in the front matter */
		{"---\nname: Ada Ray\nheader:\n  - text: <b class=\"i\"></b> ada@ray.example\n    link: mailto:ada@ray.example\n  - text: a.example\n    link: https://a.example\n---\n\n## Work\n",
		 "name 'Ada Ray'\n"
		 "contact 'ada@ray.example'\n"
		 "contact 'a.example'\n"
		 "section work title'Work'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(headings_that_only_say_of_what_kind)
{
	static const char *const rows[][2] = {
		/* titles of sections inside of projects name their parts */
		{"# Ada Ray\n\n## Project: [Tidewatch](https://t.example)\n\n### Work experience:\n\n- 2020.3 - now\n\n"
		 "### Main tasks\n\n- Wrote tables.\n\n## Project: Skerry Lights\n\n### Work experience:\n\n"
		 "- 2018.7 - 2020.3\n\n### Main tasks\n\n- Drew lights.\n",
		 "name 'Ada Ray'\n"
		 "section projects\n"
		 "  project title'Tidewatch' start'2020.3'=2020-03 end'now'=present url''=https://t.example\n"
		 "    group title'Main tasks'\n"
		 "      bullet 'Wrote tables.'\n"
		 "  project title'Skerry Lights' start'2018.7'=2018-07 end'2020.3'=2020-03\n"
		 "    group title'Main tasks'\n"
		 "      bullet 'Drew lights.'\n"},
		/* but one project is none of several, and sections may stand beside them */
		{"# Ada Ray\n\n## Work\n\n### Acme (2019 - 2021)\n\n## Project: Tidewatch\n\n- Tables.\n",
		 "name 'Ada Ray'\n"
		 "section work title'Work'\n"
		 "  role organization'Acme' start'2019'=2019 end'2021'=2021\n"
		 "section other title'Project: Tidewatch'\n"
		 "  bullet 'Tables.'\n"},
		/* dated lines that say all that a header does */
		{"## Education\n\n### Courses\n\n**Sailing**, Skerry School, 2019\n\n### Others\n\n"
		 "**Knots**, Harbour School, 2018\n",
		 "section education title'Education'\n"
		 "  group title'Courses'\n"
		 "  education title'Sailing' organization'Skerry School' end'2019'=2019\n"
		 "  group title'Others'\n"
		 "  education title'Knots' organization'Harbour School' end'2018'=2018\n"},
		{"## Work\n\n### Acme\n\n**Engineer**, Bergen (2019 - 2021)\n\n**Analyst**, Oslo (2017 - 2019)\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Acme' location'Bergen' start'2019'=2019"
		 " end'2021'=2021\n"
		 "  role title'Analyst' ~organization'Acme' location'Oslo' start'2017'=2017"
		 " end'2019'=2019\n"},
		{"## Education\n\n### Skerry School 2011 - 2014\n\n### Others\n\n- Knots, Harbour School (30h)\n",
		 "section education title'Education'\n"
		 "  education organization'Skerry School' start'2011'=2011 end'2014'=2014\n"
		 "  group title'Others'\n"
		 "  education title'Knots' organization'Harbour School' detail'30h'\n"},
		/* what follows a table of one row is the entry's */
		{"## Work\n\n| **Nordlys Ltd** | 2020 - 2023 |\n| --- | --- |\n\n- Pumps.\n",
		 "section work title'Work'\n"
		 "  role organization'Nordlys Ltd' start'2020'=2020 end'2023'=2023\n"
		 "    bullet 'Pumps.'\n"},
		/* a degree and a school, in either order */
		{"## Education\n\nBachelor of Arts - Physics\n\nSkerry University, Oslo\n\nHarbour University\n\nMaster of Arts\n",
		 "section education title'Education'\n"
		 "  education title'Bachelor of Arts - Physics' organization'Skerry University' location'Oslo'\n"
		 "  education title'Master of Arts' organization'Harbour University'\n"},
		{"## Education\n\nBachelor of Arts\n\nMaster of Arts\n\nSkerry was fun.\n",
		 "section education title'Education'\n"
		 "  paragraph 'Bachelor of Arts'\n"
		 "  paragraph 'Master of Arts'\n"
		 "  paragraph 'Skerry was fun.'\n"},
		/* a second post below one term */
		{"## Work\n\nHarbour Club\n: Cook, 2014 - 2016\n: Head cook, 2016 - 2018\n: Cooked.\n\nAfloat.\n",
		 "section work title'Work'\n"
		 "  role title'Cook' organization'Harbour Club' start'2014'=2014 end'2016'=2016\n"
		 "  role title'Head cook' ~organization'Harbour Club' start'2016'=2016"
		 " end'2018'=2018\n"
		 "    bullet 'Cooked.'\n"
		 "  paragraph 'Afloat.'\n"},
		/* a sentence without spaces names nothing */
		{"## Work\n\n### Nordlys (2019 - 2021)\n\n社内システムの開発を担当した\n\n- 設計\n\n主要業務\n\n- 運用\n",
		 "section work title'Work'\n"
		 "  role organization'Nordlys' start'2019'=2019 end'2021'=2021\n"
		 "    paragraph '社内システムの開発を担当した'\n"
		 "    bullet '設計'\n"
		 "    group title'主要業務'\n"
		 "      bullet '運用'\n"},
		/* a post among projects is one still */
		{"## Projects\n\n### Nordlys Bank, Denver, USA\n\n#### Senior Engineer\n*Mar 2020 - Dec 2022*\n",
		 "section projects title'Projects'\n"
		 "  project title'Senior Engineer' organization'Nordlys Bank' location'Denver, USA'"
		 " start'Mar 2020'=2020-03 end'Dec 2022'=2022-12\n"},
		/* a long name among those that are set apart */
		{"## Projects\n\n- [Buoys](https://b.example)\n- **Tides**\n- Thesis: how buoys of steel and of"
		 " wood drift in the harbour of Skerry\n",
		 "section projects title'Projects'\n"
		 "  project title'Buoys' url''=https://b.example\n"
		 "  project title'Tides'\n"
		 "  project title'Thesis: how buoys of steel and of wood drift in the harbour of Skerry'\n"},
		/* a logo leads where the heading does */
		{"## Projects\n\n### [Buoys](https://b.example) [![logo](l.png)](https://b.example/)\n",
		 "section projects title'Projects'\n"
		 "  project title'Buoys' url''=https://b.example l.png detail'logo'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

UNIT_MAIN("plan-undated", entries_in_no_section, lines_of_links_papers_and_degrees,
	  items_that_are_names, strong_lines_that_are_names, headings_that_only_say_of_what_kind)
