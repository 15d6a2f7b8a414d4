/*
 * Pathspecs, as gitglossary(7) has them: a path or folder relative to the current folder, a glob, and
 * the magic `:/`, `:!`, `:^`, `:(top,exclude,icase,literal,glob)`. `attr` and `prefix` are refused.
 */
#ifndef CVD_GIT_PATHSPEC_H
#define CVD_GIT_PATHSPEC_H

#include "base/arena.h"
#include "base/error.h"

struct cvd_pathspec {
	struct cvd_str written; /* as the user wrote it */
	struct cvd_str pattern; /* from the top of the working tree; NUL-terminated; empty: all */
	bool wild;              /* holds `*`, `?`, `[` or a backslash that count */
	bool exclude, icase, glob;
};

struct cvd_pathspecs {
	struct cvd_pathspec *items;
	size_t len, cap;
};

/*
 * Adds a pathspec. `prefix` is the current folder from the top of the working tree (cvd_git_prefix);
 * `top` is the working tree's folder, for absolute paths, or NULL. CVD_ERROR_USAGE: unknown magic,
 * an empty pathspec, or a path outside the working tree.
 */
enum cvd_status cvd_pathspec_add(struct cvd_arena *arena, struct cvd_pathspecs *specs,
				 struct cvd_str prefix, const char *top, struct cvd_str written,
				 struct cvd_error *error);
/* A path or folder without magic: neither wild nor excluding. */
bool cvd_pathspec_is_literal(const struct cvd_pathspec *spec);
/* Whether the one pathspec (its `exclude` aside) names the path: itself, a folder above it, or a
 * pattern of it. */
bool cvd_pathspec_names(const struct cvd_pathspec *spec, struct cvd_str path);
/* Whether the path is wanted: named by some pathspec (all paths are, where every one excludes) and
 * by none that excludes. No pathspecs at all, or NULL, want everything. */
bool cvd_pathspecs_match(const struct cvd_pathspecs *specs, struct cvd_str path);

#endif
