/*
 * Any bytes become a document, and what model.h promises of it is checked node by node: ids in
 * document order, subtrees as runs of ids, links within texts, plain UTF-8 without line breaks,
 * lines within the source. Linear.
 */
#include "fuzz.h"

#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void fuzz_fail(const char *file, int line, const char *condition)
{
	fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, condition);
	abort();
}

static void check_text(const struct cvd_node *node, struct cvd_str text)
{
	FUZZ_CHECK(cvd_utf8_check(text) == text.len);
	if (node->kind == CVD_BLOCK)
		return;
	FUZZ_CHECK(cvd_str_find_char(text, '\n', 0) == SIZE_MAX);
	FUZZ_CHECK(cvd_str_find_char(text, '\r', 0) == SIZE_MAX);
	FUZZ_CHECK(cvd_str_find(text, CVD_STR("  "), 0) == SIZE_MAX);
}

static void check_fields(const struct cvd_node *node)
{
	if (node->fields)
		FUZZ_CHECK(cvd_kind_has_fields(node->kind) || node->kind == CVD_SKILL);
	for (enum cvd_field field = 0; field < CVD_FIELD_COUNT; field++) {
		const struct cvd_value *value = cvd_node_get(node, field);

		if (!value)
			continue;
		check_text(node, value->text);
		FUZZ_CHECK(cvd_utf8_check(value->norm) == value->norm.len);
		FUZZ_CHECK(cvd_utf8_check(value->rest) == value->rest.len);
	}
}

static void check_links(const struct cvd_node *node)
{
	uint32_t start = 0;

	for (uint32_t i = 0; i < node->link_count; i++) {
		const struct cvd_link *link = &node->links[i];

		FUZZ_CHECK(link->start >= start);
		FUZZ_CHECK((size_t)link->start + link->len <= node->text.len);
		FUZZ_CHECK(link->target.len > 0);
		start = link->start;
	}
}

static void check_place(const struct cvd_document *doc, const struct cvd_node *node)
{
	const struct cvd_node *last = NULL;
	uint32_t count = 0;

	for (const struct cvd_node *child = node->first_child; child; child = child->next) {
		FUZZ_CHECK(child->parent == node);
		FUZZ_CHECK(child->index == count++);
		FUZZ_CHECK(child->id == (last ? last->end : node->id + 1));
		last = child;
	}
	FUZZ_CHECK(node->child_count == count);
	FUZZ_CHECK(node->last_child == last);
	FUZZ_CHECK(node->end == (last ? last->end : node->id + 1));
	FUZZ_CHECK(node->line <= node->end_line);
	FUZZ_CHECK(node->end_line <= doc->root->end_line);
}

static void check_document(const struct cvd_document *doc)
{
	FUZZ_CHECK(doc->node_count > 0 && doc->nodes[0] == doc->root);
	FUZZ_CHECK(doc->root->kind == CVD_RESUME && !doc->root->parent && !doc->root->next);
	for (uint32_t id = 0; id < doc->node_count; id++) {
		const struct cvd_node *node = doc->nodes[id];

		FUZZ_CHECK(node->id == id);
		FUZZ_CHECK(id == 0 || node->line > 0);
		check_place(doc, node);
		check_text(node, node->text);
		check_fields(node);
		check_links(node);
	}
}

void fuzz_resume_read(struct fuzz_resume *resume, const uint8_t *data, size_t size)
{
	struct cvd_error error = {0};
	struct cvd_str text;

	*resume = (struct fuzz_resume){.bytes = cvd_malloc(size ? size : 1)};
	if (size)
		memcpy(resume->bytes, data, size);
	text = cvd_text_decode(&resume->arena, (struct cvd_str){resume->bytes, size}).text;
	FUZZ_CHECK(cvd_utf8_check(text) == text.len);
	FUZZ_CHECK(cvd_markdown_read(text, &resume->doc, &error) == CVD_OK);
	check_document(resume->doc);
}

void fuzz_resume_free(struct fuzz_resume *resume)
{
	cvd_document_free(resume->doc);
	cvd_arena_free(&resume->arena);
	free(resume->bytes);
}
