/*
 * Damage to the bytes: lines deleted, doubled, exchanged, lent by another file, and bits of syntax or
 * plain noise dropped anywhere. What comes out is mostly still Markdown, and never quite what its
 * writer meant.
 */
#include "edits.h"

#include "words.h"

#include "base/buf.h"

struct line {
	size_t from, to; /* with its line end */
};

static struct line pick_line(struct rng *rng, struct cvd_str text)
{
	size_t at = rng_below(rng, text.len);
	struct line line = {at, cvd_str_find_char(text, '\n', at)};

	while (line.from > 0 && text.ptr[line.from - 1] != '\n')
		line.from--;
	line.to = line.to == SIZE_MAX ? text.len : line.to + 1;
	return line;
}

static void put(struct cvd_buf *out, struct cvd_str text, size_t from, size_t to)
{
	cvd_buf_add(out, cvd_str_sub(text, from, to));
}

static void delete_line(struct cvd_buf *out, struct rng *rng, struct cvd_str text,
			struct cvd_str other)
{
	struct line line = pick_line(rng, text);

	(void)other;
	put(out, text, 0, line.from);
	put(out, text, line.to, text.len);
}

static void double_line(struct cvd_buf *out, struct rng *rng, struct cvd_str text,
			struct cvd_str other)
{
	struct line line = pick_line(rng, text), to = pick_line(rng, text);

	(void)other;
	put(out, text, 0, to.from);
	put(out, text, line.from, line.to);
	put(out, text, to.from, text.len);
}

static void swap_lines(struct cvd_buf *out, struct rng *rng, struct cvd_str text,
		       struct cvd_str other)
{
	struct line a = pick_line(rng, text), b = pick_line(rng, text);

	(void)other;
	if (b.from < a.from) {
		struct line swap = a;

		a = b;
		b = swap;
	}
	put(out, text, 0, a.from);
	put(out, text, b.from, b.to);
	put(out, text, a.to, b.from);
	put(out, text, a.from, a.to);
	put(out, text, a.from == b.from ? a.to : b.to, text.len);
}

static void splice_lines(struct cvd_buf *out, struct rng *rng, struct cvd_str text,
			 struct cvd_str other)
{
	struct line at = pick_line(rng, text), from = pick_line(rng, other),
		    to = pick_line(rng, other);

	put(out, text, 0, at.from);
	put(out, other, from.from, to.to);
	put(out, text, at.from, text.len);
}

static void drop_range(struct cvd_buf *out, struct rng *rng, struct cvd_str text,
		       struct cvd_str other)
{
	size_t from = rng_below(rng, text.len), len = rng_below(rng, rng_chance(rng, 80) ? 6 : 200);

	(void)other;
	put(out, text, 0, from);
	put(out, text, from + len, text.len);
}

static void put_syntax(struct cvd_buf *out, struct rng *rng, struct cvd_str text,
		       struct cvd_str other)
{
	size_t at = rng_below(rng, text.len + 1);

	(void)other;
	if (text.len && rng_chance(rng, 50))
		at = pick_line(rng, text).from;
	put(out, text, 0, at);
	cvd_buf_add(out, words_pick(rng, WORDS_SYNTAX));
	put(out, text, at, text.len);
}

static void put_noise(struct cvd_buf *out, struct rng *rng, struct cvd_str text,
		      struct cvd_str other)
{
	size_t at = rng_below(rng, text.len);

	(void)other;
	put(out, text, 0, at);
	cvd_buf_put(out, (char)rng_next(rng));
	put(out, text, at + rng_below(rng, 2), text.len);
}

static const struct {
	void (*mutate)(struct cvd_buf *out, struct rng *rng, struct cvd_str text,
		       struct cvd_str other);
	unsigned weight;
} mutations[] = {{delete_line, 20}, {double_line, 15}, {swap_lines, 15}, {splice_lines, 10},
		 {drop_range, 15},  {put_syntax, 22},  {put_noise, 3}};

struct cvd_str edits_mutate(struct cvd_arena *arena, struct rng *rng, struct cvd_str text,
			    struct cvd_str other, size_t count)
{
	for (; count > 0; count--) {
		size_t draw = rng_below(rng, 100), kind = 0;
		struct cvd_buf out = {0};

		while (draw >= mutations[kind].weight)
			draw -= mutations[kind++].weight;
		mutations[kind].mutate(&out, rng, text, other);
		text = cvd_arena_copy(arena, cvd_buf_str(&out));
		cvd_buf_free(&out);
	}
	return text;
}
