/*
 * Pages for a browser: one file each, with nothing to fetch. Texts of a résumé, a path or a revision are
 * never more than text there; a link leads to http, https, mailto or tel alone.
 */
#ifndef CVD_RENDER_HTML_H
#define CVD_RENDER_HTML_H

#include "base/buf.h"
#include "diff/changes.h"

/* A page of reports: begin, add each, end. Zero bytes are a page without reports. */
struct cvd_html {
	struct cvd_arena arena;
	bool style; /* mark changes of formatting in the résumé, too; the list has them either way */
	bool several; /* there will be more reports than one */
	struct cvd_buf heading, resume, changes, sides, about; /* of the reports so far */
	size_t change_count;
	struct cvd_buf title;
};

/* Adds a report that has its view (cvd_diff_with_view); it may be freed then. Linear in both versions. */
void cvd_render_html_add(struct cvd_html *page, const struct cvd_report *report);
/* Appends the page and frees what is in it. */
void cvd_render_html_end(struct cvd_html *page, struct cvd_buf *out);

/* A page of a history: make one, add each commit, newest first, end. */
struct cvd_html_history;

struct cvd_html_history_options {
	bool style;         /* mark changes of formatting in the timeline, too; the list has them */
	bool reverse;       /* list the oldest commit first */
	bool several;       /* there may be more résumés than one */
	struct cvd_str tip; /* the revision that it leads up to */
};

/* All texts are UTF-8. */
struct cvd_html_commit {
	struct cvd_str id, author, subject, day; /* day: `2024-05-01` */
	struct cvd_str beside; /* the parent that a merge is compared with; NULL ptr: no merge */
};

/* A résumé that the commit changed. */
struct cvd_html_file {
	struct cvd_str old_path, new_path;
	/* The same number for the same text under the same name, and else another; 0: there is none. */
	uint64_t old_version, new_version;
	const struct cvd_report *report; /* with its view; NULL: it cannot be compared, see `note` */
	struct cvd_str note;
	bool shown; /* else it is only followed */
};

struct cvd_html_history *cvd_html_history_new(const struct cvd_html_history_options *options);
/* Adds a commit; whether it is listed, which it is if any of its files is shown. The reports may be freed then. Linear in the
 * versions. */
bool cvd_html_history_add(struct cvd_html_history *history, const struct cvd_html_commit *commit,
			  const struct cvd_html_file *files, size_t count);
/* Appends the page and frees the history. */
void cvd_html_history_end(struct cvd_html_history *history, struct cvd_buf *out);
/* Frees it alone; NULL is fine. */
void cvd_html_history_free(struct cvd_html_history *history);

#endif
