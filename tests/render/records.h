/*
 * Change records made by hand, so that renderers are tested apart from the diff. Paths are written
 * `section:Experience|role:Engineer, Acme`; equal steps of two paths are the same node.
 */
#ifndef TESTS_RENDER_RECORDS_H
#define TESTS_RENDER_RECORDS_H

#include "diff/changes.h"

/* All NUL-terminated; NULL is absent. */
struct record_side {
	const char *text, *value, *source, *path;
	const char *content; /* bullets, or as `skill:Git`; joined by `|` */
	const char *fields[CVD_FIELD_COUNT];
	uint32_t index;
};

struct record {
	const char *id, *path, *heading, *old_heading, *key;
	const char *words; /* `=same |-old|+new` */
	enum cvd_op op;
	enum cvd_kind node;
	enum cvd_kind old_node; /* 0: as `node` */
	bool has_field;
	enum cvd_field field;
	enum cvd_severity severity;
	enum cvd_section_type section;
	enum cvd_form form;
	bool formatting, rewritten, hidden;
	uint32_t statements, gone; /* of a rewritten node */
	const struct record_side *old, *new, *parts;
	size_t part_count;
	uint32_t siblings, old_siblings;
};

struct cvd_change record_make(struct cvd_arena *arena, const struct record *record);
/* A report of the records, with their counts, from `HEAD~3` to the working tree of resume.md. */
struct cvd_report *record_report(const struct record *records, size_t count);

#endif
