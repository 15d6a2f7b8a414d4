/*
 * Which entries of two versions are one: the commits come newest first, and a report pairs the entries of its two
 * versions. So the lanes of a newer version pass on to the older one. What no pair leads to (an entry that is
 * gone since, a version on another branch) takes the lane with its heading that the version does not have yet,
 * or a lane of its own.
 */
#include "history.h"

#include <string.h>

/* --- dates -------------------------------------------------------------------------------------- */

/* Days since 1970 of a day in the Gregorian calendar (Howard Hinnant, chrono-compatible date algorithms). */
static int32_t days_from(int32_t year, int32_t month, int32_t day)
{
	int32_t y = year - (month <= 2), era = y / 400, of_era = y - era * 400;
	int32_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

/* The number behind the dash, or at the beginning; 0 where there is none. */
static int32_t number_at(struct cvd_str text, size_t *at, size_t digits)
{
	int32_t number = 0;

	if (*at && (*at >= text.len || text.ptr[(*at)++] != '-'))
		return 0;
	for (size_t end = *at + digits; *at < end; ++*at) {
		if (*at >= text.len || text.ptr[*at] < '0' || text.ptr[*at] > '9')
			return 0;
		number = number * 10 + (text.ptr[*at] - '0');
	}
	return number;
}

bool html_day(struct cvd_str text, bool last, int32_t *day)
{
	size_t at = 0;
	int32_t year = number_at(text, &at, 4), month, number;

	if (!year)
		return false;
	month = number_at(text, &at, 2);
	number = month ? number_at(text, &at, 2) : 0;
	if (month > 12)
		return false;
	if (number || !last)
		*day = days_from(year, month ? month : 1, number ? number : 1);
	else
		*day = (month && month < 12 ? days_from(year, month + 1, 1)
					    : days_from(year + 1, 1, 1)) -
		       1;
	return true;
}

/* --- sections ----------------------------------------------------------------------------------- */

#define HEADER CVD_SECTION_TYPE_COUNT /* what is in no section */

static uint64_t mix(uint64_t a, uint64_t b)
{
	uint64_t both[] = {a, b};

	return cvd_hash64((struct cvd_str){(const char *)both, sizeof both});
}

/* Sections of a known type are one whatever their title, others by their title. */
static uint32_t find_group(struct cvd_html_history *history, uint32_t track, unsigned type,
			   struct cvd_str title)
{
	uint64_t key = type != CVD_SECTION_OTHER ? type : cvd_hash64(title) | 1u << 8;
	uint32_t *found = cvd_map_put(&history->group_of, mix(track, key));

	if (*found != CVD_MAP_NONE)
		return *found;
	if (type == HEADER)
		title = CVD_STR("Header");
	else if (!title.len)
		title = cvd_str_from(cvd_section_type_name((enum cvd_section_type)type));
	*found = (uint32_t)history->groups.len;
	CVD_PUSH(&history->arena, &history->groups,
		 (struct html_group){track, cvd_arena_copy(&history->arena, title), 0});
	return (uint32_t)history->groups.len - 1;
}

static uint32_t group_of_section(struct cvd_html_history *history, uint32_t track,
				 const struct cvd_part *part)
{
	const struct cvd_view_side *side = part->new ? part->new : part->old;
	struct cvd_str title = side->fields ? side->fields[CVD_TITLE].text : side->text;

	return find_group(history, track, side->section, title);
}

static uint32_t group_of_change(struct cvd_html_history *history, uint32_t track,
				const struct cvd_change *change)
{
	if (change->path.len && change->path.items[0].kind == CVD_SECTION)
		return find_group(history, track, change->section, change->path.items[0].title);
	if (change->node == CVD_SECTION)
		return find_group(history, track, change->section, change->heading);
	return find_group(history, track, HEADER, (struct cvd_str){0});
}

/* The group around each part as a walk goes over them. */
struct place {
	uint32_t group, end;
};

static void move_to(struct cvd_html_history *history, uint32_t track, const struct cvd_view *view,
		    uint32_t at, struct place *place)
{
	const struct cvd_part *part = &view->parts[at];
	const struct cvd_view_side *side = part->new ? part->new : part->old;

	if (at < place->end)
		return;
	place->group = side->kind == CVD_SECTION
			       ? group_of_section(history, track, part)
			       : find_group(history, track, HEADER, (struct cvd_str){0});
	place->end = part->end;
}

/* --- lanes -------------------------------------------------------------------------------------- */

static bool is_lane(const struct cvd_view_side *side)
{
	return side && side->fields &&
	       (side->kind == CVD_ROLE || side->kind == CVD_VOLUNTEER ||
		side->kind == CVD_EDUCATION || side->kind == CVD_PROJECT);
}

static bool is_present(struct cvd_str norm)
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
	bool starts = html_day(start, false, &lane->start), ends = html_day(end, true, &lane->end);

	lane->open = is_present(end);
	if (!starts && ends)
		html_day(end, false, &lane->start);
	else if (starts && !ends)
		html_day(start, true, &lane->end);
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
	uint64_t heading = mix(cvd_hash64(side->fields[CVD_TITLE].text),
			       cvd_hash64(side->fields[CVD_ORGANIZATION].text));
	uint32_t *found = cvd_map_put(&history->namesakes_of, mix(heading, mix(track, side->kind)));

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

static uint32_t lane_of(const struct cvd_html_history *history, uint64_t version,
			const struct cvd_view_side *side)
{
	return is_lane(side) ? cvd_map_get(&history->lane_of, mix(version, side->id)) : CVD_MAP_NONE;
}

static void set_lane(struct cvd_html_history *history, uint64_t version,
		     const struct cvd_view_side *side, uint32_t lane)
{
	history->lanes.items[lane].seen = history->stamp;
	*cvd_map_put(&history->lane_of, mix(version, side->id)) = lane;
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
		if (!is_lane(side))
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
		uint32_t lane = lane_of(history, file->new_version, view->parts[i].new);

		if (lane != CVD_MAP_NONE && is_lane(view->parts[i].old))
			set_lane(history, file->old_version, view->parts[i].old, lane);
	}
	for (uint32_t i = 0; i < view->len; i++) {
		const struct cvd_view_side *side = view->parts[i].old;

		move_to(history, track, view, i, &place);
		if (is_lane(side) && view->parts[i].state != CVD_PART_LEFT &&
		    lane_of(history, file->old_version, side) == CVD_MAP_NONE)
			set_lane(history, file->old_version, side,
				 find_lane(history, track, place.group, side));
	}
}

/* --- résumés ------------------------------------------------------------------------------------ */

static bool is_name_of(const struct html_track *track, struct cvd_str path)
{
	return cvd_str_equal(track->name, path) || cvd_str_equal(track->oldest, path);
}

static uint32_t find_track(struct cvd_html_history *history, const struct cvd_html_file *file)
{
	uint32_t track = cvd_map_get(&history->versions, file->new_version);

	if (track == CVD_MAP_NONE)
		track = cvd_map_get(&history->versions, file->old_version);
	for (uint32_t i = 0; track == CVD_MAP_NONE && i < history->tracks.len; i++)
		if (is_name_of(&history->tracks.items[i], file->new_path))
			track = i;
	if (track == CVD_MAP_NONE) {
		track = (uint32_t)history->tracks.len;
		CVD_PUSH(&history->arena, &history->tracks,
			 (struct html_track){
				 cvd_arena_copy(&history->arena, file->new_path),
				 {0},
			 });
	}
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

static uint32_t follow(struct cvd_html_history *history, const struct cvd_html_file *file)
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

/* --- what a commit did -------------------------------------------------------------------------- */

/* The end of what the part's changes tell with it: all beneath something added, removed or written anew. */
static uint32_t told_with(const struct cvd_report *report, const struct cvd_part *part)
{
	for (uint32_t i = 0; i < part->change_count; i++) {
		const struct cvd_change *change = &report->changes[part->changes[i]];

		if (change->op != CVD_OP_CHANGED || change->rewritten)
			return part->end;
	}
	return 0;
}

static bool is_whole_told(const struct cvd_report *report)
{
	for (size_t i = 0; i < report->change_count; i++)
		if (report->changes[i].node == CVD_RESUME && !report->changes[i].formatting)
			return true;
	return false;
}

static enum html_mark_kind kind_of_change(const struct cvd_html_history *history,
					  const struct cvd_part *part,
					  const struct cvd_change *change)
{
	if (change->formatting)
		return history->options.style ? HTML_MARK_MOVED : HTML_MARK_KINDS;
	if (change->op == CVD_OP_MOVED || change->op == CVD_OP_REORDERED)
		return HTML_MARK_MOVED;
	if (change->field == CVD_END && part->old && part->new && part->old->fields &&
	    part->new->fields &&is_present(part->old->fields[CVD_END].norm) &&
	    !is_present(part->new->fields[CVD_END].norm))
		return HTML_MARK_ENDED;
	return HTML_MARK_CHANGED;
}

/* The strongest of what changed in an entry that is in both versions, but not in entries beneath it. */
static enum html_mark_kind kind_of_part(const struct cvd_html_history *history,
					const struct cvd_report *report, uint32_t at)
{
	const struct cvd_view *view = report->view;
	const struct cvd_part *entry = &view->parts[at];
	enum html_mark_kind strongest = HTML_MARK_KINDS;

	for (uint32_t i = at; i < entry->end;) {
		const struct cvd_part *part = &view->parts[i];

		if (i > at && is_lane(part->new ? part->new : part->old)) {
			i = part->end;
			continue;
		}
		for (uint32_t k = 0; k < part->change_count; k++) {
			enum html_mark_kind kind =
				kind_of_change(history, part, &report->changes[part->changes[k]]);

			if (kind < strongest)
				strongest = kind;
		}
		i++;
	}
	return strongest;
}

static void add_marks(struct cvd_html_history *history, const struct cvd_html_file *file,
		      uint32_t commit)
{
	const struct cvd_report *report = file->report;
	const struct cvd_view *view = report->view;
	uint32_t told = is_whole_told(report) ? view->len : 0;

	for (uint32_t i = 0; i < view->len; i++) {
		const struct cvd_part *part = &view->parts[i];
		uint32_t end = told_with(report, part);
		uint32_t lane = part->new ? lane_of(history, file->new_version, part->new)
					  : lane_of(history, file->old_version, part->old);
		enum html_mark_kind kind = HTML_MARK_KINDS;

		if (end > told)
			told = end;
		if (lane == CVD_MAP_NONE || part->state == CVD_PART_LEFT)
			continue;
		if (part->old && part->new)
			kind = kind_of_part(history, report, i);
		else if (i < told)
			kind = part->new ? HTML_MARK_ADDED : HTML_MARK_REMOVED;
		if (kind == HTML_MARK_KINDS)
			continue;
		history->lanes.items[lane].marks++;
		CVD_PUSH(&history->arena, &history->marks, (struct html_mark){lane, commit, kind});
	}
}

static void add_activity(struct cvd_html_history *history, uint32_t track,
			 const struct cvd_change *change, uint32_t commit)
{
	uint32_t group = group_of_change(history, track, change), *found;

	if (change->formatting && !history->options.style)
		return;
	history->groups.items[group].changes++;
	found = cvd_map_put(&history->activity_of, mix(group, commit));
	if (*found == CVD_MAP_NONE) {
		*found = (uint32_t)history->activities.len;
		CVD_PUSH(&history->arena, &history->activities,
			 (struct html_activity){group, commit, 0});
	}
	history->activities.items[*found].changes++;
}

void html_lanes_add(struct cvd_html_history *history, const struct cvd_html_file *file,
		    uint32_t commit)
{
	uint32_t track = follow(history, file);

	add_marks(history, file, commit);
	for (size_t i = 0; i < file->report->change_count; i++)
		add_activity(history, track, &file->report->changes[i], commit);
}

void html_lanes_pass(struct cvd_html_history *history, const struct cvd_html_file *file)
{
	follow(history, file);
}
