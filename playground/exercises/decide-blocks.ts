import type { Block, MemoryState } from '../trace/memory-state.ts';
import { counted, formatAddress, formatSize } from '../view-model/hexadecimal.ts';
import type { Verdict } from './attempt.ts';
import { failed, holds, passed } from './verdict.ts';

/** Blocks that a verdict names. */
const named = 3;

export function decideLeak({ heap, blocks }: Heap): Verdict {
  return holds(
    heap.liveBlocks === 0,
    () => `${counted(heap.liveBlocks, 'block')} not freed: ${inWords(live(blocks), heap.liveBlocks)}.`,
  );
}

export function decideLiveBlocks(count: number, { heap, blocks }: Heap): Verdict {
  const { liveBlocks } = heap;
  if (liveBlocks === count) return passed;
  if (liveBlocks === 0) return failed(`No block is live at the end. Wanted: ${count}.`);
  return failed(
    `Live at the end: ${counted(liveBlocks, 'block')}, not ${count}: ${inWords(live(blocks), liveBlocks)}.`,
  );
}

export function decideAllocations(
  isRight: (count: number) => boolean,
  wanted: string,
  { heap, blocks }: Heap,
): Verdict {
  const all = heap.liveBlocks + heap.freedBlocks;
  return holds(isRight(all), () => {
    const found = all === 0 ? 'no block' : `${counted(all, 'block')}: ${inWords(blocks, all)}`;
    return `The program allocated ${found}. Wanted: ${wanted}.`;
  });
}

type Heap = Pick<MemoryState, 'heap' | 'blocks'>;

const live = (blocks: readonly Block[]): readonly Block[] => blocks.filter(({ state }) => state === 'live');

/** The first of some blocks; `all` counts them all. */
function inWords(blocks: readonly Block[], all: number): string {
  const words = blocks
    .slice(0, named)
    .map(
      ({ id, size, address, allocatedBy }) =>
        `block ${id} (${formatSize(size)} at ${formatAddress(address)}, from ${allocatedBy})`,
    );
  if (all > words.length) words.push(`and ${all - words.length} more`);
  return words.join(', ');
}
