/**
 * Names of the allocator's functions, in the order of `allocator_call` in the engine. The last three are announcements
 * of the program's own allocator: see `pagewise/allocator.h`.
 */
export const allocators = [
  'malloc',
  'calloc',
  'realloc',
  'aligned_alloc',
  'memalign',
  'posix_memalign',
  'new',
  'new[]',
  'free',
  'delete',
  'delete[]',
  'announced',
  'released',
  'all released',
] as const;
