import {
  type AllocatorHeap,
  type AllocatorWord,
  numberAt,
  type Piece,
  pointerAt,
  wordBytes,
} from './allocator-chunks.ts';
import { type BlockFinder, ownerOf } from './block-finder.ts';
import { bucketPlace, emmallocLists } from './emmalloc-lists.ts';
import type { HeapWalk } from './heap-walk.ts';
import { formatAddress, formatSize } from './hexadecimal.ts';
import type { MemoryWords } from './memory-words.ts';
import type { Place } from './place.ts';

/** In the size at a chunk's end: it is free (emmalloc.c, FREE_REGION_FLAG). */
const freeBit = 1;
/** Bytes of the smallest chunk. */
const smallest = 16;

/**
 * The heap as emmalloc's sizes at both ends of each chunk tell it. Null where blocks lie in chunks that nobody knows
 * of: another allocator, mimalloc for one, takes its memory from emmalloc and cuts it up itself.
 */
export async function readEmmalloc(
  memory: MemoryWords,
  { roots, buckets }: { readonly roots: readonly number[]; readonly buckets: number },
  walk: HeapWalk,
  blocks: BlockFinder,
): Promise<AllocatorHeap | null> {
  for (const root of roots) {
    walk.goTo(root);
    if (!(await walkRoot(memory, root, walk, blocks))) return null;
  }
  const { damage, isCut, totals } = walk;
  const free = walk.freeBelow(0);
  const placeOf = (pointer: number): Place | null => free.get(pointer)?.place ?? bucketPlace(pointer, buckets);
  const chunks = await walk.describe((piece) => wordsOf(memory, piece, placeOf));
  const lists = await emmallocLists(memory, buckets, free, isCut || damage !== null);
  return { allocator: 'emmalloc', chunks, lists, totals, damage, isCut };
}

/** False when the chunks are another allocator's to cut up. */
async function walkRoot(memory: MemoryWords, root: number, walk: HeapWalk, blocks: BlockFinder): Promise<boolean> {
  const [, , end = root] = await memory.at(root, 3);
  for (let start = root; start < end && walk.goesOn(); ) {
    const [size = 0] = await memory.at(start, 1);
    const next = start + size;
    const isFitting = size >= smallest && size % 4 === 0 && next <= end;
    const [ceiling = 0] = isFitting ? await memory.at(next - 4, 1) : [];
    const isFree = ceiling === size + freeBit;
    const owner = ownerOf(walk.live, start + 4, next - 4, isFree);
    const why = whyNot(size, next, end, ceiling) ?? owner.contradiction;
    const [first] = blocks.startingIn(start + 4, next - 4);
    if (isFitting && ceiling === size && start !== root && first && first.address !== start + 4) return false;
    if (why) {
      // A chunk ends with its own size: it is the first thing behind its block.
      const [mine] = walk.live.startingIn(start + 4, start + 5);
      walk.stop({ start, end, word: size, why, ...(mine && { written: mine }) });
    } else if (start === root) walk.addOwn('root', start, size);
    else if (next === end) walk.addOwn('end', start, size);
    else if (isFree) walk.addFree('free', start, size);
    else walk.addUsed(start, size, owner.block, 8);
    start = next;
  }
  return true;
}

/** Why the sizes at both ends of a chunk cannot be true; null when they can. */
function whyNot(size: number, next: number, end: number, ceiling: number): string | null {
  if (size < smallest || size % 4 !== 0) return `no chunk has ${formatSize(size)}`;
  if (next > end) return `${formatSize(size)} would reach past the end at ${formatAddress(end)}`;
  if (ceiling === size || ceiling === size + freeBit) return null;
  return `the size at the chunk’s other end, at ${formatAddress(next - 4)}, reads ${wordBytes(ceiling)}`;
}

async function wordsOf(
  memory: MemoryWords,
  { kind, place: { range } }: Piece,
  placeOf: (pointer: number) => Place | null,
): Promise<readonly AllocatorWord[]> {
  const { start, end } = range;
  if (kind === 'other' || kind === 'unknown') return [];
  const [size = 0, second = 0, third = 0] = await memory.at(start, 3);
  const [ceiling = 0] = await memory.at(end - 4, 1);
  const words = [numberAt(start, size, `size ${size}`)];
  if (kind === 'root') {
    const before = second === 0 ? 'no stretch before' : `the stretch before, at ${formatAddress(second)}`;
    words.push(numberAt(start + 4, second, before));
    words.push(numberAt(start + 8, third, `this one ends at ${formatAddress(third)}`));
  }
  if (kind === 'free') {
    words.push(pointerAt(start + 4, second, 'previous', placeOf(second)));
    words.push(pointerAt(start + 8, third, 'next', placeOf(third)));
  }
  const again = kind === 'free' ? `${ceiling} = size ${size} + 1: free` : `size ${size} again; no 1: in use`;
  return [...words, numberAt(end - 4, ceiling, again)];
}
