import type { MemoryState } from '../trace/memory-state.ts';
import { pageSize, toAddress } from '../trace/memory-state.ts';
import type { Place } from './place.ts';
import { stackUse } from './stack-use.ts';

export type RegionKind = 'reserved' | 'data' | 'stack-unused' | 'stack-used' | 'heap' | 'gap' | 'free' | 'unknown';

/** One band of the map. Bands follow each other without a gap, from byte offset 0 to the end of memory. */
export interface Region extends Place {
  readonly kind: RegionKind;
}

const names: Record<RegionKind, string> = {
  reserved: 'Left empty',
  data: 'Static data',
  'stack-unused': 'Stack, never reached',
  'stack-used': 'Stack, used',
  heap: 'Heap',
  gap: 'Unused',
  free: 'Free',
  unknown: 'Not told by the module',
};

/** The letter that stands for a region beside its hue and its pattern. What no one owns has none. */
export const regionLetter: Record<RegionKind, string> = {
  reserved: '',
  data: 'D',
  'stack-unused': 'S',
  'stack-used': 'S',
  heap: 'H',
  gap: '',
  free: '',
  unknown: '?',
};

/**
 * The regions of a memory by the linker's own symbols, whichever of data and stack comes first. Where a module has not
 * all of them, what they do not name may be anything.
 */
export function regionsOf(state: MemoryState): readonly Region[] {
  const { layout, heapEnd } = state;
  const size = state.pages * pageSize;
  const { data, stack, heapBase } = layout;
  const low = stackUse(state)?.low ?? stack?.end ?? 0;
  const isWhole = data !== null && stack !== null && heapBase !== null && heapEnd !== null;
  const wanted: [RegionKind, number, number][] = [
    ['data', data?.start ?? 0, data?.end ?? 0],
    ['stack-unused', stack?.start ?? 0, low],
    ['stack-used', low, stack?.end ?? 0],
    ['heap', heapBase ?? 0, heapEnd ?? 0],
  ];
  const regions: Region[] = [];
  let end = 0;
  const add = (kind: RegionKind, start: number, stop: number) => {
    const from = Math.max(start, end);
    const to = Math.min(stop, size);
    if (to <= from) return;
    regions.push({ kind, label: names[kind], range: { start: toAddress(from), end: toAddress(to) } });
    end = to;
  };
  const placed = wanted.filter(([, start, stop]) => stop > start).sort((a, b) => a[1] - b[1]);
  for (const [kind, start, stop] of placed) {
    if (start > end) add(!isWhole ? 'unknown' : end === 0 ? 'reserved' : 'gap', end, start);
    add(kind, start, stop);
  }
  if (isWhole) add('gap', end, heapBase);
  add(isWhole ? 'free' : 'unknown', end, size);
  return regions;
}

/** The region a byte lies in, or null past the end of memory. */
export function regionAt(regions: readonly Region[], address: number): Region | null {
  return regions.find(({ range }) => address >= range.start && address < range.end) ?? null;
}
