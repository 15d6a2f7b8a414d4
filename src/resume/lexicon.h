/* What the words of a résumé say about the thing they name. Tables; private to the readers. */
#ifndef CVD_RESUME_LEXICON_H
#define CVD_RESUME_LEXICON_H

#include "base/arena.h"
#include "resume/vocabulary.h"

/* What a section's title tells. */
struct cvd_title_reading {
	enum cvd_section_type type;
	bool known;   /* the title is in the tables; else the type is CVD_SECTION_OTHER */
	bool summary; /* "Summary" and the like: of type other, its paragraphs are the summary */
	bool contact; /* "Contact" and the like: of type other, it holds addresses */
};

struct cvd_title_reading cvd_lexicon_section(struct cvd_arena *scratch, struct cvd_str title);

/* The text names what a person does (`Senior Engineer`, `Head of Sales`). */
bool cvd_lexicon_is_title(struct cvd_arena *scratch, struct cvd_str text);
/* The text names a degree (`Bachelor of Arts`), or a school (`University of …`). */
bool cvd_lexicon_is_degree(struct cvd_arena *scratch, struct cvd_str text);
bool cvd_lexicon_is_school(struct cvd_arena *scratch, struct cvd_str text);

/* Bytes of the legal form that the text begins with (`Inc.`, `GmbH`): a comma before it separates
 * nothing. 0 if none. */
size_t cvd_lexicon_legal_form(struct cvd_str text);

#endif
