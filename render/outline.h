/* The order and nesting in which changes are told to people: which heading each stands under. */
#ifndef CVD_RENDER_OUTLINE_H
#define CVD_RENDER_OUTLINE_H

#include "wording.h"

#define CVD_LISTED 12 /* statements told of what was added or removed */

struct cvd_item {
	const struct cvd_change *change;
	const struct cvd_crumbs *path; /* leads to the change's node, and may include it */
	size_t above;                  /* crumbs of the path above the node itself */
	bool echo;  /* `Moved away` at the old place of a move: no record of its own */
	bool under; /* stands under a heading that names its own node */
	bool named; /* what moved is named by the line's heading or the next line */
	struct cvd_wording wording;
};

struct cvd_outline {
	struct cvd_item *items;
	size_t len;
	size_t hidden; /* changes of style that are left out */
};

enum cvd_extent {
	CVD_EXTENT_USUAL, /* what did not change is shortened */
	CVD_EXTENT_FULL,  /* nothing is */
	CVD_EXTENT_BRIEF  /* what changed is, too */
};

/* Lays out the report's records, in their order, without those of style unless asked for; moves and
 * reorders are always shown. In the arena, borrowing from the report. Linear. */
struct cvd_outline cvd_outline_build(struct cvd_arena *arena, const struct cvd_report *report,
				     bool style, enum cvd_extent extent);

/* A keyword that shares a line with its neighbours: `+ Zig   - Scala`. */
bool cvd_item_is_keyword(const struct cvd_item *item);
/* Crumbs that must stand above the item as headings. */
size_t cvd_item_headings(const struct cvd_item *item);
/* The n-th of them; for n == above it is the item's own node. */
struct cvd_crumb cvd_item_heading(const struct cvd_item *item, size_t n);
/* Whether both stand at the same place: under the same headings. */
bool cvd_item_same_place(const struct cvd_item *a, const struct cvd_item *b);

#endif
