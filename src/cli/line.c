/*
 * All commits of the range make a graph, which the walk gives edge by edge, with the résumés' names and
 * contents at each commit. From the roots up, each commit learns the most tags that a line from it to the
 * past can pass; ties go to the first parent. The line is then read off from the tip. Linear.
 */
#include "line.h"

#include "base/map.h"

#include <stdlib.h>
#include <string.h>

#define NONE UINT32_MAX

struct node {
	struct cvd_line_point point;
	uint32_t edge, edge_count; /* to parents, in their order */
	uint32_t most;             /* tags on a line from here on */
	uint32_t next;             /* the parent on that line, or NONE */
	bool walked;               /* else it is where the range begins */
	bool entered, done;
};

struct graph {
	struct cvd_cli *cli;
	CVD_ARRAY(struct node) nodes;
	CVD_ARRAY(uint32_t) edges;
	CVD_ARRAY(uint32_t) stack;
	struct cvd_map index;                  /* first digits of an id to its node */
	struct cvd_git_tags tags;              /* by commit */
	const struct cvd_git_file *last_files; /* of the node made last */
};

/* --- nodes ------------------------------------------------------------------------------------ */

static uint64_t key_of(struct cvd_str id)
{
	char digits[17] = "";

	memcpy(digits, id.ptr, 16);
	return strtoull(digits, NULL, 16);
}

static uint32_t find_node(const struct graph *graph, struct cvd_str id)
{
	uint32_t at = id.len ? cvd_map_get(&graph->index, key_of(id)) : CVD_MAP_NONE;

	if (at == CVD_MAP_NONE || !cvd_str_equal(graph->nodes.items[at].point.commit, id))
		return NONE;
	return at;
}

/* Of one commit, those with a date of their own first. */
static int by_commit(const void *a, const void *b)
{
	const struct cvd_git_tag *first = a, *second = b;
	int order = cvd_str_compare(first->commit, second->commit);

	if (!order)
		order = second->dated - first->dated;
	return order ? order : cvd_str_compare(first->name, second->name);
}

static void find_tags(const struct graph *graph, struct cvd_line_point *point)
{
	size_t low = 0, high = graph->tags.len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (cvd_str_compare(graph->tags.items[middle].commit, point->commit) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (high = low; high < graph->tags.len &&
			 cvd_str_equal(graph->tags.items[high].commit, point->commit);)
		high++;
	point->tags = graph->tags.items ? graph->tags.items + low : NULL;
	point->tag_count = high - low;
}

static uint32_t need_node(struct graph *graph, struct cvd_str id)
{
	struct cvd_arena *arena = &graph->cli->arena;
	uint32_t at = find_node(graph, id);
	struct node node = {.next = NONE};

	if (at != NONE)
		return at;
	at = (uint32_t)graph->nodes.len;
	node.point.commit = cvd_arena_copy(arena, id);
	find_tags(graph, &node.point);
	CVD_PUSH(arena, &graph->nodes, node);
	*cvd_map_put(&graph->index, key_of(id)) = at;
	return at;
}

static const struct cvd_git_file *side_of(const struct cvd_git_change *change, bool old)
{
	return old ? &change->old : &change->new;
}

static bool is_same(const struct cvd_git_file *a, const struct cvd_git_file *b)
{
	return a->kind == b->kind && cvd_str_equal(a->path, b->path) &&
	       !memcmp(&a->id, &b->id, sizeof a->id);
}

static bool are_last(const struct graph *graph, const struct cvd_git_changes *changes, bool old)
{
	for (size_t i = 0; i < changes->len; i++)
		if (!graph->last_files ||
		    !is_same(&graph->last_files[i], side_of(&changes->items[i], old)))
			return false;
	return true;
}

/* The résumés on one side of the changes; where nothing changed, the commit before has them already. */
static void set_files(struct graph *graph, uint32_t at, const struct cvd_git_changes *changes,
		      bool old)
{
	struct cvd_line_point *point = &graph->nodes.items[at].point;
	struct cvd_git_file *files;

	if (point->files)
		return;
	if (!are_last(graph, changes, old)) {
		files = CVD_NEW_ARRAY(&graph->cli->arena, struct cvd_git_file, changes->len);
		for (size_t i = 0; i < changes->len; i++)
			files[i] = *side_of(&changes->items[i], old);
		graph->last_files = files;
	}
	point->files = graph->last_files;
}

static void add_step(struct graph *graph, const struct cvd_git_step *step)
{
	struct cvd_arena *arena = &graph->cli->arena;
	uint32_t at = need_node(graph, step->commit.id), parent;
	struct node *node = &graph->nodes.items[at];

	set_files(graph, at, &step->changes, false);
	if (!step->parent.ptr && step->commit.parents)
		return; /* a shallow clone lacks what was before */
	if (!node->walked) {
		node->walked = true;
		node->edge = (uint32_t)graph->edges.len;
		node->point.subject = cvd_arena_copy(arena, step->commit.subject);
		node->point.written = step->commit.written;
		node->point.zone = step->commit.zone;
	}
	if (!step->parent.ptr)
		return;
	node->edge_count++;
	parent = need_node(graph, step->parent);
	set_files(graph, parent, &step->changes, true);
	CVD_PUSH(arena, &graph->edges, parent);
}

static enum cvd_status walk_all(struct graph *graph, struct cvd_git_history *history,
				struct cvd_error *error)
{
	enum cvd_status status = CVD_OK;
	bool end = false;

	while (!status && !end) {
		struct cvd_arena arena = {0};
		struct cvd_git_step step;

		status = cvd_git_history_next(history, &arena, &step, error);
		end = !step.commit.id.ptr;
		if (!status && !end)
			add_step(graph, &step);
		cvd_arena_free(&arena);
	}
	return status;
}

/* --- the line --------------------------------------------------------------------------------- */

static void choose_parent(struct graph *graph, struct node *node)
{
	uint32_t most = 0;

	for (uint32_t i = 0; i < node->edge_count; i++) {
		uint32_t at = graph->edges.items[node->edge + i];
		uint32_t there = graph->nodes.items[at].most;

		if (node->next != NONE && there <= most)
			continue;
		node->next = at;
		most = there;
	}
	node->most = most + (node->walked && node->point.tag_count);
	node->done = true;
}

/* Settles all that the tip leads to, parents before children. */
static void settle(struct graph *graph, uint32_t tip)
{
	struct cvd_arena *arena = &graph->cli->arena;

	CVD_PUSH(arena, &graph->stack, tip);
	while (graph->stack.len) {
		struct node *node = &graph->nodes.items[graph->stack.items[graph->stack.len - 1]];

		if (node->entered) {
			graph->stack.len--;
			if (!node->done)
				choose_parent(graph, node);
			continue;
		}
		node->entered = true;
		for (uint32_t i = 0; i < node->edge_count; i++)
			if (!graph->nodes.items[graph->edges.items[node->edge + i]].entered)
				CVD_PUSH(arena, &graph->stack, graph->edges.items[node->edge + i]);
	}
}

static void read_line(struct graph *graph, uint32_t tip, struct cvd_line *line)
{
	struct cvd_arena *arena = &graph->cli->arena;
	CVD_ARRAY(struct cvd_line_point) points = {0};
	uint32_t at = tip;

	for (; at != NONE && graph->nodes.items[at].walked; at = graph->nodes.items[at].next) {
		CVD_PUSH(arena, &points, graph->nodes.items[at].point);
		line->tagged |= graph->nodes.items[at].point.tag_count > 0;
	}
	if (at != NONE)
		line->before = graph->nodes.items[at].point;
	line->tagged |= line->before.tag_count > 0;
	line->points = points.items;
	line->len = points.len;
}

enum cvd_status cvd_line_begin(struct cvd_cli *cli, bool tags, struct cvd_line *line,
			       struct cvd_error *error)
{
	struct cvd_git_history_options options = {
		.first_parent = cli->options.first_parent,
		.no_follow = cli->options.no_follow,
		.whole = true,
	};
	struct graph graph = {.cli = cli};
	enum cvd_status status;
	uint32_t tip;

	*line = (struct cvd_line){0};
	cvd_map_init(&graph.index, &cli->arena, 0);
	status = cvd_walk_begin(cli, &options, &line->walk, error);
	if (!status && tags)
		status = cvd_git_tags(cli->git, &cli->arena, &graph.tags, error);
	if (graph.tags.len)
		qsort(graph.tags.items, graph.tags.len, sizeof *graph.tags.items, by_commit);
	if (!status)
		status = walk_all(&graph, line->walk.history, error);
	if (status)
		return status;
	tip = find_node(&graph, line->walk.tip.commit);
	if (tip == NONE)
		return CVD_OK;
	settle(&graph, tip);
	read_line(&graph, tip, line);
	return CVD_OK;
}

void cvd_line_end(struct cvd_line *line)
{
	cvd_walk_end(&line->walk);
}
