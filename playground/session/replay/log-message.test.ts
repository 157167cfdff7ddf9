import { describe, expect, it } from 'vitest';
import { parseLogMessage } from './log-message.ts';

const section = {
  words: new Uint32Array(3),
  pieces: new Uint32Array(1),
  contents: new Uint8Array(4096),
};

describe('messages of the log', () => {
  it.each([
    { kind: 'part', words: new Uint32Array(3) },
    { kind: 'section', section },
    { kind: 'end', why: 'budget' },
    { kind: 'script', words: new Uint32Array([3, 1, 0, 1]), texts: ['number\n1'] },
    {
      kind: 'journal',
      isWhole: true,
      steps: 12,
      entries: [
        { kind: 'call', name: 'f', args: [1, 2n] },
        { kind: 'return', value: 0 },
        { kind: 'end' },
        { kind: 'write', address: 8, bytes: new Uint8Array(2) },
        { kind: 'grow', pages: 1 },
        { kind: 'note', words: [1, 2, 3], isStep: true },
      ],
    },
  ])('lets $kind through', (message) => {
    expect(parseLogMessage(message)).toEqual(message);
  });

  it('lets a beginning through', () => {
    const message = {
      kind: 'begin',
      recording: 'instance',
      loads: false,
      pages: 4,
      others: [2],
      heapEndAt: null,
      section,
    };
    expect(parseLogMessage(message)).toMatchObject({ kind: 'begin', pages: 4, others: [2] });
  });

  it.each([
    null,
    'section',
    {},
    { kind: 'section' },
    { kind: 'section', section: { ...section, words: [1, 2] } },
    { kind: 'section', section: { ...section, words: [new Uint32Array(3)] } },
    { kind: 'section', section: { ...section, contents: new Uint16Array(2) } },
    { kind: 'section', section: { ...section, words: new Uint32Array(new SharedArrayBuffer(8)) } },
    { kind: 'part' },
    { kind: 'part', words: [1, 2] },
    { kind: 'part', words: new Uint32Array(new SharedArrayBuffer(8)) },
    { kind: 'begin', recording: 'elsewhere', loads: false, pages: 4, others: [], heapEndAt: null, section },
    { kind: 'begin', recording: 'instance', loads: false, pages: -1, others: [], heapEndAt: null, section },
    { kind: 'begin', recording: 'instance', loads: false, pages: 65_537, others: [], heapEndAt: null, section },
    { kind: 'begin', recording: 'instance', loads: false, pages: 4, others: [], heapEndAt: 0.5, section },
    { kind: 'begin', recording: 'instance', pages: 4, heapEndAt: null, section },
    { kind: 'begin', recording: 'instance', pages: 4, others: [-1], heapEndAt: null, section },
    { kind: 'begin', recording: 'instance', pages: 4, others: Array(100).fill(1), heapEndAt: null, section },
    { kind: 'end', why: 'boredom' },
    { kind: 'script', words: [3, 1, 0, 1], texts: [] },
    { kind: 'script', words: new Uint32Array(1), texts: [1] },
    { kind: 'script', words: new Uint32Array(1), texts: ['x'.repeat(20_000)] },
    { kind: 'script', words: new Uint32Array(new SharedArrayBuffer(8)), texts: [] },
    { kind: 'journal', isWhole: true, steps: 1, entries: 'none' },
    { kind: 'journal', isWhole: 'yes', steps: 1, entries: [] },
    { kind: 'journal', isWhole: true, steps: 1, entries: [{ kind: 'call', name: 'f', args: [{}] }] },
    { kind: 'journal', isWhole: true, steps: 1, entries: [{ kind: 'write', address: -4, bytes: new Uint8Array(2) }] },
    { kind: 'journal', isWhole: true, steps: 1, entries: [{ kind: 'grow', pages: 1e9 }] },
    { kind: 'journal', isWhole: true, steps: 1, entries: [null] },
  ])('refuses %j', (message) => {
    expect(parseLogMessage(message)).toBeNull();
  });
});
