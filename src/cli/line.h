/* One line of history: versions of the résumés that followed each other, as `changelog` tells them. */
#ifndef CVD_CLI_LINE_H
#define CVD_CLI_LINE_H

#include "git/tags.h"
#include "walk.h"

struct cvd_line_point {
	struct cvd_str commit;            /* full id */
	struct cvd_str subject;           /* as it stands, perhaps not UTF-8 */
	int64_t written;                  /* author's date, seconds since 1970 */
	int zone;                         /* of it, minutes east of Greenwich */
	const struct cvd_git_file *files; /* of each of walk.files, there */
	const struct cvd_git_tag *tags;   /* that lead to the commit, annotated ones first */
	size_t tag_count;
};

struct cvd_line {
	struct cvd_walk walk;
	struct cvd_line_point *points; /* newest first */
	size_t len;
	struct cvd_line_point before; /* where the range begins; no commit: at the very beginning */
	bool tagged;                  /* some point, or that one, has a tag */
};

/*
 * Walks what cli->options.operands say and chooses the line from the tip that passes most tags (of the
 * repository, if `tags`), and among those the one by first parents. So each point is an ancestor of
 * all newer ones, and a tag that is left out is not. Lives in cli->arena; 100 bytes for each commit that was
 * walked. The caller ends it, whatever is returned.
 */
enum cvd_status cvd_line_begin(struct cvd_cli *cli, bool tags, struct cvd_line *line,
			       struct cvd_error *error);
void cvd_line_end(struct cvd_line *line);

#endif
