/*
 * `cvdiff textconv`: a résumé as plain text for git's own tools, which know lines: a line for each
 * statement, field, keyword and contact, however the source wraps them, under headings that say where.
 *
 *	## Experience
 *
 *	### Principal Engineer, Nordvane
 *	team: Fleet Platform
 *	start: October 2026
 *	- Set the direction of a telemetry platform for 40,000 delivery vans.
 *
 * What stands in comments follows behind the rest. Words stand as they are written; what only lays out is
 * not there. The same bytes give the same lines, always. What is no text comes out as it is. Git sends it
 * all to the terminal, so control characters are written out in either. Linear.
 */
#include "base/file.h"
#include "base/text.h"
#include "message.h"
#include "source.h"

#define DEEPEST_HEADING 6 /* signs, as in Markdown */
#define DEEPEST_INDENT 16 /* levels of bullets in bullets */

/* The text with the target of each link behind it, on one line unless it is a block. */
static void add_text(struct cvd_buf *out, const struct cvd_node *node)
{
	size_t at = 0;

	for (uint32_t i = 0; i < node->link_count; i++) {
		size_t end = (size_t)node->links[i].start + node->links[i].len;

		cvd_buf_add(out, cvd_str_sub(node->text, at, end));
		cvd_buf_printf(out, " <%.*s>", CVD_STR_ARG(node->links[i].target));
		at = end;
	}
	cvd_buf_add(out, cvd_str_sub(node->text, at, node->text.len));
}

static void end_line(struct cvd_buf *out)
{
	if (out->len && out->ptr[out->len - 1] != '\n')
		cvd_buf_put(out, '\n');
}

static void add_fields(struct cvd_buf *out, const struct cvd_node *node)
{
	const struct cvd_value *title = cvd_node_get(node, CVD_TITLE);

	for (enum cvd_field field = CVD_ORGANIZATION; field < CVD_FIELD_COUNT; field++) {
		const struct cvd_value *value = cvd_node_own(node, field);
		bool in_heading =
			field == CVD_ORGANIZATION && (!title || cvd_kind_is_entry(node->kind));

		if (!value || in_heading || (!value->text.len && !value->norm.len))
			continue;
		cvd_buf_printf(out, "%s:", cvd_field_name(field));
		if (value->text.len)
			cvd_buf_printf(out, " %.*s", CVD_STR_ARG(value->text));
		if (field == CVD_URL && value->norm.len && !cvd_str_equal(value->norm, value->text))
			cvd_buf_printf(out, " <%.*s>", CVD_STR_ARG(value->norm));
		end_line(out);
	}
}

static size_t depth_of(const struct cvd_node *node, bool (*counts)(enum cvd_kind kind),
		       size_t deepest)
{
	size_t depth = 0;

	for (node = node->parent; node && depth < deepest; node = node->parent)
		depth += counts(node->kind);
	return depth;
}

static bool is_bullet(enum cvd_kind kind)
{
	return kind == CVD_BULLET;
}

static void add_node(struct cvd_buf *out, struct cvd_arena *arena, const struct cvd_node *node)
{
	const struct cvd_value *detail = cvd_node_get(node, CVD_DETAIL);

	if (cvd_kind_has_fields(node->kind)) {
		cvd_buf_put(out, '\n');
		cvd_buf_fill(out, '#', 2 + depth_of(node, cvd_kind_has_fields, DEEPEST_HEADING - 2));
		cvd_buf_put(out, ' ');
		cvd_buf_add(out, cvd_text_squeeze(arena, cvd_node_heading(arena, node)));
		end_line(out);
		add_fields(out, node);
		return;
	}
	if (node->kind == CVD_NAME)
		cvd_buf_add(out, CVD_STR("# "));
	if (is_bullet(node->kind) || cvd_kind_is_keyword(node->kind)) {
		cvd_buf_fill(out, ' ', 2 * depth_of(node, is_bullet, DEEPEST_INDENT));
		cvd_buf_add(out, CVD_STR("- "));
	}
	add_text(out, node);
	if (detail && detail->text.len)
		cvd_buf_printf(out, " (%.*s)", CVD_STR_ARG(detail->text));
	end_line(out);
}

static void add_document(struct cvd_buf *out, struct cvd_arena *arena,
			 const struct cvd_document *doc)
{
	for (uint32_t id = 1; id < doc->node_count; id++)
		add_node(out, arena, doc->nodes[id]);
	if (doc->hidden_count)
		cvd_buf_add(out, CVD_STR("\n## Hidden (in comments)\n"));
	for (uint32_t id = 0; id < doc->hidden_count; id++)
		add_node(out, arena, doc->nodes[doc->node_count + id]);
}

/* The text of a file in the middle of a merge, the merge's lines as blocks of their own. */
static struct cvd_str set_apart(struct cvd_arena *arena, struct cvd_str text)
{
	struct cvd_buf out = {0};

	for (size_t at = 0; at < text.len;) {
		size_t end = cvd_str_find_char(text, '\n', at);
		struct cvd_str line = cvd_str_sub(text, at, end == SIZE_MAX ? end : end + 1);

		if (cvd_source_is_conflict_line(line))
			cvd_buf_printf(&out, "\n```\n%.*s\n```\n\n",
				       CVD_STR_ARG(cvd_str_trim(line)));
		else
			cvd_buf_add(&out, line);
		at += line.len;
	}
	text = cvd_arena_copy(arena, cvd_buf_str(&out));
	cvd_buf_free(&out);
	return text;
}

/* Line breaks and tabs are kept. */
static void add_visible(struct cvd_buf *out, struct cvd_str text)
{
	for (size_t at = 0, end; at < text.len; at = end) {
		end = at;
		while (end < text.len && text.ptr[end] != '\n' && text.ptr[end] != '\t')
			end++;
		cvd_text_visible(out, cvd_str_sub(text, at, end));
		if (end < text.len)
			cvd_buf_put(out, text.ptr[end++]);
	}
}

/* What is no text comes out as it is, as does all else that cannot be read. */
static enum cvd_status convert(struct cvd_cli *cli, struct cvd_str path, struct cvd_error *error)
{
	struct cvd_source source = cvd_source_copy(path.ptr, path, path, 0);
	struct cvd_source_text text;
	struct cvd_document *doc = NULL;
	struct cvd_buf lines = {0};
	struct cvd_str raw;
	enum cvd_status status = cvd_source_fetch(cli, &cli->arena, &source, &text, error);

	if (!status && cvd_source_has_conflict(text.text))
		text.text = set_apart(&cli->arena, text.text);
	if (!status)
		status = cvd_source_parse(&text, NULL, &doc, error);
	if (!status) {
		add_document(&lines, &cli->arena, doc);
		add_visible(&cli->out, cvd_buf_str(&lines));
	} else {
		status = cvd_file_read(&cli->arena, path.ptr, &raw, error);
		if (!status)
			add_visible(&cli->out, raw);
	}
	cvd_buf_free(&lines);
	cvd_document_free(doc);
	return status;
}

void cvd_run_textconv(struct cvd_cli *cli)
{
	const struct cvd_operands *operands = &cli->options.operands;
	struct cvd_error error = {0};
	enum cvd_status status;

	cli->options.no_pager = 1;
	if (operands->len == 1) {
		status = convert(cli, operands->items[0], &error);
	} else {
		status = cvd_fail(&error, CVD_ERROR_USAGE, "textconv takes one file, not %zu",
				  operands->len);
		cvd_error_hint(&error, "cvdiff setup textconv has git run it");
	}
	if (status) {
		cvd_message_error(&error);
		cli->trouble = true;
	}
}
