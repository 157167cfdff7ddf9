import { expect, it } from 'vitest';
import { OutsideWrites } from './outside-writes.ts';
import type { RunLog } from './run-log.ts';

/** A memory and a log that keeps what was there before each write, as the program's does. */
function recorded() {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const bytes = () => new Uint8Array(memory.buffer);
  const records: { readonly start: number; readonly old: Uint8Array }[] = [];
  const log = {
    isWatched: true,
    isRecording: true,
    checkSize() {},
    writes: (_by: string, start: number, length: number) =>
      records.push({ start, old: bytes().slice(start, start + length) }),
    journal: { writes() {} },
  };
  return { memory, bytes, records, outside: new OutsideWrites(memory, log as unknown as RunLog) };
}

it('logs every byte that code outside changes, whatever of it was reported, and however memory grows meanwhile', () => {
  let seed = 7;
  const below = (end: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % end;
  };
  for (let run = 0; run < 60; run++) {
    const { memory, bytes, records, outside } = recorded();
    bytes().set([1, 2, 3, 4, 5, 6, 7, 8], 5_000);
    const first = bytes().slice();
    for (let turn = 0; turn < 3; turn++) {
      outside.begin();
      for (let act = below(30); act > 0; act--) {
        const at = below(bytes().length - 8);
        bytes()[at] = below(4);
        const what = below(8);
        if (what === 0) outside.check('script');
        if (what === 1) outside.checkRange(at, at + 8);
        if (what === 2) outside.checkElement(at, at + 4, below(2) === 1);
        if (what > 3 || memory.buffer.byteLength > 2 ** 20) continue;
        memory.grow(1 + below(3));
        outside.checkBeforeGrowth();
      }
      outside.end('script');
    }
    const undone = bytes().slice();
    for (const { start, old } of records.reverse()) undone.set(old, start);
    const all = new Uint8Array(undone.length);
    all.set(first);
    expect(Buffer.compare(undone, all), `run ${run}`).toBe(0);
  }
});
