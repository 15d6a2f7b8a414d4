/* What the files of the git layer share: the open repository, and how libgit2's errors are told. */
#ifndef CVD_GIT_REPOSITORY_H
#define CVD_GIT_REPOSITORY_H

#include "git/git.h"
#include "library.h"

struct cvd_git {
	struct cvd_libgit2 lib;
	struct cvd_arena arena;
	git_repository *repo;
	git_config *config;    /* a snapshot; NULL until it is asked for */
	git_index *index;      /* NULL until it is asked for */
	struct cvd_str prefix; /* the current folder, from the top of the working tree */
};

/* Raises `code`, libgit2's, as an error: the message given, a colon, libgit2's own words. */
enum cvd_status cvd_git_failed(const struct cvd_git *git, struct cvd_error *error, int code,
			       const char *format, ...) __attribute__((format(printf, 4, 5)));
/* Adds what to do about an object that should be there: the clone is shallow, or partial; then the
 * missing object's id is of help, if it is known (else NULL). */
void cvd_git_hint_missing(struct cvd_git *git, struct cvd_error *error, const git_oid *oid);

enum cvd_status cvd_git_load_index(struct cvd_git *git, struct cvd_error *error);

static inline git_oid cvd_git_oid(struct cvd_git_id id)
{
	git_oid oid;

	_Static_assert(sizeof oid.id == sizeof id.bytes, "object ids are SHA-1");
	__builtin_memcpy(oid.id, id.bytes, sizeof oid.id);
	return oid;
}

static inline struct cvd_git_id cvd_git_id(const git_oid *oid)
{
	struct cvd_git_id id;

	__builtin_memcpy(id.bytes, oid->id, sizeof id.bytes);
	return id;
}

#endif
