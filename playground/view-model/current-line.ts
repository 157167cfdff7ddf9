import type { CodePlace } from '../trace/memory-state.ts';
import type { Moment } from '../trace/trace.ts';

/** The line that an editor marks at a moment. */
export interface CurrentLine {
  readonly path: string;
  readonly line: number;
  /** Runs next, or waits for a library function that it called. */
  readonly kind: 'next' | 'called-from';
}

/**
 * The line of the learner's own files where a moment stands; null at the end, and where no such line is under way.
 * `fileOf` tells the file of a path of the debug information; null for what is not the learner's.
 */
export function currentLine({ place, frames }: Moment, fileOf: (path: string) => string | null): CurrentLine | null {
  const lineIn = (at: CodePlace | null, kind: CurrentLine['kind']): CurrentLine | null => {
    const path = at ? fileOf(at.path) : null;
    return at && path !== null ? { path, line: at.line, kind } : null;
  };
  const next = lineIn(place, 'next');
  if (next) return next;
  for (const frame of [...frames].reverse()) {
    const caller = lineIn(frame.place, 'called-from');
    if (caller) return caller;
  }
  return null;
}
