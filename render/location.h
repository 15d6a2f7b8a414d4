/* Where on the new side a change is shown, for renderers that point into the file. */
#ifndef CVD_RENDER_LOCATION_H
#define CVD_RENDER_LOCATION_H

#include "base/map.h"
#include "diff/changes.h"

struct cvd_location {
	struct cvd_str path;
	uint32_t line, end_line; /* 0: no line is known */
};

/* What a report tells of where the nodes are now. In the arena. Linear in the report. */
struct cvd_locations {
	const struct cvd_report *report;
	struct cvd_map own;    /* first lines of nodes, by the keys of crumbs */
	struct cvd_map inside; /* of nodes, a line of something directly in them */
};

struct cvd_locations cvd_locations_collect(struct cvd_arena *arena, const struct cvd_report *report);

/* The lines of the change's new side. Of what has none, the line of a sibling, or the first line of the
 * innermost part around it, as far as another change tells it. */
struct cvd_location cvd_locations_find(const struct cvd_locations *locations,
				       const struct cvd_change *change);

#endif
