/* A queue under one lock, and two conditions: there is work, and some work was done. */
#include "pool.h"

#include "base/arena.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

struct cvd_pool {
	pthread_mutex_t lock;
	pthread_cond_t given, done;
	struct cvd_job *first, **last; /* waiting for a thread */
	void (*work)(struct cvd_job *job);
	bool closing;
	size_t count;
	pthread_t threads[];
};

/* Takes a job, NULL at the end of all work; the lock is held. */
static struct cvd_job *take(struct cvd_pool *pool)
{
	struct cvd_job *job;

	while (!pool->first && !pool->closing)
		pthread_cond_wait(&pool->given, &pool->lock);
	job = pool->first;
	if (!job)
		return NULL;
	pool->first = job->next;
	if (!pool->first)
		pool->last = &pool->first;
	return job;
}

static void *run(void *payload)
{
	struct cvd_pool *pool = payload;
	struct cvd_job *job;

	pthread_mutex_lock(&pool->lock);
	while ((job = take(pool))) {
		pthread_mutex_unlock(&pool->lock);
		pool->work(job);
		pthread_mutex_lock(&pool->lock);
		job->done = true;
		pthread_cond_signal(&pool->done);
	}
	pthread_mutex_unlock(&pool->lock);
	return NULL;
}

struct cvd_pool *cvd_pool_new(void (*work)(struct cvd_job *job), size_t most)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	size_t count = processors > 1 ? (size_t)processors : 1;
	struct cvd_pool *pool;

	count = count < most ? count : most;
	pool = cvd_malloc(sizeof *pool + count * sizeof *pool->threads);
	*pool = (struct cvd_pool){.work = work};
	pool->last = &pool->first;
	pthread_mutex_init(&pool->lock, NULL);
	pthread_cond_init(&pool->given, NULL);
	pthread_cond_init(&pool->done, NULL);
	while (pool->count < count && !pthread_create(&pool->threads[pool->count], NULL, run, pool))
		pool->count++;
	return pool;
}

void cvd_pool_give(struct cvd_pool *pool, struct cvd_job *job)
{
	*job = (struct cvd_job){0};
	if (!pool->count) {
		pool->work(job);
		job->done = true;
		return;
	}
	pthread_mutex_lock(&pool->lock);
	*pool->last = job;
	pool->last = &job->next;
	pthread_cond_signal(&pool->given);
	pthread_mutex_unlock(&pool->lock);
}

bool cvd_pool_is_done(struct cvd_pool *pool, struct cvd_job *job)
{
	bool done;

	pthread_mutex_lock(&pool->lock);
	done = job->done;
	pthread_mutex_unlock(&pool->lock);
	return done;
}

void cvd_pool_wait(struct cvd_pool *pool, struct cvd_job *job)
{
	pthread_mutex_lock(&pool->lock);
	while (!job->done)
		pthread_cond_wait(&pool->done, &pool->lock);
	pthread_mutex_unlock(&pool->lock);
}

void cvd_pool_free(struct cvd_pool *pool)
{
	pthread_mutex_lock(&pool->lock);
	pool->closing = true;
	pthread_cond_broadcast(&pool->given);
	pthread_mutex_unlock(&pool->lock);
	for (size_t i = 0; i < pool->count; i++)
		pthread_join(pool->threads[i], NULL);
	pthread_cond_destroy(&pool->done);
	pthread_cond_destroy(&pool->given);
	pthread_mutex_destroy(&pool->lock);
	free(pool);
}
