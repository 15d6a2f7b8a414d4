/*
 * `cvdiff tree`: the document as the diff sees it, a line (or an object) per node in document order. No
 * recursion: a node is closed when the next one lies behind its subtree, so that depth costs nothing
 * but indentation, which is capped.
 */
#include "diff/merkle.h"

#include "base/json_writer.h"
#include "base/text.h"
#include "single.h"

#include <string.h>

#define SHORT_HASH 8
#define DEEPEST_INDENT 32 /* levels; what lies deeper is not moved further right */
#define TITLE_WIDTH 60    /* bytes of a title that are shown, about */

/* --- printing ----------------------------------------------------------------------------------- */

static size_t shown_depth(const struct cvd_node *node)
{
	size_t depth = 0;

	while (depth < DEEPEST_INDENT && (node = node->parent))
		depth++;
	return depth;
}

/* The title or first words, whole code points, on one line. */
static void add_title(struct cvd_buf *out, struct cvd_arena *arena, const struct cvd_node *node)
{
	struct cvd_str title = cvd_text_squeeze(arena, cvd_node_heading(arena, node));
	size_t end = 0;

	while (end < title.len && end < TITLE_WIDTH)
		cvd_utf8_next(title, &end);
	cvd_text_visible(out, cvd_str_sub(title, 0, end));
	if (end < title.len)
		cvd_buf_add(out, CVD_STR("…"));
}

static void print_text(struct cvd_buf *out, struct cvd_arena *arena, const struct cvd_merkle *tree)
{
	const struct cvd_document *doc = tree->doc;

	for (uint32_t id = 0; id < doc->node_count; id++) {
		const struct cvd_node *node = doc->nodes[id];
		char hex[33];

		cvd_hash_hex(tree->content[id], hex);
		cvd_buf_printf(out, "%.*s %5u  ", SHORT_HASH, hex, node->line);
		cvd_buf_fill(out, ' ', 2 * shown_depth(node));
		cvd_buf_add(out, cvd_str_from(cvd_kind_name(node->kind)));
		cvd_buf_add(out, CVD_STR("  "));
		add_title(out, arena, node);
		while (out->ptr[out->len - 1] == ' ')
			out->len--;
		cvd_buf_put(out, '\n');
	}
}

static void add_line(struct cvd_json *json, const char *key, uint32_t line)
{
	cvd_json_key(json, key);
	if (line)
		cvd_json_uint(json, line);
	else
		cvd_json_null(json);
}

static void add_hash(struct cvd_json *json, const char *key, struct cvd_hash hash)
{
	char hex[33];

	cvd_hash_hex(hash, hex);
	cvd_json_key(json, key);
	cvd_json_string(json, cvd_str_from(hex));
}

static void print_nodes(struct cvd_json *json, struct cvd_arena *arena,
			const struct cvd_merkle *tree)
{
	const struct cvd_document *doc = tree->doc;
	CVD_ARRAY(uint32_t) open = {0}; /* ends of the subtrees that the next node lies in */

	for (uint32_t id = 0; id <= doc->node_count; id++) {
		const struct cvd_node *node;

		for (; open.len && open.items[open.len - 1] <= id; open.len--) {
			cvd_json_close(json, ']');
			cvd_json_close(json, '}');
		}
		if (id == doc->node_count)
			break;
		node = doc->nodes[id];
		cvd_json_open(json, '{');
		cvd_json_key(json, "kind");
		cvd_json_string(json, cvd_str_from(cvd_kind_name(node->kind)));
		add_hash(json, "content", tree->content[id]);
		add_hash(json, "source", tree->source[id]);
		add_line(json, "line", node->line);
		add_line(json, "end_line", node->end_line);
		cvd_json_key(json, "text");
		cvd_json_string(json, cvd_node_text(arena, node));
		cvd_json_key(json, "children");
		cvd_json_open(json, '[');
		CVD_PUSH(arena, &open, node->end);
	}
}

static void print_json(struct cvd_buf *out, struct cvd_arena *arena, const struct cvd_merkle *tree,
		       const struct cvd_revision *revision)
{
	struct cvd_json json = {.out = out};

	cvd_json_open(&json, '{');
	cvd_json_key(&json, "schema");
	cvd_json_string(&json, CVD_STR("cvdiff/tree/1"));
	cvd_json_key(&json, "label");
	cvd_json_string(&json, revision->label);
	cvd_json_key(&json, "commit");
	if (revision->commit.ptr)
		cvd_json_string(&json, revision->commit);
	else
		cvd_json_null(&json);
	cvd_json_key(&json, "path");
	cvd_json_string(&json, revision->path);
	cvd_json_key(&json, "root");
	print_nodes(&json, arena, tree);
	cvd_json_close(&json, '}');
	cvd_buf_put(out, '\n');
}

void cvd_run_tree(struct cvd_cli *cli)
{
	struct cvd_arena arena = {0};
	struct cvd_revision revision;
	struct cvd_str link;
	struct cvd_document *doc = cvd_single_read(cli, &arena, &revision, &link);
	struct cvd_merkle tree;

	if (!doc)
		goto done;
	tree = cvd_merkle_build(&arena, doc);
	if (cli->options.format == CVD_OUTPUT_JSON)
		print_json(&cli->out, &arena, &tree, &revision);
	else
		print_text(&cli->out, &arena, &tree);
done:
	cvd_document_free(doc);
	cvd_arena_free(&arena);
}
