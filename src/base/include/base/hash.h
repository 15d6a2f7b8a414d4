/* XXH3, 128 bits (https://github.com/Cyan4973/xxHash), the one place that includes its header. */
#ifndef CVD_BASE_HASH_H
#define CVD_BASE_HASH_H

#include "base/str.h"

struct cvd_hash {
	uint64_t high, low;
};

/* Hash of the bytes. Not cryptographic: confirm equality that matters by comparison. */
struct cvd_hash cvd_hash_bytes(struct cvd_str bytes);
/* 64 bits of the same family, for tables. */
uint64_t cvd_hash64(struct cvd_str bytes);
bool cvd_hash_equal(struct cvd_hash a, struct cvd_hash b);
int cvd_hash_compare(struct cvd_hash a, struct cvd_hash b);
/* 32 lower-case hexadecimal digits and a NUL, most significant first (xxHash's canonical form). */
void cvd_hash_hex(struct cvd_hash hash, char hex[33]);

#endif
