/*
 * Each part is an item that waits at one place, a file in a commit, until the walk comes to that commit. Its
 * steps, one to each parent, say where the item could go; when all have spoken it goes there, or was first
 * written here. So no item is ever in two places, and places are as few as the lines of history that items are
 * on. Where dates of commits are so wrong that an item comes to a commit after the walk did, or where branches
 * name a file differently, it waits there for a walk of its own.
 *
 * Matching runs ahead of that in threads, at most WINDOW steps; all versions are read under one order of day and
 * month, so that an item is one node of its version, whichever it is compared with. Cost: a matching for each
 * step that changed the file, plus the number of items for each step.
 */
#include "trace.h"

#include "diff/lineage.h"
#include "git/history.h"
#include "pool.h"

#include <stdlib.h>
#include <string.h>

#define WINDOW 32      /* steps in work */
#define SPARE 64       /* versions that are kept */
#define THREADS_MOST 8 /* more have nothing to do: walking and fetching is one thread's work */

/* How well a parent explains an item; the first of the best gets it. */
enum fit { FIT_NONE, FIT_CHANGED, FIT_UNCHANGED, FIT_SAME_FILE };

struct item {
	struct item *next; /* at the same place */
	uint32_t id;       /* in the version that is asked about */
	uint32_t node;     /* where it is now */
	enum fit fit;      /* the best parent so far, of the commit in work */
	struct place *to;
	uint32_t to_node;
};

struct place {
	struct place *next;
	struct cvd_str commit, path; /* empty, where it is not committed */
	struct item *items;
};

/* A commit beside a parent. */
struct entry {
	struct cvd_job job; /* first: the pool knows no more */
	struct tracing *tracing;
	struct cvd_arena arena;
	struct cvd_git_step step;
	struct cvd_version *old, *new; /* NULL where they need not be matched */
	struct cvd_origin *origins;    /* NULL: nothing comes from there */
};

struct tracing {
	struct cvd_cli *cli;
	struct cvd_trace *trace;
	struct cvd_pool *pool;
	bool month_first;
	struct place *places;
	size_t left;                  /* items at some place */
	struct entry *window[WINDOW]; /* a ring, oldest at `first` */
	size_t first, count;
	struct place *now; /* of the commit in work, NULL: no item is there */
	struct cvd_str commit;
	struct cvd_writing *writing; /* of it */
};

/* --- places ------------------------------------------------------------------------------------- */

static struct place *find_place(const struct tracing *tracing, struct cvd_str commit,
				struct cvd_str path)
{
	struct place *place = tracing->places;

	while (place && (!cvd_str_equal(place->commit, commit) || !cvd_str_equal(place->path, path)))
		place = place->next;
	return place;
}

static struct place *get_place(struct tracing *tracing, struct cvd_str commit, struct cvd_str path)
{
	struct place *place = find_place(tracing, commit, path);
	char *text;

	if (place)
		return place;
	place = cvd_malloc(sizeof *place + commit.len + path.len);
	text = (char *)(place + 1);
	if (commit.len)
		memcpy(text, commit.ptr, commit.len);
	memcpy(text + commit.len, path.ptr, path.len);
	*place = (struct place){
		.next = tracing->places,
		.commit = {text, commit.len},
		.path = {text + commit.len, path.len},
	};
	tracing->places = place;
	return place;
}

static void drop_empty_places(struct tracing *tracing)
{
	struct place **at = &tracing->places;

	while (*at) {
		struct place *place = *at;

		if (place->items) {
			at = &place->next;
			continue;
		}
		*at = place->next;
		free(place);
	}
}

static void put_item(struct place *place, struct item *item)
{
	item->fit = FIT_NONE;
	item->next = place->items;
	place->items = item;
}

static void place_all(struct tracing *tracing, const struct cvd_source *source)
{
	const struct cvd_document *doc = tracing->trace->doc;
	struct place *place = NULL;

	for (uint32_t id = doc->node_count; id-- > 1;) {
		struct item *item;

		if (doc->nodes[id]->kind == CVD_SECTION)
			continue;
		if (!place)
			place = get_place(tracing, source->side.commit, source->entry.path);
		item = CVD_NEW(&tracing->trace->arena, struct item);
		item->id = item->node = id;
		put_item(place, item);
		tracing->left++;
	}
}

/* --- a commit ----------------------------------------------------------------------------------- */

static struct cvd_writing *writing_of(struct tracing *tracing, const struct cvd_git_step *step)
{
	struct cvd_arena *arena = &tracing->trace->arena;
	struct cvd_writing *writing = CVD_NEW(arena, struct cvd_writing);

	if (!step->commit.id.ptr)
		return writing;
	writing->commit = cvd_arena_copy(arena, step->commit.id);
	writing->author = cvd_arena_copy(arena, step->commit.author);
	writing->address = cvd_arena_copy(arena, step->commit.address);
	writing->written = step->commit.written;
	writing->zone = step->commit.zone;
	writing->cut = step->cut;
	return writing;
}

static void note_writing(struct tracing *tracing, const struct cvd_writing **which)
{
	if (*which)
		return;
	*which = tracing->writing;
	if (tracing->writing->cut)
		tracing->trace->shallow = tracing->writing->commit;
}

/* Lets the items of the commit in work go on, or says that it wrote them. */
static void finish_commit(struct tracing *tracing)
{
	struct item *item = tracing->now ? tracing->now->items : NULL, *next;

	if (!tracing->now)
		return;
	tracing->now->items = NULL;
	for (; item; item = next) {
		next = item->next;
		if (item->fit <= FIT_CHANGED)
			note_writing(tracing, &tracing->trace->last[item->id]);
		if (item->fit == FIT_NONE) {
			note_writing(tracing, &tracing->trace->first[item->id]);
			tracing->left--;
			continue;
		}
		item->node = item->to_node;
		put_item(item->to, item);
	}
	drop_empty_places(tracing);
	tracing->now = NULL;
	tracing->writing = NULL;
}

static void offer(struct item *item, enum fit fit, struct place *to, uint32_t node)
{
	if (fit <= item->fit)
		return;
	item->fit = fit;
	item->to = to;
	item->to_node = node;
}

/* What is not committed differs, or would not be asked about; its id is the index's. */
static bool is_same_file(const struct cvd_git_step *step)
{
	const struct cvd_git_change *change = step->changes.items;

	return step->commit.id.ptr && change->old.kind == change->new.kind &&
	       !memcmp(&change->old.id, &change->new.id, sizeof change->old.id);
}

static void begin_commit(struct tracing *tracing, const struct cvd_git_step *step)
{
	const struct cvd_git_changes *changes = &step->changes;

	finish_commit(tracing);
	tracing->commit = cvd_arena_copy(&tracing->trace->arena, step->commit.id);
	if (changes->len)
		tracing->now = find_place(tracing, step->commit.id, changes->items[0].new.path);
}

static void take_step(struct tracing *tracing, const struct entry *entry)
{
	const struct cvd_git_step *step = &entry->step;
	const struct cvd_git_change *change = step->changes.items;
	struct place *to;
	bool same;

	if (!step->parent_number || !cvd_str_equal(step->commit.id, tracing->commit))
		begin_commit(tracing, step);
	if (!tracing->now)
		return;
	same = is_same_file(step);
	if (!same && !tracing->writing)
		tracing->writing = writing_of(tracing, step);
	if (!same && !entry->origins)
		return;
	to = get_place(tracing, step->parent, change->old.path);
	for (struct item *item = tracing->now->items; item; item = item->next) {
		const struct cvd_origin *origin = same ? NULL : &entry->origins[item->node];

		if (same)
			offer(item, FIT_SAME_FILE, to, item->node);
		else if (origin->old != CVD_NO_NODE)
			offer(item, origin->changed ? FIT_CHANGED : FIT_UNCHANGED, to, origin->old);
	}
}

/* --- the window --------------------------------------------------------------------------------- */

static void match(struct cvd_job *job)
{
	struct entry *entry = (struct entry *)job;
	bool month_first = entry->tracing->month_first;
	struct cvd_prepared *old, *new;

	if (!entry->old)
		return;
	old = cvd_version_prepare_as(entry->old, month_first);
	new = cvd_version_prepare_as(entry->new, month_first);
	if (old && new)
		entry->origins = cvd_lineage_build(&entry->arena, old, new);
}

static struct entry *new_entry(struct tracing *tracing)
{
	struct entry *entry = cvd_malloc(sizeof *entry);

	*entry = (struct entry){.tracing = tracing};
	cvd_arena_init(&entry->arena);
	return entry;
}

static void free_entry(struct entry *entry)
{
	if (entry->old)
		cvd_versions_give_back(entry->old);
	if (entry->new && entry->new != entry->tracing->trace->version)
		cvd_versions_give_back(entry->new);
	cvd_arena_free(&entry->arena);
	free(entry);
}

static enum cvd_status add_entry(struct tracing *tracing, struct entry *entry,
				 struct cvd_error *error)
{
	struct cvd_versions *versions = &tracing->trace->versions;
	const struct cvd_git_changes *changes = &entry->step.changes;
	const struct cvd_git_change *change = changes->items;
	enum cvd_status status = CVD_OK;

	if (changes->len && change->old.kind == CVD_GIT_FILE && change->new.kind == CVD_GIT_FILE &&
	    !is_same_file(&entry->step)) {
		status = cvd_versions_hold_git(versions, &entry->step.old, &change->old,
					       &entry->old, error);
		if (!status && entry->step.new.place != CVD_GIT_TREE)
			entry->new = tracing->trace->version; /* read once, whatever becomes of it */
		else if (!status)
			status = cvd_versions_hold_git(versions, &entry->step.new, &change->new,
						       &entry->new, error);
	}
	if (status) {
		free_entry(entry);
		return status;
	}
	tracing->window[(tracing->first + tracing->count++) % WINDOW] = entry;
	cvd_pool_give(tracing->pool, &entry->job);
	return CVD_OK;
}

static void take_oldest(struct tracing *tracing)
{
	struct entry *entry = tracing->window[tracing->first];

	cvd_pool_wait(tracing->pool, &entry->job);
	take_step(tracing, entry);
	free_entry(entry);
	tracing->first = (tracing->first + 1) % WINDOW;
	tracing->count--;
}

static void take_all(struct tracing *tracing)
{
	while (tracing->count)
		take_oldest(tracing);
	finish_commit(tracing);
	tracing->commit = (struct cvd_str){0};
}

/* --- walks -------------------------------------------------------------------------------------- */

static enum cvd_status walk(struct tracing *tracing, struct cvd_git_history *history,
			    struct cvd_error *error)
{
	enum cvd_status status = CVD_OK;

	while (!status && tracing->left) {
		struct entry *entry = new_entry(tracing);

		status = cvd_git_history_next(history, &entry->arena, &entry->step, error);
		if (status || !entry->step.commit.id.ptr) {
			free_entry(entry);
			break;
		}
		if (tracing->count == WINDOW)
			take_oldest(tracing);
		status = add_entry(tracing, entry, error);
	}
	take_all(tracing);
	return status;
}

static enum cvd_status walk_from(struct tracing *tracing, const struct place *place,
				 struct cvd_error *error)
{
	const struct cvd_git_history_options options = {.each_parent = true, .every = true};
	struct cvd_str commit = cvd_arena_copy(&tracing->trace->arena, place->commit);
	struct cvd_git_history *history = NULL;
	struct cvd_git_side tip;
	enum cvd_status status = cvd_git_history_begin(tracing->cli->git, &tracing->trace->arena,
						       &commit, 1, &options, &history, &tip, error);

	if (status)
		return status;
	cvd_git_history_track(history, place->path);
	status = walk(tracing, history, error);
	cvd_git_history_end(history);
	return status;
}

/* What is not committed, beside each commit that it comes from, is a commit like the others. */
static enum cvd_status compare_uncommitted(struct tracing *tracing,
					   const struct cvd_trace_start *start,
					   struct cvd_error *error)
{
	enum cvd_status status = CVD_OK;

	for (size_t i = 0; !status && i < start->parent_count; i++) {
		const struct cvd_source *parent = &start->parents[i];
		struct entry *entry = new_entry(tracing);

		entry->step.parent = parent->side.commit;
		entry->step.parent_number = i;
		entry->step.old = parent->side;
		entry->step.new = start->version.side;
		CVD_PUSH(&entry->arena, &entry->step.changes,
			 (struct cvd_git_change){parent->entry, start->version.entry});
		status = add_entry(tracing, entry, error);
	}
	take_all(tracing);
	return status;
}

static enum cvd_status read_version(struct tracing *tracing, const struct cvd_source *source,
				    struct cvd_error *error)
{
	struct cvd_trace *trace = tracing->trace;
	struct cvd_prepared *prepared;
	uint32_t count;

	trace->version = cvd_versions_hold(&trace->versions, source);
	tracing->month_first = cvd_date_votes_month_first(trace->version->text.votes);
	prepared = cvd_version_prepare_as(trace->version, tracing->month_first);
	if (!prepared) {
		*error = trace->version->error;
		return error->status;
	}
	trace->doc = cvd_prepared_document(prepared);
	count = trace->doc->node_count;
	trace->last = CVD_NEW_ARRAY(&trace->arena, const struct cvd_writing *, count);
	trace->first = CVD_NEW_ARRAY(&trace->arena, const struct cvd_writing *, count);
	return CVD_OK;
}

enum cvd_status cvd_trace_run(struct cvd_cli *cli, const struct cvd_trace_start *start,
			      struct cvd_trace *trace, struct cvd_error *error)
{
	struct tracing tracing = {.cli = cli, .trace = trace};
	enum cvd_status status;

	*trace = (struct cvd_trace){0};
	cvd_versions_init(&trace->versions, cli, SPARE);
	status = read_version(&tracing, &start->version, error);
	if (status)
		return status;
	tracing.pool = cvd_pool_new(match, THREADS_MOST);
	place_all(&tracing, &start->version);
	status = compare_uncommitted(&tracing, start, error);
	while (!status && tracing.left)
		status = walk_from(&tracing, tracing.places, error);
	cvd_pool_free(tracing.pool);
	while (tracing.places) {
		tracing.places->items = NULL;
		drop_empty_places(&tracing);
	}
	return status;
}

void cvd_trace_free(struct cvd_trace *trace)
{
	if (trace->version)
		cvd_versions_give_back(trace->version);
	cvd_versions_free(&trace->versions);
	cvd_arena_free(&trace->arena);
}
