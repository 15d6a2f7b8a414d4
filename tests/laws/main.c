/*
 * Runs the laws over generated pairs, over all pairs of a folder of odd files, over two given files, or
 * over the inputs of law 8. Pairs are shared among worker processes, each of which says in shared
 * memory what it is at, so that a crash or an endless loop names its pair. What breaks a law is shrunk,
 * shown and, if asked, kept as files.
 */
#include "bounds.h"
#include "laws.h"
#include "shrink.h"

#include "base/file.h"
#include "base/text.h"

#include <dirent.h>
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST_JOBS 64
#define PAIR_SECONDS 60

struct options {
	uint64_t seed, first, pairs;
	unsigned law; /* 0: all of them */
	size_t jobs, failures, scale;
	const char *save; /* a folder for what breaks a law, or NULL */
	const char *corpus;
	bool bounds, files, keep_whole, show;
};

/* Where a worker is. */
struct progress {
	uint64_t index;
	enum law law;
	uint64_t broken;
	uint64_t formatting; /* pairs that law 6 was asked of */
};

static void print_text(const char *title, struct cvd_str text)
{
	struct cvd_buf out = {0};

	for (size_t from = 0; from < text.len;) {
		size_t to = cvd_str_find_char(text, '\n', from);
		struct cvd_str line = cvd_str_sub(text, from, to);

		cvd_text_visible(&out, line);
		cvd_buf_put(&out, '\n');
		from += line.len + 1;
	}
	printf("---- %s\n%.*s", title, CVD_STR_ARG(cvd_buf_str(&out)));
	cvd_buf_free(&out);
}

static void save_file(const char *folder, const char *name, struct cvd_str bytes)
{
	char path[4096];
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	file = fopen(path, "wb");
	if (!file || fwrite(bytes.ptr ? bytes.ptr : "", 1, bytes.len, file) != bytes.len)
		perror(path);
	if (file)
		fclose(file);
}

static void save_pair(const struct options *options, enum law law, const char *name,
		      const struct sample *sample, struct cvd_str why)
{
	char folder[2048];

	snprintf(folder, sizeof folder, "%s/%s-%s", options->save, law_name(law), name);
	if (mkdir(options->save, 0777) && errno != EEXIST)
		perror(options->save);
	if (mkdir(folder, 0777) && errno != EEXIST)
		perror(folder);
	save_file(folder, "old.md", sample->text[0]);
	save_file(folder, "new.md", sample->text[1]);
	save_file(folder, "why.txt", why);
}

static void put_styles(struct cvd_buf *out, const struct sample *sample)
{
	for (int key = 0; key < STYLE_COUNT; key++)
		if (sample->styles[0].values[key] != sample->styles[1].values[key])
			cvd_buf_printf(out, "%s: %u, %u\n", style_name(key),
				       sample->styles[0].values[key], sample->styles[1].values[key]);
}

/* Shrinks and shows a pair that breaks the law. */
static void report_broken(const struct options *options, enum law law, enum outcome outcome,
			  const char *name, struct sample sample)
{
	struct cvd_arena arena = {0};
	struct cvd_buf why = {0};

	if (!options->keep_whole)
		shrink(&arena, law, outcome, &sample);
	if (law == LAW_FORMATTING)
		put_styles(&why, &sample);
	if (outcome == OUTCOME_BROKEN) {
		struct pair pair;

		pair_open(&pair, sample.text[0], sample.text[1]);
		law_holds(law, &pair, &why);
		pair_close(&pair);
	} else {
		cvd_buf_printf(&why, "the process crashed or did not end\n");
	}
	printf("\nlaw %d, %s, broken by %s pair %s\n%.*s", law, law_name(law),
	       sample.sort ? sample.sort : "given", name, CVD_STR_ARG(cvd_buf_str(&why)));
	print_text("old", sample.text[0]);
	print_text("new", sample.text[1]);
	printf("----\n");
	fflush(stdout);
	if (options->save)
		save_pair(options, law, name, &sample, cvd_buf_str(&why));
	cvd_buf_free(&why);
	cvd_arena_free(&arena);
}

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
			report_broken(options, law, OUTCOME_BROKEN, name, *sample);
	return count;
}

static void name_pair(char name[64], const struct options *options, uint64_t index)
{
	snprintf(name, 64, "seed=%llu-first=%llu", (unsigned long long)options->seed,
		 (unsigned long long)index);
}

static void show_sample(const char *name, const struct sample *sample)
{
	printf("%s: %s\n", name, sample->sort);
	print_text("old", sample->text[0]);
	print_text("new", sample->text[1]);
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
		sample = sample_make(&arena, options->seed, progress->index);
		progress->formatting += sample.formatting;
		if (options->show)
			show_sample(name, &sample);
		progress->broken += check(options, name, &sample, progress);
		cvd_arena_free(&arena);
	}
}

/* A worker ended by a signal: the pair it was at is made again, and shrunk. */
static void report_crash(const struct options *options, const struct progress *progress, int signal)
{
	struct cvd_arena arena = {0};
	struct sample sample = sample_make(&arena, options->seed, progress->index);
	char name[64];

	name_pair(name, options, progress->index);
	printf("\nended by signal %d in law %d at pair %s\n", signal, progress->law, name);
	fflush(stdout);
	report_broken(options, progress->law, probe(progress->law, sample.text[0], sample.text[1]),
		      name, sample);
	cvd_arena_free(&arena);
}

static bool run_generated(const struct options *options)
{
	struct progress *progress = mmap(NULL, MOST_JOBS * sizeof *progress, PROT_READ | PROT_WRITE,
					 MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	pid_t workers[MOST_JOBS];
	uint64_t broken = 0, formatting = 0;

	fflush(stdout);
	for (size_t job = 0; job < options->jobs; job++) {
		workers[job] = fork();
		if (workers[job] == 0) {
			work(options, job, &progress[job]);
			fflush(stdout);
			_exit(0);
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
		formatting += progress[job].formatting;
	}
	printf("%llu pairs (%llu of formatting alone), seed %llu: %llu broken\n",
	       (unsigned long long)options->pairs, (unsigned long long)formatting,
	       (unsigned long long)options->seed, (unsigned long long)broken);
	/* A generator whose formattings are not such would let law 6 go untested. */
	if (!options->law && options->pairs >= 1000 && formatting * 10 < options->pairs) {
		printf("too few pairs of formatting\n");
		broken++;
	}
	return broken == 0;
}

static bool run_files(const struct options *options, const char *old, const char *new)
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

/* Every file of the folder against every other, and itself. */
static bool run_corpus(const struct options *options)
{
	struct dirent **entries;
	int count = scandir(options->corpus, &entries, NULL, alphasort), files = 0;
	bool holds = count > 2;

	for (int i = 0; i < count; i++) {
		for (int j = i; j < count; j++) {
			char old[2048], new[2048];

			if (entries[i]->d_name[0] == '.' || entries[j]->d_name[0] == '.')
				continue;
			snprintf(old, sizeof old, "%s/%s", options->corpus, entries[i]->d_name);
			snprintf(new, sizeof new, "%s/%s", options->corpus, entries[j]->d_name);
			holds &= run_files(options, old, new);
			files++;
		}
	}
	for (int i = 0; i < count; i++)
		free(entries[i]);
	if (count >= 0)
		free(entries);
	printf("%d pairs of %s\n", files, options->corpus);
	return holds;
}

static int usage(void)
{
	fprintf(stderr, "usage: laws [--pairs=N] [--seed=N] [--first=N] [--law=1..7] [--jobs=N]\n"
			"            [--failures=N] [--whole] [--save=FOLDER] [--show]\n"
			"       laws --files OLD NEW | --corpus=FOLDER | --bounds [--scale=N]\n");
	return 2;
}

static const struct option long_options[] = {
	{"pairs", required_argument, NULL, 'p'}, {"seed", required_argument, NULL, 's'},
	{"first", required_argument, NULL, 'i'}, {"law", required_argument, NULL, 'l'},
	{"jobs", required_argument, NULL, 'j'},  {"failures", required_argument, NULL, 'f'},
	{"save", required_argument, NULL, 'o'},  {"corpus", required_argument, NULL, 'c'},
	{"scale", required_argument, NULL, 'x'}, {"bounds", no_argument, NULL, 'b'},
	{"files", no_argument, NULL, 'F'},       {"whole", no_argument, NULL, 'w'},
	{"show", no_argument, NULL, 'v'},        {NULL, 0, NULL, 0},
};

static bool set_option(struct options *options, int option, const char *value)
{
	unsigned long long number = value ? strtoull(value, NULL, 10) : 0;

	switch (option) {
	case 'p':
		options->pairs = number;
		return true;
	case 's':
		options->seed = number;
		return true;
	case 'i':
		options->first = number;
		return true;
	case 'l':
		options->law = (unsigned)number;
		return number < LAW_COUNT;
	case 'j':
		options->jobs = number;
		return number > 0 && number <= MOST_JOBS;
	case 'f':
		options->failures = number;
		return true;
	case 'x':
		options->scale = number;
		return number > 0;
	case 'o':
		options->save = value;
		return true;
	case 'c':
		options->corpus = value;
		return true;
	case 'b':
		options->bounds = true;
		return true;
	case 'F':
		options->files = true;
		return true;
	case 'w':
		options->keep_whole = true;
		return true;
	case 'v':
		options->show = true;
		return true;
	default:
		return false;
	}
}

int main(int argc, char **argv)
{
	struct options options = {.seed = 1, .pairs = 1000, .jobs = 1, .failures = 3, .scale = 1};
	bool holds;

	for (int option; (option = getopt_long(argc, argv, "", long_options, NULL)) != -1;)
		if (!set_option(&options, option, optarg))
			return usage();
	if (options.files && argc - optind != 2)
		return usage();
	if (options.files)
		holds = run_files(&options, argv[optind], argv[optind + 1]);
	else if (options.corpus)
		holds = run_corpus(&options);
	else if (options.bounds)
		holds = bounds_hold(options.scale);
	else
		holds = run_generated(&options);
	return holds ? 0 : 1;
}
