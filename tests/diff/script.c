/* Edit scripts: that they replay, and that they say no more than they must. */
#include "pair.h"
#include "unit.h"

#include "base/buf.h"
#include "diff/script.h"

#include <string.h>

struct counts {
	size_t of[CVD_EDIT_INSERT + 1];
};

/* Builds the script, replays it and compares the trees; counts the edits. */
static struct counts check_replay(struct cvd_str old, struct cvd_str new)
{
	struct counts counts = {{0}};
	struct pair pair;
	struct cvd_script script;
	struct cvd_document *applied;
	struct cvd_merkle tree;

	pair_open(&pair, old, new);
	script = cvd_script_build(&pair.arena, &pair.match);
	applied = cvd_script_apply(pair.old, &script);
	tree = cvd_merkle_build(&pair.arena, applied);
	ck_assert_uint_eq(applied->node_count, pair.new->node_count);
	for (uint32_t id = 0; id < applied->node_count; id++)
		ck_assert_msg(cvd_hash_equal(tree.own[id], pair.match.new_tree.own[id]),
			      "node %u is another one", (unsigned)id);
	ck_assert(cvd_hash_equal(tree.content[0], pair.match.new_tree.content[0]));
	for (size_t i = 0; i < script.count; i++)
		counts.of[script.edits[i].kind]++;
	cvd_document_free(applied);
	pair_close(&pair);
	return counts;
}

/* Letters for edits: delete, update, move, reorder, insert, as often as each stands in the script. */
static void check_edits(const char *old, const char *new, const char *want)
{
	struct counts counts = check_replay(cvd_str_from(old), cvd_str_from(new));
	struct cvd_buf shown = {0};

	for (size_t kind = 0; kind <= CVD_EDIT_INSERT; kind++)
		cvd_buf_fill(&shown, "DUMRI"[kind], counts.of[kind]);
	ck_assert_msg(cvd_str_equal(cvd_buf_str(&shown), cvd_str_from(want)),
		      "%.*s, not %s: '%s' to '%s'", CVD_STR_ARG(cvd_buf_str(&shown)), want, old,
		      new);
	cvd_buf_free(&shown);
}

#define WORK "# Ines Falk\n\n## Work\n\n"
#define PUMPS "- Built pumps of brass for ferries\n"
#define BUOYS "- Wrote firmware that runs in buoys\n"
#define TIDES "- Forecast tides along the northern coast\n"

START_TEST(scripts_say_what_happened)
{
	check_edits("", "", "");
	check_edits(WORK PUMPS, WORK PUMPS, "");
	check_edits(WORK, WORK PUMPS, "I");
	check_edits(WORK PUMPS, WORK, "D");
	check_edits(WORK PUMPS, WORK "- Built pumps of steel for ferries\n", "U");
	check_edits(WORK PUMPS BUOYS, WORK BUOYS PUMPS, "R");
	check_edits(WORK PUMPS BUOYS TIDES, WORK TIDES PUMPS BUOYS, "R");
	check_edits(WORK PUMPS BUOYS TIDES, WORK BUOYS TIDES PUMPS, "R");
	check_edits(WORK PUMPS BUOYS, WORK PUMPS "  " BUOYS, "M");
	check_edits(WORK PUMPS "  " BUOYS, WORK BUOYS PUMPS, "M");
	check_edits(WORK PUMPS "- " BUOYS, WORK BUOYS, "DDM");
	check_edits("", WORK PUMPS, "III");
	check_edits(WORK PUMPS, "", "DDD");
}
END_TEST

/* The inner bullet becomes the outer one's parent. */
START_TEST(a_node_moves_below_its_former_child)
{
	check_edits(WORK PUMPS "  " BUOYS, WORK BUOYS "  " PUMPS, "MM");
	check_edits(WORK PUMPS "  " BUOYS "    " TIDES, WORK TIDES "  " BUOYS "    " PUMPS, "MMM");
	check_edits(WORK PUMPS "  " BUOYS "    " TIDES, WORK TIDES "  " PUMPS "    " BUOYS, "MM");
}
END_TEST

START_TEST(edits_name_final_places)
{
	struct pair pair;
	struct cvd_script script;

	pair_open(&pair, CVD_STR(WORK PUMPS BUOYS), CVD_STR(WORK TIDES BUOYS PUMPS));
	script = cvd_script_build(&pair.arena, &pair.match);
	ck_assert_uint_eq(script.count, 2);
	for (size_t i = 0; i < script.count; i++) {
		const struct cvd_edit *edit = &script.edits[i];

		ck_assert(edit->kind == CVD_EDIT_INSERT || edit->kind == CVD_EDIT_REORDER);
		ck_assert(!edit->parent_inserted);
		ck_assert_uint_eq(edit->parent, pair_find(pair.old, CVD_SECTION, "Work", 0)->id);
		ck_assert_uint_eq(edit->index, pair.new->nodes[edit->new_id]->index);
		ck_assert((edit->old_id == CVD_NO_NODE) == (edit->kind == CVD_EDIT_INSERT));
	}
	pair_close(&pair);
}
END_TEST

/* --- the fewest reorders ------------------------------------------------------------------------ */

#define MOST 6

static const char *const statements[MOST] = {
	"Built pumps of brass",   "Wrote firmware in Rust",  "Forecast northern tides",
	"Sailed around the cape", "Taught children algebra", "Hired welders from Bergen"};

static size_t longest_increasing(const int *order, size_t count)
{
	size_t best = 0, lengths[MOST];

	for (size_t i = 0; i < count; i++) {
		lengths[i] = 1;
		for (size_t j = 0; j < i; j++)
			if (order[j] < order[i] && lengths[j] + 1 > lengths[i])
				lengths[i] = lengths[j] + 1;
		if (lengths[i] > best)
			best = lengths[i];
	}
	return best;
}

static void add_statements(struct cvd_buf *out, const int *order)
{
	out->len = 0;
	cvd_buf_add(out, CVD_STR(WORK));
	for (size_t i = 0; i < MOST; i++)
		cvd_buf_printf(out, "- %s\n", statements[order[i]]);
}

START_TEST(reorders_are_the_fewest)
{
	const int sorted[MOST] = {0, 1, 2, 3, 4, 5};
	struct cvd_buf old = {0}, new = {0};

	add_statements(&old, sorted);
	for (int permutation = 0; permutation < 720; permutation++) {
		int order[MOST] = {0, 1, 2, 3, 4, 5}, rest = permutation;
		struct counts there, back;
		size_t want;

		for (int i = MOST - 1; i > 0; rest /= i + 1, i--) {
			int other = rest % (i + 1), swap = order[i];

			order[i] = order[other];
			order[other] = swap;
		}
		add_statements(&new, order);
		want = MOST - longest_increasing(order, MOST);
		there = check_replay(cvd_buf_str(&old), cvd_buf_str(&new));
		back = check_replay(cvd_buf_str(&new), cvd_buf_str(&old));
		ck_assert_uint_eq(there.of[CVD_EDIT_REORDER], want);
		ck_assert_uint_eq(back.of[CVD_EDIT_REORDER], want);
		ck_assert_uint_eq(there.of[CVD_EDIT_MOVE] + there.of[CVD_EDIT_DELETE] +
					  there.of[CVD_EDIT_INSERT] + there.of[CVD_EDIT_UPDATE],
				  0);
	}
	cvd_buf_free(&old);
	cvd_buf_free(&new);
}
END_TEST

/* The texts of what a script reorders. */
static void add_reordered(struct cvd_buf *out, const char *old, const char *new)
{
	struct pair pair;
	struct cvd_script script;

	pair_open(&pair, cvd_str_from(old), cvd_str_from(new));
	script = cvd_script_build(&pair.arena, &pair.match);
	for (size_t i = 0; i < script.count; i++) {
		ck_assert_int_eq(script.edits[i].kind, CVD_EDIT_REORDER);
		cvd_buf_add(out, script.edits[i].node->text);
		cvd_buf_put(out, ';');
	}
	pair_close(&pair);
}

/* Of two ways, the one that moves fewer words; and the way back reorders the same nodes. */
START_TEST(ties_know_no_direction)
{
	static const char *const rows[][3] = {
		{WORK "- Sailed\n" PUMPS, WORK PUMPS "- Sailed\n", "Sailed;"},
		{WORK PUMPS BUOYS, WORK BUOYS PUMPS, NULL},
		{WORK PUMPS BUOYS TIDES, WORK TIDES BUOYS PUMPS, NULL},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cvd_buf there = {0}, back = {0};

		add_reordered(&there, rows[i][0], rows[i][1]);
		add_reordered(&back, rows[i][1], rows[i][0]);
		ck_assert_uint_eq(there.len, back.len);
		if (rows[i][2])
			assert_text(cvd_buf_str(&there), rows[i][2]);
		if (i < 2)
			assert_str(cvd_buf_str(&there), cvd_buf_str(&back));
		cvd_buf_free(&there);
		cvd_buf_free(&back);
	}
}
END_TEST

/* --- any two trees ------------------------------------------------------------------------------ */

static uint64_t next_random(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

/* A nested list of the statements, each at most twice. */
static struct cvd_str random_list(struct cvd_buf *out, uint64_t *random)
{
	size_t count = next_random(random) % 9, depth = 0;

	out->len = 0;
	cvd_buf_add(out, CVD_STR(WORK));
	for (size_t i = 0; i < count; i++) {
		cvd_buf_fill(out, ' ', 2 * depth);
		cvd_buf_printf(out, "- %s%s\n", statements[next_random(random) % MOST],
			       next_random(random) % 4 ? "" : " twice");
		depth = next_random(random) % (depth + 2);
	}
	return cvd_buf_str(out);
}

START_TEST(any_script_replays)
{
	struct cvd_buf old = {0}, new = {0};
	uint64_t random = 5;

	for (int round = 0; round < 5000; round++)
		check_replay(random_list(&old, &random), random_list(&new, &random));
	cvd_buf_free(&old);
	cvd_buf_free(&new);
}
END_TEST

START_TEST(many_siblings_take_n_log_n)
{
	enum { COUNT = 20000 };
	struct cvd_buf old = {0}, new = {0};
	struct counts counts;

	cvd_buf_add(&old, CVD_STR(WORK));
	cvd_buf_add(&new, CVD_STR(WORK));
	for (int i = 0; i < COUNT; i++) {
		cvd_buf_printf(&old, "- Built the pump with serial number %d\n", i);
		cvd_buf_printf(&new, "- Built the pump with serial number %d\n",
			       i % 2 ? i : COUNT - 2 - i);
	}
	counts = check_replay(cvd_buf_str(&old), cvd_buf_str(&new));
	ck_assert_uint_eq(counts.of[CVD_EDIT_REORDER], COUNT / 2);
	cvd_buf_free(&old);
	cvd_buf_free(&new);
}
END_TEST

UNIT_MAIN("script", scripts_say_what_happened, a_node_moves_below_its_former_child,
	  edits_name_final_places, reorders_are_the_fewest, ties_know_no_direction,
	  any_script_replays, many_siblings_take_n_log_n)
