/* The help text of a command. */
#ifndef CVD_CLI_HELP_H
#define CVD_CLI_HELP_H

#include "base/buf.h"
#include "options.h"

void cvd_help_print(struct cvd_buf *out, const struct cvd_command *command);

#endif
