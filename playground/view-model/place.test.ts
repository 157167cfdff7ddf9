import { expect, it } from 'vitest';
import { toAddress } from '../trace/memory-state.ts';
import { exampleState } from './example-state.ts';
import { pickAt } from './map-pick.ts';
import { MapScale, wholeMemory } from './map-scale.ts';
import { blockOf, isSamePlace, rangeOf, viewOf } from './place.ts';
import { regionsOf } from './regions.ts';
import { overflowInWords, stackInWords } from './stack-use.ts';
import { viewLanes } from './view-lanes.ts';

const pick = (scale: MapScale, y: number) => pickAt(exampleState, regionsOf(exampleState), scale, y)?.label;

it('a click means the region in the whole memory, the block once it can be seen, the byte when it has a row', () => {
  expect(pick(new MapScale(wholeMemory(0x40000), 400), 120)).toBe('Heap');
  expect(pick(new MapScale({ start: 0x10500, end: 0x10600 }, 400), 100)).toBe('block 2');
  expect(pick(new MapScale({ start: 0x410, end: 0x420 }, 400), 30)).toBe('0x00411');
});

it('a place stands for its block or view by name, and nothing else does', () => {
  expect(blockOf(exampleState, { range: rangeOf(0x10530, 100), label: 'block 2' })?.id).toBe(2);
  expect(viewOf(exampleState, { range: rangeOf(0, 1), label: 'view 1' })?.id).toBe(1);
  expect(blockOf(exampleState, { range: rangeOf(0x10530, 100), label: 'greeting' })).toBeNull();
  const one = { range: rangeOf(16, 4), label: 'block 1' };
  expect(isSamePlace(one, { ...one })).toBe(true);
  expect(isSamePlace(one, { ...one, range: rangeOf(32, 4) })).toBe(false);
});

it('tells how much of the stack was used, and when it ran over into the data', () => {
  expect(stackInWords(exampleState)).toBe('512 of 65,536 bytes used at most, 128 now');
  expect(overflowInWords(exampleState)).toBeNull();
  const over = { ...exampleState, stackLow: toAddress(0x4f0) };
  expect(overflowInWords(over)).toBe(
    'Stack overflow into static data: the stack pointer went down to 0x004f0, 16 bytes below the stack.',
  );
});

it('draws brackets of views that overlap in lanes of their own, live ones next to the bytes', () => {
  const { lanes, hidden } = viewLanes(exampleState.views, 0x10500, 0x10600, 2);
  expect(lanes.map(({ view, lane }) => [view.id, lane])).toEqual([
    [2, 0],
    [1, 1],
  ]);
  expect(hidden).toBe(0);
  expect(viewLanes(exampleState.views, 0x10500, 0x10600, 1).hidden).toBe(1);
});
