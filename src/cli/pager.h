/* git's pager. */
#ifndef CVD_CLI_PAGER_H
#define CVD_CLI_PAGER_H

#include "cli.h"

/*
 * Starts the pager that GIT_PAGER, pager.cvdiff, core.pager, PAGER name, in that order, or less. True if
 * it runs: cli->pager then takes what is shown, and SIGPIPE is ignored from then on. False if there is
 * none (`cat`, empty, pager.cvdiff=false) or no process could be made.
 */
bool cvd_pager_start(struct cvd_cli *cli);
/* Ends its input and waits for it. False if its command could not be started: nothing was shown. */
bool cvd_pager_finish(struct cvd_cli *cli);

/* The command of the pager that would be started, NULL for none. */
const char *cvd_pager_command(struct cvd_cli *cli);

#endif
