/* What a history becomes while its commits come in, newest first. Private to the page of a history. */
#ifndef CVD_RENDER_HTML_HISTORY_H
#define CVD_RENDER_HTML_HISTORY_H

#include "base/map.h"
#include "diff/view.h"
#include "render/html.h"

#include "markup.h"

/* What a commit did to an entry, strongest first; those that made it come or go before the others. */
enum html_mark_kind {
	HTML_MARK_REMOVED,
	HTML_MARK_ADDED,
	HTML_MARK_ENDED,
	HTML_MARK_CHANGED,
	HTML_MARK_MOVED,
	HTML_MARK_REFORMATTED,
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
	char language[4];            /* of its newest version, or of what was removed */
};

/* A section; what is in none has one, too. */
struct html_group {
	uint32_t track;
	struct cvd_str title;
	bool named; /* by the résumé */
	size_t changes, commits;
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

/* A key of two. */
static inline uint64_t html_mix(uint64_t a, uint64_t b)
{
	uint64_t both[] = {a, b};

	return cvd_hash64((struct cvd_str){(const char *)both, sizeof both});
}

/* The section of a part that is in no other, and that of a change. */
uint32_t html_group_of_part(struct cvd_html_history *history, uint32_t track,
			    const struct cvd_part *part);
uint32_t html_group_of_change(struct cvd_html_history *history, uint32_t track,
			      const struct cvd_change *change);
/* Of its title: that of the résumé, or `en`. */
const char *html_group_language(const struct cvd_html_history *history, uint32_t group);

/* Follows the entries of the file's two versions; the track. Linear in the view. */
uint32_t html_lanes_follow(struct cvd_html_history *history, const struct cvd_html_file *file);
/* The lane of a node of a version that was followed, or CVD_MAP_NONE. */
uint32_t html_lane_of(const struct cvd_html_history *history, uint64_t version,
		      const struct cvd_view_side *side);
/* Whether the side, which may be NULL, is of a kind that has lanes. */
bool html_is_lane(const struct cvd_view_side *side);
/* Whether the normal form is that of an open end. */
bool html_is_present(struct cvd_str norm);

/* Follows, and notes what the commit did. Linear in the view. */
void html_marks_add(struct cvd_html_history *history, const struct cvd_html_file *file,
		    uint32_t commit);

#endif
