// What the engine lists of a range of steps, as it writes it: see `event_listing` in the engine.

/** What can be listed, with the bits by which the engine knows it. */
export const listedBits = { steps: 1, stores: 2, allocations: 4, growth: 8, output: 16 } as const;
export type Listed = keyof typeof listedBits;

/** A place at which the program makes steps. Line 0 is unknown. */
export type RawSite = readonly [path: string, line: number, column: number, functionName: string];

/** The step whose line was running; null before the first one. */
type During = number | null;
export type RawStore = readonly [step: During, address: number, size: number, before: string, after: string];
export type RawAllocation = readonly [step: During, block: number, address: number, size: number, call: number];

/** Part of a listing: what was asked for, and nothing else. */
export interface RawEvents {
  /** The first of `steps`; the others follow it. */
  readonly first: number;
  readonly steps?: readonly (readonly [site: number | null, depth: number])[];
  readonly stores?: readonly RawStore[];
  readonly allocations?: readonly RawAllocation[];
  readonly releases?: readonly RawAllocation[];
  readonly growth?: readonly (readonly [step: During, from: number, to: number, byHost: 0 | 1])[];
  /** `ordinal`: how many outputs there were before it. */
  readonly output?: readonly (readonly [step: During, ordinal: number, stream: number, length: number])[];
}
