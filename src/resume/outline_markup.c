/*
 * Markup of kramdown, pandoc, Liquid and GitHub that CommonMark leaves in the text. One pass over the
 * finished text of a block finds the ranges that are markup, a second closes the gaps and moves the
 * spans along; white space that meets over a gap is folded. Code spans are left alone. Every search for
 * the end of a mark either finds it or is not made again in this text, so that the whole is linear.
 */
#include "outline_parts.h"

#include <string.h>

#define LABEL_BYTES 64
#define ATTRIBUTE_BYTES 512
#define SUPERSCRIPT_BYTES 8

enum { IN_CODE = 1, SPAN_ENDS = 2 };

struct eraser {
	struct cvd_str text;
	uint8_t *flags;  /* per byte, and behind the last */
	uint8_t *gone;   /* per byte: not text */
	bool missing[4]; /* ends that do not come any more */
	enum cvd_block_kind kind;
};

static bool is_name_byte(char c)
{
	return ((c | 32) >= 'a' && (c | 32) <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
	       c == '_' || c == ':' || c == '/' || (unsigned char)c >= 0x80;
}

static size_t name_end(struct cvd_str text, size_t at)
{
	while (at < text.len && is_name_byte(text.ptr[at]))
		at++;
	return at;
}

/* End of `key=value` or `key="value"`, else `at`. */
static size_t pair_end(struct cvd_str text, size_t at)
{
	size_t to = name_end(text, at);
	char quote;

	if (to == at || to >= text.len || text.ptr[to] != '=')
		return at;
	to++;
	quote = to < text.len ? text.ptr[to] : ' ';
	if (quote != '"' && quote != '\'') {
		while (to < text.len && !strchr(" \r\n{}", text.ptr[to]))
			to++;
		return to;
	}
	for (to++; to < text.len; to++)
		if (text.ptr[to] == quote)
			return to + 1;
	return at;
}

size_t cvd_markup_attributes(struct cvd_str text, size_t at)
{
	bool colon, any = false;

	text = cvd_str_sub(text, 0, at + ATTRIBUTE_BYTES);
	if (at >= text.len || text.ptr[at++] != '{')
		return 0;
	colon = at < text.len && text.ptr[at] == ':';
	at += colon;
	if (colon && at < text.len && (text.ptr[at] == ':' || text.ptr[at] == '/'))
		at++;
	while (at < text.len) {
		char c = text.ptr[at];
		size_t to = at;

		if (c == '}')
			return any || colon ? at + 1 : 0;
		if (c == ' ' || c == '\n') {
			at++;
			continue;
		}
		if (c == '#' || c == '.')
			to = name_end(text, at + 1) > at + 1 ? name_end(text, at + 1) : at;
		else if (c == '-' && at + 1 < text.len && text.ptr[at + 1] == '}')
			to = at + 1;
		else
			to = pair_end(text, at);
		if (to == at && colon)
			to = name_end(text, at);
		if (to == at)
			return 0;
		any = true;
		at = to;
	}
	return 0;
}

static void erase(struct eraser *eraser, size_t from, size_t to)
{
	memset(eraser->gone + from, 1, to - from);
}

static size_t find_once(struct eraser *eraser, int which, struct cvd_str end, size_t from)
{
	size_t at = eraser->missing[which] ? SIZE_MAX : cvd_str_find(eraser->text, end, from);

	eraser->missing[which] = at == SIZE_MAX;
	return at;
}

/* `{{ … }}`, `{% … %}`, and a comment of the latter. */
static size_t liquid_end(struct eraser *eraser, size_t at)
{
	struct cvd_str rest = cvd_str_sub(eraser->text, at, at + 24);
	size_t end;

	if (cvd_str_starts_with(rest, CVD_STR("{{"))) {
		end = find_once(eraser, 0, CVD_STR("}}"), at + 2);
		return end == SIZE_MAX ? 0 : end + 2;
	}
	if (!cvd_str_starts_with(rest, CVD_STR("{%")))
		return 0;
	end = find_once(eraser, 1, CVD_STR("%}"), at + 2);
	if (end == SIZE_MAX)
		return 0;
	if (cvd_str_find(cvd_str_sub(rest, 0, end - at), CVD_STR(" comment"), 0) == 2) {
		size_t close = find_once(eraser, 2, CVD_STR("{% endcomment %}"), end);

		return close == SIZE_MAX ? end + 2 : close + strlen("{% endcomment %}");
	}
	return end + 2;
}

/* `{::comment}…{:/comment}` inside a line. */
static size_t kramdown_comment_end(struct eraser *eraser, size_t at)
{
	size_t end;

	if (!cvd_str_starts_with(cvd_str_sub(eraser->text, at, eraser->text.len),
				 CVD_STR("{::comment}")))
		return 0;
	end = find_once(eraser, 3, CVD_STR("{:/"), at);
	if (end == SIZE_MAX)
		return 0;
	end = cvd_str_find_char(cvd_str_sub(eraser->text, 0, end + LABEL_BYTES), '}', end);
	return end == SIZE_MAX ? 0 : end + 1;
}

/* Attributes stand at the end of a line, or right behind what they are of. */
static bool may_end_at(const struct eraser *eraser, size_t from, size_t to)
{
	struct cvd_str text = eraser->text;

	if (eraser->flags[from] & SPAN_ENDS)
		return true;
	if (from && text.ptr[from - 1] == ']')
		return true;
	while (to < text.len && text.ptr[to] == ' ')
		to++;
	return to >= text.len || text.ptr[to] == CVD_BREAK_SOFT || text.ptr[to] == CVD_BREAK_HARD ||
	       text.ptr[to] == '{';
}

/* `[text]{.class}`: the brackets are markup, too. */
static void erase_brackets(struct eraser *eraser, size_t at)
{
	struct cvd_str text = eraser->text;
	size_t from = at;

	if (!from || text.ptr[from - 1] != ']')
		return;
	for (from--; from > 0; from--) {
		if (text.ptr[from - 1] == ']')
			return;
		if (text.ptr[from - 1] != '[')
			continue;
		eraser->gone[from - 1] = 1;
		eraser->gone[at - 1] = 1;
		return;
	}
}

static size_t erase_braces(struct eraser *eraser, size_t at)
{
	size_t end = liquid_end(eraser, at);

	if (!end)
		end = kramdown_comment_end(eraser, at);
	if (!end) {
		end = cvd_markup_attributes(eraser->text, at);
		if (!end || !may_end_at(eraser, at, end))
			return at + 1;
		erase_brackets(eraser, at);
	}
	erase(eraser, at, end);
	return end;
}

/* `[^1]`; with `:` behind it, at the beginning of a footnote. */
static size_t erase_footnote_mark(struct eraser *eraser, size_t at)
{
	struct cvd_str text = eraser->text;
	size_t end = at + 2;

	if (end >= text.len || text.ptr[at + 1] != '^')
		return at + 1;
	while (end < text.len && end - at < LABEL_BYTES && !strchr(" []\r\n", text.ptr[end]))
		end++;
	if (end >= text.len || text.ptr[end] != ']' || end == at + 2)
		return at + 1;
	end++;
	if (!at && eraser->kind == CVD_BLOCK_FOOTNOTE && end < text.len && text.ptr[end] == ':')
		end++;
	erase(eraser, at, end);
	return end;
}

/* `==marked==`, `~~struck~~`: no white space inside the signs. */
static size_t erase_pair(struct eraser *eraser, size_t at)
{
	struct cvd_str text = eraser->text, sign = cvd_str_sub(text, at, at + 2);
	size_t end;

	if (sign.len < 2 || sign.ptr[1] != sign.ptr[0])
		return at + 1;
	if (at + 2 >= text.len || cvd_space_at(text, at + 2) || text.ptr[at + 2] == sign.ptr[0]) {
		while (at < text.len && text.ptr[at] == sign.ptr[0])
			at++;
		return at;
	}
	end = cvd_str_find(text, sign, at + 2);
	if (end == SIZE_MAX)
		return text.len; /* no sign of this kind comes any more */
	if (cvd_space_at(text, end - 1) || (eraser->flags[end] & IN_CODE))
		return end;
	erase(eraser, at, at + 2);
	erase(eraser, end, end + 2);
	return end + 2;
}

/* Pandoc's `Go^†^`: a short sign behind a word, and no word behind it (`n^2+m^2`). */
static size_t erase_superscript(struct eraser *eraser, size_t at)
{
	struct cvd_str text = eraser->text;
	size_t end = at + 1;

	while (end < text.len && end - at <= SUPERSCRIPT_BYTES && text.ptr[end] != '^' &&
	       !cvd_space_at(text, end))
		end++;
	if (!at || cvd_space_at(text, at - 1) || end == at + 1 || end >= text.len ||
	    text.ptr[end] != '^' || (eraser->flags[end] & IN_CODE) ||
	    (end + 1 < text.len && is_name_byte(text.ptr[end + 1]) &&
	     (unsigned char)text.ptr[end + 1] < 0x80))
		return at + 1;
	eraser->gone[at] = 1;
	eraser->gone[end] = 1;
	return end + 1;
}

typedef size_t erase_fn(struct eraser *eraser, size_t at);

static void find_markup(struct eraser *eraser)
{
	static const struct {
		char sign;
		erase_fn *erase;
	} rows[] = {{'{', erase_braces},
		    {'[', erase_footnote_mark},
		    {'=', erase_pair},
		    {'~', erase_pair},
		    {'^', erase_superscript}};

	for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
		const char sign = rows[row].sign;

		for (size_t at = cvd_str_find_char(eraser->text, sign, 0); at != SIZE_MAX;
		     at = cvd_str_find_char(eraser->text, sign, at)) {
			if ((eraser->flags[at] & IN_CODE) || eraser->gone[at])
				at++;
			else
				at = rows[row].erase(eraser, at);
			if (at >= eraser->text.len)
				break;
		}
	}
}

/* Spans of the same kind do not overlap, so that marking them is linear. */
static void mark_spans(struct eraser *eraser, const struct cvd_leaf *leaf)
{
	for (size_t i = 0; i < leaf->spans.len; i++) {
		const struct cvd_span *span = &leaf->spans.items[i];

		eraser->flags[span->start + span->len] |= SPAN_ENDS;
		for (uint32_t at = 0; (span->style & CVD_SPAN_CODE) && at < span->len; at++)
			eraser->flags[span->start + at] |= IN_CODE;
	}
}

/* Closes the gaps; `moved` tells where each byte goes. */
static void close_gaps(struct cvd_leaf *leaf, const uint8_t *gone, uint32_t *moved)
{
	char *text = leaf->text.ptr;
	size_t out = 0;

	for (size_t at = 0; at < leaf->text.len; at++) {
		bool space = text[at] == ' ' || text[at] == '\n' || text[at] == '\r';
		char *last = out ? &text[out - 1] : NULL;

		moved[at] = (uint32_t)out;
		if (gone[at] || (space && !last))
			continue;
		if (space && (*last == ' ' || *last == '\n' || *last == '\r'))
			*last = cvd_space_merge(*last, text[at]);
		else
			text[out++] = text[at];
	}
	moved[leaf->text.len] = (uint32_t)out;
	leaf->text.len = out;
}

bool cvd_markup_erase(struct cvd_outline_context *context, struct cvd_leaf *leaf,
		      enum cvd_block_kind kind)
{
	size_t len = leaf->text.len;
	struct eraser eraser = {.text = cvd_buf_str(&leaf->text), .kind = kind};
	uint32_t *moved;

	eraser.flags = CVD_NEW_ARRAY(context->scratch, uint8_t, len + 1);
	eraser.gone = CVD_NEW_ARRAY(context->scratch, uint8_t, len + 1);
	mark_spans(&eraser, leaf);
	find_markup(&eraser);
	if (!memchr(eraser.gone, 1, len))
		return false;
	moved = CVD_NEW_ARRAY(context->scratch, uint32_t, len + 1);
	close_gaps(leaf, eraser.gone, moved);
	for (size_t i = 0; i < leaf->spans.len; i++) {
		struct cvd_span *span = &leaf->spans.items[i];
		uint32_t end = moved[span->start + span->len];

		span->start = moved[span->start];
		span->len = end > span->start ? end - span->start : 0;
	}
	return true;
}
