import type { Moment } from '../trace/trace.ts';

/** Functions that change headers and lists, as allocators name their own versions of them. */
const entryPoints =
  /^(dl|emmalloc_|mi_|emscripten_builtin_|__libc_|__)?(malloc|calloc|realloc|free|valloc|pvalloc|memalign|aligned_alloc|posix_memalign)$/;

/**
 * The allocator's function that is open at a moment, as when a run ends within it; null when none is. What it keeps in
 * memory may then be half changed.
 */
export function allocatorAtWork({ frames }: Moment): string | null {
  return frames.find(({ name, isLibrary }) => isLibrary && entryPoints.test(name))?.name ?? null;
}
