/*
 * Both versions as one document: what a renderer reads that shows the whole résumé and not only what
 * changed. A flat list in reading order; like the change records, it holds words and numbers, no trees.
 *
 * All of it lives in the report's arena or in the two documents.
 */
#ifndef CVD_DIFF_VIEW_H
#define CVD_DIFF_VIEW_H

#include "diff/changes.h"

#define CVD_NO_PART UINT32_MAX

struct cvd_view_field {
	struct cvd_str text,
		norm; /* as written, and its normal form or target; text.ptr is NULL where absent */
	bool inherited; /* written elsewhere */
};

struct cvd_view_link {
	uint32_t start, len; /* bytes of the side's text */
	struct cvd_str target;
};

/* A node as it stands in one version. */
struct cvd_view_side {
	enum cvd_kind kind;
	enum cvd_section_type section;       /* of a section */
	struct cvd_str text;                 /* of kinds without fields */
	const struct cvd_view_field *fields; /* CVD_FIELD_COUNT of them, or NULL */
	const struct cvd_view_link *links;   /* in order of start */
	uint32_t link_count;
	uint32_t line, end_line; /* 1-based; 0 where the format has none */
	uint32_t id; /* position in document order in its version, the résumé itself being 0 */
	struct cvd_hash content; /* of the node with all beneath */
};

enum cvd_part_state {
	CVD_PART_KEPT,    /* in both versions, at one place */
	CVD_PART_ADDED,   /* in the new one alone */
	CVD_PART_REMOVED, /* in the old one alone */
	CVD_PART_ARRIVED, /* in both, here now */
	CVD_PART_LEFT /* in both, here before: the old side alone is set, with nothing beneath */
};

/* A place in one version or in both. */
struct cvd_part {
	const struct cvd_view_side *old,
		*new; /* NULL where there is none; of ARRIVED both are set */
	enum cvd_part_state state;
	uint32_t depth;          /* 0: the name, sections … */
	uint32_t end;            /* one past the last part beneath */
	uint32_t other;          /* ARRIVED, LEFT: the other place; else CVD_NO_PART */
	const uint32_t *changes; /* places in the report's changes; none of LEFT */
	uint32_t change_count;
	bool touched; /* it or something beneath is not KEPT, or changed more than its formatting */
};

struct cvd_view {
	struct cvd_part *parts; /* the résumé itself is none; changes of it belong to no part */
	uint32_t len;
};

#endif
