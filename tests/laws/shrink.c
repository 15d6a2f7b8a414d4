/*
 * Delta debugging (Zeller and Hildebrandt 2002, ddmin) over units that can be left out: lines, then
 * words, first all that read the same on both sides at once, then one by one. Law 6 speaks of two
 * formattings of one résumé, so there the units are the items of the résumé and the keys of the style.
 */
#include "shrink.h"

#include "base/hash.h"
#include "base/map.h"
#include "write.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST_PROBES 4000
#define PROBE_SECONDS 20

enum outcome probe(enum law law, struct cvd_str old, struct cvd_str new)
{
	int status;
	pid_t child = fork();

	if (child == 0) {
		struct cvd_buf why = {0};
		struct pair pair;

		alarm(PROBE_SECONDS);
		pair_open(&pair, old, new);
		_exit(law_holds(law, &pair, &why) ? OUTCOME_HOLDS : OUTCOME_BROKEN);
	}
	if (child < 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status))
		return OUTCOME_CRASHED;
	return WEXITSTATUS(status) <= OUTCOME_BROKEN ? WEXITSTATUS(status) : OUTCOME_CRASHED;
}

/* A search for the fewest units that still break the law. */
struct search {
	struct cvd_arena *arena;
	enum law law;
	enum outcome outcome;
	struct sample *sample;
	size_t probes;
	bool *dropped; /* by unit */
	struct piece *pieces;
	size_t piece_count;
	bool (*still_breaks)(struct search *search);
};

/* Leaves out the units [from, from + len) if the law is broken without them too. */
static bool leave_out(struct search *search, size_t from, size_t len)
{
	bool *before = cvd_arena_alloc(search->arena, len * sizeof *before), any = false;

	for (size_t i = 0; i < len; i++) {
		before[i] = search->dropped[from + i];
		any |= !before[i];
		search->dropped[from + i] = true;
	}
	search->probes += any;
	if (any && search->still_breaks(search))
		return true;
	memcpy(search->dropped + from, before, len * sizeof *before);
	return false;
}

static void minimize(struct search *search, size_t count)
{
	size_t chunk = (count + 1) / 2;
	bool progress = true;

	while (chunk > 0 && progress) {
		progress = chunk > 1;
		for (size_t from = 0; from < count && search->probes < MOST_PROBES; from += chunk)
			progress |= leave_out(search, from,
					      count - from < chunk ? count - from : chunk);
		chunk = chunk > 1 ? chunk / 2 : 1;
	}
}

/* --- texts ------------------------------------------------------------------------------------ */

struct piece {
	int side;
	struct cvd_str text;
	size_t unit;
};

static struct cvd_str kept_text(struct search *search, int side)
{
	struct cvd_buf out = {0};
	struct cvd_str text;

	for (size_t i = 0; i < search->piece_count; i++)
		if (search->pieces[i].side == side && !search->dropped[search->pieces[i].unit])
			cvd_buf_add(&out, search->pieces[i].text);
	text = cvd_arena_copy(search->arena, cvd_buf_str(&out));
	cvd_buf_free(&out);
	return text;
}

static bool texts_break(struct search *search)
{
	return probe(search->law, kept_text(search, 0), kept_text(search, 1)) == search->outcome;
}

/* Cuts both texts behind each of the characters; pieces that read the same are one unit if `same`. */
static size_t cut(struct search *search, const char *behind, bool same)
{
	CVD_ARRAY(struct piece) pieces = {0};
	struct cvd_map units;
	size_t count = 0;

	cvd_map_init(&units, search->arena, 64);
	for (int side = 0; side < 2; side++) {
		struct cvd_str text = search->sample->text[side];

		for (size_t from = 0, to; from < text.len; from = to) {
			struct piece piece = {.side = side, .unit = count};
			uint32_t *unit;

			for (to = from + 1; to < text.len && text.ptr[to - 1] != behind[0] &&
					    text.ptr[to - 1] != behind[1];)
				to++;
			piece.text = cvd_str_sub(text, from, to);
			unit = cvd_map_put(&units, cvd_hash64(piece.text));
			if (same && *unit != CVD_MAP_NONE)
				piece.unit = *unit;
			*unit = (uint32_t)piece.unit;
			count += piece.unit == count;
			CVD_PUSH(search->arena, &pieces, piece);
		}
	}
	search->pieces = pieces.items;
	search->piece_count = pieces.len;
	search->dropped = CVD_NEW_ARRAY(search->arena, bool, count + 1);
	return count;
}

static void shrink_texts(struct search *search)
{
	static const char *const cuts[] = {"\n\n", "\n ", "\n\n", "\n "};

	search->still_breaks = texts_break;
	for (size_t round = 0; round < 4; round++) {
		minimize(search, cut(search, cuts[round], round < 2));
		for (int side = 0; side < 2; side++)
			search->sample->text[side] = kept_text(search, side);
	}
}

/* --- law 6: items and styles ------------------------------------------------------------------ */

/* A copy of the item without what was dropped; units number the items in document order. */
static struct item *kept_items(struct search *search, const struct item *item, size_t *unit)
{
	struct item *copy = CVD_NEW(search->arena, struct item);

	*copy = *item;
	copy->items.items = NULL;
	copy->items.len = copy->items.cap = 0;
	for (size_t i = 0; i < item->items.len; i++) {
		bool dropped = search->dropped[(*unit)++];
		struct item *child = kept_items(search, item_at(item, i), unit);

		if (!dropped)
			item_add(search->arena, copy, child);
	}
	return copy;
}

static bool sample_breaks(struct search *search, struct sample *sample)
{
	return sample_write_formatting(search->arena, sample) &&
	       probe(search->law, sample->text[0], sample->text[1]) == search->outcome;
}

static bool items_break(struct search *search)
{
	struct sample sample = *search->sample;
	size_t unit = 0;

	sample.resume = kept_items(search, sample.resume, &unit);
	return sample_breaks(search, &sample);
}

static size_t count_items(const struct item *item)
{
	size_t count = item->items.len;

	for (size_t i = 0; i < item->items.len; i++)
		count += count_items(item_at(item, i));
	return count;
}

static void shrink_formatting(struct search *search)
{
	size_t count = count_items(search->sample->resume), unit = 0;

	search->still_breaks = items_break;
	search->dropped = CVD_NEW_ARRAY(search->arena, bool, count + 1);
	minimize(search, count);
	search->sample->resume = kept_items(search, search->sample->resume, &unit);
	for (int key = 0; key < STYLE_COUNT; key++) {
		struct sample sample = *search->sample;

		sample.styles[1].values[key] = sample.styles[0].values[key];
		if (sample_breaks(search, &sample))
			*search->sample = sample;
	}
	sample_write_formatting(search->arena, search->sample);
}

void shrink(struct cvd_arena *arena, enum law law, enum outcome outcome, struct sample *sample)
{
	struct search search = {.arena = arena, .law = law, .outcome = outcome, .sample = sample};

	if (sample->formatting && law == LAW_FORMATTING)
		shrink_formatting(&search);
	else
		shrink_texts(&search);
}
