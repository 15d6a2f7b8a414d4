/*
 * Slices: nothing here allocates, and every function is linear at worst; memmem's two-way search
 * is, where a loop of memchr and memcmp would not be. No pointer of an empty slice is looked at.
 */
#include "base/str.h"

#include <string.h>

/* Comparing one of these at each byte is linear, too. */
#define SHORT_NEEDLE 4

struct cvd_str cvd_str_from(const char *text)
{
	return (struct cvd_str){text, text ? strlen(text) : 0};
}

int cvd_str_compare(struct cvd_str a, struct cvd_str b)
{
	size_t common = a.len < b.len ? a.len : b.len;
	int order = common ? memcmp(a.ptr, b.ptr, common) : 0;

	if (order)
		return order;
	return (a.len > b.len) - (a.len < b.len);
}

bool cvd_str_equal(struct cvd_str a, struct cvd_str b)
{
	return a.len == b.len && (!a.len || !memcmp(a.ptr, b.ptr, a.len));
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

bool cvd_str_equal_ascii_nocase(struct cvd_str a, struct cvd_str b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (lower(a.ptr[i]) != lower(b.ptr[i]))
			return false;
	return true;
}

bool cvd_str_starts_with(struct cvd_str s, struct cvd_str prefix)
{
	return s.len >= prefix.len && cvd_str_equal(cvd_str_sub(s, 0, prefix.len), prefix);
}

bool cvd_str_ends_with(struct cvd_str s, struct cvd_str suffix)
{
	return s.len >= suffix.len &&
	       cvd_str_equal(cvd_str_sub(s, s.len - suffix.len, s.len), suffix);
}

struct cvd_str cvd_str_sub(struct cvd_str s, size_t from, size_t to)
{
	if (to > s.len)
		to = s.len;
	if (from > to)
		from = to;
	return (struct cvd_str){from ? s.ptr + from : s.ptr, to - from};
}

static bool is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == '\0';
}

struct cvd_str cvd_str_trim(struct cvd_str s)
{
	size_t from = 0, to = s.len;

	while (from < to && is_blank(s.ptr[from]))
		from++;
	while (to > from && is_blank(s.ptr[to - 1]))
		to--;
	return cvd_str_sub(s, from, to);
}

size_t cvd_str_find(struct cvd_str s, struct cvd_str needle, size_t from)
{
	const char *hit;

	if (from > s.len)
		return SIZE_MAX;
	if (!needle.len)
		return from;
	if (from == s.len)
		return SIZE_MAX;
	/* memmem sets itself up first, which is more than most searches take */
	for (; needle.len <= SHORT_NEEDLE; from++) {
		from = cvd_str_find_char(s, needle.ptr[0], from);
		if (from == SIZE_MAX || s.len - from < needle.len)
			return SIZE_MAX;
		if (!memcmp(s.ptr + from, needle.ptr, needle.len))
			return from;
	}
	hit = memmem(s.ptr + from, s.len - from, needle.ptr, needle.len);
	return hit ? (size_t)(hit - s.ptr) : SIZE_MAX;
}

size_t cvd_str_find_char(struct cvd_str s, char c, size_t from)
{
	const char *hit = from < s.len ? memchr(s.ptr + from, c, s.len - from) : NULL;

	return hit ? (size_t)(hit - s.ptr) : SIZE_MAX;
}
