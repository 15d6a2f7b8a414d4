/* Remote-tracking branches and merge bases. References are asked for by their full names, never as
 * revisions, so that no remote's name means more than itself. */
#include "git/remote.h"

#include "repository.h"

#include <string.h>

/* In the order in which they are looked for. */
static const char *const default_branches[] = {"HEAD", "main", "master"};

static bool read_commit(struct cvd_git *git, const struct cvd_git_side *side, git_oid *oid)
{
	return side->commit.ptr && !git->lib.oid_fromstr(oid, side->commit.ptr);
}

bool cvd_git_is_ancestor(struct cvd_git *git, const struct cvd_git_side *old,
			 const struct cvd_git_side *new)
{
	git_oid before, after;

	if (!read_commit(git, old, &before) || !read_commit(git, new, &after))
		return false;
	return git->lib.oid_equal(&before, &after) ||
	       git->lib.graph_descendant_of(git->repo, &after, &before) == 1;
}

static bool shares_default(struct cvd_git *git, struct cvd_arena *arena, struct cvd_str remote,
			   const git_oid *commit, git_oid *base, struct cvd_str *label)
{
	for (size_t i = 0; i < sizeof default_branches / sizeof *default_branches; i++) {
		const char *branch = default_branches[i];
		struct cvd_str name = cvd_arena_format(arena, "refs/remotes/%.*s/%s",
						       CVD_STR_ARG(remote), branch);
		git_oid tip;

		if (git->lib.reference_name_to_id(&tip, git->repo, name.ptr))
			continue;
		*label = cvd_arena_format(arena, "merge base with %.*s/%s", CVD_STR_ARG(remote),
					  branch);
		return !git->lib.merge_base(base, git->repo, &tip, commit);
	}
	return false;
}

struct tips {
	struct cvd_git *git;
	struct cvd_arena *arena;
	struct cvd_str prefix;
	CVD_ARRAY(git_oid) oids;
};

static int add_tip(const char *name, void *payload)
{
	struct tips *tips = payload;
	git_oid tip;

	if (cvd_str_starts_with(cvd_str_from(name), tips->prefix) &&
	    !tips->git->lib.reference_name_to_id(&tip, tips->git->repo, name))
		CVD_PUSH(tips->arena, &tips->oids, tip);
	return 0;
}

static bool shares_any(struct cvd_git *git, struct cvd_arena *arena, struct cvd_str remote,
		       const git_oid *commit, git_oid *base)
{
	struct tips tips = {.git = git, .arena = arena};

	tips.prefix = cvd_arena_format(arena, "refs/remotes/%.*s/", CVD_STR_ARG(remote));
	CVD_PUSH(arena, &tips.oids, *commit);
	git->lib.reference_foreach_glob(
		git->repo, cvd_arena_format(arena, "%s*", tips.prefix.ptr).ptr, add_tip, &tips);
	return tips.oids.len > 1 &&
	       !git->lib.merge_base_many(base, git->repo, tips.oids.len, tips.oids.items);
}

enum cvd_status cvd_git_shared(struct cvd_git *git, struct cvd_arena *arena, struct cvd_str remote,
			       const struct cvd_git_side *side, struct cvd_git_side *shared,
			       struct cvd_error *error)
{
	struct cvd_git_side sides[2];
	struct cvd_str label = {0};
	char hex[GIT_OID_HEXSZ + 1] = "";
	git_oid commit, base;
	size_t count;
	enum cvd_status status;

	*shared = (struct cvd_git_side){.place = CVD_GIT_EMPTY, .label = CVD_STR("nothing")};
	if (!remote.len || !read_commit(git, side, &commit))
		return CVD_OK;
	if (!shares_default(git, arena, remote, &commit, &base, &label)) {
		if (!shares_any(git, arena, remote, &commit, &base))
			return CVD_OK;
		label = cvd_arena_format(arena, "merge base with %.*s", CVD_STR_ARG(remote));
	}
	git->lib.oid_fmt(hex, &base);
	status = cvd_git_resolve(git, arena, cvd_arena_copy(arena, cvd_str_from(hex)), sides,
				 &count, error);
	if (status)
		return status;
	*shared = sides[0];
	shared->label = label;
	return CVD_OK;
}
