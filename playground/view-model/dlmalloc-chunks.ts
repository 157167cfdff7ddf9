import { type AllocatorHeap, type AllocatorWord, numberAt, type Piece, pointerAt } from './allocator-chunks.ts';
import { dlmallocLists, headPlace } from './dlmalloc-lists.ts';
import { headBits, readState, walkDlmalloc } from './dlmalloc-walk.ts';
import type { HeapWalk } from './heap-walk.ts';
import { formatAddress } from './hexadecimal.ts';
import type { MemoryWords } from './memory-words.ts';
import { type Place, sizeOf } from './place.ts';

/** Chunks from this size on are kept in trees. */
const treeSize = 256;

/** The heap as dlmalloc's `struct malloc_state` at an address and the headers tell it. */
export async function readDlmalloc(memory: MemoryWords, at: number, walk: HeapWalk): Promise<AllocatorHeap> {
  const state = await readState(memory, at);
  await walkDlmalloc(memory, state, walk);
  const { damage, isCut, totals } = walk;
  const free = walk.freeBelow(4);
  const placeOf = (pointer: number): Place | null => free.get(pointer)?.place ?? headPlace(pointer, at);
  const chunks = await walk.describe((piece) => wordsOf(memory, piece, state.victim, placeOf));
  const lists = await dlmallocLists(memory, state, free, isCut || damage !== null);
  return { allocator: 'dlmalloc', chunks, lists, totals, damage, isCut };
}

async function wordsOf(
  memory: MemoryWords,
  { kind, place: { range } }: Piece,
  victim: number,
  placeOf: (pointer: number) => Place | null,
): Promise<readonly AllocatorWord[]> {
  const { start, end } = range;
  if (kind === 'other' || kind === 'unknown' || kind === 'padding') return [];
  const [head = 0, ...rest] = await memory.at(start, 7);
  if (kind === 'end') {
    const isFence = head === headBits.all;
    return [numberAt(start, head, isFence ? 'in use for ever' : `${head} bytes, from the 4 before on, kept for marks`)];
  }
  const words = [numberAt(start, head, headInWords(head))];
  if (kind === 'record') {
    const [base = 0, size = 0] = rest;
    words.push(numberAt(start + 4, base, `this segment starts at ${formatAddress(base)}`));
    words.push(numberAt(start + 8, size, `it has ${size} bytes`));
  }
  if (kind !== 'free') return words;
  const pointers = start - 4 === victim ? [] : pointersOf(sizeOf(range), rest[4] !== 0);
  for (const [index, what] of pointers.entries()) {
    const word = rest[index] ?? 0;
    words.push(pointerAt(start + 4 + index * 4, word, what, placeOf(word)));
  }
  const [foot = 0] = await memory.at(end - 4, 1);
  return [...words, numberAt(end - 4, foot, `size ${foot} again, for the chunk behind`)];
}

/** Of several chunks of one size only one is in a tree; the others hang off it in a ring. */
function pointersOf(size: number, isInTree: boolean): readonly string[] {
  const ring = ['next', 'previous'];
  return size >= treeSize && isInTree ? [...ring, 'left child', 'right child', 'parent'] : ring;
}

/** A header as the sum it is. */
function headInWords(head: number): string {
  const set = [`${head} = size ${head - (head & headBits.all)}`];
  const clear: string[] = [];
  if (head & headBits.inUse) set.push('2: in use');
  else clear.push('no 2: free');
  if (head & headBits.previousInUse) set.push('1: the one before is in use');
  else clear.push('no 1: the one before is free');
  return [set.join(' + '), ...clear].join('; ');
}
