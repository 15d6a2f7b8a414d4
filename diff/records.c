/*
 * The script tells what happened to the trees; here it gets the names that people know. Each edit and
 * each pair of nodes gives records by tables: how grave it is to add, to remove or to change a kind
 * of node or a field. An added or removed subtree is one record, at its topmost node; what moved into
 * it or out of it is told by records of its own. One that is commented out now is told as hidden. A split
 * or merge is one record for the whole and all parts: what follows into a part did not move, and only what
 * came or went beneath is told beside it. A rewrite is one record that holds what it folds.
 *
 * Records stand in the order of the new document; a removed node stands behind what was in front of
 * it.
 */
#include "records.h"

#include "alike.h"
#include "hidden.h"
#include "rewritten.h"
#include "similarity.h"
#include "terms.h"

#include "base/text.h"
#include "diff/words.h"

#include <stdlib.h>
#include <string.h>

struct draft {
	struct cvd_change change;
	uint64_t place; /* new id behind or at which it stands */
	uint32_t phase; /* at the node itself, then below it, then behind its subtree */
	uint32_t order; /* as made; of removed nodes, in the old document */
};

struct recorder {
	struct cvd_report *report;
	struct cvd_arena *arena;
	struct cvd_arena scratch;
	const struct cvd_match *match;
	const char *limited;
	enum cvd_decimal decimal; /* once it was needed */
	bool has_decimal;
	struct cvd_hidden hidden;
	struct cvd_rewrites rewrites;
	bool *told; /* by new id: a record speaks of the node's own words, or it moved */
	struct {
		struct draft *items;
		size_t len, cap;
	} drafts;
};

enum { PHASE_NODE, PHASE_BELOW, PHASE_BEHIND };

/* --- how grave it is ---------------------------------------------------------------------------- */

static bool lists_keywords(enum cvd_section_type type)
{
	return type == CVD_SECTION_SKILLS || type == CVD_SECTION_LANGUAGES ||
	       type == CVD_SECTION_INTERESTS;
}

/* The label of a skill list is style; with skills of its own it is what they are. */
static enum cvd_severity severity_of_node(const struct cvd_change *change,
					  const struct cvd_side *side)
{
	if (change->node == CVD_GROUP && lists_keywords(change->section) && !side->content.len)
		return CVD_STYLE;
	return cvd_severity_of_node[change->node];
}

/* How numbers of these two texts are to be read. Both documents are searched for it only when it is first
 * needed. */
static enum cvd_decimal decimal_for(struct recorder *recorder, struct cvd_str old,
				    struct cvd_str new)
{
	if (!cvd_terms_need_decimal(old) && !cvd_terms_need_decimal(new))
		return CVD_DECIMAL_POINT;
	if (!recorder->has_decimal)
		recorder->decimal = cvd_terms_decimal(recorder->match->old, recorder->match->new);
	recorder->has_decimal = true;
	return recorder->decimal;
}

static enum cvd_severity severity_of_field(struct recorder *recorder,
					   const struct cvd_change *change, bool keyword_group,
					   const struct cvd_value *a, const struct cvd_value *b)
{
	enum cvd_severity base = cvd_severity_of_field[change->field];
	bool date = change->field == CVD_START || change->field == CVD_END;

	if (change->field == CVD_URL)
		return CVD_FACT;
	if (!cvd_kind_is_entry(change->node))
		base = keyword_group ? CVD_STYLE : CVD_CONTENT;
	if (!a || !b)
		return base;
	if (date && (a->norm.len || b->norm.len))
		return cvd_str_equal(a->norm, b->norm) && cvd_str_equal(a->rest, b->rest)
			       ? CVD_STYLE
			       : base;
	return cvd_terms_severity(&recorder->scratch, a->text, b->text,
				  decimal_for(recorder, a->text, b->text), 0, base);
}

/* --- sides and paths ---------------------------------------------------------------------------- */

/* The same for both nodes of a pair. */
static uint64_t crumb_key(const struct recorder *recorder, const struct cvd_node *node, bool old)
{
	if (!old)
		return node->id;
	if (recorder->match->to_new[node->id] != CVD_NO_NODE)
		return recorder->match->to_new[node->id];
	return (uint64_t)1 << 32 | node->id;
}

static void add_crumb(struct recorder *recorder, struct cvd_crumbs *path,
		      const struct cvd_node *node, bool old)
{
	struct cvd_crumb crumb = {cvd_node_heading(recorder->arena, node), node->kind,
				  crumb_key(recorder, node, old)};

	CVD_PUSH(recorder->arena, path, crumb);
}

static struct cvd_crumbs path_of(struct recorder *recorder, const struct cvd_node *node, bool old)
{
	struct cvd_crumbs path = {0};

	for (node = node->parent; node && node->parent; node = node->parent)
		add_crumb(recorder, &path, node, old);
	for (size_t i = 0; i < path.len / 2; i++) {
		struct cvd_crumb swap = path.items[i];

		path.items[i] = path.items[path.len - 1 - i];
		path.items[path.len - 1 - i] = swap;
	}
	return path;
}

static const struct cvd_str *fields_of(struct recorder *recorder, const struct cvd_node *node)
{
	struct cvd_str *fields;

	if (!cvd_kind_is_entry(node->kind))
		return NULL;
	fields = CVD_NEW_ARRAY(recorder->arena, struct cvd_str, CVD_FIELD_COUNT);
	for (enum cvd_field field = 0; field < CVD_FIELD_COUNT; field++)
		if (cvd_node_get(node, field))
			fields[field] = cvd_node_get(node, field)->text;
	return fields;
}

static struct cvd_side *make_side(struct recorder *recorder, const struct cvd_node *node, bool old)
{
	struct cvd_side *side = CVD_NEW(recorder->arena, struct cvd_side);

	side->text = cvd_node_text(recorder->arena, node);
	side->path = path_of(recorder, node, old);
	side->index = node->index;
	side->line = node->line;
	side->end_line = node->end_line;
	side->fields = fields_of(recorder, node);
	return side;
}

static void add_text(struct recorder *recorder, struct cvd_side *side, struct cvd_str text,
		     enum cvd_kind kind)
{
	struct cvd_content_text content = {text, kind};

	CVD_PUSH(recorder->arena, &side->content, content);
}

/* The texts of the nodes in the range of ids, without what has a partner and so a record of its own. */
static void add_content(struct recorder *recorder, struct cvd_side *side, uint32_t from,
			uint32_t to, bool old)
{
	const struct cvd_document *doc = old ? recorder->match->old : recorder->match->new;
	const uint32_t *partners = old ? recorder->match->to_new : recorder->match->to_old;

	side->has_content = true;
	for (uint32_t id = from; id < to;) {
		struct cvd_str text;

		if (partners[id] != CVD_NO_NODE) {
			id = doc->nodes[id]->end;
			continue;
		}
		text = cvd_node_text(recorder->arena, doc->nodes[id]);
		if (text.len)
			add_text(recorder, side, text, doc->nodes[id]->kind);
		id++;
	}
}

static enum cvd_section_type section_type_of(const struct cvd_node *node)
{
	while (node->parent && node->parent->parent)
		node = node->parent;
	return node->section_type;
}

static uint32_t sibling_count(const struct cvd_node *node)
{
	return node && node->parent ? node->parent->child_count : 0;
}

/* --- drafts ------------------------------------------------------------------------------------- */

static struct cvd_change new_change(struct recorder *recorder, enum cvd_op op,
				    const struct cvd_node *old, const struct cvd_node *new)
{
	const struct cvd_node *shown = new ? new : old;
	struct cvd_change change = {.op = op,
				    .node = shown->kind,
				    .old_node = old ? old->kind : shown->kind,
				    .form = shown->form,
				    .field = CVD_FIELD_NONE,
				    .severity = CVD_STYLE,
				    .similarity = -1};

	change.key = crumb_key(recorder, shown, !new);
	change.section = section_type_of(shown);
	change.heading = cvd_node_heading(recorder->arena, shown);
	change.old_heading = cvd_node_heading(recorder->arena, old ? old : new);
	change.sibling_count = sibling_count(new);
	change.old_sibling_count = sibling_count(old);
	if (old)
		change.old = make_side(recorder, old, true);
	if (new)
		change.new = make_side(recorder, new, false);
	change.path = new ? change.new->path : change.old->path;
	return change;
}

/* What the id of a change of a whole node says of it. */
static const char *ending_of(const struct cvd_change *change)
{
	if (change->hidden)
		return change->op == CVD_OP_REMOVED ? "hidden" : "shown";
	if (change->rewritten)
		return "rewritten";
	return cvd_op_name(change->op);
}

static void add_draft(struct recorder *recorder, struct cvd_change change, uint64_t place,
		      uint32_t phase)
{
	struct draft draft = {.change = change, .place = place, .phase = phase};
	const char *node = cvd_kind_name(change.node);

	if (change.formatting)
		draft.change.id = cvd_arena_format(recorder->arena, "%s-formatting-changed", node);
	else if (change.field != CVD_FIELD_NONE)
		draft.change.id = cvd_arena_format(recorder->arena, "%s-%s-changed", node,
						   cvd_field_name(change.field));
	else
		draft.change.id =
			cvd_arena_format(recorder->arena, "%s-%s", node, ending_of(&change));
	draft.order = (uint32_t)recorder->drafts.len;
	CVD_PUSH(&recorder->scratch, &recorder->drafts, draft);
}

static void record_inserted(struct recorder *recorder, const struct cvd_node *node)
{
	struct cvd_change change = new_change(recorder, CVD_OP_ADDED, NULL, node);

	add_content(recorder, change.new, node->id + 1, node->end, false);
	change.severity = severity_of_node(&change, change.new);
	change.hidden = recorder->hidden.new[node->id];
	add_draft(recorder, change, node->id, PHASE_NODE);
}

/* `parent` is the new id at which it is told, if nothing stays in front of it. */
static void record_deleted(struct recorder *recorder, const struct cvd_node *node,
			   const struct cvd_node *before, uint32_t parent)
{
	const struct cvd_match *match = recorder->match;
	struct cvd_change change = new_change(recorder, CVD_OP_REMOVED, node, NULL);

	add_content(recorder, change.old, node->id + 1, node->end, true);
	change.severity = severity_of_node(&change, change.old);
	change.hidden = recorder->hidden.old[node->id];
	if (before)
		add_draft(recorder, change, match->new->nodes[match->to_new[before->id]]->end - 1,
			  PHASE_BEHIND);
	else
		add_draft(recorder, change, parent, PHASE_BELOW);
	recorder->drafts.items[recorder->drafts.len - 1].order = node->id;
}

static void record_placed(struct recorder *recorder, const struct cvd_edit *edit)
{
	const struct cvd_match *match = recorder->match;
	const struct cvd_node *old = match->old->nodes[edit->old_id];
	enum cvd_op op = edit->kind == CVD_EDIT_MOVE ? CVD_OP_MOVED : CVD_OP_REORDERED;

	add_draft(recorder, new_change(recorder, op, old, match->new->nodes[edit->new_id]),
		  edit->new_id, PHASE_NODE);
}

/* --- pairs of nodes ----------------------------------------------------------------------------- */

static void set_field(struct cvd_side **side, const struct cvd_value *value, enum cvd_field field)
{
	if (!value) {
		*side = NULL;
		return;
	}
	(*side)->text = value->text;
	(*side)->fields = NULL;
	if (value->line)
		(*side)->line = (*side)->end_line = value->line;
	if (value->norm.len || field == CVD_URL) {
		(*side)->value = value->norm;
		(*side)->has_value = true;
	}
}

/* The words have passed to or from the entry beside it: they are told as layout. */
static bool passes_on(struct recorder *recorder, const struct cvd_node *old,
		      const struct cvd_node *new, enum cvd_field field)
{
	const struct cvd_value *a = cvd_node_get(old, field), *b = cvd_node_get(new, field);

	if (!cvd_alike_passed_on(old, new, field))
		return false;
	if (!a->inherited)
		CVD_PUSH(recorder->arena, &recorder->report->old_layout, a->text);
	else
		CVD_PUSH(recorder->arena, &recorder->report->new_layout, b->text);
	return true;
}

static void record_fields(struct recorder *recorder, const struct cvd_node *old,
			  const struct cvd_node *new)
{
	bool keyword_group = new->kind == CVD_GROUP &&lists_keywords(section_type_of(old)) &&
			     lists_keywords(section_type_of(new));

	bool relabelled = cvd_alike_relabelled(&recorder->scratch, old, new);

	for (enum cvd_field field = 0; field < CVD_FIELD_COUNT; field++) {
		const struct cvd_value *a = cvd_node_own(old, field), *b = cvd_node_own(new, field);
		struct cvd_change change;

		if (cvd_alike_values(a, b) || (cvd_alike_source(old, new) && field != CVD_URL))
			continue;
		recorder->told[new->id] = true;
		if (passes_on(recorder, old, new, field) ||
		    (relabelled && cvd_alike_is_worded(field) &&
		     cvd_alike_other_words(&recorder->scratch, a, b)))
			continue;
		change = new_change(recorder, CVD_OP_CHANGED, old, new);
		change.field = field;
		change.severity = severity_of_field(recorder, &change, keyword_group, a, b);
		set_field(&change.old, a, field);
		set_field(&change.new, b, field);
		change.path = path_of(recorder, new, false);
		add_crumb(recorder, &change.path, new, false);
		change.words = cvd_words_diff(recorder->arena, a ? a->text : CVD_STR(""),
					      b ? b->text : CVD_STR(""), &recorder->limited);
		add_draft(recorder, change, new->id, PHASE_NODE);
	}
}

static void record_text(struct recorder *recorder, const struct cvd_node *old,
			const struct cvd_node *new)
{
	enum cvd_decimal decimal;
	struct cvd_change change;
	struct cvd_bag a, b;

	if (cvd_str_equal(old->text, new->text))
		return;
	decimal = decimal_for(recorder, old->text, new->text);
	recorder->told[new->id] = true;
	change = new_change(recorder, CVD_OP_CHANGED, old, new);
	change.words = cvd_words_diff(recorder->arena, old->text, new->text, &recorder->limited);
	cvd_terms_metrics(recorder->arena, old->text, new->text, decimal, &change.words,
			  &change.metrics, &change.metric_count);
	change.severity = cvd_terms_severity(&recorder->scratch, old->text, new->text, decimal,
					     change.metric_count, cvd_severity_of_node[change.node]);
	a = cvd_bag_of_text(&recorder->scratch, old->text, NULL);
	b = cvd_bag_of_text(&recorder->scratch, new->text, NULL);
	change.similarity = cvd_bag_similarity(&a, &b);
	add_draft(recorder, change, new->id, PHASE_NODE);
}

/* A link and the node it stands in. */
struct link {
	const struct cvd_node *node;
	const struct cvd_link *link;
};

struct links {
	struct link *items;
	size_t len, cap;
};

static struct cvd_str visible_text(const struct link *link)
{
	return cvd_str_sub(link->node->text, link->link->start, link->link->start + link->link->len);
}

/* A link's words belong to the text around it; they are told here only where both sides have the
 * same, and so add nothing. The record is of the pair of nodes. */
static void record_link(struct recorder *recorder, const struct cvd_node *old, const struct link *a,
			const struct cvd_node *new, const struct link *b)
{
	struct cvd_change change = new_change(recorder, CVD_OP_CHANGED, old, new);
	struct cvd_value x = {0}, y = {0};

	if (a && b && cvd_str_equal(visible_text(a), visible_text(b)))
		x.text = y.text = visible_text(b);
	if (a)
		x.norm = a->link->target;
	if (b)
		y.norm = b->link->target;
	change.field = CVD_URL;
	change.severity = CVD_FACT;
	set_field(&change.old, a ? &x : NULL, CVD_URL);
	set_field(&change.new, b ? &y : NULL, CVD_URL);
	change.words = cvd_words_diff(recorder->arena, x.text, y.text, NULL);
	recorder->told[new->id] = true;
	add_draft(recorder, change, new->id, PHASE_NODE);
}

static int by_place_of_link(const void *a, const void *b)
{
	const struct link *x = a, *y = b;

	if (x->node->id != y->node->id)
		return x->node->id < y->node->id ? -1 : 1;
	return (x->link->start > y->link->start) - (x->link->start < y->link->start);
}

static int by_target(const void *a, const void *b)
{
	const struct link *x = a, *y = b;
	int order = cvd_str_compare(x->link->target, y->link->target);

	return order ? order : by_place_of_link(a, b);
}

static void add_links(struct recorder *recorder, struct links *links, const struct cvd_node *node)
{
	for (uint32_t i = 0; i < node->link_count; i++)
		CVD_PUSH(&recorder->scratch, links, (struct link){node, &node->links[i]});
}

static void sort_links(struct links *links, int (*order)(const void *, const void *))
{
	if (links->len)
		qsort(links->items, links->len, sizeof *links->items, order);
}

/* Targets that both sides have are no change; what is left pairs in order. */
static void record_links(struct recorder *recorder, const struct cvd_node *old, struct links *a,
			 const struct cvd_node *new, struct links *b)
{
	size_t n = 0, m = 0, i = 0, j = 0;

	sort_links(a, by_target);
	sort_links(b, by_target);
	while (i < a->len || j < b->len) {
		int order = i == a->len   ? 1
			    : j == b->len ? -1
					  : cvd_str_compare(a->items[i].link->target,
							    b->items[j].link->target);

		if (order < 0)
			a->items[n++] = a->items[i++];
		else if (order > 0)
			b->items[m++] = b->items[j++];
		else
			i++, j++;
	}
	a->len = n;
	b->len = m;
	sort_links(a, by_place_of_link);
	sort_links(b, by_place_of_link);
	for (i = 0; i < n || i < m; i++)
		record_link(recorder, old, i < n ? &a->items[i] : NULL, new,
			    i < m ? &b->items[i] : NULL);
}

static void record_formatting(struct recorder *recorder, const struct cvd_node *old,
			      const struct cvd_node *new)
{
	struct cvd_change change = new_change(recorder, CVD_OP_CHANGED, old, new);

	change.formatting = true;
	change.hidden = new->kind == CVD_RESUME && !cvd_hidden_same(recorder->match);
	change.old->source = old->source;
	change.new->source = new->source;
	change.old->has_source = change.new->has_source = true;
	add_draft(recorder, change, new->id, PHASE_NODE);
}

static void record_pair(struct recorder *recorder, uint32_t old_id, uint32_t new_id)
{
	const struct cvd_match *match = recorder->match;
	const struct cvd_node *old = match->old->nodes[old_id], *new = match->new->nodes[new_id];
	struct links old_links = {0}, new_links = {0};

	if (cvd_hash_equal(match->old_tree.own[old_id], match->new_tree.own[new_id]) &&
	    cvd_hash_equal(match->old_tree.own_source[old_id], match->new_tree.own_source[new_id]))
		return;
	if (recorder->rewrites.new[new_id] != CVD_NO_NODE)
		recorder->told[new_id] = true;
	else if (old->fields || new->fields)
		record_fields(recorder, old, new);
	record_text(recorder, old, new);
	add_links(recorder, &old_links, old);
	add_links(recorder, &new_links, new);
	record_links(recorder, old, &old_links, new, &new_links);
	if (!recorder->told[new_id] && !cvd_alike_source(old, new))
		record_formatting(recorder, old, new);
}

/* A removed node is told at the last sibling in front of it that stayed below the same parent, which is
 * `new_parent` now. */
static void record_deletes_below(struct recorder *recorder, const struct cvd_node *parent,
				 uint32_t new_parent)
{
	const struct cvd_match *match = recorder->match;
	const struct cvd_node *before = NULL;

	for (const struct cvd_node *child = parent->first_child; child; child = child->next) {
		uint32_t partner = match->to_new[child->id];

		if (partner != CVD_NO_NODE) {
			if (match->new->nodes[partner]->parent->id == new_parent)
				before = child;
		} else if (match->old_joint[child->id] == CVD_NO_NODE &&
			   recorder->rewrites.old[child->id] == CVD_NO_NODE) {
			record_deleted(recorder, child, before, new_parent);
		}
	}
}

/* --- several nodes ------------------------------------------------------------------------------ */

static struct cvd_str text_of_parts(struct recorder *recorder, const struct cvd_change *change)
{
	struct cvd_buf buf = {0};
	struct cvd_str text;

	for (size_t i = 0; i < change->part_count; i++) {
		if (i > 0)
			cvd_buf_put(&buf, ' ');
		cvd_buf_add(&buf, change->parts[i].text);
	}
	text = cvd_arena_copy(recorder->arena, cvd_buf_str(&buf));
	cvd_buf_free(&buf);
	return text;
}

static void record_joint(struct recorder *recorder, const struct cvd_joint *joint)
{
	const struct cvd_match *match = recorder->match;
	const struct cvd_document *many = joint->merged ? match->old : match->new;
	uint32_t old_id = joint->merged ? match->to_old[joint->whole] : joint->whole;
	const struct cvd_node *old = match->old->nodes[old_id];
	const struct cvd_node *new = match->new->nodes[match->to_new[old_id]];
	struct links links = {0}, part_links = {0};
	struct cvd_change change =
		new_change(recorder, joint->merged ? CVD_OP_MERGED : CVD_OP_SPLIT,
			   joint->merged ? NULL : old, joint->merged ? new : NULL);
	struct cvd_str whole = joint->merged ? change.new->text : change.old->text, parts;

	change.parts = CVD_NEW_ARRAY(recorder->arena, struct cvd_side, joint->part_count);
	change.part_count = joint->part_count;
	for (uint32_t i = 0; i < joint->part_count; i++) {
		const struct cvd_node *part = many->nodes[joint->parts[i]];

		change.parts[i] = *make_side(recorder, part, joint->merged);
		add_links(recorder, &part_links, part);
	}
	parts = text_of_parts(recorder, &change);
	change.path = path_of(recorder, new, false);
	change.key = crumb_key(recorder, new, false);
	change.severity = cvd_severity_of_node[change.node];
	change.words = cvd_words_diff(recorder->arena, joint->merged ? parts : whole,
				      joint->merged ? whole : parts, &recorder->limited);
	if (!cvd_kind_has_fields(change.node)) {
		cvd_terms_metrics(recorder->arena, joint->merged ? parts : whole,
				  joint->merged ? whole : parts, decimal_for(recorder, whole, parts),
				  &change.words, &change.metrics, &change.metric_count);
		if (change.metric_count)
			change.severity = CVD_FACT;
	}
	recorder->told[new->id] = true;
	add_draft(recorder, change, new->id, PHASE_NODE);
	add_links(recorder, &links, joint->merged ? new : old);
	record_links(recorder, old, joint->merged ? &part_links : &links, new,
		     joint->merged ? &links : &part_links);
	/* the other parts of a merge have no partner to tell what was removed below them */
	for (uint32_t i = 0; joint->merged && i < joint->part_count; i++)
		if (match->to_new[joint->parts[i]] == CVD_NO_NODE)
			record_deletes_below(recorder, many->nodes[joint->parts[i]], new->id);
}

/* The folded nodes of one rewrite; `told` is by id. */
static void add_folded(struct recorder *recorder, struct cvd_side *side, uint32_t container,
		       uint32_t rewrite, bool old)
{
	const struct cvd_document *doc = old ? recorder->match->old : recorder->match->new;
	const uint32_t *told = old ? recorder->rewrites.old : recorder->rewrites.new;
	const uint32_t *partners = old ? recorder->match->to_new : recorder->match->to_old;

	side->text = CVD_STR("");
	side->has_content = true;
	for (uint32_t id = container + 1; id < doc->nodes[container]->end; id++)
		if (told[id] == rewrite && partners[id] != CVD_NO_NODE)
			add_text(recorder, side, cvd_node_text(recorder->arena, doc->nodes[id]),
				 doc->nodes[id]->kind);
		else if (told[id] == rewrite)
			add_content(recorder, side, id, doc->nodes[id]->end, old);
}

static void record_rewritten(struct recorder *recorder, uint32_t place)
{
	const struct cvd_rewrite *rewrite = &recorder->rewrites.items[place];
	struct cvd_change change =
		new_change(recorder, CVD_OP_CHANGED, recorder->match->old->nodes[rewrite->old],
			   recorder->match->new->nodes[rewrite->new]);

	change.rewritten = true;
	change.severity = CVD_CONTENT;
	change.statement_count = rewrite->statements;
	change.gone_count = rewrite->gone;
	add_folded(recorder, change.old, rewrite->old, place, true);
	add_folded(recorder, change.new, rewrite->new, place, false);
	recorder->told[rewrite->new] = true;
	add_draft(recorder, change, rewrite->new, PHASE_NODE);
}

/* --- the whole ---------------------------------------------------------------------------------- */

/* What was added below a node that has no record of its own as added. */
static bool tells_insert(const struct recorder *recorder, const struct cvd_edit *edit)
{
	const struct cvd_match *match = recorder->match;

	if (match->new_joint[edit->new_id] != CVD_NO_NODE ||
	    recorder->rewrites.new[edit->new_id] != CVD_NO_NODE)
		return false;
	return !edit->parent_inserted || match->new_joint[edit->parent] != CVD_NO_NODE;
}

/* A child that follows its parent into a part of it, or out of one, did not move. */
static bool tells_move(const struct recorder *recorder, const struct cvd_edit *edit)
{
	const struct cvd_match *match = recorder->match;
	uint32_t old = match->old_joint[match->old->nodes[edit->old_id]->parent->id];
	uint32_t new = match->new_joint[match->new->nodes[edit->new_id]->parent->id];

	return edit->kind == CVD_EDIT_REORDER || old == CVD_NO_NODE || old != new;
}

static int by_place(const void *a, const void *b)
{
	const struct draft *x = a, *y = b;

	if (x->place != y->place)
		return x->place < y->place ? -1 : 1;
	if (x->phase != y->phase)
		return x->phase < y->phase ? -1 : 1;
	return (x->order > y->order) - (x->order < y->order);
}

/* Whether the change says anything of the node's own line. */
static bool tells_line(const struct cvd_change *change)
{
	return !change->formatting && change->op != CVD_OP_MOVED && change->op != CVD_OP_REORDERED;
}

/* Marks by line, for one side, where something is told. */
static bool *told_lines(struct recorder *recorder, bool old)
{
	const struct draft *items = recorder->drafts.items;
	uint32_t last = 0;
	bool *lines;

	for (size_t i = 0; i < recorder->drafts.len; i++) {
		const struct cvd_side *side = old ? items[i].change.old : items[i].change.new;

		if (side && side->line > last)
			last = side->line;
	}
	lines = CVD_NEW_ARRAY(&recorder->scratch, bool, (size_t)last + 1);
	for (size_t i = 0; i < recorder->drafts.len; i++) {
		const struct cvd_side *side = old ? items[i].change.old : items[i].change.new;

		if (side && side->line && tells_line(&items[i].change))
			lines[side->line] = true;
	}
	return lines;
}

/* A line that several nodes share is written otherwise for all of them where one of them changed. That is
 * no change of the others' formatting. */
static void drop_shared_formatting(struct recorder *recorder)
{
	struct draft *items = recorder->drafts.items;
	bool *old = told_lines(recorder, true), *new = told_lines(recorder, false);
	size_t kept = 0;

	for (size_t i = 0; i < recorder->drafts.len; i++) {
		const struct cvd_change *change = &items[i].change;

		if (!change->formatting || (!old[change->old->line] && !new[change->new->line]))
			items[kept++] = items[i];
	}
	recorder->drafts.len = kept;
}

static void finish(struct recorder *recorder)
{
	struct cvd_report *report = recorder->report;
	size_t count;

	drop_shared_formatting(recorder);
	count = recorder->drafts.len;
	if (count)
		qsort(recorder->drafts.items, count, sizeof *recorder->drafts.items, by_place);
	report->changes = CVD_NEW_ARRAY(&report->arena, struct cvd_change, count);
	report->change_count = count;
	for (size_t i = 0; i < count; i++) {
		report->changes[i] = recorder->drafts.items[i].change;
		report->severities[report->changes[i].severity]++;
		report->ops[report->changes[i].op]++;
	}
	if (recorder->limited && !report->limited)
		report->limited = recorder->limited;
}

/* The words of an entry that is written alike and read otherwise cancel out, however they were read;
 * those in comments are nobody's. */
static void add_layout_of(struct recorder *recorder, bool old)
{
	const struct cvd_match *match = recorder->match;
	const struct cvd_document *doc = old ? match->old : match->new;
	const struct cvd_document *other = old ? match->new : match->old;
	const uint32_t *partners = old ? match->to_new : match->to_old;
	struct cvd_strs *words = old ? &recorder->report->old_layout : &recorder->report->new_layout;

	for (size_t i = 0; i < doc->layout.len; i++) {
		const struct cvd_node *node = doc->layout.items[i].node, *partner = NULL;

		if (node->hidden)
			continue;
		if (partners[node->id] != CVD_NO_NODE)
			partner = other->nodes[partners[node->id]];
		if (!partner ||
		    !(old ? cvd_alike_source(node, partner) : cvd_alike_source(partner, node)))
			CVD_PUSH(recorder->arena, words, doc->layout.items[i].text);
	}
}

void cvd_records_build(struct cvd_report *report, const struct cvd_match *match,
		       const struct cvd_script *script)
{
	struct recorder recorder = {.report = report, .arena = &report->arena, .match = match};

	recorder.hidden = cvd_hidden_find(&recorder.scratch, match);
	recorder.rewrites = cvd_rewritten_find(&recorder.scratch, match, &recorder.hidden);
	recorder.told = CVD_NEW_ARRAY(&recorder.scratch, bool, match->new->node_count);
	for (size_t i = 0; i < script->count; i++) {
		const struct cvd_edit *edit = &script->edits[i];

		bool placed = edit->kind == CVD_EDIT_MOVE || edit->kind == CVD_EDIT_REORDER;

		if (edit->kind == CVD_EDIT_INSERT && tells_insert(&recorder, edit))
			record_inserted(&recorder, edit->node);
		if (!placed || !tells_move(&recorder, edit))
			continue;
		if (edit->kind == CVD_EDIT_MOVE)
			recorder.told[edit->new_id] = true;
		record_placed(&recorder, edit);
	}
	for (uint32_t new = 0; new < match->new->node_count; new ++) {
		uint32_t old = match->to_old[new];

		if (old == CVD_NO_NODE)
			continue;
		if (new > 0 && match->new_joint[new] == CVD_NO_NODE)
			record_pair(&recorder, old, new);
		record_deletes_below(&recorder, match->old->nodes[old], new);
	}
	for (size_t i = 0; i < match->joints.len; i++)
		record_joint(&recorder, &match->joints.items[i]);
	for (size_t i = 0; i < recorder.rewrites.len; i++)
		record_rewritten(&recorder, (uint32_t)i);
	/* blank lines, rules, line ends, comments: what belongs to no node */
	if (!recorder.drafts.len && !report->identical)
		record_formatting(&recorder, match->old->root, match->new->root);
	add_layout_of(&recorder, true);
	add_layout_of(&recorder, false);
	finish(&recorder);
	cvd_arena_free(&recorder.scratch);
}
