import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { ExecutedProgram, ProgramSource } from './executed-program.ts';
import { createProgramRunner } from './program-runner.ts';
import { lastsAsRun, recordRun } from './recorded-run.ts';
import { exampleProgram } from './testing-tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'pagewise-'));
afterAll(() => rmSync(folder, { recursive: true }));
const runner = createProgramRunner(folder, 20_000);
/** What decides a run differs, so this one never takes what the other kept. */
const another = createProgramRunner(folder, 21_000);

const main = `#include <cstdio>
#include <cstdlib>
#include <emscripten/emscripten.h>
extern "C" EMSCRIPTEN_KEEPALIVE int* make(int count) {
  int* list = static_cast<int*>(std::malloc(count * sizeof(int)));
  for (int i = 0; i < count; i++) list[i] = i * i;
  return list;
}
int main() {
  int* kept = make(3);
  std::printf("%d\\n", kept[2]);
  std::free(kept);
  return kept[0] * 0;
}
`;
const text = `const at = exports.make(4);
const list = new Int32Array(memory.buffer, at, 4);
function sum(numbers) { let total = 0; for (const each of numbers) total += each; return total; }
console.log(sum(list), memory.buffer.byteLength);
memory.grow(1);
console.log(list.length);
`;
const program: ProgramSource = {
  ...exampleProgram,
  files: [{ path: 'main.cpp', text: main }],
  javascript: { path: 'lab.js', text },
  calls: [{ name: 'make', arguments: ['2'] }],
};

async function run(by = runner, changes: Partial<ProgramSource> = {}): Promise<ExecutedProgram> {
  const ran = await by.run({ ...program, ...changes });
  if ('diagnostics' in ran) throw new Error(JSON.stringify(ran.diagnostics));
  return ran;
}

/** Everything that a lesson can ask of a run. */
async function told({ trace, ...left }: ExecutedProgram) {
  const steps = Array.from({ length: (trace?.steps ?? -1) + 1 }, (_, step) => step);
  return {
    left,
    moments: steps.map((step) => trace?.momentAt(step)),
    memories: steps.map((step) => {
      const pages = trace?.momentAt(step).state.pages ?? 0;
      return Buffer.from(trace?.engine.read(0, pages * 65_536) ?? []).toString('base64');
    }),
    overview: await trace?.overview(40),
    boundary: await trace?.boundary(),
    lines: await trace?.codeLines('main.cpp'),
    limit: trace?.limit,
  };
}

it('a run that was kept tells at every step what a new one tells', async () => {
  const first = await told(await run());
  expect(first.moments.length).toBeGreaterThan(20);
  expect(first.moments.at(-1)?.findings.map(({ kind }) => kind)).toContain('use-after-free');
  expect(first.left.scriptOutput).toBe('14 262144\n0\n');
  expect(await told(await run())).toEqual(first);
  expect(await told(await run(another))).toEqual(first);
}, 120_000);

it('a run is kept by all that decides it', async () => {
  const random = { path: 'lab.js', text: 'console.log(Math.random());' };
  const printed = async (changes: Partial<ProgramSource>, by = runner) =>
    (await run(by, { javascript: random, ...changes })).scriptOutput;
  const first = await printed({});
  expect(await printed({})).toBe(first);
  const settings = { ...program.settings, initialPages: 5 };
  for (const changes of [{ input: 'x' }, { arguments: ['x'] }, { calls: [] }, { settings }])
    expect(await printed(changes)).not.toBe(first);
  expect(await printed({}, another)).not.toBe(first);
}, 120_000);

it('a run that the time limit ended is not kept, nor one whose log is long or did not come whole', async () => {
  const live = await runner.open(program);
  if ('diagnostics' in live) throw new Error(JSON.stringify(live.diagnostics));
  const left = await recordRun(live).finally(live.end);
  expect(lastsAsRun(left)).toBe(true);
  expect(lastsAsRun({ ...left, outcome: { status: 'stopped', by: 'time-limit', milliseconds: 10_000 } })).toBe(false);
  expect(lastsAsRun({ ...left, outcome: { status: 'stopped', by: 'step-limit' } })).toBe(true);
  expect(lastsAsRun({ ...left, log: null })).toBe(false);
  const { messages = [], known } = left.log ?? {};
  if (!known) throw new Error('no log');
  const many = Array.from({ length: 40_000 }, () => messages).flat();
  expect(lastsAsRun({ ...left, log: { messages: many, known } })).toBe(false);
}, 120_000);
