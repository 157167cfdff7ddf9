/** Names of the allocator's functions, in the order of `allocator_call` in the engine. */
export const allocators = [
  'malloc',
  'calloc',
  'realloc',
  'aligned_alloc',
  'memalign',
  'posix_memalign',
  'new',
  'new[]',
] as const;
