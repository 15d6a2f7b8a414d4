/* A growable byte buffer on the heap (cmark's strbuf, git's strbuf). { 0 } is an empty buffer. */
#ifndef CVD_BASE_BUF_H
#define CVD_BASE_BUF_H

#include "base/str.h"

#include <string.h>

struct cvd_buf {
	char *ptr;
	size_t len, cap;
};

void cvd_buf_free(struct cvd_buf *buf);
/* Makes room for `more` bytes behind the end. */
void cvd_buf_reserve(struct cvd_buf *buf, size_t more);

/* Appending is inline: hashing and printing do little else. */
static inline void cvd_buf_put(struct cvd_buf *buf, char c)
{
	if (buf->len == buf->cap)
		cvd_buf_reserve(buf, 1);
	buf->ptr[buf->len++] = c;
}

static inline void cvd_buf_add_bytes(struct cvd_buf *buf, const void *bytes, size_t len)
{
	if (!len)
		return;
	if (buf->cap - buf->len < len)
		cvd_buf_reserve(buf, len);
	memcpy(buf->ptr + buf->len, bytes, len);
	buf->len += len;
}

static inline void cvd_buf_add(struct cvd_buf *buf, struct cvd_str text)
{
	cvd_buf_add_bytes(buf, text.ptr, text.len);
}

/* `count` times the character. */
void cvd_buf_fill(struct cvd_buf *buf, char c, size_t count);
void cvd_buf_printf(struct cvd_buf *buf, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* The content as a slice, valid until the buffer is next written or freed. */
struct cvd_str cvd_buf_str(const struct cvd_buf *buf);

#endif
