/* The JSON writer: escaping, numbers, nesting and commas, to the byte. */
#include "unit.h"

#include "base/json_writer.h"

static void check_string(struct cvd_str text, const char *want)
{
	struct cvd_buf out = {0};
	struct cvd_json json = {.out = &out};

	cvd_json_string(&json, text);
	assert_text(cvd_buf_str(&out), want);
	cvd_buf_free(&out);
}

START_TEST(strings_are_escaped)
{
	check_string(CVD_STR(""), "\"\"");
	check_string(CVD_STR("plain / text"), "\"plain / text\"");
	check_string(CVD_STR("a\"b\\c"), "\"a\\\"b\\\\c\"");
	check_string(CVD_STR("\b\t\n\f\r"), "\"\\b\\t\\n\\f\\r\"");
	check_string(CVD_STR("\x01\x1b[31m"), "\"\\u0001\\u001b[31m\"");
	check_string(CVD_STR("\0"), "\"\\u0000\"");
	check_string(CVD_STR("\x7f\xc2\x85"), "\"\\u007f\\u0085\"");
	check_string(CVD_STR("\xe2\x80\xa8\xe2\x80\xa9"), "\"\\u2028\\u2029\"");
	check_string(CVD_STR("a\xe2\x80\xae"
			     "b\xe2\x81\xa6"),
		     "\"a\\u202eb\\u2066\"");
	check_string(CVD_STR("Zo\xc3\xab \xe5\xb1\xa5\xe6\xad\xb4 \xf0\x9f\x9a\x80"),
		     "\"Zo\xc3\xab \xe5\xb1\xa5\xe6\xad\xb4 \xf0\x9f\x9a\x80\"");
}
END_TEST

START_TEST(broken_utf8_is_replaced)
{
	check_string(CVD_STR("a\xff"
			     "b"),
		     "\"a\xef\xbf\xbd"
		     "b\"");
	check_string(CVD_STR("\xe2\x82"), "\"\xef\xbf\xbd\xef\xbf\xbd\"");
	check_string(CVD_STR("\xed\xa0\x80"), "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"");
	check_string(CVD_STR("\xc0\xaf"), "\"\xef\xbf\xbd\xef\xbf\xbd\"");
}
END_TEST

START_TEST(numbers_do_not_know_locales)
{
	static const struct {
		double number;
		const char *want;
	} cases[] = {
		{0, "0"},         {1, "1"},          {0.5, "0.5"},     {0.25, "0.25"},
		{0.125, "0.125"}, {0.8123, "0.812"}, {0.9996, "1"},    {0.05, "0.05"},
		{0.007, "0.007"}, {0.0004, "0"},     {12.34, "12.34"}, {0.1006, "0.101"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct cvd_buf out = {0};
		struct cvd_json json = {.out = &out};

		cvd_json_decimal(&json, cases[i].number);
		assert_text(cvd_buf_str(&out), cases[i].want);
		cvd_buf_free(&out);
	}
}
END_TEST

START_TEST(commas_stand_between_values_only)
{
	struct cvd_buf out = {0};
	struct cvd_json json = {.out = &out};

	cvd_json_open(&json, '{');
	cvd_json_key(&json, "empty");
	cvd_json_open(&json, '[');
	cvd_json_close(&json, ']');
	cvd_json_key(&json, "list");
	cvd_json_open(&json, '[');
	cvd_json_uint(&json, UINT64_MAX);
	cvd_json_null(&json);
	cvd_json_open(&json, '{');
	cvd_json_close(&json, '}');
	cvd_json_open(&json, '[');
	cvd_json_bool(&json, true);
	cvd_json_bool(&json, false);
	cvd_json_close(&json, ']');
	cvd_json_decimal(&json, 0.5);
	cvd_json_close(&json, ']');
	cvd_json_key(&json, "last");
	cvd_json_string(&json, CVD_STR("x"));
	cvd_json_close(&json, '}');
	assert_text(cvd_buf_str(&out),
		    "{\"empty\":[],\"list\":[18446744073709551615,null,{},[true,false],0.5],"
		    "\"last\":\"x\"}");
	ck_assert_uint_eq(json.depth, 0);
	cvd_buf_free(&out);
}
END_TEST

START_TEST(indented_values_have_lines_of_their_own)
{
	struct cvd_buf out = {0};
	struct cvd_json json = {.out = &out, .indent = 2};

	cvd_json_open(&json, '{');
	cvd_json_key(&json, "empty");
	cvd_json_open(&json, '[');
	cvd_json_close(&json, ']');
	cvd_json_key(&json, "list");
	cvd_json_open(&json, '[');
	cvd_json_uint(&json, 1);
	cvd_json_open(&json, '{');
	cvd_json_close(&json, '}');
	cvd_json_close(&json, ']');
	cvd_json_key(&json, "last");
	cvd_json_string(&json, CVD_STR("x"));
	cvd_json_close(&json, '}');
	assert_text(cvd_buf_str(&out), "{\n  \"empty\": [],\n  \"list\": [\n    1,\n    {}\n  ],\n"
				       "  \"last\": \"x\"\n}");
	cvd_buf_free(&out);
}
END_TEST

UNIT_MAIN("JSON writer", strings_are_escaped, broken_utf8_is_replaced, numbers_do_not_know_locales,
	  commas_stand_between_values_only, indented_values_have_lines_of_their_own)
