/*
 * The laws of a diff over one pair of Markdown texts, each as a function that says whether it holds
 * and, if not, why. They know the public headers of the layers, the independent reader, and nothing
 * of how anything works.
 */
#ifndef LAWS_LAWS_H
#define LAWS_LAWS_H

#include "base/buf.h"
#include "diff/diff.h"

enum law {
	LAW_IDENTITY = 1,
	LAW_REPLAY,
	LAW_CONSERVATION,
	LAW_SYMMETRY,
	LAW_REBUILD,
	LAW_FORMATTING, /* only for pairs that differ in formatting */
	LAW_DETERMINISM,
	LAW_BOUNDS, /* bounds.h: not over pairs */
	LAW_VIEW,   /* the view holds both versions */
	LAW_COUNT
};

/* Two texts, read and diffed in both directions. */
struct pair {
	struct cvd_arena arena;
	struct cvd_str text[2]; /* decoded */
	struct cvd_document *doc[2];
	struct cvd_report *report[2]; /* from 0 to 1, from 1 to 0 */
};

/* Decodes, reads and diffs; the texts may be any bytes. The pair owns all but the bytes. */
void pair_open(struct pair *pair, struct cvd_str old, struct cvd_str new);
void pair_close(struct pair *pair);

const char *law_name(enum law law);
/* Whether the law holds for the pair; appends to `why` if not. Not for LAW_BOUNDS. */
bool law_holds(enum law law, struct pair *pair, struct cvd_buf *why);

/* Whether the word counts of the report are those of the texts that it goes from and to. */
bool law_conserves(const struct cvd_report *report, struct cvd_str old, struct cvd_str new,
		   struct cvd_buf *why);

#endif
