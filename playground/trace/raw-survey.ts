import type { EngineOverview } from './trace.ts';

/** The line at which a block began or ended: its step, and its place by the index in `sites()`; null where unknown. */
export type RawLine = readonly [step: number | null, site: number | null];

/** What the engine tells of a part of a run, as it writes it. Steps are those of its log. */
export interface RawSurvey extends EngineOverview {
  readonly blocks: readonly (readonly [id: number, allocated: RawLine | null, released: RawLine | null])[];
  /** The lines that open calls are at in the end, outermost first; calls that are at none are left out. */
  readonly lines: readonly number[];
  /** Addresses among the program's data that the allocator wrote: what they hold keeps no block alive. */
  readonly allocatorWords: readonly number[];
  /** The frame of `main`, from 1, and the blocks allocated before; null where it was not entered. */
  readonly main: readonly [function: number, depth: number, blocks: number] | null;
}
