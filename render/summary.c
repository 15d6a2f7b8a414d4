/*
 * What was compared, and how much changed. The counts are the report's, whatever is shown of it, so
 * that the last line of a long report can be relied on alone. "No changes." is said of equal bytes
 * only. Constant work.
 */
#include "summary.h"

#include <stdio.h>

static void put(struct cvd_canvas *canvas, struct cvd_str text)
{
	cvd_canvas_add(canvas, text, CVD_STYLED_PLAIN);
}

static void add_pair(struct cvd_canvas *canvas, struct cvd_str old, struct cvd_str new,
		     enum cvd_style style)
{
	cvd_canvas_add(canvas, old, style);
	if (cvd_str_equal(old, new))
		return;
	put(canvas, CVD_STR(" → "));
	cvd_canvas_add(canvas, new, style);
}

static void add_paths(struct cvd_canvas *canvas, const struct cvd_report *report)
{
	const struct cvd_revision *old = report->old.absent ? &report->new : &report->old;
	const struct cvd_revision *new = report->new.absent ? &report->old : &report->new;

	add_pair(canvas, old->path, new->path, CVD_STYLED_HEADER);
}

static bool labels_repeat_paths(const struct cvd_report *report)
{
	return cvd_str_equal(report->old.label, report->old.path) &&
	       cvd_str_equal(report->new.label, report->new.path);
}

void cvd_summary_header(struct cvd_canvas *canvas, const struct cvd_report *report)
{
	add_paths(canvas, report);
	if (!labels_repeat_paths(report) && (report->old.label.len || report->new.label.len)) {
		put(canvas, CVD_STR("  "));
		add_pair(canvas, report->old.label, report->new.label, CVD_STYLED_PLAIN);
	}
	if (report->old.absent != report->new.absent)
		put(canvas,
		    report->old.absent ? CVD_STR(" (new file)") : CVD_STR(" (deleted file)"));
	cvd_canvas_flow(canvas, 2);
	cvd_canvas_newline(canvas);
}

/* --- the last line ---------------------------------------------------------------------------- */

static void add_number(struct cvd_canvas *canvas, size_t count, const char *one, const char *many)
{
	char text[64];

	snprintf(text, sizeof text, "%zu %s", count, count == 1 ? one : many);
	put(canvas, cvd_str_from(text));
}

static void add_counts(struct cvd_canvas *canvas, const uint32_t counts[CVD_SEVERITY_COUNT])
{
	static const struct {
		const char *one, *many;
	} nouns[CVD_SEVERITY_COUNT] = {
		[CVD_FACT] = {"fact", "facts"},
		[CVD_CONTENT] = {"content change", "content changes"},
		[CVD_STYLE] = {"style change", "style changes"},
	};
	bool first = true;

	for (int i = 0; i < CVD_SEVERITY_COUNT; i++) {
		if (!counts[i])
			continue;
		put(canvas, first ? CVD_STR("") : CVD_STR(", "));
		add_number(canvas, counts[i], nouns[i].one, nouns[i].many);
		first = false;
	}
}

static void add_hidden(struct cvd_canvas *canvas, size_t hidden, size_t all)
{
	if (!hidden)
		return;
	put(canvas, CVD_STR(" ("));
	if (hidden < all) {
		add_number(canvas, hidden, "hidden", "hidden");
		put(canvas, CVD_STR("; "));
	}
	put(canvas, hidden == 1 ? CVD_STR("--style shows it)") : CVD_STR("--style shows them)"));
}

static void add_formatting_only(struct cvd_canvas *canvas, size_t hidden)
{
	put(canvas, CVD_STR("No content changes; formatting differs"));
	if (!hidden) {
		put(canvas, CVD_STR("."));
		return;
	}
	put(canvas, CVD_STR(" in "));
	add_number(canvas, hidden, "place", "places");
	add_hidden(canvas, hidden, hidden);
}

static void add_limited(struct cvd_canvas *canvas, const char *limit)
{
	put(canvas, CVD_STR("Too much changed to compare everything closely (limit: "));
	put(canvas, cvd_str_from(limit));
	put(canvas, CVD_STR("); what was moved or reworded may be shown as removed and added."));
	cvd_canvas_flow(canvas, 0);
	cvd_canvas_newline(canvas);
}

void cvd_summary_counts(struct cvd_canvas *canvas, const struct cvd_report *report, size_t hidden)
{
	if (report->limited)
		add_limited(canvas, report->limited);
	if (report->identical) {
		put(canvas, CVD_STR("No changes."));
	} else if (!report->change_count ||
		   (report->same_content && hidden == report->change_count)) {
		add_formatting_only(canvas, hidden);
	} else {
		add_counts(canvas, report->severities);
		add_hidden(canvas, hidden, report->severities[CVD_STYLE]);
	}
	cvd_canvas_flow(canvas, 0);
	cvd_canvas_newline(canvas);
}
