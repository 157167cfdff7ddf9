import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comparisonInWords,
  conditionsInWords,
  firstCallInWords,
  intervalInWords,
  rateInWords,
  remarksOn,
  threeDigits,
  timeInWords,
} from './measure-words.ts';
import { measuredCsv, measuredText } from './measured-text.ts';
import type { MeasuredVariant, Measurement, Sample } from './measurement.ts';
import { summarise } from './summary.ts';

/** Samples of so many milliseconds a call, a round each. */
const taken = (times: readonly number[], calls = 10): Sample[] =>
  times.map((time, round) => ({ round, calls, milliseconds: time * calls }));

const variant = (name: string, samples: readonly Sample[], more: Partial<MeasuredVariant> = {}): MeasuredVariant => ({
  ...{ name, place: null, bytes: null, items: null, grownPages: 0, problem: null },
  warmUp: { calls: 5, milliseconds: 100, firstMilliseconds: 0.4, settled: true },
  samples,
  ...more,
});
const measured = (...variants: readonly MeasuredVariant[]): Measurement => ({
  variants,
  resolution: 0.1,
  running: null,
});
const around = (time: number) => [0.99, 1, 1.01, 1, 0.995, 1.005, 1, 1.02].map((factor) => time * factor);

describe('variants beside the fastest', () => {
  it('have the ratio of their times, with its interval', () => {
    const [slow, fast] = summarise(measured(variant('slow', taken(around(3))), variant('fast', taken(around(1)))));
    expect(fast?.comparison).toEqual({ kind: 'fastest' });
    expect(slow?.comparison).toMatchObject({ kind: 'slower' });
    expect(slow?.comparison && 'ratio' in slow.comparison && slow.comparison.ratio).toBeCloseTo(3);
  });

  it('show no difference where it is now this one and now that one that is faster', () => {
    const one = variant('one', taken([1, 1, 1, 1, 1, 1, 1, 1]));
    const other = variant('other', taken([0.5, 2, 2, 2, 0.5, 2, 2, 0.5]));
    const rows = summarise(measured(one, other));
    expect(rows.map(({ comparison }) => comparison?.kind).sort()).toEqual(['fastest', 'no-difference']);
  });

  it('are compared round by round: what slows the machine down for a while changes no ratio', () => {
    const load = [1, 1, 5, 5, 1, 1, 5, 5, 1, 1];
    const rows = summarise(
      measured(variant('one', taken(load)), variant('other', taken(load.map((factor) => factor * 1.5)))),
    );
    const { comparison } = rows[1] ?? {};
    expect(comparison && 'interval' in comparison && comparison.interval).toEqual([1.5, 1.5]);
  });

  it('with too few samples are only said to be about so slow', () => {
    const rows = summarise(measured(variant('one', taken([1, 1])), variant('other', taken([2, 2]))));
    expect(rows[1]?.comparison).toEqual({ kind: 'too-few', ratio: 2 });
    expect(rows[1]?.comparison && comparisonInWords(rows[1].comparison)).toBe('about 2.00 × (too few samples)');
  });

  it('that were not measured are compared with nobody', () => {
    const problem = { kind: 'failed', message: 'Error: no', place: null } as const;
    const rows = summarise(measured(variant('bad', [], { problem }), variant('good', taken(around(2)))));
    expect(rows.map(({ times, comparison }) => [times === null, comparison?.kind])).toEqual([
      [true, undefined],
      [false, 'fastest'],
    ]);
  });

  it('have one fastest, whatever was measured, and no ratio below its interval', () => {
    const times = fc.array(fc.double({ min: 1e-6, max: 1e3, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(fc.array(times, { maxLength: 6 }), (all) => {
        const rows = summarise(measured(...all.map((each, index) => variant(`${index}`, taken(each)))));
        const fastest = rows.filter(({ comparison }) => comparison?.kind === 'fastest');
        expect(fastest).toHaveLength(all.some((each) => each.length > 0) ? 1 : 0);
        for (const { times: told, comparison } of rows) {
          expect((told?.median ?? Infinity) >= (fastest[0]?.times?.median ?? 0)).toBe(true);
          if (!comparison || !('interval' in comparison)) continue;
          expect(comparison.interval[0]).toBeLessThanOrEqual(comparison.ratio);
          expect(comparison.ratio).toBeLessThanOrEqual(comparison.interval[1]);
        }
      }),
    );
  });
});

it('throughput follows from bytes and items, where they are given', () => {
  const [row] = summarise(measured(variant('one', taken(around(2)), { bytes: 4096, items: 10 })));
  expect(row?.times).toMatchObject({ callsPerSecond: 500, bytesPerSecond: 2_048_000, itemsPerSecond: 5_000 });
});

describe('in words', () => {
  it.each([
    [0.000_000_4, '0.400 ns'],
    [0.000_001_234, '1.23 ns'],
    [0.000_999_96, '1.00 µs'],
    [0.012_34, '12.3 µs'],
    [0.5, '500 µs'],
    [123.4, '123 ms'],
    [2500, '2.50 s'],
    [0, '0 ns'],
  ])('%f ms is %s', (milliseconds, words) => {
    expect(timeInWords(milliseconds)).toBe(words);
  });

  it('rates have units, and intervals one for both ends', () => {
    expect(rateInWords(33.3e9, 'bytes')).toBe('33.3 GB/s');
    expect(rateInWords(999.7, 'bytes')).toBe('1.00 kB/s');
    expect(rateInWords(512, 'calls')).toBe('512 calls/s');
    expect(rateInWords(4.56e6, 'items')).toBe('4.56 million items/s');
    expect(intervalInWords([0.000_95, 0.001_05])).toBe('0.950 to 1.05 µs');
    expect([threeDigits(99.96), threeDigits(12_345.6), threeDigits(0.000_01)]).toEqual(['100', '12,346', '<0.001']);
  });

  it('a problem is told with its line, and growth with what it does to views', () => {
    const place = { path: 'lab.js', line: 3 };
    const bad = variant('bad', [], { problem: { kind: 'failed', message: 'Error: no', place }, grownPages: 1 });
    expect(remarksOn(bad)).toEqual([
      'Left out: it failed at lab.js, line 3: Error: no',
      'Memory grew by 1 page while it ran: views that were made before are detached, and show nothing.',
    ]);
    const restless = variant('restless', [], {
      warmUp: { calls: 1, milliseconds: 300, firstMilliseconds: 300, settled: false },
    });
    expect(remarksOn(restless)).toEqual(['Its times had not settled when the warm-up was over.']);
    expect(remarksOn(variant('fine', []))).toEqual([]);
  });

  it('a first call is told, and where the clock cannot see it, that it took less than a step', () => {
    const { warmUp } = variant('one', []);
    expect(firstCallInWords(variant('one', []), 0.1)).toBe('400 µs');
    const short = variant('short', [], { warmUp: warmUp && { ...warmUp, firstMilliseconds: 0 } });
    expect(firstCallInWords(short, 0.1)).toBe('under 100 µs');
    expect(firstCallInWords(variant('cold', [], { warmUp: null }), 0.1)).toBe('');
  });

  it('the conditions name browser, optimisation, clock, warm-up and rounds', () => {
    const conditions = { engine: 'Chrome 140', optimisation: '-O0' };
    const plan = { millisecondsEach: 1000, leftOut: [] };
    const words = conditionsInWords(measured(variant('one', taken(around(1)))), plan, conditions).join(' ');
    for (const part of [
      'Chrome 140',
      'compiled with -O0',
      'compare with -O2',
      '100 µs',
      '100 ms',
      '8 rounds',
      '1.00 s',
    ])
      expect(words).toContain(part);
  });

  it('a table has a line for each, and CSV cannot be taken for formulas', () => {
    const names = ['=1+1', 'a, "b"'];
    const rows = summarise(measured(...names.map((name, index) => variant(name, taken(around(index + 1))))));
    expect(measuredText(rows, ['So it was.'], null).split('\n')).toHaveLength(6);
    const csv = measuredCsv(rows).split('\r\n');
    expect(csv[1]).toMatch(/^'=1\+1,8,1000000/);
    expect(csv[2]).toMatch(/^"a, ""b""",8,2000000/);
    for (const line of [csv[0], csv[1]]) expect(line?.split(',')).toHaveLength(16);
  });
});
