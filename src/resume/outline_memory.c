/*
 * cmark's memory. It asks for several small pieces per line and gives each back on its own, which costs
 * as much as its parsing; here they come from an arena, which is freed at once when the tree has been
 * read. cmark hands its allocator nothing to tell parses apart by, so the arena in use is a variable of
 * the thread.
 */
#include "outline_memory.h"

#include <string.h>

/* In front of each piece, so that it can be grown. */
struct piece {
	size_t size;
	_Alignas(max_align_t) char bytes[];
};

static _Thread_local struct cvd_arena *arena;

static void *allocate(size_t size)
{
	struct piece *piece;

	if (size > SIZE_MAX - sizeof *piece)
		cvd_out_of_memory();
	piece = cvd_arena_alloc(arena, sizeof *piece + size);
	piece->size = size;
	return piece->bytes;
}

static void *allocate_cleared(size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		cvd_out_of_memory();
	return memset(allocate(count * size), 0, count * size);
}

static void *grow(void *bytes, size_t size)
{
	struct piece *piece;
	void *grown;

	if (!bytes)
		return allocate(size);
	piece = (struct piece *)((char *)bytes - offsetof(struct piece, bytes));
	if (size <= piece->size)
		return bytes;
	grown = allocate(size);
	memcpy(grown, bytes, piece->size);
	return grown;
}

static void keep(void *bytes)
{
	(void)bytes;
}

cmark_mem *cvd_cmark_memory(void)
{
	static cmark_mem memory = {allocate_cleared, grow, keep};

	return &memory;
}

struct cvd_arena *cvd_cmark_memory_use(struct cvd_arena *next)
{
	struct cvd_arena *before = arena;

	arena = next;
	return before;
}
