/*
 * SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators"): one
 * addition and three multiplications a number, every seed is a good one. The remainder's bias is
 * below 2^-32 for the small ranges of the tests.
 */
#include "random.h"

static uint64_t mix(uint64_t x)
{
	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
	x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
	return x ^ (x >> 31);
}

struct rng rng_for(uint64_t seed, uint64_t index)
{
	return (struct rng){mix(mix(seed) + index)};
}

uint64_t rng_next(struct rng *rng)
{
	rng->state += 0x9e3779b97f4a7c15u;
	return mix(rng->state);
}

size_t rng_below(struct rng *rng, size_t count)
{
	return count ? (size_t)(rng_next(rng) % count) : 0;
}

size_t rng_between(struct rng *rng, size_t low, size_t high)
{
	return low + rng_below(rng, high - low + 1);
}

bool rng_chance(struct rng *rng, unsigned percent)
{
	return rng_below(rng, 100) < percent;
}
