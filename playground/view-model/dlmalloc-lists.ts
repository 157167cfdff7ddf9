import type { FreeList, Piece } from './allocator-chunks.ts';
import type { DlmallocState } from './dlmalloc-walk.ts';
import { formatAddress, formatCount } from './hexadecimal.ts';
import type { MemoryWords } from './memory-words.ts';
import { type Place, rangeOf } from './place.ts';

/** Where `struct malloc_state` keeps its bins, in bytes: 32 small ones as pairs of pointers, then 32 roots of trees. */
const [smallBins, treeBins, bins] = [40, 304, 32];

/** Bin `index` holds chunks of exactly `8 * index` bytes. Its pair of pointers is used as if it were a chunk. */
const smallHead = (at: number, index: number): number => at + smallBins + index * 8;

/** Least size in tree `index`: two trees share each power of two (dlmalloc.c, `minsize_for_tree_index`). */
const treeSize = (index: number): number => 2 ** ((index >> 1) + 8) * (index % 2 === 0 ? 1 : 1.5);

const smallName = (index: number): string => `bin ${index}, chunks of ${index * 8} bytes`;
const treeName = (index: number): string => {
  const from = formatCount(treeSize(index));
  return `tree ${index}, chunks of ${from} bytes ${index === bins - 1 ? 'and more' : `to ${formatCount(treeSize(index + 1) - 8)}`}`;
};

/** The head of a list at an address, as chunks point at it; null when there is none. */
export function headPlace(address: number, at: number): Place | null {
  const small = (address - smallHead(at, 0)) / 8;
  if (Number.isInteger(small) && small >= 0 && small < bins) {
    return { range: rangeOf(address + 8, 8), label: `head of bin ${small}` };
  }
  const tree = (address - at - treeBins) / 4;
  const isTree = Number.isInteger(tree) && tree >= 0 && tree < bins;
  return isTree ? { range: rangeOf(address, 4), label: `root of tree ${tree}` } : null;
}

/** Lists and trees that are not empty, as their pointers link them. `isPartial`: not every free chunk is known. */
export async function dlmallocLists(
  memory: MemoryWords,
  { at, victim }: DlmallocState,
  free: ReadonlyMap<number, Piece>,
  isPartial: boolean,
): Promise<readonly FreeList[]> {
  const lists: FreeList[] = [];
  const list = (name: string, order: readonly number[], wrong: number | null) => {
    const chunks = order.flatMap((chunk) => free.get(chunk)?.place ?? []);
    const why = isPartial ? 'which the walk did not reach' : 'where no free chunk is';
    const broken = wrong === null ? null : `It goes on to ${formatAddress(wrong)}, ${why}.`;
    if (chunks.length > 0 || broken) lists.push({ name, chunks, broken });
  };
  if (free.has(victim))
    list('the chunk that small requests are cut from (“designated victim”), in no list', [victim], null);
  // The heads of empty bins and trees are left as they were: only the bit maps tell which are in use.
  const [smallMap = 0, treeMap = 0] = await memory.at(at, 2);
  const heads = await memory.at(at + smallBins, bins * 2 + 2);
  for (const index of bitsOf(smallMap)) {
    const { order, wrong } = await ring(memory, smallHead(at, index), heads[index * 2 + 2] ?? 0, free);
    list(smallName(index), order, wrong);
  }
  const roots = await memory.at(at + treeBins, bins);
  for (const index of bitsOf(treeMap)) {
    const { order, wrong } = await tree(memory, roots[index] ?? 0, free);
    list(treeName(index), order, wrong);
  }
  return lists;
}

/** The numbers of the bits that are set. */
const bitsOf = (map: number): readonly number[] =>
  Array.from({ length: bins }, (_, bit) => bit).filter((bit) => (map >>> bit) % 2 === 1);

interface Followed {
  readonly order: readonly number[];
  /** A pointer to what is no chunk of the list; null when all are good. */
  readonly wrong: number | null;
}

/** Chunks from `first` on, until a `next` points at `end`. */
async function ring(
  memory: MemoryWords,
  end: number,
  first: number,
  free: ReadonlyMap<number, Piece>,
): Promise<Followed> {
  const order = new Set<number>();
  let chunk = first;
  while (chunk !== end) {
    if (!free.has(chunk) || order.has(chunk)) return { order: [...order], wrong: chunk };
    order.add(chunk);
    [chunk = 0] = await memory.at(chunk + 8, 1);
  }
  return { order: [...order], wrong: null };
}

/** Every node of a tree, each with the ring of chunks that have its size. */
async function tree(memory: MemoryWords, root: number, free: ReadonlyMap<number, Piece>): Promise<Followed> {
  const order = new Set<number>();
  const waiting = root === 0 ? [] : [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!free.has(node) || order.has(node)) return { order: [...order], wrong: node };
    order.add(node);
    const [next = 0, , left = 0, right = 0] = await memory.at(node + 8, 4);
    const same = await ring(memory, node, next, free);
    for (const chunk of same.order) order.add(chunk);
    if (same.wrong !== null) return { order: [...order], wrong: same.wrong };
    waiting.push(...[right, left].filter((child) => child !== 0));
  }
  return { order: [...order], wrong: null };
}
