/* UTF-8, folding, white space, width and safety, each against what Unicode says. */
#include "unit.h"

#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct cvd_arena arena;

/* --- UTF-8 ------------------------------------------------------------------------------------ */

/* Table 3-7 of Unicode 15, as a table. */
static const struct {
	unsigned char first[2], second[2];
	size_t len;
} well_formed[] = {
	{{0x00, 0x7F}, {0, 0}, 1},       {{0xC2, 0xDF}, {0x80, 0xBF}, 2},
	{{0xE0, 0xE0}, {0xA0, 0xBF}, 3}, {{0xE1, 0xEC}, {0x80, 0xBF}, 3},
	{{0xED, 0xED}, {0x80, 0x9F}, 3}, {{0xEE, 0xEF}, {0x80, 0xBF}, 3},
	{{0xF0, 0xF0}, {0x90, 0xBF}, 4}, {{0xF1, 0xF3}, {0x80, 0xBF}, 4},
	{{0xF4, 0xF4}, {0x80, 0x8F}, 4},
};

static size_t well_formed_length(const unsigned char *s, size_t len)
{
	for (size_t row = 0; row < sizeof well_formed / sizeof *well_formed; row++) {
		size_t want = well_formed[row].len;

		if (s[0] < well_formed[row].first[0] || s[0] > well_formed[row].first[1])
			continue;
		if (len < want)
			return 0;
		if (want > 1 &&
		    (s[1] < well_formed[row].second[0] || s[1] > well_formed[row].second[1]))
			return 0;
		for (size_t i = 2; i < want; i++)
			if (s[i] < 0x80 || s[i] > 0xBF)
				return 0;
		return want;
	}
	return 0;
}

static void check_sequence(const unsigned char *bytes, size_t len)
{
	/* An exact copy, so that a sanitizer sees a read past the end. */
	char *copy = malloc(len);
	struct cvd_str s = {copy, len};
	size_t pos = 0, bad = len;

	if (!copy)
		ck_abort_msg("out of memory");
	memcpy(copy, bytes, len);
	while (pos < len) {
		size_t want = well_formed_length(bytes + pos, len - pos), next = pos;
		uint32_t code_point = cvd_utf8_next(s, &next);

		if (next - pos != (want ? want : 1) || (!want && code_point != 0xFFFD))
			ck_abort_msg("%02X … %02X at %zu", bytes[0], bytes[len - 1], pos);
		if (!want && bad == len)
			bad = pos;
		pos = next;
	}
	if (cvd_utf8_check(s) != bad)
		ck_abort_msg("%02X … %02X is not bad at %zu", bytes[0], bytes[len - 1], bad);
	free(copy);
}

START_TEST(utf8_is_table_3_7)
{
	static const unsigned char edges[] = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0,
					      0xBF, 0xC0, 0xC2, 0xE0, 0xED, 0xF0, 0xF4, 0xFF};
	const size_t count = sizeof edges;

	for (unsigned first = 0; first < 256; first++)
		for (unsigned second = 0; second < 256; second++) {
			check_sequence((unsigned char[]){(unsigned char)first}, 1);
			check_sequence(
				(unsigned char[]){(unsigned char)first, (unsigned char)second}, 2);
			for (size_t i = 0; i < count; i++)
				check_sequence((unsigned char[]){(unsigned char)first,
								 (unsigned char)second, edges[i]},
					       3);
		}
	for (unsigned first = 0xE0; first < 256; first++)
		for (size_t i = 0; i < count * count * count; i++)
			check_sequence(
				(unsigned char[]){(unsigned char)first, edges[i / count / count],
						  edges[i / count % count], edges[i % count]},
				4);
}
END_TEST

START_TEST(check_finds_a_bad_byte_anywhere)
{
	char text[40];

	for (size_t at = 0; at < sizeof text; at++) {
		memset(text, 'a', sizeof text);
		text[at] = '\x80';
		for (size_t len = at + 1; len <= sizeof text; len++)
			ck_assert_uint_eq(cvd_utf8_check((struct cvd_str){text, len}), at);
		ck_assert_uint_eq(cvd_utf8_check((struct cvd_str){text, at}), at);
	}
	ck_assert_uint_eq(cvd_utf8_check((struct cvd_str){0}), 0);
}
END_TEST

START_TEST(every_scalar_value_survives)
{
	struct cvd_buf buf = {0};

	for (uint32_t c = 0; c < 0x110100; c++) {
		bool scalar = c < 0x110000 && (c < 0xD800 || c > 0xDFFF);
		size_t pos = 0;

		buf.len = 0;
		cvd_utf8_put(&buf, c);
		if (cvd_utf8_next(cvd_buf_str(&buf), &pos) != (scalar ? c : 0xFFFD) ||
		    pos != buf.len)
			ck_abort_msg("U+%04X is lost", (unsigned)c);
	}
	buf.len = 0;
	cvd_utf8_put(&buf, UINT32_MAX);
	assert_text(cvd_buf_str(&buf), "\xEF\xBF\xBD");
	cvd_buf_free(&buf);
}
END_TEST

/* --- folding ---------------------------------------------------------------------------------- */

START_TEST(folding_is_full_and_composed)
{
	static const char *const pairs[][2] = {
		{"", ""},
		{"Senior ENGINEER 3x", "senior engineer 3x"},
		{"@AZ[`az{", "@az[`az{"},
		{"ÀÖ×ØÞß÷øþÿ", "àö×øþss÷øþÿ"},
		{"µ – “É”", "μ – “é”"},
		{"Straße STRASSE", "strasse strasse"},
		{"ΣΊΣΥΦΟΣ σίσυφος", "σίσυφοσ σίσυφοσ"},
		{"ﬁ Ǆ Ω Å", "fi ǆ ω å"},
		{"E\xCC\x81t\xC3\xA9 e\xCC\x81", "\xC3\xA9t\xC3\xA9 \xC3\xA9"},
		{"\xCC\x81"
		 "A",
		 "\xCC\x81"
		 "a"},
		{"q\xCC\x87\xCC\xA3", "q\xCC\xA3\xCC\x87"},
		{"한", "한"},
		{"İI", "i\xCC\x87i"},
		{"日本語 Ａ", "日本語 ａ"},
		{"\xF0\x90\x90\x80", "\xF0\x90\x90\xA8"},
	};

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		assert_text(cvd_text_fold(&arena, cvd_str_from(pairs[i][0])), pairs[i][1]);
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(canonically_equal_text_folds_alike)
{
	/* The iota below folds to a letter, which an accent behind it must not follow. */
	assert_str(cvd_text_fold(&arena, CVD_STR("α\xCD\x85\xCC\x81")),
		   cvd_text_fold(&arena, CVD_STR("α\xCC\x81\xCD\x85")));
	assert_str(cvd_text_fold(&arena, CVD_STR("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB")),
		   CVD_STR("한"));
	cvd_arena_free(&arena);
}
END_TEST

/* The fast paths must not be seen: whatever surrounds it, a character folds to the same. */
START_TEST(folding_joins)
{
	static const char *const pieces[] = {"a", "Z", "É", "é",  "–",
					     "ß", "Σ", "ﬁ", "日", "\xC2\xB5"};
	const size_t count = sizeof pieces / sizeof *pieces;

	for (size_t i = 0; i < count * count * count; i++) {
		const size_t at[3] = {i / count / count, i / count % count, i % count};
		struct cvd_buf whole = {0}, parts = {0};

		for (size_t k = 0; k < 3; k++) {
			struct cvd_str piece = cvd_str_from(pieces[at[k]]);

			cvd_buf_add(&whole, piece);
			cvd_buf_add(&parts, cvd_text_fold(&arena, piece));
		}
		assert_str(cvd_text_fold(&arena, cvd_buf_str(&whole)), cvd_buf_str(&parts));
		cvd_buf_free(&whole);
		cvd_buf_free(&parts);
	}
	cvd_arena_free(&arena);
}
END_TEST

/* A Thai letter in the run keeps it off the fast path, which must give the same. */
START_TEST(simple_rows_fold_as_the_tables_say)
{
	struct cvd_buf fast = {0}, full = {0};

	for (uint32_t c = 0x80; c < 0x11000; c++) {
		struct cvd_str want;

		if (c >= 0xd800 && c < 0xe000)
			continue;
		fast.len = full.len = 0;
		cvd_utf8_put(&fast, c);
		cvd_buf_add(&full, CVD_STR("ก"));
		cvd_utf8_put(&full, c);
		want = cvd_text_fold(&arena, cvd_buf_str(&full));
		if (!cvd_str_equal(cvd_text_fold(&arena, cvd_buf_str(&fast)),
				   cvd_str_sub(want, 3, want.len)))
			ck_abort_msg("U+%04X folds in two ways", (unsigned)c);
	}
	cvd_buf_free(&fast);
	cvd_buf_free(&full);
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(folding_twice_changes_nothing)
{
	struct cvd_buf buf = {0};

	for (uint32_t c = 1; c < 0x30000; c++) {
		struct cvd_str once, twice;

		if (c >= 0xD800 && c < 0xE000)
			continue;
		buf.len = 0;
		cvd_utf8_put(&buf, c);
		once = cvd_text_fold(&arena, cvd_buf_str(&buf));
		twice = cvd_text_fold(&arena, once);
		if (!cvd_str_equal(once, twice))
			ck_abort_msg("U+%04X folds on", (unsigned)c);
		if (c % 4096 == 0)
			cvd_arena_free(&arena);
	}
	cvd_buf_free(&buf);
	cvd_arena_free(&arena);
}
END_TEST

/* --- white space ------------------------------------------------------------------------------ */

START_TEST(white_space_is_squeezed)
{
	static const char *const pairs[][2] = {
		{"", ""},
		{" \t\n", ""},
		{"\xC2\xA0", ""},
		{"a", "a"},
		{" a b ", "a b"},
		{"a  b", "a b"},
		{"a\nb\r\n c", "a b c"},
		{"a\xC2\xA0"
		 "b",
		 "a b"},
		{"\xE3\x80\x80日\xE3\x80\x80本\xE2\x80\xA9", "日 本"},
		{"a \xE2\x80\xA8 b", "a b"},
		{"a\xE2\x80\x8B"
		 "b",
		 "a\xE2\x80\x8B"
		 "b"}, /* zero width space is none */
		{"a \xFF \xFF", "a \xFF \xFF"},
	};

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		assert_text(cvd_text_squeeze(&arena, cvd_str_from(pairs[i][0])), pairs[i][1]);
	assert_text(cvd_text_squeeze(&arena, (struct cvd_str){0}), "");
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(squeezed_text_is_borrowed)
{
	struct cvd_str text = CVD_STR(" led a team – of 5 ");
	struct cvd_str squeezed = cvd_text_squeeze(&arena, text);

	ck_assert_ptr_eq(squeezed.ptr, text.ptr + 1);
	ck_assert_uint_eq(squeezed.len, text.len - 2);
	ck_assert_uint_eq(arena.allocated, 0);
}
END_TEST

/* --- width ------------------------------------------------------------------------------------ */

START_TEST(width_is_what_a_terminal_draws)
{
	static const struct {
		const char *text;
		size_t width;
	} rows[] = {
		{"", 0},
		{"Engineer", 8},
		{"a\tb\x1B", 2},
		{"résumé", 6},
		{"re\xCC\x81sume\xCC\x81", 6},
		{"– • “x” …", 9},
		{"日本語", 6},
		{"ｶﾅ", 2},
		{"한국", 4},
		{"\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", 2}, /* the same as letters */
		{"a\xE2\x80\x8B\xE2\x80\x8D"
		 "b",
		 2},
		{"🚀", 2},
		{"👍🏽", 2},
		{"👩‍👩‍👧", 2},
		{"👩🏽‍💻", 2},
		{"❤", 1},
		{"❤\xEF\xB8\x8F", 2},
		{"🇩🇪", 2},
		{"1\xEF\xB8\x8F\xE2\x83\xA3", 2},
		{"🏳\xEF\xB8\x8F‍🌈", 2},
		{"🤷‍♂\xEF\xB8\x8F", 2},
		{"🇩🇪🇫🇷", 4},
		{"\xF0\x9F\x8F\xB4\xF3\xA0\x81\xA7\xF3\xA0\x81\xA2\xF3\xA0\x81\xA5\xF3\xA0\x81\xAE"
		 "\xF3\xA0\x81\xA7\xF3\xA0\x81\xBF",
		 2}, /* the flag of England */
		{"ไทยกำ", 5},
		{"नमस्ते", 4},
		{"ＡＢ（）", 8},
		{"co\xC2\xADop", 5}, /* terminals draw a soft hyphen */
		{"\xFF", 1},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ck_assert_msg(cvd_text_width(cvd_str_from(rows[i].text)) == rows[i].width,
			      "'%s' is %zu wide", rows[i].text,
			      cvd_text_width(cvd_str_from(rows[i].text)));
}
END_TEST

/* --- safety ----------------------------------------------------------------------------------- */

static void check_visible(struct cvd_str text, const char *want)
{
	struct cvd_buf buf = {0};

	cvd_text_visible(&buf, text);
	assert_text(cvd_buf_str(&buf), want);
	cvd_buf_free(&buf);
}

START_TEST(what_a_terminal_would_obey_is_shown)
{
	check_visible(CVD_STR("\x1B[31mred\x7F"), "<U+001B>[31mred<U+007F>");
	check_visible(CVD_STR("a\tb\nc\0d\r"), "a<U+0009>b<U+000A>c<U+0000>d<U+000D>");
	check_visible(CVD_STR("\xC2\x9B"
			      "1m"),
		      "<U+009B>1m");
	check_visible(CVD_STR("cv\xE9.md\x80\xF0\x9F"), "cv<E9>.md<80><F0><9F>");
	check_visible(CVD_STR("\xD8\x9C\xE2\x80\x8E\xE2\x80\xA9"), "<U+061C><U+200E><U+2029>");
	check_visible(CVD_STR("a\xEF\xBB\xBF"
			      "b\xE2\x81\xAA\xE2\x81\xAF\xEF\xBF\xB9"),
		      "a<U+FEFF>b<U+206A><U+206F><U+FFF9>");
	check_visible(CVD_STR("résumé – 日本 👩‍👧 \xEF\xBF\xBD <U+0041>"),
		      "résumé – 日本 👩‍👧 \xEF\xBF\xBD <U+0041>");
	check_visible((struct cvd_str){0}, "");
}
END_TEST

static bool is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
	       (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x206F) || c == 0xFEFF ||
	       (c >= 0xFFF9 && c <= 0xFFFB);
}

START_TEST(nothing_else_is_changed)
{
	for (uint32_t c = 0; c < 0x110000; c++) {
		struct cvd_buf in = {0}, out = {0};
		char shown[16];

		cvd_utf8_put(&in, c);
		cvd_text_visible(&out, cvd_buf_str(&in));
		snprintf(shown, sizeof shown, "<U+%04X>", (unsigned)c);
		if (!cvd_str_equal(cvd_buf_str(&out),
				   is_control(c) ? cvd_str_from(shown) : cvd_buf_str(&in)))
			ck_abort_msg("%s is '%.*s'", shown, CVD_STR_ARG(cvd_buf_str(&out)));
		cvd_buf_free(&in);
		cvd_buf_free(&out);
	}
}
END_TEST

/* --- bounds ----------------------------------------------------------------------------------- */

START_TEST(long_lines_take_linear_time)
{
	static const char *const units[] = {"a",  "é",        "é.",
					    "中", "\xCC\x81", "\xCC\x81\xCC\xA3",
					    "🇩🇪", "👩‍",  " \t",
					    "Σ",  "\xFF",     "\x1B"};

	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		struct cvd_buf text = {0}, out = {0};

		while (text.len < (size_t)1 << 20)
			cvd_buf_add(&text, cvd_str_from(units[i]));
		ck_assert_uint_gt(cvd_text_fold(&arena, cvd_buf_str(&text)).len, 0);
		ck_assert_uint_le(cvd_text_squeeze(&arena, cvd_buf_str(&text)).len, text.len);
		ck_assert_uint_le(cvd_text_width(cvd_buf_str(&text)), text.len);
		cvd_text_visible(&out, cvd_buf_str(&text));
		ck_assert_uint_ge(out.len, text.len);
		cvd_buf_free(&text);
		cvd_buf_free(&out);
		cvd_arena_free(&arena);
	}
}
END_TEST

UNIT_MAIN("text", utf8_is_table_3_7, check_finds_a_bad_byte_anywhere, every_scalar_value_survives,
	  folding_is_full_and_composed, canonically_equal_text_folds_alike, folding_joins,
	  simple_rows_fold_as_the_tables_say, folding_twice_changes_nothing,
	  white_space_is_squeezed, squeezed_text_is_borrowed, width_is_what_a_terminal_draws,
	  what_a_terminal_would_obey_is_shown, nothing_else_is_changed, long_lines_take_linear_time)
