/* What the files of `cvdiff hook` share. */
#ifndef CVD_CLI_HOOK_H
#define CVD_CLI_HOOK_H

#include "cli.h"
#include "git/settings.h"

struct cvd_push;

/* One run of a hook. */
struct cvd_hook {
	struct cvd_cli *cli;
	const struct cvd_str *arguments; /* git's; NUL-terminated */
	size_t count;
	struct cvd_git_settings settings; /* those that hooks ask for */
	struct cvd_push *push;            /* of pre-push */
	bool gates; /* git is to go on only if the hook finds nothing against it */
};

/* The last value of the key; its ptr is NULL where it is unset. */
struct cvd_str cvd_hook_setting(const struct cvd_hook *hook, const char *key);
/* Writes cli->out to standard error, as far as anybody reads it, and empties it. */
void cvd_hook_flush(struct cvd_hook *hook);
/* Says the error; the hook failed. */
void cvd_hook_fail(struct cvd_hook *hook, const struct cvd_error *error);

/*
 * Each hook in two steps: `begin` reads what git gives it, in the process that decides for git, and says
 * whether there is anything to do; `run` does it in a process whose end does not matter to git. It sets
 * cli->stops to have git stop.
 */
bool cvd_hook_begin_push(struct cvd_hook *hook);
void cvd_hook_run_push(struct cvd_hook *hook);
bool cvd_hook_begin_message(struct cvd_hook *hook);
void cvd_hook_run_message(struct cvd_hook *hook);

#endif
