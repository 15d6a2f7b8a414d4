/* The outline as text. */
#include "blocks.h"

#include "unit.h"

#include "base/buf.h"

static struct cvd_arena texts, scratch;

static void show_text(struct cvd_buf *out, struct cvd_str text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == CVD_BREAK_HARD)
			cvd_buf_add(out, CVD_STR("//"));
		else
			cvd_buf_put(out, text.ptr[i] == CVD_BREAK_SOFT ? '/' : text.ptr[i]);
	}
}

static void show_spans(struct cvd_buf *out, const struct cvd_block *block)
{
	for (uint32_t i = 0; i < block->span_count; i++) {
		const struct cvd_span *span = &block->spans[i];
		const char *mark = span->style == CVD_SPAN_STRONG     ? "**"
				   : span->style == CVD_SPAN_EMPHASIS ? "*"
				   : span->style == CVD_SPAN_CODE     ? "`"
				   : span->style == CVD_SPAN_IMAGE    ? "!"
								      : "@";

		ck_assert_uint_le((size_t)span->start + span->len, block->text.len);
		cvd_buf_printf(out, " %s<", mark);
		show_text(out, cvd_str_sub(block->text, span->start, span->start + span->len));
		cvd_buf_printf(out, ">%.*s", CVD_STR_ARG(span->target));
	}
}

static void show_block(struct cvd_buf *out, const struct cvd_block *block, size_t depth)
{
	static const char *const kinds[] = {"root", "h",    "p",     "list",  "item", "quote",
					    "code", "html", "table", "row",   "cell", "dl",
					    "dt",   "dd",   "note",  "hidden"};

	cvd_buf_fill(out, ' ', 2 * depth);
	cvd_buf_add(out, cvd_str_from(kinds[block->kind]));
	if (block->kind == CVD_BLOCK_HEADING || (block->kind == CVD_BLOCK_ROW && block->level))
		cvd_buf_printf(out, "%d", block->level);
	cvd_buf_printf(out, " %u-%u", (unsigned)block->line, (unsigned)block->end_line);
	if (block->text.len) {
		cvd_buf_put(out, ' ');
		show_text(out, block->text);
	}
	show_spans(out, block);
	cvd_buf_put(out, '\n');
}

struct cvd_outline blocks_read(struct cvd_str source)
{
	struct cvd_outline outline = {0};
	struct cvd_error error = {0};

	ck_assert_int_eq(cvd_outline_read(&texts, &scratch, source, &outline, &error), CVD_OK);
	return outline;
}

void blocks_free(void)
{
	cvd_arena_free(&texts);
	cvd_arena_free(&scratch);
}

void blocks_check(struct cvd_str source, const char *want)
{
	struct cvd_outline outline = blocks_read(source);
	struct cvd_buf shown = {0};
	size_t depth = 0;

	for (const struct cvd_block *block = outline.root->first_child; block;) {
		show_block(&shown, block, depth);
		if (block->first_child) {
			block = block->first_child;
			depth++;
			continue;
		}
		for (; block != outline.root && !block->next; depth--)
			block = block->parent;
		block = block->next;
	}
	assert_text(cvd_buf_str(&shown), want);
	cvd_buf_free(&shown);
	blocks_free();
}
