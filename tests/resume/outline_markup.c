/* Markup of other dialects, and what only looks like it. */
#include "unit.h"

#include "blocks.h"

#include "base/buf.h"

START_TEST(attributes_go)
{
	blocks_check(CVD_STR("# Work {#work}\n"), "h1 1-1 Work\n");
	blocks_check(CVD_STR("# Work {.a .b key=val k=\"v w\"}\n"), "h1 1-1 Work\n");
	blocks_check(CVD_STR("text {: .a}\n"), "p 1-1 text\n");
	blocks_check(CVD_STR("text\n"
			     "{: .a #b}\n"
			     "\n"
			     "{:.c}\n"
			     "\n"
			     "next\n"),
		     "p 1-1 text\n"
		     "p 6-6 next\n");
	blocks_check(CVD_STR("[a](b){:target=\"_blank\"} and *c*{.d} e\n"),
		     "p 1-1 a and c e @<a>b *<c>\n");
	blocks_check(CVD_STR("[a span]{.x} b\n"), "p 1-1 a span b\n");
	blocks_check(CVD_STR("> a\n"
			     "{: .b}\n"),
		     "quote 1-1\n"
		     "  p 1-1 a\n");
	blocks_check(CVD_STR("- a {.x}\n"), "list 1-1\n"
					    "  item 1-1\n"
					    "    p 1-1 a\n");
	blocks_check(CVD_STR("{-}\n"
			     "\n"
			     "# A {-}\n"),
		     "h1 3-3 A\n");
}
END_TEST

START_TEST(braces_that_stay)
{
	blocks_check(CVD_STR("a {b} c\n"), "p 1-1 a {b} c\n");
	blocks_check(CVD_STR("`{: .a}` {#x} y\n"), "p 1-1 {: .a} {#x} y `<{: .a}>\n");
	blocks_check(CVD_STR("f() { return; }\n"), "p 1-1 f() { return; }\n");
	blocks_check(CVD_STR("{a, b}\n"), "p 1-1 {a, b}\n");
	blocks_check(CVD_STR("{.a} text\n"), "p 1-1 {.a} text\n");
	blocks_check(CVD_STR("a {\n"), "p 1-1 a {\n");
	blocks_check(CVD_STR("{:\n"), "p 1-1 {:\n");
}
END_TEST

START_TEST(liquid_goes)
{
	blocks_check(CVD_STR("{% include a.html %}\n"
			     "\n"
			     "text {{ page.title }} more\n"),
		     "p 3-3 text more\n");
	blocks_check(CVD_STR("{% if a %}\n"
			     "- b\n"
			     "{% endif %}\n"),
		     "list 2-3\n"
		     "  item 2-3\n"
		     "    p 2-2 b\n");
	blocks_check(CVD_STR("{{ content }}\n"
			     "\n"
			     "a\n"),
		     "p 3-3 a\n");
	blocks_check(CVD_STR("a {% b\n"
			     "c %} d\n"),
		     "p 1-2 a d\n");
	blocks_check(CVD_STR("a {% comment %} b {% endcomment %} c\n"), "p 1-1 a c\n");
	blocks_check(CVD_STR("a {{ b\n"), "p 1-1 a {{ b\n");
}
END_TEST

START_TEST(other_comments)
{
	blocks_check(CVD_STR("{% comment %}\n"
			     "## Role\n"
			     "- a\n"
			     "{% endcomment %}\n"),
		     "hidden 1-4\n"
		     "  h2 2-2 Role\n"
		     "  list 3-4\n"
		     "    item 3-4\n"
		     "      p 3-3 a\n");
	blocks_check(CVD_STR("a\n"
			     "\n"
			     "{::comment}\n"
			     "b *c*\n"
			     "{:/comment}\n"
			     "\n"
			     "d\n"),
		     "p 1-1 a\n"
		     "hidden 3-5\n"
		     "  p 4-4 b c *<c>\n"
		     "p 7-7 d\n");
	blocks_check(CVD_STR("{% comment %} a {% endcomment %}\n"), "hidden 1-1\n"
								    "  p 1-1 a\n");
	blocks_check(CVD_STR("{% comment %}\n"
			     "a <!-- b --> c\n"
			     "{% endcomment %}\n"
			     "d\n"),
		     "hidden 1-3\n"
		     "  p 2-2 a <!-- b -- > c\n"
		     "p 4-4 d\n");
	blocks_check(CVD_STR("{% comment %}\n"
			     "never closed\n"),
		     "p 2-2 never closed\n");
}
END_TEST

START_TEST(fences_and_commands_go)
{
	blocks_check(CVD_STR("::: {.abstract}\n"
			     "a\n"
			     ":::\n"),
		     "p 2-2 a\n");
	blocks_check(CVD_STR("::: warning\n"
			     "- a\n"
			     "::::\n"),
		     "list 2-3\n"
		     "  item 2-3\n"
		     "    p 2-2 a\n");
	blocks_check(CVD_STR("::: Two words\n"
			     "\n"
			     ":::[a](b)\n"),
		     "p 1-1 ::: Two words\n"
		     "p 3-3 :::a @<a>b\n");
	blocks_check(CVD_STR("\\newpage\n"
			     "\n"
			     "a\n"
			     "\\pagebreak\n"
			     "b\n"),
		     "p 3-3 a\n"
		     "p 5-5 b\n");
	blocks_check(CVD_STR("\\vspace{1cm}\n"
			     "\\hfill\n"),
		     "");
	blocks_check(CVD_STR("\\textbf{Ada}\n"), "p 1-1 \\textbf{Ada}\n");
	blocks_check(CVD_STR("a \\newpage b\n"), "p 1-1 a \\newpage b\n");
	blocks_check(CVD_STR("[TOC]\n"
			     "\n"
			     "[[toc]]\n"
			     "\n"
			     "- TOC\n"
			     "{:toc}\n"
			     "\n"
			     "a\n"),
		     "p 8-8 a\n");
	blocks_check(CVD_STR("```\n"
			     ":::\n"
			     "\\newpage\n"
			     "```\n"),
		     "code 1-4 :::/\\newpage\n");
}
END_TEST

START_TEST(signs_of_marking_go)
{
	blocks_check(CVD_STR("==a b== ~~c~~ d\n"), "p 1-1 a b c d\n");
	blocks_check(CVD_STR("a == b == c\n"), "p 1-1 a == b == c\n");
	blocks_check(CVD_STR("a ==b\n"), "p 1-1 a ==b\n");
	blocks_check(CVD_STR("`==a==` ~~~ x\n"), "p 1-1 ==a== ~~~ x `<==a==>\n");
	blocks_check(CVD_STR("~~a~~==b==\n"), "p 1-1 ab\n");
	blocks_check(CVD_STR("Go^†^ m^2^, n^2+m^2 ^a^ b^c d^\n"),
		     "p 1-1 Go† m2, n^2+m^2 ^a^ b^c d^\n");
	blocks_check(CVD_STR("**==a==** b\n"), "p 1-1 a b **<a>\n");
}
END_TEST

START_TEST(footnotes)
{
	blocks_check(CVD_STR("a[^1] b[^note].\n"
			     "\n"
			     "[^1]: one\n"
			     "[^note]: two *three*\n"
			     "four\n"),
		     "p 1-1 a b.\n"
		     "note 3-3 one\n"
		     "note 4-5 two three/four *<three>\n");
	blocks_check(CVD_STR("[^1]: word\n"), "note 1-1 word\n");
	blocks_check(CVD_STR("a [^ b] c [^]\n"), "p 1-1 a [^ b] c [^]\n");
	blocks_check(CVD_STR("text\n"
			     "[^1]: below\n"),
		     "p 1-1 text\n"
		     "note 2-2 below\n");
}
END_TEST

START_TEST(headings_without_their_space)
{
	blocks_check(CVD_STR("##Work\n"), "h2 1-1 Work\n");
	blocks_check(CVD_STR("#Ada Ray\n"
			     "\n"
			     "text\n"),
		     "h1 1-1 Ada Ray\n"
		     "p 3-3 text\n");
	blocks_check(CVD_STR("##Work\n"
			     "text\n"),
		     "h2 1-1 Work\n"
		     "p 2-2 text\n");
	blocks_check(CVD_STR("###Über uns###\n"
			     "\n"
			     "- a\n"),
		     "h3 1-1 Über uns\n"
		     "list 3-3\n"
		     "  item 3-3\n"
		     "    p 3-3 a\n");
	blocks_check(CVD_STR("# A\n"
			     "##B\n"),
		     "h1 1-1 A\n"
		     "h2 2-2 B\n");
	blocks_check(CVD_STR("###[Skerry](https://s.example) 2019 - 2021####\n"),
		     "h3 1-1 Skerry 2019 - 2021 @<Skerry>https://s.example\n");
	blocks_check(
		CVD_STR("###Senior engineer of pumps and winches, Skerry Boatworks, Oslo, 2019\n"),
		"h3 1-1 Senior engineer of pumps and winches, Skerry Boatworks, Oslo, 2019\n");
	blocks_check(CVD_STR("#CV#\n"), "h1 1-1 CV\n");
	blocks_check(CVD_STR("##C#\n"), "h2 1-1 C#\n");
	blocks_check(CVD_STR("#Pumps in C#\n"), "h1 1-1 Pumps in C#\n");
}
END_TEST

START_TEST(number_signs_that_stay)
{
	blocks_check(CVD_STR("#1 in sales\n"), "p 1-1 #1 in sales\n");
	blocks_check(CVD_STR("#hashtag and more\n"), "p 1-1 #hashtag and more\n");
	blocks_check(CVD_STR("#Ada #Bo\n"), "p 1-1 #Ada #Bo\n");
	blocks_check(CVD_STR("text\n"
			     "##Work\n"),
		     "p 1-2 text/##Work\n");
	blocks_check(CVD_STR("#######a\n"), "p 1-1 #######a\n");
	blocks_check(CVD_STR("##this line has too many words for a title of it\n"),
		     "p 1-1 ##this line has too many words for a title of it\n");
	blocks_check(CVD_STR("#Ada\n"
			     "is here\n"),
		     "p 1-2 #Ada/is here\n");
	blocks_check(CVD_STR("C#\n"), "p 1-1 C#\n");
}
END_TEST

START_TEST(typographic_lists)
{
	blocks_check(CVD_STR("• a\n"
			     "• b\n"),
		     "list 1-2\n"
		     "  item 1-1\n"
		     "    p 1-1 a\n"
		     "  item 2-2\n"
		     "    p 2-2 b\n");
	blocks_check(CVD_STR("• a\\\n"
			     "• b  \n"
			     "• c<br>\n"),
		     "list 1-3\n"
		     "  item 1-1\n"
		     "    p 1-1 a\n"
		     "  item 2-2\n"
		     "    p 2-2 b\n"
		     "  item 3-3\n"
		     "    p 3-3 c\n");
	blocks_check(CVD_STR("text\n"
			     "• *a*\n"
			     "  goes on\n"
			     "• b\n"),
		     "p 1-1 text\n"
		     "list 2-4\n"
		     "  item 2-3\n"
		     "    p 2-3 a/goes on *<a>\n"
		     "  item 4-4\n"
		     "    p 4-4 b\n");
	blocks_check(CVD_STR("• a\n"
			     "\n"
			     "• b\n"),
		     "list 1-3\n"
		     "  item 1-2\n"
		     "    p 1-1 a\n"
		     "  item 3-3\n"
		     "    p 3-3 b\n");
	blocks_check(CVD_STR("• a\n"
			     "◦ b\n"
			     "◦ c\n"
			     "• d\n"),
		     "list 1-4\n"
		     "  item 1-3\n"
		     "    p 1-1 a\n"
		     "    list 2-3\n"
		     "      item 2-2\n"
		     "        p 2-2 b\n"
		     "      item 3-3\n"
		     "        p 3-3 c\n"
		     "  item 4-4\n"
		     "    p 4-4 d\n");
	blocks_check(CVD_STR("• a\n"
			     "  ◦ b\n"
			     "• c\n"),
		     "list 1-3\n"
		     "  item 1-2\n"
		     "    p 1-1 a\n"
		     "    list 2-2\n"
		     "      item 2-2\n"
		     "        p 2-2 b\n"
		     "  item 3-3\n"
		     "    p 3-3 c\n");
	blocks_check(CVD_STR("– a\n"
			     "– b\n"),
		     "list 1-2\n"
		     "  item 1-1\n"
		     "    p 1-1 a\n"
		     "  item 2-2\n"
		     "    p 2-2 b\n");
	blocks_check(CVD_STR("·\ta\n"
			     "·\tb\n"),
		     "list 1-2\n"
		     "  item 1-1\n"
		     "    p 1-1 a\n"
		     "  item 2-2\n"
		     "    p 2-2 b\n");
}
END_TEST

START_TEST(typographic_signs_that_stay)
{
	blocks_check(CVD_STR("• a\n"), "p 1-1 • a\n");
	blocks_check(CVD_STR("a • b • c\n"), "p 1-1 a • b • c\n");
	blocks_check(CVD_STR("– a\n"
			     "— b\n"),
		     "p 1-2 – a/— b\n");
	blocks_check(CVD_STR("text\n"
			     "– a\n"
			     "\n"
			     "more\n"),
		     "p 1-2 text/– a\n"
		     "p 4-4 more\n");
	blocks_check(CVD_STR("•a\n"
			     "•b\n"),
		     "p 1-2 •a/•b\n");
	blocks_check(CVD_STR("```\n"
			     "• a\n"
			     "• b\n"
			     "```\n"),
		     "code 1-4 • a/• b\n");
	blocks_check(CVD_STR("2019\n"
			     "– 2020\n"),
		     "p 1-2 2019/– 2020\n");
}
END_TEST

START_TEST(indented_text)
{
	blocks_check(CVD_STR("# Work\n"
			     "\n"
			     "    Ada Freight\n"
			     "\n"
			     "text\n"),
		     "h1 1-1 Work\n"
		     "p 3-3 Ada Freight\n"
		     "p 5-5 text\n");
	blocks_check(CVD_STR("# Work\n"
			     "\n"
			     "    int a;\n"),
		     "h1 1-1 Work\n"
		     "code 3-3 int a;\n");
	blocks_check(CVD_STR("# Work\n"
			     "\n"
			     "    a\n"
			     "    b\n"),
		     "h1 1-1 Work\n"
		     "p 3-4 a//b\n");
	blocks_check(CVD_STR("# Work\n"
			     "\n"
			     "    a\n"
			     "    b\n"
			     "    c\n"
			     "    d\n"),
		     "h1 1-1 Work\n"
		     "code 3-6 a/b/c/d\n");
	blocks_check(CVD_STR("a\n"
			     "\n"
			     "    b\n"),
		     "p 1-1 a\n"
		     "code 3-3 b\n");
}
END_TEST

START_TEST(metadata_in_mid_file)
{
	blocks_check(CVD_STR("# A\n"
			     "\n"
			     "---\n"
			     "title: b\n"
			     "tags:\n"
			     "  - c\n"
			     "---\n"
			     "\n"
			     "d\n"),
		     "h1 1-1 A\n"
		     "p 9-9 d\n");
	blocks_check(CVD_STR("a\n"
			     "\n"
			     "---\n"
			     "Email: x\n"
			     "---\n"),
		     "p 1-1 a\n"
		     "h2 4-5 Email: x\n");
	blocks_check(CVD_STR("a\n"
			     "---\n"
			     "key: b\n"
			     "---\n"),
		     "h2 1-2 a\n"
		     "h2 3-4 key: b\n");
	blocks_check(CVD_STR("- a\n"
			     "\n"
			     "---\n"
			     "key: [b\n"
			     "---\n"),
		     "list 1-2\n"
		     "  item 1-2\n"
		     "    p 1-1 a\n"
		     "h2 4-5 key: [b\n");
	blocks_check(CVD_STR("a\n"
			     "\n"
			     "---\n"
			     "key: b\n"
			     "\n"
			     "c\n"
			     "---\n"),
		     "p 1-1 a\n"
		     "p 4-4 key: b\n"
		     "h2 6-7 c\n");
	blocks_check(CVD_STR("+++\n"
			     "title = 1\n"
			     "+++\n"
			     "# A\n"),
		     "h1 4-4 A\n");
}
END_TEST

START_TEST(markup_takes_linear_time)
{
	static const struct {
		const char *unit, *last;
		unsigned count;
	} rows[] = {{"{: a ", "", 100000},
		    {"{{ ", "", 100000},
		    {"{% comment %}\n", "", 50000},
		    {"{% comment %} a ", "", 50000},
		    {"==a ", "", 100000},
		    {"[^", "", 100000},
		    {"[a]{.b}", "", 50000},
		    {"• a\n", "", 50000},
		    {"\n– a\n\nb\n", "", 50000},
		    {"##A\n", "", 50000},
		    {"\n---\na: b\n", "x", 20000},
		    {"[^1]: a\n", "", 50000},
		    {":::\n", "", 50000}};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cvd_buf source = {0};

		for (unsigned count = 0; count < rows[i].count; count++)
			cvd_buf_add(&source, cvd_str_from(rows[i].unit));
		cvd_buf_add(&source, cvd_str_from(rows[i].last));
		blocks_read(cvd_buf_str(&source));
		blocks_free();
		cvd_buf_free(&source);
	}
}
END_TEST

UNIT_MAIN("outline_markup", attributes_go, braces_that_stay, liquid_goes, other_comments,
	  fences_and_commands_go, signs_of_marking_go, footnotes, headings_without_their_space,
	  number_signs_that_stay, typographic_lists, typographic_signs_that_stay, indented_text,
	  metadata_in_mid_file, markup_takes_linear_time)
