/* Bytes in every encoding that is told apart, whole, damaged and random. */
#include "unit.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

static struct cvd_arena arena;

START_TEST(encodings_are_told_apart)
{
	static const struct {
		struct cvd_str bytes;
		const char *text;
		enum cvd_encoding encoding;
		bool bom;
		size_t replaced;
	} rows[] = {
		{{"", 0}, "", CVD_UTF8, false, 0},
		{{"plain", 5}, "plain", CVD_UTF8, false, 0},
		{{"r\xC3\xA9sum\xC3\xA9", 8}, "résumé", CVD_UTF8, false, 0},
		{{"\xEF\xBB\xBF# A", 6}, "# A", CVD_UTF8, true, 0},
		{{"\xEF\xBB\xBF", 3}, "", CVD_UTF8, true, 0},
		{{"\xEF\xBB", 2}, "ï»", CVD_WINDOWS_1252, false, 0},
		{{"a\0b\0", 4},
		 "a\xEF\xBF\xBD"
		 "b\xEF\xBF\xBD",
		 CVD_UTF8,
		 false,
		 2},
		{{"\xEF\xBF\xBD", 3}, "\xEF\xBF\xBD", CVD_UTF8, false, 0},
		/* Latin-1 and Windows-1252, the undefined byte 81 among it */
		{{"r\xE9sum\xE9", 6}, "résumé", CVD_WINDOWS_1252, false, 0},
		{{"\x80 5 \x96 \x93x\x94\x85", 10}, "€ 5 – “x”…", CVD_WINDOWS_1252, false, 0},
		{{"\xE9\x81\xE9\0", 4}, "é\xEF\xBF\xBDé\xEF\xBF\xBD", CVD_WINDOWS_1252, false, 2},
		{{"\xC3\xA9 \xE9 \xE8", 6}, "Ã© é è", CVD_WINDOWS_1252, false, 0},
		/* UTF-8 with damage: a cut character is one U+FFFD, a stray byte each is one */
		{{"\xC3\xA9\xC3\xA8 \xE2\x80", 7}, "éè \xEF\xBF\xBD", CVD_BROKEN_UTF8, false, 1},
		{{"\xC3\xA9 \xE2\x80\xA2 \x80 \xF0\x9F\x9A"
		  "b\0",
		  14},
		 "é • \xEF\xBF\xBD \xEF\xBF\xBD"
		 "b\xEF\xBF\xBD",
		 CVD_BROKEN_UTF8,
		 false,
		 3},
		{{"\xEF\xBB\xBF\xE9\xE9", 5}, "\xEF\xBF\xBD\xEF\xBF\xBD", CVD_BROKEN_UTF8, true, 2},
		/* UTF-16 */
		{{"\xFF\xFE", 2}, "", CVD_UTF16LE, true, 0},
		{{"\xFF\xFE"
		  "A\0\xE9\0\x3D\xD8\x80\xDE",
		  10},
		 "Aé🚀",
		 CVD_UTF16LE,
		 true,
		 0},
		{{"\xFE\xFF\0A\0\xE9\xD8\x3D\xDE\x80", 10}, "Aé🚀", CVD_UTF16BE, true, 0},
		{{"\xFE\xFF\xD8\x3D\0A\xDE\x80", 8},
		 "\xEF\xBF\xBD"
		 "A\xEF\xBF\xBD",
		 CVD_UTF16BE,
		 true,
		 2},
		{{"\xFE\xFF\xD8\x3D\xE0\x00", 6}, "\xEF\xBF\xBD\xEE\x80\x80", CVD_UTF16BE, true, 1},
		{{"\xFE\xFF\xD8\x3D", 4}, "\xEF\xBF\xBD", CVD_UTF16BE, true, 1},
		{{"\xFE\xFF\xD8\x3D\xDE", 5}, "\xEF\xBF\xBD\xEF\xBF\xBD", CVD_UTF16BE, true, 2},
		{{"\xFF\xFE"
		  "A\0B",
		  5},
		 "A\xEF\xBF\xBD",
		 CVD_UTF16LE,
		 true,
		 1},
		{{"\xFF\xFE\0\0", 4}, "\xEF\xBF\xBD", CVD_UTF16LE, true, 1},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cvd_decoded got = cvd_text_decode(&arena, rows[i].bytes);

		assert_text(got.text, rows[i].text);
		ck_assert_int_eq(got.encoding, rows[i].encoding);
		ck_assert_int_eq(got.bom, rows[i].bom);
		ck_assert_uint_eq(got.replaced, rows[i].replaced);
	}
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(good_text_is_borrowed)
{
	struct cvd_str bytes = CVD_STR("\xEF\xBB\xBF# José");
	struct cvd_decoded got = cvd_text_decode(&arena, bytes);

	ck_assert_ptr_eq(got.text.ptr, bytes.ptr + 3);
	ck_assert_uint_eq(arena.allocated, 0);
}
END_TEST

START_TEST(all_of_windows_1252)
{
	static const char want[] = "€?‚ƒ„…†‡ˆ‰Š‹Œ?Ž??‘’“”•–—˜™š›œ?žŸ";
	char bytes[128];
	struct cvd_decoded got;
	size_t pos = 0, want_pos = 0;

	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (char)(0x80 + i);
	got = cvd_text_decode(&arena, (struct cvd_str){bytes, sizeof bytes});
	ck_assert_int_eq(got.encoding, CVD_WINDOWS_1252);
	ck_assert_uint_eq(got.replaced, 5);
	for (uint32_t byte = 0x80; byte < 0x100; byte++) {
		uint32_t expected = byte;

		if (byte < 0xA0)
			expected = cvd_utf8_next(cvd_str_from(want), &want_pos);
		ck_assert_uint_eq(cvd_utf8_next(got.text, &pos),
				  expected == '?' ? 0xFFFD : expected);
	}
	ck_assert_uint_eq(pos, got.text.len);
	cvd_arena_free(&arena);
}
END_TEST

static size_t count_replacements(struct cvd_str text)
{
	size_t count = 0;

	for (size_t pos = 0; pos < text.len;)
		count += cvd_utf8_next(text, &pos) == 0xFFFD;
	return count;
}

/* Fragments rather than bytes, so that good and bad sequences meet in every way. */
START_TEST(anything_becomes_valid)
{
	static const struct cvd_str pieces[] = {
		{"a", 1},
		{"\0", 1},
		{"\xC3\xA9", 2},
		{"\xE2\x80\x93", 3},
		{"\xF0\x9F\x9A\x80", 4},
		{"\xE2\x80", 2},
		{"\xF0\x9F", 2},
		{"\xE9", 1},
		{"\x81", 1},
		{"\xED\xA0\x80", 3},
		{"\xFF\xFE", 2},
		{"\xFE\xFF", 2},
		{"\xEF\xBB\xBF", 3},
		{"\xD8\x00", 2},
		{"\xC0\x80", 2},
	};
	uint64_t random = 42;

	for (int round = 0; round < 20000; round++) {
		char *bytes = malloc(64);
		size_t len = 0;
		struct cvd_decoded got;

		ck_assert_ptr_nonnull(bytes);
		for (int i = 0; i < round % 12; i++) {
			random = random * UINT64_C(6364136223846793005) + 1442695040888963407;
			struct cvd_str piece =
				pieces[(random >> 33) % (sizeof pieces / sizeof *pieces)];

			memcpy(bytes + len, piece.ptr, piece.len);
			len += piece.len;
		}
		bytes = realloc(bytes, len ? len : 1);
		got = cvd_text_decode(&arena, (struct cvd_str){bytes, len});
		ck_assert_uint_eq(cvd_utf8_check(got.text), got.text.len);
		ck_assert_uint_eq(cvd_str_find_char(got.text, '\0', 0), SIZE_MAX);
		ck_assert_uint_eq(count_replacements(got.text), got.replaced);
		free(bytes);
		cvd_arena_free(&arena);
	}
}
END_TEST

UNIT_MAIN("decode", encodings_are_told_apart, good_text_is_borrowed, all_of_windows_1252,
	  anything_becomes_valid)
