/*
 * Raw HTML is not parsed, it is read past: a tag runs to its `>` outside quotes, a comment to `-->`,
 * <script> and <style> to their end tags (WHATWG HTML, 13.1). What a browser would mend in other
 * ways still loses no word, because only what stands inside a tag is left out.
 */
#include "html.h"

#include "base/buf.h"
#include "base/text.h"

#include <string.h>

static bool tag_name_is(struct cvd_str tag, const char *name)
{
	size_t len = strlen(name);
	size_t from = tag.len > 1 && tag.ptr[1] == '/' ? 2 : 1;

	if (tag.len < from + len + 1 ||
	    !cvd_str_equal_ascii_nocase(cvd_str_sub(tag, from, from + len), (struct cvd_str){name, len}))
		return false;
	return !((tag.ptr[from + len] | 32) >= 'a' && (tag.ptr[from + len] | 32) <= 'z');
}

bool cvd_html_is_break(struct cvd_str tag)
{
	return tag_name_is(tag, "br");
}

/* End of the tag, comment or declaration that begins at `at`. */
static size_t tag_end(struct cvd_str html, size_t at)
{
	struct cvd_str rest = cvd_str_sub(html, at, html.len);
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
		else if (c == '"' || c == '\'')
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

/* The few entities that stand in résumés' HTML, and numeric ones. */
static size_t add_entity(struct cvd_buf *text, struct cvd_str html, size_t at)
{
	static const struct {
		const char *name, *text;
	} entities[] = {{"&amp;", "&"},   {"&lt;", "<"},	{"&gt;", ">"},
			{"&quot;", "\""}, {"&apos;", "'"},	{"&nbsp;", " "},
			{"&ndash;", "–"}, {"&mdash;", "—"},	{"&middot;", "·"},
			{"&bull;", "•"},  {"&hellip;", "…"},	{"&copy;", "©"},
			{"&rsquo;", "’"}, {"&lsquo;", "‘"},	{"&emsp;", " "},
			{"&ensp;", " "},  {"&thinsp;", " "},	{"&rarr;", "→"}};
	struct cvd_str rest = cvd_str_sub(html, at, html.len);
	uint32_t code = 0;
	size_t i = 2;
	bool hex;

	for (size_t e = 0; e < sizeof entities / sizeof *entities; e++) {
		if (cvd_str_starts_with(rest, cvd_str_from(entities[e].name))) {
			cvd_buf_add(text, cvd_str_from(entities[e].text));
			return at + strlen(entities[e].name);
		}
	}
	if (rest.len < 4 || rest.ptr[1] != '#')
		return at;
	hex = (rest.ptr[2] | 32) == 'x';
	for (i += hex; i < rest.len && i < 10 && rest.ptr[i] != ';'; i++) {
		char c = (char)(rest.ptr[i] | 32);

		if (c >= '0' && c <= '9')
			code = code * (hex ? 16 : 10) + (uint32_t)(c - '0');
		else if (hex && c >= 'a' && c <= 'f')
			code = code * 16 + (uint32_t)(c - 'a' + 10);
		else
			return at;
	}
	if (i >= rest.len || rest.ptr[i] != ';')
		return at;
	cvd_utf8_put(text, code ? code : 0xfffd);
	return at + i + 1;
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
			next = tag_end(html, at);
			next = skip_raw_text(html, cvd_str_sub(html, at, next), next);
			at = next;
			continue;
		}
		if (c == '&')
			next = add_entity(&text, html, at);
		if (next > at) {
			at = next;
			continue;
		}
		at++;
		if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
			char *last = text.len ? &text.ptr[text.len - 1] : NULL;

			c = c == '\n' || c == '\r' ? '\n' : ' ';
			if (!last || *last == '\n' || (*last == ' ' && c == ' '))
				continue;
			if (*last == ' ')
				*last = c;
			else
				cvd_buf_put(&text, c);
		} else {
			cvd_buf_put(&text, c);
		}
	}
	result = cvd_arena_copy(arena, cvd_str_trim(cvd_buf_str(&text)));
	cvd_buf_free(&text);
	return result;
}
