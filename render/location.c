/*
 * What is on the new side stands in its lines. What was removed stands nowhere; but other changes may
 * tell where the parts around it begin now, by the keys that their nodes share with its path.
 * Linear in the report and its paths.
 */
#include "location.h"

/* The first of the parts, or the last. */
static const struct cvd_side *new_side(const struct cvd_change *change, bool last)
{
	if (change->op == CVD_OP_SPLIT && change->part_count)
		return &change->parts[last ? change->part_count - 1 : 0];
	return change->new;
}

/* What is around the change's node, or has the change's field. */
static const struct cvd_crumb *parent(const struct cvd_change *change)
{
	size_t len = change->path.len;

	if (len && change->field == CVD_FIELD_NONE && change->path.items[len - 1].key == change->key)
		len--;
	return len ? &change->path.items[len - 1] : NULL;
}

static void put_least(struct cvd_map *map, uint64_t key, uint32_t line)
{
	uint32_t *known = cvd_map_put(map, key);

	if (line < *known)
		*known = line;
}

struct cvd_locations cvd_locations_collect(struct cvd_arena *arena, const struct cvd_report *report)
{
	struct cvd_locations locations = {.report = report};

	cvd_map_init(&locations.own, arena, report->change_count);
	cvd_map_init(&locations.inside, arena, report->change_count);
	for (size_t i = 0; i < report->change_count; i++) {
		const struct cvd_change *change = &report->changes[i];
		const struct cvd_side *side = new_side(change, false);

		if (!side || !side->line)
			continue;
		put_least(&locations.own, change->key, side->line);
		if (parent(change))
			put_least(&locations.inside, parent(change)->key, side->line);
	}
	return locations;
}

static uint32_t line_around(const struct cvd_locations *locations, const struct cvd_change *change)
{
	uint32_t line = CVD_MAP_NONE;

	if (parent(change))
		line = cvd_map_get(&locations->inside, parent(change)->key);
	for (size_t n = change->path.len; n > 0 && line == CVD_MAP_NONE; n--)
		line = cvd_map_get(&locations->own, change->path.items[n - 1].key);
	return line == CVD_MAP_NONE ? 0 : line;
}

struct cvd_location cvd_locations_find(const struct cvd_locations *locations,
				       const struct cvd_change *change)
{
	const struct cvd_report *report = locations->report;
	const struct cvd_side *first = new_side(change, false), *last = new_side(change, true);
	struct cvd_location location = {report->new.absent ? report->old.path : report->new.path, 0,
					0};

	if (first && last) {
		location.line = first->line;
		location.end_line = last->end_line > first->line ? last->end_line : first->line;
	} else if (!report->new.absent) {
		location.line = location.end_line = line_around(locations, change);
	}
	return location;
}
