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
		 "  role organization'Nordlys' start'2019'=2019\n"
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
		 "  role organization'Nordlys' start'2019'=2019 end'2020'=2020\n"
		 "    group title'Pumps'\n"
		 "      bullet 'Built them.'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(items)
{
	static const char *const rows[][2] = {
		{"## Work\n\n(2018 - 2019)\n\n- **Harbour cook**, Nordlys\n  - Baked bread.\n  - Sang.\n\n"
		 "(2020 - now)\n\n- Baked more bread.\n",
		 "section work title'Work'\n"
		 "  role title'Harbour cook' organization'Nordlys' start'2018'=2018 end'2019'=2019\n"
		 "    bullet 'Baked bread.'\n"
		 "    bullet 'Sang.'\n"
		 "  role start'2020'=2020 end'now'=present\n"
		 "    bullet 'Baked more bread.'\n"},
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
		{"## Skills\n\n**Databases**:\n\n    MariaDB | SQLite |\n\n**Tools**\n\nGit, Make\n",
		 "section skills title'Skills'\n"
		 "  group title'Databases'\n"
		 "    skill 'MariaDB'\n"
		 "    skill 'SQLite'\n"
		 "  group title'Tools'\n"
		 "    skill 'Git'\n"
		 "    skill 'Make'\n"},
		{"## Work\n\n### Cook, 2019 – 2020\n\n_Highlights_\n\nI baked the bread of the harbour."
		 "\n\n_Harbour_\n\nIt is old.\n",
		 "section work title'Work'\n"
		 "  role title'Cook' start'2019'=2019 end'2020'=2020\n"
		 "    group title'Highlights'\n"
		 "      paragraph 'I baked the bread of the harbour.'\n"
		 "      paragraph 'Harbour'\n"
		 "      paragraph 'It is old.'\n"},
		{"## Skills\n\n**Languages**\n- Go\n- Rust\n", "section skills title'Skills'\n"
							       "  group title'Languages'\n"
							       "    skill 'Go'\n"
							       "    skill 'Rust'\n"},
		/* an address is none */
		{"## Work\n\n### Engineer\n*2019*\n\nhttps://nordlys.example\n\n- Built pumps.\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' start'2019'=2019 url''=https://nordlys.example\n"
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

START_TEST(headings_that_are_no_entries)
{
	static const char *const rows[][2] = {
		/* as high as the entry that they belong to */
		{"## Work\n\n### Nordlys | Pumps\n**2019 – 2020**\n\n### Responsibilities\n\n- Built "
		 "pumps.\n\n### Watch\n\n- Kept it.\n\n### Cook\n*2018*\n",
		 "section work title'Work'\n"
		 "  role title'Nordlys' organization'Pumps' start'2019'=2019 end'2020'=2020\n"
		 "    group title'Responsibilities'\n"
		 "      bullet 'Built pumps.'\n"
		 "    group title'Watch'\n"
		 "      bullet 'Kept it.'\n"
		 "  role title'Cook' start'2018'=2018\n"},
		/* the title of a section */
		{"## Publications\n\n### Conference presentations\n\nFalk, I. On pumps.\n",
		 "section publications title'Publications'\n"
		 "  group title'Conference presentations'\n"
		 "    paragraph 'Falk, I. On pumps.'\n"},
		/* an entry of the table above once more, with its dates */
		{"## Work\n\n| Company | Dates | Title |\n|--|--|--|\n| Nordlys | 2019 - 2020 | Engineer |\n\n"
		 "### Nordlys\n\nDates: 2019 - 2020\n\n- Built pumps.\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'2019'=2019 end'2020'=2020\n"
		 "    paragraph 'Dates: 2019 - 2020'\n"
		 "    bullet 'Built pumps.'\n"},
		/* a summary deeper than the sections behind it */
		{"# Ines Falk\n\n#### Summary\n\nI build pumps.\n\n## Work\n\n### Engineer\n*2019*\n",
		 "name 'Ines Falk'\n"
		 "section other title'Summary'\n"
		 "  summary 'I build pumps.'\n"
		 "section work title'Work'\n"
		 "  role title'Engineer' start'2019'=2019\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(paragraphs)
{
	static const char *const rows[][2] = {
		/* prose behind dates and a colon */
		{"## Work\n\n2013 - 2020: Nordlys Ltd, engineer. Made the firmware of boats and of kites.\n\n"
		 "2011 - 2013: Sailing around the world. It was the best of times, and wet.\n",
		 "section work title'Work'\n"
		 "  role title'engineer' organization'Nordlys Ltd' start'2013'=2013 end'2020'=2020\n"
		 "    paragraph 'Made the firmware of boats and of kites.'\n"
		 "    paragraph '2011 - 2013: Sailing around the world. It was the best of times, and"
		 " wet.'\n"},
		/* an employer above the posts held there */
		{"## Work\n\n**Nordlys** | 2014 - 2020\n\n**Chief cook, Bread & Soup** | 2017 - 2020\n\n- Sang.\n\n"
		 "**Cook** | 2014 - 2017\n\n- Baked.\n\n**Tidewatch** | **Porter** | 2010 - 2014\n",
		 "section work title'Work'\n"
		 "  role title'Chief cook, Bread & Soup' organization'Nordlys' start'2017'=2017 end'2020'=2020"
		 " detail'2014 - 2020'\n"
		 "    bullet 'Sang.'\n"
		 "  role title'Cook' ~organization'Nordlys' start'2014'=2014 end'2017'=2017\n"
		 "    bullet 'Baked.'\n"
		 "  role title'Porter' organization'Tidewatch' start'2010'=2010 end'2014'=2014\n"},
		/* that begin with a year */
		{"## Education\n\n2019 — Welding — Skerry College\n\n2016 — Scrum master — Pyx\n",
		 "section education title'Education'\n"
		 "  education title'Welding' organization'Skerry College' end'2019'=2019\n"
		 "  education title'Scrum master' organization'Pyx' end'2016'=2016\n"},
		/* a strong name, a post, and what was done, on one long line */
		{"## Work\n\n`2019 - 2020`\n__Nordlys__ Engineer, I built the pumps of the ferries that go to "
		 "the islands in the north and mended them at sea.\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'2019'=2019 end'2020'=2020\n"
		 "    paragraph 'I built the pumps of the ferries that go to the islands in the north and "
		 "mended them at sea.'\n"},
		/* dates and place, then the post above its statements */
		{"## Work\n\n2019-01 - 2020-05, Oslo\n\n**Nordlys: Engineer**\n\n- Built pumps.\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' location'Oslo' start'2019-01'=2019-01"
		 " end'2020-05'=2020-05\n"
		 "    bullet 'Built pumps.'\n"},
		/* strong names without dates */
		{"## Projects\n\n**Tidewatch**\n\nTells the tides.\n\n**Harbour**\n\nCounts boats.\n",
		 "section projects title'Projects'\n"
		 "  project title'Tidewatch'\n"
		 "    paragraph 'Tells the tides.'\n"
		 "  project title'Harbour'\n"
		 "    paragraph 'Counts boats.'\n"},
		{"## Education\n\n**Skerry High School**\n\n- Sang in the choir.\n",
		 "section education title'Education'\n"
		 "  education title'Skerry High School'\n"
		 "    bullet 'Sang in the choir.'\n"},
		{"## Projects\n\n**Web pages**\n\n- Tidewatch: tells the tides.\n",
		 "section projects title'Projects'\n"
		 "  group title'Web pages'\n"
		 "    bullet 'Tidewatch: tells the tides.'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(dates_above_and_posts_below)
{
	static const char *const rows[][2] = {
		{"## Work\n\n> 2019 – 2020, Oslo\n\n### Nordlys: Engineer\n\n- Built pumps.\n\n"
		 "> 2018 – 2019, Oslo\n\n### Skerry: Cook\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' location'Oslo' start'2019'=2019"
		 " end'2020'=2020\n"
		 "    bullet 'Built pumps.'\n"
		 "  role title'Cook' organization'Skerry' location'Oslo' start'2018'=2018 end'2019'=2019\n"},
		{"## Work\n\n2019 - 2020\n: Nordlys\n\n*Engineer*. I built the pumps of ferries.\n\n"
		 "2018 - 2019\n: Skerry\n\n*Kitchen*. I cooked for sailors.\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'2019'=2019 end'2020'=2020\n"
		 "    paragraph 'I built the pumps of ferries.'\n"
		 "  role organization'Skerry' start'2018'=2018 end'2019'=2019\n"
		 "    paragraph 'Kitchen. I cooked for sailors.'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(sections_may_stand_as_high_as_the_name)
{
	check_reads(
		"# 職務経歴書\n\n## 職務要約\n\nポンプ。\n\n## 職務経歴\n\n### 技師\n\n# スキル\n\n- C\n",
		"paragraph '職務経歴書'\n"
		"section other title'職務要約'\n"
		"  summary 'ポンプ。'\n"
		"section work title'職務経歴'\n"
		"  role title'技師'\n"
		"section skills title'スキル'\n"
		"  skill 'C'\n");
}
END_TEST

START_TEST(links_within_the_file_are_no_contacts)
{
	check_reads("# Ines Falk\n\n- [Pumps](#pumps)\n- [Work](#work)\n\n## Work\n",
		    "name 'Ines Falk'\n"
		    "bullet '[Pumps](#pumps)'\n"
		    "bullet '[Work](#work)'\n"
		    "section work title'Work'\n");
}
END_TEST

START_TEST(fields)
{
	static const char *const rows[][2] = {
		{"## Work\n\n### Nordlys GmbH, NO, May 2019 - June 2020\n",
		 "section work title'Work'\n"
		 "  role organization'Nordlys GmbH' location'NO' start'May 2019'=2019-05"
		 " end'June 2020'=2020-06\n"},
		{"## Work\n\n### Engineer (May 2019 - June 2020, on and off)\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' start'May 2019'=2019-05 end'June 2020'=2020-06"
		 " detail'on and off'\n"},
		{"## Certificates\n\n- **Pumps, Valves, Taps** – Skerry *(May 2019)*\n",
		 "section certificates title'Certificates'\n"
		 "  certificate title'Pumps, Valves, Taps' organization'Skerry' end'May 2019'=2019-05\n"},
		{"## 教育经历\n\n- 苍海大学  2021.9 ~ 至今  软件工程  硕士研究生\n",
		 "section education title'教育经历'\n"
		 "  education title'软件工程 硕士研究生' organization'苍海大学' start'2021.9'=2021-09 end'至今'=present\n"},
		{"## 工作经历\n\n- 我们在 2019.1 - 2020.3 期间负责测试，写了文档。\n",
		 "section work title'工作经历'\n"
		 "  bullet '我们在 2019.1 - 2020.3 期间负责测试，写了文档。'\n"},
		{"## Work\n\n*Pump Engineer* - 2019 to 2021\n\nWinches of the North (WN), Oslo, Norway\n\n- Built pumps\n",
		 "section work title'Work'\n"
		 "  role title'Pump Engineer' organization'Winches of the North (WN)' location'Oslo, Norway'"
		 " start'2019'=2019 end'2021'=2021\n"
		 "    bullet 'Built pumps'\n"},
		/* but not where the line of the post names it */
		{"## Work\n\n*Software Engineer*, Nordlys AS - 2019 to 2021\n\nPumps for Oslo, Norway\n\n- Built pumps\n",
		 "section work title'Work'\n"
		 "  role title'Software Engineer' organization'Nordlys AS' start'2019'=2019 end'2021'=2021\n"
		 "    group title'Pumps for Oslo, Norway'\n"
		 "      bullet 'Built pumps'\n"},
		{"## Berufserfahrung\n\n| Zeitraum | Firma | Tätigkeit |\n|--|--|--|\n"
		 "| 2019 – 2021 | Nordlys GmbH | Koch |\n",
		 "section work title'Berufserfahrung'\n"
		 "  role title'Koch' organization'Nordlys GmbH' start'2019'=2019 end'2021'=2021\n"},
		{"## Ausbildung\n\n| Zeitraum | Abschluss | Ort |\n|--|--|--|\n"
		 "| 2000 – 2006 | Abitur | Gymnasium Skerry, Oslo |\n",
		 "section education title'Ausbildung'\n"
		 "  education title'Abitur' organization'Gymnasium Skerry' location'Oslo' start'2000'=2000"
		 " end'2006'=2006\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(a_table_of_a_head_alone_is_kept)
{
	static const char *const rows[][2] = {
		{"## Work\n\nPumps | Valves | Taps\n----|\n", "section work title'Work'\n"
							      "  block 'Pumps | Valves | Taps'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

/* `at` is told as layout of the role. */
START_TEST(a_joint_before_a_date_is_layout)
{
	struct cvd_document *doc =
		read_markdown(CVD_STR("## Work\n\ncook@post.example\nat\n*May 2019*\n"));

	ck_assert_uint_eq(doc->layout.len, 1);
	assert_text(doc->layout.items[0].text, "at");
	cvd_document_free(doc);
}
END_TEST

/* Where prose is wrapped decides nothing. */
START_TEST(wrapped_prose)
{
	static const char *const rows[][2] = {
		{"## Talks\n\n**Cook**, Nordlys, Bergen, Norway (May 2019 – June 2020)\n\nBuilt the harbour "
		 "turbine under $2m\nat index and.\n",
		 "section publications title'Talks'\n"
		 "  publication title'Cook' organization'Nordlys' location'Bergen, Norway'"
		 " start'May 2019'=2019-05 end'June 2020'=2020-06\n"
		 "    paragraph 'Built the harbour turbine under $2m at index and.'\n"},
		{"## Projects\n\n### Search\n\nTaught and cached pipelines\nwith a team that measured "
		 "2019\nours, from 2019 latency.\n",
		 "section projects title'Projects'\n"
		 "  project title'Search'\n"
		 "    paragraph 'Taught and cached pipelines with a team that measured 2019 ours, from"
		 " 2019 latency.'\n"},
		{"## Work\n\n### Cook | Galley\n**Nordlys**\n*May 2019*\n\nDesigned and reduced ledger\n"
		 "pipelines, to alarm, our\nat as led\n",
		 "section work title'Work'\n"
		 "  role title'Cook' organization'Nordlys' team'Galley' start'May 2019'=2019-05\n"
		 "    paragraph 'Designed and reduced ledger pipelines, to alarm, our at as led'\n"},
		{"## Awards\n\n### Cook\n**Nordlys**\n*May 2019*\n\nBuilt by turbines in 2019 built\nat "
		 "schema.\n",
		 "section awards title'Awards'\n"
		 "  award title'Cook' organization'Nordlys' end'May 2019'=2019-05\n"
		 "    paragraph 'Built by turbines in 2019 built at schema.'\n"},
		{"## Talks\n\n- Rewrote the archive and that (twice)\n  schema\n",
		 "section publications title'Talks'\n"
		 "  publication title'Rewrote the archive and that (twice) schema'\n"},
		/* but markup, and a year that stands apart, are a header's */
		{"## Work\n\n**Cook**, Nordlys, 2019\nBuilt turbines for the harbour of Skerry.\n\n"
		 "**Baker**\nNordlys\n2018\nBaked bread for the harbour of Skerry.\n\n"
		 "**Porter**\nNordlys, 2017\nCarried bread for the harbour of Skerry.\n",
		 "section work title'Work'\n"
		 "  role title'Cook' organization'Nordlys' start'2019'=2019\n"
		 "    paragraph 'Built turbines for the harbour of Skerry.'\n"
		 "  role title'Baker' organization'Nordlys' start'2018'=2018\n"
		 "    paragraph 'Baked bread for the harbour of Skerry.'\n"
		 "  role title'Porter' organization'Nordlys' start'2017'=2017\n"
		 "    paragraph 'Carried bread for the harbour of Skerry.'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(dates_above_a_heading_are_its_own)
{
	static const char *const rows[][2] = {
		{"## Awards\n\n2010 –\n\n### Lantern\n\nDates: 2011 – 2013\n\n### Anchor\n",
		 "section awards title'Awards'\n"
		 "  award title'Lantern' start'2010'=2010 end''=present\n"
		 "  award title'Anchor' start'2011'=2011 end'2013'=2013\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(dated_lines_above_prose)
{
	static const char *const rows[][2] = {
		{"## Work\n\n2018 – 2021 Nordlys GmbH, Pump Engineer\nRan the pumps of four ferries, and\n"
		 "all of the winches.\n\n2015 – 2018 Skerry Ltd, Rope Tester\nPulled ropes until they\nbroke.\n",
		 "section work title'Work'\n"
		 "  role title'Pump Engineer' organization'Nordlys GmbH' start'2018'=2018 end'2021'=2021\n"
		 "    paragraph 'Ran the pumps of four ferries, and all of the winches.'\n"
		 "  role title'Rope Tester' organization'Skerry Ltd' start'2015'=2015 end'2018'=2018\n"
		 "    paragraph 'Pulled ropes until they broke.'\n"},
		/* an abbreviation that is a legal form, too, is a post behind such a word */
		{"## Work\n\n2018 – 2021 NORDLYS, Staff SE\nRan the pumps of four ferries, and all\nof the winches.\n\n"
		 "2015 – 2018 SKERRY, Senior SE\nPulled ropes until they\nbroke.\n",
		 "section work title'Work'\n"
		 "  role title'Staff SE' organization'NORDLYS' start'2018'=2018 end'2021'=2021\n"
		 "    paragraph 'Ran the pumps of four ferries, and all of the winches.'\n"
		 "  role title'Senior SE' organization'SKERRY' start'2015'=2015 end'2018'=2018\n"
		 "    paragraph 'Pulled ropes until they broke.'\n"},
		/* the clause behind the dates ends with its line */
		{"## Work\n\n2018 – 2021: Nordlys GmbH, Pump Engineer  \nRan the pumps of four ferries.\n",
		 "section work title'Work'\n"
		 "  role title'Pump Engineer' organization'Nordlys GmbH' start'2018'=2018 end'2021'=2021\n"
		 "    paragraph 'Ran the pumps of four ferries.'\n"},
		/* all of the file is one block of text */
		{"```text\nInes Falk\n\nWORK\n\n2018 – 2021 Nordlys GmbH, Pump Engineer\n"
		 "     Ran the pumps of four ferries.\n\n2015 – 2018 Skerry Ltd, Rope Tester\n"
		 "     Pulled ropes.\n```\n\n",
		 "name 'Ines Falk'\n"
		 "section work title'WORK'\n"
		 "  role title'Pump Engineer' organization'Nordlys GmbH' start'2018'=2018 end'2021'=2021\n"
		 "    paragraph 'Ran the pumps of four ferries.'\n"
		 "  role title'Rope Tester' organization'Skerry Ltd' start'2015'=2015 end'2018'=2018\n"
		 "    paragraph 'Pulled ropes.'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(degrees_below_schools)
{
	static const char *const rows[][2] = {
		{"## Education\n\n_2010 - 2012_\n**Skerry University**\nMarine physics, master's "
		 "degree (with honours).\n",
		 "section education title'Education'\n"
		 "  education title'Marine physics, master's degree (with honours)'"
		 " organization'Skerry University' start'2010'=2010 end'2012'=2012\n"},
		{"## Education\n\n### 2015 Nordlys Institute\nBachelor of Arts, 05.10.01\n\nI sang.\n",
		 "section education title'Education'\n"
		 "  education title'Bachelor of Arts, 05.10.01' organization'Nordlys Institute'"
		 " end'2015'=2015\n"
		 "    paragraph 'I sang.'\n"},
		{"## Education\n\n**Skerry College of Design** (2004–2006)  \n*Studies in Kites (and Wind), Boats & Sails.*"
		 "\n\n- a\n",
		 "section education title'Education'\n"
		 "  education title'Studies in Kites (and Wind), Boats & Sails' organization'Skerry College of Design'"
		 " start'2004'=2004 end'2006'=2006\n"
		 "    bullet 'a'\n"},
		{"## Education\n\n<h3>Skerry Institute</h3>\n<h4>1992 - 1997</h4>\n- Diploma in Knots\n"
		 "- Mark 52/60\n",
		 "section education title'Education'\n"
		 "  education title'Diploma in Knots' organization'Skerry Institute' start'1992'=1992"
		 " end'1997'=1997\n"
		 "    paragraph 'Mark 52/60'\n"},
		/* no degree */
		{"## Education\n\n### Skerry University, 2010 - 2012\n\nI built a kite.\n",
		 "section education title'Education'\n"
		 "  education organization'Skerry University' start'2010'=2010 end'2012'=2012\n"
		 "    paragraph 'I built a kite.'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

UNIT_MAIN("plan_lines", dated_lines_above_prose, dates_above_a_heading_are_its_own,
	  degrees_below_schools, dates_above_and_posts_below, sections_may_stand_as_high_as_the_name,
	  links_within_the_file_are_no_contacts, headings_that_are_no_entries, paragraphs, fields,
	  lines_below_a_heading, headings_below_a_dated_heading, items, pieces_hold_together,
	  labels_of_lists, the_heading_below_the_name, wrapped_prose,
	  a_table_of_a_head_alone_is_kept, a_joint_before_a_date_is_layout)
