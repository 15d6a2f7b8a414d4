/* Keys are hashes already, so the low bits place them; growth rehashes in order of slots. */
#include "base/map.h"

#include <string.h>

static void make_slots(struct cvd_map *map, size_t count)
{
	map->slots = cvd_arena_calloc(map->arena, count, sizeof *map->slots);
	for (size_t i = 0; i < count; i++)
		map->slots[i].value = CVD_MAP_NONE;
	map->mask = count - 1;
}

void cvd_map_init(struct cvd_map *map, struct cvd_arena *arena, size_t expected)
{
	size_t count = 16;

	while (count / 3 * 2 < expected)
		count *= 2;
	map->arena = arena;
	map->count = 0;
	make_slots(map, count);
}

static struct cvd_map_slot *find(const struct cvd_map *map, uint64_t key)
{
	size_t at = (size_t)key & map->mask;

	while (map->slots[at].value != CVD_MAP_NONE && map->slots[at].key != key)
		at = (at + 1) & map->mask;
	return &map->slots[at];
}

uint32_t cvd_map_get(const struct cvd_map *map, uint64_t key)
{
	return find(map, key)->value;
}

uint32_t *cvd_map_put(struct cvd_map *map, uint64_t key)
{
	struct cvd_map_slot *slot = find(map, key);

	if (slot->value != CVD_MAP_NONE)
		return &slot->value;
	if (map->count >= (map->mask + 1) / 3 * 2) {
		struct cvd_map_slot *old = map->slots;
		size_t old_count = map->mask + 1;

		make_slots(map, old_count * 2);
		for (size_t i = 0; i < old_count; i++)
			if (old[i].value != CVD_MAP_NONE)
				*find(map, old[i].key) = old[i];
		slot = find(map, key);
	}
	map->count++;
	slot->key = key;
	return &slot->value;
}
