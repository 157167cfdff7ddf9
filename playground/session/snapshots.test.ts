import { expect, it } from 'vitest';
import { toAddress } from '../trace/memory-state.ts';
import { Snapshots } from './snapshots.ts';

const piece = (start: number, length: number, value: number) => ({ start, bytes: new Uint8Array(length).fill(value) });
const range = (start: number, end: number) => ({ start: toAddress(start), end: toAddress(end) });

it('answers from the newest piece that has the whole range', () => {
  const snapshots = new Snapshots();
  snapshots.add([piece(0, 100, 1)], 100);
  snapshots.add([piece(10, 10, 2)], 100);
  expect(snapshots.read(range(12, 14))).toEqual(new Uint8Array([2, 2]));
  expect(snapshots.read(range(18, 21))).toEqual(new Uint8Array([1, 1, 1]));
});

it('answers shorter past the end of memory, and not at all for what nobody reported', () => {
  const snapshots = new Snapshots();
  snapshots.add([piece(90, 10, 1)], 100);
  expect(snapshots.read(range(98, 120))).toEqual(new Uint8Array([1, 1]));
  expect(snapshots.read(range(100, 120))).toEqual(new Uint8Array());
  expect(snapshots.read(range(0, 10))).toBeNull();
});
