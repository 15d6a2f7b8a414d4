/*
 * White space is Unicode's White_Space: ASCII by comparison, the rest by libunistring. Squeezing
 * looks first whether anything must change, and copies only then. Linear.
 */
#include "space.h"

#include "base/text.h"

#include <string.h>
#include <unictype.h>

static inline bool is_ascii_space(unsigned char c)
{
	return c <= ' ' && (c == ' ' || (c >= '\t' && c <= '\r'));
}

/* Bytes of the white space character at `pos`, 0 if there is none. */
static inline size_t space_length(struct cvd_str text, size_t pos)
{
	unsigned char c = (unsigned char)text.ptr[pos];
	size_t end = pos;

	if (c < 0x80)
		return is_ascii_space(c);
	return uc_is_property_white_space(cvd_utf8_next(text, &end)) ? end - pos : 0;
}

size_t cvd_space_end(struct cvd_str text, size_t pos)
{
	size_t len;

	while (pos < text.len && (len = space_length(text, pos)))
		pos += len;
	return pos;
}

size_t cvd_space_find(struct cvd_str text, size_t pos)
{
	const unsigned char *bytes = (const unsigned char *)text.ptr;

	while (pos < text.len) {
		size_t next;

		while (pos < text.len && bytes[pos] < 0x80 && !is_ascii_space(bytes[pos]))
			pos++;
		if (pos == text.len || bytes[pos] < 0x80)
			break;
		next = pos;
		if (uc_is_property_white_space(cvd_utf8_next(text, &next)))
			break;
		pos = next;
	}
	return pos;
}

/* End of the run of words that have one plain space between them. */
static size_t squeezed_end(struct cvd_str text, size_t pos)
{
	for (;;) {
		pos = cvd_space_find(text, pos);
		if (pos + 1 >= text.len || text.ptr[pos] != ' ' || space_length(text, pos + 1))
			return pos;
		pos++;
	}
}

struct cvd_str cvd_text_squeeze(struct cvd_arena *arena, struct cvd_str text)
{
	size_t from = cvd_space_end(text, 0), end = squeezed_end(text, from);
	size_t next = cvd_space_end(text, end);
	char *squeezed;
	size_t len = 0;

	if (next == text.len)
		return cvd_str_sub(text, from, end);
	squeezed = cvd_arena_alloc(arena, text.len - from);
	for (;;) {
		memcpy(squeezed + len, text.ptr + from, end - from);
		len += end - from;
		if (next == text.len)
			break;
		squeezed[len++] = ' ';
		from = next;
		end = squeezed_end(text, from);
		next = cvd_space_end(text, end);
	}
	return (struct cvd_str){squeezed, len};
}
