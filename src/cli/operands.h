/* What the operands of a comparison mean: revisions first, then paths, as git reads them. */
#ifndef CVD_CLI_OPERANDS_H
#define CVD_CLI_OPERANDS_H

#include "source.h"

struct cvd_comparison {
	bool direct; /* one pair of given files; else whole sides, where résumés are found */
	struct cvd_pair pair;         /* if direct */
	struct cvd_git_side old, new; /* else */
	struct cvd_pathspecs paths;
	bool sure; /* nobody asked: a Markdown file is no résumé for being the only one that changed */
};

/*
 * Reads cli->options.operands. The rule for two operands that both are existing files, without `--`:
 * they are two files to compare unless git tracks both of them in the same working tree; then they
 * are paths, as `git diff` has it, and --no-index compares them with each other. An operand that is a
 * revision and a file is CVD_ERROR_AMBIGUOUS. Opens the repository only where one can be meant.
 */
enum cvd_status cvd_operands_read(struct cvd_cli *cli, struct cvd_comparison *comparison,
				  struct cvd_error *error);

/* The path as git has it, from the top of the working tree; for one operand, without magic. */
enum cvd_status cvd_operands_path(struct cvd_cli *cli, struct cvd_str operand, struct cvd_str *path,
				  struct cvd_error *error);
/* Whether the operand names something in the file system. */
bool cvd_operands_exists(struct cvd_str operand);
/* The same, or looks like a pathspec with magic or a pattern. */
bool cvd_operands_looks_like_path(struct cvd_str operand);
/* The error for what is neither a revision nor a path; `why` is what was said of it as a revision. */
enum cvd_status cvd_operands_unknown(struct cvd_str operand, const struct cvd_error *why,
				     struct cvd_error *error);
/* CVD_ERROR_AMBIGUOUS for an operand that is a revision and a file. */
enum cvd_status cvd_operands_ambiguous(struct cvd_str operand, struct cvd_error *error);

#endif
