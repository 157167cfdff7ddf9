import type { Change } from '../trace/trace.ts';

/** Bytes that differ from the step before, by address, with the value that they had. */
export type ChangedBytes = ReadonlyMap<number, number>;

/** Bytes from `start` to `end` that some changes changed. Where several changed one, the first tells what it was. */
export function changedBytes(changes: readonly Change[], start: number, end: number): ChangedBytes {
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  for (const { range, before, after } of changes) {
    for (let address = Math.max(start, range.start); address < Math.min(end, range.end); address++) {
      const old = before[address - range.start];
      const now = after[address - range.start];
      if (old !== undefined && !first.has(address)) first.set(address, old);
      if (now !== undefined) last.set(address, now);
    }
  }
  return new Map([...first].filter(([address, old]) => last.get(address) !== old));
}
