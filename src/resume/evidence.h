/* What the whole document says about its parts. Private to the Markdown reader. */
#ifndef CVD_RESUME_EVIDENCE_H
#define CVD_RESUME_EVIDENCE_H

#include "reader.h"

/* Levels of headings in Markdown. */
#define CVD_MAX_LEVEL 6

/* A heading with words, in no quote and no list. */
bool cvd_evidence_is_top_heading(const struct cvd_block *block);
/* The paragraph right below the heading, or a deeper heading that begins with dates; else NULL. */
const struct cvd_block *cvd_evidence_paragraph_after(struct cvd_reader *reader,
						     const struct cvd_block *heading);
/* The heading that is the person's name, or NULL. */
const struct cvd_block *cvd_evidence_find_name(struct cvd_reader *reader);
/* The highest level at which a known section title stands, else 0 if paragraphs are the sections, else
 * the highest level there is. */
int cvd_evidence_section_level(struct cvd_reader *reader, const struct cvd_block *name);
/* `**Experience**` or `EXPERIENCE` on a line of its own. */
bool cvd_evidence_is_section_line(struct cvd_reader *reader, const struct cvd_block *block);
/* One entry names its organization below a heading with two parts: the second is a team, in all. */
bool cvd_evidence_second_is_team(struct cvd_reader *reader, const struct cvd_block *name);
/* Each entry of the section names an organization and a range of dates (`Early Career`). */
bool cvd_evidence_looks_like_work(struct cvd_reader *reader, const struct cvd_block *section);

#endif
