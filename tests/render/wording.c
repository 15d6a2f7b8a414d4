/* Every row of the wording table, as the message that a person reads. */
#include "unit.h"

#include "base/buf.h"
#include "records.h"
#include "wording.h"

#define ACME "section:Experience|role:Engineer, Acme"
#define BILLING ACME "|group:Billing"

#define FIELD_OF(kind, which, from, to)                                                            \
	.op = CVD_OP_CHANGED, .node = (kind), .has_field = true, .field = (which), .old = (from),  \
	.new = (to)
#define SIDE(...) (&(const struct record_side){__VA_ARGS__})
#define PARTS(...)                                                                                 \
	.parts = (const struct record_side[]){__VA_ARGS__},                                        \
	.part_count =                                                                              \
		sizeof((const struct record_side[]){__VA_ARGS__}) / sizeof(struct record_side)

struct wording_case {
	struct record record;
	const char *message;
};

static void check_messages(const struct wording_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct cvd_arena arena = {0};
		struct cvd_buf out = {0};
		struct cvd_change change = record_make(&arena, &cases[i].record);

		cvd_wording_message(&out, &change);
		assert_text(cvd_buf_str(&out), cases[i].message);
		cvd_buf_free(&out);
		cvd_arena_free(&arena);
	}
}

#define CHECK_MESSAGES(cases) check_messages((cases), sizeof(cases) / sizeof *(cases))

START_TEST(blocks_are_called_what_they_are)
{
	const struct wording_case cases[] = {
		{{.op = CVD_OP_ADDED,
		  .node = CVD_BLOCK,
		  .form = CVD_FORM_IMAGE,
		  .new = SIDE(.text = "Portrait")},
		 "Added image: Portrait"},
		{{.op = CVD_OP_REMOVED,
		  .node = CVD_BLOCK,
		  .form = CVD_FORM_ROW,
		  .old = SIDE(.text = "Tar | 7")},
		 "Removed table row: Tar | 7"},
		{{.op = CVD_OP_ADDED,
		  .node = CVD_BLOCK,
		  .form = CVD_FORM_FOOTNOTE,
		  .new = SIDE(.text = "With Mara.")},
		 "Added footnote: With Mara."},
		{{.op = CVD_OP_ADDED, .node = CVD_BLOCK, .new = SIDE(.text = "x = 1")},
		 "Added text: x = 1"},
	};

	CHECK_MESSAGES(cases);
}
END_TEST

START_TEST(nodes_come_and_go)
{
	const struct wording_case cases[] = {
		{{.op = CVD_OP_ADDED,
		  .node = CVD_ROLE,
		  .path = "section:Experience",
		  .new = SIDE(.text = "Principal Engineer, Acme, November 2026, Present",
			      .fields = {[CVD_TITLE] = "Principal Engineer",
					 [CVD_ORGANIZATION] = "Acme",
					 [CVD_START] = "November 2026",
					 [CVD_END] = "Present"})},
		 "Added role: Principal Engineer, Acme (November 2026 – Present)"},
		{{.op = CVD_OP_REMOVED,
		  .node = CVD_EDUCATION,
		  .path = "section:Education",
		  .old = SIDE(.text = "x", .fields = {[CVD_TITLE] = "BSc Physics",
						      [CVD_DETAIL] = "with honours",
						      [CVD_ORGANIZATION] = "Ashford University",
						      [CVD_LOCATION] = "Ashford",
						      [CVD_END] = "2018"})},
		 "Removed education: BSc Physics, with honours, Ashford University · Ashford (2018)"},
		{{.op = CVD_OP_ADDED,
		  .node = CVD_ENTRY,
		  .new = SIDE(.text = "x", .fields = {[CVD_START] = "2019"})},
		 "Added entry: (2019)"},
		{{.op = CVD_OP_ADDED, .node = CVD_AWARD, .new = SIDE(.text = "Best Paper, 2020")},
		 "Added award: Best Paper, 2020"},
		{{.op = CVD_OP_ADDED, .node = CVD_SECTION, .new = SIDE(.text = "Awards")},
		 "Added section: Awards"},
		{{.op = CVD_OP_REMOVED,
		  .node = CVD_GROUP,
		  .path = ACME,
		  .old = SIDE(.text = "Billing")},
		 "Removed project: Billing"},
		{{.op = CVD_OP_ADDED,
		  .node = CVD_GROUP,
		  .path = "section:Skills",
		  .new = SIDE(.text = "Tools")},
		 "Added group: Tools"},
		{{.op = CVD_OP_REMOVED,
		  .node = CVD_BULLET,
		  .path = ACME,
		  .old = SIDE(.text = "Built\nit.")},
		 "Removed bullet: Built it."},
		{{.op = CVD_OP_ADDED, .node = CVD_SKILL, .new = SIDE(.text = "Zig")},
		 "Added skill: Zig"},
		{{.op = CVD_OP_REMOVED,
		  .node = CVD_VOLUNTEER,
		  .hidden = true,
		  .old = SIDE(.text = "Mentor, Code Club")},
		 "Hidden volunteer role: Mentor, Code Club"},
		{{.op = CVD_OP_ADDED, .node = CVD_ROLE, .hidden = true, .new = SIDE(.text = "Baker")},
		 "Shown role: Baker"},
	};

	CHECK_MESSAGES(cases);
}
END_TEST

START_TEST(long_statements_are_shortened)
{
	const struct wording_case cases[] = {
		{{.op = CVD_OP_ADDED,
		  .node = CVD_BULLET,
		  .new = SIDE(.text = "Designed, built and ran the pipeline that moves every invoice of "
				      "four hundred shops to the ledger within a minute")},
		 "Added bullet: Designed, built and ran the pipeline that moves every invoice of four "
		 "hundred shops to the ledger …"},
	};

	CHECK_MESSAGES(cases);
}
END_TEST

START_TEST(statements_change)
{
	const struct wording_case cases[] = {
		{{.op = CVD_OP_CHANGED,
		  .node = CVD_BULLET,
		  .path = BILLING,
		  .old = SIDE(.text = "Grew to $2m"),
		  .new = SIDE(.text = "Grew to $3m"),
		  .words = "=Grew to |-$2m|+$3m"},
		 "Reworded bullet: Grew to [-$2m-]{+$3m+}"},
		{{.op = CVD_OP_CHANGED,
		  .node = CVD_SUMMARY,
		  .old = SIDE(.text = "a"),
		  .new = SIDE(.text = "b"),
		  .words = "-a|+b"},
		 "Reworded summary: [-a-]{+b+}"},
		{{.op = CVD_OP_CHANGED,
		  .node = CVD_NAME,
		  .old = SIDE(.text = "Mira Solberg"),
		  .new = SIDE(.text = "Mira Solberg-Okafor"),
		  .words = "=Mira |-Solberg|+Solberg-Okafor"},
		 "Changed name: Mira Solberg → Mira Solberg-Okafor"},
		{{.op = CVD_OP_CHANGED,
		  .node = CVD_SECTION,
		  .rewritten = true,
		  .statements = 12,
		  .gone = 11,
		  .heading = "Experience",
		  .old = SIDE(.content = "a"),
		  .new = SIDE(.content = "b|c")},
		 "Section rewritten: Experience (1 of 12 statements kept some wording)"},
		{{.op = CVD_OP_CHANGED,
		  .node = CVD_RESUME,
		  .rewritten = true,
		  .statements = 41,
		  .gone = 41,
		  .old = SIDE(.content = "a"),
		  .new = SIDE(.content = "b|c")},
		 "Résumé rewritten: all 41 statements are worded anew"},
		{{.op = CVD_OP_CHANGED,
		  .node = CVD_BULLET,
		  .formatting = true,
		  .severity = CVD_STYLE,
		  .old = SIDE(.text = "Built it", .source = "* Built it"),
		  .new = SIDE(.text = "Built it", .source = "- Built it")},
		 "Formatting: [-*-]{+-+} Built it"},
		{{.op = CVD_OP_CHANGED,
		  .node = CVD_BULLET,
		  .formatting = true,
		  .severity = CVD_STYLE,
		  .old = SIDE(.text = "Built it", .source = "- Built\n  it"),
		  .new = SIDE(.text = "Built it", .source = "- Built it")},
		 "Formatting: Built it (white space)"},
		{{.op = CVD_OP_CHANGED,
		  .node = CVD_RESUME,
		  .formatting = true,
		  .severity = CVD_STYLE,
		  .old = SIDE(.text = "", .source = ""),
		  .new = SIDE(.text = "", .source = "")},
		 "Formatting: between the parts"},
		{{.op = CVD_OP_CHANGED,
		  .node = CVD_RESUME,
		  .formatting = true,
		  .hidden = true,
		  .severity = CVD_STYLE,
		  .old = SIDE(.text = "", .source = ""),
		  .new = SIDE(.text = "", .source = "")},
		 "Formatting: in comments"},
	};

	CHECK_MESSAGES(cases);
}
END_TEST

START_TEST(fields_change)
{
	const struct wording_case cases[] = {
		{{FIELD_OF(CVD_ROLE, CVD_TITLE, SIDE(.text = "Senior Software Engineer"),
			   SIDE(.text = "Staff Software Engineer"))},
		 "Promoted: Senior → Staff Software Engineer"},
		{{FIELD_OF(CVD_EDUCATION, CVD_TITLE, SIDE(.text = "BSc"), SIDE(.text = "MSc"))},
		 "Changed degree: BSc → MSc"},
		{{FIELD_OF(CVD_ROLE, CVD_ORGANIZATION, SIDE(.text = "Acme"), SIDE(.text = "Apex"))},
		 "Renamed employer: Acme → Apex"},
		{{FIELD_OF(CVD_VOLUNTEER, CVD_TITLE, SIDE(.text = "Trainee"),
			   SIDE(.text = "Skipper"))},
		 "Promoted: Trainee → Skipper"},
		{{FIELD_OF(CVD_ROLE, CVD_TITLE, SIDE(.text = "Staff Engineer"),
			   SIDE(.text = "Engineer"))},
		 "Changed title: Staff Engineer → Engineer"},
		{{FIELD_OF(CVD_ROLE, CVD_TITLE, SIDE(.text = "Baker"), SIDE(.text = "Cook"))},
		 "Changed title: Baker → Cook"},
		{{FIELD_OF(CVD_ROLE, CVD_TITLE, NULL, SIDE(.text = "Chief Baker"))},
		 "Added title: Chief Baker"},
		{{FIELD_OF(CVD_AWARD, CVD_TITLE, SIDE(.text = "Junior Prize"),
			   SIDE(.text = "Senior Prize"))},
		 "Changed title: Junior → Senior Prize"},
		{{FIELD_OF(CVD_VOLUNTEER, CVD_ORGANIZATION, SIDE(.text = "Acme"),
			   SIDE(.text = "Apex"))},
		 "Renamed employer: Acme → Apex"},
		{{FIELD_OF(CVD_EDUCATION, CVD_ORGANIZATION, SIDE(.text = "Ashford College"),
			   SIDE(.text = "University of Ashford"))},
		 "Renamed school: Ashford College → University of Ashford"},
		{{FIELD_OF(CVD_AWARD, CVD_ORGANIZATION, SIDE(.text = "Acme"), SIDE(.text = "Apex"))},
		 "Changed organization: Acme → Apex"},
		{{.severity = CVD_STYLE,
		  FIELD_OF(CVD_ROLE, CVD_ORGANIZATION, SIDE(.text = "ACME"), SIDE(.text = "Acme"))},
		 "Changed organization: ACME → Acme"},
		{{.severity = CVD_STYLE,
		  FIELD_OF(CVD_ROLE, CVD_LOCATION, SIDE(.text = "bern"), SIDE(.text = "Bern"))},
		 "Changed location: bern → Bern"},
		{{FIELD_OF(CVD_EDUCATION, CVD_LOCATION, SIDE(.text = "Bern"), SIDE(.text = "Basel"))},
		 "Changed location: Bern → Basel"},
		{{FIELD_OF(CVD_ROLE, CVD_TEAM, SIDE(.text = "Core"), SIDE(.text = "Edge"))},
		 "Changed team: Core → Edge"},
		{{FIELD_OF(CVD_ROLE, CVD_LOCATION, SIDE(.text = "Bern"), SIDE(.text = "Basel"))},
		 "Relocated: Bern → Basel"},
		{{FIELD_OF(CVD_SKILL, CVD_DETAIL, SIDE(.text = "B1"), SIDE(.text = "C1"))},
		 "Changed detail: B1 → C1"},
		{{FIELD_OF(CVD_ROLE, CVD_LOCATION, NULL, SIDE(.text = "Remote"))},
		 "Added location: Remote"},
		{{FIELD_OF(CVD_ROLE, CVD_TEAM, SIDE(.text = "Core"), NULL)}, "Removed team: Core"},
		{{FIELD_OF(CVD_SECTION, CVD_TITLE, SIDE(.text = "Internships"),
			   SIDE(.text = "Early Career"))},
		 "Section renamed: Internships → Early Career"},
		{{.path = BILLING,
		  FIELD_OF(CVD_GROUP, CVD_TITLE, SIDE(.text = "Billing V1"),
			   SIDE(.text = "Billing V2"))},
		 "Project renamed: Billing V1 → Billing V2"},
		{{.path = "section:Skills|group:Tools",
		  FIELD_OF(CVD_GROUP, CVD_TITLE, SIDE(.text = "Tool"), SIDE(.text = "Tools"))},
		 "Group renamed: Tool → Tools"},
		{{FIELD_OF(CVD_PROJECT, CVD_TITLE, SIDE(.text = "Kiln"), SIDE(.text = "Oven"))},
		 "Project renamed: Kiln → Oven"},
	};

	CHECK_MESSAGES(cases);
}
END_TEST

START_TEST(dates_change)
{
#define PRESENT SIDE(.text = "Present", .value = "present")
#define OCTOBER SIDE(.text = "October 2026", .value = "2026-10")
	const struct wording_case cases[] = {
		{{FIELD_OF(CVD_ROLE, CVD_END, PRESENT, OCTOBER)}, "Ended: Present → October 2026"},
		{{FIELD_OF(CVD_ROLE, CVD_END, OCTOBER, PRESENT)},
		 "Reopened: October 2026 → Present"},
		{{FIELD_OF(CVD_ROLE, CVD_END, OCTOBER, SIDE(.text = "May 2027", .value = "2027-05"))},
		 "Changed end date: October 2026 → May 2027"},
		{{FIELD_OF(CVD_ROLE, CVD_END, OCTOBER, SIDE(.text = "soon"))},
		 "Changed end date: October 2026 → soon"},
		{{FIELD_OF(CVD_ROLE, CVD_START, OCTOBER, SIDE(.text = "2025", .value = "2025"))},
		 "Started: October 2026 → 2025"},
		{{FIELD_OF(CVD_ROLE, CVD_END, NULL, OCTOBER)}, "Added end date: October 2026"},
		{{FIELD_OF(CVD_ROLE, CVD_START, OCTOBER, NULL)}, "Removed start date: October 2026"},
		{{.severity = CVD_STYLE,
		  FIELD_OF(CVD_ROLE, CVD_END, OCTOBER, SIDE(.text = "Oct 2026", .value = "2026-10"))},
		 "Date spelling: October 2026 → Oct 2026"},
		{{.severity = CVD_STYLE,
		  FIELD_OF(CVD_ROLE, CVD_END, PRESENT, SIDE(.text = "now", .value = "present"))},
		 "Date spelling: Present → now"},
	};

	CHECK_MESSAGES(cases);
}
END_TEST

START_TEST(links_change)
{
	const struct wording_case cases[] = {
		{{FIELD_OF(CVD_ROLE, CVD_URL, SIDE(.text = "Acme", .value = "https://acme.example"),
			   SIDE(.text = "Acme", .value = "https://acme.example/jobs"))},
		 "Changed link: https://acme.example → https://acme.example/jobs"},
		{{FIELD_OF(CVD_BULLET, CVD_URL, SIDE(.text = "talk", .value = "https://a.example"),
			   SIDE(.text = "talk", .value = "https://b.example"))},
		 "Changed link: talk: https://a.example → https://b.example"},
		{{FIELD_OF(CVD_CONTACT, CVD_URL, SIDE(.text = "a.example"),
			   SIDE(.text = "site", .value = "https://b.example"))},
		 "Changed link: site: a.example → https://b.example"},
		{{FIELD_OF(CVD_ROLE, CVD_URL, SIDE(.text = "Acme", .value = "https://a.example"),
			   SIDE(.text = "Acme Ltd", .value = "https://a.example"))},
		 "Changed link: Acme → Acme Ltd"},
		{{FIELD_OF(CVD_PROJECT, CVD_URL, NULL,
			   SIDE(.text = "Kiln", .value = "https://kiln.example"))},
		 "Added link: https://kiln.example"},
	};

	CHECK_MESSAGES(cases);
}
END_TEST

START_TEST(places_change)
{
	const struct wording_case cases[] = {
		{{.op = CVD_OP_MOVED,
		  .node = CVD_BULLET,
		  .path = BILLING,
		  .old = SIDE(.text = "Built it",
			      .path = "section:Experience|role:Baker, Oven|group:Bread"),
		  .new = SIDE(.text = "Built it")},
		 "Moved here: Built it (from Baker, Oven › Bread)"},
		{{.op = CVD_OP_MOVED,
		  .node = CVD_BULLET,
		  .path = BILLING,
		  .old = SIDE(.text = "Built it", .path = ACME "|group:Search"),
		  .new = SIDE(.text = "Built it")},
		 "Moved here: Built it (from Search)"},
		{{.op = CVD_OP_MOVED,
		  .node = CVD_BULLET,
		  .path = BILLING,
		  .old = SIDE(.text = "Built it", .path = ACME),
		  .new = SIDE(.text = "Built it")},
		 "Moved here: Built it (from Engineer, Acme)"},
		{{.op = CVD_OP_MOVED,
		  .node = CVD_PROJECT,
		  .old_node = CVD_ROLE,
		  .heading = "Kiln, Acme",
		  .path = "section:Projects",
		  .old = SIDE(.text = "Kiln", .path = "section:Experience"),
		  .new = SIDE(.text = "Kiln")},
		 "Moved here: Kiln, Acme (from Experience, where it was a role)"},
		{{.op = CVD_OP_MOVED,
		  .node = CVD_CERTIFICATE,
		  .old_node = CVD_EDUCATION,
		  .heading = "Skipper",
		  .path = "section:Certificates",
		  .old = SIDE(.text = "Skipper", .path = "section:Education"),
		  .new = SIDE(.text = "Skipper")},
		 "Moved here: Skipper (from Education, where it was an education)"},
		{{.op = CVD_OP_MOVED,
		  .node = CVD_PARAGRAPH,
		  .path = "section:Summary",
		  .old = SIDE(.text = "Hello", .path = ""),
		  .new = SIDE(.text = "Hello")},
		 "Moved here: Hello (from the top)"},
		{{.op = CVD_OP_MOVED,
		  .node = CVD_SKILL,
		  .path = "section:Skills|group:Tools",
		  .old = SIDE(.text = "Zig", .path = "section:Skills|group:Languages"),
		  .new = SIDE(.text = "Zig")},
		 "Moved here: Zig (from Languages)"},
		{{.op = CVD_OP_MOVED,
		  .node = CVD_SKILL,
		  .path = "section:Skills|group:Tools",
		  .old = SIDE(.text = "Zig", .path = "section:Skills"),
		  .new = SIDE(.text = "Zig")},
		 "Moved here: Zig"},
		{{.op = CVD_OP_REORDERED,
		  .node = CVD_GROUP,
		  .heading = "Billing",
		  .old = SIDE(.text = "Billing", .index = 0),
		  .new = SIDE(.text = "Billing", .index = 2),
		  .siblings = 3,
		  .old_siblings = 4},
		 "Reordered: Billing (first → last)"},
		{{.op = CVD_OP_REORDERED,
		  .node = CVD_BULLET,
		  .old = SIDE(.text = "Built it", .index = 21),
		  .new = SIDE(.text = "Built it", .index = 1),
		  .siblings = 30,
		  .old_siblings = 22},
		 "Reordered: Built it (last → 2nd)"},
		{{.op = CVD_OP_REORDERED,
		  .node = CVD_BULLET,
		  .old = SIDE(.text = "Built it", .index = 12),
		  .new = SIDE(.text = "Built it", .index = 22),
		  .siblings = 30},
		 "Reordered: Built it (13th → 23rd)"},
		{{.op = CVD_OP_REORDERED,
		  .node = CVD_BULLET,
		  .old = SIDE(.text = "Built it", .index = 3),
		  .new = SIDE(.text = "Built it", .index = 3),
		  .siblings = 9},
		 "Reordered: Built it"},
	};

	CHECK_MESSAGES(cases);
}
END_TEST

START_TEST(nodes_split_and_merge)
{
	const struct wording_case cases[] = {
		{{.op = CVD_OP_SPLIT,
		  .node = CVD_BULLET,
		  .old = SIDE(.text = "Built and ran it"),
		  .words = "=Built |-and ran it|+it Ran it",
		  PARTS({.text = "Built it"}, {.text = "Ran it"})},
		 "Bullet split in 2: Built [-and ran it-]{+it Ran it+}"},
		{{.op = CVD_OP_MERGED,
		  .node = CVD_SUMMARY,
		  .new = SIDE(.text = "A. B."),
		  PARTS({.text = "A."}, {.text = "B."})},
		 "2 summaries merged: A. + B. → A. B."},
		{{.op = CVD_OP_MERGED,
		  .node = CVD_ENTRY,
		  .new = SIDE(.text = "AB"),
		  .words = "-A B|+AB",
		  PARTS({.text = "A", .fields = {[CVD_TITLE] = "A", [CVD_END] = "2019"}},
			{.text = "B"})},
		 "2 entries merged: A (2019) + B → AB"},
		{{.op = CVD_OP_SPLIT,
		  .node = CVD_SECTION,
		  .old = SIDE(.text = "Experience"),
		  .words = "+Work |=Experience|+ Internships",
		  PARTS({.text = "Work Experience"}, {.text = "Internships"})},
		 "Section split in 2: Experience → Work Experience + Internships"},
		{{.op = CVD_OP_MERGED,
		  .node = CVD_GROUP,
		  .path = BILLING,
		  .new = SIDE(.text = "Billing and search"),
		  .words = "=Billing |-Search|+and search",
		  PARTS({.text = "Billing"}, {.text = "Search"})},
		 "2 projects merged: Billing + Search → Billing and search"},
		{{.op = CVD_OP_SPLIT,
		  .node = CVD_EDUCATION,
		  .old = SIDE(.text = "x", .fields = {[CVD_TITLE] = "BSc and MSc"}),
		  PARTS({.text = "x", .fields = {[CVD_TITLE] = "MSc"}},
			{.text = "x", .fields = {[CVD_TITLE] = "BSc"}})},
		 "Education split in 2: BSc and MSc → MSc + BSc"},
	};

	CHECK_MESSAGES(cases);
}
END_TEST

/* What was is said in another tone than what is, whichever of them is several. */
START_TEST(parts_have_the_tone_of_their_side)
{
	for (int merged = 0; merged < 2; merged++) {
		const struct record record = {
			.op = merged ? CVD_OP_MERGED : CVD_OP_SPLIT,
			.node = CVD_ROLE,
			.old = merged ? NULL : SIDE(.text = "one"),
			.new = merged ? SIDE(.text = "one") : NULL,
			PARTS({.text = "x", .fields = {[CVD_TITLE] = "A", [CVD_END] = "2019"}},
			      {.text = "B"})};
		struct cvd_wording_options options = {0};
		struct cvd_arena arena = {0};
		struct cvd_change change = record_make(&arena, &record);
		struct cvd_wording wording = cvd_wording_find(&arena, &change, &options);

		for (size_t i = 0; i < wording.body.len; i++) {
			const struct cvd_span *span = &wording.body.items[i];
			bool one = cvd_str_equal(span->text, CVD_STR("one"));
			bool joint = cvd_str_equal(span->text, CVD_STR(" + ")) ||
				     cvd_str_equal(span->text, CVD_STR(" → "));

			ck_assert_int_eq(span->tone, joint                  ? CVD_TONE_PLAIN
						     : one == (merged != 0) ? CVD_TONE_NEW
									    : CVD_TONE_OLD);
		}
		cvd_arena_free(&arena);
	}
}
END_TEST

/* Whatever a record says, it has a label, and the label is a phrase of its own. */
START_TEST(every_change_has_a_name)
{
	static const struct record_side side = {.text = "x", .value = "y", .source = "z"};

	for (int op = 0; op < CVD_OP_COUNT; op++) {
		for (int kind = 0; kind < CVD_KIND_COUNT; kind++) {
			for (int field = 0; field <= CVD_FIELD_COUNT; field++) {
				struct record record = {.op = (enum cvd_op)op,
							.node = (enum cvd_kind)kind,
							.has_field = field < CVD_FIELD_COUNT,
							.field = (enum cvd_field)field,
							.old = &side,
							.new = &side};
				struct cvd_wording_options options = {0};
				struct cvd_arena arena = {0};
				struct cvd_change change = record_make(&arena, &record);
				struct cvd_wording wording =
					cvd_wording_find(&arena, &change, &options);

				ck_assert_uint_gt(wording.label.len, 0);
				ck_assert_uint_eq(cvd_str_find_char(wording.title, '%', 0),
						  SIZE_MAX);
				ck_assert_uint_gt(wording.body.len, 0);
				cvd_arena_free(&arena);
			}
		}
	}
}
END_TEST

UNIT_MAIN("wording", nodes_come_and_go, blocks_are_called_what_they_are,
	  long_statements_are_shortened, statements_change, fields_change, dates_change,
	  links_change, places_change, nodes_split_and_merge, parts_have_the_tone_of_their_side,
	  every_change_has_a_name)
