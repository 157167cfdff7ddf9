import { expect, it } from 'vitest';
import type { Moment } from '../trace/trace.ts';
import { changedBytes } from './changed-bytes.ts';
import { currentLine } from './current-line.ts';
import { ExampleTrace } from './example-trace.ts';
import { frameRows, mostFrameRows } from './frame-bytes.ts';
import { outputUntil } from './output-until.ts';
import { ownerOfByte, pointerAtRange } from './owner-of-byte.ts';
import { rangeOf } from './place.ts';

const trace = new ExampleTrace();
const fileOf = (path: string): string | null => (path === 'main.cpp' ? path : null);
const inAdd = 8;

it('marks the line that runs next', async () => {
  expect(currentLine(await trace.at(inAdd), fileOf)).toEqual({ path: 'main.cpp', line: 5, kind: 'next' });
  expect(currentLine(await trace.at(trace.steps), fileOf)).toBeNull();
});

it('marks the line that called, while a library runs', async () => {
  const moment = await trace.at(inAdd);
  const place = { path: '/emsdk/malloc.c', line: 4000, column: 1 };
  const library = { ...(moment.frames[1] as Moment['frames'][number]), place, isLibrary: true };
  const inLibrary = { ...moment, place, frames: [...moment.frames, library] };
  expect(currentLine(inLibrary, fileOf)).toEqual({ path: 'main.cpp', line: 5, kind: 'called-from' });
  expect(currentLine(inLibrary, () => null)).toBeNull();
});

it('finds the variable of a byte, and its innermost part', async () => {
  const moment = await trace.at(inAdd);
  expect(ownerOfByte(moment, 0x104d5)).toMatchObject({ path: 'sum', type: 'int', functionName: 'add', value: '1' });
  expect(ownerOfByte(moment, 0x403)).toMatchObject({ path: 'total', functionName: null });
  expect(ownerOfByte(moment, 0x10510)).toBeNull();
  const [frame] = moment.frames;
  const [data] = frame?.variables ?? [];
  if (!frame || !data) throw new Error('main has a variable');
  const part = { ...data.value, name: '[1]', range: rangeOf(0x10500, 2), parts: [] };
  const array = { ...data, value: { ...data.value, name: 'array', range: rangeOf(0x104fc, 6), parts: [part] } };
  const changed = { ...moment, frames: [{ ...frame, variables: [array] }] };
  expect(ownerOfByte(changed, 0x10501)?.path).toBe('array[1]');
  expect(ownerOfByte(changed, 0x104fc)?.path).toBe('array');
});

it('follows a pointer from exactly its bytes', async () => {
  const moment = await trace.at(inAdd);
  expect(pointerAtRange(moment, rangeOf(0x104dc, 4))?.range).toEqual(rangeOf(0x10510, 12));
  expect(pointerAtRange(moment, rangeOf(0x104dc, 2))).toBeNull();
});

it('tells the bytes that changed with what they were; the same value again is no change', () => {
  const change = (start: number, before: number[], after: number[]) => {
    return { range: rangeOf(start, before.length), before: Uint8Array.from(before), after: Uint8Array.from(after) };
  };
  const changes = [change(10, [1, 2, 3], [1, 9, 9]), change(11, [9], [2])];
  expect([...changedBytes(changes, 0, 100)]).toEqual([[12, 3]]);
  expect([...changedBytes(changes, 0, 12)]).toEqual([]);
});

it('lays out the bytes of a frame with the variables that begin in each row', async () => {
  const { frames } = await trace.at(inAdd);
  const add = frames[1] as Moment['frames'][number];
  const rows = frameRows(add, 8);
  expect(rows.map(({ names }) => names)).toEqual([[], [], ['i', 'sum'], ['count', 'numbers']]);
  expect(rows[2]?.bytes.map(({ isFirst }) => Number(isFirst)).join('')).toBe('10001000');
  expect(frameRows({ ...add, bytes: rangeOf(0x1000, 60_000) }, 8)).toHaveLength(mostFrameRows);
});

it('shows so much output as there was', () => {
  const lines = [
    { stream: 'stdout', text: 'one\n' },
    { stream: 'note', text: 'main ended.' },
    { stream: 'javascript', text: 'two' },
  ];
  expect(outputUntil(lines, 0)).toEqual([]);
  expect(outputUntil(lines, 5).map(({ text }) => text)).toEqual(['one\n', 't']);
  expect(outputUntil(lines, 99)).toEqual([lines[0], lines[2]]);
});
