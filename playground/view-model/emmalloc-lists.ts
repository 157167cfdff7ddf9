import type { FreeList, Piece } from './allocator-chunks.ts';
import { formatAddress, formatCount } from './hexadecimal.ts';
import type { MemoryWords } from './memory-words.ts';
import { type Place, rangeOf } from './place.ts';

/** Bytes of a list's head: it is made like a chunk. */
const headSize = 16;

/** Least size of a block in each of the 64 lists (emmalloc.c, before `compute_free_list_bucket`). */
const least: readonly number[] = [
  ...Array.from({ length: 15 }, (_, index) => 8 + index * 8),
  ...[160, 192, 224],
  ...[256, 512, 1024, 2048].flatMap((size) => [1, 1.25, 1.5, 1.75].map((part) => size * part)),
  6144,
  ...Array.from({ length: 29 }, (_, index) => 2 ** (13 + (index >> 1)) * (index % 2 === 0 ? 1 : 1.5)),
];

function bucketName(index: number): string {
  const [from = 0, next] = [least[index], least[index + 1]];
  const to = next === undefined ? 'and more' : `to ${formatCount(next - 1)}`;
  return `list ${index}, room for ${formatCount(from)} bytes ${to}`;
}

/** The head of a list at an address; null when there is none. */
export function bucketPlace(pointer: number, buckets: number): Place | null {
  const index = (pointer - buckets) / headSize;
  const isHead = Number.isInteger(index) && index >= 0 && index < least.length;
  return isHead ? { range: rangeOf(pointer, headSize), label: `head of list ${index}` } : null;
}

/** Lists that are not empty, as their pointers link them. `isPartial`: not every free chunk is known. */
export async function emmallocLists(
  memory: MemoryWords,
  buckets: number,
  free: ReadonlyMap<number, Piece>,
  isPartial: boolean,
): Promise<readonly FreeList[]> {
  const heads = await memory.at(buckets, least.length * 4);
  const lists: FreeList[] = [];
  for (let index = 0; index < least.length; index++) {
    const order = new Set<Piece>();
    let broken: string | null = null;
    for (let chunk = heads[index * 4 + 2] ?? 0; chunk !== buckets + index * headSize; ) {
      const piece = free.get(chunk);
      if (!piece || order.has(piece)) {
        const why = isPartial ? 'which the walk did not reach' : 'where no free chunk is';
        broken = `It goes on to ${formatAddress(chunk)}, ${why}.`;
        break;
      }
      order.add(piece);
      [, , chunk = 0] = await memory.at(chunk, 3);
    }
    if (order.size > 0 || broken)
      lists.push({ name: bucketName(index), chunks: [...order].map(({ place }) => place), broken });
  }
  return lists;
}
