import { describe, expect, it } from 'vitest';
import { measureLimits } from '../../measure/measurement.ts';
import { parseReport } from './parse-measured.ts';
import { Malformed } from './parse-values.ts';

const variant = { name: 'set', place: { path: 'lab.js', line: 3 }, bytes: 4096, items: null };
const sample = { kind: 'sample', variant: 0, round: 0, calls: 10, milliseconds: 1.5 };

describe('what a worker tells of its measuring is taken', () => {
  it.each([
    [{ kind: 'begun', variants: [variant, { ...variant, place: null, bytes: null }], resolution: 0.1 }],
    [{ kind: 'running', variant: 15 }],
    [{ kind: 'warmed-up', variant: 1, calls: 100, milliseconds: 12.5, firstMilliseconds: 0.3, settled: true }],
    [sample],
    [{ kind: 'grew', variant: 0, pages: 3 }],
    [{ kind: 'left-out', variant: 0, problem: { kind: 'failed', message: 'Error: no', place: null } }],
    [{ kind: 'left-out', variant: 0, problem: { kind: 'never-settled', seconds: 5 } }],
    [{ kind: 'left-out', variant: 0, problem: { kind: 'keeps-growing' } }],
  ])('%j', (report) => {
    expect(parseReport(structuredClone(report))).toEqual(report);
  });

  it('with long names and messages cut', () => {
    const long = 'x'.repeat(5_000);
    const begun = parseReport({ kind: 'begun', variants: [{ ...variant, name: long }], resolution: 1 });
    expect(begun.kind === 'begun' && begun.variants[0]?.name).toHaveLength(measureLimits.name);
    const problem = { kind: 'failed', message: long, place: null };
    const out = parseReport({ kind: 'left-out', variant: 0, problem });
    expect(out.kind === 'left-out' && out.problem.kind === 'failed' && out.problem.message.length).toBeLessThan(1_000);
  });
});

it.each([
  [null],
  [{ kind: 'other', variant: 0 }],
  [{ ...sample, milliseconds: -1 }],
  [{ ...sample, milliseconds: Number.NaN }],
  [{ ...sample, milliseconds: '5' }],
  [{ ...sample, calls: 0 }],
  [{ ...sample, calls: measureLimits.calls + 1 }],
  [{ ...sample, round: measureLimits.rounds }],
  [{ ...sample, variant: measureLimits.variants }],
  [{ kind: 'begun', variants: Array(measureLimits.variants + 1).fill(variant), resolution: 0.1 }],
  [{ kind: 'begun', variants: [{ ...variant, bytes: -5 }], resolution: 0.1 }],
  [{ kind: 'begun', variants: [{ ...variant, place: { path: 5, line: 1 } }], resolution: 0.1 }],
  [{ kind: 'begun', variants: [], resolution: Number.POSITIVE_INFINITY }],
  [{ kind: 'left-out', variant: 0, problem: { kind: 'never-returned', seconds: 10 } }], // only the page says so
])('a forged report is refused: %j', (report) => {
  expect(() => parseReport(report)).toThrow(Malformed);
});
