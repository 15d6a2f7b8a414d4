/*
 * Work in several threads: jobs are done in the order in which they were given, each by whichever thread is
 * free. The giver waits for the jobs that it wants to see done.
 */
#ifndef CVD_CLI_POOL_H
#define CVD_CLI_POOL_H

#include <stdbool.h>
#include <stddef.h>

struct cvd_pool;

/* The first member of a job. */
struct cvd_job {
	struct cvd_job *next;
	bool done;
};

/* A pool of a thread for each processor, at most `most`; no thread can be started: the giver's own does
 * the work. `work` gets a job and must not give others. The caller frees the pool. */
struct cvd_pool *cvd_pool_new(void (*work)(struct cvd_job *job), size_t most);
/* The job stays the caller's, and where it is until it is done. */
void cvd_pool_give(struct cvd_pool *pool, struct cvd_job *job);
bool cvd_pool_is_done(struct cvd_pool *pool, struct cvd_job *job);
void cvd_pool_wait(struct cvd_pool *pool, struct cvd_job *job);
/* Waits for all jobs that were given. */
void cvd_pool_free(struct cvd_pool *pool);

#endif
