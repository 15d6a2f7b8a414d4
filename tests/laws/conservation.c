/*
 * Law 3. The words that the records add and remove are tallied and the difference of the two texts, as
 * the independent reader sees them, is taken off again: everything must come out as zero. Which texts
 * of a record count is a table by op; linear in the words. Front matter and attributes are outside the law:
 * a reader may use them, or not.
 */
#include "laws.h"

#include "reader.h"
#include "tally.h"

#include "base/text.h"

/* How often a record's texts are added by it: its sides, what stands beneath them, its parts. */
static const struct {
	int old, old_content, new, new_content, parts;
} signs[CVD_OP_COUNT] = {
	[CVD_OP_ADDED] = {.new = 1, .new_content = 1},
	[CVD_OP_REMOVED] = {.old = -1, .old_content = -1},
	[CVD_OP_CHANGED] = {.old = -1, .old_content = -1, .new = 1, .new_content = 1},
	[CVD_OP_MOVED] = {0},
	[CVD_OP_REORDERED] = {0},
	[CVD_OP_SPLIT] = {.old = -1, .parts = 1},
	[CVD_OP_MERGED] = {.new = 1, .parts = -1},
};

static void add_side(struct tally *tally, const struct cvd_side *side, int text, int content)
{
	if (!side)
		return;
	if (text)
		tally_add(tally, side->text, text);
	for (size_t i = 0; content && i < side->content.len; i++)
		tally_add(tally, side->content.items[i].text, content);
}

static void add_all(struct tally *tally, const struct cvd_strs *texts, int times)
{
	for (size_t i = 0; i < texts->len; i++)
		tally_add(tally, texts->items[i], times);
}

static void add_report(struct tally *tally, const struct cvd_report *report)
{
	for (size_t i = 0; i < report->change_count; i++) {
		const struct cvd_change *change = &report->changes[i];

		add_side(tally, change->old, signs[change->op].old, signs[change->op].old_content);
		add_side(tally, change->new, signs[change->op].new, signs[change->op].new_content);
		for (size_t part = 0; part < change->part_count; part++)
			add_side(tally, &change->parts[part], signs[change->op].parts, 0);
	}
	add_all(tally, &report->old_layout, -1);
	add_all(tally, &report->new_layout, 1);
}

bool law_conserves(const struct cvd_report *report, struct cvd_str old, struct cvd_str new,
		   struct cvd_buf *why)
{
	struct cvd_arena arena = {0};
	struct tally told, meant, outside;
	struct cvd_buf unsaid = {0};
	size_t wrong = 0;

	tally_init(&told, &arena);
	tally_init(&meant, &arena);
	tally_init(&outside, &arena);
	reader_outside(&unsaid, old);
	reader_outside(&unsaid, new);
	tally_add(&outside, cvd_buf_str(&unsaid), 1);
	add_report(&told, report);
	tally_add(&meant, reader_plain(&arena, new), 1);
	tally_add(&meant, reader_plain(&arena, old), -1);
	/* Words that only one of the two has stand in both from here on. */
	for (size_t i = 0; i < told.words.len; i++)
		tally_add(&meant, told.words.items[i].word, 0);
	for (size_t i = 0; i < meant.words.len; i++) {
		const struct tally_word *word = &meant.words.items[i];
		long count = tally_get(&told, word->word);

		if (count == word->count || tally_get(&outside, word->word))
			continue;
		if (wrong++ < 12) {
			cvd_text_visible(why, word->word);
			cvd_buf_printf(why, ": told %+ld, meant %+ld\n", count, word->count);
		}
	}
	if (wrong > 12)
		cvd_buf_printf(why, "and %zu more words\n", wrong - 12);
	cvd_buf_free(&unsaid);
	cvd_arena_free(&arena);
	return wrong == 0;
}
