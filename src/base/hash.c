/* XXH3 from xxHash's header, compiled in: no library to load, and short inputs hash inline. */
#include "base/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

struct cvd_hash cvd_hash_bytes(struct cvd_str bytes)
{
	XXH128_hash_t hash = XXH3_128bits(bytes.len ? bytes.ptr : "", bytes.len);

	return (struct cvd_hash){hash.high64, hash.low64};
}

uint64_t cvd_hash64(struct cvd_str bytes)
{
	return XXH3_64bits(bytes.len ? bytes.ptr : "", bytes.len);
}

bool cvd_hash_equal(struct cvd_hash a, struct cvd_hash b)
{
	return a.high == b.high && a.low == b.low;
}

int cvd_hash_compare(struct cvd_hash a, struct cvd_hash b)
{
	if (a.high != b.high)
		return a.high < b.high ? -1 : 1;
	return (a.low > b.low) - (a.low < b.low);
}

void cvd_hash_hex(struct cvd_hash hash, char hex[33])
{
	static const char digits[] = "0123456789abcdef";

	for (int i = 0; i < 16; i++) {
		hex[15 - i] = digits[hash.high >> (4 * i) & 15];
		hex[31 - i] = digits[hash.low >> (4 * i) & 15];
	}
	hex[32] = '\0';
}
