import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ExampleTrace } from './example-trace.ts';
import { breakpointKeys, firstPlayback, keysOf, makeMove, moves, playKeys, togglePlayback } from './moves.ts';
import { TimeTravel } from './time-travel.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const settings = { ...firstPlayback, breakpoints: [{ kind: 'line', path: 'main.cpp', line: 6 }] } as const;
const travelFrom = (step: number) =>
  new TimeTravel(new ExampleTrace(), { onMoment() {}, onProblem() {}, nextFrame: async () => {} }, step);
/** Where a move leads. */
const moved = async (from: number, what: string, direction: string): Promise<number> => {
  const move = moves.find((each) => each.what === what && each.direction === direction);
  if (!move) throw new Error(`no such move: ${what}`);
  const travel = travelFrom(from);
  makeMove(travel, move, settings);
  await vi.runAllTimersAsync();
  return travel.position().step;
};

it.each([
  ['line', 'forward', 5, 6],
  ['line', 'back', 5, 4],
  ['over', 'forward', 4, 13],
  ['out', 'forward', 6, 13],
  ['out', 'back', 6, 4],
  ['event', 'forward', 0, 1],
  ['event', 'forward', 1, 1],
  ['breakpoint', 'forward', 0, 7],
  ['breakpoint', 'back', 8, 7],
  ['breakpoint', 'forward', 11, 15],
  ['end', 'back', 8, 0],
  ['end', 'forward', 8, 15],
] as const)('%s %s leads from step %i to %i', async (what, direction, from, to) => {
  expect(await moved(from, what, direction)).toBe(to);
});

it('has a keystroke for each move that a slider has none for, and none twice', () => {
  const keys = [...moves.flatMap((move) => move.keys ?? []), playKeys, breakpointKeys];
  expect(new Set(keys).size).toBe(keys.length);
  const none = { ctrlKey: false, shiftKey: false, altKey: false, metaKey: false };
  expect(keysOf({ ...none, key: 'F11', ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+F11');
  expect(keysOf({ ...none, key: 'F10', altKey: true })).toBe('Alt+F10');
});

it('plays and pauses', async () => {
  const travel = travelFrom(0);
  togglePlayback(travel, settings);
  expect(travel.position().isPlaying).toBe(true);
  togglePlayback(travel, settings);
  await vi.runAllTimersAsync();
  expect(travel.position()).toEqual({ step: 0, isPlaying: false });
});
