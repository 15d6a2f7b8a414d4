/*
 * Is there a repository at all? The folders upward are asked for a `.git` or the look of a bare
 * repository, so that files outside git never pay for libgit2.
 */
#include "git/git.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool has(struct cvd_arena *arena, struct cvd_str folder, const char *name)
{
	return !access(cvd_arena_format(arena, "%.*s/%s", CVD_STR_ARG(folder), name).ptr, F_OK);
}

bool cvd_git_nearby(struct cvd_arena *arena, struct cvd_str *top)
{
	char *here = realpath(".", NULL);
	struct cvd_str folder = cvd_str_from(here);
	bool found = getenv("GIT_DIR") || !here;

	*top = (struct cvd_str){0};
	while (!found) {
		if (has(arena, folder, ".git")) {
			*top = cvd_arena_copy(arena, folder);
			found = true;
		} else if (has(arena, folder, "HEAD") && has(arena, folder, "objects") &&
			   has(arena, folder, "refs")) {
			found = true;
		}
		if (!folder.len)
			break;
		while (folder.len && folder.ptr[--folder.len] != '/')
			;
	}
	free(here);
	if (getenv("GIT_WORK_TREE"))
		*top = (struct cvd_str){0};
	return found;
}
