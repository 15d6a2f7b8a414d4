/* Shows dates and checks what holds for each that is read: for the tests of reading and finding. */
#ifndef TESTS_RESUME_DATES_SHOW_H
#define TESTS_RESUME_DATES_SHOW_H

#include "unit.h"

#include "dates.h"
#include "dates_words.h"

#include "base/buf.h"
#include "base/text.h"

#include <string.h>

static struct cvd_arena arena;

static inline void show_date(struct cvd_buf *out, const struct cvd_date *date)
{
	if (!date->present)
		return;
	cvd_buf_add(out, date->norm);
	if (date->rest.len)
		cvd_buf_printf(out, "(%.*s)", CVD_STR_ARG(date->rest));
	if (date->ambiguous)
		cvd_buf_put(out, '!');
}

static inline struct cvd_str show(const struct cvd_date_range *range)
{
	struct cvd_buf out = {0};
	struct cvd_str shown;

	show_date(&out, &range->start);
	if (!range->single)
		cvd_buf_add(&out, CVD_STR(".."));
	if (range->separator.len)
		cvd_buf_printf(&out, "[%.*s]", CVD_STR_ARG(range->separator));
	show_date(&out, &range->end);
	if (range->duration.len)
		cvd_buf_printf(&out, "{%.*s}", CVD_STR_ARG(range->duration));
	shown = cvd_arena_copy(&arena, cvd_buf_str(&out));
	cvd_buf_free(&out);
	return shown;
}

/* Each letter and digit of the text stands in one of the range's texts, and in one only. */
static inline void check_conserved(struct cvd_str text, const struct cvd_date_range *range)
{
	const struct cvd_str parts[] = {range->start.text, range->end.text, range->separator,
					range->duration};
	char *covered = cvd_arena_calloc(&arena, text.len + 1, 1);

	for (size_t i = 0; i < 4; i++)
		for (size_t j = 0; j < parts[i].len; j++)
			covered[parts[i].ptr + j - text.ptr]++;
	for (size_t at = 0; at < text.len;) {
		size_t from = at;
		uint32_t c = cvd_utf8_next(text, &at);

		ck_assert_msg(covered[from] <= 1, "'%.*s': byte %zu stands in two texts",
			      CVD_STR_ARG(text), from);
		ck_assert_msg(covered[from] || !((c >= '0' && c <= '9') || cvd_date_is_letter(c)) ||
				      c == 0x30fc,
			      "'%.*s': byte %zu stands in no text", CVD_STR_ARG(text), from);
	}
}

/* In a line, the text is found as it is read alone. */
static inline void check_found(struct cvd_str text, struct cvd_str want)
{
	static const char *const lines[] = {"Engineer, Acme (%.*s)",
					    "Acme | %.*s | Oslo",
					    "**%.*s**",
					    "_%.*s_",
					    "<b>%.*s</b>",
					    "%.*s",
					    "株式会社（%.*s）",
					    "[%.*s], 2"};

	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct cvd_date_span span;
		struct cvd_buf buf = {0};
		struct cvd_str line;

		cvd_buf_printf(&buf, lines[i], CVD_STR_ARG(text)); /* NOLINT */
		line = cvd_arena_copy(&arena, cvd_buf_str(&buf));
		cvd_buf_free(&buf);
		ck_assert_msg(cvd_dates_find(&arena, line, 0, CVD_DAY_FIRST, &span),
			      "no date in '%.*s'", CVD_STR_ARG(line));
		assert_str(cvd_str_sub(line, span.from, span.to), text);
		assert_str(show(&span.range), want);
		ck_assert(!cvd_dates_find(&arena, line, span.to, CVD_DAY_FIRST, &span));
	}
}

#endif
