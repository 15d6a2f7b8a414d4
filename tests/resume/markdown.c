/* What the Markdown reader makes of a résumé, drawn by show.h. */
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

/* --- the dialect with headings, organization lines and italic dates ------------------------------- */

static const char dialect[] = "# Ines Falk\n"
			      "[ines.example/cv](https://ines.example/cv)\n"
			      "\n"
			      "---\n"
			      "\n"
			      "## Experience\n"
			      "\n"
			      "### Staff Engineer | Ferries, Tickets  \n"
			      "**Fjordline** — *Bergen, Norway*  \n"
			      "*May 2021 – Present*\n"
			      "\n"
			      "#### Timetable\n"
			      "- Cut the planning run from 40 minutes to 90 seconds.\n"
			      "\n"
			      "---\n"
			      "\n"
			      "### Engineer | Buoys  \n"
			      "**Nordlys** — *Oslo, Norway*  \n"
			      "*May – August 2016*  \n"
			      "- Wrote the firmware of\n"
			      "  300 buoys.\n"
			      "\n"
			      "## Education\n"
			      "\n"
			      "**University of Tromsø** — *Tromsø, Norway*  \n"
			      "Master of Physics, Evening Program *(with honours)*  \n"
			      "*June 2015*\n"
			      "\n"
			      "## Skills\n"
			      "\n"
			      "Go, C, PL/SQL  \n"
			      "Field work, sailing\n";

START_TEST(the_dialect_is_read_in_full)
{
	check_reads(dialect,
		    "name 'Ines Falk'\n"
		    "contact 'ines.example/cv'\n"
		    "section work title'Experience'\n"
		    "  role title'Staff Engineer' organization'Fjordline' team'Ferries, Tickets'"
		    " location'Bergen, Norway' start'May 2021'=2021-05 end'Present'=present\n"
		    "    group title'Timetable'\n"
		    "      bullet 'Cut the planning run from 40 minutes to 90 seconds.'\n"
		    "  role title'Engineer' organization'Nordlys' team'Buoys' location'Oslo, Norway'"
		    " start'May'=2016-05 end'August 2016'=2016-08\n"
		    "    bullet 'Wrote the firmware of 300 buoys.'\n"
		    "section education title'Education'\n"
		    "  education title'Master of Physics, Evening Program'"
		    " organization'University of Tromsø' location'Tromsø, Norway'"
		    " end'June 2015'=2015-06 detail'with honours'\n"
		    "section skills title'Skills'\n"
		    "  skill 'Go'\n"
		    "  skill 'C'\n"
		    "  skill 'PL/SQL'\n"
		    "  skill 'Field work'\n"
		    "  skill 'sailing'\n");
}
END_TEST

START_TEST(nodes_know_their_lines_and_source)
{
	static const struct {
		enum cvd_kind kind;
		unsigned line, end_line;
		const char *source;
	} rows[] = {
		{CVD_RESUME, 1, 31, NULL},
		{CVD_NAME, 1, 1, "# Ines Falk"},
		{CVD_CONTACT, 2, 2, NULL},
		{CVD_SECTION, 6, 21, "## Experience"},
		{CVD_ROLE, 8, 13,
		 "### Staff Engineer | Ferries, Tickets  \n"
		 "**Fjordline** — *Bergen, Norway*  \n*May 2021 – Present*"},
		{CVD_GROUP, 12, 13, "#### Timetable"},
		{CVD_BULLET, 13, 13, "- Cut the planning run from 40 minutes to 90 seconds."},
		{CVD_ROLE, 17, 21, NULL},
		{CVD_BULLET, 20, 21, "- Wrote the firmware of\n  300 buoys."},
		{CVD_SECTION, 23, 27, NULL},
		{CVD_EDUCATION, 25, 27, NULL},
		{CVD_SECTION, 29, 32, NULL},
		{CVD_SKILL, 31, 31, "Go"},
		{CVD_SKILL, 31, 31, "C"},
		{CVD_SKILL, 31, 31, "PL/SQL"},
		{CVD_SKILL, 32, 32, "Field work"},
		{CVD_SKILL, 32, 32, "sailing"},
	};
	struct cvd_document *doc = read_markdown(cvd_str_from(dialect));

	ck_assert_uint_eq(doc->node_count, sizeof rows / sizeof *rows);
	for (uint32_t id = 1; id < doc->node_count; id++) {
		const struct cvd_node *node = doc->nodes[id];

		ck_assert_int_eq(node->kind, rows[id].kind);
		ck_assert_msg(node->line == rows[id].line && node->end_line == rows[id].end_line,
			      "node %u stands at %u-%u", (unsigned)id, (unsigned)node->line,
			      (unsigned)node->end_line);
		if (rows[id].source)
			assert_text(node->source, rows[id].source);
	}
	cvd_document_free(doc);
}
END_TEST

START_TEST(fields_know_their_lines)
{
	struct cvd_document *doc = read_markdown(cvd_str_from(dialect));
	const struct cvd_node *role = doc->nodes[4];

	ck_assert_uint_eq(cvd_node_get(role, CVD_TITLE)->line, 8);
	ck_assert_uint_eq(cvd_node_get(role, CVD_TEAM)->line, 8);
	ck_assert_uint_eq(cvd_node_get(role, CVD_ORGANIZATION)->line, 9);
	ck_assert_uint_eq(cvd_node_get(role, CVD_LOCATION)->line, 9);
	ck_assert_uint_eq(cvd_node_get(role, CVD_START)->line, 10);
	ck_assert_uint_eq(cvd_node_get(role, CVD_END)->line, 10);
	cvd_document_free(doc);
}
END_TEST

/* --- entries ------------------------------------------------------------------------------------ */

START_TEST(headers_of_entries)
{
	static const char *const rows[][2] = {
		{"## Work\n\n### Engineer\n*2019 – 2021*\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' start'2019'=2019 end'2021'=2021\n"},
		{"## Work\n\n### Engineer, Nordlys (2019 – 2021)\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'2019'=2019 end'2021'=2021\n"},
		{"## Work\n\n### Nordlys, Inc., Engineer, 2019 – 2021\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys, Inc.' start'2019'=2019"
		 " end'2021'=2021\n"},
		{"## Work\n\n### Engineer at Nordlys, Oslo\n*2019*\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' location'Oslo' start'2019'=2019\n"},
		{"## Work\n\n### Engineer, Nordlys | May 2019 | Remote\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' location'Remote'"
		 " start'May 2019'=2019-05\n"},
		{"## Work\n\n### Deckhand @ Nordlys\n*2019*\n",
		 "section work title'Work'\n"
		 "  role title'Deckhand' organization'Nordlys' start'2019'=2019\n"},
		{"## Work\n\n### Nordlys – Leiterin Vertrieb\n*2019*\n",
		 "section work title'Work'\n"
		 "  role title'Leiterin Vertrieb' organization'Nordlys' start'2019'=2019\n"},
		{"## Work\n\n### Head of Pumps, Engineer\n*2019*\n",
		 "section work title'Work'\n"
		 "  role title'Head of Pumps, Engineer' start'2019'=2019\n"},
		{"## Education\n\n### BSc Physics, Ashford University, 2009\n",
		 "section education title'Education'\n"
		 "  education title'BSc Physics' organization'Ashford University' end'2009'=2009\n"},
		{"## Work\n\n### Nordlys (Jan 2019 – May 2020, Remote)\n",
		 "section work title'Work'\n"
		 "  role title'Nordlys' location'Remote' start'Jan 2019'=2019-01"
		 " end'May 2020'=2020-05\n"},
		{"## Work\n\n### 2019-2021: Engineer\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' start'2019'=2019 end'2021'=2021\n"},
		{"## Work\n\n### Engineer | Nordlys | Oslo | 2019\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' location'Oslo' start'2019'=2019\n"},
		{"## Work\n\n### Engineer – Nordlys – Jan 2019 – Present\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'Jan 2019'=2019-01"
		 " end'Present'=present\n"},
		{"## Work\n\n### Engineer Nov 2020 -- Present\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' start'Nov 2020'=2020-11 end'Present'=present\n"},
		{"## Work\n\n### Engineer\n\nBuilt pumps.\n", "section work title'Work'\n"
							      "  role title'Engineer'\n"
							      "    paragraph 'Built pumps.'\n"},
		{"## Work\n\n### [Engineer](https://x.example)\n*Summer 2020*\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' start'Summer 2020'=2020+summer url''=https://x.example\n"},
		{"## Awards\n\n### Golden Buoy\n*2019*\n",
		 "section awards title'Awards'\n"
		 "  award title'Golden Buoy' end'2019'=2019\n"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		check_reads(rows[i][0], rows[i][1]);
}
END_TEST

START_TEST(entries_in_other_shapes)
{
	static const char *const rows[][2] = {
		/* several positions under one organization */
		{"## Work\n\n### Nordlys\n\n#### Lead\n*2020 – 2021*\n\n#### Engineer\n*2019 – 2020*\n",
		 "section work title'Work'\n"
		 "  role title'Lead' organization'Nordlys' start'2020'=2020 end'2021'=2021\n"
		 "  role title'Engineer' ~organization'Nordlys' start'2019'=2019 end'2020'=2020\n"},
		/* title, organization and dates each in a heading */
		{"## Work\n\n### Engineer\n#### Nordlys\n##### 2019 - 2020\n\n- Built pumps.\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'2019'=2019 end'2020'=2020\n"
		 "    bullet 'Built pumps.'\n"},
		/* paragraphs */
		{"## Work\n\n**Engineer**, Nordlys, Oslo (Jan 2019 – May 2020)\n\n- Built pumps.\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' location'Oslo'"
		 " start'Jan 2019'=2019-01 end'May 2020'=2020-05\n"
		 "    bullet 'Built pumps.'\n"},
		/* bullets with bullets */
		{"## Work\n\n- **Nordlys**, Engineer, 2019 – 2020\n  - Built pumps.\n- Ran a kiosk.\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'2019'=2019 end'2020'=2020\n"
		 "    bullet 'Built pumps.'\n"
		 "  bullet 'Ran a kiosk.'\n"},
		{"## Education\n\n- BSc Physics, Ashford University (2009)\n",
		 "section education title'Education'\n"
		 "  education title'BSc Physics' organization'Ashford University' end'2009'=2009\n"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		check_reads(rows[i][0], rows[i][1]);
}
END_TEST

START_TEST(the_word_in_a_range_is_layout)
{
	struct cvd_document *doc =
		read_markdown(CVD_STR("## Work\n\n### Engineer\n*May 2019 to June 2020*\n"));

	ck_assert_uint_eq(doc->layout.len, 1);
	assert_text(doc->layout.items[0].text, "to");
	assert_text(cvd_node_get(doc->nodes[2], CVD_START)->text, "May 2019");
	assert_text(cvd_node_get(doc->nodes[2], CVD_END)->text, "June 2020");
	cvd_document_free(doc);
}
END_TEST

START_TEST(a_header_that_is_not_understood_costs_its_entry_alone)
{
	check_reads("## Work\n\n### Engineer\nSome words that say nothing of dates.\n\n"
		    "### Fitter\n**Nordlys**\n*2019*\n",
		    "section work title'Work'\n"
		    "  role title'Engineer'\n"
		    "    paragraph 'Some words that say nothing of dates.'\n"
		    "  role title'Fitter' organization'Nordlys' start'2019'=2019\n");
}
END_TEST

START_TEST(unknown_sections_hold_roles_if_they_look_so)
{
	check_reads(
		"# Ines Falk\n\n## Early Days\n\n### Engineer | Pumps\n**Nordlys** — *Oslo*\n*2019 – 2020*\n",
		"name 'Ines Falk'\n"
		"section work title'Early Days'\n"
		"  role title'Engineer' organization'Nordlys' team'Pumps' location'Oslo'"
		" start'2019'=2019 end'2020'=2020\n");
	check_reads("# Ines Falk\n\n## Early Days\n\n### Engineer\n*2019*\n",
		    "name 'Ines Falk'\n"
		    "section other title'Early Days'\n"
		    "  entry title'Engineer' start'2019'=2019\n");
	check_reads("# Ines Falk\n\n## Early Days\n\n### Childhood\n\nBy the sea.\n",
		    "name 'Ines Falk'\n"
		    "section other title'Early Days'\n"
		    "  group title'Childhood'\n"
		    "    paragraph 'By the sea.'\n");
}
END_TEST

START_TEST(deeper_headings_are_groups)
{
	check_reads("## Work\n\n### A\n\n#### B\n\n##### C\n\n- d\n\n#### E\n\n- f\n\n### G\n",
		    "section work title'Work'\n"
		    "  role title'A'\n"
		    "    group title'B'\n"
		    "      group title'C'\n"
		    "        bullet 'd'\n"
		    "    group title'E'\n"
		    "      bullet 'f'\n"
		    "  role title'G'\n");
}
END_TEST

/* --- the head of the résumé --------------------------------------------------------------------- */

START_TEST(the_head)
{
	static const char *const rows[][2] = {
		{"# Ines Falk\n\nMarine engineer\n\nI build pumps, and I mend them.\n",
		 "name 'Ines Falk'\nheadline 'Marine engineer'\n"
		 "summary 'I build pumps, and I mend them.'\n"},
		{"# Ines Falk\n\ni@falk.example | +47 555 01 234 | Oslo\n",
		 "name 'Ines Falk'\ncontact 'i@falk.example'\ncontact '+47 555 01 234'\n"
		 "contact 'Oslo'\n"},
		{"# Ines Falk\n\n[code](https://x.example/ines) · [i@falk.example](mailto:i@falk.example)\n",
		 "name 'Ines Falk'\ncontact '[code](https://x.example/ines)'\n"
		 "contact 'i@falk.example'\n"},
		{"# Ines Falk\n\n- i@falk.example\n- www.falk.example\n",
		 "name 'Ines Falk'\ncontact 'i@falk.example'\ncontact 'www.falk.example'\n"},
		{"# Ines Falk\n\ni@falk.example  \n+47 555 01 234\n",
		 "name 'Ines Falk'\ncontact 'i@falk.example'\ncontact '+47 555 01 234'\n"},
		{"# Work\n\n## Engineer\n*2019*\n",
		 "section work title'Work'\n  role title'Engineer' start'2019'=2019\n"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		check_reads(rows[i][0], rows[i][1]);
}
END_TEST

START_TEST(a_contact_section_holds_contacts)
{
	check_reads("# Ines Falk\n\n## Contact\n\ni@falk.example | Oslo\n\n- +47 555 01 234\n\n"
		    "Call me on any day of the week you like, I am at home.\n",
		    "name 'Ines Falk'\n"
		    "section other title'Contact'\n"
		    "  contact 'i@falk.example'\n"
		    "  contact 'Oslo'\n"
		    "  contact '+47 555 01 234'\n"
		    "  paragraph 'Call me on any day of the week you like, I am at home.'\n");
}
END_TEST

START_TEST(a_summary_section_holds_the_summary)
{
	check_reads("# Ines Falk\n\n## About me\n\nI build pumps.\n\n- and boats\n",
		    "name 'Ines Falk'\n"
		    "section other title'About me'\n"
		    "  summary 'I build pumps.'\n"
		    "  bullet 'and boats'\n");
}
END_TEST

START_TEST(images_are_blocks)
{
	check_reads(
		"# Ines Falk\n\n![portrait](ines.png)\n\n## Work\n\n[![badge](b.svg)](https://x.example)\n",
		"name 'Ines Falk'\n"
		"block '[portrait](ines.png)'\n"
		"section work title'Work'\n"
		"  block '[badge](https://x.example)[badge](b.svg)'\n");
}
END_TEST

/* --- keywords ----------------------------------------------------------------------------------- */

START_TEST(badges_are_keywords_where_keywords_are)
{
	check_reads("## Skills\n\n![C](c.svg) ![Rust](r.svg)\n\n![stars](s.svg)\n",
		    "section skills title'Skills'\n  skill '[C](c.svg)'\n  skill '[Rust](r.svg)'\n"
		    "  block '[stars](s.svg)'\n");
	check_reads("## Summary\n\n![C](c.svg) ![Rust](r.svg)\n",
		    "section other title'Summary'\n  block '[C](c.svg) [Rust](r.svg)'\n");
}
END_TEST

START_TEST(skills)
{
	static const char *const rows[][2] = {
		{"Go, Rust · C++ | SQL\n",
		 "  skill 'Go'\n  skill 'Rust'\n  skill 'C++'\n  skill 'SQL'\n"},
		{"Go, Rust\nand C\n", "  skill 'Go'\n  skill 'Rust and C'\n"},
		{"Go, Rust  \nC\n", "  skill 'Go'\n  skill 'Rust'\n  skill 'C'\n"},
		{"Cloud (AWS, GCP), Go\n", "  skill 'Cloud (AWS, GCP)'\n  skill 'Go'\n"},
		{"Languages: Go, Rust  \nTools: git\n",
		 "  group title'Languages'\n    skill 'Go'\n    skill 'Rust'\n"
		 "  group title'Tools'\n    skill 'git'\n"},
		{"**Languages:** Go, Rust\n",
		 "  group title'Languages'\n    skill 'Go'\n    skill 'Rust'\n"},
		{"- Go\n- Rust\n", "  skill 'Go'\n  skill 'Rust'\n"},
		{"- Languages\n  - Go\n  - Rust, C\n- Tools: git, make\n",
		 "  group title'Languages'\n    skill 'Go'\n    skill 'Rust'\n    skill 'C'\n"
		 "  group title'Tools'\n    skill 'git'\n    skill 'make'\n"},
		{"### Languages\n\n- Go\n", "  group title'Languages'\n    skill 'Go'\n"},
		{"I have written firmware for buoys since I was a child, and still do so.\n",
		 "  paragraph 'I have written firmware for buoys since I was a child, and still do so.'\n"},
		{"- Wrote firmware that runs for ten years without a restart.\n",
		 "  bullet 'Wrote firmware that runs for ten years without a restart.'\n"},
		{"[Go](https://go.example), C\n",
		 "  skill '[Go](https://go.example)'\n  skill 'C'\n"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cvd_buf source = {0}, want = {0};

		cvd_buf_printf(&source, "## Skills\n\n%s%c", rows[i][0], '\0');
		cvd_buf_printf(&want, "section skills title'Skills'\n%s%c", rows[i][1], '\0');
		check_reads(source.ptr, want.ptr);
		cvd_buf_free(&source);
		cvd_buf_free(&want);
	}
}
END_TEST

START_TEST(languages_and_interests_are_keywords_too)
{
	check_reads("## Languages\n\nNorwegian, English\n\n## Interests\n\n- sailing\n",
		    "section languages title'Languages'\n"
		    "  language 'Norwegian'\n"
		    "  language 'English'\n"
		    "section interests title'Interests'\n"
		    "  interest 'sailing'\n");
}
END_TEST

/* --- what is not understood --------------------------------------------------------------------- */

START_TEST(blocks_stay_whole)
{
	check_reads("## Work\n\n```c\nint a;\n\nint b;\n```\n\n<p>raw<br>HTML</p>\n",
		    "section work title'Work'\n"
		    "  block 'int a;\n\nint b;'\n"
		    "  paragraph 'raw HTML'\n");
}
END_TEST

START_TEST(bullets_nest_and_hold_paragraphs)
{
	check_reads("## Work\n\n- a\n  - b\n\n    c\n  - d\n- > e\n", "section work title'Work'\n"
								      "  bullet 'a'\n"
								      "    bullet 'b'\n"
								      "      paragraph 'c'\n"
								      "    bullet 'd'\n"
								      "  bullet ''\n"
								      "    paragraph 'e'\n");
}
END_TEST

START_TEST(links_keep_their_targets)
{
	check_reads(
		"## Work\n\n- made [a *pump*](https://x.example/p), see <https://y.example> and "
		"[y.example](https://y.example/)\n",
		"section work title'Work'\n"
		"  bullet 'made [a pump](https://x.example/p), see https://y.example and y.example'\n");
}
END_TEST

START_TEST(a_file_without_headings_keeps_its_words)
{
	check_reads("Ines Falk\n\n- built pumps\n\nMore words.\n",
		    "name 'Ines Falk'\nbullet 'built pumps'\nsummary 'More words.'\n");
	check_reads("", "");
	check_reads("---\nlayout: cv\n---\n", "");
}
END_TEST

/* --- nothing is lost ----------------------------------------------------------------------------- */

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static void count_letters(struct cvd_str text, size_t counts[256], int sign)
{
	for (size_t i = 0; i < text.len; i++)
		if (is_letter(text.ptr[i]))
			counts[(unsigned char)text.ptr[i]] += (size_t)sign;
}

/* Every letter of the source, which has no targets and no HTML, stands in one text, field or layout. */
static void check_nothing_is_lost(struct cvd_str source)
{
	struct cvd_document *doc = read_markdown(source);
	struct cvd_arena arena = {0};
	size_t counts[256] = {0};

	count_letters(source, counts, 1);
	for (uint32_t id = 0; id < doc->node_count; id++)
		count_letters(cvd_node_text(&arena, doc->nodes[id]), counts, -1);
	for (size_t i = 0; i < doc->layout.len; i++)
		count_letters(doc->layout.items[i].text, counts, -1);
	for (size_t c = 0; c < 256; c++)
		ck_assert_msg(counts[c] == 0, "'%c' is told %s in '%.*s'", (int)c,
			      counts[c] < SIZE_MAX / 2 ? "too seldom" : "too often",
			      CVD_STR_ARG(source));
	cvd_arena_free(&arena);
	cvd_document_free(doc);
}

/* A header of every shape, from parts in every order. */
START_TEST(nothing_of_a_header_is_lost)
{
	static const char *const parts[] = {"Engineer", "**Nordlys**",
					    "*Oslo*",   "May 2019 – June 2020",
					    "(2015)",   "`Go`",
					    "2012",     "to 2013 (x, y)"};
	static const char *const separators[] = {" | ", ", ", " — ", "  \n", " ", ": ", "\n"};
	static const char *const starts[] = {"### ", "", "- ", "#### "};
	static const char *const sections[] = {"Work", "Education", "Early Days", "Skills",
					       "Contact"};
	const size_t count = sizeof parts / sizeof *parts;

	for (size_t i = 0; i < 40000; i += 7) {
		struct cvd_buf source = {0};
		size_t n = i;

		cvd_buf_printf(&source, "## %s\n\n", sections[n % 5]);
		n /= 5;
		cvd_buf_add(&source, cvd_str_from(starts[n % 4]));
		n /= 4;
		for (int part = 0; part < 3; part++) {
			const char *separator = separators[(n + (size_t)part * i) % 7];

			if (part)
				cvd_buf_add(&source, cvd_str_from(separator));
			cvd_buf_add(&source, cvd_str_from(parts[n % count]));
			n = n / count + i;
		}
		cvd_buf_add(&source, CVD_STR("\n\n- built pumps\n"));
		check_nothing_is_lost(cvd_buf_str(&source));
		cvd_buf_free(&source);
	}
}
END_TEST

/* Words that join keywords are layout, a level of two languages is told once. */
START_TEST(nothing_of_a_list_is_lost)
{
	static const char *const sources[] = {
		"## Interests\n\nand, e.g. and the\n",
		"## Skills\n\nGo, Rust and C\n",
		"## Skills\n\n- Tools: Go, Rust & C\n- knots and splices\n",
		"## Languages\n\n- German and Spanish: basic\n- Finnish, French\n",
	};

	for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
		check_nothing_is_lost(cvd_str_from(sources[i]));
}
END_TEST

START_TEST(long_input_takes_linear_time)
{
	static const char *const units[] = {"# a\n",   "a ",       "- a\n",
					    "> ",      "a | ",     "**a** ",
					    "a, ",     "2019 – ",  "(a ",
					    "[a](b) ", "`a` ",     "a: b, ",
					    "a  \n",   "*2019*\n", "## Skills\n\na, b\n\n"};

	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		struct cvd_buf source = {0};
		struct cvd_document *doc;

		cvd_buf_add(&source, CVD_STR("## Work\n\n### "));
		while (source.len < (size_t)1 << 18)
			cvd_buf_add(&source, cvd_str_from(units[i]));
		doc = read_markdown(cvd_buf_str(&source));
		ck_assert_uint_gt(doc->node_count, 1);
		cvd_document_free(doc);
		cvd_buf_free(&source);
	}
}
END_TEST

UNIT_MAIN("markdown", the_dialect_is_read_in_full, nodes_know_their_lines_and_source,
	  fields_know_their_lines, headers_of_entries, entries_in_other_shapes,
	  the_word_in_a_range_is_layout, a_header_that_is_not_understood_costs_its_entry_alone,
	  unknown_sections_hold_roles_if_they_look_so, deeper_headings_are_groups, the_head,
	  a_contact_section_holds_contacts, a_summary_section_holds_the_summary, images_are_blocks,
	  badges_are_keywords_where_keywords_are, skills, languages_and_interests_are_keywords_too,
	  blocks_stay_whole, bullets_nest_and_hold_paragraphs, links_keep_their_targets,
	  a_file_without_headings_keeps_its_words, nothing_of_a_header_is_lost,
	  nothing_of_a_list_is_lost, long_input_takes_linear_time)
