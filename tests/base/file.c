/* Reading and writing on real files, pipes and the devices that fail. */
#include "unit.h"

#include "base/buf.h"
#include "base/file.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct cvd_arena arena;
static struct cvd_error error;

static char *temporary_file(struct cvd_str content)
{
	char *path = strdup("/tmp/cvdiff-test-XXXXXX");
	int fd;

	ck_assert_ptr_nonnull(path);
	fd = mkstemp(path);
	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(cvd_file_write_fd(fd, path, content, &error), CVD_OK);
	close(fd);
	return path;
}

static void check_round_trip(struct cvd_str content)
{
	char *path = temporary_file(content);
	struct cvd_str bytes;

	ck_assert_int_eq(cvd_file_read(&arena, path, &bytes, &error), CVD_OK);
	assert_str(bytes, content);
	unlink(path);
	free(path);
	cvd_arena_free(&arena);
}

START_TEST(files_come_back_as_written)
{
	struct cvd_buf large = {0};

	check_round_trip(CVD_STR(""));
	check_round_trip(CVD_STR("a\0b\r\n"));
	cvd_buf_fill(&large, 'x', 3000000);
	check_round_trip(cvd_buf_str(&large));
	cvd_buf_free(&large);
}
END_TEST

START_TEST(files_that_tell_no_size_are_read)
{
	struct cvd_str bytes;

	ck_assert_int_eq(cvd_file_read(&arena, "/proc/self/maps", &bytes, &error), CVD_OK);
	ck_assert_uint_gt(bytes.len, 0);
	ck_assert_int_eq(cvd_file_read(&arena, "/dev/null", &bytes, &error), CVD_OK);
	ck_assert_uint_eq(bytes.len, 0);
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(failures_name_the_path)
{
	struct cvd_str bytes;

	ck_assert_int_eq(cvd_file_read(&arena, "/tmp", &bytes, &error), CVD_ERROR_IO);
	ck_assert_str_eq(error.message, "cannot read '/tmp': Is a directory");
	ck_assert_int_eq(cvd_file_read(&arena, "/nowhere/cv.md", &bytes, &error),
			 CVD_ERROR_NOT_FOUND);
	ck_assert_str_eq(error.message, "cannot read '/nowhere/cv.md': No such file or directory");
	ck_assert_int_eq(cvd_file_read(&arena, "/dev/null/x", &bytes, NULL), CVD_ERROR_NOT_FOUND);
}
END_TEST

START_TEST(what_is_too_large_is_refused)
{
	char *path = temporary_file(CVD_STR("x"));
	struct cvd_str bytes;

	ck_assert_int_eq(truncate(path, (off_t)CVD_FILE_LIMIT + 1), 0);
	ck_assert_int_eq(cvd_file_read(&arena, path, &bytes, &error), CVD_ERROR_IO);
	ck_assert_ptr_nonnull(strstr(error.message, "larger than 256 MB"));
	ck_assert_int_eq(cvd_file_read(&arena, "/dev/zero", &bytes, &error), CVD_ERROR_IO);
	ck_assert_ptr_nonnull(strstr(error.message, "larger than 256 MB"));
	unlink(path);
	free(path);
}
END_TEST

START_TEST(a_full_disk_is_an_error)
{
	int fd = open("/dev/full", O_WRONLY);

	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(cvd_file_write_fd(fd, "standard output", CVD_STR("x"), &error),
			 CVD_ERROR_IO);
	ck_assert_str_eq(error.message, "cannot write standard output: No space left on device");
	ck_assert_int_eq(cvd_file_write_fd(fd, "standard output", CVD_STR(""), &error), CVD_OK);
	close(fd);
}
END_TEST

struct writer {
	int fd;
	struct cvd_str content;
	enum cvd_status status;
};

static void *write_all(void *data)
{
	struct writer *writer = data;

	writer->status = cvd_file_write_fd(writer->fd, "pipe", writer->content, NULL);
	close(writer->fd);
	return NULL;
}

/* More than a pipe holds, both ends non-blocking: short writes and EAGAIN on either side. */
START_TEST(pipes_are_waited_for)
{
	struct cvd_buf content = {0};
	struct writer writer;
	struct cvd_str bytes;
	pthread_t thread;
	int ends[2];

	for (int i = 0; i < 200000; i++)
		cvd_buf_printf(&content, "%d\n", i);
	ck_assert_int_eq(pipe(ends), 0);
	ck_assert_int_eq(fcntl(ends[0], F_SETFL, O_NONBLOCK), 0);
	ck_assert_int_eq(fcntl(ends[1], F_SETFL, O_NONBLOCK), 0);
	writer = (struct writer){.fd = ends[1], .content = cvd_buf_str(&content)};
	ck_assert_int_eq(pthread_create(&thread, NULL, write_all, &writer), 0);
	ck_assert_int_eq(cvd_file_read_fd(&arena, ends[0], "pipe", &bytes, &error), CVD_OK);
	ck_assert_int_eq(pthread_join(thread, NULL), 0);
	ck_assert_int_eq(writer.status, CVD_OK);
	assert_str(bytes, cvd_buf_str(&content));
	close(ends[0]);
	cvd_buf_free(&content);
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(errors_carry_words_and_a_hint)
{
	ck_assert_int_eq(cvd_fail(&error, CVD_ERROR_USAGE, "no option '%s'", "--x"),
			 CVD_ERROR_USAGE);
	ck_assert_str_eq(error.message, "no option '--x'");
	ck_assert_str_eq(error.hint, "");
	ck_assert_int_gt(error.line, 0);
	cvd_error_hint(&error, "try '%s'", "--help");
	ck_assert_str_eq(error.hint, "try '--help'");
	cvd_fail(&error, CVD_ERROR_IO, "%2000d", 1);
	ck_assert_uint_eq(strlen(error.message), sizeof error.message - 1);
	ck_assert_str_eq(error.hint, "");
	cvd_error_hint(NULL, "nobody asked");
	ck_assert_int_eq(cvd_fail(NULL, CVD_ERROR_IO, "nobody asked"), CVD_ERROR_IO);
}
END_TEST

UNIT_MAIN("file", files_come_back_as_written, files_that_tell_no_size_are_read,
	  failures_name_the_path, what_is_too_large_is_refused, a_full_disk_is_an_error,
	  pipes_are_waited_for, errors_carry_words_and_a_hint)
