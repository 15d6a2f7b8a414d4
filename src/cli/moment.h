/* When something was written, for people and for programs, in the author's zone. */
#ifndef CVD_CLI_MOMENT_H
#define CVD_CLI_MOMENT_H

#include "base/arena.h"

/* `2026-05-01`. `seconds` since 1970, `zone` in minutes east of Greenwich; what no calendar holds is 1970. */
struct cvd_str cvd_moment_day(struct cvd_arena *arena, int64_t seconds, int zone);
/* ISO 8601 with the zone: `2026-05-01T12:00:00+02:00`. */
struct cvd_str cvd_moment_iso(struct cvd_arena *arena, int64_t seconds, int zone);

#endif
