/*
 * write(2) to a temporary file in the same folder, fsync(2), rename(2): whoever reads the file sees the
 * old content or the new, also after a crash. The temporary name does not depend on the file's, which
 * may be as long as names can be.
 */
#include "base/file.h"

#include "base/buf.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LINKS_MOST 40 /* as Linux has it */

static enum cvd_status cannot_write(const char *path, int code, struct cvd_error *error)
{
	return cvd_fail(error, CVD_ERROR_IO, "cannot write '%s': %s", path, strerror(code));
}

static struct cvd_str folder_of(struct cvd_str path)
{
	size_t at = path.len;

	while (at && path.ptr[at - 1] != '/')
		at--;
	return cvd_str_sub(path, 0, at);
}

/* Where the links at the end of the path lead to, whether it exists or not. */
static enum cvd_status follow_links(struct cvd_arena *arena, const char *written,
				    struct cvd_str *path, struct cvd_error *error)
{
	char target[PATH_MAX];

	*path = cvd_arena_copy(arena, cvd_str_from(written));
	for (int i = 0; i < LINKS_MOST; i++) {
		ssize_t len = readlink(path->ptr, target, sizeof target);
		struct cvd_str folder = folder_of(*path);

		if (len < 0)
			return CVD_OK;
		if (target[0] == '/')
			folder.len = 0;
		*path = cvd_arena_format(arena, "%.*s%.*s", CVD_STR_ARG(folder), (int)len, target);
	}
	return cannot_write(written, ELOOP, error);
}

/* Makes the folders above the path, as far as they are missing; failures show when it is opened. */
static void make_folders(char *path)
{
	for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(path, 0777);
		*slash = '/';
	}
}

static mode_t less_umask(mode_t mode)
{
	mode_t mask = umask(0);

	umask(mask);
	return mode & ~mask;
}

static int fill(int fd, struct cvd_str bytes, mode_t mode, const struct stat *old)
{
	if (old && fchown(fd, old->st_uid, old->st_gid) && errno != EPERM)
		return errno;
	if (fchmod(fd, mode) || cvd_file_write_fd(fd, "", bytes, NULL) || fsync(fd))
		return errno;
	return 0;
}

enum cvd_status cvd_file_replace(const char *path, struct cvd_str bytes, uint32_t mode,
				 bool force_mode, struct cvd_error *error)
{
	struct cvd_arena arena = {0};
	struct stat old;
	struct cvd_str target, temporary;
	enum cvd_status status = follow_links(&arena, path, &target, error);
	bool exists;
	int fd, code = 0;

	if (status)
		goto done;
	exists = !stat(target.ptr, &old);
	if (exists && !S_ISREG(old.st_mode)) {
		status = cvd_fail(error, CVD_ERROR_IO, "cannot write '%s': not a regular file",
				  path);
		goto done;
	}
	if (!force_mode)
		mode = exists ? old.st_mode & 07777 : less_umask(mode);
	temporary = cvd_arena_format(&arena, "%.*s.cvdiff-XXXXXX", CVD_STR_ARG(folder_of(target)));
	make_folders((char *)temporary.ptr);
	fd = mkostemp((char *)temporary.ptr, O_CLOEXEC);
	if (fd < 0) {
		status = cannot_write(path, errno, error);
		goto done;
	}
	code = fill(fd, bytes, mode, exists ? &old : NULL);
	if (close(fd) && !code)
		code = errno;
	if (!code && rename(temporary.ptr, target.ptr))
		code = errno;
	if (code) {
		unlink(temporary.ptr);
		status = cannot_write(path, code, error);
	}
done:
	cvd_arena_free(&arena);
	return status;
}
