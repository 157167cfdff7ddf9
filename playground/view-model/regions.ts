import type { ByteRange, MemoryState } from '../trace/memory-state.ts';
import { pageSize, toAddress } from '../trace/memory-state.ts';

export type RegionKind = 'reserved' | 'data' | 'stack-unused' | 'stack-used' | 'heap' | 'free';

/** One band of the map. Bands follow each other without a gap, from byte offset 0 to the end of memory. */
export interface Region {
  readonly kind: RegionKind;
  readonly name: string;
  readonly range: ByteRange;
}

const names: Record<RegionKind, string> = {
  reserved: 'Below the data',
  data: 'Static data',
  'stack-unused': 'Stack, not reached yet',
  'stack-used': 'Stack, used',
  heap: 'Heap',
  free: 'Free',
};

/** The letter that stands for a region beside its hue and its pattern. */
export const regionLetter: Record<RegionKind, string> = {
  reserved: '0',
  data: 'D',
  'stack-unused': 's',
  'stack-used': 'S',
  heap: 'H',
  free: 'F',
};

/** The regions of a memory by the linker's own symbols, whichever of data and stack comes first. */
export function regionsOf(state: MemoryState): readonly Region[] {
  const { layout, stackLow, heapEnd } = state;
  const size = state.pages * pageSize;
  const wanted: [RegionKind, number, number][] = [
    ['data', layout.data.start, layout.data.end],
    ['stack-unused', layout.stack.start, stackLow],
    ['stack-used', stackLow, layout.stack.end],
    ['heap', layout.heapBase, heapEnd],
  ];
  const regions: Region[] = [];
  let end = 0;
  const add = (kind: RegionKind, start: number, stop: number) => {
    const from = Math.max(start, end);
    const to = Math.min(stop, size);
    if (to <= from) return;
    regions.push({ kind, name: names[kind], range: { start: toAddress(from), end: toAddress(to) } });
    end = to;
  };
  for (const [kind, start, stop] of wanted.sort((a, b) => a[1] - b[1])) {
    if (start > end) add(end === 0 ? 'reserved' : 'free', end, start);
    add(kind, start, stop);
  }
  add('free', end, size);
  return regions;
}

/** The region a byte lies in, or null past the end of memory. */
export function regionAt(regions: readonly Region[], address: number): Region | null {
  return regions.find(({ range }) => address >= range.start && address < range.end) ?? null;
}
