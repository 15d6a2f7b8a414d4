/*
 * What was compared, and how much changed. The counts are the report's, whatever is shown of it, so
 * that the last line of a long report can be relied on alone. "No changes." is said of equal bytes
 * only. Constant work.
 */
#include "summary.h"

#include "render/words.h"

static void put(struct cvd_canvas *canvas, struct cvd_str text)
{
	cvd_canvas_add(canvas, text, CVD_STYLED_PLAIN);
}

/* `old → `, if it differs. */
static void add_old(struct cvd_canvas *canvas, struct cvd_str old, struct cvd_str new,
		    enum cvd_style style)
{
	if (cvd_str_equal(old, new))
		return;
	cvd_canvas_add_name(canvas, old, style);
	put(canvas, CVD_STR(" → "));
}

void cvd_summary_paths(struct cvd_canvas *canvas, const struct cvd_report *report)
{
	const struct cvd_revision *old = report->old.absent ? &report->new : &report->old;
	const struct cvd_revision *new = report->new.absent ? &report->old : &report->new;

	add_old(canvas, old->path, new->path, CVD_STYLED_HEADER);
	cvd_canvas_begin_link(canvas, 0);
	cvd_canvas_add_name(canvas, new->path, CVD_STYLED_HEADER);
	cvd_canvas_end_link(canvas);
}

/* Labels that are more than the paths. */
static bool has_labels(const struct cvd_report *report)
{
	return (report->old.label.len || report->new.label.len) &&
	       (!cvd_str_equal(report->old.label, report->old.path) ||
		!cvd_str_equal(report->new.label, report->new.path));
}

void cvd_summary_labels(struct cvd_canvas *canvas, const struct cvd_report *report)
{
	if (!has_labels(report))
		return;
	add_old(canvas, report->old.label, report->new.label, CVD_STYLED_PLAIN);
	cvd_canvas_add_name(canvas, report->new.label, CVD_STYLED_PLAIN);
}

struct cvd_str cvd_summary_presence(const struct cvd_report *report)
{
	if (report->old.absent == report->new.absent)
		return CVD_STR("");
	return cvd_words_plain(report->old.absent ? CVD_SAY_NEW_FILE : CVD_SAY_DELETED_FILE);
}

void cvd_summary_header(struct cvd_canvas *canvas, const struct cvd_report *report)
{
	cvd_summary_paths(canvas, report);
	if (has_labels(report))
		put(canvas, CVD_STR("  "));
	cvd_summary_labels(canvas, report);
	put(canvas, cvd_summary_presence(report));
	cvd_canvas_flow(canvas, 2);
	cvd_canvas_newline(canvas);
}

/* --- the last line ---------------------------------------------------------------------------- */

static void say(struct cvd_canvas *canvas, enum cvd_words words, size_t number)
{
	put(canvas, cvd_words(canvas->arena, words, number, CVD_STR("")));
}

struct cvd_str cvd_summary_number(struct cvd_arena *arena, enum cvd_severity severity, size_t count)
{
	static const enum cvd_words nouns[CVD_SEVERITY_COUNT] = {
		[CVD_FACT] = CVD_SAY_FACTS,
		[CVD_CONTENT] = CVD_SAY_CONTENT_CHANGES,
		[CVD_STYLE] = CVD_SAY_STYLE_CHANGES,
	};

	return cvd_words(arena, nouns[severity], count, CVD_STR(""));
}

static void add_counts(struct cvd_canvas *canvas, const uint32_t counts[CVD_SEVERITY_COUNT])
{
	bool first = true;

	for (int i = 0; i < CVD_SEVERITY_COUNT; i++) {
		if (!counts[i])
			continue;
		put(canvas, first ? CVD_STR("") : CVD_STR(", "));
		put(canvas, cvd_summary_number(canvas->arena, (enum cvd_severity)i, counts[i]));
		first = false;
	}
}

/* How many are not told, and which option would tell them. */
static void add_hidden(struct cvd_canvas *canvas, size_t hidden, size_t all, bool options)
{
	if (!hidden)
		return;
	if (options)
		say(canvas, hidden < all ? CVD_SAY_SOME_HIDDEN : CVD_SAY_STYLE_SHOWS, hidden);
	else
		say(canvas, hidden < all ? CVD_SAY_SOME_NOT_SHOWN : CVD_SAY_NOT_SHOWN, hidden);
}

static void add_formatting_only(struct cvd_canvas *canvas, size_t lines, bool show_where)
{
	say(canvas, CVD_SAY_FORMATTING, lines);
	if (lines)
		say(canvas, CVD_SAY_FORMATTING_LINES, lines);
	if (show_where)
		say(canvas, CVD_SAY_SHOWS_WHERE, lines);
	put(canvas, CVD_STR("."));
}

void cvd_summary_limited(struct cvd_canvas *canvas, const struct cvd_report *report)
{
	if (!report->limited)
		return;
	put(canvas, cvd_words(canvas->arena, CVD_SAY_LIMITED, 0, cvd_str_from(report->limited)));
	cvd_canvas_flow(canvas, 0);
	cvd_canvas_newline(canvas);
}

void cvd_summary_counts(struct cvd_canvas *canvas, const struct cvd_report *report, size_t hidden,
			bool options)
{
	if (report->identical) {
		say(canvas, CVD_SAY_NO_CHANGES, 0);
	} else if (!report->change_count ||
		   (report->same_content && hidden == report->change_count)) {
		add_formatting_only(canvas, report->lines, hidden && options);
	} else {
		add_counts(canvas, report->severities);
		add_hidden(canvas, hidden, report->severities[CVD_STYLE], options);
	}
	cvd_canvas_flow(canvas, 0);
	cvd_canvas_newline(canvas);
}
