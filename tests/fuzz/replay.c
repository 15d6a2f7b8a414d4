/*
 * The ordinary run of a fuzz target, without libFuzzer: every file of the folders and every file named
 * goes through it once, in the order of their names.
 */
#include "fuzz.h"

#include "base/file.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t replay_file(const char *path)
{
	struct cvd_arena arena = {0};
	struct cvd_error error = {0};
	struct cvd_str bytes;

	if (cvd_file_read(&arena, path, &bytes, &error)) {
		fprintf(stderr, "%s\n", error.message);
		exit(2);
	}
	fprintf(stderr, "%s\n", path);
	LLVMFuzzerTestOneInput((const uint8_t *)bytes.ptr, bytes.len);
	cvd_arena_free(&arena);
	return 1;
}

static int visible(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

/* strcmp, where alphasort would ask the locale. */
static int by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static size_t replay(const char *path)
{
	struct dirent **entries;
	int count = scandir(path, &entries, visible, by_name);
	size_t replayed = 0;

	if (count < 0)
		return replay_file(path);
	for (int i = 0; i < count; i++) {
		struct cvd_arena arena = {0};

		replayed +=
			replay_file(cvd_arena_format(&arena, "%s/%s", path, entries[i]->d_name).ptr);
		cvd_arena_free(&arena);
		free(entries[i]);
	}
	free(entries);
	return replayed;
}

int main(int argc, char **argv)
{
	size_t replayed = 0;

	for (int i = 1; i < argc; i++)
		replayed += replay(argv[i]);
	if (!replayed) {
		fprintf(stderr, "usage: %s FOLDER-OR-FILE...\n", argv[0]);
		return 2;
	}
	printf("%zu inputs\n", replayed);
	return 0;
}
