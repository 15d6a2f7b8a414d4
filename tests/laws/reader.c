/*
 * One pass over cmark's tree with its own iterator, so that depth costs nothing. Raw HTML is stripped
 * as a browser would show it: comments and tags go, and with them what is in <script> and <style>;
 * tags of the block level end a word; entities are decoded.
 *
 * Markup of other dialects says nothing: attributes, Liquid, fences, commands alone on a line, labels of
 * footnotes, metadata in mid-file.
 *
 * CommonMark 0.30; HTML Living Standard 13.2.5 for where a tag begins and ends.
 */
#include "reader.h"

#include "base/buf.h"
#include "base/text.h"

#include <cmark.h>
#include <string.h>

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* --- front matter ----------------------------------------------------------------------------- */

/* The line at `at` without white space around it; moves `at` behind its end. */
static struct cvd_str next_line(struct cvd_str text, size_t *at)
{
	size_t from = *at;

	while (*at < text.len && text.ptr[*at] != '\n' && text.ptr[*at] != '\r')
		++*at;
	if (*at < text.len && text.ptr[(*at)++] == '\r' && *at < text.len && text.ptr[*at] == '\n')
		++*at;
	return cvd_str_trim(cvd_str_sub(text, from, *at));
}

static bool is_key(struct cvd_str line)
{
	size_t at = 0;

	while (at < line.len && (is_letter(line.ptr[at]) || strchr("_-", line.ptr[at])))
		at++;
	return at > 0 && at < line.len && line.ptr[at] == ':' &&
	       (at + 1 == line.len || strchr(" \t\r\n", line.ptr[at + 1]));
}

size_t reader_front_matter(struct cvd_str markdown)
{
	size_t at = 0;

	if (!cvd_str_equal(next_line(markdown, &at), CVD_STR("---")))
		return 0;
	if (!is_key(next_line(markdown, &at)))
		return 0;
	while (at < markdown.len) {
		struct cvd_str line = next_line(markdown, &at);

		if (cvd_str_equal(line, CVD_STR("---")) || cvd_str_equal(line, CVD_STR("...")))
			return at;
	}
	return 0;
}

/* --- raw HTML --------------------------------------------------------------------------------- */

/* Whether the tag `<name …` or `</name` has one of the names. */
static bool is_tag_of(struct cvd_str tag, const char *const *names)
{
	size_t from = tag.len > 1 && tag.ptr[1] == '/' ? 2 : 1, to = from;

	while (to < tag.len &&
	       (is_letter(tag.ptr[to]) || (tag.ptr[to] >= '0' && tag.ptr[to] <= '9')))
		to++;
	for (; *names; names++)
		if (cvd_str_equal_ascii_nocase(cvd_str_sub(tag, from, to), cvd_str_from(*names)))
			return true;
	return false;
}

/* Tags that a word does not go on across. */
static bool is_block_tag(struct cvd_str tag)
{
	static const char *const names[] = {
		"address", "article",  "aside",      "blockquote", "body",   "br",      "caption",
		"center",  "dd",       "details",    "dialog",     "dir",    "div",     "dl",
		"dt",      "fieldset", "figcaption", "figure",     "footer", "form",    "h1",
		"h2",      "h3",       "h4",         "h5",         "h6",     "head",    "header",
		"hr",      "html",     "legend",     "li",         "main",   "menu",    "nav",
		"ol",      "optgroup", "option",     "p",          "pre",    "section", "summary",
		"table",   "tbody",    "td",         "tfoot",      "th",     "thead",   "title",
		"tr",      "ul",       NULL};

	return is_tag_of(tag, names);
}

/* The offset behind the tag that begins at `at`: its `>`, not one inside quotes, or the end. */
static size_t tag_end(struct cvd_str html, size_t at)
{
	bool quotes = is_letter(html.ptr[at + 1]) || html.ptr[at + 1] == '/';
	char quote = 0;

	for (; at < html.len; at++) {
		char c = html.ptr[at];

		if (!quote && c == '>')
			return at + 1;
		if (quotes && (c == '"' || c == '\'') && (!quote || quote == c))
			quote = quote ? 0 : c;
	}
	return html.len;
}

/* Where the end tag of the element stands whose content is not shown, or the end. */
static size_t hidden_end(struct cvd_str html, size_t at, struct cvd_str name)
{
	while (at < html.len &&
	       !(cvd_str_starts_with(cvd_str_sub(html, at, html.len), CVD_STR("</")) &&
		 cvd_str_equal_ascii_nocase(cvd_str_sub(html, at + 2, at + 2 + name.len), name)))
		at++;
	return at;
}

/* The offset behind the markup that begins at the `<` at `at`, or `at` where that is text. */
static size_t skip_markup(struct cvd_str html, size_t at, bool *ends_word)
{
	static const char *const hidden[] = {"script", "style", NULL};
	struct cvd_str rest = cvd_str_sub(html, at, html.len);
	size_t end;

	*ends_word = false;
	if (cvd_str_starts_with(rest, CVD_STR("<!--"))) {
		end = cvd_str_find(html, CVD_STR("-->"), at + 4);
		return end == SIZE_MAX ? html.len : end + 3;
	}
	if (rest.len < 2 || (!is_letter(rest.ptr[1]) && !strchr("/!?", rest.ptr[1])))
		return at;
	*ends_word = is_block_tag(rest);
	end = tag_end(html, at);
	for (size_t i = 0; hidden[i]; i++)
		if (is_letter(rest.ptr[1]) &&
		    is_tag_of(rest, (const char *const[]){hidden[i], NULL}))
			return hidden_end(html, end, cvd_str_from(hidden[i]));
	return end;
}

/* Appends the entity at `at` as CommonMark decodes it; the offset behind it, or `at` if it is none. */
static size_t put_entity(struct cvd_buf *out, struct cvd_str html, size_t at)
{
	size_t end = cvd_str_find_char(cvd_str_sub(html, 0, at + 40), ';', at);
	struct cvd_str entity = cvd_str_sub(html, at, end == SIZE_MAX ? at : end + 1);
	cmark_node *root = cmark_parse_document(entity.ptr, entity.len, CMARK_OPT_DEFAULT);
	cmark_node *paragraph = cmark_node_first_child(root);
	cmark_node *text = paragraph ? cmark_node_first_child(paragraph) : NULL;
	struct cvd_str decoded = cvd_str_from(text ? cmark_node_get_literal(text) : NULL);

	if (!text || cmark_node_next(text) || decoded.len >= entity.len || !decoded.len)
		entity.len = 0;
	else
		cvd_buf_add(out, decoded);
	cmark_node_free(root);
	return at + entity.len;
}

/* The alternative text of the `<img …>`. */
static void put_alternative(struct cvd_buf *out, struct cvd_str tag)
{
	static const char *const image[] = {"img", NULL};
	char quote = 0;

	if (!is_letter(tag.ptr[1]) || !is_tag_of(tag, image))
		return;
	for (size_t at = 4; at + 4 < tag.len; at++) {
		struct cvd_str rest = cvd_str_sub(tag, at + 4, tag.len);
		size_t end;

		if (tag.ptr[at] == '"' || tag.ptr[at] == '\'')
			quote = !quote ? tag.ptr[at] : quote == tag.ptr[at] ? 0 : quote;
		if (quote || !strchr(" \t\r\n", tag.ptr[at - 1]) ||
		    !cvd_str_equal_ascii_nocase(cvd_str_sub(tag, at, at + 4), CVD_STR("alt=")))
			continue;
		quote = strchr("\"'", rest.ptr[0]) ? rest.ptr[0] : ' ';
		rest = cvd_str_sub(rest, quote != ' ', rest.len);
		for (end = 0; end < rest.len && rest.ptr[end] != quote &&
			      (quote != ' ' || !strchr("\t\r\n>", rest.ptr[end]));)
			end++;
		rest = cvd_str_sub(rest, 0, end);
		for (size_t i = 0; i < rest.len; i++) {
			size_t behind = rest.ptr[i] == '&' ? put_entity(out, rest, i) : i;

			if (behind == i)
				cvd_buf_put(out, rest.ptr[i]);
			else
				i = behind - 1;
		}
		return;
	}
}

/* `</x><x>`: boxes beside each other. */
static bool is_next_box(struct cvd_str html, size_t from, size_t to)
{
	struct cvd_str name = cvd_str_sub(html, from + 2, to);
	size_t len = 0;

	if (from + 2 >= html.len || html.ptr[from + 1] != '/')
		return false;
	while (len < name.len && !strchr(" \t\r\n/>", name.ptr[len]))
		len++;
	return len && to + 1 + len < html.len && html.ptr[to] == '<' &&
	       cvd_str_equal_ascii_nocase(cvd_str_sub(html, to + 1, to + 1 + len),
					  cvd_str_sub(name, 0, len)) &&
	       strchr(" \t\r\n/>", html.ptr[to + 1 + len]);
}

static void put_html(struct cvd_buf *out, struct cvd_str html)
{
	for (size_t at = 0; at < html.len;) {
		bool ends_word = false;
		size_t end = at;

		if (html.ptr[at] == '<') {
			end = skip_markup(html, at, &ends_word);
			if (end > at + 1)
				put_alternative(out, cvd_str_sub(html, at, end));
			ends_word = ends_word || is_next_box(html, at, end);
		} else if (html.ptr[at] == '&')
			end = put_entity(out, html, at);
		if (ends_word)
			cvd_buf_put(out, ' ');
		if (end == at)
			cvd_buf_put(out, html.ptr[at++]);
		else
			at = end;
	}
}

/* --- markup beside CommonMark's ---------------------------------------------------------------- */

/* The offset behind `{{ … }}` or `{% … %}` at `at`, or `at`. */
static size_t skip_liquid(struct cvd_str text, size_t at)
{
	struct cvd_str rest = cvd_str_sub(text, at, at + 2);
	size_t end = SIZE_MAX;

	if (cvd_str_equal(rest, CVD_STR("{{")))
		end = cvd_str_find(text, CVD_STR("}}"), at + 2);
	else if (cvd_str_equal(rest, CVD_STR("{%")))
		end = cvd_str_find(text, CVD_STR("%}"), at + 2);
	return end == SIZE_MAX ? at : end + 2;
}

/* The offset behind `{#id}`, `{.class}` or `{: …}` at `at`, or `at`. */
static size_t skip_attributes(struct cvd_str text, size_t at)
{
	size_t end = at + 2;

	if (at + 2 >= text.len || text.ptr[at] != '{' || !strchr("#.:", text.ptr[at + 1]))
		return at;
	while (end < text.len && !strchr("{},;()<>", text.ptr[end]))
		end++;
	if (end == text.len || text.ptr[end] != '}' || (text.ptr[at + 1] != ':' && end < at + 3))
		return at;
	return end + 1;
}

/* The offset behind `[^label]` at `at`, or `at`. */
static size_t skip_note_mark(struct cvd_str text, size_t at)
{
	size_t end = at + 2;

	if (!cvd_str_equal(cvd_str_sub(text, at, at + 2), CVD_STR("[^")))
		return at;
	while (end < text.len && end < at + 60 && !strchr(" []\r\n", text.ptr[end]))
		end++;
	return end > at + 2 && end < text.len && text.ptr[end] == ']' ? end + 1 : at;
}

/* Text of a paragraph, without attributes that end its line or stand right behind a span. */
static void put_text(struct cvd_buf *out, struct cvd_str text, cmark_node *node)
{
	cmark_node *before = cmark_node_previous(node), *behind = cmark_node_next(node);
	bool ends = !behind || cmark_node_get_type(behind) == CMARK_NODE_SOFTBREAK ||
		    cmark_node_get_type(behind) == CMARK_NODE_LINEBREAK;
	bool begins = before && cmark_node_first_child(before);

	for (size_t at = 0; at < text.len;) {
		size_t tag = text.ptr[at] == '[' ? skip_note_mark(text, at) : skip_liquid(text, at);
		size_t end = tag > at ? tag : skip_attributes(text, at);
		bool last = ends && !cvd_str_trim(cvd_str_sub(text, end, text.len)).len;

		if (end > at && (tag > at || last || (!at && begins)))
			at = end;
		else
			cvd_buf_put(out, text.ptr[at++]);
	}
}

/* What stands behind the colons of a fence: nothing, a class, attributes; colons may end it. */
static bool is_fence_name(struct cvd_str name)
{
	while (name.len && name.ptr[name.len - 1] == ':')
		name.len--;
	name = cvd_str_trim(name);
	if (skip_attributes(name, 0) == name.len)
		return true;
	for (size_t i = 0; i < name.len; i++)
		if (!is_letter(name.ptr[i]) && !strchr("0123456789-_", name.ptr[i]))
			return false;
	return true;
}

/* `\\name`, `:::`, `{…}`: lines that say nothing. */
static bool is_markup_line(struct cvd_str line)
{
	size_t at = 1;

	if (!line.len || !strchr("\\:{", line.ptr[0]))
		return false;
	if (line.ptr[0] == '{')
		return skip_attributes(line, 0) == line.len || skip_liquid(line, 0) == line.len;
	if (line.ptr[0] == ':') {
		while (at < line.len && line.ptr[at] == ':')
			at++;
		return at >= 3 && is_fence_name(cvd_str_sub(line, at, line.len));
	}
	while (at < line.len && is_letter(line.ptr[at]))
		at++;
	return at > 2 && at == line.len;
}

/* `: [label]: target`: a definition that holds nothing but a reference. */
static bool defines_link(struct cvd_str line)
{
	size_t end = cvd_str_find(line, CVD_STR("]: "), 0);
	struct cvd_str label = cvd_str_trim(cvd_str_sub(line, 1, end == SIZE_MAX ? 0 : end));

	return line.len && line.ptr[0] == ':' && end != SIZE_MAX && label.len > 1 &&
	       label.ptr[0] == '[' && cvd_str_find_char(line, ' ', end + 3) == SIZE_MAX;
}

/* The offset behind the metadata whose opening `---` ends at `at`: small keys, items and empty lines
 * up to the next; or `at`. */
static size_t skip_metadata(struct cvd_str markdown, size_t at)
{
	size_t end = at;
	bool keys = false;

	while (end < markdown.len) {
		struct cvd_str line = next_line(markdown, &end);
		bool key = is_key(line) && !(line.ptr[0] >= 'A' && line.ptr[0] <= 'Z');

		if (cvd_str_equal(line, CVD_STR("---")))
			return keys ? end : at;
		if (line.len && !key && !cvd_str_starts_with(line, CVD_STR("- ")))
			return at;
		keys = keys || key;
	}
	return at;
}

/* A line of nothing but tags that open what holds blocks: people write Markdown right behind it. */
static bool opens_container(struct cvd_str line)
{
	static const char *const others[] = {"blockquote", "br", "dd", "dir", "dl",    "dt",   "h1",
					     "h2",         "h3", "h4", "h5",  "h6",    "head", "li",
					     "menu",       "ol", "p",  "pre", "table", "td",   "th",
					     "title",      "tr", "ul", NULL};
	size_t at = 0;

	while (at + 1 < line.len && line.ptr[at] == '<' && is_letter(line.ptr[at + 1])) {
		struct cvd_str tag = cvd_str_sub(line, at, tag_end(line, at));

		if (!is_block_tag(tag) || is_tag_of(tag, others) ||
		    !cvd_str_ends_with(tag, CVD_STR(">")))
			return false;
		at += tag.len;
		while (at < line.len && strchr(" \t", line.ptr[at]))
			at++;
	}
	return at > 0 && at == line.len;
}

/* The line at `at` is text. */
static bool text_follows(struct cvd_str markdown, size_t at)
{
	struct cvd_str line = next_line(markdown, &(size_t){at});

	return line.len && line.ptr[0] != '<' &&
	       !cvd_str_starts_with(cvd_str_sub(markdown, at, markdown.len), CVD_STR("    "));
}

/* The Markdown with such lines empty, where no code stands; notes without their labels, which
 * CommonMark would take for links. */
static void drop_markup_lines(struct cvd_buf *out, struct cvd_str markdown)
{
	bool code = false, blank = true, container = false;

	for (size_t at = 0, from = 0, label; at < markdown.len; from = at) {
		struct cvd_str line = next_line(markdown, &at);

		if (cvd_str_starts_with(line, CVD_STR("```")) ||
		    cvd_str_starts_with(line, CVD_STR("~~~")))
			code = !code;
		label = skip_note_mark(line, 0);
		if (!code && blank && cvd_str_equal(line, CVD_STR("---")) &&
		    skip_metadata(markdown, at) > at)
			at = skip_metadata(markdown, at);
		else if (!code && label && label < line.len && line.ptr[label] == ':')
			cvd_buf_printf(out, "\n%.*s\n",
				       CVD_STR_ARG(cvd_str_sub(line, label + 1, line.len)));
		else if (!code && (is_markup_line(line) || (!blank && defines_link(line))))
			cvd_buf_put(out, '\n');
		else
			cvd_buf_add(out, cvd_str_sub(markdown, from, at));
		container = !code && (blank || container) && opens_container(line);
		if (container && text_follows(markdown, at))
			cvd_buf_put(out, '\n');
		blank = !line.len;
	}
}

void reader_outside(struct cvd_buf *out, struct cvd_str markdown)
{
	size_t front = reader_front_matter(markdown);

	cvd_buf_add(out, cvd_str_sub(markdown, 0, front));
	for (size_t at = front; at < markdown.len; at++) {
		size_t end = markdown.ptr[at] == '{' ? skip_attributes(markdown, at) : at;

		if (end == at)
			continue;
		cvd_buf_put(out, '\n');
		cvd_buf_add(out, cvd_str_sub(markdown, at, end));
		at = end - 1;
	}
}

/* --- cmark's tree ----------------------------------------------------------------------------- */

/* Appends what the node itself says; false for nodes that only hold others. */
static bool put_leaf(struct cvd_buf *out, cmark_node *node)
{
	struct cvd_str literal = cvd_str_from(cmark_node_get_literal(node));

	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		put_text(out, literal, node);
		return true;
	case CMARK_NODE_CODE:
	case CMARK_NODE_CODE_BLOCK:
		cvd_buf_add(out, literal);
		return true;
	case CMARK_NODE_HTML_INLINE:
	case CMARK_NODE_HTML_BLOCK:
		put_html(out, literal);
		return true;
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
		cvd_buf_put(out, ' ');
		return true;
	default:
		return false;
	}
}

static bool is_block(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	return type >= CMARK_NODE_FIRST_BLOCK && type <= CMARK_NODE_LAST_BLOCK;
}

static void put_kinds(struct cvd_buf *out, cmark_node *node)
{
	for (; node; node = cmark_node_parent(node))
		cvd_buf_printf(out, "%s ", cmark_node_get_type_string(node));
}

static cmark_node *parse(struct cvd_str markdown)
{
	struct cvd_str body = cvd_str_sub(markdown, reader_front_matter(markdown), markdown.len);

	struct cvd_buf kept = {0};
	cmark_node *root;

	drop_markup_lines(&kept, body);
	root = cmark_parse_document(kept.ptr ? kept.ptr : "", kept.len, CMARK_OPT_DEFAULT);
	cvd_buf_free(&kept);
	return root;
}

struct cvd_str reader_plain(struct cvd_arena *arena, struct cvd_str markdown)
{
	cmark_node *root = parse(markdown);
	cmark_iter *iter = cmark_iter_new(root);
	struct cvd_buf out = {0};
	struct cvd_str text;

	while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		put_leaf(&out, node);
		if (is_block(node))
			cvd_buf_put(&out, '\n');
	}
	text = cvd_arena_copy(arena, cvd_buf_str(&out));
	cmark_iter_free(iter);
	cmark_node_free(root);
	cvd_buf_free(&out);
	return text;
}

struct cvd_str reader_outline(struct cvd_arena *arena, struct cvd_str markdown)
{
	cmark_node *root = parse(markdown);
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;
	struct cvd_buf out = {0}, line = {0};
	struct cvd_str text;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		bool leaf = put_leaf(&line, node);

		if (!is_block(node) || (event == CMARK_EVENT_ENTER && !leaf) || !line.len)
			continue;
		put_kinds(&out, node);
		cvd_buf_add(&out, cvd_text_squeeze(arena, cvd_buf_str(&line)));
		cvd_buf_put(&out, '\n');
		line.len = 0;
	}
	text = cvd_arena_copy(arena, cvd_buf_str(&out));
	cmark_iter_free(iter);
	cmark_node_free(root);
	cvd_buf_free(&out);
	cvd_buf_free(&line);
	return text;
}
