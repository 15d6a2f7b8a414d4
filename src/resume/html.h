/* The tokens of raw HTML in Markdown, and what its tags mean. Private to the readers. */
#ifndef CVD_RESUME_HTML_H
#define CVD_RESUME_HTML_H

#include "base/arena.h"
#include "base/buf.h"

/* What a tag does. */
enum cvd_tag_action {
	CVD_TAG_TRANSPARENT, /* `<span>`: the words beside it may be one */
	CVD_TAG_SPAN,        /* `<b>` */
	CVD_TAG_IMAGE,
	CVD_TAG_BREAK, /* `<br>` */
	CVD_TAG_BLOCK, /* `<div>`: a paragraph ends */
	CVD_TAG_OPENS, /* `<ul>`: a block begins */
	CVD_TAG_RAW    /* `<script>`: nothing of it is shown */
};

struct cvd_tag {
	const char *name;
	enum cvd_tag_action action;
	int style; /* of a SPAN: CVD_SPAN_…; of a tag that opens: enum cvd_block_kind */
	int level; /* of a heading; 1: a cell of a head */
};

enum cvd_html_kind {
	CVD_HTML_TEXT,
	CVD_HTML_START,
	CVD_HTML_END,
	CVD_HTML_COMMENT,
	CVD_HTML_OTHER /* a declaration, or what is not shown */
};

struct cvd_html_token {
	enum cvd_html_kind kind;
	struct cvd_str text;       /* of a tag all of it; of a comment its content */
	const struct cvd_tag *tag; /* never NULL for START and END */
	bool empty;                /* `<br/>` */
};

/* Set `html`; all else is zero. */
struct cvd_html_scanner {
	struct cvd_str html;
	size_t at;
	bool unclosed_raw;
};

/* The next token; false at the end. A `<` that begins no tag is text. What is broken runs to the end.
 * All calls together are linear. */
bool cvd_html_next(struct cvd_html_scanner *scanner, struct cvd_html_token *token);

/* Whether the two are `</span><span>`, of any name: the words in them are two. */
bool cvd_html_follows(struct cvd_str end_tag, struct cvd_str start_tag);

/* Value of the attribute of the tag, entities decoded; empty if it has none. In the arena or in the
 * tag. Linear in the tag. */
struct cvd_str cvd_html_attribute(struct cvd_arena *arena, struct cvd_str tag, struct cvd_str name);

/* Appends the text with its entities as characters. Linear. */
void cvd_html_decode(struct cvd_buf *out, struct cvd_str text);

#endif
