/*
 * Common tokens at both ends are cut off; between them a longest common subsequence is found, where
 * a token counts by what a reader sees of it: a word much, a mark little, white space almost nothing.
 * Then the islands are cleaned: an equal stretch between two changes that holds no word, or so few
 * letters that it would only cut a phrase in pieces, is absorbed, and every change is told as the
 * old words, then the new ones.
 *
 * The table of the subsequence is n·m; above a cap the middle is anchored at tokens that are unique
 * on both sides (patience diff, Bram Cohen), in order, and only the gaps are compared; a gap that is
 * still too large is told as a whole and the answer is limited.
 */
#include "thresholds.h"

#include "diff/words.h"

#include "base/map.h"
#include "base/text.h"

#include <string.h>

/* Cells of the largest table, one byte each. */
#define TABLE_CELLS ((size_t)1 << 22)

struct side {
	struct cvd_str text;
	struct cvd_tokens tokens;
	bool *kept; /* by token: it stands on both sides */
};

struct differ {
	struct cvd_arena scratch;
	struct side old, new;
	bool limited;
};

static uint32_t weight_of(const struct cvd_token *token)
{
	switch (token->kind) {
	case CVD_TOKEN_SPACE:
		return 1;
	case CVD_TOKEN_PUNCTUATION:
		return 2;
	default:
		return 6 + (token->len < 10 ? token->len : 10);
	}
}

static struct cvd_str token_text(const struct side *side, size_t at)
{
	const struct cvd_token *token = &side->tokens.items[at];

	return cvd_str_sub(side->text, token->start, token->start + token->len);
}

static bool same(const struct differ *d, size_t i, size_t j)
{
	return d->old.tokens.items[i].exact ==
	       d->new.tokens.items[j].exact &&cvd_str_equal(token_text(&d->old, i),
							    token_text(&d->new, j));
}

/* Longest common subsequence by weight of old [a, b) and new [c, e): the table of choices is filled
 * from the end so that it can be walked from the front. */
static void diff_table(struct differ *d, size_t a, size_t b, size_t c, size_t e)
{
	struct cvd_arena scratch = {0};
	size_t n = b - a, m = e - c, i = 0, j = 0;
	uint8_t *choices = CVD_NEW_ARRAY(&scratch, uint8_t, n * m);
	uint32_t *below = CVD_NEW_ARRAY(&scratch, uint32_t, m + 1);
	uint32_t *row = CVD_NEW_ARRAY(&scratch, uint32_t, m + 1);
	enum { DOWN, RIGHT, BOTH };

	for (i = n; i-- > 0;) {
		uint32_t *swap;

		for (j = m; j-- > 0;) {
			uint32_t best = below[j];
			uint8_t choice = DOWN;

			if (row[j + 1] > best) {
				best = row[j + 1];
				choice = RIGHT;
			}
			if (same(d, a + i, c + j)) {
				uint32_t with =
					below[j + 1] + weight_of(&d->old.tokens.items[a + i]);

				if (with >= best) {
					best = with;
					choice = BOTH;
				}
			}
			row[j] = best;
			choices[i * m + j] = choice;
		}
		swap = below;
		below = row;
		row = swap;
	}
	for (i = 0, j = 0; i < n && j < m;) {
		uint8_t choice = choices[i * m + j];

		if (choice == BOTH)
			d->old.kept[a + i] = d->new.kept[c + j] = true;
		i += choice != RIGHT;
		j += choice != DOWN;
	}
	cvd_arena_free(&scratch);
}

/* --- anchors ------------------------------------------------------------------------------------ */

struct anchor {
	size_t old, new;
	uint32_t previous; /* in the chain that ends here */
};

struct anchors {
	struct anchor *items;
	size_t len, cap;
};

/* Words that stand once in each range. */
static struct anchors unique_tokens(struct differ *d, size_t a, size_t b, size_t c, size_t e)
{
	struct anchors anchors = {0};
	struct cvd_map counts, places;

	cvd_map_init(&counts, &d->scratch, b - a);
	cvd_map_init(&places, &d->scratch, b - a);
	for (size_t i = a; i < b; i++) {
		uint32_t *count = cvd_map_put(&counts, d->old.tokens.items[i].exact);

		*count = *count == CVD_MAP_NONE ? 1 : 2;
		*cvd_map_put(&places, d->old.tokens.items[i].exact) = (uint32_t)i;
	}
	for (size_t j = c; j < e; j++) {
		uint32_t *count = cvd_map_put(&counts, d->new.tokens.items[j].exact);

		*count = *count == CVD_MAP_NONE ? 8 : *count + 4;
	}
	for (size_t j = c; j < e; j++) {
		uint64_t key = d->new.tokens.items[j].exact;

		if (cvd_map_get(&counts, key) == 5 && same(d, cvd_map_get(&places, key), j))
			CVD_PUSH(&d->scratch, &anchors,
				 (struct anchor){cvd_map_get(&places, key), j, 0});
	}
	return anchors;
}

/* Keeps a longest run of anchors that is in order on both sides (patience sorting). */
static void keep_increasing(struct differ *d, struct anchors *anchors)
{
	uint32_t *piles = CVD_NEW_ARRAY(&d->scratch, uint32_t, anchors->len);
	size_t count = 0;
	uint32_t at;

	for (uint32_t i = 0; i < anchors->len; i++) {
		size_t low = 0, high = count;

		while (low < high) {
			size_t middle = (low + high) / 2;

			if (anchors->items[piles[middle]].old < anchors->items[i].old)
				low = middle + 1;
			else
				high = middle;
		}
		anchors->items[i].previous = low ? piles[low - 1] : CVD_MAP_NONE;
		piles[low] = i;
		if (low == count)
			count++;
	}
	if (!count)
		return;
	at = piles[count - 1];
	for (size_t k = count; k-- > 0; at = anchors->items[at].previous)
		piles[k] = at;
	for (size_t k = 0; k < count; k++)
		anchors->items[k] = anchors->items[piles[k]];
	anchors->len = count;
}

struct range {
	size_t from, to; /* tokens of the old side */
	size_t new_from, new_to;
};

/* Cuts the common ends off the range and, if what is left is small enough, compares that; else
 * returns false with the rest in *range. */
static bool diff_small(struct differ *d, struct range *r)
{
	while (r->from < r->to && r->new_from < r->new_to && same(d, r->from, r->new_from))
		d->old.kept[r->from++] = d->new.kept[r->new_from++] = true;
	while (r->from < r->to && r->new_from < r->new_to && same(d, r->to - 1, r->new_to - 1))
		d->old.kept[--r->to] = d->new.kept[--r->new_to] = true;
	if (r->from == r->to || r->new_from == r->new_to)
		return true;
	if (r->to - r->from > TABLE_CELLS / (r->new_to - r->new_from))
		return false;
	diff_table(d, r->from, r->to, r->new_from, r->new_to);
	return true;
}

static void diff_all(struct differ *d)
{
	struct range whole = {.to = d->old.tokens.len, .new_to = d->new.tokens.len}, gap;
	struct anchors anchors;

	if (diff_small(d, &whole))
		return;
	anchors = unique_tokens(d, whole.from, whole.to, whole.new_from, whole.new_to);
	keep_increasing(d, &anchors);
	for (size_t k = 0; k <= anchors.len; k++) {
		const struct anchor *anchor = k < anchors.len ? &anchors.items[k] : NULL;

		gap = whole;
		if (anchor) {
			gap.to = anchor->old;
			gap.new_to = anchor->new;
			d->old.kept[anchor->old] = d->new.kept[anchor->new] = true;
			whole.from = anchor->old + 1;
			whole.new_from = anchor->new + 1;
		}
		if (!diff_small(d, &gap))
			d->limited = true;
	}
}

/* --- islands ------------------------------------------------------------------------------------ */

/* A run of changed or of kept tokens on both sides. */
struct run {
	bool kept;
	size_t old_from, old_to, new_from, new_to;
	uint32_t weight; /* of the old tokens of a kept run, of the heavier side of a change */
};

struct runs {
	struct run *items;
	size_t len, cap;
};

static uint32_t range_weight(const struct side *side, size_t from, size_t to)
{
	uint32_t weight = 0;

	for (size_t i = from; i < to; i++)
		weight += weight_of(&side->tokens.items[i]);
	return weight;
}

static struct runs find_runs(struct differ *d)
{
	struct runs runs = {0};
	size_t i = 0, j = 0;

	while (i < d->old.tokens.len || j < d->new.tokens.len) {
		struct run run = {.old_from = i, .new_from = j};
		uint32_t other;

		run.kept = i < d->old.tokens.len && j < d->new.tokens.len && d->old.kept[i] &&
			   d->new.kept[j];
		if (run.kept) {
			for (; i < d->old.tokens.len && j < d->new.tokens.len && d->old.kept[i] &&
			       d->new.kept[j];
			     i++)
				j++;
		} else {
			while (i < d->old.tokens.len && !d->old.kept[i])
				i++;
			while (j < d->new.tokens.len && !d->new.kept[j])
				j++;
		}
		run.old_to = i;
		run.new_to = j;
		run.weight = range_weight(&d->old, run.old_from, i);
		other = range_weight(&d->new, run.new_from, j);
		if (!run.kept && other > run.weight)
			run.weight = other;
		CVD_PUSH(&d->scratch, &runs, run);
	}
	return runs;
}

static bool has_word(const struct side *side, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (side->tokens.items[i].kind >= CVD_TOKEN_WORD)
			return true;
	return false;
}

/* The island is too small to be read between its neighbours. */
static bool is_confetti(const struct differ *d, const struct run *before, const struct run *island,
			const struct run *after)
{
	uint32_t around = before->weight + after->weight;

	if (!has_word(&d->old, island->old_from, island->old_to)) {
		/* one word against one word, then a mark, then again: two changes */
		bool paired = before->old_from < before->old_to &&
			      before->new_from < before->new_to &&
			      after->old_from < after->old_to && after->new_from < after->new_to;

		return island->weight <= 1 || !paired;
	}
	return island->weight < ISLAND_WEIGHT && island->weight * ISLAND_SHARE < around;
}

/* Absorbs confetti; a change that grew may swallow the next island, so one pass goes left to right. */
static void absorb(struct differ *d, struct runs *runs)
{
	size_t out = 0;

	for (size_t i = 0; i < runs->len; i++) {
		struct run *last = out ? &runs->items[out - 1] : NULL, *run = &runs->items[i];
		bool absorbed = run->kept && last && i + 1 < runs->len &&
				is_confetti(d, last, run, &runs->items[i + 1]);

		if (!absorbed) {
			runs->items[out++] = *run;
			continue;
		}
		last->old_to = runs->items[i + 1].old_to;
		last->new_to = runs->items[i + 1].new_to;
		last->weight += run->weight + runs->items[i + 1].weight;
		i++;
	}
	runs->len = out;
}

static void add_piece(struct cvd_arena *arena, struct cvd_pieces *pieces, char op,
		      const struct side *side, size_t from, size_t to)
{
	const struct cvd_token *items = side->tokens.items;

	if (from == to)
		return;
	CVD_PUSH(arena, pieces,
		 (struct cvd_piece){op, cvd_str_sub(side->text, items[from].start,
						    items[to - 1].start + items[to - 1].len)});
}

static struct side make_side(struct cvd_arena *scratch, struct cvd_str text)
{
	struct side side = {.text = text, .tokens = cvd_text_tokens(scratch, text)};

	side.kept = CVD_NEW_ARRAY(scratch, bool, side.tokens.len);
	return side;
}

struct cvd_pieces cvd_words_diff(struct cvd_arena *arena, struct cvd_str old, struct cvd_str new,
				 const char **limited)
{
	/* ties are broken alike in both directions: the texts are compared in an order of their own */
	bool turned = cvd_str_compare(old, new) > 0;
	struct differ d = {0};
	struct cvd_pieces pieces = {0};
	struct runs runs;

	d.old = make_side(&d.scratch, turned ? new : old);
	d.new = make_side(&d.scratch, turned ? old : new);
	diff_all(&d);
	runs = find_runs(&d);
	absorb(&d, &runs);
	for (size_t i = 0; i < runs.len; i++) {
		const struct run *run = &runs.items[i];

		if (run->kept) {
			add_piece(arena, &pieces, '=', &d.old, run->old_from, run->old_to);
		} else if (turned) {
			add_piece(arena, &pieces, '-', &d.new, run->new_from, run->new_to);
			add_piece(arena, &pieces, '+', &d.old, run->old_from, run->old_to);
		} else {
			add_piece(arena, &pieces, '-', &d.old, run->old_from, run->old_to);
			add_piece(arena, &pieces, '+', &d.new, run->new_from, run->new_to);
		}
	}
	if (d.limited && limited)
		*limited = "words";
	cvd_arena_free(&d.scratch);
	return pieces;
}
