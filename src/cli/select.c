/*
 * Candidates come from git (changed files, or all files of a side) and the rules choose among them, in
 * the order of a table. A rule that names files, rather than recognising them, is also asked for those
 * that did not change: a named résumé is never silently replaced by another file.
 */
#include "select.h"

#include "attributes.h"
#include "message.h"
#include "names.h"

#include <string.h>

#define LISTED_MOST 8 /* candidates that an error names */

struct choice {
	struct cvd_cli *cli;
	const struct cvd_git_side *old, *new; /* `old` is NULL where one side is looked at */
	const struct cvd_pathspecs *paths;    /* given by the user */
	struct cvd_pathspecs configured;      /* cvdiff.path */
	const struct cvd_git_paths *own;      /* attribute patterns of `cvdiff setup`, or NULL */
	bool sure;                            /* leave out the rule that guesses */
};

/* Whether `cvdiff setup` marks the path, which says nothing to it when it chooses again. */
static bool is_own(const struct choice *choice, const char *path)
{
	struct cvd_str pattern;

	if (!choice->own)
		return false;
	pattern = cvd_attribute_pattern(&choice->cli->arena, cvd_str_from(path));
	for (size_t i = 0; i < choice->own->len; i++)
		if (cvd_str_equal(choice->own->items[i], pattern))
			return true;
	return false;
}

static bool has_attribute(const struct choice *choice, const char *path)
{
	unsigned marks = cvd_git_attributed(choice->cli->git, path);

	return marks & CVD_GIT_MARKED || (marks && !is_own(choice, path));
}

static bool is_configured(const struct choice *choice, const char *path)
{
	return choice->configured.len &&
	       cvd_pathspecs_match(&choice->configured, cvd_str_from(path));
}

static bool is_well_known(const struct choice *choice, const char *path)
{
	return cvd_name_is_resume(&choice->cli->arena, cvd_str_from(path));
}

static bool is_markdown(const struct choice *choice, const char *path)
{
	(void)choice;
	return cvd_name_is_markdown(cvd_str_from(path));
}

static bool may_be_resume(const struct choice *choice, const char *path)
{
	return is_markdown(choice, path) &&
	       !cvd_name_is_changelog(&choice->cli->arena, cvd_str_from(path));
}

static const struct rule {
	bool (*takes)(const struct choice *choice, const char *path);
	bool names;    /* says of files that they are résumés, whether they changed or not */
	bool only_one; /* chooses nothing where it would take several */
} rules[] = {
	{has_attribute, true, false},
	{is_configured, true, false},
	{is_well_known, false, false},
	{may_be_resume, false, true},
};

/* What git is asked for: all that a rule could take, and files given by their full name. */
static bool is_candidate(void *payload, const char *path)
{
	const struct choice *choice = payload;
	struct cvd_str name = cvd_str_from(path);

	for (size_t i = 0; choice->paths && i < choice->paths->len; i++)
		if (cvd_pathspec_is_literal(&choice->paths->items[i]) &&
		    cvd_str_equal(choice->paths->items[i].pattern, name))
			return true;
	return is_markdown(choice, path) || is_configured(choice, path) ||
	       has_attribute(choice, path);
}

static void add_pair(struct choice *choice, struct cvd_pairs *pairs,
		     const struct cvd_git_change *change)
{
	struct cvd_pair pair = {.new = cvd_source_git(choice->new, &change->new)};

	if (choice->old)
		pair.old = cvd_source_git(choice->old, &change->old);
	CVD_PUSH(&choice->cli->arena, pairs, pair);
}

static bool takes_change(const struct choice *choice, const struct rule *rule,
			 const struct cvd_git_change *change)
{
	return rule->takes(choice, change->new.path.ptr) ||
	       (change->old.path.len && rule->takes(choice, change->old.path.ptr));
}

/* --- files that did not change ------------------------------------------------------------------ */

/* Adds the file, which no change was seen of; not found where neither side has a file there. (One
 * side alone may: git sees no change where a sparse checkout leaves out a new file.) */
static enum cvd_status add_unchanged(struct choice *choice, struct cvd_str path,
				     struct cvd_pairs *pairs, bool *found, struct cvd_error *error)
{
	struct cvd_git *git = choice->cli->git;
	struct cvd_arena *arena = &choice->cli->arena;
	struct cvd_git_change same;
	enum cvd_status status = cvd_git_find(git, arena, choice->old, path, &same.old, error);

	if (!status)
		status = cvd_git_find(git, arena, choice->new, path, &same.new, error);
	*found = !status && (same.old.kind != CVD_GIT_ABSENT || same.new.kind != CVD_GIT_ABSENT) &&
		 same.old.kind != CVD_GIT_FOLDER && same.new.kind != CVD_GIT_FOLDER;
	if (*found)
		add_pair(choice, pairs, &same);
	return status;
}

struct naming {
	const struct choice *choice;
	const struct rule *rule;
};

static bool is_named(void *payload, const char *path)
{
	const struct naming *naming = payload;

	return naming->rule->takes(naming->choice, path);
}

/* All files that the rule names, none of which changed. */
static enum cvd_status add_named(struct choice *choice, const struct rule *rule,
				 struct cvd_pairs *pairs, struct cvd_error *error)
{
	struct naming naming = {choice, rule};
	struct cvd_git_paths paths = {0};
	enum cvd_status status;
	bool found;

	if (rule->takes == is_configured ? !choice->configured.len
					 : !cvd_git_attributes_mentioned(choice->cli->git))
		return CVD_OK;
	status = cvd_git_list(choice->cli->git, &choice->cli->arena, choice->new, is_named, &naming,
			      &paths, error);
	for (size_t i = 0; !status && i < paths.len; i++)
		if (cvd_pathspecs_match(choice->paths, paths.items[i]))
			status = add_unchanged(choice, paths.items[i], pairs, &found, error);
	return status;
}

/* --- choosing ----------------------------------------------------------------------------------- */

static enum cvd_status several(struct choice *choice, const struct cvd_pairs *pairs,
			       struct cvd_error *error)
{
	struct cvd_buf list = {0};
	size_t count = pairs->len;
	const char *first = pairs->items[0].new.entry.path.ptr;

	for (size_t i = 0; i < count && i < LISTED_MOST; i++)
		cvd_buf_printf(&list, "%s'%s'", i ? ", " : "", pairs->items[i].new.entry.path.ptr);
	if (count > LISTED_MOST)
		cvd_buf_printf(&list, " and %zu more", count - LISTED_MOST);
	cvd_fail(error, CVD_ERROR_AMBIGUOUS, "which file is the résumé? %s %.*s",
		 choice->old ? "several changed:" : "there are", CVD_STR_ARG(cvd_buf_str(&list)));
	cvd_error_hint(error,
		       "name it: cvdiff %s':/%s'; or once for all: git config cvdiff.path '%s'",
		       choice->old ? "-- " : "tree HEAD ", first, first);
	cvd_buf_free(&list);
	return CVD_ERROR_AMBIGUOUS;
}

static enum cvd_status choose(struct choice *choice, const struct cvd_git_changes *candidates,
			      struct cvd_pairs *pairs, struct cvd_error *error)
{
	enum cvd_status status = CVD_OK;

	for (size_t r = 0; r < sizeof rules / sizeof *rules; r++) {
		const struct rule *rule = &rules[r];

		if (rule->only_one && choice->sure)
			break;
		for (size_t i = 0; i < candidates->len; i++)
			if (takes_change(choice, rule, &candidates->items[i]))
				add_pair(choice, pairs, &candidates->items[i]);
		if (rule->only_one && pairs->len > 1)
			return several(choice, pairs, error);
		if (!pairs->len && rule->names && choice->old)
			status = add_named(choice, rule, pairs, error);
		if (status || pairs->len)
			return status;
	}
	return CVD_OK;
}

static enum cvd_status read_configured(struct choice *choice, struct cvd_error *error)
{
	struct cvd_cli *cli = choice->cli;
	struct cvd_git_paths values = {0};
	enum cvd_status status = CVD_OK;

	cvd_git_config_all(cli->git, &cli->arena, "cvdiff.path", &values);
	for (size_t i = 0; !status && i < values.len; i++)
		status = cvd_pathspec_add(&cli->arena, &choice->configured, CVD_STR(""),
					  cvd_git_worktree(cli->git), values.items[i], error);
	return status;
}

/* --- given paths -------------------------------------------------------------------------------- */

/* Whether there is a file that would count, if git knew of it. */
static bool is_untracked(const struct choice *choice, struct cvd_str path)
{
	const char *top = cvd_git_worktree(choice->cli->git);

	if (choice->new->place != CVD_GIT_WORKTREE || !top)
		return false;
	return cvd_operands_exists(cvd_arena_format(&choice->cli->arena, "%s%s", top, path.ptr));
}

/* A named path that nothing changed at: say so, or say that it does not exist. */
static enum cvd_status look_for(struct choice *choice, const struct cvd_pathspec *spec,
				struct cvd_pairs *pairs, struct cvd_error *error)
{
	struct cvd_git *git = choice->cli->git;
	struct cvd_git_file on_old, on_new;
	enum cvd_status status;
	bool found;

	status = add_unchanged(choice, spec->pattern, pairs, &found, error);
	if (status || found)
		return status;
	status = cvd_git_find(git, &choice->cli->arena, choice->old, spec->pattern, &on_old, error);
	if (!status)
		status = cvd_git_find(git, &choice->cli->arena, choice->new, spec->pattern, &on_new,
				      error);
	if (status || on_old.kind != CVD_GIT_ABSENT || on_new.kind != CVD_GIT_ABSENT)
		return status;
	if (is_untracked(choice, spec->pattern)) {
		cvd_fail(error, CVD_ERROR_NOT_FOUND, "'%.*s' is not tracked by git",
			 CVD_STR_ARG(spec->written));
		cvd_error_hint(error, "git add -N '%.*s'", CVD_STR_ARG(spec->written));
		return CVD_ERROR_NOT_FOUND;
	}
	return cvd_fail(error, CVD_ERROR_NOT_FOUND, "'%.*s' is neither at '%.*s' nor at '%.*s'",
			CVD_STR_ARG(spec->written), CVD_STR_ARG(choice->old->label),
			CVD_STR_ARG(choice->new->label));
}

static bool names_any(const struct cvd_pathspec *spec, const struct cvd_git_changes *changes)
{
	for (size_t i = 0; i < changes->len; i++)
		if (cvd_pathspec_names(spec, changes->items[i].new.path) ||
		    cvd_pathspec_names(spec, changes->items[i].old.path))
			return true;
	return false;
}

/* Whether the pathspecs say files, by name or pattern; folders only limit where to look. */
static enum cvd_status name_files(struct choice *choice, bool *files, struct cvd_error *error)
{
	*files = false;
	for (size_t i = 0; i < choice->paths->len; i++) {
		const struct cvd_pathspec *spec = &choice->paths->items[i];
		const struct cvd_git_side *sides[2] = {choice->old, choice->new};
		bool folder = !spec->pattern.len ||
			      spec->pattern.ptr[spec->pattern.len - 1] == '/' || spec->exclude;

		for (int s = 0; s < 2 && !folder && !spec->wild; s++) {
			struct cvd_git_file file;
			enum cvd_status status = cvd_git_find(choice->cli->git, &choice->cli->arena,
							      sides[s], spec->pattern, &file, error);

			if (status)
				return status;
			folder = file.kind == CVD_GIT_FOLDER;
		}
		*files |= !folder;
	}
	return CVD_OK;
}

static void take_named(struct choice *choice, const struct cvd_git_changes *changes,
		       struct cvd_pairs *pairs)
{
	for (size_t i = 0; i < changes->len; i++)
		add_pair(choice, pairs, &changes->items[i]);
	for (size_t i = 0; i < choice->paths->len; i++) {
		const struct cvd_pathspec *spec = &choice->paths->items[i];
		struct cvd_error error = {0};

		if (!cvd_pathspec_is_literal(spec) || !spec->pattern.len || names_any(spec, changes))
			continue;
		if (look_for(choice, spec, pairs, &error)) {
			cvd_message_error(&error);
			choice->cli->trouble = true;
		}
	}
}

enum cvd_status cvd_select_changed(struct cvd_cli *cli, const struct cvd_comparison *comparison,
				   struct cvd_pairs *pairs, struct cvd_error *error)
{
	struct choice choice = {
		.cli = cli,
		.old = &comparison->old,
		.new = &comparison->new,
		.paths = &comparison->paths,
		.sure = comparison->sure,
	};
	struct cvd_git_changes changes = {0};
	enum cvd_status status = read_configured(&choice, error);
	bool files = false;

	if (!status)
		status = name_files(&choice, &files, error);
	if (!status)
		status = cvd_git_changed(cli->git, &cli->arena, choice.old, choice.new,
					 choice.paths, is_candidate, &choice, &changes, error);
	if (status)
		return status;
	if (!files)
		return choose(&choice, &changes, pairs, error);
	take_named(&choice, &changes, pairs);
	return CVD_OK;
}

static enum cvd_status choose_all(struct choice *choice, struct cvd_pairs *pairs,
				  struct cvd_error *error)
{
	struct cvd_cli *cli = choice->cli;
	struct cvd_git_changes all = {0};
	struct cvd_git_paths paths = {0};
	enum cvd_status status = read_configured(choice, error);

	if (!status)
		status = cvd_git_list(cli->git, &cli->arena, choice->new, is_candidate, choice,
				      &paths, error);
	for (size_t i = 0; !status && i < paths.len; i++) {
		struct cvd_git_change one = {0};

		status = cvd_git_find(cli->git, &cli->arena, choice->new, paths.items[i], &one.new,
				      error);
		CVD_PUSH(&cli->arena, &all, one);
	}
	if (!status)
		status = choose(choice, &all, pairs, error);
	if (!status && !pairs->len)
		status = cvd_fail(error, CVD_ERROR_NOT_FOUND, "no Markdown file at '%.*s'",
				  CVD_STR_ARG(choice->new->label));
	return status;
}

enum cvd_status cvd_select_one(struct cvd_cli *cli, const struct cvd_git_side *side,
			       struct cvd_source *source, struct cvd_error *error)
{
	struct choice choice = {.cli = cli, .new = side};
	struct cvd_pairs pairs = {0};
	enum cvd_status status = choose_all(&choice, &pairs, error);

	if (status)
		return status;
	if (pairs.len > 1)
		return several(&choice, &pairs, error);
	*source = pairs.items[0].new;
	return CVD_OK;
}

enum cvd_status cvd_select_to_mark(struct cvd_cli *cli, const struct cvd_git_side *side,
				   const struct cvd_git_paths *own, struct cvd_git_paths *paths,
				   struct cvd_error *error)
{
	struct choice choice = {.cli = cli, .new = side, .own = own};
	struct cvd_pairs pairs = {0};
	enum cvd_status status = choose_all(&choice, &pairs, error);

	for (size_t i = 0; !status && i < pairs.len; i++) {
		struct cvd_str path = pairs.items[i].new.entry.path;
		bool marked = cvd_git_attributed(cli->git, path.ptr) & CVD_GIT_MARKED_DIFF;

		if (!marked || is_own(&choice, path.ptr))
			CVD_PUSH(&cli->arena, paths, path);
	}
	return status;
}
