/* What this repository knows of the commits that a remote has. Nothing here talks to the remote. */
#ifndef CVD_GIT_REMOTE_H
#define CVD_GIT_REMOTE_H

#include "git/git.h"

/* Whether `old`, a commit, is `new` or in its history. Linear in the commits between them. */
bool cvd_git_is_ancestor(struct cvd_git *git, const struct cvd_git_side *old,
			 const struct cvd_git_side *new);

/*
 * The newest commit that `side` is known to share with the remote: with its default branch
 * (refs/remotes/REMOTE/HEAD, else main, else master), else with all of its branches together. The label
 * says with what. The place is CVD_GIT_EMPTY where nothing is shared. Any text may stand for the remote.
 */
enum cvd_status cvd_git_shared(struct cvd_git *git, struct cvd_arena *arena, struct cvd_str remote,
			       const struct cvd_git_side *side, struct cvd_git_side *shared,
			       struct cvd_error *error);

#endif
