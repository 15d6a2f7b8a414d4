/*
 * A bump allocator. A document owns one, a diff owns one; what they allocate is freed with them and
 * never singly. With CVD_ARENA_SINGLE (sanitizer builds) each item is one malloc, so that an overrun
 * of one item into the next is seen.
 *
 * Running out of memory does not return: cvd_out_of_memory() is the one place where it ends.
 */
#ifndef CVD_BASE_ARENA_H
#define CVD_BASE_ARENA_H

#include "base/str.h"

struct cvd_arena_block;

struct cvd_arena {
	struct cvd_arena_block *blocks;
	char *next;       /* first free byte of the newest block */
	size_t left;      /* bytes after it */
	size_t allocated; /* bytes asked of malloc so far */
};

/* Prints `cvdiff: error: out of memory` and ends the process with status 2. */
_Noreturn void cvd_out_of_memory(void);

/* malloc, realloc that do not return NULL. The caller frees. */
void *cvd_malloc(size_t size);
void *cvd_realloc(void *ptr, size_t size);

/* An arena of zero bytes is ready for use. */
void cvd_arena_init(struct cvd_arena *arena);
/* Frees all that was allocated; the arena is then empty and usable again. */
void cvd_arena_free(struct cvd_arena *arena);

/* `size` bytes aligned for any type, not cleared. Amortised constant time. */
void *cvd_arena_alloc(struct cvd_arena *arena, size_t size);
/* The same for count * size bytes, cleared; an overflow of the product is out of memory. */
void *cvd_arena_calloc(struct cvd_arena *arena, size_t count, size_t size);
/* A copy of the slice, NUL-terminated behind its end for debuggers' and C libraries' sake. */
struct cvd_str cvd_arena_copy(struct cvd_arena *arena, struct cvd_str text);
/* printf into the arena. */
struct cvd_str cvd_arena_format(struct cvd_arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#define CVD_NEW(arena, type) ((type *)cvd_arena_calloc((arena), 1, sizeof(type)))
#define CVD_NEW_ARRAY(arena, type, count) ((type *)cvd_arena_calloc((arena), (count), sizeof(type)))

/*
 * Growable arrays inside an arena: any struct { T *items; size_t len, cap; }.
 * Growing doubles and leaves the old items behind in the arena: amortised constant time, at most
 * twice the memory.
 */
#define CVD_ARRAY(type)                                                                            \
	struct {                                                                                   \
		type *items;                                                                       \
		size_t len, cap;                                                                   \
	}
#define CVD_PUSH(arena, array, ...)                                                                \
	do {                                                                                       \
		if ((array)->len == (array)->cap)                                                  \
			(array)->items = cvd_arena_grow((arena), (array)->items, (array)->len,     \
							&(array)->cap, sizeof *(array)->items);    \
		(array)->items[(array)->len++] = (__VA_ARGS__);                                    \
	} while (0)
void *cvd_arena_grow(struct cvd_arena *arena, const void *items, size_t len, size_t *cap,
		     size_t item_size);

#endif
