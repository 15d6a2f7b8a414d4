/* The changelog of a résumé as a file that is kept up to date. */
#ifndef CVD_CLI_CHANGELOG_H
#define CVD_CLI_CHANGELOG_H

#include "cli.h"

/*
 * Brings the file at `path` (from the current folder) up to date with what `cvdiff changelog` tells under
 * cli->options: operands, by, style, only, no_follow, first_parent. What a person wrote in it stays
 * (base/region.h); a missing file is made; it is replaced at once or not at all. `*changed`: its bytes
 * are others now. Fails, and leaves the file alone, where the file is a résumé or the history is cut off,
 * so that the older part would be lost.
 */
enum cvd_status cvd_changelog_update(struct cvd_cli *cli, struct cvd_str path, bool *changed,
				     struct cvd_error *error);

#endif
