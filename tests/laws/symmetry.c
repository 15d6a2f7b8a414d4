/*
 * Law 4. Every record becomes a line of text that knows no direction (those of the way back with their
 * sides and ops exchanged); the two sorted lists must be the same. n log n in the records.
 */
#include "checks.h"

#include <stdlib.h>

static const enum cvd_op exchanged[CVD_OP_COUNT] = {
	[CVD_OP_ADDED] = CVD_OP_REMOVED,       [CVD_OP_REMOVED] = CVD_OP_ADDED,
	[CVD_OP_CHANGED] = CVD_OP_CHANGED,     [CVD_OP_MOVED] = CVD_OP_MOVED,
	[CVD_OP_REORDERED] = CVD_OP_REORDERED, [CVD_OP_SPLIT] = CVD_OP_MERGED,
	[CVD_OP_MERGED] = CVD_OP_SPLIT,
};

struct record {
	struct cvd_str key;
	const struct cvd_change *change;
};

static void put_text(struct cvd_buf *out, struct cvd_str text)
{
	cvd_buf_printf(out, "%zu:", text.len);
	cvd_buf_add(out, text);
}

static void put_side(struct cvd_buf *out, const struct cvd_side *side)
{
	cvd_buf_put(out, side ? '[' : '-');
	if (!side)
		return;
	put_text(out, side->text);
	put_text(out, side->has_value ? side->value : CVD_STR("no value"));
	for (size_t i = 0; i < side->content.len; i++)
		put_text(out, side->content.items[i].text);
	cvd_buf_put(out, ']');
}

/* What the id says beyond node and op, which differ with the direction: `-end-changed`. */
static struct cvd_str id_ending(const struct cvd_change *change)
{
	struct cvd_str kind = cvd_str_from(cvd_kind_name(change->node));

	if (exchanged[change->op] != change->op || !cvd_str_starts_with(change->id, kind))
		return CVD_STR("");
	return cvd_str_sub(change->id, kind.len, change->id.len);
}

static void put_key(struct cvd_buf *out, const struct cvd_change *change, bool back)
{
	enum cvd_op op = back ? exchanged[change->op] : change->op;
	bool both = exchanged[change->op] == change->op;
	enum cvd_kind old_kind = both ? change->old_node : change->node;
	enum cvd_kind new_kind = change->node;

	put_text(out, id_ending(change));
	cvd_buf_printf(out, "%s %s %s field %d %s%s ", cvd_op_name(op),
		       cvd_kind_name(back ? new_kind : old_kind),
		       cvd_kind_name(back ? old_kind : new_kind), change->field,
		       cvd_severity_name(change->severity), change->hidden ? " hidden" : "");
	put_side(out, back ? change->new : change->old);
	put_side(out, back ? change->old : change->new);
	for (size_t i = 0; i < change->part_count; i++)
		put_side(out, &change->parts[i]);
}

static int compare_records(const void *a, const void *b)
{
	return cvd_str_compare(((const struct record *)a)->key, ((const struct record *)b)->key);
}

static struct record *sorted_records(struct cvd_arena *arena, const struct cvd_report *report,
				     bool back)
{
	struct record *records = CVD_NEW_ARRAY(arena, struct record, report->change_count + 1);
	struct cvd_buf key = {0};

	for (size_t i = 0; i < report->change_count; i++) {
		key.len = 0;
		put_key(&key, &report->changes[i], back);
		records[i] = (struct record){cvd_arena_copy(arena, cvd_buf_str(&key)),
					     &report->changes[i]};
	}
	cvd_buf_free(&key);
	qsort(records, report->change_count, sizeof *records, compare_records);
	return records;
}

static bool same_layout(const struct cvd_strs *a, const struct cvd_strs *b)
{
	if (a->len != b->len)
		return false;
	for (size_t i = 0; i < a->len; i++)
		if (!cvd_str_equal(a->items[i], b->items[i]))
			return false;
	return true;
}

static bool same_frame(const struct cvd_report *forth, const struct cvd_report *back)
{
	return forth->identical == back->identical && !forth->limited == !back->limited &&
	       cvd_hash_equal(forth->old.root, back->new.root) &&
	       cvd_hash_equal(forth->new.root, back->old.root) &&
	       same_layout(&forth->old_layout, &back->new_layout) &&
	       same_layout(&forth->new_layout, &back->old_layout);
}

bool check_symmetry(struct pair *pair, struct cvd_buf *why)
{
	const struct cvd_report *forth = pair->report[0], *back = pair->report[1];
	struct record *a = sorted_records(&pair->arena, forth, false);
	struct record *b = sorted_records(&pair->arena, back, true);
	size_t i = 0, j = 0, before = why->len;

	if (!same_frame(forth, back))
		cvd_buf_printf(why, "identical, limited, roots or layout differ\n");
	while (i < forth->change_count || j < back->change_count) {
		int order = i == forth->change_count  ? 1
			    : j == back->change_count ? -1
						      : cvd_str_compare(a[i].key, b[j].key);

		if (order < 0)
			cvd_buf_printf(why, "only forth:\n");
		if (order < 0)
			check_describe(why, a[i].change);
		if (order > 0)
			cvd_buf_printf(why, "only back:\n");
		if (order > 0)
			check_describe(why, b[j].change);
		i += order <= 0;
		j += order >= 0;
	}
	return why->len == before;
}
