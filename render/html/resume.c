/*
 * The résumé as it is now, set like a résumé, with what changed in its place. Parts become elements by a
 * table. The parts are a flat list that says where each one ends, so the elements that are open stand on a
 * stack, each with the list (if any) that its children are in at the moment. What did not change is
 * folded, with a count: the statements of an entry from FOLD_LEAST on, and all that is in a section
 * where nothing changed. Linear.
 */
#include "report.h"

#include "../wording.h"
#include "render/render.h"

#define FOLD_LEAST 3 /* statements next to each other that are folded */
#define DEPTH_MOST                                                                                 \
	100 /* elements in each other: what is deeper stands beside; browsers give up at 512 */
#define CITED_COLUMNS 60 /* of what moved away */

/* --- elements ----------------------------------------------------------------------------------- */

/* Children of one kind stand in one list. */
enum list { NO_LIST, CONTACTS, BULLETS, KEYWORDS };

static const struct {
	const char *open, *close;
} lists[] = {
	[NO_LIST] = {"", ""},
	[CONTACTS] = {"<ul class=\"contacts\">\n", "</ul>\n"},
	[BULLETS] = {"<ul class=\"bullets\">\n", "</ul>\n"},
	[KEYWORDS] = {"<ul class=\"keywords\">\n", "</ul>\n"},
};

/* How a kind is set: its element, the element of its text in there if that is another one, its list. */
static const struct {
	const char *element, *text;
	enum list list;
} elements[CVD_KIND_COUNT] = {
	[CVD_NAME] = {"h3", NULL, NO_LIST},
	[CVD_HEADLINE] = {"p", NULL, NO_LIST},
	[CVD_CONTACT] = {"li", NULL, CONTACTS},
	[CVD_SUMMARY] = {"p", NULL, NO_LIST},
	[CVD_SECTION] = {"section", "h4", NO_LIST},
	[CVD_ROLE] = {"article", "h5", NO_LIST},
	[CVD_VOLUNTEER] = {"article", "h5", NO_LIST},
	[CVD_EDUCATION] = {"article", "h5", NO_LIST},
	[CVD_PROJECT] = {"article", "h5", NO_LIST},
	[CVD_PUBLICATION] = {"article", "h5", NO_LIST},
	[CVD_AWARD] = {"article", "h5", NO_LIST},
	[CVD_CERTIFICATE] = {"article", "h5", NO_LIST},
	[CVD_REFERENCE] = {"article", "h5", NO_LIST},
	[CVD_ENTRY] = {"article", "h5", NO_LIST},
	[CVD_GROUP] = {"div", "p", NO_LIST},
	[CVD_BULLET] = {"li", "span", BULLETS},
	[CVD_PARAGRAPH] = {"div", "p", NO_LIST},
	[CVD_SKILL] = {"li", NULL, KEYWORDS},
	[CVD_LANGUAGE] = {"li", NULL, KEYWORDS},
	[CVD_INTEREST] = {"li", NULL, KEYWORDS},
	[CVD_BLOCK] = {"div", "pre", NO_LIST},
};

static const char *const states[] = {
	[CVD_PART_KEPT] = "kept",       [CVD_PART_ADDED] = "added", [CVD_PART_REMOVED] = "removed",
	[CVD_PART_ARRIVED] = "arrived", [CVD_PART_LEFT] = "left",
};

struct level {
	uint32_t end;
	const char *close; /* of its element */
	enum list list;    /* which of its children are in */
	bool folded;       /* all beneath is unchanged, and folded once is enough */
};

struct writer {
	struct cvd_buf *out;
	const struct html_report *report;
	const struct cvd_view *view;
	bool *marked; /* by change: the element with its id is written */
	struct {
		struct level *items;
		size_t len, cap;
	} levels;
};

static const struct cvd_view_side *shown_side(const struct cvd_part *part)
{
	return part->new ? part->new : part->old;
}

static void add(struct writer *writer, const char *text)
{
	cvd_buf_add(writer->out, cvd_str_from(text));
}

static void push(struct writer *writer, uint32_t end, const char *close, bool folded)
{
	struct level level = {end, close, NO_LIST, folded};

	CVD_PUSH(writer->report->arena, &writer->levels, level);
}

static struct level *top(struct writer *writer)
{
	return &writer->levels.items[writer->levels.len - 1];
}

static void set_list(struct writer *writer, enum list list)
{
	struct level *level = top(writer);

	if (level->list == list)
		return;
	add(writer, lists[level->list].close);
	add(writer, lists[list].open);
	level->list = list;
}

static void pop_to(struct writer *writer, uint32_t part)
{
	while (writer->levels.len && top(writer)->end <= part) {
		add(writer, lists[top(writer)->list].close);
		add(writer, top(writer)->close);
		writer->levels.len--;
	}
}

/* --- marks -------------------------------------------------------------------------------------- */

static bool is_marked(const struct writer *writer, const struct cvd_change *change)
{
	return writer->report->style || !change->formatting;
}

/* `Promoted`, in the résumé beside what changed; it leads to the list of changes. */
static void add_mark(struct writer *writer, const struct cvd_part *part, uint32_t index)
{
	const struct cvd_change *change = &writer->report->report->changes[index];
	bool place = change->op == CVD_OP_MOVED || change->op == CVD_OP_REORDERED;
	struct cvd_wording_options options = {.columns = CITED_COLUMNS, .named = true};
	struct cvd_wording wording = cvd_wording_find(writer->report->arena, change, &options);
	size_t number = html_number(writer->report, index);

	cvd_buf_printf(writer->out, " <a class=\"mark %s\" lang=\"en\" dir=\"ltr\"",
		       cvd_severity_name(change->severity));
	if (!writer->marked[index])
		cvd_buf_printf(writer->out, " id=\"resume-%zu\"", number);
	writer->marked[index] = true;
	if (place && part->other != CVD_NO_PART)
		cvd_buf_printf(writer->out, " href=\"#resume-from-%zu\">", number);
	else
		cvd_buf_printf(writer->out, " href=\"#changes-%zu\">", number);
	html_text(writer->out, wording.title);
	if (place) {
		add(writer, " ");
		html_phrase(writer->out, &wording.body);
	}
	add(writer, "</a>");
}

/* What a link to a change without a mark leads to. */
static void add_anchor(struct writer *writer, uint32_t index)
{
	if (!writer->marked[index])
		cvd_buf_printf(writer->out, "<i class=\"anchor\" id=\"resume-%zu\"></i>",
			       html_number(writer->report, index));
	writer->marked[index] = true;
}

static void add_marks(struct writer *writer, const struct cvd_part *part)
{
	for (uint32_t i = 0; i < part->change_count; i++)
		if (is_marked(writer, &writer->report->report->changes[part->changes[i]]))
			add_mark(writer, part, part->changes[i]);
		else
			add_anchor(writer, part->changes[i]);
}

/* --- texts -------------------------------------------------------------------------------------- */

static bool add_field(struct writer *writer, const struct cvd_part *part, enum cvd_field field,
		      const char *before)
{
	struct cvd_buf text = {0};
	bool there = html_part_field(&text, writer->report, part, field, HTML_BOTH);

	if (there) {
		cvd_buf_printf(writer->out, "%s<span class=\"%s\" dir=\"auto\">", before,
			       cvd_field_name(field));
		cvd_buf_add(writer->out, cvd_buf_str(&text));
		add(writer, "</span>");
	}
	cvd_buf_free(&text);
	return there;
}

/* What an entry is headed by: its title, else where it was. */
static enum cvd_field heading_of(const struct cvd_part *part)
{
	static const enum cvd_field fields[] = {CVD_TITLE, CVD_ORGANIZATION, CVD_TEAM, CVD_DETAIL};
	const struct cvd_view_side *sides[] = {part->old, part->new};

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		for (int k = 0; k < 2; k++)
			if (sides[k] && sides[k]->fields && sides[k]->fields[fields[i]].text.len &&
			    !sides[k]->fields[fields[i]].inherited)
				return fields[i];
	return CVD_TITLE;
}

/* The line below the heading: where it was, and when; without the link where the heading is one. */
static void add_facts(struct writer *writer, const struct cvd_part *part, enum cvd_field heading,
		      bool linked)
{
	static const enum cvd_field listed[] = {CVD_ORGANIZATION, CVD_TEAM, CVD_LOCATION,
						CVD_DETAIL, CVD_URL};
	size_t begun = writer->out->len;
	bool some = false, start;

	add(writer, "<p class=\"facts\">");
	for (size_t i = 0; i < sizeof listed / sizeof *listed - linked; i++)
		if (listed[i] != heading)
			some |= add_field(writer, part, listed[i], some ? " · " : "");
	add(writer, " <span class=\"dates\">");
	start = add_field(writer, part, CVD_START, "");
	some |= add_field(writer, part, CVD_END, start ? " – " : "") || start;
	add(writer, "</span></p>\n");
	if (!some)
		writer->out->len = begun;
}

/* Whether the heading is the entry's link, which needs not be spelled out: no words say otherwise, and no
 * change is to be shown. */
static bool links_heading(const struct html_report *report, const struct cvd_part *part)
{
	for (uint32_t i = 0; i < part->change_count; i++)
		if (report->report->changes[part->changes[i]].field == CVD_URL)
			return false;
	return part->new && part->new->fields && !part->new->fields[CVD_URL].text.len;
}

static void add_entry(struct writer *writer, const struct cvd_part *part)
{
	enum cvd_field heading = heading_of(part);
	bool linked;

	add(writer, "<h5>");
	linked = links_heading(writer->report, part) &&
		 html_link_begin(writer->out, part->new->fields[CVD_URL].norm);
	if (!add_field(writer, part, heading, ""))
		add(writer, "<span class=\"note\">(untitled)</span>");
	html_link_end(writer->out, linked);
	add_marks(writer, part);
	add(writer, "</h5>\n");
	add_facts(writer, part, heading, linked);
}

/* Sections and groups: a title, and what may stand behind it. */
static void add_titled(struct writer *writer, const struct cvd_part *part, const char *element)
{
	struct cvd_buf title = {0};
	bool there = html_part_field(&title, writer->report, part, CVD_TITLE, HTML_BOTH);

	if (there || part->change_count) {
		cvd_buf_printf(writer->out, "<%s class=\"title\" dir=\"auto\">", element);
		cvd_buf_add(writer->out, cvd_buf_str(&title));
		add_field(writer, part, CVD_DETAIL, there ? " · " : "");
		add_marks(writer, part);
		cvd_buf_printf(writer->out, "</%s>\n", element);
	}
	cvd_buf_free(&title);
}

static void add_statement(struct writer *writer, const struct cvd_part *part, const char *element)
{
	bool block = shown_side(part)->kind == CVD_BLOCK;

	if (element)
		cvd_buf_printf(writer->out, "<%s dir=\"auto\">", element);
	html_part_text(writer->out, writer->report, part, HTML_BOTH);
	add_field(writer, part, CVD_DETAIL, " ");
	if (!block)
		add_marks(writer, part);
	if (element)
		cvd_buf_printf(writer->out, "</%s>", element);
	if (block)
		add_marks(writer, part);
}

/* What stood here before it moved. */
static void add_left(struct writer *writer, const struct cvd_part *part)
{
	const struct cvd_part *arrived = &writer->view->parts[part->other];
	struct cvd_wording_options options = {.columns = CITED_COLUMNS};
	const struct cvd_change *change;
	struct cvd_wording wording;
	uint32_t index;

	change = html_change_of_place(writer->report, arrived, &index);
	if (!change) {
		/* it went with what it is a part of */
		add(writer, "<span class=\"note\">");
		html_text(writer->out, part->old->text);
		add(writer, "</span>");
		return;
	}
	wording = (change->op == CVD_OP_MOVED ? cvd_wording_left : cvd_wording_find)(
		writer->report->arena, change, &options);
	cvd_buf_printf(writer->out,
		       "<a class=\"mark style\" lang=\"en\" dir=\"ltr\" id=\"resume-from-%zu\" "
		       "href=\"#resume-%zu\">",
		       html_number(writer->report, index), html_number(writer->report, index));
	html_text(writer->out, change->op == CVD_OP_MOVED ? wording.title : CVD_STR("Was here"));
	add(writer, "</a> <span class=\"quiet\" dir=\"auto\">");
	html_phrase(writer->out, &wording.body);
	add(writer, "</span>\n");
}

/* --- parts -------------------------------------------------------------------------------------- */

static const char *closing_tag(const char *element)
{
	static const struct {
		const char *element, *close;
	} tags[] = {{"li", "</li>\n"},
		    {"section", "</section>\n"},
		    {"article", "</article>\n"},
		    {"div", "</div>\n"},
		    {"p", "</p>\n"},
		    {"h3", "</h3>\n"}};

	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		if (cvd_str_equal(cvd_str_from(tags[i].element), cvd_str_from(element)))
			return tags[i].close;
	return "";
}

static void add_part(struct writer *writer, const struct cvd_part *part)
{
	enum cvd_kind kind = shown_side(part)->kind;
	const char *element = elements[kind].element, *text = elements[kind].text;

	if (part->state == CVD_PART_LEFT && elements[kind].list == NO_LIST)
		element = "div";
	set_list(writer, elements[kind].list);
	cvd_buf_printf(writer->out, "<%s class=\"%s %s\"%s>", element, cvd_kind_name(kind),
		       states[part->state], text ? "" : " dir=\"auto\"");
	if (part->state == CVD_PART_LEFT)
		add_left(writer, part);
	else if (cvd_kind_is_entry(kind))
		add_entry(writer, part);
	else if (cvd_kind_has_fields(kind))
		add_titled(writer, part, text);
	else
		add_statement(writer, part, text);
}

/* --- folding ------------------------------------------------------------------------------------ */

static bool is_kept(const struct cvd_part *part)
{
	return !part->touched;
}

/* The siblings from `from` on that are unchanged, all statements or all entries: where they end, and how
 * many there are. */
static uint32_t kept_run(const struct cvd_view *view, uint32_t from, uint32_t end, size_t *count)
{
	enum cvd_kind kind = view->parts[from].new ? view->parts[from].new->kind : CVD_RESUME;
	uint32_t i = from;

	*count = 0;
	while (i < end && is_kept(&view->parts[i]) && view->parts[i].new->kind == kind) {
		++*count;
		i = view->parts[i].end;
	}
	return i;
}

static bool folds(const struct writer *writer, uint32_t at, size_t count)
{
	const struct cvd_part *part = &writer->view->parts[at];
	enum cvd_kind kind = part->new ? part->new->kind : CVD_RESUME;
	const struct level *level = &writer->levels.items[writer->levels.len - 1];

	if (level->folded || part->depth == 0 || cvd_kind_is_keyword(kind))
		return false;
	if (cvd_kind_is_entry(kind))
		return count > 1;
	return (kind == CVD_BULLET || kind == CVD_PARAGRAPH || kind == CVD_BLOCK) &&
	       count >= FOLD_LEAST;
}

/* The statements beneath an entry in which nothing changed. */
static size_t count_statements(const struct cvd_view *view, uint32_t at, bool *bullets)
{
	size_t count = 0;

	*bullets = true;
	for (uint32_t i = at + 1; i < view->parts[at].end; i++) {
		enum cvd_kind kind = view->parts[i].new->kind;

		count += cvd_kind_is_statement(kind);
		*bullets &= kind == CVD_BULLET || !cvd_kind_is_statement(kind);
	}
	return count;
}

/* All that stands beneath an unchanged entry, whose own line is written. */
static void fold_entry(struct writer *writer, uint32_t at)
{
	const struct cvd_part *part = &writer->view->parts[at];
	size_t count;
	bool bullets;

	if (!is_kept(part) || !cvd_kind_is_entry(part->new->kind) || top(writer)->folded)
		return;
	count = count_statements(writer->view, at, &bullets);
	if (count < FOLD_LEAST)
		return;
	cvd_buf_printf(writer->out, "<details class=\"fold\"><summary>%zu %s unchanged</summary>\n",
		       count, bullets ? "bullets" : "statements");
	push(writer, part->end, "</details>\n", true);
}

/* Begins a fold at the part, if there is one. */
static void begin_fold(struct writer *writer, uint32_t at)
{
	struct level *level = top(writer);
	uint32_t end = level->end;
	struct cvd_str number;
	size_t count;

	if (!is_kept(&writer->view->parts[at]))
		return;
	end = kept_run(writer->view, at, end, &count);
	if (!folds(writer, at, count))
		return;
	set_list(writer, NO_LIST);
	number = cvd_render_number(writer->report->arena, writer->view->parts[at].new->kind, count);
	add(writer, "<details class=\"fold\"><summary>");
	html_text(writer->out, number);
	add(writer, " unchanged</summary>\n");
	push(writer, end, "</details>\n", true);
}

/* --- the whole ---------------------------------------------------------------------------------- */

static bool has_name(const struct cvd_view *view)
{
	for (uint32_t i = 0; i < view->len; i = view->parts[i].end)
		if (shown_side(&view->parts[i])->kind == CVD_NAME)
			return true;
	return false;
}

void html_view_resume(struct cvd_buf *out, const struct html_report *report)
{
	const struct cvd_view *view = report->report->view;
	struct writer writer = {.out = out, .report = report, .view = view};

	writer.marked = CVD_NEW_ARRAY(report->arena, bool, report->report->change_count);
	cvd_buf_printf(out, "<article class=\"resume\" lang=\"%s\" dir=\"%s\">\n",
		       report->new_language, html_language_direction(report->new_language));
	if (report->several || !has_name(view)) {
		add(&writer, "<h3 class=\"file\" lang=\"en\">");
		html_isolated(out, report->title);
		add(&writer, "</h3>\n");
	}
	push(&writer, view->len, "", false);
	for (uint32_t i = 0; i < view->len; i++) {
		const struct cvd_part *part = &view->parts[i];
		enum cvd_kind kind = shown_side(part)->kind;
		const char *element = elements[kind].element;

		pop_to(&writer, i);
		begin_fold(&writer, i);
		add_part(&writer, part);
		if (part->state == CVD_PART_LEFT && elements[kind].list == NO_LIST)
			element = "div";
		push(&writer, writer.levels.len < DEPTH_MOST ? part->end : i + 1,
		     closing_tag(element), top(&writer)->folded);
		fold_entry(&writer, i);
	}
	pop_to(&writer, view->len);
	add(&writer, "</article>\n");
}
