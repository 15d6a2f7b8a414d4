/*
 * Applying a script rebuilds the tree from the old document: survivors keep their order below the
 * parents they have, everything that a script places goes to the index it names. All edits speak of
 * the final tree, so their order among each other does not matter, and a node may move below one
 * that was below it before.
 *
 * Linear in the two trees, with a stack instead of recursion. A node of the result is known by its
 * slot: the old id of a survivor, behind those the inserted nodes.
 */
#include "diff/script.h"

#include <string.h>

struct place {
	uint32_t index;
	uint32_t slot;
	struct place *next;
};

struct applier {
	struct cvd_arena scratch;
	const struct cvd_document *old;
	struct cvd_document *doc;
	bool *leaves;                    /* by old id: deleted, moved or reordered */
	const struct cvd_node **content; /* by slot */
	struct place **first, **last;    /* by slot: what is placed below it, by index */
	uint32_t *slots;                 /* of inserted nodes, by new id */
};

struct task {
	struct cvd_node *made; /* whose children are to be made */
	uint32_t slot;
};

struct tasks {
	struct task *items;
	size_t len, cap;
};

static uint32_t number_inserted(struct applier *applier, const struct cvd_script *script)
{
	uint32_t slot = applier->old->node_count, largest = 0;

	for (size_t i = 0; i < script->count; i++)
		if (script->edits[i].kind == CVD_EDIT_INSERT && script->edits[i].new_id > largest)
			largest = script->edits[i].new_id;
	applier->slots = CVD_NEW_ARRAY(&applier->scratch, uint32_t, (size_t)largest + 1);
	for (size_t i = 0; i < script->count; i++)
		if (script->edits[i].kind == CVD_EDIT_INSERT)
			applier->slots[script->edits[i].new_id] = slot++;
	return slot;
}

static void add_place(struct applier *applier, const struct cvd_edit *edit, uint32_t slot)
{
	uint32_t parent = edit->parent_inserted ? applier->slots[edit->parent] : edit->parent;
	struct place *place = CVD_NEW(&applier->scratch, struct place);

	place->index = edit->index;
	place->slot = slot;
	if (applier->last[parent])
		applier->last[parent]->next = place;
	else
		applier->first[parent] = place;
	applier->last[parent] = place;
}

static void read_script(struct applier *applier, const struct cvd_script *script)
{
	uint32_t slots = number_inserted(applier, script);

	applier->leaves = CVD_NEW_ARRAY(&applier->scratch, bool, applier->old->node_count);
	applier->content = CVD_NEW_ARRAY(&applier->scratch, const struct cvd_node *, slots);
	applier->first = CVD_NEW_ARRAY(&applier->scratch, struct place *, slots);
	applier->last = CVD_NEW_ARRAY(&applier->scratch, struct place *, slots);
	memcpy(applier->content, applier->old->nodes,
	       applier->old->node_count * sizeof *applier->content);
	for (size_t i = 0; i < script->count; i++) {
		const struct cvd_edit *edit = &script->edits[i];

		switch (edit->kind) {
		case CVD_EDIT_UPDATE:
			applier->content[edit->old_id] = edit->node;
			break;
		case CVD_EDIT_DELETE:
			applier->leaves[edit->old_id] = true;
			break;
		case CVD_EDIT_MOVE:
		case CVD_EDIT_REORDER:
			applier->leaves[edit->old_id] = true;
			add_place(applier, edit, edit->old_id);
			break;
		case CVD_EDIT_INSERT:
			applier->content[applier->slots[edit->new_id]] = edit->node;
			add_place(applier, edit, applier->slots[edit->new_id]);
			break;
		}
	}
}

static void copy_content(struct cvd_node *made, const struct cvd_node *content)
{
	made->section_type = content->section_type;
	made->text = content->text;
	made->fields = content->fields;
	made->links = content->links;
	made->link_count = content->link_count;
	made->source = content->source;
	made->line = content->line;
	made->end_line = content->end_line;
}

static void make_child(struct applier *applier, struct tasks *tasks, struct cvd_node *parent,
		       uint32_t slot)
{
	const struct cvd_node *content = applier->content[slot];
	struct cvd_node *made = cvd_node_add(applier->doc, parent, content->kind);

	copy_content(made, content);
	CVD_PUSH(&applier->scratch, tasks, (struct task){made, slot});
}

/* Those that stay, in their order, with the placed ones between them where they say. */
static void make_children(struct applier *applier, struct tasks *tasks, struct task task)
{
	const struct place *place = applier->first[task.slot];
	const struct cvd_node *stayer = NULL;

	if (task.slot < applier->old->node_count)
		stayer = applier->old->nodes[task.slot]->first_child;
	while (place || stayer) {
		if (place && (place->index == task.made->child_count || !stayer)) {
			make_child(applier, tasks, task.made, place->slot);
			place = place->next;
			continue;
		}
		if (!applier->leaves[stayer->id])
			make_child(applier, tasks, task.made, stayer->id);
		stayer = stayer->next;
	}
}

struct cvd_document *cvd_script_apply(const struct cvd_document *old,
				      const struct cvd_script *script)
{
	struct applier applier = {.old = old};
	struct tasks tasks = {0};

	applier.doc = cvd_document_new(old->format);
	read_script(&applier, script);
	copy_content(applier.doc->root, applier.content[0]);
	CVD_PUSH(&applier.scratch, &tasks, (struct task){applier.doc->root, 0});
	while (tasks.len)
		make_children(&applier, &tasks, tasks.items[--tasks.len]);
	cvd_document_finish(applier.doc);
	cvd_arena_free(&applier.scratch);
	return applier.doc;
}
