/*
 * `cvdiff hook`: what git runs as a hook. git stops where a hook fails, by whatever it failed; so the work is
 * done in a child, and only an answer that it meant to give stops git. All that a hook says goes to
 * standard error, since git's own output, which programs read, goes to the other.
 */
#include "hook.h"

#include "base/file.h"
#include "message.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* The settings that hooks ask for, in one question. */
#define SETTINGS "^(cvdiff[.].*|commit[.](cleanup|status)|core[.]comment(char|string))$"

static const struct {
	struct cvd_str name;
	bool (*begin)(struct cvd_hook *hook);
	void (*run)(struct cvd_hook *hook);
} hooks[] = {
	{CVD_STR("pre-push"), cvd_hook_begin_push, cvd_hook_run_push},
	{CVD_STR("prepare-commit-msg"), cvd_hook_begin_message, cvd_hook_run_message},
};

struct cvd_str cvd_hook_setting(const struct cvd_hook *hook, const char *key)
{
	for (size_t i = hook->settings.len; i--;)
		if (cvd_str_equal(hook->settings.items[i].key, cvd_str_from(key)))
			return hook->settings.items[i].value;
	return (struct cvd_str){0};
}

void cvd_hook_flush(struct cvd_hook *hook)
{
	/* Nobody is left to be told if this fails. */
	cvd_file_write_fd(STDERR_FILENO, "standard error", cvd_buf_str(&hook->cli->out), NULL);
	hook->cli->out.len = 0;
}

void cvd_hook_fail(struct cvd_hook *hook, const struct cvd_error *error)
{
	cvd_message_error(error);
	hook->cli->trouble = true;
}

/* Waits for the child and takes over what it answered; false if it gave no answer. */
static bool hear(struct cvd_hook *hook, pid_t child)
{
	int state = 0;

	while (waitpid(child, &state, 0) < 0)
		if (errno != EINTR)
			return false;
	if (WIFSIGNALED(state))
		cvd_message_warning("the hook failed with signal %d", WTERMSIG(state));
	if (!WIFEXITED(state))
		return false;
	hook->cli->stops = WEXITSTATUS(state) == CVD_EXIT_DIFFERENT;
	return hook->cli->stops || WEXITSTATUS(state) == CVD_EXIT_DONE;
}

static void stop_unheard(struct cvd_hook *hook)
{
	struct cvd_error error;

	cvd_fail(&error, CVD_ERROR_GIT, "stopped, since cvdiff cannot tell what changed");
	cvd_error_hint(&error,
		       "git push --no-verify does without; or git config cvdiff.prePush print");
	cvd_message_error(&error);
	hook->cli->stops = true;
}

/* Whether this is the process that does the work; the other one has git's answer when this returns. */
static bool is_worker(struct cvd_hook *hook)
{
	pid_t child = fork();

	if (child == 0)
		return true;
	if ((child < 0 || !hear(hook, child)) && hook->gates)
		stop_unheard(hook);
	return false;
}

static void run(struct cvd_hook *hook, size_t which)
{
	signal(SIGPIPE, SIG_IGN);
	dup2(STDERR_FILENO, STDOUT_FILENO); /* for width and colour */
	/* git that does not answer leaves the defaults. */
	cvd_git_settings_match(&hook->cli->arena, SETTINGS, &hook->settings, NULL);
	if (hooks[which].begin(hook) && is_worker(hook)) {
		hooks[which].run(hook);
		cvd_hook_flush(hook);
		return;
	}
	hook->cli->trouble = false;
}

void cvd_run_hook(struct cvd_cli *cli)
{
	const struct cvd_operands *operands = &cli->options.operands;
	struct cvd_hook hook = {.cli = cli};
	struct cvd_str name = operands->len ? operands->items[0] : CVD_STR("");
	struct cvd_error error;

	for (size_t i = 0; i < sizeof hooks / sizeof *hooks; i++) {
		if (!cvd_str_equal(hooks[i].name, name))
			continue;
		hook.arguments = operands->items + 1;
		hook.count = operands->len - 1;
		run(&hook, i);
		return;
	}
	cvd_fail(&error, CVD_ERROR_USAGE, "no hook '%.*s'", CVD_STR_ARG(name));
	cvd_error_hint(&error, "cvdiff help hook");
	cvd_hook_fail(&hook, &error);
}
