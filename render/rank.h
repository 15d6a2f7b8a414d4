/* How high a post stands, for telling a promotion from another new title. Private to the renderers. */
#ifndef CVD_RENDER_RANK_H
#define CVD_RENDER_RANK_H

#include "base/str.h"

/* Of the title's words, the highest rank that the table knows; a title without such a word has the rank
 * of a plain post. Linear in the title. */
int cvd_rank_of(struct cvd_str title);

#endif
