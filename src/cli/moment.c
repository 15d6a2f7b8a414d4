/* The zone is added to the seconds, and the sum is read as Greenwich's. */
#include "moment.h"

#include <stdlib.h>
#include <time.h>

static struct cvd_str formatted(struct cvd_arena *arena, int64_t seconds, int zone,
				const char *format)
{
	time_t local = 0;
	struct tm tm;
	char text[64];

	if (__builtin_add_overflow(seconds, (int64_t)60 * zone, &local) || !gmtime_r(&local, &tm)) {
		local = 0;
		gmtime_r(&local, &tm);
	}
	strftime(text, sizeof text, format, &tm);
	return cvd_arena_copy(arena, cvd_str_from(text));
}

struct cvd_str cvd_moment_day(struct cvd_arena *arena, int64_t seconds, int zone)
{
	return formatted(arena, seconds, zone, "%Y-%m-%d");
}

struct cvd_str cvd_moment_iso(struct cvd_arena *arena, int64_t seconds, int zone)
{
	struct cvd_str text = formatted(arena, seconds, zone, "%Y-%m-%dT%H:%M:%S");
	int minutes = abs(zone);

	return cvd_arena_format(arena, "%.*s%c%02d:%02d", CVD_STR_ARG(text), zone < 0 ? '-' : '+',
				minutes / 60, minutes % 60);
}
