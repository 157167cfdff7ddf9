import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../playground/compiler/compilation.ts';
import { createNodeCompiler } from '../../playground/compiler/node-compiler.ts';
import { LongTrace } from '../../playground/session/replay/long-trace.ts';
import { eventKinds, type Finding, type Trace } from '../../playground/trace/trace.ts';
import { recordTrace } from './record-trace.ts';

/** A trace of a run whose recording has room for so many bytes. */
async function record(wasm: Uint8Array, budget: number, isOrdinary = true): Promise<Trace> {
  const { trace } = await recordTrace(wasm, { budget, loads: true });
  if (trace instanceof LongTrace && !isOrdinary) trace.windows.bytes = { shown: 200_000, passing: 400_000 };
  return trace;
}

describe.each([
  ['in one window', true],
  ['in many windows', false],
])('a run longer than its recording, looked through %s', async (_name, isOrdinary) => {
  const text = readFileSync(new URL('long/mistakes.cpp', import.meta.url), 'utf8');
  const compiled = await createNodeCompiler().compile([{ path: 'mistakes.cpp', text }], defaultSettings);
  if (compiled.status !== 'compiled') throw new Error(JSON.stringify(compiled));
  const whole = await record(compiled.wasm, Number.POSITIVE_INFINITY);
  const long = await record(compiled.wasm, 100_000, isOrdinary);

  it('has the same findings, with the lines and steps that did it and that caused it', async () => {
    expect(long).toBeInstanceOf(LongTrace);
    const expected = await whole.findings();
    expect(expected.map(({ kind }) => kind).sort()).toEqual(['double-free', 'heap-overflow', 'leak', 'use-after-free']);
    const said = ' The line that lost the last pointer is known only of a run that is recorded whole.';
    const told = (found: Finding) =>
      found.kind === 'leak' ? { ...found, text: `${found.text}${said}`, cause: null } : found;
    expect(await long.findings()).toEqual(expected.map(told));
  });

  it('has the same events along the run', async () => {
    const [expected, found] = [await whole.overview(16), await long.overview(16)];
    expect(found.known).toBe(long.steps);
    const sum = (list: readonly number[]) => list.reduce((one, other) => one + other, 0);
    for (const kind of eventKinds) expect([kind, sum(found.events[kind])]).toEqual([kind, sum(expected.events[kind])]);
    expect(Math.max(...found.depths)).toBe(Math.max(...expected.depths));
  });

  it('has the same blocks, and knows who allocated and freed them', async () => {
    const { steps } = whole;
    for (const step of [Math.floor(steps / 2), steps - 3, steps]) {
      const [expected, found] = [await whole.at(step), await long.at(step)];
      expect(found.state.blocks).toEqual(expected.state.blocks);
      expect(found.state.heap).toEqual(expected.state.heap);
      for (const { address } of expected.state.blocks) {
        const range = { start: address, end: address };
        const [right, told] = [await whole.history(step, range, 0), await long.history(step, range, 0)];
        expect(told.block?.id).toBe(right.block?.id);
        expect([told.block?.allocated?.place, told.block?.allocated?.step]).toEqual([
          right.block?.allocated?.place,
          right.block?.allocated?.step,
        ]);
        // What comes after its window it does not know.
        if (right.block?.freed && right.block.freed.step < step) {
          expect([told.block?.freed?.place, told.block?.freed?.step]).toEqual([
            right.block.freed.place,
            right.block.freed.step,
          ]);
        }
      }
    }
  });

  it('is searched to its ends', async () => {
    const { steps } = whole;
    const destinations = [
      [{ kind: 'event', event: 'release' }],
      [{ kind: 'event', event: 'finding' }],
      [{ kind: 'event', event: 'output' }],
      [{ kind: 'out' }],
      [{ kind: 'line-over' }],
      [{ kind: 'source-line', path: 'mistakes.cpp', line: 31 }],
      [{ kind: 'source-line', path: 'mistakes.cpp', line: 23 }],
      [{ kind: 'source-line', path: 'mistakes.cpp', line: 999 }],
    ] as const;
    for (const from of [5, Math.floor(steps / 2), steps]) {
      for (const direction of ['forward', 'back'] as const) {
        for (const to of destinations) {
          const expected = await whole.find(from, direction, to);
          expect([from, direction, to, await long.find(from, direction, to)]).toEqual([from, direction, to, expected]);
        }
      }
    }
  });

  it('gives up a search that nobody waits for', async () => {
    const nowhere = [{ kind: 'source-line', path: 'mistakes.cpp', line: 999 }] as const;
    const stale = long.find(10, 'forward', nowhere);
    const newer = long.find(10, 'forward', [{ kind: 'line' }]);
    expect([await stale, await newer]).toEqual([null, 11]);
  });
});
