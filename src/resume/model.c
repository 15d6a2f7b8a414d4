/*
 * Building and citing the model. The tree is made of links while it grows; cvd_document_finish
 * numbers it in document order, after which later layers keep what they know of a node in arrays
 * by id. A subtree is the run of ids [id, end), be it in the tree or hidden. No function here recurses.
 */
#include "resume/model.h"

#include "base/buf.h"
#include "base/text.h"

#include <stdlib.h>

/* A breadcrumb of a statement is its first words. */
#define HEADING_WORDS 6
#define HEADING_BYTES 60

struct cvd_document *cvd_document_new(enum cvd_format format)
{
	struct cvd_document *doc = cvd_malloc(sizeof *doc);

	*doc = (struct cvd_document){.format = format};
	doc->root = CVD_NEW(&doc->arena, struct cvd_node);
	doc->root->kind = CVD_RESUME;
	return doc;
}

void cvd_document_free(struct cvd_document *doc)
{
	if (!doc)
		return;
	cvd_arena_free(&doc->arena);
	free(doc);
}

struct cvd_node *cvd_node_add(struct cvd_document *doc, struct cvd_node *parent, enum cvd_kind kind)
{
	struct cvd_node *node = CVD_NEW(&doc->arena, struct cvd_node);

	node->kind = kind;
	node->parent = parent;
	node->hidden = parent->hidden;
	node->previous = parent->last_child;
	if (parent->last_child)
		parent->last_child->next = node;
	else
		parent->first_child = node;
	parent->last_child = node;
	parent->child_count++;
	return node;
}

struct cvd_value *cvd_node_field(struct cvd_document *doc, struct cvd_node *node,
				 enum cvd_field field)
{
	if (!node->fields)
		node->fields = CVD_NEW_ARRAY(&doc->arena, struct cvd_value, CVD_FIELD_COUNT);
	return &node->fields[field];
}

const struct cvd_value *cvd_node_get(const struct cvd_node *node, enum cvd_field field)
{
	return node->fields && node->fields[field].present ? &node->fields[field] : NULL;
}

const struct cvd_value *cvd_node_own(const struct cvd_node *node, enum cvd_field field)
{
	const struct cvd_value *value = cvd_node_get(node, field);

	return value && !value->inherited ? value : NULL;
}

/* The node after `node` in the subtree of `top`, in document order. */
static struct cvd_node *next_below(const struct cvd_node *top, struct cvd_node *node)
{
	if (node->first_child)
		return node->first_child;
	while (node != top && !node->next)
		node = node->parent;
	return node == top ? NULL : node->next;
}

void cvd_node_hide(struct cvd_document *doc, struct cvd_node *node)
{
	if (node->hidden)
		return;
	*(node->previous ? &node->previous->next : &node->parent->first_child) = node->next;
	*(node->next ? &node->next->previous : &node->parent->last_child) = node->previous;
	node->previous = node->next = NULL;
	node->parent->child_count--;
	for (struct cvd_node *below = node; below; below = next_below(node, below))
		below->hidden = true;
	CVD_PUSH(&doc->arena, &doc->hidden, node);
}

static void number_subtree(struct cvd_node *top, uint32_t *count)
{
	for (struct cvd_node *node = top; node; node = next_below(top, node))
		node->id = (*count)++;
}

static void enter_subtree(struct cvd_document *doc, struct cvd_node *top)
{
	for (struct cvd_node *node = top; node; node = next_below(top, node)) {
		uint32_t index = 0;

		doc->nodes[node->id] = node;
		for (struct cvd_node *child = node->first_child; child; child = child->next)
			child->index = index++;
	}
}

void cvd_document_finish(struct cvd_document *doc)
{
	uint32_t count = 0;

	number_subtree(doc->root, &count);
	doc->node_count = count;
	for (size_t i = 0; i < doc->hidden.len; i++)
		number_subtree(doc->hidden.items[i], &count);
	doc->hidden_count = count - doc->node_count;
	doc->nodes = CVD_NEW_ARRAY(&doc->arena, struct cvd_node *, count);
	enter_subtree(doc, doc->root);
	for (size_t i = 0; i < doc->hidden.len; i++)
		enter_subtree(doc, doc->hidden.items[i]);
	for (uint32_t id = count; id-- > 0;) {
		struct cvd_node *node = doc->nodes[id];

		node->end = node->last_child ? node->last_child->end : id + 1;
		if (node->last_child && node->end_line < node->last_child->end_line)
			node->end_line = node->last_child->end_line;
	}
}

/* A url's visible text stands in the field's text only if no other text holds it. */
struct cvd_str cvd_node_text(struct cvd_arena *arena, const struct cvd_node *node)
{
	struct cvd_str only = {0};
	struct cvd_buf buf = {0};
	int parts = 0;

	if (!cvd_kind_has_fields(node->kind) && !node->fields)
		return node->text;
	if (node->text.len) {
		only = node->text;
		cvd_buf_add(&buf, only);
		parts++;
	}
	for (enum cvd_field field = 0; field < CVD_FIELD_COUNT; field++) {
		const struct cvd_value *value = cvd_node_own(node, field);

		if (!value || !value->text.len)
			continue;
		if (parts++)
			cvd_buf_add(&buf, CVD_STR(", "));
		only = value->text;
		cvd_buf_add(&buf, only);
	}
	if (parts > 1)
		only = cvd_arena_copy(arena, cvd_buf_str(&buf));
	cvd_buf_free(&buf);
	return only;
}

static struct cvd_str first_words(struct cvd_str text)
{
	size_t words = 0, last = 0, at = 0;

	while (at < text.len) {
		size_t before = at;
		uint32_t c = cvd_utf8_next(text, &at);

		if ((c == ' ' || c == '\n') && before > 0) {
			if (++words == HEADING_WORDS)
				return cvd_str_sub(text, 0, before);
			last = before;
		}
		if (at > HEADING_BYTES)
			return cvd_str_sub(text, 0, last ? last : before);
	}
	return text;
}

struct cvd_str cvd_node_heading(struct cvd_arena *arena, const struct cvd_node *node)
{
	const struct cvd_value *title = cvd_node_get(node, CVD_TITLE);
	const struct cvd_value *organization = cvd_node_get(node, CVD_ORGANIZATION);

	if (node->text.len)
		return first_words(node->text);
	if (title && organization && cvd_kind_is_entry(node->kind))
		return cvd_arena_format(arena, "%.*s, %.*s", CVD_STR_ARG(title->text),
					CVD_STR_ARG(organization->text));
	if (title)
		return title->text;
	if (organization)
		return organization->text;
	return cvd_node_text(arena, node);
}
