/* What every unit test of the base layer needs: comparison of slices and a main of its own. */
#ifndef TESTS_BASE_UNIT_H
#define TESTS_BASE_UNIT_H

#include "base/str.h"

#include <check.h>

/* Long enough for valgrind, and far too short for anything that is not linear. */
#define UNIT_TIMEOUT 120

#define assert_str(got, want)                                                                      \
	do {                                                                                       \
		struct cvd_str got_ = (got), want_ = (want);                                       \
		ck_assert_msg(cvd_str_equal(got_, want_), "'%.*s' is not '%.*s'",                  \
			      CVD_STR_ARG(got_), CVD_STR_ARG(want_));                              \
	} while (0)
#define assert_text(got, want) assert_str((got), cvd_str_from(want))

/* Runs the tests, a list that ends in NULL; each must end its process with `status`. 0 is success. */
static inline int unit_run(const char *name, int status, const TTest *const *tests)
{
	Suite *suite = suite_create(name);
	TCase *cases = tcase_create(name);
	SRunner *runner = srunner_create(suite);
	int failed;

	tcase_set_timeout(cases, UNIT_TIMEOUT);
	for (; *tests; tests++)
		tcase_add_exit_test(cases, *tests, status);
	suite_add_tcase(suite, cases);
	srunner_run_all(runner, CK_ENV);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}

#define UNIT_LIST(...) ((const TTest *const[]){__VA_ARGS__, NULL})

/* The program: runs the tests named. */
#define UNIT_MAIN(name, ...)                                                                       \
	int main(void)                                                                             \
	{                                                                                          \
		return unit_run(name, 0, UNIT_LIST(__VA_ARGS__));                                  \
	}

#endif
