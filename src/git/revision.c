/*
 * From what the user typed to a side of the comparison. libgit2 reads most of git's revisions
 * (gitrevisions(7)); paths in the index, paths relative to the current folder, ranges and `A^!` are
 * read here. As in git, an argument with `..` is a range if both ends are revisions.
 */
#include "repository.h"

#include <string.h>

static const struct cvd_str head_label = CVD_STR("HEAD");

static enum cvd_status unknown(struct cvd_git *git, struct cvd_error *error, struct cvd_str spec)
{
	cvd_fail(error, CVD_ERROR_NOT_FOUND, "unknown revision '%.*s'", CVD_STR_ARG(spec));
	if (cvd_str_find_char(spec, '~', 0) != SIZE_MAX ||
	    cvd_str_find_char(spec, '^', 0) != SIZE_MAX)
		cvd_git_hint_missing(git, error, NULL);
	return CVD_ERROR_NOT_FOUND;
}

/* Looks the object up. A leading dash is never a revision (and could be read as an option). */
static enum cvd_status parse_object(struct cvd_git *git, struct cvd_arena *arena,
				    struct cvd_str spec, git_object **object,
				    struct cvd_error *error)
{
	struct cvd_str terminated = cvd_arena_copy(arena, spec);
	int code;

	if (!spec.len || spec.ptr[0] == '-' || strlen(terminated.ptr) != spec.len)
		return unknown(git, error, spec);
	/* libgit2 knows `@` alone and `@{…}`, but not `@~2`. */
	if (cvd_str_starts_with(spec, CVD_STR("@~")) || cvd_str_starts_with(spec, CVD_STR("@^")))
		terminated = cvd_arena_format(arena, "HEAD%s", terminated.ptr + 1);
	code = git->lib.revparse_single(object, git->repo, terminated.ptr);
	switch (code) {
	case 0:
		return CVD_OK;
	case GIT_EAMBIGUOUS:
		cvd_fail(error, CVD_ERROR_AMBIGUOUS, "the short id '%.*s' is ambiguous",
			 CVD_STR_ARG(spec));
		cvd_error_hint(error, "give more of its digits");
		return CVD_ERROR_AMBIGUOUS;
	case GIT_ENOTFOUND:
	case GIT_EINVALIDSPEC:
		return unknown(git, error, spec);
	default:
		return cvd_git_failed(git, error, code, "cannot read the revision '%.*s'",
				      CVD_STR_ARG(spec));
	}
}

/* The full id of the commit that the object is or leads to; NULL ptr where there is none. */
static struct cvd_str commit_id(struct cvd_git *git, struct cvd_arena *arena, git_object *object)
{
	git_object *commit;
	char hex[GIT_OID_HEXSZ];

	if (git->lib.object_peel(&commit, object, GIT_OBJECT_COMMIT))
		return (struct cvd_str){0};
	git->lib.oid_fmt(hex, git->lib.object_id(commit));
	git->lib.object_free(commit);
	return cvd_arena_copy(arena, (struct cvd_str){hex, sizeof hex});
}

/* Fills the side from an object of any type. */
static enum cvd_status side_from_object(struct cvd_git *git, struct cvd_arena *arena,
					git_object *object, struct cvd_git_side *side,
					struct cvd_error *error)
{
	git_object *tree;
	int code;

	if (git->lib.object_type(object) == GIT_OBJECT_BLOB) {
		side->place = CVD_GIT_BLOB;
		side->mode = GIT_FILEMODE_BLOB;
		side->id = cvd_git_id(git->lib.object_id(object));
		return CVD_OK;
	}
	code = git->lib.object_peel(&tree, object, GIT_OBJECT_TREE);
	if (code) {
		cvd_git_failed(git, error, code, "cannot read the files of '%.*s'",
			       CVD_STR_ARG(side->label));
		cvd_git_hint_missing(git, error, NULL);
		return CVD_ERROR_GIT;
	}
	side->place = CVD_GIT_TREE;
	side->id = cvd_git_id(git->lib.object_id(tree));
	side->commit = commit_id(git, arena, object);
	git->lib.object_free(tree);
	return CVD_OK;
}

/* The path after a colon: from the top, or from the current folder with `./` or `../`. */
static enum cvd_status spec_path(struct cvd_git *git, struct cvd_arena *arena,
				 struct cvd_str written, struct cvd_str *path,
				 struct cvd_error *error)
{
	struct cvd_pathspecs one = {0};
	bool relative = cvd_str_starts_with(written, CVD_STR("./")) ||
			cvd_str_starts_with(written, CVD_STR("../"));
	struct cvd_str literal = cvd_arena_format(arena, ":(literal%s)%.*s", relative ? "" : ",top",
						  CVD_STR_ARG(written));
	enum cvd_status status = cvd_pathspec_add(arena, &one, git->prefix, NULL, literal, error);

	if (!status)
		*path = one.items[0].pattern;
	return status;
}

/* `:PATH`, `:0:PATH` … `:3:PATH` */
static enum cvd_status parse_index_path(struct cvd_git *git, struct cvd_arena *arena,
					struct cvd_str spec, struct cvd_git_side *side,
					struct cvd_error *error)
{
	bool staged = spec.len > 2 && spec.ptr[1] >= '0' && spec.ptr[1] <= '3' && spec.ptr[2] == ':';
	int stage = staged ? spec.ptr[1] - '0' : 0;
	const git_index_entry *entry;
	enum cvd_status status = spec_path(git, arena, cvd_str_sub(spec, staged ? 3 : 1, spec.len),
					   &side->path, error);

	if (!status)
		status = cvd_git_load_index(git, error);
	if (status)
		return status;
	entry = git->lib.index_get_bypath(git->index, side->path.ptr, stage);
	if (!entry)
		return cvd_fail(error, CVD_ERROR_NOT_FOUND, "'%.*s' is not in the index",
				CVD_STR_ARG(side->path));
	side->place = CVD_GIT_BLOB;
	side->mode = entry->mode;
	side->id = cvd_git_id(&entry->id);
	return CVD_OK;
}

/* `REV:PATH`, the colon at `colon` */
static enum cvd_status parse_tree_path(struct cvd_git *git, struct cvd_arena *arena,
				       struct cvd_str spec, size_t colon, struct cvd_git_side *side,
				       struct cvd_error *error)
{
	struct cvd_git_side tree = {.label = cvd_str_sub(spec, 0, colon)};
	struct cvd_git_file file;
	git_object *object = NULL;
	enum cvd_status status = parse_object(git, arena, tree.label, &object, error);

	if (!status)
		status = side_from_object(git, arena, object, &tree, error);
	if (!status)
		status = spec_path(git, arena, cvd_str_sub(spec, colon + 1, spec.len), &side->path,
				   error);
	if (status)
		goto done;
	side->commit = tree.commit;
	if (tree.place == CVD_GIT_TREE && !side->path.len) {
		side->place = CVD_GIT_TREE;
		side->id = tree.id;
		goto done;
	}
	file.kind = CVD_GIT_ABSENT;
	if (tree.place == CVD_GIT_TREE)
		status = cvd_git_find(git, arena, &tree, side->path, &file, error);
	if (!status && file.kind == CVD_GIT_ABSENT)
		status = cvd_fail(error, CVD_ERROR_NOT_FOUND, "'%.*s' does not exist at '%.*s'",
				  CVD_STR_ARG(side->path), CVD_STR_ARG(tree.label));
	if (status)
		goto done;
	side->place = file.kind == CVD_GIT_FOLDER ? CVD_GIT_TREE : CVD_GIT_BLOB;
	side->id = file.id;
	side->mode = file.mode;
done:
	git->lib.object_free(object);
	return status;
}

/* The first colon that stands outside braces, or SIZE_MAX. */
static size_t find_colon(struct cvd_str spec)
{
	int depth = 0;

	for (size_t i = 0; i < spec.len; i++) {
		depth += spec.ptr[i] == '{';
		depth -= spec.ptr[i] == '}';
		if (spec.ptr[i] == ':' && depth <= 0)
			return i;
	}
	return SIZE_MAX;
}

static enum cvd_status resolve_one(struct cvd_git *git, struct cvd_arena *arena, struct cvd_str spec,
				   struct cvd_git_side *side, struct cvd_error *error)
{
	size_t colon = find_colon(spec);
	git_object *object = NULL;
	enum cvd_status status;

	*side = (struct cvd_git_side){.label = spec};
	if (colon == 0 && !cvd_str_starts_with(spec, CVD_STR(":/")))
		return parse_index_path(git, arena, spec, side, error);
	if (colon != SIZE_MAX && colon > 0)
		return parse_tree_path(git, arena, spec, colon, side, error);
	if (cvd_str_equal(spec, head_label) && git->lib.repository_head_unborn(git->repo) == 1) {
		cvd_fail(error, CVD_ERROR_NOT_FOUND, "'HEAD' has no commit yet");
		cvd_error_hint(error, "make the first commit with `git commit`");
		return CVD_ERROR_NOT_FOUND;
	}
	status = parse_object(git, arena, spec, &object, error);
	if (!status)
		status = side_from_object(git, arena, object, side, error);
	git->lib.object_free(object);
	return status;
}

/* Replaces the side by the merge base of the two. */
static enum cvd_status to_merge_base(struct cvd_git *git, struct cvd_arena *arena,
				     struct cvd_git_side *old, const struct cvd_git_side *new,
				     struct cvd_error *error)
{
	struct cvd_str label = cvd_arena_format(arena, "merge base of %.*s and %.*s",
						CVD_STR_ARG(old->label), CVD_STR_ARG(new->label));
	git_object *ends[2] = {NULL, NULL};
	git_oid base;
	char hex[GIT_OID_HEXSZ + 1] = "";
	enum cvd_status status = CVD_OK;
	int code = GIT_ENOTFOUND;

	if (!old->commit.ptr || !new->commit.ptr)
		return cvd_fail(error, CVD_ERROR_USAGE, "'...' stands between two commits");
	if (!git->lib.revparse_single(&ends[0], git->repo, old->commit.ptr) &&
	    !git->lib.revparse_single(&ends[1], git->repo, new->commit.ptr))
		code = git->lib.merge_base(&base, git->repo, git->lib.object_id(ends[0]),
					   git->lib.object_id(ends[1]));
	if (code) {
		status = cvd_fail(error, CVD_ERROR_NOT_FOUND, "'%.*s' and '%.*s' have no merge base",
				  CVD_STR_ARG(old->label), CVD_STR_ARG(new->label));
		cvd_git_hint_missing(git, error, NULL);
		goto done;
	}
	git->lib.oid_fmt(hex, &base);
	status = resolve_one(git, arena, cvd_str_from(hex), old, error);
	old->label = label;
done:
	git->lib.object_free(ends[0]);
	git->lib.object_free(ends[1]);
	return status;
}

/* `A..B`, `A...B` with the dots at `dots`. */
static enum cvd_status resolve_range(struct cvd_git *git, struct cvd_arena *arena,
				     struct cvd_str spec, size_t dots, struct cvd_git_side sides[2],
				     struct cvd_error *error)
{
	bool symmetric = cvd_str_starts_with(cvd_str_sub(spec, dots, spec.len), CVD_STR("..."));
	struct cvd_str ends[2] = {cvd_str_sub(spec, 0, dots),
				  cvd_str_sub(spec, dots + (symmetric ? 3 : 2), spec.len)};
	enum cvd_status status = CVD_OK;

	for (int i = 0; i < 2 && !status; i++)
		status = resolve_one(git, arena, ends[i].len ? ends[i] : head_label, &sides[i],
				     error);
	if (!status && symmetric)
		status = to_merge_base(git, arena, &sides[0], &sides[1], error);
	return status;
}

/* `A^!`: what that commit changed against its first parent, or against nothing. */
static enum cvd_status resolve_commit_change(struct cvd_git *git, struct cvd_arena *arena,
					     struct cvd_str commit, struct cvd_git_side sides[2],
					     struct cvd_error *error)
{
	struct cvd_str parent = cvd_arena_format(arena, "%.*s^", CVD_STR_ARG(commit));
	enum cvd_status status = resolve_one(git, arena, commit, &sides[1], error);

	if (status)
		return status;
	status = resolve_one(git, arena, parent, &sides[0], error);
	if (status == CVD_ERROR_NOT_FOUND && git->lib.repository_is_shallow(git->repo) != 1) {
		sides[0] = (struct cvd_git_side){.place = CVD_GIT_EMPTY, .label = parent};
		return CVD_OK;
	}
	return status;
}

/* `..` and `...` alone are folders, not HEAD against HEAD. */
static bool dots_alone(struct cvd_str spec)
{
	for (size_t i = 0; i < spec.len; i++)
		if (spec.ptr[i] != '.')
			return false;
	return true;
}

enum cvd_status cvd_git_resolve(struct cvd_git *git, struct cvd_arena *arena, struct cvd_str spec,
				struct cvd_git_side sides[2], size_t *count, struct cvd_error *error)
{
	size_t dots = cvd_str_find(spec, CVD_STR(".."), 0);
	struct cvd_error of_range = {0};
	enum cvd_status status;

	*count = 2;
	if (cvd_str_ends_with(spec, CVD_STR("^!")))
		return resolve_commit_change(git, arena, cvd_str_sub(spec, 0, spec.len - 2), sides,
					     error);
	if (dots != SIZE_MAX && !dots_alone(spec)) {
		status = resolve_range(git, arena, spec, dots, sides, &of_range);
		if (!status)
			return status;
	}
	*count = 1;
	status = resolve_one(git, arena, spec, &sides[0], error);
	if (status == CVD_ERROR_NOT_FOUND && of_range.status && error)
		*error = of_range;
	return status;
}

enum cvd_status cvd_git_head(struct cvd_git *git, struct cvd_arena *arena,
			     struct cvd_git_side *side, struct cvd_error *error)
{
	if (git->lib.repository_head_unborn(git->repo) == 1) {
		*side = (struct cvd_git_side){.place = CVD_GIT_EMPTY, .label = CVD_STR("no commit")};
		return CVD_OK;
	}
	return resolve_one(git, arena, head_label, side, error);
}

static enum cvd_status need_worktree(const struct cvd_git *git, const char *what,
				     struct cvd_error *error)
{
	if (cvd_git_worktree(git))
		return CVD_OK;
	cvd_fail(error, CVD_ERROR_GIT, "a bare repository has no %s", what);
	cvd_error_hint(error, "name two revisions, such as: cvdiff HEAD~1 HEAD");
	return CVD_ERROR_GIT;
}

enum cvd_status cvd_git_index_side(const struct cvd_git *git, struct cvd_git_side *side,
				   struct cvd_error *error)
{
	*side = (struct cvd_git_side){.place = CVD_GIT_INDEX, .label = CVD_STR("index")};
	return need_worktree(git, "index", error);
}

enum cvd_status cvd_git_worktree_side(const struct cvd_git *git, struct cvd_git_side *side,
				      struct cvd_error *error)
{
	*side = (struct cvd_git_side){.place = CVD_GIT_WORKTREE, .label = CVD_STR("working tree")};
	return need_worktree(git, "working tree", error);
}
