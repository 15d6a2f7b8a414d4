/*
 * Which commit last changed each part of a résumé, and which first wrote it: its parts carried back through
 * history, from each version to the one before.
 */
#ifndef CVD_CLI_TRACE_H
#define CVD_CLI_TRACE_H

#include "versions.h"

/* A commit that wrote something. */
struct cvd_writing {
	struct cvd_str commit; /* its id; NULL ptr: not committed yet, and the rest is empty */
	struct cvd_str author, address; /* as they stand, perhaps not UTF-8 */
	int64_t written;                /* author's date, seconds since 1970 */
	int zone;                       /* of it, minutes east of Greenwich */
	bool cut; /* a shallow clone lacks what was before, so that it may be older */
};

/* Sources of git's, of which the first is the version that is asked about. */
struct cvd_trace_start {
	struct cvd_source version;
	struct cvd_source parents[2]; /* the commits' that it comes from, if it is not committed */
	size_t parent_count;
};

struct cvd_trace {
	const struct cvd_document *doc;           /* of the version */
	const struct cvd_writing **last, **first; /* by id; NULL for what is not traced: see below */
	struct cvd_str shallow; /* a commit that a shallow clone cuts off and that wrote something */
	/* The trace's own. */
	struct cvd_arena arena;
	struct cvd_versions versions;
	struct cvd_version *version;
};

/*
 * Traces all visible parts but sections, of which only a title could change. What counts as a change is said in
 * diff/lineage.h. At a merge a part goes to the parent that has the same file, else to the first that has
 * it unchanged, else to the first that has it. Walks until all is known; a matching for each version in between,
 * in several threads. The caller frees the trace, also after a failure.
 */
enum cvd_status cvd_trace_run(struct cvd_cli *cli, const struct cvd_trace_start *start,
			      struct cvd_trace *trace, struct cvd_error *error);
void cvd_trace_free(struct cvd_trace *trace);

#endif
