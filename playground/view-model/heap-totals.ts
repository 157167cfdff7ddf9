import type { Block } from '../trace/memory-state.ts';

export interface HeapTotals {
  readonly liveBlocks: number;
  readonly liveBytes: number;
  readonly freedBlocks: number;
  readonly freedBytes: number;
}

export function heapTotals(blocks: readonly Block[]): HeapTotals {
  let [liveBlocks, liveBytes, freedBlocks, freedBytes] = [0, 0, 0, 0];
  for (const { state, size } of blocks) {
    if (state === 'live') {
      liveBlocks++;
      liveBytes += size;
    } else {
      freedBlocks++;
      freedBytes += size;
    }
  }
  return { liveBlocks, liveBytes, freedBlocks, freedBytes };
}

/** The largest power of two that divides an address, up to a page: what the address is aligned to, in bytes. */
export function alignmentOf(address: number): number {
  if (address === 0) return 65_536;
  let alignment = 1;
  while (alignment < 65_536 && address % (alignment * 2) === 0) alignment *= 2;
  return alignment;
}
