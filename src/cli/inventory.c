/*
 * - The résumé of Ada Nilsson
 *   - Experience: 2 roles, 1 project
 *
 * A section is worth its entries; without any, its keywords, or else its statements. Entries outside of
 * all sections come last.
 */
#include "inventory.h"

#include "render/render.h"

typedef bool class_of(enum cvd_kind kind);

static bool is_statement(enum cvd_kind kind)
{
	return kind == CVD_BULLET || kind == CVD_PARAGRAPH;
}

/* In the order of their worth. */
static class_of *const classes[] = {cvd_kind_is_entry, cvd_kind_is_keyword, is_statement};

struct counts {
	size_t of[CVD_KIND_COUNT];
};

static void count_nodes(struct counts *counts, const struct cvd_document *doc,
			const struct cvd_node *top)
{
	for (uint32_t id = top->id; id < top->end; id++)
		counts->of[doc->nodes[id]->kind]++;
}

/* `2 roles, 1 project`; false where there is nothing of the class. */
static bool add_class(struct cvd_buf *out, struct cvd_arena *arena, const struct counts *counts,
		      class_of *is_of_class, struct cvd_str before)
{
	bool any = false;

	for (int kind = 0; kind < CVD_KIND_COUNT; kind++) {
		size_t count = counts->of[kind];

		if (!count || !is_of_class((enum cvd_kind)kind))
			continue;
		cvd_buf_add(out, any ? CVD_STR(", ") : before);
		cvd_buf_add(out, cvd_render_number(arena, (enum cvd_kind)kind, count));
		any = true;
	}
	return any;
}

static void add_section(struct cvd_buf *out, struct cvd_arena *arena,
			const struct cvd_document *doc, const struct cvd_node *section)
{
	const struct cvd_value *title = cvd_node_get(section, CVD_TITLE);
	struct counts counts = {0};
	bool any = false;

	cvd_buf_add(out, CVD_STR("  - "));
	cvd_render_markdown_text(out,
				 title && title->text.len ? title->text : CVD_STR("(untitled)"));
	count_nodes(&counts, doc, section);
	for (size_t i = 0; !any && i < sizeof classes / sizeof *classes; i++)
		any = add_class(out, arena, &counts, classes[i], CVD_STR(": "));
	cvd_buf_put(out, '\n');
}

static void add_owner(struct cvd_buf *out, const struct cvd_document *doc)
{
	cvd_buf_add(out, CVD_STR("- The résumé"));
	for (const struct cvd_node *node = doc->root->first_child; node; node = node->next) {
		if (node->kind != CVD_NAME || !node->text.len)
			continue;
		cvd_buf_add(out, CVD_STR(" of "));
		cvd_render_markdown_text(out, node->text);
		break;
	}
	cvd_buf_put(out, '\n');
}

void cvd_inventory_write(struct cvd_buf *out, const struct cvd_document *doc)
{
	struct cvd_arena arena = {0};
	struct counts others = {0};

	add_owner(out, doc);
	for (const struct cvd_node *node = doc->root->first_child; node; node = node->next) {
		if (node->kind == CVD_SECTION)
			add_section(out, &arena, doc, node);
		else
			count_nodes(&others, doc, node);
	}
	if (add_class(out, &arena, &others, cvd_kind_is_entry, CVD_STR("  - ")))
		cvd_buf_put(out, '\n');
	cvd_arena_free(&arena);
}
