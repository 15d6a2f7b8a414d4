/* The invented words that random résumés are made of. */
#ifndef LAWS_WORDS_H
#define LAWS_WORDS_H

#include "base/str.h"
#include "random.h"

/* Marks inside a text: the writer puts the emphasis characters of its style in their place. */
#define MARK_EMPHASIS "\001"
#define MARK_STRONG "\002"

enum word_list {
	WORDS_VERB,
	WORDS_NOUN,
	WORDS_FILLER,
	WORDS_NUMBER,
	WORDS_TRICKY,   /* marked up, quoted, hyphenated, with signs */
	WORDS_SENTENCE, /* whole statements, some without spaces between words */
	WORDS_SKILL,
	WORDS_TITLE,
	WORDS_TEAM,
	WORDS_ORGANIZATION,
	WORDS_PLACE,
	WORDS_PROJECT,
	WORDS_DEGREE,
	WORDS_HONOUR,
	WORDS_PERSON,
	WORDS_HEADLINE,
	WORDS_CONTACT,
	WORDS_SECTION_WORK,
	WORDS_SECTION_EDUCATION,
	WORDS_SECTION_SKILLS,
	WORDS_SECTION_ENTRIES,
	WORDS_SECTION_OTHER,
	WORDS_LABEL,  /* of a line of skills */
	WORDS_BLOCK,  /* Markdown of several lines that is no statement */
	WORDS_SYNTAX, /* bits of Markdown that change how the rest is read */
	WORDS_LIST_COUNT
};

struct cvd_str words_pick(struct rng *rng, enum word_list list);

#endif
