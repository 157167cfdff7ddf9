import { expect, it } from 'vitest';
import { defaultSettings } from '../../compiler/compilation.ts';
import { createNodeCompiler } from '../../compiler/node-compiler.ts';
import type { CallTimes } from '../../measure/call-times.ts';
import { runInNode } from './run-in-node.ts';

const source = `#include <emscripten/bind.h>
#include <string>
using namespace emscripten;
EM_JS(void, spin, (double until), { const end = performance.now() + until; while (performance.now() < end); });
extern "C" EMSCRIPTEN_KEEPALIVE void wait(double milliseconds) { spin(milliseconds); }
extern "C" EMSCRIPTEN_KEEPALIVE int add(int a, int b) { return a + b; }
static std::string twice(std::string text) { return text + text; }
EMSCRIPTEN_BINDINGS(test) { function("twice", &twice); }
int main() { return 0; }`;

async function timesOf(script: string): Promise<CallTimes> {
  const compiled = await createNodeCompiler().compile([{ path: 'main.cpp', text: source }], defaultSettings);
  if (compiled.status !== 'compiled') throw new Error(JSON.stringify(compiled));
  const { wasm } = compiled;
  const quiet = { arguments: [], stdin: new Uint8Array(), stdout() {}, stderr() {} };
  const run = await runInNode({ ...quiet, wasm, rewritten: false, timesCalls: true });
  expect(await run.runJavaScript(script, 'lab.js')).toMatchObject({ status: 'finished' });
  const times = run.callTimes();
  if (!times) throw new Error('nothing was timed');
  return times;
}

it('takes the time of each call into the program and out of it, of the glue, and of copies', async () => {
  const { kinds } = await timesOf(`exports.wait(8);
exports.wait(4);
exports.add(1, 2);
Module.twice('abc');
const bytes = new Uint8Array(memory.buffer, 1024, 8);
bytes.set([1, 2, 3]);
bytes.slice(0, 2);
new Uint8Array(4).set([1]);
new TextDecoder().decode(bytes);`);
  const timed = new Map(kinds.map(({ way, name, calls }) => [`${way} ${name}`, calls]));
  expect(Object.fromEntries(timed)).toMatchObject({
    'in wait': 2,
    'out spin': 2,
    'in add': 1,
    'glue twice': 1,
    'copy stringToUTF8Array': 1,
    'copy UTF8ArrayToString': 1,
    'copy set': 1,
    'copy slice': 1,
    'copy decode': 1,
  });
  const wait = kinds.find(({ way, name }) => way === 'in' && name === 'wait');
  const spin = kinds.find(({ name }) => name === 'spin');
  expect(wait?.samples).toHaveLength(2);
  expect(wait?.samples[0]).toBeGreaterThanOrEqual(8);
  expect(wait?.samples[1]).toBeGreaterThanOrEqual(4);
  expect(wait?.milliseconds).toBeGreaterThanOrEqual(spin?.milliseconds ?? Number.POSITIVE_INFINITY);
});

it('keeps the time of each copy, in the order in which they were made', async () => {
  const { kinds } = await timesOf(`const bytes = new Uint8Array(memory.buffer, 1024, 200_000);
for (const length of [1, 200_000, 2]) bytes.slice(0, length);`);
  const [one, many, two] = kinds.find(({ way, name }) => way === 'copy' && name === 'slice')?.samples ?? [];
  expect(many).toBeGreaterThan(Math.max(one ?? 1, two ?? 1));
});

it('counts every call, keeps few of them, and is not misled by what a script replaces', async () => {
  const { kinds, overhead, resolution } = await timesOf(`Array.prototype.push = Map.prototype.get = () => { throw 1; };
Object.defineProperty(Array.prototype, 0, { set() { throw new Error('was seen'); } });
performance.now = () => 0;
for (let index = 0; index < 5000; index++) exports.add(index, 1);`);
  const add = kinds.find(({ name }) => name === 'add');
  expect(add).toMatchObject({ way: 'in', calls: 5000 });
  expect(add?.samples).toHaveLength(100);
  expect(add?.milliseconds).toBeGreaterThan(0);
  expect(resolution).toBeGreaterThan(0);
  expect(overhead).toBeGreaterThan(0);
});
