/* Where nodes come from, a row each: what the node was, and whether more than its place and style changed. */
#include "diff/lineage.h"
#include "pair.h"
#include "unit.h"

#define WORK "# Ines Falk\n\n## Work\n\n"
#define HEAD "### Engineer\n**Nordlys**\n*2019 – 2021*\n\n"
#define PUMPS "- Built the pumps of thirty ferries.\n"
#define VALVES "- Mended every valve of the harbour.\n"

struct row {
	const char *old, *new;
	enum cvd_kind kind;
	const char *text, *from; /* of the new node, of its origin; NULL: added */
	bool changed, hidden;    /* hidden: the origin is */
};

static void check_row(const struct row *row)
{
	struct pair pair;
	struct cvd_origin *origins, origin;

	pair_open(&pair, cvd_str_from(row->old), cvd_str_from(row->new));
	origins = cvd_lineage_build(&pair.arena, pair.before, pair.after);
	origin = origins[pair_find(pair.new, row->kind, row->text, 0)->id];
	ck_assert_msg((origin.old == CVD_NO_NODE) == !row->from, "%s", row->text);
	ck_assert_msg(origin.changed == row->changed, "%s", row->text);
	if (row->from) {
		const struct cvd_node *node = pair.old->nodes[origin.old];
		struct cvd_str words = cvd_node_text(&pair.arena, node);

		ck_assert(node->hidden == row->hidden);
		ck_assert_msg(cvd_str_starts_with(words, cvd_str_from(row->from)), "%.*s",
			      CVD_STR_ARG(words));
	}
	pair_close(&pair);
}

START_TEST(origins_of_nodes)
{
	static const struct row rows[] = {
		{WORK HEAD PUMPS, WORK HEAD VALVES PUMPS, CVD_BULLET, "Built", "Built", false,
		 false},
		{WORK HEAD PUMPS, WORK HEAD VALVES PUMPS, CVD_BULLET, "Mended", NULL, true, false},
		{WORK HEAD PUMPS, WORK HEAD "* Built the **pumps** of\n  thirty ferries.\n",
		 CVD_BULLET, "Built", "Built", false, false},
		{WORK HEAD PUMPS, WORK HEAD "- Built the pumps of 30 ferries\n", CVD_BULLET,
		 "Built", "Built", true, false},
		{WORK HEAD PUMPS, WORK HEAD "- Built the pumps of thirty ferries\n", CVD_BULLET,
		 "Built", "Built", false, false},
		{WORK HEAD "- Built [pumps](https://a.example).\n",
		 WORK HEAD "- Built [pumps](https://b.example).\n", CVD_BULLET, "Built", "Built",
		 true, false},
		/* an entry is its fields, however they are written, and nothing below them */
		{WORK HEAD PUMPS, WORK HEAD VALVES, CVD_ROLE, "Engineer", "Engineer", false, false},
		{WORK HEAD PUMPS, WORK "### Engineer\n**Nordlys**\n*2019 to 2021*\n\n" PUMPS,
		 CVD_ROLE, "Engineer", "Engineer", false, false},
		{WORK HEAD PUMPS, WORK "### Engineer\n**Nordlys**\n*2019 – 2022*\n\n" PUMPS,
		 CVD_ROLE, "Engineer", "Engineer", true, false},
		/* parts come from the whole */
		{WORK HEAD
		 "- Built the pumps of thirty ferries and mended every valve of the harbour.\n",
		 WORK HEAD PUMPS VALVES, CVD_BULLET, "Mended", "Built", true, false},
		{WORK HEAD
		 "- Built the pumps of thirty ferries and mended every valve of the harbour.\n",
		 WORK HEAD PUMPS VALVES, CVD_BULLET, "Built", "Built", true, false},
		/* comments */
		{WORK HEAD PUMPS "\n<!--\n" VALVES "-->\n", WORK HEAD PUMPS VALVES, CVD_BULLET,
		 "Mended", "Mended", true, true},
		{WORK HEAD PUMPS "\n<!--\n- Sold old engines.\n-->\n", WORK HEAD PUMPS VALVES,
		 CVD_BULLET, "Mended", NULL, true, false},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		check_row(&rows[i]);
}
END_TEST

/* What is commented out is the same there and from version to version. */
START_TEST(origins_of_hidden_nodes)
{
	static const char shown[] = WORK HEAD PUMPS VALVES;
	static const char hidden[] = WORK HEAD PUMPS "\n<!--\n" VALVES "-->\n";
	static const char *const olds[] = {shown, hidden};

	for (size_t i = 0; i < 2; i++) {
		struct pair pair;
		struct cvd_origin *origins;
		uint32_t id;

		pair_open(&pair, cvd_str_from(olds[i]), cvd_str_from(hidden));
		origins = cvd_lineage_build(&pair.arena, pair.before, pair.after);
		ck_assert_uint_gt(pair.new->hidden_count, 0);
		id = pair.new->node_count + pair.new->hidden_count - 1;
		ck_assert_uint_ne(origins[id].old, CVD_NO_NODE);
		ck_assert(pair.old->nodes[origins[id].old]->hidden == (i == 1));
		ck_assert(origins[id].changed == (i == 0));
		pair_close(&pair);
	}
}
END_TEST

UNIT_MAIN("lineage", origins_of_nodes, origins_of_hidden_nodes)
