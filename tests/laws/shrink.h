/* Makes a pair that breaks a law small enough to read, by leaving out what the law does not need. */
#ifndef LAWS_SHRINK_H
#define LAWS_SHRINK_H

#include "laws.h"
#include "pairs.h"

enum outcome { OUTCOME_HOLDS, OUTCOME_BROKEN, OUTCOME_CRASHED };

/* What the law says of the two texts, asked in a process of its own: a crash or an endless loop there
 * is an outcome. */
enum outcome probe(enum law law, struct cvd_str old, struct cvd_str new);

/* The sample with as little in it as still has the outcome (not OUTCOME_HOLDS). The texts live in the
 * arena. Costs up to a few thousand probes. */
void shrink(struct cvd_arena *arena, enum law law, enum outcome outcome, struct sample *sample);

#endif
