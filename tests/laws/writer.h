/*
 * The pen that the dialects (shapes.c) and the rest of a résumé (write.c) are written with.
 * Texts may hold the marks of words.h, which become the style's emphasis characters.
 */
#ifndef LAWS_WRITER_H
#define LAWS_WRITER_H

#include "generate.h"
#include "style.h"

#include "base/buf.h"

struct writer {
	struct cvd_buf out;
	const struct style *style;
	unsigned indent; /* columns before every line */
};

void writer_put(struct writer *w, const char *text);
/* The text between `before` and `after`; nothing at all where the text is empty. */
void writer_field(struct writer *w, const char *before, struct cvd_str text, const char *after);
/* The indentation, before a line's text; the line's end. */
void writer_begin(struct writer *w);
void writer_end(struct writer *w);
/* An empty line, unless there is one or nothing stands before it. */
void writer_blank(struct writer *w);
/* Text wrapped to the style's width, further lines indented by `hang` more; ends the line. */
void writer_wrapped(struct writer *w, struct cvd_str text, unsigned hang);
/* Around the text of a heading, which may not have line breaks. */
void writer_begin_heading(struct writer *w, unsigned level);
void writer_end_heading(struct writer *w, unsigned level);

/* The header of a role or a study in the style's dialect. The caller then writes what is inside the
 * entry, indented by the columns returned. */
unsigned shape_header(struct writer *w, const struct item *entry);

#endif
