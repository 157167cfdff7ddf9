import type { Layout } from '../trace/memory-state.ts';
import type { MemoryWords } from './memory-words.ts';

/** Where an allocator keeps its own static data. */
export type AllocatorStatics =
  /** `at`: the address of dlmalloc's `struct malloc_state`. */
  | { readonly allocator: 'dlmalloc'; readonly at: number }
  /** `buckets`: the address of emmalloc's free lists; `roots`: those of its stretches of memory, lowest first. */
  | { readonly allocator: 'emmalloc'; readonly buckets: number; readonly roots: readonly number[] };

/** Words of static data that are looked at together, and those of the longest structure that may begin in them. */
const [step, longest] = [16_384, 256];
/** Bytes of static data that are searched, from its end: libraries are linked last. */
const mostSearched = 4 * 1024 * 1024;
/** Words that are tried as roots of emmalloc's: more than any heap has pointers to itself in static data. */
const mostTried = 100_000;

/** Words of `struct malloc_state` in Emscripten's dlmalloc.c, 32-bit, without locks. */
const state = { topSize: 3, top: 6, smallBins: 10, segment: 112 } as const;
/** TOP_FOOT_SIZE: bytes behind `top` that are kept back for a segment's record. */
export const topFoot = 40;

/** Finds an allocator by what its static data must look like; null when there is none that can be decoded. */
export async function findStatics(memory: MemoryWords, { data, heapBase }: Layout): Promise<AllocatorStatics | null> {
  const end = Math.floor((data?.end ?? heapBase ?? 0) / 4) * 4;
  const start = Math.max(Math.ceil((data?.start ?? 0) / 4) * 4, end - mostSearched);
  let buckets: number | null = null;
  const pointers = new Set<number>();
  for (let from = end - step * 4; from > start - step * 4; from -= step * 4) {
    const low = Math.max(from, start);
    const words = await memory.at(low, Math.min(step + longest, (end - low) / 4));
    for (let index = 0; index < words.length; index++) {
      const word = words[index] as number;
      if (isDlmalloc(words, index, low + index * 4, memory.size)) return { allocator: 'dlmalloc', at: low + index * 4 };
      if (isBuckets(words, index, low + index * 4)) buckets = low + index * 4;
      if (word >= end && word % 8 === 0 && word < memory.size) pointers.add(word);
    }
  }
  if (buckets === null) return null;
  const roots = await longestChain(memory, pointers);
  return roots.length === 0 ? null : { allocator: 'emmalloc', buckets, roots };
}

/** The first two bins are never used: they point at themselves. `top` ends where its segment does. */
function isDlmalloc(words: readonly number[], index: number, at: number, memorySize: number): boolean {
  const word = (offset: number): number => words[index + offset] ?? 0;
  const bin = (number: number): number => at + (state.smallBins + number * 2) * 4;
  if (word(state.smallBins + 2) !== bin(0) || word(state.smallBins + 3) !== bin(0)) return false;
  if (word(state.smallBins + 4) !== bin(1) || word(state.smallBins + 5) !== bin(1)) return false;
  const [base, size, top] = [word(state.segment), word(state.segment + 1), word(state.top)];
  if (word(state.smallBins) !== 0 || base === 0 || base + size > memorySize) return false;
  return top >= base && top + word(state.topSize) + topFoot === base + size;
}

/** 64 circular lists: an empty one points at itself; sizes of the heads are 0. */
function isBuckets(words: readonly number[], index: number, at: number): boolean {
  if (index + longest > words.length) return false;
  for (let bucket = 0; bucket < 64; bucket++) {
    const [size, previous, next, end] = words.slice(index + bucket * 4, index + bucket * 4 + 4);
    const head = at + bucket * 16;
    if (size !== 0 || end !== 0 || !previous || !next || (previous === head) !== (next === head)) return false;
  }
  return true;
}

/** emmalloc's roots, each linked to the one before it: the longest chain that a pointer starts. */
async function longestChain(memory: MemoryWords, pointers: ReadonlySet<number>): Promise<readonly number[]> {
  let longestYet: readonly number[] = [];
  let tried = 0;
  for (const pointer of pointers) {
    const chain: number[] = [];
    let root = pointer;
    for (; root !== 0 && tried < mostTried; tried++) {
      const [size = 0, next = 0, end = 0] = await memory.at(root, 3);
      const [ceiling] = size >= 16 && size % 4 === 0 ? await memory.at(root + size - 4, 1) : [];
      // Each lies above the one before it, so a chain comes to its end.
      if (ceiling !== size || end <= root + size || end > memory.size || (next !== 0 && next >= root)) break;
      chain.unshift(root);
      root = next;
    }
    if (root === 0 && chain.length > longestYet.length) longestYet = chain;
  }
  return longestYet;
}
