/* Memory for cmark out of an arena. Private to outline*.c. */
#ifndef CVD_RESUME_OUTLINE_MEMORY_H
#define CVD_RESUME_OUTLINE_MEMORY_H

#include "base/arena.h"

#include <cmark.h>

/* The allocator for a parser. What it allocates lies in the arena in use then and is freed with it:
 * trees and iterators need no freeing of their own. */
cmark_mem *cvd_cmark_memory(void);
/* This thread's cmark takes its memory from `next` from now on. Returns the arena before, to be
 * put back when the tree has been read. */
struct cvd_arena *cvd_cmark_memory_use(struct cvd_arena *next);

#endif
