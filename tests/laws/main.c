/* Options, as a table; what they ask for is run.h's and bounds.h's. */
#include "bounds.h"
#include "run.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

enum option_type { NUMBER, TEXT, FLAG };

static const struct {
	const char *name;
	enum option_type type;
	size_t offset; /* in struct options */
} known[] = {
	{"pairs", NUMBER, offsetof(struct options, pairs)},
	{"seed", NUMBER, offsetof(struct options, seed)},
	{"first", NUMBER, offsetof(struct options, first)},
	{"law", NUMBER, offsetof(struct options, law)},
	{"jobs", NUMBER, offsetof(struct options, jobs)},
	{"failures", NUMBER, offsetof(struct options, failures)},
	{"share", NUMBER, offsetof(struct options, share)},
	{"save", TEXT, offsetof(struct options, save)},
	{"corpus", TEXT, offsetof(struct options, corpus)},
	{"damage", TEXT, offsetof(struct options, damage)},
	{"bounds", FLAG, offsetof(struct options, bounds)},
	{"files", FLAG, offsetof(struct options, files)},
	{"whole", FLAG, offsetof(struct options, whole)},
	{"show", FLAG, offsetof(struct options, show)},
};

#define KNOWN_COUNT (sizeof known / sizeof *known)

static int usage(void)
{
	fprintf(stderr,
		"usage: laws [--pairs=N] [--seed=N] [--first=N] [--law=1..7] [--jobs=N]\n"
		"            [--failures=N] [--damage=FILE] [--whole] [--save=FOLDER] [--show] [--share=N]\n"
		"       laws --files OLD NEW [--law=1..7] [--whole] [--save=FOLDER]\n"
		"       laws --corpus=FOLDER | --bounds [--share=N]\n"
		"LAWS_SHARE in the environment is the default of --share.\n");
	return 2;
}

static void set_option(struct options *options, int index, const char *value)
{
	char *target = (char *)options + known[index].offset;

	switch (known[index].type) {
	case NUMBER:
		*(uint64_t *)(void *)target = strtoull(value, NULL, 10);
		break;
	case TEXT:
		*(const char **)(void *)target = value;
		break;
	case FLAG:
		*(bool *)target = true;
		break;
	}
}

static bool are_good(const struct options *options, int operands)
{
	return options->law < LAW_COUNT && options->law != LAW_BOUNDS && options->share > 0 &&
	       options->jobs > 0 && options->jobs <= MOST_JOBS &&
	       operands == (options->files ? 2 : 0);
}

/* Reads the options in front of the operands; false where one is unknown. */
static bool read_options(struct options *options, int argc, char **argv)
{
	struct option names[KNOWN_COUNT + 1] = {{0}};
	int result, index;

	for (size_t i = 0; i < KNOWN_COUNT; i++)
		names[i] = (struct option){known[i].name, known[i].type != FLAG, NULL, 1};
	while ((result = getopt_long(argc, argv, "", names, &index)) != -1) {
		if (result != 1)
			return false;
		set_option(options, index, optarg);
	}
	return are_good(options, argc - optind);
}

int main(int argc, char **argv)
{
	struct options options = {.seed = 1, .pairs = 1000, .jobs = 1, .failures = 3, .share = 1};
	const char *share = getenv("LAWS_SHARE");
	bool holds;

	if (share)
		options.share = strtoull(share, NULL, 10);
	if (!read_options(&options, argc, argv))
		return usage();
	options.pairs /= options.share;
	if (options.files)
		holds = run_files(&options, argv[optind], argv[optind + 1]);
	else if (options.corpus)
		holds = run_corpus(&options);
	else if (options.damage)
		holds = run_damaged(options);
	else if (options.bounds)
		holds = bounds_hold(options.share);
	else
		holds = run_generated(&options);
	return holds ? 0 : 1;
}
