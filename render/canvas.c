/*
 * Styled lines. Text is made visible the moment it comes in, so that nothing behind this point can
 * send a résumé's control characters to a terminal; the only escape sequences in the output are the
 * ones of the table below, and hyperlinks (OSC 8) around a URI that has no characters but ASCII's.
 *
 * Invariant: a style or a link is opened and reset within one line and never spans spaces at a line's end or
 * indentation, so that `less -R`, `grep` and `head` keep the colours right. The colours are git's
 * defaults where git has one. Linear in the text.
 */
#include "render/canvas.h"

#include "base/text.h"
#include "render/wrap.h"

#define LEAST_WIDTH 16 /* columns that a line has at least, however narrow the terminal */

static const char *const sequences[CVD_STYLED_COUNT] = {
	[CVD_STYLED_PLAIN] = "",
	[CVD_STYLED_HEADER] = "\033[1m",
	[CVD_STYLED_SECTION] = "\033[1;36m",
	[CVD_STYLED_HEADING] = "\033[36m",
	[CVD_STYLED_ADDED] = "\033[32m",
	[CVD_STYLED_REMOVED] = "\033[31m",
	[CVD_STYLED_DELETED] = "\033[9;31m",
	[CVD_STYLED_INSERTED] = "\033[1;32m",
	[CVD_STYLED_CHANGED] = "\033[33m",
	[CVD_STYLED_MOVED] = "\033[35m",
	[CVD_STYLED_NOTE] = "\033[2m",
};

void cvd_canvas_free(struct cvd_canvas *canvas)
{
	cvd_buf_free(&canvas->text);
}

/* Opens the link, or closes it if there is no number. */
static void put_link(struct cvd_canvas *canvas, struct cvd_canvas_link link)
{
	cvd_buf_add(canvas->out, CVD_STR("\033]8;"));
	if (link.number)
		cvd_buf_printf(canvas->out, "id=cvdiff-%zu;%.*s", link.number,
			       CVD_STR_ARG(canvas->file));
	else
		cvd_buf_put(canvas->out, ';');
	if (link.number && link.line)
		cvd_buf_printf(canvas->out, "#%u", (unsigned)link.line);
	cvd_buf_add(canvas->out, CVD_STR("\033\\"));
}

/* `text` is visible already. */
static void put_visible(struct cvd_canvas *canvas, struct cvd_str text, enum cvd_style style,
			struct cvd_canvas_link link)
{
	bool styled = canvas->color && *sequences[style];

	if (!text.len)
		return;
	cvd_buf_fill(canvas->out, ' ', canvas->column - canvas->written);
	if (link.number)
		put_link(canvas, link);
	if (styled)
		cvd_buf_add(canvas->out, cvd_str_from(sequences[style]));
	cvd_buf_add(canvas->out, text);
	if (styled)
		cvd_buf_add(canvas->out, CVD_STR("\033[m"));
	if (link.number)
		put_link(canvas, (struct cvd_canvas_link){0});
	canvas->column += cvd_text_width(text);
	canvas->written = canvas->column;
}

void cvd_canvas_put(struct cvd_canvas *canvas, struct cvd_str text, enum cvd_style style)
{
	struct cvd_buf visible = {0};

	cvd_text_visible(&visible, text);
	put_visible(canvas, cvd_buf_str(&visible), style, canvas->link);
	cvd_buf_free(&visible);
}

void cvd_canvas_begin_link(struct cvd_canvas *canvas, uint32_t line)
{
	if (canvas->file.len)
		canvas->link = (struct cvd_canvas_link){++canvas->links, line};
}

void cvd_canvas_end_link(struct cvd_canvas *canvas)
{
	canvas->link = (struct cvd_canvas_link){0};
}

void cvd_canvas_pad(struct cvd_canvas *canvas, size_t column)
{
	if (column > canvas->column)
		canvas->column = column;
}

void cvd_canvas_newline(struct cvd_canvas *canvas)
{
	cvd_buf_put(canvas->out, '\n');
	canvas->column = canvas->written = 0;
}

void cvd_canvas_add(struct cvd_canvas *canvas, struct cvd_str text, enum cvd_style style)
{
	const struct cvd_run *last =
		canvas->runs.len ? &canvas->runs.items[canvas->runs.len - 1] : NULL;
	size_t from = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] != '\n' && text.ptr[i] != '\t')
			continue;
		cvd_text_visible(&canvas->text, cvd_str_sub(text, from, i));
		cvd_buf_add(&canvas->text, text.ptr[i] == '\n' ? CVD_STR("\n") : CVD_STR("    "));
		from = i + 1;
	}
	cvd_text_visible(&canvas->text, cvd_str_sub(text, from, text.len));
	if (last && last->style == style && last->link.number == canvas->link.number)
		canvas->runs.items[canvas->runs.len - 1].end = canvas->text.len;
	else
		CVD_PUSH(canvas->arena, &canvas->runs,
			 (struct cvd_run){canvas->text.len, style, canvas->link});
}

void cvd_canvas_add_name(struct cvd_canvas *canvas, struct cvd_str text, enum cvd_style style)
{
	struct cvd_buf visible = {0};

	cvd_text_visible(&visible, text);
	cvd_canvas_add(canvas, cvd_buf_str(&visible), style);
	cvd_buf_free(&visible);
}

size_t cvd_canvas_width(const struct cvd_canvas *canvas)
{
	return cvd_text_width(cvd_buf_str(&canvas->text));
}

/* Writes a part of the paragraph that lies in one line; *run is the first run that may hold it. */
static void put_runs(struct cvd_canvas *canvas, size_t from, size_t to, size_t *run)
{
	while (from < to) {
		const struct cvd_run *at = &canvas->runs.items[*run];
		size_t end = at->end, until = end < to ? end : to;

		if (until > from)
			put_visible(canvas, cvd_str_sub(cvd_buf_str(&canvas->text), from, until),
				    at->style, at->link);
		if (until > from)
			from = until;
		if (end <= from)
			++*run;
	}
}

/* Columns that are left from `column` on; 0 means any number. */
static size_t room(const struct cvd_canvas *canvas, size_t column)
{
	if (!canvas->width)
		return 0;
	return canvas->width > column + LEAST_WIDTH ? canvas->width - column : LEAST_WIDTH;
}

void cvd_canvas_flow(struct cvd_canvas *canvas, size_t hang)
{
	struct cvd_str text = cvd_buf_str(&canvas->text);
	size_t pos = 0, run = 0;

	while (pos < text.len) {
		size_t next, end = cvd_wrap_line(text, pos, room(canvas, canvas->column), &next);

		while (canvas->runs.items[run].end <= pos)
			run++;
		put_runs(canvas, pos, end, &run);
		pos = next;
		if (pos == text.len)
			break;
		cvd_canvas_newline(canvas);
		cvd_canvas_pad(canvas, hang);
	}
	canvas->text.len = 0;
	canvas->runs.len = 0;
}
