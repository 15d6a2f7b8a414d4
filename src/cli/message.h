/* What goes to standard error. Names and texts in it are made visible. */
#ifndef CVD_CLI_MESSAGE_H
#define CVD_CLI_MESSAGE_H

#include "base/error.h"
#include "base/str.h"

/* `cvdiff: error: …`, and `hint: …` where there is one. */
void cvd_message_error(const struct cvd_error *error);
/* `cvdiff: warning: …` */
void cvd_message_warning(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
