/*
 * The text goes down a pipe to `sh -c PAGER`, as in git, so that a pager may have arguments. The
 * shell's statuses 126 and 127 say that it could not be started.
 */
#include "pager.h"

#include "base/file.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static bool is_false(struct cvd_str value)
{
	return cvd_str_equal_ascii_nocase(value, CVD_STR("false")) ||
	       cvd_str_equal_ascii_nocase(value, CVD_STR("no")) ||
	       cvd_str_equal_ascii_nocase(value, CVD_STR("off"));
}

static bool is_true(struct cvd_str value)
{
	return cvd_str_equal_ascii_nocase(value, CVD_STR("true")) ||
	       cvd_str_equal_ascii_nocase(value, CVD_STR("yes")) ||
	       cvd_str_equal_ascii_nocase(value, CVD_STR("on"));
}

const char *cvd_pager_command(struct cvd_cli *cli)
{
	const char *pager = getenv("GIT_PAGER");
	struct cvd_str value;
	bool own = cli->git && cvd_git_config(cli->git, &cli->arena, "pager.cvdiff", &value);

	if (own && is_false(value))
		return NULL;
	if (!pager && own && !is_true(value))
		pager = value.ptr;
	if (!pager && cli->git && cvd_git_config(cli->git, &cli->arena, "core.pager", &value))
		pager = value.ptr;
	if (!pager)
		pager = getenv("PAGER");
	if (!pager)
		pager = "less";
	return *pager && strcmp(pager, "cat") != 0 ? pager : NULL;
}

static _Noreturn void become(const char *pager, const int ends[2])
{
	signal(SIGPIPE, SIG_DFL);
	dup2(ends[0], STDIN_FILENO);
	close(ends[0]);
	close(ends[1]);
	setenv("LESS", "FRX", 0);
	setenv("LV", "-c", 0);
	execl("/bin/sh", "sh", "-c", pager, (char *)NULL);
	_exit(127);
}

bool cvd_pager_start(struct cvd_cli *cli)
{
	const char *pager = cvd_pager_command(cli);
	int ends[2];
	pid_t child;

	if (!pager || pipe(ends))
		return false;
	signal(SIGPIPE, SIG_IGN); /* quitting the pager early is no trouble */
	child = fork();
	if (child == 0)
		become(pager, ends);
	close(ends[0]);
	if (child < 0) {
		close(ends[1]);
		return false;
	}
	cli->pager = ends[1];
	cli->pager_child = child;
	return true;
}

bool cvd_pager_finish(struct cvd_cli *cli)
{
	int status = 0;

	close(cli->pager);
	cli->pager = 0;
	while (waitpid((pid_t)cli->pager_child, &status, 0) < 0 && errno == EINTR)
		;
	return !WIFEXITED(status) || (WEXITSTATUS(status) != 126 && WEXITSTATUS(status) != 127);
}
