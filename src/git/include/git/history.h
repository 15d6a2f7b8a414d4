/*
 * History: the commits that changed certain files, newest first, each with what it changed. Files are
 * followed through renames, also where branches named them differently.
 *
 * As `git log -- PATH` has it, a merge that took over one parent's files is no change, and the other
 * parents' branches are then not walked (git-log(1), history simplification); a merge that differs from
 * every parent is compared with the first. Commits come by date of commit, none before a commit whose
 * parent it was first seen as. What was walked is remembered, 40 bytes a commit; nothing else grows.
 */
#ifndef CVD_GIT_HISTORY_H
#define CVD_GIT_HISTORY_H

#include "git/git.h"

struct cvd_git_history;

struct cvd_git_history_options {
	bool first_parent; /* walk first parents alone; merges are then what they brought in */
	bool each_parent;  /* a step for each parent of a merge, instead of the first */
	bool no_follow;    /* a renamed file is a removed and an added one */
	bool every; /* steps of commits that changed nothing, too, to the parent that is walked, and
			      of those whose parents a shallow clone lacks */
	bool whole; /* the same to all parents, whether they explain anything or not; `changes` has an
		       item for each file, in the order in which they were added */
};

struct cvd_git_commit {
	struct cvd_str id;              /* 40 digits */
	struct cvd_str author, address; /* by .mailmap; as they stand, perhaps not UTF-8 */
	struct cvd_str subject;         /* the message's first paragraph on one line; the same */
	int64_t written;                /* author's date, seconds since 1970 */
	int zone;                       /* of it, minutes east of Greenwich */
	int64_t committed;              /* committer's date */
	size_t parents;
};

/* One commit beside one parent. */
struct cvd_git_step {
	struct cvd_git_commit commit; /* id.ptr is NULL at the end of history */
	struct cvd_str parent;        /* its id; NULL ptr for a root */
	struct cvd_git_side old, new; /* the trees; labels are the ids */
	struct cvd_git_changes changes;
	size_t parent_number; /* from 0 */
	bool cut;             /* a shallow clone lacks a parent; if all, the step is a root's */
};

/*
 * Begins a walk from the revisions in `specs`: `A`, `^A`, `A..B`, `A...B`; HEAD where none says where
 * to begin. `*tip` is the side where the first of them begins. CVD_ERROR_NOT_FOUND: no such
 * revision, or no commit yet. The caller ends the walk. Where something is excluded, all that is not is
 * looked up first; else the first step is there at once.
 */
enum cvd_status cvd_git_history_begin(struct cvd_git *git, struct cvd_arena *arena,
				      const struct cvd_str *specs, size_t count,
				      const struct cvd_git_history_options *options,
				      struct cvd_git_history **history, struct cvd_git_side *tip,
				      struct cvd_error *error);
/* Adds a file by its path from the top at the tips. All are added before the first step. */
void cvd_git_history_track(struct cvd_git_history *history, struct cvd_str path);
/* The next step, in the arena; a commit's come one after the other. A parent that a shallow clone lacks ends
 * its line of history. */
enum cvd_status cvd_git_history_next(struct cvd_git_history *history, struct cvd_arena *arena,
				     struct cvd_git_step *step, struct cvd_error *error);
/* Commits walked so far. */
size_t cvd_git_history_walked(const struct cvd_git_history *history);
/* The id of a commit whose parents a shallow clone lacks and that was walked; NULL ptr: none. Lives as
 * long as the walk. */
struct cvd_str cvd_git_history_shallow(const struct cvd_git_history *history);
void cvd_git_history_end(struct cvd_git_history *history); /* NULL is fine */

#endif
