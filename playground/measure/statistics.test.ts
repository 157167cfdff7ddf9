import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ascending, median, medianInterval, quantile } from './statistics.ts';

const times = fc.array(fc.double({ min: 1e-9, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 100 });
const rank = (length: number) => Array.from({ length }, (_, index) => index + 1);

describe('quantiles', () => {
  it('lie between two values in proportion, as the usual tables have them', () => {
    const values = [1, 2, 3, 4, 10];
    expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantile(values, share))).toEqual([1, 2, 3, 4, 10]);
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75); // R: quantile(1:4, 0.25)
    expect(median([1, 3, 4, 8])).toBe(3.5);
    expect(median([7])).toBe(7);
  });

  it('never leave the values, and rise with the share', () => {
    fc.assert(
      fc.property(times, fc.double({ min: 0, max: 1, noNaN: true }), (unsorted, share) => {
        const values = ascending(unsorted);
        const value = quantile(values, share);
        expect(value).toBeGreaterThanOrEqual(values[0] ?? 0);
        expect(value).toBeLessThanOrEqual(values.at(-1) ?? 0);
        expect(quantile(values, share / 2)).toBeLessThanOrEqual(value);
      }),
    );
  });
});

describe('the interval of the median', () => {
  it.each([
    // Count, and the ranks of Conover's table for 95 %.
    [6, 1, 6],
    [8, 1, 8],
    [9, 2, 8],
    [15, 4, 12],
    [20, 6, 15],
    [30, 10, 21],
    [50, 18, 33],
    [100, 40, 61],
  ])('of %i values goes from the %i. to the %i.', (count, low, high) => {
    expect(medianInterval(rank(count))).toEqual([low, high]);
  });

  it('is not there for fewer than six', () => {
    expect([1, 2, 3, 4, 5].map((count) => medianInterval(rank(count)))).toEqual([null, null, null, null, null]);
  });

  it('holds the median of what the values are, and does not change when they are scaled', () => {
    fc.assert(
      fc.property(times, (unsorted) => {
        const values = ascending(unsorted);
        const interval = medianInterval(values);
        if (!interval) return values.length < 6;
        const doubled = medianInterval(values.map((value) => value * 2));
        expect(doubled).toEqual(interval.map((value) => value * 2));
        return interval[0] <= median(values) && median(values) <= interval[1];
      }),
    );
  });

  it('holds the median of what they were drawn from, in 95 of 100 cases, however skewed that is', () => {
    let state = 1;
    const chance = () => {
      state = (state * 48_271) % 2_147_483_647; // Park and Miller's generator
      return state / 2_147_483_647;
    };
    const tries = 4_000;
    let held = 0;
    for (let index = 0; index < tries; index++) {
      const values = ascending(Array.from({ length: 25 }, () => -Math.log(chance())));
      const [low, high] = medianInterval(values) ?? [0, 0];
      if (low <= Math.LN2 && Math.LN2 <= high) held++;
    }
    expect(held / tries).toBeGreaterThan(0.945);
    expect(held / tries).toBeLessThan(0.985); // an interval that holds everything says nothing
  });
});
