/* Hyperlinks (OSC 8) to the files of the working tree: whether, and whereto. */
#ifndef CVD_CLI_HYPERLINK_H
#define CVD_CLI_HYPERLINK_H

#include "source.h"

/*
 * The URI of the file behind a version, `file://HOST/PATH` in unreserved ASCII, in the arena. Empty where
 * there are to be no links (--hyperlinks, then whether standard output is a terminal that is known to show
 * them), or where no file of today has the version's lines: it is of a commit, of the index, of a pipe.
 */
struct cvd_str cvd_hyperlink(struct cvd_cli *cli, struct cvd_arena *arena,
			     const struct cvd_source *source);

#endif
