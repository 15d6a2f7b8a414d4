/* The head of a résumé: names, headlines, contacts in lines, tables, definition lists, front matter. */
#include "reading.h"

struct row {
	const char *source, *want;
};

/* As the reader does above the first section: the first heading is the name. */
static void add(struct cvd_reader *reader, const struct cvd_block *block)
{
	if (block->kind == CVD_BLOCK_HEADING)
		cvd_header_name(reader, block);
	else if (block->kind == CVD_BLOCK_TABLE)
		cvd_header_add_table(reader, reader->doc->root, block);
	else if (block->kind == CVD_BLOCK_DEFINITIONS)
		cvd_header_add_definitions(reader, reader->doc->root, block);
	else
		cvd_header_add(reader, block);
}

static void check(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct cvd_str source = cvd_str_from(rows[i].source);
		struct reading reading;

		reading_open(&reading, source);
		for (const struct cvd_block *block = reading.reader.outline.root->first_child;
		     block; block = block->next)
			add(&reading.reader, block);
		cvd_header_front(&reading.reader, reading.reader.outline.front,
				 reading.reader.outline.front_count);
		reading_check(&reading, source, rows[i].want);
	}
}

#define CHECK(rows) check((rows), sizeof(rows) / sizeof *(rows))

START_TEST(a_page_is_titled_with_a_name)
{
	static const struct row rows[] = {
		{"---\ntitle: Ada de la Cruz\n---\n", "name 'Ada de la Cruz'\n"},
		{"---\ntitle: Curriculum Vitae - Ines Falk\n---\n", "name 'Ines Falk'\n"},
		{"---\ntitle: Notes about pumps\n---\n", ""},
		{"---\ntitle: Pumps\n---\n", ""},
	};

	CHECK(rows);
}
END_TEST

START_TEST(numbers_and_links_behind_words)
{
	static const struct row rows[] = {
		{"# Ines Falk\n\n**Marine Engineer** [555 0101](tel:5550101) | [ines@falk.example](mailto:ines@falk.example)\n",
		 "name 'Ines Falk'\nheadline 'Marine Engineer'\ncontact '555 0101'\n"
		 "contact 'ines@falk.example'\n"},
		{"Phone: [555 0101](tel:5550101)\n", "contact '555 0101'\n[Phone]"},
		{"🔗 [Code](https://code.example) · 🔗 [Talks](https://talks.example)\n",
		 "contact '[Code](https://code.example)'\ncontact '[Talks](https://talks.example)'\n[🔗][🔗]"},
	};

	CHECK(rows);
}
END_TEST

/* Where no contacts are expected: labels in all lines, and several of contacts. */
START_TEST(headlines_of_their_own_markup)
{
	static const struct row rows[] = {
		{"# Ines Falk `Marine Engineer`\n",
		 "name 'Ines Falk'\nheadline 'Marine Engineer'\n"},
		{"# Ines *Falk*\n", "name 'Ines Falk'\n"},
		{"# Ines Falk *Nordlys*\n", "name 'Ines Falk Nordlys'\n"},
	};

	CHECK(rows);
}
END_TEST

START_TEST(labels_that_follow_a_number)
{
	static const struct row rows[] = {
		{"电话：13800000000 邮箱：ines@falk.example\n",
		 "contact '13800000000'\ncontact 'ines@falk.example'\n[电话][邮箱]"},
		{"Tel: 555 0101 12 Email: ines@falk.example\n",
		 "contact '555 0101 12'\ncontact 'ines@falk.example'\n[Tel][Email]"},
	};

	CHECK(rows);
}
END_TEST

START_TEST(labelled_lines_in_a_summary)
{
	static const struct row rows[] = {
		{"Name: Ines Falk\\\nAge: 33\\\nPhone: 555 0101\n",
		 "name 'Ines Falk'\ncontact 'Age: 33'\ncontact '555 0101'\n[Name][Phone]"},
		{"Name: Ines Falk\\\nBuilds pumps\\\nPhone: 555 0101\n", ""},
		{"Age: 33\\\nPhone: 555 0101\n", ""},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cvd_str source = cvd_str_from(rows[i].source);
		struct reading reading;

		reading_open(&reading, source);
		cvd_contacts_add_labelled(&reading.reader, reading.reader.outline.root->first_child);
		reading_check(&reading, source, rows[i].want);
	}
}
END_TEST

START_TEST(names)
{
	static const struct row rows[] = {
		{"# Ines Falk\n", "name 'Ines Falk'\n"},
		{"# Ines Falk | Marine Engineer\n",
		 "name 'Ines Falk'\nheadline 'Marine Engineer'\n"},
		{"# Ines Falk, Marine Engineer\n", "name 'Ines Falk'\nheadline 'Marine Engineer'\n"},
		{"# Ines Falk, PhD\n", "name 'Ines Falk, PhD'\n"},
		{"# Ines Falk – CV\n", "name 'Ines Falk'\n[– CV]"},
		{"# Ines Falk's Resume\n", "name 'Ines Falk's Resume'\n"},
		{"# CV:Ines\n", "name 'CV:Ines'\n"},
		{"# CV_Ines\n", "name 'CV_Ines'\n"},
		{"# Résumé of Ines Falk\n", "name 'Ines Falk'\n[Résumé of]"},
		{"# Currículum de Evaristo Llanquihue\n",
		 "name 'Evaristo Llanquihue'\n[Currículum de]"},
		{"# Curriculum Vitae: Ines Falk, Marine Engineer\n",
		 "name 'Ines Falk'\nheadline 'Marine Engineer'\n[Curriculum Vitae:]"},
		{"# 이력서 - 남궁하람\n", "name '남궁하람'\n[이력서 -]"},
		{"# 沈砚秋的简历\n", "name '沈砚秋'\n[的简历]"},
		{"# Lebenslauf\n\nInes Falk\n", "paragraph 'Lebenslauf'\nname 'Ines Falk'\n"},
		/* what somebody is stands above who it is */
		{"# Lead Engineer | Pumps\n\n### Ines Falk\n",
		 "headline 'Lead Engineer | Pumps'\nname 'Ines Falk'\n"},
		{"# Lead Engineer\n\nBuilds pumps that last.\n",
		 "name 'Lead Engineer'\nsummary 'Builds pumps that last.'\n"},
		/* no words of documents */
		{"# Cvetka Resumeova\n", "name 'Cvetka Resumeova'\n"},
		{"# De Falk\n", "name 'De Falk'\n"},
	};

	CHECK(rows);
}
END_TEST

START_TEST(first_lines)
{
	static const struct row rows[] = {
		{"**Ines Falk**  \n*Marine diver*\n", "name 'Ines Falk'\nheadline 'Marine diver'\n"},
		{"Ines Falk\nMarine diver\n\nI build pumps, and I mend them.\n",
		 "name 'Ines Falk'\nheadline 'Marine diver'\n"
		 "summary 'I build pumps, and I mend them.'\n"},
		{"**Ines Falk**\nMarine diver\nKaiweg 4, 53111 Bonn\ni@falk.example\n0228 5550190\n",
		 "name 'Ines Falk'\nheadline 'Marine diver'\ncontact 'Kaiweg 4, 53111 Bonn'\n"
		 "contact 'i@falk.example'\ncontact '0228 5550190'\n"},
		{"# Ines Falk\n\nLast updated: May 2024\n",
		 "name 'Ines Falk'\nparagraph 'Last updated: May 2024'\n"},
		{"# Ines Falk\n\nMarine diver\n\nI dive.\n",
		 "name 'Ines Falk'\nheadline 'Marine diver'\nsummary 'I dive.'\n"},
		{"Built at falk.example/a all\nTeams\n",
		 "contact 'Built at falk.example/a'\ncontact 'all Teams'\n"},
		{"I am a diver who writes about it and about the sea.\n",
		 "summary 'I am a diver who writes about it and about the sea.'\n"},
	};

	CHECK(rows);
}
END_TEST

START_TEST(contact_lines)
{
	static const struct row rows[] = {
		{"i@falk.example | +47 555 01 234 | Oslo\n",
		 "contact 'i@falk.example'\ncontact '+47 555 01 234'\ncontact 'Oslo'\n"},
		{"i@falk.example, +47 555 01 234, Oslo, Norway\n",
		 "contact 'i@falk.example'\ncontact '+47 555 01 234'\ncontact 'Oslo, Norway'\n"},
		{"Oslo, Norway, i@falk.example\n",
		 "contact 'Oslo, Norway'\ncontact 'i@falk.example'\n"},
		{"i@falk.example, Tel. 089 5550171\n",
		 "contact 'i@falk.example'\ncontact '089 5550171'\n[Tel.]"},
		{"✉️ i@falk.example — 📞 +33 5 55 01 42 17 — Oslo\n",
		 "contact 'i@falk.example'\ncontact '+33 5 55 01 42 17'\ncontact 'Oslo'\n"
		 "[✉️][📞]"},
		{"📍 Oslo 📧 i@falk.example\n", "contact 'Oslo'\ncontact 'i@falk.example'\n[📍][📧]"},
		{"[GitHub](https://github.com/ines) [Blog](https://falk.example)\n",
		 "contact '[GitHub](https://github.com/ines)'\n"
		 "contact '[Blog](https://falk.example)'\n"},
		{"**Phone:** +7 812 555-01-42  \n**Email:** i@falk.example\n",
		 "contact '+7 812 555-01-42'\ncontact 'i@falk.example'\n[Phone][Email]"},
		{"Tel:i@falk.example\n", "contact \'Tel:i@falk.example\'\n"},
		{"GitHub: ines | i@falk.example\n",
		 "contact 'GitHub: ines'\ncontact 'i@falk.example'\n"},
		{"GitHub: github.com/ines\n", "contact 'github.com/ines'\n[GitHub]"},
		{"氏名：森野 あかね  \nメール：a@morino.example  \n電話番号：011-555-0143\n",
		 "name '森野 あかね'\ncontact 'a@morino.example'\ncontact '011-555-0143'\n"
		 "[氏名][メール][電話番号]"},
		{"Write to i@falk.example if you have a pump that wants mending by the sea.\n",
		 "summary 'Write to i@falk.example if you have a pump that wants mending by the "
		 "sea.'\n"},
	};
	static const struct row headlines[] = {
		{"# I\n\nProduct designer · Oslo · i@falk.example\n",
		 "name 'I'\nheadline 'Product designer'\ncontact 'Oslo'\n"
		 "contact 'i@falk.example'\n"},
		{"# I\n\n**Diver** | i@falk.example\n",
		 "name 'I'\nheadline 'Diver'\ncontact 'i@falk.example'\n"},
		{"# I\n\nOslo | i@falk.example\n",
		 "name 'I'\ncontact 'Oslo'\ncontact 'i@falk.example'\n"},
	};

	CHECK(rows);
	CHECK(headlines);
}
END_TEST

START_TEST(tables)
{
	static const struct row rows[] = {
		{"| Email | Phone |\n|---|---|\n| i@falk.example | 010-5550-0142 |\n",
		 "contact 'i@falk.example'\ncontact '010-5550-0142'\n[Email][Phone]"},
		{"| Item | Entry |\n|---|---|\n| Name | Ines Falk |\n| Email | i@falk.example |\n"
		 "| Born | 1990 |\n",
		 "name 'Ines Falk'\ncontact 'i@falk.example'\ncontact 'Born: 1990'\n"
		 "[Name][Email][Item][Entry]"},
		{"| | |\n|---|---|\n| i@falk.example | Oslo |\n",
		 "contact 'i@falk.example'\ncontact 'Oslo'\n"},
		{"| Year | Sea |\n|---|---|\n| 2019 | Baltic |\n", ""},
		{"Email\n: i@falk.example\n\nBorn\n: 1990\n",
		 "contact 'i@falk.example'\ncontact 'Born: 1990'\n[Email]"},
		{"Pumps\n: many\n", ""},
	};

	CHECK(rows);
}
END_TEST

START_TEST(front_matter)
{
	static const struct row rows[] = {
		{"---\nname: Ines Falk\ntitle: Diver\nemail: i@falk.example\nlayout: cv\n---\n",
		 "name 'Ines Falk'\nheadline 'Diver'\ncontact 'i@falk.example'\n"},
		{"---\ntitle: Resume\nbasics:\n  email: i@falk.example\nsocial:\n  github: ines\n---\n",
		 "contact 'i@falk.example'\ncontact 'github: ines'\n"},
		{"---\nauthor: Somebody\nemail: i@falk.example\n---\n\n# Ines Falk\n\n"
		 "i@falk.example | Oslo\n",
		 "name 'Ines Falk'\ncontact 'i@falk.example'\ncontact 'Oslo'\n"},
		{"---\nwork:\n  name: Sea\n  title: Diver\n---\n", ""},
	};

	CHECK(rows);
}
END_TEST

START_TEST(long_texts_end)
{
	static const char *const pieces[] = {"a@b.c, ", "📧 ",  "Tel: ", "1 ",      "a - ",
					     "a\\\n",   "a\n", ", ",    "[a](b) ", "a: "};

	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		struct cvd_buf text = {0};
		struct reading reading;

		while (text.len < 1 << 20)
			cvd_buf_add(&text, cvd_str_from(pieces[i]));
		reading_open(&reading, cvd_buf_str(&text));
		if (reading.reader.outline.root->first_child)
			add(&reading.reader, reading.reader.outline.root->first_child);
		cvd_document_free(reading.reader.doc);
		cvd_arena_free(&reading.scratch);
		cvd_buf_free(&text);
	}
}
END_TEST

UNIT_MAIN("header", a_page_is_titled_with_a_name, numbers_and_links_behind_words,
	  headlines_of_their_own_markup, labels_that_follow_a_number, labelled_lines_in_a_summary,
	  names, first_lines, contact_lines, tables, front_matter, long_texts_end)
