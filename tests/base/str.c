/* Slices: order, search and bounds, also of the empty and the NULL slice. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

static const struct cvd_str nothing = {0};

START_TEST(order_is_of_bytes_then_length)
{
	static const struct cvd_str sorted[] = {
		{"", 0},   {"\0", 1}, {"Z", 1},        {"a", 1},
		{"ab", 2}, {"b", 1},  {"\xC3\xA9", 2}, {"\xFF", 1},
	};
	const int count = sizeof sorted / sizeof *sorted;

	for (int i = 0; i < count; i++)
		for (int j = 0; j < count; j++) {
			int order = cvd_str_compare(sorted[i], sorted[j]);

			ck_assert_int_eq((order > 0) - (order < 0), (i > j) - (i < j));
			ck_assert_int_eq(cvd_str_equal(sorted[i], sorted[j]), i == j);
		}
	ck_assert_int_eq(cvd_str_compare(nothing, CVD_STR("")), 0);
	ck_assert(cvd_str_equal(nothing, CVD_STR("")));
}
END_TEST

START_TEST(ascii_case_alone_is_folded)
{
	ck_assert(cvd_str_equal_ascii_nocase(CVD_STR("Work-Z"), CVD_STR("wORK-z")));
	ck_assert(!cvd_str_equal_ascii_nocase(CVD_STR("work"), CVD_STR("works")));
	ck_assert(!cvd_str_equal_ascii_nocase(CVD_STR("@["), CVD_STR("`{")));
	ck_assert(!cvd_str_equal_ascii_nocase(CVD_STR("É"), CVD_STR("é")));
}
END_TEST

START_TEST(starts_and_ends)
{
	ck_assert(cvd_str_starts_with(CVD_STR("mailto:x"), CVD_STR("mailto:")));
	ck_assert(!cvd_str_starts_with(CVD_STR("mail"), CVD_STR("mailto:")));
	ck_assert(cvd_str_starts_with(nothing, nothing));
	ck_assert(cvd_str_ends_with(CVD_STR("cv.md"), CVD_STR(".md")));
	ck_assert(!cvd_str_ends_with(CVD_STR("md"), CVD_STR(".md")));
	ck_assert(cvd_str_ends_with(CVD_STR("md"), nothing));
}
END_TEST

START_TEST(parts_are_clamped)
{
	struct cvd_str s = CVD_STR("role");

	assert_text(cvd_str_sub(s, 1, 3), "ol");
	assert_text(cvd_str_sub(s, 2, 99), "le");
	assert_text(cvd_str_sub(s, 3, 1), "");
	assert_text(cvd_str_sub(s, 99, 100), "");
	ck_assert_ptr_null(cvd_str_sub(nothing, 0, 5).ptr);
	ck_assert_uint_eq(cvd_str_from(NULL).len, 0);
}
END_TEST

START_TEST(trim_takes_ascii_space_at_both_ends)
{
	assert_text(cvd_str_trim(CVD_STR(" \t\r\n\v\f a b \0")), "a b");
	assert_text(cvd_str_trim(CVD_STR(" \n ")), "");
	assert_text(cvd_str_trim(nothing), "");
	assert_text(cvd_str_trim(CVD_STR("\xC2\xA0x")), "\xC2\xA0x");
}
END_TEST

START_TEST(find_finds_the_first)
{
	struct cvd_str s = CVD_STR("abcabcd\0abcd");

	ck_assert_uint_eq(cvd_str_find(s, CVD_STR("abcd"), 0), 3);
	ck_assert_uint_eq(cvd_str_find(s, CVD_STR("abcd"), 4), 8);
	ck_assert_uint_eq(cvd_str_find(s, CVD_STR("abcd"), 9), SIZE_MAX);
	ck_assert_uint_eq(cvd_str_find(s, CVD_STR(""), 12), 12);
	ck_assert_uint_eq(cvd_str_find(s, CVD_STR(""), 13), SIZE_MAX);
	ck_assert_uint_eq(cvd_str_find(s, CVD_STR("a"), 99), SIZE_MAX);
	ck_assert_uint_eq(cvd_str_find(nothing, CVD_STR("a"), 0), SIZE_MAX);
	ck_assert_uint_eq(cvd_str_find(nothing, nothing, 0), 0);
	ck_assert_uint_eq(cvd_str_find_char(s, 'c', 3), 5);
	ck_assert_uint_eq(cvd_str_find_char(s, '\0', 0), 7);
	ck_assert_uint_eq(cvd_str_find_char(s, 'a', 12), SIZE_MAX);
	ck_assert_uint_eq(cvd_str_find_char(nothing, 'a', 0), SIZE_MAX);
}
END_TEST

START_TEST(find_is_linear)
{
	const size_t len = (size_t)4 << 20;
	char *text = malloc(len);
	struct cvd_str s = {text, len}, needle = {text + len / 2, len / 2};

	ck_assert_ptr_nonnull(text);
	memset(text, 'a', len);
	text[len - 1] = 'b';
	ck_assert_uint_eq(cvd_str_find(s, needle, 0), len / 2);
	free(text);
}
END_TEST

UNIT_MAIN("str", order_is_of_bytes_then_length, ascii_case_alone_is_folded, starts_and_ends,
	  parts_are_clamped, trim_takes_ascii_space_at_both_ends, find_finds_the_first,
	  find_is_linear)
