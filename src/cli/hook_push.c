/*
 * pre-push (githooks(5)): a line for each reference that is pushed, of which each tells what the remote has
 * and what it will have. Where the remote has nothing under that name, or something that is not here, its
 * default branch stands in. What git or pre-commit hands over is data: it is looked up, compared and
 * shown, and becomes an argument only as a full id.
 */
#include "base/file.h"
#include "changelog.h"
#include "compare.h"
#include "git/remote.h"
#include "hook.h"
#include "message.h"
#include "select.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TOLD_MOST 20       /* references that are told of; the others are counted */
#define LOOKED_AT_MOST 500 /* references that are compared, but for a gate */
#define NOTE_WIDTH 72      /* columns of a note */
#define SHORT_ID 7
#define NOTES_OPTION "--ref=refs/notes/cvdiff"
#define CHANGELOG CVD_STR("RESUME-CHANGELOG.md")

enum mode { PRINT, WRITE, NOTE, GATE };

static const struct cvd_str modes[] = {
	[PRINT] = CVD_STR("print"),
	[WRITE] = CVD_STR("write"),
	[NOTE] = CVD_STR("note"),
	[GATE] = CVD_STR("gate"),
};

static const struct cvd_str weights[] = {
	[CVD_FAIL_ON_FACT] = CVD_STR("fact"),
	[CVD_FAIL_ON_CONTENT] = CVD_STR("content"),
	[CVD_FAIL_ON_STYLE] = CVD_STR("style"),
};

/* References that are left alone: names of versions, and what cvdiff itself attached. */
static const struct cvd_str not_told[] = {CVD_STR("refs/tags/"), CVD_STR("refs/notes/")};

/* One reference that is pushed. */
struct update {
	struct cvd_str local_ref, local, remote_ref, remote; /* empty `remote`: it has no such one */
	struct cvd_str from; /* what `remote` is called; empty: by its reference */
};

/* A comparison that was made. */
struct told {
	struct cvd_str old, new; /* commits */
};

struct note {
	struct cvd_str commit, text;
};

struct cvd_push {
	struct cvd_str remote; /* its name, or the URL where it has none */
	bool named;
	enum mode mode;
	CVD_ARRAY(struct update) updates;
	CVD_ARRAY(struct told) told;
	CVD_ARRAY(struct note) notes;
	size_t shown;      /* references of which there was something to tell */
	bool head_changes; /* what is checked out is pushed, and changes a résumé */
};

/* --- what is pushed ----------------------------------------------------------------------------- */

static bool is_zero(struct cvd_str id)
{
	for (size_t i = 0; i < id.len; i++)
		if (id.ptr[i] != '0')
			return false;
	return true;
}

static bool is_id(struct cvd_str id)
{
	for (size_t i = 0; i < id.len; i++)
		if (!(id.ptr[i] >= '0' && id.ptr[i] <= '9') &&
		    !(id.ptr[i] >= 'a' && id.ptr[i] <= 'f'))
			return false;
	return id.len == 40 || id.len == 64;
}

/* Takes the last word off the line. */
static struct cvd_str take_word(struct cvd_str *line)
{
	size_t at = line->len;
	struct cvd_str word;

	while (at && line->ptr[at - 1] != ' ')
		at--;
	word = cvd_str_sub(*line, at, line->len);
	*line = cvd_str_sub(*line, 0, at ? at - 1 : 0);
	return word;
}

static void add_update(struct cvd_hook *hook, const struct update *update)
{
	for (size_t i = 0; i < sizeof not_told / sizeof *not_told; i++)
		if (cvd_str_starts_with(update->remote_ref, not_told[i]))
			return;
	if (!is_zero(update->local))
		CVD_PUSH(&hook->cli->arena, &hook->push->updates, *update);
}

/* The name of what is pushed may be any revision, with spaces in it: words are taken from the end. */
static void read_line(struct cvd_hook *hook, struct cvd_str line)
{
	struct update update = {0};

	update.remote = take_word(&line);
	update.remote_ref = take_word(&line);
	update.local = take_word(&line);
	update.local_ref = line;
	if (!is_id(update.remote) || !is_id(update.local))
		return;
	if (is_zero(update.remote))
		update.remote.len = 0;
	add_update(hook, &update);
}

static struct cvd_str variable(const char *name)
{
	return cvd_str_from(getenv(name));
}

/* The pre-commit framework hands over one reference, in variables, and no input. It names no id where the
 * whole branch is new to the remote. */
static void read_variables(struct cvd_hook *hook)
{
	struct update update = {
		.local_ref = variable("PRE_COMMIT_LOCAL_BRANCH"),
		.local = variable("PRE_COMMIT_TO_REF"),
		.remote_ref = variable("PRE_COMMIT_REMOTE_BRANCH"),
		.remote = variable("PRE_COMMIT_FROM_REF"),
	};

	hook->push->remote = variable("PRE_COMMIT_REMOTE_NAME");
	if (!update.local.len)
		update.local = update.local_ref;
	if (!update.local_ref.len)
		update.local_ref = update.local;
	update.from = is_id(update.remote) ? cvd_str_sub(update.remote, 0, SHORT_ID) : update.remote;
	if (update.local.len)
		add_update(hook, &update);
}

static void read_input(struct cvd_hook *hook)
{
	struct cvd_str input;
	struct cvd_error error;

	if (hook->count)
		hook->push->remote = hook->arguments[0];
	hook->push->named =
		hook->count < 2 || !cvd_str_equal(hook->arguments[0], hook->arguments[1]);
	if (cvd_file_read_fd(&hook->cli->arena, STDIN_FILENO, "standard input", &input, &error)) {
		cvd_hook_fail(hook, &error);
		return;
	}
	for (size_t at = 0; at < input.len;) {
		struct cvd_str line = cvd_str_sub(input, at, cvd_str_find_char(input, '\n', at));

		read_line(hook, line);
		at += line.len + 1;
	}
}

/* --- what is asked for -------------------------------------------------------------------------- */

/* The value's place in the words; `otherwise` where it is unset, -1 where it is none of them. */
static int read_setting(struct cvd_hook *hook, const char *key, const struct cvd_str *words,
			size_t count, int otherwise)
{
	struct cvd_str value = cvd_hook_setting(hook, key);

	if (!value.ptr)
		return otherwise;
	for (size_t i = 0; i < count; i++)
		if (words[i].len && cvd_str_equal(words[i], value))
			return (int)i;
	return -1;
}

static void refuse_setting(struct cvd_hook *hook, const char *key, const char *name,
			   const char *words)
{
	struct cvd_error error;

	cvd_fail(&error, CVD_ERROR_USAGE, "%s cannot be '%.*s'", name,
		 CVD_STR_ARG(cvd_hook_setting(hook, key)));
	cvd_error_hint(&error, "git config %s %s", name, words);
	cvd_hook_fail(hook, &error);
}

static void read_settings(struct cvd_hook *hook)
{
	int mode = read_setting(hook, "cvdiff.prepush", modes, sizeof modes / sizeof *modes, PRINT);
	int weight = CVD_FAIL_ON_NOTHING;

	if (mode < 0)
		refuse_setting(hook, "cvdiff.prepush", "cvdiff.prePush", "print|write|note|gate");
	hook->push->mode = mode < 0 ? PRINT : (enum mode)mode;
	hook->gates = hook->push->mode == GATE;
	if (hook->gates)
		weight = read_setting(hook, "cvdiff.failon", weights,
				      sizeof weights / sizeof *weights, CVD_FAIL_ON_FACT);
	if (weight < 0)
		refuse_setting(hook, "cvdiff.failon", "cvdiff.failOn", "fact|content|style");
	hook->cli->options.fail_on = weight;
}

bool cvd_hook_begin_push(struct cvd_hook *hook)
{
	hook->push = CVD_NEW(&hook->cli->arena, struct cvd_push);
	hook->push->named = true;
	if (!hook->count && getenv("PRE_COMMIT"))
		read_variables(hook);
	else
		read_input(hook);
	if (!hook->push->updates.len)
		return false;
	read_settings(hook);
	return true;
}

/* --- one reference ------------------------------------------------------------------------------ */

static struct cvd_str short_ref(struct cvd_str ref)
{
	static const struct cvd_str heads = CVD_STR("refs/heads/");

	return cvd_str_starts_with(ref, heads) ? cvd_str_sub(ref, heads.len, ref.len) : ref;
}

/* `origin/main`. A URL is not shown: it may hold a password. */
static struct cvd_str there(const struct cvd_hook *hook, const struct update *update)
{
	const struct cvd_push *push = hook->push;
	struct cvd_str ref = short_ref(update->remote_ref);

	if (update->from.len)
		return update->from;
	if (!push->named)
		return cvd_arena_format(&hook->cli->arena, "remote %.*s", CVD_STR_ARG(ref));
	return cvd_arena_format(&hook->cli->arena, "%.*s/%.*s", CVD_STR_ARG(push->remote),
				CVD_STR_ARG(ref));
}

static enum cvd_status find_commit(struct cvd_cli *cli, struct cvd_str id,
				   struct cvd_git_side *side, struct cvd_error *error)
{
	struct cvd_git_side sides[2];
	size_t count;
	enum cvd_status status = cvd_git_resolve(
		cli->git, &cli->arena, cvd_arena_copy(&cli->arena, id), sides, &count, error);

	if (!status)
		*side = sides[0];
	return status;
}

/* What to compare with; the new side's label says what is special about that. */
static enum cvd_status find_old(struct cvd_hook *hook, const struct update *update,
				struct cvd_comparison *comparison, struct cvd_error *error)
{
	struct cvd_cli *cli = hook->cli;
	struct cvd_git_side *old = &comparison->old, *new = &comparison->new;
	const char *remark = "new";
	enum cvd_status status = CVD_OK;

	if (update->remote.len && !find_commit(cli, update->remote, old, NULL) && old->commit.ptr) {
		old->label = there(hook, update);
		remark = cvd_git_is_ancestor(cli->git, old, new) ? "" : "rewritten";
	} else {
		status = cvd_git_shared(cli->git, &cli->arena, hook->push->remote, new, old, error);
		if (update->remote.len)
			remark = "what is there now is not here";
	}
	new->label =
		cvd_arena_format(&cli->arena, "%.*s%s%s", CVD_STR_ARG(short_ref(update->local_ref)),
				 *remark ? ", " : "", remark);
	return status;
}

static bool was_told(struct cvd_hook *hook, const struct cvd_comparison *comparison)
{
	struct told this = {comparison->old.commit, comparison->new.commit};

	for (size_t i = 0; i < hook->push->told.len; i++)
		if (cvd_str_equal(hook->push->told.items[i].old, this.old) &&
		    cvd_str_equal(hook->push->told.items[i].new, this.new))
			return true;
	CVD_PUSH(&hook->cli->arena, &hook->push->told, this);
	return false;
}

static bool is_same(const struct cvd_pair *pair)
{
	const struct cvd_git_file *old = &pair->old.entry, *new = &pair->new.entry;

	return old->kind == new->kind &&
	       old->mode == new->mode &&cvd_str_equal(old->path, new->path) &&
	       !memcmp(&old->id, &new->id, sizeof old->id);
}

static void drop_same(struct cvd_pairs *pairs)
{
	size_t kept = 0;

	for (size_t i = 0; i < pairs->len; i++)
		if (!is_same(&pairs->items[i]))
			pairs->items[kept++] = pairs->items[i];
	pairs->len = kept;
}

/* Of what the remote has nothing of, all is new: only how much it is. */
static void tell_first(struct cvd_hook *hook, const struct cvd_comparison *comparison)
{
	struct cvd_buf *out = &hook->cli->out;
	struct cvd_buf line = {0};

	cvd_buf_printf(&line, "%.*s, all of it:", CVD_STR_ARG(comparison->new.label));
	if (out->len)
		cvd_buf_put(out, '\n');
	cvd_text_visible(out, cvd_buf_str(&line));
	cvd_buf_put(out, '\n');
	cvd_buf_free(&line);
}

static void tell_pairs(struct cvd_hook *hook, const struct cvd_comparison *comparison,
		       const struct cvd_pairs *pairs)
{
	struct cvd_cli *cli = hook->cli;
	bool first = comparison->old.place == CVD_GIT_EMPTY;

	hook->push->shown += pairs->len > 0;
	if (first && pairs->len && !cli->options.quiet)
		tell_first(hook, comparison);
	cli->options.stat = first;
	for (size_t i = 0; i < pairs->len; i++) {
		struct cvd_error error = {0};

		if (cvd_compare_pair(cli, &pairs->items[i], first || pairs->len > 1, &error))
			cvd_hook_fail(hook, &error);
	}
}

/* A commit that several references lead to has one note. */
static void take_note(struct cvd_hook *hook, struct cvd_str commit)
{
	struct cvd_arena *arena = &hook->cli->arena;
	struct cvd_buf *out = &hook->cli->out;
	struct cvd_str text = cvd_arena_copy(arena, cvd_buf_str(out));

	out->len = 0;
	if (!text.len)
		return;
	for (size_t i = 0; i < hook->push->notes.len; i++) {
		struct note *note = &hook->push->notes.items[i];

		if (!cvd_str_equal(note->commit, commit))
			continue;
		note->text = cvd_arena_format(arena, "%.*s\n%.*s", CVD_STR_ARG(note->text),
					      CVD_STR_ARG(text));
		return;
	}
	CVD_PUSH(arena, &hook->push->notes, (struct note){commit, text});
}

static bool is_head(struct cvd_cli *cli, const struct cvd_git_side *side)
{
	struct cvd_git_side head;

	return !cvd_git_head(cli->git, &cli->arena, &head, NULL) &&
	       cvd_str_equal(head.commit, side->commit);
}

static void tell_update(struct cvd_hook *hook, const struct update *update)
{
	struct cvd_comparison comparison = {.sure = true};
	struct cvd_pairs pairs = {0};
	struct cvd_error error = {0};
	enum cvd_status status = find_commit(hook->cli, update->local, &comparison.new, &error);

	if (!status && !comparison.new.commit.ptr)
		return; /* a file or a folder */
	if (!status)
		status = find_old(hook, update, &comparison, &error);
	if (!status && was_told(hook, &comparison))
		return;
	if (!status)
		status = cvd_select_changed(hook->cli, &comparison, &pairs, &error);
	if (status) {
		cvd_hook_fail(hook, &error);
		return;
	}
	drop_same(&pairs);
	hook->push->head_changes |= pairs.len && is_head(hook->cli, &comparison.new);
	tell_pairs(hook, &comparison, &pairs);
	if (hook->push->mode == NOTE)
		take_note(hook, comparison.new.commit);
}

/* --- the hook ----------------------------------------------------------------------------------- */

static void attach(struct cvd_hook *hook, const struct note *note)
{
	const char *arguments[] = {"notes", NOTES_OPTION,     "add", "-f", "-F",
				   "-",     note->commit.ptr, NULL};
	struct cvd_error error;
	struct cvd_str out;
	int code = 0;
	enum cvd_status status =
		cvd_git_command_fed(&hook->cli->arena, arguments, note->text, &out, &code, &error);

	if (!status && code) {
		status = cvd_fail(&error, CVD_ERROR_GIT, "git cannot attach a note to %.*s",
				  SHORT_ID, note->commit.ptr);
		cvd_error_hint(&error, "git notes --ref=cvdiff add %.*s says why", SHORT_ID,
			       note->commit.ptr);
	}
	if (status)
		cvd_hook_fail(hook, &error);
	else
		cvd_buf_printf(&hook->cli->out, "cvdiff: git notes --ref=cvdiff show %.*s\n",
			       SHORT_ID, note->commit.ptr);
}

/* The file belongs to what is checked out. Written once, it stays as it is, and stops no second push. */
static void write_changelog(struct cvd_hook *hook)
{
	struct cvd_cli *cli = hook->cli;
	struct cvd_str name = cvd_hook_setting(hook, "cvdiff.changelogfile"), path;
	const char *top = cvd_git_worktree(cli->git);
	struct cvd_error error;
	bool changed;

	if (!top)
		return;
	if (!name.len)
		name = CHANGELOG;
	path = cvd_arena_format(&cli->arena, "%s%.*s", name.ptr[0] == '/' ? "" : top,
				CVD_STR_ARG(name));
	cli->options.operands = (struct cvd_operands){0};
	if (cvd_changelog_update(cli, path, &changed, &error)) {
		cvd_hook_fail(hook, &error);
		return;
	}
	if (!changed)
		return;
	cli->stops = true;
	cvd_fail(&error, CVD_ERROR_GIT,
		 "stopped: '%.*s' tells now what is pushed, and can be committed",
		 CVD_STR_ARG(name));
	cvd_error_hint(&error,
		       "git add, git commit and git push; or git push alone, to leave it for later");
	cvd_message_error(&error);
}

static void gate(struct cvd_hook *hook)
{
	int fail_on = hook->cli->options.fail_on;
	struct cvd_error error;

	for (int severity = 0; severity < fail_on; severity++)
		hook->cli->stops |= hook->cli->found[severity];
	if (!hook->cli->stops)
		return;
	cvd_hook_flush(hook);
	cvd_fail(&error, CVD_ERROR_GIT,
		 "stopped: what is pushed changes the résumé (cvdiff.failOn = %s)",
		 weights[fail_on].ptr);
	cvd_error_hint(&error, "git push --no-verify pushes it all the same");
	cvd_message_error(&error);
}

static void tell_updates(struct cvd_hook *hook)
{
	struct cvd_cli *cli = hook->cli;
	struct cvd_push *push = hook->push;
	size_t i = 0;

	for (; i < push->updates.len; i++) {
		bool enough = push->shown >= TOLD_MOST;

		if (!hook->gates && (enough || push->told.len >= LOOKED_AT_MOST))
			break;
		cli->options.quiet = enough || push->mode == WRITE;
		tell_update(hook, &push->updates.items[i]);
	}
	cli->options.quiet = false;
	if (push->shown && i < push->updates.len && push->mode != WRITE)
		cvd_buf_printf(&cli->out, "\n… and %zu more references.\n", push->updates.len - i);
}

void cvd_hook_run_push(struct cvd_hook *hook)
{
	struct cvd_cli *cli = hook->cli;
	struct cvd_push *push = hook->push;
	struct cvd_error error;

	if (cvd_cli_open_git(cli, &error)) {
		cvd_hook_fail(hook, &error);
		return;
	}
	if (push->mode == NOTE) {
		cli->options.color = CVD_WHEN_NEVER;
		cli->options.width = NOTE_WIDTH;
	}
	tell_updates(hook);
	for (size_t i = 0; i < push->notes.len; i++)
		attach(hook, &push->notes.items[i]);
	if (push->mode == WRITE && push->head_changes)
		write_changelog(hook);
	if (push->mode == GATE)
		gate(hook);
	/* Only what was told counts for git; a gate counts above. */
	cli->options.fail_on = CVD_FAIL_ON_NOTHING;
}
