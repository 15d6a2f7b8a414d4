/*
 * Raw HTML is not parsed, it is read past: a tag runs to its `>` outside quotes, a comment to `-->`,
 * <script> and <style> to their end tags (WHATWG HTML, 13.1). What a browser would mend in other
 * ways still loses no word, because only what stands inside a tag is left out.
 */
#include "html.h"

#include "base/buf.h"
#include <cmark.h>
#include <string.h>

static bool tag_name_is(struct cvd_str tag, const char *name)
{
	size_t len = strlen(name);
	size_t from = tag.len > 1 && tag.ptr[1] == '/' ? 2 : 1;

	if (tag.len < from + len + 1 ||
	    !cvd_str_equal_ascii_nocase(cvd_str_sub(tag, from, from + len),
					(struct cvd_str){name, len}))
		return false;
	return !((tag.ptr[from + len] | 32) >= 'a' && (tag.ptr[from + len] | 32) <= 'z');
}

/* Tags that begin or end a block or a cell (WHATWG HTML, 15.3). */
static const char *const block_tags[] = {
	"address", "article", "aside",  "blockquote", "body",   "caption", "center",   "dd",
	"details", "dialog",  "dir",    "div",        "dl",     "dt",      "fieldset", "figcaption",
	"figure",  "footer",  "form",   "h1",         "h2",     "h3",      "h4",       "h5",
	"h6",      "head",    "header", "hr",         "html",   "legend",  "li",       "main",
	"menu",    "nav",     "ol",     "optgroup",   "option", "p",       "pre",      "section",
	"summary", "table",   "tbody",  "td",         "tfoot",  "th",      "thead",    "title",
	"tr",      "ul"};

enum cvd_html_effect cvd_html_tag_effect(struct cvd_str tag)
{
	if (tag_name_is(tag, "br"))
		return CVD_HTML_BREAK;
	for (size_t i = 0; i < sizeof block_tags / sizeof *block_tags; i++)
		if (tag_name_is(tag, block_tags[i]))
			return CVD_HTML_SPACE;
	return CVD_HTML_NOTHING;
}

/* End of the tag, comment or declaration that begins at `at`. */
static size_t tag_end(struct cvd_str html, size_t at)
{
	struct cvd_str rest = cvd_str_sub(html, at, html.len);
	bool quotes = rest.len > 1 && rest.ptr[1] != '!' && rest.ptr[1] != '?';
	char quote = '\0';
	size_t end;

	if (cvd_str_starts_with(rest, CVD_STR("<!--"))) {
		end = cvd_str_find(html, CVD_STR("-->"), at + 4);
		return end == SIZE_MAX ? html.len : end + 3;
	}
	for (end = at + 1; end < html.len; end++) {
		char c = html.ptr[end];

		if (quote)
			quote = c == quote ? '\0' : quote;
		else if (c == '>')
			return end + 1;
		else if (quotes && (c == '"' || c == '\''))
			quote = c;
	}
	return html.len;
}

/* Where the text behind a <script> or <style> that ends at `at` goes on. */
static size_t skip_raw_text(struct cvd_str html, struct cvd_str tag, size_t at)
{
	static const struct {
		const char *name, *end;
	} raw[] = {{"script", "</script"}, {"style", "</style"}};

	for (size_t i = 0; i < sizeof raw / sizeof *raw; i++) {
		struct cvd_str end = cvd_str_from(raw[i].end);

		if (tag.ptr[1] == '/' || !tag_name_is(tag, raw[i].name))
			continue;
		for (; at + end.len <= html.len; at++)
			if (html.ptr[at] == '<' &&
			    cvd_str_equal_ascii_nocase(cvd_str_sub(html, at, at + end.len), end))
				return at;
		return html.len;
	}
	return at;
}

static bool starts_tag(struct cvd_str html, size_t at)
{
	char c = at + 1 < html.len ? html.ptr[at + 1] : ' ';

	return c == '/' || c == '!' || c == '?' || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* Longest name of an entity in HTML, with its marks. */
#define ENTITY_BYTES 40

/* An entity is CommonMark too: cmark knows their names. Returns where the text goes on; `at` itself
 * if none begins there. */
static size_t add_entity(struct cvd_buf *text, struct cvd_str html, size_t at)
{
	size_t end = cvd_str_find_char(cvd_str_sub(html, 0, at + ENTITY_BYTES), ';', at);
	struct cvd_str entity, decoded = {0};
	cmark_node *tree, *node;

	if (end == SIZE_MAX)
		return at;
	entity = cvd_str_sub(html, at, end + 1);
	for (size_t i = 1; i + 1 < entity.len; i++)
		if (strchr(" \t\r\n<>&", entity.ptr[i]))
			return at;
	tree = cmark_parse_document(entity.ptr, entity.len, CMARK_OPT_DEFAULT);
	node = cmark_node_first_child(cmark_node_first_child(tree));
	if (node && cmark_node_get_type(node) == CMARK_NODE_TEXT && !cmark_node_next(node))
		decoded = cvd_str_from(cmark_node_get_literal(node));
	if (!decoded.len || cvd_str_equal(decoded, entity))
		end = at;
	else
		cvd_buf_add(text, decoded);
	cmark_node_free(tree);
	return end > at ? end + 1 : at;
}

/* Runs of white space become one space, or one line break if there is one in them. */
static void add_space(struct cvd_buf *text, char c)
{
	char *last = text->len ? &text->ptr[text->len - 1] : NULL;

	if (!last || *last == '\n' || (*last == ' ' && c == ' '))
		return;
	if (*last == ' ')
		*last = c;
	else
		cvd_buf_put(text, c);
}

struct cvd_str cvd_html_text(struct cvd_arena *arena, struct cvd_str html)
{
	struct cvd_buf text = {0};
	struct cvd_str result;
	size_t at = 0;

	while (at < html.len) {
		char c = html.ptr[at];
		size_t next = at;

		if (c == '<' && starts_tag(html, at)) {
			struct cvd_str tag;
			enum cvd_html_effect effect;

			next = tag_end(html, at);
			tag = cvd_str_sub(html, at, next);
			effect = cvd_html_tag_effect(tag);
			if (effect != CVD_HTML_NOTHING)
				add_space(&text, effect == CVD_HTML_BREAK ? '\n' : ' ');
			at = skip_raw_text(html, tag, next);
			continue;
		}
		if (c == '&')
			next = add_entity(&text, html, at);
		if (next > at) {
			at = next;
			continue;
		}
		if (c == '\n' || c == '\r')
			add_space(&text, '\n');
		else if (c == ' ' || c == '\t')
			add_space(&text, ' ');
		else
			cvd_buf_put(&text, c);
		at++;
	}
	result = cvd_arena_copy(arena, cvd_str_trim(cvd_buf_str(&text)));
	cvd_buf_free(&text);
	return result;
}
