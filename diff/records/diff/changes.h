/*
 * Change records: what a diff tells, for renderers. They mirror the JSON contract (cvdiff/changes/1)
 * field by field; the trees behind them are not seen from here.
 *
 * All slices live in the report's arena or in the two documents, which outlive the report.
 */
#ifndef CVD_DIFF_CHANGES_H
#define CVD_DIFF_CHANGES_H

#include "base/arena.h"
#include "base/hash.h"
#include "resume/vocabulary.h"

enum cvd_op {
	CVD_OP_ADDED,
	CVD_OP_REMOVED,
	CVD_OP_CHANGED,
	CVD_OP_MOVED,
	CVD_OP_REORDERED,
	CVD_OP_SPLIT,
	CVD_OP_MERGED,
	CVD_OP_COUNT
};

enum cvd_severity { CVD_FACT, CVD_CONTENT, CVD_STYLE, CVD_SEVERITY_COUNT };

struct cvd_strs {
	struct cvd_str *items;
	size_t len, cap;
};

/* One step of a breadcrumb. Equal keys mean the same node, so that a renderer can group by them;
 * equal titles do not. */
struct cvd_crumb {
	struct cvd_str title;
	enum cvd_kind kind;
	uint64_t key;
};

struct cvd_crumbs {
	struct cvd_crumb *items;
	size_t len, cap;
};

/* The text of a node beneath another. */
struct cvd_content_text {
	struct cvd_str text;
	enum cvd_kind kind;
};

struct cvd_content {
	struct cvd_content_text *items;
	size_t len, cap;
};

/* One side of a change: the node there. */
struct cvd_side {
	struct cvd_str text;
	struct cvd_content content; /* all nodes beneath (added, removed, rewritten) */
	bool has_content;
	struct cvd_str value; /* normal form of a field; only if has_value */
	bool has_value;
	struct cvd_crumbs path;  /* the ancestors, outermost first */
	uint32_t index;          /* among its siblings, from 0 */
	uint32_t line, end_line; /* 1-based; 0 where the format has none */
	struct cvd_str source;   /* how it is written; only if has_source */
	bool has_source;
	const struct cvd_str *fields; /* of entries: CVD_FIELD_COUNT texts as written, inherited ones
					 too, NULL ptr where absent; NULL for other nodes */
};

/* A piece of a word diff: '=', '-' or '+'. */
struct cvd_piece {
	char op;
	struct cvd_str text;
};

struct cvd_pieces {
	struct cvd_piece *items;
	size_t len, cap;
};

/* A number that changed; an absent one has a NULL ptr. */
struct cvd_metric {
	struct cvd_str old, new;
};

struct cvd_change {
	struct cvd_str id; /* `role-end-changed` */
	enum cvd_op op;
	enum cvd_kind node;
	enum cvd_kind old_node; /* differs from `node` where the kind changed */
	enum cvd_form form;     /* of a block */
	enum cvd_field field;   /* CVD_FIELD_NONE: the node itself */
	enum cvd_severity severity;
	bool formatting; /* NODE-formatting-changed */
	bool rewritten;  /* NODE-rewritten */
	bool hidden;     /* NODE-hidden, NODE-shown; with `formatting`: it differs in comments */
	struct cvd_side *old, *new; /* NULL where there is none */
	struct cvd_side *parts;     /* split, merged */
	size_t part_count;
	struct cvd_pieces words; /* empty where there is no word diff */
	struct cvd_metric *metrics;
	size_t metric_count;
	double similarity; /* 0 to 1, or below 0: not measured */
	struct cvd_crumbs
		path; /* where to show it: for a field of an entry, section or group, down to it */
	uint64_t key; /* of the node's own crumb, in paths that lead through it */
	enum cvd_section_type section; /* of the outermost section around it */
	/* For wording: what the node is called, and where it stands among how many. */
	struct cvd_str heading;     /* of the node: `Title, Organization`, a title, first words */
	struct cvd_str old_heading; /* the same on the old side; equal where nothing changed */
	uint32_t sibling_count;     /* on the new side */
	uint32_t old_sibling_count; /* on the old side */
	uint32_t statement_count;   /* of a rewritten node: on the old side */
	uint32_t gone_count;        /* of them, those that share no wording with a new one */
};

struct cvd_revision {
	struct cvd_str label; /* what the user asked for: `HEAD~3`, `working tree`, a file's name */
	struct cvd_str commit; /* full id; NULL ptr outside git */
	struct cvd_str path;
	enum cvd_format format;
	struct cvd_hash root; /* content hash of the Merkle root */
	bool absent;          /* the résumé does not exist on this side */
};

struct cvd_view;

struct cvd_report {
	struct cvd_arena arena;
	struct cvd_revision old, new;
	bool identical;    /* the same bytes */
	bool same_content; /* equal roots */
	uint32_t lines;    /* that one version has and the other has not, where same_content */
	uint32_t severities[CVD_SEVERITY_COUNT], ops[CVD_OP_COUNT];
	struct cvd_change *changes;
	size_t change_count;
	const char *limited; /* NULL, or the name of the limit that made the report coarser */
	struct cvd_strs old_layout, new_layout;
	const struct cvd_view *view; /* NULL where it was not asked for */
};

/* Names as in JSON. */
const char *cvd_op_name(enum cvd_op op);
const char *cvd_severity_name(enum cvd_severity severity);

void cvd_report_free(struct cvd_report *report); /* NULL is fine */

#endif
