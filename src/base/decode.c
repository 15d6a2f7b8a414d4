/*
 * Bytes of unknown encoding to valid UTF-8. A byte order mark decides; without one, valid UTF-8 is
 * UTF-8, since text in another encoding hardly ever is by chance. What is left is either UTF-8 with
 * damage (a cut character, a pasted line) or Windows-1252, told apart by counting: in Windows-1252
 * letters such as é stand between ASCII ones and form no UTF-8 sequence, so nearly all of them are
 * bad, while damaged UTF-8 is mostly good.
 *
 * Invariant: the result is well-formed and holds no NUL; each character that was lost is one U+FFFD
 * and is counted. One pass to check, at most two more to convert.
 *
 * Unicode 15, 3.9 (one U+FFFD for each maximal subpart of an ill-formed sequence); the table is
 * WHATWG's windows-1252 (https://encoding.spec.whatwg.org/#windows-1252).
 */
#include "base/text.h"

#include "ascii.h"

#include <unistr.h>

/* Broken UTF-8 is kept as UTF-8 if it has at least this many good sequences for each bad one. */
#define GOOD_PER_BAD 1

/*
 * Windows-1252 where it is not Latin-1. Its five undefined bytes are U+FFFD and counted: WHATWG
 * makes C1 controls of them, which nobody wrote, and the count is what warns of a wrong guess.
 */
static const uint16_t windows_1252[32] = {
	0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
	0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
	0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

static const struct signature {
	struct cvd_str bom;
	enum cvd_encoding encoding;
} signatures[] = {
	{{"\xEF\xBB\xBF", 3}, CVD_UTF8},
	{{"\xFF\xFE", 2}, CVD_UTF16LE},
	{{"\xFE\xFF", 2}, CVD_UTF16BE},
};

struct output {
	struct cvd_buf buf;
	size_t replaced;
};

static void put(struct output *out, uint32_t code_point)
{
	if (code_point == 0)
		code_point = 0xFFFD;
	out->replaced += code_point == 0xFFFD;
	cvd_utf8_put(&out->buf, code_point);
}

/* Length of the sequence at `pos`, whether good or a maximal subpart of one. */
static size_t sequence(struct cvd_str s, size_t pos, bool *good)
{
	const uint8_t *at = (const uint8_t *)s.ptr + pos;
	ucs4_t code_point;

	*good = u8_mbtoucr(&code_point, at, s.len - pos) > 0;
	return (size_t)u8_mbtouc(&code_point, at, s.len - pos);
}

static bool mostly_utf8(struct cvd_str s)
{
	size_t good_count = 0, bad_count = 0;

	for (size_t pos = ascii_end(s, 0); pos < s.len; pos = ascii_end(s, pos)) {
		bool good;

		pos += sequence(s, pos, &good);
		good_count += good;
		bad_count += !good;
	}
	return good_count / GOOD_PER_BAD >= bad_count;
}

static void from_utf8(struct output *out, struct cvd_str s)
{
	size_t kept = 0, pos = 0;

	while (pos < s.len) {
		size_t from = pos;
		bool good = s.ptr[pos] != '\0';

		if ((unsigned char)s.ptr[pos] < 0x80)
			pos++;
		else
			pos += sequence(s, pos, &good);
		if (good)
			continue;
		cvd_buf_add(&out->buf, cvd_str_sub(s, kept, from));
		put(out, 0xFFFD);
		kept = pos;
	}
	cvd_buf_add(&out->buf, cvd_str_sub(s, kept, s.len));
}

static void from_windows_1252(struct output *out, struct cvd_str s)
{
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.ptr[i];

		put(out, c >= 0x80 && c < 0xA0 ? windows_1252[c - 0x80] : c);
	}
}

static uint32_t utf16_unit(struct cvd_str s, size_t pos, bool big_endian)
{
	unsigned char first = (unsigned char)s.ptr[pos], second = (unsigned char)s.ptr[pos + 1];

	return big_endian ? (uint32_t)first << 8 | second : (uint32_t)second << 8 | first;
}

static void from_utf16(struct output *out, struct cvd_str s, bool big_endian)
{
	size_t pos = 0;

	while (s.len - pos >= 2) {
		uint32_t unit = utf16_unit(s, pos, big_endian), low;

		pos += 2;
		if (unit >= 0xD800 && unit < 0xDC00 && s.len - pos >= 2) {
			low = utf16_unit(s, pos, big_endian);
			if (low >= 0xDC00 && low < 0xE000) {
				unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
				pos += 2;
			}
		}
		put(out, unit >= 0xD800 && unit < 0xE000 ? 0xFFFD : unit);
	}
	if (pos < s.len)
		put(out, 0xFFFD);
}

static struct cvd_str strip_bom(struct cvd_str bytes, struct cvd_decoded *decoded)
{
	for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
		if (cvd_str_starts_with(bytes, signatures[i].bom)) {
			decoded->bom = true;
			decoded->encoding = signatures[i].encoding;
			return cvd_str_sub(bytes, signatures[i].bom.len, bytes.len);
		}
	return bytes;
}

struct cvd_decoded cvd_text_decode(struct cvd_arena *arena, struct cvd_str bytes)
{
	struct cvd_decoded decoded = {.encoding = CVD_UTF8};
	struct cvd_str rest = strip_bom(bytes, &decoded);
	struct output out = {0};

	if (decoded.encoding == CVD_UTF8) {
		bool valid = cvd_utf8_check(rest) == rest.len;

		if (valid && cvd_str_find_char(rest, '\0', 0) == SIZE_MAX) {
			decoded.text = rest;
			return decoded;
		}
		if (!valid)
			decoded.encoding = decoded.bom || mostly_utf8(rest) ? CVD_BROKEN_UTF8
									    : CVD_WINDOWS_1252;
	}
	cvd_buf_reserve(&out.buf, rest.len);
	if (decoded.encoding == CVD_WINDOWS_1252)
		from_windows_1252(&out, rest);
	else if (decoded.encoding == CVD_UTF8 || decoded.encoding == CVD_BROKEN_UTF8)
		from_utf8(&out, rest);
	else
		from_utf16(&out, rest, decoded.encoding == CVD_UTF16BE);
	decoded.text = cvd_arena_copy(arena, cvd_buf_str(&out.buf));
	decoded.replaced = out.replaced;
	cvd_buf_free(&out.buf);
	return decoded;
}
