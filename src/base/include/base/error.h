/*
 * Errors. A function that can fail returns a status: 0 is success, anything else is an enum
 * cvd_status, and then the caller's struct cvd_error says what went wrong, in words for a person.
 * The text may hold bytes of file names and revisions as they came: whoever prints it makes it
 * visible first (cvd_text_visible).
 */
#ifndef CVD_BASE_ERROR_H
#define CVD_BASE_ERROR_H

enum cvd_status {
	CVD_OK = 0,
	CVD_ERROR_IO,        /* the operating system refused */
	CVD_ERROR_NOT_FOUND, /* no such file, revision, path or repository */
	CVD_ERROR_AMBIGUOUS, /* more than one thing is meant */
	CVD_ERROR_FORMAT,    /* the content cannot be read as what it should be */
	CVD_ERROR_USAGE,     /* the caller asked for something that does not exist */
	CVD_ERROR_GIT        /* the repository cannot be read */
};

struct cvd_error {
	enum cvd_status status;
	char message[1024]; /* lower case, no full stop; NUL-terminated, cut if too long */
	char hint[1024];    /* the next step for the user, or empty */
	const char *file;   /* where in cvdiff's own source it was raised */
	int line;
};

/* Fills *error (may be NULL) and returns `status`, so that a caller can write `return cvd_fail(…)`. */
#define cvd_fail(error, status, ...)                                                               \
	cvd_error_set((error), (status), __FILE__, __LINE__, __VA_ARGS__)
enum cvd_status cvd_error_set(struct cvd_error *error, enum cvd_status status, const char *file,
			      int line, const char *format, ...)
	__attribute__((format(printf, 5, 6)));
/* Adds the hint to an error that is already set. */
void cvd_error_hint(struct cvd_error *error, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
