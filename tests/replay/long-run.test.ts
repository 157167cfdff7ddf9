import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../playground/compiler/compilation.ts';
import { createNodeCompiler } from '../../playground/compiler/node-compiler.ts';
import { LongTrace } from '../../playground/session/replay/long-trace.ts';
import { toAddress } from '../../playground/trace/memory-state.ts';
import type { Frame, Value } from '../../playground/trace/trace.ts';
import { recordTrace } from './record-trace.ts';

const compiler = createNodeCompiler();
const record = (wasm: Uint8Array, budget: number, stepLimit?: number) =>
  recordTrace(wasm, { budget, arguments: ['one'], input: 'Ada\n', ...(stepLimit !== undefined && { stepLimit }) });

/** What a frame shows apart from bytes that were never written: of a call that began before its window nobody knows. */
function written({ variables, ...frame }: Frame) {
  const isWritten = ({ state, parts }: Value): boolean => state !== 'uninitialised' && parts.every(isWritten);
  const unwritten = ['name']; // the rest of this buffer stays unwritten
  return { ...frame, variables: variables.filter(({ value }) => isWritten(value) && !unwritten.includes(value.name)) };
}

const timed = `
#include <chrono>
#include <random>
volatile unsigned last;
int main() {
  std::random_device device;
  for (int i = 0; i < 40'000; ++i) {
    if (i % 100 == 0) last = last ^ device();
    if (i % 1000 == 0) last = last + static_cast<unsigned>(std::chrono::system_clock::now().time_since_epoch().count());
    last = last * 1664525u + 1013904223u;
  }
}`;

const heavy = `
#include <algorithm>
#include <vector>
volatile unsigned last;
int main() {
  std::vector<unsigned> numbers;
  for (unsigned i = 0; i < 40'000; ++i) numbers.push_back(i * 2654435769u);
  std::sort(numbers.begin(), numbers.end());
  last = numbers[1];
  last = numbers[2];
}`;

const waiting = `
volatile unsigned last;
void spin(unsigned times) {
  for (unsigned i = 0; i < times; ++i)
    last = last + i;
}
void outer() {
  spin(20); spin(3'000);
}
int main() {
  spin(40'000);
  outer();
}`;

describe('a run longer than its recording', async () => {
  const text = readFileSync(new URL('long/long-run.cpp', import.meta.url), 'utf8');
  const result = await compiler.compile([{ path: 'long-run.cpp', text }], defaultSettings);
  if (result.status !== 'compiled') throw new Error(JSON.stringify(result));
  const { wasm } = result;
  const whole = await record(wasm, Number.POSITIVE_INFINITY);
  const long = await record(wasm, 1_000_000);

  it('has all of its steps', () => {
    expect(long.trace.steps).toBe(whole.trace.steps);
    expect(long.trace.limit).toContain('run again');
    expect(whole.trace.limit).toBeNull();
  });

  it('has every byte of memory at random steps, as a run that was stopped there', async () => {
    let seed = 12_345;
    for (let tries = 0; tries < 12; tries++) {
      seed = (seed * 48_271) % 2_147_483_647;
      const step = seed % whole.trace.steps;
      const { run } = await record(wasm, 1_000, step);
      const range = { start: toAddress(0), end: toAddress(run.memory.length) };
      expect(Buffer.compare(await long.trace.read(step, range), run.memory), `step ${step}`).toBe(0);
    }
  });

  it('tells the same of a step as a complete recording', async () => {
    const { steps } = whole.trace;
    for (const step of [Math.floor(steps / 3), Math.floor(steps / 2), steps - 2, steps]) {
      const [expected, found] = await Promise.all([whole.trace.at(step), long.trace.at(step)]);
      expect(found.place).toEqual(expected.place);
      expect(found.did).toEqual(expected.did);
      expect(found.output).toBe(expected.output);
      expect(found.frames.map(written)).toEqual(expected.frames.map(written));
      expect(found.state.heap).toEqual(expected.state.heap);
      expect(found.state.growths).toEqual(expected.state.growths);
      expect(found.state.blocks).toEqual(expected.state.blocks);
    }
  });

  it('is searched across the end of the recording, in both directions', async () => {
    const middle = Math.floor(whole.trace.steps / 2);
    for (const [from, direction] of [
      [1000, 'forward'],
      [middle, 'forward'],
      [middle, 'back'],
      [whole.trace.steps, 'back'],
    ] as const) {
      for (const event of ['release', 'output', 'growth'] as const) {
        const destinations = [{ kind: 'event', event }] as const;
        const expected = await whole.trace.find(from, direction, destinations);
        expect(await long.trace.find(from, direction, destinations), `${event} ${direction} from ${from}`).toBe(
          expected,
        );
      }
    }
  });

  it.each([
    ['a window holds', 8],
    ['even one that is looked through alone', 150],
  ])('reaches every step around one that logs more than %s', async (_name, part) => {
    const compiled = await compiler.compile([{ path: 'heavy-step.cpp', text: heavy }], defaultSettings);
    if (compiled.status !== 'compiled') throw new Error(JSON.stringify(compiled));
    const { trace } = await record(compiled.wasm, 100_000);
    if (!(trace instanceof LongTrace)) throw new Error('it is not long');
    const { shown, passing } = trace.windows.bytes;
    trace.windows.bytes = { shown: shown / part, passing: passing / part };
    const sorts = await trace.find(trace.steps, 'back', [{ kind: 'source-line', path: 'heavy-step.cpp', line: 8 }]);
    if (sorts === null) throw new Error('it never sorts');
    const lines: (number | undefined)[] = [];
    for (const step of [sorts - 1, sorts, sorts + 1, sorts + 2]) {
      const { run } = await record(compiled.wasm, 1_000, step);
      const range = { start: toAddress(0), end: toAddress(run.memory.length) };
      expect(Buffer.compare(await trace.read(step, range), run.memory), `step ${step}`).toBe(0);
      lines.push((await trace.at(step)).place?.line);
    }
    expect(lines).toEqual([7, 8, 9, 10]);
    const [did] = (await trace.at(sorts + 1)).did;
    expect(did).toContain('The step before did more than can be recorded at once');
    // What is looked for may have happened in it, where even a search cannot record it whole.
    const { globals } = await trace.at(sorts + 2);
    const range = globals.find(({ value }) => value.name === 'last')?.value.range;
    if (!range) throw new Error('there is no such variable');
    const written = [{ kind: 'write', range }] as const;
    const stops = part === 8 ? [sorts + 2, sorts + 3] : [sorts + 1, sorts + 2, sorts + 3];
    let from: number | null = sorts - 1;
    for (const stop of stops) {
      from = await trace.find(from ?? 0, 'forward', written);
      expect(from).toBe(stop);
    }
    if (part > 8) expect(await trace.find(sorts + 2, 'back', written)).toBe(sorts + 1);
  });

  it('knows the lines at which frames have waited since long before', async () => {
    const compiled = await compiler.compile([{ path: 'waiting.cpp', text: waiting }], defaultSettings);
    if (compiled.status !== 'compiled') throw new Error(JSON.stringify(compiled));
    const { trace } = await record(compiled.wasm, 100_000);
    const { frames } = await trace.at(trace.steps - 1_000);
    const own = frames.filter(({ isLibrary }) => !isLibrary);
    expect(own.slice(0, 2).map(({ name, place }) => [name, place?.line])).toEqual([
      ['main', 12],
      ['outer', 8],
    ]);
  });

  it('has the same clock and the same random numbers when the program is run again', async () => {
    const compiled = await compiler.compile([{ path: 'timed.cpp', text: timed }], defaultSettings);
    if (compiled.status !== 'compiled') throw new Error(JSON.stringify(compiled));
    const { run, trace } = await record(compiled.wasm, 100_000);
    const range = { start: toAddress(0), end: toAddress(run.memory.length) };
    expect(trace.limit).toContain('run again');
    expect(Buffer.compare(await trace.read(trace.steps, range), run.memory)).toBe(0);
  });
});
