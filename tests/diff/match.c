/*
 * Which node is which, in the edits that people make. A row names a node of each side by its kind and
 * its first words; an old one paired with `NULL` was removed, and the other way round.
 */
#include "pair.h"
#include "unit.h"

#include "base/buf.h"

struct partners {
	enum cvd_kind kind;
	const char *old, *new;
};

static void check_partner(const struct pair *pair, const struct partners *want)
{
	const struct cvd_node *old =
		want->old ? pair_find(pair->old, want->kind, want->old, 0) : NULL;
	const struct cvd_node *new =
		want->new ? pair_find(pair->new, want->kind, want->new, 0) : NULL;
	uint32_t got = old ? pair->match.to_new[old->id] : pair->match.to_old[new->id];
	uint32_t partner = old && new ? new->id : CVD_NO_NODE;

	ck_assert_msg(got == partner, "'%s' is %s, not %s%s", want->old ? want->old : want->new,
		      got == CVD_NO_NODE ? "alone" : "paired with another", new ? "" : "alone",
		      new ? want->new : "");
}

static void check_matching(const struct cvd_match *match)
{
	ck_assert_uint_eq(match->to_new[0], 0);
	ck_assert_uint_eq(match->to_old[0], 0);
	for (uint32_t id = 0; id < match->old->node_count; id++)
		if (match->to_new[id] != CVD_NO_NODE)
			ck_assert_uint_eq(match->to_old[match->to_new[id]], id);
	for (uint32_t id = 0; id < match->new->node_count; id++)
		if (match->to_old[id] != CVD_NO_NODE)
			ck_assert_uint_eq(match->to_new[match->to_old[id]], id);
}

/* Both ways round. */
static void check_pairs(const char *old, const char *new, const struct partners *rows, size_t count)
{
	struct pair there, back;

	pair_open(&there, cvd_str_from(old), cvd_str_from(new));
	pair_open(&back, cvd_str_from(new), cvd_str_from(old));
	check_matching(&there.match);
	check_matching(&back.match);
	ck_assert_ptr_null(there.match.limited);
	for (size_t i = 0; i < count; i++) {
		struct partners turned = {rows[i].kind, rows[i].new, rows[i].old};

		check_partner(&there, &rows[i]);
		check_partner(&back, &turned);
	}
	pair_close(&there);
	pair_close(&back);
}

#define CHECK_PAIRS(old, new, ...)                                                                 \
	do {                                                                                       \
		const struct partners rows_[] = {__VA_ARGS__};                                     \
		check_pairs(old, new, rows_, sizeof rows_ / sizeof *rows_);                        \
	} while (0)

#define WORK "# Ines Falk\n\n## Work\n\n"

START_TEST(equal_documents_pair_node_by_node)
{
	struct pair pair;

	pair_open(&pair, CVD_STR(WORK "### A\n\n- b\n- b\n"), CVD_STR(WORK "### A\n\n- b\n- b\n"));
	for (uint32_t id = 0; id < pair.old->node_count; id++)
		ck_assert_uint_eq(pair.match.to_new[id], id);
	pair_close(&pair);
}
END_TEST

/* The characteristic edit: same place, same title; the old role closes and the new one opens. */
START_TEST(a_new_role_on_top_of_one_that_closed)
{
	CHECK_PAIRS(WORK "### Engineer | Ferries\n**Nordlys** — *Oslo*\n*May 2019 – Present*\n\n"
			 "- Cut the planning run to 90 seconds.\n- Led five people.\n",
		    WORK "### Engineer | Buoys\n**Nordlys** — *Oslo*\n*June 2024 – Present*\n\n"
			 "- Built firmware for buoys.\n\n"
			 "### Engineer | Ferries\n**Nordlys** — *Oslo*\n*May 2019 – May 2024*\n\n"
			 "- Cut the planning run to 90 seconds.\n- Led five people.\n",
		    {CVD_ROLE, "Engineer, Nordlys, Ferries", "Engineer, Nordlys, Ferries"},
		    {CVD_ROLE, NULL, "Engineer, Nordlys, Buoys"}, {CVD_BULLET, "Cut", "Cut"},
		    {CVD_BULLET, "Led", "Led"}, {CVD_BULLET, NULL, "Built"});
}
END_TEST

START_TEST(a_new_role_with_the_same_title_and_place)
{
	CHECK_PAIRS(WORK "### Engineer\n**Nordlys** — *Oslo*\n*May 2019 – Present*\n\n"
			 "- Cut the planning run to 90 seconds.\n",
		    WORK "### Engineer\n**Nordlys** — *Oslo*\n*June 2024 – Present*\n\n"
			 "- Built firmware for buoys.\n\n"
			 "### Engineer\n**Nordlys** — *Oslo*\n*May 2019 – May 2022*\n\n"
			 "- Cut the planning run to 90 seconds.\n",
		    {CVD_ROLE, "Engineer, Nordlys, Oslo, May 2019",
		     "Engineer, Nordlys, Oslo, May 2019"},
		    {CVD_ROLE, NULL, "Engineer, Nordlys, Oslo, June 2024"});
}
END_TEST

START_TEST(a_promotion)
{
	CHECK_PAIRS(WORK
		    "### Engineer\n**Nordlys** — *Oslo*\n*May 2019 – Present*\n\n- Built pumps.\n",
		    WORK "### Staff Engineer\n**Nordlys** — *Oslo*\n*May 2019 – Present*\n\n"
			 "- Built pumps.\n",
		    {CVD_ROLE, "Engineer", "Staff Engineer"}, {CVD_BULLET, "Built", "Built"});
}
END_TEST

START_TEST(another_job_is_another_node)
{
	CHECK_PAIRS(WORK
		    "### Engineer\n**Nordlys** — *Oslo*\n*2012 – 2014*\n\n- Built pumps of brass.\n",
		    WORK "### Teacher\n**Harbour School** — *Bergen*\n*2020 – 2021*\n\n"
			 "- Taught sailing to children.\n",
		    {CVD_ROLE, "Engineer", NULL}, {CVD_ROLE, NULL, "Teacher"},
		    {CVD_BULLET, "Built", NULL}, {CVD_BULLET, NULL, "Taught"});
}
END_TEST

START_TEST(a_role_moves_to_another_section)
{
	CHECK_PAIRS(WORK
		    "### Engineer\n**Nordlys** — *Oslo*\n*2012 – 2014*\n\n- Built pumps of brass.\n\n"
		    "## Internships\n",
		    WORK "## Internships\n\n### Engineer\n**Nordlys** — *Oslo*\n*2012 – 2014*\n\n"
			 "- Built pumps of brass.\n",
		    {CVD_ROLE, "Engineer", "Engineer"}, {CVD_BULLET, "Built", "Built"},
		    {CVD_SECTION, "Work", "Work"}, {CVD_SECTION, "Internships", "Internships"});
}
END_TEST

START_TEST(a_section_is_known_by_what_stands_in_it)
{
	CHECK_PAIRS("# Ines Falk\n\n## Pastimes of youth\n\n- Sailed around the cape twice.\n"
		    "- Mended the neighbours' pumps.\n\n## Zeal\n\n- Reads about tides.\n",
		    "# Ines Falk\n\n## Before\n\n- Sailed around the cape twice.\n"
		    "- Mended the neighbours' pumps.\n\n## Zeal\n\n- Reads about tides.\n",
		    {CVD_SECTION, "Pastimes", "Before"}, {CVD_SECTION, "Zeal", "Zeal"});
	CHECK_PAIRS("# Ines Falk\n\n## Experience\n\n- Built pumps of brass.\n- Sailed.\n",
		    "# Ines Falk\n\n## Employment\n\n- Built pumps of steel.\n- Taught.\n",
		    {CVD_SECTION, "Experience", "Employment"}, {CVD_BULLET, "Built", "Built"},
		    {CVD_BULLET, "Sailed", NULL});
}
END_TEST

START_TEST(a_bullet_moves_and_is_edited)
{
	CHECK_PAIRS(
		WORK
		"### Engineer\n**Nordlys**\n*2019 – 2021*\n\n- Built pumps.\n"
		"- Collaborated with the harbour office to ensure smooth departures of ferries.\n\n"
		"### Fitter\n**Skerry**\n*2015 – 2017*\n\n- Mended valves.\n",
		WORK
		"### Engineer\n**Nordlys**\n*2019 – 2021*\n\n- Built pumps.\n\n"
		"### Fitter\n**Skerry**\n*2015 – 2017*\n\n- Mended valves.\n"
		"- Collaborated with the harbour office to ensure seamless departures of ferries.\n",
		{CVD_BULLET, "Collaborated", "Collaborated"}, {CVD_BULLET, "Built", "Built"},
		{CVD_ROLE, "Engineer", "Engineer"}, {CVD_ROLE, "Fitter", "Fitter"});
}
END_TEST

/* The bar is higher under another parent: a few shared words are an accident there. */
START_TEST(alike_is_not_moved)
{
	CHECK_PAIRS(
		WORK
		"### Engineer\n**Nordlys**\n*2019 – 2021*\n\n- Built the pumps of ten ferries.\n\n"
		"### Fitter\n**Skerry**\n*2015 – 2017*\n\n- Mended valves.\n",
		WORK "### Engineer\n**Nordlys**\n*2019 – 2021*\n\n- Taught sailing.\n\n"
		     "### Fitter\n**Skerry**\n*2015 – 2017*\n\n- Mended valves.\n"
		     "- Sold the boats of ten fishermen.\n",
		{CVD_BULLET, "Built", NULL}, {CVD_BULLET, NULL, "Sold"},
		{CVD_BULLET, NULL, "Taught"});
}
END_TEST

START_TEST(rewording_pairs_and_replacing_does_not)
{
	CHECK_PAIRS(WORK "### Engineer\n\n- Cut the planning run from 40 minutes to 90 seconds.\n"
			 "- Wrote firmware for buoys.\n",
		    WORK
		    "### Engineer\n\n- Reduced the planning run from 40 minutes to 80 seconds.\n"
		    "- Hired three welders from Bergen.\n",
		    {CVD_BULLET, "Cut", "Reduced"}, {CVD_BULLET, "Wrote", NULL},
		    {CVD_BULLET, NULL, "Hired"});
	CHECK_PAIRS(WORK "### 技術者\n\n- 潮位の予測を毎時作成した。\n",
		    WORK "### 技術者\n\n- 潮位の予測を毎日作成しました。\n",
		    {CVD_BULLET, "潮位", "潮位"});
}
END_TEST

START_TEST(duplicates_pair_in_order)
{
	struct pair pair;

	pair_open(&pair, CVD_STR(WORK "- same words\n- same words\n- other\n- same words\n"),
		  CVD_STR(WORK "- same words\n- new\n- same words\n- same words\n- same words\n"));
	check_matching(&pair.match);
	for (int i = 0; i < 3; i++) {
		const struct cvd_node *old = pair_find(pair.old, CVD_BULLET, "same", i);
		const struct cvd_node *new = pair_find(pair.new, CVD_BULLET, "same", i);

		ck_assert_uint_eq(pair.match.to_new[old->id], new->id);
	}
	ck_assert_uint_eq(pair.match.to_old[pair_find(pair.new, CVD_BULLET, "same", 3)->id],
			  CVD_NO_NODE);
	pair_close(&pair);
}
END_TEST

START_TEST(skills_never_pair_by_likeness)
{
	CHECK_PAIRS("## Skills\n\nGo, Apache Kafka Streams, rust, SQL\n",
		    "## Skills\n\nSQL, Apache Kafka Connect, Rust, Go\n", {CVD_SKILL, "Go", "Go"},
		    {CVD_SKILL, "SQL", "SQL"}, {CVD_SKILL, "rust", "Rust"},
		    {CVD_SKILL, "Apache", NULL}, {CVD_SKILL, NULL, "Apache"});
	CHECK_PAIRS("## Skills\n\nLanguages: Go, Rust  \nTools: git\n",
		    "## Skills\n\nGo, git, Rust\n", {CVD_SKILL, "Go", "Go"},
		    {CVD_SKILL, "git", "git"}, {CVD_GROUP, "Languages", NULL});
}
END_TEST

/* The same résumé in another dialect: organization first, headings for bold lines. */
START_TEST(what_is_read_otherwise_is_still_the_same)
{
	CHECK_PAIRS(WORK "### Engineer | Nordlys | 2019 – 2021\n\n- Built pumps of brass.\n",
		    WORK "### Engineer, Nordlys\n*2019 – 2021*\n\n- Built pumps of brass.\n",
		    {CVD_ROLE, "Engineer", "Engineer"}, {CVD_BULLET, "Built", "Built"});
	CHECK_PAIRS(
		WORK
		"### Engineer\n**Nordlys**\n*2019 – 2021*\n\n#### Pumps\n\n- Built ten impellers of brass.\n",
		WORK "### Engineer\n**Nordlys**\n*2019 – 2021*\n\n- Built ten impellers of brass.\n",
		{CVD_ROLE, "Engineer", "Engineer"}, {CVD_BULLET, "Built", "Built"},
		{CVD_GROUP, "Pumps", NULL});
}
END_TEST

START_TEST(groups_move_and_are_renamed)
{
	CHECK_PAIRS(WORK "### Engineer\n**Nordlys**\n*2019 – 2021*\n\n#### Timetable\n\n"
			 "- Cut the planning run from 40 minutes to 90 seconds.\n\n#### Tickets\n\n"
			 "- Sold a million tickets online.\n",
		    WORK "### Engineer\n**Nordlys**\n*2019 – 2021*\n\n#### Ticket shop\n\n"
			 "- Sold a million tickets online.\n\n#### Timetable\n\n"
			 "- Cut the planning run from 40 minutes to 90 seconds.\n",
		    {CVD_GROUP, "Timetable", "Timetable"}, {CVD_GROUP, "Tickets", "Ticket shop"});
}
END_TEST

START_TEST(the_head_stays_the_head)
{
	CHECK_PAIRS("# Ines Falk\n\nMarine engineer\n\ni@falk.example | +47 555 01 234\n",
		    "# I. Berg\n\nHead of pumps\n\nines@berg.example | +47 555 99 876\n",
		    {CVD_NAME, "Ines", "I. Berg"}, {CVD_HEADLINE, "Marine", "Head"},
		    {CVD_CONTACT, "i@", "ines@"}, {CVD_CONTACT, "+47", "+47"});
}
END_TEST

START_TEST(statements_become_of_another_kind)
{
	CHECK_PAIRS(WORK "### Engineer\n\nBuilt pumps of brass for ferries.\n",
		    WORK "### Engineer\n\n- Built pumps of brass for ferries.\n",
		    {CVD_ROLE, "Engineer", "Engineer"});
}
END_TEST

#define ROLE WORK "### Engineer\n**Nordlys**\n*2019 – 2021*\n\n"

/* Between the same neighbours less likeness will do; where one of the neighbours is another, it will not. */
START_TEST(place_speaks_for_a_pair)
{
	CHECK_PAIRS(ROLE
		    "- Led five people.\n- Built pumps of brass for thirty ferries.\n- Hired.\n",
		    ROLE "- Led five people.\n- Answered for the budget of a harbour.\n- Hired.\n",
		    {CVD_BULLET, "Built", NULL}, {CVD_BULLET, NULL, "Answered"});
	CHECK_PAIRS(ROLE "- Led five people.\n- Built pumps of brass for ferries.\n- Hired.\n",
		    ROLE "- Led five people.\n- Maintained boilers of ferries.\n- Hired.\n",
		    {CVD_BULLET, "Built", "Maintained"});
	CHECK_PAIRS(ROLE "- Led five people.\n- Built pumps of brass for ferries.\n- Hired.\n",
		    ROLE "- Led five people.\n- Hired.\n- Maintained boilers of ferries.\n",
		    {CVD_BULLET, "Built", NULL}, {CVD_BULLET, NULL, "Maintained"});
	CHECK_PAIRS(ROLE "- Led five people.\n- Built pumps of brass for ferries.\n- Hired.\n",
		    ROLE "- Led five people.\n- Hired.\n", {CVD_BULLET, "Built", NULL},
		    {CVD_BULLET, "Hired", "Hired"});
}
END_TEST

/* A contact of one form becomes another of that form; of another form it is another contact. */
START_TEST(contacts_pair_by_their_form)
{
	static const char *const lines[] = {"i@falk.example", "x.berg@post.example",
					    "+47 555 01 234", "(0171) 90 90 80",
					    "Oslo",           "Bergen, Norway"};
	enum { FORMS = 3 };

	for (int i = 0; i < 2 * FORMS; i++) {
		for (int j = 0; j < 2 * FORMS; j++) {
			struct cvd_buf old = {0}, new = {0};
			struct pair pair;
			const struct cvd_node *a, *b;

			cvd_buf_printf(&old, "# Ines Falk\n\n%s | falk.example/cv\n", lines[i]);
			cvd_buf_printf(&new, "# Ines Falk\n\n%s | falk.example/cv\n", lines[j]);
			pair_open(&pair, cvd_buf_str(&old), cvd_buf_str(&new));
			a = pair_find(pair.old, CVD_CONTACT, lines[i], 0);
			b = pair_find(pair.new, CVD_CONTACT, lines[j], 0);
			ck_assert_msg((pair.match.to_new[a->id] == b->id) == (i / 2 == j / 2),
				      "'%s', '%s'", lines[i], lines[j]);
			pair_close(&pair);
			cvd_buf_free(&old);
			cvd_buf_free(&new);
		}
	}
}
END_TEST

/* Sites are many, and one is not the other. */
START_TEST(sites_pair_by_their_words)
{
	CHECK_PAIRS("# Ines Falk\n\ni@falk.example | tides.example/ines\n",
		    "# Ines Falk\n\ni@falk.example | code.example/pumps\n",
		    {CVD_CONTACT, "tides", NULL}, {CVD_CONTACT, NULL, "code"});
}
END_TEST

#define GERMAN                                                                                                               \
	"# Ines Falk\n\n## Berufserfahrung\n\n### Ingenieurin\n**Nordlys AS** — *Oslo*\n*2019 – 2021*\n\n"               \
	"- Pumpen gebaut.\n\n### Schlosserin\n**Städtische Werke** — *Köln*\n*2015 – 2017*\n\n- Ventile gewartet.\n\n" \
	"## Ausbildung\n\n### Physik\n**Universität Bakke**\n*2011 – 2014*\n"
#define ENGLISH                                                                                                     \
	"# Ines Falk\n\n## Employment\n\n### Engineer\n**Nordlys AS** — *Oslo*\n*2019 – 2021*\n\n"              \
	"- Built pumps.\n\n### Fitter\n**City Utilities** — *Cologne*\n*2015 – 2017*\n\n- Serviced valves.\n\n" \
	"## Education\n\n### Physics\n**Bakke University**\n*2011 – 2014*\n"

/* Where the titles of the sections changed, dates lead from an entry to its translation; else they do not. */
START_TEST(a_translation_is_known_by_its_dates)
{
	CHECK_PAIRS(GERMAN, ENGLISH, {CVD_SECTION, "Berufserfahrung", "Employment"},
		    {CVD_SECTION, "Ausbildung", "Education"}, {CVD_ROLE, "Ingenieurin", "Engineer"},
		    {CVD_ROLE, "Schlosserin", "Fitter"}, {CVD_EDUCATION, "Physik", "Physics"});
	CHECK_PAIRS(WORK
		    "### Baker\n**Crumb**\n*2019 – 2021*\n\n- Baked rye bread.\n\n## Education\n\n"
		    "### Physics\n**University of Oslo**\n*2011 – 2014*\n",
		    WORK "### Teacher\n**Harbour School**\n*2019 – 2021*\n\n- Taught sailing.\n\n"
			 "## Education\n\n### Physics\n**University of Oslo**\n*2011 – 2014*\n",
		    {CVD_ROLE, "Baker", NULL}, {CVD_ROLE, NULL, "Teacher"});
}
END_TEST

/* The same two statements: an edit among those that survived, chance among those that were written anew. */
START_TEST(a_rewrite_believes_only_close_likeness)
{
	CHECK_PAIRS(ROLE "- Led five people.\n- Built brass pumps for ferries.\n- Mended valves.\n"
			 "- Sailed around the cape.\n- Taught geometry.\n",
		    ROLE "- Led five people.\n- Built brass lamps for trains.\n- Mended valves.\n"
			 "- Sailed around the cape.\n- Taught geometry.\n",
		    {CVD_BULLET, "Built", "Built"});
	CHECK_PAIRS(ROLE "- Led five people.\n- Built brass pumps for ferries.\n- Mended valves.\n"
			 "- Sailed around the cape.\n- Taught geometry.\n",
		    ROLE "- Answers mail.\n- Built brass lamps for trains.\n- Chairs reviews.\n"
			 "- Negotiates with suppliers.\n- Hired graduates.\n",
		    {CVD_BULLET, "Built", NULL}, {CVD_BULLET, NULL, "Built"});
}
END_TEST

/* What is equal on both sides costs nothing, and brings no cap nearer. */
START_TEST(equal_groups_reach_no_cap)
{
	enum { GROUPS = 400 };
	struct cvd_buf text[2] = {0};
	struct pair pair;
	uint32_t in_place = 0;

	for (int side = 0; side < 2; side++) {
		cvd_buf_printf(&text[side], "# Ilse Tamborine\n\n## Skills\n\n");
		for (int i = 0; i < GROUPS; i++)
			cvd_buf_printf(&text[side], "**Tools:** Oars, Sails, %s  \n",
				       side == 1 && i == GROUPS / 2 ? "Radar" : "Charts");
	}
	pair_open(&pair, cvd_buf_str(&text[0]), cvd_buf_str(&text[1]));
	check_matching(&pair.match);
	ck_assert_ptr_null(pair.match.limited);
	ck_assert_uint_eq(pair.old->node_count, pair.new->node_count);
	for (uint32_t id = 0; id < pair.old->node_count; id++)
		in_place += pair.match.to_new[id] == id;
	ck_assert_uint_eq(in_place, pair.old->node_count - 1);
	pair_close(&pair);
	cvd_buf_free(&text[0]);
	cvd_buf_free(&text[1]);
}
END_TEST

/* Past the cap the answer is coarser and says so; equal nodes still pair. */
START_TEST(the_cap_is_named)
{
	struct cvd_buf old = {0}, new = {0};
	struct pair pair;
	size_t paired = 0;

	cvd_buf_add(&old, CVD_STR(WORK));
	cvd_buf_add(&new, CVD_STR(WORK));
	for (int i = 0; i < 1200; i++) {
		cvd_buf_printf(&old, "- Built pump number %d of brass\n", i);
		cvd_buf_printf(&new, "- Built pump number %d of steel\n", i);
	}
	pair_open(&pair, cvd_buf_str(&old), cvd_buf_str(&new));
	check_matching(&pair.match);
	ck_assert_ptr_nonnull(pair.match.limited);
	ck_assert_str_eq(pair.match.limited, "matching");
	for (uint32_t id = 0; id < pair.old->node_count; id++)
		paired += pair.match.to_new[id] != CVD_NO_NODE;
	ck_assert_uint_gt(paired, 1000);
	pair_close(&pair);
	cvd_buf_free(&old);
	cvd_buf_free(&new);
}
END_TEST

UNIT_MAIN("match", equal_documents_pair_node_by_node, a_new_role_on_top_of_one_that_closed,
	  a_new_role_with_the_same_title_and_place, a_promotion, another_job_is_another_node,
	  a_role_moves_to_another_section, a_section_is_known_by_what_stands_in_it,
	  a_bullet_moves_and_is_edited, alike_is_not_moved, rewording_pairs_and_replacing_does_not,
	  duplicates_pair_in_order, skills_never_pair_by_likeness,
	  what_is_read_otherwise_is_still_the_same, groups_move_and_are_renamed,
	  the_head_stays_the_head, statements_become_of_another_kind, place_speaks_for_a_pair,
	  contacts_pair_by_their_form, sites_pair_by_their_words,
	  a_translation_is_known_by_its_dates, a_rewrite_believes_only_close_likeness,
	  equal_groups_reach_no_cap, the_cap_is_named)
