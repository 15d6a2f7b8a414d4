/* A table from the hash of a word's bytes to its place in a list, in order of first sight. */
#include "tally.h"

#include "base/hash.h"
#include "base/text.h"

void tally_init(struct tally *tally, struct cvd_arena *arena)
{
	*tally = (struct tally){.arena = arena};
	cvd_map_init(&tally->by_word, arena, 64);
}

void tally_add(struct tally *tally, struct cvd_str text, long times)
{
	struct cvd_tokens tokens = cvd_text_tokens(tally->arena, text);

	for (size_t i = 0; i < tokens.len; i++) {
		const struct cvd_token *token = &tokens.items[i];
		struct cvd_str word = {text.ptr + token->start, token->len};
		uint32_t *place;

		if (token->kind != CVD_TOKEN_WORD && token->kind != CVD_TOKEN_NUMBER)
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
