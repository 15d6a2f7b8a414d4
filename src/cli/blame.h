/* What `blame` prints, from what the trace found. */
#ifndef CVD_CLI_BLAME_H
#define CVD_CLI_BLAME_H

#include "trace.h"

struct cvd_blame {
	const struct cvd_trace *trace;
	struct cvd_str path, label; /* of the version; the label is a revision or `working tree` */
	struct cvd_str commit;      /* NULL ptr: not committed */
	bool stale;                 /* only what was last changed before `before` */
	int64_t before;
};

/* Whether the visible node is one that is listed. */
bool cvd_blame_lists(const struct cvd_blame *blame, const struct cvd_node *node);

/* Appends the outline for people; everything of a résumé or a commit is made visible. Linear. */
void cvd_blame_text(struct cvd_cli *cli, const struct cvd_blame *blame);
/* Appends one line of JSON (cvdiff/blame/1). Linear, but for the path of each node. */
void cvd_blame_json(struct cvd_buf *out, const struct cvd_blame *blame);

#endif
