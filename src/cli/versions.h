/*
 * Versions of résumés that a walk through history meets, each fetched and read once as long as it is kept.
 * A version is held by whoever uses it, and the newest that nobody holds are kept beside them.
 */
#ifndef CVD_CLI_VERSIONS_H
#define CVD_CLI_VERSIONS_H

#include "diff/prepared.h"
#include "source.h"

#include <pthread.h>

/* Reading is for one day-or-month order; both are kept, as few résumés need two. */
struct cvd_version {
	struct cvd_source source;
	struct cvd_source_text text;
	enum cvd_status status; /* of fetching; else `error` says why not */
	struct cvd_error error;
	/* The cache's own. */
	struct cvd_arena arena;
	struct cvd_document *docs[2];
	struct cvd_prepared *prepared[2];
	bool reading[2];
	struct cvd_versions *versions;
	struct cvd_version *newer, *older; /* in order of use */
	size_t holders;
};

struct cvd_versions {
	struct cvd_cli *cli;
	size_t spare; /* how many that nobody holds are kept */
	size_t count;
	struct cvd_version *newest, *oldest;
	pthread_mutex_t lock; /* documents and their state */
	pthread_cond_t read;
	bool warned; /* of a version that could not be decoded */
};

void cvd_versions_init(struct cvd_versions *versions, struct cvd_cli *cli, size_t spare);
/* All versions are given back by then. */
void cvd_versions_free(struct cvd_versions *versions);

/* The version, fetched if it is not kept; the caller gives it back. Git's thread alone calls these. The
 * first that could not be decoded is said on standard error. */
struct cvd_version *cvd_versions_hold(struct cvd_versions *versions,
				      const struct cvd_source *source);
/* The same for a file at a commit. What git cannot give, such as a blob that a partial clone lacks, is an error;
 * what is there and is no text is not. The version is given back in any case. */
enum cvd_status cvd_versions_hold_git(struct cvd_versions *versions, const struct cvd_git_side *side,
				      const struct cvd_git_file *file, struct cvd_version **version,
				      struct cvd_error *error);
void cvd_versions_give_back(struct cvd_version *version);

/* The document as it is to be read beside the other version (NULL: alone), prepared for a diff; NULL where it
 * could not be fetched. Lives as long as the version is held. Any thread may call it. */
struct cvd_prepared *cvd_version_prepare(struct cvd_version *version,
					 const struct cvd_version *beside);
/* The same with the order of day and month given. */
struct cvd_prepared *cvd_version_prepare_as(struct cvd_version *version, bool month_first);

#endif
