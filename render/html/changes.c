/*
 * The list of changes, facts first, each weight under its own heading, and there by places. What a filter
 * chooses by stands in data attributes. Linear.
 */
#include "report.h"

#include "../content.h"
#include "../summary.h"
#include "../wording.h"

static const char *const headings[CVD_SEVERITY_COUNT] = {
	[CVD_FACT] = "Facts",
	[CVD_CONTENT] = "Content",
	[CVD_STYLE] = "Style and order",
};

static const char *const marks[CVD_MARK_COUNT] = {
	[CVD_MARK_ADDED] = "added",     [CVD_MARK_REMOVED] = "removed",
	[CVD_MARK_CHANGED] = "changed", [CVD_MARK_ARRIVED] = "arrived",
	[CVD_MARK_LEFT] = "left",       [CVD_MARK_REORDERED] = "reordered",
};

static void add_attribute(struct cvd_buf *out, const char *name, struct cvd_str value)
{
	cvd_buf_printf(out, " data-%s=\"", name);
	html_text(out, value);
	cvd_buf_put(out, '"');
}

static void add_lines_of(struct cvd_buf *out, const struct html_report *report,
			 const struct cvd_side *side, const char *language, const char *tag)
{
	struct cvd_strs lines = cvd_content_lines(report->arena, side);

	for (size_t i = 0; i < lines.len; i++) {
		cvd_buf_printf(out, "<li lang=\"%s\" dir=\"auto\">", language);
		html_tagged(out, tag, lines.items[i]);
		cvd_buf_add(out, CVD_STR("</li>\n"));
	}
}

/* What was added or removed with it, and both of what was written anew. */
static void add_content(struct cvd_buf *out, const struct html_report *report,
			const struct cvd_change *change)
{
	bool old = change->old && change->old->content.len;
	bool new = change->new && change->new->content.len;

	if (!old && !new)
		return;
	cvd_buf_add(out, CVD_STR("<ul class=\"with\">\n"));
	if (old)
		add_lines_of(out, report, change->old, report->old_language, "del");
	if (new)
		add_lines_of(out, report, change->new, report->new_language, "ins");
	cvd_buf_add(out, CVD_STR("</ul>\n"));
}

/* `line 12`, `lines 12–14`, and of what was removed `old line 12`. */
static void add_lines(struct cvd_buf *out, const struct cvd_change *change)
{
	const struct cvd_side *side = change->new ? change->new : change->old;

	if (!side || !side->line)
		cvd_buf_add(out, CVD_STR("side by side"));
	else if (side->end_line > side->line)
		cvd_buf_printf(out, "%slines %u–%u", change->new ? "" : "old ",
			       (unsigned)side->line, (unsigned)side->end_line);
	else
		cvd_buf_printf(out, "%sline %u", change->new ? "" : "old ", (unsigned)side->line);
}

/* What the change is called, as a link into the résumé or as words alone. */
static void add_what(struct cvd_buf *out, const struct html_report *report, size_t number,
		     struct cvd_str title)
{
	if (report->list_alone)
		cvd_buf_add(out, CVD_STR("<span class=\"what\">"));
	else
		cvd_buf_printf(out, "<a class=\"what\" href=\"#resume-%zu\">", number);
	html_text(out, title);
	cvd_buf_add(out, report->list_alone ? CVD_STR("</span>") : CVD_STR("</a>"));
}

/* A link to where it is in both versions. */
static void add_where(struct cvd_buf *out, const struct html_report *report, size_t number,
		      const struct cvd_change *change)
{
	if (report->list_alone)
		return;
	cvd_buf_printf(out, " <a class=\"lines\" href=\"#sides-%zu\">", number);
	add_lines(out, change);
	cvd_buf_add(out, CVD_STR("</a>"));
}

static void add_change(struct cvd_buf *out, const struct html_report *report, uint32_t index)
{
	const struct cvd_change *change = &report->report->changes[index];
	struct cvd_wording_options options = {.full = true};
	struct cvd_wording wording = cvd_wording_find(report->arena, change, &options);
	size_t number = html_number(report, index);

	cvd_buf_printf(out, "<li class=\"change %s\"", marks[wording.mark]);
	if (!report->list_alone) {
		cvd_buf_printf(out, " id=\"changes-%zu\" data-severity=\"%s\"", number,
			       cvd_severity_name(change->severity));
		add_attribute(out, "kind", cvd_str_from(cvd_kind_name(change->node)));
		if (change->path.len)
			add_attribute(out, "section", change->path.items[0].title);
		else if (change->node == CVD_SECTION)
			add_attribute(out, "section", change->heading);
	}
	cvd_buf_put(out, '>');
	add_what(out, report, number, wording.title);
	if (wording.body.len) {
		cvd_buf_printf(out, ": <span class=\"said\" lang=\"%s\" dir=\"auto\">",
			       report->new_language);
		html_phrase(out, &wording.body);
		cvd_buf_add(out, CVD_STR("</span>"));
	}
	add_where(out, report, number, change);
	add_content(out, report, change);
	cvd_buf_add(out, CVD_STR("</li>\n"));
}

static bool same_place(const struct cvd_crumbs *a, const struct cvd_crumbs *b)
{
	return a->len == b->len && cvd_phrase_shared(a, b) == a->len;
}

static void add_place(struct cvd_buf *out, const struct html_report *report,
		      const struct cvd_crumbs *path)
{
	struct cvd_phrase phrase = {.arena = report->arena};

	cvd_buf_add(out, CVD_STR("<h4 class=\"place\""));
	if (path->len) {
		cvd_phrase_path(&phrase, path->items, path->len, CVD_TONE_PLAIN);
		cvd_buf_printf(out, " lang=\"%s\" dir=\"auto\">", report->new_language);
		html_phrase(out, &phrase);
	} else {
		cvd_buf_add(out, CVD_STR(">The whole résumé"));
	}
	cvd_buf_add(out, CVD_STR("</h4>\n<ul class=\"changes\">\n"));
}

static void add_severity(struct cvd_buf *out, const struct html_report *report,
			 enum cvd_severity severity)
{
	const struct cvd_crumbs *place = NULL;

	if (!report->report->severities[severity])
		return;
	cvd_buf_printf(
		out, "<section class=\"severity %s\"><h3>%s <span class=\"count\">%u</span></h3>\n",
		cvd_severity_name(severity), headings[severity],
		(unsigned)report->report->severities[severity]);
	for (uint32_t i = 0; i < report->report->change_count; i++) {
		const struct cvd_change *change = &report->report->changes[i];

		if (change->severity != severity)
			continue;
		if (!place || !same_place(place, &change->path)) {
			if (place)
				cvd_buf_add(out, CVD_STR("</ul></div>\n"));
			cvd_buf_add(out, CVD_STR("<div class=\"group\">"));
			add_place(out, report, &change->path);
		}
		place = &change->path;
		add_change(out, report, i);
	}
	cvd_buf_add(out, CVD_STR("</ul></div>\n</section>\n"));
}

void html_view_changes(struct cvd_buf *out, const struct html_report *report)
{
	cvd_buf_add(out, CVD_STR("<article class=\"list\">\n"));
	if (report->several) {
		cvd_buf_add(out, CVD_STR("<h3 class=\"file\">"));
		html_isolated(out, report->title);
		cvd_buf_add(out, CVD_STR("</h3>\n"));
	}
	if (!report->report->change_count)
		cvd_buf_add(out, CVD_STR("<p class=\"note\">Nothing changed.</p>\n"));
	for (int i = 0; i < CVD_SEVERITY_COUNT; i++)
		add_severity(out, report, (enum cvd_severity)i);
	cvd_buf_add(out, CVD_STR("</article>\n"));
}
