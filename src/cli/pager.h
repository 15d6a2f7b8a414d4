/* git's pager. */
#ifndef CVD_CLI_PAGER_H
#define CVD_CLI_PAGER_H

#include "cli.h"

/* Shows the text in the pager that GIT_PAGER, pager.cvdiff, core.pager, PAGER name, in that order,
 * or less, and waits for it. False if there is none (`cat`, empty, pager.cvdiff=false) or it could
 * not be started: then nothing was shown. */
bool cvd_pager_show(struct cvd_cli *cli, struct cvd_str text);

#endif
