/* Dates as git reads them: `2024-05-01`, `2 weeks ago`, `yesterday`. */
#ifndef CVD_GIT_DATE_H
#define CVD_GIT_DATE_H

#include "base/error.h"
#include "base/str.h"

#include <stdint.h>

/* Seconds since 1970. git itself is asked, a process of its own, because its reading of dates is in no
 * library. As with git, what it does not understand is the present moment. CVD_ERROR_GIT: git cannot be
 * run. `text` is NUL-terminated. */
enum cvd_status cvd_git_date(struct cvd_str text, int64_t *seconds, struct cvd_error *error);

#endif
