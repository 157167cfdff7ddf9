import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rowScale } from './scroll-rows.ts';

it('reaches the first and the last row of any memory up to 4 GiB', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 28 }), fc.integer({ min: 1, max: 60 }), (rows, visible) => {
      const scale = rowScale(rows, 22, visible);
      const last = Math.max(0, rows - visible);
      expect(scale.height).toBeLessThanOrEqual(8_000_000);
      expect(scale.rowAt(0)).toBe(0);
      expect(scale.rowAt(scale.topOf(last))).toBe(last);
    }),
  );
});

it('finds each row again where the height is not clamped', () => {
  const scale = rowScale(10_000, 22, 16);
  for (const row of [0, 1, 2, 999, 5_000, 9_984]) expect(scale.rowAt(scale.topOf(row))).toBe(row);
});
