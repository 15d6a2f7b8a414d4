/* Keywords: lists, labels, levels, tables, definition lists; and what is none. */
#include "reading.h"

#include <string.h>

/* `want` is empty where nothing may be added. */
struct row {
	const char *source, *want;
};

static bool add(struct cvd_reader *reader, enum cvd_kind kind, const struct cvd_block *block)
{
	struct cvd_node *root = reader->doc->root;

	switch (block->kind) {
	case CVD_BLOCK_TABLE:
		return cvd_skills_add_table(reader, root, kind, block);
	case CVD_BLOCK_DEFINITIONS:
		return cvd_skills_add_definitions(reader, root, kind, block);
	default:
		return cvd_skills_add(reader, root, kind, block, block->line);
	}
}

static void check(enum cvd_kind kind, const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct cvd_str source = cvd_str_from(rows[i].source);
		struct reading reading;
		bool added;

		reading_open(&reading, source);
		added = add(&reading.reader, kind, reading.reader.outline.root->first_child);
		ck_assert_msg(added == (rows[i].want[0] != '\0'), "%s", rows[i].source);
		reading_check(&reading, source, rows[i].want);
	}
}

#define CHECK(kind, rows) check((kind), (rows), sizeof(rows) / sizeof *(rows))

START_TEST(lists)
{
	static const struct row rows[] = {
		{"Go, Rust · C++ | Zig / Nim\n",
		 "skill 'Go'\nskill 'Rust'\nskill 'C++'\nskill 'Zig'\nskill 'Nim'\n"},
		{"Go、Rust，C；D／E\n",
		 "skill 'Go'\nskill 'Rust'\nskill 'C'\nskill 'D'\nskill 'E'\n"},
		{"Go,Rust;C\n", "skill 'Go'\nskill 'Rust'\nskill 'C'\n"},
		{"1,000 trees, TCP/IP\n", "skill '1,000 trees'\nskill 'TCP/IP'\n"},
		{"[Go](https://go.example)† [Zig](https://zig.example)\n",
		 "skill '[Go](https://go.example)†'\nskill '[Zig](https://zig.example)'\n"},
		{"`Go` `Rust`\n`C`\n", "skill 'Go'\nskill 'Rust'\nskill 'C'\n"},
		{"[Go](https://go.example) [Zig](https://zig.example)\n",
		 "skill '[Go](https://go.example)'\nskill '[Zig](https://zig.example)'\n"},
		{"React (TypeScript, JSX), Vue (a\n",
		 "skill 'React (TypeScript, JSX)'\nskill 'Vue (a'\n"},
		{"Open ( and more, Rust\n", "skill 'Open ( and more'\nskill 'Rust'\n"},
		{"• Go • Rust\n", "skill 'Go'\nskill 'Rust'\n"},
		{"Go, Rust\nor C\n", "skill 'Go'\nskill 'Rust or C'\n"},
		{"Go, Rust and C\n", "skill 'Go'\nskill 'Rust'\nskill 'C'\n[and]"},
		{"Go, sand and gravel pits\n", "skill 'Go'\nskill 'sand and gravel pits'\n"},
		{"SQL and Go\n", "skill 'SQL and Go'\n"},
		{"クラウド（AWS、GCP）、Go\n", "skill 'クラウド（AWS、GCP）'\nskill 'Go'\n"},
		/* a phrase that goes on behind a comma, between marks */
		{"Roles, team structures and routines · Go, Rust · C\n",
		 "skill 'Roles, team structures and routines'\nskill 'Go'\nskill 'Rust'\nskill 'C'\n"},
		/* what stands in parentheses does not make it prose */
		{"Editors (the old one, the new one and mine), Go\n",
		 "skill 'Editors (the old one, the new one and mine)'\nskill 'Go'\n"},
		{"Fiddle, ski repair, sourdough.\n",
		 "skill 'Fiddle'\nskill 'ski repair'\nskill 'sourdough'\n"},
		{"Go, Node.js, etc.\n", "skill 'Go'\nskill 'Node.js'\nskill 'etc.'\n"},
	};

	CHECK(CVD_SKILL, rows);
}
END_TEST

START_TEST(labels)
{
	static const char *const tools = "group title'Languages'\n  skill 'Go'\n  skill 'Rust'\n"
					 "group title'Tools'\n  skill 'git'\n  skill 'make'\n";
	const struct row rows[] = {
		{"Languages: Go, Rust  \nTools: git, make\n", tools},
		{"Languages: Go, Rust\nTools: git, make\n", tools},
		{"**Languages:** Go, Rust\n**Tools:** git, make\n", tools},
		{"**Languages**: Go, Rust **Tools**: git, make\n", tools},
		{"**Languages** Go, Rust\n**Tools** git, make\n", tools},
		{"*Languages:* Go, Rust\\\n*Tools* : git, make\n", tools},
		{"**Languages** – Go, Rust  \n**Tools** - git, make\n", tools},
		{"**Languages：** Go、Rust\n",
		 "group title'Languages'\n  skill 'Go'\n  skill 'Rust'\n"},
		{"语言：Go、Rust\n", "group title'语言'\n  skill 'Go'\n  skill 'Rust'\n"},
		{"Cloud (all of it): AWS\n", "group title'Cloud (all of it)'\n  skill 'AWS'\n"},
		/* no labels */
		{"**Go**, Rust, **C** and more\n", "skill 'Go'\nskill 'Rust'\nskill 'C and more'\n"},
		{"https://go.example, 10:30, a::b\n",
		 "skill 'https://go.example'\nskill '10:30'\nskill 'a::b'\n"},
		{"**Tools:R**, Go\n", "skill 'Tools:R'\nskill 'Go'\n"},
		{"**Python** is a snake\n", "skill 'Python is a snake'\n"},
		{"Go, Rust\nTools: git\n", "skill 'Go'\nskill 'Rust Tools: git'\n"},
	};

	CHECK(CVD_SKILL, rows);
}
END_TEST

/* The first item of the list, read as one. */
static void check_item(enum cvd_kind kind, const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct cvd_str source = cvd_str_from(rows[i].source);
		struct reading reading;
		const struct cvd_block *item;
		bool added;

		reading_open(&reading, source);
		item = reading.reader.outline.root->first_child->first_child;
		added = cvd_skills_add_item(&reading.reader, reading.reader.doc->root, kind,
					    item->first_child, item->line);
		ck_assert_msg(added == (rows[i].want[0] != '\0'), "%s", rows[i].source);
		reading_check(&reading, source, rows[i].want);
	}
}

START_TEST(items)
{
	static const struct row rows[] = {
		{"- Deep understanding of how ferries are loaded in rough weather\n",
		 "skill 'Deep understanding of how ferries are loaded in rough weather'\n"},
		{"- Experience with cloud providers like AWS, GCP and others\n",
		 "skill 'Experience with cloud providers like AWS, GCP and others'\n"},
		{"- Patient with pumps, curious about boats\n- Mending of old nets\n",
		 "skill 'Patient with pumps, curious about boats'\n"},
		/* among lists a comma parts keywords */
		{"- Pumps, curious old boats\n- Go, Rust\n",
		 "skill 'Pumps'\nskill 'curious old boats'\n"},
		{"- **Go**: Deep understanding of how ferries are loaded in rough weather\n", ""},
		{"- Loaded the ferries in rough weather and in good.\n", ""},
		{"- I loaded the ferries\n", ""},
	};

	check_item(CVD_SKILL, rows, sizeof rows / sizeof *rows);
}
END_TEST

/* Human languages in a list of skills, and what is none in a list of languages. */
START_TEST(languages_and_skills)
{
	static const struct row skills[] = {
		{"Languages: Swedish (native), English\n",
		 "language detail'native' 'Swedish'\nlanguage 'English'\n[Languages]"},
		{"Spoken: Swedish, English\n",
		 "group title'Spoken'\n  language 'Swedish'\n  language 'English'\n"},
		{"**Tools** | Git, Make\n", "group title'Tools'\n  skill 'Git'\n  skill 'Make'\n"},
		{"**Git** | Make | C, Go\n", "skill 'Git'\nskill 'Make'\nskill 'C'\nskill 'Go'\n"},
		{"English: fluent\n", "language detail'fluent' 'English'\n"},
		{"Englisch (perfekt)\n", "language detail'perfekt' 'Englisch'\n"},
		{"Japanisch (mittel)\n", "language detail'mittel' 'Japanisch'\n"},
		{"Slovakian - native speaker\n", "language detail'native speaker' 'Slovakian'\n"},
		{"Languages: Go, English\n",
		 "group title'Languages'\n  skill 'Go'\n  skill 'English'\n"},
	};
	static const struct row languages[] = {
		{"Transport: boat licence\n", "group title'Transport'\n  skill 'boat licence'\n"},
		{"boat licence (B)\n", "skill 'boat licence (B)'\n"},
		{"Sámegiella\n", "language 'Sámegiella'\n"},
		{"German and Spanish: basic\n",
		 "language detail'basic' 'German'\nlanguage ~detail'basic' 'Spanish'\n[and]"},
		{"英語ビジネスレベル（N1）, 日本語母語\n",
		 "language detail'ビジネスレベル（N1）' '英語'\nlanguage detail'母語' '日本語'\n"},
	};

	CHECK(CVD_SKILL, skills);
	CHECK(CVD_LANGUAGE, languages);
}
END_TEST

START_TEST(labelled_lines_in_a_summary)
{
	static const struct row rows[] = {
		{"**Proficient:** Go, Rust, C, Lua.\\\n**Others:** Perl, SQL, Zig, Nim.\n",
		 "group title'Proficient'\n  skill 'Go'\n  skill 'Rust'\n  skill 'C'\n  skill 'Lua'\n"
		 "group title'Others'\n  skill 'Perl'\n  skill 'SQL'\n  skill 'Zig'\n  skill 'Nim'\n"},
		{"Languages: Dutch (native), French\n",
		 "language detail'native' 'Dutch'\nlanguage 'French'\n[Languages]"},
		{"Goal: a small team, honest work\n", ""},
		{"Go, Rust, C, Lua, Perl\n", ""},
		{"**Likes:** boats\n", ""},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cvd_str source = cvd_str_from(rows[i].source);
		struct reading reading;

		reading_open(&reading, source);
		cvd_skills_add_labelled(&reading.reader, reading.reader.doc->root,
					reading.reader.outline.root->first_child, 1);
		reading_check(&reading, source, rows[i].want);
	}
}
END_TEST

START_TEST(prose_is_left)
{
	static const struct row rows[] = {
		{"Ten years of building APIs in Go and Rust.\n", ""},
		{"I know Go, Rust and C\n", ""},
		{"Built pumps, mended them. Then sold the boats.\n", ""},
		{"**Leadership** — led eight people across three continents and two oceans\n", ""},
		{"**Leadership:** led eight people across three continents and two oceans\n", ""},
		{"分からないことは現場で聞きます。\n", ""},
		{"Excellent communication at work, willing to travel.\n", ""},
	};

	CHECK(CVD_SKILL, rows);
}
END_TEST

START_TEST(levels)
{
	static const struct row skills[] = {
		{"Docker: expert\n", "skill detail'expert' 'Docker'\n"},
		{"Docker (expert), Go – basic, React (TypeScript)\n",
		 "skill detail'expert' 'Docker'\nskill detail'basic' 'Go'\n"
		 "skill 'React (TypeScript)'\n"},
		{"Go ★★★☆☆\n", "skill detail'★★★☆☆' 'Go'\n"},
		{"Expert: Go, Rust\n", "group title'Expert'\n  skill 'Go'\n  skill 'Rust'\n"},
		{"Client–server, CI - CD\n", "skill 'Client–server'\nskill 'CI - CD'\n"},
	};
	static const struct row languages[] = {
		{"Swedish – native\n", "language detail'native' 'Swedish'\n"},
		{"Swedish (native)\n", "language detail'native' 'Swedish'\n"},
		{"Swedish: native\n", "language detail'native' 'Swedish'\n"},
		{"**Swedish:** native\n", "language detail'native' 'Swedish'\n"},
		{"Swedish native\n", "language detail'native' 'Swedish'\n"},
		{"Swedish: fluent (bilingual)\n", "language detail'fluent (bilingual)' 'Swedish'\n"},
		{"English — B2, leads meetings and works with customers from many countries abroad\n",
		 "language detail'B2, leads meetings and works with customers from many countries abroad'"
		 " 'English'\n"},
		{"Native Swedish\n", "language detail'Native' 'Swedish'\n"},
		{"日本語（母語）\n", "language detail'母語' '日本語'\n"},
		{"English (C1), German (A2)\n",
		 "language detail'C1' 'English'\nlanguage detail'A2' 'German'\n"},
		{"English: fluent, C1\n", "language detail'fluent, C1' 'English'\n"},
		{"Norwegian: native\nEnglish: fluent\n",
		 "language detail'native' 'Norwegian'\nlanguage detail'fluent' 'English'\n"},
		{"Languages: English – fluent, German – basic\n",
		 "group title'Languages'\n  language detail'fluent' 'English'\n"
		 "  language detail'basic' 'German'\n"},
		{"English – better with every year at sea\n",
		 "language detail'better with every year at sea' 'English'\n"},
		{"Portuguese (Brazil), English\n",
		 "language 'Portuguese (Brazil)'\nlanguage 'English'\n"},
	};

	CHECK(CVD_SKILL, skills);
	CHECK(CVD_LANGUAGE, languages);
}
END_TEST

START_TEST(tables)
{
	static const struct row skills[] = {
		{"| Area | Skills |\n|---|---|\n| Code | Go, Rust |\n| Tools | git |\n",
		 "group title'Code'\n  skill 'Go'\n  skill 'Rust'\ngroup title'Tools'\n"
		 "  skill 'git'\n[Area][Skills]"},
		{"| Skill | Level | Years |\n|---|---|---|\n| Go | expert | 5 |\n| C | | |\n",
		 "skill detail'expert, 5' 'Go'\nskill 'C'\n[Skill][Level][Years]"},
		{"| Front | Back |\n|---|---|\n| Vue | Go |\n| React | |\n",
		 "group title'Front'\n  skill 'Vue'\n  skill 'React'\ngroup title'Back'\n"
		 "  skill 'Go'\n"},
		{"| | |\n|---|---|\n| Code | Go, Rust |\n",
		 "group title'Code'\n  skill 'Go'\n  skill 'Rust'\n"},
		{"| | |\n|---|---|\n| Go | Rust |\n| C | |\n",
		 "skill 'Go'\nskill 'Rust'\nskill 'C'\n"},
		{"| Year | What I did |\n|---|---|\n"
		 "| 2019 | Wrote the firmware of all buoys between here and the far harbour. |\n",
		 ""},
	};
	static const struct row languages[] = {
		{"| Language | Proficiency |\n|---|---|\n| English | native |\n",
		 "language detail'native' 'English'\n[Language][Proficiency]"},
		{"| | |\n|---|---|\n| English | since school |\n",
		 "language detail'since school' 'English'\n"},
	};

	CHECK(CVD_SKILL, skills);
	CHECK(CVD_LANGUAGE, languages);
}
END_TEST

START_TEST(definitions)
{
	static const struct row skills[] = {
		{"Code\n: Go, Rust\n\nTools\n: git\n: make\n",
		 "group title'Code'\n  skill 'Go'\n  skill 'Rust'\ngroup title'Tools'\n"
		 "  skill 'git'\n  skill 'make'\n"},
		{"Go\n: expert\n", "skill detail'expert' 'Go'\n"},
		{"Code\n: I wrote the firmware of all buoys between here and the far harbour.\n",
		 ""},
	};
	static const struct row languages[] = {
		{"English\n: native\n\nGerman\n: since school\n",
		 "language detail'native' 'English'\nlanguage detail'since school' 'German'\n"},
	};

	CHECK(CVD_SKILL, skills);
	CHECK(CVD_LANGUAGE, languages);
}
END_TEST

START_TEST(a_part_of_a_text)
{
	struct cvd_str source = CVD_STR("Stack: Go, Rust\n");
	struct reading reading;
	const struct cvd_block *block;

	reading_open(&reading, source);
	block = reading.reader.outline.root->first_child;
	ck_assert(cvd_skills_add_part(&reading.reader, reading.reader.doc->root, CVD_SKILL, block,
				      6, block->text.len, 1));
	reading_check(&reading, source, "skill 'Go'\nskill 'Rust'\n");
}
END_TEST

/* Whatever repeats, a megabyte ends soon, and is a list or is not. */
START_TEST(long_texts_end)
{
	static const char *const pieces[] = {"Go, ", "a: ",    "**a:** b ", "`a` ",     "((( ",
					     ")(",   "a – b ", "★",         "- a: b\n", "语言：",
					     "(a, ", "a\\\n",  "a: b\n",    "**a** b ", "a"};

	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
		for (int kind = CVD_SKILL; kind <= CVD_LANGUAGE; kind++) {
			struct cvd_buf text = {0};
			struct reading reading;

			while (text.len < 1 << 20)
				cvd_buf_add(&text, cvd_str_from(pieces[i]));
			reading_open(&reading, cvd_buf_str(&text));
			add(&reading.reader, (enum cvd_kind)kind,
			    reading.reader.outline.root->first_child);
			cvd_document_free(reading.reader.doc);
			cvd_arena_free(&reading.scratch);
			cvd_buf_free(&text);
		}
}
END_TEST

UNIT_MAIN("skills", lists, labels, items, languages_and_skills, labelled_lines_in_a_summary,
	  prose_is_left, levels, tables, definitions, a_part_of_a_text, long_texts_end)
