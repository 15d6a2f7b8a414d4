/* Which files are résumés. */
#ifndef CVD_CLI_SELECT_H
#define CVD_CLI_SELECT_H

#include "operands.h"

/*
 * The pairs to report for two sides. Where paths are given, the files they name. Else the first rule
 * that finds any: files with the git attribute `cvdiff` or `diff=cvdiff`; what git's `cvdiff.path`
 * names; changed files with a well-known name; the only changed Markdown file. A file that is named
 * (by a path, the attribute or the configuration) and did not change is a pair of equal versions; a
 * folder names the résumés in it. No pair at all: nothing changed that could be a résumé.
 * CVD_ERROR_AMBIGUOUS: several Markdown files changed and no rule chooses. Named files that are on
 * neither side are said on standard error and set cli->trouble.
 */
enum cvd_status cvd_select_changed(struct cvd_cli *cli, const struct cvd_comparison *comparison,
				   struct cvd_pairs *pairs, struct cvd_error *error);

/* The one résumé of a side by the same rules, changed or not. */
enum cvd_status cvd_select_one(struct cvd_cli *cli, const struct cvd_git_side *side,
			       struct cvd_source *source, struct cvd_error *error);

/*
 * The files that `cvdiff setup` marks with `diff=cvdiff`: all résumés of a side by the same rules, but
 * for those that have the attribute already. `own` are the patterns that it marked before, whose marks do
 * not count.
 */
enum cvd_status cvd_select_to_mark(struct cvd_cli *cli, const struct cvd_git_side *side,
				   const struct cvd_git_paths *own, struct cvd_git_paths *paths,
				   struct cvd_error *error);

#endif
