/* What a history becomes while its commits come in, newest first. Private to the page of a history. */
#ifndef CVD_RENDER_HTML_HISTORY_H
#define CVD_RENDER_HTML_HISTORY_H

#include "base/map.h"
#include "diff/view.h"
#include "render/html.h"

#include "markup.h"

/* What a commit did to an entry, strongest first. */
enum html_mark_kind {
	HTML_MARK_REMOVED,
	HTML_MARK_ADDED,
	HTML_MARK_ENDED,
	HTML_MARK_CHANGED,
	HTML_MARK_MOVED, /* or written in another way */
	HTML_MARK_KINDS
};

struct html_commit {
	struct cvd_str name; /* unique on the page: `1a2b3c4`, `1a2b3c4-2` */
	struct cvd_str day;
	int32_t date; /* days since 1970 */
	struct cvd_buf entry;
};

/* A résumé, through all its names. */
struct html_track {
	struct cvd_str name, oldest; /* the newest and the oldest name so far */
};

/* A section, through all its titles; what is in none has one, too. */
struct html_group {
	uint32_t track;
	struct cvd_str title;
	size_t changes;
};

/* An entry with dates of its own, through all versions. */
struct html_lane {
	uint32_t track, group;
	struct cvd_str title; /* `Engineer, Acme` */
	struct cvd_str dates; /* as normal forms: `2019-02 – present` */
	int32_t start, end;   /* days since 1970 */
	bool dated, open;     /* open: up to now */
	bool current;         /* in the newest version */
	uint32_t seen;        /* the stamp of the version that last had it */
	size_t marks;
	uint32_t next; /* lane of that heading; CVD_MAP_NONE: none */
};

/* Lanes with one heading. */
struct html_namesakes {
	uint32_t first, last;
	uint32_t candidate, stamp; /* all before the candidate are in the version of that stamp */
};

struct html_mark {
	uint32_t lane, commit;
	enum html_mark_kind kind;
};

/* Changes that a commit made in a section. */
struct html_activity {
	uint32_t group, commit;
	size_t changes;
};

struct cvd_html_history {
	struct cvd_html_history_options options;
	struct cvd_arena arena;
	CVD_ARRAY(struct html_commit) commits;
	CVD_ARRAY(struct html_track) tracks;
	CVD_ARRAY(struct html_group) groups;
	CVD_ARRAY(struct html_lane) lanes;
	CVD_ARRAY(struct html_namesakes) namesakes;
	CVD_ARRAY(struct html_mark) marks;
	CVD_ARRAY(struct html_activity) activities;
	struct cvd_map names;        /* of commits: how often */
	struct cvd_map group_of;     /* track and section: group */
	struct cvd_map namesakes_of; /* track and heading: namesakes */
	struct cvd_map versions;     /* version: track */
	struct cvd_map lane_of;      /* version and node: lane */
	struct cvd_map activity_of;  /* group and commit: activity */
	uint32_t stamp;
	uint32_t severities[CVD_SEVERITY_COUNT];
};

/* Follows the entries of the two versions and notes what the commit did to them. Linear in the
 * view. */
void html_lanes_add(struct cvd_html_history *history, const struct cvd_html_file *file,
		    uint32_t commit);
/* The same for a commit that the filter left nothing of. */
void html_lanes_pass(struct cvd_html_history *history, const struct cvd_html_file *file);

/* Days since 1970 of `2024`, `2024-05` or `2024-05-01`, at the beginning or the end of that time; false where the
 * text is none of them. */
bool html_day(struct cvd_str text, bool last, int32_t *day);

/* Appends the two figures: the lanes, and the activity by sections. Linear in the marks, plus n log n. */
void html_timeline(struct cvd_buf *out, struct cvd_html_history *history);

#endif
