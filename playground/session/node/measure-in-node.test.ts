import { beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../compiler/compilation.ts';
import { createNodeCompiler } from '../../compiler/node-compiler.ts';
import { addReport, type Measurement, type MeasureReport, nothingMeasured } from '../../measure/measurement.ts';
import { summarise } from '../../measure/summary.ts';
import type { Outcome } from '../run.ts';
import { runInNode } from './run-in-node.ts';

const source = `
  #include <cstdlib>
  #include <string>
  #include <emscripten/bind.h>
  static unsigned char bytes[65536];
  static std::string kept;
  extern "C" {
  EMSCRIPTEN_KEEPALIVE unsigned char* room() { return bytes; }
  EMSCRIPTEN_KEEPALIVE int divide(int n) { return 100 / n; }
  EMSCRIPTEN_KEEPALIVE int spend(int n) { int sum = 0; for (int i = 0; i < n; ++i) sum += i ^ bytes[i & 65535]; return sum; }
  EMSCRIPTEN_KEEPALIVE void* leak() { return std::malloc(100000); }
  EMSCRIPTEN_KEEPALIVE void leave() { std::exit(3); }
  }
  void take(std::string text) { kept = std::move(text); }
  EMSCRIPTEN_BINDINGS(test) { emscripten::function("take", &take); }
  int main() { bytes[0] = 1; return 0; }`;

let wasm: Uint8Array;
beforeAll(async () => {
  const settings = { ...defaultSettings, optimisation: 'O2' } as const;
  const compiled = await createNodeCompiler().compile([{ path: 'main.cpp', text: source }], settings);
  if (compiled.status !== 'compiled') throw new Error(JSON.stringify(compiled));
  wasm = compiled.wasm;
});

const quiet = { arguments: [], stdin: new Uint8Array(), stdout() {}, stderr() {} };

/** Runs a script on the plain module, and measures what it gives to \`measure\`. */
async function measure(script: string, millisecondsEach = 100) {
  let printed = '';
  const javascript = (text: string) => {
    printed += text;
  };
  const run = await runInNode({ ...quiet, wasm, rewritten: false, javascript });
  const outcome: Outcome = await run.runJavaScript(script, 'lab.js');
  const reports: MeasureReport[] = [];
  await run.measure({ millisecondsEach, leftOut: [] }, (report) => reports.push(report));
  const measurement: Measurement = reports.reduce(addReport, nothingMeasured);
  return { outcome, printed, ...measurement, rows: summarise(measurement) };
}

describe('variants are measured on the plain module', () => {
  it('and their order is right: copying at once, byte by byte, as a string of characters', async () => {
    const { rows, outcome } = await measure(
      `
      const from = new Uint8Array(65536).fill(65);
      const text = 'A'.repeat(65536);
      const at = exports.room();
      measure('string', () => Module.take(text), { bytes: 65536 });
      measure('loop', () => {
        const to = Module.HEAPU8;
        for (let index = 0; index < from.length; index++) to[at + index] = from[index];
      }, { bytes: 65536 });
      measure('set', () => Module.HEAPU8.set(from, at), { bytes: 65536 });`,
      300,
    );
    expect(outcome).toEqual({ status: 'finished', exitCode: null, result: null });
    const [string, loop, set] = rows;
    expect(rows.map(({ comparison }) => comparison?.kind)).toEqual(['slower', 'slower', 'fastest']);
    expect((loop?.times?.median ?? 0) / (set?.times?.median ?? 0)).toBeGreaterThan(8);
    expect((string?.times?.median ?? 0) / (loop?.times?.median ?? 0)).toBeGreaterThan(1.3);
    expect(set?.times?.bytesPerSecond).toBeCloseTo(65536 * (set?.times?.callsPerSecond ?? 0));
    expect(rows.map(({ variant }) => [variant.place, variant.problem])).toEqual([
      [{ path: 'lab.js', line: 5 }, null],
      [{ path: 'lab.js', line: 6 }, null],
      [{ path: 'lab.js', line: 10 }, null],
    ]);
  });

  it('and promises are waited for', async () => {
    const { rows } = await measure(`
      measure('waits', () => new Promise((resolve) => setTimeout(resolve, 4)));
      measure('does not', async () => exports.spend(1000));`);
    const [waits, not] = rows;
    expect(waits?.times?.median).toBeGreaterThan(3);
    expect((waits?.times?.median ?? 0) / (not?.times?.median ?? 0)).toBeGreaterThan(50);
  });

  it('and no engine may leave out work whose result nobody uses: ten times the work takes longer', async () => {
    const work = (count: number) => `let sum = 0; for (let i = 0; i < ${count}; i++) sum += i * i % 7; return sum;`;
    const { rows } = await measure(`
      measure('ten times', () => { ${work(10_000)} });
      measure('once', () => { ${work(1_000)} });`);
    expect((rows[0]?.times?.median ?? 0) / (rows[1]?.times?.median ?? 0)).toBeGreaterThan(4);
  });

  it('and the same thing twice makes no difference of any size', { retry: 2 }, async () => {
    const { rows } = await measure(`
      measure('one', () => exports.spend(2000));
      measure('other', () => exports.spend(2000));`);
    const ratio = (rows[0]?.times?.median ?? 0) / (rows[1]?.times?.median ?? 1);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });
});

describe('what spoils a variant is told, and the others are measured', () => {
  const good = "measure('good', () => exports.spend(100));";
  const place = (line: number) => ({ path: 'lab.js', line });

  it.each([
    ['throws', "throw new Error('no');", { message: 'Error: no', place: place(3) }],
    ['throws later', "if (++count > 2000) throw new Error('late');", { message: 'Error: late', place: place(3) }],
    ['throws nothing', 'throw undefined;', { message: 'undefined', place: null }],
    ['throws what cannot be looked at', 'throw new Proxy({}, { get() { throw 1; } });', { place: null }],
    ['rejects', "return Promise.reject(new Error('rejected'));", { message: 'Error: rejected', place: place(3) }],
    [
      'traps',
      'exports.divide(0);',
      { message: 'a whole number was divided by zero', place: { path: 'main.cpp', line: 9 } },
    ],
    ['ends the program', 'exports.leave();', { message: 'it ended the program by exit()', place: place(3) }],
    [
      'measures itself',
      "measure('more', () => 1);",
      { message: 'TypeError: measure: the variants run already, and no other can be added', place: place(3) },
    ],
    ['has a getter for a then', 'return { get then() { throw new Error("then"); } };', { message: 'Error: then' }],
  ])('when it %s', async (_what, body, problem) => {
    const { rows } = await measure(`let count = 0; measure('bad', () => {
      // the next line is the third
      ${body}
    });
    ${good}`);
    const [bad, other] = rows;
    expect(bad?.variant.problem).toMatchObject({ kind: 'failed', ...problem });
    expect(other?.variant.problem).toBeNull();
    expect(other?.variant.samples.length).toBeGreaterThan(5);
  });

  it('when its promise never settles', async () => {
    const { rows } = await measure(`measure('bad', () => new Promise(() => {}));\n${good}`);
    expect(rows[0]?.variant.problem).toEqual({ kind: 'never-settled', seconds: 5 });
    expect(rows[1]?.variant.samples.length).toBeGreaterThan(5);
  });

  it('when it makes memory grow again and again', async () => {
    const { rows } = await measure(`measure('bad', () => { for (let i = 0; i < 20; i++) exports.leak(); });\n${good}`);
    expect(rows[0]?.variant.problem).toEqual({ kind: 'keeps-growing' });
    expect(rows[0]?.variant.grownPages).toBeGreaterThan(30);
    expect(rows[1]?.variant).toMatchObject({ problem: null, grownPages: 0 });
  });

  it.each([
    ["measure('a', () => 1, { bytes: -1 })", 'bytes of "a" is a number above 0, not -1'],
    ["measure('a', () => 1, { bytes: NaN })", 'bytes of "a" is a number above 0, not NaN'],
    ["measure('a', () => 1, { items: '5' })", 'items of "a" is a number above 0, not a value of type string'],
    ["measure('a', 5)", 'the second argument of "a" is a function'],
    ['measure(() => 1)', 'its first argument is a name'],
    ["measure('a', () => 1); measure('a', () => 2)", 'there is a variant "a" already'],
    ["for (let i = 0; i < 17; i++) measure('v' + i, () => 1)", '16 variants are as many as can be compared'],
  ])('at once, in the script: %s', async (script, words) => {
    const { outcome } = await measure(script);
    expect(outcome).toMatchObject({ status: 'threw', message: `TypeError: measure: ${words}`, location: { line: 1 } });
  });

  it('and what a script has replaced is not asked for anything', { retry: 2 }, async () => {
    const { performance } = globalThis;
    const own = Object.getOwnPropertyDescriptor(performance, 'now');
    try {
      const { rows, resolution } = await measure(`
        performance.now = () => 0;
        const broken = () => { throw new Error('replaced'); };
        for (const object of [Math, Array.prototype, Function.prototype, JSON])
          for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(object)))
            if (typeof value === 'function' && name !== 'constructor') object[name] = broken;
        Array.prototype[Symbol.iterator] = broken;
        Object.defineProperty(Array.prototype, '0', { set: broken });
        measure('cheap', () => exports.spend(100));
        measure('dear', () => exports.spend(10000));`);
      expect(rows.map(({ variant }) => variant.problem)).toEqual([null, null]);
      expect((rows[1]?.times?.median ?? 0) / (rows[0]?.times?.median ?? 0)).toBeGreaterThan(20);
      expect(resolution).toBeLessThan(0.5);
    } finally {
      if (own) Object.defineProperty(performance, 'now', own);
      else Reflect.deleteProperty(performance, 'now');
    }
  });
});

describe('in a run that is recorded', () => {
  it('each variant is called once when the script has ended, in order, and the console tells why', async () => {
    let printed = '';
    const run = await runInNode({ ...quiet, wasm, javascript: (text) => (printed += text) });
    const script = `
      measure('waits', async () => { await null; console.log('first'); await null; console.log('second'); });
      measure('then', () => console.log(later));
      const later = 'third';
      console.log('script');`;
    expect(await run.runJavaScript(script, 'lab.js')).toMatchObject({ status: 'finished' });
    expect(printed).toMatch(
      /^script\nfirst\nsecond\nthird\nEach variant .* called once\. Measure takes their times\.\n$/,
    );
    printed = '';
    expect(await run.runJavaScript("measure('other', () => console.log('other'));", 'b.js')).toMatchObject({
      status: 'finished',
    });
    expect(printed).toMatch(/^other\n/);
    await expect(run.measure({ millisecondsEach: 100, leftOut: [] }, () => undefined)).rejects.toThrow('watched');
  });

  it('a variant that throws ends it, with its line', async () => {
    const run = await runInNode({ ...quiet, wasm });
    const outcome = await run.runJavaScript("measure('bad', () => {\n  throw new Error('no');\n});", 'lab.js');
    expect(outcome).toMatchObject({ status: 'threw', message: 'Error: no', location: { path: 'lab.js', line: 2 } });
  });
});
