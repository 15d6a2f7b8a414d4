/* Case folding for the modules of this layer. */
#ifndef CVD_BASE_FOLD_H
#define CVD_BASE_FOLD_H

#include "base/text.h"

/* Appends what cvd_text_fold gives; for callers that fold much and keep nothing. */
void cvd_fold_into(struct cvd_buf *buf, struct cvd_str text);

#endif
