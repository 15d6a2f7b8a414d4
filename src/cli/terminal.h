/* What standard output is: a terminal or not, its width, whether to colour; and the way out to it. */
#ifndef CVD_CLI_TERMINAL_H
#define CVD_CLI_TERMINAL_H

#include "cli.h"

/* Columns to wrap to: --width, else the terminal's, else 80. */
size_t cvd_terminal_width(const struct cvd_cli *cli);
/* Whether to colour: --color, then NO_COLOR, then git's color.diff and color.ui if a repository is
 * open, then whether standard output is a terminal that can. */
bool cvd_terminal_color(struct cvd_cli *cli);
/*
 * Writes cli->out to standard output, through git's pager where that is a terminal, and empties it. A
 * reader that goes away ends the process as it does git: quietly, by SIGPIPE, or without if git runs it;
 * if it is the pager, it sets cli->reader_gone. Other failures are errors.
 */
enum cvd_status cvd_terminal_flush(struct cvd_cli *cli, struct cvd_error *error);
/* The same for the last time: ends the pager and closes standard output. */
enum cvd_status cvd_terminal_write(struct cvd_cli *cli, struct cvd_error *error);

#endif
