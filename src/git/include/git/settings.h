/*
 * What git.h leaves alone: git's own settings, asked for and written by git itself. It knows best which
 * file a setting belongs to (includes, linked working trees, GIT_CONFIG_GLOBAL, symbolic links), locks it
 * and leaves the rest of it as it is.
 */
#ifndef CVD_GIT_SETTINGS_H
#define CVD_GIT_SETTINGS_H

#include "base/arena.h"
#include "base/error.h"
#include "git/git.h"

/* EFFECTIVE is for reading alone: what counts here, wherever it is set. */
enum cvd_git_scope { CVD_GIT_EFFECTIVE, CVD_GIT_LOCAL, CVD_GIT_GLOBAL };

/*
 * Runs git with the arguments, which NULL ends. `*out` (in the arena) is what it prints without the last
 * line break, `*code` its exit status. What it says on standard error is not shown. CVD_ERROR_GIT: git
 * cannot be run.
 */
enum cvd_status cvd_git_command(struct cvd_arena *arena, const char *const *arguments,
				struct cvd_str *out, int *code, struct cvd_error *error);

/* The same, with `input` as git's standard input. */
enum cvd_status cvd_git_command_fed(struct cvd_arena *arena, const char *const *arguments,
				    struct cvd_str input, struct cvd_str *out, int *code,
				    struct cvd_error *error);

struct cvd_git_setting {
	struct cvd_str key,
		value; /* key: section and name in small letters; value: empty, too, for a
				      key that stands without one */
};

struct cvd_git_settings {
	struct cvd_git_setting *items;
	size_t len, cap;
};

/* All settings that count here and whose keys match the extended regular expression, in order: of several
 * with one key, the last one counts. git is run once. */
enum cvd_status cvd_git_settings_match(struct cvd_arena *arena, const char *pattern,
				       struct cvd_git_settings *settings, struct cvd_error *error);

/* All values of the key in that scope, in order; none if it is unset. */
enum cvd_status cvd_git_setting_get(struct cvd_arena *arena, enum cvd_git_scope scope,
				    const char *key, struct cvd_git_paths *values,
				    struct cvd_error *error);
/* Sets the key to the one value; with NULL, unsets it. */
enum cvd_status cvd_git_setting_put(enum cvd_git_scope scope, const char *key, const char *value,
				    struct cvd_error *error);
/* What `git rev-parse --git-path` names, as an absolute path. CVD_ERROR_NOT_FOUND: no repository. */
enum cvd_status cvd_git_own_path(struct cvd_arena *arena, const char *name, struct cvd_str *path,
				 struct cvd_error *error);

#endif
