/* Shell patterns over bytes, as git's wildmatch has them: `*`, `?`, `[a-z]`, `[!a]`, `\`, `**`. */
#ifndef CVD_GIT_WILDCARD_H
#define CVD_GIT_WILDCARD_H

#include "base/str.h"

enum {
	CVD_WILD_ICASE = 1, /* ASCII letters are equal in either case */
	CVD_WILD_PATH = 2   /* only a `**` that fills whole folders matches a slash */
};

/* Whether the whole text matches. Quadratic at worst (cubic with CVD_WILD_PATH), never exponential. */
bool cvd_wildcard_match(struct cvd_str pattern, struct cvd_str text, unsigned flags);

#endif
