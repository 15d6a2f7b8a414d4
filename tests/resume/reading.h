/*
 * One block of Markdown, for tests of what reads single blocks: the outline of a text, a document for the
 * nodes, and what was added as text (show.h).
 */
#ifndef TESTS_RESUME_READING_H
#define TESTS_RESUME_READING_H

#include "reader.h"
#include "show.h"
#include "unit.h"

struct reading {
	struct cvd_arena scratch;
	struct cvd_reader reader;
};

/* Reads the text, which stays the caller's, into an outline with an empty document. */
static inline void reading_open(struct reading *reading, struct cvd_str source)
{
	struct cvd_error error = {0};

	*reading = (struct reading){0};
	reading->reader = (struct cvd_reader){.doc = cvd_document_new(CVD_FORMAT_MARKDOWN),
					      .scratch = &reading->scratch,
					      .source = source};
	ck_assert_int_eq(cvd_outline_read(&reading->reader.doc->arena, &reading->scratch, source,
					  &reading->reader.outline, &error),
			 CVD_OK);
}

/* Compares the nodes that were added, and frees all. `layout`: its words, each in brackets. */
static inline void reading_check(struct reading *reading, struct cvd_str source, const char *want)
{
	struct cvd_buf out = {0};
	struct cvd_document *doc = reading->reader.doc;

	cvd_document_finish(doc);
	show_document(&out, doc);
	for (size_t i = 0; i < doc->layout.len; i++)
		cvd_buf_printf(&out, "[%.*s]", CVD_STR_ARG(doc->layout.items[i].text));
	ck_assert_msg(cvd_str_equal(cvd_buf_str(&out), cvd_str_from(want)),
		      "%.*s\ngives\n%.*s\nnot\n%s", CVD_STR_ARG(source),
		      CVD_STR_ARG(cvd_buf_str(&out)), want);
	cvd_buf_free(&out);
	cvd_document_free(doc);
	cvd_arena_free(&reading->scratch);
}

#endif
