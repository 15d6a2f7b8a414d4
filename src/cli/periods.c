/* Each point knows its key: its tags, the month, its own id. A period ends at a point whose key is not
 * that of the newer one beside it. */
#include "periods.h"

#include "base/text.h"
#include "moment.h"

#define ID_LENGTH 7 /* digits of an id that are shown, as in git */
#define LATEST                                                                                     \
	INT64_C(253402214400) /* the last day of the year 9999, whose digits are the last that fit */

static struct cvd_str day_of(struct cvd_arena *arena, int64_t time, int zone)
{
	return cvd_moment_day(arena, time < 0 ? 0 : time > LATEST ? LATEST : time, zone);
}

/* --- tags ------------------------------------------------------------------------------------- */

static struct cvd_str day_of_tag(struct cvd_arena *arena, const struct cvd_line_point *point)
{
	const struct cvd_git_tag *tag = &point->tags[0];

	return tag->dated ? day_of(arena, tag->time, tag->zone)
			  : day_of(arena, point->written, point->zone);
}

static void cut_at_tags(struct cvd_arena *arena, const struct cvd_line *line,
			struct cvd_periods *periods)
{
	for (size_t i = 0; i < line->len; i++) {
		const struct cvd_line_point *point = &line->points[i];
		struct cvd_period period = {.versions = true, .end = point};

		if (!point->tag_count && i > 0)
			continue;
		for (size_t k = 0; k < point->tag_count; k++)
			CVD_PUSH(arena, &period.names, point->tags[k].name);
		if (point->tag_count)
			period.day = day_of_tag(arena, point);
		else
			CVD_PUSH(arena, &period.names, CVD_STR("Unreleased"));
		CVD_PUSH(arena, periods, period);
	}
}

/* --- dates ------------------------------------------------------------------------------------ */

/* `length` digits of the day tell one period from the next. */
static void cut_at_dates(struct cvd_arena *arena, const struct cvd_line *line, size_t length,
			 struct cvd_periods *periods)
{
	struct cvd_str *keys = CVD_NEW_ARRAY(arena, struct cvd_str, line->len);
	struct cvd_str latest = {0};

	for (size_t i = line->len; i-- > 0;) {
		struct cvd_str day = day_of(arena, line->points[i].written, line->points[i].zone);

		if (cvd_str_compare(day, latest) > 0)
			latest = day;
		keys[i] = cvd_str_sub(latest, 0, length);
	}
	for (size_t i = 0; i < line->len; i++) {
		struct cvd_period period = {.end = &line->points[i]};

		if (i > 0 && cvd_str_equal(keys[i], keys[i - 1]))
			continue;
		CVD_PUSH(arena, &period.names, keys[i]);
		CVD_PUSH(arena, periods, period);
	}
}

/* --- commits ---------------------------------------------------------------------------------- */

static void cut_at_commits(struct cvd_arena *arena, const struct cvd_line *line,
			   struct cvd_periods *periods)
{
	for (size_t i = 0; i < line->len; i++) {
		const struct cvd_line_point *point = &line->points[i];
		struct cvd_period period = {.end = point,
					    .day = day_of(arena, point->written, point->zone)};
		struct cvd_str name =
			cvd_text_squeeze(arena, cvd_text_decode(arena, point->subject).text);

		if (!name.len)
			name = cvd_str_sub(point->commit, 0, ID_LENGTH);
		CVD_PUSH(arena, &period.names, name);
		CVD_PUSH(arena, periods, period);
	}
}

struct cvd_periods cvd_periods_cut(struct cvd_arena *arena, const struct cvd_line *line,
				   enum cvd_by by)
{
	struct cvd_periods periods = {0};

	switch (by) {
	case CVD_BY_MONTH:
		cut_at_dates(arena, line, sizeof "2026-05" - 1, &periods);
		break;
	case CVD_BY_YEAR:
		cut_at_dates(arena, line, sizeof "2026" - 1, &periods);
		break;
	case CVD_BY_COMMIT:
		cut_at_commits(arena, line, &periods);
		break;
	case CVD_BY_TAG:
	case CVD_BY_UNSET:
		cut_at_tags(arena, line, &periods);
		break;
	}
	return periods;
}
