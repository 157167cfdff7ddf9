import { type MemoryState, pageSize } from '../trace/memory-state.ts';
import type { MapScale, Strip } from './map-scale.ts';

/** A box of the tower: one page, or as many as must share a box to be seen. */
export interface PageBox extends Strip {
  readonly first: number;
  readonly last: number;
  /** Whether the last growth added it. */
  readonly isNew: boolean;
}

export interface Tick {
  readonly address: number;
  readonly y: number;
}

const lowestBox = 7;
const tickDistance = 44;

/** Pages that share one box of the tower: a power of two, so that boxes stay where they are while memory grows. */
export function pagesPerBox(scale: MapScale): number {
  return powerOfTwoFrom(lowestBox / (scale.pixelsPerByte * pageSize));
}

/** The visible boxes of the tower. Their number depends on the height of the map, not on that of the memory. */
export function pageBoxes({ pages, growths }: MemoryState, scale: MapScale): readonly PageBox[] {
  const each = pagesPerBox(scale);
  const grownFrom = growths.at(-1)?.from ?? pages;
  const boxes: PageBox[] = [];
  const { start, end } = scale.window;
  for (let first = Math.floor(start / pageSize / each) * each; first * pageSize < end && first < pages; first += each) {
    const last = Math.min(pages, first + each) - 1;
    const strip = scale.strip({ start: first * pageSize, end: (last + 1) * pageSize });
    if (strip) boxes.push({ ...strip, first, last, isNew: first >= grownFrom });
  }
  return boxes;
}

/** Round addresses at even distances. */
export function mapTicks(scale: MapScale): readonly Tick[] {
  const step = powerOfTwoFrom(tickDistance / scale.pixelsPerByte);
  const { start, end } = scale.window;
  const ticks: Tick[] = [];
  for (let address = Math.ceil(start / step) * step; address < end; address += step) {
    ticks.push({ address, y: scale.y(address) });
  }
  return ticks;
}

/** The smallest power of two, 1 or more, that is not below `value`. */
function powerOfTwoFrom(value: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(value)));
}
