/*
 * Titles are compared word by word, case-folded, without emoji, digits and punctuation. A title is
 * known if it is a row, or, being short, holds a row's words in a row; the longest such row wins,
 * and of equally long ones the last in the title, as English and German put the head of a phrase
 * (`Volunteer Experience` has a row of its own for that reason).
 *
 * Text without spaces (Chinese, Japanese) is compared by substring.
 *
 * Adding a language is adding rows.
 */
#include "lexicon.h"

#include "base/buf.h"
#include "base/text.h"

#include <string.h>

/* A longer title is a sentence; what it mentions does not name it. */
#define MAX_TITLE_WORDS 6
#define MAX_TITLE_BYTES 200

struct row {
	const char *words;
	int type; /* enum cvd_section_type, SUMMARY or CONTACT */
};

#define SUMMARY CVD_SECTION_TYPE_COUNT
#define CONTACT (CVD_SECTION_TYPE_COUNT + 1)

#define WORK CVD_SECTION_WORK
#define VOLUNTEER CVD_SECTION_VOLUNTEER
#define EDUCATION CVD_SECTION_EDUCATION
#define PROJECTS CVD_SECTION_PROJECTS
#define PUBLICATIONS CVD_SECTION_PUBLICATIONS
#define AWARDS CVD_SECTION_AWARDS
#define CERTIFICATES CVD_SECTION_CERTIFICATES
#define SKILLS CVD_SECTION_SKILLS
#define LANGUAGES CVD_SECTION_LANGUAGES
#define INTERESTS CVD_SECTION_INTERESTS
#define REFERENCES CVD_SECTION_REFERENCES

static const struct row section_rows[] = {
	/* English */
	{"experience", WORK},
	{"experiences", WORK},
	{"employment", WORK},
	{"work", WORK},
	{"work history", WORK},
	{"career", WORK},
	{"internships", WORK},
	{"internship", WORK},
	{"positions", WORK},
	{"jobs", WORK},
	{"professional background", WORK},
	{"volunteer", VOLUNTEER},
	{"volunteering", VOLUNTEER},
	{"volunteer experience", VOLUNTEER},
	{"volunteer work", VOLUNTEER},
	{"community", VOLUNTEER},
	{"education", EDUCATION},
	{"academic background", EDUCATION},
	{"studies", EDUCATION},
	{"qualifications", EDUCATION},
	{"projects", PROJECTS},
	{"project", PROJECTS},
	{"project experience", PROJECTS},
	{"open source", PROJECTS},
	{"portfolio", PROJECTS},
	{"publications", PUBLICATIONS},
	{"papers", PUBLICATIONS},
	{"talks", PUBLICATIONS},
	{"patents", PUBLICATIONS},
	{"awards", AWARDS},
	{"honors", AWARDS},
	{"honours", AWARDS},
	{"achievements", AWARDS},
	{"scholarships", AWARDS},
	{"certifications", CERTIFICATES},
	{"certificates", CERTIFICATES},
	{"licenses", CERTIFICATES},
	{"courses", CERTIFICATES},
	{"skills", SKILLS},
	{"skill", SKILLS},
	{"technologies", SKILLS},
	{"tools", SKILLS},
	{"competencies", SKILLS},
	{"expertise", SKILLS},
	{"tech stack", SKILLS},
	{"technical skills", SKILLS},
	{"languages", LANGUAGES},
	{"language skills", LANGUAGES},
	{"programming languages", SKILLS},
	{"interests", INTERESTS},
	{"hobbies", INTERESTS},
	{"references", REFERENCES},
	{"testimonials", REFERENCES},
	{"summary", SUMMARY},
	{"profile", SUMMARY},
	{"about", SUMMARY},
	{"about me", SUMMARY},
	{"objective", SUMMARY},
	{"contact", CONTACT},
	{"contacts", CONTACT},
	{"contact information", CONTACT},
	{"personal information", CONTACT},
	/* German */
	{"berufserfahrung", WORK},
	{"berufliche erfahrung", WORK},
	{"werdegang", WORK},
	{"beruflicher werdegang", WORK},
	{"praktika", WORK},
	{"ehrenamt", VOLUNTEER},
	{"ausbildung", EDUCATION},
	{"bildung", EDUCATION},
	{"studium", EDUCATION},
	{"projekte", PROJECTS},
	{"publikationen", PUBLICATIONS},
	{"veröffentlichungen", PUBLICATIONS},
	{"vorträge", PUBLICATIONS},
	{"auszeichnungen", AWARDS},
	{"zertifikate", CERTIFICATES},
	{"weiterbildung", CERTIFICATES},
	{"kenntnisse", SKILLS},
	{"fähigkeiten", SKILLS},
	{"fachkenntnisse", SKILLS},
	{"sprachen", LANGUAGES},
	{"sprachkenntnisse", LANGUAGES},
	{"interessen", INTERESTS},
	{"hobbys", INTERESTS},
	{"referenzen", REFERENCES},
	{"profil", SUMMARY},
	{"kontakt", CONTACT},
	/* French */
	{"expérience", WORK},
	{"expériences", WORK},
	{"parcours professionnel", WORK},
	{"stages", WORK},
	{"bénévolat", VOLUNTEER},
	{"formation", EDUCATION},
	{"formations", EDUCATION},
	{"études", EDUCATION},
	{"diplômes", EDUCATION},
	{"projets", PROJECTS},
	{"distinctions", AWARDS},
	{"certificats", CERTIFICATES},
	{"compétences", SKILLS},
	{"langues", LANGUAGES},
	{"loisirs", INTERESTS},
	{"centres d'intérêt", INTERESTS},
	{"références", REFERENCES},
	{"à propos", SUMMARY},
	/* Spanish */
	{"experiencia", WORK},
	{"trayectoria", WORK},
	{"voluntariado", VOLUNTEER},
	{"educación", EDUCATION},
	{"formación", EDUCATION},
	{"estudios", EDUCATION},
	{"proyectos", PROJECTS},
	{"publicaciones", PUBLICATIONS},
	{"premios", AWARDS},
	{"certificaciones", CERTIFICATES},
	{"cursos", CERTIFICATES},
	{"habilidades", SKILLS},
	{"competencias", SKILLS},
	{"idiomas", LANGUAGES},
	{"intereses", INTERESTS},
	{"referencias", REFERENCES},
	{"perfil", SUMMARY},
	{"resumen", SUMMARY},
	/* Portuguese */
	{"experiência", WORK},
	{"experiências", WORK},
	{"estágios", WORK},
	{"educação", EDUCATION},
	{"formação", EDUCATION},
	{"projetos", PROJECTS},
	{"publicações", PUBLICATIONS},
	{"prêmios", AWARDS},
	{"certificações", CERTIFICATES},
	{"competências", SKILLS},
	{"interesses", INTERESTS},
	{"referências", REFERENCES},
	{"resumo", SUMMARY},
	{"sobre", SUMMARY},
	/* Italian */
	{"esperienza", WORK},
	{"esperienze", WORK},
	{"volontariato", VOLUNTEER},
	{"istruzione", EDUCATION},
	{"formazione", EDUCATION},
	{"progetti", PROJECTS},
	{"pubblicazioni", PUBLICATIONS},
	{"premi", AWARDS},
	{"certificazioni", CERTIFICATES},
	{"competenze", SKILLS},
	{"lingue", LANGUAGES},
	{"interessi", INTERESTS},
	{"referenze", REFERENCES},
	{"profilo", SUMMARY},
	/* Dutch */
	{"werkervaring", WORK},
	{"ervaring", WORK},
	{"stages", WORK},
	{"vrijwilligerswerk", VOLUNTEER},
	{"opleiding", EDUCATION},
	{"opleidingen", EDUCATION},
	{"projecten", PROJECTS},
	{"publicaties", PUBLICATIONS},
	{"certificaten", CERTIFICATES},
	{"vaardigheden", SKILLS},
	{"talen", LANGUAGES},
	{"interesses", INTERESTS},
	{"referenties", REFERENCES},
	/* Russian */
	{"опыт", WORK},
	{"опыт работы", WORK},
	{"образование", EDUCATION},
	{"проекты", PROJECTS},
	{"публикации", PUBLICATIONS},
	{"награды", AWARDS},
	{"сертификаты", CERTIFICATES},
	{"курсы", CERTIFICATES},
	{"навыки", SKILLS},
	{"языки", LANGUAGES},
	{"интересы", INTERESTS},
	{"рекомендации", REFERENCES},
	{"о себе", SUMMARY},
	{"контакты", CONTACT},
	/* Japanese */
	{"職歴", WORK},
	{"職務経歴", WORK},
	{"経歴", WORK},
	{"業務経験", WORK},
	{"学歴", EDUCATION},
	{"プロジェクト", PROJECTS},
	{"論文", PUBLICATIONS},
	{"受賞", AWARDS},
	{"資格", CERTIFICATES},
	{"スキル", SKILLS},
	{"言語", LANGUAGES},
	{"語学", LANGUAGES},
	{"趣味", INTERESTS},
	{"自己 pr", SUMMARY},
	{"概要", SUMMARY},
	/* Chinese */
	{"工作经历", WORK},
	{"工作經歷", WORK},
	{"工作经验", WORK},
	{"实习经历", WORK},
	{"教育", EDUCATION},
	{"教育背景", EDUCATION},
	{"项目", PROJECTS},
	{"專案", PROJECTS},
	{"获奖", AWARDS},
	{"证书", CERTIFICATES},
	{"技能", SKILLS},
	{"语言", LANGUAGES},
	{"語言", LANGUAGES},
	{"兴趣", INTERESTS},
	{"志愿", VOLUNTEER},
	{"个人简介", SUMMARY},
	/* Korean */
	{"경력", WORK},
	{"학력", EDUCATION},
	{"프로젝트", PROJECTS},
	{"수상", AWARDS},
	{"자격증", CERTIFICATES},
	{"기술", SKILLS},
	{"언어", LANGUAGES},
	{"소개", SUMMARY},
};

static const char *const title_words[] = {"accountant",
					  "administrator",
					  "advisor",
					  "agent",
					  "analyst",
					  "apprentice",
					  "architect",
					  "artist",
					  "assistant",
					  "associate",
					  "author",
					  "barista",
					  "ceo",
					  "cfo",
					  "chef",
					  "chief",
					  "clerk",
					  "cook",
					  "waiter",
					  "waitress",
					  "guide",
					  "helper",
					  "deckhand",
					  "sailor",
					  "carpenter",
					  "co-founder",
					  "coach",
					  "consultant",
					  "contractor",
					  "coo",
					  "coordinator",
					  "cto",
					  "dean",
					  "designer",
					  "developer",
					  "devops",
					  "director",
					  "driver",
					  "editor",
					  "electrician",
					  "engineer",
					  "evangelist",
					  "fellow",
					  "founder",
					  "freelance",
					  "freelancer",
					  "head",
					  "instructor",
					  "intern",
					  "internship",
					  "journalist",
					  "lead",
					  "leader",
					  "lecturer",
					  "librarian",
					  "manager",
					  "mechanic",
					  "mentor",
					  "nurse",
					  "officer",
					  "operator",
					  "owner",
					  "partner",
					  "pharmacist",
					  "physician",
					  "planner",
					  "president",
					  "principal",
					  "producer",
					  "professor",
					  "programmer",
					  "recruiter",
					  "representative",
					  "researcher",
					  "scientist",
					  "secretary",
					  "specialist",
					  "staff",
					  "strategist",
					  "supervisor",
					  "sre",
					  "sysadmin",
					  "teacher",
					  "technician",
					  "technologist",
					  "trainee",
					  "trainer",
					  "translator",
					  "tutor",
					  "vp",
					  "volunteer",
					  "writer",
					  "berater",
					  "beraterin",
					  "entwickler",
					  "entwicklerin",
					  "geschäftsführer",
					  "geschäftsführerin",
					  "ingenieur",
					  "ingenieurin",
					  "leiter",
					  "leiterin",
					  "lehrer",
					  "lehrerin",
					  "mitarbeiter",
					  "mitarbeiterin",
					  "praktikant",
					  "praktikantin",
					  "praktikum",
					  "projektleiter",
					  "projektleiterin",
					  "softwareentwickler",
					  "softwareentwicklerin",
					  "teamleiter",
					  "teamleiterin",
					  "werkstudent",
					  "werkstudentin",
					  "chargé",
					  "chargée",
					  "concepteur",
					  "développeur",
					  "développeuse",
					  "directeur",
					  "directrice",
					  "enseignant",
					  "enseignante",
					  "formateur",
					  "formatrice",
					  "ingénieur",
					  "ingénieure",
					  "responsable",
					  "stagiaire",
					  "technicien",
					  "technicienne",
					  "analista",
					  "arquitecto",
					  "arquitecta",
					  "becario",
					  "becaria",
					  "consultor",
					  "consultora",
					  "desarrollador",
					  "desarrolladora",
					  "directora",
					  "gerente",
					  "ingeniero",
					  "ingeniera",
					  "jefe",
					  "jefa",
					  "profesor",
					  "profesora",
					  "programador",
					  "programadora",
					  "técnico",
					  "técnica",
					  "arquiteto",
					  "arquiteta",
					  "coordenador",
					  "coordenadora",
					  "desenvolvedor",
					  "desenvolvedora",
					  "diretor",
					  "diretora",
					  "engenheiro",
					  "engenheira",
					  "estagiário",
					  "estagiária",
					  "professora",
					  "consulente",
					  "direttore",
					  "direttrice",
					  "ingegnere",
					  "insegnante",
					  "programmatore",
					  "programmatrice",
					  "responsabile",
					  "sviluppatore",
					  "sviluppatrice",
					  "tirocinante",
					  "adviseur",
					  "docent",
					  "ontwikkelaar",
					  "programmeur",
					  "stagiair",
					  "teamleider",
					  "аналитик",
					  "архитектор",
					  "ведущий",
					  "директор",
					  "инженер",
					  "консультант",
					  "менеджер",
					  "преподаватель",
					  "программист",
					  "разработчик",
					  "руководитель",
					  "стажёр",
					  "стажер",
					  "тестировщик"};

/* Without spaces between words: a title holds one of these anywhere. */
static const char *const title_parts[] = {
	"エンジニア",     "プログラマ", "デザイナー", "マネージャー", "リーダー", "ディレクター",
	"コンサルタント", "アルバイト", "インターン", "工程师",       "工程師",   "开发",
	"開發",           "经理",       "經理",       "设计师",       "設計師",   "分析师",
	"实习生",         "實習生",     "主管",       "总监",         "總監",     "架构师",
	"엔지니어",       "개발자",     "매니저",     "디자이너",     "인턴",     "연구원"};

static const char *const legal_forms[] = {"Inc",   "LLC", "L.L.C", "Ltd",  "Limited",     "GmbH",
					  "AG",    "S.A", "SA",    "SARL", "SAS",         "S.r.l",
					  "S.p.A", "B.V", "BV",    "N.V",  "AB",          "AS",
					  "A/S",   "Oy",  "Co",    "Corp", "Corporation", "PLC",
					  "Pty",   "LLP", "e.V"};

static const char *const degree_words[] = {
	"bachelor", "bachelors", "bachelor's", "bachelor’s",   "master",       "masters",
	"master's", "master’s",  "phd",        "doctor",       "doctorate",    "diploma",
	"degree",   "bsc",       "msc",        "mba",          "bs",           "ms",
	"ba",       "ma",        "beng",       "meng",         "b.sc",         "m.sc",
	"b.s",      "m.s",       "b.a",        "m.a",          "ph.d",         "associate",
	"minor",    "abitur",    "diplom",     "licence",      "licenciatura", "grado",
	"mestrado", "máster",    "laurea",     "baccalauréat", "магистр",      "бакалавр"};

static const char *const school_words[] = {
	"university",   "college",      "school",     "institute",      "academy",
	"polytechnic",  "universität",  "hochschule", "fachhochschule", "gymnasium",
	"schule",       "université",   "école",      "lycée",          "universidad",
	"universidade", "escuela",      "instituto",  "faculdade",      "università",
	"politecnico",  "universiteit", "hogeschool", "университет",    "институт"};

/* Letters and single spaces only, case-folded: what is left of `🛠 **Skills & Tools:**`. */
static struct cvd_str normalize(struct cvd_arena *scratch, struct cvd_str text, size_t *words)
{
	struct cvd_str folded = cvd_text_fold(scratch, text), result;
	struct cvd_tokens tokens = cvd_text_tokens(scratch, folded);
	struct cvd_buf buf = {0};

	*words = 0;
	for (size_t i = 0; i < tokens.len; i++) {
		const struct cvd_token *token = &tokens.items[i];

		if (token->kind != CVD_TOKEN_WORD)
			continue;
		cvd_buf_put(&buf, ' ');
		cvd_buf_add(&buf, cvd_str_sub(folded, token->start, token->start + token->len));
		++*words;
	}
	cvd_buf_put(&buf, ' ');
	result = cvd_arena_copy(scratch, cvd_buf_str(&buf));
	cvd_buf_free(&buf);
	return result;
}

/* Where the row's words stand in the normalized title, or SIZE_MAX. Rows without spaces between words
 * may stand anywhere, others begin and end where a word does. */
static size_t find_row(struct cvd_str title, struct cvd_str row)
{
	if ((unsigned char)row.ptr[0] >= 0xe3)
		return cvd_str_find(title, row, 0);
	for (size_t at = 1; at + row.len < title.len; at++)
		if (title.ptr[at] == row.ptr[0] && title.ptr[at - 1] == ' ' &&
		    title.ptr[at + row.len] == ' ' &&
		    cvd_str_starts_with(cvd_str_sub(title, at, title.len), row))
			return at;
	return SIZE_MAX;
}

/* Ideographs are a word each in UAX #29, so they are put together again. */
static struct cvd_str join_ideographs(struct cvd_arena *scratch, struct cvd_str title)
{
	struct cvd_buf buf = {0};
	struct cvd_str result;

	for (size_t i = 0; i < title.len; i++) {
		bool inside = i > 0 && i + 1 < title.len &&
			      (unsigned char)title.ptr[i - 1] >= 0x80 &&
			      (unsigned char)title.ptr[i + 1] >= 0xe3;

		if (title.ptr[i] != ' ' || !inside)
			cvd_buf_put(&buf, title.ptr[i]);
	}
	result = cvd_arena_copy(scratch, cvd_buf_str(&buf));
	cvd_buf_free(&buf);
	return result;
}

static bool has_ideographs(struct cvd_str title)
{
	for (size_t i = 0; i < title.len; i++)
		if ((unsigned char)title.ptr[i] >= 0xe3 && (unsigned char)title.ptr[i] < 0xee)
			return true;
	return false;
}

struct cvd_title_reading cvd_lexicon_section(struct cvd_arena *scratch, struct cvd_str title)
{
	struct cvd_title_reading reading = {.type = CVD_SECTION_OTHER};
	size_t words, best_len = 0, best_at = 0;

	if (title.len > MAX_TITLE_BYTES)
		return reading;
	title = normalize(scratch, title, &words);
	if (has_ideographs(title)) {
		title = join_ideographs(scratch, title);
		words = 1;
	}
	if (words > MAX_TITLE_WORDS)
		return reading;
	for (size_t i = 0; i < sizeof section_rows / sizeof *section_rows; i++) {
		struct cvd_str row = cvd_str_from(section_rows[i].words);
		size_t at = find_row(title, row);

		if (at == SIZE_MAX || row.len < best_len || (row.len == best_len && at < best_at))
			continue;
		reading.known = true;
		reading.summary = section_rows[i].type == SUMMARY;
		reading.contact = section_rows[i].type == CONTACT;
		reading.type = reading.summary || reading.contact
				       ? CVD_SECTION_OTHER
				       : (enum cvd_section_type)section_rows[i].type;
		best_len = row.len;
		best_at = at;
	}
	return reading;
}

static bool has_word(struct cvd_arena *scratch, struct cvd_str text, const char *const *rows,
		     size_t count)
{
	struct cvd_str folded = cvd_text_fold(scratch, text);
	struct cvd_tokens tokens = cvd_text_tokens(scratch, folded);

	for (size_t i = 0; i < tokens.len; i++) {
		struct cvd_str word = cvd_str_sub(folded, tokens.items[i].start,
						  tokens.items[i].start + tokens.items[i].len);

		for (size_t row = 0; row < count; row++)
			if (cvd_str_equal(word, cvd_str_from(rows[row])))
				return true;
	}
	return false;
}

bool cvd_lexicon_is_title(struct cvd_arena *scratch, struct cvd_str text)
{
	for (size_t i = 0; i < sizeof title_parts / sizeof *title_parts; i++)
		if (cvd_str_find(text, cvd_str_from(title_parts[i]), 0) != SIZE_MAX)
			return true;
	return has_word(scratch, text, title_words, sizeof title_words / sizeof *title_words);
}

size_t cvd_lexicon_legal_form(struct cvd_str text)
{
	for (size_t i = 0; i < sizeof legal_forms / sizeof *legal_forms; i++) {
		struct cvd_str form = cvd_str_from(legal_forms[i]);

		if (cvd_str_equal_ascii_nocase(cvd_str_sub(text, 0, form.len), form) &&
		    (text.len == form.len || strchr(" .,)", text.ptr[form.len])))
			return form.len;
	}
	return 0;
}

bool cvd_lexicon_is_degree(struct cvd_arena *scratch, struct cvd_str text)
{
	return has_word(scratch, text, degree_words, sizeof degree_words / sizeof *degree_words);
}

bool cvd_lexicon_is_school(struct cvd_arena *scratch, struct cvd_str text)
{
	return has_word(scratch, text, school_words, sizeof school_words / sizeof *school_words);
}
