/* A table from the hash of a word's bytes to its place in a list, in order of first sight. */
#include "tally.h"

#include "base/hash.h"
#include "base/text.h"

void tally_init(struct tally *tally, struct cvd_arena *arena)
{
	*tally = (struct tally){.arena = arena};
	cvd_map_init(&tally->by_word, arena, 64);
}

static void add_word(struct tally *tally, struct cvd_str word, long times)
{
	uint32_t *place = cvd_map_put(&tally->by_word, cvd_hash64(word));

	if (*place == CVD_MAP_NONE) {
		*place = (uint32_t)tally->words.len;
		CVD_PUSH(tally->arena, &tally->words, (struct tally_word){word, 0});
	}
	tally->words.items[*place].count += times;
}

/* Whether it depends on what stands around a character if it belongs to the word: a sign before a
 * number, and two that join words for UAX #29: the low line, which is emphasis for Markdown, and the
 * colon, which ends a label (`Dates:May`). */
static bool is_loose(char c, bool first)
{
	return c == '_' || c == ':' || (first && (c == '+' || c == '-'));
}

/* Without the signs at the end that are no part of a short name (`C++`, `F#`): whether they belong to
 * the word depends on what stands behind them, too. */
static size_t word_end(struct cvd_str text, size_t from, size_t end)
{
	size_t stem = end;

	while (stem > from && (text.ptr[stem - 1] == '+' || text.ptr[stem - 1] == '#'))
		stem--;
	return stem - from > 2 || (text.ptr[from] >= '0' && text.ptr[from] <= '9') ? stem : end;
}

void tally_add(struct tally *tally, struct cvd_str text, long times)
{
	struct cvd_tokens tokens = cvd_text_tokens(tally->arena, text);

	for (size_t i = 0; i < tokens.len; i++) {
		const struct cvd_token *token = &tokens.items[i];
		size_t from = token->start, end = word_end(text, from, from + token->len);

		if (token->kind != CVD_TOKEN_WORD && token->kind != CVD_TOKEN_NUMBER)
			continue;
		for (size_t at = from; at <= end; at++) {
			if (at < end && !is_loose(text.ptr[at], at == token->start))
				continue;
			if (at > from)
				add_word(tally, cvd_str_sub(text, from, at), times);
			from = at + 1;
		}
	}
}

long tally_get(const struct tally *tally, struct cvd_str word)
{
	uint32_t place = cvd_map_get(&tally->by_word, cvd_hash64(word));

	return place == CVD_MAP_NONE ? 0 : tally->words.items[place].count;
}
