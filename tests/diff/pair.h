/* Two résumés in Markdown, read and matched, for the tests of the diff. */
#ifndef TESTS_DIFF_PAIR_H
#define TESTS_DIFF_PAIR_H

#include "diff/match.h"

struct pair {
	struct cvd_arena arena;
	struct cvd_document *old, *new;
	struct cvd_prepared *before, *after;
	struct cvd_match match;
};

void pair_open(struct pair *pair, struct cvd_str old, struct cvd_str new);
void pair_close(struct pair *pair);

/* The first node of that kind whose words begin with `text`, `skip` of them passed over; the test
 * fails if there is none. */
const struct cvd_node *pair_find(const struct cvd_document *doc, enum cvd_kind kind,
				 const char *text, int skip);

#endif
