/* Titles of sections in the languages of the table, degrees, schools, and words that are nearly so. */
#include "unit.h"

#include "lexicon.h"

#include "base/buf.h"

static struct cvd_arena arena;

START_TEST(titles_of_all_languages)
{
	static const struct {
		const char *title;
		enum cvd_section_type type;
	} rows[] = {
		{"Experience", CVD_SECTION_WORK},
		{"WORK EXPERIENCE", CVD_SECTION_WORK},
		{"Work History", CVD_SECTION_WORK},
		{"Professional Experience", CVD_SECTION_WORK},
		{"Internships", CVD_SECTION_WORK},
		{"Volunteer Experience", CVD_SECTION_VOLUNTEER},
		{"Volunteering", CVD_SECTION_VOLUNTEER},
		{"Education", CVD_SECTION_EDUCATION},
		{"Education & Qualifications", CVD_SECTION_EDUCATION},
		{"Side Projects", CVD_SECTION_PROJECTS},
		{"Open Source", CVD_SECTION_PROJECTS},
		{"Publications and Talks", CVD_SECTION_PUBLICATIONS},
		{"Honors", CVD_SECTION_AWARDS},
		{"Certifications", CVD_SECTION_CERTIFICATES},
		{"Technical Skills", CVD_SECTION_SKILLS},
		{"Skillset", CVD_SECTION_SKILLS},
		{"Programming Languages", CVD_SECTION_SKILLS},
		{"Languages", CVD_SECTION_LANGUAGES},
		{"Language Skills", CVD_SECTION_LANGUAGES},
		{"Hobbies", CVD_SECTION_INTERESTS},
		{"References", CVD_SECTION_REFERENCES},
		{"Berufserfahrung", CVD_SECTION_WORK},
		{"Beruflicher Werdegang", CVD_SECTION_WORK},
		{"Ausbildung", CVD_SECTION_EDUCATION},
		{"Fähigkeiten", CVD_SECTION_SKILLS},
		{"FÄHIGKEITEN", CVD_SECTION_SKILLS},
		{"Sprachkenntnisse", CVD_SECTION_LANGUAGES},
		{"Expérience professionnelle", CVD_SECTION_WORK},
		{"Formation", CVD_SECTION_EDUCATION},
		{"Compétences techniques", CVD_SECTION_SKILLS},
		{"Centres d'intérêt", CVD_SECTION_INTERESTS},
		{"Experiencia laboral", CVD_SECTION_WORK},
		{"Educación", CVD_SECTION_EDUCATION},
		{"Idiomas", CVD_SECTION_LANGUAGES},
		{"Experiência Profissional", CVD_SECTION_WORK},
		{"Formação Acadêmica", CVD_SECTION_EDUCATION},
		{"Esperienza", CVD_SECTION_WORK},
		{"Istruzione", CVD_SECTION_EDUCATION},
		{"Werkervaring", CVD_SECTION_WORK},
		{"Opleidingen", CVD_SECTION_EDUCATION},
		{"Опыт работы", CVD_SECTION_WORK},
		{"ОБРАЗОВАНИЕ", CVD_SECTION_EDUCATION},
		{"Навыки", CVD_SECTION_SKILLS},
		{"職務経歴", CVD_SECTION_WORK},
		{"■ 学歴", CVD_SECTION_EDUCATION},
		{"スキル・ツール", CVD_SECTION_SKILLS},
		{"工作经历", CVD_SECTION_WORK},
		{"教育背景", CVD_SECTION_EDUCATION},
		{"专业技能", CVD_SECTION_SKILLS},
		{"경력 사항", CVD_SECTION_WORK},
		{"학력", CVD_SECTION_EDUCATION},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cvd_title_reading got =
			cvd_lexicon_section(&arena, cvd_str_from(rows[i].title));

		ck_assert_msg(got.known && got.type == rows[i].type && !got.summary && !got.contact,
			      "'%s' is %s", rows[i].title,
			      got.known ? cvd_section_type_name(got.type) : "unknown");
	}
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(titles_keep_their_meaning_whatever_stands_around)
{
	static const char *const titles[] = {"Skills",      "skills:",           "**SKILLS**",
					     "🛠 Skills", "3. Skills",         "Skills & Tools",
					     "— Skills —",  "Skills (selected)", "My  Skills",
					     "Tools/Skills"};

	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
		ck_assert_msg(cvd_lexicon_section(&arena, cvd_str_from(titles[i])).type ==
				      CVD_SECTION_SKILLS,
			      "'%s'", titles[i]);
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(summaries_and_contacts_are_of_type_other)
{
	static const struct {
		const char *title;
		bool summary;
	} rows[] = {
		{"Summary", true},   {"About me", true},  {"Profile", true},
		{"Objective", true}, {"Profil", true},    {"À propos", true},
		{"Resumen", true},   {"О себе", true},    {"自己PR", true},
		{"个人简介", true},  {"소개", true},      {"Contact", false},
		{"Kontakt", false},  {"Контакты", false}, {"Contact Information", false},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cvd_title_reading got =
			cvd_lexicon_section(&arena, cvd_str_from(rows[i].title));

		ck_assert_msg(got.known && got.type == CVD_SECTION_OTHER, "'%s'", rows[i].title);
		ck_assert_msg(got.summary == rows[i].summary && got.contact == !rows[i].summary,
			      "'%s'", rows[i].title);
	}
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(near_misses_are_unknown)
{
	static const char *const titles[] = {
		"",
		"?!",
		"2019",
		"Experienced",
		"Networks",
		"Workshop leader",
		"Reeducation",
		"Early days",
		"Ines Falk",
		"How I came to love every project that I ever did at work",
	};
	struct cvd_buf longer = {0};

	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
		struct cvd_title_reading got = cvd_lexicon_section(&arena, cvd_str_from(titles[i]));

		ck_assert_msg(!got.known && got.type == CVD_SECTION_OTHER && !got.summary &&
				      !got.contact,
			      "'%s'", titles[i]);
	}
	cvd_buf_add(&longer, CVD_STR("Skills "));
	cvd_buf_fill(&longer, '-', 1000);
	ck_assert(!cvd_lexicon_section(&arena, cvd_buf_str(&longer)).known);
	cvd_buf_free(&longer);
	cvd_arena_free(&arena);
}
END_TEST

static void check_words(bool (*test)(struct cvd_arena *, struct cvd_str), bool want,
			const char *const *texts, size_t count)
{
	for (size_t i = 0; i < count; i++)
		ck_assert_msg(test(&arena, cvd_str_from(texts[i])) == want, "'%s'", texts[i]);
	cvd_arena_free(&arena);
}

#define CHECK_WORDS(test, want, texts) check_words(test, want, texts, sizeof texts / sizeof *texts)

START_TEST(degrees)
{
	static const char *const yes[] = {"Bachelor of Arts",
					  "B.Sc. Physics",
					  "MASTER OF SCIENCE",
					  "Ph.D. in Optics",
					  "MBA",
					  "Master’s degree",
					  "Diplom-Physiker",
					  "Licenciatura en Historia",
					  "Магистр"};
	static const char *const no[] = {"",     "Basketball", "Masterful pump design",
					 "Oslo", "Bsci",       "Engineer"};

	CHECK_WORDS(cvd_lexicon_is_degree, true, yes);
	CHECK_WORDS(cvd_lexicon_is_degree, false, no);
}
END_TEST

START_TEST(schools)
{
	static const char *const yes[] = {"University of Tromsø", "Hochschule Nordhafen",
					  "ÉCOLE du Port",        "Harbour College, Bergen",
					  "Universidade do Mar",  "Университет Севера"};
	static const char *const no[] = {"", "Universal Pumps", "Schooling Fish Ltd", "Nordlys"};

	CHECK_WORDS(cvd_lexicon_is_school, true, yes);
	CHECK_WORDS(cvd_lexicon_is_school, false, no);
}
END_TEST

UNIT_MAIN("lexicon", titles_of_all_languages, titles_keep_their_meaning_whatever_stands_around,
	  summaries_and_contacts_are_of_type_other, near_misses_are_unknown, degrees, schools)
