/*
 * A table of the sorts of pairs with their weights. Whether two styles of a résumé are mere formatting
 * is not taken on trust: both must have the same outline for the independent reader, written with the
 * same spelling of dates, the one variation that changes words.
 */
#include "pairs.h"

#include "edits.h"
#include "reader.h"
#include "write.h"

static struct item *make_resume(struct cvd_arena *arena, struct rng *rng)
{
	return generate_resume(arena, rng, (unsigned)rng_below(rng, rng_chance(rng, 30) ? 6 : 4));
}

bool sample_write_formatting(struct cvd_arena *arena, struct sample *sample)
{
	struct style same_dates = sample->styles[1];
	struct cvd_str bom = CVD_STR("\xef\xbb\xbf"), outlines[2], texts[2];

	same_dates.values[STYLE_DATE] = sample->styles[0].values[STYLE_DATE];
	same_dates.values[STYLE_RANGE] = sample->styles[0].values[STYLE_RANGE];
	sample->text[0] = write_resume(arena, sample->resume, &sample->styles[0]);
	sample->text[1] = write_resume(arena, sample->resume, &sample->styles[1]);
	texts[0] = sample->text[0];
	texts[1] = write_resume(arena, sample->resume, &same_dates);
	for (int side = 0; side < 2; side++) {
		if (cvd_str_starts_with(texts[side], bom))
			texts[side] = cvd_str_sub(texts[side], bom.len, texts[side].len);
		outlines[side] = reader_outline(arena, texts[side]);
	}
	return cvd_str_equal(outlines[0], outlines[1]);
}

static void make_formatting(struct cvd_arena *arena, struct rng *rng, struct sample *sample)
{
	sample->resume = make_resume(arena, rng);
	sample->styles[0] = style_random(rng);
	sample->styles[1] = style_vary(rng, &sample->styles[0]);
	sample->formatting = sample_write_formatting(arena, sample);
}

static void make_edited(struct cvd_arena *arena, struct rng *rng, struct sample *sample)
{
	struct item *old = make_resume(arena, rng), *new = item_copy(arena, old);
	struct style style = style_random(rng);
	struct style varied = rng_chance(rng, 25) ? style_vary(rng, &style) : style;

	edits_apply(arena, rng, new, rng_between(rng, 1, rng_chance(rng, 60) ? 3 : 12));
	sample->text[0] = write_resume(arena, old, &style);
	sample->text[1] = write_resume(arena, new, &varied);
}

static void make_restyled(struct cvd_arena *arena, struct rng *rng, struct sample *sample)
{
	struct item *resume = make_resume(arena, rng);

	for (int side = 0; side < 2; side++) {
		struct style style = style_random(rng);

		sample->text[side] = write_resume(arena, resume, &style);
	}
}

/* Damages the second text, and now and then the first. */
static void damage(struct cvd_arena *arena, struct rng *rng, struct sample *sample)
{
	struct cvd_str other = sample->text[0];

	if (rng_chance(rng, 30))
		sample->text[0] = edits_mutate(arena, rng, sample->text[0], sample->text[1], 2);
	sample->text[1] = edits_mutate(arena, rng, sample->text[1], other, rng_between(rng, 1, 8));
}

static void make_mutated(struct cvd_arena *arena, struct rng *rng, struct sample *sample)
{
	make_edited(arena, rng, sample);
	if (rng_chance(rng, 50))
		sample->text[1] = sample->text[0];
	damage(arena, rng, sample);
}

struct sample sample_damage(struct cvd_arena *arena, uint64_t seed, uint64_t index,
			    struct cvd_str markdown)
{
	struct rng rng = rng_for(seed, index);
	struct sample sample = {.text = {markdown, markdown}, .sort = "damaged"};

	damage(arena, &rng, &sample);
	return sample;
}

static void make_unrelated(struct cvd_arena *arena, struct rng *rng, struct sample *sample)
{
	size_t empty = rng_below(rng, 6);

	for (size_t side = 0; side < 2; side++) {
		struct style style = style_random(rng);

		if (side != empty)
			sample->text[side] = write_resume(arena, make_resume(arena, rng), &style);
	}
}

static const struct {
	const char *name;
	void (*make)(struct cvd_arena *arena, struct rng *rng, struct sample *sample);
	unsigned weight;
} sorts[] = {
	{"edited", make_edited, 50},      {"formatting", make_formatting, 20},
	{"mutated", make_mutated, 18},    {"restyled", make_restyled, 8},
	{"unrelated", make_unrelated, 4},
};

struct sample sample_make(struct cvd_arena *arena, uint64_t seed, uint64_t index)
{
	struct rng rng = rng_for(seed, index);
	struct sample sample = {0};
	size_t draw = rng_below(&rng, 100), sort = 0;

	while (draw >= sorts[sort].weight)
		draw -= sorts[sort++].weight;
	sample.sort = sorts[sort].name;
	sorts[sort].make(arena, &rng, &sample);
	return sample;
}
