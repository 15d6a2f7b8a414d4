/* Where too little survives to be told piece by piece. Private to the diff. */
#ifndef CVD_DIFF_REWRITTEN_H
#define CVD_DIFF_REWRITTEN_H

#include "hidden.h"

/* A résumé, section or entry of whose statements nearly none has a partner, on both sides. */
struct cvd_rewrite {
	uint32_t old, new;
	uint32_t statements; /* beneath the old one */
	uint32_t gone;       /* of them, those that have no partner */
};

struct cvd_rewrites {
	struct cvd_rewrite *items;
	size_t len, cap;
	/* By id: the place in `items` of the rewrite that tells of the node, for the topmost ones and for
	 * pairs whose title it tells of; else CVD_NO_NODE. */
	uint32_t *old, *new;
};

/* Finds them, in the arena; an outer one tells of what is in it. What `hidden` names is left alone.
 * Entries and their fields are never folded. Linear in the nodes. */
struct cvd_rewrites cvd_rewritten_find(struct cvd_arena *arena, const struct cvd_match *match,
				       const struct cvd_hidden *hidden);

#endif
