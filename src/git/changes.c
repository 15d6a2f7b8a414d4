/*
 * Changed files. One pass of libgit2's diff, narrowed to what is wanted; its callback drops the rest
 * before anything is stored. Only if a wanted file has no partner on the other side, a second, wider
 * pass lets in whatever may be it (its extension, or what the filter wants), and libgit2's similarity detection pairs them. So the
 * common case reads no content at all, and a rename is found even if just its new name was given.
 */
#include "repository.h"

#include <string.h>

struct pass {
	struct cvd_git *git;
	const struct cvd_pathspecs *paths;
	cvd_git_filter filter;
	void *payload;
	struct cvd_git_paths extensions; /* of files without a partner; none in the first pass */
	bool untracked;                  /* untracked files may be partners */
};

static bool wanted(const struct pass *pass, const char *path)
{
	return cvd_pathspecs_match(pass->paths, cvd_str_from(path)) &&
	       (!pass->filter || pass->filter(pass->payload, path));
}

/* From the last dot of the file's name; empty where there is none. */
static struct cvd_str extension(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *dot = strrchr(slash ? slash : path, '.');

	return cvd_str_from(dot ? dot : "");
}

static bool may_be_partner(const struct pass *pass, const char *path)
{
	struct cvd_str ext = extension(path);

	for (size_t i = 0; i < pass->extensions.len; i++)
		if (cvd_str_equal_ascii_nocase(pass->extensions.items[i], ext))
			return true;
	return pass->extensions.len && pass->filter && pass->filter(pass->payload, path);
}

/* libgit2 asks before it stores a delta: positive skips it. Both names are one name here. */
static int choose(const git_diff *so_far, const git_diff_delta *delta, const char *pathspec,
		  void *payload)
{
	const struct pass *pass = payload;
	const char *path = delta->new_file.path;

	(void)so_far;
	(void)pathspec;
	if (delta->status == GIT_DELTA_UNTRACKED)
		return !may_be_partner(pass, path);
	return !wanted(pass, path) && !may_be_partner(pass, path);
}

/* The paths as libgit2 takes them, if none needs more than a comparison of names; this spares it
 * every folder that is not on the way. */
static void narrow(struct cvd_arena *arena, const struct pass *pass, git_diff_options *options)
{
	size_t count = pass->paths ? pass->paths->len : 0;

	if (!count || pass->extensions.len)
		return;
	for (size_t i = 0; i < count; i++)
		if (!cvd_pathspec_is_literal(&pass->paths->items[i]) ||
		    !pass->paths->items[i].pattern.len)
			return;
	options->flags |= GIT_DIFF_DISABLE_PATHSPEC_MATCH;
	options->pathspec.strings = CVD_NEW_ARRAY(arena, char *, count);
	options->pathspec.count = count;
	for (size_t i = 0; i < count; i++)
		options->pathspec.strings[i] = (char *)pass->paths->items[i].pattern.ptr;
}

/* The comparison itself, by what stands on the new side. `trees` are NULL for the empty one. */
static int compare(const struct pass *pass, git_tree *const trees[2], enum cvd_git_place new,
		   const git_diff_options *options, git_diff **diff)
{
	const struct cvd_libgit2 *lib = &pass->git->lib;
	git_repository *repo = pass->git->repo;

	switch (new) {
	case CVD_GIT_INDEX:
		return lib->diff_tree_to_index(diff, repo, trees[0], pass->git->index, options);
	case CVD_GIT_WORKTREE:
		return lib->diff_tree_to_workdir_with_index(diff, repo, trees[0], options);
	case CVD_GIT_EMPTY:
	case CVD_GIT_TREE:
	case CVD_GIT_BLOB:
		break;
	}
	return lib->diff_tree_to_tree(diff, repo, trees[0], trees[1], options);
}

static void set_options(struct cvd_arena *arena, struct pass *pass, git_diff_options *options)
{
	options->flags |= GIT_DIFF_INCLUDE_TYPECHANGE | GIT_DIFF_SKIP_BINARY_CHECK |
			  GIT_DIFF_INCLUDE_UNREADABLE;
	if (pass->untracked)
		options->flags |= GIT_DIFF_INCLUDE_UNTRACKED | GIT_DIFF_RECURSE_UNTRACKED_DIRS;
	options->ignore_submodules = GIT_SUBMODULE_IGNORE_DIRTY;
	options->notify_cb = choose;
	options->payload = pass;
	narrow(arena, pass, options);
}

static enum cvd_status run(struct cvd_arena *arena, struct pass *pass,
			   const struct cvd_git_side *old, const struct cvd_git_side *new,
			   git_diff **diff, struct cvd_error *error)
{
	const struct cvd_git_side *sides[2] = {old, new};
	struct cvd_libgit2 *lib = &pass->git->lib;
	git_tree *trees[2] = {NULL, NULL};
	git_diff_options options = GIT_DIFF_OPTIONS_INIT;
	enum cvd_status status = CVD_OK;
	int code = 0;

	set_options(arena, pass, &options);
	if (new->place == CVD_GIT_INDEX || new->place == CVD_GIT_WORKTREE)
		status = cvd_git_load_index(pass->git, error);
	if (status)
		return status;
	for (int i = 0; i < 2 && !code; i++) {
		git_oid oid = cvd_git_oid(sides[i]->id);

		if (sides[i]->place == CVD_GIT_TREE)
			code = lib->tree_lookup(&trees[i], pass->git->repo, &oid);
	}
	if (!code)
		code = compare(pass, trees, new->place, &options, diff);
	if (code) {
		status = cvd_git_failed(pass->git, error, code, "cannot compare '%.*s' with '%.*s'",
					CVD_STR_ARG(old->label), CVD_STR_ARG(new->label));
		cvd_git_hint_missing(pass->git, error, NULL);
	}
	lib->tree_free(trees[0]);
	lib->tree_free(trees[1]);
	return status;
}

/* Notes the extensions of wanted files that stand on one side alone; false where there are none. */
static bool find_lone(struct cvd_arena *arena, struct pass *pass, const git_diff *diff)
{
	size_t count = pass->git->lib.diff_num_deltas(diff);

	for (size_t i = 0; i < count; i++) {
		const git_diff_delta *delta = pass->git->lib.diff_get_delta(diff, i);

		if (delta->status != GIT_DELTA_ADDED && delta->status != GIT_DELTA_DELETED)
			continue;
		pass->untracked |= delta->status == GIT_DELTA_DELETED;
		CVD_PUSH(arena, &pass->extensions,
			 cvd_arena_copy(arena, extension(delta->new_file.path)));
	}
	return pass->extensions.len;
}

static enum cvd_status pair_renamed(struct cvd_arena *arena, struct pass *pass,
				    const struct cvd_git_side *old, const struct cvd_git_side *new,
				    git_diff **diff, struct cvd_error *error)
{
	git_diff_find_options options = GIT_DIFF_FIND_OPTIONS_INIT;
	enum cvd_status status;
	int code;

	options.flags = GIT_DIFF_FIND_RENAMES | GIT_DIFF_FIND_FOR_UNTRACKED;
	pass->git->lib.diff_free(*diff);
	*diff = NULL;
	pass->untracked = pass->untracked && new->place == CVD_GIT_WORKTREE;
	status = run(arena, pass, old, new, diff, error);
	if (status)
		return status;
	code = pass->git->lib.diff_find_similar(*diff, &options);
	if (code)
		return cvd_git_failed(pass->git, error, code, "cannot look for renamed files");
	return CVD_OK;
}

static struct cvd_git_file file_of(struct cvd_arena *arena, const git_diff_file *from, bool exists)
{
	struct cvd_git_file file = {
		.path = cvd_arena_copy(arena, cvd_str_from(from->path)),
		.mode = exists ? from->mode : 0,
		.id = cvd_git_id(&from->id),
	};

	file.kind = cvd_git_kind_of(file.mode);
	return file;
}

/* `git add -N` puts a path into the index without content: not staged, as git sees it. */
static bool intended_only(struct cvd_git *git, const char *path)
{
	const git_index_entry *entry = git->lib.index_get_bypath(git->index, path, 0);

	return entry && entry->flags_extended & GIT_INDEX_ENTRY_INTENT_TO_ADD;
}

/* A file that a sparse checkout leaves out looks deleted; the index stands for it. */
static void see_sparse(struct cvd_git *git, struct cvd_git_file *file)
{
	const git_index_entry *entry = git->lib.index_get_bypath(git->index, file->path.ptr, 0);

	if (!entry || !(entry->flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE))
		return;
	file->kind = CVD_GIT_FILE;
	file->mode = entry->mode;
	file->id = cvd_git_id(&entry->id);
	file->in_index = true;
}

/*
 * Whether a file of the working tree that looks different has the bytes that the old side has: after
 * git's filters for line endings, or because it was only touched. libgit2 does not always ask.
 */
static bool is_same(struct cvd_arena *arena, const struct pass *pass,
		    const struct cvd_git_side *old_side, const struct cvd_git_side *new_side,
		    const git_diff_delta *delta, const struct cvd_git_change *change)
{
	struct cvd_str old, new;

	return new_side->place == CVD_GIT_WORKTREE && delta->status == GIT_DELTA_MODIFIED &&
	       !(delta->new_file.flags & GIT_DIFF_FLAG_VALID_ID) &&
	       change->old.mode == change->new.mode && change->new.kind == CVD_GIT_FILE &&
	       !cvd_git_read(pass->git, arena, old_side, &change->old, &old, NULL) &&
	       !cvd_git_read(pass->git, arena, new_side, &change->new, &new, NULL) &&
	       cvd_str_equal(old, new);
}

static void add_change(struct cvd_arena *arena, const struct pass *pass,
		       const struct cvd_git_side *old_side, const struct cvd_git_side *new_side,
		       const git_diff_delta *delta, struct cvd_git_changes *changes)
{
	struct cvd_git_change change = {
		file_of(arena, &delta->old_file, delta->status != GIT_DELTA_ADDED),
		file_of(arena, &delta->new_file, delta->status != GIT_DELTA_DELETED),
	};

	if (delta->status == GIT_DELTA_ADDED && new_side->place == CVD_GIT_INDEX &&
	    intended_only(pass->git, delta->new_file.path))
		return;
	if (delta->status == GIT_DELTA_CONFLICTED)
		change.new.kind = CVD_GIT_CONFLICT;
	if (delta->status == GIT_DELTA_UNREADABLE)
		change.new.kind = CVD_GIT_FILE;
	if (delta->status == GIT_DELTA_DELETED && new_side->place == CVD_GIT_WORKTREE) {
		see_sparse(pass->git, &change.new);
		if (change.new.in_index &&
		    !memcmp(&change.new.id, &change.old.id, sizeof change.old.id))
			return;
	}
	if (!is_same(arena, pass, old_side, new_side, delta, &change))
		CVD_PUSH(arena, changes, change);
}

enum cvd_status cvd_git_changed(struct cvd_git *git, struct cvd_arena *arena,
				const struct cvd_git_side *old, const struct cvd_git_side *new,
				const struct cvd_pathspecs *paths, cvd_git_filter filter,
				void *payload, struct cvd_git_changes *changes,
				struct cvd_error *error)
{
	struct pass pass = {.git = git, .paths = paths, .filter = filter, .payload = payload};
	git_diff *diff = NULL;
	enum cvd_status status = run(arena, &pass, old, new, &diff, error);

	if (!status && find_lone(arena, &pass, diff))
		status = pair_renamed(arena, &pass, old, new, &diff, error);
	if (status)
		goto done;
	for (size_t i = 0; i < git->lib.diff_num_deltas(diff); i++) {
		const git_diff_delta *delta = git->lib.diff_get_delta(diff, i);

		if (delta->status == GIT_DELTA_UNTRACKED || delta->status == GIT_DELTA_UNMODIFIED)
			continue;
		if (wanted(&pass, delta->new_file.path) || wanted(&pass, delta->old_file.path))
			add_change(arena, &pass, old, new, delta, changes);
	}
done:
	git->lib.diff_free(diff);
	return status;
}
