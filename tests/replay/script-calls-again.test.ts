import { expect, it } from 'vitest';
import { defaultSettings } from '../../playground/compiler/compilation.ts';
import { runInNode } from '../../playground/session/node/run-in-node.ts';
import { PreparedScripts } from '../../playground/session/prepare-scripts.ts';
import type { LogMessage } from '../../playground/session/replay/log-message.ts';
import { LogReceiver } from '../../playground/session/replay/log-receiver.ts';
import { toAddress } from '../../playground/trace/memory-state.ts';
import { compileProgram, corpusProgram } from './corpus.ts';
import { engine } from './node-stage.ts';
import { unlimited } from './perform.ts';

const wasm = await compileProgram(corpusProgram('javascript-views.cpp', defaultSettings));

/** Runs the program, whose recording is full at once or never, and then a script. */
async function traceOf(script: string, budget: number, instruments: boolean) {
  const receiver = new LogReceiver(engine, wasm);
  let sent = 0;
  const run = await runInNode({
    ...{ wasm, arguments: [], stdin: new Uint8Array(), stdout() {}, stderr() {}, scripts: [script] },
    recording: {
      ...{ budget, stepLimit: unlimited },
      post(message: LogMessage) {
        sent++;
        receiver.receive(message);
      },
    },
  });
  // What is made by `new Function` is not instrumented: its calls and its writes are found by comparison.
  const text = instruments ? script : `new Function('exports', 'memory', ${JSON.stringify(script)})(exports, memory);`;
  await run.runJavaScript(text, 'lab.js');
  const known = new PreparedScripts();
  await known.prepare(text, 'lab.js');
  run.sync();
  await receiver.until(sent);
  const { sites, functions } = known;
  const trace = await receiver.trace({ state: run.state, scriptPath: 'lab.js', script: { sites, functions } });
  if (!trace) throw new Error('nothing was recorded');
  return { trace, size: run.memory.length };
}

const script = `
const at = exports.arena();
const bytes = new Uint8Array(memory.buffer, at, 8192);
for (let i = 0; i < 12; i++) {
  bytes[i] = i + 1;
  exports.rotate();
  if (i === 6) bytes.fill(i, 100, 200);
  exports.rotate(i, 'more than it takes');
}
bytes[8191] = 77;`;

const byHand = `const { instance } = await WebAssembly.instantiateStreaming(fetch('main.wasm'));
const { exports } = instance;
const { memory } = exports;
${script}`;

it.each([
  ['instrumented', script, true],
  ['of which nobody knows', script, false],
  ['which makes the instance', byHand, true],
])('runs a program again whose exports a script calls, %s', { timeout: 60_000 }, async (_name, script, instruments) => {
  const whole = await traceOf(script, Number.POSITIVE_INFINITY, instruments);
  const long = await traceOf(script, 1, instruments);
  expect(whole.trace.limit).toBeNull();
  expect(long.trace.limit).toContain('run again');
  expect(long.trace.steps).toBe(whole.trace.steps);
  const range = { start: toAddress(0), end: toAddress(whole.size) };
  for (let tries = 0; tries < 12; tries++) {
    const step = whole.trace.steps - ((tries * 17_389) % (whole.trace.steps - 1));
    const [expected, found] = [await whole.trace.read(step, range), await long.trace.read(step, range)];
    expect(Buffer.compare(found, expected), `memory at step ${step}`).toBe(0);
    const [one, other] = [await whole.trace.at(step), await long.trace.at(step)];
    expect([step, other.place, other.frames.map(({ name }) => name)]).toEqual([
      ...[step, one.place, one.frames.map(({ name }) => name)],
    ]);
  }
});
