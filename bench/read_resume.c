/*
 * Reads each Markdown file named into the model and frees it: cvd_markdown_read alone, to be set
 * against cmark_parse, which does the least of the same file.
 */
#include "base/file.h"
#include "resume/model.h"

#include <stdio.h>

__attribute__((noinline)) static int read_resume(const char *path)
{
	struct cvd_arena arena = {0};
	struct cvd_document *doc = NULL;
	struct cvd_error error = {0};
	struct cvd_str source;
	int status = 0;

	if (cvd_file_read(&arena, path, &source, &error) ||
	    cvd_markdown_read(source, &doc, &error)) {
		fprintf(stderr, "read_resume: %s\n", error.message);
		status = 2;
	}
	cvd_document_free(doc);
	cvd_arena_free(&arena);
	return status;
}

int main(int argc, char **argv)
{
	int status = argc < 2 ? 2 : 0;

	if (argc < 2)
		fputs("usage: read_resume FILE...\n", stderr);
	for (int i = 1; i < argc && !status; i++)
		status = read_resume(argv[i]);
	return status;
}
