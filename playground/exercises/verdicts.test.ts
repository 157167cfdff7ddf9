import { describe, expect, it } from 'vitest';
import type { Check } from '../lesson/exercise.ts';
import type { Outcome } from '../session/run.ts';
import type { MemoryState } from '../trace/memory-state.ts';
import { exampleState } from '../view-model/example-state.ts';
import type { Attempt } from './attempt.ts';
import { decideOutput } from './decide-output.ts';
import { evaluateChecks } from './evaluate-checks.ts';
import { sameNumber } from './same-number.ts';
import { stripComments } from './strip-comments.ts';

const noBlocks = { blocks: [], heap: { liveBlocks: 0, liveBytes: 0, freedBlocks: 0, freedBytes: 0 } };
const finished: Outcome = { status: 'finished', exitCode: 0, result: null };
const attemptOf = (changes: Partial<Attempt>): Attempt => ({
  outcome: finished,
  output: '',
  state: exampleState,
  bytes: { read: async () => new Uint8Array() },
  sources: [],
  trace: async () => null,
  call: async () => finished,
  exit: async () => changes.state ?? exampleState,
  ...changes,
});
const stateOf = (changes: Partial<MemoryState>): Attempt => attemptOf({ state: { ...exampleState, ...changes } });
const found = async (check: Check, attempt: Attempt) => (await evaluateChecks([check], attempt))[0]?.found;

describe('output that differs', () => {
  it.each([
    ['a\n', '', 'The program printed nothing.'],
    ['', 'a', 'The program printed "a". It should print nothing.'],
    ['a\n', 'a', 'The program printed "a", without the line break at the end.'],
    ['a', 'a\n', 'The program printed "a\\n", with a line break too many at the end.'],
    ['a\n', 'b\n', 'The program printed "b\\n". It should print "a\\n".'],
    ['a\nb\nc\n', 'a\nb\n', 'The output ends after line 2. Next should be "c\\n".'],
    ['a\nb\n', 'a\nb\nc\n', 'Line 3 of the output is "c\\n". It should not be there.'],
  ])('%j, not %j', (expected, output, words) => {
    expect(decideOutput(expected, output).found).toBe(words);
  });

  it('is cut when it is long', () => {
    expect(decideOutput('a', 'b'.repeat(1000)).found?.length).toBeLessThan(300);
  });
});

describe('what an attempt lacks is told, not guessed', () => {
  it('memory that ends before a value does', async () => {
    const check = { kind: 'value', symbol: 'greeting', type: 'i32', text: '0' } as const;
    expect(await found(check, attemptOf({}))).toBe('The memory ends before the end of greeting.');
  });

  it('no view, and none that is live', async () => {
    const [ghost] = exampleState.views;
    const view = { kind: 'view', type: 'Uint8Array', at: { kind: 'block', id: 2 }, length: 4 } as const;
    expect(await found({ kind: 'view-live' }, stateOf({ views: [] }))).toBe('JavaScript made no view.');
    expect(await found({ kind: 'views', comparison: '=', count: 1 }, stateOf({ views: [] }))).toBe(
      'JavaScript made no view. Wanted: 1.',
    );
    expect(await found(view, stateOf({ views: ghost ? [ghost] : [] }))).toBe(
      'No view is live at the end. Wanted: a live Uint8Array at 0x10530, length 4.',
    );
    expect(await found({ kind: 'view-live' }, stateOf({ views: ghost ? [ghost] : [] }))).toBe(
      'The newest view (Uint8Array, made in line 2) was detached when the memory grew in line 5, from 3 to 4 pages.',
    );
  });

  it('no block', async () => {
    expect(await found({ kind: 'live-blocks', comparison: '=', count: 2 }, stateOf(noBlocks))).toBe(
      'No block is live at the end. Wanted: 2.',
    );
    expect(await found({ kind: 'allocates', comparison: '=', count: 2 }, stateOf(noBlocks))).toBe(
      'The program allocated no block. Wanted: 2.',
    );
    expect(await found({ kind: 'growths', comparison: '=', count: 1 }, stateOf({ growths: [] }))).toBe(
      'The memory never grew. Wanted: 1.',
    );
  });

  it('values that C++ still holds, and the line that gave it the first', async () => {
    const madeAt = { path: 'main.cpp', line: 7, column: 3 };
    const val = { kind: 'val', number: 10, holds: '"text"', references: 1, counts: [], madeAt, madeInStep: 5 } as const;
    const handles = [
      { ...val, goneInStep: null },
      { ...val, number: 12, goneInStep: 6 },
    ];
    const [verdict] = await evaluateChecks([{ kind: 'live-vals', comparison: '=', count: 0 }], stateOf({ handles }));
    expect(verdict?.found).toBe('C++ holds 1 JavaScript value at the end: val 10 ("text"). Wanted: 0.');
    expect(verdict?.location).toMatchObject({ line: 7 });
    expect(verdict?.moment).toEqual({ step: 4, panel: 'heap' });
  });

  it('JavaScript values beyond those that a state lists are held as well', async () => {
    const val = { kind: 'val', number: 10, holds: '"text"', references: 1, counts: [] } as const;
    const handle = { ...val, madeAt: null, madeInStep: 5, goneInStep: null };
    const state = stateOf({ handles: [handle], unlistedVals: 250 });
    const [wrong] = await evaluateChecks([{ kind: 'live-vals', comparison: '<=', count: 4 }], state);
    expect(wrong?.found).toBe(
      'C++ holds 251 JavaScript values at the end: val 10 ("text"), and 250 more. Wanted: at most 4.',
    );
    const [right] = await evaluateChecks([{ kind: 'live-vals', comparison: '=', count: 251 }], state);
    expect(right?.passed).toBe(true);
  });

  it('many blocks: the first three, and how many more', async () => {
    const [, live] = exampleState.blocks;
    const blocks = live ? [1, 2, 3, 4, 5].map((id) => ({ ...live, id })) : [];
    expect(
      await found({ kind: 'no-leak' }, stateOf({ blocks, heap: { ...exampleState.heap, liveBlocks: blocks.length } })),
    ).toMatch(/^5 blocks not freed: block 1 .*, and 2 more\.$/);
  });

  it('many bytes: the first that differs, and how many do', async () => {
    const check = { kind: 'bytes', symbol: 'greeting', bytes: Array.from({ length: 20 }, () => 7) } as const;
    const bytes = { read: async () => new Uint8Array(20).fill(7, 0, 18) };
    expect(await found(check, attemptOf({ bytes }))).toBe('At 0x00422 lies 00. It should be 07. 2 bytes of 20 differ.');
  });
});

it('after a call that had to be stopped, no other is tried', async () => {
  const call = (name: string): Check => ({ kind: 'call', name, arguments: [], expected: { kind: 'trap' } });
  const called: string[] = [];
  const attempt = attemptOf({
    call: async (name) => {
      called.push(name);
      return { status: 'stopped', by: 'time-limit', milliseconds: 5000 };
    },
  });
  const verdicts = await evaluateChecks([call('spin'), call('next')], attempt);
  expect(verdicts.map((verdict) => verdict.found)).toEqual([
    'spin() ran longer than the time limit of 5 seconds. It should trap.',
    'next() was not tried: the program had to be stopped before.',
  ]);
  expect(called).toEqual(['spin']);
});

it.each([
  ['16', '0x10', true],
  ['16', '16n', true],
  ['-1', '4294967295', true],
  ['-1', '18446744073709551615', true],
  ['4294967295', '-1', false],
  ['-2', '4294967295', false],
  ['0.10000000149011612', '0.1', true],
  ['0.5', '0.25', false],
  ['9007199254740993', '9007199254740992', false],
])('%s found, %s written: the same number is %s', (value, written, isSame) => {
  expect(sameNumber(value, written)).toBe(isSame);
});

it('knows no unsigned form of a float', () => {
  expect(sameNumber('-7864065', '4287103231')).toBe(true);
  expect(sameNumber('-7864065', '4287103231', true)).toBe(false);
});

it.each([
  ['a; // free(b)', 'a; '],
  ['/* a\n b */ c', ' \n  c'],
  ['"// no comment" // one', '"// no comment" '],
  ["1'000; // don't", "1'000; "],
  ["'\"' // one", "'\"' "],
  ['R"(" // text)" // one', 'R"(" // text)" '],
  ['`a // b` // one', '`a // b` '],
])('comments are left out of %j', (source, code) => {
  expect(stripComments(source)).toBe(code);
});
