/* The lines of `cvdiff setup` in a file of git attributes, between two marks. */
#ifndef CVD_CLI_ATTRIBUTES_H
#define CVD_CLI_ATTRIBUTES_H

#include "base/buf.h"
#include "git/git.h"

/* A pattern that matches the path from the top of the working tree alone, for git and libgit2. */
struct cvd_str cvd_attribute_pattern(struct cvd_arena *arena, struct cvd_str path);

/* A file of attributes, taken apart. */
struct cvd_attributes {
	struct cvd_str path; /* of the file */
	struct cvd_str text; /* all of it */
	bool exists;
	bool marked;                   /* there are lines of cvdiff setup */
	struct cvd_str before, after;  /* around them; all is before where there are none */
	struct cvd_git_paths patterns; /* in them */
};

/* Reads the file, which may be missing. CVD_ERROR_FORMAT: a mark without the other. */
enum cvd_status cvd_attributes_read(struct cvd_arena *arena, struct cvd_str path,
				    struct cvd_attributes *attributes, struct cvd_error *error);
/* Puts lines for the patterns in the place of those that there are, or at the end. */
enum cvd_status cvd_attributes_write(const struct cvd_attributes *attributes,
				     const struct cvd_git_paths *patterns, struct cvd_error *error);
/* Takes the lines out. The file is then as it was before they came, or gone as it was. */
enum cvd_status cvd_attributes_clear(const struct cvd_attributes *attributes,
				     struct cvd_error *error);

#endif
