/*
 * `cvdiff blame`: which version is asked about, and what it comes from. Without a revision that is the working
 * tree's, where it differs from the last commit; in a merge that is not committed, both sides' commits are its
 * parents. Revisions and paths are told apart as for a comparison.
 */
#include "blame.h"

#include "git/date.h"
#include "message.h"
#include "operands.h"
#include "select.h"

#include <string.h>

#define ID_LENGTH 7

struct asked {
	struct cvd_str revision, path; /* as written; NULL ptr: not given */
};

/* --- operands ----------------------------------------------------------------------------------- */

static enum cvd_status take_operand(struct cvd_cli *cli, size_t at, struct asked *asked,
				    struct cvd_error *error)
{
	const struct cvd_operands *operands = &cli->options.operands;
	struct cvd_str operand = operands->items[at];
	struct cvd_git_side sides[2];
	struct cvd_error why = {0};
	size_t count;

	if (at < operands->before_dashes && !asked->revision.ptr && !asked->path.ptr) {
		bool exists = !operands->dashes && cvd_operands_exists(operand);
		bool revision =
			!cvd_git_resolve(cli->git, &cli->arena, operand, sides, &count, &why);

		if (revision && exists)
			return cvd_operands_ambiguous(operand, error);
		if (revision &&
		    (count != 1 || sides[0].place == CVD_GIT_BLOB || !sides[0].commit.ptr))
			return cvd_fail(error, CVD_ERROR_USAGE, "'%.*s' is not one commit",
					CVD_STR_ARG(operand));
		if (revision) {
			asked->revision = operand;
			return CVD_OK;
		}
		if (!exists)
			return cvd_operands_unknown(operand, &why, error);
	}
	if (asked->path.ptr || (operands->dashes && at < operands->before_dashes)) {
		cvd_fail(error, CVD_ERROR_USAGE, "too many operands");
		cvd_error_hint(error, "cvdiff blame [REV] [--] [PATH]");
		return CVD_ERROR_USAGE;
	}
	asked->path = operand;
	return CVD_OK;
}

/* --- the version -------------------------------------------------------------------------------- */

static enum cvd_status find_version(struct cvd_cli *cli, const struct cvd_git_side *side,
				    struct cvd_str path, struct cvd_source *source,
				    struct cvd_error *error)
{
	struct cvd_git_file file;
	struct cvd_str full;
	enum cvd_status status;

	if (!path.ptr)
		return cvd_select_one(cli, side, source, error);
	status = cvd_operands_path(cli, path, &full, error);
	if (!status)
		status = cvd_git_find(cli->git, &cli->arena, side, full, &file, error);
	if (status)
		return status;
	if (file.kind == CVD_GIT_ABSENT)
		return cvd_fail(error, CVD_ERROR_NOT_FOUND, "'%.*s' is not in '%.*s'",
				CVD_STR_ARG(full), CVD_STR_ARG(side->label));
	*source = cvd_source_git(side, &file);
	return CVD_OK;
}

/* The file's own version at a commit, perhaps under another name. */
static enum cvd_status find_parent(struct cvd_cli *cli, const struct cvd_source *version,
				   const struct cvd_git_side *side, struct cvd_source *parent,
				   bool *changed, struct cvd_error *error)
{
	struct cvd_pathspec one = {.pattern = version->entry.path};
	struct cvd_pathspecs paths = {&one, 1, 1};
	struct cvd_git_changes changes = {0};
	struct cvd_git_file file;
	enum cvd_status status = cvd_git_changed(cli->git, &cli->arena, side, &version->side,
						 &paths, NULL, NULL, &changes, error);

	if (!status)
		status = cvd_git_find(cli->git, &cli->arena, side, version->entry.path, &file,
				      error);
	if (status)
		return status;
	*changed = false;
	for (size_t i = 0; i < changes.len; i++) {
		if (!cvd_str_equal(changes.items[i].new.path, version->entry.path))
			continue;
		*changed = true;
		file = changes.items[i].old;
	}
	*parent = cvd_source_git(side, &file);
	return CVD_OK;
}

static bool is_merging(struct cvd_cli *cli, struct cvd_git_side *other)
{
	struct cvd_git_side sides[2];
	size_t count;
	bool merging =
		!cvd_git_resolve(cli->git, &cli->arena, CVD_STR("MERGE_HEAD"), sides, &count, NULL);

	if (merging)
		*other = sides[0];
	return merging;
}

/* The working tree's version, or the last commit's where that is the same. */
static enum cvd_status find_current(struct cvd_cli *cli, const struct cvd_git_side *head,
				    struct cvd_str path, struct cvd_trace_start *start,
				    struct cvd_error *error)
{
	struct cvd_git_side worktree, other;
	bool changed;
	enum cvd_status status = cvd_git_worktree_side(cli->git, &worktree, error);

	if (!status)
		status = find_version(cli, &worktree, path, &start->version, error);
	if (!status)
		status = find_parent(cli, &start->version, head, &start->parents[0], &changed,
				     error);
	if (status)
		return status;
	if (!changed) {
		start->version = start->parents[0];
		return CVD_OK;
	}
	start->parent_count = 1;
	if (is_merging(cli, &other)) {
		status = find_parent(cli, &start->version, &other, &start->parents[1], &changed,
				     error);
		start->parent_count = 2;
	}
	return status;
}

static enum cvd_status find_start(struct cvd_cli *cli, struct cvd_trace_start *start,
				  struct cvd_error *error)
{
	const struct cvd_operands *operands = &cli->options.operands;
	struct asked asked = {0};
	struct cvd_git_side side, sides[2];
	size_t count;
	enum cvd_status status = cvd_cli_open_git(cli, error);

	for (size_t i = 0; !status && i < operands->len; i++)
		status = take_operand(cli, i, &asked, error);
	if (status)
		return status;
	if (asked.revision.ptr) {
		status = cvd_git_resolve(cli->git, &cli->arena, asked.revision, sides, &count,
					 error);
		return status ? status
			      : find_version(cli, &sides[0], asked.path, &start->version, error);
	}
	status = cvd_git_head(cli->git, &cli->arena, &side, error);
	if (!status && side.place == CVD_GIT_EMPTY)
		status = cvd_fail(error, CVD_ERROR_NOT_FOUND, "there is no commit yet");
	if (status)
		return status;
	return cvd_git_worktree(cli->git)
		       ? find_current(cli, &side, asked.path, start, error)
		       : find_version(cli, &side, asked.path, &start->version, error);
}

/* --- options ------------------------------------------------------------------------------------ */

/* `2y`, `18m`, `6w`, `90d`, or a date. */
static enum cvd_status read_age(struct cvd_cli *cli, struct cvd_str text, int64_t *before,
				struct cvd_error *error)
{
	static const struct {
		char letter;
		const char *unit;
	} units[] = {{'y', "years"}, {'m', "months"}, {'w', "weeks"}, {'d', "days"}};
	size_t digits = 0;

	while (digits < text.len && text.ptr[digits] >= '0' && text.ptr[digits] <= '9')
		digits++;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (digits && text.len == digits + 1 && text.ptr[digits] == units[i].letter)
			text = cvd_arena_format(&cli->arena, "%.*s %s ago", (int)digits, text.ptr,
						units[i].unit);
	return cvd_git_date(text, before, error);
}

void cvd_run_blame(struct cvd_cli *cli)
{
	struct cvd_str older_than = cli->options.older_than;
	struct cvd_trace_start start = {0};
	struct cvd_trace trace = {0};
	struct cvd_blame blame = {.trace = &trace, .stale = older_than.ptr != NULL};
	struct cvd_error error = {0};
	enum cvd_status status = find_start(cli, &start, &error);

	if (!status && blame.stale)
		status = read_age(cli, older_than, &blame.before, &error);
	if (!status) {
		status = cvd_trace_run(cli, &start, &trace, &error);
		blame.path = start.version.entry.path;
		blame.label = start.version.side.label;
		blame.commit = start.version.side.commit;
		if (!status && cli->options.format == CVD_OUTPUT_JSON)
			cvd_blame_json(&cli->out, &blame);
		else if (!status)
			cvd_blame_text(cli, &blame);
		if (trace.shallow.ptr)
			cvd_message_warning("the clone is shallow: what was before %.*s is not in "
					    "it (git fetch --unshallow)",
					    ID_LENGTH, trace.shallow.ptr);
		cvd_trace_free(&trace);
	}
	if (status) {
		cvd_message_error(&error);
		cli->trouble = true;
	}
}
