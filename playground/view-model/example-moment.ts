import { type Address, type Block, type ByteRange, toAddress } from '../trace/memory-state.ts';
import type { Change, Frame, Moment, Value, Variable } from '../trace/trace.ts';
import {
  at,
  bytesAt,
  depthAt,
  entered,
  freed,
  littleEndian,
  type Name,
  place,
  run,
  stackPointerAt,
} from './example-run.ts';
import { exampleState } from './example-state.ts';
import { rangeOf } from './place.ts';

const numberAt = (step: number, address: Address | number): number =>
  new DataView(bytesAt(step, address, address + 4).buffer).getUint32(0, true);

/** What the example shows at a step; `short` is that step in the run that is repeated. */
export function momentAt(step: number, short: number): Moment {
  const last = run[short - 1];
  const line = run[short]?.line;
  const isFreed = short > freed;
  const block: Block = {
    id: 1,
    address: toAddress(at.block),
    size: 12,
    state: isFreed ? 'freed' : 'live',
    allocatedBy: 'malloc',
  };
  const blocks = short > 0 ? [block] : [];
  const live = blocks.filter(({ state }) => state === 'live').length;
  const changes = (last?.writes ?? []).map(([address, value]): Change => {
    return { range: rangeOf(address, 4), before: bytesAt(short - 1, address, address + 4), after: littleEndian(value) };
  });
  const changed = new Set<number>(changes.map(({ range }) => range.start));
  const variable = (name: Name, role: Variable['role'], type: string, declared: number): Variable => {
    const isPointer = type.endsWith('*');
    const isWritten = run.slice(0, short).some(({ writes }) => writes?.some(([address]) => address === at[name]));
    const value = numberAt(short, at[name]);
    const whole: Value = {
      name,
      type,
      text: isPointer ? `0x${value.toString(16)}` : String(value),
      state: isWritten || role === 'global' ? 'known' : 'uninitialised',
      range: rangeOf(at[name], 4),
      pointsTo:
        isPointer && isWritten ? { range: rangeOf(value, 12), what: isFreed ? 'block 1 (freed)' : 'block 1' } : null,
      isRaw: false,
      isCut: false,
      parts: [],
    };
    return { role, line: declared, value: whole, changed: changed.has(at[name]) };
  };
  const frame = (name: string, at: number, bytes: ByteRange, variables: readonly Variable[]): Frame => {
    return { name, place: place(at), isLibrary: false, isInlined: false, bytes, variables };
  };
  const isInside = depthAt(short) === 2;
  const main = frame('main', isInside ? 14 : (line ?? 17), rangeOf(0x104e0, 32), [
    variable('data', 'local', 'int*', 10),
  ]);
  const add = frame('add', line ?? 7, rangeOf(0x104c0, 32), [
    variable('numbers', 'parameter', 'const int*', 3),
    variable('count', 'parameter', 'int', 3),
    variable('sum', 'local', 'int', 4),
    variable('i', 'local', 'int', 5),
  ]);
  return {
    step,
    state: {
      ...exampleState,
      step: step + 1,
      layout: { ...exampleState.layout, symbols: [{ name: 'total', address: toAddress(at.total), size: 4 }] },
      stackPointer: toAddress(stackPointerAt(short)),
      stackLow: toAddress(short >= entered ? 0x104c0 : 0x104e0),
      blocks,
      heap: { liveBlocks: live, liveBytes: live * 12, freedBlocks: Number(isFreed), freedBytes: isFreed ? 12 : 0 },
      growths: [],
      views: [],
      handles: [],
    },
    place: line === undefined ? null : place(line),
    next: line === undefined ? null : `line ${line} of main.cpp`,
    did: [last ? `L${last.did.slice(1)}.` : 'Nothing has run yet.'],
    changes,
    frames: line === undefined ? [] : isInside ? [main, add] : [main],
    globals: [variable('total', 'global', 'int', 2)],
    output: 0,
    findings:
      short <= run.length - 1
        ? []
        : [
            {
              kind: 'use-after-free',
              step: run.length - 1,
              text: 'Read 4 bytes of block 1 after it was freed.',
              place: place(16),
              cause: { step: freed, place: place(15), text: 'block 1 was freed' },
            },
          ],
  };
}
