import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Moment } from '../trace/trace.ts';
import { ExampleTrace } from './example-trace.ts';
import { rangeOf } from './place.ts';
import { TimeTravel } from './time-travel.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A journey through a trace, and the steps that it showed. */
function travelThrough(trace: ExampleTrace, from = 0) {
  const shown: number[] = [];
  const problems: string[] = [];
  const travel = new TimeTravel(
    trace,
    {
      onMoment: ({ step }: Moment) => shown.push(step),
      onProblem: (message) => problems.push(message),
      nextFrame: () => new Promise((resolve) => setTimeout(resolve, 16)),
    },
    from,
  );
  return { travel, shown, problems };
}

it('starts at the end, and takes steps past the ends as the ends', async () => {
  const trace = new ExampleTrace();
  const { travel, shown } = travelThrough(trace, trace.steps);
  await vi.runAllTimersAsync();
  travel.go(-5);
  await vi.runAllTimersAsync();
  travel.go(1e9);
  await vi.runAllTimersAsync();
  expect(shown).toEqual([trace.steps, 0, trace.steps]);
});

it('asks one step at a time, and the newest wins', async () => {
  const trace = new ExampleTrace(1_000_000, 2);
  const { travel, shown } = travelThrough(trace);
  for (let step = 1; step <= 500; step++) travel.go(step);
  await vi.runAllTimersAsync();
  expect(shown).toEqual([0, 500]);
  expect(travel.position().step).toBe(500);
});

it('shows steps on the way, and waits until their bytes were read', async () => {
  const trace = new ExampleTrace(100, 30);
  const { travel, shown } = travelThrough(trace);
  await vi.advanceTimersByTimeAsync(30);
  expect(shown).toEqual([0]);
  void travel.read(0, rangeOf(0, 4));
  travel.go(50);
  await vi.advanceTimersByTimeAsync(16);
  expect(trace.asked).toEqual(['at 0', 'read 0']);
  await vi.advanceTimersByTimeAsync(14);
  expect(trace.asked).toEqual(['at 0', 'read 0', 'at 50']);
});

it('finds one destination after the other', async () => {
  const { travel } = travelThrough(new ExampleTrace(), 4);
  const over = [{ kind: 'line-over' }] as const;
  void travel.find('forward', over);
  void travel.find('forward', over);
  await vi.runAllTimersAsync();
  expect(travel.position().step).toBe(14);
  await travel.find('forward', [{ kind: 'event', event: 'growth' }]);
  expect(travel.position().step).toBe(14);
  await travel.find('back', [{ kind: 'event', event: 'growth' }], 'end');
  expect(travel.position().step).toBe(0);
});

it('plays up to a destination, and no further', async () => {
  const { travel, shown } = travelThrough(new ExampleTrace());
  void travel.play(10, [{ kind: 'source-line', path: 'main.cpp', line: 13 }]);
  await vi.advanceTimersByTimeAsync(250);
  expect(travel.position()).toEqual({ step: 2, isPlaying: true });
  await vi.runAllTimersAsync();
  expect(travel.position()).toEqual({ step: 3, isPlaying: false });
  expect(shown).toEqual([0, 1, 2, 3]);
});

it('tells what went wrong, and goes on', async () => {
  const trace = new ExampleTrace();
  const { travel, shown, problems } = travelThrough(trace);
  await vi.runAllTimersAsync();
  vi.spyOn(trace, 'at').mockRejectedValueOnce(new Error('out of memory'));
  travel.go(3);
  await vi.runAllTimersAsync();
  travel.go(4);
  await vi.runAllTimersAsync();
  expect(problems).toEqual(['out of memory']);
  expect(shown).toEqual([0, 4]);
});

it('is silent once it has ended', async () => {
  const { travel, shown } = travelThrough(new ExampleTrace());
  travel.end();
  await vi.runAllTimersAsync();
  expect(shown).toEqual([]);
});

it('hands moves that are still asked for to one of a newer recording', async () => {
  const over = [{ kind: 'line-over' }] as const;
  const reached = travelThrough(new ExampleTrace(), 4).travel;
  await reached.find('forward', over);
  const { travel } = travelThrough(new ExampleTrace(), 15);
  await vi.runAllTimersAsync();
  travel.go(4);
  void travel.find('forward', over);
  const next = travelThrough(new ExampleTrace(), travel.position().step).travel;
  travel.goOnIn(next);
  void travel.find('forward', over);
  await reached.find('forward', over);
  await vi.runAllTimersAsync();
  expect(next.position()).toEqual(reached.position());
});

it('keeps what is asked after its end for the one that comes next, and a step undoes what was asked before it', async () => {
  const { travel } = travelThrough(new ExampleTrace());
  travel.end();
  void travel.find('forward', [{ kind: 'line' }]);
  travel.go(7);
  void travel.find('forward', [{ kind: 'line' }]);
  const next = travelThrough(new ExampleTrace(), 15).travel;
  travel.goOnIn(next);
  await vi.runAllTimersAsync();
  expect(next.position().step).toBe(8);
});
