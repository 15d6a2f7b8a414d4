/* The assignment against brute force on small cases, and what it does when it must not be exact. */
#include "unit.h"

#include "assign.h"

#include <string.h>

static struct cvd_arena arena;

static uint64_t next_random(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

#define MOST 6

struct table {
	uint32_t rows, columns;
	double scores[MOST][MOST]; /* 0: no candidate */
};

/* The largest sum of scores from row `row` on, with the columns in `used` taken. */
static double best_sum(const struct table *table, uint32_t row, unsigned used)
{
	double best;

	if (row == table->rows)
		return 0;
	best = best_sum(table, row + 1, used);
	for (uint32_t column = 0; column < table->columns; column++) {
		double score = table->scores[row][column], sum;

		if (score <= 0 || (used >> column & 1))
			continue;
		sum = score + best_sum(table, row + 1, used | 1u << column);
		if (sum > best)
			best = sum;
	}
	return best;
}

static struct cvd_candidates candidates_of(const struct table *table)
{
	struct cvd_candidates candidates = {0};

	for (uint32_t row = 0; row < table->rows; row++)
		for (uint32_t column = 0; column < table->columns; column++)
			if (table->scores[row][column] > 0)
				CVD_PUSH(&arena, &candidates,
					 (struct cvd_candidate){row, column,
								table->scores[row][column]});
	return candidates;
}

static double check_choice(const struct table *table, const struct cvd_candidates *chosen)
{
	unsigned rows = 0, columns = 0;
	double sum = 0;

	for (size_t i = 0; i < chosen->len; i++) {
		struct cvd_candidate pair = chosen->items[i];

		ck_assert(!(rows >> pair.old & 1) && !(columns >> pair.new & 1));
		ck_assert_double_eq(pair.score, table->scores[pair.old][pair.new]);
		ck_assert_double_gt(pair.score, 0);
		rows |= 1u << pair.old;
		columns |= 1u << pair.new;
		sum += pair.score;
	}
	return sum;
}

START_TEST(the_sum_is_the_highest)
{
	uint64_t random = 7;

	for (int round = 0; round < 20000; round++) {
		struct table table = {.rows = (uint32_t)(next_random(&random) % (MOST + 1)),
				      .columns = (uint32_t)(next_random(&random) % (MOST + 1))};
		uint64_t density = 1 + next_random(&random) % 4,
			 values = 1 + next_random(&random) % 9;
		struct cvd_candidates candidates;
		bool capped = false;
		double sum;

		for (uint32_t row = 0; row < table.rows; row++)
			for (uint32_t column = 0; column < table.columns; column++)
				if (next_random(&random) % 4 < density)
					table.scores[row][column] =
						(double)(1 + next_random(&random) % values) / 8;
		candidates = candidates_of(&table);
		cvd_assign(&arena, &candidates, table.rows, table.columns, &capped);
		sum = check_choice(&table, &candidates);
		ck_assert_msg(sum > best_sum(&table, 0, 0) - 1e-9, "round %d: %g, not %g", round,
			      sum, best_sum(&table, 0, 0));
		ck_assert(!capped);
		cvd_arena_free(&arena);
	}
}
END_TEST

/* The best pair first would leave 0.9 + 0.1. */
START_TEST(the_best_pair_may_lose)
{
	struct table table = {2, 2, {{0.9, 0.8}, {0.8, 0.1}}};
	struct cvd_candidates candidates = candidates_of(&table);
	bool capped = false;

	cvd_assign(&arena, &candidates, 2, 2, &capped);
	ck_assert_uint_eq(candidates.len, 2);
	ck_assert_double_eq_tol(check_choice(&table, &candidates), 1.6, 1e-9);
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(the_same_candidates_give_the_same_choice)
{
	struct table table = {.rows = MOST, .columns = MOST};
	struct cvd_candidates first;
	bool capped = false;

	for (uint32_t row = 0; row < MOST; row++)
		for (uint32_t column = 0; column < MOST; column++)
			table.scores[row][column] = 0.5;
	first = candidates_of(&table);
	cvd_assign(&arena, &first, MOST, MOST, &capped);
	ck_assert_uint_eq(first.len, MOST);
	for (int round = 0; round < 10; round++) {
		struct cvd_candidates again = candidates_of(&table);

		cvd_assign(&arena, &again, MOST, MOST, &capped);
		ck_assert_uint_eq(again.len, first.len);
		ck_assert_mem_eq(again.items, first.items, first.len * sizeof *first.items);
	}
	cvd_arena_free(&arena);
}
END_TEST

/* `count` × `count`, all possible: item i fits item i best. */
static struct cvd_candidates complete(uint32_t count)
{
	struct cvd_candidates candidates = {0};

	for (uint32_t row = 0; row < count; row++)
		for (uint32_t column = 0; column < count; column++)
			CVD_PUSH(&arena, &candidates,
				 (struct cvd_candidate){row, column,
							row == column ? 1 + row * 1e-6 : 0.1});
	return candidates;
}

static void check_diagonal(uint32_t count, bool want_capped)
{
	struct cvd_candidates candidates = complete(count);
	bool capped = false;

	cvd_assign(&arena, &candidates, count, count, &capped);
	ck_assert_uint_eq(candidates.len, count);
	for (size_t i = 0; i < count; i++)
		ck_assert_uint_eq(candidates.items[i].old, candidates.items[i].new);
	ck_assert(capped == want_capped);
	cvd_arena_free(&arena);
}

START_TEST(beyond_the_cap_it_is_greedy_and_says_so)
{
	check_diagonal(512, false); /* exactly CVD_ASSIGN_CELLS */
	check_diagonal(513, true);
}
END_TEST

/* Many small components are no large one. */
START_TEST(components_are_solved_one_by_one)
{
	enum { COUNT = 20000 };
	struct cvd_candidates candidates = {0};
	bool capped = false;

	for (uint32_t i = 0; i < COUNT; i += 2) {
		CVD_PUSH(&arena, &candidates, (struct cvd_candidate){i, i, 0.9});
		CVD_PUSH(&arena, &candidates, (struct cvd_candidate){i, i + 1, 0.8});
		CVD_PUSH(&arena, &candidates, (struct cvd_candidate){i + 1, i, 0.8});
	}
	cvd_assign(&arena, &candidates, COUNT, COUNT, &capped);
	ck_assert(!capped);
	ck_assert_uint_eq(candidates.len, COUNT);
	for (size_t i = 0; i < candidates.len; i++)
		ck_assert_double_eq(candidates.items[i].score, 0.8);
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(nothing_is_assigned_to_nothing)
{
	struct cvd_candidates candidates = {0};
	bool capped = false;

	cvd_assign(&arena, &candidates, 0, 0, &capped);
	cvd_assign(&arena, &candidates, 3, 0, &capped);
	ck_assert_uint_eq(candidates.len, 0);
	ck_assert(!capped);
	cvd_arena_free(&arena);
}
END_TEST

UNIT_MAIN("assign", the_sum_is_the_highest, the_best_pair_may_lose,
	  the_same_candidates_give_the_same_choice, beyond_the_cap_it_is_greedy_and_says_so,
	  components_are_solved_one_by_one, nothing_is_assigned_to_nothing)
