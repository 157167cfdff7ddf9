import { describe, expect, it } from 'vitest';
import { type CompileSettings, defaultSettings } from '../compiler/compilation.ts';
import { createNodeCompiler } from '../compiler/node-compiler.ts';
import { runInNode } from '../session/node/run-in-node.ts';
import type { ByteSource, MemoryState } from '../trace/memory-state.ts';
import { type AllocatorHeap, mostChunks } from './allocator-chunks.ts';
import { formatAddress } from './hexadecimal.ts';
import { sizeOf } from './place.ts';
import { readAllocator } from './read-allocator.ts';

type Allocator = CompileSettings['allocator'];
const compiler = createNodeCompiler();
const modules = new Map<string, Promise<Uint8Array>>();

/** Statements of a C program that ends by telling what the allocator itself says of each block, and of all. */
async function build(allocator: Allocator, body: string): Promise<Uint8Array> {
  const text = `#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
static char* p[1000];
static unsigned seed;
static unsigned below(unsigned limit) { seed = seed * 1664525 + 1013904223; return (seed >> 8) % limit; }
int main(int argc, char** argv) {
  seed = argc > 1 ? atoi(argv[1]) : 0;
  ${body}
  struct mallinfo info = ${allocator === 'mimalloc' ? '{0}' : 'mallinfo()'};
  printf("%zu %zu %zu\\n", (size_t)info.ordblks, (size_t)info.fordblks, (size_t)info.uordblks);
  for (int i = 0; i < 1000; ++i) if (p[i]) printf("%zu %zu\\n", (size_t)p[i], malloc_usable_size(p[i]));
  return 0;
}`;
  const settings = { ...defaultSettings, standard: 'c17', allocator } as const;
  const compiled = await compiler.compile([{ path: 'main.c', text }], settings);
  if (compiled.status !== 'compiled') throw new Error(JSON.stringify(compiled));
  return compiled.wasm;
}

async function run(allocator: Allocator, body: string, ...args: readonly string[]) {
  const key = `${allocator} ${body}`;
  const wasm = modules.get(key) ?? build(allocator, body);
  modules.set(key, wasm);
  let said = '';
  const live = await runInNode({
    ...{ wasm: await wasm, arguments: args, stdin: new Uint8Array(), stderr: () => {} },
    stdout: (bytes) => {
      said += new TextDecoder().decode(bytes);
    },
  });
  expect(live.outcome).toMatchObject({ status: 'finished' });
  const [info = [], ...usable] = said
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ').map(Number));
  return { state: live.state, memory: live.memory, info, usable: new Map(usable as [number, number][]) };
}

const source = (memory: Uint8Array): ByteSource => ({ read: async ({ start, end }) => memory.slice(start, end) });

async function decode({ state, memory }: { readonly state: MemoryState; readonly memory: Uint8Array }) {
  const heap = await readAllocator(source(memory), state);
  if (heap.allocator === null) throw new Error(heap.reason);
  return heap;
}

const headers = { dlmalloc: { before: 4, in: 4 }, emmalloc: { before: 4, in: 8 } } as const;

/** The decoded heap, which was held against the program's blocks, `malloc_usable_size` and `mallinfo`. */
async function agreed(allocator: 'dlmalloc' | 'emmalloc', ran: Awaited<ReturnType<typeof run>>) {
  const { state, info, usable } = ran;
  const heap = await decode(ran);
  expect(heap).toMatchObject({ allocator, damage: null, isCut: false });
  // No byte between the heap's ends is told twice, and none is left out.
  let reached: number = state.layout.heapBase ?? 0;
  for (const { place } of heap.chunks) {
    expect(place.range.start).toBe(reached);
    reached = place.range.end;
  }
  const [chunks, found] = [heap.chunks, new Map<number, number>()];
  for (const { kind, block, place } of chunks) {
    if (kind !== 'used') continue;
    expect(block?.address).toBe(place.range.start + headers[allocator].before);
    found.set(block?.address ?? 0, sizeOf(place.range) - headers[allocator].in);
  }
  const live = state.blocks.filter((block) => block.state === 'live');
  expect([...found.keys()].sort()).toEqual(live.map(({ address }) => address as number).sort());
  for (const [address, size] of usable) expect(found.get(address)).toBe(size);
  expect(usable.size).toBeGreaterThan(0);
  const { free, freeBytes } = heap.totals;
  if (allocator === 'dlmalloc') expect([free, freeBytes + 40]).toEqual(info.slice(0, 2));
  else expect(freeBytes - 8 * free).toBe(info[1]);
  // Every free chunk is in one list; `top` is in none.
  const listed = heap.lists.flatMap((list) => list.chunks.map(({ range }) => range.start as number));
  const freeChunks = chunks.filter(({ kind }) => kind === 'free').map(({ place }) => place.range.start as number);
  expect(listed.sort()).toEqual(freeChunks.sort());
  expect(heap.lists.filter(({ broken }) => broken)).toEqual([]);
  return heap;
}

const inWords = ({ chunks }: AllocatorHeap) =>
  chunks.map(
    ({ place, overhead }) => `${place.label} ${sizeOf(place.range)}${overhead === null ? '' : ` +${overhead}`}`,
  );

const programs = {
  'blocks that stay': 'for (int i = 0; i < 5; ++i) p[i] = malloc(i * 13);',
  'holes and neighbours that are joined':
    'for (int i = 0; i < 8; ++i) p[i] = malloc(100); for (int i = 1; i < 5; ++i) { free(p[i]); p[i] = 0; } free(p[6]); p[6] = 0;',
  'realloc in place, moved and cut':
    'p[0] = malloc(40); p[1] = malloc(40); p[0] = realloc(p[0], 400); p[2] = malloc(600); p[2] = realloc(p[2], 90); p[1] = realloc(p[1], 47);',
  'aligned blocks':
    'p[0] = malloc(3); p[1] = aligned_alloc(64, 128); p[2] = memalign(4096, 10); posix_memalign((void**)&p[3], 256, 1); free(p[1]); p[1] = 0;',
  'a heap in many pieces':
    'for (int i = 0; i < 200; ++i) p[i] = malloc(16 + i * 8); for (int i = 0; i < 200; i += 3) { free(p[i]); p[i] = 0; } for (int i = 1; i < 200; i += 9) { free(p[i]); p[i] = 0; }',
  'a heap that grows, also past memory that others took':
    'p[0] = malloc(300000); p[1] = malloc(50); sbrk(5000); p[2] = malloc(400000); free(p[0]); p[0] = 0; sbrk(16); p[3] = malloc(900000); p[4] = calloc(3, 3);',
};

const shuffle = `for (int step = 0; step < 400; ++step) {
  unsigned at = below(60), size = below(8) ? below(300) : below(6000);
  switch (below(5)) {
    case 0: case 1: if (!p[at]) { p[at] = malloc(size); break; }
    case 2: free(p[at]); p[at] = 0; break;
    case 3: if (p[at] && size) p[at] = realloc(p[at], size); break;
    default: if (!p[at]) p[at] = memalign(16u << below(5), size);
  }
}
if (!p[0]) p[0] = malloc(1);`;

describe.each(['dlmalloc', 'emmalloc'] as const)('%s is decoded as it says itself:', (allocator) => {
  it.each(Object.entries(programs))('%s', async (_, body) => {
    await agreed(allocator, await run(allocator, body));
  });

  it('whatever a program allocated and freed', async () => {
    for (let seed = 1; seed <= 25; seed++) await agreed(allocator, await run(allocator, shuffle, `${seed}`));
  });

  it('in the order of its lists, each pointer to its neighbour', async () => {
    const body =
      'for (int i = 0; i < 9; ++i) p[i] = malloc(40); for (int i = 0; i < 8; i += 2) { free(p[i]); p[i] = 0; }';
    const ran = await run(allocator, body);
    const heap = await agreed(allocator, ran);
    const free = new Map(heap.chunks.map((chunk) => [chunk.place.range.start as number, chunk]));
    const rings = heap.lists.filter(({ name, chunks }) => chunks.length > 1 && !name.startsWith('tree'));
    expect(rings.length).toBeGreaterThan(0);
    for (const { chunks } of rings) {
      const next = chunks.map(
        ({ range }) => free.get(range.start)?.words.find(({ meaning }) => meaning === 'next')?.to,
      );
      expect(next.slice(0, -1)).toEqual(chunks.slice(1));
      expect(next.at(-1)?.label).toMatch(/^head of /);
    }
  });

  it('and the walk ends where a header was written over', async () => {
    const ran = await run(allocator, 'for (int i = 0; i < 5; ++i) p[i] = malloc(24);');
    const block = ran.state.blocks.find(({ id }) => id === 3);
    if (!block) throw new Error('there is a third block');
    for (const bytes of [[0x41, 0x41, 0x41, 0x41], [0, 0, 0, 0], [0x63], [0x41], [0x3b], [0xff, 0xff, 0xff, 0xff]]) {
      const memory = ran.memory.slice();
      memory.set(bytes, block.address + (allocator === 'dlmalloc' ? 28 : 24));
      const heap = await decode({ state: ran.state, memory });
      expect(heap.damage?.text).toContain('past the end of block 3.');
      expect(heap.chunks.at(-1)?.kind).toBe('unknown');
      expect(heap.chunks.filter(({ kind }) => kind === 'used').length).toBeLessThan(5);
    }
  });

  it('without end or failure, however its bytes are damaged', async () => {
    const ran = await run(allocator, shuffle, '7');
    const { heapBase, data } = ran.state.layout;
    const headersOf = (await decode(ran)).chunks.flatMap(({ words }) => words.map(({ address }) => address));
    let [damaged, seed] = [0, 1];
    const below = (limit: number) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * limit);
    };
    for (let round = 0; round < 400; round++) {
      const memory = ran.memory.slice();
      const view = new DataView(memory.buffer);
      for (let writes = 1 + below(3); writes > 0; writes--) {
        const statics = Math.ceil(((data?.start ?? 0) + below(3000)) / 4) * 4;
        const at = below(4) === 0 ? statics : (headersOf[below(headersOf.length)] ?? 0);
        // A number like a header, a pointer into the heap, or anything.
        view.setUint32(at, [below(600), (heapBase ?? 0) + below(3000) * 4, below(2 ** 32)][below(3)] ?? 0, true);
      }
      const heap = await readAllocator(source(memory), ran.state);
      if (heap.allocator === null || heap.damage || heap.lists.some(({ broken }) => broken)) damaged++;
    }
    expect(damaged).toBeGreaterThan(300);
  });

  it('at most so many chunks, with the numbers of all', async () => {
    const ran = await run(allocator, 'for (int i = 0; i < 900; ++i) p[i] = malloc(9);');
    const heap = await decode(ran);
    expect([heap.chunks.length, heap.totals.used]).toEqual([mostChunks, 900]);
  });
});

const wordsInWords = ({ chunks }: AllocatorHeap) =>
  chunks.map(({ words }) => words.map(({ bytes, meaning, to }) => `${bytes} ${meaning}${to ? ` → ${to.label}` : ''}`));
const small = 'p[0] = malloc(24); p[1] = malloc(24); p[2] = malloc(5); free(p[1]); p[1] = 0;';

it('tells each header of a small heap of dlmalloc', async () => {
  const heap = await agreed('dlmalloc', await run('dlmalloc', small));
  expect(inWords(heap)).toEqual([
    'padding 4 +4',
    'chunk of block 1 32 +8',
    'free chunk 32',
    'chunk of block 3 16 +11',
    'top 4792',
    'end mark 36 +36',
  ]);
  const [padding, first, free, third, top, end] = wordsInWords(heap);
  expect(padding).toEqual([]);
  expect(first).toEqual(['23 00 00 00 35 = size 32 + 2: in use + 1: the one before is in use']);
  expect(free).toEqual([
    '21 00 00 00 33 = size 32 + 1: the one before is in use; no 2: free',
    expect.stringMatching(/^(\w\w ){4}next → head of bin 4$/),
    expect.stringMatching(/^(\w\w ){4}previous → head of bin 4$/),
    '20 00 00 00 size 32 again, for the chunk behind',
  ]);
  expect(third).toEqual(['12 00 00 00 18 = size 16 + 2: in use; no 1: the one before is free']);
  expect(top).toEqual(['B9 12 00 00 4793 = size 4792 + 1: the one before is in use; no 2: free']);
  expect(end).toEqual(['28 00 00 00 40 bytes, from the 4 before on, kept for marks']);
  expect(heap.lists).toEqual([{ name: 'bin 4, chunks of 32 bytes', chunks: [heap.chunks[2]?.place], broken: null }]);
});

it('tells both sizes of each chunk of a small heap of emmalloc', async () => {
  const heap = await agreed('emmalloc', await run('emmalloc', small));
  expect(inWords(heap)).toEqual([
    'start of a stretch 20 +20',
    'chunk of block 1 32 +8',
    'free chunk 32',
    'chunk of block 3 20 +15',
    'end mark 16 +16',
  ]);
  const [root, first, free] = wordsInWords(heap);
  const end = heap.chunks.at(-1)?.place.range.end ?? 0;
  expect(root?.slice(0, 3)).toEqual([
    '14 00 00 00 size 20',
    '00 00 00 00 no stretch before',
    expect.stringContaining(`this one ends at ${formatAddress(end)}`),
  ]);
  expect(first).toEqual(['20 00 00 00 size 32', '20 00 00 00 size 32 again; no 1: in use']);
  expect(free).toEqual([
    '20 00 00 00 size 32',
    expect.stringMatching(/previous → head of list 2$/),
    expect.stringMatching(/next → head of list 2$/),
    '21 00 00 00 33 = size 32 + 1: free',
  ]);
  expect(heap.lists).toEqual([
    { name: 'list 2, room for 24 bytes to 31', chunks: [heap.chunks[2]?.place], broken: null },
  ]);
});

it('knows when dlmalloc has taken nothing yet', async () => {
  const { state, memory } = await run('dlmalloc', '');
  const untouched = { ...state, heapEnd: state.layout.heapBase };
  expect(await readAllocator(source(memory), untouched)).toEqual({
    allocator: null,
    reason: 'The allocator has not taken any memory yet.',
  });
});

it('says that mimalloc is not decoded, although it takes its memory from emmalloc', async () => {
  for (const body of [
    'p[0] = malloc(8);',
    'free(malloc(8));',
    'p[0] = malloc(100); p[1] = malloc(70000); free(p[1]); p[1] = 0;',
  ]) {
    const { state, memory } = await run('mimalloc', body);
    expect(await readAllocator(source(memory), state)).toMatchObject({ allocator: null });
  }
});
