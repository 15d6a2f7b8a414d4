/* Replacing real files, and failing to. */
#include "unit.h"

#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static struct cvd_arena arena;
static struct cvd_error error;
static char folder[] = "/tmp/cvdiff-test-XXXXXX";

static const char *in_folder(const char *name)
{
	return cvd_arena_format(&arena, "%s/%s", folder, name).ptr;
}

static void begin(void)
{
	ck_assert_ptr_nonnull(mkdtemp(folder));
}

static void end(void)
{
	DIR *all = opendir(folder);
	struct dirent *entry;

	while ((entry = readdir(all)))
		unlink(in_folder(entry->d_name));
	closedir(all);
	rmdir(folder);
	cvd_arena_free(&arena);
}

static size_t count_files(void)
{
	DIR *all = opendir(folder);
	struct dirent *entry;
	size_t count = 0;

	while ((entry = readdir(all)))
		count += entry->d_name[0] != '.' || strlen(entry->d_name) > 2;
	closedir(all);
	return count;
}

static void replace(const char *path, const char *content)
{
	ck_assert_msg(!cvd_file_replace(path, cvd_str_from(content), 0666, false, &error), "%s",
		      error.message);
}

static void assert_content(const char *path, const char *content)
{
	struct cvd_str bytes;

	ck_assert_int_eq(cvd_file_read(&arena, path, &bytes, &error), CVD_OK);
	assert_text(bytes, content);
}

START_TEST(file_is_made_and_replaced)
{
	struct stat st;

	begin();
	umask(027);
	replace(in_folder("a"), "one");
	assert_content(in_folder("a"), "one");
	ck_assert_int_eq(stat(in_folder("a"), &st), 0);
	ck_assert_int_eq(st.st_mode & 07777, 0640);
	replace(in_folder("a"), "two");
	assert_content(in_folder("a"), "two");
	ck_assert_uint_eq(count_files(), 1);
	end();
}
END_TEST

START_TEST(mode_is_kept)
{
	struct stat st;

	begin();
	replace(in_folder("a"), "one");
	chmod(in_folder("a"), 0600);
	replace(in_folder("a"), "two");
	ck_assert_int_eq(stat(in_folder("a"), &st), 0);
	ck_assert_int_eq(st.st_mode & 07777, 0600);
	ck_assert_int_eq(cvd_file_replace(in_folder("a"), CVD_STR("x"), 0755, true, &error), CVD_OK);
	ck_assert_int_eq(stat(in_folder("a"), &st), 0);
	ck_assert_int_eq(st.st_mode & 07777, 0755);
	end();
}
END_TEST

START_TEST(links_stay_links)
{
	struct stat st;

	begin();
	replace(in_folder("a"), "one");
	ck_assert_int_eq(symlink("a", in_folder("b")), 0);
	ck_assert_int_eq(symlink(in_folder("b"), in_folder("c")), 0);
	replace(in_folder("c"), "two");
	assert_content(in_folder("a"), "two");
	ck_assert_int_eq(lstat(in_folder("c"), &st), 0);
	ck_assert(S_ISLNK(st.st_mode));
	unlink(in_folder("a"));
	replace(in_folder("b"), "three"); /* leads to nothing */
	assert_content(in_folder("a"), "three");
	unlink(in_folder("a"));
	ck_assert_int_eq(symlink("c", in_folder("a")), 0);
	ck_assert_int_eq(cvd_file_replace(in_folder("a"), CVD_STR("x"), 0666, false, &error),
			 CVD_ERROR_IO);
	end();
}
END_TEST

START_TEST(only_regular_files_are_replaced)
{
	begin();
	ck_assert_int_eq(cvd_file_replace("/dev/null", CVD_STR("x"), 0666, false, &error),
			 CVD_ERROR_IO);
	ck_assert(strstr(error.message, "not a regular file"));
	ck_assert_int_eq(cvd_file_replace(folder, CVD_STR("x"), 0666, false, &error), CVD_ERROR_IO);
	ck_assert_int_eq(cvd_file_replace("/dev/null/a", CVD_STR("x"), 0666, false, &error),
			 CVD_ERROR_IO);
	ck_assert(strstr(error.message, "/dev/null/a"));
	ck_assert_uint_eq(count_files(), 0);
	end();
}
END_TEST

START_TEST(failure_leaves_the_file)
{
	struct rlimit limit = {2, RLIM_INFINITY}, before;

	begin();
	replace(in_folder("a"), "one");
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &before);
	limit.rlim_max = before.rlim_max;
	setrlimit(RLIMIT_FSIZE, &limit);
	ck_assert_int_eq(cvd_file_replace(in_folder("a"), CVD_STR("longer"), 0666, false, &error),
			 CVD_ERROR_IO);
	setrlimit(RLIMIT_FSIZE, &before);
	ck_assert(strstr(error.message, strerror(EFBIG)));
	assert_content(in_folder("a"), "one");
	ck_assert_uint_eq(count_files(), 1);
	end();
}
END_TEST

UNIT_MAIN("base replace", file_is_made_and_replaced, mode_is_kept, links_stay_links,
	  only_regular_files_are_replaced, failure_leaves_the_file)
