/*
 * UTF-8 by libunistring's rules (Unicode 15, table 3-7: no overlong forms, no surrogates, nothing
 * above U+10FFFF), with ASCII handled in place. Reading never fails: a byte that starts no
 * well-formed sequence stands for U+FFFD by itself, so that a reader that keeps offsets can tell
 * such a byte (one long) from a U+FFFD of the text (three long).
 */
#include "base/text.h"

#include "ascii.h"

#include <unistr.h>

uint32_t cvd_utf8_next(struct cvd_str s, size_t *pos)
{
	const uint8_t *at = (const uint8_t *)s.ptr + *pos;
	ucs4_t code_point;
	int len;

	if (*at < 0x80) {
		++*pos;
		return *at;
	}
	if (at[0] >= 0xc2 && at[0] < 0xe0 && s.len - *pos > 1 && (at[1] & 0xc0) == 0x80) {
		*pos += 2;
		return (at[0] & 0x1fu) << 6 | (at[1] & 0x3fu);
	}
	/* no overlong form and no surrogate */
	if (at[0] > 0xe0 && at[0] < 0xf0 && at[0] != 0xed && s.len - *pos > 2 &&
	    (at[1] & 0xc0) == 0x80 && (at[2] & 0xc0) == 0x80) {
		*pos += 3;
		return (at[0] & 0xfu) << 12 | (at[1] & 0x3fu) << 6 | (at[2] & 0x3fu);
	}
	len = u8_mbtoucr(&code_point, at, s.len - *pos);
	if (len < 0) {
		++*pos;
		return 0xFFFD;
	}
	*pos += (size_t)len;
	return code_point;
}

size_t cvd_utf8_check(struct cvd_str s)
{
	size_t pos = ascii_end(s, 0);

	while (pos < s.len) {
		ucs4_t code_point;
		int len = u8_mbtoucr(&code_point, (const uint8_t *)s.ptr + pos, s.len - pos);

		if (len < 0)
			return pos;
		pos = ascii_end(s, pos + (size_t)len);
	}
	return pos;
}

void cvd_utf8_put(struct cvd_buf *buf, uint32_t code_point)
{
	uint8_t bytes[4];
	int len = u8_uctomb(bytes, code_point, sizeof bytes);

	if (len > 0)
		cvd_buf_add_bytes(buf, bytes, (size_t)len);
	else
		cvd_buf_add(buf, CVD_STR("\xEF\xBF\xBD"));
}
