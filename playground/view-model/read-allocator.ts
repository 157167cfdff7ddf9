import { type ByteSource, type MemoryState, pageSize } from '../trace/memory-state.ts';
import type { AllocatorHeap, NotDecoded } from './allocator-chunks.ts';
import { findStatics } from './allocator-statics.ts';
import { BlockFinder } from './block-finder.ts';
import { readDlmalloc } from './dlmalloc-chunks.ts';
import { readEmmalloc } from './emmalloc-chunks.ts';
import { HeapWalk } from './heap-walk.ts';
import { MemoryWords } from './memory-words.ts';

/** Reads the allocator's own structures as they lie in memory at the moment that a state describes. */
export async function readAllocator(bytes: ByteSource, state: MemoryState): Promise<AllocatorHeap | NotDecoded> {
  const { layout, blocks, heapEnd } = state;
  if (heapEnd !== null && heapEnd === layout.heapBase) return nothing('The allocator has not taken any memory yet.');
  const memory = new MemoryWords(bytes, state.pages * pageSize);
  const statics = await findStatics(memory, layout);
  const walk = new HeapWalk(memory, state);
  if (statics?.allocator === 'dlmalloc') return readDlmalloc(memory, statics.at, walk);
  const heap = statics && (await readEmmalloc(memory, statics, walk, new BlockFinder(blocks)));
  return heap ?? nothing(otherAllocator);
}

const otherAllocator =
  'Not recognised: these bytes are neither dlmalloc’s nor emmalloc’s. What mimalloc and a program’s own allocators keep is not decoded.';

const nothing = (reason: string): NotDecoded => ({ allocator: null, reason });
