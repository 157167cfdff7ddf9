import type { CodePlace } from '../../trace/memory-state.ts';
import type { SourceLocation } from '../run.ts';

/** Frames of a stack that are looked at: at -O0 a template of the library takes many. */
const deepest = 64;

/** Lets errors carry enough frames to reach the learner's own code below the library's. */
export function keepDeepStacks(): void {
  Error.stackTraceLimit = deepest;
}

/**
 * The innermost frame in the learner's own files. `find` gives the place of an offset in the module as it runs; `below`
 * names a function: frames above it are not the program's.
 */
export function locateFrame(
  { stack = '' }: Error,
  find: (offset: number) => CodePlace | null,
  below?: string,
): SourceLocation | null {
  const frames = below === undefined ? stack : stack.slice(Math.max(0, stack.indexOf(below)));
  for (const [, offset] of frames.matchAll(/wasm-function\[\d+\]:0x([0-9a-f]+)/g)) {
    const place = find(Number.parseInt(offset ?? '', 16));
    const path = place?.path.replace(/^\/program\//, '');
    // A path that is still absolute is a header of the library.
    if (!place || !path || path.startsWith('/')) continue;
    return { path, line: place.line, column: place.column > 0 ? place.column : null };
  }
  return null;
}
