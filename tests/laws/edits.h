/*
 * What people do to a résumé between two versions: random edits by meaning on the structured value,
 * and random damage to the bytes of a Markdown file, which need not make sense.
 */
#ifndef LAWS_EDITS_H
#define LAWS_EDITS_H

#include "generate.h"

/* Changes the résumé in place by `count` random edits; an edit that finds nothing to work on is left
 * out. */
void edits_apply(struct cvd_arena *arena, struct rng *rng, struct item *resume, size_t count);

/* The text with `count` random damages to its lines and bytes; `other` lends lines. May give anything,
 * invalid UTF-8 and NUL bytes included. */
struct cvd_str edits_mutate(struct cvd_arena *arena, struct rng *rng, struct cvd_str text,
			    struct cvd_str other, size_t count);

#endif
