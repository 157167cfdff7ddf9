import { expect, it } from 'vitest';
import { recordBoundary, told, withoutAddresses } from './boundary-of.ts';

const c = `#include <emscripten.h>
#include <string.h>
#include <stdlib.h>
EM_JS(void, say, (const char* text), {
  globalThis.said = UTF8ToString(text);
});
EMSCRIPTEN_KEEPALIVE int measure(const char* s) { return (int)strlen(s); }
EMSCRIPTEN_KEEPALIVE int add(int a, int b) { return a + b; }
EMSCRIPTEN_KEEPALIVE double half(double n, long long big) { return n / 2 + (double)big; }
EMSCRIPTEN_KEEPALIVE const char* greeting(void) { return "h\\u00e9"; }
EMSCRIPTEN_KEEPALIVE void hello(const char* s) {
  EM_ASM({
    globalThis.said = UTF8ToString($0);
  }, s);
}
EMSCRIPTEN_KEEPALIVE void speak(void) { say("four"); }
EMSCRIPTEN_KEEPALIVE void* keep(void) { return malloc(24); }
int main(void) { return 0; }
`;

const inC = async (script: string) =>
  withoutAddresses(told((await recordBoundary('main.c', c, script)).boundary.parts));

it('tells where ccall puts a string, of how many bytes, and that it takes the stack for it', async () => {
  expect(await inC(`Module.ccall('measure', 'number', ['string'], ['a\\u00e9\\u{1F600}']);`)).toEqual([
    `lab.js:1 glue ccall("measure", "number", ["string"], ["aé😀"]) = 7`,
    '  lab.js:1 in _emscripten_stack_alloc(8) as (i32 8) = @',
    '  lab.js:1 in 8 UTF-8 of 4 units "aé😀" by ccall > stringToUTF8OnStack > stringToUTF8 > stringToUTF8Array',
    '  lab.js:1 in measure(@) as (i32 @) = 7',
  ]);
});

it.each([
  ['', 1, '""'],
  ['abc', 4, '"abc"'],
  ['\u00fc', 3, '"ü"'],
  ['\u{1F600}', 5, '"😀"'],
  ['a\uD800', 5, '"a\\ud800"'],
])('counts the bytes of %j with the NUL: %i', async (text, bytes, shown) => {
  const lines = await inC(`const at = Module.stringToNewUTF8(${JSON.stringify(text)});\nexports.free(at);`);
  expect(lines[2]).toBe(
    `  lab.js:1 in ${bytes} UTF-8 of ${text.length} units ${shown} by stringToNewUTF8 > stringToUTF8 > stringToUTF8Array`,
  );
});

it('tells the block of stringToNewUTF8, and that somebody freed it', async () => {
  const { boundary, trace } = await recordBoundary(
    'main.c',
    c,
    `Module.stringToNewUTF8('leak');\nconst freed = Module.stringToNewUTF8('freed');\nexports.free(freed);`,
  );
  const [leak, freed] = boundary.parts;
  expect(leak).toMatchObject({ name: 'stringToNewUTF8', blocks: [1, 2] });
  expect(freed).toMatchObject({ name: 'stringToNewUTF8', blocks: [2, 3] });
  const { state } = await trace.at(trace.steps);
  expect(state.blocks.map(({ id, state: now, size }) => [id, now, size])).toEqual([
    [1, 'live', 5],
    [2, 'freed', 6],
  ]);
});

it('tells values as JavaScript passed them, and as Wasm got them', async () => {
  expect(await inC(`exports.add('2', 3.7);\nexports.add(undefined, 2 ** 32 + 1);\nexports.half(-0, 5n);`)).toEqual([
    'lab.js:1 in add("2", 3.7) as (i32 2, i32 3) = 5',
    'lab.js:2 in add(undefined, 4294967297) as (i32 0, i32 1) = 1'.replace('4294967297', '@'),
    'lab.js:3 in half(-0, 5n) as (f64 -0, i64 5) = 5',
  ]);
});

it('tells what a script copies by itself, into memory and out of it', async () => {
  const script = `const at = exports.malloc(16);
Module.HEAPU8.set([1, 2, 3], at);
const words = new Uint16Array(memory.buffer, at, 8);
words.set(new Uint16Array([7, 8]), 1);
new TextEncoder().encodeInto('\\u00fc\\u{1F600}', new Uint8Array(memory.buffer, at, 16));
new TextDecoder().decode(new Uint8Array(memory.buffer, at, 6));
words.slice(1, 3);
new Uint8Array(4).set([1, 2]);
new TextEncoder().encodeInto('elsewhere', new Uint8Array(9));
new Uint32Array(8).set(words.subarray(0, 3));`;
  expect(await inC(script)).toEqual([
    'lab.js:1 in malloc(16) as (i32 16) = @, 1 allocated',
    'lab.js:2 in 3 by set',
    'lab.js:4 in 4 by set',
    'lab.js:5 in 6 UTF-8 of 3 units "ü😀" by encodeInto',
    'lab.js:6 out 6 UTF-8 of 3 units "ü😀" by decode',
    'lab.js:7 out 4 by slice',
    'lab.js:10 out 6 by set',
  ]);
});

it('tells the addresses of what is copied', async () => {
  const { boundary } = await recordBoundary(
    'main.c',
    c,
    `const at = exports.malloc(16);
const words = new Uint16Array(memory.buffer, at, 8);
words.set([7, 8], 1);
words.slice(-3);`,
  );
  const [allocated, set, sliced] = boundary.parts;
  const at = allocated?.kind === 'crossing' ? Number(allocated.wiredResult?.text) : 0;
  expect(at).toBeGreaterThan(0);
  expect([set, sliced]).toMatchObject([
    { direction: 'in', range: { start: at + 2, end: at + 6 } },
    { direction: 'out', range: { start: at + 10, end: at + 16 } },
  ]);
});

it('tells the string that ccall makes of what the program returned', async () => {
  expect(await inC(`Module.ccall('greeting', 'string', [], []);`)).toEqual([
    `lab.js:1 glue ccall("greeting", "string", [], []) = "hé"`,
    '  lab.js:1 in greeting() = @',
    '  lab.js:1 out 3 UTF-8 of 2 units "hé" by ccall > UTF8ToString > UTF8ArrayToString',
  ]);
});

it('tells what EM_ASM and EM_JS read, with their lines in the C file', async () => {
  expect(await inC(`exports.hello(Module.stringToNewUTF8('abc'));\nexports.speak();`)).toEqual([
    'lab.js:1 glue stringToNewUTF8("abc") = @, 1 allocated',
    '  lab.js:1 in malloc(4) as (i32 4) = @, 1 allocated',
    '  lab.js:1 in 4 UTF-8 of 3 units "abc" by stringToNewUTF8 > stringToUTF8 > stringToUTF8Array',
    'lab.js:1 in hello(@) as (i32 @) = nothing',
    '  main.c:12 out EM_ASM(@) as (i32 @) = undefined',
    '    main.c:13 glue UTF8ToString(@) = "abc"',
    '      main.c:13 out 3 UTF-8 of 3 units "abc" by UTF8ToString > UTF8ArrayToString',
    'lab.js:2 in speak() = nothing',
    '  main.c:16 out say(@) as (i32 @) = nothing',
    '    main.c:5 glue UTF8ToString(@) = "four"',
    '      main.c:5 out 4 UTF-8 of 4 units "four" by UTF8ToString > UTF8ArrayToString',
  ]);
});

it('keeps what a function of the program is: a table takes it and gives it back', async () => {
  const script = `const table = new WebAssembly.Table({ element: 'anyfunc', initial: 1 });
table.set(0, exports.add);
console.log(table.get(0) === exports.add, table.get(0)(2, 3), exports.add.length, typeof exports.add);`;
  expect((await recordBoundary('main.c', c, script)).printed).toBe('true 5 2 function\n');
});

it('runs no code of a script to tell a value, and is not misled by what a script replaces', async () => {
  const script = `const trap = () => { throw new Error('was called'); };
Array.prototype.map = Array.prototype.push = Array.prototype[Symbol.iterator] = trap;
Map.prototype.get = WeakMap.prototype.get = String.prototype.slice = trap;
exports.add({ valueOf: () => 4, get hidden() { return trap(); } }, new Proxy({}, { get: () => () => 1 }));
exports.add(1, 2);`;
  expect(await inC(script)).toEqual([
    'lab.js:4 in add({ valueOf: function, hidden: computed }, {…}) as (i32 ?, i32 ?) = 5',
    'lab.js:5 in add(1, 2) as (i32 1, i32 2) = 3',
  ]);
});
