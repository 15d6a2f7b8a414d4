/*
 * Opening. libgit2 finds the repository as git does, but for GIT_WORK_TREE, which it refuses: it is
 * hidden while the repository is opened and set afterwards. As in git, a GIT_DIR without a
 * GIT_WORK_TREE makes the current folder the working tree, unless core.worktree names another.
 */
#include "repository.h"

#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What git can read and libgit2 cannot, by words of libgit2's message. */
static const struct {
	const char *words, *message, *hint;
} unsupported[] = {
	{"objectformat", "repositories with SHA-256 object ids are not supported",
	 "write both versions to files with `git show REV:PATH` and compare those"},
	{"refstorage", "repositories with reftable references are not supported",
	 "convert it with `git refs migrate --ref-format=files`"},
	{"extension name", "the repository uses a format extension that libgit2 does not know",
	 "write both versions to files with `git show REV:PATH` and compare those"},
	{"repository version", "the repository's format is newer than libgit2",
	 "write both versions to files with `git show REV:PATH` and compare those"},
};

enum cvd_status cvd_git_failed(const struct cvd_git *git, struct cvd_error *error, int code,
			       const char *format, ...)
{
	const git_error *last = git->lib.error_last();
	char message[512];
	va_list args;

	va_start(args, format);
	vsnprintf(message, sizeof message, format, args);
	va_end(args);
	return cvd_fail(error, code == GIT_ENOTFOUND ? CVD_ERROR_NOT_FOUND : CVD_ERROR_GIT,
			"%s: %s", message, last && last->message ? last->message : "unknown error");
}

void cvd_git_hint_missing(struct cvd_git *git, struct cvd_error *error, const git_oid *oid)
{
	char hex[GIT_OID_HEXSZ];

	if (git->lib.repository_is_shallow(git->repo) == 1) {
		cvd_error_hint(error, "the clone is shallow: fetch more history with "
				      "`git fetch --deepen=100` or `git fetch --unshallow`");
	} else if (oid) {
		git->lib.oid_fmt(hex, oid);
		cvd_error_hint(error, "in a partial clone, git fetches it for: git cat-file -t %.*s",
			       GIT_OID_HEXSZ, hex);
	}
}

static enum cvd_status open_failed(struct cvd_git *git, int code, struct cvd_error *error)
{
	const git_error *last = git->lib.error_last();
	const char *why = last && last->message ? last->message : "";
	struct cvd_arena arena = {0};
	struct cvd_str top;

	/* Without any safe.directory, libgit2 1.5 gives the code of the missing configuration. */
	if (code == GIT_EOWNER || strstr(why, "safe.directory")) {
		cvd_fail(error, CVD_ERROR_GIT, "the repository belongs to another user");
		cvd_git_nearby(&arena, &top);
		cvd_error_hint(error,
			       "if you trust it: git config --global --add safe.directory '%.*s'",
			       CVD_STR_ARG(top));
		cvd_arena_free(&arena);
		return CVD_ERROR_GIT;
	}
	if (code == GIT_ENOTFOUND)
		return cvd_fail(error, CVD_ERROR_NOT_FOUND, "not in a git repository");
	for (size_t i = 0; i < sizeof unsupported / sizeof *unsupported; i++) {
		if (!strstr(why, unsupported[i].words))
			continue;
		cvd_fail(error, CVD_ERROR_GIT, "%s", unsupported[i].message);
		cvd_error_hint(error, "%s", unsupported[i].hint);
		return CVD_ERROR_GIT;
	}
	return cvd_git_failed(git, error, code, "cannot open the git repository");
}

/* Opens as the environment says, GIT_WORK_TREE aside. */
static int open_repository(struct cvd_git *git, const char *worktree)
{
	int code;

	if (worktree)
		unsetenv("GIT_WORK_TREE");
	code = git->lib.repository_open_ext(&git->repo, NULL, GIT_REPOSITORY_OPEN_FROM_ENV, NULL);
	if (worktree)
		setenv("GIT_WORK_TREE", worktree, 1);
	return code;
}

/* Whether the folder is the working tree already. (libgit2 1.5 leaks memory if told so again.) */
static bool is_worktree(struct cvd_git *git, const char *folder)
{
	char *real = realpath(folder, NULL);
	struct cvd_str top = cvd_str_from(cvd_git_worktree(git));
	bool same = real && cvd_str_equal(cvd_str_sub(top, 0, strlen(real)), cvd_str_from(real)) &&
		    top.len <= strlen(real) + 1;

	free(real);
	return same;
}

static int choose_worktree(struct cvd_git *git, const char *worktree)
{
	struct cvd_arena arena = {0};
	struct cvd_str configured;
	int code = 0;

	if (!worktree && getenv("GIT_DIR") && !git->lib.repository_is_bare(git->repo) &&
	    !cvd_git_config(git, &arena, "core.worktree", &configured))
		worktree = ".";
	if (worktree && !is_worktree(git, worktree))
		code = git->lib.repository_set_workdir(git->repo, worktree, 0);
	cvd_arena_free(&arena);
	return code;
}

static void find_prefix(struct cvd_git *git)
{
	const char *top = cvd_git_worktree(git);
	char *folder = realpath(".", NULL);
	struct cvd_str below = cvd_str_from(folder);
	struct cvd_buf prefix = {0};

	if (top && folder && cvd_str_starts_with(below, cvd_str_from(top))) {
		cvd_buf_add(&prefix, cvd_str_sub(below, strlen(top), below.len));
		cvd_buf_put(&prefix, '/');
	}
	git->prefix = cvd_arena_copy(&git->arena, cvd_buf_str(&prefix));
	cvd_buf_free(&prefix);
	free(folder);
}

enum cvd_status cvd_git_open(struct cvd_git **git, struct cvd_error *error)
{
	struct cvd_git *opened = cvd_malloc(sizeof *opened);
	const char *value = getenv("GIT_WORK_TREE");
	char *worktree = value ? strdup(value) : NULL;
	enum cvd_status status;
	int code;

	*opened = (struct cvd_git){0};
	status = cvd_libgit2_load(&opened->lib, error);
	if (status)
		goto done;
	code = open_repository(opened, worktree);
	if (code) {
		status = open_failed(opened, code, error);
		goto done;
	}
	code = choose_worktree(opened, worktree);
	if (code) {
		status = cvd_git_failed(opened, error, code, "cannot use the working tree '%s'",
					worktree ? worktree : ".");
		goto done;
	}
	find_prefix(opened);
	*git = opened;
	opened = NULL;
done:
	free(worktree);
	cvd_git_close(opened);
	return status;
}

void cvd_git_close(struct cvd_git *git)
{
	if (!git)
		return;
	if (git->config)
		git->lib.config_free(git->config);
	if (git->index)
		git->lib.index_free(git->index);
	if (git->repo)
		git->lib.repository_free(git->repo);
	cvd_arena_free(&git->arena);
	free(git);
}

const char *cvd_git_worktree(const struct cvd_git *git)
{
	return git->lib.repository_workdir(git->repo);
}

struct cvd_str cvd_git_prefix(const struct cvd_git *git)
{
	return git->prefix;
}

enum cvd_status cvd_git_load_index(struct cvd_git *git, struct cvd_error *error)
{
	git_index *index;
	int code;

	if (git->index)
		return CVD_OK;
	code = git->lib.repository_index(&index, git->repo);
	if (code) {
		cvd_git_failed(git, error, code, "cannot read the index");
		cvd_error_hint(error, "compare revisions, which need no index: cvdiff HEAD~1 HEAD");
		return CVD_ERROR_GIT;
	}
	git->index = index;
	return CVD_OK;
}
