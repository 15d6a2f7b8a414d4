/* Runs the laws over pairs, and shows, shrinks and keeps what breaks one. */
#ifndef LAWS_RUN_H
#define LAWS_RUN_H

#include "laws.h"
#include "shrink.h"

#define MOST_JOBS 64

struct options {
	uint64_t seed, first, pairs;
	uint64_t law;      /* 0: all of them */
	uint64_t jobs;     /* worker processes, at most MOST_JOBS */
	uint64_t failures; /* after that many a worker stops */
	uint64_t share;    /* only one in so many of the pairs, and of the size of law 8's inputs */
	const char *save;  /* a folder for what breaks a law, or NULL */
	const char *corpus;
	const char *damage;      /* a file that all pairs are damages of, or NULL */
	struct cvd_str markdown; /* what is in it */
	bool bounds, files, whole, show;
};

/* The pairs first … first + pairs - 1 of the seed, shared among the jobs. True if all laws hold. */
bool run_generated(const struct options *options);
/* The same of the file `damage` and its damages. */
bool run_damaged(struct options options);
/* Two files as they are; law 6 only if it is asked for. */
bool run_files(const struct options *options, const char *old, const char *new);
/* Every file of the folder `corpus` against every other, and itself. */
bool run_corpus(const struct options *options);

/* Shrinks (unless `whole`) and prints a pair that breaks the law, keeps it in `save`. */
void run_report(const struct options *options, enum law law, enum outcome outcome, const char *name,
		struct sample sample);
void run_show(const char *name, const struct sample *sample);

#endif
