import { expect, type Page } from '@playwright/test';
import { summarise } from '../../playground/measure/summary.ts';
import type { Measured } from '../../playground/session/measure-scripts.ts';
import { compile, type SandboxServer, test } from './sandbox-page.ts';

const program = `
  #include <emscripten.h>
  static unsigned char bytes[65536];
  extern "C" {
  EMSCRIPTEN_KEEPALIVE unsigned char* room() { return bytes; }
  EMSCRIPTEN_KEEPALIVE int spend(int n) { int sum = 0; for (int i = 0; i < n; ++i) sum += i ^ bytes[i & 65535]; return sum; }
  }
  int main() { return 0; }`;

/** Measures a script in a page, and stops it when it is to. `progress`: how many samples there were each time. */
async function measure(page: Page, server: SandboxServer, script: string, stopAtSample = Number.POSITIVE_INFINITY) {
  const wasm = [...(await compile(program))];
  await page.goto(server.address);
  const shown = await page.evaluate(measureInPage, { wasm, script, stopAtSample });
  return { ...shown, rows: summarise(shown.measured.measurement) };
}

async function measureInPage({ wasm, script, stopAtSample }: { wasm: number[]; script: string; stopAtSample: number }) {
  const load = (path: string) => import(path);
  const { createOpenRun }: typeof import('../../playground/session/open-run.ts') = await load('/open-run.js');
  const { measureScripts }: typeof import('../../playground/session/measure-scripts.ts') =
    await load('/measure-scripts.js');
  const stop = new AbortController();
  let output = '';
  let stopped = 0;
  const measured: Measured = await measureScripts(createOpenRun(new URL('/runtime/', location.href)), {
    wasm: new Uint8Array(wasm),
    arguments: [],
    input: '',
    inputEnds: true,
    timeLimit: 20_000,
    signal: stop.signal,
    scripts: [{ path: 'lab.js', text: script }],
    plan: { millisecondsEach: 200, leftOut: [] },
    onOutput(_stream, text) {
      output += text;
    },
    onProgress({ variants }) {
      if ((variants[0]?.samples.length ?? 0) < stopAtSample || stopped > 0) return;
      stopped = performance.now();
      stop.abort();
    },
  });
  const stopTook = stopped > 0 ? performance.now() - stopped : 0;
  return { measured, output, stopTook, framesLeft: document.querySelectorAll('iframe').length };
}

const good = "measure('good', () => exports.spend(1000), { items: 1000 });";
const finished = { status: 'finished', exitCode: null, result: null };

test('variants are measured in the sandbox, and their order is right', async ({ page, server }) => {
  const { measured, rows, framesLeft } = await measure(
    page,
    server,
    `const from = new Uint8Array(65536);
    measure('each', () => { const to = Module.HEAPU8, at = exports.room(); for (let i = 0; i < from.length; i++) to[at + i] = from[i]; });
    measure('set', () => Module.HEAPU8.set(from, exports.room()), { bytes: from.length });`,
  );
  expect(measured).toMatchObject({ what: 'measure', outcome: finished });
  const [each, set] = rows;
  expect((each?.times?.median ?? 0) / (set?.times?.median ?? 1)).toBeGreaterThan(5);
  expect(set?.variant).toMatchObject({ place: { path: 'lab.js', line: 3 }, bytes: 65536, problem: null });
  expect(measured.measurement.resolution).toBeGreaterThan(0);
  expect(framesLeft).toBe(0);
});

test('a loop without end is left out, and the others are measured', async ({ page, server }) => {
  const script = `${good}\nmeasure('endless', () => { for (;;); });\nmeasure('other', () => exports.spend(10));`;
  const { measured, rows } = await measure(page, server, script);
  expect(rows.map(({ variant }) => [variant.name, variant.problem])).toEqual([
    ['good', null],
    ['endless', { kind: 'never-returned', seconds: 10 }],
    ['other', null],
  ]);
  for (const { variant } of rows.filter(({ variant }) => !variant.problem))
    expect(variant.samples.length).toBeGreaterThan(5);
  expect(measured).toMatchObject({ what: 'measure', outcome: finished });
});

test('what a script replaces in the realm neither breaks nor bends its times', async ({ page, server }) => {
  const { rows, measured } = await measure(
    page,
    server,
    `const broken = () => { throw new Error('replaced'); };
    performance.now = Performance.prototype.now = Date.now = () => 0;
    const all = [Math, Array.prototype, Function.prototype, Object, Reflect, JSON, Map.prototype, WeakMap.prototype,
      String.prototype, MessagePort.prototype, URL, EventTarget.prototype];
    const descriptors = Object.getOwnPropertyDescriptors;
    const entries = Object.entries;
    for (const object of all)
      for (const [name, { value, writable }] of entries(descriptors(object)))
        if (typeof value === 'function' && writable && name !== 'constructor') object[name] = broken;
    Promise.prototype.then = broken;
    for (const name of ['setTimeout', 'clearTimeout', 'Promise', 'Blob', 'postMessage', 'queueMicrotask', 'Uint8Array'])
      globalThis[name] = broken;
    measure('cheap', () => exports.spend(100));
    measure('dear', () => exports.spend(10000));
    measure('waits', async () => exports.spend(100));`,
  );
  expect([measured.what, measured.outcome]).toEqual(['measure', finished]);
  expect(rows.map(({ variant }) => variant.problem)).toEqual([null, null, null]);
  expect((rows[1]?.times?.median ?? 0) / (rows[0]?.times?.median ?? 1)).toBeGreaterThan(20);
  expect(measured.measurement.resolution).toBeLessThan(2);
});

test('Stop works at once, and what was measured stays', async ({ page, server }) => {
  const { measured, rows, stopTook, framesLeft } = await measure(page, server, `${good}\n`.repeat(1), 3);
  expect(measured).toMatchObject({ what: 'measure', outcome: { status: 'stopped', by: 'learner' } });
  expect(rows[0]?.variant.samples).toHaveLength(3);
  expect(rows[0]?.times?.itemsPerSecond).toBeGreaterThan(0);
  expect(stopTook).toBeLessThan(1_000);
  expect(framesLeft).toBe(0);
});

test('a script that fails is told, and nothing is measured', async ({ page, server }) => {
  const { measured } = await measure(page, server, `${good}\nmeasure('b', () => 1, { bytes: -1 });`);
  expect(measured).toMatchObject({
    what: 'lab.js',
    outcome: { status: 'threw', location: { path: 'lab.js', line: 2 } },
    measurement: { variants: [] },
  });
});
