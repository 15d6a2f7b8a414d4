/*
 * Reading from git: revisions, what changed between two of them, the content of files, attributes
 * and configuration. The one place that knows libgit2, which is loaded when a repository is opened
 * and not before. Nothing here writes to a repository; settings are written by git/settings.h.
 *
 * Results live in the caller's arena. Paths are git's: bytes, `/` between folders, from the top of
 * the working tree. Errors from libgit2 say what could not be done first and its own words last.
 */
#ifndef CVD_GIT_GIT_H
#define CVD_GIT_GIT_H

#include "base/arena.h"
#include "base/error.h"
#include "git/pathspec.h"

struct cvd_git;

/* --- the repository --------------------------------------------------------------------------- */

/*
 * Whether the current folder may be in a repository, by a look at the file system alone: false is
 * certain, true is not. `*top` (in the arena) is the folder that holds `.git`, or empty where only
 * opening can tell. A few system calls per folder upward.
 */
bool cvd_git_nearby(struct cvd_arena *arena, struct cvd_str *top);

/*
 * Opens the repository of the current folder as git finds it (GIT_DIR, GIT_WORK_TREE,
 * GIT_CEILING_DIRECTORIES, GIT_INDEX_FILE, …). CVD_ERROR_NOT_FOUND: there is none.
 * CVD_ERROR_GIT: there is one that cannot be read; the hint says what helps. The caller closes it.
 */
enum cvd_status cvd_git_open(struct cvd_git **git, struct cvd_error *error);
/* NULL is fine. The library stays loaded: unloading costs time and the process ends soon. */
void cvd_git_close(struct cvd_git *git);

/* The working tree's folder with a slash at its end; NULL in a bare repository. Lives as long as
 * the repository is open. */
const char *cvd_git_worktree(const struct cvd_git *git);
/* The current folder from the top of the working tree, with a slash at its end; empty at the top. */
struct cvd_str cvd_git_prefix(const struct cvd_git *git);

/* The value of a configuration key, NUL-terminated in the arena; false where it is unset. */
bool cvd_git_config(struct cvd_git *git, struct cvd_arena *arena, const char *key,
		    struct cvd_str *value);

struct cvd_git_paths {
	struct cvd_str *items;
	size_t len, cap;
};

/* All values of a key that may stand more than once, in order. */
void cvd_git_config_all(struct cvd_git *git, struct cvd_arena *arena, const char *key,
			struct cvd_git_paths *values);

/* --- revisions -------------------------------------------------------------------------------- */

struct cvd_git_id {
	unsigned char bytes[20];
};

enum cvd_git_place {
	CVD_GIT_EMPTY, /* the empty tree: before the first commit */
	CVD_GIT_TREE,
	CVD_GIT_INDEX,
	CVD_GIT_WORKTREE,
	CVD_GIT_BLOB /* one file: `HEAD:cv.md` */
};

/* One side of a comparison. */
struct cvd_git_side {
	enum cvd_git_place place;
	struct cvd_str label;  /* as the user wrote it, or `working tree`, `index` */
	struct cvd_str commit; /* full id; NULL ptr where there is no commit */
	struct cvd_git_id id;  /* of the tree or blob */
	struct cvd_str path;   /* of a blob, if its spec names one */
	uint32_t mode;         /* of a blob, as git writes it; 0100644 if unknown */
};

/*
 * Reads one argument as git does: `HEAD~3`, a tag, `@{2.weeks.ago}`, `REV:PATH`, `:PATH` (index);
 * one side. `A..B`, `A...B` (merge base against B; an empty end is HEAD) and `A^!` give two.
 * CVD_ERROR_NOT_FOUND: no such revision, or no such path in it; CVD_ERROR_AMBIGUOUS: several
 * objects have that short id; CVD_ERROR_GIT: it exists but cannot be read.
 */
enum cvd_status cvd_git_resolve(struct cvd_git *git, struct cvd_arena *arena, struct cvd_str spec,
				struct cvd_git_side sides[2], size_t *count,
				struct cvd_error *error);
/* HEAD's tree, or CVD_GIT_EMPTY where there is no commit yet. */
enum cvd_status cvd_git_head(struct cvd_git *git, struct cvd_arena *arena,
			     struct cvd_git_side *side, struct cvd_error *error);
/* Both fail in a bare repository. */
enum cvd_status cvd_git_index_side(const struct cvd_git *git, struct cvd_git_side *side,
				   struct cvd_error *error);
enum cvd_status cvd_git_worktree_side(const struct cvd_git *git, struct cvd_git_side *side,
				      struct cvd_error *error);

/* --- files ------------------------------------------------------------------------------------ */

enum cvd_git_kind {
	CVD_GIT_ABSENT, /* no mode at all */
	CVD_GIT_FILE,
	CVD_GIT_SYMLINK,
	CVD_GIT_SUBMODULE,
	CVD_GIT_FOLDER,  /* cvd_git_find alone */
	CVD_GIT_CONFLICT /* unmerged in the index */
};

/* From the mode of an entry: 0120000 is a symbolic link, and so on. */
enum cvd_git_kind cvd_git_kind_of(uint32_t mode);

struct cvd_git_file {
	enum cvd_git_kind kind;
	struct cvd_str path;  /* NUL-terminated */
	uint32_t mode;        /* as git writes it: 0100644, 0100755, 0120000, 0160000 */
	struct cvd_git_id id; /* of the blob; unused for the working tree */
	bool in_index; /* working tree: not there, the index stands for it (sparse checkout) */
};

/* One file that differs. Paths differ where it was renamed; an absent side has the other's path. */
struct cvd_git_change {
	struct cvd_git_file old, new;
};

struct cvd_git_changes {
	struct cvd_git_change *items;
	size_t len, cap;
};

/* Says whether a changed file at `path` is of interest. */
typedef bool (*cvd_git_filter)(void *payload, const char *path);

/*
 * The files that differ from `old` (a tree or the empty one) to `new` (a tree, the index, the
 * working tree), in order of new path: those that `paths` names (NULL: all) and the filter (NULL:
 * all) wants. A file that appeared or vanished is looked for under another name among the changed
 * files with its extension or of the filter's liking (libgit2's similarity, from 50 %), in the
 * working tree among untracked ones too; a rename counts if either name is wanted. Untracked files are not told otherwise.
 * Cost: that of `git diff --name-status`, once, and again where a renamed file is looked for.
 */
enum cvd_status cvd_git_changed(struct cvd_git *git, struct cvd_arena *arena,
				const struct cvd_git_side *old, const struct cvd_git_side *new,
				const struct cvd_pathspecs *paths, cvd_git_filter filter,
				void *payload, struct cvd_git_changes *changes,
				struct cvd_error *error);

/* What stands at the path on that side; the kind is CVD_GIT_ABSENT where nothing does (in the
 * working tree: nothing that git tracks). */
enum cvd_status cvd_git_find(struct cvd_git *git, struct cvd_arena *arena,
			     const struct cvd_git_side *side, struct cvd_str path,
			     struct cvd_git_file *file, struct cvd_error *error);

/* Paths on that side (a tree, the index; the working tree: what git tracks) that the filter wants.
 * Linear in the number of files there. */
enum cvd_status cvd_git_list(struct cvd_git *git, struct cvd_arena *arena,
			     const struct cvd_git_side *side, cvd_git_filter filter, void *payload,
			     struct cvd_git_paths *paths, struct cvd_error *error);

/*
 * The bytes of a file (kind CVD_GIT_FILE) as git stores them: what is in the working tree goes
 * through git's filters, so that line endings of the platform make no difference.
 */
enum cvd_status cvd_git_read(struct cvd_git *git, struct cvd_arena *arena,
			     const struct cvd_git_side *side, const struct cvd_git_file *file,
			     struct cvd_str *bytes, struct cvd_error *error);
/* Where a symbolic link on that side points to, as it is written. */
enum cvd_status cvd_git_read_link(struct cvd_git *git, struct cvd_arena *arena,
				  const struct cvd_git_side *side, const struct cvd_git_file *file,
				  struct cvd_str *target, struct cvd_error *error);

enum cvd_git_mark { CVD_GIT_MARKED = 1, CVD_GIT_MARKED_DIFF = 2 };

/* Whether .gitattributes (or info/attributes, …) say `cvdiff` (CVD_GIT_MARKED) or `diff=cvdiff`
 * (CVD_GIT_MARKED_DIFF) of the path; the bits of both. */
unsigned cvd_git_attributed(struct cvd_git *git, const char *path);
/* Whether any file of attributes that git tracks or looks at from the top holds the word `cvdiff`.
 * Where none does, files need not be asked one by one. Linear in the size of the index. */
bool cvd_git_attributes_mentioned(struct cvd_git *git);

#endif
