/* The plain run: most of a résumé is ASCII, and ASCII needs none of the Unicode tables. */
#ifndef CVD_BASE_ASCII_H
#define CVD_BASE_ASCII_H

#include "base/str.h"

#include <string.h>

/* Offset of the first byte at or after `from` that is not ASCII, or s.len. Eight bytes a step. */
static inline size_t ascii_end(struct cvd_str s, size_t from)
{
	uint64_t eight;

	while (s.len - from >= sizeof eight) {
		memcpy(&eight, s.ptr + from, sizeof eight);
		if (eight & UINT64_C(0x8080808080808080))
			break;
		from += sizeof eight;
	}
	while (from < s.len && (unsigned char)s.ptr[from] < 0x80)
		from++;
	return from;
}

#endif
