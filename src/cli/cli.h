/* What the files of the command line share: one run of cvdiff. */
#ifndef CVD_CLI_CLI_H
#define CVD_CLI_CLI_H

#include "base/buf.h"
#include "diff/changes.h"
#include "git/git.h"
#include "options.h"

enum { CVD_EXIT_DONE = 0, CVD_EXIT_DIFFERENT = 1, CVD_EXIT_TROUBLE = 2 };

struct cvd_cli {
	struct cvd_options options;
	struct cvd_git *git;    /* NULL until a repository is asked for */
	struct cvd_arena arena; /* lives as long as the run */
	struct cvd_buf out;  /* what goes to standard output, whole, at the end, unless flushed */
	struct cvd_str file; /* the file that it goes to instead; a NULL ptr: none */
	int pager, pager_child; /* the pager's input and process; 0: none runs */
	bool flushed;           /* output has begun */
	bool reader_gone;       /* the pager was left: nothing more needs to be made */
	bool for_git;           /* git runs this and shows the output as its own */
	bool stops;             /* as a hook, has git stop */
	bool trouble;           /* something could not be done; it was said on standard error */
	bool found[CVD_SEVERITY_COUNT]; /* differences of each severity */
};

/* Opens the repository at the first call. CVD_ERROR_NOT_FOUND with a hint where there is none. */
enum cvd_status cvd_cli_open_git(struct cvd_cli *cli, struct cvd_error *error);

/* The commands. Each takes its operands, fills cli->out and says errors itself. */
void cvd_run_diff(struct cvd_cli *cli);
void cvd_run_blame(struct cvd_cli *cli);
void cvd_run_log(struct cvd_cli *cli);
void cvd_run_changelog(struct cvd_cli *cli);
void cvd_run_show(struct cvd_cli *cli);
void cvd_run_tree(struct cvd_cli *cli);
void cvd_run_setup(struct cvd_cli *cli);
void cvd_run_driver(struct cvd_cli *cli);
void cvd_run_textconv(struct cvd_cli *cli);
void cvd_run_completion(struct cvd_cli *cli);
void cvd_run_hook(struct cvd_cli *cli);
void cvd_run_help(struct cvd_cli *cli);

#endif
