import type { CodePlace } from '../../playground/trace/memory-state.ts';
import type { Finding } from '../../playground/trace/trace.ts';

/** A finding as its author expects it: `detached view at lab.js:4, because of main.cpp:9`. */
export function findingInShort({ kind, place, cause }: Finding): string {
  const at = (where: CodePlace | null) => `${where?.path}:${where?.line}`;
  return `${kind} at ${at(place)}${cause ? `, because of ${at(cause.place)}` : ''}`;
}
