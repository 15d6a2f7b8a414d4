/*
 * Where each part of a version comes from in the version before it: the matching, read from the new side, with
 * what it leaves unpaired on purpose, the parts of what was split and what was in comments.
 */
#ifndef CVD_DIFF_LINEAGE_H
#define CVD_DIFF_LINEAGE_H

#include "diff/match.h"

struct cvd_origin {
	uint32_t old; /* id of the old node, which may be hidden; CVD_NO_NODE: the new one was added */
	bool changed; /* more than its place and its style; true where it was added */
};

/*
 * The origin of each new node by its id, hidden ones behind those of the tree; in the arena. A node's content is
 * its own text, links and fields, without its children's. Changed is what the change records tell as a fact or
 * as content of that node; a part of what was split or merged; and what went into a comment or came out of one.
 * An old node may be the origin of several. Costs a matching. Never fails.
 */
struct cvd_origin *cvd_lineage_build(struct cvd_arena *arena, struct cvd_prepared *old,
				     struct cvd_prepared *new);

#endif
