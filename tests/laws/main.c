/* Options, as a table; what they ask for is run.h's and bounds.h's. */
#include "bounds.h"
#include "run.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

enum option_type { NUMBER, TEXT, FLAG };

static const struct {
	enum option_type type;
	size_t offset; /* in struct options */
} targets[] = {
	{NUMBER, offsetof(struct options, pairs)}, {NUMBER, offsetof(struct options, seed)},
	{NUMBER, offsetof(struct options, first)}, {NUMBER, offsetof(struct options, law)},
	{NUMBER, offsetof(struct options, jobs)},  {NUMBER, offsetof(struct options, failures)},
	{NUMBER, offsetof(struct options, share)}, {TEXT, offsetof(struct options, save)},
	{TEXT, offsetof(struct options, corpus)},  {FLAG, offsetof(struct options, bounds)},
	{FLAG, offsetof(struct options, files)},   {FLAG, offsetof(struct options, whole)},
	{FLAG, offsetof(struct options, show)},
};

/* In the order of `targets`. */
static const struct option names[] = {
	{"pairs", required_argument, NULL, 1},  {"seed", required_argument, NULL, 1},
	{"first", required_argument, NULL, 1},  {"law", required_argument, NULL, 1},
	{"jobs", required_argument, NULL, 1},   {"failures", required_argument, NULL, 1},
	{"share", required_argument, NULL, 1},  {"save", required_argument, NULL, 1},
	{"corpus", required_argument, NULL, 1}, {"bounds", no_argument, NULL, 1},
	{"files", no_argument, NULL, 1},        {"whole", no_argument, NULL, 1},
	{"show", no_argument, NULL, 1},         {NULL, 0, NULL, 0},
};

static int usage(void)
{
	fprintf(stderr, "usage: laws [--pairs=N] [--seed=N] [--first=N] [--law=1..7] [--jobs=N]\n"
			"            [--failures=N] [--whole] [--save=FOLDER] [--show] [--share=N]\n"
			"       laws --files OLD NEW [--law=1..7] [--whole] [--save=FOLDER]\n"
			"       laws --corpus=FOLDER | --bounds [--share=N]\n"
			"LAWS_SHARE in the environment is the default of --share.\n");
	return 2;
}

static void set_option(struct options *options, int index, const char *value)
{
	char *target = (char *)options + targets[index].offset;

	switch (targets[index].type) {
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

int main(int argc, char **argv)
{
	struct options options = {.seed = 1, .pairs = 1000, .jobs = 1, .failures = 3, .share = 1};
	const char *share = getenv("LAWS_SHARE");
	bool holds;
	int index;

	if (share)
		options.share = strtoull(share, NULL, 10);
	for (int known; (known = getopt_long(argc, argv, "", names, &index)) != -1;) {
		if (known != 1)
			return usage();
		set_option(&options, index, optarg);
	}
	if (!are_good(&options, argc - optind))
		return usage();
	options.pairs /= options.share;
	if (options.files)
		holds = run_files(&options, argv[optind], argv[optind + 1]);
	else if (options.corpus)
		holds = run_corpus(&options);
	else if (options.bounds)
		holds = bounds_hold(options.share);
	else
		holds = run_generated(&options);
	return holds ? 0 : 1;
}
