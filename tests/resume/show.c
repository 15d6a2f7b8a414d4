/* Documents as text, see the header. */
#include "show.h"
#include "unit.h"

static void show_quoted(struct cvd_buf *out, struct cvd_str text)
{
	cvd_buf_printf(out, "'%.*s'", CVD_STR_ARG(text));
}

static void show_value(struct cvd_buf *out, enum cvd_field field, const struct cvd_value *value)
{
	cvd_buf_printf(out, " %s%s", value->inherited ? "~" : "", cvd_field_name(field));
	show_quoted(out, value->text);
	if (value->norm.len)
		cvd_buf_printf(out, "=%.*s", CVD_STR_ARG(value->norm));
	if (value->rest.len)
		cvd_buf_printf(out, "+%.*s", CVD_STR_ARG(value->rest));
}

static void show_text(struct cvd_buf *out, const struct cvd_node *node)
{
	size_t at = 0;

	cvd_buf_add(out, CVD_STR(" '"));
	for (uint32_t i = 0; i < node->link_count; i++) {
		const struct cvd_link *link = &node->links[i];

		cvd_buf_add(out, cvd_str_sub(node->text, at, link->start));
		at = link->start + link->len;
		cvd_buf_printf(out, "[%.*s](%.*s)",
			       CVD_STR_ARG(cvd_str_sub(node->text, link->start, at)),
			       CVD_STR_ARG(link->target));
	}
	cvd_buf_add(out, cvd_str_sub(node->text, at, node->text.len));
	cvd_buf_put(out, '\'');
}

static void show_node(struct cvd_buf *out, const struct cvd_node *node, size_t depth)
{
	cvd_buf_fill(out, ' ', 2 * depth);
	cvd_buf_add(out, cvd_str_from(cvd_kind_name(node->kind)));
	if (node->kind == CVD_SECTION)
		cvd_buf_printf(out, " %s", cvd_section_type_name(node->section_type));
	for (enum cvd_field field = 0; field < CVD_FIELD_COUNT; field++)
		if (cvd_node_get(node, field))
			show_value(out, field, cvd_node_get(node, field));
	if (!cvd_kind_has_fields(node->kind))
		show_text(out, node);
	cvd_buf_put(out, '\n');
}

void show_document(struct cvd_buf *out, const struct cvd_document *doc)
{
	for (uint32_t id = 1; id < doc->node_count; id++) {
		size_t depth = 0;

		for (const struct cvd_node *up = doc->nodes[id]->parent; up->parent; up = up->parent)
			depth++;
		show_node(out, doc->nodes[id], depth);
	}
}

void check_reads(const char *source, const char *want)
{
	struct cvd_document *doc = NULL;
	struct cvd_error error = {0};
	struct cvd_buf shown = {0};

	ck_assert_int_eq(cvd_markdown_read(cvd_str_from(source), &doc, &error), CVD_OK);
	ck_assert_ptr_nonnull(doc);
	show_document(&shown, doc);
	assert_text(cvd_buf_str(&shown), want);
	cvd_buf_free(&shown);
	cvd_document_free(doc);
}
