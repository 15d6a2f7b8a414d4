/* The tables of the lexicon and what their rows say. A new row goes where the order of bytes wants
 * it; the unit test tells where that is. Private to lexicon*.c and its tests. */
#ifndef CVD_RESUME_LEXICON_TABLES_H
#define CVD_RESUME_LEXICON_TABLES_H

#include "lexicon.h"
#include "lexicon_text.h"

/* Beside enum cvd_word_class: what a row says to the lexicon alone. */
enum {
	CVD_WORD_MODIFIER = 1 << 16, /* qualifies a title: senior, software */
	CVD_WORD_REGION = 1 << 17,   /* a place that ends another: a country, a state */
	CVD_WORD_CODE = 1 << 18,     /* holds in capitals only: `Portland, OR`, `Nordlys AS` */
	CVD_WORD_NEUTRAL = 1 << 19,  /* stands in anything: of, and */
	CVD_WORD_RANK = 1 << 20,     /* stands behind a title: II */
};

/* Of each table, written by lexicon_slots.c. */
extern const struct cvd_slot cvd_words_titles_slots[], cvd_words_places_slots[],
	cvd_words_terms_slots[], cvd_words_endings_slots[], cvd_sections_latin_slots[],
	cvd_sections_other_slots[], cvd_labels_slots[], cvd_levels_slots[], cvd_languages_slots[];

/* Values are sets of classes. A word may stand in several of the first three. */
extern const struct cvd_table cvd_words_titles, cvd_words_places, cvd_words_terms;
/* How German and Dutch compounds end that are titles. */
extern const struct cvd_table cvd_words_endings;

/* Values of the tables of sections: an enum cvd_section_type or one of these, perhaps with flags. */
enum {
	CVD_TITLE_SUMMARY = CVD_SECTION_TYPE_COUNT,
	CVD_TITLE_CONTACT,
	CVD_TITLE_DOCUMENT,
	CVD_TITLE_QUALIFIER,   /* says nothing of its own: selected, other, weitere */
	CVD_TITLE_JOINT,       /* joins two subjects, or a subject and what it is about */
	CVD_TITLE_WEAK = 32,   /* qualifies where another row stands beside it: personal */
	CVD_TITLE_COMMON = 64, /* tells nothing beside words of no row: software, university */
	CVD_TITLE_FLAGS = CVD_TITLE_WEAK | CVD_TITLE_COMMON,
};
/* By the first byte of the key: ASCII, or not. */
extern const struct cvd_table cvd_sections_latin, cvd_sections_other;

/* Values are enum cvd_label. */
extern const struct cvd_table cvd_labels;

enum cvd_level_row {
	CVD_LEVEL_NAME, /* fluent */
	CVD_LEVEL_EXAM, /* B2, TOEFL: any number may stand beside it */
	CVD_LEVEL_UNIT, /* years: makes a level with a number */
	CVD_LEVEL_NEUTRAL,
};
extern const struct cvd_table cvd_levels;

/* Values are 0. */
extern const struct cvd_table cvd_languages;

#endif
