/*
 * The view of a report is both versions and nothing else: the new sides, read from top to bottom, are the
 * new document; each node of the old one is a side once, beside the second mention where it moved; what
 * moved knows its other place; each change belongs to a part; and what is said to be untouched has the same
 * text on both sides (it may be read otherwise).
 */
#include "checks.h"

#include "diff/view.h"

struct tally {
	struct cvd_arena arena;
	const struct cvd_view *view;
	struct cvd_buf *why;
	uint32_t next_new; /* the new node that comes next */
	bool *old;         /* by id: seen */
	bool *changes;     /* by place in the report: seen */
	size_t broken;
};

static void complain(struct tally *tally, uint32_t part, const char *what)
{
	cvd_buf_printf(tally->why, "part %u: %s\n", (unsigned)part, what);
	tally->broken++;
}

static void check_sides(struct tally *tally, uint32_t i)
{
	const struct cvd_part *part = &tally->view->parts[i];

	if (part->new && part->new->id != tally->next_new++)
		complain(tally, i, "another new node was due");
	if (!part->old || part->state == CVD_PART_ARRIVED)
		return;
	if (tally->old[part->old->id])
		complain(tally, i, "the old node was there before");
	tally->old[part->old->id] = true;
}

static void check_state(struct tally *tally, uint32_t i)
{
	static const struct {
		bool old, new, other;
	} wanted[] = {
		[CVD_PART_KEPT] = {true, true, false},     [CVD_PART_ADDED] = {false, true, false},
		[CVD_PART_REMOVED] = {true, false, false}, [CVD_PART_ARRIVED] = {true, true, true},
		[CVD_PART_LEFT] = {true, false, true},
	};
	const struct cvd_part *part = &tally->view->parts[i];
	const struct cvd_part *other =
		part->other == CVD_NO_PART ? NULL : &tally->view->parts[part->other];

	if (!part->old == wanted[part->state].old || !part->new == wanted[part->state].new ||
	    !other == wanted[part->state].other)
		complain(tally, i, "the sides are not those of its state");
	if (other && (other->other != i || other->old->id != part->old->id))
		complain(tally, i, "the other place is another's");
	if (!part->touched && !cvd_str_equal(part->old->text, part->new->text))
		complain(tally, i, "untouched, but with another text");
}

static void check_nesting(struct tally *tally, uint32_t i)
{
	const struct cvd_part *part = &tally->view->parts[i];

	if (part->end <= i || part->end > tally->view->len)
		complain(tally, i, "ends nowhere");
	for (uint32_t child = i + 1; child < part->end; child = tally->view->parts[child].end)
		if (tally->view->parts[child].depth != part->depth + 1 ||
		    tally->view->parts[child].end > part->end ||
		    tally->view->parts[child].end <= child) {
			complain(tally, child, "is no part of what is around it");
			return;
		}
}

static void check_report(struct tally *tally, const struct cvd_report *report,
			 const struct cvd_document *old, const struct cvd_document *new)
{
	tally->view = report->view;
	tally->next_new = 1;
	tally->old = CVD_NEW_ARRAY(&tally->arena, bool, old->node_count);
	tally->changes = CVD_NEW_ARRAY(&tally->arena, bool, report->change_count);
	for (uint32_t i = 0; i < tally->view->len; i++) {
		const struct cvd_part *part = &tally->view->parts[i];

		check_sides(tally, i);
		check_state(tally, i);
		check_nesting(tally, i);
		for (uint32_t k = 0; k < part->change_count; k++)
			tally->changes[part->changes[k]] = true;
	}
	if (tally->next_new != new->node_count)
		complain(tally, tally->view->len, "new nodes are missing");
	for (uint32_t id = 1; id < old->node_count; id++)
		if (!tally->old[id])
			complain(tally, tally->view->len, "an old node is missing");
	for (size_t i = 0; i < report->change_count; i++)
		if (!tally->changes[i] && report->changes[i].node != CVD_RESUME) {
			complain(tally, tally->view->len, "a change belongs to no part:");
			check_describe(tally->why, &report->changes[i]);
		}
}

bool check_view(struct pair *pair, struct cvd_buf *why)
{
	struct tally tally = {.why = why};

	for (int way = 0; way < 2; way++)
		check_report(&tally, pair->report[way], pair->doc[way], pair->doc[!way]);
	cvd_arena_free(&tally.arena);
	return !tally.broken;
}
