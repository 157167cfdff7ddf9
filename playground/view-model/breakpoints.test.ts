import { expect, it } from 'vitest';
import {
  atCode,
  type Breakpoint,
  breakpointInWords,
  breakpointsOn,
  linesWithBreakpoint,
  parseBreakpoints,
  toggled,
  withLines,
} from './breakpoints.ts';
import { rangeOf } from './place.ts';

const onLine = (line: number, path = 'main.cpp'): Breakpoint => ({ kind: 'line', path, line });
const all: readonly Breakpoint[] = [
  onLine(12),
  { kind: 'write', range: rangeOf(0x10510, 4), label: 'block 1' },
  { kind: 'freed', address: 0x10510, label: 'block 1' },
  { kind: 'growth' },
  { kind: 'detached' },
  { kind: 'stack-below', address: 0x10000 },
];

it('says each kind in words', () => {
  expect(all.map(breakpointInWords)).toEqual([
    'main.cpp, line 12',
    'write to block 1, 4 bytes at 0x10510',
    'block 1 is freed',
    'memory grows',
    'a view is detached',
    'stack pointer below 0x10000',
  ]);
});

it('toggles', () => {
  const two = toggled([onLine(3)], onLine(1));
  expect(linesWithBreakpoint(two, 'main.cpp')).toEqual([1, 3]);
  expect(toggled(two, onLine(3))).toEqual([onLine(1)]);
});

it('moves with the text of its file', () => {
  const moved = withLines([onLine(3), onLine(4), onLine(3, 'lab.js')], 'main.cpp', [5, 5]);
  expect(moved).toEqual([onLine(3, 'lab.js'), onLine(5)]);
});

it('moves on to lines that have code, and back to the last where there is none after', () => {
  const growth: Breakpoint = { kind: 'growth' };
  const other = onLine(1, 'other.cpp');
  const moved = atCode([onLine(3), growth, onLine(5), onLine(40), other], 'main.cpp', [4, 5, 9]);
  expect(moved).toEqual([growth, other, onLine(4), onLine(5), onLine(9)]);
  expect(atCode(moved, 'main.cpp', [4, 5, 9])).toBe(moved);
  expect(atCode(moved, 'other.cpp', [])).toBe(moved);
});

it('offers more on a block', () => {
  const place = { range: rangeOf(0x10510, 12), label: 'block 1' };
  expect(breakpointsOn(place, null).map(({ kind }) => kind)).toEqual(['write']);
  expect(breakpointsOn(place, { address: 0x10510 }).map(({ kind }) => kind)).toEqual(['write', 'freed']);
});

it('comes back from storage, damage left out', () => {
  expect(parseBreakpoints(JSON.stringify(all))).toEqual(all);
  expect(parseBreakpoints('[{"kind":"line","path":1},{"kind":"growth"},null,7,{"kind":"x"}]')).toEqual([
    { kind: 'growth' },
  ]);
  for (const text of ['', '{', '{}', 'null']) expect(parseBreakpoints(text)).toEqual([]);
});
