/*
 * The edit script of a matching: what to do to the old tree to get the new one. It is complete (it
 * holds the new content), so that applying it needs the old document alone.
 */
#ifndef CVD_DIFF_SCRIPT_H
#define CVD_DIFF_SCRIPT_H

#include "diff/match.h"

enum cvd_edit_kind {
	CVD_EDIT_DELETE,  /* the old node goes; its children go or move as edits of their own say */
	CVD_EDIT_UPDATE,  /* the old node gets the content of `node` */
	CVD_EDIT_MOVE,    /* the old node goes to `parent`, `index`, another parent than before */
	CVD_EDIT_REORDER, /* the old node goes to `index` under the parent it has */
	CVD_EDIT_INSERT   /* a new node with the content of `node` at `parent`, `index` */
};

struct cvd_edit {
	enum cvd_edit_kind kind;
	uint32_t old_id; /* CVD_NO_NODE for an insert */
	uint32_t new_id; /* CVD_NO_NODE for a delete; an insert's handle for later edits' `parent` */
	uint32_t parent; /* old id of the parent, or new id if parent_inserted */
	bool parent_inserted;
	uint32_t index;              /* final position among the parent's children */
	const struct cvd_node *node; /* content to take: kind, text, fields, links */
};

struct cvd_script {
	struct cvd_edit *edits; /* deletes, updates, then moves, reorders and inserts in document order
				   of the new tree */
	size_t count;
};

/* Builds the script in the arena. Reorders are the fewest (longest increasing subsequence of the
 * children that stay, weighted by words, ties broken by content hash, so that no direction counts).
 * n log n in the number of nodes. */
struct cvd_script cvd_script_build(struct cvd_arena *arena, const struct cvd_match *match);

/* The document that the script makes of `old`. The caller frees it; it borrows text from both
 * documents that the script was built from. Its Merkle root has the content hash of the new one. */
struct cvd_document *cvd_script_apply(const struct cvd_document *old,
				      const struct cvd_script *script);

#endif
