/* What the words of a résumé say about the thing they name. Tables; private to the readers.
 *
 * Every function takes text in any letter case and with any punctuation around its words, allocates
 * in `scratch` only, and costs words × log rows. Text longer than CVD_LEXICON_MAX_TEXT is a statement:
 * it names nothing, and the answer is the empty one. */
#ifndef CVD_RESUME_LEXICON_H
#define CVD_RESUME_LEXICON_H

#include "base/arena.h"
#include "resume/vocabulary.h"

#define CVD_LEXICON_MAX_TEXT 400 /* bytes */

/* --- titles of sections ----------------------------------------------------------------------- */

/* What a section's title tells. */
struct cvd_title_reading {
	enum cvd_section_type type;
	bool known;   /* the title is in the tables; else the type is CVD_SECTION_OTHER */
	bool whole;   /* known, and of words of the tables only: no `Director of Education` */
	bool summary; /* "Summary" and the like: of type other, its paragraphs are the summary */
	bool contact; /* "Contact" and the like: of type other, it holds addresses */
	bool rest; /* "Others", "Miscellaneous": words of titles that name no section; not known */
	bool document; /* "Curriculum Vitae", "職務経歴書": names the document, and is not known */
};

struct cvd_title_reading cvd_lexicon_section(struct cvd_arena *scratch, struct cvd_str title);

/* --- classes of words ------------------------------------------------------------------------- */

enum cvd_word_class {
	CVD_WORD_TITLE = 1,   /* what a person does: engineer, Krankenpfleger, 開発者 */
	CVD_WORD_DEGREE = 2,  /* Bachelor, M.Sc., Abitur */
	CVD_WORD_SCHOOL = 4,  /* university, Gymnasium, 大学 */
	CVD_WORD_COMPANY = 8, /* legal forms, and words of employers: bank, studio, 集团 */
	CVD_WORD_PLACE = 16,  /* countries, states, cities; remote, hybrid */
	CVD_WORD_TEAM = 32,   /* team, department, Abteilung, 部 */
	CVD_WORD_TERMS = 64,  /* full-time, freelance, CDI, 正社員 */
	CVD_WORD_STUDY = 128, /* fields of study: physics, Informatik */
	CVD_WORD_GRADE = 256, /* GPA, cum laude, with honours */
};

/* Sets of enum cvd_word_class. */
struct cvd_words {
	unsigned any; /* rows of the class stand somewhere in the text */
	/* Rows of the class cover all words, beside `of`, `and` and the like, and beside rows that go
	 * with it: what qualifies a title (`Senior Software Engineer II`), a degree's field, a school's
	 * place, a grade's numbers. A place may begin with words of no row if a country, state or code
	 * ends it (`Saint-Malo, France`); a city alone does not vouch for them (`Nordlys, Oslo`), and
	 * neither does anything for a title, company or school (`Nordlys GmbH, Norway`). */
	unsigned whole;
	/* A row holds the last, the first word. Numbers of rank (`Engineer II`), endings of gender
	 * (`Entwickler*in`) and what stands in brackets behind are not the last word. */
	unsigned last, first;
};

/* Titles begin with the title word in Romance and Slavic languages and end with it in English,
 * German, Dutch, Chinese, Japanese and Korean: that is what first and last are for. */
struct cvd_words cvd_lexicon_words(struct cvd_arena *scratch, struct cvd_str text);

/* The text names what a person does (`Senior Engineer`, `Head of Sales`). */
bool cvd_lexicon_is_title(struct cvd_arena *scratch, struct cvd_str text);

/* Bytes of the legal form that the text begins with (`Inc.`, `GmbH`): a comma before it separates
 * nothing. 0 if none. */
size_t cvd_lexicon_legal_form(struct cvd_str text);

/* --- labels ----------------------------------------------------------------------------------- */

enum cvd_label {
	CVD_LABEL_NONE,
	CVD_LABEL_TITLE,
	CVD_LABEL_ORGANIZATION,
	CVD_LABEL_CLIENT,
	CVD_LABEL_PROJECT,
	CVD_LABEL_TEAM,
	CVD_LABEL_LOCATION,
	CVD_LABEL_DATES,
	CVD_LABEL_START,
	CVD_LABEL_END,
	CVD_LABEL_URL,
	CVD_LABEL_SKILLS,
	CVD_LABEL_DETAIL,     /* Grade, Degree, Thesis, Employment type */
	CVD_LABEL_STATEMENTS, /* Responsibilities, Achievements */
	CVD_LABEL_EMAIL,
	CVD_LABEL_PHONE,
	CVD_LABEL_ADDRESS,
	CVD_LABEL_PROFILE, /* GitHub, LinkedIn */
	CVD_LABEL_NAME,
	CVD_LABEL_LANGUAGES,
};

/* What the words in front of a colon announce. The text is the label alone, with or without its colon
 * (`:` or `：`); a label is known as a whole or not at all. */
enum cvd_label cvd_lexicon_label(struct cvd_arena *scratch, struct cvd_str text);

/* The words only name a link: `source code`, `Link to certificate`, `Zum Projekt`. */
bool cvd_lexicon_names_link(struct cvd_arena *scratch, struct cvd_str text);

/* --- joints ----------------------------------------------------------------------------------- */

/* Bytes of the words at text[at], between spaces or at the start, that join a title to an organization (`at`, `bei`,
 * `в компании`), without the spaces; 0 if none. *mark: it is an `@`, which may also stand without
 * spaces before a capital letter, and is never that of an address. No allocation. */
size_t cvd_lexicon_joint(struct cvd_str text, size_t at, bool *mark);
/* The joint there means other things more often (`for`, `in`, `en`, `в`): it joins only where both
 * sides look like it. */
bool cvd_lexicon_joint_is_weak(struct cvd_str text, size_t at);

/* --- levels and languages --------------------------------------------------------------------- */

/* The whole text tells how well something is known: `fluent`, `B2`, `5+ years`, `★★★☆☆`, `80%`. */
bool cvd_lexicon_is_level(struct cvd_arena *scratch, struct cvd_str text);
/* The whole text is the name of one human language, in its own words or in the readers'. */
bool cvd_lexicon_is_language(struct cvd_arena *scratch, struct cvd_str text);

#endif
