/* What a reader would read of raw HTML. */
#include "unit.h"

#include "html.h"

#include "base/buf.h"

#include <stdlib.h>
#include <string.h>

static struct cvd_arena arena;

START_TEST(tags_go_and_words_stay)
{
	static const char *const rows[][2] = {
		{"", ""},
		{"plain", "plain"},
		{"<b>bold</b>ness", "boldness"},
		{"<p>a</p><p>b</p>", "a b"},
		{"<P>a</P><Div>b</Div>", "a b"},
		{"<td>a</td><td>b</td>", "a b"},
		{"<h1>a</h1><h2>b</h2>", "a b"},
		{"a<br>b<br/>c<BR />d", "a\nb\nc\nd"},
		{"<body>a<b>b</b></body>c", "ab c"}, /* `<b>` is not `<body>` */
		{"<p align=\"center\">\n  <img src=\"a.png\" alt=\"x\">\n  Ines\n</p>", "Ines"},
		{"<a href=\"x>y\">link</a>", "link"},
		{"<a title='a\"b>c'>link</a>", "link"},
		{"a < b > c", "a < b > c"},
		{"1 <2", "1 <2"},
		{"a <b", "a"},
		{"<", "<"},
		{"<details><summary>More</summary>text</details>", "More text"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_text(cvd_html_text(&arena, cvd_str_from(rows[i][0])), rows[i][1]);
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(what_a_browser_does_not_show_goes)
{
	static const char *const rows[][2] = {
		{"a<!-- gone -->b", "ab"},
		{"a<!-- x > y -->b", "ab"},
		{"a<!-- open", "a"},
		{"<!DOCTYPE html>a", "a"},
		{"<!X don't>a", "a"}, /* quotes mean nothing in a declaration */
		{"<?php echo 1 ?>a", "a"},
		{"<style>p { color: red }</style>a", "a"},
		{"<script>if (a < b) x()</script>a", "a"},
		{"<SCRIPT>x</sCript>a", "a"},
		{"<script>never closed", ""},
		{"<scripted>stays", "stays"},
		{"</script>stays", "stays"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_text(cvd_html_text(&arena, cvd_str_from(rows[i][0])), rows[i][1]);
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(entities_are_characters)
{
	static const char *const rows[][2] = {
		{"R&amp;D", "R&D"},
		{"r&eacute;sum&eacute;", "résumé"},
		{"&#8211;&#x2013;", "––"},
		{"&lt;b&gt;", "<b>"},
		{"AT&T", "AT&T"},
		{"&nosuch;", "&nosuch;"},
		{"a & b;", "a & b;"},
		{"&", "&"},
		{"&;", "&;"},
		{"&amp", "&amp"},
		{"&#42;x&#42;", "*x*"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_text(cvd_html_text(&arena, cvd_str_from(rows[i][0])), rows[i][1]);
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(lines_are_kept_and_blank_ones_are_not)
{
	static const char *const rows[][2] = {
		{"a\nb", "a\nb"},   {"a\r\nb", "a\nb"}, {"a\n\n\n  b", "a\nb"},
		{"a  \t b", "a b"}, {"\n a \n", "a"},   {"a <br>\n b", "a\nb"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_text(cvd_html_text(&arena, cvd_str_from(rows[i][0])), rows[i][1]);
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(tags_have_effects)
{
	static const struct {
		const char *tag;
		enum cvd_html_effect effect;
	} rows[] = {
		{"<br>", CVD_HTML_BREAK},        {"<BR/>", CVD_HTML_BREAK},
		{"<br >", CVD_HTML_BREAK},       {"</br>", CVD_HTML_BREAK},
		{"<td>", CVD_HTML_SPACE},        {"</td>", CVD_HTML_SPACE},
		{"<p class=x>", CVD_HTML_SPACE}, {"<h1>", CVD_HTML_SPACE},
		{"<H6>", CVD_HTML_SPACE},        {"<b>", CVD_HTML_NOTHING},
		{"<span>", CVD_HTML_NOTHING},    {"<brr>", CVD_HTML_NOTHING},
		{"<pic>", CVD_HTML_NOTHING},     {"<!-- td -->", CVD_HTML_NOTHING},
		{"<", CVD_HTML_NOTHING},         {"", CVD_HTML_NOTHING},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ck_assert_msg(cvd_html_tag_effect(cvd_str_from(rows[i].tag)) == rows[i].effect,
			      "'%s'", rows[i].tag);
}
END_TEST

/* Ends of the text in the middle of anything, in a block that ends there, for sanitizers. */
START_TEST(every_prefix_is_read)
{
	static const char html[] =
		"<p a='b'>x &eacute;<!-- c --><script>y</script><style>z</style><br/>&#x41;</p>";

	for (size_t len = 0; len < sizeof html; len++) {
		char *copy = malloc(len ? len : 1);

		ck_assert_ptr_nonnull(copy);
		memcpy(copy, html, len);
		ck_assert_uint_le(cvd_html_text(&arena, (struct cvd_str){copy, len}).len, len);
		free(copy);
		cvd_arena_free(&arena);
	}
}
END_TEST

START_TEST(long_html_takes_linear_time)
{
	static const char *const units[] = {"<",        "<a",   "<!--", "&",       "&amp;",
					    "<script>", "<b '", " ",    "<style>x"};

	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		struct cvd_buf html = {0};

		while (html.len < (size_t)1 << 19)
			cvd_buf_add(&html, cvd_str_from(units[i]));
		ck_assert_uint_le(cvd_html_text(&arena, cvd_buf_str(&html)).len, html.len);
		cvd_buf_free(&html);
		cvd_arena_free(&arena);
	}
}
END_TEST

UNIT_MAIN("html", tags_go_and_words_stay, what_a_browser_does_not_show_goes,
	  entities_are_characters, lines_are_kept_and_blank_ones_are_not, tags_have_effects,
	  every_prefix_is_read, long_html_takes_linear_time)
