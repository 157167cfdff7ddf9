import { describe, expect, it } from 'vitest';
import { addReport, type MeasureReport, measureLimits, nothingMeasured, type Problem } from './measurement.ts';
import { type Bench, callsAfter, runVariants, type Timed } from './run-variants.ts';
import { timerResolution } from './timer-resolution.ts';

/** What a call of a variant does, by how often it was called before. */
type Fake = (called: number) => { readonly milliseconds: number; readonly pages?: number; readonly problem?: Problem };

/** Runs variants on a clock that only they move on, by whole steps. */
async function run(fakes: readonly Fake[], { resolution = 0.1, each = 1_000, leftOut = [] as readonly number[] } = {}) {
  const reports: MeasureReport[] = [];
  const order: string[] = [];
  const called = fakes.map(() => 0);
  let [pauses, spent] = [0, 0];
  const time = async (variant: number, calls: number): Promise<Timed> => {
    order.push('ABCDEF'[variant] ?? '?');
    const each = fakes[variant]?.(called[variant] ?? 0);
    called[variant] = (called[variant] ?? 0) + calls;
    if (!each || each.problem) return { problem: each?.problem ?? { kind: 'keeps-growing' } };
    const milliseconds = Math.round((each.milliseconds * calls) / resolution) * resolution;
    spent += milliseconds;
    return { milliseconds, grownPages: each.pages ?? 0, problem: null };
  };
  const bench: Bench = {
    ...{ count: fakes.length, resolution, time },
    async pause() {
      order.push(' ');
      pauses++;
    },
    report: (report) => reports.push(report),
  };
  const variant = { place: null, bytes: null, items: null };
  const variants = fakes.map((_, index) => ({ ...variant, name: `variant ${index}` }));
  const begun = { kind: 'begun', variants, resolution } as const;
  await runVariants(bench, { millisecondsEach: each, leftOut });
  const measurement = reports.reduce(addReport, addReport(nothingMeasured, begun));
  return { ...measurement, reports, rounds: order.join('').split(' ').slice(0, -1), pauses, spent };
}

const steady =
  (milliseconds: number): Fake =>
  () => ({ milliseconds });

describe('variants are run in rounds', () => {
  it('whose order rotates, each with as many samples as the others', async () => {
    const { rounds, variants } = await run([steady(0.5), steady(1), steady(0.25)]);
    expect(rounds.slice(1, 4)).toEqual(['BCA', 'CAB', 'ABC']);
    const counts = variants.map(({ samples }) => samples.length);
    expect(new Set(counts).size).toBe(1);
    expect(counts[0]).toBeGreaterThan(40);
    expect(variants[1]?.samples.map(({ round }) => round)).toEqual(counts[0] ? [...Array(counts[0]).keys()] : []);
  });

  it.each([0.000_05, 0.005, 0.1, 1])('of samples that last a hundred steps of a clock of %f ms', async (resolution) => {
    const { variants } = await run([steady(0.000_013), steady(0.3), steady(7)], { resolution });
    for (const { samples } of variants) {
      for (const { milliseconds } of samples) expect(milliseconds).toBeGreaterThanOrEqual(99 * resolution);
    }
  });

  it('and the time of a call is what it takes', async () => {
    const { variants } = await run([steady(0.000_013), steady(3)], { resolution: 1 });
    const times = variants.map(({ samples }) => samples.map(({ calls, milliseconds }) => milliseconds / calls));
    for (const time of times[0] ?? []) expect(time / 0.000_013).toBeCloseTo(1, 1);
    for (const time of times[1] ?? []) expect(time / 3).toBeCloseTo(1, 1);
  });

  it('within their time, as it was given, and within bounds whatever was given', async () => {
    const three = [steady(0.01), steady(0.02), steady(0.03)];
    expect((await run(three)).spent).toBeLessThan(3 * 1_000 * 1.2);
    expect((await run(three, { each: 200 })).spent).toBeLessThan(3 * 200 * 1.5);
    expect((await run(three, { each: 1e12 })).spent).toBeLessThan(3 * measureLimits.most);
    for (const each of [0, -5, Number.NaN]) expect((await run(three, { each })).spent).toBeLessThan(1_000);
  });

  it('a slow variant gets the rounds that an interval needs, if that takes no more than three times as long', async () => {
    expect((await run([steady(300)])).variants[0]?.samples).toHaveLength(6);
    const slower = await run([steady(900), steady(0.1)]);
    expect(slower.variants.map(({ samples }) => samples.length)).toEqual([6, 6]);
    const slowest = await run([steady(20_000), steady(0.1)]);
    expect(slowest.variants.map(({ samples }) => samples.length)).toEqual([1, 1]);
  });

  it('and between rounds timers get their turn', async () => {
    const { pauses, rounds } = await run([steady(1)]);
    expect(pauses).toBe(rounds.length);
  });
});

describe('before, each is warmed up', () => {
  it('until its times stay the same', async () => {
    const compiledAfter = 20_000;
    const { variants } = await run([(called) => ({ milliseconds: called < compiledAfter ? 0.005 : 0.001 })]);
    expect(variants[0]?.warmUp).toMatchObject({ settled: true });
    expect(variants[0]?.warmUp?.calls).toBeGreaterThan(compiledAfter);
    for (const { calls, milliseconds } of variants[0]?.samples ?? [])
      expect(milliseconds / calls).toBeCloseTo(0.001, 5);
  });

  it('and the time of its very first call is kept', async () => {
    const { variants } = await run([(called) => ({ milliseconds: called === 0 ? 5 : 0.001 })]);
    expect(variants[0]?.warmUp?.firstMilliseconds).toBeCloseTo(5);
    for (const { calls, milliseconds } of variants[0]?.samples ?? [])
      expect(milliseconds / calls).toBeCloseTo(0.001, 5);
  });

  it('or for a third of its time, which is told', async () => {
    let alternate = 0;
    const { variants } = await run([() => ({ milliseconds: ++alternate % 2 === 0 ? 1 : 1.5 })]);
    expect(variants[0]?.warmUp).toMatchObject({ settled: false });
    expect(variants[0]?.warmUp?.milliseconds).toBeLessThan(400);
    expect(variants[0]?.samples.length).toBeGreaterThan(20);
  });
});

describe('a variant that cannot be measured is left out, and the others are measured all the same', () => {
  const failed: Problem = { kind: 'failed', message: 'Error: no', place: { path: 'lab.js', line: 3 } };

  it.each([0, 5, 40_000])('when it fails after %i calls', async (after) => {
    const { variants } = await run([
      steady(0.01),
      (called) => (called >= after ? { milliseconds: 0, problem: failed } : { milliseconds: 0.01 }),
      steady(0.02),
    ]);
    expect(variants[1]?.problem).toEqual(failed);
    expect([variants[0]?.problem, variants[2]?.problem]).toEqual([null, null]);
    expect(variants[0]?.samples.length).toBeGreaterThan(40);
    expect(variants[2]?.samples.length).toBe(variants[0]?.samples.length);
  });

  it('when it makes memory grow again and again; once is told', async () => {
    const { variants } = await run([
      () => ({ milliseconds: 0.1, pages: 2 }),
      (called) => ({ milliseconds: 0.1, pages: called === 0 ? 3 : 0 }),
    ]);
    expect(variants.map(({ problem, grownPages }) => [problem?.kind, grownPages])).toEqual([
      ['keeps-growing', 6],
      [undefined, 3],
    ]);
    expect(variants[1]?.samples.length).toBeGreaterThan(40);
  });

  it('when it was the end of an earlier try', async () => {
    const { variants, reports } = await run([steady(1), steady(1)], { leftOut: [1, 7] });
    expect(reports.filter((report) => 'variant' in report && report.variant === 1)).toEqual([]);
    expect(variants[0]?.samples.length).toBeGreaterThan(20);
  });

  it('and none at all is measured where none can be', async () => {
    const nobody = await run([() => ({ milliseconds: 0, problem: failed })]);
    expect([nobody.variants[0]?.samples, nobody.rounds]).toEqual([[], []]);
    expect((await run([])).variants).toEqual([]);
  });
});

it('the number of calls follows the time that they took, by a factor of ten at most', () => {
  expect(callsAfter(1, 0, 10)).toBe(10);
  expect(callsAfter(100, 0.1, 10)).toBe(1_000);
  expect(callsAfter(100, 5, 10)).toBe(200);
  expect(callsAfter(100, 5_000, 10)).toBe(1);
  expect(callsAfter(measureLimits.calls, 0, 10)).toBe(measureLimits.calls);
});

it('what comes anew after a variant was left out begins anew, and the variant stays out', () => {
  const variants = ['one', 'two'].map((name) => ({ name, place: null, bytes: null, items: null }));
  const begun = { kind: 'begun', variants, resolution: 0.1 } as const;
  const problem = { kind: 'never-returned', seconds: 10 } as const;
  const sample = { kind: 'sample', variant: 0, round: 0, calls: 3, milliseconds: 10 } as const;
  const reports: MeasureReport[] = [begun, sample, { kind: 'left-out', variant: 1, problem }, begun];
  const { variants: anew } = reports.reduce(addReport, nothingMeasured);
  expect(anew.map(({ samples, problem }) => [samples, problem])).toEqual([
    [[], null],
    [[], problem],
  ]);
  const strange = { ...sample, variant: 9 };
  expect(addReport(nothingMeasured, strange)).toEqual(nothingMeasured);
});

describe('the resolution of a clock', () => {
  it.each([0.005, 0.1, 1])('of steps of %f', (step) => {
    let real = 0;
    const now = () => {
      real += 0.001;
      return Math.floor(real / step) * step;
    };
    expect(timerResolution(now)).toBeCloseTo(step, 6);
  });

  it('of a clock that stands still is taken as the coarsest that browsers have', () => {
    expect(timerResolution(() => 5)).toBe(1);
  });
});
