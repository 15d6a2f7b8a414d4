/*
 * The keys of a style as a table: how many values each has, and whether a difference in it is mere
 * formatting in every dialect or only where the reader understands an entry's header (the spelling of
 * a date is a date's spelling only once it is known to be one).
 */
#include "style.h"

static const struct {
	const char *name;
	unsigned count;
	bool in_header;
} keys[STYLE_COUNT] = {
	[STYLE_SHAPE] = {"shape", SHAPE_COUNT, false},
	[STYLE_WIDTH] = {"width", 4, false},
	[STYLE_BULLET] = {"bullet", 3, false},
	[STYLE_HEADING] = {"heading", 3, false},
	[STYLE_EMPHASIS] = {"emphasis", 2, false},
	[STYLE_LINE_END] = {"line end", 2, false},
	[STYLE_BOM] = {"byte order mark", 2, false},
	[STYLE_FINAL_NEWLINE] = {"final newline", 2, false},
	[STYLE_LOOSE] = {"loose lists", 2, false},
	[STYLE_LAZY] = {"lazy continuation", 2, false},
	[STYLE_RULE] = {"rule", 3, false},
	[STYLE_BREAK] = {"header break", 3, true},
	[STYLE_DATE] = {"dates", 4, true},
	[STYLE_RANGE] = {"range of dates", 4, true},
};

const char *style_name(enum style_key key)
{
	return keys[key].name;
}

struct style style_random(struct rng *rng)
{
	struct style style;

	for (int key = 0; key < STYLE_COUNT; key++)
		style.values[key] = (unsigned)rng_below(rng, keys[key].count);
	if (rng_chance(rng, 50))
		style.values[STYLE_SHAPE] = SHAPE_SEED;
	return style;
}

struct style style_vary(struct rng *rng, const struct style *style)
{
	struct style varied = *style;

	for (int key = STYLE_SHAPE + 1; key < STYLE_COUNT; key++) {
		if (keys[key].in_header && style->values[STYLE_SHAPE] != SHAPE_SEED)
			continue;
		if (rng_chance(rng, 40))
			varied.values[key] = (unsigned)rng_below(rng, keys[key].count);
	}
	return varied;
}
