/* Files as people write them, with a region in them or none. */
#include "unit.h"

#include "base/region.h"

#include <string.h>

#define BEGIN "<!-- cvdiff:begin -->"
#define END "<!-- cvdiff:end -->"
#define BODY "## 2026-05\n\n- Rust\n"
#define REGION BEGIN "\n\n" BODY "\n" END "\n"

static struct cvd_arena arena;
static struct cvd_error error;

static struct cvd_str write_body(struct cvd_str text, const char *body)
{
	struct cvd_str written = {0};
	enum cvd_status status = cvd_region_write(&arena, text, cvd_str_from(body), "CHANGELOG.md",
						  &written, &error);

	ck_assert_msg(!status, "%s", error.message);
	return written;
}

/* Writing gives `want`, and writing again the same. */
static void check_written(const char *text, const char *want)
{
	struct cvd_str written = write_body(cvd_str_from(text), BODY);

	assert_text(written, want);
	assert_text(write_body(written, BODY), want);
	cvd_arena_free(&arena);
}

static void check_refused(const char *text, const char *says)
{
	struct cvd_str written = {0};

	ck_assert_int_eq(cvd_region_write(&arena, cvd_str_from(text), cvd_str_from(BODY),
					  "CHANGELOG.md", &written, &error),
			 CVD_ERROR_FORMAT);
	ck_assert_msg(strstr(error.message, says), "'%s' is not in '%s'", says, error.message);
	ck_assert_msg(strstr(error.message, "CHANGELOG.md"), "%s", error.message);
	ck_assert(error.hint[0] != '\0');
	cvd_arena_free(&arena);
}

START_TEST(region_is_replaced)
{
	check_written("# Mine\n\n" BEGIN "\nold\n" END "\nmine\n", "# Mine\n\n" REGION "mine\n");
	check_written(BEGIN "\n" END, BEGIN "\n\n" BODY "\n" END);
	check_written("  " BEGIN " \n" END "\t\nno break at the end",
		      "  " BEGIN " \n\n" BODY "\n" END "\t\nno break at the end");
}
END_TEST

START_TEST(text_around_is_kept)
{
	check_written("\xef\xbb\xbf# Mine  \n\n\n\n" BEGIN "\n" END "\n\n\n\n \t",
		      "\xef\xbb\xbf# Mine  \n\n\n\n" REGION "\n\n\n \t");
	check_written("\xef\xbb\xbf" BEGIN "\n" END "\n", "\xef\xbb\xbf" REGION);
	check_written("\xff not UTF-8\n" BEGIN "\n" END "\n", "\xff not UTF-8\n" REGION);
}
END_TEST

START_TEST(line_ends_are_those_of_the_file)
{
	check_written("# Mine\r\n" BEGIN "\r\nold\n" END "\r\nmine\n",
		      "# Mine\r\n" BEGIN "\r\n\r\n## 2026-05\r\n\r\n- Rust\r\n\r\n" END
		      "\r\nmine\n");
	check_written("# Mine\r\n",
		      "# Mine\r\n\r\n" BEGIN "\r\n\r\n## 2026-05\r\n\r\n- Rust\r\n\r\n" END "\r\n");
}
END_TEST

START_TEST(region_is_put_behind_the_preamble)
{
	check_written("# Changelog\n\nHello.\n\n## [1.0]\n\n- By hand\n",
		      "# Changelog\n\nHello.\n\n" REGION "\n## [1.0]\n\n- By hand\n");
	check_written("## [1.0]\n", REGION "\n## [1.0]\n");
	check_written("# Changelog\n```\n## no heading\n```\n    ## neither\n",
		      "# Changelog\n```\n## no heading\n```\n    ## neither\n\n" REGION);
}
END_TEST

START_TEST(region_is_put_at_the_end)
{
	check_written("", REGION);
	check_written("\xef\xbb\xbf", "\xef\xbb\xbf" REGION);
	check_written("# Changelog\n", "# Changelog\n\n" REGION);
	check_written("no break", "no break\n\n" REGION);
	check_written("two\n\n", "two\n\n" REGION);
	check_written("two\r\n\r\n",
		      "two\r\n\r\n" BEGIN "\r\n\r\n## 2026-05\r\n\r\n- Rust\r\n\r\n" END "\r\n");
}
END_TEST

START_TEST(nothing_to_write_leaves_the_markers)
{
	struct cvd_str written = write_body(cvd_str_from("# Mine\n\n" REGION "mine\n"), "");

	assert_text(written, "# Mine\n\n" BEGIN "\n" END "\nmine\n");
	assert_str(write_body(written, ""), written);
	assert_text(write_body(written, BODY), "# Mine\n\n" REGION "mine\n");
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(broken_markers_are_refused)
{
	check_refused(BEGIN "\n", "line 1 is '" BEGIN "', without an end");
	check_refused("a\n" END "\n", "line 2 is '" END "', but nothing began");
	check_refused(END "\n" BEGIN "\n", "line 1 is '" END "'");
	check_refused(BEGIN "\n" BEGIN "\n" END "\n" END "\n",
		      "line 2 is '" BEGIN "', which stands");
	check_refused(REGION REGION, "which stands before");
	check_refused(REGION "\n" END "\n", "line 9 is '" END "', which stands before");
}
END_TEST

START_TEST(markers_in_code_are_none)
{
	check_written("````\n" BEGIN "\n```\n````\n", "````\n" BEGIN "\n```\n````\n\n" REGION);
	check_written("~~~ md\n" END "\n~~~\n" BEGIN "\n```\n" END "\n",
		      "~~~ md\n" END "\n~~~\n" REGION);
	check_written("    " BEGIN "\n", "    " BEGIN "\n\n" REGION);
	check_written("say `" BEGIN "`\n", "say `" BEGIN "`\n\n" REGION);
	check_written("``` a`b\n", "``` a`b\n\n" REGION);
}
END_TEST

START_TEST(code_that_never_ends_is_refused)
{
	check_refused("# Mine\n\n```\ncode\n", "fenced code goes on to its end");
}
END_TEST

START_TEST(what_is_no_text_is_refused)
{
	struct cvd_str utf16 = {"\xff\xfe#\0 \0", 6}, written = {0};

	ck_assert_int_eq(cvd_region_write(&arena, utf16, CVD_STR(BODY), "CHANGELOG.md", &written,
					  &error),
			 CVD_ERROR_FORMAT);
}
END_TEST

UNIT_MAIN("base region", region_is_replaced, text_around_is_kept, line_ends_are_those_of_the_file,
	  region_is_put_behind_the_preamble, region_is_put_at_the_end,
	  nothing_to_write_leaves_the_markers, broken_markers_are_refused, markers_in_code_are_none,
	  code_that_never_ends_is_refused, what_is_no_text_is_refused)
