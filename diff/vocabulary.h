/* The part of a prepared document that is the matcher's alone. */
#ifndef CVD_DIFF_VOCABULARY_H
#define CVD_DIFF_VOCABULARY_H

#include "diff/prepared.h"
#include "similarity.h"

/* Counted by the first that asks; any thread may. Lives as long as `prepared`. */
const struct cvd_vocabulary *cvd_prepared_vocabulary(struct cvd_prepared *prepared);

#endif
