/*
 * `cvdiff setup`: what git is to be told so that it runs cvdiff, in parts. Two tables say it: the parts, and
 * the settings with the part that each belongs to. What is cvdiff's own is known by its form: a setting by
 * the command in it, lines of attributes by the marks around them, a hook by a line in it. So a second run
 * finds nothing to do, and undoing takes away that and nothing else. A part that fails leaves the others to
 * be done.
 */
#include "setup.h"

#include "attributes.h"
#include "base/text.h"
#include "git/settings.h"
#include "message.h"
#include "names.h"
#include "select.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum part_kind { SETTINGS, MARKING, HOOK, HOOK_WITH_INPUT };

static const struct part {
	const char *name;
	enum part_kind kind; /* MARKING: settings of use for files with the attribute alone */
} parts[] = {
	{"diff", MARKING},   {"textconv", MARKING},         {"difftool", SETTINGS},
	{"alias", SETTINGS}, {"pre-push", HOOK_WITH_INPUT}, {"prepare-commit-msg", HOOK},
};

#define PART_COUNT (sizeof parts / sizeof *parts)

static const struct setting {
	const char *part, *key;
	const char *head, *tail; /* around the program */
	bool no_program;
} settings[] = {
	{"diff", "diff.cvdiff.command", "", " driver --", false},
	{"textconv", "diff.cvdiff.textconv", "", " textconv --", false},
	{"textconv", "diff.cvdiff.xfuncname", "^ {0,3}#{1,6}[[:space:]].*", "", true},
	{"difftool", "difftool.cvdiff.cmd", "", " driver -- \"$MERGED\" \"$LOCAL\" \"$REMOTE\"",
	 false},
	/* git runs it at the top of the working tree, and may have said where the repository is. */
	{"alias", "alias.cvdiff",
	 "![ -z \"$GIT_PREFIX\" ] || { export GIT_WORK_TREE=\"$PWD\" && cd -- \"$GIT_PREFIX\"; } && ",
	 "", false},
};

#define SETTING_COUNT (sizeof settings / sizeof *settings)

/* --- what is said ------------------------------------------------------------------------------- */

static void add_line(struct cvd_setup *setup, const char *verb, const char *format, va_list args)
{
	char text[2048];

	vsnprintf(text, sizeof text, format, args);
	cvd_buf_printf(&setup->cli->out, "%s: %s", setup->part, verb);
	cvd_text_visible(&setup->cli->out, cvd_str_from(text));
	cvd_buf_put(&setup->cli->out, '\n');
}

void cvd_setup_did(struct cvd_setup *setup, const char *done, const char *would, const char *format,
		   ...)
{
	char verb[64];
	va_list args;

	snprintf(verb, sizeof verb, "%s%s ", setup->dry_run ? "would " : "",
		 setup->dry_run ? would : done);
	va_start(args, format);
	add_line(setup, verb, format, args);
	va_end(args);
	setup->changed = true;
}

void cvd_setup_note(struct cvd_setup *setup, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	add_line(setup, "", format, args);
	va_end(args);
}

const char *cvd_setup_shown(struct cvd_setup *setup, struct cvd_str path)
{
	char *folder = realpath(".", NULL);
	struct cvd_str here = cvd_str_from(folder);
	bool below = here.len > 1 && path.len > here.len + 1 && path.ptr[here.len] == '/' &&
		     cvd_str_starts_with(path, here);

	free(folder);
	return below ? cvd_arena_copy(&setup->cli->arena, cvd_str_sub(path, here.len + 1, path.len)).ptr
		     : path.ptr;
}

static void failed(struct cvd_setup *setup, const struct cvd_error *error)
{
	struct cvd_error named;

	cvd_fail(&named, error->status, "%s: %.900s", setup->part, error->message);
	cvd_error_hint(&named, "%s", error->hint);
	cvd_message_error(&named);
	setup->cli->trouble = true;
}

/* --- the program -------------------------------------------------------------------------------- */

/* Whether the first cvdiff on the PATH is this one. */
static bool is_on_path(struct cvd_arena *arena, const struct stat *self)
{
	struct cvd_str path = cvd_str_from(getenv("PATH"));
	struct stat st;

	for (size_t at = 0; at < path.len;) {
		struct cvd_str folder = cvd_str_sub(path, at, cvd_str_find_char(path, ':', at));
		struct cvd_str file = cvd_arena_format(arena, "%.*s/cvdiff", CVD_STR_ARG(folder));

		if (folder.len && !stat(file.ptr, &st) && S_ISREG(st.st_mode) &&
		    !access(file.ptr, X_OK))
			return folder.ptr[0] == '/' && st.st_dev == self->st_dev &&
			       st.st_ino == self->st_ino;
		at += folder.len + 1;
	}
	return false;
}

/* A word for sh. */
static struct cvd_str quoted(struct cvd_arena *arena, const char *word)
{
	struct cvd_buf out = {0};
	struct cvd_str result;

	cvd_buf_put(&out, '\'');
	for (; *word; word++) {
		if (*word == '\'')
			cvd_buf_add(&out, CVD_STR("'\\''"));
		else
			cvd_buf_put(&out, *word);
	}
	cvd_buf_put(&out, '\'');
	result = cvd_arena_copy(arena, cvd_buf_str(&out));
	cvd_buf_free(&out);
	return result;
}

static struct cvd_str find_program(struct cvd_arena *arena)
{
	char *self = realpath("/proc/self/exe", NULL);
	struct cvd_str program = CVD_STR("cvdiff");
	struct stat st;

	if (self && !stat(self, &st) && !is_on_path(arena, &st))
		program = quoted(arena, self);
	free(self);
	return program;
}

/* --- settings ----------------------------------------------------------------------------------- */

static enum cvd_git_scope scope_of(const struct cvd_setup *setup)
{
	return setup->global ? CVD_GIT_GLOBAL : CVD_GIT_LOCAL;
}

static struct cvd_str value_of(const struct cvd_setup *setup, const struct setting *setting)
{
	return cvd_arena_format(&setup->cli->arena, "%s%.*s%s", setting->head,
				setting->no_program ? 0 : (int)setup->program.len,
				setup->program.ptr, setting->tail);
}

/* Whether a setup wrote the value, perhaps one of a cvdiff in another place. */
static bool is_ours(const struct setting *setting, struct cvd_str value)
{
	struct cvd_str head = cvd_str_from(setting->head), tail = cvd_str_from(setting->tail);
	struct cvd_str program;

	if (value.len < head.len + tail.len || !cvd_str_starts_with(value, head) ||
	    !cvd_str_ends_with(value, tail))
		return false;
	program = cvd_str_sub(value, head.len, value.len - tail.len);
	if (setting->no_program)
		return !program.len;
	return cvd_str_equal(program, CVD_STR("cvdiff")) ||
	       (cvd_str_starts_with(program, CVD_STR("'/")) &&
		cvd_str_ends_with(program, CVD_STR("/cvdiff'")));
}

static bool all_ours(const struct setting *setting, const struct cvd_git_paths *values)
{
	for (size_t i = 0; i < values->len; i++)
		if (!is_ours(setting, values->items[i]))
			return false;
	return true;
}

static enum cvd_status already_set(const struct setting *setting,
				   const struct cvd_git_paths *values, struct cvd_error *error)
{
	cvd_fail(error, CVD_ERROR_AMBIGUOUS, "%s is set to something else: %.*s", setting->key,
		 CVD_STR_ARG(values->items[values->len - 1]));
	cvd_error_hint(error, "git config --unset-all %s, if it is not needed", setting->key);
	return CVD_ERROR_AMBIGUOUS;
}

static enum cvd_status put_setting(struct cvd_setup *setup, const struct setting *setting,
				   struct cvd_error *error)
{
	struct cvd_arena *arena = &setup->cli->arena;
	struct cvd_str wanted = value_of(setup, setting);
	struct cvd_git_paths here = {0}, all = {0};
	enum cvd_status status =
		cvd_git_setting_get(arena, scope_of(setup), setting->key, &here, error);

	if (!status && !setup->global)
		status = cvd_git_setting_get(arena, CVD_GIT_EFFECTIVE, setting->key, &all, error);
	if (status)
		return status;
	if (!all_ours(setting, &here))
		return already_set(setting, &here, error);
	if (!all_ours(setting, &all))
		return already_set(setting, &all, error);
	if ((here.len == 1 && cvd_str_equal(here.items[0], wanted)) ||
	    (!here.len && all.len && cvd_str_equal(all.items[all.len - 1], wanted)))
		return CVD_OK;
	cvd_setup_did(setup, "set", "set", "%s = %.*s", setting->key, CVD_STR_ARG(wanted));
	return setup->dry_run
		       ? CVD_OK
		       : cvd_git_setting_put(scope_of(setup), setting->key, wanted.ptr, error);
}

static enum cvd_status clear_setting(struct cvd_setup *setup, const struct setting *setting,
				     struct cvd_error *error)
{
	struct cvd_git_paths here = {0};
	enum cvd_status status = cvd_git_setting_get(&setup->cli->arena, scope_of(setup),
						     setting->key, &here, error);

	if (status || !here.len)
		return status;
	if (!all_ours(setting, &here)) {
		cvd_setup_note(setup, "left %s, which is not cvdiff's", setting->key);
		return CVD_OK;
	}
	cvd_setup_did(setup, "unset", "unset", "%s", setting->key);
	return setup->dry_run ? CVD_OK
			      : cvd_git_setting_put(scope_of(setup), setting->key, NULL, error);
}

static void run_settings(struct cvd_setup *setup)
{
	for (size_t i = 0; i < SETTING_COUNT; i++) {
		struct cvd_error error = {0};

		if (strcmp(settings[i].part, setup->part) != 0)
			continue;
		if (setup->undo ? clear_setting(setup, &settings[i], &error)
				: put_setting(setup, &settings[i], &error))
			failed(setup, &error);
	}
}

/* --- attributes --------------------------------------------------------------------------------- */

/* The user's own file of attributes. */
static enum cvd_status global_attributes(struct cvd_arena *arena, struct cvd_str *path,
					 struct cvd_error *error)
{
	const char *arguments[] = {"config", "--type=path", "--get", "core.attributesFile", NULL};
	const char *xdg = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
	int code;
	enum cvd_status status = cvd_git_command(arena, arguments, path, &code, error);

	if (status || (!code && path->len))
		return status;
	if (xdg && *xdg)
		*path = cvd_arena_format(arena, "%s/git/attributes", xdg);
	else if (home && *home)
		*path = cvd_arena_format(arena, "%s/.config/git/attributes", home);
	else
		return cvd_fail(error, CVD_ERROR_NOT_FOUND, "there is no HOME");
	return CVD_OK;
}

static enum cvd_status choose_patterns(struct cvd_setup *setup, const struct cvd_git_paths *own,
				       struct cvd_git_paths *patterns, struct cvd_error *error)
{
	struct cvd_cli *cli = setup->cli;
	struct cvd_git_paths paths = {0};
	struct cvd_git_side side;
	enum cvd_status status;

	if (setup->global) {
		cvd_name_patterns(&cli->arena, patterns);
		return CVD_OK;
	}
	status = cvd_cli_open_git(cli, error);
	if (!status)
		status = cvd_git_worktree(cli->git)
				 ? cvd_git_worktree_side(cli->git, &side, error)
				 : cvd_git_head(cli->git, &cli->arena, &side, error);
	if (!status)
		status = cvd_select_to_mark(cli, &side, own, &paths, error);
	for (size_t i = 0; i < paths.len; i++)
		CVD_PUSH(&cli->arena, patterns, cvd_attribute_pattern(&cli->arena, paths.items[i]));
	return status;
}

static bool same_patterns(const struct cvd_git_paths *a, const struct cvd_git_paths *b)
{
	if (a->len != b->len)
		return false;
	for (size_t i = 0; i < a->len; i++)
		if (!cvd_str_equal(a->items[i], b->items[i]))
			return false;
	return true;
}

static enum cvd_status mark(struct cvd_setup *setup, const struct cvd_attributes *attributes,
			    struct cvd_error *error)
{
	struct cvd_git_paths patterns = {0};
	enum cvd_status status = choose_patterns(setup, &attributes->patterns, &patterns, error);

	if (status || same_patterns(&attributes->patterns, &patterns))
		return status;
	cvd_setup_did(setup, "wrote", "write", "%s:", cvd_setup_shown(setup, attributes->path));
	if (setup->global)
		cvd_setup_note(setup, "  %zu patterns such as %.*s diff=cvdiff", patterns.len,
			       CVD_STR_ARG(patterns.items[0]));
	for (size_t i = 0; !setup->global && i < patterns.len; i++)
		cvd_setup_note(setup, "  %.*s diff=cvdiff", CVD_STR_ARG(patterns.items[i]));
	return setup->dry_run ? CVD_OK : cvd_attributes_write(attributes, &patterns, error);
}

/* Whether a part that stays has a use for the marks. */
static bool is_still_needed(struct cvd_setup *setup, const bool *chosen)
{
	for (size_t i = 0; i < SETTING_COUNT; i++) {
		struct cvd_git_paths values = {0};

		for (size_t p = 0; p < PART_COUNT; p++) {
			if (parts[p].kind != MARKING || chosen[p] ||
			    strcmp(parts[p].name, settings[i].part) != 0)
				continue;
			if (!cvd_git_setting_get(&setup->cli->arena, scope_of(setup),
						 settings[i].key, &values, NULL) &&
			    values.len && all_ours(&settings[i], &values))
				return true;
		}
	}
	return false;
}

static enum cvd_status run_attributes(struct cvd_setup *setup, const bool *chosen,
				      struct cvd_error *error)
{
	struct cvd_arena *arena = &setup->cli->arena;
	struct cvd_attributes attributes;
	struct cvd_str path;
	enum cvd_status status = setup->global
					 ? global_attributes(arena, &path, error)
					 : cvd_git_own_path(arena, "info/attributes", &path, error);

	if (!status)
		status = cvd_attributes_read(arena, path, &attributes, error);
	if (status || (setup->undo && (!attributes.marked || is_still_needed(setup, chosen))))
		return status;
	if (!setup->undo)
		return mark(setup, &attributes, error);
	cvd_setup_did(setup, "took", "take", "the lines of cvdiff out of %s",
		      cvd_setup_shown(setup, path));
	return setup->dry_run ? CVD_OK : cvd_attributes_clear(&attributes, error);
}

/* --- parts -------------------------------------------------------------------------------------- */

static bool is_hook(const struct part *part)
{
	return part->kind == HOOK || part->kind == HOOK_WITH_INPUT;
}

/* Without a name: what does no more than show things; to be undone, all that there is. */
static bool is_default(const struct cvd_setup *setup, const struct part *part)
{
	return !is_hook(part) || (setup->undo && !setup->global);
}

static enum cvd_status choose_parts(const struct cvd_setup *setup, bool *chosen,
				    struct cvd_error *error)
{
	const struct cvd_operands *operands = &setup->cli->options.operands;

	for (size_t p = 0; p < PART_COUNT; p++)
		chosen[p] = !operands->len && is_default(setup, &parts[p]);
	for (size_t i = 0; i < operands->len; i++) {
		bool found = false;

		for (size_t p = 0; p < PART_COUNT; p++) {
			bool named = cvd_str_equal(cvd_str_from(parts[p].name), operands->items[i]);

			chosen[p] |= named;
			found |= named;
		}
		if (found)
			continue;
		cvd_fail(error, CVD_ERROR_USAGE, "no part '%.*s' of the setup",
			 CVD_STR_ARG(operands->items[i]));
		cvd_error_hint(error, "diff, textconv, difftool, alias, pre-push or "
				      "prepare-commit-msg");
		return CVD_ERROR_USAGE;
	}
	return CVD_OK;
}

static void run_part(struct cvd_setup *setup, const struct part *part, const bool *chosen,
		     bool *marked)
{
	struct cvd_error error = {0};
	bool had_trouble = setup->cli->trouble;

	setup->part = part->name;
	setup->changed = false;
	setup->cli->trouble = false;
	if (is_hook(part)) {
		if (cvd_setup_hook(setup, part->name, part->kind == HOOK_WITH_INPUT, &error))
			failed(setup, &error);
	} else {
		run_settings(setup);
	}
	if (part->kind == MARKING && !*marked) {
		*marked = true;
		if (run_attributes(setup, chosen, &error))
			failed(setup, &error);
	}
	if (!setup->changed && !setup->cli->trouble)
		cvd_setup_note(setup, setup->undo ? "nothing to undo" : "is set up");
	setup->cli->trouble |= had_trouble;
}

void cvd_run_setup(struct cvd_cli *cli)
{
	struct cvd_setup setup = {
		.cli = cli,
		.undo = cli->options.undo,
		.dry_run = cli->options.dry_run,
		.global = cli->options.global,
		.program = find_program(&cli->arena),
	};
	struct cvd_str git_folder;
	struct cvd_error error = {0};
	bool chosen[PART_COUNT], marked = false;
	enum cvd_status status = choose_parts(&setup, chosen, &error);

	if (!status && !setup.global)
		status = cvd_git_own_path(&cli->arena, ".", &git_folder, &error);
	if (status == CVD_ERROR_NOT_FOUND)
		cvd_error_hint(&error,
			       "go to the folder of a repository, or: cvdiff setup --global");
	if (status) {
		cvd_message_error(&error);
		cli->trouble = true;
		return;
	}
	for (size_t p = 0; p < PART_COUNT; p++)
		if (chosen[p])
			run_part(&setup, &parts[p], chosen, &marked);
}
