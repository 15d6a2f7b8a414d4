/* Blocks of CommonMark, their lines, texts and spans. */
#include "unit.h"

#include "blocks.h"

#include "base/buf.h"

#include <string.h>

START_TEST(blocks)
{
	blocks_check(CVD_STR(""), "");
	blocks_check(CVD_STR("\n\n"), "");
	blocks_check(CVD_STR("# A\n\ntext\n"), "h1 1-1 A\np 3-3 text\n");
	blocks_check(CVD_STR("A\n===\nB\n---\n"), "h1 1-2 A\nh2 3-4 B\n");
	blocks_check(CVD_STR("## A ##\n"), "h2 1-1 A\n");
	blocks_check(CVD_STR("- a\n- b\n  - c\n"), "list 1-3\n"
						   "  item 1-1\n"
						   "    p 1-1 a\n"
						   "  item 2-3\n"
						   "    p 2-2 b\n"
						   "    list 3-3\n"
						   "      item 3-3\n"
						   "        p 3-3 c\n");
	blocks_check(CVD_STR("> a\n"), "quote 1-1\n  p 1-1 a\n");
	blocks_check(CVD_STR("```c\nint a;\n\n  b;\n```\n"), "code 1-5 int a;//  b;\n");
	blocks_check(CVD_STR("<div>\n<b>a</b>\n</div>\n"), "p 2-2 a **<a>\n");
}
END_TEST

START_TEST(rules_are_formatting)
{
	blocks_check(CVD_STR("a\n\n---\n\n***\n\nb\n"), "p 1-1 a\np 7-7 b\n");
	blocks_check(CVD_STR("---\n\na\n"), "p 3-3 a\n");
}
END_TEST

START_TEST(white_space_is_folded_and_breaks_are_kept)
{
	blocks_check(CVD_STR("a\nb\n"), "p 1-2 a/b\n");
	blocks_check(CVD_STR("a  \nb\n"), "p 1-2 a//b\n");
	blocks_check(CVD_STR("a\\\nb\n"), "p 1-2 a//b\n");
	blocks_check(CVD_STR("a<br>b\n"), "p 1-1 a//b\n");
	blocks_check(CVD_STR("a<br>\nb\n"), "p 1-2 a//b\n");
	blocks_check(CVD_STR("a   b\tc\n"), "p 1-1 a b c\n");
	blocks_check(CVD_STR("a\xC2\xA0 b\xE2\x80\x83"
			     "c\xE3\x80\x80\n"),
		     "p 1-1 a b c\n");
	blocks_check(CVD_STR("# &nbsp;\n"), "h1 1-1\n");
	blocks_check(CVD_STR("a <!-- gone --> b<td>c\n"), "p 1-1 a b c\n");
}
END_TEST

START_TEST(spans)
{
	blocks_check(CVD_STR("**a** _b_ `c  d`\n"), "p 1-1 a b c d **<a> *<b> `<c d>\n");
	blocks_check(CVD_STR("***a** b*\n"), "p 1-1 a b *<a b> **<a>\n");
	blocks_check(CVD_STR("[a *b*](x) <y@z.example>\n"),
		     "p 1-1 a b y@z.example @<a b>x *<b> @<y@z.example>mailto:y@z.example\n");
	blocks_check(CVD_STR("![a](b.png)\n"), "p 1-1 a !<a>b.png\n");
	blocks_check(CVD_STR("[![](a)](b)\n"), "p 1-1 @<>b !<>a\n");
	blocks_check(CVD_STR("**a \n b**\n"), "p 1-2 a/b **<a/b>\n");

	blocks_check(CVD_STR("[a]\n\n[a]: x\n"), "p 1-1 a @<a>x\n");
}
END_TEST

START_TEST(front_matter_is_cut_off)
{
	static const struct {
		const char *source;
		unsigned body_line;
	} rows[] = {
		{"---\nlayout: cv\n---\n# A\n", 4},
		{"---\nlayout: cv\n...\n# A\n", 4},
		{"---  \r\nlayout: cv\r\n---\r\n# A\r\n", 4},
		{"---\nlayout: cv\n\n# A\n", 1}, /* never closed */
		{"---\n\n# A\n\n---\n", 1},      /* a rule */
		{"---\n# A\n---\n", 1},
		{"\n---\nlayout: cv\n---\n", 1},
		{"----\nlayout: cv\n---\n", 1},
		{"---", 1},
		{"", 1},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cvd_outline outline = blocks_read(cvd_str_from(rows[i].source));

		ck_assert_msg(outline.body_line == rows[i].body_line, "'%s' begins at line %u",
			      rows[i].source, (unsigned)outline.body_line);
		blocks_free();
	}
	blocks_check(CVD_STR("---\nlayout: cv\n---\n# A\n\nb\n"), "h1 4-4 A\np 6-6 b\n");
}
END_TEST

START_TEST(line_ends_of_all_kinds)
{
	static const char want[] = "h1 1-1 A\np 3-4 b/c\n";

	blocks_check(CVD_STR("# A\n\nb\nc"), want);
	blocks_check(CVD_STR("# A\r\n\r\nb\r\nc\r\n"), want);
	blocks_check(CVD_STR("# A\r\rb\rc\r"), want);
	blocks_check(CVD_STR("# A\r\n\nb\rc\n"), want);
}
END_TEST

START_TEST(sources_of_lines)
{
	struct cvd_str source = CVD_STR("one\ntwo\r\nthree\rfour\n\nsix");
	static const struct {
		unsigned first, last;
		const char *want;
	} rows[] = {
		{1, 1, "one"}, {2, 2, "two"},   {3, 3, "three"},    {4, 4, "four"},
		{5, 5, ""},    {6, 6, "six"},   {1, 2, "one\ntwo"}, {2, 3, "two\r\nthree"},
		{6, 9, "six"}, {3, 2, "three"}, {0, 2, ""},         {7, 7, ""},
	};
	struct cvd_outline outline = blocks_read(source);

	ck_assert_uint_eq(outline.line_count, 6);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_text(cvd_outline_source(&outline, source, rows[i].first, rows[i].last),
			    rows[i].want);
	blocks_free();
}
END_TEST

START_TEST(depth_is_bounded_by_memory_alone)
{
	enum { DEPTH = 10000 };
	struct cvd_buf source = {0};
	struct cvd_outline outline;
	const struct cvd_block *block;
	size_t depth = 0;

	for (int i = 0; i < DEPTH; i++)
		cvd_buf_add(&source, CVD_STR("> "));
	cvd_buf_add(&source, CVD_STR("x\n"));
	outline = blocks_read(cvd_buf_str(&source));
	for (block = outline.root; block->first_child; block = block->first_child)
		depth++;
	ck_assert_uint_eq(depth, DEPTH + 1);
	assert_text(block->text, "x");
	cvd_buf_free(&source);
	blocks_free();
}
END_TEST

START_TEST(a_resume_as_yaml_is_written_as_markdown)
{
	blocks_check(CVD_STR("~~~\nname: Ines Falk\ntitle: Engineer\ncontact:\n"
			     "  email: ines@falk.example\n  address: ''\n~~~\n\n### Hobbies\n"),
		     "h1 2-2 Ines Falk\np 3-3 Engineer\nlist 5-8\n  item 5-8\n"
		     "    p 5-5 email: ines@falk.example\nh3 9-9 Hobbies\n");
	blocks_check(CVD_STR("```yaml\nname: Ines Falk\nworkExperience:\n  - company: Falk Pumps\n"
			     "    role: Fitter\n    url: https://falk.example\n    start: 2015\n"
			     "    end: 2019\n    shift: night\n    tasks: [Pumps, Pipes]\n```\n"),
		     "h1 2-2 Ines Falk\nh2 4-4 work Experience\n"
		     "h3 4-4 Fitter | Falk Pumps | 2015 – 2019 @<Fitter>https://falk.example\n"
		     "p 9-9 night\nlist 10-11\n  item 10-10\n    p 10-10 Pumps\n"
		     "  item 10-11\n    p 10-10 Pipes\n");
	blocks_check(CVD_STR("~~~ yml\nname: Ines Falk\nskills:\n  'Web:': HTML, CSS\n"
			     "  Node.js: [npm, yarn]\nlanguages:\n  - English: fluent\n~~~\n"),
		     "h1 2-2 Ines Falk\nh2 4-4 skills\nlist 4-7\n  item 4-4\n"
		     "    p 4-4 Web: HTML, CSS **<Web:>\n  item 5-7\n"
		     "    p 5-5 Node.js: npm, yarn **<Node.js:>\n"
		     "h2 7-7 languages\nlist 7-8\n  item 7-8\n"
		     "    p 7-7 English: fluent **<English:>\n");
}
END_TEST

/* Nothing of it may be lost. */
START_TEST(other_yaml_stays_code)
{
	static const char *const rows[][2] = {
		{"~~~\nname: a\nflavour: b\n~~~\n", "code 1-4 name: a/flavour: b\n"},
		{"~~~\nskills: a\n~~~\n", "code 1-3 skills: a\n"},
		{"~~~\nname: [a\n~~~\n", "code 1-3 name: [a\n"},
		{"~~~c\nname: a\n~~~\n", "code 1-3 name: a\n"},
		{"~~~\nname: a\n", "code 1-2 name: a\n"},
		{"a\n\n~~~\nname: a\n~~~\n", "p 1-1 a\ncode 3-5 name: a\n"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		blocks_check(cvd_str_from(rows[i][0]), rows[i][1]);
}
END_TEST

UNIT_MAIN("outline", blocks, a_resume_as_yaml_is_written_as_markdown, other_yaml_stays_code,
	  rules_are_formatting, white_space_is_folded_and_breaks_are_kept, spans,
	  front_matter_is_cut_off, line_ends_of_all_kinds, sources_of_lines,
	  depth_is_bounded_by_memory_alone)
