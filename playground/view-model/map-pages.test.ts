import { expect, it } from 'vitest';
import { pageSize } from '../trace/memory-state.ts';
import { exampleState } from './example-state.ts';
import { mapTicks, pageBoxes, pagesPerBox } from './map-pages.ts';
import { MapScale, wholeMemory } from './map-scale.ts';

it('draws each page of a small memory as a box of its own, and tells the grown one', () => {
  const boxes = pageBoxes(exampleState, new MapScale(wholeMemory(4 * pageSize), 400));
  expect(boxes.map(({ first, last, height }) => [first, last, height])).toEqual([
    [0, 0, 100],
    [1, 1, 100],
    [2, 2, 100],
    [3, 3, 100],
  ]);
  expect(boxes.map(({ isNew }) => isNew)).toEqual([false, false, false, true]);
});

it('draws 65,536 pages with no more boxes than there is room for, and covers every page once', () => {
  const state = { ...exampleState, pages: 65_536, growths: [] };
  const scale = new MapScale(wholeMemory(65_536 * pageSize), 400);
  const boxes = pageBoxes(state, scale);
  expect(boxes.length).toBeLessThanOrEqual(400 / 7);
  expect(pagesPerBox(scale)).toBe(2048);
  expect(boxes[0]?.first).toBe(0);
  expect(boxes.at(-1)?.last).toBe(65_535);
  for (const [index, box] of boxes.slice(1).entries()) expect(box.first).toBe((boxes[index]?.last ?? 0) + 1);
});

it('puts ticks at round addresses, as many as fit', () => {
  const scale = new MapScale({ start: 0x10_100, end: 0x10_900 }, 400);
  const ticks = mapTicks(scale);
  expect(ticks.map(({ address }) => address)).toEqual([
    0x10100, 0x10200, 0x10300, 0x10400, 0x10500, 0x10600, 0x10700, 0x10800,
  ]);
  expect(ticks[1]?.y).toBe(50);
});
