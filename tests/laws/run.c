/*
 * Pairs are shared among worker processes, each of which says in shared memory what it is at, so that a
 * crash or an endless loop names its pair. A pair's laws share its two readings and its two diffs.
 */
#include "run.h"

#include "base/file.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define PAIR_SECONDS 60

/* Where a worker is. */
struct progress {
	uint64_t index;
	enum law law;
	uint64_t broken;
	uint64_t checked;
	uint64_t formatting; /* of them those that law 6 was asked of */
};

static bool is_asked(const struct options *options, enum law law, const struct sample *sample)
{
	if (law == LAW_BOUNDS || (options->law && options->law != law))
		return false;
	return law != LAW_FORMATTING || sample->formatting;
}

/* All laws over the sample; the number of those that are broken. */
static uint64_t check(const struct options *options, const char *name, const struct sample *sample,
		      struct progress *progress)
{
	bool broken[LAW_COUNT] = {false};
	uint64_t count = 0;
	struct pair pair;

	alarm(PAIR_SECONDS);
	progress->law = LAW_IDENTITY;
	pair_open(&pair, sample->text[0], sample->text[1]);
	for (enum law law = LAW_IDENTITY; law < LAW_COUNT; law++) {
		struct cvd_buf why = {0};

		progress->law = law;
		broken[law] = is_asked(options, law, sample) && !law_holds(law, &pair, &why);
		count += broken[law];
		cvd_buf_free(&why);
	}
	pair_close(&pair);
	alarm(0);
	for (enum law law = LAW_IDENTITY; law < LAW_COUNT; law++)
		if (broken[law])
			run_report(options, law, OUTCOME_BROKEN, name, *sample);
	return count;
}

static struct sample make_sample(struct cvd_arena *arena, const struct options *options,
				 uint64_t index)
{
	return options->damage ? sample_damage(arena, options->seed, index, options->markdown)
			       : sample_make(arena, options->seed, index);
}

static void name_pair(char name[64], const struct options *options, uint64_t index)
{
	snprintf(name, 64, "seed=%llu-first=%llu", (unsigned long long)options->seed,
		 (unsigned long long)index);
}

static void work(const struct options *options, size_t job, struct progress *progress)
{
	for (uint64_t i = job; i < options->pairs && progress->broken < options->failures;
	     i += options->jobs) {
		struct cvd_arena arena = {0};
		struct sample sample;
		char name[64];

		progress->index = options->first + i;
		name_pair(name, options, progress->index);
		sample = make_sample(&arena, options, progress->index);
		progress->checked++;
		progress->formatting += sample.formatting;
		if (options->show)
			run_show(name, &sample);
		progress->broken += check(options, name, &sample, progress);
		cvd_arena_free(&arena);
	}
}

/* A worker ended by a signal: the pair it was at is made again, and shrunk. */
static void report_crash(const struct options *options, const struct progress *progress, int signal)
{
	struct cvd_arena arena = {0};
	struct sample sample = make_sample(&arena, options, progress->index);
	char name[64];

	name_pair(name, options, progress->index);
	printf("\nended by signal %d in law %d at pair %s\n", signal, progress->law, name);
	fflush(stdout);
	run_report(options, progress->law, probe(progress->law, sample.text[0], sample.text[1]),
		   name, sample);
	cvd_arena_free(&arena);
}

bool run_generated(const struct options *options)
{
	struct progress *progress = mmap(NULL, MOST_JOBS * sizeof *progress, PROT_READ | PROT_WRITE,
					 MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	pid_t workers[MOST_JOBS];
	uint64_t broken = 0, checked = 0, formatting = 0;

	fflush(stdout);
	for (size_t job = 0; job < options->jobs; job++) {
		workers[job] = fork();
		if (workers[job] == 0) {
			work(options, job, &progress[job]);
			fflush(stdout);
			exit(0);
		}
	}
	for (size_t job = 0; job < options->jobs; job++) {
		int status = 0;

		waitpid(workers[job], &status, 0);
		if (!WIFEXITED(status) || WEXITSTATUS(status)) {
			report_crash(options, &progress[job],
				     WIFSIGNALED(status) ? WTERMSIG(status) : 0);
			broken++;
		}
		broken += progress[job].broken;
		checked += progress[job].checked;
		formatting += progress[job].formatting;
	}
	printf("%llu pairs (%llu of formatting alone), seed %llu: %llu broken\n",
	       (unsigned long long)checked, (unsigned long long)formatting,
	       (unsigned long long)options->seed, (unsigned long long)broken);
	/* A generator whose formattings are not such would let law 6 go untested. */
	if (!options->law && !options->damage && checked >= 1000 && formatting * 10 < checked) {
		printf("too few pairs of formatting\n");
		broken++;
	}
	return broken == 0;
}

bool run_damaged(struct options options)
{
	struct cvd_arena arena = {0};
	struct cvd_error error;
	bool holds = false;

	if (cvd_file_read(&arena, options.damage, &options.markdown, &error))
		fprintf(stderr, "laws: %s\n", error.message);
	else
		holds = run_generated(&options);
	cvd_arena_free(&arena);
	return holds;
}

bool run_files(const struct options *options, const char *old, const char *new)
{
	struct cvd_arena arena = {0};
	struct progress progress = {0};
	struct cvd_error error = {0};
	struct sample sample = {.sort = "the", .formatting = options->law == LAW_FORMATTING};
	char name[300];
	bool holds = false;

	if (cvd_file_read(&arena, old, &sample.text[0], &error) ||
	    cvd_file_read(&arena, new, &sample.text[1], &error)) {
		fprintf(stderr, "laws: %s\n", error.message);
	} else {
		snprintf(name, sizeof name, "%.140s-%.140s",
			 strrchr(old, '/') ? strrchr(old, '/') + 1 : old,
			 strrchr(new, '/') ? strrchr(new, '/') + 1 : new);
		holds = check(options, name, &sample, &progress) == 0;
	}
	cvd_arena_free(&arena);
	return holds;
}

bool run_corpus(const struct options *options)
{
	struct dirent **entries;
	int count = scandir(options->corpus, &entries, NULL, alphasort), files = 0;
	uint64_t broken = 0;

	for (int i = 0; i < count; i++) {
		for (int j = i; j < count && broken < options->failures; j++) {
			char old[2048], new[2048];

			if (entries[i]->d_name[0] == '.' || entries[j]->d_name[0] == '.')
				continue;
			snprintf(old, sizeof old, "%s/%s", options->corpus, entries[i]->d_name);
			snprintf(new, sizeof new, "%s/%s", options->corpus, entries[j]->d_name);
			broken += !run_files(options, old, new);
			files++;
		}
	}
	for (int i = 0; i < count; i++)
		free(entries[i]);
	if (count >= 0)
		free(entries);
	printf("%d pairs of %s\n", files, options->corpus);
	return files > 0 && broken == 0;
}
