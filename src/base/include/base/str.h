/*
 * Borrowed slices of text. A slice never owns its bytes, need not end in NUL, and is UTF-8 unless a
 * comment says otherwise. Passing one costs two words.
 */
#ifndef CVD_BASE_STR_H
#define CVD_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cvd_str {
	const char *ptr;
	size_t len; /* bytes */
};

/* A slice of a string literal. */
#define CVD_STR(literal) ((struct cvd_str){"" literal, sizeof(literal) - 1})

/* The two arguments of a "%.*s" conversion. Longer slices than INT_MAX print as nothing. */
#define CVD_STR_ARG(s) ((s).len <= 0x7fffffff ? (int)(s).len : 0), ((s).ptr ? (s).ptr : "")

/* The slice of a NUL-terminated string, which the caller keeps alive; NULL gives an empty slice. */
struct cvd_str cvd_str_from(const char *text);

/* Byte order, shorter first on a common prefix. Independent of the locale. */
int cvd_str_compare(struct cvd_str a, struct cvd_str b);
bool cvd_str_equal(struct cvd_str a, struct cvd_str b);
/* Equality with ASCII letters folded. For keywords of formats, not for people's words. */
bool cvd_str_equal_ascii_nocase(struct cvd_str a, struct cvd_str b);
bool cvd_str_starts_with(struct cvd_str s, struct cvd_str prefix);
bool cvd_str_ends_with(struct cvd_str s, struct cvd_str suffix);

/* The part [from, to), both clamped to the slice. */
struct cvd_str cvd_str_sub(struct cvd_str s, size_t from, size_t to);
/* Without ASCII white space (and NUL) at both ends. */
struct cvd_str cvd_str_trim(struct cvd_str s);
/* Byte offset of the first occurrence at or after `from`, or SIZE_MAX. Linear. */
size_t cvd_str_find(struct cvd_str s, struct cvd_str needle, size_t from);
size_t cvd_str_find_char(struct cvd_str s, char c, size_t from);

#endif
