/* What a commit did to each entry, and how much to each section. Linear in the view and the changes. */
#include "history.h"

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
		return history->options.style ? HTML_MARK_REFORMATTED : HTML_MARK_KINDS;
	if (change->op == CVD_OP_MOVED || change->op == CVD_OP_REORDERED)
		return HTML_MARK_MOVED;
	if (change->field == CVD_END && part->old && part->new && part->old->fields &&
	    part->new->fields &&html_is_present(part->old->fields[CVD_END].norm) &&
	    !html_is_present(part->new->fields[CVD_END].norm))
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

		if (i > at && html_is_lane(part->new ? part->new : part->old)) {
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
		uint32_t lane = part->new ? html_lane_of(history, file->new_version, part->new)
					  : html_lane_of(history, file->old_version, part->old);
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
	uint32_t group = html_group_of_change(history, track, change), *found;

	if (change->formatting && !history->options.style)
		return;
	history->groups.items[group].changes++;
	found = cvd_map_put(&history->activity_of, html_mix(group, commit));
	if (*found == CVD_MAP_NONE) {
		*found = (uint32_t)history->activities.len;
		CVD_PUSH(&history->arena, &history->activities,
			 (struct html_activity){group, commit, 0});
		history->groups.items[group].commits++;
	}
	history->activities.items[*found].changes++;
}

void html_marks_add(struct cvd_html_history *history, const struct cvd_html_file *file,
		    uint32_t commit)
{
	uint32_t track = html_lanes_follow(history, file);

	add_marks(history, file, commit);
	for (size_t i = 0; i < file->report->change_count; i++)
		add_activity(history, track, &file->report->changes[i], commit);
}
