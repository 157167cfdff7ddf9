/** Error numbers of WASI preview 1 (`errno` in its witx description). */
export const errno = {
  success: 0,
  badf: 8,
  exist: 20,
  inval: 28,
  noent: 44,
  nosys: 52,
  notdir: 54,
  spipe: 70,
} as const;
