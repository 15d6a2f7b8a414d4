/* Configuration and attributes. One snapshot of the configuration serves all questions. */
#include "repository.h"

#include "base/file.h"

#include <stdlib.h>
#include <string.h>

static git_config *snapshot(struct cvd_git *git)
{
	if (!git->config && git->lib.repository_config_snapshot(&git->config, git->repo))
		git->config = NULL;
	return git->config;
}

bool cvd_git_config(struct cvd_git *git, struct cvd_arena *arena, const char *key,
		    struct cvd_str *value)
{
	git_buf text = {0};
	bool found = snapshot(git) && !git->lib.config_get_string_buf(&text, git->config, key);

	if (found)
		*value = cvd_arena_copy(arena, cvd_str_from(text.ptr));
	git->lib.buf_dispose(&text);
	return found;
}

struct values {
	struct cvd_arena *arena;
	struct cvd_git_paths *paths;
};

static int add_value(const git_config_entry *entry, void *payload)
{
	struct values *values = payload;

	if (entry->value)
		CVD_PUSH(values->arena, values->paths,
			 cvd_arena_copy(values->arena, cvd_str_from(entry->value)));
	return 0;
}

void cvd_git_config_all(struct cvd_git *git, struct cvd_arena *arena, const char *key,
			struct cvd_git_paths *values)
{
	struct values into = {arena, values};

	if (snapshot(git))
		git->lib.config_get_multivar_foreach(git->config, key, NULL, add_value, &into);
}

unsigned cvd_git_attributed(struct cvd_git *git, const char *path)
{
	const char *names[2] = {"cvdiff", "diff"}, *values[2] = {NULL, NULL};
	git_attr_options options = {.version = GIT_ATTR_OPTIONS_VERSION,
				    .flags = GIT_ATTR_CHECK_FILE_THEN_INDEX};
	unsigned marks = 0;

	if (git->lib.repository_is_bare(git->repo))
		options.flags = GIT_ATTR_CHECK_INDEX_ONLY | GIT_ATTR_CHECK_INCLUDE_HEAD;
	if (git->lib.attr_get_many_ext(values, git->repo, &options, path, 2, names))
		return 0;
	if (git->lib.attr_value(values[0]) == GIT_ATTR_VALUE_TRUE)
		marks |= CVD_GIT_MARKED;
	if (git->lib.attr_value(values[1]) == GIT_ATTR_VALUE_STRING && !strcmp(values[1], "cvdiff"))
		marks |= CVD_GIT_MARKED_DIFF;
	return marks;
}

static bool file_mentions(const char *path)
{
	struct cvd_arena arena = {0};
	struct cvd_str text;
	bool mentions = !cvd_file_read(&arena, path, &text, NULL) &&
			cvd_str_find(text, CVD_STR("cvdiff"), 0) != SIZE_MAX;

	cvd_arena_free(&arena);
	return mentions;
}

/* The attributes of the user, of the machine and of this copy of the repository. */
static bool own_files_mention(struct cvd_git *git, struct cvd_arena *arena)
{
	const char *home = getenv("HOME"), *xdg = getenv("XDG_CONFIG_HOME");
	const char *common = git->lib.repository_commondir(git->repo);
	git_buf path = {0};
	bool found;

	if (snapshot(git) && !git->lib.config_get_path(&path, git->config, "core.attributesfile"))
		found = file_mentions(path.ptr);
	else if (xdg && *xdg)
		found = file_mentions(cvd_arena_format(arena, "%s/git/attributes", xdg).ptr);
	else
		found = home &&
			file_mentions(
				cvd_arena_format(arena, "%s/.config/git/attributes", home).ptr);
	git->lib.buf_dispose(&path);
	return found || file_mentions("/etc/gitattributes") ||
	       file_mentions(cvd_arena_format(arena, "%sinfo/attributes", common).ptr);
}

bool cvd_git_attributes_mentioned(struct cvd_git *git)
{
	static const struct cvd_str name = CVD_STR(".gitattributes");
	const char *top = cvd_git_worktree(git);
	struct cvd_arena arena = {0};
	bool found;

	if (!top || cvd_git_load_index(git, NULL))
		return true; /* they are in a commit, or nobody knows */
	found = own_files_mention(git, &arena) ||
		file_mentions(cvd_arena_format(&arena, "%s%s", top, name.ptr).ptr);
	for (size_t i = 0; !found && i < git->lib.index_entrycount(git->index); i++) {
		const char *path = git->lib.index_get_byindex(git->index, i)->path;

		if (cvd_str_ends_with(cvd_str_from(path), name))
			found = file_mentions(cvd_arena_format(&arena, "%s%s", top, path).ptr);
	}
	cvd_arena_free(&arena);
	return found;
}
