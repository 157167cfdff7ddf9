import type { MemoryState } from '../trace/memory-state.ts';
import { pageSize, toAddress } from '../trace/memory-state.ts';
import type { Place } from './place.ts';
import { stackUse } from './stack-use.ts';

export type RegionKind = 'reserved' | 'data' | 'stack-unused' | 'stack-used' | 'heap' | 'gap' | 'free';

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
};

/** The regions of a memory by the linker's own symbols, whichever of data and stack comes first. */
export function regionsOf(state: MemoryState): readonly Region[] {
  const { layout, heapEnd } = state;
  const size = state.pages * pageSize;
  const { low } = stackUse(state);
  const wanted: [RegionKind, number, number][] = [
    ['data', layout.data.start, layout.data.end],
    ['stack-unused', layout.stack.start, low],
    ['stack-used', low, layout.stack.end],
    ['heap', layout.heapBase, heapEnd],
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
    if (start > end) add(end === 0 ? 'reserved' : 'gap', end, start);
    add(kind, start, stop);
  }
  add('gap', end, layout.heapBase);
  add('free', end, size);
  return regions;
}

/** The region a byte lies in, or null past the end of memory. */
export function regionAt(regions: readonly Region[], address: number): Region | null {
  return regions.find(({ range }) => address >= range.start && address < range.end) ?? null;
}
