/* A growable byte buffer on the heap (cmark's strbuf, git's strbuf). { 0 } is an empty buffer. */
#ifndef CVD_BASE_BUF_H
#define CVD_BASE_BUF_H

#include "base/str.h"

struct cvd_buf {
	char *ptr;
	size_t len, cap;
};

void cvd_buf_free(struct cvd_buf *buf);
/* Makes room for `more` bytes behind the end. */
void cvd_buf_reserve(struct cvd_buf *buf, size_t more);
void cvd_buf_put(struct cvd_buf *buf, char c);
void cvd_buf_add(struct cvd_buf *buf, struct cvd_str text);
void cvd_buf_add_bytes(struct cvd_buf *buf, const void *bytes, size_t len);
/* `count` times the character. */
void cvd_buf_fill(struct cvd_buf *buf, char c, size_t count);
void cvd_buf_printf(struct cvd_buf *buf, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* The content as a slice, valid until the buffer is next written or freed. */
struct cvd_str cvd_buf_str(const struct cvd_buf *buf);

#endif
