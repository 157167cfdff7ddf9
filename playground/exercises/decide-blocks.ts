import type { Block } from '../trace/memory-state.ts';
import { counted, formatAddress, formatSize } from '../view-model/hexadecimal.ts';
import type { Verdict } from './attempt.ts';
import { failed, holds, passed } from './verdict.ts';

/** Blocks that a verdict names. */
const named = 3;

export function decideLeak(blocks: readonly Block[]): Verdict {
  const live = liveBlocks(blocks);
  return holds(live.length === 0, () => `${counted(live.length, 'block')} not freed: ${inWords(live)}.`);
}

export function decideLiveBlocks(count: number, blocks: readonly Block[]): Verdict {
  const live = liveBlocks(blocks);
  if (live.length === count) return passed;
  if (live.length === 0) return failed(`No block is live at the end. Wanted: ${count}.`);
  return failed(`Live at the end: ${counted(live.length, 'block')}, not ${count}: ${inWords(live)}.`);
}

export function decideAllocations(
  isRight: (count: number) => boolean,
  wanted: string,
  blocks: readonly Block[],
): Verdict {
  return holds(isRight(blocks.length), () => {
    const found = blocks.length === 0 ? 'no block' : `${counted(blocks.length, 'block')}: ${inWords(blocks)}`;
    return `The program allocated ${found}. Wanted: ${wanted}.`;
  });
}

const liveBlocks = (blocks: readonly Block[]): readonly Block[] => blocks.filter(({ state }) => state === 'live');

function inWords(blocks: readonly Block[]): string {
  const words = blocks
    .slice(0, named)
    .map(
      ({ id, size, address, allocatedBy }) =>
        `block ${id} (${formatSize(size)} at ${formatAddress(address)}, from ${allocatedBy})`,
    );
  if (blocks.length > named) words.push(`and ${blocks.length - named} more`);
  return words.join(', ');
}
