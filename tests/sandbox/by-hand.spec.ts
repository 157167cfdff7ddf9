import { expect } from '@playwright/test';
import { play, script, start, test } from './sandbox-page.ts';

const program = `#include <emscripten/emscripten.h>
extern "C" __attribute__((import_module("env"), import_name("log"))) void log_number(int number);
extern "C" EMSCRIPTEN_KEEPALIVE void count(int last) {
  for (int number = 1; number <= last; ++number)
    log_number(number);
}`;

const beside = {
  'sum.wat': `(module (import "env" "memory" (memory 1))
  (func (export "second") (param $at i32) (result i32) (i32.load8_u (i32.add (local.get $at) (i32.const 1)))))`,
};

const source = `const env = {
  log(number) {
    console.log('logged', number);
  },
};
const { instance } = await WebAssembly.instantiateStreaming(fetch('main.wasm'), { env });
instance.exports.count(2);
const { memory } = instance.exports;
new Uint8Array(memory.buffer).set([3, 4], 4096);
const sum = await WebAssembly.instantiateStreaming(fetch('sum.wasm'), { env: { memory } });
console.log(sum.instance.exports.second(4096));`;

const output = 'logged 1\nlogged 2\n4\n';

test('a script makes the instance with imports of its own, and all of it is stepped', async ({ page, server }) => {
  const scenario = { program, beside, scripts: [source], steps: [start, script(source)] };
  const shown = await play(page, server, { ...scenario, asksViews: true });
  expect(shown.outcomes.map(({ status }) => status)).toEqual(['finished', 'finished']);
  expect(shown.output).toBe(output);
  const places = shown.moments.map(({ at }) => at);
  const called = places.indexOf('script.js:7');
  expect(places.slice(called).filter((place) => /main.cpp:5|script.js:3/.test(place ?? ''))).toEqual([
    ...['main.cpp:5', 'script.js:3', 'main.cpp:5', 'script.js:3'],
  ]);
  expect(places.slice(0, called).every((place) => !place?.startsWith('main.cpp'))).toBe(true);
  const plain = await play(page, server, { ...scenario, rewritten: false });
  expect(plain.output).toBe(output);
});

test('the names of modules lead nowhere else', async ({ page, server }) => {
  const attempts = `let count = 0;
const other = '${server.address}secret/main.wasm';
const changing = { toString: () => (count++ === 0 ? 'nothing' : other) };
Array.prototype[Symbol.iterator] = () => { throw new Error('replaced'); };
Map.prototype.get = () => 'stolen';
const attempts = { other, changing, url: new URL('/secret.wasm', other), missing: 'secret.wasm', path: '/secret' };
for (const name in attempts) {
  await fetch(attempts[name]).then(() => console.log('reached', name), () => console.log('refused', name));
}
const { byteLength } = await (await fetch('./sum.wasm')).arrayBuffer();
console.log(byteLength > 8, typeof (await WebAssembly.compileStreaming(fetch('main.wasm'))));`;
  const shown = await play(page, server, { program: 'int main() {}', beside, steps: [start, script(attempts)] });
  expect(shown.output.split('\n').sort().join(' ').trim()).toBe(
    'refused changing refused missing refused other refused path refused url true object',
  );
  expect(server.takeRequests().filter((path) => path.includes('secret'))).toEqual([]);
});
