/*
 * `cvdiff tree`: the document as the diff sees it, a line (or an object) per node in document order. No
 * recursion: a node is closed when the next one lies behind its subtree, so that depth costs nothing
 * but indentation, which is capped.
 */
#include "diff/merkle.h"

#include "base/text.h"
#include "message.h"
#include "operands.h"
#include "base/json_writer.h"
#include "select.h"
#include "terminal.h"

#include <string.h>

#define SHORT_HASH 8
#define DEEPEST_INDENT 32 /* levels; what lies deeper is not moved further right */
#define TITLE_WIDTH 60    /* bytes of a title that are shown, about */

/* --- which version ------------------------------------------------------------------------------ */

/* One operand: a revision, a single file of a revision, or a file of the file system. */
static enum cvd_status read_one(struct cvd_cli *cli, struct cvd_str operand,
				struct cvd_source *source, struct cvd_error *error)
{
	bool dash = cvd_str_equal(operand, CVD_STR("-"));
	bool exists = dash || cvd_operands_exists(operand);
	struct cvd_git_side sides[2];
	struct cvd_str top;
	size_t count = 0;
	enum cvd_status status;

	if (dash || cli->options.operands.dashes || (exists && !cvd_git_nearby(&cli->arena, &top))) {
		*source = cvd_source_file(operand.ptr);
		return CVD_OK;
	}
	status = cvd_cli_open_git(cli, error);
	if (!status)
		status = cvd_git_resolve(cli->git, &cli->arena, operand, sides, &count, error);
	if (!status && exists)
		return cvd_operands_ambiguous(operand, error);
	if (status == CVD_ERROR_NOT_FOUND && exists) {
		*source = cvd_source_file(operand.ptr);
		return CVD_OK;
	}
	if (status)
		return status;
	if (count != 1)
		return cvd_fail(error, CVD_ERROR_USAGE, "'%.*s' is a range, not one revision",
				CVD_STR_ARG(operand));
	if (sides[0].place != CVD_GIT_BLOB)
		return cvd_select_one(cli, &sides[0], source, error);
	*source = cvd_source_blob(&sides[0]);
	return CVD_OK;
}

static enum cvd_status read_two(struct cvd_cli *cli, struct cvd_str revision, struct cvd_str path,
				struct cvd_source *source, struct cvd_error *error)
{
	struct cvd_git_side sides[2];
	struct cvd_git_file file;
	struct cvd_str full;
	size_t count;
	enum cvd_status status = cvd_cli_open_git(cli, error);

	if (!status)
		status = cvd_git_resolve(cli->git, &cli->arena, revision, sides, &count, error);
	if (!status && (count != 1 || sides[0].place == CVD_GIT_BLOB))
		status = cvd_fail(error, CVD_ERROR_USAGE, "'%.*s' is not one revision",
				  CVD_STR_ARG(revision));
	if (!status)
		status = cvd_operands_path(cli, path, &full, error);
	if (!status)
		status = cvd_git_find(cli->git, &cli->arena, &sides[0], full, &file, error);
	if (status)
		return status;
	if (file.kind == CVD_GIT_ABSENT)
		return cvd_fail(error, CVD_ERROR_NOT_FOUND, "'%.*s' does not exist at '%.*s'",
				CVD_STR_ARG(full), CVD_STR_ARG(revision));
	*source = cvd_source_git(&sides[0], &file);
	return CVD_OK;
}

static enum cvd_status read_operands(struct cvd_cli *cli, struct cvd_source *source,
				     struct cvd_error *error)
{
	const struct cvd_operands *operands = &cli->options.operands;
	struct cvd_git_side side;
	enum cvd_status status;

	switch (operands->len) {
	case 0:
		status = cvd_cli_open_git(cli, error);
		if (!status)
			status = cvd_git_worktree(cli->git)
					 ? cvd_git_worktree_side(cli->git, &side, error)
					 : cvd_git_head(cli->git, &cli->arena, &side, error);
		return status ? status : cvd_select_one(cli, &side, source, error);
	case 1:
		return read_one(cli, operands->items[0], source, error);
	case 2:
		return read_two(cli, operands->items[0], operands->items[1], source, error);
	default:
		cvd_fail(error, CVD_ERROR_USAGE, "too many operands");
		cvd_error_hint(error, "cvdiff tree [REV] [PATH]");
		return CVD_ERROR_USAGE;
	}
}

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
	struct cvd_source source = {0};
	struct cvd_revision revision = {0};
	struct cvd_document *doc = NULL;
	struct cvd_error error = {0};
	struct cvd_merkle tree;
	enum cvd_status status = read_operands(cli, &source, &error);

	if (!status)
		status = cvd_source_read(cli, &arena, &source, &doc, &error);
	if (status) {
		cvd_message_error(&error);
		cli->trouble = true;
		goto done;
	}
	tree = cvd_merkle_build(&arena, doc);
	cvd_source_describe(&source, &revision);
	if (cli->options.format == CVD_OUTPUT_JSON)
		print_json(&cli->out, &arena, &tree, &revision);
	else
		print_text(&cli->out, &arena, &tree);
done:
	cvd_document_free(doc);
	cvd_arena_free(&arena);
}
