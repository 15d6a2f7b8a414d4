/*
 * A command on one version: no operand is the working tree's résumé (HEAD's where there is no working
 * tree), one a revision, a file of a revision or a file of the file system, two a revision and a path.
 * What a word means is decided as for a comparison.
 */
#include "single.h"

#include "hyperlink.h"
#include "message.h"
#include "operands.h"
#include "select.h"

/* One operand: a revision, a single file of a revision, or a file of the file system. */
static enum cvd_status read_one(struct cvd_cli *cli, struct cvd_str operand,
				struct cvd_source *source, struct cvd_error *error)
{
	bool dash = cvd_str_equal(operand, CVD_STR("-"));
	bool exists = dash || cvd_operands_exists(operand);
	struct cvd_git_side sides[2];
	struct cvd_str top;
	size_t count = 0;
	enum cvd_status status;

	if (dash || cli->options.operands.dashes || (exists && !cvd_git_nearby(&cli->arena, &top))) {
		*source = cvd_source_file(operand.ptr);
		return CVD_OK;
	}
	status = cvd_cli_open_git(cli, error);
	if (!status)
		status = cvd_git_resolve(cli->git, &cli->arena, operand, sides, &count, error);
	if (!status && exists)
		return cvd_operands_ambiguous(operand, error);
	if (status == CVD_ERROR_NOT_FOUND && exists) {
		*source = cvd_source_file(operand.ptr);
		return CVD_OK;
	}
	if (status)
		return status;
	if (count != 1)
		return cvd_fail(error, CVD_ERROR_USAGE, "'%.*s' is a range, not one revision",
				CVD_STR_ARG(operand));
	if (sides[0].place != CVD_GIT_BLOB)
		return cvd_select_one(cli, &sides[0], source, error);
	*source = cvd_source_blob(&sides[0]);
	return CVD_OK;
}

static enum cvd_status read_two(struct cvd_cli *cli, struct cvd_str revision, struct cvd_str path,
				struct cvd_source *source, struct cvd_error *error)
{
	struct cvd_git_side sides[2];
	struct cvd_git_file file;
	struct cvd_str full;
	size_t count;
	enum cvd_status status = cvd_cli_open_git(cli, error);

	if (!status)
		status = cvd_git_resolve(cli->git, &cli->arena, revision, sides, &count, error);
	if (!status && (count != 1 || sides[0].place == CVD_GIT_BLOB))
		status = cvd_fail(error, CVD_ERROR_USAGE, "'%.*s' is not one revision",
				  CVD_STR_ARG(revision));
	if (!status)
		status = cvd_operands_path(cli, path, &full, error);
	if (!status)
		status = cvd_git_find(cli->git, &cli->arena, &sides[0], full, &file, error);
	if (status)
		return status;
	if (file.kind == CVD_GIT_ABSENT)
		return cvd_fail(error, CVD_ERROR_NOT_FOUND, "'%.*s' does not exist at '%.*s'",
				CVD_STR_ARG(full), CVD_STR_ARG(revision));
	*source = cvd_source_git(&sides[0], &file);
	return CVD_OK;
}

static enum cvd_status read_operands(struct cvd_cli *cli, struct cvd_source *source,
				     struct cvd_error *error)
{
	const struct cvd_operands *operands = &cli->options.operands;
	struct cvd_git_side side;
	enum cvd_status status;

	switch (operands->len) {
	case 0:
		status = cvd_cli_open_git(cli, error);
		if (!status)
			status = cvd_git_worktree(cli->git)
					 ? cvd_git_worktree_side(cli->git, &side, error)
					 : cvd_git_head(cli->git, &cli->arena, &side, error);
		return status ? status : cvd_select_one(cli, &side, source, error);
	case 1:
		return read_one(cli, operands->items[0], source, error);
	case 2:
		return read_two(cli, operands->items[0], operands->items[1], source, error);
	default:
		cvd_fail(error, CVD_ERROR_USAGE, "too many operands");
		cvd_error_hint(error, "cvdiff %s [REV] [PATH]", cli->options.command->name);
		return CVD_ERROR_USAGE;
	}
}

struct cvd_document *cvd_single_read(struct cvd_cli *cli, struct cvd_arena *arena,
				     struct cvd_revision *revision, struct cvd_str *link)
{
	struct cvd_source source = {0};
	struct cvd_source_text text;
	struct cvd_document *doc = NULL;
	struct cvd_error error = {0};
	enum cvd_status status = read_operands(cli, &source, &error);

	if (!status)
		status = cvd_source_fetch(cli, arena, &source, &text, &error);
	if (!status) {
		cvd_source_warn(arena, &source, &text);
		status = cvd_source_parse(&text, NULL, &doc, &error);
	}
	if (status) {
		cvd_message_error(&error);
		cli->trouble = true;
		return NULL;
	}
	*revision = (struct cvd_revision){0};
	cvd_source_describe(&source, revision);
	*link = cvd_hyperlink(cli, arena, &source);
	return doc;
}
