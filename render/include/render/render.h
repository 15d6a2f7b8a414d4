/*
 * Renderers: one change report in, text for one kind of reader out. They see change records, never
 * trees, print nothing themselves, and give the same bytes for the same report on every machine.
 */
#ifndef CVD_RENDER_RENDER_H
#define CVD_RENDER_RENDER_H

#include "base/buf.h"
#include "base/json_writer.h"
#include "diff/changes.h"

enum cvd_word_diff {
	CVD_WORD_DIFF_AUTO, /* by colour if there is colour, else by marks */
	CVD_WORD_DIFF_COLOR, /* deleted words struck through, inserted ones bold, each in its colour */
	CVD_WORD_DIFF_PLAIN, /* [-deleted-]{+inserted+} */
	CVD_WORD_DIFF_NONE   /* what is said now, unmarked */
};

struct cvd_text_options {
	size_t width;                 /* columns to wrap to; 0: never wrap */
	bool color;                   /* SGR sequences, reset before each line's end */
	enum cvd_word_diff word_diff; /* colour needs `color` */
	bool full;                    /* statements and lists of them whole, without `…` */
	bool style;                   /* show changes of style too; they are counted either way */
	bool stat;                    /* the last line alone: the counts */
	bool compact; /* neither the header line nor, where changes are told, the counts; statements of
			 what was added or removed are counted, not listed */
	bool name_path; /* begin the line of `stat` with the résumé's path (where there are several) */
	struct cvd_str link; /* URI of the new version's file, in ASCII, that hyperlinks lead to; empty:
				none */
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

/* What a comment on GitHub may have (65,536 characters), less some room for whoever posts it. Counted in
 * bytes, of which there are never fewer. */
#define CVD_MARKDOWN_LIMIT 65300

struct cvd_markdown_options {
	bool style;     /* show changes of style too, beside moves; they are counted either way */
	bool stat;      /* the counts alone */
	bool name_path; /* begin with the path as a heading (where there are several résumés) */
	size_t limit;   /* bytes that `out` may have at the end, with what it has already */
};

/*
 * Appends the report as Markdown that GitHub and GitLab show alike: a strong line of counts, the facts,
 * the rest in `<details>`. What has no room within the limit is left out by whole changes, and counted
 * at the end; false, and nothing appended, if there is not even room for the counts. Nothing that comes
 * from a résumé, a path or a revision is more than text: no markup, link, mention or reference. Linear
 * in the report.
 */
bool cvd_render_markdown(struct cvd_buf *out, const struct cvd_report *report,
			 const struct cvd_markdown_options *options);
/* Appends text as Markdown that shows just that text. */
void cvd_render_markdown_text(struct cvd_buf *out, struct cvd_str text);

struct cvd_changelog_options {
	bool style;   /* show changes of style too, beside moves */
	size_t level; /* of the headings */
};

/*
 * Appends the report as a part of a changelog (https://keepachangelog.com) in Markdown: under headings
 * Added, Changed, Removed and Moved, a list by sections of the résumé; between empty lines, with none
 * at its end. False, and nothing appended, if there is nothing to tell. Texts are as safe as in a
 * comment. Linear in the report.
 */
bool cvd_render_changelog(struct cvd_buf *out, const struct cvd_report *report,
			  const struct cvd_changelog_options *options);
/* `2 roles`, `1 skill`: so many nodes of a kind, in the arena. */
struct cvd_str cvd_render_number(struct cvd_arena *arena, enum cvd_kind kind, size_t count);

/*
 * Appends annotations for a workflow of GitHub Actions: for each change a line `::warning …` (a fact) or
 * `::notice …` (the rest, changes of style only if asked for) at its lines of the new version. What was
 * removed stands at the part that it was removed from, as far as the report tells where that is now.
 * Linear in the report.
 */
void cvd_render_github(struct cvd_buf *out, const struct cvd_report *report, bool style);

/*
 * The Reviewdog Diagnostic Format, one document for any number of reports: begin, add each, end. `json`
 * begins as {.out = …}. The same changes at the same places as in annotations; facts are WARNING, the
 * rest INFO, the code is the change's id. Linear in the reports.
 */
void cvd_render_rdjson_begin(struct cvd_json *json);
void cvd_render_rdjson_add(struct cvd_json *json, const struct cvd_report *report, bool style);
void cvd_render_rdjson_end(struct cvd_json *json);

#endif
