/*
 * The tree is written top down, one function per kind of item in a table. Text is wrapped only before
 * words that begin with a letter, so that no wrapped line can begin a list, a quote or a heading, and
 * CommonMark reads the same words at every width. Line ends and the byte order mark come last.
 */
#include "write.h"

#include "words.h"
#include "writer.h"

#include <string.h>

static void write_item(struct writer *w, const struct item *item);

/* Copies the text with the marks replaced by the style's characters. */
static void put_marked(struct writer *w, struct cvd_str text)
{
	bool underscore = w->style->values[STYLE_EMPHASIS];

	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == *MARK_EMPHASIS)
			cvd_buf_add(&w->out, underscore ? CVD_STR("_") : CVD_STR("*"));
		else if (text.ptr[i] == *MARK_STRONG)
			cvd_buf_add(&w->out, underscore ? CVD_STR("__") : CVD_STR("**"));
		else
			cvd_buf_put(&w->out, text.ptr[i]);
	}
}

void writer_put(struct writer *w, const char *text)
{
	put_marked(w, cvd_str_from(text));
}

void writer_field(struct writer *w, const char *before, struct cvd_str text, const char *after)
{
	if (!text.len)
		return;
	writer_put(w, before);
	put_marked(w, text);
	writer_put(w, after);
}

void writer_begin(struct writer *w)
{
	cvd_buf_fill(&w->out, ' ', w->indent);
}

void writer_end(struct writer *w)
{
	cvd_buf_put(&w->out, '\n');
}

void writer_blank(struct writer *w)
{
	struct cvd_str out = cvd_buf_str(&w->out);

	if (out.len && !cvd_str_ends_with(out, CVD_STR("\n\n")))
		writer_end(w);
}

static bool can_begin_line(struct cvd_str word)
{
	unsigned char c = word.len ? (unsigned char)word.ptr[0] : 0;

	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

void writer_wrapped(struct writer *w, struct cvd_str text, unsigned hang)
{
	static const size_t widths[] = {SIZE_MAX, 34, 60, 98};
	size_t width = widths[w->style->values[STYLE_WIDTH]], line_start = w->out.len;
	bool lazy = hang && w->style->values[STYLE_LAZY];

	for (size_t from = 0, to; from < text.len; from = to + 1) {
		struct cvd_str word;

		to = cvd_str_find_char(text, ' ', from);
		to = to > text.len ? text.len : to;
		word = cvd_str_sub(text, from, to);
		if (from && can_begin_line(word) && w->out.len - line_start + word.len >= width) {
			writer_end(w);
			line_start = w->out.len;
			cvd_buf_fill(&w->out, ' ', lazy ? 0 : w->indent + hang);
		} else if (from) {
			cvd_buf_put(&w->out, ' ');
		}
		put_marked(w, word);
	}
	writer_end(w);
}

static bool is_setext(const struct writer *w, unsigned level)
{
	return level <= 2 && w->style->values[STYLE_HEADING] == HEADING_SETEXT;
}

void writer_begin_heading(struct writer *w, unsigned level)
{
	writer_blank(w);
	writer_begin(w);
	if (is_setext(w, level))
		return;
	cvd_buf_fill(&w->out, '#', level);
	writer_put(w, " ");
}

void writer_end_heading(struct writer *w, unsigned level)
{
	if (w->style->values[STYLE_HEADING] == HEADING_CLOSED) {
		writer_put(w, " ");
		cvd_buf_fill(&w->out, '#', level);
	}
	writer_end(w);
	if (is_setext(w, level)) {
		cvd_buf_fill(&w->out, level == 1 ? '=' : '-', 5);
		writer_end(w);
	}
}

static void write_items(struct writer *w, const struct item *item)
{
	enum item_kind before = ITEM_KIND_COUNT;

	for (size_t i = 0; i < item->items.len; i++) {
		const struct item *child = item_at(item, i);

		if (child->kind == ITEM_SKILLS && before != ITEM_SKILLS)
			writer_blank(w);
		write_item(w, child);
		before = child->kind;
	}
}

static void write_rule(struct writer *w)
{
	static const char *const rules[] = {"---\n\n", "* * *\n\n", ""};

	writer_blank(w);
	writer_put(w, rules[w->style->values[STYLE_RULE]]);
}

static void write_paragraph(struct writer *w, const struct item *item)
{
	writer_blank(w);
	writer_begin(w);
	writer_wrapped(w, item->text, 0);
	writer_blank(w);
}

/* A heading where the dialect has them, else a line of its own. */
static void write_title(struct writer *w, unsigned level, struct cvd_str title)
{
	if (w->style->values[STYLE_SHAPE] == SHAPE_PROSE || w->indent) {
		writer_blank(w);
		writer_begin(w);
		writer_field(w, "", title, ":\n");
		return;
	}
	writer_begin_heading(w, level);
	writer_field(w, "", title, "");
	writer_end_heading(w, level);
}

static void write_root(struct writer *w, const struct item *item)
{
	write_title(w, 1, item->text);
	writer_field(w, "\n", item->detail, "\n\n");
	write_items(w, item);
}

static void write_section(struct writer *w, const struct item *item)
{
	write_rule(w);
	write_title(w, 2, item->text);
	writer_blank(w);
	write_items(w, item);
}

static void write_entry(struct writer *w, const struct item *item)
{
	unsigned indent = shape_header(w, item);

	w->indent += indent;
	write_items(w, item);
	w->indent -= indent;
}

static void write_project(struct writer *w, const struct item *item)
{
	write_title(w, 4, item->text);
	write_items(w, item);
}

static void write_bullet(struct writer *w, const struct item *item)
{
	static const char *const markers[] = {"- ", "* ", "+ "};

	if (w->style->values[STYLE_LOOSE])
		writer_blank(w);
	writer_begin(w);
	writer_put(w, markers[w->style->values[STYLE_BULLET]]);
	writer_wrapped(w, item->text, 2);
	w->indent += 2;
	write_items(w, item);
	w->indent -= 2;
}

static void write_skills(struct writer *w, const struct item *item)
{
	writer_begin(w);
	writer_field(w, MARK_STRONG, item->text, ":" MARK_STRONG " ");
	for (size_t i = 0; i < item->items.len; i++)
		writer_field(w, i ? ", " : "", item_at(item, i)->text, "");
	writer_put(w, "  \n");
}

/* Skills outside a line of skills, where an edit has put them. */
static void write_skill(struct writer *w, const struct item *item)
{
	writer_field(w, "", item->text, "\n");
}

static void write_block(struct writer *w, const struct item *item)
{
	writer_blank(w);
	for (size_t from = 0; from < item->text.len;) {
		size_t to = cvd_str_find_char(item->text, '\n', from);
		struct cvd_str line = cvd_str_sub(item->text, from, to);

		if (line.len)
			writer_begin(w);
		cvd_buf_add(&w->out, line);
		writer_end(w);
		from += line.len + 1;
	}
	writer_blank(w);
}

static void (*const writers[ITEM_KIND_COUNT])(struct writer *, const struct item *) = {
	[ITEM_RESUME] = write_root,         [ITEM_CONTACT] = write_paragraph,
	[ITEM_SUMMARY] = write_paragraph,   [ITEM_SECTION] = write_section,
	[ITEM_ROLE] = write_entry,          [ITEM_STUDY] = write_entry,
	[ITEM_PROJECT] = write_project,     [ITEM_BULLET] = write_bullet,
	[ITEM_PARAGRAPH] = write_paragraph, [ITEM_SKILLS] = write_skills,
	[ITEM_SKILL] = write_skill,         [ITEM_BLOCK] = write_block,
};

static void write_item(struct writer *w, const struct item *item)
{
	writers[item->kind](w, item);
}

/* The bytes of the file: what no line is concerned with. */
static void put_file(struct cvd_buf *file, struct cvd_str text, const struct style *style)
{
	if (style->values[STYLE_BOM])
		cvd_buf_add(file, CVD_STR("\xef\xbb\xbf"));
	if (style->values[STYLE_FINAL_NEWLINE])
		text = cvd_str_trim(text);
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '\n' && style->values[STYLE_LINE_END])
			cvd_buf_put(file, '\r');
		cvd_buf_put(file, text.ptr[i]);
	}
}

struct cvd_str write_resume(struct cvd_arena *arena, const struct item *resume,
			    const struct style *style)
{
	struct writer w = {.style = style};
	struct cvd_buf file = {0};
	struct cvd_str bytes;

	write_item(&w, resume);
	put_file(&file, cvd_buf_str(&w.out), style);
	bytes = cvd_arena_copy(arena, cvd_buf_str(&file));
	cvd_buf_free(&w.out);
	cvd_buf_free(&file);
	return bytes;
}
