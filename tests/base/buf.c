/* The growable buffer: what goes in comes out, in order, NUL bytes and all. */
#include "unit.h"

#include "base/buf.h"

START_TEST(an_empty_buffer_is_an_empty_slice)
{
	struct cvd_buf buf = {0};

	ck_assert_uint_eq(cvd_buf_str(&buf).len, 0);
	cvd_buf_add(&buf, (struct cvd_str){0});
	cvd_buf_fill(&buf, 'x', 0);
	ck_assert_uint_eq(buf.len, 0);
	cvd_buf_free(&buf);
	cvd_buf_free(&buf);
}
END_TEST

START_TEST(pieces_join)
{
	struct cvd_buf buf = {0};

	cvd_buf_put(&buf, '[');
	cvd_buf_add(&buf, CVD_STR("a\0b"));
	cvd_buf_add_bytes(&buf, "cd", 1);
	cvd_buf_fill(&buf, '-', 3);
	cvd_buf_printf(&buf, "%s:%03d]", "n", 7);
	assert_str(cvd_buf_str(&buf), CVD_STR("[a\0bc---n:007]"));
	cvd_buf_free(&buf);
	ck_assert_uint_eq(buf.cap, 0);
}
END_TEST

START_TEST(long_formats_fit)
{
	struct cvd_buf buf = {0};

	for (int width = 0; width < 500; width++) {
		size_t before = buf.len;

		cvd_buf_printf(&buf, "%*s", width, "");
		ck_assert_uint_eq(buf.len - before, (size_t)width);
	}
	cvd_buf_free(&buf);
}
END_TEST

START_TEST(growth_doubles)
{
	struct cvd_buf buf = {0};
	size_t moves = 0, cap = 0;

	for (size_t i = 0; i < 1000000; i++) {
		cvd_buf_put(&buf, (char)('a' + i % 26));
		moves += buf.cap != cap;
		cap = buf.cap;
	}
	ck_assert_uint_le(moves, 20);
	for (size_t i = 0; i < buf.len; i++)
		if (buf.ptr[i] != (char)('a' + i % 26))
			ck_abort_msg("byte %zu is %d", i, buf.ptr[i]);
	cvd_buf_free(&buf);
}
END_TEST

START_TEST(overflow_is_out_of_memory)
{
	struct cvd_buf buf = {0};

	cvd_buf_put(&buf, 'x');
	cvd_buf_reserve(&buf, SIZE_MAX - 1);
}
END_TEST

int main(void)
{
	int failed = unit_run("buf", 0,
			      UNIT_LIST(an_empty_buffer_is_an_empty_slice, pieces_join,
					long_formats_fit, growth_doubles));

	return failed | unit_run("buf, exhausted", 2, UNIT_LIST(overflow_is_out_of_memory));
}
