/* Markdown: text that stays text, the layout to the byte, and the limit of its length. */
#include "unit.h"

#include "markdown_text.h"
#include "records.h"
#include "render/render.h"

#include <stdlib.h>

#define SIDE(...) (&(const struct record_side){__VA_ARGS__})
#define COUNT(array) (sizeof(array) / sizeof *(array))
#define ALONE(c) "<span>" c "</span>"

struct pair {
	const char *text, *want;
};

static void check_texts(const struct pair *pairs, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct cvd_buf out = {0};

		cvd_markdown_text(&out, cvd_str_from(pairs[i].text));
		assert_text(cvd_buf_str(&out), pairs[i].want);
		cvd_buf_free(&out);
	}
}

#define CHECK_TEXTS(pairs) check_texts((pairs), COUNT(pairs))

START_TEST(plain_words_stay_as_they_are)
{
	const struct pair pairs[] = {
		{"Led a team of 12; cut costs, fast.", "Led a team of 12; cut costs, fast."},
		{"50% of all", "50% of all"},
		{"Title: words", "Title: words"},
		{"well-known, 2020-03, 555-1234", "well-known, 2020-03, 555-1234"},
		{"(a) {b} 'c' \"d\"", "(a) {b} 'c' \"d\""},
		{"Zürich – 東京", "Zürich – 東京"},
		{"", ""},
	};

	CHECK_TEXTS(pairs);
}
END_TEST

START_TEST(markup_is_text)
{
	const struct pair pairs[] = {
		{"*a* _b_ `c` \\d", "\\*a\\* \\_b\\_ \\`c\\` \\\\d"},
		{"<b>&amp;</b>", "&lt;b&gt;" ALONE("&amp;") "amp;&lt;/b&gt;"},
		{"~~a~~", ALONE("\\~") ALONE("\\~") "a" ALONE("\\~") ALONE("\\~")},
		{"[a](b)", ALONE("\\[") "a](b)"},
		{"![a][b]", "!" ALONE("\\[") "a]" ALONE("\\[") "b]"},
		{"- a", "\\- a"},
		{"+ a", "\\+ a"},
		{"# a", "\\# a"},
		{"12. a", "12\\. a"},
		{"12) a", "12\\) a"},
		{"===", "\\==="},
		{"C# and C++", "C\\# and C++"},
		{"</details>", "&lt;/details&gt;"},
		{"a | b", "a \\| b"},
	};

	CHECK_TEXTS(pairs);
}
END_TEST

START_TEST(nothing_is_referred_to)
{
	const struct pair pairs[] = {
		{"@ada", ALONE("\\@") "ada"},
		{"@org/team", ALONE("\\@") "org/team"},
		{"ada@nilsson.example", "ada" ALONE("\\@") "nilsson.example"},
		{"#12", ALONE("\\#") "12"},
		{"owner/repo#12", "owner/repo" ALONE("\\#") "12"},
		{"GH-12, AB1-2", "GH" ALONE("\\-") "12, AB1" ALONE("\\-") "2"},
		{"!12 $12 %1 ~a &12", ALONE("\\!") "12 " ALONE("\\$") "12 " ALONE("\\%") "1 " ALONE(
					      "\\~") "a " ALONE("&amp;") "12"},
		{"https://a.example", "https" ALONE("\\:") "//a.example"},
		{"www.a.example", "www" ALONE("\\.") "a.example"},
		{":tada:", ALONE("\\:") "tada:"},
		{"abcdef", "abcdef"},
		{"abcdef1", ALONE("abcdef") "1"},
		{"feedback", "feedback"},
		{"0123456789abcdef", ALONE("012345") "6789ab" ALONE("cdef")},
		{"$x$", ALONE("\\$") "x" ALONE("\\$")},
		{"[^1]", ALONE("\\[") "^1]"},
		{"{+a+}", ALONE("\\{") "+a+}"},
	};

	CHECK_TEXTS(pairs);
}
END_TEST

START_TEST(what_cannot_be_seen_is_shown)
{
	const struct pair pairs[] = {
		{"a\x1b[31mb", "a&lt;U+001B&gt;" ALONE("\\[") "31mb"},
		{"a\xe2\x80\xae"
		 "b",
		 "a&lt;U+202E&gt;b"},
		{" a\n\n  b\t", "a b"},
	};

	CHECK_TEXTS(pairs);
}
END_TEST

static void check_words(const char *words, const char *want)
{
	struct record record = {.words = words};
	struct cvd_arena arena = {0};
	struct cvd_change change = record_make(&arena, &record);
	struct cvd_phrase phrase = {.arena = &arena};
	struct cvd_buf out = {0};

	cvd_phrase_words(&phrase, &change.words);
	cvd_markdown_phrase(&out, &phrase, false);
	assert_text(cvd_buf_str(&out), want);
	cvd_buf_free(&out);
	cvd_arena_free(&arena);
}

START_TEST(changed_words_are_struck_and_strong)
{
	check_words("=cut by |-40|+60|= for all", "cut by ~~40~~ **60** for all");
	check_words("=a |-b |=c", "a ~~b~~ c");
	check_words("-a|+b", "~~a~~ **b**");
}
END_TEST

/* `a**(b)**c` is no emphasis in CommonMark, nor is much that is not ASCII. */
START_TEST(emphasis_that_marks_cannot_hold_is_html)
{
	check_words("=a|+(b)|=c", "a<strong>(b)</strong>c");
	check_words("=a |+(b)|= c", "a **(b)** c");
	check_words("=a|+b|=c", "a**b**c");
	check_words("=a |-é|= c", "a <del>é</del> c");
	check_words("=a|-_b|=c", "a<del>\\_b</del>c");
	check_words("=a|-\n|=b", "a b");
}
END_TEST

static void check_report(const struct record *records, size_t count,
			 struct cvd_markdown_options options, const char *want)
{
	struct cvd_report *report = record_report(records, count);
	struct cvd_buf out = {0};

	ck_assert(cvd_render_markdown(&out, report, &options));
	assert_text(cvd_buf_str(&out), want);
	cvd_buf_free(&out);
	cvd_arena_free(&report->arena);
	free(report);
}

#define ROLE "section:Experience|role:Engineer, Acme"

static const struct record several[] = {
	{.op = CVD_OP_ADDED,
	 .node = CVD_ROLE,
	 .path = "section:Experience",
	 .key = "role:Manager, Acme",
	 .new = SIDE(.text = "x", .content = "Built the platform.|Asked @ada.",
		     .fields = {[CVD_TITLE] = "Manager", [CVD_ORGANIZATION] = "Acme"})},
	{.op = CVD_OP_CHANGED,
	 .node = CVD_BULLET,
	 .severity = CVD_CONTENT,
	 .path = ROLE,
	 .words = "=Ran |-two|+three|= teams",
	 .old = SIDE(.text = "x"),
	 .new = SIDE(.text = "y")},
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
	{.op = CVD_OP_REORDERED,
	 .node = CVD_BULLET,
	 .severity = CVD_STYLE,
	 .path = ROLE,
	 .key = "bullet:1",
	 .old = SIDE(.text = "Ran it.", .index = 0),
	 .new = SIDE(.text = "Ran it.", .index = 1),
	 .siblings = 3},
};

START_TEST(facts_come_first_and_the_rest_is_folded)
{
	check_report(
		several, COUNT(several), (struct cvd_markdown_options){.limit = CVD_MARKDOWN_LIMIT},
		"**1 fact, 3 content changes, 1 style change** – resume.md, HEAD<span>\\~</span>3 "
		"→ working tree\n"
		"\n"
		"- **Experience**\n"
		"  - Added role: Manager, Acme\n"
		"    - Built the platform.\n"
		"    - Asked <span>\\@</span>ada.\n"
		"\n"
		"<details>\n"
		"<summary>3 content changes</summary>\n"
		"\n"
		"- **Experience**\n"
		"  - **Engineer, Acme**\n"
		"    - Reworded bullet: Ran ~~two~~ **three** teams\n"
		"- **Skills**\n"
		"  - **Zig**, ~~Scala~~\n"
		"\n"
		"</details>\n"
		"\n"
		"<details>\n"
		"<summary>1 style change</summary>\n"
		"\n"
		"- **Experience**\n"
		"  - **Engineer, Acme**\n"
		"    - Reordered: Ran it. (first → 2nd)\n"
		"\n"
		"</details>\n");
}
END_TEST

START_TEST(the_counts_can_stand_alone)
{
	check_report(
		several, COUNT(several),
		(struct cvd_markdown_options){
			.limit = CVD_MARKDOWN_LIMIT, .stat = true, .name_path = true},
		"### resume.md\n"
		"\n"
		"**1 fact, 3 content changes, 1 style change** – HEAD<span>\\~</span>3 → working "
		"tree\n");
}
END_TEST

START_TEST(no_changes_are_one_sentence)
{
	struct cvd_report *report = record_report(NULL, 0);
	struct cvd_buf out = {0};

	report->identical = true;
	report->new.label = report->new.commit = CVD_STR("89abcdef89abcdef89abcdef89abcdef89abcdef");
	cvd_render_markdown(&out, report,
			    &(struct cvd_markdown_options){.limit = CVD_MARKDOWN_LIMIT});
	assert_text(cvd_buf_str(&out),
		    "**No changes.** – resume.md, HEAD<span>\\~</span>3 → <span>89abcd</span>e\n");
	cvd_buf_free(&out);
	cvd_arena_free(&report->arena);
	free(report);
}
END_TEST

static size_t occurrences(struct cvd_str text, const char *of)
{
	struct cvd_str needle = cvd_str_from(of);
	size_t count = 0;

	for (size_t at = cvd_str_find(text, needle, 0); at != SIZE_MAX;
	     at = cvd_str_find(text, needle, at + needle.len))
		count++;
	return count;
}

/* At every limit the report ends within it, closes what it opens, and counts what it leaves out. */
START_TEST(a_report_is_cut_between_changes)
{
	enum { MANY = 400 };
	static const struct record_side side = {.text = "Told @ada of <b>it</b>."};
	struct record *records = calloc(MANY, sizeof *records);
	struct cvd_report *report;

	for (size_t i = 0; i < MANY; i++)
		records[i] = (struct record){.op = CVD_OP_ADDED,
					     .node = CVD_BULLET,
					     .severity = (enum cvd_severity)(i % 3 ? CVD_CONTENT
										   : CVD_FACT),
					     .path = i % 7 ? ROLE : "section:Other",
					     .new = &side};
	report = record_report(records, MANY);
	for (size_t limit = 0; limit < 60000; limit += 97) {
		struct cvd_markdown_options options = {.limit = limit};
		struct cvd_buf out = {0};
		bool room = cvd_render_markdown(&out, report, &options);
		struct cvd_str text = cvd_buf_str(&out);
		size_t told = occurrences(text, "Added bullet"), left_out = 0;
		size_t at = cvd_str_find(text, CVD_STR("… and "), 0);

		ck_assert_uint_le(text.len, limit);
		ck_assert_uint_eq(occurrences(text, "<details>"), occurrences(text, "</details>"));
		ck_assert_uint_eq(occurrences(text, "<span>"),
				  told + room); /* of the label HEAD~3 */
		if (at != SIZE_MAX)
			left_out = strtoul(text.ptr + at + strlen("… and "), NULL, 10);
		ck_assert_uint_eq(told + left_out, room ? MANY : 0);
		ck_assert_uint_eq(room, text.len > 0);
		cvd_buf_free(&out);
	}
	cvd_arena_free(&report->arena);
	free(report);
	free(records);
}
END_TEST

UNIT_MAIN("markdown", plain_words_stay_as_they_are, markup_is_text, nothing_is_referred_to,
	  what_cannot_be_seen_is_shown, changed_words_are_struck_and_strong,
	  emphasis_that_marks_cannot_hold_is_html, facts_come_first_and_the_rest_is_folded,
	  the_counts_can_stand_alone, no_changes_are_one_sentence, a_report_is_cut_between_changes)
