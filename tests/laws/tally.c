/* A table from the hash of a word's bytes to its place in a list, in order of first sight. */
#include "tally.h"

#include "base/hash.h"
#include "base/text.h"

#include <string.h>

void tally_init(struct tally *tally, struct cvd_arena *arena)
{
	*tally = (struct tally){.arena = arena};
	cvd_map_init(&tally->by_word, arena, 64);
}

/* The word without what belongs to it or not by what stands around it: low lines, a part of the word
 * for UAX #29 and emphasis for Markdown, and a sign. */
static struct cvd_str trimmed(struct cvd_str text, const struct cvd_token *token)
{
	size_t from = token->start, to = from + token->len;

	while (from < to && strchr("_+-", text.ptr[from]))
		from++;
	while (to > from && text.ptr[to - 1] == '_')
		to--;
	return cvd_str_sub(text, from, to);
}

void tally_add(struct tally *tally, struct cvd_str text, long times)
{
	struct cvd_tokens tokens = cvd_text_tokens(tally->arena, text);

	for (size_t i = 0; i < tokens.len; i++) {
		const struct cvd_token *token = &tokens.items[i];
		struct cvd_str word = trimmed(text, token);
		uint32_t *place;

		if ((token->kind != CVD_TOKEN_WORD && token->kind != CVD_TOKEN_NUMBER) || !word.len)
			continue;
		place = cvd_map_put(&tally->by_word, cvd_hash64(word));
		if (*place == CVD_MAP_NONE) {
			*place = (uint32_t)tally->words.len;
			CVD_PUSH(tally->arena, &tally->words, (struct tally_word){word, 0});
		}
		tally->words.items[*place].count += times;
	}
}

long tally_get(const struct tally *tally, struct cvd_str word)
{
	uint32_t place = cvd_map_get(&tally->by_word, cvd_hash64(word));

	return place == CVD_MAP_NONE ? 0 : tally->words.items[place].count;
}
