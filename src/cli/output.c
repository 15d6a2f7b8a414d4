/*
 * A file is replaced at once (cvd_file_replace), so that nobody opens half a page. The browser is the one
 * that git would show its help in: `git web--browse` knows the user's settings and the desktop's opener.
 */
#include "output.h"

#include "base/file.h"
#include "message.h"
#include "terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define OUTPUT_USERS (CVD_USED_DIFF | CVD_USED_LOG)
#define FILE_MODE 0666
#define CANNOT_START 127

static enum cvd_status make_temporary(struct cvd_cli *cli, struct cvd_error *error)
{
	const char *folder = getenv("TMPDIR");
	struct cvd_str path = cvd_arena_format(&cli->arena, "%s/cvdiff-XXXXXX.html",
					       folder && *folder ? folder : "/tmp");
	int fd = mkstemps((char *)path.ptr, (int)strlen(".html"));

	if (fd < 0)
		return cvd_fail(error, CVD_ERROR_IO, "cannot make a file in '%s': %s",
				folder && *folder ? folder : "/tmp", strerror(errno));
	close(fd);
	cli->file = path;
	return CVD_OK;
}

enum cvd_status cvd_output_begin(struct cvd_cli *cli, struct cvd_error *error)
{
	struct cvd_options *options = &cli->options;

	if (!(options->command->used & OUTPUT_USERS) || options->help || options->version)
		return CVD_OK;
	if (options->open && options->format == CVD_OUTPUT_TEXT)
		options->format = CVD_OUTPUT_HTML;
	if (options->open && options->format != CVD_OUTPUT_HTML) {
		cvd_fail(error, CVD_ERROR_USAGE, "a browser shows no other format than html");
		cvd_error_hint(error, "--open --format=html");
		return CVD_ERROR_USAGE;
	}
	if (options->output.ptr && !options->output.len)
		return cvd_fail(error, CVD_ERROR_USAGE, "--output needs the name of a file");
	cli->file = options->output;
	return options->open && !cli->file.ptr ? make_temporary(cli, error) : CVD_OK;
}

static _Noreturn void become_browser(const char *path)
{
	int nowhere = open("/dev/null", O_RDWR);

	dup2(nowhere, STDIN_FILENO);
	dup2(STDERR_FILENO, STDOUT_FILENO);
	execlp("git", "git", "web--browse", path, (char *)NULL);
	_exit(CANNOT_START);
}

static enum cvd_status start_browser(const char *file, struct cvd_error *error)
{
	char path[PATH_MAX];
	int state = 0;
	pid_t child;

	if (!realpath(file, path))
		return cvd_fail(error, CVD_ERROR_IO, "cannot find '%s': %s", file, strerror(errno));
	child = fork();
	if (child == 0)
		become_browser(path);
	while (child > 0 && waitpid(child, &state, 0) < 0 && errno == EINTR)
		;
	if (child > 0 && WIFEXITED(state) && WEXITSTATUS(state) == 0)
		return CVD_OK;
	cvd_fail(error, CVD_ERROR_IO, "no browser could be started; the page is in '%s'", path);
	cvd_error_hint(error, "git config web.browser names one");
	return CVD_ERROR_IO;
}

enum cvd_status cvd_output_end(struct cvd_cli *cli, struct cvd_error *error)
{
	enum cvd_status status;

	if (!cli->file.ptr)
		return cvd_terminal_write(cli, error);
	if (cli->trouble || cli->options.quiet) {
		if (!cli->options.output.ptr)
			unlink(cli->file.ptr);
		return CVD_OK;
	}
	status = cvd_file_replace(cli->file.ptr, cvd_buf_str(&cli->out), FILE_MODE, false, error);
	return !status && cli->options.open ? start_browser(cli->file.ptr, error) : status;
}
