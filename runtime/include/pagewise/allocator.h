/*
 * Tells Pagewise which blocks an allocator of your own hands out: an arena, a pool, a free list. They then appear in
 * the heap panel, on the timeline and among the findings, as those of malloc do. For C and C++.
 *
 *   void* take(struct arena* from, size_t size) {
 *     void* block = from->next;
 *     from->next += size;
 *     pagewise_allocated(block, size);
 *     return block;
 *   }
 *
 * Pagewise finds the calls of these functions in the finished module, by their names. They do nothing and import
 * nothing: the module runs anywhere. On other targets, and where NDEBUG is defined, there is not even a call.
 *
 * A function that calls one of them, other than main, belongs to the allocator: it, and what it calls, may read and
 * write blocks that were released, as for the links of a free list. docs/allocators.md has more.
 */
#ifndef PAGEWISE_ALLOCATOR_H
#define PAGEWISE_ALLOCATOR_H

#include <stddef.h>

#if defined(__wasm__) && !defined(NDEBUG)
/* Weak, so that any number of files may define it, and the optimiser does not rely on what it does. */
#define PAGEWISE_ANNOUNCEMENT __attribute__((weak, noinline, nodebug)) void
#define PAGEWISE_KEEP(first, second) __asm__ volatile("" : : "r"(first), "r"(second) : "memory")
#else
#define PAGEWISE_ANNOUNCEMENT static __inline void
#define PAGEWISE_KEEP(first, second) ((void)(first), (void)(second))
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Your allocator hands out this block. Its bytes may lie anywhere, as in a block that came from malloc. */
PAGEWISE_ANNOUNCEMENT pagewise_allocated(void* block, size_t size) { PAGEWISE_KEEP(block, size); }

/* Your allocator got this block back. Nothing happens for a null pointer. */
PAGEWISE_ANNOUNCEMENT pagewise_released(void* block) { PAGEWISE_KEEP(block, 0); }

/* Your allocator took back every block that begins in these bytes, as when an arena is reset. */
PAGEWISE_ANNOUNCEMENT pagewise_released_all(void* start, size_t size) { PAGEWISE_KEEP(start, size); }

#ifdef __cplusplus
}
#endif

#undef PAGEWISE_ANNOUNCEMENT
#undef PAGEWISE_KEEP

#endif
