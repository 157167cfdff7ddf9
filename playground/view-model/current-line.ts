import type { CodePlace } from '../trace/memory-state.ts';
import type { Moment } from '../trace/trace.ts';

/** The line that an editor marks at a moment. */
export interface CurrentLine {
  readonly path: string;
  readonly line: number;
  /** Runs next, or waits for a library function that it called. */
  readonly kind: 'next' | 'called-from';
}

/** The line of the learner's own files where a moment stands; null at the end, and where no such line is under way. */
export function currentLine({ place, frames }: Moment, isOwn: (path: string) => boolean): CurrentLine | null {
  if (place && isOwn(place.path)) return lineOf(place, 'next');
  const caller = frames.findLast((frame) => frame.place && isOwn(frame.place.path))?.place;
  return caller ? lineOf(caller, 'called-from') : null;
}

const lineOf = ({ path, line }: CodePlace, kind: CurrentLine['kind']): CurrentLine => ({ path, line, kind });
