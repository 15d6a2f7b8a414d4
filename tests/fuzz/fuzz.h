/*
 * What the fuzz targets share. A target is LLVMFuzzerTestOneInput and nothing else; libFuzzer drives
 * it where clang has it, replay.c replays a folder of inputs everywhere. What a target finds wrong
 * ends the process, so that both see it.
 */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include "resume/model.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Tells what went wrong and where, and aborts. */
#define FUZZ_CHECK(condition)                                                                      \
	do {                                                                                       \
		if (!(condition))                                                                  \
			fuzz_fail(__FILE__, __LINE__, #condition);                                 \
	} while (0)
_Noreturn void fuzz_fail(const char *file, int line, const char *condition);

/* A document of any bytes, with a copy of them that ends where malloc's block ends, so that a
 * sanitizer sees a read behind it. Checks that it is a tree that keeps the promises of model.h. */
struct fuzz_resume {
	struct cvd_arena arena;
	char *bytes;
	struct cvd_document *doc;
};
void fuzz_resume_read(struct fuzz_resume *resume, const uint8_t *data, size_t size);
void fuzz_resume_free(struct fuzz_resume *resume);

#endif
