import type { Block, MemoryState } from '../trace/memory-state.ts';

/** A row of the heap's list: a block, or bytes between blocks. */
export type HeapRow =
  /** `depth`: how many of the blocks above it lie around it. */
  | { readonly kind: 'block'; readonly block: Block; readonly depth: number }
  | { readonly kind: 'gap'; readonly start: number; readonly size: number };

export type HeapOrder = 'allocation' | 'address';

/** Fewer bytes between blocks are the allocator's own: its headers, and what it rounds sizes up by. */
const smallestGap = 17;

/**
 * Blocks as they were allocated; or as they lie, with the gaps between them and up to the end of the heap. Below a block
 * come those that were taken from it.
 */
export function heapRows({ blocks, heapEnd, layout }: MemoryState, order: HeapOrder): readonly HeapRow[] {
  if (order === 'allocation') return blocks.map((block) => ({ kind: 'block', block, depth: 0 }));
  const rows: HeapRow[] = [];
  let end: number | null = null;
  const addGap = (to: number) => {
    if (end !== null && to - end >= smallestGap) rows.push({ kind: 'gap', start: end, size: to - end });
  };
  const { outer, innerOf } = nested(blocks);
  const add = (block: Block, depth: number) => {
    rows.push({ kind: 'block', block, depth });
    for (const inner of uncovered(innerOf.get(block.id) ?? [])) add(inner, depth + 1);
  };
  for (const block of uncovered(outer)) {
    addGap(block.address);
    add(block, 0);
    // What was announced in static data or on the stack is not the heap's.
    if (block.address >= (layout.heapBase ?? 0)) end = block.address + block.size;
  }
  if (heapEnd !== null) addGap(heapEnd);
  return rows;
}

/** Blocks apart from those that were taken from a block which is listed, too. */
function nested(blocks: readonly Block[]) {
  const outer: Block[] = [];
  const innerOf = new Map<number, Block[]>(blocks.map(({ id }) => [id, []]));
  for (const block of blocks) (innerOf.get(block.within ?? 0) ?? outer).push(block);
  return { outer, innerOf };
}

/** Blocks by address. Where addresses were used again, only the live one or the newest is left. */
function uncovered(blocks: readonly Block[]): readonly Block[] {
  const byAddress = [...blocks].sort((a, b) => a.address - b.address || a.id - b.id);
  const kept: Block[] = [];
  for (const block of byAddress) {
    for (let last = kept.at(-1); last && last.address + last.size > block.address; last = kept.at(-1)) {
      if (isOver(last, block)) break;
      kept.pop();
    }
    const last = kept.at(-1);
    if (!last || last.address + last.size <= block.address) kept.push(block);
  }
  return kept;
}

const isOver = (one: Block, other: Block): boolean =>
  one.state === other.state ? one.id > other.id : one.state === 'live';

/** How the free bytes of the heap are cut up. */
export interface Fragmentation {
  /** Places between live blocks, or behind the last one, in which a new block may fit. */
  readonly places: number;
  readonly bytes: number;
  readonly largest: number;
}

/** Null where not every live block is listed, or nobody knows where the heap ends. Bytes of the allocator's own are counted where they lie between others. */
export function fragmentation(state: MemoryState): Fragmentation | null {
  const live = state.blocks.filter((block) => block.state === 'live');
  if (live.length < state.heap.liveBlocks || live.length === 0 || state.heapEnd === null) return null;
  if (live.every(({ address }) => address < (state.layout.heapBase ?? 0))) return null;
  const gaps = heapRows({ ...state, blocks: live }, 'address').flatMap((row) => (row.kind === 'gap' ? [row.size] : []));
  const bytes = gaps.reduce((sum, size) => sum + size, 0);
  return { places: gaps.length, bytes, largest: Math.max(0, ...gaps) };
}
