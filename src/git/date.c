/* `git rev-parse --since=DATE` prints `--max-age=SECONDS` and needs no repository. */
#include "git/date.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define PREFIX "--max-age="

static _Noreturn void become_git(struct cvd_str text, const int ends[2])
{
	size_t size = sizeof "--since=" + text.len;
	char *argument = malloc(size);

	if (!argument)
		_exit(127);
	memcpy(argument, "--since=", sizeof "--since=");
	strncat(argument, text.ptr, text.len);
	dup2(ends[1], STDOUT_FILENO);
	close(ends[0]);
	close(ends[1]);
	execlp("git", "git", "rev-parse", argument, (char *)NULL);
	_exit(127);
}

/* What the descriptor gives to its end, NUL-terminated, at most size - 1 bytes. */
static void read_all(int fd, char *into, size_t size)
{
	size_t len = 0;
	ssize_t got = 1;

	while (len < size - 1 && got) {
		got = read(fd, into + len, size - 1 - len);
		if (got < 0 && errno != EINTR)
			break;
		len += got > 0 ? (size_t)got : 0;
	}
	into[len] = '\0';
}

enum cvd_status cvd_git_date(struct cvd_str text, int64_t *seconds, struct cvd_error *error)
{
	char line[64] = "";
	int ends[2], status = -1;
	pid_t child;

	if (pipe(ends))
		return cvd_fail(error, CVD_ERROR_IO, "cannot run git: %s", strerror(errno));
	child = fork();
	if (child == 0)
		become_git(text, ends);
	close(ends[1]);
	if (child > 0)
		read_all(ends[0], line, sizeof line);
	close(ends[0]);
	while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	if (status || strncmp(line, PREFIX, strlen(PREFIX)) != 0) {
		cvd_fail(error, CVD_ERROR_GIT, "git cannot read the date '%.*s'", CVD_STR_ARG(text));
		cvd_error_hint(error, "dates are read by git, which must be on the PATH");
		return CVD_ERROR_GIT;
	}
	*seconds = strtoll(line + strlen(PREFIX), NULL, 10);
	return CVD_OK;
}
