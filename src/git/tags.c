/*
 * libgit2 lists the references; each is looked up and peeled to its commit. A tag of a tree or a blob,
 * and one whose object a partial or shallow clone lacks, leads to no commit that could be walked to.
 */
#include "git/tags.h"

#include "repository.h"

#include <stdlib.h>

struct listing {
	struct cvd_git *git;
	struct cvd_arena *arena;
	struct cvd_git_tags *tags;
};

static void read_date(struct cvd_git *git, git_object *object, struct cvd_git_tag *tag)
{
	const git_signature *tagger;

	if (git->lib.object_type(object) != GIT_OBJECT_TAG)
		return;
	tagger = git->lib.tag_tagger((git_tag *)object);
	if (!tagger)
		return;
	tag->dated = true;
	tag->time = tagger->when.time;
	tag->zone = tagger->when.offset;
}

static int add_tag(const char *name, git_oid *id, void *payload)
{
	static const struct cvd_str prefix = CVD_STR("refs/tags/");
	struct listing *listing = payload;
	struct cvd_libgit2 *lib = &listing->git->lib;
	struct cvd_str full = cvd_str_from(name);
	git_object *object = NULL, *commit = NULL;
	struct cvd_git_tag tag = {0};
	char hex[GIT_OID_HEXSZ];

	if (lib->object_lookup(&object, listing->git->repo, id, GIT_OBJECT_ANY))
		return 0;
	if (!lib->object_peel(&commit, object, GIT_OBJECT_COMMIT)) {
		lib->oid_fmt(hex, lib->object_id(commit));
		tag.commit = cvd_arena_copy(listing->arena, (struct cvd_str){hex, sizeof hex});
		tag.name = cvd_arena_copy(listing->arena, cvd_str_sub(full, prefix.len, full.len));
		read_date(listing->git, object, &tag);
		CVD_PUSH(listing->arena, listing->tags, tag);
	}
	lib->object_free(commit);
	lib->object_free(object);
	return 0;
}

static int by_name(const void *a, const void *b)
{
	const struct cvd_git_tag *first = a, *second = b;

	return cvd_str_compare(first->name, second->name);
}

enum cvd_status cvd_git_tags(struct cvd_git *git, struct cvd_arena *arena,
			     struct cvd_git_tags *tags, struct cvd_error *error)
{
	struct listing listing = {git, arena, tags};
	int code = git->lib.tag_foreach(git->repo, add_tag, &listing);

	if (code)
		return cvd_git_failed(git, error, code, "cannot list the tags");
	if (tags->len)
		qsort(tags->items, tags->len, sizeof *tags->items, by_name);
	return CVD_OK;
}
