/* The arena: items do not overlap, are aligned, keep their content, and growth is bounded. */
#include "unit.h"

#include "base/arena.h"

#include <stddef.h>
#include <string.h>

static void assert_filled(const unsigned char *bytes, size_t len, unsigned char with)
{
	for (size_t i = 0; i < len; i++)
		if (bytes[i] != with)
			ck_abort_msg("byte %zu is %u", i, bytes[i]);
}

START_TEST(items_are_apart_and_aligned)
{
	enum { COUNT = 2000 };
	struct cvd_arena arena = {0};
	unsigned char *items[COUNT];

	for (size_t i = 0; i < COUNT; i++) {
		items[i] = cvd_arena_alloc(&arena, i * 7 % 9000);
		ck_assert_uint_eq((uintptr_t)items[i] % _Alignof(max_align_t), 0);
		memset(items[i], (int)(i & 255), i * 7 % 9000);
	}
	for (size_t i = 0; i < COUNT; i++)
		assert_filled(items[i], i * 7 % 9000, (unsigned char)(i & 255));
	cvd_arena_free(&arena);
	ck_assert_uint_eq(arena.allocated, 0);
	assert_text(cvd_arena_copy(&arena, CVD_STR("again")), "again");
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(cleared_memory_is_clear)
{
	struct cvd_arena arena;

	cvd_arena_init(&arena);
	for (size_t size = 1; size < 3000; size += 97) {
		unsigned char *bytes = CVD_NEW_ARRAY(&arena, unsigned char, size);

		assert_filled(bytes, size, 0);
		memset(bytes, 0xFF, size);
	}
	ck_assert_ptr_nonnull(cvd_arena_calloc(&arena, 0, 8));
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(copies_and_formats_end_in_nul)
{
	struct cvd_arena arena = {0};
	struct cvd_str copy = cvd_arena_copy(&arena, CVD_STR("a\0b"));
	struct cvd_str made = cvd_arena_format(&arena, "%s %d%%", "cut costs by", 40);

	assert_str(copy, CVD_STR("a\0b"));
	ck_assert_int_eq(copy.ptr[copy.len], 0);
	assert_text(made, "cut costs by 40%");
	ck_assert_int_eq(made.ptr[made.len], 0);
	assert_text(cvd_arena_copy(&arena, (struct cvd_str){0}), "");
	assert_text(cvd_arena_format(&arena, "%s", ""), "");
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(arrays_grow)
{
	struct cvd_arena arena = {0};
	CVD_ARRAY(size_t) numbers = {0};

	for (size_t i = 0; i < 100000; i++)
		CVD_PUSH(&arena, &numbers, i * i);
	ck_assert_uint_eq(numbers.len, 100000);
	for (size_t i = 0; i < numbers.len; i++)
		if (numbers.items[i] != i * i)
			ck_abort_msg("item %zu is %zu", i, numbers.items[i]);
	ck_assert_uint_lt(arena.allocated, 5 * numbers.len * sizeof *numbers.items);
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(overflow_is_out_of_memory)
{
	struct cvd_arena arena = {0};

	cvd_arena_calloc(&arena, SIZE_MAX / 2, 3);
}
END_TEST

START_TEST(too_much_is_out_of_memory)
{
	struct cvd_arena arena = {0};

	cvd_arena_alloc(&arena, SIZE_MAX - 4);
}
END_TEST

int main(void)
{
	int failed = unit_run("arena", 0,
			      UNIT_LIST(items_are_apart_and_aligned, cleared_memory_is_clear,
					copies_and_formats_end_in_nul, arrays_grow));

	return failed | unit_run("arena, exhausted", 2,
				 UNIT_LIST(overflow_is_out_of_memory, too_much_is_out_of_memory));
}
