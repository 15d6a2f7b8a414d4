/* What was added or removed with a node, in lines for people. Private to the renderers. */
#ifndef CVD_RENDER_CONTENT_H
#define CVD_RENDER_CONTENT_H

#include "diff/changes.h"

/* The texts of the side's content, in the arena; keywords that follow each other in one line, behind the title
 * of the group that they stand in: `Tools: Git, Make`. Linear. */
struct cvd_strs cvd_content_lines(struct cvd_arena *arena, const struct cvd_side *side);

#endif
