/* What `log`, `changelog` and `blame` walk: a range of history and the résumés in it. */
#ifndef CVD_CLI_WALK_H
#define CVD_CLI_WALK_H

#include "cli.h"
#include "git/history.h"

struct cvd_walk {
	struct cvd_git_history *history;
	struct cvd_git_side tip;    /* where it begins */
	struct cvd_git_paths files; /* the résumés that are followed, by their names there */
	struct cvd_str gone;        /* the last of them that is not at the tip; empty: all are */
};

/*
 * Reads the operands [REV...] [--] [PATH...]: revisions and ranges as `git log` has them, then paths.
 * Without paths the résumés are those that a comparison would choose at the tip. A file that is given by
 * its name may be one that is gone. CVD_ERROR_NOT_FOUND: there is no résumé. The caller ends the walk.
 */
enum cvd_status cvd_walk_begin(struct cvd_cli *cli, const struct cvd_git_history_options *options,
			       struct cvd_walk *walk, struct cvd_error *error);
void cvd_walk_end(struct cvd_walk *walk);

#endif
