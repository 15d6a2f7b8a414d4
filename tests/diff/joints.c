/*
 * What was split, and so what was merged: each row is compared both ways, and the way back must find the
 * same joints as merges. A joint is shown as `whole = part + part`, one a line; a row that wants none
 * is an edit that looks like a split and is another.
 */
#include "pair.h"
#include "unit.h"

#include "base/buf.h"

#define WORK "# Ines Falk\n\n## Work\n\n"
#define ROLE WORK "### Engineer\n**Nordlys**\n*2019 – 2021*\n\n"

struct row {
	const char *whole, *parts, *want;
};

/* The parts' side of a joint, and the whole's. */
static const struct cvd_document *many_of(const struct cvd_match *match,
					  const struct cvd_joint *joint)
{
	return joint->merged ? match->old : match->new;
}

static const struct cvd_document *one_of(const struct cvd_match *match,
					 const struct cvd_joint *joint)
{
	return joint->merged ? match->new : match->old;
}

/* A joint is one whole and its partner among two or more parts, and each knows that it is of the joint. */
static void check_joint(const struct cvd_match *match, uint32_t place)
{
	const struct cvd_joint *joint = &match->joints.items[place];
	const uint32_t *to_one = joint->merged ? match->to_new : match->to_old;
	const uint32_t *one = joint->merged ? match->new_joint : match->old_joint;
	const uint32_t *many = joint->merged ? match->old_joint : match->new_joint;
	size_t partners = 0;

	ck_assert_uint_eq(one[joint->whole], place);
	ck_assert_uint_ge(joint->part_count, 2);
	for (uint32_t i = 0; i < joint->part_count; i++) {
		uint32_t part = joint->parts[i];

		ck_assert_uint_eq(many[part], place);
		ck_assert(i == 0 || joint->parts[i - 1] < part);
		if (to_one[part] != CVD_NO_NODE) {
			ck_assert_uint_eq(to_one[part], joint->whole);
			partners++;
		}
	}
	ck_assert_uint_eq(partners, 1);
}

static void show_node(struct cvd_buf *out, const struct cvd_document *doc, uint32_t id)
{
	struct cvd_arena arena = {0};

	cvd_buf_add(out, cvd_node_text(&arena, doc->nodes[id]));
	cvd_arena_free(&arena);
}

static void show_joint(struct cvd_buf *out, const struct cvd_match *match,
		       const struct cvd_joint *joint)
{
	show_node(out, one_of(match, joint), joint->whole);
	for (uint32_t i = 0; i < joint->part_count; i++) {
		cvd_buf_add(out, i ? CVD_STR(" + ") : CVD_STR(" = "));
		show_node(out, many_of(match, joint), joint->parts[i]);
	}
	cvd_buf_put(out, '\n');
}

static void check_way(const char *old, const char *new, bool merged, const char *want)
{
	struct pair pair;
	struct cvd_buf shown = {0};

	pair_open(&pair, cvd_str_from(old), cvd_str_from(new));
	for (uint32_t i = 0; i < pair.match.joints.len; i++) {
		check_joint(&pair.match, i);
		ck_assert(pair.match.joints.items[i].merged == merged);
		show_joint(&shown, &pair.match, &pair.match.joints.items[i]);
	}
	assert_text(cvd_buf_str(&shown), want);
	cvd_buf_free(&shown);
	pair_close(&pair);
}

static void check_rows(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		check_way(rows[i].whole, rows[i].parts, false, rows[i].want);
		check_way(rows[i].parts, rows[i].whole, true, rows[i].want);
	}
}

#define CHECK_ROWS(rows) check_rows((rows), sizeof(rows) / sizeof *(rows))

/* --- statements --------------------------------------------------------------------------------- */

#define PLAN "Rebuilt the planning run for ferries"
#define TEACH "taught sailing to forty apprentices"
#define TAUGHT "Taught sailing to forty apprentices"

START_TEST(statements_in_parts)
{
	static const struct row rows[] = {
		{ROLE "- " PLAN " and " TEACH ".\n", ROLE "- " PLAN ".\n- " TAUGHT ".\n",
		 PLAN " and " TEACH ". = " PLAN ". + " TAUGHT ".\n"},
		/* in any order, with others around */
		{ROLE "- Led.\n- " PLAN " and " TEACH ".\n- Hired welders.\n",
		 ROLE "- Led.\n- " TAUGHT ".\n- " PLAN ".\n- Hired welders.\n",
		 PLAN " and " TEACH ". = " TAUGHT ". + " PLAN ".\n"},
		/* in three */
		{ROLE "- " PLAN ", " TEACH " and repaired brass valves weekly.\n",
		 ROLE "- " PLAN ".\n- " TAUGHT ".\n- Repaired brass valves weekly.\n",
		 PLAN ", " TEACH " and repaired brass valves weekly. = " PLAN ". + " TAUGHT
		      ". + Repaired brass valves weekly.\n"},
		/* paragraphs, and ideographs without spaces */
		{ROLE PLAN " and " TEACH ".\n", ROLE PLAN ".\n\n" TAUGHT ".\n",
		 PLAN " and " TEACH ". = " PLAN ". + " TAUGHT ".\n"},
		{WORK "### 技術者\n\n- 潮位の予測を毎時作成し、灯台の電源を更新した\n",
		 WORK "### 技術者\n\n- 潮位の予測を毎時作成した\n- 灯台の電源を更新した\n",
		 "潮位の予測を毎時作成し、灯台の電源を更新した = 潮位の予測を毎時作成した"
		 " + 灯台の電源を更新した\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(statements_that_are_no_parts)
{
	static const struct row rows[] = {
		/* a new neighbour that says something else */
		{ROLE "- " PLAN " and " TEACH ".\n",
		 ROLE "- " PLAN " and " TEACH " well.\n- Hired nine welders from Bergen.\n", ""},
		/* a shortened statement, and an unrelated one behind it */
		{ROLE "- " PLAN " and " TEACH ".\n",
		 ROLE "- " PLAN ".\n- Hired nine welders from Bergen.\n", ""},
		/* one that repeats what stands there already */
		{ROLE "- " PLAN ".\n", ROLE "- " PLAN ".\n- " PLAN " again.\n", ""},
		/* the other part stands under another role: the statement was cut and it moved */
		{ROLE "- " PLAN " and " TEACH ".\n\n### Fitter\n**Skerry**\n*2015*\n\n- Mended.\n",
		 ROLE "- " PLAN ".\n\n### Fitter\n**Skerry**\n*2015*\n\n- Mended.\n- " TAUGHT ".\n",
		 ""},
		/* something stands between the parts */
		{ROLE "- " PLAN " and " TEACH ".\n- Led.\n",
		 ROLE "- " PLAN ".\n- Led.\n- " TAUGHT ".\n", ""},
		/* a part of another statement is that statement's */
		{ROLE "- " PLAN " and " TEACH ".\n- " TAUGHT " of Bergen.\n",
		 ROLE "- " PLAN ".\n- " TAUGHT " in Bergen.\n", ""},
		/* it only moved */
		{ROLE "- " PLAN " and " TEACH ".\n- Led.\n",
		 ROLE "- Led.\n- " PLAN " and " TEACH ".\n", ""},
		/* skills are words, not statements */
		{"## Skills\n\nGo and Rust\n", "## Skills\n\nGo, Rust\n", ""},
	};

	CHECK_ROWS(rows);
}
END_TEST

/* --- entries ------------------------------------------------------------------------------------ */

#define POST(title, firm, dates) "### " title "\n**" firm "** — *Oslo*\n*" dates "*\n\n"
#define PUMPS "- Built the pumps of thirty ferries.\n- Led five people.\n"
#define VALVES "- Mended every valve of the harbour.\n- Sold old engines.\n"

START_TEST(entries_in_parts)
{
	static const struct row rows[] = {
		/* by place or years: the later part has the title */
		{WORK POST("Engineer", "Nordlys", "2015 – 2021") PUMPS VALVES,
		 WORK POST("Engineer", "Nordlys", "2018 – 2021") PUMPS
		 "\n" POST("Fitter", "Nordlys", "2015 – 2018") VALVES,
		 "Engineer, Nordlys, Oslo, 2015, 2021 = Engineer, Nordlys, Oslo, 2018, 2021"
		 " + Fitter, Nordlys, Oslo, 2015, 2018\n"},
		/* by employer, the title being the same */
		{WORK POST("Engineer", "Nordlys", "2015 – 2021") PUMPS VALVES,
		 WORK POST("Engineer", "Nordlys Havn", "2018 – 2021") PUMPS
		 "\n" POST("Engineer", "Nordlys", "2015 – 2018") VALVES,
		 "Engineer, Nordlys, Oslo, 2015, 2021 = Engineer, Nordlys Havn, Oslo, 2018, 2021"
		 " + Engineer, Nordlys, Oslo, 2015, 2018\n"},
		/* the title names both */
		{WORK POST("Fitter and Engineer", "Nordlys", "2015 – 2021") PUMPS VALVES,
		 WORK POST("Engineer", "Nordlys", "2018 – 2021") PUMPS
		 "\n" POST("Fitter", "Nordlys", "2015 – 2018") VALVES,
		 "Fitter and Engineer, Nordlys, Oslo, 2015, 2021"
		 " = Engineer, Nordlys, Oslo, 2018, 2021 + Fitter, Nordlys, Oslo, 2015, 2018\n"},
		/* a part that stands as a titled group below the whole */
		{WORK POST("Engineer", "Nordlys", "2015 – 2021") PUMPS "\n#### Valves\n\n" VALVES,
		 WORK POST("Engineer", "Nordlys", "2018 – 2021") PUMPS
		 "\n" POST("Fitter", "Nordlys", "2015 – 2018") VALVES,
		 "Engineer, Nordlys, Oslo, 2015, 2021 = Engineer, Nordlys, Oslo, 2018, 2021"
		 " + Fitter, Nordlys, Oslo, 2015, 2018\n"},
		/* months against years */
		{WORK POST("Engineer", "Nordlys", "2015 – Present") PUMPS VALVES,
		 WORK POST("Engineer", "Nordlys", "May 2018 – Present") PUMPS
		 "\n" POST("Fitter", "Nordlys", "March 2015 – May 2018") VALVES,
		 "Engineer, Nordlys, Oslo, 2015, Present"
		 " = Engineer, Nordlys, Oslo, May 2018, Present"
		 " + Fitter, Nordlys, Oslo, March 2015, May 2018\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(entries_that_are_no_parts)
{
	static const struct row rows[] = {
		/* a promotion: the new role on top takes its statements along */
		{WORK POST("Engineer", "Nordlys", "2015 – 2021") PUMPS VALVES,
		 WORK POST("Staff Engineer", "Nordlys", "2018 – 2021") PUMPS
		 "\n" POST("Engineer", "Nordlys", "2015 – 2018") VALVES,
		 ""},
		/* the years do not make up the whole's */
		{WORK POST("Engineer", "Nordlys", "2015 – 2021") PUMPS VALVES,
		 WORK POST("Engineer", "Nordlys", "2018 – 2023") PUMPS
		 "\n" POST("Fitter", "Nordlys", "2015 – 2018") VALVES,
		 ""},
		/* another employer and another title */
		{WORK POST("Engineer", "Nordlys", "2015 – 2021") PUMPS VALVES,
		 WORK POST("Engineer", "Nordlys", "2018 – 2021") PUMPS
		 "\n" POST("Fitter", "Skerry", "2015 – 2018") VALVES,
		 ""},
		/* a new role with statements of its own */
		{WORK POST("Engineer", "Nordlys", "2015 – 2021") PUMPS VALVES,
		 WORK POST("Engineer", "Nordlys", "2018 – 2021") PUMPS VALVES
		 "\n" POST("Fitter", "Nordlys", "2015 – 2018") "- Welded hulls in Bergen.\n"
							       "- Painted the buoys of the fjord.\n",
		 ""},
		/* in another section */
		{WORK POST("Engineer", "Nordlys", "2015 – 2021") PUMPS VALVES "\n## Internships\n",
		 WORK POST("Engineer", "Nordlys", "2018 – 2021") PUMPS
		 "\n## Internships\n\n" POST("Fitter", "Nordlys", "2015 – 2018") VALVES,
		 ""},
	};

	CHECK_ROWS(rows);
}
END_TEST

/* --- sections and groups ------------------------------------------------------------------------ */

START_TEST(titled_parts)
{
	static const struct row rows[] = {
		{"# Ines Falk\n\n## Experience\n\n" POST("Engineer", "Nordlys", "2019 – 2021") PUMPS
		 "\n" POST("Fitter", "Skerry", "2015 – 2017") VALVES "\n" POST(
			 "Skipper", "Bakke",
			 "2012 – "
			 "2013") "- Sailed around the cape.\n\n" POST("Cook", "Galley",
								      "2010 – 2011") "- Cooked for forty sailors.\n",
		 "# Ines Falk\n\n## Experience\n\n" POST("Engineer", "Nordlys", "2019 – 2021") PUMPS
		 "\n" POST("Fitter", "Skerry", "2015 – 2017") VALVES
		 "\n## Experience at sea\n\n" POST(
			 "Skipper", "Bakke",
			 "2012 – 2013") "- Sailed around the cape.\n\n" POST("Cook", "Galley",
									     "2010 – 2011") "- Cooked for forty sailors.\n",
		 "Experience = Experience + Experience at sea\n"},
		{ROLE "#### Pumps\n\n- Built the pumps of thirty ferries.\n"
		      "- Led five people in Bergen.\n- Mended every valve of the harbour.\n"
		      "- Sold old engines to fishermen.\n",
		 ROLE "#### Pumps\n\n- Built the pumps of thirty ferries.\n"
		      "- Led five people in Bergen.\n\n#### Harbour\n\n"
		      "- Mended every valve of the harbour.\n- Sold old engines to fishermen.\n",
		 "Pumps = Pumps + Harbour\n"},
		/* what the new section makes another kind of entry is still the same */
		{"# Ines Falk\n\n## Awards and Talks\n\n### Golden Buoy\n*2019*\n\n"
		 "### Silver Buoy\n*2018*\n\n### What tides forget\n*2021*\n\n"
		 "### How valves sing\n*2020*\n",
		 "# Ines Falk\n\n## Awards\n\n### Golden Buoy\n*2019*\n\n### Silver Buoy\n*2018*\n\n"
		 "## Talks\n\n### What tides forget\n*2021*\n\n### How valves sing\n*2020*\n",
		 "Awards and Talks = Awards + Talks\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(titled_that_are_no_parts)
{
	static const struct row rows[] = {
		/* one thing that moves into a new group is a move */
		{ROLE "#### Pumps\n\n- Built the pumps of thirty ferries.\n"
		      "- Mended every valve of the harbour.\n",
		 ROLE "#### Pumps\n\n- Built the pumps of thirty ferries.\n\n#### Harbour\n\n"
		      "- Mended every valve of the harbour.\n",
		 ""},
		/* a new group that holds as much of its own */
		{ROLE "#### Pumps\n\n- Built the pumps of thirty ferries.\n"
		      "- Mended every valve of the harbour.\n- Sold old engines to fishermen.\n",
		 ROLE "#### Pumps\n\n- Built the pumps of thirty ferries.\n\n#### Harbour\n\n"
		      "- Mended every valve of the harbour.\n- Sold old engines to fishermen.\n"
		      "- Hired nine welders.\n- Painted buoys.\n",
		 ""},
		/* skills are laid out anew */
		{"## Skills\n\nTools: git, make, gdb, perf\n",
		 "## Skills\n\nTools: git, make  \nDebuggers: gdb, perf\n", ""},
	};

	CHECK_ROWS(rows);
}
END_TEST

UNIT_MAIN("joints", statements_in_parts, statements_that_are_no_parts, entries_in_parts,
	  entries_that_are_no_parts, titled_parts, titled_that_are_no_parts)
