/* Where the output goes that is not for the terminal: a file, and from there a browser. */
#ifndef CVD_CLI_OUTPUT_H
#define CVD_CLI_OUTPUT_H

#include "cli.h"

/* Reads --output and --open into cli->file, and what they mean for the format. Call it before the command
 * runs. CVD_ERROR_USAGE where they do not go together. */
enum cvd_status cvd_output_begin(struct cvd_cli *cli, struct cvd_error *error);
/* Puts cli->out where it belongs, whole: into the file, of which nothing is touched where the run had
 * trouble, or to the terminal. Then starts the browser, if one was asked for. */
enum cvd_status cvd_output_end(struct cvd_cli *cli, struct cvd_error *error);

#endif
