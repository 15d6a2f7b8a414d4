/* The one version of a résumé that `tree` and `show` are about. */
#ifndef CVD_CLI_SINGLE_H
#define CVD_CLI_SINGLE_H

#include "cli.h"
#include "resume/model.h"

/* Reads what the operands [REV] [PATH] name. The document's text lives in the arena, as does the URI for
 * hyperlinks to its file, which is empty where there are to be none; the caller frees the document. NULL
 * where that fails: then it was said, and cli->trouble is set. */
struct cvd_document *cvd_single_read(struct cvd_cli *cli, struct cvd_arena *arena,
				     struct cvd_revision *revision, struct cvd_str *link);

#endif
