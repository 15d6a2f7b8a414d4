/*
 * The laws over pairs, one function each in a table. What needs more than a page has a file of its own:
 * conservation.c, symmetry.c, view.c.
 */
#include "laws.h"

#include "checks.h"

#include "base/text.h"
#include "diff/script.h"
#include "render/render.h"

#include <locale.h>

static struct cvd_document *read_markdown(struct cvd_str text, struct cvd_str beside)
{
	struct cvd_date_votes votes = cvd_markdown_date_votes(text);
	struct cvd_date_votes other = cvd_markdown_date_votes(beside);
	struct cvd_document *doc = NULL;
	struct cvd_error error = {0};

	votes.day_first += other.day_first;
	votes.month_first += other.month_first;
	if (cvd_markdown_read_as(text, cvd_date_votes_month_first(votes), &doc, &error))
		cvd_out_of_memory();
	return doc;
}

static struct cvd_report *diff_with_view(const struct cvd_document *old,
					 const struct cvd_document *new)
{
	struct cvd_prepared *before = cvd_prepare(old), *after = cvd_prepare(new);
	struct cvd_report *report = cvd_diff_with_view(before, after);

	cvd_prepared_free(before);
	cvd_prepared_free(after);
	return report;
}

void pair_open(struct pair *pair, struct cvd_str old, struct cvd_str new)
{
	*pair = (struct pair){0};
	pair->text[0] = cvd_text_decode(&pair->arena, old).text;
	pair->text[1] = cvd_text_decode(&pair->arena, new).text;
	for (int side = 0; side < 2; side++)
		pair->doc[side] = read_markdown(pair->text[side], pair->text[!side]);
	for (int side = 0; side < 2; side++)
		pair->report[side] = diff_with_view(pair->doc[side], pair->doc[!side]);
}

void pair_close(struct pair *pair)
{
	for (int side = 0; side < 2; side++) {
		cvd_report_free(pair->report[side]);
		cvd_document_free(pair->doc[side]);
	}
	cvd_arena_free(&pair->arena);
}

static void put_visible(struct cvd_buf *out, const char *before, struct cvd_str text)
{
	cvd_buf_add(out, cvd_str_from(before));
	cvd_text_visible(out, text);
}

void check_describe(struct cvd_buf *out, const struct cvd_change *change)
{
	put_visible(out, "  ", change->id);
	cvd_buf_printf(out, " (%s)", cvd_severity_name(change->severity));
	if (change->old)
		put_visible(out, "\n    old: ", change->old->text);
	for (size_t i = 0; change->old && i < change->old->content.len; i++)
		put_visible(out, "\n       + ", change->old->content.items[i].text);
	if (change->new)
		put_visible(out, "\n    new: ", change->new->text);
	for (size_t i = 0; change->new &&i < change->new->content.len; i++)
		put_visible(out, "\n       + ", change->new->content.items[i].text);
	for (size_t i = 0; i < change->part_count; i++)
		put_visible(out, "\n    part: ", change->parts[i].text);
	cvd_buf_put(out, '\n');
}

/* --- 1 ---------------------------------------------------------------------------------------- */

static bool identity(struct pair *pair, struct cvd_buf *why)
{
	bool holds = true;

	for (int side = 0; side < 2; side++) {
		struct cvd_document *twin = read_markdown(pair->text[side], pair->text[!side]);
		struct cvd_report *report = cvd_diff(pair->doc[side], twin);

		if (report->change_count || !report->identical || report->limited) {
			cvd_buf_printf(why, "side %d against itself: identical %d, limited %s\n",
				       side, report->identical,
				       report->limited ? report->limited : "null");
			for (size_t i = 0; i < report->change_count && i < 5; i++)
				check_describe(why, &report->changes[i]);
			holds = false;
		}
		cvd_report_free(report);
		cvd_document_free(twin);
	}
	if (pair->report[0]->identical != cvd_str_equal(pair->text[0], pair->text[1])) {
		cvd_buf_printf(why, "identical is told of other bytes, or not of the same\n");
		holds = false;
	}
	return holds;
}

/* --- 2 ---------------------------------------------------------------------------------------- */

/* Partners are partners of each other, and the roots are. */
static bool is_matching(const struct cvd_match *match)
{
	for (uint32_t i = 0; i < match->old->node_count; i++)
		if (match->to_new[i] != CVD_NO_NODE && match->to_old[match->to_new[i]] != i)
			return false;
	for (uint32_t i = 0; i < match->new->node_count; i++)
		if (match->to_old[i] != CVD_NO_NODE && match->to_new[match->to_old[i]] != i)
			return false;
	return match->to_new[0] == 0;
}

static void tell_first_difference(const struct cvd_merkle *got, const struct cvd_merkle *want,
				  struct cvd_buf *why)
{
	uint32_t i = 0;

	cvd_buf_printf(why, "%u nodes instead of %u\n", got->doc->node_count, want->doc->node_count);
	while (i < got->doc->node_count && i < want->doc->node_count &&
	       cvd_hash_equal(got->own[i], want->own[i]))
		i++;
	cvd_buf_printf(why, "node %u: ", i);
	if (i < got->doc->node_count)
		put_visible(why, cvd_kind_name(got->doc->nodes[i]->kind),
			    got->doc->nodes[i]->source);
	put_visible(why, " instead of ", CVD_STR(""));
	if (i < want->doc->node_count)
		put_visible(why, cvd_kind_name(want->doc->nodes[i]->kind),
			    want->doc->nodes[i]->source);
	cvd_buf_put(why, '\n');
}

static bool replays(const struct cvd_document *old, const struct cvd_document *new,
		    struct cvd_buf *why)
{
	struct cvd_arena arena = {0};
	struct cvd_prepared *before = cvd_prepare(old), *after = cvd_prepare(new);
	struct cvd_match match = cvd_match_build(&arena, before, after);
	struct cvd_script script = cvd_script_build(&arena, &match);
	struct cvd_document *applied = cvd_script_apply(old, &script);
	struct cvd_merkle got = cvd_merkle_build(&arena, applied);
	struct cvd_merkle want = *cvd_prepared_tree(after);
	bool same = cvd_hash_equal(got.content[0], want.content[0]);
	bool matching = is_matching(&match);

	if (!same)
		tell_first_difference(&got, &want, why);
	if (!matching)
		cvd_buf_printf(why, "the matching is no matching\n");
	cvd_document_free(applied);
	cvd_prepared_free(before);
	cvd_prepared_free(after);
	cvd_arena_free(&arena);
	return same && matching;
}

static bool replay(struct pair *pair, struct cvd_buf *why)
{
	bool forth = replays(pair->doc[0], pair->doc[1], why);
	bool back = replays(pair->doc[1], pair->doc[0], why);

	return forth && back;
}

/* --- 3 ---------------------------------------------------------------------------------------- */

static bool conservation(struct pair *pair, struct cvd_buf *why)
{
	return law_conserves(pair->report[0], pair->text[0], pair->text[1], why) &&
	       law_conserves(pair->report[1], pair->text[1], pair->text[0], why);
}

/* --- 5 ---------------------------------------------------------------------------------------- */

/* The pieces of `=` and of `op`, joined, are the text. */
static bool pieces_give(const struct cvd_pieces *pieces, char op, struct cvd_str text)
{
	size_t at = 0;

	for (size_t i = 0; i < pieces->len; i++) {
		struct cvd_str piece = pieces->items[i].text;

		if (pieces->items[i].op != '=' && pieces->items[i].op != op)
			continue;
		if (!cvd_str_equal(cvd_str_sub(text, at, at + piece.len), piece))
			return false;
		at += piece.len;
	}
	return at == text.len;
}

/* The text of one side: the node's, or that of its parts joined by a space. */
static struct cvd_str side_text(struct cvd_arena *arena, const struct cvd_change *change,
				const struct cvd_side *side)
{
	struct cvd_str text = {0};

	if (side)
		return side->text;
	for (size_t i = 0; i < change->part_count; i++)
		text = cvd_arena_format(arena, i ? "%.*s %.*s" : "%.*s%.*s", CVD_STR_ARG(text),
					CVD_STR_ARG(change->parts[i].text));
	return text;
}

static bool needs_words(const struct cvd_change *change)
{
	return change->op == CVD_OP_CHANGED && !change->formatting && !change->rewritten &&
	       change->old && change->new && (change->old->text.len || change->new->text.len);
}

static bool rebuild(struct pair *pair, struct cvd_buf *why)
{
	size_t broken = why->len;

	for (int way = 0; way < 2; way++) {
		const struct cvd_report *report = pair->report[way];

		for (size_t i = 0; i < report->change_count; i++) {
			const struct cvd_change *change = &report->changes[i];
			bool good = !needs_words(change);

			if (change->formatting)
				good = cvd_str_equal(change->old->text, change->new->text);
			if (change->words.len)
				good = pieces_give(&change->words, '-',
						   side_text(&pair->arena, change, change->old)) &&
				       pieces_give(&change->words, '+',
						   side_text(&pair->arena, change, change->new));
			if (!good)
				check_describe(why, change);
		}
	}
	return why->len == broken;
}

/* --- 6 ---------------------------------------------------------------------------------------- */

static bool formatting(struct pair *pair, struct cvd_buf *why)
{
	const struct cvd_report *report = pair->report[0];
	bool holds = cvd_hash_equal(report->old.root, report->new.root);

	if (!holds)
		cvd_buf_printf(why, "the roots differ\n");
	for (size_t i = 0; i < report->change_count; i++) {
		if (report->changes[i].severity == CVD_STYLE)
			continue;
		check_describe(why, &report->changes[i]);
		holds = false;
	}
	return holds;
}

/* --- 7 ---------------------------------------------------------------------------------------- */

/* The JSON of a diff of fresh copies, so that no address is the same. */
static void put_json(struct cvd_buf *out, const struct pair *pair)
{
	struct cvd_arena arena = {0};
	struct cvd_document *old =
		read_markdown(cvd_arena_copy(&arena, pair->text[0]), pair->text[1]);
	struct cvd_document *new =
		read_markdown(cvd_arena_copy(&arena, pair->text[1]), pair->text[0]);
	struct cvd_report *report = cvd_diff(old, new);

	cvd_render_json(out, report);
	cvd_report_free(report);
	cvd_document_free(new);
	cvd_document_free(old);
	cvd_arena_free(&arena);
}

static bool determinism(struct pair *pair, struct cvd_buf *why)
{
	static const char *const locales[] = {"C", "C.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8", NULL};
	struct cvd_buf first = {0};
	bool holds = true;

	cvd_render_json(&first, pair->report[0]);
	for (size_t i = 0; locales[i] && holds; i++) {
		struct cvd_buf again = {0};

		if (!setlocale(LC_ALL, locales[i]))
			continue;
		put_json(&again, pair);
		holds = cvd_str_equal(cvd_buf_str(&first), cvd_buf_str(&again));
		if (!holds)
			cvd_buf_printf(why, "first:\n%.*sagain, in locale %s:\n%.*s",
				       CVD_STR_ARG(first), locales[i], CVD_STR_ARG(again));
		cvd_buf_free(&again);
	}
	setlocale(LC_ALL, "C");
	cvd_buf_free(&first);
	return holds;
}

static const struct {
	const char *name;
	bool (*holds)(struct pair *pair, struct cvd_buf *why);
} laws[LAW_COUNT] = {
	[LAW_IDENTITY] = {"identity", identity},
	[LAW_REPLAY] = {"replay", replay},
	[LAW_CONSERVATION] = {"conservation", conservation},
	[LAW_SYMMETRY] = {"symmetry", check_symmetry},
	[LAW_REBUILD] = {"rebuild", rebuild},
	[LAW_FORMATTING] = {"formatting", formatting},
	[LAW_DETERMINISM] = {"determinism", determinism},
	[LAW_BOUNDS] = {"bounds", NULL},
	[LAW_VIEW] = {"view", check_view},
};

const char *law_name(enum law law)
{
	return laws[law].name;
}

bool law_holds(enum law law, struct pair *pair, struct cvd_buf *why)
{
	return laws[law].holds(pair, why);
}
