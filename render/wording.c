/*
 * The wording of changes: one table from what a record says to what a person calls it.
 *
 * The first row that fits wins, and the last row fits everything, so that every change has a name.
 * Placeholders: %k the node (`role`), %p its plural, %f the field, %K and %F the same with a capital,
 * %n the number of parts. Signs, colours, lines and columns are the renderers' business. Constant
 * work per change beside its text.
 */
#include "wording.h"

#include "base/text.h"
#include "body.h"
#include "rank.h"
#include "render/render.h"

#define MESSAGE_COLUMNS 100 /* of a statement cited in a message */

/* --- nouns ------------------------------------------------------------------------------------ */

struct noun {
	const char *singular, *plural;
};

static const struct noun kind_nouns[CVD_KIND_COUNT] = {
	[CVD_RESUME] = {"résumé", "résumés"},
	[CVD_NAME] = {"name", "names"},
	[CVD_HEADLINE] = {"headline", "headlines"},
	[CVD_CONTACT] = {"contact", "contacts"},
	[CVD_SUMMARY] = {"summary", "summaries"},
	[CVD_SECTION] = {"section", "sections"},
	[CVD_ROLE] = {"role", "roles"},
	[CVD_VOLUNTEER] = {"volunteer role", "volunteer roles"},
	[CVD_EDUCATION] = {"education", "education entries"},
	[CVD_PROJECT] = {"project", "projects"},
	[CVD_PUBLICATION] = {"publication", "publications"},
	[CVD_AWARD] = {"award", "awards"},
	[CVD_CERTIFICATE] = {"certificate", "certificates"},
	[CVD_REFERENCE] = {"reference", "references"},
	[CVD_ENTRY] = {"entry", "entries"},
	[CVD_GROUP] = {"group", "groups"},
	[CVD_BULLET] = {"bullet", "bullets"},
	[CVD_PARAGRAPH] = {"paragraph", "paragraphs"},
	[CVD_SKILL] = {"skill", "skills"},
	[CVD_LANGUAGE] = {"language", "languages"},
	[CVD_INTEREST] = {"interest", "interests"},
	[CVD_BLOCK] = {"text", "texts"},
};

static const struct noun form_nouns[CVD_FORM_COUNT] = {
	[CVD_FORM_TEXT] = {"text", "texts"},
	[CVD_FORM_IMAGE] = {"image", "images"},
	[CVD_FORM_ROW] = {"table row", "table rows"},
	[CVD_FORM_FOOTNOTE] = {"footnote", "footnotes"},
};

static const char *const field_nouns[CVD_FIELD_COUNT] = {
	[CVD_TITLE] = "title",      [CVD_ORGANIZATION] = "organization",
	[CVD_TEAM] = "team",        [CVD_LOCATION] = "location",
	[CVD_START] = "start date", [CVD_END] = "end date",
	[CVD_URL] = "link",         [CVD_DETAIL] = "detail",
};

static const struct noun project_noun = {"project", "projects"};

/* A titled part of a role is one of its projects. */
static const struct noun *kind_noun(const struct cvd_change *change)
{
	if (change->node == CVD_GROUP)
		for (size_t i = 0; i < change->path.len; i++)
			if (cvd_kind_is_entry(change->path.items[i].kind))
				return &project_noun;
	return change->node == CVD_BLOCK ? &form_nouns[change->form] : &kind_nouns[change->node];
}

static const char *field_noun(const struct cvd_change *change)
{
	if (change->field == CVD_FIELD_NONE)
		return "";
	if (change->field == CVD_TITLE && change->node == CVD_EDUCATION)
		return "degree";
	return field_nouns[change->field];
}

/* --- conditions ------------------------------------------------------------------------------- */

static bool is_formatting(const struct cvd_change *change)
{
	return change->formatting;
}

static bool is_rewritten(const struct cvd_change *change)
{
	return change->rewritten;
}

static bool is_hidden(const struct cvd_change *change)
{
	return change->hidden;
}

static bool appears(const struct cvd_change *change)
{
	return !change->old;
}

static bool vanishes(const struct cvd_change *change)
{
	return !change->new;
}

static bool is_style(const struct cvd_change *change)
{
	return change->severity == CVD_STYLE;
}

static bool is_present(const struct cvd_side *side)
{
	return side->has_value && cvd_str_equal(side->value, CVD_STR("present"));
}

static bool closes(const struct cvd_change *change)
{
	return is_present(change->old) && !is_present(change->new);
}

static bool reopens(const struct cvd_change *change)
{
	return is_present(change->new) && !is_present(change->old);
}

static bool is_promotion(const struct cvd_change *change)
{
	return change->old &&
	       change->new &&cvd_rank_of(change->new->text) > cvd_rank_of(change->old->text);
}

/* --- the table -------------------------------------------------------------------------------- */

#define KIND(kind) (1u << CVD_##kind)
#define FIELD(field) (1u << CVD_##field)
#define OP(op) (1u << CVD_OP_##op)
#define ANY (~0u)
#define SELF FIELD(FIELD_NONE)

#define ENTRIES                                                                                    \
	(KIND(ROLE) | KIND(VOLUNTEER) | KIND(EDUCATION) | KIND(PROJECT) | KIND(PUBLICATION) |      \
	 KIND(AWARD) | KIND(CERTIFICATE) | KIND(REFERENCE) | KIND(ENTRY))
#define POSTS (KIND(ROLE) | KIND(VOLUNTEER))
#define TITLED (KIND(SECTION) | KIND(GROUP))
#define RENAMED (TITLED | KIND(PROJECT))
#define KEYWORDS (KIND(SKILL) | KIND(LANGUAGE) | KIND(INTEREST))
#define SHORT (KIND(NAME) | KIND(CONTACT) | KEYWORDS)
#define DATES (FIELD(START) | FIELD(END))

struct row {
	unsigned kinds, ops, fields;
	bool (*when)(const struct cvd_change *change); /* NULL: always */
	enum cvd_mark mark;
	const char *label, *title; /* title NULL: the label */
	cvd_body *body;
};

static const struct row rows[] = {
	{ANY, ANY, ANY, is_formatting, CVD_MARK_CHANGED, "Formatting", NULL, cvd_body_formatting},
	{ANY, ANY, SELF, is_rewritten, CVD_MARK_CHANGED, "%K rewritten", NULL, cvd_body_rewritten},

	{ANY, OP(REMOVED), ANY, is_hidden, CVD_MARK_REMOVED, "Hidden %k", NULL, cvd_body_node},
	{ANY, OP(ADDED), ANY, is_hidden, CVD_MARK_ADDED, "Shown %k", NULL, cvd_body_node},
	{ENTRIES | TITLED, OP(ADDED), ANY, NULL, CVD_MARK_ADDED, "Added %k", NULL, cvd_body_node},
	{ENTRIES | TITLED, OP(REMOVED), ANY, NULL, CVD_MARK_REMOVED, "Removed %k", NULL,
	 cvd_body_node},
	{ANY, OP(ADDED), ANY, NULL, CVD_MARK_ADDED, "%K", "Added %k", cvd_body_node},
	{ANY, OP(REMOVED), ANY, NULL, CVD_MARK_REMOVED, "%K", "Removed %k", cvd_body_node},

	{KEYWORDS, OP(MOVED), ANY, NULL, CVD_MARK_ARRIVED, "Moved here", NULL, cvd_body_regrouped},
	{ANY, OP(MOVED), ANY, NULL, CVD_MARK_ARRIVED, "Moved here", NULL, cvd_body_moved},
	{ANY, OP(REORDERED), ANY, NULL, CVD_MARK_REORDERED, "Reordered", NULL, cvd_body_reordered},
	{ANY, OP(SPLIT), ANY, NULL, CVD_MARK_CHANGED, "%K split in %n", NULL, cvd_body_split},
	{ANY, OP(MERGED), ANY, NULL, CVD_MARK_CHANGED, "%n %p merged", NULL, cvd_body_merged},

	{SHORT, ANY, SELF, NULL, CVD_MARK_CHANGED, "%K", "Changed %k", cvd_body_arrow},
	{KIND(BLOCK), ANY, SELF, NULL, CVD_MARK_CHANGED, "%K", "Changed %k", cvd_body_words},
	{ANY, ANY, SELF, NULL, CVD_MARK_CHANGED, "%K", "Reworded %k", cvd_body_words},

	{ANY, ANY, ANY, appears, CVD_MARK_ADDED, "%F", "Added %f", cvd_body_field},
	{ANY, ANY, ANY, vanishes, CVD_MARK_REMOVED, "%F", "Removed %f", cvd_body_field},
	{ANY, ANY, DATES, is_style, CVD_MARK_CHANGED, "Date spelling", NULL, cvd_body_arrow},
	{ANY, ANY, FIELD(START), NULL, CVD_MARK_CHANGED, "Started", NULL, cvd_body_arrow},
	{ANY, ANY, FIELD(END), closes, CVD_MARK_CHANGED, "Ended", NULL, cvd_body_arrow},
	{ANY, ANY, FIELD(END), reopens, CVD_MARK_CHANGED, "Reopened", NULL, cvd_body_arrow},
	{ANY, ANY, FIELD(URL), NULL, CVD_MARK_CHANGED, "%F", "Changed %f", cvd_body_link},
	{RENAMED, ANY, FIELD(TITLE), NULL, CVD_MARK_CHANGED, "%K renamed", NULL, cvd_body_title},
	{ANY, ANY, ANY, is_style, CVD_MARK_CHANGED, "%F", "Changed %f", cvd_body_arrow},
	{POSTS, ANY, FIELD(TITLE), is_promotion, CVD_MARK_CHANGED, "Promoted", NULL, cvd_body_title},
	{POSTS, ANY, FIELD(ORGANIZATION), NULL, CVD_MARK_CHANGED, "Renamed employer", NULL,
	 cvd_body_arrow},
	{KIND(EDUCATION), ANY, FIELD(ORGANIZATION), NULL, CVD_MARK_CHANGED, "Renamed school", NULL,
	 cvd_body_arrow},
	{POSTS, ANY, FIELD(LOCATION), NULL, CVD_MARK_CHANGED, "Relocated", NULL, cvd_body_arrow},
	{ANY, ANY, FIELD(TITLE), NULL, CVD_MARK_CHANGED, "%F", "Changed %f", cvd_body_title},
	{ANY, ANY, ANY, NULL, CVD_MARK_CHANGED, "%F", "Changed %f", cvd_body_arrow},
};

static bool fits(const struct row *row, const struct cvd_change *change)
{
	return row->kinds & 1u << change->node && row->ops & 1u << change->op &&
	       row->fields & 1u << change->field && (!row->when || row->when(change));
}

static const struct row *find_row(const struct cvd_change *change)
{
	const struct row *row = rows;

	while (!fits(row, change))
		row++;
	return row;
}

/* --- filling in ------------------------------------------------------------------------------- */

static void add_capitalised(struct cvd_buf *buf, const char *word)
{
	bool lower = *word >= 'a' && *word <= 'z';

	if (lower)
		cvd_buf_put(buf, (char)(*word - 'a' + 'A'));
	cvd_buf_add(buf, cvd_str_from(word + lower));
}

static struct cvd_str fill(struct cvd_arena *arena, const char *template,
			   const struct cvd_change *change)
{
	const struct noun *noun = kind_noun(change);
	struct cvd_buf buf = {0};
	struct cvd_str filled;

	for (const char *at = template; *at; at++) {
		if (*at != '%') {
			cvd_buf_put(&buf, *at);
			continue;
		}
		switch (*++at) {
		case 'k':
			cvd_buf_add(&buf, cvd_str_from(noun->singular));
			break;
		case 'K':
			add_capitalised(&buf, noun->singular);
			break;
		case 'p':
			cvd_buf_add(&buf, cvd_str_from(noun->plural));
			break;
		case 'f':
			cvd_buf_add(&buf, cvd_str_from(field_noun(change)));
			break;
		case 'F':
			add_capitalised(&buf, field_noun(change));
			break;
		case 'n':
			cvd_buf_printf(&buf, "%zu", change->part_count);
			break;
		}
	}
	filled = cvd_arena_copy(arena, cvd_buf_str(&buf));
	cvd_buf_free(&buf);
	return filled;
}

struct cvd_wording cvd_wording_find(struct cvd_arena *arena, const struct cvd_change *change,
				    const struct cvd_wording_options *options)
{
	const struct row *row = find_row(change);
	struct cvd_wording wording = {
		.mark = row->mark,
		.body = {.arena = arena, .full = options->full, .brief = options->brief}};

	wording.label = fill(arena, row->label, change);
	wording.title = row->title ? fill(arena, row->title, change) : wording.label;
	row->body(&wording.body, change, options);
	return wording;
}

struct cvd_wording cvd_wording_left(struct cvd_arena *arena, const struct cvd_change *change,
				    const struct cvd_wording_options *options)
{
	struct cvd_wording wording = {
		CVD_MARK_LEFT,
		CVD_STR("Moved away"),
		CVD_STR("Moved away"),
		{.arena = arena, .full = options->full},
	};

	cvd_body_left(&wording.body, change, options);
	return wording;
}

struct cvd_str cvd_render_number(struct cvd_arena *arena, enum cvd_kind kind, size_t count)
{
	/* `1 education` is none */
	const struct noun *noun = &kind_nouns[kind == CVD_EDUCATION ? CVD_ENTRY : kind];

	return cvd_arena_format(arena, "%zu %s", count, count == 1 ? noun->singular : noun->plural);
}

void cvd_wording_message(struct cvd_buf *out, const struct cvd_change *change)
{
	static const struct cvd_wording_options options = {.columns = MESSAGE_COLUMNS};
	struct cvd_arena arena;
	struct cvd_wording wording;
	struct cvd_buf line = {0};

	cvd_arena_init(&arena);
	wording = cvd_wording_find(&arena, change, &options);
	cvd_buf_add(&line, wording.title);
	cvd_buf_add(&line, CVD_STR(": "));
	cvd_phrase_plain(&line, &wording.body);
	cvd_buf_add(out, cvd_text_squeeze(&arena, cvd_buf_str(&line)));
	cvd_buf_free(&line);
	cvd_arena_free(&arena);
}
