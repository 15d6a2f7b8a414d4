/*
 * Operands are read as for a comparison, but that any number of revisions may stand there, and `^A` among
 * them. The résumés at the tip are those of a comparison with nothing, in which every file is an added one.
 */
#include "walk.h"

#include "operands.h"
#include "select.h"

#include <string.h>

struct reading {
	CVD_ARRAY(struct cvd_str) specs;
	struct cvd_pathspecs paths;
};

static bool is_revision(struct cvd_cli *cli, struct cvd_str operand, struct cvd_error *why)
{
	struct cvd_git_side sides[2];
	size_t count;
	struct cvd_str spec = operand;

	if (spec.len > 1 && spec.ptr[0] == '^')
		spec = cvd_str_sub(spec, 1, spec.len);
	return !cvd_git_resolve(cli->git, &cli->arena, spec, sides, &count, why);
}

static enum cvd_status add_path(struct cvd_cli *cli, struct reading *reading,
				struct cvd_str operand, struct cvd_error *error)
{
	return cvd_pathspec_add(&cli->arena, &reading->paths, cvd_git_prefix(cli->git),
				cvd_git_worktree(cli->git), operand, error);
}

static enum cvd_status read_operands(struct cvd_cli *cli, struct reading *reading,
				     struct cvd_error *error)
{
	const struct cvd_operands *operands = &cli->options.operands;
	bool paths = false;
	enum cvd_status status = CVD_OK;

	for (size_t i = 0; !status && i < operands->len; i++) {
		struct cvd_str operand = operands->items[i];
		struct cvd_error why = {0};

		if (i >= operands->before_dashes)
			paths = true;
		if (!paths && is_revision(cli, operand, &why)) {
			if (!operands->dashes && cvd_git_worktree(cli->git) &&
			    cvd_operands_exists(operand))
				return cvd_operands_ambiguous(operand, error);
			CVD_PUSH(&cli->arena, &reading->specs, operand);
			continue;
		}
		if (!paths && (operands->dashes || !cvd_operands_looks_like_path(operand)))
			return cvd_operands_unknown(operand, &why, error);
		paths = true;
		status = add_path(cli, reading, operand, error);
	}
	return status;
}

/* Files given by their names are followed whether they are at the tip or not. */
static bool is_gone(struct cvd_cli *cli, const struct cvd_walk *walk,
		    const struct cvd_pathspec *spec)
{
	struct cvd_git_file file;

	return cvd_pathspec_is_literal(spec) && spec->pattern.len &&
	       spec->pattern.ptr[spec->pattern.len - 1] != '/' &&
	       !cvd_git_find(cli->git, &cli->arena, &walk->tip, spec->pattern, &file, NULL) &&
	       file.kind == CVD_GIT_ABSENT;
}

static void follow_file(struct cvd_cli *cli, struct cvd_walk *walk, struct cvd_str path)
{
	CVD_PUSH(&cli->arena, &walk->files, path);
	cvd_git_history_track(walk->history, path);
}

/* The file that is written is no résumé, whatever its name or content. */
static enum cvd_status set_output_aside(struct cvd_cli *cli, struct cvd_pathspecs *paths,
					struct cvd_error *error)
{
	struct cvd_str output = cli->options.output, path;

	if (!output.ptr || !cvd_git_worktree(cli->git) ||
	    cvd_operands_path(cli, output, &path, &(struct cvd_error){0}))
		return CVD_OK;
	return cvd_pathspec_add(&cli->arena, paths, CVD_STR(""), NULL,
				cvd_arena_format(&cli->arena, ":(top,exclude,literal)%.*s",
						 CVD_STR_ARG(path)),
				error);
}

static enum cvd_status choose_files(struct cvd_cli *cli, const struct reading *reading,
				    struct cvd_walk *walk, struct cvd_error *error)
{
	struct cvd_comparison all = {
		.old = {.place = CVD_GIT_EMPTY, .label = CVD_STR("the beginning")},
		.new = walk->tip,
	};
	struct cvd_pairs pairs = {0};
	enum cvd_status status = CVD_OK;

	for (size_t i = 0; i < reading->paths.len; i++) {
		const struct cvd_pathspec *spec = &reading->paths.items[i];

		if (!is_gone(cli, walk, spec)) {
			CVD_PUSH(&cli->arena, &all.paths, *spec);
			continue;
		}
		follow_file(cli, walk, spec->pattern);
		walk->gone = spec->pattern;
	}
	if (all.paths.len || !reading->paths.len) {
		status = set_output_aside(cli, &all.paths, error);
		if (!status)
			status = cvd_select_changed(cli, &all, &pairs, error);
	}
	for (size_t i = 0; !status && i < pairs.len; i++)
		follow_file(cli, walk, pairs.items[i].new.entry.path);
	if (status || walk->files.len)
		return status;
	cvd_fail(error, CVD_ERROR_NOT_FOUND, "no Markdown file at '%.*s'",
		 CVD_STR_ARG(walk->tip.label));
	cvd_error_hint(error, "name the résumé: cvdiff %s -- PATH", cli->options.command->name);
	return CVD_ERROR_NOT_FOUND;
}

enum cvd_status cvd_walk_begin(struct cvd_cli *cli, const struct cvd_git_history_options *options,
			       struct cvd_walk *walk, struct cvd_error *error)
{
	struct reading reading = {0};
	enum cvd_status status = cvd_cli_open_git(cli, error);

	*walk = (struct cvd_walk){0};
	if (!status)
		status = read_operands(cli, &reading, error);
	if (!status)
		status = cvd_git_history_begin(cli->git, &cli->arena, reading.specs.items,
					       reading.specs.len, options, &walk->history,
					       &walk->tip, error);
	if (!status)
		status = choose_files(cli, &reading, walk, error);
	return status;
}

void cvd_walk_end(struct cvd_walk *walk)
{
	cvd_git_history_end(walk->history);
}
