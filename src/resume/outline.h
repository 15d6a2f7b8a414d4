/*
 * The outline of a Markdown file: cmark's tree boiled down to blocks with plain text and spans, which
 * the résumé reader then understands. Private to the readers.
 */
#ifndef CVD_RESUME_OUTLINE_H
#define CVD_RESUME_OUTLINE_H

#include "base/arena.h"
#include "base/error.h"

enum cvd_block_kind {
	CVD_BLOCK_ROOT,
	CVD_BLOCK_HEADING,
	CVD_BLOCK_PARAGRAPH,
	CVD_BLOCK_LIST,
	CVD_BLOCK_ITEM,
	CVD_BLOCK_QUOTE,
	CVD_BLOCK_CODE,
	CVD_BLOCK_HTML,
	CVD_BLOCK_TABLE,       /* holds rows */
	CVD_BLOCK_ROW,         /* holds cells; `level` 1: the table's head */
	CVD_BLOCK_CELL,        /* text, may be empty */
	CVD_BLOCK_DEFINITIONS, /* holds terms, each with the definitions behind it */
	CVD_BLOCK_TERM,        /* text */
	CVD_BLOCK_DEFINITION,  /* holds blocks */
	CVD_BLOCK_FOOTNOTE,    /* text: the note, without its label */
	CVD_BLOCK_HIDDEN       /* holds the blocks of a comment */
};

enum {
	CVD_SPAN_STRONG = 1,
	CVD_SPAN_EMPHASIS = 2,
	CVD_SPAN_CODE = 4,
	CVD_SPAN_LINK = 8,
	CVD_SPAN_IMAGE = 16
};

/* Inline markup over [start, start + len) of the block's text; spans nest or lie apart. */
struct cvd_span {
	uint32_t start, len;
	int style;             /* one of CVD_SPAN_… */
	struct cvd_str target; /* of a link or an image */
};

/* Line breaks in a block's text. White space is folded otherwise. */
#define CVD_BREAK_SOFT '\n'
#define CVD_BREAK_HARD '\r'

struct cvd_block {
	enum cvd_block_kind kind;
	int level; /* of a heading */
	struct cvd_block *parent, *first_child, *last_child, *next;
	struct cvd_str text; /* plain; breaks as above; of code and HTML the lines as they are */
	struct cvd_span *spans;
	uint32_t span_count;
	uint32_t line, end_line; /* 1-based, in the whole file */
	struct cvd_node *node; /* for the résumé reader: the node that takes what stands in it */
	uint32_t depth;        /* likewise: how deep that node stands in its container */
	struct cvd_cut *cut;   /* likewise: what it says as a header (pieces.h) */
	struct cvd_header *header;       /* likewise: the entry that begins with it (plan.h) */
	struct cvd_title_reading *title; /* likewise: what it says as a section's title (plan.h) */
	int part;         /* likewise: what it is for the entries around it (plan.h) */
	int section_type; /* likewise: of a section, what its entries say (plan.h) */
	int label;        /* likewise: of a cell, 1 + what it announces; 0: not asked yet */
	int phrases; /* likewise: of a list, 1 + whether its items are phrases; 0: not asked yet */
	struct cvd_keywords *keywords; /* likewise: of an item's text, if commas may stand in them */
	int things; /* likewise: of a list, 1 + whether each item says when it was done */
	int stops;  /* likewise: of a list, 1 + whether all its items end in a full stop */
};

/* A scalar of the front matter, or of a block like it in mid-file. */
struct cvd_front {
	struct cvd_str key; /* its path: `basics.email`; in a list by number, from 0: `skills.0.name` */
	struct cvd_str value; /* as YAML means it: without quotes, folded */
	uint32_t line;        /* where the value begins, 1-based, in the whole file */
};

struct cvd_outline {
	struct cvd_block *root;
	struct cvd_front *front; /* in the order of the file; none where the YAML is broken */
	uint32_t front_count;
	uint32_t *line_starts; /* byte offset of each line, and of the end; line_count + 1 of them */
	uint32_t line_count;
	uint32_t body_line; /* first line behind the front matter, 1-based */
};

/*
 * Beside CommonMark it knows tables, definition lists, raw HTML, comments, footnotes, lists written
 * with `•`, headings without their space, attributes, Liquid tags and fences of pandoc. A comment is a
 * HIDDEN block behind the block that it stands in or at its own place; LIST holds nothing but ITEMs,
 * TABLE nothing but ROWs, DEFINITIONS nothing but TERMs and DEFINITIONs.
 *
 * Parses the source. Texts go to `texts`, everything else to `scratch`, so that the scratch can be
 * freed when the résumé is read. Linear; depth is bounded by memory alone.
 */
enum cvd_status cvd_outline_read(struct cvd_arena *texts, struct cvd_arena *scratch,
				 struct cvd_str source, struct cvd_outline *outline,
				 struct cvd_error *error);

/* The source of lines `first` to `last`, both 1-based and included, without the last line end. */
struct cvd_str cvd_outline_source(const struct cvd_outline *outline, struct cvd_str source,
				  uint32_t first, uint32_t last);

#endif
