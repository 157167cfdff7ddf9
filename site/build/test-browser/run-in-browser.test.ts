import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { evaluateChecks } from '../../../playground/exercises/evaluate-checks.ts';
import { parseCheck } from '../../../playground/exercises/parse-check.ts';
import { lackedHere } from '../../../playground/lesson/host-features.ts';
import type { ProgramSource } from '../executed-program.ts';
import { createProgramRunner } from '../program-runner.ts';
import { createDecide } from '../prove-exercise.ts';
import { exampleProgram } from '../testing-tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'pagewise-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());
const runner = createProgramRunner(folder, 5_000);
const main = `#include <emscripten/emscripten.h>
int counter = 40;
extern "C" EMSCRIPTEN_KEEPALIVE int add(int a) { counter += a; return counter; }
int main() { counter += 1; return 0; }
`;
/** Draws, which Node.js does not, and reads back what it drew. */
const text = `const context = canvas.getContext('2d');
context.fillStyle = '#f00';
context.fillRect(0, 0, 8, 8);
exports.add(1);
const bytes = new Uint8Array(memory.buffer);
console.log(context.getImageData(0, 0, 1, 1).data.join(), bytes.length);
`;
const program: ProgramSource = {
  ...exampleProgram,
  files: [{ path: 'main.cpp', text: main }],
  javascript: { path: 'lab.js', text },
  needs: ['canvas'],
};

it('a program that needs what Node.js lacks runs in the test browser, with its memory and its steps', async () => {
  expect(lackedHere(['canvas'])).toEqual(['canvas']);
  const ran = await runner.run(program);
  if ('diagnostics' in ran) throw new Error(JSON.stringify(ran.diagnostics));
  expect(ran.outcome).toMatchObject({ status: 'finished' });
  expect(ran.scriptOutput).toBe('255,0,0,255 262144\n');
  const symbol = ran.state.layout.symbols.find(({ name }) => name === 'counter');
  expect(new DataView(ran.memory.buffer).getInt32(symbol?.address ?? 0, true)).toBe(42);
  expect(ran.memory).toHaveLength(262_144);
  expect(ran.trace?.steps).toBeGreaterThan(6);
}, 60_000);

it('an exercise of such a program is decided there', async () => {
  const checks = ['call add(8) = 50', 'value counter = 50', 'no-finding', 'call add(0) = 7'].map((source) => {
    const parsed = parseCheck(source);
    if (!parsed.ok) throw new Error(parsed.message);
    return { source, check: parsed.check, statement: '' as never, advice: null };
  });
  const decision = await createDecide(runner, evaluateChecks)(program, checks);
  if (decision.status !== 'decided') throw new Error(JSON.stringify(decision));
  expect(decision.verdicts.map(({ passed }) => passed)).toEqual([true, false, true, false]);
}, 60_000);

it('one finds nothing of those before it', async () => {
  const told = async (text: string) => {
    const ran = await runner.run({ ...program, javascript: { path: 'lab.js', text } });
    return 'diagnostics' in ran ? ran : [ran.scriptOutput, ran.trace?.momentAt(ran.trace.steps).output];
  };
  expect(await told('globalThis.left = exports.add(1); console.log(left);')).toEqual(['42\n', 3]);
  expect(await told('console.log(typeof left, exports.add(1));')).toEqual(['undefined 42\n', 13]);
}, 60_000);

it('more than there are pages run at the same time, each alone in its page', async () => {
  const texts = Array.from(
    { length: 6 },
    (_, index) => `globalThis.left ??= ${index}; console.log(left, exports.add(${index}));`,
  );
  const ran = await Promise.all(texts.map((text) => runner.run({ ...program, javascript: { path: 'lab.js', text } })));
  expect(ran.map((each) => ('diagnostics' in each ? each : each.scriptOutput))).toEqual(
    texts.map((_, index) => `${index} ${41 + index}\n`),
  );
}, 60_000);

it('one that never ends there is stopped', async () => {
  const ran = await runner.run({ ...program, javascript: { path: 'lab.js', text: 'await 0; for (;;) {}' } });
  expect('outcome' in ran && ran.outcome).toMatchObject({ status: 'stopped', by: 'time-limit' });
}, 60_000);

it('without a browser it counts as failed, and the message says what is lacking', async () => {
  vi.stubEnv('CHROMIUM', '');
  vi.stubEnv('PATH', '/nowhere');
  const ran = await runner.run({ ...program, input: 'another' });
  expect('diagnostics' in ran && ran.diagnostics[0]?.message).toMatch(
    /^it was not run: Node.js [\d.]+ has no drawing outside of a page.*install Chromium, or name it by CHROMIUM$/,
  );
});

it('a browser that does not start is named', async () => {
  vi.stubEnv('CHROMIUM', '/bin/false');
  const ran = await runner.run({ ...program, input: 'one more' });
  expect('diagnostics' in ran && ran.diagnostics[0]?.message).toMatch(/^it was not run: \/bin\/false did not start \(/);
});
