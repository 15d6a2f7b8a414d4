/*
 * What stands at a path of a side, and its bytes. Blobs come as git stores them; files of the working
 * tree go through git's clean filters (line endings, ident), so that both sides are alike. Filters
 * that run programs (LFS) are unknown to libgit2: what they store shows as what it is, a pointer.
 */
#include "repository.h"

#include "base/file.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum cvd_git_kind cvd_git_kind_of(uint32_t mode)
{
	switch (mode) {
	case GIT_FILEMODE_UNREADABLE:
		return CVD_GIT_ABSENT;
	case GIT_FILEMODE_LINK:
		return CVD_GIT_SYMLINK;
	case GIT_FILEMODE_COMMIT:
		return CVD_GIT_SUBMODULE;
	case GIT_FILEMODE_TREE:
		return CVD_GIT_FOLDER;
	default:
		return CVD_GIT_FILE;
	}
}

static enum cvd_status find_in_tree(struct cvd_git *git, const struct cvd_git_side *side,
				    struct cvd_git_file *file, struct cvd_error *error)
{
	git_oid oid = cvd_git_oid(side->id);
	git_tree_entry *entry = NULL;
	git_tree *tree = NULL;
	enum cvd_status status = CVD_OK;
	int code = git->lib.tree_lookup(&tree, git->repo, &oid);

	if (!code)
		code = git->lib.tree_entry_bypath(&entry, tree, file->path.ptr);
	if (!code) {
		file->mode = git->lib.tree_entry_filemode(entry);
		file->kind = cvd_git_kind_of(file->mode);
		file->id = cvd_git_id(git->lib.tree_entry_id(entry));
	} else if (!tree || code != GIT_ENOTFOUND) {
		status = cvd_git_failed(git, error, code, "cannot read '%s' at '%.*s'",
					file->path.ptr, CVD_STR_ARG(side->label));
		cvd_git_hint_missing(git, error, NULL);
	}
	git->lib.tree_entry_free(entry);
	git->lib.tree_free(tree);
	return status;
}

static enum cvd_status find_in_index(struct cvd_git *git, const struct cvd_git_side *side,
				     struct cvd_git_file *file, struct cvd_error *error)
{
	enum cvd_status status = cvd_git_load_index(git, error);
	const git_index_entry *entry;
	size_t at;

	if (status)
		return status;
	entry = git->lib.index_get_bypath(git->index, file->path.ptr, 0);
	if (entry) {
		file->mode = entry->mode;
		file->kind = cvd_git_kind_of(file->mode);
		file->id = cvd_git_id(&entry->id);
		file->in_index = side->place == CVD_GIT_WORKTREE &&
				 entry->flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE;
		return CVD_OK;
	}
	if (git->lib.index_find_prefix(&at, git->index, file->path.ptr))
		return CVD_OK;
	for (; at < git->lib.index_entrycount(git->index); at++) {
		struct cvd_str path;

		entry = git->lib.index_get_byindex(git->index, at);
		path = cvd_str_from(entry->path);
		if (!cvd_str_starts_with(path, file->path))
			break;
		if (path.len == file->path.len)
			file->kind = CVD_GIT_CONFLICT; /* stages above 0 alone */
		else if (path.ptr[file->path.len] == '/')
			file->kind = CVD_GIT_FOLDER;
		else
			continue;
		break;
	}
	return CVD_OK;
}

/* What git tracks, as it is on disk. */
static void look_at_disk(struct cvd_git *git, struct cvd_git_file *file)
{
	struct cvd_arena arena = {0};
	struct cvd_str path =
		cvd_arena_format(&arena, "%s%s", cvd_git_worktree(git), file->path.ptr);
	struct stat st;

	if (lstat(path.ptr, &st)) {
		if (!file->in_index)
			file->kind = CVD_GIT_ABSENT;
	} else {
		file->in_index = false;
		if (S_ISLNK(st.st_mode))
			file->kind = CVD_GIT_SYMLINK;
		else if (S_ISREG(st.st_mode))
			file->kind = CVD_GIT_FILE;
	}
	cvd_arena_free(&arena);
}

enum cvd_status cvd_git_find(struct cvd_git *git, struct cvd_arena *arena,
			     const struct cvd_git_side *side, struct cvd_str path,
			     struct cvd_git_file *file, struct cvd_error *error)
{
	enum cvd_status status;

	*file = (struct cvd_git_file){.path = cvd_arena_copy(arena, path)};
	switch (side->place) {
	case CVD_GIT_TREE:
		return find_in_tree(git, side, file, error);
	case CVD_GIT_INDEX:
		return find_in_index(git, side, file, error);
	case CVD_GIT_WORKTREE:
		status = find_in_index(git, side, file, error);
		if (!status && (file->kind == CVD_GIT_FILE || file->kind == CVD_GIT_SYMLINK))
			look_at_disk(git, file);
		return status;
	case CVD_GIT_BLOB:
		file->kind = cvd_git_kind_of(side->mode);
		file->mode = side->mode;
		file->id = side->id;
		return CVD_OK;
	case CVD_GIT_EMPTY:
		break;
	}
	return CVD_OK;
}

struct listing {
	struct cvd_git *git;
	struct cvd_arena *arena;
	cvd_git_filter filter;
	void *payload;
	struct cvd_git_paths *paths;
};

static void list_path(const struct listing *listing, struct cvd_str path)
{
	if (!listing->filter || listing->filter(listing->payload, path.ptr))
		CVD_PUSH(listing->arena, listing->paths, path);
}

static int list_entry(const char *root, const git_tree_entry *entry, void *payload)
{
	const struct listing *listing = payload;

	if (listing->git->lib.tree_entry_filemode(entry) != GIT_FILEMODE_TREE)
		list_path(listing, cvd_arena_format(listing->arena, "%s%s", root,
						    listing->git->lib.tree_entry_name(entry)));
	return 0;
}

enum cvd_status cvd_git_list(struct cvd_git *git, struct cvd_arena *arena,
			     const struct cvd_git_side *side, cvd_git_filter filter, void *payload,
			     struct cvd_git_paths *paths, struct cvd_error *error)
{
	struct listing listing = {git, arena, filter, payload, paths};
	git_oid oid = cvd_git_oid(side->id);
	git_tree *tree = NULL;
	enum cvd_status status = CVD_OK;
	int code = 0;

	if (side->place == CVD_GIT_TREE) {
		code = git->lib.tree_lookup(&tree, git->repo, &oid);
		if (!code)
			code = git->lib.tree_walk(tree, GIT_TREEWALK_PRE, list_entry, &listing);
		git->lib.tree_free(tree);
		return code ? cvd_git_failed(git, error, code, "cannot list the files of '%.*s'",
					     CVD_STR_ARG(side->label))
			    : CVD_OK;
	}
	if (side->place == CVD_GIT_EMPTY)
		return CVD_OK;
	status = cvd_git_load_index(git, error);
	for (size_t i = 0; !status && i < git->lib.index_entrycount(git->index); i++) {
		const git_index_entry *entry = git->lib.index_get_byindex(git->index, i);

		if (!GIT_INDEX_ENTRY_STAGE(entry))
			list_path(&listing, cvd_arena_copy(arena, cvd_str_from(entry->path)));
	}
	return status;
}

static enum cvd_status read_blob(struct cvd_git *git, struct cvd_arena *arena,
				 const struct cvd_git_side *side, const struct cvd_git_file *file,
				 struct cvd_str *bytes, struct cvd_error *error)
{
	git_oid oid = cvd_git_oid(file->id);
	git_blob *blob = NULL;
	enum cvd_status status = CVD_OK;
	int code = git->lib.blob_lookup(&blob, git->repo, &oid);

	if (code) {
		cvd_git_failed(git, error, code, "cannot read '%.*s' at '%.*s'",
			       CVD_STR_ARG(file->path), CVD_STR_ARG(side->label));
		cvd_git_hint_missing(git, error, &oid);
		return CVD_ERROR_GIT;
	}
	if (git->lib.blob_rawsize(blob) > CVD_FILE_LIMIT)
		status = cvd_fail(error, CVD_ERROR_IO,
				  "cannot read '%.*s' at '%.*s': larger than %zu MB",
				  CVD_STR_ARG(file->path), CVD_STR_ARG(side->label),
				  CVD_FILE_LIMIT >> 20);
	else
		*bytes = cvd_arena_copy(arena, (struct cvd_str){git->lib.blob_rawcontent(blob),
								git->lib.blob_rawsize(blob)});
	git->lib.blob_free(blob);
	return status;
}

/* The bytes as `git add` would store them. */
static enum cvd_status clean(struct cvd_git *git, struct cvd_arena *arena, const char *path,
			     struct cvd_str *bytes, struct cvd_error *error)
{
	git_filter_list *filters = NULL;
	git_buf cleaned = {0};
	enum cvd_status status = CVD_OK;
	int code = git->lib.filter_list_load(&filters, git->repo, NULL, path, GIT_FILTER_TO_ODB,
					     GIT_FILTER_ALLOW_UNSAFE);

	if (!code && filters)
		code = git->lib.filter_list_apply_to_buffer(&cleaned, filters, bytes->ptr,
							    bytes->len);
	if (code)
		status = cvd_git_failed(git, error, code, "cannot filter '%s'", path);
	else if (filters)
		*bytes = cvd_arena_copy(arena, (struct cvd_str){cleaned.ptr, cleaned.size});
	git->lib.buf_dispose(&cleaned);
	git->lib.filter_list_free(filters);
	return status;
}

enum cvd_status cvd_git_read(struct cvd_git *git, struct cvd_arena *arena,
			     const struct cvd_git_side *side, const struct cvd_git_file *file,
			     struct cvd_str *bytes, struct cvd_error *error)
{
	struct cvd_str path;
	enum cvd_status status;

	if (side->place != CVD_GIT_WORKTREE || file->in_index)
		return read_blob(git, arena, side, file, bytes, error);
	path = cvd_arena_format(arena, "%s%s", cvd_git_worktree(git), file->path.ptr);
	status = cvd_file_read(arena, path.ptr, bytes, error);
	return status ? status : clean(git, arena, file->path.ptr, bytes, error);
}

enum cvd_status cvd_git_read_link(struct cvd_git *git, struct cvd_arena *arena,
				  const struct cvd_git_side *side, const struct cvd_git_file *file,
				  struct cvd_str *target, struct cvd_error *error)
{
	char link[4096];
	struct cvd_str path;
	ssize_t len;

	if (side->place != CVD_GIT_WORKTREE || file->in_index)
		return read_blob(git, arena, side, file, target, error);
	path = cvd_arena_format(arena, "%s%s", cvd_git_worktree(git), file->path.ptr);
	len = readlink(path.ptr, link, sizeof link);
	if (len < 0)
		return cvd_fail(error, CVD_ERROR_IO, "cannot read '%s': %s", path.ptr,
				strerror(errno));
	*target = cvd_arena_copy(arena, (struct cvd_str){link, (size_t)len});
	return CVD_OK;
}
