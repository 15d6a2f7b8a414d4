/* The bodies of wordings: what stands behind the label. One function for each way of saying it. */
#ifndef CVD_RENDER_BODY_H
#define CVD_RENDER_BODY_H

#include "wording.h"

typedef void cvd_body(struct cvd_phrase *phrase, const struct cvd_change *change,
		      const struct cvd_wording_options *options);

cvd_body cvd_body_node;       /* the node: an entry with its dates, a title, a statement */
cvd_body cvd_body_field;      /* the field's text on the side that has it */
cvd_body cvd_body_arrow;      /* old → new */
cvd_body cvd_body_title;      /* the same, common last words said once */
cvd_body cvd_body_link;       /* old target → new target, with the linked words of a statement */
cvd_body cvd_body_words;      /* the word diff */
cvd_body cvd_body_formatting; /* how it was and is written */
cvd_body cvd_body_rewritten;  /* how much stood there and stands there now */
cvd_body cvd_body_moved;      /* the node and where it came from */
cvd_body cvd_body_regrouped;  /* a keyword and the group it came from */
cvd_body cvd_body_left;       /* the node and where it went */
cvd_body cvd_body_reordered;  /* the node and its positions */
cvd_body cvd_body_split;      /* the word diff, or the node → its parts */
cvd_body cvd_body_merged;     /* the word diff, or the parts → the node */

#endif
