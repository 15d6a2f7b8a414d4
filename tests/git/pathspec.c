/* Pathspecs against gitglossary(7): tables of what matches what, from where. */
#include "git/pathspec.h"

#include <check.h>
#include <stdlib.h>

struct row {
	const char *prefix; /* the current folder from the top */
	const char *spec, *path;
	bool matches;
};

static const struct row rows[] = {
	/* names and folders */
	{"", "cv.md", "cv.md", true},
	{"", "cv.md", "a/cv.md", false},
	{"", "cv", "cv.md", false},
	{"", "a", "a/cv.md", true},
	{"", "a/", "a/cv.md", true},
	{"", "a/", "a", false},
	{"", "a", "ab/cv.md", false},
	{"", "./a//b/../cv.md", "a/cv.md", true},
	{"", ".", "any/thing", true},
	{"a/", "cv.md", "a/cv.md", true},
	{"a/", "cv.md", "cv.md", false},
	{"a/b/", "../cv.md", "a/cv.md", true},
	{"a/b/", "..", "a/x", true},
	{"a/b/", "../..", "x", true},
	{"a/", ".", "a/x", true},
	{"a/", ".", "b/x", false},
	/* patterns: a star takes slashes, unless `glob` is asked for */
	{"", "*.md", "cv.md", true},
	{"", "*.md", "a/b/cv.md", true},
	{"", "a/*.md", "a/b/cv.md", true},
	{"", "?v.md", "cv.md", true},
	{"", "?v.md", "ccv.md", false},
	{"", "[a-d]v.md", "cv.md", true},
	{"", "[!a-d]v.md", "cv.md", false},
	{"", "[^x]v.md", "cv.md", true},
	{"", "[]c]v.md", "cv.md", true},
	{"", "[c", "[c", true},
	{"", "\\*.md", "*.md", true},
	{"", "\\*.md", "x.md", false},
	{"", "*", "a/b", true},
	{"", "a*b*c", "axxbxxbxxc", true},
	{"", "a*b*c", "axxbxxbxx", false},
	{"a/", "*.md", "a/cv.md", true},
	{"a/", "*.md", "b/cv.md", false},
	{"", ":(glob)*.md", "cv.md", true},
	{"", ":(glob)*.md", "a/cv.md", false},
	{"", ":(glob)**/cv.md", "cv.md", true},
	{"", ":(glob)**/cv.md", "a/b/cv.md", true},
	{"", ":(glob)**/cv.md", "a/xcv.md", false},
	{"", ":(glob)a/**/cv.md", "a/cv.md", true},
	{"", ":(glob)a/**/cv.md", "a/b/c/cv.md", true},
	{"", ":(glob)a/**", "a/b/c", true},
	{"", ":(glob)a/**", "ab", false},
	{"", ":(glob)a?b", "a/b", false},
	{"", ":(glob)a/**/b*/*.md", "a/x/bc/y.md", true},
	{"", ":(glob)a/**/b*/*.md", "a/x/bc/y/z.md", false},
	{"", ":(glob)**/b/*/d.md", "x/b/b/c/d.md", true},
	/* magic */
	{"a/", ":/cv.md", "cv.md", true},
	{"a/", ":(top)cv.md", "cv.md", true},
	{"a/", ":/", "anything", true},
	{"", ":(icase)CV.MD", "cv.md", true},
	{"", ":(icase)C*.MD", "cv.md", true},
	{"", ":(icase)[A-D]v.md", "cv.md", true},
	{"", "CV.md", "cv.md", false},
	{"", ":(literal)*.md", "cv.md", false},
	{"", ":(literal)*.md", "*.md", true},
	{"a/", ":(top,icase)CV.md", "cv.md", true},
	{"", "::cv.md", "cv.md", true},
	{"", ":()cv.md", "cv.md", true},
	/* exclusion alone wants all the rest */
	{"", ":!cv.md", "x.md", true},
	{"", ":!cv.md", "cv.md", false},
	{"", ":^cv.md", "cv.md", false},
	{"", ":(exclude)a", "a/b", false},
	{"a/", ":!/cv.md", "cv.md", false},
};

START_TEST(matches_as_git_does)
{
	const struct row *row = &rows[_i];
	struct cvd_arena arena = {0};
	struct cvd_pathspecs specs = {0};
	struct cvd_error error = {0};

	ck_assert_int_eq(cvd_pathspec_add(&arena, &specs, cvd_str_from(row->prefix), NULL,
					  cvd_str_from(row->spec), &error),
			 CVD_OK);
	ck_assert_msg(cvd_pathspecs_match(&specs, cvd_str_from(row->path)) == row->matches,
		      "'%s' from '%s' against '%s'", row->spec, row->prefix, row->path);
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(together)
{
	static const char *const specs_of[] = {"*.md", "docs", ":!docs/old", ":(exclude)notes.md"};
	static const struct {
		const char *path;
		bool matches;
	} paths[] = {
		{"cv.md", true},       {"notes.md", false}, {"docs/a.txt", true},
		{"docs/old/b", false}, {"main.c", false},   {"docs/older", true},
	};
	struct cvd_arena arena = {0};
	struct cvd_pathspecs specs = {0};

	for (size_t i = 0; i < sizeof specs_of / sizeof *specs_of; i++)
		ck_assert_int_eq(cvd_pathspec_add(&arena, &specs, CVD_STR(""), NULL,
						  cvd_str_from(specs_of[i]), NULL),
				 CVD_OK);
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
		ck_assert_msg(cvd_pathspecs_match(&specs, cvd_str_from(paths[i].path)) ==
				      paths[i].matches,
			      "%s", paths[i].path);
	ck_assert(cvd_pathspecs_match(NULL, CVD_STR("anything")));
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(absolute_paths)
{
	struct cvd_arena arena = {0};
	struct cvd_pathspecs specs = {0};

	ck_assert_int_eq(cvd_pathspec_add(&arena, &specs, CVD_STR("sub/"), "/home/ada/cv/",
					  CVD_STR("/home/ada/cv/en/cv.md"), NULL),
			 CVD_OK);
	ck_assert(cvd_pathspecs_match(&specs, CVD_STR("en/cv.md")));
	ck_assert(cvd_pathspec_is_literal(&specs.items[0]));
	cvd_arena_free(&arena);
}
END_TEST

static const char *const refused[] = {
	"",           "../x",  "a/../../x", "/etc/passwd", "/home/ada/cvs/x",
	":(attr:b)x", ":(top", ":(nope)x",  ":%x",         ":(prefix:3)x",
};

START_TEST(refuses)
{
	struct cvd_arena arena = {0};
	struct cvd_pathspecs specs = {0};
	struct cvd_error error = {0};

	ck_assert_int_eq(cvd_pathspec_add(&arena, &specs, CVD_STR(""), "/home/ada/cv/",
					  cvd_str_from(refused[_i]), &error),
			 CVD_ERROR_USAGE);
	ck_assert_str_ne(error.message, "");
	ck_assert_uint_eq(specs.len, 0);
	cvd_arena_free(&arena);
}
END_TEST

/* Patterns that make a backtracking matcher exponential. */
START_TEST(stays_fast)
{
	struct cvd_arena arena = {0};
	struct cvd_pathspecs specs = {0};
	char path[4001], spec[] = "*a*a*a*a*a*a*a*a*a*a*a*a*b",
			 glob[] = ":(glob)**/*a*a/**/*a*a/**/b";

	for (size_t i = 0; i < sizeof path - 1; i++)
		path[i] = i % 7 == 6 ? '/' : 'a';
	path[sizeof path - 1] = '\0';
	cvd_pathspec_add(&arena, &specs, CVD_STR(""), NULL, cvd_str_from(spec), NULL);
	cvd_pathspec_add(&arena, &specs, CVD_STR(""), NULL, cvd_str_from(glob), NULL);
	ck_assert(!cvd_pathspecs_match(&specs, cvd_str_from(path)));
	cvd_arena_free(&arena);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("pathspec");
	TCase *tests = tcase_create("all");
	SRunner *runner = srunner_create(suite);
	int failed;

	tcase_add_loop_test(tests, matches_as_git_does, 0, sizeof rows / sizeof *rows);
	tcase_add_test(tests, together);
	tcase_add_test(tests, absolute_paths);
	tcase_add_loop_test(tests, refuses, 0, sizeof refused / sizeof *refused);
	tcase_add_test(tests, stays_fast);
	suite_add_tcase(suite, tests);
	srunner_run_all(runner, CK_ENV);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
