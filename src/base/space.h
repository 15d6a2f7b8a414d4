/* White space, for the modules of this layer. */
#ifndef CVD_BASE_SPACE_H
#define CVD_BASE_SPACE_H

#include "base/str.h"

/* Offset of the first white space character (Unicode's White_Space) at or after `pos`, or the end. */
size_t cvd_space_find(struct cvd_str text, size_t pos);
/* Offset behind the run of white space at `pos`. */
size_t cvd_space_end(struct cvd_str text, size_t pos);

#endif
