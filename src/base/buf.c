/* Growth doubles: appending is amortised constant time. */
#include "base/buf.h"

#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void cvd_buf_free(struct cvd_buf *buf)
{
	free(buf->ptr);
	*buf = (struct cvd_buf){0};
}

void cvd_buf_reserve(struct cvd_buf *buf, size_t more)
{
	size_t cap = buf->cap ? buf->cap : 64;

	if (more > SIZE_MAX / 2 - buf->len)
		cvd_out_of_memory();
	if (buf->len + more <= buf->cap)
		return;
	while (cap < buf->len + more)
		cap *= 2;
	buf->ptr = cvd_realloc(buf->ptr, cap);
	buf->cap = cap;
}

void cvd_buf_fill(struct cvd_buf *buf, char c, size_t count)
{
	if (!count)
		return;
	cvd_buf_reserve(buf, count);
	memset(buf->ptr + buf->len, c, count);
	buf->len += count;
}

void cvd_buf_printf(struct cvd_buf *buf, const char *format, ...)
{
	va_list args, again;
	int len;

	va_start(args, format);
	va_copy(again, args);
	len = vsnprintf(NULL, 0, format, args);
	if (len >= 0) {
		cvd_buf_reserve(buf, (size_t)len + 1);
		vsnprintf(buf->ptr + buf->len, (size_t)len + 1, format, again);
		buf->len += (size_t)len;
	}
	va_end(again);
	va_end(args);
}

struct cvd_str cvd_buf_str(const struct cvd_buf *buf)
{
	return (struct cvd_str){buf->ptr, buf->len};
}
