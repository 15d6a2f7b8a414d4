/*
 * How a change is said once its name is known. Each function reads one kind of record and adds spans
 * to the phrase; which one serves which change is the table's business (wording.c).
 *
 * Invariant: only words of the record, punctuation, and the few words of notes are added, and
 * nothing here looks at more than one record. Linear in the record's text.
 */
#include "body.h"

#include "base/text.h"

#include <string.h>

#define NONE CVD_STR("")
#define PART 40 /* columns of a part that is only cited */

/* The side that a change is shown on: the old one for what was removed, else the new one. */
static const struct cvd_side *shown_side(const struct cvd_change *change)
{
	return change->new ? change->new : change->old;
}

static struct cvd_str side_text(const struct cvd_side *side)
{
	return side ? side->text : CVD_STR("");
}

/* --- naming a node ---------------------------------------------------------------------------- */

static bool has_field(const struct cvd_side *side, enum cvd_field field)
{
	return side->fields && side->fields[field].len;
}

/* ` (November 2026 – Present)`, with what there is of both. */
static void add_dates(struct cvd_phrase *phrase, const struct cvd_side *side)
{
	bool start = has_field(side, CVD_START), end = has_field(side, CVD_END);

	if (!start && !end)
		return;
	cvd_phrase_add(phrase, phrase->len ? CVD_STR(" (") : CVD_STR("("), CVD_TONE_PLAIN);
	if (start)
		cvd_phrase_add(phrase, side->fields[CVD_START], CVD_TONE_PLAIN);
	if (start && end)
		cvd_phrase_add(phrase, CVD_STR(" – "), CVD_TONE_PLAIN);
	if (end)
		cvd_phrase_add(phrase, side->fields[CVD_END], CVD_TONE_PLAIN);
	cvd_phrase_add(phrase, CVD_STR(")"), CVD_TONE_PLAIN);
}

/* `Principal Engineer, Acme · Payments · Berlin, Germany (November 2026 – Present)` */
static void add_entry(struct cvd_phrase *phrase, const struct cvd_side *side)
{
	static const struct {
		enum cvd_field field;
		const char *before;
	} listed[] = {{CVD_TITLE, ""},
		      {CVD_DETAIL, ", "},
		      {CVD_ORGANIZATION, ", "},
		      {CVD_TEAM, " · "},
		      {CVD_LOCATION, " · "}};
	bool first = true;

	for (size_t i = 0; i < sizeof listed / sizeof *listed; i++) {
		if (!has_field(side, listed[i].field))
			continue;
		if (!first)
			cvd_phrase_add(phrase, cvd_str_from(listed[i].before), CVD_TONE_PLAIN);
		cvd_phrase_add(phrase, side->fields[listed[i].field], CVD_TONE_PLAIN);
		first = false;
	}
	add_dates(phrase, side);
}

static void add_side(struct cvd_phrase *phrase, const struct cvd_side *side, enum cvd_kind kind,
		     const struct cvd_wording_options *options)
{
	if (cvd_kind_is_entry(kind) && side->fields)
		add_entry(phrase, side);
	else if (!cvd_str_trim(side->text).len && !side->content.len)
		cvd_phrase_say(phrase, CVD_SAY_NO_TEXT, 0, NONE);
	else
		cvd_phrase_cut(phrase, side->text, options->columns);
}

void cvd_body_node(struct cvd_phrase *phrase, const struct cvd_change *change,
		   const struct cvd_wording_options *options)
{
	add_side(phrase, shown_side(change), change->node, options);
}

/* The node in few words, for changes that are about its place. */
static void add_name(struct cvd_phrase *phrase, const struct cvd_change *change,
		     const struct cvd_wording_options *options)
{
	struct cvd_str text = side_text(shown_side(change));

	if (cvd_kind_has_fields(change->node) && change->heading.len)
		text = change->heading;
	cvd_phrase_cut(phrase, text, options->columns);
}

/* --- texts ------------------------------------------------------------------------------------ */

void cvd_body_field(struct cvd_phrase *phrase, const struct cvd_change *change,
		    const struct cvd_wording_options *options)
{
	const struct cvd_side *side = shown_side(change);

	if (change->field == CVD_URL && side->value.len)
		cvd_phrase_add(phrase, side->value, CVD_TONE_PLAIN);
	else
		cvd_phrase_cut(phrase, side->text, options->columns);
}

void cvd_body_arrow(struct cvd_phrase *phrase, const struct cvd_change *change,
		    const struct cvd_wording_options *options)
{
	(void)options;
	cvd_phrase_arrow(phrase, side_text(change->old), side_text(change->new));
}

void cvd_body_title(struct cvd_phrase *phrase, const struct cvd_change *change,
		    const struct cvd_wording_options *options)
{
	(void)options;
	cvd_phrase_short_arrow(phrase, side_text(change->old), side_text(change->new));
}

void cvd_body_link(struct cvd_phrase *phrase, const struct cvd_change *change,
		   const struct cvd_wording_options *options)
{
	struct cvd_str old = change->old->value, new = change->new->value;

	if (cvd_str_equal(old, new)) {
		cvd_body_arrow(phrase, change, options);
		return;
	}
	if (!cvd_kind_has_fields(change->node) && change->new->text.len) {
		cvd_phrase_cut(phrase, change->new->text, options->columns);
		cvd_phrase_add(phrase, CVD_STR(": "), CVD_TONE_PLAIN);
	}
	cvd_phrase_arrow(phrase, old.len ? old : change->old->text,
			 new.len ? new : change->new->text);
}

void cvd_body_words(struct cvd_phrase *phrase, const struct cvd_change *change,
		    const struct cvd_wording_options *options)
{
	if (change->words.len)
		cvd_phrase_words(phrase, &change->words);
	else
		cvd_body_arrow(phrase, change, options);
}

/* Source in one line, its line breaks as signs. */
static struct cvd_str in_one_line(struct cvd_arena *arena, struct cvd_str source)
{
	struct cvd_buf buf = {0};
	struct cvd_str line;

	for (size_t i = 0; i < source.len; i++) {
		if (source.ptr[i] == '\n')
			cvd_buf_add(&buf, CVD_STR(" ⏎ "));
		else
			cvd_buf_put(&buf, source.ptr[i]);
	}
	line = cvd_text_squeeze(arena, cvd_arena_copy(arena, cvd_buf_str(&buf)));
	cvd_buf_free(&buf);
	return line;
}

void cvd_body_formatting(struct cvd_phrase *phrase, const struct cvd_change *change,
			 const struct cvd_wording_options *options)
{
	struct cvd_str old = change->old->source, new = change->new->source;

	if (change->node == CVD_RESUME && !old.len && !new.len) {
		cvd_phrase_say(phrase, change->hidden ? CVD_SAY_IN_COMMENTS : CVD_SAY_BETWEEN_PARTS,
			       0, NONE);
		return;
	}
	if (cvd_str_equal(cvd_text_squeeze(phrase->arena, old),
			  cvd_text_squeeze(phrase->arena, new))) {
		add_name(phrase, change, options);
		cvd_phrase_say(phrase, CVD_SAY_WHITE_SPACE, 0, NONE);
		return;
	}
	cvd_phrase_middle(phrase, in_one_line(phrase->arena, old), in_one_line(phrase->arena, new));
}

void cvd_body_rewritten(struct cvd_phrase *phrase, const struct cvd_change *change,
			const struct cvd_wording_options *options)
{
	unsigned count = change->statement_count, kept = count - change->gone_count;
	bool named = change->heading.len > 0;

	if (named)
		add_name(phrase, change, options);
	cvd_phrase_note(phrase, named ? " (" : "");
	cvd_phrase_say(phrase, kept ? CVD_SAY_SOME_KEPT : CVD_SAY_NONE_KEPT, count,
		       cvd_arena_format(phrase->arena, "%u", kept));
	cvd_phrase_note(phrase, named ? ")" : "");
}

/* --- places ----------------------------------------------------------------------------------- */

/* The part of `path` that tells it from `other`: without the ancestors that both share, and without
 * the section where an entry follows. */
static void add_place(struct cvd_phrase *phrase, const struct cvd_crumbs *path,
		      const struct cvd_crumbs *other)
{
	size_t from = cvd_phrase_shared(path, other);

	if (from == path->len && from > 0)
		from--;
	if (from + 1 < path->len && path->items[from].kind == CVD_SECTION)
		from++;
	if (path->len)
		cvd_phrase_path(phrase, path->items + from, path->len - from, CVD_TONE_NOTE);
	else
		cvd_phrase_say(phrase, CVD_SAY_TOP, 0, NONE);
}

static void add_former_kind(struct cvd_phrase *phrase, const struct cvd_change *change)
{
	const char *kind = cvd_kind_name(change->old_node);

	if (change->old_node != change->node)
		cvd_phrase_say(phrase, strchr("aeiou", *kind) ? CVD_SAY_WAS_AN : CVD_SAY_WAS_A, 0,
			       cvd_str_from(kind));
}

void cvd_body_moved(struct cvd_phrase *phrase, const struct cvd_change *change,
		    const struct cvd_wording_options *options)
{
	if (!options->named)
		add_name(phrase, change, options);
	cvd_phrase_note(phrase, options->named ? "" : " (");
	cvd_phrase_say(phrase, CVD_SAY_FROM, 0, NONE);
	add_place(phrase, &change->old->path, &change->new->path);
	add_former_kind(phrase, change);
	cvd_phrase_note(phrase, options->named ? "" : ")");
}

void cvd_body_regrouped(struct cvd_phrase *phrase, const struct cvd_change *change,
			const struct cvd_wording_options *options)
{
	const struct cvd_crumbs *old = &change->old->path, *new = &change->new->path;

	if (cvd_phrase_shared(old, new) < old->len)
		cvd_body_moved(phrase, change, options);
	else
		add_name(phrase, change, options);
}

void cvd_body_left(struct cvd_phrase *phrase, const struct cvd_change *change,
		   const struct cvd_wording_options *options)
{
	if (cvd_kind_has_fields(change->node) && change->old_heading.len)
		cvd_phrase_cut(phrase, change->old_heading, options->columns);
	else
		cvd_phrase_cut(phrase, side_text(change->old), options->columns);
	cvd_phrase_note(phrase, " (");
	cvd_phrase_say(phrase, CVD_SAY_TO, 0, NONE);
	add_place(phrase, &change->new->path, &change->old->path);
	cvd_phrase_note(phrase, ")");
}

/* `first`, `2nd`, …, `last`. The number of siblings is 0 where it is not known. */
static void add_position(struct cvd_phrase *phrase, uint32_t index, uint32_t siblings)
{
	static const char *const suffixes[] = {"th", "st", "nd", "rd"};
	uint32_t position = index + 1, unit = position % 10;
	bool teen = position % 100 / 10 == 1;

	if (index == 0)
		cvd_phrase_say(phrase, CVD_SAY_FIRST, 0, NONE);
	else if (position == siblings)
		cvd_phrase_say(phrase, CVD_SAY_LAST, 0, NONE);
	else
		cvd_phrase_note(phrase, "%u%s", (unsigned)position,
				suffixes[unit < 4 && !teen ? unit : 0]);
}

void cvd_body_reordered(struct cvd_phrase *phrase, const struct cvd_change *change,
			const struct cvd_wording_options *options)
{
	if (!options->named)
		add_name(phrase, change, options);
	if (change->old->index == change->new->index)
		return;
	cvd_phrase_note(phrase, options->named ? "" : " (");
	add_position(phrase, change->old->index, change->old_sibling_count);
	cvd_phrase_note(phrase, " → ");
	add_position(phrase, change->new->index, change->sibling_count);
	cvd_phrase_note(phrase, options->named ? "" : ")");
}

/* --- split and merged ------------------------------------------------------------------------- */

static void add_toned(struct cvd_phrase *phrase, const struct cvd_side *side, enum cvd_kind kind,
		      const struct cvd_wording_options *options, enum cvd_tone tone)
{
	size_t from = phrase->len;

	add_side(phrase, side, kind, options);
	for (; from < phrase->len; from++)
		phrase->items[from].tone = tone;
}

static void add_parts(struct cvd_phrase *phrase, const struct cvd_change *change, enum cvd_kind kind,
		      const struct cvd_wording_options *options, enum cvd_tone tone)
{
	for (size_t i = 0; i < change->part_count; i++) {
		if (i > 0)
			cvd_phrase_add(phrase, CVD_STR(" + "), CVD_TONE_PLAIN);
		add_toned(phrase, &change->parts[i], kind, options, tone);
	}
}

static bool has_changed_words(const struct cvd_pieces *words)
{
	for (size_t i = 0; i < words->len; i++)
		if (words->items[i].op != '=' && cvd_str_trim(words->items[i].text).len)
			return true;
	return false;
}

/* What is a text shows its changed words; what has a title is named whole, with its parts. */
static bool shows_words(const struct cvd_change *change)
{
	return has_changed_words(&change->words) && !cvd_kind_has_fields(change->node);
}

/* A text with the same words as before: how its parts begin. */
static bool shows_parts(const struct cvd_change *change)
{
	return change->words.len && !cvd_kind_has_fields(change->node);
}

static void add_beginnings(struct cvd_phrase *phrase, const struct cvd_change *change,
			   enum cvd_kind kind, bool full)
{
	const struct cvd_wording_options options = {.columns = PART, .full = full};

	add_parts(phrase, change, kind, &options, CVD_TONE_PLAIN);
}

void cvd_body_split(struct cvd_phrase *phrase, const struct cvd_change *change,
		    const struct cvd_wording_options *options)
{
	if (shows_words(change)) {
		cvd_phrase_words(phrase, &change->words);
		return;
	}
	if (shows_parts(change)) {
		add_beginnings(phrase, change, change->node, options->full);
		return;
	}
	add_toned(phrase, change->old, change->old_node, options, CVD_TONE_OLD);
	cvd_phrase_add(phrase, CVD_STR(" → "), CVD_TONE_PLAIN);
	add_parts(phrase, change, change->node, options, CVD_TONE_NEW);
}

void cvd_body_merged(struct cvd_phrase *phrase, const struct cvd_change *change,
		     const struct cvd_wording_options *options)
{
	if (shows_words(change)) {
		cvd_phrase_words(phrase, &change->words);
		return;
	}
	if (shows_parts(change)) {
		add_beginnings(phrase, change, change->old_node, options->full);
		return;
	}
	add_parts(phrase, change, change->old_node, options, CVD_TONE_OLD);
	cvd_phrase_add(phrase, CVD_STR(" → "), CVD_TONE_PLAIN);
	add_toned(phrase, change->new, change->node, options, CVD_TONE_NEW);
}
