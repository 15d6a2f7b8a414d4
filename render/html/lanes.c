/*
 * Which entries of two versions are one: the commits come newest first, and a report pairs the entries of its two
 * versions. So the lanes of a newer version pass on to the older one. What no pair leads to (an entry that is
 * gone since, a version on another branch) takes the lane with its heading that the version does not have yet,
 * or a lane of its own.
 */
#include "days.h"
#include "history.h"
#include "report.h"

#include <string.h>

/* The group around each part as a walk goes over them. */
struct place {
	uint32_t group, end;
};

static void move_to(struct cvd_html_history *history, uint32_t track, const struct cvd_view *view,
		    uint32_t at, struct place *place)
{
	const struct cvd_part *part = &view->parts[at];

	if (at < place->end)
		return;
	place->group = html_group_of_part(history, track, part);
	place->end = part->end;
}

/* --- lanes -------------------------------------------------------------------------------------- */

bool html_is_lane(const struct cvd_view_side *side)
{
	return side && side->fields &&
	       (side->kind == CVD_ROLE || side->kind == CVD_VOLUNTEER ||
		side->kind == CVD_EDUCATION || side->kind == CVD_PROJECT || side->kind == CVD_ENTRY);
}

bool html_is_present(struct cvd_str norm)
{
	return cvd_str_equal(norm, CVD_STR("present"));
}

static void add_with(struct cvd_buf *out, const char *between, struct cvd_str text)
{
	if (out->len && text.len)
		cvd_buf_add(out, cvd_str_from(between));
	cvd_buf_add(out, text);
}

static void set_dates(struct cvd_html_history *history, struct html_lane *lane,
		      const struct cvd_view_side *side)
{
	struct cvd_str start = side->fields[CVD_START].norm, end = side->fields[CVD_END].norm;
	struct cvd_buf dates = {0};
	bool starts = html_day_of(start, false, &lane->start),
	     ends = html_day_of(end, true, &lane->end);

	lane->open = html_is_present(end);
	if (!starts && ends)
		html_day_of(end, false, &lane->start);
	else if (starts && !ends)
		html_day_of(start, true, &lane->end);
	lane->dated = (starts || ends) && lane->start <= lane->end;
	add_with(&dates, "", start);
	add_with(&dates, " – ", end);
	lane->dates = cvd_arena_copy(&history->arena, cvd_buf_str(&dates));
	cvd_buf_free(&dates);
}

static uint32_t new_lane(struct cvd_html_history *history, uint32_t track, uint32_t group,
			 const struct cvd_view_side *side)
{
	struct html_lane lane = {.track = track, .group = group, .next = CVD_MAP_NONE};
	struct cvd_buf title = {0};

	add_with(&title, "", side->fields[CVD_TITLE].text);
	add_with(&title, ", ", side->fields[CVD_ORGANIZATION].text);
	if (!title.len)
		add_with(&title, "", side->fields[CVD_DETAIL].text);
	if (!title.len)
		add_with(&title, "", cvd_str_from(cvd_kind_name(side->kind)));
	lane.title = cvd_arena_copy(&history->arena, cvd_buf_str(&title));
	cvd_buf_free(&title);
	set_dates(history, &lane, side);
	CVD_PUSH(&history->arena, &history->lanes, lane);
	return (uint32_t)history->lanes.len - 1;
}

static struct html_namesakes *find_namesakes(struct cvd_html_history *history, uint32_t track,
					     const struct cvd_view_side *side)
{
	uint64_t heading = html_mix(cvd_hash64(side->fields[CVD_TITLE].text),
				    cvd_hash64(side->fields[CVD_ORGANIZATION].text));
	uint32_t *found =
		cvd_map_put(&history->namesakes_of, html_mix(heading, html_mix(track, side->kind)));

	if (*found == CVD_MAP_NONE) {
		*found = (uint32_t)history->namesakes.len;
		CVD_PUSH(&history->arena, &history->namesakes,
			 (struct html_namesakes){CVD_MAP_NONE, CVD_MAP_NONE, CVD_MAP_NONE, 0});
	}
	return &history->namesakes.items[*found];
}

/* The lane with the side's heading that the version at hand does not have yet, or a new one. Over a version,
 * linear in the lanes of its headings. */
static uint32_t find_lane(struct cvd_html_history *history, uint32_t track, uint32_t group,
			  const struct cvd_view_side *side)
{
	struct html_namesakes *namesakes = find_namesakes(history, track, side);
	struct html_lane *lanes = history->lanes.items;
	uint32_t lane;

	if (namesakes->stamp != history->stamp)
		namesakes->candidate = namesakes->first;
	namesakes->stamp = history->stamp;
	while (namesakes->candidate != CVD_MAP_NONE &&
	       lanes[namesakes->candidate].seen == history->stamp)
		namesakes->candidate = lanes[namesakes->candidate].next;
	if (namesakes->candidate != CVD_MAP_NONE)
		return namesakes->candidate;
	lane = new_lane(history, track, group, side);
	if (namesakes->last != CVD_MAP_NONE)
		history->lanes.items[namesakes->last].next = lane;
	else
		namesakes->first = lane;
	namesakes->last = lane;
	return lane;
}

uint32_t html_lane_of(const struct cvd_html_history *history, uint64_t version,
		      const struct cvd_view_side *side)
{
	return html_is_lane(side) ? cvd_map_get(&history->lane_of, html_mix(version, side->id))
				  : CVD_MAP_NONE;
}

static void set_lane(struct cvd_html_history *history, uint64_t version,
		     const struct cvd_view_side *side, uint32_t lane)
{
	history->lanes.items[lane].seen = history->stamp;
	*cvd_map_put(&history->lane_of, html_mix(version, side->id)) = lane;
}

/* A version that no newer one led to. */
static void adopt_new(struct cvd_html_history *history, uint32_t track, bool newest,
		      const struct cvd_html_file *file)
{
	const struct cvd_view *view = file->report->view;
	struct place place = {0};

	history->stamp++;
	for (uint32_t i = 0; i < view->len; i++) {
		const struct cvd_view_side *side = view->parts[i].new;
		uint32_t lane;

		move_to(history, track, view, i, &place);
		if (!html_is_lane(side))
			continue;
		lane = find_lane(history, track, place.group, side);
		history->lanes.items[lane].current |= newest;
		set_lane(history, file->new_version, side, lane);
	}
}

static void adopt_old(struct cvd_html_history *history, uint32_t track,
		      const struct cvd_html_file *file)
{
	const struct cvd_view *view = file->report->view;
	struct place place = {0};

	history->stamp++;
	for (uint32_t i = 0; i < view->len; i++) {
		uint32_t lane = html_lane_of(history, file->new_version, view->parts[i].new);

		if (lane != CVD_MAP_NONE && html_is_lane(view->parts[i].old))
			set_lane(history, file->old_version, view->parts[i].old, lane);
	}
	for (uint32_t i = 0; i < view->len; i++) {
		const struct cvd_view_side *side = view->parts[i].old;

		move_to(history, track, view, i, &place);
		if (html_is_lane(side) && view->parts[i].state != CVD_PART_LEFT &&
		    html_lane_of(history, file->old_version, side) == CVD_MAP_NONE)
			set_lane(history, file->old_version, side,
				 find_lane(history, track, place.group, side));
	}
}

/* --- résumés ------------------------------------------------------------------------------------ */

static bool is_name_of(const struct html_track *track, struct cvd_str path)
{
	return cvd_str_equal(track->name, path) || cvd_str_equal(track->oldest, path);
}

static uint32_t new_track(struct cvd_html_history *history, const struct cvd_html_file *file)
{
	struct html_report report = {.report = file->report};
	struct html_track track = {.name = cvd_arena_copy(&history->arena, file->new_path)};

	html_report_languages(&report);
	memcpy(track.language, file->new_version ? report.new_language : report.old_language,
	       sizeof track.language);
	CVD_PUSH(&history->arena, &history->tracks, track);
	return (uint32_t)history->tracks.len - 1;
}

static uint32_t find_track(struct cvd_html_history *history, const struct cvd_html_file *file)
{
	uint32_t track = cvd_map_get(&history->versions, file->new_version);

	if (track == CVD_MAP_NONE)
		track = cvd_map_get(&history->versions, file->old_version);
	for (uint32_t i = 0; track == CVD_MAP_NONE && i < history->tracks.len; i++)
		if (is_name_of(&history->tracks.items[i], file->new_path))
			track = i;
	if (track == CVD_MAP_NONE)
		track = new_track(history, file);
	if (!cvd_str_equal(history->tracks.items[track].oldest, file->old_path))
		history->tracks.items[track].oldest =
			cvd_arena_copy(&history->arena, file->old_path);
	return track;
}

/* Whether the version was unknown. */
static bool meet(struct cvd_html_history *history, uint64_t version, uint32_t track)
{
	uint32_t *known = version ? cvd_map_put(&history->versions, version) : NULL;

	if (!known || *known != CVD_MAP_NONE)
		return false;
	*known = track;
	return true;
}

uint32_t html_lanes_follow(struct cvd_html_history *history, const struct cvd_html_file *file)
{
	size_t tracks = history->tracks.len;
	uint32_t track = find_track(history, file);
	bool newest = history->tracks.len > tracks;

	if (meet(history, file->new_version, track))
		adopt_new(history, track, newest, file);
	if (meet(history, file->old_version, track))
		adopt_old(history, track, file);
	return track;
}
