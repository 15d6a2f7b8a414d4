/* Width and colour, decided as git decides them (git-config(1): color.ui, core.pager). */
#include "terminal.h"

#include "base/file.h"
#include "pager.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define WIDTH_ELSEWHERE 80 /* columns where there is no terminal */
#define WIDTH_LEAST 20

/* git has started its pager and runs this process in front of it. */
static bool is_paged_by_git(void)
{
	const char *value = getenv("GIT_PAGER_IN_USE");

	return value && (!strcmp(value, "true") || !strcmp(value, "1"));
}

static bool is_terminal(const struct cvd_cli *cli)
{
	return !cli->file.ptr && (isatty(STDOUT_FILENO) || is_paged_by_git());
}

size_t cvd_terminal_width(const struct cvd_cli *cli)
{
	const char *columns = getenv("COLUMNS");
	struct winsize size;
	long width = WIDTH_ELSEWHERE;

	if (cli->options.width)
		return (size_t)cli->options.width;
	if (is_terminal(cli)) {
		if (columns && *columns)
			width = strtol(columns, NULL, 10);
		else if (!ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) && size.ws_col)
			width = size.ws_col;
	}
	return width < WIDTH_LEAST || width > 9999 ? WIDTH_ELSEWHERE : (size_t)width;
}

/* What a configuration value of git says about colour. */
static const struct {
	const char *word;
	enum cvd_when when;
} words[] = {
	{"always", CVD_WHEN_ALWAYS}, {"never", CVD_WHEN_NEVER}, {"false", CVD_WHEN_NEVER},
	{"no", CVD_WHEN_NEVER},      {"off", CVD_WHEN_NEVER},   {"0", CVD_WHEN_NEVER},
};

static enum cvd_when configured(struct cvd_cli *cli)
{
	struct cvd_str value;

	if (!cli->git || (!cvd_git_config(cli->git, &cli->arena, "color.diff", &value) &&
			  !cvd_git_config(cli->git, &cli->arena, "color.ui", &value)))
		return CVD_WHEN_AUTO;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (cvd_str_equal_ascii_nocase(cvd_str_from(words[i].word), value))
			return words[i].when;
	return CVD_WHEN_AUTO;
}

bool cvd_terminal_color(struct cvd_cli *cli)
{
	enum cvd_when when = (enum cvd_when)cli->options.color;
	const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");

	if (when == CVD_WHEN_UNSET)
		when = no_color && *no_color ? CVD_WHEN_NEVER : configured(cli);
	if (when != CVD_WHEN_AUTO)
		return when == CVD_WHEN_ALWAYS;
	return is_terminal(cli) && term && strcmp(term, "dumb") != 0;
}

/* The pager was left: git finds out by itself, and would take a signal for a failure. */
static _Noreturn void leave(int signal_number)
{
	(void)signal_number;
	_exit(CVD_EXIT_DONE);
}

enum cvd_status cvd_terminal_flush(struct cvd_cli *cli, struct cvd_error *error)
{
	struct cvd_str text = cvd_buf_str(&cli->out);
	enum cvd_status status = CVD_OK;

	if (!text.len || cli->file.ptr)
		return CVD_OK;
	if (!cli->flushed && !cli->options.no_pager && isatty(STDOUT_FILENO))
		cvd_pager_start(cli);
	cli->flushed = true;
	if (cli->pager) {
		cli->reader_gone |= cvd_file_write_fd(cli->pager, "the pager", text, NULL) != CVD_OK;
	} else {
		signal(SIGPIPE, cli->for_git ? leave : SIG_DFL);
		status = cvd_file_write_fd(STDOUT_FILENO, "standard output", text, error);
	}
	cli->out.len = 0;
	return status;
}

/* A pager that could not be started lost what it was given. If that was all, it is written without. */
static enum cvd_status end_pager(struct cvd_cli *cli, bool all, size_t len, struct cvd_error *error)
{
	if (cvd_pager_finish(cli))
		return CVD_OK;
	if (all) {
		signal(SIGPIPE, SIG_DFL);
		cli->out.len = len;
		return cvd_file_write_fd(STDOUT_FILENO, "standard output", cvd_buf_str(&cli->out),
					 error);
	}
	cvd_fail(error, CVD_ERROR_IO, "cannot start the pager");
	cvd_error_hint(error, "--no-pager does without");
	return CVD_ERROR_IO;
}

enum cvd_status cvd_terminal_write(struct cvd_cli *cli, struct cvd_error *error)
{
	bool all = !cli->flushed;
	size_t len = cli->out.len;
	enum cvd_status status = cvd_terminal_flush(cli, error);

	if (!cli->flushed)
		return CVD_OK;
	if (cli->pager)
		return end_pager(cli, all, len, error);
	if (!status && close(STDOUT_FILENO))
		status = cvd_fail(error, CVD_ERROR_IO, "cannot write standard output: %s",
				  strerror(errno));
	return status;
}
