/*
 * toCasefold and NFC (Unicode 15, 3.13, D145 with the composed form). Text is walked in runs: ASCII
 * is folded in place, only the rest meets the Unicode tables.
 *
 * Runs may be folded singly because every ASCII character is a boundary of normalization: it never
 * composes with what stands before it. It may with what follows (e and a combining acute), so a run
 * takes the one ASCII character before it along. Linear.
 */
#include "base/text.h"

#include "ascii.h"

#include <stdlib.h>
#include <unicase.h>
#include <uninorm.h>

/* A run up to this long folds without malloc. */
#define FOLD_STACK 256

/* Characters that fold to one other or themselves and that nothing in these rows composes with. */
static const struct row {
	uint16_t first, last;
	uint8_t step;  /* from a capital to its small letter */
	uint8_t every; /* 1: all are capitals; 2: every second one is; 0: none */
} simple[] = {
	{0x00, 0x40, 0, 0},      {0x41, 0x5a, 0x20, 1},   {0x5b, 0xb4, 0, 0},
	{0xb6, 0xbf, 0, 0},      {0xc0, 0xd6, 0x20, 1},   {0xd7, 0xd7, 0, 0},
	{0xd8, 0xde, 0x20, 1},   {0xe0, 0xff, 0, 0},      {0x100, 0x12f, 1, 2},
	{0x139, 0x148, 1, 2},    {0x14a, 0x177, 1, 2},    {0x179, 0x17e, 1, 2},
	{0x400, 0x40f, 0x50, 1}, {0x410, 0x42f, 0x20, 1}, {0x430, 0x45f, 0, 0},
	{0x2010, 0x2044, 0, 0},  {0x3001, 0x3020, 0, 0},  {0x3041, 0x3096, 0, 0},
	{0x30a1, 0x30fc, 0, 0},  {0x4e00, 0x9fff, 0, 0},  {0xac00, 0xd7a3, 0, 0},
	{0xff01, 0xff20, 0, 0},
};

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

static const struct row *simple_row(uint32_t c)
{
	size_t low = 0, high = sizeof simple / sizeof *simple;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (simple[middle].last < c)
			low = middle + 1;
		else
			high = middle;
	}
	return low < sizeof simple / sizeof *simple && simple[low].first <= c ? &simple[low] : NULL;
}

/* Without Unicode's tables. False, and nothing appended, if the run holds anything that has no row. */
static bool add_simple_folded(struct cvd_buf *buf, struct cvd_str s)
{
	size_t len = buf->len, pos = 0;

	while (pos < s.len) {
		uint32_t c = cvd_utf8_next(s, &pos);
		const struct row *row = simple_row(c);

		if (!row) {
			buf->len = len;
			return false;
		}
		if (row->every && (c - row->first) % row->every == 0)
			c += row->step;
		cvd_utf8_put(buf, c);
	}
	return true;
}

static void add_folded(struct cvd_buf *buf, struct cvd_str s)
{
	uint8_t stack[FOLD_STACK];
	size_t len = sizeof stack;
	uint8_t *folded;

	if (add_simple_folded(buf, s))
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

void cvd_text_fold_into(struct cvd_buf *buf, struct cvd_str text)
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
	cvd_text_fold_into(&buf, text);
	folded = cvd_arena_copy(arena, cvd_buf_str(&buf));
	cvd_buf_free(&buf);
	return folded;
}
