/* What the tables of words tell, language by language, and words that are nearly so. */
#include "unit.h"

#include "lexicon.h"

#include "lexicon_tables.h"

#include "base/buf.h"

#include <string.h>

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

static bool is_degree(struct cvd_arena *scratch, struct cvd_str text)
{
	return cvd_lexicon_words(scratch, text).any & CVD_WORD_DEGREE;
}

static bool is_school(struct cvd_arena *scratch, struct cvd_str text)
{
	return cvd_lexicon_words(scratch, text).any & CVD_WORD_SCHOOL;
}

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

	CHECK_WORDS(is_degree, true, yes);
	CHECK_WORDS(is_degree, false, no);
}
END_TEST

START_TEST(schools)
{
	static const char *const yes[] = {"University of Tromsø", "Hochschule Nordhafen",
					  "ÉCOLE du Port",        "Harbour College, Bergen",
					  "Universidade do Mar",  "Университет Севера"};
	static const char *const no[] = {"", "Universal Pumps", "Schooling Fish Ltd", "Nordlys"};

	CHECK_WORDS(is_school, true, yes);
	CHECK_WORDS(is_school, false, no);
}
END_TEST

START_TEST(tables_are_sorted_and_hold_keys)
{
	static const struct {
		const char *name;
		const struct cvd_table *table;
	} tables[] = {{"titles", &cvd_words_titles},     {"places", &cvd_words_places},
		      {"terms", &cvd_words_terms},       {"endings", &cvd_words_endings},
		      {"sections", &cvd_sections_latin}, {"sections_other", &cvd_sections_other},
		      {"labels", &cvd_labels},           {"levels", &cvd_levels},
		      {"languages", &cvd_languages}};

	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		const struct cvd_table *table = tables[i].table;

		for (size_t row = 0; row < table->len; row++) {
			struct cvd_str words = cvd_str_from(table->rows[row].words);
			struct cvd_key key = cvd_key_make(&arena, words, words.len);

			ck_assert_msg(cvd_str_equal(key.text, words),
				      "lexicon_%s.c: write '%.*s' for '%.*s'", tables[i].name,
				      CVD_STR_ARG(key.text), CVD_STR_ARG(words));
			ck_assert_ptr_eq(cvd_table_find(table, words), &table->rows[row]);
			if (row)
				ck_assert_msg(strcmp(table->rows[row - 1].words, words.ptr) < 0,
					      "lexicon_%s.c: '%.*s' stands too late",
					      tables[i].name, CVD_STR_ARG(words));
		}
		cvd_arena_free(&arena);
	}
	for (size_t row = 0; row < cvd_sections_latin.len; row++)
		ck_assert((unsigned char)cvd_sections_latin.rows[row].words[0] < 0x80);
	for (size_t row = 0; row < cvd_sections_other.len; row++)
		ck_assert((unsigned char)cvd_sections_other.rows[row].words[0] >= 0x80);
}
END_TEST

START_TEST(titles_with_two_subjects)
{
	static const struct {
		const char *title;
		enum cvd_section_type type;
	} rows[] = {
		{"Awards & Certifications", CVD_SECTION_AWARDS},
		{"Education and Certifications", CVD_SECTION_EDUCATION},
		{"Interests & Languages", CVD_SECTION_INTERESTS},
		{"Languages & Frameworks", CVD_SECTION_SKILLS},
		{"Licenses/Certifications", CVD_SECTION_CERTIFICATES},
		{"Talks & Presentations", CVD_SECTION_PUBLICATIONS},
		{"Work & Volunteer Experience", CVD_SECTION_WORK},
		{"Project Experience", CVD_SECTION_PROJECTS},
		{"Technical and Soft Skills", CVD_SECTION_SKILLS},
		{"Personal and Professional Projects", CVD_SECTION_PROJECTS},
		{"Technical Experience", CVD_SECTION_WORK},
		{"Volunteering & Community", CVD_SECTION_VOLUNTEER},
		{"Leadership and Activities", CVD_SECTION_VOLUNTEER},
		{"Etudes et diplômes", CVD_SECTION_EDUCATION},
		{"Fähigkeiten und Interessen", CVD_SECTION_SKILLS},
		{"Навыки и достижения", CVD_SECTION_SKILLS},
		{"資格・免許", CVD_SECTION_CERTIFICATES},
		{"语言能力与兴趣爱好", CVD_SECTION_LANGUAGES},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cvd_title_reading got =
			cvd_lexicon_section(&arena, cvd_str_from(rows[i].title));

		ck_assert_msg(got.whole && got.type == rows[i].type, "'%s' is %s", rows[i].title,
			      cvd_section_type_name(got.type));
	}
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(titles_that_only_mention_a_subject_are_not_whole)
{
	static const char *const titles[] = {
		"Education First Ltd",   "Senior Project Manager", "Volunteer Coordinator",
		"Experience Designer",   "Director of Education",  "Skills Matter Ltd",
		"Open Source Engineer",  "Software Developer",     "University of Nordhafen",
		"Experience at Nordlys", "Workshop leader",        "東京大学教育学部",
		"项目 - 海鸥系统",       "Projektleiterin",        "Stage manager",
		"Consulting Engineer",   "Work in progress",       "Curriculum Vitae",
	};
	static const char *const whole[] = {
		"1. Selected Recent Projects",
		"💼 Work Experience (2010 – 2020)",
		"MY OPEN-SOURCE WORK",
		"Expériences professionnelles",
		"Formacao Academica",
		"その他のスキル",
		"项目经验（部分）",
		"경력 사항",
		"Ключевые навыки",
		"Skills",
	};

	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
		ck_assert_msg(!cvd_lexicon_section(&arena, cvd_str_from(titles[i])).whole, "'%s'",
			      titles[i]);
	for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
		ck_assert_msg(cvd_lexicon_section(&arena, cvd_str_from(whole[i])).whole, "'%s'",
			      whole[i]);
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(titles_of_the_document_are_no_sections)
{
	static const char *const titles[] = {"Resume",     "Résumé", "Curriculum Vitae",
					     "Lebenslauf", "履歴書", "職務経歴書",
					     "个人简历",   "이력서", "Резюме",
					     "My CV"};

	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
		struct cvd_title_reading got = cvd_lexicon_section(&arena, cvd_str_from(titles[i]));

		ck_assert_msg(got.document && !got.known, "'%s'", titles[i]);
	}
	ck_assert(!cvd_lexicon_section(&arena, CVD_STR("Ines Falk CV")).document);
	ck_assert(!cvd_lexicon_section(&arena, CVD_STR("Resume Skills")).document);
	cvd_arena_free(&arena);
}
END_TEST

#define TITLE CVD_WORD_TITLE
#define DEGREE CVD_WORD_DEGREE
#define SCHOOL CVD_WORD_SCHOOL
#define COMPANY CVD_WORD_COMPANY
#define PLACE CVD_WORD_PLACE
#define TEAM CVD_WORD_TEAM
#define TERMS CVD_WORD_TERMS
#define STUDY CVD_WORD_STUDY
#define GRADE CVD_WORD_GRADE

START_TEST(classes_that_cover_the_whole)
{
	static const struct {
		const char *text;
		unsigned class;
	} rows[] = {
		{"Senior Software Engineer II", TITLE},
		{"Head of Sales", TITLE},
		{"Scrum Master", TITLE},
		{"Registered Nurse", TITLE},
		{"Vice President, Engineering", TITLE},
		{"Entwickler*in", TITLE},
		{"Spieleentwicklerin", TITLE},
		{"Softwareentwickler (m/w/d)", TITLE},
		{"Développeur·euse web", TITLE},
		{"INGENIEUR LOGICIEL", TITLE},
		{"Chef de projet", TITLE},
		{"Desarrolladora", TITLE},
		{"Estagiário", TITLE},
		{"Sviluppatore software", TITLE},
		{"Productontwikkelaar", TITLE},
		{"Ведущий разработчик", TITLE},
		{"フロントエンドエンジニア", TITLE},
		{"高级前端开发工程师", TITLE},
		{"백엔드 개발자", TITLE},
		{"Bachelor of Science in Computer Science", DEGREE},
		{"M.Sc. Informatik", DEGREE},
		{"Ph. D.", DEGREE},
		{"University of Oslo", SCHOOL},
		{"Technische Universität München", SCHOOL},
		{"北京大学", SCHOOL},
		{"Portland, OR", PLACE},
		{"Portland OR 97201", PLACE},
		{"Saint-Malo, France", PLACE},
		{"Malmö, Sweden (remote)", PLACE},
		{"Quimper, Bretagne, France", PLACE},
		{"10115 Berlin", PLACE},
		{"Télétravail", PLACE},
		{"Санкт-Петербург", PLACE},
		{"東京都", PLACE},
		{"서울", PLACE},
		{"Platform Team", TEAM},
		{"開発部", TEAM},
		{"Full-time", TERMS},
		{"Teilzeit", TERMS},
		{"CDI", TERMS},
		{"正社員", TERMS},
		{"полная занятость", TERMS},
		{"Data Science", STUDY},
		{"GPA: 3.8/4.0", GRADE},
		{"1,3", GRADE},
		{"magna cum laude", GRADE},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ck_assert_msg(cvd_lexicon_words(&arena, cvd_str_from(rows[i].text)).whole &
				      rows[i].class,
			      "'%s'", rows[i].text);
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(classes_by_where_they_stand)
{
	static const struct {
		const char *text;
		unsigned any, first, last; /* must be among them */
		unsigned not_whole, not_any;
	} rows[] = {
		{"Engineer at Nordlys", TITLE, TITLE, 0, TITLE, COMPANY},
		{"Boat Engineer", TITLE, 0, TITLE, TITLE, 0},
		{"Scrum Master", TITLE, TITLE, TITLE, DEGREE, DEGREE},
		{"Leiter Werft", TITLE, TITLE, 0, TITLE, 0},
		{"Nordlys GmbH", COMPANY, 0, COMPANY, COMPANY, 0},
		{"Nordlys AS", COMPANY, 0, COMPANY, COMPANY, 0},
		{"株式会社ノルドリス", COMPANY, COMPANY, 0, COMPANY, TEAM},
		{"ООО Северный ветер", COMPANY, COMPANY, 0, COMPANY, 0},
		{"Nordlys, Oslo", PLACE, 0, PLACE, PLACE, 0},
		{"Acme GmbH, Norway", PLACE | COMPANY, 0, PLACE, PLACE, 0},
		{"Engineer, Norway", PLACE | TITLE, TITLE, PLACE, PLACE, 0},
		{"大学院", SCHOOL, SCHOOL, SCHOOL, 0, TITLE},
		{"全部品質", 0, 0, 0, 0, TEAM},
		{"Work in progress", 0, 0, 0, 0, PLACE | TITLE | COMPANY},
		{"as is or not", 0, 0, 0, 0, PLACE | COMPANY},
		{"2020", 0, 0, 0, 0, PLACE | GRADE | TITLE},
		{"2020.04", 0, 0, 0, 0, GRADE},
		{"", 0, 0, 0, 0, PLACE | GRADE | TITLE},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cvd_words got = cvd_lexicon_words(&arena, cvd_str_from(rows[i].text));

		ck_assert_msg((got.any & rows[i].any) == rows[i].any, "'%s' any %x", rows[i].text,
			      got.any);
		ck_assert_msg((got.first & rows[i].first) == rows[i].first, "'%s' first %x",
			      rows[i].text, got.first);
		ck_assert_msg((got.last & rows[i].last) == rows[i].last, "'%s' last %x",
			      rows[i].text, got.last);
		ck_assert_msg(!(got.whole & rows[i].not_whole) && !(got.any & rows[i].not_any),
			      "'%s' any %x whole %x", rows[i].text, got.any, got.whole);
	}
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(long_text_names_nothing)
{
	struct cvd_buf buf = {0};
	bool mark;

	while (buf.len < 1000000)
		cvd_buf_add(&buf, CVD_STR("Engineer @ 大学 (a/b) "));
	ck_assert_uint_eq(cvd_lexicon_words(&arena, cvd_buf_str(&buf)).any, 0);
	ck_assert(!cvd_lexicon_section(&arena, cvd_buf_str(&buf)).known);
	ck_assert_int_eq(cvd_lexicon_label(&arena, cvd_buf_str(&buf)), CVD_LABEL_NONE);
	ck_assert(!cvd_lexicon_is_level(&arena, cvd_buf_str(&buf)));
	ck_assert(!cvd_lexicon_is_language(&arena, cvd_buf_str(&buf)));
	for (size_t at = 0; at < buf.len; at++)
		cvd_lexicon_joint(cvd_buf_str(&buf), at, &mark);
	cvd_buf_free(&buf);
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(labels)
{
	static const struct {
		const char *text;
		enum cvd_label label;
	} rows[] = {
		{"Position", CVD_LABEL_TITLE},
		{"Job Title:", CVD_LABEL_TITLE},
		{"Puesto", CVD_LABEL_TITLE},
		{"職位：", CVD_LABEL_TITLE},
		{"Должность", CVD_LABEL_TITLE},
		{"Employer", CVD_LABEL_ORGANIZATION},
		{"会社名", CVD_LABEL_ORGANIZATION},
		{"회사", CVD_LABEL_ORGANIZATION},
		{"Client", CVD_LABEL_CLIENT},
		{"Projekt", CVD_LABEL_PROJECT},
		{"部署", CVD_LABEL_TEAM},
		{"Lieu", CVD_LABEL_LOCATION},
		{"Zeitraum", CVD_LABEL_DATES},
		{"期間：", CVD_LABEL_DATES},
		{"Start date", CVD_LABEL_START},
		{"Fecha de fin", CVD_LABEL_END},
		{"Website", CVD_LABEL_URL},
		{"**Tech Stack:**", CVD_LABEL_SKILLS},
		{"Technologies utilisées", CVD_LABEL_SKILLS},
		{"開発環境", CVD_LABEL_SKILLS},
		{"기술 스택", CVD_LABEL_SKILLS},
		{"GPA", CVD_LABEL_DETAIL},
		{"Responsabilités", CVD_LABEL_STATEMENTS},
		{"Обязанности", CVD_LABEL_STATEMENTS},
		{"✉️ E-Mail", CVD_LABEL_EMAIL},
		{"Téléphone", CVD_LABEL_PHONE},
		{"Anschrift", CVD_LABEL_ADDRESS},
		{"GitHub", CVD_LABEL_PROFILE},
		{"氏名", CVD_LABEL_NAME},
		{"Sprachen", CVD_LABEL_LANGUAGES},
		{"", CVD_LABEL_NONE},
		{":", CVD_LABEL_NONE},
		{"Note to the project team", CVD_LABEL_NONE},
		{"Position of the sun", CVD_LABEL_NONE},
		{"Nordlys", CVD_LABEL_NONE},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ck_assert_msg(cvd_lexicon_label(&arena, cvd_str_from(rows[i].text)) == rows[i].label,
			      "'%s'", rows[i].text);
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(words_that_only_name_a_link)
{
	static const struct {
		const char *text;
		bool names;
	} rows[] = {
		{"Link to Certificate", true},
		{"source", true},
		{"View on GitHub", true},
		{"Zertifikat Link", true},
		{"source / demo", true},
		{"Repositório", true},
		{"to the project", false},
		{"Nordlys", false},
		{"Demo Nordlys", false},
		{"Position", false},
		{"", false},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ck_assert_msg(cvd_lexicon_names_link(&arena, cvd_str_from(rows[i].text)) ==
				      rows[i].names,
			      "'%s'", rows[i].text);
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(joints)
{
	static const struct {
		const char *text, *from; /* of the joint, if it is one */
		size_t len;
		bool mark, weak;
	} rows[] = {
		{"Engineer @ Nordlys", "@ N", 1, true, false},
		{"Engineer @Nordlys", "@N", 1, true, false},
		{"Engineer@Nordlys", "@N", 1, true, false},
		{"Engineer at Nordlys", "at N", 2, false, false},
		{"Engineer at the Quay", "at the", 6, false, false},
		{"Engineer at The Quay", "at The", 2, false, false},
		{"Technikerin bei Nordlys", "bei", 3, false, false},
		{"Développeuse chez Nordlys", "chez", 4, false, false},
		{"Cuoca presso Nordlys", "presso", 6, false, false},
		{"Kok bij Nordlys", "bij", 3, false, false},
		{"Повар в компании Север", "в компании", sizeof "в компании" - 1, false, false},
		{"Повар в Север", "в С", sizeof "в" - 1, false, true},
		{"Docente en Nordlys", "en N", 2, false, true},
		{"Cook for Nordlys", "for", 3, false, true},
		{"Technical attaché", "attaché", 0, false, false},
		{"jane@Example.org", "@E", 0, false, false},
		{"jane@example", "@e", 0, false, false},
		{"@Nordlys", "@N", 0, false, false},
		{"Look at", "at", 0, false, false},
		{"at Nordlys", "at", 2, false, false},
		{"Engineer, at,sea", "at,", 0, false, false},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cvd_str text = cvd_str_from(rows[i].text);
		size_t at = cvd_str_find(text, cvd_str_from(rows[i].from), 0);
		bool mark = true;

		ck_assert_msg(cvd_lexicon_joint(text, at, &mark) == rows[i].len, "'%s'",
			      rows[i].text);
		ck_assert_msg(mark == rows[i].mark, "'%s'", rows[i].text);
		ck_assert_msg(cvd_lexicon_joint_is_weak(text, at) == rows[i].weak, "'%s'",
			      rows[i].text);
	}
}
END_TEST

START_TEST(levels)
{
	static const char *const yes[] = {"native",
					  "(Fluent)",
					  "Native or bilingual proficiency",
					  "Professional working proficiency",
					  "Upper-intermediate",
					  "C1",
					  "B2/C1",
					  "IELTS 7.5",
					  "TOEIC 900点",
					  "CET-6",
					  "JLPT N2",
					  "Muttersprache",
					  "fließend in Wort und Schrift",
					  "langue maternelle",
					  "avanzado",
					  "básico",
					  "fluente",
					  "madrelingua",
					  "vloeiend",
					  "родной",
					  "日常会話レベル",
					  "母语",
					  "원어민",
					  "5 years",
					  "10+ yrs",
					  "5年以上",
					  "★★★☆☆",
					  "●●●○○",
					  "██████░░░░",
					  "80%",
					  "4/5",
					  "2 years of experience"};
	static const char *const no[] = {"",
					 "2019",
					 "3",
					 "Python",
					 "English fluent",
					 "Business",
					 "Reading",
					 "★",
					 "----",
					 "years",
					 "2019/2020",
					 "Native Apps",
					 "fluent, and fond of long letters"};

	CHECK_WORDS(cvd_lexicon_is_level, true, yes);
	CHECK_WORDS(cvd_lexicon_is_level, false, no);
}
END_TEST

START_TEST(languages)
{
	static const char *const yes[] = {
		"English", "DEUTSCH",    "français",   "Brazilian Portuguese",
		"日本語",  "普通话",     "한국어",     "русский",
		"Español", "italiano",   "Nederlands", "Mandarin Chinese",
		"हिन्दी",   "Tiếng Việt", "العربية"};
	static const char *const no[] = {"", "Java", "English, German", "English teacher", "Norway"};

	CHECK_WORDS(cvd_lexicon_is_language, true, yes);
	CHECK_WORDS(cvd_lexicon_is_language, false, no);
}
END_TEST

START_TEST(legal_forms)
{
	ck_assert_uint_eq(cvd_lexicon_legal_form(CVD_STR("Inc., Oslo")), 3);
	ck_assert_uint_eq(cvd_lexicon_legal_form(CVD_STR("GmbH")), 4);
	ck_assert_uint_eq(cvd_lexicon_legal_form(CVD_STR("Incubator")), 0);
	ck_assert_uint_eq(cvd_lexicon_legal_form(CVD_STR("")), 0);
}
END_TEST

UNIT_MAIN("lexicon", titles_of_all_languages, titles_keep_their_meaning_whatever_stands_around,
	  summaries_and_contacts_are_of_type_other, near_misses_are_unknown, degrees, schools,
	  tables_are_sorted_and_hold_keys, titles_with_two_subjects,
	  titles_that_only_mention_a_subject_are_not_whole, titles_of_the_document_are_no_sections,
	  classes_that_cover_the_whole, classes_by_where_they_stand, long_text_names_nothing,
	  labels, words_that_only_name_a_link, joints, levels, languages, legal_forms)
