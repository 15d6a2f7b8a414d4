/*
 * Two trees, one list. The walk goes down the pairs of nodes that stayed at their place, and at each of
 * them merges the children of both: those that stayed, in order, hold the two lists together, and between
 * two of them comes first what was there, then what is there. Whatever is on one side alone is walked
 * alone. What moved brings along what is beneath it, so that its old place is a part without parts. The new
 * sides, read from top to bottom, are the new document; of the old one, each node is a side once, not counting
 * those of what arrived.
 *
 * The walk keeps a stack of its own, so that depth is bounded by memory alone. Linear.
 */
#include "view_build.h"

#include "base/map.h"

/* What is still to be walked: siblings on both sides, and the part above them. */
struct level {
	const struct cvd_node *old, *new;
	uint32_t part; /* CVD_NO_PART: the résumé */
};

struct walk {
	struct cvd_report *report;
	struct cvd_arena *arena;
	struct cvd_arena scratch;
	const struct cvd_match *match;
	bool *placed; /* by old id: moved or reordered */
	struct {
		struct cvd_part *items;
		size_t len, cap;
	} parts;
	struct {
		struct level *items;
		size_t len, cap;
	} levels;
	uint32_t *at_old, *at_new; /* by id: the part */
};

/* --- sides -------------------------------------------------------------------------------------- */

static const struct cvd_view_field *fields_of(struct cvd_arena *arena, const struct cvd_node *node)
{
	struct cvd_view_field *fields;

	if (!node->fields)
		return NULL;
	fields = CVD_NEW_ARRAY(arena, struct cvd_view_field, CVD_FIELD_COUNT);
	for (int i = 0; i < CVD_FIELD_COUNT; i++) {
		const struct cvd_value *value = cvd_node_get(node, (enum cvd_field)i);

		if (value)
			fields[i] =
				(struct cvd_view_field){value->text.ptr ? value->text : CVD_STR(""),
							value->norm, value->inherited};
	}
	return fields;
}

static const struct cvd_view_link *links_of(struct cvd_arena *arena, const struct cvd_node *node)
{
	struct cvd_view_link *links = CVD_NEW_ARRAY(arena, struct cvd_view_link, node->link_count);

	for (uint32_t i = 0; i < node->link_count; i++)
		links[i] = (struct cvd_view_link){node->links[i].start, node->links[i].len,
						  node->links[i].target};
	return links;
}

static const struct cvd_view_side *side_of(struct walk *walk, const struct cvd_node *node, bool old)
{
	const struct cvd_merkle *tree = old ? &walk->match->old_tree : &walk->match->new_tree;
	struct cvd_view_side *side;

	if (!node)
		return NULL;
	side = CVD_NEW(walk->arena, struct cvd_view_side);
	*side = (struct cvd_view_side){
		.kind = node->kind,
		.section = node->section_type,
		.text = node->text,
		.fields = fields_of(walk->arena, node),
		.links = links_of(walk->arena, node),
		.link_count = node->link_count,
		.line = node->line,
		.end_line = node->end_line,
		.id = node->id,
		.content = tree->content[node->id],
	};
	return side;
}

/* --- the walk ----------------------------------------------------------------------------------- */

static const struct cvd_node *partner_of_old(const struct walk *walk, const struct cvd_node *old)
{
	uint32_t id = walk->match->to_new[old->id];

	return id == CVD_NO_NODE ? NULL : walk->match->new->nodes[id];
}

static const struct cvd_node *partner_of_new(const struct walk *walk, const struct cvd_node *new)
{
	uint32_t id = walk->match->to_old[new->id];

	return id == CVD_NO_NODE ? NULL : walk->match->old->nodes[id];
}

/* Whether the old node and its partner stand below partners, in an order that was kept. */
static bool stays(const struct walk *walk, const struct cvd_node *old)
{
	const struct cvd_node *new = partner_of_old(walk, old);

	return new && !walk->placed[old->id] && partner_of_old(walk, old->parent) == new->parent;
}

static void add_part(struct walk *walk, const struct cvd_node *old, const struct cvd_node *new,
		     enum cvd_part_state state, uint32_t above)
{
	uint32_t place = (uint32_t)walk->parts.len;
	struct cvd_part part = {
		.old = side_of(walk, old, true),
		.new = side_of(walk, new, false),
		.state = state,
		.depth = above == CVD_NO_PART ? 0 : walk->parts.items[above].depth + 1,
		.other = CVD_NO_PART,
		.touched = state != CVD_PART_KEPT,
	};
	struct level below = {NULL, NULL, place};

	CVD_PUSH(&walk->scratch, &walk->parts, part);
	if (new) {
		walk->at_new[new->id] = place;
		below.new = new->first_child;
	}
	if (old && state != CVD_PART_ARRIVED)
		walk->at_old[old->id] = place;
	if (old && state != CVD_PART_LEFT)
		below.old = old->first_child;
	CVD_PUSH(&walk->scratch, &walk->levels, below);
}

/* One sibling more: an old one until the next that stays, then a new one until then, then the pair. */
static bool step(struct walk *walk, struct level *level)
{
	const struct cvd_node *old = level->old, *new = level->new, *partner;

	if (old && (!new || !stays(walk, old))) {
		level->old = old->next;
		add_part(walk, old, NULL,
			 partner_of_old(walk, old) ? CVD_PART_LEFT : CVD_PART_REMOVED, level->part);
		return true;
	}
	if (!new)
		return false;
	partner = partner_of_new(walk, new);
	level->new = new->next;
	if (old && partner == old) {
		level->old = old->next;
		add_part(walk, old, new, CVD_PART_KEPT, level->part);
	} else {
		add_part(walk, partner, new, partner ? CVD_PART_ARRIVED : CVD_PART_ADDED,
			 level->part);
	}
	return true;
}

static void walk_all(struct walk *walk)
{
	struct level root = {walk->match->old->root->first_child,
			     walk->match->new->root->first_child, CVD_NO_PART};

	CVD_PUSH(&walk->scratch, &walk->levels, root);
	while (walk->levels.len) {
		struct level level = walk->levels.items[walk->levels.len - 1];
		size_t top = walk->levels.len - 1;
		bool more = step(walk, &level);

		walk->levels.items[top].old = level.old;
		walk->levels.items[top].new = level.new;
		if (more)
			continue;
		if (level.part != CVD_NO_PART)
			walk->parts.items[level.part].end = (uint32_t)walk->parts.len;
		walk->levels.len--;
	}
}

static void join_places(struct walk *walk)
{
	for (uint32_t i = 0; i < walk->parts.len; i++) {
		struct cvd_part *part = &walk->parts.items[i];
		const struct cvd_node *new;

		if (part->state != CVD_PART_LEFT)
			continue;
		new = partner_of_old(walk, walk->match->old->nodes[part->old->id]);
		part->other = walk->at_new[new->id];
		walk->parts.items[part->other].other = i;
	}
}

/* --- changes ------------------------------------------------------------------------------------ */

struct place {
	uint32_t part, change;
};

struct places {
	struct place *items;
	size_t len, cap;
};

static uint32_t part_of_key(const struct walk *walk, uint64_t key)
{
	return key >> 32 ? walk->at_old[(uint32_t)key] : walk->at_new[key];
}

static void add_place(struct walk *walk, struct places *places, uint32_t part, size_t change)
{
	if (part != CVD_NO_PART)
		CVD_PUSH(&walk->scratch, places, (struct place){part, (uint32_t)change});
}

static bool is_joint(const struct cvd_change *change)
{
	return change->op == CVD_OP_SPLIT || change->op == CVD_OP_MERGED;
}

/* The parts that a split or merged node has beside the one that its change belongs to. */
static void add_joint(struct walk *walk, struct places *places, const struct cvd_joint *joint,
		      const struct cvd_map *joint_changes)
{
	const uint32_t *at = joint->merged ? walk->at_old : walk->at_new;
	uint64_t key = joint->merged ? joint->whole : walk->match->to_new[joint->whole];
	uint32_t change = cvd_map_get(joint_changes, key);

	for (uint32_t i = 0; change != CVD_MAP_NONE && i < joint->part_count; i++)
		if (at[joint->parts[i]] != part_of_key(walk, key))
			add_place(walk, places, at[joint->parts[i]], change);
}

static void attach_changes(struct walk *walk)
{
	const struct cvd_report *report = walk->report;
	struct places places = {0};
	struct cvd_map joint_changes;
	uint32_t *changes;
	size_t used = 0;

	cvd_map_init(&joint_changes, &walk->scratch, walk->match->joints.len);
	for (size_t i = 0; i < report->change_count; i++) {
		const struct cvd_change *change = &report->changes[i];

		if (change->node == CVD_RESUME)
			continue;
		add_place(walk, &places, part_of_key(walk, change->key), i);
		if (is_joint(change))
			*cvd_map_put(&joint_changes, change->key) = (uint32_t)i;
	}
	for (size_t i = 0; i < walk->match->joints.len; i++)
		add_joint(walk, &places, &walk->match->joints.items[i], &joint_changes);
	for (size_t i = 0; i < places.len; i++)
		walk->parts.items[places.items[i].part].change_count++;
	changes = CVD_NEW_ARRAY(walk->arena, uint32_t, places.len);
	for (size_t i = 0; i < walk->parts.len; i++) {
		walk->parts.items[i].changes = changes + used;
		used += walk->parts.items[i].change_count;
		walk->parts.items[i].change_count = 0;
	}
	for (size_t i = 0; i < places.len; i++) {
		struct cvd_part *part = &walk->parts.items[places.items[i].part];
		uint32_t change = places.items[i].change;

		changes[(size_t)(part->changes - changes) + part->change_count++] = change;
		part->touched |= !report->changes[change].formatting;
	}
}

/* What stands above something touched is touched. */
static void spread_touch(struct walk *walk)
{
	for (size_t i = walk->parts.len; i-- > 0;) {
		struct cvd_part *part = &walk->parts.items[i];

		for (uint32_t child = (uint32_t)i + 1; !part->touched && child < part->end;
		     child = walk->parts.items[child].end)
			part->touched = walk->parts.items[child].touched;
	}
}

static uint32_t *no_parts(struct walk *walk, uint32_t count)
{
	uint32_t *parts = CVD_NEW_ARRAY(&walk->scratch, uint32_t, count);

	for (uint32_t i = 0; i < count; i++)
		parts[i] = CVD_NO_PART;
	return parts;
}

const struct cvd_view *cvd_view_build(struct cvd_report *report, const struct cvd_match *match,
				      const struct cvd_script *script)
{
	struct walk walk = {.report = report, .arena = &report->arena, .match = match};
	struct cvd_view *view = CVD_NEW(&report->arena, struct cvd_view);

	walk.placed = CVD_NEW_ARRAY(&walk.scratch, bool, match->old->node_count);
	walk.at_old = no_parts(&walk, match->old->node_count);
	walk.at_new = no_parts(&walk, match->new->node_count);
	for (size_t i = 0; i < script->count; i++)
		if (script->edits[i].kind == CVD_EDIT_MOVE ||
		    script->edits[i].kind == CVD_EDIT_REORDER)
			walk.placed[script->edits[i].old_id] = true;
	walk_all(&walk);
	join_places(&walk);
	attach_changes(&walk);
	spread_touch(&walk);
	view->len = (uint32_t)walk.parts.len;
	view->parts = CVD_NEW_ARRAY(&report->arena, struct cvd_part, walk.parts.len);
	for (uint32_t i = 0; i < view->len; i++)
		view->parts[i] = walk.parts.items[i];
	cvd_arena_free(&walk.scratch);
	return view;
}
