import type { Block } from '../trace/memory-state.ts';

/** Blocks by address, to tell which of them a chunk holds. */
export class BlockFinder {
  readonly #blocks: readonly Block[];

  constructor(blocks: readonly Block[]) {
    this.#blocks = [...blocks].sort((a, b) => a.address - b.address || b.size - a.size);
  }

  /** Blocks that start in these bytes, by address. Of some that start together the largest is first: the others lie in it. */
  startingIn(start: number, end: number): readonly Block[] {
    let [low, high] = [0, this.#blocks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#blocks[middle] as Block).address < start) low = middle + 1;
      else high = middle;
    }
    let stop = low;
    while (stop < this.#blocks.length && (this.#blocks[stop] as Block).address < end) stop++;
    return this.#blocks.slice(low, stop);
  }
}

/** The live block that a chunk's payload holds, or why its header cannot be true. */
export function ownerOf(
  live: BlockFinder,
  start: number,
  end: number,
  isFree: boolean,
): { readonly block: Block | null; readonly contradiction: string | null } {
  const inside = live.startingIn(start, end);
  const first = inside[0];
  if (!first) return { block: null, contradiction: null };
  if (isFree) return { block: null, contradiction: `it says free, but block ${first.id} is live there` };
  const block = first.address === start ? first : null;
  const blockEnd = block ? block.address + block.size : start;
  if (block && blockEnd > end) {
    return { block, contradiction: `it has room for ${end - start} bytes, but block ${block.id} has ${block.size}` };
  }
  // A program's own allocator may cut up a block that it got: its blocks lie within that one.
  const stray = inside.find((each) => each !== block && each.address + each.size > blockEnd);
  return { block, contradiction: stray ? `the chunk would cover block ${stray.id} too` : null };
}
