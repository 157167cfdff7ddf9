import { expect } from '@playwright/test';
import { play, script, start, test } from './sandbox-page.ts';

/** What a script may do to the realm that it shares with what reports on it. */
const replacements: Readonly<Record<string, string>> = {
  performance: 'performance = null;',
  'performance.now': 'Performance.prototype.now = performance.now = fails;',
  Date: 'Date.now = fails; Date = null;',
  Promise: 'Promise.prototype.then = Promise.prototype.finally = Promise.resolve = fails; Promise = null;',
  timers:
    'for (const name of ["setTimeout", "setInterval", "clearTimeout", "queueMicrotask"]) globalThis[name] = fails;',
  Math: 'for (const name of Object.getOwnPropertyNames(Math)) if (typeof Math[name] === "function") Math[name] = fails;',
  JSON: 'JSON.stringify = JSON.parse = fails;',
  Reflect: 'for (const name of Reflect.ownKeys(Reflect)) if (typeof name === "string") Reflect[name] = fails;',
  Object:
    'for (const name of ["assign", "create", "defineProperty", "entries", "freeze", "fromEntries", "getOwnPropertyDescriptor", "getPrototypeOf", "hasOwn", "keys", "values"]) Object[name] = fails;',
  maps: 'replaceAll(Map); replaceAll(WeakMap); replaceAll(Set); replaceAll(WeakSet); replaceAll(WeakRef);',
  lists: 'replaceAll(Array);',
  'iteration of lists': 'Array.prototype[Symbol.iterator] = fails;',
  texts: 'replaceAll(String);',
  views: 'replaceAll(Object.getPrototypeOf(Uint8Array)); replaceAll(DataView);',
  'constructors of views': 'Uint8Array = Uint32Array = Float64Array = BigUint64Array = DataView = fails;',
  encodings: 'replaceAll(TextDecoder); replaceAll(TextEncoder); TextDecoder = TextEncoder = fails;',
  functions: 'Function.prototype.call = Function.prototype.apply = Function.prototype.bind = fails;',
  WebAssembly: 'WebAssembly.Instance = WebAssembly.Module = WebAssembly.Memory = WebAssembly.Global = fails;',
  messages: 'MessagePort.prototype.postMessage = MessageChannel = Blob = URL = fails;',
  errors: 'Error.captureStackTrace = fails; Error.stackTraceLimit = 0;',
};

const tools = `const fails = () => { throw new Error('replaced'); };
const replaceAll = ({ prototype }) => {
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const { value } = Object.getOwnPropertyDescriptor(prototype, name);
    if (typeof value === 'function' && name !== 'constructor') prototype[name] = fails;
  }
};
`;

for (const [name, code] of Object.entries(replacements)) {
  test(`a script that replaces ${name} is reported on all the same`, async ({ page, server }) => {
    const shown = await play(page, server, {
      program: '#include <cstdio>\nint main() { std::puts("main"); }',
      steps: [
        start,
        script(`const view = new Uint8Array(memory.buffer, 1024, 16);
${tools}${code}
for (let i = 0; i < 200; i++)
  view[3] = 7;
console.log('after');`),
      ],
      timeLimit: 10_000,
      asksViews: true,
    });
    expect(shown.outcomes[1]).toEqual({ status: 'finished', exitCode: null, result: null });
    expect(shown.output).toBe('main\nafter\n');
    expect(shown.bytes[3]).toBe(7);
    expect(shown.moments.at(-1)?.views).toContainEqual(expect.objectContaining({ madeAtLine: 1, byteOffset: 1024 }));
    expect(shown.moments.filter(({ line }) => line === 11 || line === 12 || line === 13).length).toBeGreaterThan(200);
  });
}

/** What Emscripten’s own glue calls: with these replaced a program that uses imports fails anywhere. */
const needed = new Set(['Date', 'Math', 'views']);

for (const [name, code] of Object.entries(replacements).filter(([name]) => !needed.has(name))) {
  test(`what imports do is told after a script replaced ${name}`, async ({ page, server }) => {
    const shown = await play(page, server, {
      program: `#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <emscripten.h>
extern "C" EMSCRIPTEN_KEEPALIVE int use_imports() {
  char* block = static_cast<char*>(std::malloc(20'000'000));
  timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  std::printf("%d\\n", block && now.tv_sec > 0);
  std::fflush(stdout);
  return 1;
}
int main() { std::puts("main"); }`,
      steps: [
        start,
        script(`const view = new Uint8Array(memory.buffer, 1024, 16);
const call = exports.use_imports;
${tools}${code}
call();`),
      ],
      timeLimit: 10_000,
      asksViews: true,
    });
    expect(shown.outcomes[1]).toEqual({ status: 'finished', exitCode: null, result: null });
    expect(shown.output).toBe('main\n1\n');
    const before = shown.moments.find(({ views }) => views.length > 0)?.views[0];
    expect(before?.state.kind).toBe('live');
    expect(shown.moments.at(-1)?.views[0]?.state.kind).toBe('detached');
  });
}
