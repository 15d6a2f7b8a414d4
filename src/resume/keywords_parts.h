/* What the files that cut and judge keywords share (keywords_*.c, skills.c). Private to them. */
#ifndef CVD_RESUME_KEYWORDS_PARTS_H
#define CVD_RESUME_KEYWORDS_PARTS_H

#include "keywords.h"

/* --- keywords_text.c ---------------------------------------------------------------------------- */

/* Length of the mark of the table at the byte, or 0. */
size_t cvd_keywords_mark_at(struct cvd_str text, size_t at, const char *const *marks, size_t count);
#define CVD_KEYWORDS_MARK_AT(text, at, marks)                                                      \
	cvd_keywords_mark_at((text), (at), (marks), sizeof(marks) / sizeof *(marks))

bool cvd_keywords_digit_at(struct cvd_str text, size_t at);
bool cvd_keywords_space_at(struct cvd_str text, size_t at);
bool cvd_keywords_opens_at(struct cvd_str text, size_t at);
bool cvd_keywords_closes_at(struct cvd_str text, size_t at);
/* Length of what separates two keywords at the byte, or 0. */
size_t cvd_keywords_separator_at(struct cvd_str text, size_t at);
/* The sentence's stop at the end; `etc.` has none. */
bool cvd_keywords_stop(struct cvd_str text);
/* A sentence ends in the text, and another begins. */
bool cvd_keywords_hold_stop(struct cvd_str text);
/* Somebody speaks. */
bool cvd_keywords_begin_with_pronoun(struct cvd_str text);

/* --- keywords_labels.c -------------------------------------------------------------------------- */

struct cvd_cutter {
	struct cvd_reader *reader;
	struct cvd_keywords *keywords;
	struct cvd_str text; /* of the block */
	size_t from, to;
	const uint8_t *styles;
	bool lines;   /* each line begins with a label */
	bool bare;    /* the first label is strong and has no colon: so may the others */
	bool phrases; /* commas may stand in a keyword */
	size_t depth;
	const uint8_t *closed; /* by byte: a parenthesis opens that is closed on its line; or NULL */
};

/* `label` [from, to) and what stands behind it, from `next`. */
struct cvd_label_part {
	size_t from, to, next;
};

size_t cvd_keywords_skip_space(const struct cvd_cutter *c, size_t at);
/* Something strong or emphasized begins at the byte. */
bool cvd_keywords_begins_marked(const struct cvd_cutter *c, size_t at);
/* The label that begins at the byte, which begins a line (`starts`) or something strong. Bounded. */
bool cvd_keywords_read_label(const struct cvd_cutter *c, size_t at, bool starts,
			     struct cvd_label_part *label);
/* `Swedish: native` is a keyword with its level, and no label. */
bool cvd_keywords_names_keyword(const struct cvd_cutter *c, const struct cvd_label_part *label);

/* --- keywords_cut.c ----------------------------------------------------------------------------- */

/* As cvd_keywords_cut; with `phrases` a comma may stand in a keyword. */
struct cvd_keywords cvd_keywords_cut_phrases(struct cvd_reader *reader, enum cvd_kind kind,
					     const struct cvd_block *block, size_t from, size_t to,
					     bool phrases);

/* --- keywords_list.c ---------------------------------------------------------------------------- */

/* One language, however much is said of it, or one phrase that is no sentence; `*keywords` is that one
 * then. */
bool cvd_keywords_are_language(struct cvd_reader *reader, struct cvd_keywords *keywords);
bool cvd_keywords_are_phrase(struct cvd_reader *reader, struct cvd_keywords *keywords);

#endif
