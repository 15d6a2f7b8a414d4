/*
 * A regular file is read into a block of its size; everything else grows as it comes, at most to
 * the limit. A signal, or a terminal or pipe that its other users made non-blocking, is waited out.
 */
#include "base/file.h"

#include "base/buf.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum cvd_status read_failed(struct cvd_error *error, const char *name, int code)
{
	return cvd_fail(error,
			code == ENOENT || code == ENOTDIR ? CVD_ERROR_NOT_FOUND : CVD_ERROR_IO,
			"cannot read '%s': %s", name, strerror(code));
}

static enum cvd_status too_large(struct cvd_error *error, const char *name)
{
	return cvd_fail(error, CVD_ERROR_IO, "cannot read '%s': larger than %zu MB", name,
			CVD_FILE_LIMIT >> 20);
}

/* True if the call that set errno should be made again, once the descriptor is ready for it. */
static bool should_retry(int fd, short events)
{
	struct pollfd ready = {.fd = fd, .events = events};

	if (errno == EAGAIN)
		poll(&ready, 1, -1);
	return errno == EAGAIN || errno == EINTR;
}

enum cvd_status cvd_file_read_fd(struct cvd_arena *arena, int fd, const char *name,
				 struct cvd_str *bytes, struct cvd_error *error)
{
	struct cvd_buf buf = {0};
	enum cvd_status status = CVD_OK;
	struct stat st;
	ssize_t got;

	if (!fstat(fd, &st) && S_ISREG(st.st_mode)) {
		if ((uint64_t)st.st_size > CVD_FILE_LIMIT)
			return too_large(error, name);
		cvd_buf_reserve(&buf, (size_t)st.st_size + 1);
	}
	for (;;) {
		cvd_buf_reserve(&buf, buf.cap - buf.len > 1 ? 1 : 1 << 16);
		got = read(fd, buf.ptr + buf.len, buf.cap - buf.len);
		if (got < 0 && should_retry(fd, POLLIN))
			continue;
		if (got < 0) {
			status = read_failed(error, name, errno);
			goto done;
		}
		if (!got)
			break;
		buf.len += (size_t)got;
		if (buf.len > CVD_FILE_LIMIT) {
			status = too_large(error, name);
			goto done;
		}
	}
	*bytes = cvd_arena_copy(arena, cvd_buf_str(&buf));
done:
	cvd_buf_free(&buf);
	return status;
}

enum cvd_status cvd_file_read(struct cvd_arena *arena, const char *path, struct cvd_str *bytes,
			      struct cvd_error *error)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	enum cvd_status status;

	if (fd < 0)
		return read_failed(error, path, errno);
	status = cvd_file_read_fd(arena, fd, path, bytes, error);
	close(fd);
	return status;
}

enum cvd_status cvd_file_write_fd(int fd, const char *name, struct cvd_str bytes,
				  struct cvd_error *error)
{
	while (bytes.len) {
		ssize_t done = write(fd, bytes.ptr, bytes.len);

		if (done < 0 && should_retry(fd, POLLOUT))
			continue;
		if (done < 0)
			return cvd_fail(error, CVD_ERROR_IO, "cannot write %s: %s", name,
					strerror(errno));
		bytes = cvd_str_sub(bytes, (size_t)done, bytes.len);
	}
	return CVD_OK;
}
