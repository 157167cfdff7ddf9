import { type ByteRange, toAddress } from './memory-state.ts';

/** Some bytes, from `start` to before `end`. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** In order of address, without overlaps; pieces that touch are one. */
export function mergedRanges(pieces: readonly Piece[]): readonly ByteRange[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of pieces.toSorted((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged.map(({ start, end }) => ({ start: toAddress(start), end: toAddress(end) }));
}
