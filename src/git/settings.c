/* git is started for each question: a setup asks a dozen, a hook one or two, and none is asked elsewhere. */
#include "git/settings.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST_ARGUMENTS 12
#define CANNOT_START 127

static _Noreturn void become_git(const char *const *arguments, int in, int out)
{
	char *words[MOST_ARGUMENTS + 2] = {(char *)"git"};
	int nowhere = open("/dev/null", O_RDWR);

	for (size_t i = 0; i < MOST_ARGUMENTS && arguments[i]; i++)
		words[i + 1] = (char *)arguments[i];
	dup2(in < 0 ? nowhere : in, STDIN_FILENO);
	dup2(out, STDOUT_FILENO);
	dup2(nowhere, STDERR_FILENO);
	execvp("git", words);
	_exit(CANNOT_START);
}

static enum cvd_status run(struct cvd_arena *arena, const char *const *arguments, int in,
			   struct cvd_str *out, int *code, struct cvd_error *error)
{
	enum cvd_status status;
	int ends[2], state = 0;
	pid_t child;

	*code = CANNOT_START;
	if (pipe(ends))
		return cvd_fail(error, CVD_ERROR_IO, "cannot make a pipe: %s", strerror(errno));
	child = fork();
	if (child == 0)
		become_git(arguments, in, ends[1]);
	close(ends[1]);
	status = child < 0 ? cvd_fail(error, CVD_ERROR_IO, "cannot start git: %s", strerror(errno))
			   : cvd_file_read_fd(arena, ends[0], "the output of git", out, error);
	close(ends[0]);
	while (child > 0 && waitpid(child, &state, 0) < 0 && errno == EINTR)
		;
	if (status)
		return status;
	if (WIFEXITED(state))
		*code = WEXITSTATUS(state);
	if (*code == CANNOT_START) {
		cvd_fail(error, CVD_ERROR_GIT, "cannot run git");
		cvd_error_hint(error, "install git, and have it on the PATH");
		return CVD_ERROR_GIT;
	}
	if (out->len && out->ptr[out->len - 1] == '\n')
		*out = cvd_arena_copy(arena, cvd_str_sub(*out, 0, out->len - 1));
	return CVD_OK;
}

enum cvd_status cvd_git_command(struct cvd_arena *arena, const char *const *arguments,
				struct cvd_str *out, int *code, struct cvd_error *error)
{
	return run(arena, arguments, -1, out, code, error);
}

/* By way of a file: a pipe could fill up while git waits for its output to be read. */
enum cvd_status cvd_git_command_fed(struct cvd_arena *arena, const char *const *arguments,
				    struct cvd_str input, struct cvd_str *out, int *code,
				    struct cvd_error *error)
{
	FILE *file = tmpfile();
	enum cvd_status status;

	if (!file)
		return cvd_fail(error, CVD_ERROR_IO, "cannot make a temporary file: %s",
				strerror(errno));
	status = cvd_file_write_fd(fileno(file), "a temporary file", input, error);
	if (!status && lseek(fileno(file), 0, SEEK_SET))
		status = cvd_fail(error, CVD_ERROR_IO, "cannot read a temporary file: %s",
				  strerror(errno));
	if (!status)
		status = run(arena, arguments, fileno(file), out, code, error);
	fclose(file);
	return status;
}

enum cvd_status cvd_git_settings_match(struct cvd_arena *arena, const char *pattern,
				       struct cvd_git_settings *settings, struct cvd_error *error)
{
	const char *arguments[] = {"config", "--null", "--get-regexp", pattern, NULL};
	struct cvd_str out;
	int code;
	enum cvd_status status = cvd_git_command(arena, arguments, &out, &code, error);

	if (status || code)
		return status;
	for (size_t at = 0; at < out.len;) {
		struct cvd_str item = cvd_str_sub(out, at, cvd_str_find_char(out, '\0', at));
		size_t end = cvd_str_find_char(item, '\n', 0);
		struct cvd_git_setting setting = {
			.key = cvd_arena_copy(arena, cvd_str_sub(item, 0, end)),
			.value = cvd_arena_copy(arena, end == SIZE_MAX ? CVD_STR("")
								       : cvd_str_sub(item, end + 1,
										     item.len)),
		};

		CVD_PUSH(arena, settings, setting);
		at += item.len + 1;
	}
	return CVD_OK;
}

static const char *scope_option(enum cvd_git_scope scope)
{
	return scope == CVD_GIT_LOCAL    ? "--local"
	       : scope == CVD_GIT_GLOBAL ? "--global"
					 : "--includes";
}

enum cvd_status cvd_git_setting_get(struct cvd_arena *arena, enum cvd_git_scope scope,
				    const char *key, struct cvd_git_paths *values,
				    struct cvd_error *error)
{
	const char *arguments[] = {"config", scope_option(scope), "--null", "--get-all", key, NULL};
	struct cvd_str out;
	int code;
	enum cvd_status status = cvd_git_command(arena, arguments, &out, &code, error);

	if (status || code)
		return status;
	for (size_t at = 0; at < out.len;) {
		struct cvd_str value = cvd_str_sub(out, at, cvd_str_find_char(out, '\0', at));

		CVD_PUSH(arena, values, cvd_arena_copy(arena, value));
		at += value.len + 1;
	}
	return CVD_OK;
}

enum cvd_status cvd_git_setting_put(enum cvd_git_scope scope, const char *key, const char *value,
				    struct cvd_error *error)
{
	const char *set[] = {"config", scope_option(scope), "--replace-all", key, value, NULL};
	const char *unset[] = {"config", scope_option(scope), "--unset-all", key, NULL};
	struct cvd_arena arena = {0};
	struct cvd_str out;
	int code = 0;
	enum cvd_status status = cvd_git_command(&arena, value ? set : unset, &out, &code, error);

	cvd_arena_free(&arena);
	if (!status && code) {
		status = cvd_fail(error, CVD_ERROR_GIT, "git cannot write the setting %s", key);
		cvd_error_hint(error, "git config %s %s%s says why", scope_option(scope),
			       value ? "" : "--unset-all ", key);
	}
	return status;
}

enum cvd_status cvd_git_own_path(struct cvd_arena *arena, const char *name, struct cvd_str *path,
				 struct cvd_error *error)
{
	const char *arguments[] = {"rev-parse", "--path-format=absolute", "--git-path", name, NULL};
	int code;
	enum cvd_status status = cvd_git_command(arena, arguments, path, &code, error);

	if (!status && code)
		status = cvd_fail(error, CVD_ERROR_NOT_FOUND, "not in a git repository");
	return status;
}
