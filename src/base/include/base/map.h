/*
 * A hash table from 64-bit keys (already well mixed: hashes) to 32-bit values, open addressing,
 * linear probing, at most two thirds full. Lives in an arena. Order of insertion never shows.
 */
#ifndef CVD_BASE_MAP_H
#define CVD_BASE_MAP_H

#include "base/arena.h"

struct cvd_map_slot {
	uint64_t key;
	uint32_t value; /* CVD_MAP_NONE marks a free slot */
};

#define CVD_MAP_NONE UINT32_MAX

struct cvd_map {
	struct cvd_arena *arena;
	struct cvd_map_slot *slots;
	size_t mask, count;
};

/* Room for `expected` keys before the first growth. */
void cvd_map_init(struct cvd_map *map, struct cvd_arena *arena, size_t expected);
/* The value, or CVD_MAP_NONE. */
uint32_t cvd_map_get(const struct cvd_map *map, uint64_t key);
/* The place of the key's value, made with CVD_MAP_NONE if new; store another value before the next
 * call, else the key counts as absent. Valid until the next call. */
uint32_t *cvd_map_put(struct cvd_map *map, uint64_t key);

#endif
