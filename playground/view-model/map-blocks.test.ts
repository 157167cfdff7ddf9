import { expect, it } from 'vitest';
import { type Block, toAddress } from '../trace/memory-state.ts';
import { blockStrips } from './map-blocks.ts';
import { MapScale } from './map-scale.ts';

const block = (id: number, address: number, size: number, state: Block['state'] = 'live'): Block => ({
  id,
  address: toAddress(address),
  size,
  state,
  allocatedBy: 'malloc',
});

it('draws blocks that are large enough where they are', () => {
  const scale = new MapScale({ start: 0, end: 400 }, 400);
  expect(blockStrips([block(1, 40, 100), block(2, 200, 50, 'freed')], scale)).toMatchObject([
    { top: 40, height: 100, state: 'live', block: { id: 1 } },
    { top: 200, height: 50, state: 'freed', block: { id: 2 } },
  ]);
});

it('lets a live block hide the freed one whose place it took', () => {
  const scale = new MapScale({ start: 0, end: 400 }, 400);
  const strips = blockStrips([block(1, 100, 100, 'freed'), block(2, 100, 40)], scale);
  expect(strips).toMatchObject([
    { top: 100, height: 40, state: 'live', block: { id: 2 } },
    { top: 140, height: 60, state: 'freed', block: { id: 1 } },
  ]);
});

it('shares strips between blocks that are too small to be told apart, whatever their number', () => {
  const scale = new MapScale({ start: 0, end: 4_000_000 }, 400);
  const many = Array.from({ length: 100_000 }, (_, index) => block(index + 1, index * 40, 24));
  const strips = blockStrips(many, scale);
  expect(strips).toEqual([{ top: 0, height: 400, state: 'live', block: null }]);
});

it('draws a freed block that was taken from a live one', () => {
  const scale = new MapScale({ start: 0, end: 400 }, 400);
  const strips = blockStrips([block(1, 100, 100), { ...block(2, 120, 40, 'freed'), within: 1 }], scale);
  expect(strips).toMatchObject([
    { top: 100, height: 20, block: { id: 1 } },
    { top: 120, height: 40, state: 'freed', block: { id: 2 } },
    { top: 160, height: 40, block: { id: 1 } },
  ]);
});
