import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pageSize } from '../trace/memory-state.ts';
import { exampleState } from './example-state.ts';
import { mapLabels, spread } from './map-labels.ts';
import { MapScale, wholeMemory } from './map-scale.ts';
import { blockPlace } from './place.ts';
import { regionsOf } from './regions.ts';

it('keeps labels in the order of their bytes, apart from each other and inside the map', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 15 }), (anchors) => {
      const placed = spread(
        anchors.map((anchor) => ({ anchor })),
        300,
        20,
      );
      let free = 0;
      for (const { top } of placed) {
        expect(top).toBeGreaterThanOrEqual(free - 1e-9);
        free = top + 20;
      }
      expect(free).toBeLessThanOrEqual(300 + 1e-9);
    }),
  );
});

const labelsAt = (scale: MapScale, selected = 0) => {
  const block = exampleState.blocks.find(({ id }) => id === selected);
  const labels = mapLabels(exampleState, regionsOf(exampleState), scale, block ? blockPlace(block) : null, 20);
  return labels.map(({ place }) => place.label);
};

it('names every region of the whole memory, and what is selected however small it is', () => {
  const whole = new MapScale(wholeMemory(4 * pageSize), 400);
  expect(labelsAt(whole)).toEqual(
    expect.arrayContaining(['Static data', 'Stack, used', 'Heap', 'Free', 'stack pointer']),
  );
  expect(labelsAt(whole)).not.toContain('block 1');
  expect(labelsAt(whole, 1)).toContain('block 1');
});

it('names blocks and symbols once they are large enough', () => {
  expect(labelsAt(new MapScale({ start: 0x10500, end: 0x10600 }, 400))).toEqual(
    expect.arrayContaining(['block 1', 'block 2', 'view 2']),
  );
  expect(labelsAt(new MapScale({ start: 0x400, end: 0x440 }, 400))).toContain('greeting');
});
