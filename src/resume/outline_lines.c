/*
 * Lines with numbers. A part of the file that is parsed again (a definition, a comment) is put together
 * from lines that need not follow one another; each keeps the number that it has in the file, so that
 * every block tells its true lines, however deep it was found. Each function is linear in its line.
 */
#include "outline_parts.h"

#include <string.h>

void cvd_lines_add(struct cvd_arena *scratch, struct cvd_lines *lines, struct cvd_str line,
		   uint32_t number)
{
	CVD_PUSH(scratch, &lines->starts, (uint32_t)lines->text.len);
	CVD_PUSH(scratch, &lines->numbers, number);
	cvd_buf_add(&lines->text, line);
	cvd_buf_put(&lines->text, '\n');
}

struct cvd_str cvd_lines_at(const struct cvd_lines *lines, size_t index)
{
	size_t end;

	if (index >= lines->starts.len)
		return (struct cvd_str){0};
	end = index + 1 < lines->starts.len ? lines->starts.items[index + 1] : lines->text.len;
	return cvd_str_sub(cvd_buf_str(&lines->text), lines->starts.items[index], end - 1);
}

void cvd_lines_pop(struct cvd_lines *lines)
{
	lines->text.len = lines->starts.items[--lines->starts.len];
	lines->numbers.len--;
}

void cvd_lines_free(struct cvd_lines *lines)
{
	cvd_buf_free(&lines->text);
	*lines = (struct cvd_lines){0};
}

size_t cvd_line_indent(struct cvd_str line)
{
	size_t columns = 0;

	for (size_t at = 0; at < line.len; at++) {
		if (line.ptr[at] == '\t')
			columns = (columns / 4 + 1) * 4;
		else if (line.ptr[at] == ' ')
			columns++;
		else
			break;
	}
	return columns;
}

struct cvd_str cvd_line_strip(struct cvd_str line, size_t columns)
{
	size_t at = 0, column = 0;

	for (; at < line.len && column < columns; at++) {
		if (line.ptr[at] == '\t')
			column = (column / 4 + 1) * 4;
		else if (line.ptr[at] == ' ' || line.ptr[at] == '>')
			column++;
		else
			break;
	}
	return cvd_str_sub(line, at, line.len);
}

struct cvd_str cvd_line_content(struct cvd_str line)
{
	size_t at = 0;

	while (at < line.len && (line.ptr[at] == ' ' || line.ptr[at] == '\t'))
		at++;
	return cvd_str_sub(line, at, line.len);
}

bool cvd_line_is_blank(struct cvd_str line)
{
	return !cvd_str_trim(line).len;
}

bool cvd_lines_may_define(const struct cvd_lines *lines)
{
	for (size_t i = 0; i < lines->starts.len; i++) {
		const char *line = lines->text.ptr + lines->starts.items[i];

		while (strchr(" \t>-*+.)0123456789", *line)) /* a line feed is none of them */
			line++;
		if ((line[0] == ':' || line[0] == '~') && (line[1] == ' ' || line[1] == '\t'))
			return true;
	}
	return false;
}

bool cvd_line_begins_item(struct cvd_str line)
{
	struct cvd_str s = cvd_line_content(line);
	size_t at = 0;

	while (at < s.len && s.ptr[at] >= '0' && s.ptr[at] <= '9')
		at++;
	if (at >= s.len || (at ? s.ptr[at] != '.' && s.ptr[at] != ')'
			       : s.ptr[at] != '-' && s.ptr[at] != '*' && s.ptr[at] != '+'))
		return false;
	return at + 1 < s.len && (s.ptr[at + 1] == ' ' || s.ptr[at + 1] == '\t');
}
