/*
 * Blocks double from 16 KB to 1 MB; an item larger than a block gets a block of its own. Everything
 * is freed at once. In sanitizer builds each item is a block, so that its bounds are malloc's.
 */
#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SMALLEST_BLOCK ((size_t)16 << 10)
#define LARGEST_BLOCK ((size_t)1 << 20)

struct cvd_arena_block {
	struct cvd_arena_block *older;
	_Alignas(max_align_t) char bytes[];
};

void cvd_out_of_memory(void)
{
	static const char text[] = "cvdiff: error: out of memory\n";

	/* Nothing is left to do if even this cannot be written. */
	ssize_t ignored = write(STDERR_FILENO, text, sizeof text - 1);
	(void)ignored;
	_exit(2);
}

void *cvd_malloc(size_t size)
{
	void *ptr = malloc(size ? size : 1);

	if (!ptr)
		cvd_out_of_memory();
	return ptr;
}

void *cvd_realloc(void *ptr, size_t size)
{
	ptr = realloc(ptr, size ? size : 1);
	if (!ptr)
		cvd_out_of_memory();
	return ptr;
}

void cvd_arena_init(struct cvd_arena *arena)
{
	*arena = (struct cvd_arena){0};
}

void cvd_arena_free(struct cvd_arena *arena)
{
	struct cvd_arena_block *block = arena->blocks;

	while (block) {
		struct cvd_arena_block *older = block->older;

		free(block);
		block = older;
	}
	cvd_arena_init(arena);
}

static char *new_block(struct cvd_arena *arena, size_t size)
{
	struct cvd_arena_block *block;

	if (size > SIZE_MAX - sizeof *block)
		cvd_out_of_memory();
	block = cvd_malloc(sizeof *block + size);
	block->older = arena->blocks;
	arena->blocks = block;
	arena->allocated += sizeof *block + size;
	return block->bytes;
}

void *cvd_arena_alloc(struct cvd_arena *arena, size_t size)
{
#ifdef CVD_ARENA_SINGLE
	return new_block(arena, size);
#else
	const size_t align = _Alignof(max_align_t);
	void *item;

	if (size > SIZE_MAX - align)
		cvd_out_of_memory();
	size = (size + align - 1) / align * align;
	if (size > arena->left) {
		size_t block = arena->allocated < SMALLEST_BLOCK  ? SMALLEST_BLOCK
			       : arena->allocated > LARGEST_BLOCK ? LARGEST_BLOCK
								  : arena->allocated;

		if (size > block / 4)
			return new_block(arena,
					 size); /* the rest of the current block stays in use */
		arena->next = new_block(arena, block);
		arena->left = block;
	}
	item = arena->next;
	arena->next += size;
	arena->left -= size;
	return item;
#endif
}

void *cvd_arena_calloc(struct cvd_arena *arena, size_t count, size_t size)
{
	void *item;

	if (size && count > SIZE_MAX / size)
		cvd_out_of_memory();
	item = cvd_arena_alloc(arena, count * size);
	memset(item, 0, count * size);
	return item;
}

struct cvd_str cvd_arena_copy(struct cvd_arena *arena, struct cvd_str text)
{
	char *copy = cvd_arena_alloc(arena, text.len + 1);

	if (text.len)
		memcpy(copy, text.ptr, text.len);
	copy[text.len] = '\0';
	return (struct cvd_str){copy, text.len};
}

struct cvd_str cvd_arena_format(struct cvd_arena *arena, const char *format, ...)
{
	va_list args, again;
	struct cvd_str text = {0};
	int len;

	va_start(args, format);
	va_copy(again, args);
	len = vsnprintf(NULL, 0, format, args);
	if (len >= 0) {
		char *bytes = cvd_arena_alloc(arena, (size_t)len + 1);

		vsnprintf(bytes, (size_t)len + 1, format, again);
		text = (struct cvd_str){bytes, (size_t)len};
	}
	va_end(again);
	va_end(args);
	return text;
}

void *cvd_arena_grow(struct cvd_arena *arena, const void *items, size_t len, size_t *cap,
		     size_t item_size)
{
	size_t more = *cap ? *cap * 2 : 8;
	void *grown;

	if (more > SIZE_MAX / item_size)
		cvd_out_of_memory();
	grown = cvd_arena_alloc(arena, more * item_size);
	if (len)
		memcpy(grown, items, len * item_size);
	*cap = more;
	return grown;
}
