/*
 * What is commented out and back in. Documents are read from Markdown; then each node whose title or
 * text begins with `~` is hidden as one that stands in a comment, without the mark. Reports are shown
 * as in records.c, and each is compared with the one of the way back.
 */
#include "unit.h"

#include "base/buf.h"
#include "diff/diff.h"

#include <stdlib.h>
#include <string.h>

#define MARK '~'

static bool is_marked(const struct cvd_node *node)
{
	const struct cvd_value *title = cvd_node_get(node, CVD_TITLE);
	struct cvd_str text = title ? title->text : node->text;

	return text.len && text.ptr[0] == MARK;
}

static struct cvd_document *read_marked(struct cvd_str source)
{
	struct cvd_document *doc = NULL;
	struct cvd_error error = {0};
	struct cvd_node **nodes;
	uint32_t count;

	ck_assert_int_eq(cvd_markdown_read(source, &doc, &error), CVD_OK);
	nodes = doc->nodes;
	count = doc->node_count;
	for (uint32_t id = 1; id < count; id++) {
		struct cvd_node *node = nodes[id];
		struct cvd_value *title = node->fields ? &node->fields[CVD_TITLE] : NULL;
		struct cvd_str *text = title && title->present ? &title->text : &node->text;

		if (!is_marked(node))
			continue;
		*text = cvd_str_sub(*text, 1, text->len);
		cvd_node_hide(doc, node);
	}
	cvd_document_finish(doc);
	return doc;
}

/* --- reports as text ---------------------------------------------------------------------------- */

static void show_side(struct cvd_buf *out, char mark, const struct cvd_side *side)
{
	if (!side)
		return;
	cvd_buf_printf(out, " %c'%.*s'", mark, CVD_STR_ARG(side->text));
	for (size_t i = 0; i < side->content.len; i++)
		cvd_buf_printf(out, "%s%.*s%s", i ? "; " : "{",
			       CVD_STR_ARG(side->content.items[i].text),
			       i + 1 == side->content.len ? "}" : "");
}

/* What the id says behind the kind; the way back says the opposite. */
static struct cvd_str ending_of(const struct cvd_change *change, bool back)
{
	static const char *const pairs[][2] = {
		{"-added", "-removed"}, {"-hidden", "-shown"}, {"-split", "-merged"}};
	size_t kind = strlen(cvd_kind_name(change->node));
	struct cvd_str ending = cvd_str_sub(change->id, kind, change->id.len);

	for (size_t i = 0; back && i < sizeof pairs / sizeof *pairs; i++)
		for (int j = 0; j < 2; j++)
			if (cvd_str_equal(ending, cvd_str_from(pairs[i][j])))
				return cvd_str_from(pairs[i][1 - j]);
	return ending;
}

static void show_change(struct cvd_buf *out, const struct cvd_change *change, bool back)
{
	cvd_buf_printf(out, "%s%.*s %s", cvd_kind_name(back ? change->old_node : change->node),
		       CVD_STR_ARG(ending_of(change, back)), cvd_severity_name(change->severity));
	show_side(out, '-', back ? change->new : change->old);
	show_side(out, '+', back ? change->old : change->new);
	cvd_buf_put(out, '\n');
}

static int by_text(const void *a, const void *b)
{
	return cvd_str_compare(*(const struct cvd_str *)a, *(const struct cvd_str *)b);
}

/* One line a record; sorted where the order must not count. */
static struct cvd_str show_report(struct cvd_arena *arena, const struct cvd_report *report,
				  bool back, bool sorted)
{
	struct cvd_str *lines = CVD_NEW_ARRAY(arena, struct cvd_str, report->change_count + 1);
	struct cvd_buf buf = {0};
	struct cvd_str all;

	for (size_t i = 0; i < report->change_count; i++) {
		buf.len = 0;
		show_change(&buf, &report->changes[i], back);
		lines[i] = cvd_arena_copy(arena, cvd_buf_str(&buf));
	}
	if (sorted)
		qsort(lines, report->change_count, sizeof *lines, by_text);
	buf.len = 0;
	for (size_t i = 0; i < report->change_count; i++)
		cvd_buf_add(&buf, lines[i]);
	all = cvd_arena_copy(arena, cvd_buf_str(&buf));
	cvd_buf_free(&buf);
	return all;
}

static void check_flags(const struct cvd_report *report)
{
	for (size_t i = 0; i < report->change_count; i++) {
		const struct cvd_change *change = &report->changes[i];

		if (change->formatting)
			continue;
		ck_assert(change->hidden == (cvd_str_ends_with(change->id, CVD_STR("-hidden")) ||
					     cvd_str_ends_with(change->id, CVD_STR("-shown"))));
		ck_assert(!change->hidden ||
			  change->op == (change->old ? CVD_OP_REMOVED : CVD_OP_ADDED));
	}
}

/* Tells both ways, which must be the same but for the direction. Returns how many are hidden or shown;
 * *told (may be NULL) is in the arena. */
static size_t tell(struct cvd_arena *arena, struct cvd_str old, struct cvd_str new,
		   struct cvd_str *told)
{
	struct cvd_document *a = read_marked(old), *b = read_marked(new);
	struct cvd_report *forth = cvd_diff(a, b), *back = cvd_diff(b, a);
	size_t count = 0;

	check_flags(forth);
	check_flags(back);
	assert_str(show_report(arena, forth, false, true), show_report(arena, back, true, true));
	if (told)
		*told = show_report(arena, forth, false, false);
	for (size_t i = 0; i < forth->change_count; i++)
		count += forth->changes[i].hidden;
	cvd_report_free(forth);
	cvd_report_free(back);
	cvd_document_free(a);
	cvd_document_free(b);
	return count;
}

struct row {
	const char *old, *new, *want;
};

static void check_rows(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct cvd_arena arena = {0};
		struct cvd_str told;

		tell(&arena, cvd_str_from(rows[i].old), cvd_str_from(rows[i].new), &told);
		assert_text(told, rows[i].want);
		cvd_arena_free(&arena);
	}
}

#define CHECK_ROWS(rows) check_rows((rows), sizeof(rows) / sizeof *(rows))

#define NAME "# Ines Falk\n\n"
#define WORK NAME "## Work\n\n"
#define SKILLS NAME "## Skills\n\n"
#define ROLE                                                                                       \
	"### Engineer | Pumps\n**Nordlys** — *Oslo*\n*May 2019 – Present*\n\n- Built pumps of brass.\n"
#define FITTER_BELOW "Fitter | Valves\n**Skerry** — *Turku*\n*2015 – 2017*\n\n"
#define FITTER "### " FITTER_BELOW "- Mended every valve.\n"
#define NO_FITTER "### ~" FITTER_BELOW "- Mended every valve.\n"
#define FITTED "'Fitter, Skerry, Valves, Turku, 2015, 2017'{Mended every valve.}\n"

/* --- what is told ------------------------------------------------------------------------------- */

START_TEST(entries_are_hidden_and_shown)
{
	static const struct row rows[] = {
		{WORK ROLE FITTER, WORK ROLE NO_FITTER, "role-hidden fact -" FITTED},
		{WORK ROLE NO_FITTER, WORK ROLE FITTER, "role-shown fact +" FITTED},
		{WORK ROLE NO_FITTER, WORK ROLE NO_FITTER, ""},
		/* in another place of the file */
		{WORK FITTER ROLE, WORK ROLE "\n## Other\n\n" NO_FITTER,
		 "role-hidden fact -" FITTED "section-added content +'Other'\n"},
		{NAME "## Projects\n\n### Tide clock\n\n- Of brass.\n",
		 NAME "## Projects\n\n### ~Tide clock\n\n- Of brass.\n",
		 "project-hidden fact -'Tide clock'{Of brass.}\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(an_edited_entry_is_known_by_its_fields)
{
	static const struct row rows[] = {
		{WORK ROLE FITTER, WORK ROLE "### ~" FITTER_BELOW "- Mended some valves.\n",
		 "role-hidden fact -" FITTED},
		{WORK ROLE "### ~Fitter | Valves\n**Skerry** — *Åbo*\n*2015 – 2017*\n",
		 WORK ROLE FITTER, "role-shown fact +" FITTED},
		{WORK ROLE "### Fitter\n**Skerry**\n*May 2015 – Aug 2017*\n",
		 WORK ROLE "### ~Fitter\n**Skerry**\n*05/2015 – 08/2017*\n\n- Many.\n",
		 "role-hidden fact -'Fitter, Skerry, May 2015, Aug 2017'\n"},
		/* another title, organization, or date is another role */
		{WORK ROLE FITTER, WORK ROLE "### ~Welder\n**Skerry**\n*2015 – 2017*\n",
		 "role-removed fact -" FITTED},
		{WORK ROLE FITTER, WORK ROLE "### ~Fitter\n**Nordlys**\n*2015 – 2017*\n",
		 "role-removed fact -" FITTED},
		{WORK ROLE FITTER, WORK ROLE "### ~Fitter\n**Skerry**\n*2015 – 2018*\n",
		 "role-removed fact -" FITTED},
	};

	CHECK_ROWS(rows);
}
END_TEST

#define CARVER                                                                                     \
	"### Carver\n**Skerry**\n*2024 – Present*\n\n- Built a northern pump station of steel.\n"
#define BUILDER_BELOW                                                                              \
	"Builder\n**Skerry**\n*2018 – Present*\n\n- Built a northern pump station of brass.\n"

/* What went into a comment whole did not turn into what is like it. */
START_TEST(a_hidden_entry_lends_nothing)
{
	static const struct row rows[] = {
		{WORK FITTER "### " BUILDER_BELOW, WORK FITTER CARVER "### ~" BUILDER_BELOW,
		 "role-hidden fact -'Builder, Skerry, 2018, Present'"
		 "{Built a northern pump station of brass.}\n"
		 "role-added fact +'Carver, Skerry, 2024, Present'"
		 "{Built a northern pump station of steel.}\n"},
		/* the old text of an entry is kept in a comment */
		{WORK FITTER "### " BUILDER_BELOW,
		 WORK FITTER "### ~" BUILDER_BELOW "### " BUILDER_BELOW "- Kept its stores.\n",
		 "bullet-added content +'Kept its stores.'\n"},
		/* it was there before */
		{WORK FITTER "### " BUILDER_BELOW "### ~" BUILDER_BELOW,
		 WORK FITTER CARVER "### ~" BUILDER_BELOW,
		 "role-title-changed fact -'Builder' +'Carver'\n"
		 "role-start-changed fact -'2018' +'2024'\n"
		 "bullet-changed content -'Built a northern pump station of brass.' "
		 "+'Built a northern pump station of steel.'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(statements_and_keywords_are_hidden_and_shown)
{
	static const struct row rows[] = {
		{WORK ROLE "- Saved half the oil.\n", WORK ROLE "- ~Saved half the oil.\n",
		 "bullet-hidden content -'Saved half the oil.'\n"},
		{WORK ROLE "- ~Saved half the oil.\n", WORK ROLE "- Saved half the oil.\n",
		 "bullet-shown content +'Saved half the oil.'\n"},
		{WORK ROLE "- Saved [half](x) the oil.\n", WORK ROLE "- ~Saved half the oil.\n",
		 "bullet-hidden content -'Saved half the oil.'\n"},
		{WORK ROLE "- Saved oil.\n  - Half of it.\n",
		 WORK ROLE "- ~Saved oil.\n  - Half of it.\n",
		 "bullet-hidden content -'Saved oil.'{Half of it.}\n"},
		{WORK ROLE "- Saved oil.\n  - Half of it.\n",
		 WORK ROLE "- Saved oil.\n  - ~Half of it.\n",
		 "bullet-hidden content -'Half of it.'\n"},
		{WORK ROLE "\nIt was wet.\n", WORK ROLE "\n~It was wet.\n",
		 "paragraph-hidden content -'It was wet.'\n"},
		{WORK ROLE "\nIt was wet.\n", WORK ROLE "- ~It was wet.\n",
		 "paragraph-hidden content -'It was wet.'\n"},
		{SKILLS "- Go\n- Rust\n", SKILLS "- Go\n- ~Rust\n",
		 "skill-hidden content -'Rust'\n"},
		{WORK ROLE "- Saved half the oil.\n", WORK ROLE "- ~Saved half the water.\n",
		 "bullet-removed content -'Saved half the oil.'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(sections_and_groups_are_hidden_and_shown)
{
	static const struct row rows[] = {
		{WORK ROLE "\n## Ravens\n\n- Fed eleven.\n",
		 WORK ROLE "\n## ~Ravens\n\n- Fed eleven.\n",
		 "section-hidden content -'Ravens'{Fed eleven.}\n"},
		{WORK ROLE "\n## Ravens\n\n- Fed eleven.\n",
		 WORK ROLE "\n## ~Ravens\n\n- Fed ten.\n",
		 "section-hidden content -'Ravens'{Fed eleven.}\n"},
		{WORK ROLE "\n#### Valves\n\n- Many.\n", WORK ROLE "\n#### ~Valves\n\n- Many.\n",
		 "group-hidden content -'Valves'{Many.}\n"},
		/* a role in a section that is new in the comment */
		{WORK ROLE FITTER, WORK ROLE "## ~Past work\n\n" FITTER,
		 "role-hidden fact -" FITTED},
		/* a statement apart from its entry */
		{WORK ROLE "- Mended every valve.\n", WORK ROLE NO_FITTER,
		 "bullet-removed content -'Mended every valve.'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(each_is_hidden_once)
{
	static const struct row rows[] = {
		{WORK ROLE "- Oil.\n- Oil.\n", WORK ROLE "- Oil.\n- ~Oil.\n",
		 "bullet-hidden content -'Oil.'\n"},
		{WORK ROLE "- Oil.\n- Oil.\n", WORK ROLE "- ~Oil.\n- ~Oil.\n",
		 "bullet-hidden content -'Oil.'\nbullet-hidden content -'Oil.'\n"},
		{WORK ROLE "- Oil.\n- Oil.\n", WORK ROLE "- ~Oil.\n",
		 "bullet-hidden content -'Oil.'\nbullet-removed content -'Oil.'\n"},
		/* the comment was there before */
		{WORK ROLE "- Oil.\n- ~Oil.\n", WORK ROLE "- ~Oil.\n",
		 "bullet-removed content -'Oil.'\n"},
		{WORK ROLE "- Oil.\n- ~Oil.\n", WORK ROLE "- ~Oil.\n- ~Oil.\n",
		 "bullet-hidden content -'Oil.'\n"},
		{WORK ROLE FITTER NO_FITTER, WORK ROLE NO_FITTER, "role-removed fact -" FITTED},
		/* what its section takes along hides nothing else */
		{WORK ROLE "\n## Past\n\n" FITTER "\n## Other\n\n" FITTER,
		 WORK ROLE "\n## ~Past\n\n" FITTER "\n## Other\n",
		 "section-hidden content -'Past'{Fitter, Skerry, Valves, Turku, 2015, 2017; "
		 "Mended every valve.}\nrole-removed fact -" FITTED},
		/* one comes, one goes */
		{WORK ROLE "- Oil of whales.\n- ~Three wet valves.\n",
		 WORK ROLE "- ~Oil of whales.\n- Three wet valves.\n",
		 "bullet-hidden content -'Oil of whales.'\n"
		 "bullet-shown content +'Three wet valves.'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(what_moves_out_of_a_hidden_entry_moved)
{
	static const struct row rows[] = {
		{WORK ROLE "### " FITTER_BELOW
			   "- Mended every valve of the northern station.\n- Kept the stores.\n",
		 WORK ROLE "- Mended every valve of the northern station.\n### ~" FITTER_BELOW
			   "- Kept the stores.\n",
		 "bullet-moved style -'Mended every valve of the northern station.' +'Mended every valve of the northern station.'\n"
		 "role-hidden fact -'Fitter, Skerry, Valves, Turku, 2015, 2017'{Kept the stores.}\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(a_comment_alone_is_formatting)
{
	static const struct row rows[] = {
		{WORK ROLE "- ~Oil.\n", WORK ROLE, "resume-formatting-changed style -'' +''\n"},
		{WORK ROLE NO_FITTER, WORK ROLE, "resume-formatting-changed style -'' +''\n"},
		{WORK ROLE "- ~Oil.\n", WORK ROLE "- ~Water.\n",
		 "resume-formatting-changed style -'' +''\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

/* A renderer may say so. */
START_TEST(comments_that_differ_are_known)
{
	static const struct {
		const char *old, *new;
		bool hidden;
	} rows[] = {
		{WORK ROLE "- ~Oil.\n", WORK ROLE "- ~Water.\n", true},
		{WORK ROLE "- ~Oil.\n", WORK ROLE, true},
		{WORK ROLE "- ~Oil.\n", WORK ROLE "- ~Oil.\n\n---\n", false},
		{WORK ROLE, WORK ROLE "\n---\n", false},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cvd_document *old = read_marked(cvd_str_from(rows[i].old));
		struct cvd_document *new = read_marked(cvd_str_from(rows[i].new));
		struct cvd_report *report = cvd_diff(old, new);

		ck_assert_uint_eq(report->change_count, 1);
		ck_assert(report->changes[0].formatting);
		ck_assert(report->changes[0].hidden == rows[i].hidden);
		cvd_report_free(report);
		cvd_document_free(old);
		cvd_document_free(new);
	}
}
END_TEST

START_TEST(layout_in_comments_is_nobodys)
{
	struct cvd_document *old = read_marked(CVD_STR(WORK "### Fitter\n*2015 to 2017*\n"));
	struct cvd_document *new = read_marked(CVD_STR(WORK "### ~Fitter\n*2015 to 2017*\n"));
	struct cvd_report *report = cvd_diff(old, new);

	ck_assert_uint_eq(new->layout.len, 1);
	ck_assert_uint_eq(report->old_layout.len, 1);
	ck_assert_uint_eq(report->new_layout.len, 0);
	cvd_report_free(report);
	cvd_document_free(old);
	cvd_document_free(new);
}
END_TEST

/* --- laws ---------------------------------------------------------------------------------------- */

static uint64_t state;

static uint32_t pick(uint32_t below)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(state >> 33) % below;
}

/* Few texts, so that many are equal; a third of them hidden. */
static void add_bullets(struct cvd_buf *out)
{
	static const char *const texts[] = {"Built pumps of brass.", "Mended every valve.", "Oil.",
					    "Kept [the stores](x) dry."};

	for (uint32_t left = pick(5); left > 0; left--)
		cvd_buf_printf(out, "%s- %s%s\n", pick(5) ? "" : "  ", pick(3) ? "" : "~",
			       texts[pick(4)]);
}

static void write_random(struct cvd_buf *out)
{
	static const char *const sections[] = {"Work", "Volunteering", "Ravens"};
	static const char *const titles[] = {"Engineer", "Fitter"};

	cvd_buf_add(out, CVD_STR(NAME));
	for (uint32_t left = 1 + pick(3); left > 0; left--) {
		cvd_buf_printf(out, "\n## %s%s\n\n", pick(5) ? "" : "~", sections[pick(3)]);
		for (uint32_t roles = pick(4); roles > 0; roles--) {
			cvd_buf_printf(out, "\n### %s%s\n**Nordlys**\n*%u – 2020*\n\n",
				       pick(3) ? "" : "~", titles[pick(2)], 2015 + pick(2));
			add_bullets(out);
		}
		cvd_buf_add(out, CVD_STR("\n"));
		add_bullets(out);
	}
}

START_TEST(the_way_back_exchanges_hidden_and_shown)
{
	size_t hidden = 0;

	for (uint64_t seed = 0; seed < 1000; seed++) {
		struct cvd_buf old = {0}, new = {0};
		struct cvd_arena arena = {0};

		state = seed;
		write_random(&old);
		write_random(&new);
		hidden += tell(&arena, cvd_buf_str(&old), cvd_buf_str(&new), NULL);
		ck_assert_uint_eq(tell(&arena, cvd_buf_str(&old), cvd_buf_str(&old), NULL), 0);
		cvd_arena_free(&arena);
		cvd_buf_free(&old);
		cvd_buf_free(&new);
	}
	ck_assert_uint_gt(hidden, 300);
}
END_TEST

/* Many of each, half of them equal. */
START_TEST(it_takes_linear_time)
{
	enum { COUNT = 20000 };
	struct cvd_buf old = {0}, new = {0};
	struct cvd_arena arena = {0};

	cvd_buf_add(&old, CVD_STR(WORK ROLE));
	cvd_buf_add(&new, CVD_STR(WORK ROLE));
	for (int i = 0; i < COUNT; i++) {
		cvd_buf_printf(&old, "- Oil of tank %d.\n- Oil.\n", i);
		cvd_buf_printf(&new, "- ~Oil of tank %d.\n- ~Oil.\n", i);
	}
	ck_assert_uint_eq(tell(&arena, cvd_buf_str(&old), cvd_buf_str(&new), NULL),
			  (size_t)2 * COUNT);
	cvd_arena_free(&arena);
	cvd_buf_free(&old);
	cvd_buf_free(&new);
}
END_TEST

UNIT_MAIN("hidden", entries_are_hidden_and_shown, an_edited_entry_is_known_by_its_fields,
	  a_hidden_entry_lends_nothing, statements_and_keywords_are_hidden_and_shown,
	  sections_and_groups_are_hidden_and_shown, each_is_hidden_once,
	  what_moves_out_of_a_hidden_entry_moved, a_comment_alone_is_formatting,
	  comments_that_differ_are_known, layout_in_comments_is_nobodys,
	  the_way_back_exchanges_hidden_and_shown, it_takes_linear_time)
