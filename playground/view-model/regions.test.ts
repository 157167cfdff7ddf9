import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type MemoryState, pageSize, toAddress } from '../trace/memory-state.ts';
import { exampleState } from './example-state.ts';
import { regionAt, regionsOf } from './regions.ts';

it('tiles the whole memory without a gap or an overlap, whatever the layout', () => {
  const offset = fc.nat(3 * pageSize);
  fc.assert(
    fc.property(offset, offset, offset, offset, offset, fc.boolean(), (a, b, c, d, e, isStackFirst) => {
      const [one = 0, two = 0, three = 0, four = 0, five = 0] = [a, b, c, d, e].sort((x, y) => x - y).map(toAddress);
      const [dataAt, stackAt] = isStackFirst ? [three, one] : [one, two];
      const state: MemoryState = {
        ...exampleState,
        pages: 3,
        layout: {
          ...exampleState.layout,
          data: { start: toAddress(dataAt), end: toAddress(isStackFirst ? four : two) },
          stack: { start: toAddress(stackAt), end: toAddress(isStackFirst ? three : four) },
          heapBase: toAddress(four),
        },
        stackLow: toAddress(isStackFirst ? two : three),
        heapEnd: toAddress(five),
      };
      let end = 0;
      for (const { range } of regionsOf(state)) {
        expect(range.start).toBe(end);
        expect(range.end).toBeGreaterThan(range.start);
        end = range.end;
      }
      expect(end).toBe(3 * pageSize);
    }),
  );
});

it('finds the region of a byte', () => {
  const regions = regionsOf(exampleState);
  expect(regionAt(regions, exampleState.layout.data?.start ?? 0)?.kind).toBe('data');
  expect(regionAt(regions, exampleState.stackPointer ?? 0)?.kind).toBe('stack-used');
  expect(regionAt(regions, exampleState.pages * pageSize)).toBeNull();
});
