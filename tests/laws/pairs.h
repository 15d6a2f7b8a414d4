/* Where the pairs come from: each is made from the run's seed and its own number alone. */
#ifndef LAWS_PAIRS_H
#define LAWS_PAIRS_H

#include "generate.h"
#include "style.h"

struct sample {
	struct cvd_str text[2]; /* any bytes, in the arena */
	const char *sort;       /* how the second came from the first, for messages */
	bool formatting;        /* they differ in formatting only: `resume` in two styles */
	const struct item *resume;
	struct style styles[2];
};

struct sample sample_make(struct cvd_arena *arena, uint64_t seed, uint64_t index);

/* A pair of a given Markdown text and its random damages, which may be to both sides. */
struct sample sample_damage(struct cvd_arena *arena, uint64_t seed, uint64_t index,
			    struct cvd_str markdown);

/* Writes the sample's résumé in its two styles; false where the two are not mere formattings of each
 * other because CommonMark reads other words or blocks. */
bool sample_write_formatting(struct cvd_arena *arena, struct sample *sample);

#endif
