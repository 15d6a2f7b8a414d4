/*
 * A document as text, one node a line, so that a test can say what it expects as a person would
 * draw it:
 *
 *     section work title'Experience'
 *       role title'Engineer' start'May 2021'=2021-05
 *         bullet 'Built pumps.'
 *
 * Two spaces for each level; the type of a section; fields and text as written, in quotes, links as
 * [visible text](target); `=` the normal form, `+` what it cannot hold; `~` an inherited field.
 */
#ifndef TESTS_RESUME_SHOW_H
#define TESTS_RESUME_SHOW_H

#include "base/buf.h"
#include "resume/model.h"

void show_document(struct cvd_buf *out, const struct cvd_document *doc);
/* Fails the test unless the Markdown is read as `want` draws it. */
void check_reads(const char *source, const char *want);

#endif
