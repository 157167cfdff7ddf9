import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '../compiler/compilation.ts';
import { createNodeCompiler } from '../compiler/node-compiler.ts';
import { hasMultipleMemories } from '../trace/engine.ts';
import { file, folder, pagewise, sums, traceJson } from './test-terminal.ts';

describe('modules', () => {
  let linked: string;
  beforeAll(async () => {
    const text = readFileSync(sums, 'utf8');
    const settings = { ...defaultSettings, standard: 'c17' } as const;
    const compiled = await createNodeCompiler().compile([{ path: 'sums.c', text }], settings);
    if (compiled.status !== 'compiled') throw new Error(JSON.stringify(compiled));
    linked = file('sums.wasm', compiled.wasm);
  });

  it('are run and traced as they are', async () => {
    expect(await pagewise(['run', linked], '5')).toEqual({ status: 7, out: '7\n', err: '' });
    const { steps, outcome } = await traceJson([linked], '5');
    expect(steps[0]).toMatchObject({ file: 'sums.c', line: 10, function: 'main' });
    expect(outcome).toEqual({ status: 'finished', exitCode: 7 });
  });

  it('that are WASI commands run by `_start`; without lines, a step is a function, named as it is exported', async () => {
    // (module (memory (export "memory") 1) (func (export "_start") (i32.store (i32.const 8) (i32.const 7))))
    const bytes = [
      ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 5, 3, 1, 0, 1],
      ...[7, 19, 2, 6, ...Buffer.from('memory'), 2, 0, 6, ...Buffer.from('_start'), 0, 0],
      ...[10, 11, 1, 9, 0, 65, 8, 65, 7, 54, 2, 0, 11],
    ];
    const { outcome, steps, stores } = await traceJson([file('start.wasm', new Uint8Array(bytes))]);
    expect(outcome).toEqual({ status: 'finished', exitCode: 0 });
    expect(steps).toEqual([{ step: 0, file: null, line: null, column: null, function: '_start', depth: 1 }]);
    expect(stores).toEqual([{ step: 0, address: 8, size: 4, before: '00000000', after: '07000000' }]);
  });

  it('are instrumented', async () => {
    const output = join(folder, 'out.wasm');
    expect(await pagewise(['instrument', linked, '-o', output, '--instance'])).toEqual({ status: 0, out: '', err: '' });
    const module = new WebAssembly.Module(readFileSync(output));
    const before = new WebAssembly.Module(readFileSync(linked));
    expect(WebAssembly.Module.imports(module)).toEqual(WebAssembly.Module.imports(before));
    const names = WebAssembly.Module.exports(module).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['pagewise.probes', 'pagewise.active', 'pagewise.left', 'main']));
    const withLoads = join(folder, 'loads.wasm');
    await pagewise(['instrument', linked, '-o', withLoads, '--instance', '--loads']);
    expect(readFileSync(withLoads).length).toBeGreaterThan(readFileSync(output).length);
  });

  it('have a second memory for the log unless told otherwise', async () => {
    const output = join(folder, 'second.wasm');
    await pagewise(['instrument', linked, '-o', output]);
    expect(readFileSync(output).includes('pagewise.log')).toBe(true);
  });

  it('that are invalid are rewritten with a word of doubt', async () => {
    // (module (func (export "f") i32.add)): there is nothing to add
    const bytes = [
      ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0],
      ...[7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 106, 11],
    ];
    const output = join(folder, 'doubtful.wasm');
    const { status, err } = await pagewise(['instrument', file('invalid.wasm', new Uint8Array(bytes)), '-o', output]);
    expect(status).toBe(0);
    expect(err).toMatch(/invalid\.wasm was rewritten, but this Node\.js does not accept it.*not enough arguments/);
  });

  it('that are cut are refused with byte and reason', async () => {
    const cut = file('cut.wasm', readFileSync(linked).subarray(0, 40));
    const { status, err } = await pagewise(['instrument', cut, '-o', join(folder, 'no.wasm')]);
    expect(status).toBe(1);
    expect(err).toMatch(/cut\.wasm: byte 0x[0-9a-f]+: \w+/);
    expect((await pagewise(['trace', cut])).status).toBe(1);
  });

  it('with several memories are checked in each; where this Node.js has none, that is said', async () => {
    const several = fileURLToPath(new URL('../../tests/journeys/modules/two-memories.wasm', import.meta.url));
    const { status, out, err } = await pagewise(['trace', several, '--check', '--samples=2']);
    if (hasMultipleMemories()) {
      expect([status, err]).toEqual([0, '']);
      expect(out).toMatch(/^step \d+, beside a run stopped there: \d+ bytes, all the same\n/);
    } else {
      expect([status, err]).toEqual([1, expect.stringMatching(/has 2 memories, and Node.js .* with one; Node.js 22/)]);
      const instrumented = await pagewise(['instrument', several, '-o', join(folder, 'several-out.wasm')]);
      expect([instrumented.status, instrumented.err]).toEqual([0, expect.stringContaining('Node.js 22 runs it')]);
    }
  });

  it('without a memory are not traced', async () => {
    const empty = file('empty.wasm', new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    const { status, err } = await pagewise(['trace', empty]);
    expect([status, err]).toEqual([1, expect.stringContaining('exports no memory')]);
  });

  it('are written nowhere when they cannot be', async () => {
    const { status, err } = await pagewise(['instrument', linked, '-o', join(folder, 'none', 'out.wasm')]);
    expect([status, err]).toEqual([2, expect.stringContaining('cannot be written')]);
  });
});
