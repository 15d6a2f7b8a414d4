/*
 * The part of a text file that a program writes, between two lines of its own; all else is a person's,
 * and is kept to the byte:
 *
 *	<!-- cvdiff:begin -->
 *	…
 *	<!-- cvdiff:end -->
 */
#ifndef CVD_BASE_REGION_H
#define CVD_BASE_REGION_H

#include "base/arena.h"
#include "base/error.h"

#define CVD_REGION_BEGIN CVD_STR("<!-- cvdiff:begin -->")
#define CVD_REGION_END CVD_STR("<!-- cvdiff:end -->")

/*
 * `*written` (in the arena) is the Markdown file `text` with `body` (lines that end in \n, none of which
 * is a marker) between the markers, in the line ends of the file. Where it has no markers, they are put
 * in front of its first heading of level 2, or at its end. Writing the same body again changes nothing.
 * CVD_ERROR_FORMAT, with `name` in the message: a marker is missing, doubled or in the wrong place, or
 * the file is no text in an encoding that has ASCII. Markers in fenced code are none. Linear.
 */
enum cvd_status cvd_region_write(struct cvd_arena *arena, struct cvd_str text, struct cvd_str body,
				 const char *name, struct cvd_str *written, struct cvd_error *error);

#endif
