import { describe, expect, it } from 'vitest';
import { describeFinding } from './describe-finding.ts';
import type { RawFinding, RawStep } from './raw-moment.ts';

const stepAt = (step: number, line: number): RawStep => ({
  step,
  place: { path: '/program/main.c', line, column: 1 },
  function: null,
  note: null,
});
const finding = (changed: Partial<RawFinding>): RawFinding => ({
  kind: 'use-after-free',
  access: 'write',
  address: 0x10404,
  size: 4,
  times: 1,
  known: 3,
  guilty: stepAt(9, 12),
  block: [3, 0x10400, 16],
  cause: stepAt(7, 9),
  ...changed,
});
const told = (changed: Partial<RawFinding>) => describeFinding(finding(changed), ({ place }) => place);

describe('a finding in words', () => {
  it('has the guilty line, and the line that caused it', () => {
    expect(told({})).toMatchObject({
      kind: 'use-after-free',
      step: 9,
      place: { line: 12 },
      cause: { step: 7, place: { line: 9 }, text: 'it was freed here' },
    });
  });

  it('names the line of JavaScript that called what caused it', () => {
    const caller = { path: 'lab.js', line: 3, column: 0 };
    const called = describeFinding(
      finding({}),
      ({ place }) => place,
      ({ step }) => (step === 7 ? caller : null),
    );
    expect(called.cause?.text).toBe('it was freed here, called by lab.js, line 3');
  });

  it.each<[string, Partial<RawFinding>]>([
    ['Wrote 4 bytes at 0x10404, byte 4 of block 3, which had been freed.', {}],
    ['Read 1 byte at 0x10404, byte 4 of block 3', { access: 'read', size: 1 }],
    ['Wrote 4 bytes at 0x10410, just past block 3.', { kind: 'heap-overflow', address: 0x10410 }],
    ['Wrote 1 byte at 0x10412, 2 bytes past block 3.', { kind: 'heap-overflow', address: 0x10412, size: 1 }],
    ['Wrote 4 bytes at 0x103fc, 4 bytes before block 3.', { kind: 'heap-overflow', address: 0x103fc }],
    ['Stay within the 16 bytes of the block', { kind: 'heap-overflow', address: 0x10410 }],
    [
      'Read 4 bytes at 0x04000, from block 3, and nothing',
      { kind: 'uninitialised-read', access: 'read', address: 0x4000 },
    ],
    ['Wrote 4 bytes at 0x00000. Nothing lies so low', { kind: 'null-page', address: 0, block: null, cause: null }],
    ['The stack grew to 0x00ff0, 16 bytes below its end', { kind: 'stack-overflow', address: 0xff0, size: 16 }],
    ['Block 3 (16 bytes) is never freed', { kind: 'leak', size: 16 }],
    ['2 blocks (32 bytes in all) from this line', { kind: 'leak', size: 32, times: 2 }],
    ['The program was ended here: a whole number was divided by zero. Check', { kind: 'crash', size: 4 }],
    ['The program was ended here. How the run ended says why.', { kind: 'crash', size: 0 }],
    ['This happens 5 times.', { times: 5 }],
  ])('says: %s', (words, changed) => {
    expect(told(changed).text).toContain(words);
  });

  it.each<[string, Partial<RawFinding>]>([
    ['the last pointer to it was overwritten here', { loss: 0 }],
    ['the function that held the last pointer to it ended here', { loss: 1 }],
    ['the block that held the last pointer to one of them was freed here', { loss: 2, times: 2 }],
  ])('says how a block was lost: %s', (words, changed) => {
    expect(told({ kind: 'leak', ...changed }).cause?.text).toBe(words);
  });

  it('says why nobody knows how a block was lost in a run that is longer than its recording', () => {
    const { text, cause } = told({ kind: 'leak', cause: null, isPartlyRecorded: true });
    expect([text.includes('known only of a run that is recorded whole'), cause]).toEqual([true, null]);
  });

  it('says why a crash came of a pointer', () => {
    expect(told({ kind: 'crash', size: 7, block: null }).cause?.text).toBe('the pointer became null here');
    expect(told({ kind: 'crash', size: 7 }).cause?.text).toBe('it used bytes of block 3, which was freed here');
  });
});
