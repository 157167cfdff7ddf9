import { expect, it } from 'vitest';
import { type Block, toAddress } from '../trace/memory-state.ts';
import { exampleState } from './example-state.ts';
import { fragmentation, type HeapRow, heapRows } from './heap-rows.ts';

const block = (id: number, address: number, size: number, state: Block['state'] = 'live'): Block => {
  return { id, address: toAddress(address), size, state, allocatedBy: 'malloc' };
};
const announced = (id: number, address: number, size: number, within?: number): Block => {
  return { ...block(id, address, size), allocatedBy: 'announced', ...(within && { within }) };
};
const heapOf = (blocks: readonly Block[]) => ({
  ...exampleState,
  layout: { ...exampleState.layout, heapBase: toAddress(0x1000) },
  heapEnd: toAddress(0x1200),
  blocks,
  heap: { ...exampleState.heap, liveBlocks: blocks.filter(({ state }) => state === 'live').length },
});
const inWords = (rows: readonly HeapRow[]) =>
  rows.map((row) => (row.kind === 'gap' ? `gap of ${row.size}` : `${'- '.repeat(row.depth)}block ${row.block.id}`));

it('lists blocks as they lie, with the gaps between them', () => {
  const state = heapOf([block(1, 0x1100, 0x20), block(2, 0x1000, 0x80), block(3, 0x1090, 0x10)]);
  expect(inWords(heapRows(state, 'allocation'))).toEqual(['block 1', 'block 2', 'block 3']);
  // 16 bytes between blocks 2 and 3 are too few.
  expect(inWords(heapRows(state, 'address'))).toEqual(['block 2', 'block 3', 'gap of 96', 'block 1', 'gap of 224']);
  expect(fragmentation(state)).toEqual({ places: 2, bytes: 320, largest: 224 });
});

it('hides freed blocks whose bytes were used again, wherever they begin', () => {
  const freed = [block(1, 0x1000, 0x40, 'freed'), block(2, 0x1030, 0x40, 'freed'), block(3, 0x1060, 0x10, 'freed')];
  expect(inWords(heapRows(heapOf([...freed, block(4, 0x1010, 0x30)]), 'address'))).toEqual([
    'block 4',
    'gap of 32',
    'block 3',
    'gap of 400',
  ]);
});

it('counts freed blocks as free, and says nothing of a list that is cut', () => {
  const state = heapOf([block(1, 0x1000, 0x100), block(2, 0x1100, 0x80, 'freed')]);
  expect(fragmentation(state)).toEqual({ places: 1, bytes: 0x100, largest: 0x100 });
  expect(fragmentation({ ...state, heap: { ...state.heap, liveBlocks: 5 } })).toBeNull();
  expect(fragmentation(heapOf([]))).toBeNull();
});

it('lists blocks within a block below it, and counts no room in it or outside of the heap', () => {
  const inner = [announced(2, 0x1000, 0x20, 1), { ...announced(3, 0x1020, 0x10, 1), state: 'freed' as const }];
  const deeper = [announced(4, 0x1040, 0x80, 1), announced(5, 0x1048, 0x10, 4), announced(6, 0x400, 0x10)];
  const state = heapOf([block(1, 0x1000, 0x180), ...inner, ...deeper, block(7, 0x1190, 0x10)]);
  expect(inWords(heapRows(state, 'address'))).toEqual([
    ...['block 6', 'block 1', '- block 2', '- block 3', '- block 4', '- - block 5', 'block 7', 'gap of 96'],
  ]);
  expect(fragmentation(state)).toEqual({ places: 1, bytes: 96, largest: 96 });
  expect(fragmentation(heapOf([announced(1, 0x400, 0x10)]))).toBeNull();
});
