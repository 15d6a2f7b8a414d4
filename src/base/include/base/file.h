/* Whole files and streams in, nothing half-written out. */
#ifndef CVD_BASE_FILE_H
#define CVD_BASE_FILE_H

#include "base/arena.h"
#include "base/error.h"

/* Largest input that is read, in bytes. A résumé of this size is a mistake. */
#define CVD_FILE_LIMIT ((size_t)256 << 20)

/* Reads the file into the arena; `path` is the file system's bytes, "-" has no special meaning.
 * Directories, files over CVD_FILE_LIMIT and what cannot be read are errors that name the path. */
enum cvd_status cvd_file_read(struct cvd_arena *arena, const char *path, struct cvd_str *bytes,
			      struct cvd_error *error);
/* The same from an open descriptor to its end; `name` is for messages. Does not close it. */
enum cvd_status cvd_file_read_fd(struct cvd_arena *arena, int fd, const char *name,
				 struct cvd_str *bytes, struct cvd_error *error);
/* Writes all bytes to the descriptor, across short writes and signals. */
enum cvd_status cvd_file_write_fd(int fd, const char *name, struct cvd_str bytes,
				  struct cvd_error *error);
/*
 * Puts a file with these bytes in the place of `path`, at once or not at all: whoever looks sees the old
 * one or the new one. A symbolic link stays one, and what it leads to is replaced. The mode is that of
 * the old file; `mode` less the umask where there is none, or just `mode` in any case if `force_mode`.
 * The owner is kept as far as that is allowed. Folders that are missing are made. Only regular files are
 * replaced; nothing is left behind on failure.
 */
enum cvd_status cvd_file_replace(const char *path, struct cvd_str bytes, uint32_t mode,
				 bool force_mode, struct cvd_error *error);

#endif
