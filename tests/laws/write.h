/* Writes a structured résumé as Markdown in a style. */
#ifndef LAWS_WRITE_H
#define LAWS_WRITE_H

#include "generate.h"
#include "style.h"

/* The Markdown, in the arena. Linear. */
struct cvd_str write_resume(struct cvd_arena *arena, const struct item *resume,
			    const struct style *style);

#endif
