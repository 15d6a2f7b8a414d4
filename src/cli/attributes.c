/*
 * The first mark says what the file was like before it, so that taking the lines out leaves the very bytes
 * that there were. Patterns are written without backslashes and quotes, which git and libgit2 read
 * differently: a character that means something stands in a class of its own.
 */
#include "attributes.h"

#include "base/file.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define BEGIN "# begin: written by cvdiff setup, taken out by cvdiff setup --undo"
#define BEGIN_OWN_FILE BEGIN " (the file is its own)"
#define BEGIN_NO_BREAK BEGIN " (no line break stood here)"
#define END "# end: written by cvdiff setup\n"
#define VALUE " diff=cvdiff"

struct cvd_str cvd_attribute_pattern(struct cvd_arena *arena, struct cvd_str path)
{
	struct cvd_buf pattern = {0};
	struct cvd_str result;

	cvd_buf_put(&pattern, '/');
	for (size_t i = 0; i < path.len; i++) {
		char c = path.ptr[i];

		if (strchr(" \t\r\n\v\f", c))
			cvd_buf_add(&pattern, CVD_STR("[[:space:]]"));
		else if (c == '\\')
			cvd_buf_add(&pattern, CVD_STR("[\\\\]"));
		else if (strchr("*?[", c))
			cvd_buf_printf(&pattern, "[%c]", c);
		else
			cvd_buf_put(&pattern, c);
	}
	result = cvd_arena_copy(arena, cvd_buf_str(&pattern));
	cvd_buf_free(&pattern);
	return result;
}

static void read_patterns(struct cvd_arena *arena, struct cvd_attributes *attributes,
			  struct cvd_str lines)
{
	for (size_t at = 0; at < lines.len;) {
		struct cvd_str line = cvd_str_sub(lines, at, cvd_str_find_char(lines, '\n', at));

		if (line.len && line.ptr[0] != '#' && cvd_str_ends_with(line, CVD_STR(VALUE)))
			CVD_PUSH(arena, &attributes->patterns,
				 cvd_str_sub(line, 0, line.len - (sizeof VALUE - 1)));
		at += line.len + 1;
	}
}

enum cvd_status cvd_attributes_read(struct cvd_arena *arena, struct cvd_str path,
				    struct cvd_attributes *attributes, struct cvd_error *error)
{
	enum cvd_status status;
	size_t begin, end;

	*attributes = (struct cvd_attributes){.path = path};
	status = cvd_file_read(arena, path.ptr, &attributes->text, error);
	if (status == CVD_ERROR_NOT_FOUND)
		return CVD_OK;
	if (status)
		return status;
	attributes->exists = true;
	attributes->before = attributes->text;
	begin = cvd_str_find(attributes->text, CVD_STR(BEGIN), 0);
	end = cvd_str_find(attributes->text, CVD_STR(END), begin == SIZE_MAX ? 0 : begin);
	if (begin == SIZE_MAX && end == SIZE_MAX)
		return CVD_OK;
	if (begin == SIZE_MAX || end == SIZE_MAX) {
		cvd_fail(error, CVD_ERROR_FORMAT, "'%s': one of the two marks of cvdiff is missing",
			 path.ptr);
		cvd_error_hint(error, "take the lines of cvdiff setup out by hand");
		return CVD_ERROR_FORMAT;
	}
	attributes->marked = true;
	attributes->before = cvd_str_sub(attributes->text, 0, begin);
	attributes->after =
		cvd_str_sub(attributes->text, end + sizeof END - 1, attributes->text.len);
	read_patterns(arena, attributes, cvd_str_sub(attributes->text, begin, end));
	return CVD_OK;
}

/* The line of the first mark, which is kept as it is if there is one. */
static void add_begin(struct cvd_buf *out, const struct cvd_attributes *attributes)
{
	struct cvd_str text = attributes->text, before = attributes->before;

	if (attributes->marked) {
		cvd_buf_add(out, cvd_str_sub(text, before.len,
					     cvd_str_find_char(text, '\n', before.len)));
	} else if (!attributes->exists) {
		cvd_buf_add(out, CVD_STR(BEGIN_OWN_FILE));
	} else if (before.len && before.ptr[before.len - 1] != '\n') {
		cvd_buf_add(out, CVD_STR("\n" BEGIN_NO_BREAK));
	} else {
		cvd_buf_add(out, CVD_STR(BEGIN));
	}
	cvd_buf_put(out, '\n');
}

enum cvd_status cvd_attributes_write(const struct cvd_attributes *attributes,
				     const struct cvd_git_paths *patterns, struct cvd_error *error)
{
	struct cvd_buf out = {0};
	enum cvd_status status;

	cvd_buf_add(&out, attributes->before);
	add_begin(&out, attributes);
	for (size_t i = 0; i < patterns->len; i++)
		cvd_buf_printf(&out, "%.*s" VALUE "\n", CVD_STR_ARG(patterns->items[i]));
	cvd_buf_add(&out, CVD_STR(END));
	cvd_buf_add(&out, attributes->after);
	status = cvd_file_replace(attributes->path.ptr, cvd_buf_str(&out), 0644, false, error);
	cvd_buf_free(&out);
	return status;
}

enum cvd_status cvd_attributes_clear(const struct cvd_attributes *attributes,
				     struct cvd_error *error)
{
	struct cvd_str marked =
		cvd_str_sub(attributes->text, attributes->before.len, attributes->text.len);
	struct cvd_str before = attributes->before;
	struct cvd_buf out = {0};
	enum cvd_status status;

	if (!before.len && !attributes->after.len &&
	    cvd_str_starts_with(marked, CVD_STR(BEGIN_OWN_FILE)))
		return unlink(attributes->path.ptr)
			       ? cvd_fail(error, CVD_ERROR_IO, "cannot remove '%s': %s",
					  attributes->path.ptr, strerror(errno))
			       : CVD_OK;
	if (!attributes->after.len && cvd_str_starts_with(marked, CVD_STR(BEGIN_NO_BREAK)))
		before.len--;
	cvd_buf_add(&out, before);
	cvd_buf_add(&out, attributes->after);
	status = cvd_file_replace(attributes->path.ptr, cvd_buf_str(&out), 0644, false, error);
	cvd_buf_free(&out);
	return status;
}
