import { describe, expect, it } from 'vitest';
import { limits } from './messages.ts';
import { parseMessage } from './parse-message.ts';

const state = {
  step: 1,
  pages: 4,
  maximumPages: null,
  layout: { data: { start: 1024, end: 2048 }, stack: { start: 2048, end: 4096 }, heapBase: 4096, symbols: [] },
  stackPointer: 4000,
  stackLow: 3900,
  heapEnd: 5000,
  heap: { liveBlocks: 0, liveBytes: 0, freedBlocks: 0, freedBytes: 0 },
  blocks: [{ id: 1, address: 4096, size: 8, state: 'live', allocatedBy: 'malloc' }],
  growths: [{ from: 4, to: 5, by: 'program' }],
  views: [
    {
      id: 1,
      type: 'Uint8Array',
      byteOffset: 0,
      length: 4,
      tracksLength: false,
      bytesPerElement: 1,
      madeBy: 'script',
      madeAtLine: 2,
      madeInStep: 0,
      state: { kind: 'detached', byLine: null, growth: 0, inStep: 9 },
    },
  ],
  handles: [
    {
      kind: 'val',
      number: 10,
      holds: '"text"',
      references: 1,
      counts: [{ step: 4, references: 1 }],
      madeAt: { path: 'main.cpp', line: 3, column: 0 },
      madeInStep: 4,
      goneInStep: null,
    },
  ],
};

/** A module without the linker's symbols. */
const nothingKnown = {
  layout: { data: null, stack: null, heapBase: null, symbols: [] },
  stackPointer: null,
  stackLow: null,
  heapEnd: null,
};

describe('messages from the sandbox', () => {
  it.each([
    { kind: 'opened', exports: [{ name: 'f', parameters: ['i32'], results: [] }], missing: ['g'] },
    { kind: 'output', pieces: [{ stream: 'stdout', text: 'x' }] },
    { kind: 'state', state, snapshots: [{ start: 0, bytes: new Uint8Array(4) }] },
    { kind: 'frame-wanted' },
    { kind: 'frame', frame: { picture: null, spent: 1.5, width: 3840, height: 2160 } },
    { kind: 'frame', frame: { picture: null, spent: null, width: 0, height: 0 } },
    { kind: 'state', state: { ...state, ...nothingKnown }, snapshots: [] },
    { kind: 'ended', id: 1, outcome: { status: 'finished', exitCode: 0, result: null }, recorded: 3 },
    { kind: 'ended', id: 1, outcome: { status: 'stopped', by: 'step-limit' }, recorded: 0 },
    {
      kind: 'ended',
      id: 1,
      outcome: { status: 'trapped', reason: 'r', location: { path: 'a', line: 1, column: 2 } },
      recorded: 0,
    },
    { kind: 'bytes', id: 1, bytes: new Uint8Array(2) },
  ])('lets %j through', (message) => {
    expect(parseMessage(message)).toEqual(message);
  });

  it.each([
    null,
    'text',
    [],
    { kind: 'unknown' },
    { kind: 'output', pieces: [{ stream: 'console', text: 'x' }] },
    { kind: 'state', state: { ...state, pages: 65_537 }, snapshots: [] },
    { kind: 'state', state: { ...state, stackPointer: 2 ** 33 }, snapshots: [] },
    { kind: 'state', state: { ...state, heapEnd: Number.MAX_SAFE_INTEGER }, snapshots: [] },
    { kind: 'output', pieces: [{ stream: 'stdout', text: 1 }] },
    { kind: 'ended', id: -1, outcome: { status: 'finished', exitCode: 0, result: null } },
    { kind: 'ended', id: 1, outcome: { status: 'stopped', by: 'learner' } },
    { kind: 'ended', id: 1, outcome: { status: 'finished', exitCode: '0', result: null } },
    { kind: 'bytes', id: 1, bytes: [1, 2] },
    { kind: 'frame', frame: { picture: {}, spent: 1, width: 1, height: 1 } },
    { kind: 'frame', frame: { picture: null, spent: -1, width: 1, height: 1 } },
    { kind: 'frame', frame: { picture: null, spent: Number.NaN, width: 1, height: 1 } },
    { kind: 'frame', frame: { picture: null, spent: 1, width: -1, height: 1 } },
    { kind: 'frame', frame: null },
    { kind: 'bytes', id: 1, bytes: new Uint8Array(limits.range + 1) },
    { kind: 'opened', exports: [{ name: 'f', parameters: ['void'], results: [] }], missing: [] },
    { kind: 'opened', exports: [], missing: [1] },
    { kind: 'state', state: { ...state, pages: 1.5 }, snapshots: [] },
    { kind: 'state', state: { ...state, heapEnd: -1 }, snapshots: [] },
    { kind: 'state', state: { ...state, blocks: new Array(limits.list + 1) }, snapshots: [] },
    { kind: 'state', state: { ...state, views: [{ ...state.views[0], type: 'Array' }] }, snapshots: [] },
    { kind: 'state', state: { ...state, handles: [{ ...state.handles[0], madeAt: 3 }] }, snapshots: [] },
    { kind: 'state', state: { ...state, handles: [{ ...state.handles[0], number: -1 }] }, snapshots: [] },
    { kind: 'state', state: { ...state, handles: undefined }, snapshots: [] },
  ])('refuses forgery %#', (message) => {
    expect(parseMessage(message)).toBeNull();
  });

  it('drops what it does not know, so that nothing unparsed reaches the page', () => {
    const message = { kind: 'output', pieces: [{ stream: 'stdout', text: 'x', html: '<img>' }] };
    expect(parseMessage(message)).toEqual({ kind: 'output', pieces: [{ stream: 'stdout', text: 'x' }] });
  });

  it('cuts text that is too long', () => {
    const message = parseMessage({ kind: 'refused', reason: 'x'.repeat(limits.text + 1) });
    expect(message).toEqual({ kind: 'refused', reason: 'x'.repeat(limits.text) });
  });
});
