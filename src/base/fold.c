/*
 * toCasefold and NFC (Unicode 15, 3.13, D145 with the composed form). Text is walked in runs: ASCII
 * is folded in place, only the rest meets the Unicode tables.
 *
 * Runs may be folded singly because every ASCII character is a boundary of normalization: it never
 * composes with what stands before it. It may with what follows (e and a combining acute), so a run
 * takes the one ASCII character before it along. Linear.
 */
#include "fold.h"

#include "ascii.h"

#include <stdlib.h>
#include <unicase.h>
#include <uninorm.h>

/* A run up to this long folds without malloc. */
#define FOLD_STACK 256

/* Latin-1 characters that fold to something else than the letter 32 behind, or themselves. */
#define MICRO_SIGN 0xB5
#define SHARP_S 0xDF

static void add_ascii_folded(struct cvd_buf *buf, struct cvd_str s)
{
	char *to;

	if (!s.len)
		return;
	cvd_buf_reserve(buf, s.len);
	to = buf->ptr + buf->len;
	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];

		to[i] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
	}
	buf->len += s.len;
}

/*
 * Latin-1 and general punctuation without tables: capitals are 32 before their small letters, and
 * nothing composes. False, and nothing appended, if the run holds anything else.
 */
static bool add_latin_folded(struct cvd_buf *buf, struct cvd_str s)
{
	size_t len = buf->len, pos = 0;

	while (pos < s.len) {
		uint32_t c = cvd_utf8_next(s, &pos);
		bool capital = (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
		bool latin = c < 0x100 && c != MICRO_SIGN && c != SHARP_S;

		if (!latin && (c < 0x2010 || c > 0x2044)) {
			buf->len = len;
			return false;
		}
		cvd_utf8_put(buf, capital ? c + 0x20 : c);
	}
	return true;
}

static void add_folded(struct cvd_buf *buf, struct cvd_str s)
{
	uint8_t stack[FOLD_STACK];
	size_t len = sizeof stack;
	uint8_t *folded;

	if (add_latin_folded(buf, s))
		return;
	folded = u8_casefold((const uint8_t *)s.ptr, s.len, NULL, UNINORM_NFC, stack, &len);
	if (!folded)
		cvd_out_of_memory();
	cvd_buf_add_bytes(buf, folded, len);
	if (folded != stack)
		free(folded);
}

static size_t non_ascii_end(struct cvd_str s, size_t from)
{
	while (from < s.len && (unsigned char)s.ptr[from] >= 0x80)
		from++;
	return from;
}

void cvd_fold_into(struct cvd_buf *buf, struct cvd_str text)
{
	size_t pos = 0;

	while (pos < text.len) {
		size_t plain = ascii_end(text, pos), end = non_ascii_end(text, plain);
		size_t run = plain > pos && end > plain ? plain - 1 : plain;

		add_ascii_folded(buf, cvd_str_sub(text, pos, run));
		if (end > run)
			add_folded(buf, cvd_str_sub(text, run, end));
		pos = end;
	}
}

struct cvd_str cvd_text_fold(struct cvd_arena *arena, struct cvd_str text)
{
	struct cvd_buf buf = {0};
	struct cvd_str folded;

	cvd_buf_reserve(&buf, text.len);
	cvd_fold_into(&buf, text);
	folded = cvd_arena_copy(arena, cvd_buf_str(&buf));
	cvd_buf_free(&buf);
	return folded;
}
