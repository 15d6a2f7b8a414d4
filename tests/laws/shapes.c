/*
 * How an entry's header is written, one function per dialect, in a table. All of them write the same
 * fields; that they place, label and join them in other ways is the point.
 */
#include "writer.h"

#include "words.h"

static void put_date(struct writer *w, struct date date)
{
	static const char *const months[] = {"January",   "February", "March",    "April",
					     "May",       "June",     "July",     "August",
					     "September", "October",  "November", "December"};
	enum date_style style = w->style->values[STYLE_DATE];

	if (date.kind == DATE_PRESENT)
		writer_put(w, "Present");
	else if (date.kind == DATE_YEAR)
		cvd_buf_printf(&w->out, "%u", date.year);
	else if (style == DATES_FULL)
		cvd_buf_printf(&w->out, "%s %u", months[date.month - 1], date.year);
	else if (style == DATES_SHORT)
		cvd_buf_printf(&w->out, "%.3s %u", months[date.month - 1], date.year);
	else if (style == DATES_SLASH)
		cvd_buf_printf(&w->out, "%02u/%u", date.month, date.year);
	else
		cvd_buf_printf(&w->out, "%u-%02u", date.year, date.month);
}

static bool has_dates(const struct item *entry)
{
	return entry->start.kind != DATE_NONE || entry->end.kind != DATE_NONE;
}

static void put_dates(struct writer *w, const char *before, const struct item *entry,
		      const char *after)
{
	static const char *const ranges[] = {" – ", " - ", "–", " to "};

	if (!has_dates(entry))
		return;
	writer_put(w, before);
	if (entry->start.kind != DATE_NONE)
		put_date(w, entry->start);
	if (entry->start.kind != DATE_NONE && entry->end.kind != DATE_NONE)
		writer_put(w, ranges[w->style->values[STYLE_RANGE]]);
	if (entry->end.kind != DATE_NONE)
		put_date(w, entry->end);
	writer_put(w, after);
}

/* Begins a line of the header; the line before, if there is one, ends as the style breaks lines. */
static void header_line(struct writer *w, bool *first)
{
	static const char *const breaks[] = {"  \n", "\\\n", "\n"};

	if (!*first)
		writer_put(w, breaks[w->style->values[STYLE_BREAK]]);
	*first = false;
	writer_begin(w);
}

static void put_strong(struct writer *w, struct cvd_str text)
{
	writer_field(w, MARK_STRONG, text, MARK_STRONG);
}

/* `### Title | Team`, then lines; a study has no heading, its degree is a line. */
static unsigned write_seed(struct writer *w, const struct item *entry)
{
	bool first = true, study = entry->kind == ITEM_STUDY;

	writer_blank(w);
	if (!study) {
		writer_begin_heading(w, 3);
		writer_field(w, "", entry->text, "");
		writer_field(w, " | ", entry->team, "");
		writer_end_heading(w, 3);
	}
	if (entry->organization.len || entry->location.len) {
		header_line(w, &first);
		put_strong(w, entry->organization);
		writer_put(w, entry->organization.len && entry->location.len ? " — " : "");
		writer_field(w, MARK_EMPHASIS, entry->location, MARK_EMPHASIS);
	}
	if (study || entry->detail.len) {
		header_line(w, &first);
		writer_field(w, "", study ? entry->text : (struct cvd_str){0}, " ");
		writer_field(w, MARK_EMPHASIS "(", entry->detail, ")" MARK_EMPHASIS);
	}
	if (has_dates(entry)) {
		header_line(w, &first);
		put_dates(w, MARK_EMPHASIS, entry, MARK_EMPHASIS);
	}
	if (!first)
		writer_end(w);
	return 0;
}

static unsigned write_one_heading(struct writer *w, const struct item *entry)
{
	writer_begin_heading(w, 3);
	writer_field(w, "", entry->text, "");
	writer_field(w, ", ", entry->team, "");
	writer_field(w, ", ", entry->organization, "");
	writer_field(w, ", ", entry->location, "");
	put_dates(w, " (", entry, ")");
	writer_end_heading(w, 3);
	writer_field(w, "", entry->detail, "\n");
	return 0;
}

static unsigned write_bold(struct writer *w, const struct item *entry)
{
	writer_blank(w);
	writer_begin(w);
	put_strong(w, entry->text);
	writer_field(w, ", ", entry->team, "");
	writer_field(w, ", ", entry->organization, "");
	writer_field(w, ", ", entry->location, "");
	put_dates(w, " (", entry, ")");
	writer_field(w, " ", entry->detail, "");
	writer_end(w);
	return 0;
}

static unsigned write_stacked(struct writer *w, const struct item *entry)
{
	writer_begin_heading(w, 3);
	writer_field(w, "", entry->organization, "");
	writer_field(w, ", ", entry->location, "");
	writer_end_heading(w, 3);
	writer_begin_heading(w, 4);
	writer_field(w, "", entry->text, "");
	writer_field(w, " | ", entry->team, "");
	writer_end_heading(w, 4);
	writer_begin_heading(w, 5);
	put_dates(w, "", entry, "");
	writer_field(w, " (", entry->detail, ")");
	writer_end_heading(w, 5);
	return 0;
}

static unsigned write_labels(struct writer *w, const struct item *entry)
{
	bool first = true;

	writer_begin_heading(w, 3);
	writer_field(w, "", entry->text, " at ");
	writer_field(w, "", entry->organization, "");
	writer_end_heading(w, 3);
	header_line(w, &first);
	put_dates(w, "Dates: ", entry, "");
	writer_field(w, " Team: ", entry->team, "");
	if (entry->location.len) {
		header_line(w, &first);
		writer_field(w, "Location: ", entry->location, "");
	}
	if (entry->detail.len) {
		header_line(w, &first);
		writer_field(w, MARK_STRONG "Honours:" MARK_STRONG " ", entry->detail, "");
	}
	writer_end(w);
	return 0;
}

static unsigned write_table(struct writer *w, const struct item *entry)
{
	writer_blank(w);
	writer_put(w, "| When | What | Where |\n| ---- | :--: | ----- |\n| ");
	put_dates(w, "", entry, " ");
	writer_field(w, "| ", entry->text, " ");
	writer_field(w, "(", entry->team, ") ");
	writer_field(w, "| ", entry->organization, "");
	writer_field(w, ", ", entry->location, "");
	writer_field(w, "; ", entry->detail, "");
	writer_put(w, " |\n");
	return 0;
}

static unsigned write_bullets(struct writer *w, const struct item *entry)
{
	writer_begin(w);
	writer_put(w, "- ");
	put_strong(w, entry->text);
	writer_field(w, ", ", entry->organization, "");
	writer_field(w, " (", entry->team, ")");
	writer_field(w, ", ", entry->location, "");
	put_dates(w, ", ", entry, "");
	writer_field(w, ", ", entry->detail, "");
	writer_end(w);
	return 2;
}

static unsigned write_definitions(struct writer *w, const struct item *entry)
{
	writer_blank(w);
	writer_field(w, "", entry->organization, "\n");
	writer_put(w, ":   ");
	put_dates(w, MARK_EMPHASIS, entry, MARK_EMPHASIS ", ");
	writer_field(w, "", entry->text, "");
	writer_field(w, " · ", entry->team, "");
	writer_field(w, " · ", entry->location, "");
	writer_field(w, " · ", entry->detail, "");
	writer_end(w);
	return 0;
}

static unsigned write_prose(struct writer *w, const struct item *entry)
{
	writer_blank(w);
	put_dates(w, "From ", entry, " ");
	writer_field(w, "I worked as ", entry->text, " ");
	writer_field(w, "at ", entry->organization, " ");
	writer_field(w, "in ", entry->location, " ");
	writer_field(w, "with the team ", entry->team, "");
	writer_field(w, ", ", entry->detail, "");
	writer_put(w, ".\n");
	writer_blank(w);
	return 0;
}

unsigned shape_header(struct writer *w, const struct item *entry)
{
	static unsigned (*const headers[SHAPE_COUNT])(struct writer *, const struct item *) = {
		[SHAPE_SEED] = write_seed,       [SHAPE_ONE_HEADING] = write_one_heading,
		[SHAPE_BOLD] = write_bold,       [SHAPE_STACKED] = write_stacked,
		[SHAPE_LABELS] = write_labels,   [SHAPE_TABLE] = write_table,
		[SHAPE_BULLETS] = write_bullets, [SHAPE_DEFINITIONS] = write_definitions,
		[SHAPE_PROSE] = write_prose,
	};

	return headers[w->style->values[STYLE_SHAPE]](w, entry);
}
