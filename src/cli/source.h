/* A version of a résumé to read, from wherever it is, and the reading of it. */
#ifndef CVD_CLI_SOURCE_H
#define CVD_CLI_SOURCE_H

#include "base/text.h"
#include "cli.h"
#include "resume/model.h"

struct cvd_source {
	const char *file; /* a file of the file system, `-` for standard input; NULL: git has it */
	struct cvd_git_side side;  /* where git has it */
	struct cvd_git_file entry; /* and what; its kind may be CVD_GIT_ABSENT; with a path beside a
				      file, that is git's copy of what stands here */
};

/* The two versions that one report is about. */
struct cvd_pair {
	struct cvd_source old, new;
};

struct cvd_pairs {
	struct cvd_pair *items;
	size_t len, cap;
};

struct cvd_source cvd_source_file(const char *path);
struct cvd_source cvd_source_git(const struct cvd_git_side *side, const struct cvd_git_file *entry);
/* A copy of a version that git wrote to a file and describes so; `file` is NULL where it is absent. */
struct cvd_source cvd_source_copy(const char *file, struct cvd_str path, struct cvd_str label,
				  uint32_t mode);
/* A blob's own source. */
struct cvd_source cvd_source_blob(const struct cvd_git_side *side);

/* `resume.md at HEAD~3`, `resume.md in the working tree`, `old.md`: for messages, in the arena. */
struct cvd_str cvd_source_name(struct cvd_arena *arena, const struct cvd_source *source);

/* A version as it was fetched. */
struct cvd_source_text {
	bool absent;
	struct cvd_str bytes, text; /* before and after decoding */
	enum cvd_encoding encoding;
	size_t replaced; /* characters that could not be decoded */
	struct cvd_date_votes votes;
};

/*
 * Fetches the version's text into the arena. What cannot be compared line by line of its own (binary,
 * symbolic link, submodule, LFS pointer, unmerged) is CVD_ERROR_FORMAT.
 */
enum cvd_status cvd_source_fetch(struct cvd_cli *cli, struct cvd_arena *arena,
				 const struct cvd_source *source, struct cvd_source_text *text,
				 struct cvd_error *error);
/* A line that a merge left in a file: `<<<<<<< HEAD`, `=======` and so on. */
bool cvd_source_is_conflict_line(struct cvd_str line);
/* Whether such lines enclose a part of the text. Linear. */
bool cvd_source_has_conflict(struct cvd_str text);
/* Says on standard error what could not be decoded, if anything. */
void cvd_source_warn(struct cvd_arena *arena, const struct cvd_source *source,
		     const struct cvd_source_text *text);
/* Reads it into a document, an absent one into an empty document, which borrows from the text. `beside`:
 * the version that it is compared with, NULL if there is none. Safe in any thread. */
enum cvd_status cvd_source_parse(const struct cvd_source_text *text,
				 const struct cvd_source_text *beside, struct cvd_document **doc,
				 struct cvd_error *error);
/* The same with the order of day and month given. */
enum cvd_status cvd_source_parse_as(const struct cvd_source_text *text, bool month_first,
				    struct cvd_document **doc, struct cvd_error *error);
/* What the report says of the version; its root is not set. */
void cvd_source_describe(const struct cvd_source *source, struct cvd_revision *revision);

#endif
