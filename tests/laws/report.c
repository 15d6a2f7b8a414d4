/*
 * What a person needs to mend a broken law: the pair, as small as it gets, the reason, how to make it
 * again, and on request all of it as files. Texts are made visible: random bytes are among them.
 */
#include "run.h"

#include "base/text.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

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

void run_report(const struct options *options, enum law law, enum outcome outcome, const char *name,
		struct sample sample)
{
	struct cvd_arena arena = {0};
	struct cvd_buf why = {0};

	if (!options->whole)
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

void run_show(const char *name, const struct sample *sample)
{
	printf("%s: %s\n", name, sample->sort);
	print_text("old", sample->text[0]);
	print_text("new", sample->text[1]);
}
