/*
 * Raw HTML is cut into tokens: a tag runs to its `>` outside quotes, a comment to `-->`, <script> and
 * the like to their end tags (WHATWG HTML, 13.2.5). What a browser would mend in other ways loses no
 * word, because only what stands inside a tag is left out. Tags are looked up in a sorted table.
 */
#include "html.h"

#include "outline.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK(name)                                                                                \
	{                                                                                          \
		name, CVD_TAG_BLOCK, 0, 0                                                          \
	}
#define OPENS(name, kind, level)                                                                   \
	{                                                                                          \
		name, CVD_TAG_OPENS, kind, level                                                   \
	}
#define SPAN(name, style)                                                                          \
	{                                                                                          \
		name, CVD_TAG_SPAN, style, 0                                                       \
	}
#define RAW(name)                                                                                  \
	{                                                                                          \
		name, CVD_TAG_RAW, 0, 0                                                            \
	}

/* In the order of their names. */
static const struct cvd_tag tags[] = {
	SPAN("a", CVD_SPAN_LINK),
	BLOCK("address"),
	BLOCK("article"),
	BLOCK("aside"),
	SPAN("b", CVD_SPAN_STRONG),
	OPENS("blockquote", CVD_BLOCK_QUOTE, 0),
	BLOCK("body"),
	{"br", CVD_TAG_BREAK, 0, 0},
	BLOCK("caption"),
	BLOCK("center"),
	SPAN("code", CVD_SPAN_CODE),
	OPENS("dd", CVD_BLOCK_DEFINITION, 0),
	BLOCK("details"),
	BLOCK("dialog"),
	OPENS("dir", CVD_BLOCK_LIST, 0),
	BLOCK("div"),
	OPENS("dl", CVD_BLOCK_DEFINITIONS, 0),
	OPENS("dt", CVD_BLOCK_TERM, 0),
	SPAN("em", CVD_SPAN_EMPHASIS),
	BLOCK("fieldset"),
	BLOCK("figcaption"),
	BLOCK("figure"),
	BLOCK("footer"),
	BLOCK("form"),
	OPENS("h1", CVD_BLOCK_HEADING, 1),
	OPENS("h2", CVD_BLOCK_HEADING, 2),
	OPENS("h3", CVD_BLOCK_HEADING, 3),
	OPENS("h4", CVD_BLOCK_HEADING, 4),
	OPENS("h5", CVD_BLOCK_HEADING, 5),
	OPENS("h6", CVD_BLOCK_HEADING, 6),
	RAW("head"),
	BLOCK("header"),
	BLOCK("hr"),
	BLOCK("html"),
	SPAN("i", CVD_SPAN_EMPHASIS),
	{"img", CVD_TAG_IMAGE, 0, 0},
	SPAN("kbd", CVD_SPAN_CODE),
	BLOCK("legend"),
	OPENS("li", CVD_BLOCK_ITEM, 0),
	BLOCK("main"),
	OPENS("menu", CVD_BLOCK_LIST, 0),
	BLOCK("nav"),
	OPENS("ol", CVD_BLOCK_LIST, 0),
	BLOCK("optgroup"),
	BLOCK("option"),
	BLOCK("p"),
	OPENS("pre", CVD_BLOCK_CODE, 0),
	SPAN("samp", CVD_SPAN_CODE),
	RAW("script"),
	BLOCK("section"),
	SPAN("strong", CVD_SPAN_STRONG),
	RAW("style"),
	BLOCK("summary"),
	OPENS("table", CVD_BLOCK_TABLE, 0),
	BLOCK("tbody"),
	OPENS("td", CVD_BLOCK_CELL, 0),
	RAW("template"),
	BLOCK("tfoot"),
	OPENS("th", CVD_BLOCK_CELL, 1),
	BLOCK("thead"),
	RAW("title"),
	OPENS("tr", CVD_BLOCK_ROW, 0),
	SPAN("tt", CVD_SPAN_CODE),
	OPENS("ul", CVD_BLOCK_LIST, 0),
};

static const struct cvd_tag transparent = {"", CVD_TAG_TRANSPARENT, 0, 0};

#define NAME_BYTES 16

static int compare_names(const void *name, const void *tag)
{
	return strcmp(name, ((const struct cvd_tag *)tag)->name);
}

static bool is_letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static const struct cvd_tag *find_tag(struct cvd_str text)
{
	char name[NAME_BYTES + 1] = {0};
	size_t len = 0, at = text.len > 1 && text.ptr[1] == '/' ? 2 : 1;
	const struct cvd_tag *found;

	for (; at < text.len && !strchr(" \t\r\n/>", text.ptr[at]); at++) {
		char c = text.ptr[at];

		if (len == NAME_BYTES)
			return &transparent;
		name[len++] = (char)(c >= 'A' && c <= 'Z' ? c | 32 : c);
	}
	found = bsearch(name, tags, sizeof tags / sizeof *tags, sizeof *tags, compare_names);
	return found ? found : &transparent;
}

/* --- tokens --------------------------------------------------------------------------------------- */

/* End of the tag or declaration that begins at `at`. */
static size_t tag_end(struct cvd_str html, size_t at)
{
	bool quotes = at + 1 < html.len && html.ptr[at + 1] != '!' && html.ptr[at + 1] != '?';
	char quote = '\0';
	size_t end;

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

static bool starts_tag(struct cvd_str html, size_t at)
{
	char c = at + 1 < html.len ? html.ptr[at + 1] : ' ';

	return c == '/' || c == '!' || c == '?' || is_letter(c);
}

/* Where the end tag stands. Without one, what a browser would run is not shown; the rest is text. */
static size_t raw_end(struct cvd_html_scanner *scanner, const struct cvd_tag *tag)
{
	struct cvd_str html = scanner->html, name = cvd_str_from(tag->name);
	size_t at = scanner->at, end;
	bool runs = tag->name[0] == 's';

	if (scanner->unclosed_raw && !runs)
		return at;
	while ((at = cvd_str_find(html, CVD_STR("</"), at)) != SIZE_MAX) {
		end = at + 2 + name.len;
		if (cvd_str_equal_ascii_nocase(cvd_str_sub(html, at + 2, end), name) &&
		    (end >= html.len || !is_letter(html.ptr[end])))
			return at;
		at += 2;
	}
	scanner->unclosed_raw = true;
	return runs ? html.len : scanner->at;
}

static void read_tag(struct cvd_html_scanner *scanner, struct cvd_html_token *token)
{
	struct cvd_str html = scanner->html;
	size_t from = scanner->at;

	scanner->at = tag_end(html, from);
	token->text = cvd_str_sub(html, from, scanner->at);
	if (!is_letter(html.ptr[from + 1]) &&
	    (html.ptr[from + 1] != '/' || from + 2 >= html.len || !is_letter(html.ptr[from + 2])))
		return;
	token->kind = html.ptr[from + 1] == '/' ? CVD_HTML_END : CVD_HTML_START;
	token->tag = find_tag(token->text);
	token->empty = cvd_str_ends_with(token->text, CVD_STR("/>"));
	if (token->kind == CVD_HTML_START && token->tag->action == CVD_TAG_RAW)
		scanner->at = raw_end(scanner, token->tag);
}

bool cvd_html_next(struct cvd_html_scanner *scanner, struct cvd_html_token *token)
{
	struct cvd_str html = scanner->html;
	size_t from = scanner->at, end;

	*token = (struct cvd_html_token){.kind = CVD_HTML_OTHER, .tag = &transparent};
	if (from >= html.len)
		return false;
	if (cvd_str_starts_with(cvd_str_sub(html, from, from + 4), CVD_STR("<!--"))) {
		token->kind = CVD_HTML_COMMENT;
		end = cvd_str_find(html, CVD_STR("-->"), from + 4);
		token->text = cvd_str_sub(html, from + 4, end == SIZE_MAX ? html.len : end);
		scanner->at = end == SIZE_MAX ? html.len : end + 3;
	} else if (html.ptr[from] == '<' && starts_tag(html, from)) {
		read_tag(scanner, token);
	} else {
		do
			scanner->at = cvd_str_find_char(html, '<', scanner->at + 1);
		while (scanner->at != SIZE_MAX && !starts_tag(html, scanner->at));
		if (scanner->at == SIZE_MAX)
			scanner->at = html.len;
		token->kind = CVD_HTML_TEXT;
		token->text = cvd_str_sub(html, from, scanner->at);
	}
	return true;
}

static struct cvd_str name_of(struct cvd_str tag, size_t from)
{
	size_t to = from;

	while (to < tag.len && !strchr(" \t\r\n/>", tag.ptr[to]))
		to++;
	return cvd_str_sub(tag, from, to);
}

bool cvd_html_follows(struct cvd_str end_tag, struct cvd_str start_tag)
{
	return end_tag.len > 2 && start_tag.len > 1 && end_tag.ptr[1] == '/' &&
	       cvd_str_equal_ascii_nocase(name_of(end_tag, 2), name_of(start_tag, 1));
}

/* --- attributes ------------------------------------------------------------------------------------- */

static size_t skip_space(struct cvd_str text, size_t at)
{
	while (at < text.len && strchr(" \t\r\n/", text.ptr[at]))
		at++;
	return at;
}

static struct cvd_str read_value(struct cvd_str tag, size_t *at)
{
	size_t from = *at = skip_space(tag, *at), to;
	char quote = from < tag.len ? tag.ptr[from] : ' ';

	if (quote == '"' || quote == '\'') {
		to = cvd_str_find_char(tag, quote, ++from);
		to = to == SIZE_MAX ? tag.len : to;
		*at = to + 1;
	} else {
		for (to = from; to < tag.len && !strchr(" \t\r\n>", tag.ptr[to]);)
			to++;
		*at = to;
	}
	return cvd_str_sub(tag, from, to);
}

struct cvd_str cvd_html_attribute(struct cvd_arena *arena, struct cvd_str tag, struct cvd_str name)
{
	size_t at = 1;

	while (at < tag.len && !strchr(" \t\r\n/>", tag.ptr[at]))
		at++;
	for (at = skip_space(tag, at); at < tag.len && tag.ptr[at] != '>';
	     at = skip_space(tag, at)) {
		size_t from = at;
		struct cvd_str found, value = {0};

		while (at < tag.len && !strchr(" \t\r\n/>=", tag.ptr[at]))
			at++;
		found = cvd_str_sub(tag, from, at);
		at = skip_space(tag, at);
		if (at < tag.len && tag.ptr[at] == '=') {
			at++;
			value = read_value(tag, &at);
		}
		if (cvd_str_equal_ascii_nocase(found, name)) {
			struct cvd_buf decoded = {0};

			cvd_html_decode(&decoded, value);
			value = cvd_arena_copy(arena, cvd_str_trim(cvd_buf_str(&decoded)));
			cvd_buf_free(&decoded);
			return value;
		}
	}
	return (struct cvd_str){0};
}

/* --- entities --------------------------------------------------------------------------------------- */

/* Longest name of an entity in HTML, with its marks. */
#define ENTITY_BYTES 40

static const struct {
	const char *entity, *text;
} common[] = {{"&amp;", "&"}, {"&nbsp;", "\xc2\xa0"}, {"&lt;", "<"},
	      {"&gt;", ">"},  {"&quot;", "\""},       {"&#39;", "'"}};

/* An entity is CommonMark too: cmark knows their names. Empty if it is none. */
static struct cvd_str decode_by_cmark(struct cvd_arena *arena, struct cvd_str entity)
{
	cmark_node *tree = cmark_parse_document(entity.ptr, entity.len, CMARK_OPT_DEFAULT);
	cmark_node *node = cmark_node_first_child(cmark_node_first_child(tree));
	struct cvd_str decoded = {0};

	if (node && cmark_node_get_type(node) == CMARK_NODE_TEXT && !cmark_node_next(node))
		decoded = cvd_arena_copy(arena, cvd_str_from(cmark_node_get_literal(node)));
	cmark_node_free(tree);
	return cvd_str_equal(decoded, entity) ? (struct cvd_str){0} : decoded;
}

/* Returns where the text goes on; `at` itself if no entity begins there. */
static size_t add_entity(struct cvd_buf *out, struct cvd_str text, size_t at)
{
	size_t end = cvd_str_find_char(cvd_str_sub(text, 0, at + ENTITY_BYTES), ';', at);
	struct cvd_arena scratch = {0};
	struct cvd_str entity, decoded = {0};

	if (end == SIZE_MAX)
		return at;
	entity = cvd_str_sub(text, at, end + 1);
	for (size_t i = 0; i < sizeof common / sizeof *common; i++)
		if (cvd_str_equal(entity, cvd_str_from(common[i].entity))) {
			cvd_buf_add(out, cvd_str_from(common[i].text));
			return end + 1;
		}
	for (size_t i = 1; i + 1 < entity.len; i++)
		if (strchr(" \t\r\n<>&", entity.ptr[i]))
			return at;
	decoded = decode_by_cmark(&scratch, entity);
	cvd_buf_add(out, decoded);
	cvd_arena_free(&scratch);
	return decoded.len ? end + 1 : at;
}

void cvd_html_decode(struct cvd_buf *out, struct cvd_str text)
{
	size_t from = 0, at, next;

	while ((at = cvd_str_find_char(text, '&', from)) != SIZE_MAX) {
		cvd_buf_add(out, cvd_str_sub(text, from, at));
		next = add_entity(out, text, at);
		if (next == at)
			cvd_buf_put(out, text.ptr[next++]);
		from = next;
	}
	cvd_buf_add(out, cvd_str_sub(text, from, text.len));
}
