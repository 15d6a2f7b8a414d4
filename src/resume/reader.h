/* What the parts of the Markdown reader share. Private. */
#ifndef CVD_RESUME_READER_H
#define CVD_RESUME_READER_H

#include "dates.h"
#include "outline.h"
#include "resume/model.h"

struct cvd_reader {
	struct cvd_document *doc;
	struct cvd_arena *scratch;
	struct cvd_outline outline;
	struct cvd_str source;
	bool has_kind[CVD_KIND_COUNT];  /* nodes of the header that there are */
	enum cvd_date_order date_order; /* of `01/02/2020` */
};

/* --- text.c ------------------------------------------------------------------------------------ */

/* Gives the node the part [from, to) of the block's text: breaks become spaces, links are kept
 * unless they only repeat their text. */
void cvd_reader_set_text(struct cvd_reader *reader, struct cvd_node *node,
			 const struct cvd_block *block, size_t from, size_t to);
/* A line break in a block's text; a break or a space. */
static inline bool cvd_reader_is_break(char c)
{
	return c == CVD_BREAK_SOFT || c == CVD_BREAK_HARD;
}
static inline bool cvd_reader_is_space(char c)
{
	return c == ' ' || cvd_reader_is_break(c);
}
/* What no mark and no parenthesis begins with: letters and digits, and all of a longer character but the
 * first bytes of those that marks have. */
extern const bool cvd_reader_plain[256];
static inline bool cvd_reader_is_plain(char c)
{
	return cvd_reader_plain[(unsigned char)c];
}
/* The text with breaks as spaces, in place. */
struct cvd_str cvd_reader_flatten(struct cvd_str text);
/* The CVD_SPAN_… bits over each byte of the block's text, in the scratch arena. Linear. */
const uint8_t *cvd_reader_styles(struct cvd_reader *reader, const struct cvd_block *block);
/* How the part [from, to) is written, put together again from its styles: the source of a node that
 * has no lines of its own. In the document's arena, or the text itself where it has no style. */
struct cvd_str cvd_reader_markup(struct cvd_reader *reader, const struct cvd_block *block,
				 const uint8_t *styles, size_t from, size_t to);
/* The node's source and lines. */
void cvd_reader_set_lines(struct cvd_reader *reader, struct cvd_node *node, uint32_t first,
			  uint32_t last);
/* Puts the block's source in front of the node's, which begins there if nothing stands between. */
void cvd_reader_add_source(struct cvd_reader *reader, struct cvd_node *node,
			   const struct cvd_block *block);
/* Source line of the byte of the block's text: each break begins a new one. */
uint32_t cvd_reader_line_at(const struct cvd_block *block, size_t at);
/* Whether the link's target says no more than its text: `https://x.org/` for `x.org`. */
bool cvd_reader_repeats(struct cvd_str text, struct cvd_str target);
/* Bytes of the mark if it stands at the byte, else 0. */
static inline size_t cvd_reader_mark_here(struct cvd_str text, size_t at, const char *mark)
{
	size_t len = 0;

	while (mark[len] && at + len < text.len && text.ptr[at + len] == mark[len])
		len++;
	return mark[len] ? 0 : len;
}
/* Length of a mark that separates two things on a line (`|`, `·`, `•`) at the byte, 0 if none. */
size_t cvd_reader_mark_at(struct cvd_str text, size_t at);
/* Words in the sense of white space. */
size_t cvd_reader_count_words(struct cvd_str text);

/* --- skills.c, skills_tables.c ------------------------------------------------------------------- */

/* Adds the keywords of the block's text below `parent`, in groups where lines are labelled; the level of
 * one (`Swedish – native`) is its CVD_DETAIL. False, and nothing is added, if the text is prose. Linear. */
bool cvd_skills_add(struct cvd_reader *reader, struct cvd_node *parent, enum cvd_kind kind,
		    const struct cvd_block *block, uint32_t first_line);
/* The same for the part [from, to) of the text, which begins on line `line`: what stands behind the label
 * of a technology line. */
bool cvd_skills_add_part(struct cvd_reader *reader, struct cvd_node *parent, enum cvd_kind kind,
			 const struct cvd_block *block, size_t from, size_t to, uint32_t line);
/* The same where no keywords are expected, in a summary: all lines are labelled lists, `Languages: …` or of
 * several keywords. */
bool cvd_skills_add_labelled(struct cvd_reader *reader, struct cvd_node *parent,
			     const struct cvd_block *block, uint32_t first_line);
/* The same for the text of an item in a list of keywords, where a phrase is one as well. */
bool cvd_skills_add_item(struct cvd_reader *reader, struct cvd_node *parent, enum cvd_kind kind,
			 struct cvd_block *text, uint32_t first_line);
/* The same for a table (`Area | Skills`, `Skill | Level`, a group in each column). The head's words are
 * layout where they title no group. */
bool cvd_skills_add_table(struct cvd_reader *reader, struct cvd_node *parent, enum cvd_kind kind,
			  const struct cvd_block *table);
/* The same for a definition list: the terms are groups, or keywords with a level. */
bool cvd_skills_add_definitions(struct cvd_reader *reader, struct cvd_node *parent,
				enum cvd_kind kind, const struct cvd_block *definitions);

/* --- contact_lines.c ------------------------------------------------------------------------------ */

/* Adds the contacts that the text lists below `parent`, one node each; below the root, parts in front of
 * the first address may be the name and the headline, and a label may say so. False, and nothing is
 * added, if it says anything else. `among_contacts`: its neighbours are contacts, so it needs no
 * address. Linear. */
bool cvd_contacts_add(struct cvd_reader *reader, struct cvd_node *parent,
		      const struct cvd_block *block, bool among_contacts);
/* The same below the root, where no contacts are expected: several lines of it have a label of one. */
bool cvd_contacts_add_labelled(struct cvd_reader *reader, const struct cvd_block *block);
/* Whether the text lists contacts. */
bool cvd_contacts_here(struct cvd_reader *reader, const struct cvd_block *block);

/* --- header.c, header_tables.c -------------------------------------------------------------------- */

/* The text only names the document: `Curriculum Vitae`, `履歴書`. */
bool cvd_header_is_document_title(struct cvd_reader *reader, struct cvd_str text);
/* Reads the heading with the name, and the headline if it holds one: `Jane Doe, Engineer`. Words that
 * name the document are layout; a heading with no others is a paragraph, and there is no name yet. */
void cvd_header_name(struct cvd_reader *reader, const struct cvd_block *heading);
/* `Last updated: May 2024`: about the document, not about the person. Linear in the length of the text; long
 * ones are none. */
bool cvd_header_is_note(struct cvd_str text);
/* Reads a paragraph above the first section: contacts, the name where it is missing, headlines, else
 * the summary. */
void cvd_header_add(struct cvd_reader *reader, const struct cvd_block *block);
/* Adds the contacts of a table or a definition list below `parent`, and with it the root the name and the
 * headline. False, and nothing is added, if it is none of contacts. Linear. */
bool cvd_header_add_table(struct cvd_reader *reader, struct cvd_node *parent,
			  const struct cvd_block *table);
bool cvd_header_add_definitions(struct cvd_reader *reader, struct cvd_node *parent,
				const struct cvd_block *definitions);
/* Adds what front matter says of the person and the root has not yet: name, headline, contacts. Call it
 * when the header of the body is read. */
void cvd_header_front(struct cvd_reader *reader, const struct cvd_front *items, size_t count);

#endif
