import { expect, it } from 'vitest';
import { addCallTimes, type CallKind, type CallTimes, callTime, callTimeRows } from './call-times.ts';

const kind = (calls: number, milliseconds: number, samples: readonly number[] = []): CallKind => ({
  ...{ way: 'in', name: 'f', calls, milliseconds, samples },
});
const times = (...kinds: readonly CallKind[]): CallTimes => ({ runs: 1, resolution: 0.1, overhead: 0.0001, kinds });

it('tells the median of what the clock can tell, a mean of what it can tell of many calls, else a bound', () => {
  expect(callTime(kind(3, 9, [2, 3, 4]), 0.1)).toEqual({ kind: 'median', milliseconds: 3 });
  expect(callTime(kind(10_000, 100, [0, 0, 0.1]), 0.1)).toEqual({ kind: 'mean', milliseconds: 0.01 });
  expect(callTime(kind(1, 0, [0]), 0.1)).toEqual({ kind: 'less-than', milliseconds: 0.1 });
  expect(callTime(kind(100, 0, []), 0.1)).toEqual({ kind: 'less-than', milliseconds: 0.01 });
  expect(callTime(kind(90, 0, []), 0.1).milliseconds).toBeCloseTo(0.011, 10);
});

it('is right of calls whose true time is known, under a clock that goes in steps', () => {
  const resolution = 0.1;
  let seed = 1;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed / 2 ** 31;
  };
  let wrong = 0;
  for (let round = 0; round < 400; round++) {
    const [each, calls] = [10 ** (random() * 4 - 4), Math.ceil(random() * 3000)];
    const samples: number[] = [];
    let now = 0;
    for (let call = 0; call < calls; call++) {
      now += random();
      const [from, to] = [now, now + each].map((time) => Math.floor(time / resolution) * resolution) as [
        number,
        number,
      ];
      samples.push(to - from);
    }
    const sum = samples.reduce((all, sample) => all + sample, 0);
    const told = callTime(kind(calls, sum, samples.slice(0, 100)), resolution);
    const isRight =
      told.kind === 'less-than' ? each <= told.milliseconds : Math.abs(told.milliseconds - each) <= 0.3 * each;
    if (!isRight) wrong++;
  }
  expect(wrong).toBeLessThan(20);
});

it('adds equal runs, and shows what the recorded run did', () => {
  const both = addCallTimes(addCallTimes(null, times(kind(2, 4, [2, 2]))), times(kind(2, 6, [3, 3])));
  expect(both).toMatchObject({ runs: 2, kinds: [{ calls: 4, milliseconds: 10, samples: [2, 2, 3, 3] }] });
  const shown = [
    { way: 'in', name: 'f' },
    { way: 'out', name: 'f' },
  ] as const;
  expect(callTimeRows(both, shown)).toEqual([{ way: 'in', name: 'f', calls: 2, each: '2.50 ms', all: '5.00 ms' }]);
  const fast = callTimeRows(times(kind(1, 0, [0])), shown);
  expect(fast).toEqual([{ way: 'in', name: 'f', calls: 1, each: 'less than 100 µs', all: '< 100 µs' }]);
});
