/* XXH3 by its published test vectors, so that a hash means the same everywhere and for ever. */
#include "unit.h"

#include "base/hash.h"

START_TEST(empty_input_has_the_published_hash)
{
	char hex[33];

	cvd_hash_hex(cvd_hash_bytes((struct cvd_str){0}), hex);
	ck_assert_str_eq(hex, "99aa06d3014798d86001c324468d497f");
	ck_assert_uint_eq(cvd_hash64((struct cvd_str){0}), UINT64_C(0x2d06800538d394c2));
}
END_TEST

START_TEST(hex_is_most_significant_first)
{
	char hex[33];

	cvd_hash_hex((struct cvd_hash){UINT64_C(0x0123456789abcdef), 0x42}, hex);
	ck_assert_str_eq(hex, "0123456789abcdef0000000000000042");
}
END_TEST

START_TEST(order_is_of_the_number)
{
	static const struct cvd_hash sorted[] = {{0, 0}, {0, 1},          {0, UINT64_MAX},
						 {1, 0}, {UINT64_MAX, 0}, {UINT64_MAX, 7}};
	const int count = sizeof sorted / sizeof *sorted;

	for (int i = 0; i < count; i++)
		for (int j = 0; j < count; j++) {
			int order = cvd_hash_compare(sorted[i], sorted[j]);

			ck_assert_int_eq((order > 0) - (order < 0), (i > j) - (i < j));
			ck_assert_int_eq(cvd_hash_equal(sorted[i], sorted[j]), i == j);
		}
}
END_TEST

START_TEST(every_byte_counts)
{
	char text[300] = {0};
	struct cvd_str s = {text, sizeof text};
	struct cvd_hash hash = cvd_hash_bytes(s);
	uint64_t hash64 = cvd_hash64(s);

	for (size_t i = 0; i < sizeof text; i++) {
		text[i] = 1;
		ck_assert(!cvd_hash_equal(cvd_hash_bytes(s), hash));
		ck_assert_uint_ne(cvd_hash64(s), hash64);
		text[i] = 0;
		ck_assert(!cvd_hash_equal(cvd_hash_bytes(cvd_str_sub(s, 0, i)), hash));
	}
	ck_assert(cvd_hash_equal(cvd_hash_bytes(s), hash));
}
END_TEST

UNIT_MAIN("hash", empty_input_has_the_published_hash, hex_is_most_significant_first,
	  order_is_of_the_number, every_byte_counts)
