/*
 * Line breaking for a terminal: the part of UAX #14 that résumés need. Lines break at spaces, and
 * next to a Han or Kana character, except before what closes and after what opens (kinsoku).
 * Korean is written with spaces and breaks at them. A no-break space is no space, and `…` never
 * begins a line: it belongs to the words before it.
 *
 * Invariant: joining the lines and the spaces dropped between them gives the text back. Greedy, so
 * one pass: the last place where a break was allowed is remembered until the width is exceeded.
 */
#include "render/wrap.h"

#include "base/text.h"

struct range {
	uint32_t first, last;
};

/* Scripts written without spaces between words. */
static const struct range unspaced[] = {
	{0x2E80, 0xA4CF},   /* CJK radicals and punctuation, Kana, Han, Yi */
	{0xF900, 0xFAFF},   /* compatibility ideographs */
	{0xFF01, 0xFF60},   /* full-width forms */
	{0x20000, 0x3FFFF}, /* Han beyond the first plane */
};

/* Characters that begin no line, or end none. */
static const char never_first[] =
	"、。，．：；！？）」』】〉》〕］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ%,.:;!?)]}";
static const char never_last[] = "（「『【〈《〔［｛([{";

static bool is_unspaced(uint32_t c)
{
	for (size_t i = 0; i < sizeof unspaced / sizeof *unspaced; i++)
		if (c >= unspaced[i].first && c <= unspaced[i].last)
			return true;
	return false;
}

static bool is_one_of(struct cvd_str character, const char *set)
{
	return cvd_str_find(cvd_str_from(set), character, 0) != SIZE_MAX;
}

static bool is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

/* Start of the character before `pos`, which is above 0. */
static size_t previous(struct cvd_str text, size_t pos)
{
	size_t from = pos - 1;

	while (from > 0 && pos - from < 4 && ((unsigned char)text.ptr[from] & 0xC0) == 0x80)
		from--;
	return from;
}

/* Columns of the character at `pos`; sets *end behind it and what is drawn with it. */
static size_t next_width(struct cvd_str text, size_t pos, size_t *end)
{
	*end = cvd_text_cluster(text, pos);
	return cvd_text_width(cvd_str_sub(text, pos, *end));
}

bool cvd_wrap_may_break(struct cvd_str text, size_t pos)
{
	size_t before, end = pos, at;
	uint32_t left, right;

	if (pos == 0 || pos >= text.len || is_space(text.ptr[pos]))
		return false;
	if (is_space(text.ptr[pos - 1]))
		return !cvd_str_starts_with(cvd_str_sub(text, pos, text.len), CVD_STR("…"));
	if ((unsigned char)text.ptr[pos] < 0x80 && (unsigned char)text.ptr[pos - 1] < 0x80)
		return false;
	before = at = previous(text, pos);
	left = cvd_utf8_next(text, &at);
	right = cvd_utf8_next(text, &end);
	return (is_unspaced(left) || is_unspaced(right)) &&
	       cvd_text_width(cvd_str_sub(text, pos, end)) > 0 &&
	       !is_one_of(cvd_str_sub(text, pos, end), never_first) &&
	       !is_one_of(cvd_str_sub(text, before, pos), never_last);
}

static size_t without_spaces(struct cvd_str text, size_t from, size_t end)
{
	while (end > from && is_space(text.ptr[end - 1]))
		end--;
	return end;
}

size_t cvd_wrap_line(struct cvd_str text, size_t from, size_t width, size_t *next)
{
	size_t pos = from, columns = 0, last_break = from, indent = from;

	while (indent < text.len && text.ptr[indent] == ' ')
		indent++;
	while (pos < text.len && text.ptr[pos] != '\n') {
		size_t end, wide = next_width(text, pos, &end);

		if (pos > indent && cvd_wrap_may_break(text, pos))
			last_break = pos;
		if (width && columns + wide > width && pos > from && text.ptr[pos] != ' ') {
			*next = last_break > from ? last_break : pos;
			return without_spaces(text, from, *next);
		}
		columns += wide;
		pos = end;
	}
	*next = pos < text.len ? pos + 1 : text.len;
	return without_spaces(text, from, pos);
}

struct cvd_str cvd_wrap_head(struct cvd_str text, size_t columns)
{
	size_t pos = 0, used = 0, last_break = 0;

	while (pos < text.len) {
		size_t end;

		used += next_width(text, pos, &end);
		if (cvd_wrap_may_break(text, pos))
			last_break = pos;
		if (used > columns && pos > 0 && !is_space(text.ptr[pos]))
			return cvd_str_sub(text, 0,
					   without_spaces(text, 0, last_break ? last_break : pos));
		pos = end;
	}
	return cvd_str_sub(text, 0, without_spaces(text, 0, pos));
}

struct cvd_str cvd_wrap_tail(struct cvd_str text, size_t columns)
{
	size_t left = cvd_text_width(text), pos = 0, end;

	for (; pos < text.len; pos = end) {
		size_t wide = next_width(text, pos, &end);

		if (left <= columns && (pos == 0 || cvd_wrap_may_break(text, pos)))
			return cvd_str_sub(text, pos, text.len);
		left -= wide < left ? wide : left;
	}
	return cvd_str_sub(text, text.len, text.len);
}
