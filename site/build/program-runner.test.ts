import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { ProgramSource } from './executed-program.ts';
import { createProgramRunner } from './program-runner.ts';
import { exampleProgram } from './testing-tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'pagewise-'));
afterAll(() => rmSync(folder, { recursive: true }));
const runner = createProgramRunner(folder, 2_000);

async function outcomeOf(changes: Partial<ProgramSource>) {
  const ran = await runner.run({ ...exampleProgram, ...changes });
  if ('diagnostics' in ran) throw new Error(JSON.stringify(ran.diagnostics));
  return ran.outcome;
}
const main = (text: string) => ({ files: [{ path: 'main.cpp', text }] });
const lab = (text: string) => ({ javascript: { path: 'lab.js', text } });

it('ends programs that never end', async () => {
  expect(await outcomeOf(main('int main() { for (;;) {} }'))).toMatchObject({ status: 'stopped' });
  const talking = main('#include <cstdio>\nint main() { for (;;) std::puts("more"); }');
  expect(await outcomeOf(talking)).toMatchObject({ status: 'stopped' });
  expect(await outcomeOf(main('int main() { for (volatile int i = 0; i < 1000; i = i + 1) {} }'))).toMatchObject({
    status: 'finished',
  });
}, 120_000);

it.each([
  'while (true) {}',
  'await 0; for (;;) {}',
  'await new Promise((resolve) => setTimeout(resolve, 5)); while (true) memory;',
  'await new Promise((resolve) => setTimeout(() => { for (;;) {} }, 1));',
  'queueMicrotask(() => { for (;;) {} }); await 0;',
  'for await (const each of [1]) for (;;) {}',
  'for (;;) try { await 0; throw 0; } catch {}',
  'await new Promise(() => {});',
  'requestAnimationFrame(() => { for (;;) {} });',
  'for (;;) console.log("more");',
  'new Uint8Array(memory.buffer).sort(() => { for (;;) {} });',
])(
  'ends the script `%s`',
  async (text) => {
    expect(await outcomeOf(lab(text))).toMatchObject({ status: 'stopped' });
  },
  60_000,
);

it('goes on after one that was ended', async () => {
  expect(await outcomeOf(lab('await 0; console.log(1);'))).toMatchObject({ status: 'finished' });
}, 60_000);

it.each(['throw new Error("no");', 'await 0; throw new Error("no");', 'await Promise.reject(new Error("no"));'])(
  'tells how `%s` failed',
  async (text) => {
    expect(await outcomeOf(lab(text))).toMatchObject({ status: 'threw', message: 'Error: no', location: { line: 1 } });
  },
);

it('opens one program of this thread after the other, each when the one before has ended', async () => {
  const opened: string[] = [];
  const open = async (input: string) => {
    const live = await runner.open({ ...exampleProgram, input });
    if ('diagnostics' in live) throw new Error(JSON.stringify(live.diagnostics));
    opened.push(input);
    return live;
  };
  const [first, second] = [open('first'), open('second')];
  const { end } = await first;
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(opened).toEqual(['first']);
  await end();
  await (await second).end();
  expect(opened).toEqual(['first', 'second']);
}, 60_000);
