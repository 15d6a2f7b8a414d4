/* Line breaking: every line fits, nothing is lost, words stay whole where they can. */
#include "unit.h"

#include "base/text.h"
#include "render/wrap.h"

/* The lines joined by `|`. */
static void check_lines(const char *text, size_t width, const char *want)
{
	struct cvd_str s = cvd_str_from(text);
	struct cvd_buf out = {0};

	for (size_t pos = 0; pos < s.len;) {
		size_t next, end = cvd_wrap_line(s, pos, width, &next);

		ck_assert_uint_gt(next, pos);
		cvd_buf_add(&out, cvd_str_sub(s, pos, end));
		if (next < s.len)
			cvd_buf_put(&out, '|');
		pos = next;
	}
	assert_text(cvd_buf_str(&out), want);
	cvd_buf_free(&out);
}

START_TEST(lines_break_at_spaces)
{
	check_lines("", 10, "");
	check_lines("one two three", 20, "one two three");
	check_lines("one two three", 13, "one two three");
	check_lines("one two three", 12, "one two|three");
	check_lines("one two three", 7, "one two|three");
	check_lines("one two three", 6, "one|two|three");
	check_lines("one two three", 0, "one two three");
	check_lines("one   two", 4, "one|two");
	check_lines("one two  ", 7, "one two");
}
END_TEST

START_TEST(long_words_are_cut_only_if_they_must)
{
	check_lines("a abcdefgh", 8, "a|abcdefgh");
	check_lines("a abcdefghij", 8, "a|abcdefgh|ij");
	check_lines("abcdefghij", 4, "abcd|efgh|ij");
	check_lines("e\xcc\x81"
		    "e\xcc\x81"
		    "e\xcc\x81",
		    2,
		    "e\xcc\x81"
		    "e\xcc\x81|e\xcc\x81");
	check_lines("履歴", 1, "履|歴");
	check_lines("no\xc2\xa0"
		    "break here",
		    9,
		    "no\xc2\xa0"
		    "break|here");
}
END_TEST

START_TEST(unspaced_scripts_break_between_characters)
{
	check_lines("決済基盤の設計", 8, "決済基盤|の設計");
	check_lines("決済基盤の設計", 9, "決済基盤|の設計");
	check_lines("決済基盤。設計", 8, "決済基|盤。設計");
	check_lines("設計（基盤）", 6, "設計|（基|盤）");
	check_lines("API設計", 5, "API設|計");
	check_lines("설계 및 구현", 7, "설계 및|구현");
}
END_TEST

START_TEST(what_is_drawn_as_one_stays_whole)
{
	check_lines("🇩🇪🇫🇷🇮🇹", 3, "🇩🇪|🇫🇷|🇮🇹");
	check_lines("1\xEF\xB8\x8F\xE2\x83\xA3"
		    "2\xEF\xB8\x8F\xE2\x83\xA3",
		    3,
		    "1\xEF\xB8\x8F\xE2\x83\xA3|"
		    "2\xEF\xB8\x8F\xE2\x83\xA3");
	check_lines("👩🏽‍💻👩🏽‍💻", 3, "👩🏽‍💻|👩🏽‍💻");
	check_lines("👩🏽‍💻👩🏽‍💻", 4, "👩🏽‍💻👩🏽‍💻");
	check_lines("❤\xEF\xB8\x8F❤\xEF\xB8\x8F", 3, "❤\xEF\xB8\x8F|❤\xEF\xB8\x8F");
	check_lines("e\xCC\x81\xCC\xA3o\xCC\x88", 1, "e\xCC\x81\xCC\xA3|o\xCC\x88");
	check_lines("か\xE3\x82\x99き\xE3\x82\x99", 2, "か\xE3\x82\x99|き\xE3\x82\x99");
	check_lines("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB\xE1\x84\x92\xE1\x85\xA1", 2,
		    "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB|\xE1\x84\x92\xE1\x85\xA1");
	assert_text(cvd_wrap_head(CVD_STR("🇩🇪🇫🇷🇮🇹"), 3), "🇩🇪");
}
END_TEST

START_TEST(line_breaks_of_the_text_hold)
{
	check_lines("one\ntwo three", 20, "one|two three");
	check_lines("one\n\ntwo", 20, "one||two");
	check_lines("one\n", 20, "one");
	check_lines("    indented code", 13, "    indented|code");
}
END_TEST

/* Over many widths: lines are no wider than asked, and the words come out in order. */
START_TEST(every_width_keeps_the_words)
{
	static const char text[] =
		"Led 決済基盤 (payments) to $3m… with a-very-long-hyphenated-word, "
		"Zoë’s café\xcc\x81 👩‍💻 and 日本語のテキスト。";
	struct cvd_str s = CVD_STR("");

	s.ptr = text;
	s.len = sizeof text - 1;
	for (size_t width = 2; width < 100; width++) {
		struct cvd_buf got = {0}, want = {0};

		for (size_t pos = 0; pos < s.len;) {
			size_t next, end = cvd_wrap_line(s, pos, width, &next);

			ck_assert_uint_le(cvd_text_width(cvd_str_sub(s, pos, end)), width);
			for (; pos < end; pos++)
				if (s.ptr[pos] != ' ')
					cvd_buf_put(&got, s.ptr[pos]);
			for (; pos < next; pos++)
				ck_assert_int_eq(s.ptr[pos], ' ');
		}
		for (size_t i = 0; i < s.len; i++)
			if (s.ptr[i] != ' ')
				cvd_buf_put(&want, s.ptr[i]);
		assert_str(cvd_buf_str(&got), cvd_buf_str(&want));
		cvd_buf_free(&got);
		cvd_buf_free(&want);
	}
}
END_TEST

START_TEST(heads_and_tails_end_between_words)
{
	struct cvd_str s = CVD_STR("Built the billing framework");

	assert_text(cvd_wrap_head(s, 27), "Built the billing framework");
	assert_text(cvd_wrap_head(s, 26), "Built the billing");
	assert_text(cvd_wrap_head(s, 9), "Built the");
	assert_text(cvd_wrap_head(s, 3), "Bui");
	assert_text(cvd_wrap_tail(s, 27), "Built the billing framework");
	assert_text(cvd_wrap_tail(s, 26), "the billing framework");
	assert_text(cvd_wrap_tail(s, 9), "framework");
	assert_text(cvd_wrap_tail(s, 8), "");
	assert_text(cvd_wrap_head(CVD_STR("決済基盤の設計"), 5), "決済");
	assert_text(cvd_wrap_tail(CVD_STR("決済基盤の設計"), 5), "設計");
	assert_text(cvd_wrap_head(CVD_STR(""), 5), "");
	assert_text(cvd_wrap_tail(CVD_STR(""), 5), "");
}
END_TEST

UNIT_MAIN("wrap", lines_break_at_spaces, long_words_are_cut_only_if_they_must,
	  unspaced_scripts_break_between_characters, what_is_drawn_as_one_stays_whole,
	  line_breaks_of_the_text_hold, every_width_keeps_the_words,
	  heads_and_tails_end_between_words)
