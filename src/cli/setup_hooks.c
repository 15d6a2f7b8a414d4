/*
 * A hook of git is one file, so whatever was there is kept under another name and called by ours. Each
 * step leaves a hook that works: the old file gets its second name by a link, then ours takes its first
 * one. Ours is known by a line in it.
 */
#include "base/file.h"
#include "git/settings.h"
#include "setup.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MARK "# This hook was written by cvdiff setup."
#define BEFORE ".before-cvdiff"

/* Words of hooks that go by the name of their own file, and cannot be given another. */
static const struct cvd_str by_name[] = {
	CVD_STR("basename \"$0\""),
	CVD_STR("basename -- \"$0\""),
	CVD_STR("basename $0"),
	CVD_STR("${0##*/}"),
	CVD_STR("/h\""),
};

struct hook {
	const char *name;
	struct cvd_str path, before;
	bool exists, ours, kept; /* `kept`: there is a file under the second name */
	struct cvd_str text;
};

/* The script: $before is the hook that was there, whose failure is the hook's. A cvdiff that is gone, or
 * too old, is in nobody's way. */
static void write_script(struct cvd_buf *out, const struct cvd_setup *setup, const char *name,
			 bool reads_input)
{
	cvd_buf_printf(out,
		       "#!/bin/sh\n" MARK "\n# `cvdiff setup --undo %s` takes it away again.\n\n"
		       "cvdiff=%.*s\nbefore=${0%%/*}/%s" BEFORE "\n\n",
		       name, CVD_STR_ARG(setup->program), name);
	if (reads_input)
		cvd_buf_printf(out, "input=$(cat)\n"
				    "feed() { [ -z \"$input\" ] || printf '%%s\\n' \"$input\" "
				    "2>/dev/null; }\n\n");
	cvd_buf_printf(
		out,
		"if [ -x \"$before\" ]; then\n\t%s\"$before\" \"$@\" || exit\nfi\n"
		"if ! \"$cvdiff\" help hook >/dev/null 2>&1; then\n"
		"\techo \"%s: found no cvdiff that has hooks, so nothing was done\" >&2\n\texit 0\nfi\n"
		"%s\"$cvdiff\" hook %s \"$@\"\n",
		reads_input ? "feed | " : "", name, reads_input ? "feed | " : "", name);
}

static bool exists(struct cvd_str path)
{
	struct stat st;

	return path.len && !lstat(path.ptr, &st);
}

static enum cvd_status find_hook(struct cvd_setup *setup, const char *name, struct hook *hook,
				 struct cvd_error *error)
{
	struct cvd_arena *arena = &setup->cli->arena;
	struct cvd_str folder;
	enum cvd_status status = cvd_git_own_path(arena, "hooks", &folder, error);

	if (status)
		return status;
	*hook = (struct hook){.name = name};
	hook->path = cvd_arena_format(arena, "%.*s/%s", CVD_STR_ARG(folder), name);
	hook->before = cvd_arena_format(arena, "%.*s" BEFORE, CVD_STR_ARG(hook->path));
	hook->exists = exists(hook->path);
	hook->kept = exists(hook->before);
	if (hook->exists && !cvd_file_read(arena, hook->path.ptr, &hook->text, NULL))
		hook->ours = cvd_str_find(hook->text, CVD_STR(MARK), 0) != SIZE_MAX;
	return CVD_OK;
}

static void note_where(struct cvd_setup *setup, struct cvd_error *error)
{
	struct cvd_arena *arena = &setup->cli->arena;
	struct cvd_git_paths here = {0}, all = {0};

	if (cvd_git_setting_get(arena, CVD_GIT_EFFECTIVE, "core.hooksPath", &all, error) ||
	    cvd_git_setting_get(arena, CVD_GIT_LOCAL, "core.hooksPath", &here, error) || !all.len)
		return;
	if (!here.len)
		cvd_setup_note(setup, "core.hooksPath is set for more than this repository, and so "
				      "is the hook");
	else if (here.items[here.len - 1].ptr[0] != '/')
		cvd_setup_note(setup, "core.hooksPath is in the working tree: the hook is a file "
				      "for git to track or to ignore");
}

/* The old file keeps a name at any moment. */
static enum cvd_status keep(const struct hook *hook, struct cvd_error *error)
{
	if (!link(hook->path.ptr, hook->before.ptr) || !rename(hook->path.ptr, hook->before.ptr))
		return CVD_OK;
	return cvd_fail(error, CVD_ERROR_IO, "cannot rename '%s': %s", hook->path.ptr,
			strerror(errno));
}

static enum cvd_status check_chain(const struct hook *hook, struct cvd_error *error)
{
	if (hook->kept) {
		cvd_fail(error, CVD_ERROR_AMBIGUOUS, "there are '%s' and '%s' already",
			 hook->path.ptr, hook->before.ptr);
		cvd_error_hint(error, "remove the one that is not needed");
		return CVD_ERROR_AMBIGUOUS;
	}
	for (size_t i = 0; i < sizeof by_name / sizeof *by_name; i++) {
		if (cvd_str_find(hook->text, by_name[i], 0) == SIZE_MAX)
			continue;
		cvd_fail(error, CVD_ERROR_AMBIGUOUS,
			 "'%s' goes by its own name, and would not work under another",
			 hook->path.ptr);
		cvd_error_hint(error,
			       "have it, or the manager that wrote it, run: "
			       "cvdiff hook %s \"$@\"",
			       hook->name);
		return CVD_ERROR_AMBIGUOUS;
	}
	return CVD_OK;
}

static enum cvd_status install(struct cvd_setup *setup, const struct hook *hook,
			       struct cvd_str script, struct cvd_error *error)
{
	bool chain = hook->exists && !hook->ours;
	enum cvd_status status = chain ? check_chain(hook, error) : CVD_OK;
	struct cvd_str temporary;

	if (status || (hook->ours && cvd_str_equal(hook->text, script)))
		return status;
	if (chain)
		cvd_setup_did(setup, "kept", "keep", "the hook that is there as %s",
			      hook->before.ptr);
	cvd_setup_did(setup, "wrote", "write", "%s", cvd_setup_shown(setup, hook->path));
	note_where(setup, error);
	if (setup->dry_run)
		return CVD_OK;
	/* Beside it and then over it: the old hook may be a link, which is not to be followed. */
	temporary = cvd_arena_format(&setup->cli->arena, "%.*s.cvdiff", CVD_STR_ARG(hook->path));
	status = cvd_file_replace(temporary.ptr, script, 0755, true, error);
	if (!status && chain)
		status = keep(hook, error);
	if (!status && rename(temporary.ptr, hook->path.ptr))
		status = cvd_fail(error, CVD_ERROR_IO, "cannot write '%s': %s", hook->path.ptr,
				  strerror(errno));
	if (status)
		unlink(temporary.ptr);
	return status;
}

static enum cvd_status take_away(struct cvd_setup *setup, const struct hook *hook,
				 struct cvd_error *error)
{
	int failed = 0;

	if (hook->exists && !hook->ours) {
		if (!hook->kept)
			return CVD_OK;
		cvd_fail(error, CVD_ERROR_AMBIGUOUS, "'%s' is not cvdiff's any more",
			 hook->path.ptr);
		cvd_error_hint(error, "the hook from before is '%s'", hook->before.ptr);
		return CVD_ERROR_AMBIGUOUS;
	}
	if (!hook->exists && !hook->kept)
		return CVD_OK;
	if (hook->kept)
		cvd_setup_did(setup, "put back", "put back", "the hook from before as %s",
			      cvd_setup_shown(setup, hook->path));
	else
		cvd_setup_did(setup, "removed", "remove", "%s", cvd_setup_shown(setup, hook->path));
	if (!setup->dry_run)
		failed = hook->kept ? rename(hook->before.ptr, hook->path.ptr)
				    : unlink(hook->path.ptr);
	return failed ? cvd_fail(error, CVD_ERROR_IO, "cannot change '%s': %s", hook->path.ptr,
				 strerror(errno))
		      : CVD_OK;
}

enum cvd_status cvd_setup_hook(struct cvd_setup *setup, const char *name, bool reads_input,
			       struct cvd_error *error)
{
	struct cvd_buf script = {0};
	struct hook hook;
	enum cvd_status status;

	if (setup->global) {
		cvd_fail(error, CVD_ERROR_USAGE, "a hook belongs to a repository");
		cvd_error_hint(error, "cvdiff setup %s%s", setup->undo ? "--undo " : "", name);
		return CVD_ERROR_USAGE;
	}
	status = find_hook(setup, name, &hook, error);
	if (!status && setup->undo) {
		status = take_away(setup, &hook, error);
	} else if (!status) {
		write_script(&script, setup, name, reads_input);
		status = install(setup, &hook, cvd_buf_str(&script), error);
	}
	cvd_buf_free(&script);
	return status;
}
