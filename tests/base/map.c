/* The map against a plain array, with keys that collide in their low bits. */
#include "unit.h"

#include "base/hash.h"
#include "base/map.h"

enum { KEYS = 20000 };

static uint64_t mixed_key(uint32_t i)
{
	return cvd_hash64((struct cvd_str){(const char *)&i, sizeof i});
}

static uint64_t colliding_key(uint32_t i)
{
	return (uint64_t)i << 32;
}

static void check_map(uint64_t (*key)(uint32_t), uint32_t count, size_t expected)
{
	struct cvd_arena arena = {0};
	struct cvd_map map;

	cvd_map_init(&map, &arena, expected);
	for (uint32_t i = 0; i < count; i++) {
		uint32_t *value = cvd_map_put(&map, key(i));

		ck_assert_uint_eq(*value, CVD_MAP_NONE);
		*value = i;
	}
	for (uint32_t i = 0; i < count; i += 2)
		*cvd_map_put(&map, key(i)) += 1;
	ck_assert_uint_eq(map.count, count);
	for (uint32_t i = 0; i < count; i++)
		ck_assert_uint_eq(cvd_map_get(&map, key(i)), i + (i % 2 == 0));
	for (uint32_t i = count; i < 2 * count; i++)
		ck_assert_uint_eq(cvd_map_get(&map, key(i)), CVD_MAP_NONE);
	cvd_arena_free(&arena);
}

START_TEST(values_are_found_again)
{
	check_map(mixed_key, KEYS, 0);
	check_map(mixed_key, KEYS, KEYS);
	check_map(mixed_key, 0, 0);
	check_map(colliding_key, 500, 0);
}
END_TEST

START_TEST(room_that_was_asked_for_is_there)
{
	struct cvd_arena arena = {0};
	struct cvd_map map;
	const struct cvd_map_slot *slots;

	for (uint32_t expected = 0; expected < 200; expected++) {
		cvd_map_init(&map, &arena, expected);
		slots = map.slots;
		for (uint32_t i = 0; i < expected; i++)
			*cvd_map_put(&map, mixed_key(i)) = i;
		ck_assert_ptr_eq(map.slots, slots);
	}
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(a_key_without_value_is_absent)
{
	struct cvd_arena arena = {0};
	struct cvd_map map;

	cvd_map_init(&map, &arena, 4);
	cvd_map_put(&map, 0);
	ck_assert_uint_eq(cvd_map_get(&map, 0), CVD_MAP_NONE);
	*cvd_map_put(&map, 0) = 9;
	ck_assert_uint_eq(cvd_map_get(&map, 0), 9);
	cvd_arena_free(&arena);
}
END_TEST

UNIT_MAIN("map", values_are_found_again, room_that_was_asked_for_is_there,
	  a_key_without_value_is_absent)
