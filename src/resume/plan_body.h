/* Entries in the body of a section, that no heading begins. Private to plan_body.c and plan_items.c. */
#ifndef CVD_RESUME_PLAN_BODY_H
#define CVD_RESUME_PLAN_BODY_H

#include "plan_parts.h"

#define CVD_NAMING (CVD_WORD_TITLE | CVD_WORD_DEGREE | CVD_WORD_SCHOOL | CVD_WORD_COMPANY)
/* Lines of a header, at most. */
#define CVD_LINES 3

struct cvd_body {
	struct cvd_plan *plan;
	size_t from, to;
	struct cvd_above *above;
	size_t found;
	size_t posts_end; /* one past the posts below the employer that `above` is, or 0 */
	bool dated_lines; /* most paragraphs begin or end with a date */
};

/* A new entry that begins with the block, below what stands above all of them. */
struct cvd_header *cvd_body_begin(struct cvd_body *body, struct cvd_block *block, const char *shape);
/* As much of the paragraph as is header, or all of it. */
void cvd_body_add_text(struct cvd_body *body, struct cvd_header *header, struct cvd_block *text);

bool cvd_body_is_list(const struct cvd_block *block);
/* Short, and it ends as no sentence does. */
bool cvd_body_is_short(const struct cvd_block *block);
/* Bytes of the short strong line that the paragraph begins with, which names something: no label, and no
 * title of a section; 0 if it does not. */
size_t cvd_body_strong_name(struct cvd_body *body, const struct cvd_block *block);
/* Awards, certificates, publications: a list of short things, each an entry. */
bool cvd_body_is_paper(enum cvd_section_type type);

/* The items of the lists: half of them at least are entries; in a list of papers, one. */
/* `[Talk](…) zur Tagung *Knoten*`: words that go on small behind a link are one phrase with it. */
void cvd_body_join_phrase(struct cvd_reader *reader, struct cvd_block *text);
/* The title of a paper that is a link is all of the link's text: `Slides: [Knots – a study, in two
 * parts](…)`. A label in front of it says no more than where it leads (plan_items.c). */
void cvd_body_join_linked(struct cvd_reader *reader, struct cvd_block *text);
void cvd_body_add_items(struct cvd_body *body);

#endif
