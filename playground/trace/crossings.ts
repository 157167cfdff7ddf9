import type { ByteRange, CodePlace } from './memory-state.ts';

/** A value that was passed: as JavaScript saw it (`number`, `string`, `Uint8Array(4)`), or as Wasm did (`i32`). */
export interface PassedValue {
  readonly type: string;
  readonly text: string;
  /** The bytes that a view shows. */
  readonly range: ByteRange | null;
}

/** Bytes that JavaScript copied into memory or out of it, or the bytes that a view shows, which are not copied. */
export interface BoundaryCopy {
  readonly kind: 'copy';
  /** Steps that the run had made until then: at this step it has happened. */
  readonly step: number;
  readonly direction: 'in' | 'out' | 'view';
  readonly range: ByteRange;
  /** The functions that did it, outermost first: of the glue (`ccall`, `stringToUTF8`), or the script's own (`set`). */
  readonly by: readonly string[];
  /** Line of the script, if one was running. */
  readonly place: CodePlace | null;
  /** The string that was encoded or decoded; null for other bytes. */
  readonly string: { readonly encoding: string; readonly units: number; readonly text: string } | null;
}

/**
 * A call over the boundary between JavaScript and the program: `in` of one of its functions, `out` of one that it
 * imports; or `glue`, of a function of the glue's that may make such calls.
 */
export interface Crossing {
  readonly kind: 'crossing';
  /** Its ordinal in the run, from 1. */
  readonly number: number;
  readonly way: 'in' | 'out' | 'glue';
  readonly name: string;
  /** As the caller passed them, and as they reached Wasm or left it; the latter are empty for the glue's functions. */
  readonly args: readonly PassedValue[];
  readonly wired: readonly PassedValue[];
  /** Null when there is none. */
  readonly result: PassedValue | null;
  readonly wiredResult: PassedValue | null;
  readonly ending: 'returned' | 'threw' | 'open';
  /** Steps that the run had made when it began and when it was over. */
  readonly begun: number;
  readonly ended: number;
  /** The line that called. */
  readonly place: CodePlace | null;
  /** Ids of the first block allocated during it, and of the one after the last. */
  readonly blocks: readonly [from: number, to: number];
  /** What happened within it, in order. */
  readonly parts: readonly CrossingPart[];
}

export type CrossingPart = Crossing | BoundaryCopy;

/** What crossed the boundary in a run: calls with what happened within them, and copies outside of any call. */
export interface BoundaryHistory {
  readonly parts: readonly CrossingPart[];
  /** Whether there were more than are told. */
  readonly isFull: boolean;
}

/** All calls over the boundary among some parts, in order; calls of the glue's own functions are none. */
export function* crossingsIn(parts: readonly CrossingPart[]): Iterable<Crossing> {
  for (const part of parts) {
    if (part.kind === 'copy') continue;
    if (part.way !== 'glue') yield part;
    yield* crossingsIn(part.parts);
  }
}

/** Where to stand to see it: just before the line that calls, or just after the bytes were copied. */
export const goesTo = (part: Pick<BoundaryCopy, 'step'> | Pick<Crossing, 'begun'>): number =>
  'step' in part ? part.step : Math.max(0, part.begun - 1);
