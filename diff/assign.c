/*
 * The candidates are edges of a bipartite graph; connected components are solved one by one, since
 * most are a single pair. A component goes through the Hungarian method with potentials in the form
 * of Jonker and Volgenant (1987), rows the smaller side, as git's range-diff does (linear-assignment.c
 * is the model for doing it in C). Leaving an item alone scores 0, and impossible pairs score 0 too,
 * so that no pair is forced.
 */
#include "assign.h"

#include <float.h>
#include <stdlib.h>
#include <string.h>

static uint32_t find_root(uint32_t *parents, uint32_t item)
{
	while (parents[item] != item) {
		parents[item] = parents[parents[item]];
		item = parents[item];
	}
	return item;
}

static int by_score(const void *a, const void *b)
{
	const struct cvd_candidate *x = a, *y = b;

	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	if (x->old != y->old)
		return x->old < y->old ? -1 : 1;
	return (x->new > y->new) - (x->new < y->new);
}

/* The best candidates first, each taken if both its items are free. */
static size_t assign_greedily(struct cvd_arena *arena, struct cvd_candidate *items, size_t len,
			      uint32_t old_count, uint32_t new_count)
{
	bool *old_used = CVD_NEW_ARRAY(arena, bool, old_count);
	bool *new_used = CVD_NEW_ARRAY(arena, bool, new_count);
	size_t chosen = 0;

	qsort(items, len, sizeof *items, by_score);
	for (size_t i = 0; i < len; i++) {
		struct cvd_candidate pair = items[i];

		if (old_used[pair.old] || new_used[pair.new])
			continue;
		old_used[pair.old] = new_used[pair.new] = true;
		items[chosen++] = pair;
	}
	return chosen;
}

/*
 * Hungarian method on `scores` (rows × columns, rows <= columns): row_of[column] becomes the row that
 * the column is given to, or rows. Maximises by minimising the negated scores.
 */
static void solve(struct cvd_arena *arena, const double *scores, uint32_t rows, uint32_t columns,
		  uint32_t *row_of)
{
	double *u = CVD_NEW_ARRAY(arena, double, rows + 1);
	double *v = CVD_NEW_ARRAY(arena, double, columns + 1);
	double *least = CVD_NEW_ARRAY(arena, double, columns + 1);
	uint32_t *match = CVD_NEW_ARRAY(arena, uint32_t, columns + 1);
	uint32_t *way = CVD_NEW_ARRAY(arena, uint32_t, columns + 1);
	bool *used = CVD_NEW_ARRAY(arena, bool, columns + 1);

	for (uint32_t row = 1; row <= rows; row++) {
		uint32_t column = 0;

		match[0] = row;
		for (uint32_t j = 0; j <= columns; j++) {
			least[j] = DBL_MAX;
			used[j] = false;
		}
		do {
			uint32_t from = match[column], next = 0;
			double delta = DBL_MAX;

			used[column] = true;
			for (uint32_t j = 1; j <= columns; j++) {
				double cost;

				if (used[j])
					continue;
				cost = -scores[(size_t)(from - 1) * columns + j - 1] - u[from] -
				       v[j];
				if (cost < least[j]) {
					least[j] = cost;
					way[j] = column;
				}
				if (least[j] < delta) {
					delta = least[j];
					next = j;
				}
			}
			for (uint32_t j = 0; j <= columns; j++) {
				if (used[j]) {
					u[match[j]] += delta;
					v[j] -= delta;
				} else {
					least[j] -= delta;
				}
			}
			column = next;
		} while (match[column]);
		for (; column; column = way[column])
			match[column] = match[way[column]];
	}
	for (uint32_t j = 0; j < columns; j++)
		row_of[j] = match[j + 1] ? match[j + 1] - 1 : rows;
}

struct side {
	uint32_t *numbers; /* by item: its number in the component */
	uint32_t count;
};

/* Solves one component exactly; returns the number of chosen candidates, moved to the front. */
static size_t assign_exactly(struct cvd_candidate *items, size_t len, struct side *old,
			     struct side *new)
{
	struct cvd_arena scratch = {0};
	bool turned = old->count > new->count;
	uint32_t rows = turned ? new->count : old->count, columns = turned ? old->count : new->count;
	double *scores = CVD_NEW_ARRAY(&scratch, double, (size_t)rows *columns);
	uint32_t *row_of = CVD_NEW_ARRAY(&scratch, uint32_t, columns);
	size_t chosen = 0;

	for (size_t i = 0; i < len; i++) {
		uint32_t o = old->numbers[items[i].old], n = new->numbers[items[i].new];

		scores[(size_t)(turned ? n : o) * columns + (turned ? o : n)] = items[i].score;
	}
	solve(&scratch, scores, rows, columns, row_of);
	for (size_t i = 0; i < len; i++) {
		uint32_t o = old->numbers[items[i].old], n = new->numbers[items[i].new];

		if (row_of[turned ? o : n] == (turned ? n : o))
			items[chosen++] = items[i];
	}
	cvd_arena_free(&scratch);
	return chosen;
}

static void number_side(struct side *side, const struct cvd_candidate *items, size_t len, bool old)
{
	side->count = 0;
	for (size_t i = 0; i < len; i++)
		side->numbers[old ? items[i].old : items[i].new] = UINT32_MAX;
	for (size_t i = 0; i < len; i++) {
		uint32_t item = old ? items[i].old : items[i].new;

		if (side->numbers[item] == UINT32_MAX)
			side->numbers[item] = side->count++;
	}
}

struct keyed {
	uint32_t root;
	struct cvd_candidate candidate;
};

static int by_root(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;

	if (x->root != y->root)
		return x->root < y->root ? -1 : 1;
	if (x->candidate.old != y->candidate.old)
		return x->candidate.old < y->candidate.old ? -1 : 1;
	return (x->candidate.new > y->candidate.new) - (x->candidate.new < y->candidate.new);
}

/* Orders the candidates by component; `roots` gets each one's. */
static void sort_by_component(struct cvd_arena *arena, struct cvd_candidates *candidates,
			      uint32_t old_count, uint32_t new_count, uint32_t *roots)
{
	uint32_t *parents = CVD_NEW_ARRAY(arena, uint32_t, (size_t)old_count + new_count);
	struct keyed *keyed = CVD_NEW_ARRAY(arena, struct keyed, candidates->len);

	for (uint32_t i = 0; i < old_count + new_count; i++)
		parents[i] = i;
	for (size_t i = 0; i < candidates->len; i++) {
		uint32_t a = find_root(parents, candidates->items[i].old);
		uint32_t b = find_root(parents, old_count + candidates->items[i].new);

		parents[a > b ? a : b] = a > b ? b : a;
	}
	for (size_t i = 0; i < candidates->len; i++)
		keyed[i] = (struct keyed){find_root(parents, candidates->items[i].old),
					  candidates->items[i]};
	qsort(keyed, candidates->len, sizeof *keyed, by_root);
	for (size_t i = 0; i < candidates->len; i++) {
		candidates->items[i] = keyed[i].candidate;
		roots[i] = keyed[i].root;
	}
}

void cvd_assign(struct cvd_arena *arena, struct cvd_candidates *candidates, uint32_t old_count,
		uint32_t new_count, bool *capped)
{
	struct side old = {CVD_NEW_ARRAY(arena, uint32_t, old_count), 0};
	struct side new = {CVD_NEW_ARRAY(arena, uint32_t, new_count), 0};
	uint32_t *roots = CVD_NEW_ARRAY(arena, uint32_t, candidates->len);
	size_t chosen = 0, to;

	if (!candidates->len)
		return;
	sort_by_component(arena, candidates, old_count, new_count, roots);
	for (size_t from = 0; from < candidates->len; from = to) {
		struct cvd_candidate *items = &candidates->items[from];
		size_t len, taken = 1;

		for (to = from + 1; to < candidates->len && roots[to] == roots[from]; to++)
			;
		len = to - from;
		if (len > 1) {
			number_side(&old, items, len, true);
			number_side(&new, items, len, false);
			if ((size_t)old.count * new.count <= CVD_ASSIGN_CELLS) {
				taken = assign_exactly(items, len, &old, &new);
			} else {
				taken = assign_greedily(arena, items, len, old_count, new_count);
				*capped = true;
			}
		}
		memmove(&candidates->items[chosen], items, taken * sizeof *items);
		chosen += taken;
	}
	candidates->len = chosen;
}
