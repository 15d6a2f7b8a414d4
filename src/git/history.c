/*
 * A walk like git's own (revision.c, get_revision_1 and try_to_simplify_commit): a queue by date of commit
 * holds the commits that are reached; each that is taken from it is compared with its parents, and those
 * parents enter that explain it. Each node of the queue knows the tracked files' names and ids there, so
 * that a rename on one branch says nothing of another, and every commit's trees are looked at once. Trees
 * of equal id are equal, which spares most look-ups. One heap operation a commit, O(log of the queue).
 */
#include "git/history.h"

#include "base/map.h"
#include "repository.h"

#include <stdlib.h>
#include <string.h>

struct tracked {
	struct cvd_str path; /* in the walk's arena */
	git_oid id;
	uint32_t mode; /* 0: not there */
};

struct node {
	git_commit *commit;
	git_oid id;
	int64_t time;
	uint64_t order; /* of arrival: the earlier first where dates are equal */
	struct tracked files[];
};

struct ids {
	struct cvd_map map; /* first eight bytes to index */
	CVD_ARRAY(git_oid) all;
};

struct cvd_git_history {
	struct cvd_git *git;
	struct cvd_arena arena;
	struct cvd_git_history_options options;
	struct cvd_git_paths paths; /* at the tips */
	CVD_ARRAY(git_oid) tips;
	struct ids seen, included;
	bool limited; /* only what is included is walked */
	bool started;
	CVD_ARRAY(struct node *) queue; /* a heap */
	uint64_t arrivals;
	size_t walked;
	struct cvd_str shallow;
	git_mailmap *mailmap; /* NULL: none */
	/* The commit in work, whose steps are told one by one. */
	struct node *node, **parents;
	size_t parent_count, at, end;
	bool *same;
};

/* --- sets of ids ------------------------------------------------------------------------------ */

static uint64_t key_of(const git_oid *id)
{
	uint64_t key;

	memcpy(&key, id->id, sizeof key);
	return key;
}

static bool has_id(const struct ids *ids, const git_oid *id)
{
	uint32_t at = cvd_map_get(&ids->map, key_of(id));

	return at != CVD_MAP_NONE && !memcmp(ids->all.items[at].id, id->id, sizeof id->id);
}

static void add_id(struct cvd_arena *arena, struct ids *ids, const git_oid *id)
{
	uint32_t *at = cvd_map_put(&ids->map, key_of(id));

	if (*at != CVD_MAP_NONE)
		return;
	*at = (uint32_t)ids->all.len;
	CVD_PUSH(arena, &ids->all, *id);
}

/* --- the queue -------------------------------------------------------------------------------- */

static bool comes_before(const struct node *a, const struct node *b)
{
	return a->time != b->time ? a->time > b->time : a->order < b->order;
}

static void swap(struct node **a, struct node **b)
{
	struct node *kept = *a;

	*a = *b;
	*b = kept;
}

static void push(struct cvd_git_history *history, struct node *node)
{
	size_t at = history->queue.len;

	node->order = history->arrivals++;
	CVD_PUSH(&history->arena, &history->queue, node);
	for (; at && comes_before(history->queue.items[at], history->queue.items[(at - 1) / 2]);
	     at = (at - 1) / 2)
		swap(&history->queue.items[at], &history->queue.items[(at - 1) / 2]);
}

static struct node *pop(struct cvd_git_history *history)
{
	struct node **items = history->queue.items, *first;
	size_t len = history->queue.len, at = 0;

	if (!len)
		return NULL;
	first = items[0];
	items[0] = items[len - 1];
	history->queue.len = --len;
	for (;;) {
		size_t best = at;

		for (size_t child = 2 * at + 1; child <= 2 * at + 2 && child < len; child++)
			if (comes_before(items[child], items[best]))
				best = child;
		if (best == at)
			return first;
		swap(&items[at], &items[best]);
		at = best;
	}
}

/* --- nodes ------------------------------------------------------------------------------------ */

static void free_node(struct cvd_git_history *history, struct node *node)
{
	if (!node)
		return;
	history->git->lib.commit_free(node->commit);
	free(node);
}

static enum cvd_status cannot_read(struct cvd_git_history *history, const git_oid *id, int code,
				   struct cvd_error *error)
{
	char hex[GIT_OID_HEXSZ];

	history->git->lib.oid_fmt(hex, id);
	cvd_git_failed(history->git, error, code, "cannot read commit %.12s", hex);
	cvd_git_hint_missing(history->git, error, id);
	return CVD_ERROR_GIT;
}

static enum cvd_status find_file(struct cvd_git_history *history, const git_tree *tree,
				 struct tracked *file, struct cvd_error *error)
{
	struct cvd_libgit2 *lib = &history->git->lib;
	git_tree_entry *entry = NULL;
	int code = lib->tree_entry_bypath(&entry, tree, file->path.ptr);

	file->mode = 0;
	file->id = (git_oid){{0}};
	if (code == GIT_ENOTFOUND)
		return CVD_OK;
	if (code)
		return cvd_git_failed(history->git, error, code, "cannot look for '%.*s'",
				      CVD_STR_ARG(file->path));
	file->mode = lib->tree_entry_filemode(entry);
	file->id = *lib->tree_entry_id(entry);
	if (cvd_git_kind_of(file->mode) == CVD_GIT_FOLDER)
		file->mode = 0;
	lib->tree_entry_free(entry);
	return CVD_OK;
}

/*
 * The node of a commit, its files looked for under the names that they have in `child` (NULL: at the
 * tips). NULL where a shallow clone lacks the commit.
 */
static enum cvd_status make_node(struct cvd_git_history *history, const git_oid *id,
				 const struct node *child, struct node **made,
				 struct cvd_error *error)
{
	struct cvd_libgit2 *lib = &history->git->lib;
	size_t count = history->paths.len;
	struct node *node = cvd_malloc(sizeof *node + count * sizeof *node->files);
	git_tree *tree = NULL;
	enum cvd_status status = CVD_OK;
	int code;

	*made = NULL;
	node->id = *id;
	code = lib->commit_lookup(&node->commit, history->git->repo, id);
	if (code) {
		free(node);
		return code == GIT_ENOTFOUND && child &&
				       lib->repository_is_shallow(history->git->repo) == 1
			       ? CVD_OK
			       : cannot_read(history, id, code, error);
	}
	node->time = lib->commit_time(node->commit);
	if (child &&
	    lib->oid_equal(lib->commit_tree_id(node->commit), lib->commit_tree_id(child->commit))) {
		memcpy(node->files, child->files, count * sizeof *node->files);
		*made = node;
		return CVD_OK;
	}
	code = lib->tree_lookup(&tree, history->git->repo, lib->commit_tree_id(node->commit));
	if (code)
		status = cannot_read(history, id, code, error);
	for (size_t i = 0; !status && i < count; i++) {
		node->files[i].path = child ? child->files[i].path : history->paths.items[i];
		status = find_file(history, tree, &node->files[i], error);
	}
	lib->tree_free(tree);
	if (status)
		free_node(history, node);
	else
		*made = node;
	return status;
}

static struct cvd_str hex_of(struct cvd_git_history *history, struct cvd_arena *arena,
			     const git_oid *id)
{
	char hex[GIT_OID_HEXSZ];

	history->git->lib.oid_fmt(hex, id);
	return cvd_arena_copy(arena, (struct cvd_str){hex, sizeof hex});
}

static struct cvd_git_side side_of(struct cvd_git_history *history, struct cvd_arena *arena,
				   const struct node *node)
{
	struct cvd_git_side side = {.place = CVD_GIT_EMPTY};

	if (!node)
		return side;
	side.place = CVD_GIT_TREE;
	side.commit = hex_of(history, arena, &node->id);
	side.label = side.commit;
	side.id = cvd_git_id(history->git->lib.commit_tree_id(node->commit));
	return side;
}

/* --- renames ---------------------------------------------------------------------------------- */

/* A file that appears in `node` and is not in `parent` may have another name there. */
static enum cvd_status follow(struct cvd_git_history *history, struct cvd_arena *arena,
			      const struct node *node, struct node *parent, size_t file,
			      struct cvd_error *error)
{
	struct cvd_git_side old = side_of(history, arena, parent);
	struct cvd_git_side new = side_of(history, arena, node);
	struct cvd_pathspec one = {.pattern = node->files[file].path};
	struct cvd_pathspecs paths = {&one, 1, 1};
	struct cvd_git_changes changes = {0};
	enum cvd_status status = cvd_git_changed(history->git, arena, &old, &new, &paths, NULL,
						 NULL, &changes, error);

	for (size_t i = 0; !status && i < changes.len; i++) {
		const struct cvd_git_change *change = &changes.items[i];
		struct tracked *there = &parent->files[file];

		if (!cvd_str_equal(change->new.path, node->files[file].path) ||
		    change->old.kind != CVD_GIT_FILE)
			continue;
		there->path = cvd_arena_copy(&history->arena, change->old.path);
		there->mode = change->old.mode;
		there->id = cvd_git_oid(change->old.id);
	}
	return status;
}

static enum cvd_status follow_all(struct cvd_git_history *history, struct cvd_arena *arena,
				  const struct node *node, struct node *parent,
				  struct cvd_error *error)
{
	enum cvd_status status = CVD_OK;

	for (size_t i = 0; !status && i < history->paths.len; i++)
		if (!history->options.no_follow && node->files[i].mode && !parent->files[i].mode)
			status = follow(history, arena, node, parent, i, error);
	return status;
}

/* --- a commit and its parents ----------------------------------------------------------------- */

static bool is_same(const struct tracked *a, const struct tracked *b)
{
	return !a->mode == !b->mode && cvd_str_equal(a->path, b->path) &&
	       !memcmp(a->id.id, b->id.id, sizeof a->id.id);
}

static bool all_same(const struct cvd_git_history *history, const struct node *a,
		     const struct node *b)
{
	for (size_t i = 0; i < history->paths.len; i++)
		if (!is_same(&a->files[i], &b->files[i]))
			return false;
	return true;
}

static void note_shallow(struct cvd_git_history *history, const struct node *node)
{
	if (!history->shallow.ptr)
		history->shallow = hex_of(history, &history->arena, &node->id);
}

/* Fills `parents` and `same`; a parent that is not there leaves no entry. */
static enum cvd_status load_parents(struct cvd_git_history *history, struct cvd_arena *arena,
				    struct cvd_error *error)
{
	struct cvd_libgit2 *lib = &history->git->lib;
	struct node *node = history->node;
	size_t count = lib->commit_parentcount(node->commit);
	enum cvd_status status = CVD_OK;

	if (history->options.first_parent && count > 1)
		count = 1;
	history->parents = cvd_malloc((count + 1) * sizeof *history->parents);
	history->same = cvd_malloc(count + 1);
	history->parent_count = 0;
	for (size_t i = 0; !status && i < count; i++) {
		const git_oid *id = lib->commit_parent_id(node->commit, (unsigned)i);
		struct node *parent;

		status = make_node(history, id, node, &parent, error);
		if (!status && !parent)
			note_shallow(history, node);
		if (status || !parent)
			continue;
		history->parents[history->parent_count] = parent;
		history->same[history->parent_count++] = false;
		status = follow_all(history, arena, node, parent, error);
		history->same[history->parent_count - 1] = all_same(history, node, parent);
	}
	return status;
}

static bool may_enter(const struct cvd_git_history *history, const git_oid *id)
{
	return !has_id(&history->seen, id) && (!history->limited || has_id(&history->included, id));
}

static void enter(struct cvd_git_history *history, struct node *node)
{
	add_id(&history->arena, &history->seen, &node->id);
	push(history, node);
}

/* Lets go of the commit in work: its walked parents enter the queue, the others are freed. */
static void leave(struct cvd_git_history *history)
{
	size_t only = SIZE_MAX;

	for (size_t i = history->parent_count; i-- > 0;)
		if (history->same[i] && !history->options.whole)
			only = i;
	for (size_t i = 0; i < history->parent_count; i++) {
		struct node *parent = history->parents[i];

		if ((only == SIZE_MAX || only == i) && may_enter(history, &parent->id))
			enter(history, parent);
		else
			free_node(history, parent);
	}
	free(history->parents);
	free(history->same);
	free_node(history, history->node);
	history->node = NULL;
	history->parents = NULL;
	history->same = NULL;
	history->parent_count = 0;
}

static bool is_every(const struct cvd_git_history *history)
{
	return history->options.every || history->options.whole;
}

/* Which parents steps are told to: from `at` to `end`, a root's counting as one. */
static void choose_steps(struct cvd_git_history *history)
{
	bool lost =
		history->parent_count < history->git->lib.commit_parentcount(history->node->commit);
	size_t same = SIZE_MAX;

	for (size_t i = history->parent_count; i-- > 0;)
		if (history->same[i])
			same = i;
	history->at = 0;
	history->end = history->parent_count;
	if (!history->parent_count) {
		history->end = !lost || is_every(history); /* a root, or cut off */
	} else if (history->options.whole) {
		return;
	} else if (same != SIZE_MAX) {
		history->at = same;
		history->end = same + history->options.every;
	} else if (!history->options.each_parent) {
		history->end = 1;
	}
}

static enum cvd_status take(struct cvd_git_history *history, struct cvd_arena *arena,
			    struct cvd_error *error)
{
	enum cvd_status status;

	history->node = pop(history);
	if (!history->node)
		return CVD_OK;
	history->walked++;
	status = load_parents(history, arena, error);
	if (status)
		leave(history);
	else
		choose_steps(history);
	return status;
}

/* --- steps ------------------------------------------------------------------------------------ */

static void read_signatures(struct cvd_git_history *history, struct cvd_arena *arena,
			    const git_commit *commit, struct cvd_git_commit *into)
{
	struct cvd_libgit2 *lib = &history->git->lib;
	const git_signature *written = lib->commit_author(commit);
	git_signature *mapped = NULL;

	if (history->mailmap && !lib->commit_author_with_mailmap(&mapped, commit, history->mailmap))
		written = mapped;
	if (written) {
		into->author = cvd_arena_copy(arena, cvd_str_from(written->name));
		into->address = cvd_arena_copy(arena, cvd_str_from(written->email));
		into->written = written->when.time;
		into->zone = written->when.offset;
	}
	if (mapped)
		lib->signature_free(mapped);
}

static struct cvd_git_commit describe(struct cvd_git_history *history, struct cvd_arena *arena,
				      const struct node *node)
{
	struct cvd_libgit2 *lib = &history->git->lib;
	const char *subject = lib->commit_summary(node->commit);
	struct cvd_git_commit commit = {
		.id = hex_of(history, arena, &node->id),
		.subject = cvd_arena_copy(arena, cvd_str_from(subject ? subject : "")),
		.committed = node->time,
		.parents = lib->commit_parentcount(node->commit),
	};

	read_signatures(history, arena, node->commit, &commit);
	return commit;
}

static struct cvd_git_file file_of(const struct tracked *tracked)
{
	struct cvd_git_file file = {
		.path = tracked->path,
		.mode = tracked->mode,
		.id = cvd_git_id(&tracked->id),
	};

	file.kind = cvd_git_kind_of(file.mode);
	return file;
}

static void add_changes(struct cvd_git_history *history, struct cvd_arena *arena,
			const struct node *parent, struct cvd_git_changes *changes)
{
	for (size_t i = 0; i < history->paths.len; i++) {
		const struct tracked *now = &history->node->files[i];
		struct tracked before = {.path = now->path};

		if (parent)
			before = parent->files[i];
		if (history->options.whole ||
		    (history->options.every && (now->mode || before.mode)) || !is_same(&before, now))
			CVD_PUSH(arena, changes,
				 (struct cvd_git_change){file_of(&before), file_of(now)});
	}
}

static void tell(struct cvd_git_history *history, struct cvd_arena *arena, struct cvd_git_step *step)
{
	const struct node *parent = history->parent_count ? history->parents[history->at] : NULL;

	step->commit = describe(history, arena, history->node);
	step->parent = parent ? hex_of(history, arena, &parent->id) : (struct cvd_str){0};
	step->parent_number = history->at;
	step->cut =
		history->parent_count < history->git->lib.commit_parentcount(history->node->commit);
	step->old = side_of(history, arena, parent);
	step->new = side_of(history, arena, history->node);
	add_changes(history, arena, parent, &step->changes);
	history->at++;
}

/* --- where it begins -------------------------------------------------------------------------- */

/* The commit that a revision leads to. */
static enum cvd_status find_commit(struct cvd_git_history *history, struct cvd_str spec,
				   git_oid *id, struct cvd_git_side *side, struct cvd_error *error)
{
	size_t count = 0;
	struct cvd_git_side sides[2];
	git_object *object = NULL;
	enum cvd_status status =
		cvd_git_resolve(history->git, &history->arena, spec, sides, &count, error);

	if (status)
		return status;
	if (count != 1 || !sides[0].commit.ptr || sides[0].place == CVD_GIT_BLOB)
		return cvd_fail(error, CVD_ERROR_USAGE, "'%.*s' is not a commit", CVD_STR_ARG(spec));
	if (history->git->lib.revparse_single(&object, history->git->repo, sides[0].commit.ptr))
		return cvd_fail(error, CVD_ERROR_NOT_FOUND, "unknown revision '%.*s'",
				CVD_STR_ARG(spec));
	*id = *history->git->lib.object_id(object);
	history->git->lib.object_free(object);
	*side = sides[0];
	return CVD_OK;
}

static enum cvd_status include(struct cvd_git_history *history, struct cvd_str spec,
			       struct cvd_git_side *tip, struct cvd_error *error)
{
	struct cvd_git_side side;
	git_oid id;
	enum cvd_status status = find_commit(history, spec, &id, &side, error);

	if (status)
		return status;
	if (!history->tips.len)
		*tip = side;
	CVD_PUSH(&history->arena, &history->tips, id);
	return CVD_OK;
}

static enum cvd_status exclude(struct cvd_git_history *history, git_revwalk *walk,
			       struct cvd_str spec, struct cvd_error *error)
{
	struct cvd_git_side side;
	git_oid id;
	enum cvd_status status = find_commit(history, spec, &id, &side, error);

	history->limited = true;
	if (!status && history->git->lib.revwalk_hide(walk, &id))
		status = cannot_read(history, &id, GIT_ERROR, error);
	return status;
}

static struct cvd_str or_head(struct cvd_str spec)
{
	return spec.len ? spec : CVD_STR("HEAD");
}

/* Ends of a range, and with `...` what both have in common is excluded. */
static enum cvd_status add_range(struct cvd_git_history *history, git_revwalk *walk,
				 struct cvd_str spec, size_t dots, struct cvd_git_side *tip,
				 struct cvd_error *error)
{
	struct cvd_libgit2 *lib = &history->git->lib;
	bool symmetric = cvd_str_starts_with(cvd_str_sub(spec, dots, spec.len), CVD_STR("..."));
	struct cvd_str from = or_head(cvd_str_sub(spec, 0, dots));
	struct cvd_str to = or_head(cvd_str_sub(spec, dots + (symmetric ? 3 : 2), spec.len));
	git_oid base;
	enum cvd_status status;

	if (!symmetric) {
		status = exclude(history, walk, from, error);
		return status ? status : include(history, to, tip, error);
	}
	status = include(history, to, tip, error);
	if (!status)
		status = include(history, from, tip, error);
	if (status)
		return status;
	history->limited = true;
	if (!lib->merge_base(&base, history->git->repo, &history->tips.items[history->tips.len - 2],
			     &history->tips.items[history->tips.len - 1]) &&
	    lib->revwalk_hide(walk, &base))
		status = cannot_read(history, &base, GIT_ERROR, error);
	return status;
}

/* `A^!`: all parents of A are excluded. */
static enum cvd_status add_one(struct cvd_git_history *history, git_revwalk *walk,
			       struct cvd_str spec, struct cvd_git_side *tip,
			       struct cvd_error *error)
{
	struct cvd_libgit2 *lib = &history->git->lib;
	git_commit *commit = NULL;
	enum cvd_status status = include(history, spec, tip, error);
	const git_oid *id;
	int code;

	if (status)
		return status;
	history->limited = true;
	id = &history->tips.items[history->tips.len - 1];
	code = lib->commit_lookup(&commit, history->git->repo, id);
	for (unsigned i = 0; !code && i < lib->commit_parentcount(commit); i++)
		code = lib->revwalk_hide(walk, lib->commit_parent_id(commit, i));
	if (code)
		status = cannot_read(history, id, code, error);
	lib->commit_free(commit);
	return status;
}

static enum cvd_status add_spec(struct cvd_git_history *history, git_revwalk *walk,
				struct cvd_str spec, struct cvd_git_side *tip,
				struct cvd_error *error)
{
	size_t dots = cvd_str_find(spec, CVD_STR(".."), 0);

	if (cvd_str_starts_with(spec, CVD_STR("^")))
		return exclude(history, walk, cvd_str_sub(spec, 1, spec.len), error);
	if (cvd_str_ends_with(spec, CVD_STR("^!")))
		return add_one(history, walk, cvd_str_sub(spec, 0, spec.len - 2), tip, error);
	if (dots != SIZE_MAX)
		return add_range(history, walk, spec, dots, tip, error);
	return include(history, spec, tip, error);
}

/* All commits from the tips that are not excluded. */
static enum cvd_status collect(struct cvd_git_history *history, git_revwalk *walk,
			       struct cvd_error *error)
{
	struct cvd_libgit2 *lib = &history->git->lib;
	git_oid id;
	int code = 0;

	for (size_t i = 0; !code && i < history->tips.len; i++)
		code = lib->revwalk_push(walk, &history->tips.items[i]);
	while (!code && !(code = lib->revwalk_next(&id, walk)))
		add_id(&history->arena, &history->included, &id);
	if (code == GIT_ITEROVER)
		return CVD_OK;
	cvd_git_failed(history->git, error, code, "cannot walk the history");
	cvd_git_hint_missing(history->git, error, NULL);
	return CVD_ERROR_GIT;
}

enum cvd_status cvd_git_history_begin(struct cvd_git *git, struct cvd_arena *arena,
				      const struct cvd_str *specs, size_t count,
				      const struct cvd_git_history_options *options,
				      struct cvd_git_history **history, struct cvd_git_side *tip,
				      struct cvd_error *error)
{
	struct cvd_git_history *made = cvd_malloc(sizeof *made);
	git_revwalk *walk = NULL;
	enum cvd_status status = CVD_OK;
	int code;

	*history = NULL;
	*made = (struct cvd_git_history){.git = git, .options = *options};
	cvd_map_init(&made->seen.map, &made->arena, 0);
	cvd_map_init(&made->included.map, &made->arena, 0);
	code = git->lib.revwalk_new(&walk, git->repo);
	if (code)
		status = cvd_git_failed(git, error, code, "cannot walk the history");
	for (size_t i = 0; !status && i < count; i++)
		status = add_spec(made, walk, specs[i], tip, error);
	if (!status && !made->tips.len)
		status = include(made, CVD_STR("HEAD"), tip, error);
	if (!status && made->limited)
		status = collect(made, walk, error);
	git->lib.revwalk_free(walk);
	if (!status && git->lib.mailmap_from_repository(&made->mailmap, git->repo))
		made->mailmap = NULL;
	if (status) {
		cvd_git_history_end(made);
		return status;
	}
	tip->label = cvd_arena_copy(arena, tip->label);
	tip->commit = cvd_arena_copy(arena, tip->commit);
	*history = made;
	return CVD_OK;
}

void cvd_git_history_track(struct cvd_git_history *history, struct cvd_str path)
{
	CVD_PUSH(&history->arena, &history->paths, cvd_arena_copy(&history->arena, path));
}

static enum cvd_status start(struct cvd_git_history *history, struct cvd_error *error)
{
	enum cvd_status status = CVD_OK;

	history->started = true;
	for (size_t i = 0; !status && i < history->tips.len; i++) {
		struct node *node;

		if (!may_enter(history, &history->tips.items[i]))
			continue;
		status = make_node(history, &history->tips.items[i], NULL, &node, error);
		if (!status)
			enter(history, node);
	}
	return status;
}

enum cvd_status cvd_git_history_next(struct cvd_git_history *history, struct cvd_arena *arena,
				     struct cvd_git_step *step, struct cvd_error *error)
{
	enum cvd_status status = history->started ? CVD_OK : start(history, error);

	*step = (struct cvd_git_step){0};
	while (!status) {
		if (history->node && history->at < history->end) {
			tell(history, arena, step);
			if (step->changes.len || is_every(history))
				return CVD_OK;
			continue;
		}
		if (history->node)
			leave(history);
		status = take(history, arena, error);
		if (!status && !history->node)
			break;
	}
	*step = (struct cvd_git_step){0};
	return status;
}

size_t cvd_git_history_walked(const struct cvd_git_history *history)
{
	return history->walked;
}

struct cvd_str cvd_git_history_shallow(const struct cvd_git_history *history)
{
	return history->shallow;
}

void cvd_git_history_end(struct cvd_git_history *history)
{
	struct node *node;

	if (!history)
		return;
	if (history->node)
		leave(history);
	while ((node = pop(history)))
		free_node(history, node);
	if (history->mailmap)
		history->git->lib.mailmap_free(history->mailmap);
	cvd_arena_free(&history->arena);
	free(history);
}
