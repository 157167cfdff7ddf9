import { describe, expect, it } from 'vitest';
import { describeStep } from './describe-step.ts';
import { type MemoryState, toAddress } from './memory-state.ts';
import { type Phrase, plainText } from './phrase.ts';
import type { RawMoment, RawStep } from './raw-moment.ts';
import type { Change, Frame, Value, Variable } from './trace.ts';

const range = (start: number, size: number) => ({ start: toAddress(start), end: toAddress(start + size) });
const change = (start: number, ...after: number[]): Change => {
  return { range: range(start, after.length), before: new Uint8Array(after.length), after: Uint8Array.from(after) };
};
const value = (name: string, type: string, start: number, size: number, more: Partial<Value> = {}): Value => ({
  ...{ name, type, text: '', state: 'known', range: range(start, size), pointsTo: null },
  ...{ isRaw: false, isCut: false, parts: [] },
  ...more,
});
const frame = (name: string, ...values: Value[]): Frame => {
  const variables = values.map((each): Variable => ({ role: 'local', line: 1, value: each, changed: false }));
  return { name, place: null, isLibrary: false, isInlined: false, bytes: null, variables };
};
const block = { id: 1, address: toAddress(0x10400), size: 16, state: 'live', allocatedBy: 'malloc' } as const;
const stateWith = (more: Partial<MemoryState>) =>
  ({ pages: 2, blocks: [block], views: [], ...more }) as unknown as MemoryState;
const pointer = (name: string, type: string, to: number, size: number): Value =>
  value(name, type, 0xff00, 4, { text: '0x', pointsTo: { range: range(to, size), what: 'block 1' } });

interface Told {
  readonly changes: readonly Change[];
  readonly frames?: readonly Frame[];
  readonly globals?: readonly Value[];
  readonly before?: Partial<RawStep>;
  readonly lines?: readonly number[];
  readonly state?: Partial<MemoryState>;
  readonly leftOut?: number;
  readonly allocated?: RawMoment['allocated'];
  readonly released?: RawMoment['released'];
  readonly otherMemories?: RawMoment['otherMemories'];
}

function told({
  changes,
  frames = [],
  globals = [],
  before = {},
  lines = [],
  state = {},
  leftOut = 0,
  allocated = [0],
  released = [0],
  otherMemories = [],
}: Told): Phrase {
  const place = { path: 'main.c', line: 6, column: 1 };
  const step = { step: 0, place, function: null, note: null, ...before };
  const changePlaces = changes.map((_, index) => ({ ...place, line: lines[index] ?? 6 }));
  const shown = { step: 1, state: stateWith(state), changes, frames, globals: frame('', ...globals).variables };
  return describeStep(
    {
      before: step,
      changePlaces,
      changesLeftOut: leftOut,
      allocated,
      released,
      growths: [],
      grown: 0,
      otherMemories,
    } as unknown as RawMoment,
    shown,
    step.place,
  );
}
const words = (what: Told) => plainText(told(what));

describe('a step in words', () => {
  it('reads a value as its variable does, and sets code as code', () => {
    const share = value('share', 'float', 0xff10, 4, { text: '0.1' });
    expect(told({ changes: [change(0xff10, 0xcd, 0xcc, 0xcc, 0x3d)], frames: [frame('main', share)] })).toEqual([
      ...['Line 6 of main.c ', 'stored ', '4', ' ', 'bytes', ', value ', { code: '0.1' }, ',', ' at ', '0x0ff10'],
      ...[', ', { code: 'share' }, '.'],
    ]);
  });

  it('tells what a pointer points at', () => {
    const changes = [change(0xff00, 0, 4, 1, 0)];
    const data = { ...pointer('data', 'int*', 0x10400, 4), text: '0x10400' };
    expect(words({ changes, frames: [frame('main', data)] })).toBe(
      'Line 6 of main.c stored 4 bytes, value 0x10400 (block 1), at 0x0ff00, data.',
    );
  });

  it.each<[string, string, number[]]>([
    ['value 4294967295,', 'unsigned int*', [255, 255, 255, 255]],
    ['value -1,', 'const int *', [255, 255, 255, 255]],
    ['value 0.1,', 'float*', [0xcd, 0xcc, 0xcc, 0x3d]],
    ['value true,', 'bool*', [1]],
    ["value 'a' 97,", 'char*', [97]],
    ['value 0x10400,', 'struct node**', [0, 4, 1, 0]],
    ['value 1.5,', 'double*', [0, 0, 0, 0, 0, 0, 0xf8, 0x3f]],
    ['value 18446744073709551615,', 'uint64_t*', [255, 255, 255, 255, 255, 255, 255, 255]],
    ['stored 4 bytes, 01 02 0A FF, at', 'union word*', [1, 2, 10, 255]],
  ])('reads what a pointer leads to: %s for %s', (expected, type, bytes) => {
    const frames = [frame('main', pointer('p', type, 0x10400, bytes.length))];
    expect(words({ changes: [change(0x10400, ...bytes)], frames })).toContain(expected);
  });

  it('names the element that a pointer leads to, and its block', () => {
    const frames = [frame('main', pointer('data', 'int*', 0x10400, 4))];
    expect(words({ changes: [change(0x10408, 2, 0, 0, 0)], frames })).toBe(
      'Line 6 of main.c stored 4 bytes, value 2, at 0x10408, data[2], block 1.',
    );
    expect(words({ changes: [change(0x10410, 2, 0, 0, 0)], frames })).toContain('at 0x10410.');
    const node = [frame('main', pointer('head', 'node*', 0x10400, 16))];
    expect(words({ changes: [change(0x10404, 2, 0, 0, 0)], frames: node })).toContain('byte 4 of *head, block 1.');
  });

  it('names elements that are too many to be listed', () => {
    const first = value('[0]', 'short', 0x10400, 2);
    const many = value('many', 'std::vector<short>', 0xff00, 12, { text: '{8 elements}', isCut: true, parts: [first] });
    expect(words({ changes: [change(0x1040a, 7, 0)], frames: [frame('main', many)] })).toContain(
      'value 7, at 0x1040a, many[5], block 1.',
    );
  });

  it('tells the whole in place of the raw fields of a library', () => {
    const raw = value('__begin_', 'int*', 0xff00, 4, { isRaw: true, text: '0x10400' });
    const numbers = value('numbers', 'std::vector<int>', 0xff00, 12, { text: '{3 elements}', parts: [raw] });
    expect(words({ changes: [change(0xff00, 0, 4, 1, 0)], frames: [frame('main', numbers)] })).toContain(
      'at 0x0ff00, in numbers.',
    );
  });

  it('tells own variables and blocks before what a library wrote for itself', () => {
    const total = value('total', 'int', 0x400, 4, { text: '42' });
    const changes = [change(0x600, 1), change(0x604, 1), change(0x400, 42, 0, 0, 0), change(0x608, 1)];
    expect(words({ changes, globals: [total], lines: [6, 6, 9, 6] })).toBe(
      'After line 6 of main.c, line 9 stored 4 bytes, value 42, at 0x00400, total; and wrote 3 more times.',
    );
  });

  it('counts what is not listed', () => {
    const data = { changes: [change(0x600, 1)], leftOut: 1200 };
    expect(words(data)).toBe('Line 6 of main.c stored 1 byte, 01, at 0x00600; and wrote 1,200 more times.');
    expect(words({ ...data, leftOut: 19_999 })).toContain('and wrote at least 19,999 more times.');
  });

  it('tells which blocks were allocated and freed', () => {
    expect(words({ changes: [change(0x600, 1)], allocated: [1, 1] })).toBe(
      'Line 6 of main.c allocated block 1, 16 bytes at 0x10400; stored 1 byte, 01, at 0x00600.',
    );
    expect(words({ changes: [], released: [4, 1, 2] })).toBe(
      'Line 6 of main.c freed block 1, 16 bytes at 0x10400; freed 3 more blocks.',
    );
  });

  it('tells what a library wrote piece by piece as one', () => {
    const piece = (start: number) => change(start, ...new Array<number>(8).fill(0x11));
    const changes = [piece(0x10408), piece(0x10400), change(0x600, 1), change(0x601, 2)];
    expect(words({ changes })).toBe(
      'Line 6 of main.c stored 16 bytes, each 11, at 0x10400, start of block 1; and wrote 2 more times.',
    );
    expect(words({ changes: changes.slice(2) })).toBe('Line 6 of main.c stored 2 bytes, 01 02, at 0x00600.');
  });

  it('tells a value only where nothing wrote over it in the same step', () => {
    const n = value('n', 'int', 0x400, 4, { text: '2' });
    expect(words({ changes: [change(0x400, 1, 0, 0, 0), change(0x400, 2, 0, 0, 0)], globals: [n] })).toBe(
      'Line 6 of main.c stored 4 bytes, value 1, at 0x00400, n; stored 4 bytes, value 2, at 0x00400, n.',
    );
  });

  it('names the call of a variable that is not of the innermost one', () => {
    const frames = [frame('main', value('sum', 'int', 0xff00, 4, { text: '3' })), frame('add')];
    expect(words({ changes: [change(0xff00, 3, 0, 0, 0)], frames })).toContain('sum in main.');
  });

  it('reads what a script writes through a view as the view does', () => {
    const view = {
      id: 2,
      type: 'Float32Array',
      byteOffset: 0x10400,
      length: 4,
      bytesPerElement: 4,
      state: { kind: 'live' },
    };
    const before = { place: null, note: [7, 3, 2] as const };
    const state = { views: [view] } as unknown as Partial<MemoryState>;
    expect(words({ changes: [change(0x10404, 0, 0, 0x80, 0x3f)], before, state })).toBe(
      'JavaScript made view 2; stored 4 bytes, value 1, at 0x10404, element 1 of view 2.',
    );
  });

  it('tells what the C library writes before a script begins as that', () => {
    const before = { place: null, note: [5, 0, 0] as const };
    expect(words({ changes: [change(0x600, 1)], before })).toBe(
      'JavaScript began its script; the C library passed on what it had kept of the output.',
    );
    expect(words({ changes: [], before })).toBe('JavaScript began its script.');
  });

  it('names the memory where that is not the first', () => {
    expect(words({ changes: [change(2 ** 32 + 8, 1, 2, 3, 4)] })).toBe(
      'Line 6 of main.c stored 4 bytes, 01 02 03 04, at 0x00008 of memory 1.',
    );
    const otherMemories = [
      { pages: 1, changes: [], growths: [] },
      { pages: 5, changes: [], growths: [[1, 3, 0] as const, [3, 5, 0] as const] },
    ];
    expect(words({ changes: [], otherMemories })).toBe('Line 6 of main.c grew memory 2 by 4 pages, to 5.');
  });

  it('tells of a step that changed nothing, and of the start', () => {
    expect(words({ changes: [] })).toBe('Line 6 of main.c changed no memory.');
    expect(
      plainText(
        describeStep(
          { before: null } as RawMoment,
          { step: 0, state: stateWith({}), changes: [], frames: [], globals: [] },
          null,
        ),
      ),
    ).toBe('Nothing has run yet.');
  });
});
