/* Definition lists, and what is none. */
#include "unit.h"

#include "blocks.h"

#include "base/buf.h"

START_TEST(terms_and_definitions)
{
	blocks_check(CVD_STR("Term\n"
			     ": definition\n"),
		     "dl 1-2\n"
		     "  dt 1-1 Term\n"
		     "  dd 2-2\n"
		     "    p 2-2 definition\n");
	blocks_check(CVD_STR("Term\n"
			     ":   definition\n"),
		     "dl 1-2\n"
		     "  dt 1-1 Term\n"
		     "  dd 2-2\n"
		     "    p 2-2 definition\n");
	blocks_check(CVD_STR("Term\n"
			     "~ definition\n"),
		     "dl 1-2\n"
		     "  dt 1-1 Term\n"
		     "  dd 2-2\n"
		     "    p 2-2 definition\n");
	/* an empty line between */
	blocks_check(CVD_STR("Term\n"
			     "\n"
			     ": definition\n"),
		     "dl 1-3\n"
		     "  dt 1-1 Term\n"
		     "  dd 3-3\n"
		     "    p 3-3 definition\n");
	blocks_check(CVD_STR("Term\n"
			     ": one\n"
			     ": two\n"),
		     "dl 1-3\n"
		     "  dt 1-1 Term\n"
		     "  dd 2-2\n"
		     "    p 2-2 one\n"
		     "  dd 3-3\n"
		     "    p 3-3 two\n");
	blocks_check(CVD_STR("Term one\n"
			     "Term two\n"
			     ": definition\n"),
		     "dl 1-3\n"
		     "  dt 1-1 Term one\n"
		     "  dt 2-2 Term two\n"
		     "  dd 3-3\n"
		     "    p 3-3 definition\n");
	blocks_check(CVD_STR("A\n"
			     ": a\n"
			     "\n"
			     "B\n"
			     ": b\n"
			     "\n"
			     "C\n"
			     "\n"
			     ": c\n"),
		     "dl 1-9\n"
		     "  dt 1-1 A\n"
		     "  dd 2-2\n"
		     "    p 2-2 a\n"
		     "  dt 4-4 B\n"
		     "  dd 5-5\n"
		     "    p 5-5 b\n"
		     "  dt 7-7 C\n"
		     "  dd 9-9\n"
		     "    p 9-9 c\n");
	/* without empty lines */
	blocks_check(CVD_STR("A\n"
			     ": a\n"
			     "B\n"
			     ": b\n"),
		     "dl 1-4\n"
		     "  dt 1-1 A\n"
		     "  dd 2-2\n"
		     "    p 2-2 a\n"
		     "  dt 3-3 B\n"
		     "  dd 4-4\n"
		     "    p 4-4 b\n");
	/* terms keep their spans */
	blocks_check(CVD_STR("**Role**, [Org](x)\n"
			     ": *text*\n"),
		     "dl 1-2\n"
		     "  dt 1-1 Role, Org **<Role> @<Org>x\n"
		     "  dd 2-2\n"
		     "    p 2-2 text *<text>\n");
	blocks_check(CVD_STR("[Org]\n"
			     ": [Org]\n"
			     "\n"
			     "[Org]: x\n"),
		     "dl 1-2\n"
		     "  dt 1-1 Org @<Org>x\n"
		     "  dd 2-2\n"
		     "    p 2-2 Org @<Org>x\n");
	/* a marker may be indented */
	blocks_check(CVD_STR("intro\n"
			     "\n"
			     "Term\n"
			     "  : indented\n"),
		     "p 1-1 intro\n"
		     "dl 3-4\n"
		     "  dt 3-3 Term\n"
		     "  dd 4-4\n"
		     "    p 4-4 indented\n");
}
END_TEST

START_TEST(definitions_hold_blocks)
{
	blocks_check(CVD_STR("2019\n"
			     ":   **Title**\n"
			     "\n"
			     "    - one\n"
			     "    - two\n"
			     "        - three\n"
			     "\n"
			     "    more\n"
			     "\n"
			     "2018\n"
			     ":   Other\n"),
		     "dl 1-11\n"
		     "  dt 1-1 2019\n"
		     "  dd 2-8\n"
		     "    p 2-2 Title **<Title>\n"
		     "    list 4-7\n"
		     "      item 4-4\n"
		     "        p 4-4 one\n"
		     "      item 5-7\n"
		     "        p 5-5 two\n"
		     "        list 6-7\n"
		     "          item 6-7\n"
		     "            p 6-6 three\n"
		     "    p 8-8 more\n"
		     "  dt 10-10 2018\n"
		     "  dd 11-11\n"
		     "    p 11-11 Other\n");
	/* a definition that is a list */
	blocks_check(CVD_STR("2019\n"
			     ":   - one\n"
			     "    - two\n"),
		     "dl 1-3\n"
		     "  dt 1-1 2019\n"
		     "  dd 2-3\n"
		     "    list 2-3\n"
		     "      item 2-2\n"
		     "        p 2-2 one\n"
		     "      item 3-3\n"
		     "        p 3-3 two\n");
	blocks_check(CVD_STR("2019\n"
			     ": - one\n"
			     "  - two\n"),
		     "dl 1-3\n"
		     "  dt 1-1 2019\n"
		     "  dd 2-3\n"
		     "    list 2-3\n"
		     "      item 2-2\n"
		     "        p 2-2 one\n"
		     "      item 3-3\n"
		     "        p 3-3 two\n");
	/* indented as far as the marker */
	blocks_check(CVD_STR("2019\n"
			     ": Title\n"
			     "\n"
			     "  - one\n"),
		     "dl 1-4\n"
		     "  dt 1-1 2019\n"
		     "  dd 2-4\n"
		     "    p 2-2 Title\n"
		     "    list 4-4\n"
		     "      item 4-4\n"
		     "        p 4-4 one\n");
	blocks_check(CVD_STR("2019\n"
			     ": long text that\n"
			     "goes on here\n"
			     "  and here\n"),
		     "dl 1-4\n"
		     "  dt 1-1 2019\n"
		     "  dd 2-4\n"
		     "    p 2-4 long text that/goes on here/and here\n");
	/* a wrapped line is no term */
	blocks_check(
		CVD_STR("2019\n"
			": this is a long definition that was wrapped by an editor where\n"
			"the line ended\n"
			": second\n"),
		"dl 1-4\n"
		"  dt 1-1 2019\n"
		"  dd 2-3\n"
		"    p 2-3 this is a long definition that was wrapped by an editor where/the line ended\n"
		"  dd 4-4\n"
		"    p 4-4 second\n");
	blocks_check(CVD_STR("Term\n"
			     ":   text\n"
			     "\n"
			     "        code\n"),
		     "dl 1-4\n"
		     "  dt 1-1 Term\n"
		     "  dd 2-4\n"
		     "    p 2-2 text\n"
		     "    code 4-4 code\n");
	blocks_check(CVD_STR("Term\n"
			     ": | a | b |\n"
			     "  |---|---|\n"
			     "  | c | d |\n"),
		     "dl 1-4\n"
		     "  dt 1-1 Term\n"
		     "  dd 2-4\n"
		     "    table 2-4\n"
		     "      row1 2-2\n"
		     "        cell 2-2 a\n"
		     "        cell 2-2 b\n"
		     "      row 4-4\n"
		     "        cell 4-4 c\n"
		     "        cell 4-4 d\n");
	blocks_check(CVD_STR("A\n"
			     ": b\n"
			     "\n"
			     "    B\n"
			     "    : c\n"),
		     "dl 1-5\n"
		     "  dt 1-1 A\n"
		     "  dd 2-5\n"
		     "    p 2-2 b\n"
		     "    dl 4-5\n"
		     "      dt 4-4 B\n"
		     "      dd 5-5\n"
		     "        p 5-5 c\n");
}
END_TEST

START_TEST(definitions_in_containers)
{
	blocks_check(CVD_STR("- Term\n"
			     "  : definition\n"),
		     "list 1-2\n"
		     "  item 1-2\n"
		     "    dl 1-2\n"
		     "      dt 1-1 Term\n"
		     "      dd 2-2\n"
		     "        p 2-2 definition\n");
	blocks_check(CVD_STR("> Term\n"
			     "> : definition\n"
			     ">\n"
			     ">     more\n"),
		     "quote 1-4\n"
		     "  dl 1-4\n"
		     "    dt 1-1 Term\n"
		     "    dd 2-4\n"
		     "      p 2-2 definition\n"
		     "      p 4-4 more\n");
	blocks_check(CVD_STR("- a\n"
			     "\n"
			     "  Term\n"
			     "\n"
			     "  :   definition\n"
			     "\n"
			     "      more\n"),
		     "list 1-7\n"
		     "  item 1-7\n"
		     "    p 1-1 a\n"
		     "    dl 3-7\n"
		     "      dt 3-3 Term\n"
		     "      dd 5-7\n"
		     "        p 5-5 definition\n"
		     "        p 7-7 more\n");
}
END_TEST

START_TEST(what_ends_a_list)
{
	blocks_check(CVD_STR("Term\n"
			     ": definition\n"
			     "\n"
			     "# Head\n"),
		     "dl 1-2\n"
		     "  dt 1-1 Term\n"
		     "  dd 2-2\n"
		     "    p 2-2 definition\n"
		     "h1 4-4 Head\n");
	blocks_check(CVD_STR("Term\n"
			     ": definition\n"
			     "\n"
			     "text\n"),
		     "dl 1-2\n"
		     "  dt 1-1 Term\n"
		     "  dd 2-2\n"
		     "    p 2-2 definition\n"
		     "p 4-4 text\n");
	blocks_check(CVD_STR("Term\n"
			     ": definition\n"
			     "- item\n"),
		     "dl 1-2\n"
		     "  dt 1-1 Term\n"
		     "  dd 2-2\n"
		     "    p 2-2 definition\n"
		     "list 3-3\n"
		     "  item 3-3\n"
		     "    p 3-3 item\n");
	blocks_check(CVD_STR("Term\n"
			     ": definition\n"
			     "---\n"
			     "\n"
			     "next\n"),
		     "dl 1-3\n"
		     "  dt 1-1 Term\n"
		     "  dd 2-3\n"
		     "    h2 2-3 definition\n"
		     "p 5-5 next\n");
	/* more lines are text */
	blocks_check(CVD_STR("one\n"
			     "two\n"
			     "three\n"
			     "four\n"
			     "Term\n"
			     ": definition\n"),
		     "p 1-4 one/two/three/four\n"
		     "dl 5-6\n"
		     "  dt 5-5 Term\n"
		     "  dd 6-6\n"
		     "    p 6-6 definition\n");
}
END_TEST

START_TEST(colons_alone_are_no_definition)
{
	blocks_check(CVD_STR(": definition\n"), "p 1-1 : definition\n");
	blocks_check(CVD_STR("Time: 10\n"
			     ":smile: yes\n"),
		     "p 1-2 Time: 10/:smile: yes\n");
	blocks_check(CVD_STR("text\n"
			     ":no space\n"),
		     "p 1-2 text/:no space\n");
	blocks_check(CVD_STR("# Head\n"
			     "\n"
			     ": text\n"),
		     "h1 1-1 Head\n"
		     "p 3-3 : text\n");
	blocks_check(CVD_STR("```\n"
			     "Term\n"
			     ": definition\n"
			     "```\n"),
		     "code 1-4 Term/: definition\n");
	blocks_check(CVD_STR("one\n"
			     "two\n"
			     "three\n"
			     "four\n"
			     "five\n"
			     "\n"
			     ": text\n"),
		     "p 1-5 one/two/three/four/five\n"
		     "p 7-7 : text\n");
	blocks_check(CVD_STR("- a\n"
			     "\n"
			     ": text\n"),
		     "list 1-2\n"
		     "  item 1-2\n"
		     "    p 1-1 a\n"
		     "p 3-3 : text\n");
	blocks_check(CVD_STR("Term\n"
			     ":\n"),
		     "p 1-2 Term/:\n");
	/* a link over two lines is no term */
	blocks_check(CVD_STR("[the\n"
			     "talk](x)\n"
			     ": text\n"),
		     "p 1-3 the/talk/: text @<the/talk>x\n");
	blocks_check(CVD_STR("12:30 – 13:00\n"), "p 1-1 12:30 – 13:00\n");
}
END_TEST

/* Parts of parts are parsed to a depth that has a name; below it they are text. */
START_TEST(depth_is_bounded)
{
	enum { DEPTH = 40 };
	struct cvd_buf source = {0};
	const struct cvd_block *block;
	size_t lists = 0;

	for (size_t i = 0; i < DEPTH; i++) {
		cvd_buf_fill(&source, ' ', 4 * i);
		cvd_buf_add(&source, CVD_STR("term\n"));
		cvd_buf_fill(&source, ' ', 4 * i);
		cvd_buf_add(&source, CVD_STR(": definition\n\n"));
	}
	block = blocks_read(cvd_buf_str(&source)).root;
	for (; block; block = block->last_child)
		lists += block->kind == CVD_BLOCK_DEFINITIONS;
	ck_assert_uint_ge(lists, 4);
	ck_assert_uint_lt(lists, 10);
	blocks_free();
	cvd_buf_free(&source);
}
END_TEST

START_TEST(long_lists_take_linear_time)
{
	static const struct {
		const char *head, *unit, *tail;
		unsigned count;
	} rows[] = {{"", "term\n: definition\n\n", "", 50000},
		    {"term\n", ": definition\n", "", 100000},
		    {"", "term\n\n: [x]\n\n", "", 20000},
		    {"term\n", ": ", "x\n", 300000},
		    {"a\n\n", ": b\n", "", 100000},
		    {"", "a\n: [x]\n\n[x]: y\n\n", "", 10000}};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cvd_buf source = {0};

		cvd_buf_add(&source, cvd_str_from(rows[i].head));
		for (unsigned count = 0; count < rows[i].count; count++)
			cvd_buf_add(&source, cvd_str_from(rows[i].unit));
		cvd_buf_add(&source, cvd_str_from(rows[i].tail));
		ck_assert_ptr_nonnull(blocks_read(cvd_buf_str(&source)).root->first_child);
		blocks_free();
		cvd_buf_free(&source);
	}
}
END_TEST

UNIT_MAIN("outline_definitions", terms_and_definitions, definitions_hold_blocks,
	  definitions_in_containers, what_ends_a_list, colons_alone_are_no_definition,
	  depth_is_bounded, long_lists_take_linear_time)
