/* Raw HTML and comments as blocks and spans. */
#include "unit.h"

#include "blocks.h"

#include "base/buf.h"

START_TEST(blocks_of_html)
{
	blocks_check(CVD_STR("<h1>Ada <b>Ray</b></h1>\n"
			     "<h3 id=x>Work</h3>\n"),
		     "h1 1-1 Ada Ray **<Ray>\n"
		     "h3 2-2 Work\n");
	blocks_check(CVD_STR("<p>one</p>\n"
			     "<p>two\n"
			     "three</p>\n"),
		     "p 1-1 one\n"
		     "p 2-3 two/three\n");
	blocks_check(CVD_STR("<div align=\"center\">\n"
			     "  <b>Open</b> from June\n"
			     "</div>\n"),
		     "p 2-2 Open from June **<Open>\n");
	blocks_check(CVD_STR("<p>a<br>b<br/>c</p>\n"), "p 1-1 a//b//c\n");
	blocks_check(CVD_STR("<header>a</header><section>b<footer>c</footer></section>\n"),
		     "p 1-1 a\n"
		     "p 1-1 b\n"
		     "p 1-1 c\n");
	/* nothing */
	blocks_check(CVD_STR("<hr>\n"
			     "<p></p><div> </div>\n"),
		     "");
	blocks_check(CVD_STR("<blockquote>a<p>b</p></blockquote>\n"), "quote 1-1\n"
								      "  p 1-1 a\n"
								      "  p 1-1 b\n");
	blocks_check(CVD_STR("<details>\n"
			     "<summary>More</summary>\n"
			     "\n"
			     "Inner *text*.\n"
			     "\n"
			     "</details>\n"),
		     "p 2-2 More\n"
		     "p 4-4 Inner text. *<text>\n");
	blocks_check(CVD_STR("<pre>\n"
			     " a &lt;\n"
			     "   <b>b</b>\n"
			     "</pre>\n"),
		     "code 1-4  a </   b\n");
	blocks_check(CVD_STR("<script>\n"
			     "x()\n"
			     "</script>\n"
			     "<style>p{}</style>\n"
			     "\n"
			     "<p>a</p>\n"),
		     "p 6-6 a\n");
	/* never closed */
	blocks_check(CVD_STR("<p>a<p>b<h2>c<p>d\n"), "p 1-1 a\n"
						     "p 1-1 b\n"
						     "h2 1-1 c d\n");
	/* unknown tags are transparent */
	blocks_check(CVD_STR("<foo-bar>a</foo-bar> b\n"), "p 1-1 a b\n");
	blocks_check(CVD_STR("</div></td></p>\n"
			     "\n"
			     "a\n"),
		     "p 3-3 a\n");
}
END_TEST

START_TEST(lists_of_html)
{
	blocks_check(CVD_STR("<ul>\n"
			     "  <li>one</li>\n"
			     "  <li>two\n"
			     "    <ul><li>three</li></ul>\n"
			     "  </li>\n"
			     "</ul>\n"),
		     "list 1-6\n"
		     "  item 2-2\n"
		     "    p 2-2 one\n"
		     "  item 3-5\n"
		     "    p 3-3 two\n"
		     "    list 4-4\n"
		     "      item 4-4\n"
		     "        p 4-4 three\n");
	blocks_check(CVD_STR("<ol><li>a<li>b</ol>c\n"), "list 1-1\n"
							"  item 1-1\n"
							"    p 1-1 a\n"
							"  item 1-1\n"
							"    p 1-1 b\n"
							"p 1-1 c\n");
	blocks_check(CVD_STR("<ul><li><p>a</p><p>b</p></li></ul>\n"), "list 1-1\n"
								      "  item 1-1\n"
								      "    p 1-1 a\n"
								      "    p 1-1 b\n");
	/* an item alone */
	blocks_check(CVD_STR("<li>a</li>\n"
			     "\n"
			     "b\n"),
		     "list 1-1\n"
		     "  item 1-1\n"
		     "    p 1-1 a\n"
		     "p 3-3 b\n");
	/* an empty line is no end */
	blocks_check(CVD_STR("<ul>\n"
			     "<li>a</li>\n"
			     "\n"
			     "<li>b</li>\n"
			     "</ul>\n"),
		     "list 1-5\n"
		     "  item 2-2\n"
		     "    p 2-2 a\n"
		     "  item 4-4\n"
		     "    p 4-4 b\n");
	blocks_check(CVD_STR("<dl>\n"
			     "<dt>Term</dt>\n"
			     "<dd>one</dd>\n"
			     "<dd>two<ul><li>x</ul></dd>\n"
			     "</dl>\n"),
		     "dl 1-5\n"
		     "  dt 2-2 Term\n"
		     "  dd 3-3\n"
		     "    p 3-3 one\n"
		     "  dd 4-4\n"
		     "    p 4-4 two\n"
		     "    list 4-4\n"
		     "      item 4-4\n"
		     "        p 4-4 x\n");
	/* text between items */
	blocks_check(CVD_STR("<ul>a<li>b</li>c</ul>\n"), "p 1-1 a\n"
							 "list 1-1\n"
							 "  item 1-1\n"
							 "    p 1-1 b\n"
							 "p 1-1 c\n");
}
END_TEST

START_TEST(tables_of_html)
{
	blocks_check(CVD_STR("<table>\n"
			     "<thead><tr><th>Year</th><th>Prize</th></tr></thead>\n"
			     "<tbody>\n"
			     "<tr><td>2019</td><td>Gold</td></tr>\n"
			     "</tbody>\n"
			     "</table>\n"),
		     "table 1-6\n"
		     "  row1 2-2\n"
		     "    cell 2-2 Year\n"
		     "    cell 2-2 Prize\n"
		     "  row 4-4\n"
		     "    cell 4-4 2019\n"
		     "    cell 4-4 Gold\n");
	/* no end tags */
	blocks_check(CVD_STR("<table><tr><td>a<td>b<tr><td>c</table>\n"), "table 1-1\n"
									  "  row 1-1\n"
									  "    cell 1-1 a\n"
									  "    cell 1-1 b\n"
									  "  row 1-1\n"
									  "    cell 1-1 c\n");
	/* empty cells keep their place, empty rows do not */
	blocks_check(CVD_STR("<table><tr><td></td><td>a</td></tr><tr><td> </td></tr></table>\n"),
		     "table 1-1\n"
		     "  row 1-1\n"
		     "    cell 1-1\n"
		     "    cell 1-1 a\n");
	/* a row with its own head is no head */
	blocks_check(CVD_STR("<table><tr><th>Name</th><td>Ada</td></tr></table>\n"),
		     "table 1-1\n"
		     "  row 1-1\n"
		     "    cell 1-1 Name\n"
		     "    cell 1-1 Ada\n");
	/* blocks in a cell are lines */
	blocks_check(
		CVD_STR("<table><tr><td><h2>a</h2><p>b</p><ul><li>c<li>d</ul></td></tr></table>\n"),
		"table 1-1\n"
		"  row 1-1\n"
		"    cell 1-1 a//b//c//d\n");
	/* a table in a cell */
	blocks_check(
		CVD_STR("<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td><td>d</td></tr></table>\n"),
		"table 1-1\n"
		"  row 1-1\n"
		"    cell 1-1 a//b c\n"
		"    cell 1-1 d\n");
	/* goes on behind an empty line */
	blocks_check(CVD_STR("<table>\n"
			     "<tr><td>a</td></tr>\n"
			     "\n"
			     "<tr><td>b</td></tr>\n"
			     "</table>\n"),
		     "table 1-5\n"
		     "  row 2-2\n"
		     "    cell 2-2 a\n"
		     "  row 4-4\n"
		     "    cell 4-4 b\n");
	/* Markdown in it stays what it is */
	blocks_check(CVD_STR("<table>\n"
			     "<tr><td>\n"
			     "\n"
			     "**a**\n"
			     "\n"
			     "</td></tr>\n"
			     "</table>\n"),
		     "p 4-4 a **<a>\n");
	blocks_check(CVD_STR("<td>a</td>\n"), "table 1-1\n"
					      "  row 1-1\n"
					      "    cell 1-1 a\n");
	blocks_check(CVD_STR("<table><caption>Title</caption><tr><td>a</td></tr></table>\n"),
		     "p 1-1 Title\n"
		     "table 1-1\n"
		     "  row 1-1\n"
		     "    cell 1-1 a\n");
}
END_TEST

START_TEST(spans_of_html)
{
	blocks_check(
		CVD_STR("<p><b>a <i>b</b> c</i> <code>d</code> <a href=\"u&amp;v\">e</a> <a name=x>f</a></p>\n"),
		"p 1-1 a b c d e f **<a b> *<b> *< c> `<d> @<e>u&v\n");
	/* goes on in the next paragraph */
	blocks_check(CVD_STR("<p><b>a<p>b</b> c</p>\n"), "p 1-1 a **<a>\n"
							 "p 1-1 b c **<b>\n");
	blocks_check(CVD_STR("<p><span>a</span><span>b</span></p>\n"), "p 1-1 a b\n");
	blocks_check(
		CVD_STR("<p><img src=\"p.png\" alt=\"Ada &amp; Bo\"> <img src=q.png> <img alt=\"\"></p>\n"),
		"p 1-1 Ada & Bo !<Ada & Bo>p.png\n");
	blocks_check(CVD_STR("<p align=center><a href=x><img src=y alt=z></a></p>\n"),
		     "p 1-1 z @<z>x !<z>y\n");
	blocks_check(CVD_STR("<p>caf&eacute; &#8211; AT&T &nosuch; a &amp;amp; b</p>\n"),
		     "p 1-1 café – AT&T &nosuch; a &amp; b\n");
}
END_TEST

START_TEST(html_in_lines)
{
	blocks_check(CVD_STR("a <b>b</b> <i>c</i> <code>d</code> <a href='u'>e</a>\n"),
		     "p 1-1 a b c d e **<b> *<c> `<d> @<e>u\n");
	blocks_check(CVD_STR("a<br>b <br/>\n"
			     "c\n"),
		     "p 1-2 a//b//c\n");
	blocks_check(CVD_STR("![x](y) <img src=\"p\" alt=\"q\"> <img src=r>\n"),
		     "p 1-1 x q !<x>y !<q>p\n");
	blocks_check(CVD_STR("<span>a</span><u>b</u> H<sub>2</sub>O\n"), "p 1-1 ab H2O\n");
	/* two boxes are two words */
	blocks_check(CVD_STR("<span>a</span><span>b</span>\n"), "p 1-1 a b\n");
	/* what begins in a span ends with it */
	blocks_check(CVD_STR("**a <b>b** c</b> d\n"), "p 1-1 a b c d **<a b> **<b>\n");
	/* and does not end inside another */
	blocks_check(CVD_STR("<b>a **b</b> c**\n"), "p 1-1 a b c **<a b c> **<b c>\n");
	blocks_check(CVD_STR("# <a id=\"x\"></a>Work <b>now</b>\n"), "h1 1-1 Work now **<now>\n");
	blocks_check(CVD_STR("a <b>b\n"
			     "\n"
			     "c</b> d\n"),
		     "p 1-1 a b **<b>\n"
		     "p 3-3 c d\n");
	blocks_check(CVD_STR("a<td>b <!-- why --> c\n"), "p 1-1 a b c\n");
}
END_TEST

START_TEST(markdown_between_tags)
{
	blocks_check(CVD_STR("<div>\n"
			     "\n"
			     "# A\n"
			     "\n"
			     "- b\n"
			     "\n"
			     "</div>\n"),
		     "h1 3-3 A\n"
		     "list 5-6\n"
		     "  item 5-6\n"
		     "    p 5-5 b\n");
	/* right behind a tag */
	blocks_check(CVD_STR("<div class=\"x\">\n"
			     "- a\n"
			     "- **b**\n"
			     "</div>\n"),
		     "list 2-3\n"
		     "  item 2-2\n"
		     "    p 2-2 a\n"
		     "  item 3-3\n"
		     "    p 3-3 b **<b>\n");
	blocks_check(CVD_STR("<center>\n"
			     "<div>\n"
			     "*a*\n"
			     "</div>\n"
			     "</center>\n"),
		     "p 3-3 a *<a>\n");
	/* a paragraph holds HTML */
	blocks_check(CVD_STR("<p>\n"
			     "*a*\n"
			     "</p>\n"),
		     "p 2-2 *a*\n");
}
END_TEST

START_TEST(comments)
{
	blocks_check(CVD_STR("<!-- ### Role\n"
			     "- one\n"
			     "- two -->\n"),
		     "hidden 1-3\n"
		     "  h3 1-1 Role\n"
		     "  list 2-3\n"
		     "    item 2-2\n"
		     "      p 2-2 one\n"
		     "    item 3-3\n"
		     "      p 3-3 two\n");
	blocks_check(CVD_STR("<!-- a --><!-- b -->\n"), "hidden 1-1\n"
							"  p 1-1 a\n"
							"hidden 1-1\n"
							"  p 1-1 b\n");
	blocks_check(CVD_STR("a\n"
			     "\n"
			     "<!-- more -->\n"
			     "\n"
			     "b\n"),
		     "p 1-1 a\n"
		     "hidden 3-3\n"
		     "  p 3-3 more\n"
		     "p 5-5 b\n");
	blocks_check(CVD_STR("<div>a<!-- *b*\n"
			     "\n"
			     "c --></div>\n"),
		     "p 1-1 a\n"
		     "hidden 1-1\n"
		     "  p 1-1 b *<b>\n"
		     "p 3-3 c -->\n");
	blocks_check(CVD_STR("<p>a <!-- b --> c</p>\n"), "p 1-1 a c\n"
							 "hidden 1-1\n"
							 "  p 1-1 b\n");
	blocks_check(CVD_STR("- a\n"
			     "- <!-- b *c* -->\n"
			     "- d\n"),
		     "list 1-3\n"
		     "  item 1-1\n"
		     "    p 1-1 a\n"
		     "  item 2-2\n"
		     "    hidden 2-2\n"
		     "      p 2-2 b c *<c>\n"
		     "  item 3-3\n"
		     "    p 3-3 d\n");
	blocks_check(CVD_STR("a <!-- b c\n"
			     "d --> e\n"),
		     "p 1-2 a e\n"
		     "hidden 1-2\n"
		     "  p 1-2 b c/d\n");
	/* a remark of some words is nothing */
	blocks_check(CVD_STR("a <!-- b --> c\n"), "p 1-1 a c\n");
	blocks_check(CVD_STR("a <!-- one two three four five --> c\n"),
		     "p 1-1 a c\n"
		     "hidden 1-1\n"
		     "  p 1-1 one two three four five\n");
	/* the indent is no code */
	blocks_check(CVD_STR("<!--\n"
			     "    ## Indented\n"
			     "\n"
			     "    - a\n"
			     "-->\n"),
		     "hidden 1-5\n"
		     "  h2 2-2 Indented\n"
		     "  list 4-5\n"
		     "    item 4-5\n"
		     "      p 4-4 a\n");
	blocks_check(CVD_STR("<!-- a <!-- b -->\n"), "hidden 1-1\n"
						     "  p 1-1 a <!-- b\n");
	blocks_check(CVD_STR("<!--\n"
			     "<!--\n"
			     "never closed\n"),
		     "hidden 1-3\n"
		     "  hidden 2-3\n"
		     "    p 3-3 never closed\n");
	blocks_check(CVD_STR("<!-- -->\n"
			     "\n"
			     "<!---->\n"),
		     "");
	blocks_check(CVD_STR("- a\n"
			     "\n"
			     "  <!-- b -->\n"
			     "\n"
			     "- c\n"),
		     "list 1-5\n"
		     "  item 1-4\n"
		     "    p 1-1 a\n"
		     "    hidden 3-3\n"
		     "      p 3-3 b\n"
		     "  item 5-5\n"
		     "    p 5-5 c\n");
	blocks_check(CVD_STR("<ul><li>a</li><!-- <li>b</li> --><li>c</li></ul>\n"),
		     "list 1-1\n"
		     "  item 1-1\n"
		     "    p 1-1 a\n"
		     "  item 1-1\n"
		     "    p 1-1 c\n"
		     "hidden 1-1\n"
		     "  list 1-1\n"
		     "    item 1-1\n"
		     "      p 1-1 b\n");
	blocks_check(CVD_STR("# A <!-- b\n"
			     "c\n"),
		     "h1 1-1 A <!-- b\n"
		     "p 2-2 c\n");
}
END_TEST

/* HTML goes on indented behind an empty line; other code is code. */
START_TEST(indented_html)
{
	blocks_check(CVD_STR("<div>\n"
			     "    <h3>a</h3>\n"
			     "\n"
			     "    <h3>b\n"
			     "        <i>c</i></h3>\n"
			     "    <p>d</p>\n"
			     "\n"
			     "\t<h3>e</h3>\n"
			     "</div>\n"),
		     "h3 2-2 a\n"
		     "h3 4-5 b/c *<c>\n"
		     "p 6-6 d\n"
		     "h3 8-8 e\n");
	blocks_check(CVD_STR("<div>\n"
			     "\n"
			     "    <!-- a -->\n"
			     "    <p>b</p>\n"
			     "</div>\n"),
		     "hidden 3-3\n"
		     "  p 3-3 a\n"
		     "p 4-4 b\n");
	blocks_check(CVD_STR("a\n"
			     "\n"
			     "    <p>b</p>\n"),
		     "p 1-1 a\n"
		     "code 3-3 <p>b</p>\n");
}
END_TEST

START_TEST(html_takes_linear_time)
{
	static const struct {
		const char *head, *unit;
		unsigned count;
	} rows[] = {{"", "<div>", 10000},         {"", "<blockquote><ul><li>a", 20000},
		    {"<p>", "<b><i></b>", 50000}, {"x ", "<b><i><code>", 50000},
		    {"<p>", "<head>", 50000},     {"", "<!--\n", 50000},
		    {"", "<!--a-->\n", 50000},    {"<table>", "<tr><td><table>", 20000},
		    {"<p>", "&eacute;&", 50000},  {"<table>\n\n", "<td>a<!-- b -->\n\n", 20000},
		    {"<div>", "<a b='", 50000},   {"", "<div>\n", 50000}};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cvd_buf source = {0};

		cvd_buf_add(&source, cvd_str_from(rows[i].head));
		for (unsigned count = 0; count < rows[i].count; count++)
			cvd_buf_add(&source, cvd_str_from(rows[i].unit));
		blocks_read(cvd_buf_str(&source));
		blocks_free();
		cvd_buf_free(&source);
	}
}
END_TEST

UNIT_MAIN("outline_html", blocks_of_html, lists_of_html, tables_of_html, spans_of_html,
	  html_in_lines, markdown_between_tags, comments, indented_html, html_takes_linear_time)
