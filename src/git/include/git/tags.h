/* Tags that lead to commits. */
#ifndef CVD_GIT_TAGS_H
#define CVD_GIT_TAGS_H

#include "git/git.h"

struct cvd_git_tag {
	struct cvd_str name;   /* without `refs/tags/` */
	struct cvd_str commit; /* full id */
	bool dated;            /* annotated, with a date of its own: */
	int64_t time;          /* seconds since 1970 */
	int zone;              /* minutes east of Greenwich */
};

struct cvd_git_tags {
	struct cvd_git_tag *items;
	size_t len, cap;
};

/* All tags of commits, annotated and lightweight, in byte order of their names. What a tag leads to is
 * looked up, and nothing else is read. */
enum cvd_status cvd_git_tags(struct cvd_git *git, struct cvd_arena *arena,
			     struct cvd_git_tags *tags, struct cvd_error *error);

#endif
