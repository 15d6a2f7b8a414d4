/* What the files of the laws share. */
#ifndef LAWS_CHECKS_H
#define LAWS_CHECKS_H

#include "laws.h"

/* Law 4. */
bool check_symmetry(struct pair *pair, struct cvd_buf *why);
/* view.c */
bool check_view(struct pair *pair, struct cvd_buf *why);

/* A few lines that say what a record says, safe for a terminal. */
void check_describe(struct cvd_buf *out, const struct cvd_change *change);

#endif
