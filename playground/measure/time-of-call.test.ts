import { expect, it } from 'vitest';
import type { CallTimes } from './call-times.ts';
import { timeOfCall, timeTogether } from './time-of-call.ts';

const run = (...samples: readonly number[]): CallTimes => ({
  ...{ runs: 1, resolution: 0.1, overhead: 0.0001 },
  kinds: [{ way: 'copy', name: 'set', calls: samples.length, milliseconds: 0, samples }],
});
const set = (index: number, count: number) => ({ way: 'copy', name: 'set', index, count }) as const;

it('tells the time of one call among those of its kind, from the same call of each run', () => {
  const runs = [run(0, 9), run(0, 7), run(0.1, 8)];
  expect(timeOfCall(runs, set(1, 2))).toEqual({ kind: 'median', milliseconds: 8 });
  expect(timeOfCall(runs, set(0, 2))).toEqual({ kind: 'less-than', milliseconds: 0.092 });
});

it('tells none where a run made other calls than the recorded one, or did not keep it', () => {
  expect(timeOfCall([run(0, 9), run(9)], set(0, 2))).toBeNull();
  expect(timeOfCall([run(0, 9)], set(1, 3))).toBeNull();
  expect(timeOfCall([run(0, 9)], set(2, 2))).toBeNull();
  expect(timeOfCall([run(0, 9)], { ...set(0, 2), name: 'fill' })).toBeNull();
  expect(timeOfCall([], set(0, 1))).toBeNull();
});

it('adds times as exactly as they are known', () => {
  const exact = { kind: 'median', milliseconds: 2 } as const;
  const fast = { kind: 'less-than', milliseconds: 0.1 } as const;
  expect(timeTogether([exact])).toEqual(exact);
  expect(timeTogether([exact, exact])).toEqual({ kind: 'mean', milliseconds: 4 });
  expect(timeTogether([exact, fast])).toEqual({ kind: 'less-than', milliseconds: 2.1 });
  expect(timeTogether([exact, null])).toBeNull();
  expect(timeTogether([])).toBeNull();
});
