/*
 * What the files of the outline share: numbered lines, the text of one block while it grows, and the
 * parsing of a part of the file as Markdown of its own. Private to outline*.c.
 */
#ifndef CVD_RESUME_OUTLINE_PARTS_H
#define CVD_RESUME_OUTLINE_PARTS_H

#include "base/buf.h"
#include "outline.h"

#include <cmark.h>

/* Comments and definitions are Markdown in Markdown, to this depth; below it they are plain text. */
#define CVD_OUTLINE_DEPTH 6

struct cvd_outline_context {
	struct cvd_arena *texts, *scratch;
	struct cvd_outline *outline;
	struct cvd_str references; /* the link reference definitions of the file, as lines */
	uint32_t reference_lines;
	size_t reference_budget; /* bytes of them that may still be parsed again */
	unsigned depth;
};

/* --- outline_lines.c ------------------------------------------------------------------------------ */

/* Text whose lines have numbers of their own: a part of the file, put together. */
struct cvd_lines {
	struct cvd_buf text;                 /* each line ends in LF */
	CVD_ARRAY(uint32_t) starts, numbers; /* per line */
};

void cvd_lines_add(struct cvd_arena *scratch, struct cvd_lines *lines, struct cvd_str line,
		   uint32_t number);
/* The line, from 0, without its end; empty if there is none. */
struct cvd_str cvd_lines_at(const struct cvd_lines *lines, size_t index);
/* Drops the last line. */
void cvd_lines_pop(struct cvd_lines *lines);
void cvd_lines_free(struct cvd_lines *lines);

/* Width of the white space that the line begins with, tabs to multiples of 4. */
size_t cvd_line_indent(struct cvd_str line);
/* The line without the white space and `>` of at most `columns` columns at its beginning. */
struct cvd_str cvd_line_strip(struct cvd_str line, size_t columns);
/* The line without white space at its beginning. */
struct cvd_str cvd_line_content(struct cvd_str line);
bool cvd_line_is_blank(struct cvd_str line);
/* Behind nothing but white space, quotes and the markers of lists the sign of a definition stands in some
 * line. */
bool cvd_lines_may_define(const struct cvd_lines *lines);
/* `-`, `*`, `+` or a number with `.` or `)`, and white space behind it. */
bool cvd_line_begins_item(struct cvd_str line);

/* --- outline_prepare.c ---------------------------------------------------------------------------- */

/*
 * Writes the lines as CommonMark reads them: `•` as `-`, `##Title` with its space, comments of Liquid
 * and kramdown as HTML's, footnotes as paragraphs; markup that stands alone on a line goes. Metadata in
 * mid-file goes to the outline's front matter at depth 0. Linear.
 */
void cvd_prepare_lines(struct cvd_outline_context *context, const struct cvd_lines *from,
		       struct cvd_lines *to);

/* --- outline_metadata.c --------------------------------------------------------------------------- */

/* Appends what a résumé written as YAML says as lines of Markdown, with sections at headings of the level.
 * False, and nothing is added, if the YAML is none with a name and known keys only. Linear. */
bool cvd_metadata_write(struct cvd_arena *scratch, struct cvd_str yaml, uint32_t first_line,
			unsigned level, struct cvd_lines *to);

/* --- outline_leaf.c ------------------------------------------------------------------------------- */

/* The text of a block while it grows. */
struct cvd_leaf {
	struct cvd_buf text;
	CVD_ARRAY(struct cvd_span) spans;
	CVD_ARRAY(uint32_t) open; /* the spans that are open, outermost first */
};

/* Length of the white space character at `at`, 0 if there is none. */
size_t cvd_space_at(struct cvd_str text, size_t at);
/* A space or one of CVD_BREAK_…; folded with the one before. */
void cvd_leaf_space(struct cvd_leaf *leaf, char space);
/* The space, of two in a row, that stays: a hard break before a soft one before a space. */
char cvd_space_merge(char one, char other);
/* Text with its white space folded. */
void cvd_leaf_text(struct cvd_leaf *leaf, struct cvd_str text);
/* A span begins; ends. The target is copied. */
void cvd_leaf_open(struct cvd_outline_context *context, struct cvd_leaf *leaf, int style,
		   struct cvd_str target);
void cvd_leaf_close(struct cvd_leaf *leaf);
/* Gives text and spans to the block and empties the leaf. True if markup was all that stood there, so
 * that the block says nothing. */
bool cvd_leaf_finish(struct cvd_outline_context *context, struct cvd_leaf *leaf,
		     struct cvd_block *block);

/* --- outline_markup.c ----------------------------------------------------------------------------- */

/* Takes what is markup beside CommonMark's out of the text: attributes, Liquid, footnote marks, the
 * signs of highlighting and striking. True if there was any. Linear. */
bool cvd_markup_erase(struct cvd_outline_context *context, struct cvd_leaf *leaf,
		      enum cvd_block_kind kind);
/* The end of the attribute list (`{#id .class key=value}`, `{: …}`) that begins at `at`, else 0. */
size_t cvd_markup_attributes(struct cvd_str text, size_t at);

/* --- outline_walk.c ------------------------------------------------------------------------------- */

struct cvd_block *cvd_block_new(struct cvd_outline_context *context, enum cvd_block_kind kind,
				uint32_t line, uint32_t end_line);
void cvd_block_append(struct cvd_block *parent, struct cvd_block *block);
/* Parses the lines as Markdown and appends their blocks to `parent`. Frees the lines. */
void cvd_outline_parse(struct cvd_outline_context *context, struct cvd_block *parent,
		       struct cvd_lines *lines);
/* Gives each block the text of its line, read as Markdown inside a line. Frees the lines. */
void cvd_outline_fill(struct cvd_outline_context *context, struct cvd_block **blocks,
		      struct cvd_lines *lines);
/* Adds a line for cvd_outline_fill. */
void cvd_outline_fill_line(struct cvd_outline_context *context, struct cvd_lines *lines,
			   struct cvd_str text, uint32_t number);
/* Appends a HIDDEN block with the comment's content, that begins on `line`. */
void cvd_outline_hide(struct cvd_outline_context *context, struct cvd_block *parent,
		      struct cvd_str content, uint32_t line);

/* --- the shapes ----------------------------------------------------------------------------------- */

/* Where a shape may begin: a node of cmark's, and the lines that it was parsed from. */
struct cvd_place {
	struct cvd_outline_context *context;
	const struct cvd_lines *lines;
	uint32_t shift; /* lines that cmark saw before the first of them */
	struct cvd_block *parent;
	cmark_node *node;
	bool defines; /* a line may begin a definition: else none is looked for */
	bool pipes;   /* the same for rows of tables */
};

/* Index of the node's first line, and of the line behind its last. */
size_t cvd_place_first(const struct cvd_place *place, cmark_node *node);
size_t cvd_place_end(const struct cvd_place *place, cmark_node *node);
/* Columns that what the node stands in puts before each of its lines. */
size_t cvd_place_columns(const struct cvd_place *place);
/* The line as it stands in the container. */
struct cvd_str cvd_place_line(const struct cvd_place *place, size_t index);
/* Parses lines [first, end) as Markdown into the parent. */
void cvd_place_parse(const struct cvd_place *place, size_t first, size_t end);

/* Each appends its blocks to the parent and returns the last node that is read by them, or NULL where
 * the shape is not there. */
cmark_node *cvd_shape_pipe_table(struct cvd_place *place);
cmark_node *cvd_shape_simple_table(struct cvd_place *place);
cmark_node *cvd_shape_definitions(struct cvd_place *place);

/* --- outline_html.c ------------------------------------------------------------------------------- */

/* Adds what the `<img>` says, if anything. */
void cvd_html_add_image(struct cvd_outline_context *context, struct cvd_leaf *leaf,
			struct cvd_str tag);

/* An HTML element that is still open when its block of HTML ends. */
struct cvd_element {
	const struct cvd_tag *tag;
	struct cvd_block *block;
};

#define CVD_HTML_DEPTH 64

/* The elements around the next HTML block, if that follows right behind. */
struct cvd_html_state {
	struct cvd_element elements[CVD_HTML_DEPTH];
	size_t depth;
	const struct cvd_block *parent, *behind;
};

/* Appends the blocks of the HTML to `parent`. `first` is the index of its first line. */
void cvd_outline_html(struct cvd_place *place, struct cvd_html_state *state, struct cvd_str html,
		      size_t first);

#endif
