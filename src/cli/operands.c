/*
 * Operands are taken from the left. Without `--`, each is a revision as long as it can be one, and must
 * then be no file; the first that cannot be one and all after it must be paths (setup.c of git,
 * verify_filename and verify_non_filename). With `--`, all before it are revisions.
 */
#include "operands.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* What the operands gave so far. */
struct reading {
	struct cvd_cli *cli;
	struct cvd_git_side sides[2]; /* whole revisions */
	size_t side_count;
	struct cvd_source sources[2]; /* single files: blobs, standard input */
	size_t source_count;
	struct cvd_pathspecs paths;
	struct cvd_str first_path; /* as written */
};

static bool is_dash(struct cvd_str operand)
{
	return cvd_str_equal(operand, CVD_STR("-"));
}

bool cvd_operands_exists(struct cvd_str operand)
{
	struct stat st;

	return !lstat(operand.ptr, &st);
}

enum cvd_status cvd_operands_ambiguous(struct cvd_str operand, struct cvd_error *error)
{
	cvd_fail(error, CVD_ERROR_AMBIGUOUS,
		 "ambiguous argument '%.*s': both a revision and a file", CVD_STR_ARG(operand));
	cvd_error_hint(error,
		       "use '--' to separate revisions from paths: cvdiff [REV...] -- [PATH...]");
	return CVD_ERROR_AMBIGUOUS;
}

enum cvd_status cvd_operands_path(struct cvd_cli *cli, struct cvd_str operand, struct cvd_str *path,
				  struct cvd_error *error)
{
	struct cvd_pathspecs one = {0};
	struct cvd_str literal =
		cvd_arena_format(&cli->arena, ":(literal)%.*s", CVD_STR_ARG(operand));
	enum cvd_status status = cvd_pathspec_add(&cli->arena, &one, cvd_git_prefix(cli->git),
						  cvd_git_worktree(cli->git), literal, error);

	if (!status)
		*path = one.items[0].pattern;
	return status;
}

/* --- two files --------------------------------------------------------------------------------- */

static void set_files(struct cvd_cli *cli, struct cvd_comparison *comparison)
{
	const struct cvd_str *items = cli->options.operands.items;

	comparison->direct = true;
	comparison->pair.old = cvd_source_file(items[0].ptr);
	comparison->pair.new = cvd_source_file(items[1].ptr);
}

static enum cvd_status need_two(const struct cvd_operands *operands, struct cvd_error *error)
{
	if (operands->len == 2 && is_dash(operands->items[0]) && is_dash(operands->items[1]))
		return cvd_fail(error, CVD_ERROR_USAGE, "only one side can be standard input");
	if (operands->len == 2)
		return CVD_OK;
	cvd_fail(error, CVD_ERROR_USAGE, "--no-index compares two files, not %zu", operands->len);
	cvd_error_hint(error, "cvdiff --no-index OLD.md NEW.md");
	return CVD_ERROR_USAGE;
}

static bool is_beneath(struct cvd_str path, struct cvd_str top)
{
	char *real = realpath(path.ptr, NULL);
	struct cvd_str found = cvd_str_from(real);
	bool beneath = found.len > top.len && cvd_str_starts_with(found, top) &&
		       (!top.len || found.ptr[top.len] == '/');

	free(real);
	return beneath;
}

/* Whether the file is in git's index, and so can be meant as a path. */
static bool is_tracked(struct cvd_cli *cli, struct cvd_str operand)
{
	struct cvd_git_side worktree;
	struct cvd_git_file file;
	struct cvd_str path;

	return !cvd_git_worktree_side(cli->git, &worktree, NULL) &&
	       !cvd_operands_path(cli, operand, &path, NULL) &&
	       !cvd_git_find(cli->git, &cli->arena, &worktree, path, &file, NULL) &&
	       file.kind != CVD_GIT_ABSENT;
}

static bool is_revision(struct cvd_cli *cli, struct cvd_str operand)
{
	struct cvd_git_side sides[2];
	size_t count;

	return !cvd_git_resolve(cli->git, &cli->arena, operand, sides, &count, NULL);
}

/* Decides whether the two operands are files to compare, by the rule in the header. */
static enum cvd_status decide_files(struct cvd_cli *cli, bool *files, struct cvd_error *error)
{
	const struct cvd_operands *operands = &cli->options.operands;
	const struct cvd_str *items = operands->items;
	struct cvd_str top;
	enum cvd_status status;

	*files = false;
	if (operands->dashes || operands->len != 2 || cli->options.staged)
		return CVD_OK;
	if (!cvd_git_nearby(&cli->arena, &top)) {
		for (int i = 0; i < 2; i++)
			*files |= is_dash(items[i]) || cvd_operands_exists(items[i]);
		return CVD_OK;
	}
	for (int i = 0; i < 2; i++)
		if (!is_dash(items[i]) && !cvd_operands_exists(items[i]))
			return CVD_OK;
	*files = is_dash(items[0]) || is_dash(items[1]) ||
		 (top.len && (!is_beneath(items[0], top) || !is_beneath(items[1], top)));
	if (*files)
		return CVD_OK;
	status = cvd_cli_open_git(cli, error);
	if (status == CVD_ERROR_NOT_FOUND) {
		*files = true;
		return CVD_OK;
	}
	if (!status)
		*files = !is_revision(cli, items[0]) && !is_revision(cli, items[1]) &&
			 !(is_tracked(cli, items[0]) && is_tracked(cli, items[1]));
	return status;
}

/* --- revisions and paths ------------------------------------------------------------------------ */

static enum cvd_status add_revision(struct reading *reading, const struct cvd_git_side *sides,
				    size_t count, struct cvd_str operand, struct cvd_error *error)
{
	for (size_t i = 0; i < count; i++) {
		bool blob = sides[i].place == CVD_GIT_BLOB;

		if (reading->side_count + reading->source_count == 2)
			return cvd_fail(error, CVD_ERROR_USAGE,
					"'%.*s' is one revision too many: two can be compared",
					CVD_STR_ARG(operand));
		if (blob)
			reading->sources[reading->source_count++] = cvd_source_blob(&sides[i]);
		else
			reading->sides[reading->side_count++] = sides[i];
	}
	return CVD_OK;
}

static enum cvd_status add_path(struct reading *reading, struct cvd_str operand,
				struct cvd_error *error)
{
	struct cvd_git *git = reading->cli->git;

	if (!reading->paths.len)
		reading->first_path = operand;
	return cvd_pathspec_add(&reading->cli->arena, &reading->paths, cvd_git_prefix(git),
				cvd_git_worktree(git), operand, error);
}

bool cvd_operands_looks_like_path(struct cvd_str operand)
{
	bool magic = operand.len > 1 && operand.ptr[0] == ':' && strchr("(/!^", operand.ptr[1]);

	return magic || strpbrk(operand.ptr, "*?[") || cvd_operands_exists(operand);
}

enum cvd_status cvd_operands_unknown(struct cvd_str operand, const struct cvd_error *why,
				     struct cvd_error *error)
{
	size_t dots = cvd_str_find(operand, CVD_STR(".."), 0);
	bool range = dots != SIZE_MAX && operand.ptr[dots + 2] != '/';

	*error = *why;
	if (why->hint[0] || range || cvd_str_find_char(operand, ':', 0) != SIZE_MAX)
		return why->status;
	cvd_fail(error, CVD_ERROR_NOT_FOUND, "unknown revision or path '%.*s'",
		 CVD_STR_ARG(operand));
	cvd_error_hint(error,
		       "for a file that is not in the working tree: cvdiff [REV...] -- '%.*s'",
		       CVD_STR_ARG(operand));
	return CVD_ERROR_NOT_FOUND;
}

/* One operand before `--`, or where there is none; `*paths` says that paths have begun. */
static enum cvd_status read_operand(struct reading *reading, struct cvd_str operand, bool dashes,
				    bool *paths, struct cvd_error *error)
{
	struct cvd_git_side sides[2];
	struct cvd_error why = {0};
	enum cvd_status status;
	size_t count;

	if (is_dash(operand)) {
		if (reading->side_count + reading->source_count == 2)
			return cvd_fail(error, CVD_ERROR_USAGE, "'-' is one side too many");
		reading->sources[reading->source_count++] = cvd_source_file("-");
		return CVD_OK;
	}
	if (!*paths) {
		status = cvd_git_resolve(reading->cli->git, &reading->cli->arena, operand, sides,
					 &count, &why);
		if (!status && !dashes && cvd_operands_exists(operand))
			return cvd_operands_ambiguous(operand, error);
		if (!status)
			return add_revision(reading, sides, count, operand, error);
		if (status != CVD_ERROR_NOT_FOUND || dashes) {
			*error = why;
			return status;
		}
	}
	if (!cvd_operands_looks_like_path(operand)) {
		if (!why.status)
			cvd_fail(&why, CVD_ERROR_NOT_FOUND, "no such path");
		return cvd_operands_unknown(operand, &why, error);
	}
	*paths = true;
	return add_path(reading, operand, error);
}

static enum cvd_status mixed(struct cvd_error *error)
{
	cvd_fail(error, CVD_ERROR_USAGE, "one file cannot be compared with a whole revision");
	cvd_error_hint(error, "name a file on both sides, such as: cvdiff HEAD~1:cv.md HEAD:cv.md");
	return CVD_ERROR_USAGE;
}

/* The second file where one was given as `REV:PATH` or `-`: the path given beside it, else the same
 * path in the working tree. */
static enum cvd_status find_second(struct reading *reading, struct cvd_source *second,
				   struct cvd_error *error)
{
	const struct cvd_source *first = &reading->sources[0];
	struct cvd_cli *cli = reading->cli;
	struct cvd_git_side worktree;
	struct cvd_git_file entry;
	struct cvd_str path;
	enum cvd_status status;

	if (reading->paths.len > 1 || (!reading->paths.len && !first->side.path.len))
		return mixed(error);
	path = reading->paths.len ? reading->paths.items[0].pattern : first->side.path;
	status = cvd_git_worktree_side(cli->git, &worktree, error);
	if (!status)
		status = cvd_git_find(cli->git, &cli->arena, &worktree, path, &entry, error);
	if (status)
		return status;
	if (entry.kind == CVD_GIT_ABSENT && reading->paths.len)
		*second = cvd_source_file(reading->first_path.ptr);
	else if (entry.kind == CVD_GIT_ABSENT)
		return cvd_fail(error, CVD_ERROR_NOT_FOUND, "'%.*s' is not in the working tree",
				CVD_STR_ARG(path));
	else
		*second = cvd_source_git(&worktree, &entry);
	return CVD_OK;
}

static enum cvd_status compare_sources(struct reading *reading, struct cvd_comparison *comparison,
				       struct cvd_error *error)
{
	enum cvd_status status = CVD_OK;

	if (reading->side_count || reading->cli->options.staged)
		return mixed(error);
	comparison->direct = true;
	comparison->pair.old = reading->sources[0];
	comparison->pair.new = reading->sources[1];
	if (reading->source_count == 1)
		status = find_second(reading, &comparison->pair.new, error);
	else if (reading->paths.len)
		status = mixed(error);
	return status;
}

/* Fills in the sides that were not named. */
static enum cvd_status complete(struct reading *reading, struct cvd_comparison *comparison,
				struct cvd_error *error)
{
	struct cvd_cli *cli = reading->cli;
	enum cvd_status status = CVD_OK;

	comparison->old = reading->sides[0];
	comparison->new = reading->sides[1];
	comparison->paths = reading->paths;
	if (reading->side_count == 2 && cli->options.staged)
		return cvd_fail(error, CVD_ERROR_USAGE,
				"--staged compares one revision with the index, not two");
	if (reading->side_count == 0)
		status = cvd_git_head(cli->git, &cli->arena, &comparison->old, error);
	if (status || reading->side_count == 2)
		return status;
	if (cli->options.staged)
		return cvd_git_index_side(cli->git, &comparison->new, error);
	return cvd_git_worktree_side(cli->git, &comparison->new, error);
}

enum cvd_status cvd_operands_read(struct cvd_cli *cli, struct cvd_comparison *comparison,
				  struct cvd_error *error)
{
	const struct cvd_operands *operands = &cli->options.operands;
	struct reading reading = {.cli = cli};
	bool files = cli->options.no_index, paths = false;
	enum cvd_status status = CVD_OK;

	*comparison = (struct cvd_comparison){0};
	if (!files)
		status = decide_files(cli, &files, error);
	if (!status && files) {
		status = need_two(operands, error);
		if (!status)
			set_files(cli, comparison);
		return status;
	}
	if (!status)
		status = cvd_cli_open_git(cli, error);
	for (size_t i = 0; !status && i < operands->len; i++) {
		if (i < operands->before_dashes)
			status = read_operand(&reading, operands->items[i], operands->dashes,
					      &paths, error);
		else
			status = add_path(&reading, operands->items[i], error);
	}
	if (status)
		return status;
	if (reading.source_count)
		return compare_sources(&reading, comparison, error);
	return complete(&reading, comparison, error);
}
