import { expect } from '@playwright/test';
import { play, script, start, test } from './sandbox-page.ts';

const nothing = 'int main() {}';
const loop =
  '#include <cstdio>\nchar mark[16] = "marked";\nint main() { std::puts(mark); for (volatile int i = 0;; i = i + 1) {} }';

const attempt = (code: string) =>
  script(`try { console.log('reached', ${code}); } catch (e) { console.log('refused', e.message ?? e.type ?? e); }`);

/** What the page itself asks for: the runtime's files, its script, and the worker that replays runs. */
const pagesOwn =
  /^\/(runtime\/|open-run\.js$|assets\/replay\.worker-[\w-]+\.js$|(instrument|acorn|join-modules|source-places|syntax|measurement)-[\w-]+\.js$)/;

test.describe('learner code reaches nothing outside', () => {
  for (const [name, code] of [
    ['the site by fetch', "await fetch('/secret')"],
    [
      'the site by XMLHttpRequest',
      "(() => { const r = new XMLHttpRequest(); r.open('GET', ADDRESS + 'secret', false); r.send(); })()",
    ],
    ['another script by import', "await import(ADDRESS + 'secret')"],
    ['another script by importScripts', "importScripts(ADDRESS + 'secret')"],
    [
      'a socket',
      "await new Promise((y, n) => { const s = new WebSocket(ADDRESS.replace('http', 'ws')); s.onopen = y; s.onerror = n; })",
    ],
    [
      'an event stream',
      "await new Promise((y, n) => { const s = new EventSource(ADDRESS + 'secret'); s.onopen = y; s.onerror = n; })",
    ],
    [
      'a worker from an address',
      "await new Promise((y, n) => { const w = new Worker(ADDRESS + 'secret'); w.onmessage = y; w.onerror = n; })",
    ],
    [
      'IndexedDB',
      "await new Promise((y, n) => { const r = indexedDB.open('x'); r.onsuccess = y; r.onerror = () => n(r.error); })",
    ],
    ['caches', "await caches.open('x')"],
    ['local storage', "localStorage.setItem('a', 'b')"],
    ['the page', 'parent.document.title'],
    ['code from text by eval', "eval('1')"],
    ['code from text by Function', "new Function('return 1')()"],
  ] as const) {
    test(name, async ({ page, server }) => {
      const shown = await play(page, server, {
        program: nothing,
        steps: [start, attempt(code.replaceAll('ADDRESS', JSON.stringify(server.address)))],
        timeLimit: 5_000,
      });
      expect(shown.output).toMatch(/^refused /);
      expect(server.takeRequests().filter((path) => !pagesOwn.test(path))).toEqual([]);
    });
  }

  test('its origin is opaque and there is no document', async ({ page, server }) => {
    const shown = await play(page, server, {
      program: nothing,
      steps: [
        script('console.log(self.origin, typeof document, typeof window, typeof parent, typeof SharedArrayBuffer)'),
      ],
    });
    expect(shown.output).toBe('null undefined undefined undefined undefined\n');
  });

  test('nor does a worker that it starts itself', async ({ page, server }) => {
    const inner = `fetch('${server.address}secret').then(() => postMessage('reached'), () => postMessage('refused'))`;
    const shown = await play(page, server, {
      program: nothing,
      steps: [
        script(`const w = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(inner)}])));
          console.log(await new Promise((y) => { w.onmessage = (e) => y(e.data); w.onerror = () => y('refused'); }));`),
      ],
    });
    expect(shown.output).toBe('refused\n');
  });
});

test.describe('a run that does not end is ended from outside', () => {
  test('Stop works at once in an endless loop, and what was reported stays', async ({ page, server }) => {
    const shown = await play(page, server, { program: loop, steps: [start], stopAfter: 500 });
    expect(shown.outcomes).toEqual([{ status: 'stopped', by: 'learner' }]);
    expect(shown.times[0]).toBeLessThan(10_000);
    expect(shown.output).toBe('marked\n');
    expect(shown.states).toBeGreaterThan(0);
    expect(shown.bytes.some((byte) => byte !== 0)).toBe(true);
    expect(shown.framesLeft).toBe(0);
  });

  test('the time limit ends a forgotten one, and every later call says so', async ({ page, server }) => {
    const shown = await play(page, server, { program: loop, steps: [start, start], timeLimit: 300 });
    expect(shown.outcomes).toEqual(Array(2).fill({ status: 'stopped', by: 'time-limit', milliseconds: 300 }));
  });

  for (const [name, source] of [
    ['a loop in JavaScript', 'for (;;) {}'],
    ['a promise that is never kept', 'await new Promise(() => {})'],
    ['an endless chain of promises', 'for (;;) await null'],
  ] as const) {
    test(name, async ({ page, server }) => {
      const shown = await play(page, server, { program: nothing, steps: [start, script(source)], timeLimit: 400 });
      expect(shown.outcomes[1]).toEqual({ status: 'stopped', by: 'time-limit', milliseconds: 400 });
    });
  }
});

test('a script that would close its worker is told of, and the run goes on', async ({ page, server }) => {
  const steps = [start, script('close();'), script('console.log("still here")')];
  const shown = await play(page, server, { program: nothing, steps });
  expect(shown.outcomes[1]).toMatchObject({ status: 'threw', message: expect.stringContaining('use Stop') });
  expect(shown.outcomes[2]).toMatchObject({ status: 'finished' });
});

test.describe('floods', () => {
  test('of output from C++ are cut, and the program still ends', async ({ page, server }) => {
    const program = '#include <cstdio>\nint main() { for (int i = 0; i < 2000000; i++) std::puts("flood"); return 5; }';
    const shown = await play(page, server, { program, steps: [start], timeLimit: 60_000 });
    expect(shown.outcomes).toEqual([{ status: 'finished', exitCode: 5, result: null }]);
    expect(shown.output.length).toBeLessThan(1_002_000);
    expect(shown.output).toContain('Output stops here');
  });

  test('of output from JavaScript are cut too', async ({ page, server }) => {
    const shown = await play(page, server, {
      program: nothing,
      steps: [script("for (let i = 0; i < 5e5; i++) console.log('flood')")],
    });
    expect(shown.output.length).toBeLessThan(1_002_000);
    expect(shown.outcomes[0]).toMatchObject({ status: 'finished' });
  });

  test('of memory end at the maximum, in words', async ({ page, server }) => {
    const program =
      '#include <vector>\nint main() { std::vector<std::vector<char>> v; for (;;) v.emplace_back(1 << 20); }';
    const shown = await play(page, server, { program, steps: [start], timeLimit: 60_000 });
    expect(shown.outcomes[0]).toMatchObject({
      status: 'trapped',
      reason: expect.stringContaining('memory is exhausted'),
    });
    expect(shown.lastState?.pages).toBeLessThanOrEqual(1024);
  });
});

/** Gets hold of the port: the next message the worker receives gives it away. */
const stealPort = `const { get } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
  Object.defineProperty(MessageEvent.prototype, 'data', { get() { globalThis.port = this.currentTarget; return get.call(this); } });`;

test.describe('messages are not believed', () => {
  for (const [name, message] of [
    ['of no known kind', '{ kind: "html", html: "<img src=x>" }'],
    ['with markup where text belongs', '{ kind: "output", stream: "stdout", text: { toString: null } }'],
    ['with a state of nonsense', '{ kind: "state", state: { step: -1 }, snapshots: [] }'],
  ] as const) {
    test(`a forged one ${name} ends the run, and the page goes on`, async ({ page, server }) => {
      const shown = await play(page, server, {
        program: nothing,
        steps: [start, script(stealPort), script(`port.postMessage(${message}); await new Promise(() => {})`)],
        timeLimit: 3_000,
      });
      expect(shown.outcomes[2]).toMatchObject({
        status: 'trapped',
        reason: expect.stringContaining('broke out of its rules'),
      });
      expect(shown.framesLeft).toBe(0);
    });
  }

  test('a forged flood of them ends the run', async ({ page, server }) => {
    const flood = 'for (;;) port.postMessage({ kind: "output", stream: "stdout", text: "x" })';
    const shown = await play(page, server, {
      program: nothing,
      steps: [start, script(stealPort), script(flood)],
      timeLimit: 10_000,
    });
    expect(shown.outcomes[2]).toMatchObject({ status: 'trapped' });
    expect(shown.framesLeft).toBe(0);
  });

  test('one posted past the port reaches nobody', async ({ page, server }) => {
    const shown = await play(page, server, {
      program: nothing,
      steps: [script("postMessage({ kind: 'output', stream: 'stdout', text: 'forged' }); console.log('end')")],
    });
    expect(shown.output).toBe('end\n');
  });

  test('and replaced prototypes hurt only the run that replaced them', async ({ page, server }) => {
    const vandal =
      "MessagePort.prototype.postMessage = () => {}; Array.prototype.map = () => { throw 1; }; Reflect.apply = null; console.log('done')";
    const broken = await play(page, server, {
      program: nothing,
      steps: [start, script(vandal), script('console.log(1)')],
      timeLimit: 1_000,
    });
    expect(broken.outcomes).toHaveLength(3);
    const fresh = await play(page, server, {
      program: nothing,
      steps: [start, script('console.log([1].map((x) => x + 1))')],
    });
    expect(fresh.output).toBe('[2]\n');
  });
});
