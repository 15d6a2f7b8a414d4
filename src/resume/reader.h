/* What the parts of the Markdown reader share. Private. */
#ifndef CVD_RESUME_READER_H
#define CVD_RESUME_READER_H

#include "outline.h"
#include "resume/model.h"

struct cvd_reader {
	struct cvd_document *doc;
	struct cvd_arena *scratch;
	struct cvd_outline outline;
	struct cvd_str source;
	bool has_kind[CVD_KIND_COUNT]; /* nodes of the header that there are */
	bool second_is_team; /* `### a | b` means title and team: entries name the organization below */
};

/* --- text.c ------------------------------------------------------------------------------------ */

/* Gives the node the part [from, to) of the block's text: breaks become spaces, links are kept
 * unless they only repeat their text. */
void cvd_reader_set_text(struct cvd_reader *reader, struct cvd_node *node,
			 const struct cvd_block *block, size_t from, size_t to);
/* A line break in a block's text; a break or a space. */
bool cvd_reader_is_break(char c);
bool cvd_reader_is_space(char c);
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
/* Length of a mark that separates two things on a line (`|`, `·`, `•`) at the byte, 0 if none. */
size_t cvd_reader_mark_at(struct cvd_str text, size_t at);
/* Words in the sense of white space. */
size_t cvd_reader_count_words(struct cvd_str text);

/* --- segments.c ----------------------------------------------------------------------------------- */

/* A part of a header (segments.h). */
struct cvd_segment;

/* What a heading and the paragraph below it say about an entry. */
struct cvd_header {
	bool dated;        /* a date stands in it */
	bool ranged;       /* a range of dates */
	bool organization; /* a line of the paragraph begins with something strong */
	bool marked;       /* the header begins with something strong, emphasised or code */
	bool begins_dated; /* its first part is a date */
	bool named;        /* its words tell which part is the title */
	bool piped;        /* the heading has several parts */
	size_t end;        /* bytes of the paragraph's text that belong to the header */
	struct cvd_segment *segments; /* the parts, in the scratch arena */
	size_t segment_count;
};

/* Looks at the heading (may be NULL) and the paragraph (may be NULL) without changing anything. */
struct cvd_header cvd_entry_examine(struct cvd_reader *reader, const struct cvd_block *heading,
				    const struct cvd_block *paragraph);
/* --- entry.c ----------------------------------------------------------------------------------- */

/* Gives the entry the fields of the heading above it and of its siblings, which begins with `first`: the
 * organization of several positions, or the title of a post. `inherited` for all but the first. */
void cvd_entry_fill_above(struct cvd_reader *reader, struct cvd_node *entry,
			  const struct cvd_block *above, enum cvd_field first, bool inherited);
/* Says which field the heading's first part is. */
void cvd_entry_name_first(struct cvd_header *header, enum cvd_field field);
/* Whether the heading above several positions is what they are (a title), and they are where. */
bool cvd_entry_above_is_title(struct cvd_reader *reader, enum cvd_kind kind,
			      const struct cvd_block *above, const struct cvd_block *heading);
/* Fills the entry's fields, source and lines from the header that the two were found to be. */
void cvd_entry_fill(struct cvd_reader *reader, struct cvd_node *entry,
		    const struct cvd_block *heading, const struct cvd_block *paragraph,
		    const struct cvd_header *header);

/* --- skills.c, skills_tables.c ------------------------------------------------------------------- */

/* Adds the keywords of the block's text below `parent`, in groups where lines are labelled; the level of
 * one (`Swedish – native`) is its CVD_DETAIL. False, and nothing is added, if the text is prose. Linear. */
bool cvd_skills_add(struct cvd_reader *reader, struct cvd_node *parent, enum cvd_kind kind,
		    const struct cvd_block *block, uint32_t first_line);
/* The same for the part [from, to) of the text, which begins on line `line`: what stands behind the label
 * of a technology line. */
bool cvd_skills_add_part(struct cvd_reader *reader, struct cvd_node *parent, enum cvd_kind kind,
			 const struct cvd_block *block, size_t from, size_t to, uint32_t line);
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
/* Whether the text lists contacts. */
bool cvd_contacts_here(struct cvd_reader *reader, const struct cvd_block *block);

/* --- header.c, header_tables.c -------------------------------------------------------------------- */

/* The text only names the document: `Curriculum Vitae`, `履歴書`. */
bool cvd_header_is_document_title(struct cvd_reader *reader, struct cvd_str text);
/* Reads the heading with the name, and the headline if it holds one: `Jane Doe, Engineer`. Words that
 * name the document are layout; a heading with no others is a paragraph, and there is no name yet. */
void cvd_header_name(struct cvd_reader *reader, const struct cvd_block *heading);
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
