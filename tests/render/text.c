/* The changelog for people: layout to the byte, colours, and nothing raw from a résumé. */
#include "unit.h"

#include "base/text.h"
#include "records.h"
#include "render/render.h"

#include <stdlib.h>

#define SIDE(...) (&(const struct record_side){__VA_ARGS__})
#define COUNT(array) (sizeof(array) / sizeof *(array))
#define FIELD_OF(kind, which, from, to)                                                            \
	.op = CVD_OP_CHANGED, .node = (kind), .has_field = true, .field = (which), .old = (from),  \
	.new = (to)

static void free_report(struct cvd_report *report)
{
	cvd_arena_free(&report->arena);
	free(report);
}

static void check_report(const struct cvd_report *report, struct cvd_text_options options,
			 const char *want)
{
	struct cvd_buf out = {0};

	cvd_render_text(&out, report, &options);
	assert_text(cvd_buf_str(&out), want);
	cvd_buf_free(&out);
}

static void check_records(const struct record *records, size_t count,
			  struct cvd_text_options options, const char *want)
{
	struct cvd_report *report = record_report(records, count);

	check_report(report, options, want);
	free_report(report);
}

static const struct cvd_text_options plain = {.width = 80};

#define STAFF "section:Experience|role:Staff Software Engineer, Warp"
#define BILLING STAFF "|group:Billing Framework"
#define GRAPHQL STAFF "|group:GraphQL V2"
#define DATA "section:Experience|role:Software Engineer, Lakehouse"
#define RPC DATA "|group:Service Calls"

START_TEST(a_career_step_reads_like_one)
{
	const struct record records[] = {
		{.op = CVD_OP_ADDED,
		 .node = CVD_ROLE,
		 .path = "section:Experience",
		 .key = "role:Principal Engineer, Acme",
		 .new = SIDE(.text = "x", .content = "Built the platform.",
			     .fields = {[CVD_TITLE] = "Principal Engineer",
					[CVD_ORGANIZATION] = "Acme",
					[CVD_START] = "November 2026",
					[CVD_END] = "Present"})},
		{.path = STAFF,
		 FIELD_OF(CVD_ROLE, CVD_TITLE, SIDE(.text = "Senior Software Engineer"),
			  SIDE(.text = "Staff Software Engineer"))},
		{.path = STAFF,
		 FIELD_OF(CVD_ROLE, CVD_END, SIDE(.text = "Present", .value = "present"),
			  SIDE(.text = "October 2026", .value = "2026-10"))},
		{.op = CVD_OP_CHANGED,
		 .node = CVD_BULLET,
		 .path = BILLING,
		 .key = "bullet:1",
		 .words = "=Designed and built the billing framework for all plans, enabling the company "
			  "to grow to over |-$2m|+$3m|= ARR in one year.",
		 .old = SIDE(.text = "x"),
		 .new = SIDE(.text = "y")},
		{.op = CVD_OP_REMOVED,
		 .node = CVD_BULLET,
		 .severity = CVD_CONTENT,
		 .path = BILLING,
		 .key = "bullet:2",
		 .old = SIDE(.text = "Integrated a payment provider for automated tier provisioning and "
				     "built what enforces the limits.")},
		{.op = CVD_OP_MOVED,
		 .node = CVD_BULLET,
		 .severity = CVD_STYLE,
		 .path = GRAPHQL,
		 .key = "bullet:3",
		 .old = SIDE(.text = "Worked with teams across three stacks to ensure smooth integration of "
				     "all services.",
			     .path = RPC),
		 .new = SIDE(.text = "x")},
		{.op = CVD_OP_CHANGED,
		 .node = CVD_BULLET,
		 .severity = CVD_CONTENT,
		 .path = GRAPHQL,
		 .key = "bullet:3",
		 .words = "=ensure |-smooth|+seamless|= integration",
		 .old = SIDE(.text = "x"),
		 .new = SIDE(.text = "y")},
		{.op = CVD_OP_REORDERED,
		 .node = CVD_GROUP,
		 .severity = CVD_STYLE,
		 .path = DATA,
		 .key = "group:Rate Limits",
		 .heading = "Rate Limits",
		 .old = SIDE(.text = "Rate Limits", .index = 0),
		 .new = SIDE(.text = "Rate Limits", .index = 2),
		 .siblings = 3},
		{.path = "section:Early Career",
		 .severity = CVD_CONTENT,
		 FIELD_OF(CVD_SECTION, CVD_TITLE, SIDE(.text = "Internships"),
			  SIDE(.text = "Early Career"))},
		{.op = CVD_OP_ADDED,
		 .node = CVD_SKILL,
		 .severity = CVD_CONTENT,
		 .path = "section:Skills",
		 .new = SIDE(.text = "Zig")},
		{.op = CVD_OP_REMOVED,
		 .node = CVD_SKILL,
		 .severity = CVD_CONTENT,
		 .path = "section:Skills",
		 .old = SIDE(.text = "Scala")},
	};

	check_records(
		records, COUNT(records), plain,
		"resume.md  HEAD~3 → working tree\n"
		"\n"
		"Experience\n"
		"  + Added role      Principal Engineer, Acme (November 2026 – Present)\n"
		"                    • Built the platform.\n"
		"  Staff Software Engineer, Warp\n"
		"    ~ Promoted      Senior → Staff Software Engineer\n"
		"    ~ Ended         Present → October 2026\n"
		"    Billing Framework\n"
		"      ~ Bullet      … the company to grow to over [-$2m-]{+$3m+} ARR in one\n"
		"                    year.\n"
		"      - Bullet      Integrated a payment provider for automated tier\n"
		"                    provisioning and built what enforces the limits.\n"
		"    GraphQL V2\n"
		"      ← Moved here  from Software Engineer, Lakehouse › Service Calls\n"
		"      ~ Bullet      ensure [-smooth-]{+seamless+} integration\n"
		"  Software Engineer, Lakehouse\n"
		"    ↕ Reordered     Rate Limits (first → last)\n"
		"    → Moved away    Worked with teams across three stacks to ensure smooth … (to\n"
		"                    Staff Software Engineer, Warp › GraphQL V2)\n"
		"~ Section renamed   Internships → Early Career\n"
		"Skills\n"
		"  + Zig   - Scala\n"
		"\n"
		"4 facts, 5 content changes, 2 style changes\n");
}
END_TEST

START_TEST(a_node_shares_its_heading_with_what_is_inside)
{
	const struct record records[] = {
		{.op = CVD_OP_MOVED,
		 .node = CVD_GROUP,
		 .severity = CVD_STYLE,
		 .path = STAFF,
		 .key = "group:Billing Framework",
		 .heading = "Billing Framework",
		 .old = SIDE(.text = "Billing", .path = DATA),
		 .new = SIDE(.text = "Billing Framework")},
		{.path = BILLING,
		 .severity = CVD_CONTENT,
		 FIELD_OF(CVD_GROUP, CVD_TITLE, SIDE(.text = "Billing"),
			  SIDE(.text = "Billing Framework"))},
		{.op = CVD_OP_ADDED,
		 .node = CVD_BULLET,
		 .severity = CVD_CONTENT,
		 .path = BILLING,
		 .key = "bullet:1",
		 .new = SIDE(.text = "Built it.")},
	};

	check_records(records, COUNT(records), plain,
		      "resume.md  HEAD~3 → working tree\n\n"
		      "Experience\n"
		      "  Staff Software Engineer, Warp\n"
		      "    Billing Framework\n"
		      "      ← Moved here       from Software Engineer, Lakehouse\n"
		      "      ~ Project renamed  Billing → Billing Framework\n"
		      "      + Bullet           Built it.\n"
		      "\n"
		      "2 content changes, 1 style change\n");
}
END_TEST

START_TEST(what_moved_into_an_added_entry_stands_under_it)
{
	const struct record records[] = {
		{.op = CVD_OP_ADDED,
		 .node = CVD_ROLE,
		 .path = "section:Experience",
		 .key = "role:Staff Software Engineer, Warp",
		 .new = SIDE(.text = "Staff Software Engineer, Warp")},
		{.op = CVD_OP_MOVED,
		 .node = CVD_BULLET,
		 .severity = CVD_STYLE,
		 .path = STAFF,
		 .key = "bullet:1",
		 .old = SIDE(.text = "Built it.", .path = DATA),
		 .new = SIDE(.text = "Built it.")},
		{.op = CVD_OP_REMOVED,
		 .node = CVD_ROLE,
		 .path = "section:Experience",
		 .key = "role:Software Engineer, Lakehouse",
		 .old = SIDE(.text = "Software Engineer, Lakehouse")},
	};

	check_records(records, COUNT(records), plain,
		      "resume.md  HEAD~3 → working tree\n\n"
		      "Experience\n"
		      "  + Added role    Staff Software Engineer, Warp\n"
		      "    ← Moved here  Built it. (from Software Engineer, Lakehouse)\n"
		      "  - Removed role  Software Engineer, Lakehouse\n"
		      "    → Moved away  Built it. (to Staff Software Engineer, Warp)\n"
		      "\n"
		      "2 facts, 1 style change\n");
}
END_TEST

START_TEST(a_move_is_not_echoed_where_nothing_else_is_shown)
{
	const struct record records[] = {
		{.op = CVD_OP_MOVED,
		 .node = CVD_BULLET,
		 .severity = CVD_STYLE,
		 .path = BILLING,
		 .key = "bullet:1",
		 .old = SIDE(.text = "Built it.", .path = RPC),
		 .new = SIDE(.text = "Built it.")},
	};

	check_records(records, COUNT(records), plain,
		      "resume.md  HEAD~3 → working tree\n\n"
		      "Experience\n"
		      "  Staff Software Engineer, Warp\n"
		      "    Billing Framework\n"
		      "      ← Moved here  Built it. (from Software Engineer, Lakehouse › Service\n"
		      "                    Calls)\n"
		      "\n"
		      "1 style change\n");
}
END_TEST

START_TEST(keywords_share_lines)
{
	struct record records[] = {
		{.op = CVD_OP_ADDED, .node = CVD_SKILL, .new = SIDE(.text = "Distributed systems")},
		{.op = CVD_OP_REMOVED, .node = CVD_SKILL, .old = SIDE(.text = "Scala")},
		{.op = CVD_OP_CHANGED,
		 .node = CVD_SKILL,
		 .old = SIDE(.text = "Go"),
		 .new = SIDE(.text = "Golang")},
		{.op = CVD_OP_MOVED,
		 .node = CVD_SKILL,
		 .old = SIDE(.text = "Zig", .path = "section:Skills|group:Tools"),
		 .new = SIDE(.text = "Zig")},
		{.op = CVD_OP_CHANGED,
		 .node = CVD_SKILL,
		 .has_field = true,
		 .field = CVD_DETAIL,
		 .heading = "Rust",
		 .old = SIDE(.text = "basic"),
		 .new = SIDE(.text = "expert")},
		{.op = CVD_OP_ADDED,
		 .node = CVD_SKILL,
		 .has_field = true,
		 .field = CVD_DETAIL,
		 .heading = "C",
		 .new = SIDE(.text = "fluent")},
		{.op = CVD_OP_ADDED,
		 .node = CVD_SKILL,
		 .path = "section:Skills|group:Data",
		 .new = SIDE(.text = "a keyword that is longer than any line of this terminal is")},
	};

	for (size_t i = 0; i < COUNT(records) - 1; i++)
		records[i].path =
			records[i].has_field ? "section:Skills|skill:any" : "section:Skills";
	check_records(records, COUNT(records), (struct cvd_text_options){.width = 40},
		      "resume.md  HEAD~3 → working tree\n\n"
		      "Skills\n"
		      "  + Distributed systems   - Scala\n"
		      "  ~ Go → Golang   ← Zig (from Tools)\n"
		      "  ~ Rust: basic → expert   ~ C: + fluent\n"
		      "  Data\n"
		      "    + a keyword that is longer than any\n"
		      "      line of this terminal is\n"
		      "\n"
		      "7 facts\n");
}
END_TEST

START_TEST(hidden_keywords_say_so)
{
	const struct record records[] = {
		{.op = CVD_OP_ADDED,
		 .node = CVD_SKILL,
		 .path = "section:Skills",
		 .new = SIDE(.text = "Zig")},
		{.op = CVD_OP_REMOVED,
		 .node = CVD_SKILL,
		 .path = "section:Skills",
		 .hidden = true,
		 .old = SIDE(.text = "Scala")},
	};

	check_records(records, COUNT(records), plain,
		      "resume.md  HEAD~3 → working tree\n\n"
		      "Skills\n"
		      "  + Zig\n"
		      "  - Hidden skill  Scala\n"
		      "\n"
		      "2 facts\n");
}
END_TEST

START_TEST(keywords_stand_behind_their_group)
{
	const struct record records[] = {
		{.op = CVD_OP_ADDED,
		 .node = CVD_ROLE,
		 .path = "section:Experience",
		 .new = SIDE(.text = "x",
			     .content =
				     "Led it.|group:Tools|skill:make|skill:ninja|group:Languages:|"
				     "skill:C|skill:Go|bullet:Ran it.|skill:Zig|group:Later|More.",
			     .fields = {[CVD_TITLE] = "Engineer", [CVD_ORGANIZATION] = "Acme"})},
		{.op = CVD_OP_REMOVED,
		 .node = CVD_SECTION,
		 .severity = CVD_CONTENT,
		 .heading = "Interests",
		 .old = SIDE(.text = "Interests", .content = "skill:tea|skill:ropes")},
	};

	check_records(records, COUNT(records), plain,
		      "resume.md  HEAD~3 → working tree\n\n"
		      "Experience\n"
		      "  + Added role     Engineer, Acme\n"
		      "                   • Led it.\n"
		      "                   • Tools: make, ninja\n"
		      "                   • Languages: C, Go\n"
		      "                   • Ran it.\n"
		      "                   • Zig\n"
		      "                   • Later\n"
		      "                   • More.\n"
		      "- Removed section  Interests\n"
		      "                   tea, ropes\n"
		      "\n"
		      "1 fact, 1 content change\n");
}
END_TEST

START_TEST(long_content_is_counted)
{
	const struct record records[] = {
		{.op = CVD_OP_REMOVED,
		 .node = CVD_PROJECT,
		 .path = "section:Projects",
		 .old = SIDE(.text = "Kiln", .content = "1|2|3|4|5|6|7|8|9|10|11|12|13")},
		{.op = CVD_OP_ADDED,
		 .node = CVD_GROUP,
		 .path = "section:Skills",
		 .section = CVD_SECTION_SKILLS,
		 .new = SIDE(.text = "Tools", .content = "skill:make|skill:ninja")},
		{.op = CVD_OP_CHANGED,
		 .node = CVD_SECTION,
		 .rewritten = true,
		 .statements = 3,
		 .gone = 3,
		 .heading = "Summary",
		 .old = SIDE(.content = "Old words."),
		 .new = SIDE(.content = "New words.|More.")},
	};

	check_records(records, COUNT(records), plain,
		      "resume.md  HEAD~3 → working tree\n\n"
		      "Projects\n"
		      "  - Removed project  Kiln\n"
		      "                     • 1\n"
		      "                     • 2\n"
		      "                     • 3\n"
		      "                     • 4\n"
		      "                     • 5\n"
		      "                     • 6\n"
		      "                     • 7\n"
		      "                     • 8\n"
		      "                     • 9\n"
		      "                     • 10\n"
		      "                     • 11\n"
		      "                     … and 2 more\n"
		      "Skills\n"
		      "  + Added group      Tools\n"
		      "                     make, ninja\n"
		      "~ Section rewritten  Summary (all 3 statements are worded anew)\n"
		      "\n"
		      "3 facts\n");
}
END_TEST

START_TEST(empty_lines_and_titles_leave_no_trace)
{
	const struct record records[] = {
		{.op = CVD_OP_ADDED,
		 .node = CVD_BLOCK,
		 .path = "section:Work|bullet:",
		 .new = SIDE(.text = "\n\tone\n\n  two\n")},
		{.op = CVD_OP_REMOVED,
		 .node = CVD_BULLET,
		 .path = "section:Work|bullet:",
		 .old = SIDE(.text = "")},
	};

	check_records(records, COUNT(records), plain,
		      "resume.md  HEAD~3 → working tree\n\n"
		      "Work\n"
		      "  (untitled)\n"
		      "    + Text\n"
		      "                  one\n"
		      "\n"
		      "                two\n"
		      "    - Bullet  (no text)\n"
		      "\n"
		      "2 facts\n");
}
END_TEST

START_TEST(deep_nesting_stays_on_the_page)
{
	const struct record records[] = {
		{.op = CVD_OP_ADDED,
		 .node = CVD_BULLET,
		 .path = "section:0|bullet:1|bullet:2|bullet:3|bullet:4|bullet:5|bullet:6|bullet:7|"
			 "bullet:8|bullet:9",
		 .new = SIDE(.text = "deep")},
	};

	check_records(records, COUNT(records), plain,
		      "resume.md  HEAD~3 → working tree\n\n"
		      "0\n  1\n    2\n      3\n        4\n          5\n            6\n"
		      "              7\n                8\n                9\n"
		      "                + Bullet  deep\n"
		      "\n"
		      "1 fact\n");
}
END_TEST

/* --- what stands around the changes ----------------------------------------------------------- */

START_TEST(style_is_counted_and_shown_on_request)
{
	const struct record records[] = {
		{.op = CVD_OP_CHANGED,
		 .node = CVD_BULLET,
		 .severity = CVD_STYLE,
		 .formatting = true,
		 .path = "section:Work",
		 .old = SIDE(.source = "* a"),
		 .new = SIDE(.source = "- a")},
		{.op = CVD_OP_REORDERED,
		 .node = CVD_BULLET,
		 .severity = CVD_STYLE,
		 .path = "section:Work",
		 .old = SIDE(.text = "b", .index = 1),
		 .new = SIDE(.text = "b"),
		 .siblings = 2,
		 .old_siblings = 2},
	};

	check_records(records, 2, plain,
		      "resume.md  HEAD~3 → working tree\n\n"
		      "Work\n  ↕ Reordered  b (last → first)\n\n"
		      "2 style changes (1 hidden; --style shows it)\n");
	check_records(records, 2, (struct cvd_text_options){.width = 80, .style = true},
		      "resume.md  HEAD~3 → working tree\n\n"
		      "Work\n  ~ Formatting  [-*-]{+-+} a\n  ↕ Reordered   b (last → first)\n\n"
		      "2 style changes\n");
	check_records(records, 2, (struct cvd_text_options){.stat = true, .width = 80},
		      "2 style changes (1 hidden; --style shows it)\n");
	check_records(records, 2,
		      (struct cvd_text_options){.stat = true, .name_path = true, .width = 80},
		      "resume.md: 2 style changes (1 hidden; --style shows it)\n");
	check_records(records, 1, plain,
		      "resume.md  HEAD~3 → working tree\n\n"
		      "1 style change (--style shows it)\n");
}
END_TEST

START_TEST(equal_content_is_said_to_be_equal)
{
	const struct record records[] = {
		{.op = CVD_OP_CHANGED,
		 .node = CVD_BULLET,
		 .severity = CVD_STYLE,
		 .formatting = true,
		 .old = SIDE(.source = "* a"),
		 .new = SIDE(.source = "- a")},
	};
	struct cvd_report *report = record_report(records, 1);

	report->same_content = true;
	report->lines = 12;
	check_report(report, plain,
		     "resume.md  HEAD~3 → working tree\n\n"
		     "No content changes; formatting differs on 12 lines (--style shows where).\n");
	check_report(report, (struct cvd_text_options){.width = 80, .style = true},
		     "resume.md  HEAD~3 → working tree\n\n"
		     "~ Formatting  [-*-]{+-+} a\n\n1 style change\n");
	free_report(report);
}
END_TEST

START_TEST(no_change_is_said_of_equal_bytes_only)
{
	struct cvd_report *report = record_report(NULL, 0);

	check_report(report, plain,
		     "resume.md  HEAD~3 → working tree\n\n"
		     "No content changes; formatting differs.\n");
	report->identical = true;
	check_report(report, plain, "resume.md  HEAD~3 → working tree\n\nNo changes.\n");
	free_report(report);
}
END_TEST

START_TEST(the_header_says_what_was_compared)
{
	struct cvd_report *report = record_report(NULL, 0);
	struct cvd_text_options options = {.width = 120};

	report->identical = true;
	report->limited = "match-cap";
	report->old.path = CVD_STR("cv.md");
	check_report(
		report, options,
		"cv.md → resume.md  HEAD~3 → working tree\n\n"
		"Too much changed to compare everything closely (limit: match-cap); what was moved "
		"or reworded may be shown as removed\nand added.\nNo changes.\n");
	report->limited = NULL;
	report->old.absent = true;
	check_report(report, options,
		     "resume.md  HEAD~3 → working tree (new file)\n\nNo changes.\n");
	report->old.absent = false;
	report->new.absent = true;
	check_report(report, options,
		     "cv.md  HEAD~3 → working tree (deleted file)\n\nNo changes.\n");
	report->new.absent = false;
	report->old.label = CVD_STR("cv.md");
	report->new.label = CVD_STR("resume.md");
	check_report(report, options, "cv.md → resume.md\n\nNo changes.\n");
	free_report(report);
}
END_TEST

/* --- safety ----------------------------------------------------------------------------------- */

static const struct record hostile[] = {
	{.op = CVD_OP_ADDED,
	 .node = CVD_ROLE,
	 .path = "section:\x1b[2J",
	 .heading = "\x07",
	 .new = &(const struct record_side){.text = "\x1b]0;owned\x07 \xe2\x80\xae Engineer",
					    .content = "a\x9b"
						       "31m|\xff\r\x08"}},
	{.op = CVD_OP_ADDED,
	 .node = CVD_BLOCK,
	 .path = "section:\x1b[2J",
	 .new = &(const struct record_side){.text = "int main()\n{\n\treturn 0;\n}"}},
	{.op = CVD_OP_ADDED,
	 .node = CVD_SKILL,
	 .path = "section:\x1b[2J",
	 .new = &(const struct record_side){.text = "C\x1b[8m"}},
};

START_TEST(nothing_raw_reaches_the_terminal)
{
	struct cvd_report *report = record_report(hostile, COUNT(hostile));
	struct cvd_buf out = {0};

	report->old.label = CVD_STR("--\x1b[31m");
	report->new.path = CVD_STR("r\n\x1b.md");
	cvd_render_text(&out, report, &plain);
	for (size_t pos = 0; pos < out.len;) {
		uint32_t c = cvd_utf8_next(cvd_buf_str(&out), &pos);

		ck_assert(c == '\n' || (c >= 0x20 && c < 0x7f) || c > 0x9f);
		ck_assert_uint_ne(c, 0x202e);
	}
	ck_assert_uint_ne(cvd_str_find(cvd_buf_str(&out), CVD_STR("<U+001B>]0;owned<U+0007>"), 0),
			  SIZE_MAX);
	ck_assert_uint_ne(cvd_str_find(cvd_buf_str(&out), CVD_STR("    return 0;\n"), 0), SIZE_MAX);
	cvd_buf_free(&out);
	free_report(report);
}
END_TEST

START_TEST(changed_words_are_told_as_asked)
{
	const struct record records[] = {
		{.op = CVD_OP_CHANGED,
		 .node = CVD_BULLET,
		 .words = "=Cut the time that every nightly build of the whole platform takes by |-40%|"
			  "+60%|= for all teams.",
		 .old = SIDE(.text = "x"),
		 .new = SIDE(.text = "y")},
	};
	struct cvd_report *report = record_report(records, COUNT(records));

	check_report(report, plain,
		     "resume.md  HEAD~3 → working tree\n\n"
		     "~ Bullet  … of the whole platform takes by [-40%-]{+60%+} for all teams.\n\n"
		     "1 fact\n");
	check_report(report, (struct cvd_text_options){.word_diff = CVD_WORD_DIFF_COLOR},
		     "resume.md  HEAD~3 → working tree\n\n"
		     "~ Bullet  … of the whole platform takes by [-40%-]{+60%+} for all teams.\n\n"
		     "1 fact\n");
	check_report(
		report, (struct cvd_text_options){.word_diff = CVD_WORD_DIFF_NONE, .full = true},
		"resume.md  HEAD~3 → working tree\n\n"
		"~ Bullet  Cut the time that every nightly build of the whole platform takes by "
		"60% for all teams.\n\n"
		"1 fact\n");
	check_report(report, (struct cvd_text_options){.color = true},
		     "\033[1mresume.md\033[m  HEAD~3 → working tree\n\n"
		     "\033[33m~ Bullet\033[m  … of the whole platform takes by "
		     "\033[9;31m40%\033[m \033[1;32m60%\033[m for all teams.\n\n"
		     "1 fact\n");
	free_report(report);
}
END_TEST

/* Without its escape sequences, coloured output is the plain one; each line resets what it sets. */
START_TEST(colour_adds_nothing_but_sequences)
{
	struct cvd_report *report = record_report(hostile, COUNT(hostile));
	struct cvd_buf colored = {0}, uncolored = {0}, stripped = {0};
	bool open = false;

	cvd_render_text(&uncolored, report, &plain);
	cvd_render_text(&colored, report,
			&(struct cvd_text_options){
				.width = 80, .color = true, .word_diff = CVD_WORD_DIFF_PLAIN});
	for (size_t i = 0; i < colored.len; i++) {
		if (colored.ptr[i] == '\n')
			ck_assert(!open);
		if (colored.ptr[i] != '\x1b') {
			cvd_buf_put(&stripped, colored.ptr[i]);
			continue;
		}
		ck_assert_int_eq(colored.ptr[++i], '[');
		open = colored.ptr[i + 1] != 'm';
		while (colored.ptr[i] != 'm')
			i++;
	}
	ck_assert_uint_gt(colored.len, stripped.len);
	assert_str(cvd_buf_str(&stripped), cvd_buf_str(&uncolored));
	cvd_buf_free(&colored);
	cvd_buf_free(&uncolored);
	cvd_buf_free(&stripped);
	free_report(report);
}
END_TEST

/* However narrow, no line is wider than the terminal, down to what a word needs. */
START_TEST(lines_fit_the_terminal)
{
	const struct record records[] = {
		{.op = CVD_OP_CHANGED,
		 .node = CVD_BULLET,
		 .path = BILLING,
		 .words = "=決済基盤を設計し、|-月間|+年間|= 取引 of the whole company and its many subsidiaries "
			  "across the continent|+ and beyond it",
		 .old = SIDE(.text = "x"),
		 .new = SIDE(.text = "y")},
	};
	struct cvd_report *report = record_report(records, COUNT(records));

	for (size_t width = 40; width < 140; width++) {
		struct cvd_text_options options = {.width = width};
		struct cvd_buf out = {0};

		cvd_render_text(&out, report, &options);
		for (size_t from = 0; from < out.len;) {
			size_t end = cvd_str_find_char(cvd_buf_str(&out), '\n', from);
			struct cvd_str line = cvd_str_sub(cvd_buf_str(&out), from, end);

			ck_assert_uint_le(cvd_text_width(line), width);
			ck_assert(!cvd_str_ends_with(line, CVD_STR(" ")));
			from = end + 1;
		}
		cvd_buf_free(&out);
	}
	free_report(report);
}
END_TEST

#define OPEN(number, target) "\033]8;id=cvdiff-" number ";file://h/cv.md" target "\033\\"
#define CLOSE "\033]8;;\033\\"

START_TEST(links_lead_to_lines)
{
	const struct record records[] = {
		{.op = CVD_OP_ADDED,
		 .node = CVD_BULLET,
		 .path = "section:Experience",
		 .key = "bullet:1",
		 .new = SIDE(.text = "Built it.", .index = 6)},
		{.op = CVD_OP_REMOVED,
		 .node = CVD_BULLET,
		 .path = "section:Experience",
		 .key = "bullet:2",
		 .old = SIDE(.text = "Ran it.", .index = 8)},
		{.op = CVD_OP_REMOVED,
		 .node = CVD_SECTION,
		 .key = "section:Interests",
		 .old = SIDE(.text = "Interests", .index = 19)},
		{.op = CVD_OP_ADDED,
		 .node = CVD_SKILL,
		 .path = "section:Skills",
		 .key = "skill:1",
		 .new = SIDE(.text = "Distributed systems", .index = 11)},
	};
	struct cvd_text_options options = {
		.width = 80, .compact = true, .link = CVD_STR("file://h/cv.md")};

	check_records(records, COUNT(records), options,
		      "Experience\n"
		      "  " OPEN("1",
				"#7") "+ Bullet" CLOSE "         Built it.\n"
				      "  " OPEN("2",
						"#7") "- Bullet" CLOSE "         Ran it.\n"
						      "- Removed section  Interests\n"
						      "Skills\n"
						      "  + " OPEN("3",
								  "#12") "Distributed systems" CLOSE
									 "\n");
	options.width = 12;
	check_records(records + 3, 1, options,
		      "Skills\n"
		      "  + " OPEN("1", "#12") "Distributed" CLOSE "\n"
					      "    " OPEN("1", "#12") "systems" CLOSE "\n");
}
END_TEST

START_TEST(the_path_links_to_the_file)
{
	struct cvd_report *report = record_report(NULL, 0);
	struct cvd_text_options options = {.link = CVD_STR("file://h/cv.md")};

	report->identical = true;
	report->old.path = CVD_STR("old.md");
	report->new.path = CVD_STR("cv.md");
	check_report(report, options,
		     "old.md → " OPEN("1", "") "cv.md" CLOSE
					       "  HEAD~3 → working tree\n\nNo changes.\n");
	options.stat = options.name_path = true;
	check_report(report, options, OPEN("1", "") "cv.md" CLOSE ": No changes.\n");
	free_report(report);
}
END_TEST

UNIT_MAIN("text", a_career_step_reads_like_one, a_node_shares_its_heading_with_what_is_inside,
	  what_moved_into_an_added_entry_stands_under_it,
	  a_move_is_not_echoed_where_nothing_else_is_shown, keywords_share_lines,
	  hidden_keywords_say_so, keywords_stand_behind_their_group, long_content_is_counted,
	  empty_lines_and_titles_leave_no_trace, changed_words_are_told_as_asked,
	  deep_nesting_stays_on_the_page, style_is_counted_and_shown_on_request,
	  equal_content_is_said_to_be_equal, no_change_is_said_of_equal_bytes_only,
	  the_header_says_what_was_compared, nothing_raw_reaches_the_terminal,
	  colour_adds_nothing_but_sequences, lines_fit_the_terminal, links_lead_to_lines,
	  the_path_links_to_the_file)
