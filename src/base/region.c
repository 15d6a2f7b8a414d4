/*
 * The text is read line by line, once, which finds the markers and the place for new ones. What was
 * written is read again in the same way: if the region is not found there (code that is fenced to the
 * end of the file hides it), nothing is written, since the next run would add another one.
 */
#include "base/region.h"

#include "base/buf.h"

#define BOM CVD_STR("\xef\xbb\xbf")
#define INDENT_MOST 3 /* columns in front of what is not yet indented code */
#define FENCE_LEAST 3

struct line {
	size_t from, end; /* without, with its line break */
	size_t next;
	size_t number; /* from 1 */
};

struct fence {
	char c; /* NUL: none is open */
	size_t len;
};

struct scan {
	struct line begin, end; /* the markers; number 0: not there */
	size_t heading;         /* where the first heading of level 2 begins, or SIZE_MAX */
};

static struct line line_at(struct cvd_str text, size_t from, size_t number)
{
	size_t feed = cvd_str_find_char(text, '\n', from);
	struct line line = {.from = from, .number = number};

	line.next = feed == SIZE_MAX ? text.len : feed + 1;
	line.end = feed == SIZE_MAX ? text.len : feed;
	if (line.end > from && text.ptr[line.end - 1] == '\r')
		line.end--;
	return line;
}

/* The line's text behind an indentation that is none, else nothing. */
static struct cvd_str content_of(struct cvd_str text, const struct line *line)
{
	struct cvd_str all = cvd_str_sub(text, line->from, line->end);
	size_t indent = 0;

	while (indent < all.len && all.ptr[indent] == ' ')
		indent++;
	return indent > INDENT_MOST ? (struct cvd_str){0} : cvd_str_sub(all, indent, all.len);
}

/* Follows fenced code; true if the line belongs to it. */
static bool is_code(struct fence *fence, struct cvd_str content)
{
	char c = content.len ? content.ptr[0] : '\0';
	size_t len = 0;
	bool plain;

	while (len < content.len && content.ptr[len] == c)
		len++;
	plain = !cvd_str_trim(cvd_str_sub(content, len, content.len)).len;
	if (fence->c) {
		if (c == fence->c && len >= fence->len && plain)
			fence->c = '\0';
		return true;
	}
	if ((c != '`' && c != '~') || len < FENCE_LEAST ||
	    (c == '`' && cvd_str_find_char(content, '`', len) != SIZE_MAX))
		return false;
	*fence = (struct fence){c, len};
	return true;
}

static enum cvd_status misplaced(const char *name, const char *marker, const struct line *line,
				 const char *what, struct cvd_error *error)
{
	cvd_fail(error, CVD_ERROR_FORMAT, "cannot write '%s': line %zu is '%s', %s", name,
		 line->number, marker, what);
	cvd_error_hint(error, "leave one line '%s' and one line '%s' behind it, or neither",
		       CVD_REGION_BEGIN.ptr, CVD_REGION_END.ptr);
	return CVD_ERROR_FORMAT;
}

static enum cvd_status take_marker(struct scan *scan, const struct line *line, bool end,
				   const char *name, struct cvd_error *error)
{
	const char *marker = end ? CVD_REGION_END.ptr : CVD_REGION_BEGIN.ptr;

	if ((end ? &scan->end : &scan->begin)->number)
		return misplaced(name, marker, line, "which stands before already", error);
	if (end && !scan->begin.number)
		return misplaced(name, marker, line, "but nothing began", error);
	*(end ? &scan->end : &scan->begin) = *line;
	return CVD_OK;
}

static enum cvd_status scan_text(struct cvd_str text, const char *name, struct scan *scan,
				 struct cvd_error *error)
{
	struct fence fence = {0};
	enum cvd_status status = CVD_OK;
	size_t at = cvd_str_starts_with(text, BOM) ? BOM.len : 0;

	*scan = (struct scan){.heading = SIZE_MAX};
	for (size_t number = 1; !status && at < text.len; number++) {
		struct line line = line_at(text, at, number);
		struct cvd_str content = content_of(text, &line), words = cvd_str_trim(content);
		bool inside = scan->begin.number && !scan->end.number;

		at = line.next;
		if (!inside && is_code(&fence, content))
			continue;
		if (cvd_str_equal(words, CVD_REGION_BEGIN))
			status = take_marker(scan, &line, false, name, error);
		else if (cvd_str_equal(words, CVD_REGION_END))
			status = take_marker(scan, &line, true, name, error);
		else if (scan->heading == SIZE_MAX && cvd_str_starts_with(words, CVD_STR("## ")))
			scan->heading = line.from;
	}
	if (!status && scan->begin.number && !scan->end.number)
		return misplaced(name, CVD_REGION_BEGIN.ptr, &scan->begin,
				 "without an end behind it", error);
	return status;
}

/* The file's line break: that of its first line. */
static struct cvd_str break_of(struct cvd_str text)
{
	size_t feed = cvd_str_find_char(text, '\n', 0);

	return feed != SIZE_MAX && feed > 0 && text.ptr[feed - 1] == '\r' ? CVD_STR("\r\n")
									  : CVD_STR("\n");
}

static void add_lines(struct cvd_buf *out, struct cvd_str lines, struct cvd_str line_break)
{
	for (size_t at = 0; at < lines.len;) {
		struct line line = line_at(lines, at, 0);

		cvd_buf_add(out, cvd_str_sub(lines, line.from, line.end));
		cvd_buf_add(out, line_break);
		at = line.next;
	}
}

static void add_inside(struct cvd_buf *out, struct cvd_str body, struct cvd_str line_break)
{
	if (!body.len)
		return;
	cvd_buf_add(out, line_break);
	add_lines(out, body, line_break);
	cvd_buf_add(out, line_break);
}

/* So many line breaks that an empty line parts what follows from the text before. */
static void part(struct cvd_buf *out, struct cvd_str line_break)
{
	struct cvd_str before = cvd_buf_str(out);
	size_t breaks = 0, at = before.len;

	while (breaks < 2 && at > 0 && before.ptr[at - 1] == '\n') {
		breaks++;
		at -= at > 1 && before.ptr[at - 2] == '\r' ? 2 : 1;
	}
	if (!at || (cvd_str_starts_with(before, BOM) && at == BOM.len))
		return;
	for (; breaks < 2; breaks++)
		cvd_buf_add(out, line_break);
}

static void compose(struct cvd_buf *out, struct cvd_str text, struct cvd_str body,
		    const struct scan *scan)
{
	struct cvd_str line_break = break_of(text);
	size_t at = scan->heading == SIZE_MAX ? text.len : scan->heading;

	if (scan->begin.number) {
		cvd_buf_add(out, cvd_str_sub(text, 0, scan->begin.next));
		add_inside(out, body, line_break);
		cvd_buf_add(out, cvd_str_sub(text, scan->end.from, text.len));
		return;
	}
	cvd_buf_add(out, cvd_str_sub(text, 0, at));
	part(out, line_break);
	cvd_buf_add(out, CVD_REGION_BEGIN);
	cvd_buf_add(out, line_break);
	add_inside(out, body, line_break);
	cvd_buf_add(out, CVD_REGION_END);
	cvd_buf_add(out, line_break);
	if (at < text.len)
		cvd_buf_add(out, line_break);
	cvd_buf_add(out, cvd_str_sub(text, at, text.len));
}

enum cvd_status cvd_region_write(struct cvd_arena *arena, struct cvd_str text, struct cvd_str body,
				 const char *name, struct cvd_str *written, struct cvd_error *error)
{
	struct cvd_buf out = {0};
	struct scan scan;
	enum cvd_status status;

	if (cvd_str_find_char(text, '\0', 0) != SIZE_MAX)
		return cvd_fail(error, CVD_ERROR_FORMAT,
				"cannot write '%s': it is no text in UTF-8", name);
	status = scan_text(text, name, &scan, error);
	if (status)
		return status;
	compose(&out, text, body, &scan);
	*written = cvd_arena_copy(arena, cvd_buf_str(&out));
	cvd_buf_free(&out);
	status = scan_text(*written, name, &scan, error);
	if (!status && !scan.begin.number) {
		cvd_fail(error, CVD_ERROR_FORMAT,
			 "cannot write '%s': fenced code goes on to its end", name);
		cvd_error_hint(error, "end it, or put '%s' and '%s' where the changelog belongs",
			       CVD_REGION_BEGIN.ptr, CVD_REGION_END.ptr);
		return CVD_ERROR_FORMAT;
	}
	return status;
}
