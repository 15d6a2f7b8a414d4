/* A small seeded generator of pseudo-random numbers: the same seed gives the same run everywhere. */
#ifndef LAWS_RANDOM_H
#define LAWS_RANDOM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct rng {
	uint64_t state;
};

/* The generator of the pair number `index` in the run `seed`; any pair can be made again alone. */
struct rng rng_for(uint64_t seed, uint64_t index);
uint64_t rng_next(struct rng *rng);
/* 0 … count - 1; 0 where count is 0. */
size_t rng_below(struct rng *rng, size_t count);
/* low … high, both included. */
size_t rng_between(struct rng *rng, size_t low, size_t high);
/* True in `percent` of the calls. */
bool rng_chance(struct rng *rng, unsigned percent);

#endif
