/* Tokens of raw HTML, shown one a line: the kind, what the tag does, the text. */
#include "unit.h"

#include "html.h"

#include "base/buf.h"

#include <stdlib.h>
#include <string.h>

static struct cvd_arena arena;

static void show_tokens(struct cvd_buf *out, struct cvd_str html)
{
	static const char *const kinds[] = {"text", "start", "end", "comment", "other"};
	struct cvd_html_scanner scanner = {.html = html};
	struct cvd_html_token token;

	while (cvd_html_next(&scanner, &token)) {
		cvd_buf_printf(out, "%s", kinds[token.kind]);
		if (token.kind == CVD_HTML_START || token.kind == CVD_HTML_END)
			cvd_buf_printf(out, " %s", *token.tag->name ? token.tag->name : "?");
		else if (token.kind != CVD_HTML_OTHER)
			cvd_buf_printf(out, " '%.*s'", CVD_STR_ARG(token.text));
		cvd_buf_add(out, token.empty ? CVD_STR("/;") : CVD_STR(";"));
	}
}

START_TEST(tokens)
{
	static const char *const rows[][2] = {
		{"", ""},
		{"plain", "text 'plain';"},
		{"<b>a</b>c", "start b;text 'a';end b;text 'c';"},
		{"<P CLASS=x>a</P >", "start p;text 'a';end p;"},
		{"<br/><br />", "start br/;start br/;"},
		{"<body><b>", "start body;start b;"},
		{"<a href=\"x>y\">z", "start a;text 'z';"},
		{"<a title='a\"b>c'>z", "start a;text 'z';"},
		{"a < b > c", "text 'a < b > c';"},
		{"1 <2", "text '1 <2';"},
		{"a <b", "text 'a ';start b;"},
		{"<", "text '<';"},
		{"</>a", "other;text 'a';"},
		{"<h1><H6><h7>", "start h1;start h6;start ?;"},
		{"<scripted>a", "start ?;text 'a';"},
		{"<averyveryverylongname>a", "start ?;text 'a';"},
		{"a<!-- b > c -->d", "text 'a';comment ' b > c ';text 'd';"},
		{"a<!-- open", "text 'a';comment ' open';"},
		{"<!---->a", "comment '';text 'a';"},
		{"<!DOCTYPE html>a", "other;text 'a';"},
		{"<!X don't>a", "other;text 'a';"}, /* quotes mean nothing in a declaration */
		{"<?php echo 1 ?>a", "other;text 'a';"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cvd_buf shown = {0};

		show_tokens(&shown, cvd_str_from(rows[i][0]));
		assert_text(cvd_buf_str(&shown), rows[i][1]);
		cvd_buf_free(&shown);
	}
}
END_TEST

START_TEST(what_a_browser_does_not_show_goes)
{
	static const char *const rows[][2] = {
		{"<style>p { color: red }</style>a", "start style;end style;text 'a';"},
		{"<script>if (a < b) x()</script>a", "start script;end script;text 'a';"},
		{"<SCRIPT>x</sCript>a", "start script;end script;text 'a';"},
		{"<script>x</scripted></script>a", "start script;end script;text 'a';"},
		{"<script>never closed", "start script;"},
		{"<head><title>x</title></head>a", "start head;end head;text 'a';"},
		{"<head>stays", "start head;text 'stays';"}, /* words are worth more */
		{"</script>stays", "end script;text 'stays';"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cvd_buf shown = {0};

		show_tokens(&shown, cvd_str_from(rows[i][0]));
		assert_text(cvd_buf_str(&shown), rows[i][1]);
		cvd_buf_free(&shown);
	}
}
END_TEST

START_TEST(attributes)
{
	static const struct {
		const char *tag, *name, *want;
	} rows[] = {
		{"<a href=\"x\">", "href", "x"},
		{"<a href='x y'>", "href", "x y"},
		{"<a href=x>", "href", "x"},
		{"<a\nhref = \" x \">", "href", "x"},
		{"<img alt=\"a > b\" src=c />", "src", "c"},
		{"<img alt=\"a > b\" src=c />", "alt", "a > b"},
		{"<a HREF=x>", "href", "x"},
		{"<a data-href=x>", "href", ""},
		{"<a title=\"href=x\">", "href", ""},
		{"<a href>", "href", ""},
		{"<a href=\"x&amp;y\">", "href", "x&y"},
		{"<a href=http://x.example/y/>", "href", "http://x.example/y/"},
		{"<a", "href", ""},
		{"<a href=\"x", "href", "x"},
		{"<a =x href=y>", "href", "y"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_text(cvd_html_attribute(&arena, cvd_str_from(rows[i].tag),
					       cvd_str_from(rows[i].name)),
			    rows[i].want);
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

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cvd_buf decoded = {0};

		cvd_html_decode(&decoded, cvd_str_from(rows[i][0]));
		assert_text(cvd_buf_str(&decoded), rows[i][1]);
		cvd_buf_free(&decoded);
	}
}
END_TEST

START_TEST(neighbours)
{
	ck_assert(cvd_html_follows(CVD_STR("</span>"), CVD_STR("<span class=x>")));
	ck_assert(cvd_html_follows(CVD_STR("</A>"), CVD_STR("<a>")));
	ck_assert(!cvd_html_follows(CVD_STR("</b>"), CVD_STR("<i>")));
	ck_assert(!cvd_html_follows(CVD_STR("<b>"), CVD_STR("<b>")));
	ck_assert(!cvd_html_follows(CVD_STR(""), CVD_STR("<b>")));
}
END_TEST

/* Ends of the text in the middle of anything, in a block that ends there, for sanitizers. */
START_TEST(every_prefix_is_read)
{
	static const char html[] =
		"<p a='b'>x &eacute;<!-- c --><script>y</script><style>z</style><br/>&#x41;</p>";

	for (size_t len = 0; len < sizeof html; len++) {
		char *copy = malloc(len ? len : 1);
		struct cvd_buf out = {0};

		ck_assert_ptr_nonnull(copy);
		memcpy(copy, html, len);
		show_tokens(&out, (struct cvd_str){copy, len});
		cvd_html_decode(&out, (struct cvd_str){copy, len});
		cvd_html_attribute(&arena, (struct cvd_str){copy, len}, CVD_STR("a"));
		free(copy);
		cvd_buf_free(&out);
		cvd_arena_free(&arena);
	}
}
END_TEST

START_TEST(long_html_takes_linear_time)
{
	static const char *const units[] = {"<",        "<a",   "<!--",     "&",        "&amp;",
					    "<script>", "<b '", " ",        "<style>x", "<head>",
					    "<title>",  "</x",  "<head></h"};

	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		struct cvd_buf html = {0}, out = {0};

		while (html.len < (size_t)1 << 18)
			cvd_buf_add(&html, cvd_str_from(units[i]));
		show_tokens(&out, cvd_buf_str(&html));
		out.len = 0;
		cvd_html_decode(&out, cvd_buf_str(&html));
		ck_assert_uint_le(out.len, html.len);
		cvd_buf_free(&html);
		cvd_buf_free(&out);
	}
}
END_TEST

UNIT_MAIN("html", tokens, what_a_browser_does_not_show_goes, attributes, entities_are_characters,
	  neighbours, every_prefix_is_read, long_html_takes_linear_time)
