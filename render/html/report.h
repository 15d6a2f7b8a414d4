/* What the three views of a report share. Private to the pages. */
#ifndef CVD_RENDER_HTML_REPORT_H
#define CVD_RENDER_HTML_REPORT_H

#include "diff/view.h"

#include "markup.h"

struct html_report {
	struct cvd_arena *arena;
	const struct cvd_report *report; /* with its view */
	size_t base;          /* changes of the reports before it on the page: the numbers of
					    its own go on from there */
	bool several;         /* there are others on the page */
	bool style;           /* mark changes of formatting in the résumé, too */
	struct cvd_str title; /* `cv.md` */
	char old_language[4], new_language[4];
	bool list_alone; /* the page has no other view: changes have no ids and link nowhere */
};

/* Sets both languages by the texts of the view. Linear. */
void html_report_languages(struct html_report *report);

/* Of the page, from 1 on: part of the ids of all elements that belong to a change. */
static inline size_t html_number(const struct html_report *report, uint32_t change)
{
	return report->base + change + 1;
}

/* The change of the part that says how it came to its place, or of its field (CVD_FIELD_NONE: of its
 * text), or NULL. */
const struct cvd_change *html_change_of_place(const struct html_report *report,
					      const struct cvd_part *part, uint32_t *index);
const struct cvd_change *html_change_of_field(const struct html_report *report,
					      const struct cvd_part *part, enum cvd_field field);

/* Appends the text of a part without fields: what stayed, and what changed of it. `sides` says which of both
 * versions is shown. */
enum html_sides { HTML_OLD = 1, HTML_NEW = 2, HTML_BOTH = 3 };
void html_part_text(struct cvd_buf *out, const struct html_report *report,
		    const struct cvd_part *part, enum html_sides sides);
/* The same for a field; whether there was anything to show. An inherited one has nothing. */
bool html_part_field(struct cvd_buf *out, const struct html_report *report,
		     const struct cvd_part *part, enum cvd_field field, enum html_sides sides);

/* The views, each appended to what is there of other reports. Linear. */
void html_view_resume(struct cvd_buf *out, const struct html_report *report);
void html_view_changes(struct cvd_buf *out, const struct html_report *report);
void html_view_sides(struct cvd_buf *out, const struct html_report *report);

#endif
