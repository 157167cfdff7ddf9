import { expect } from '@playwright/test';
import { play, script, start, test } from './sandbox-page.ts';

const program = `
  #include <cstddef>
  #include <cstdio>
  #include <cstdlib>
  #include <emscripten.h>
  extern "C" {
  EMSCRIPTEN_KEEPALIVE int* make(int n) { return static_cast<int*>(std::malloc(n * sizeof(int))); }
  EMSCRIPTEN_KEEPALIVE long long twice(long long n) { return n * 2; }
  EMSCRIPTEN_KEEPALIVE int crash(int n) { return 1 / n; }
  }
  int main() { std::puts("hello"); std::printf("é at the end"); return 3; }`;

test('a program runs in the sandbox, prints everything and ends with its exit code', async ({ page, server }) => {
  const shown = await play(page, server, { program, steps: [start] });
  expect(shown.output).toBe('hello\né at the end');
  expect(shown.outcomes).toEqual([{ status: 'finished', exitCode: 3, result: null }]);
  expect(shown.lastState?.pages).toBeGreaterThanOrEqual(4);
});

test('a program finds its arguments and its environment', async ({ page, server }) => {
  const tells = `#include <cstdio>
    #include <cstdlib>
    int main(int count, char** words) { std::printf("%d %s %s", count, words[1], std::getenv("GREETING")); }`;
  const shown = await play(page, server, { program: tells, words: ['GREETING=good day', 'a=1'], steps: [start] });
  expect(shown.output).toBe('2 a=1 good day');
});

test('its exports are called one by one, against the same memory', async ({ page, server }) => {
  const shown = await play(page, server, {
    program,
    steps: [
      start,
      { kind: 'call', name: 'twice', args: ['21n'] },
      { kind: 'call', name: 'crash', args: ['0'] },
      { kind: 'call', name: 'twice', args: ['0x10'] },
    ],
  });
  expect(shown.outcomes.slice(1)).toMatchObject([
    { status: 'finished', result: '42' },
    { status: 'trapped', reason: 'a whole number was divided by zero', location: { path: 'main.cpp', line: 9 } },
    { status: 'finished', result: '32' },
  ]);
  expect(shown.bytes).toHaveLength(16);
});

test('a program runs as the linker wrote it when that is asked, in a realm that nobody changed', async ({
  page,
  server,
}) => {
  const call = (name: string, ...args: string[]) => ({ kind: 'call', name, args }) as const;
  const look = `
    const made = [Uint8Array, Proxy, memory.grow, DataView.prototype.setUint8, Function.prototype.toString];
    console.log(made.every((each) => Function.prototype.toString.call(each).includes('[native code]')));
    console.log(Object.keys(Module).some((name) => name.includes('pagewise')), exports.twice(4n));
    exports.crash(0);`;
  const shown = await play(page, server, {
    program,
    rewritten: false,
    steps: [start, call('twice', '21n'), script(look), call('crash', '0')],
  });
  expect(shown.output).toBe('hello\né at the endtrue\nfalse 8n\n');
  expect([shown.states, shown.lastState]).toEqual([0, null]);
  expect(shown.bytes).toHaveLength(16);
  const divided = { status: 'trapped', location: { path: 'main.cpp', line: 9 } };
  expect(shown.outcomes).toMatchObject([
    { status: 'finished', exitCode: 3 },
    { status: 'finished', result: '42' },
    divided,
    divided,
  ]);
});

test('values that throw when they are looked at, and a worker that closes itself, are told', async ({
  page,
  server,
}) => {
  const hostile = "throw Object.defineProperty(new Error('x'), 'message', { get() { throw 1; } });";
  const proxy = 'throw new Proxy({}, { get() { throw 2; }, has() { throw 3; }, getPrototypeOf() { throw 4; } });';
  const call = { kind: 'call', name: 'twice', args: ['21n'] } as const;
  const shown = await play(page, server, {
    program,
    steps: [start, script(hostile), script(proxy), script('// closes\nself.close();'), call],
  });
  const unknown = { status: 'threw', message: 'a value that cannot be shown as text' };
  expect(shown.outcomes.slice(1)).toMatchObject([
    unknown,
    unknown,
    { status: 'threw', message: expect.stringContaining('close() would end the program'), location: { line: 2 } },
    { status: 'finished', result: '42' },
  ]);
});

test('a hundred thousand views are noted in seconds, beside a large memory', async ({ page, server }) => {
  const shown = await play(page, server, {
    program,
    steps: [
      start,
      script('memory.grow(300);'),
      script(
        'const begun = performance.now();\nfor (let i = 0; i < 100_000; i++) new Uint8Array(memory.buffer, i, 4);\nconsole.log(performance.now() - begun);',
      ),
    ],
  });
  expect(shown.outcomes.at(-1)).toMatchObject({ status: 'finished' });
  const [took] = /[\d.]+$/.exec(shown.output.trim()) ?? [];
  expect(Number(took)).toBeLessThan(5_000);
  expect(shown.lastState?.views.at(-1)?.id).toBe(100_000);
});

test('views are noted with their lines, and growth in malloc detaches them by the line that called it', async ({
  page,
  server,
}) => {
  const shown = await play(page, server, {
    program,
    steps: [
      start,
      script('globalThis.a = new Uint8Array(memory.buffer, 8, 4);\nglobalThis.b = a.subarray(1, 3);'),
      script('console.log(a.length);\n\nexports.make(1_000_000);\nconsole.log(a.length);'),
    ],
  });
  expect(shown.output).toContain('4\n0\n');
  const detached = { kind: 'detached', byLine: 3, growth: 0 };
  expect(shown.lastState?.views).toMatchObject([
    { type: 'Uint8Array', byteOffset: 8, length: 4, madeAtLine: 1, state: detached },
    { type: 'Uint8Array', byteOffset: 9, length: 2, madeAtLine: 2, state: detached },
  ]);
  expect(shown.lastState?.growths).toMatchObject([{ from: 4, by: 'program' }]);
});

test('a view that Embind hands over is noted as well', async ({ page, server }) => {
  const embind = `
    #include <emscripten/bind.h>
    #include <vector>
    std::vector<short> samples{1, 2, 3};
    emscripten::val view() { return emscripten::val(emscripten::typed_memory_view(samples.size(), samples.data())); }
    EMSCRIPTEN_BINDINGS(samples) { emscripten::function("view", &view); }`;
  const shown = await play(page, server, {
    program: embind,
    steps: [start, script('\nconst v = Module.view();\nconsole.log(v.join());')],
  });
  expect(shown.output).toBe('1,2,3\n');
  expect(shown.lastState?.views).toMatchObject([
    { type: 'Int16Array', length: 3, madeAtLine: 2, state: { kind: 'live' } },
  ]);
});

test('a script’s errors carry their line, syntax errors too', async ({ page, server }) => {
  const shown = await play(page, server, {
    program,
    steps: [script('let a;\n\n  a.b;'), script('let a = 1;\nlet = = 2;'), script('await 1;\nexports.crash(0);')],
  });
  expect(shown.outcomes).toMatchObject([
    { status: 'threw', location: { path: 'script.js', line: 3 } },
    { status: 'threw', location: { path: 'script.js', line: 2 } },
    { status: 'trapped', reason: 'a whole number was divided by zero' },
  ]);
});

test('what is declared with using is disposed of in order, and a Module as pages have it is called', async ({
  page,
  server,
}) => {
  const source = `using a = { [Symbol.dispose]: () => console.log('disposed') };
await using b = { [Symbol.asyncDispose]: async () => console.log('later') };
var Module = { onRuntimeInitialized: () => console.log('ready', typeof Module.HEAP32) };
console.log('inside');`;
  const shown = await play(page, server, { program, steps: [script(source)] });
  expect(shown.outcomes).toMatchObject([{ status: 'finished' }]);
  expect(shown.output).toContain('inside\nlater\ndisposed\nready object\n');
});

test('states arrive while the program runs, at most sixty a second', async ({ page, server }) => {
  const busy = `
    #include <cstdio>
    #include <emscripten.h>
    int main() { for (double end = emscripten_get_now() + 1000; emscripten_get_now() < end;) {} }`;
  const shown = await play(page, server, { program: busy, steps: [start] });
  expect(shown.states).toBeGreaterThan(10);
  expect(shown.states).toBeLessThan(70);
});

test('an error in a timer that a script set is printed', async ({ page, server }) => {
  const late = "setTimeout(() => { throw new Error('late'); }); await new Promise((done) => setTimeout(done, 50));";
  const shown = await play(page, server, { program, steps: [script(late)] });
  expect(shown.output).toBe('Uncaught Error: late (script.js, line 1)\n');
  expect(shown.outcomes).toMatchObject([{ status: 'finished' }]);
});

test('blocks are recorded from the program and from scripts alike', async ({ page, server }) => {
  const shown = await play(page, server, {
    program,
    steps: [start, script('const p = exports.make(25); exports.free(p); exports.malloc(7);')],
  });
  const sizes = shown.lastState?.blocks.map(({ size, state }) => [size, state]);
  expect(sizes).toEqual(
    expect.arrayContaining([
      [100, 'freed'],
      [7, 'live'],
    ]),
  );
});

test('a program may allocate as often as it likes: the newest blocks are listed, all are counted', async ({
  page,
  server,
}) => {
  const many = `
    #include <cstdio>
    #include <cstdlib>
    int main() {
      void* volatile block;
      for (int i = 0; i < 300000; i++) { block = std::malloc(8); std::free(block); }
      block = std::malloc(24);
      std::puts("done");
    }`;
  const shown = await play(page, server, { program: many, steps: [start], timeLimit: 30_000 });
  expect(shown.outcomes).toEqual([{ status: 'finished', exitCode: 0, result: null }]);
  expect(shown.lastState?.heap.freedBlocks).toBeGreaterThanOrEqual(300_000);
  expect(shown.lastState?.blocks.length).toBeLessThanOrEqual(5_000);
  expect(shown.lastState?.blocks.some(({ size, state }) => size === 24 && state === 'live')).toBe(true);
});

test('streams may alternate as often as they like', async ({ page, server }) => {
  const chatter = `
    #include <iostream>
    int main() { for (int i = 0; i < 6000; i++) { std::cout << 'o' << std::flush; std::cerr << 'e'; } }`;
  const shown = await play(page, server, { program: chatter, steps: [start], timeLimit: 30_000 });
  expect(shown.outcomes).toEqual([{ status: 'finished', exitCode: 0, result: null }]);
  expect(shown.output).toBe('oe'.repeat(6000));
});

test('what a program did before it began to spin is there after a Stop', async ({ page, server }) => {
  const spin = `
    #include <cstdlib>
    int main() { volatile int* block = static_cast<int*>(std::malloc(40)); *block = 42; for (;;) *block = 42; }`;
  const shown = await play(page, server, { program: spin, steps: [start], stopAfter: 300 });
  expect(shown.lastState?.blocks).toMatchObject([{ size: 40, state: 'live' }]);
  const views = await play(page, server, {
    program,
    steps: [start, script('globalThis.v = new Uint8Array(memory.buffer, 8, 4);\nfor (;;) {}')],
    stopAfter: 400,
  });
  expect(views.lastState?.views).toMatchObject([{ type: 'Uint8Array', length: 4 }]);
});

test('what a timer of a script does later is reported too', async ({ page, server }) => {
  const later =
    'setTimeout(() => { exports.make(12); memory.grow(2); }, 50); globalThis.v = new Uint8Array(memory.buffer);';
  const wait = 'await new Promise((done) => setTimeout(done, 700));';
  const shown = await play(page, server, { program, steps: [start, script(later), script(wait)] });
  expect(shown.lastState?.views).toMatchObject([{ state: { kind: 'detached' } }]);
  expect(shown.lastState?.blocks.some(({ size }) => size === 48)).toBe(true);
});
