/*
 * Renderers: one change report in, text for one kind of reader out. They see change records, never
 * trees, print nothing themselves, and give the same bytes for the same report on every machine.
 */
#ifndef CVD_RENDER_RENDER_H
#define CVD_RENDER_RENDER_H

#include "base/buf.h"
#include "diff/changes.h"

struct cvd_text_options {
	size_t width; /* columns to wrap to; 0: never wrap */
	bool color;   /* SGR sequences, reset before each line's end */
	bool style;   /* show changes of style too; they are counted either way */
	bool stat;    /* the last line alone: the counts */
	bool compact; /* neither the header line nor, where changes are told, the counts; statements of
			 what was added or removed are counted, not listed */
	bool name_path; /* begin the line of `stat` with the résumé's path (where there are several) */
};

/*
 * Appends the changelog for people: a header line, the changes under their sections and entries, a
 * line of counts; always ends in a line break. Everything that comes from a résumé, a path or a
 * revision goes through cvd_text_visible. Linear in the report, plus n log n for n moves.
 */
void cvd_render_text(struct cvd_buf *out, const struct cvd_report *report,
		     const struct cvd_text_options *options);

/* Appends the header line and, in place of changes, the note: for versions that are not compared. Of the
 * report, only what it says of the two is read. Of `stat`, the one line has path and note. */
void cvd_render_note(struct cvd_buf *out, const struct cvd_report *report, struct cvd_str note,
		     const struct cvd_text_options *options);

/*
 * Appends the report as one line of JSON (cvdiff/changes/1) that ends in a line break. Valid UTF-8
 * always; control characters stand escaped. Linear in the report.
 */
void cvd_render_json(struct cvd_buf *out, const struct cvd_report *report);

#endif
