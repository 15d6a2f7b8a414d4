/* What stands where: sections, entries and their headers. Private to the Markdown reader. */
#ifndef CVD_RESUME_PLAN_H
#define CVD_RESUME_PLAN_H

#include "pieces.h"

/* Levels of headings in Markdown. */
#define CVD_MAX_LEVEL 6

/* What a block is for the entries around it (struct cvd_block.part). */
enum cvd_part {
	CVD_PART_NONE,    /* content */
	CVD_PART_NAME,    /* the person's name, or the document's title */
	CVD_PART_SECTION, /* begins a section */
	CVD_PART_RUN,     /* begins entries in no section; only while it is planned */
	CVD_PART_ENTRY,   /* begins one or more entries: `header` */
	CVD_PART_ABOVE,   /* stands above several positions, which have its words */
	CVD_PART_GROUP,   /* parts a section, behind the entry above it */
	CVD_PART_AGAIN,   /* names the entry of `header` once more */
	CVD_PART_LINE,    /* belongs to a header; what is behind its end is content */
};

/* Bytes of a block that belong to a header. */
struct cvd_header_line {
	struct cvd_block *block;
	size_t from, to;
	bool above; /* stands above several entries */
	bool told;  /* then: the first of them has its words */
};

/* The header of one entry: where it is written, and what its parts are. */
struct cvd_header {
	enum cvd_section_type type; /* of the section */
	bool untitled;              /* no title says that section: it begins with such entries */
	const char *shape;          /* what it was recognised by */
	struct cvd_header_line *lines;
	size_t line_count, line_cap;
	struct cvd_piece *pieces;
	size_t piece_count, piece_cap;
	size_t room[CVD_FIELD_COUNT]; /* bytes that a field's text may take where it lies */
	struct cvd_node *node;        /* the entry, once it is built */
	struct cvd_header *beside;    /* the next entry that begins with the same block */
	struct cvd_header *last;      /* of the first of these: the last */
	struct cvd_header *next;      /* in the document */
};

/*
 * Looks at the whole document and marks its blocks (`part`, `header`). *headers: all headers, in order.
 * Nothing is built. Linear in the document.
 */
void cvd_plan_make(struct cvd_reader *reader, struct cvd_header **headers);

/* The block that follows at the top of the document: quotes, comments and fences are looked into, lists
 * and tables are not. */
struct cvd_block *cvd_plan_next(struct cvd_block *block);
/* A strong or emphasised line above a list names the list. */
bool cvd_plan_is_label(const struct cvd_block *block);
/* A line above a list, with another line above another list right below that: each may name its list. A
 * known label (`Main tasks`) does so anyhow, and says nothing of the others. */
bool cvd_plan_names_lists(struct cvd_reader *reader, const struct cvd_block *block);
/* A full stop behind a word that is no abbreviation (`Corp.`) ends the text. */
bool cvd_plan_ends_statement(struct cvd_str text);
/* What the text says as a section's title, looked up once. */
struct cvd_title_reading cvd_plan_title(struct cvd_reader *reader, struct cvd_block *block);
/* The section's type and what else its title tells, as the plan has it. */
struct cvd_title_reading cvd_plan_section(struct cvd_reader *reader, const struct cvd_block *block);

/*
 * Decides which field each piece of each header is, by its words, its place, and what the pieces in the
 * same place of the other headers are; then gives the entries their fields. Linear (fields.c).
 */
void cvd_fields_assign(struct cvd_reader *reader, struct cvd_header *headers);

#endif
