import { type ByteRange, type CodePlace, memoryOf } from './memory-state.ts';
import { mergedRanges, type Piece } from './merged-ranges.ts';
import type { TracedSource } from './script-frames.ts';
import type { ScriptAccess } from './script-history.ts';
import { placeOfStatement } from './script-mistakes.ts';

/** The bytes of memory that scripts read through views, by elements and by methods that use all of a view. */
export interface ViewReads {
  /** Without overlaps, in order of their addresses: a byte that was read twice is there once. */
  readonly ranges: readonly ByteRange[];
  /** The statement that read last, and its step; null where none did. */
  readonly last: { readonly step: number; readonly place: CodePlace | null } | null;
  /** Whether scripts went on when they had told all that they may. */
  readonly isFull: boolean;
}

/** What a script read of a run of so many steps. */
export function viewReadsOf(script: TracedSource | null | undefined, steps: number): ViewReads {
  if (!script) return { ranges: [], last: null, isFull: false };
  const { history } = script;
  let last: ScriptAccess | null = null;
  const read: Piece[] = [];
  for (const access of history.accesses()) {
    if (access.kind === 'write' || access.step > steps || memoryOf(access.address) !== 0) continue;
    read.push({ start: access.address, end: access.address + access.size });
    if (!last || access.step >= last.step) last = access;
  }
  return {
    ranges: mergedRanges(read),
    last: last && { step: last.step, place: placeOfStatement(script, last.statement) },
    isFull: history.isFull,
  };
}

/** How many of some bytes were read; `of` null: of all. */
export function bytesRead({ ranges }: Pick<ViewReads, 'ranges'>, of: ByteRange | null): number {
  const within = ({ start, end }: ByteRange) =>
    of ? Math.max(0, Math.min(end, of.end) - Math.max(start, of.start)) : end - start;
  return ranges.reduce((sum, range) => sum + within(range), 0);
}
