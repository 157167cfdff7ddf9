import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { NodeRunOptions } from './node-run.ts';
import { runInNode } from './run-in-node.ts';

const wasiHello = new URL('../../../tests/journeys/modules/wasi-hello.wasm', import.meta.url);

async function run(wasm: Uint8Array, options: Partial<NodeRunOptions> = {}) {
  let printed = '';
  const opened = await runInNode({
    wasm,
    arguments: [],
    stdin: new Uint8Array(),
    stdout(bytes) {
      printed += new TextDecoder().decode(bytes);
    },
    stderr() {},
    runsWithMissing: true,
    ...options,
  });
  return { opened, outcome: opened.outcome, printed };
}

const name = (text: string) => [text.length, ...new TextEncoder().encode(text)];
const section = (id: number, ...contents: number[]) => [id, contents.length, ...contents];

/** (module (import "game" "draw" (func)) (memory (export NAME) 1) (func (export "f") ...)) with one function of this body. */
function moduleOf(memory: string, body: readonly number[], ...exported: string[]): Uint8Array {
  const code = [0, ...body, 0x0b];
  return new Uint8Array([
    ...[0, 97, 115, 109, 1, 0, 0, 0],
    ...section(1, 1, 0x60, 0, 0),
    ...section(2, 1, ...name('game'), ...name('draw'), 0, 0),
    ...section(3, 1, 0),
    ...section(5, 1, 0, 1),
    ...section(7, 1 + exported.length, ...name(memory), 2, 0, ...exported.flatMap((each) => [...name(each), 0, 1])),
    ...section(10, 1, code.length, ...code),
  ]);
}

const callDraw = [0x10, 0];
const storeSeven = [0x41, 8, 0x41, 7, 0x36, 2, 0];

describe('a module from elsewhere', () => {
  it('runs as a WASI command, with its arguments', async () => {
    const wasm = new Uint8Array(await readFile(wasiHello));
    const { outcome, printed } = await run(wasm, { arguments: ['one'] });
    expect(outcome).toEqual({ status: 'finished', exitCode: 0, result: null });
    expect(printed).toBe('hello with arguments\n');
  });

  it('is laid out as far as it tells: without the linker’s symbols that is little', async () => {
    const { opened } = await run(new Uint8Array(await readFile(wasiHello)));
    const { layout, stackPointer, stackLow, heapEnd } = opened.state;
    expect(layout.symbols.map(({ name }) => name)).toContain('sum');
    expect([layout.data, layout.stack, heapEnd]).toEqual([null, null, null]);
    expect(layout.heapBase).toBe(stackPointer);
    expect(stackLow).toBeLessThan(stackPointer ?? 0);
    const bare = await run(moduleOf('memory', storeSeven, 'main'));
    expect(bare.opened.state).toMatchObject({ stackPointer: null, stackLow: null, heapEnd: null });
  });

  it('ends where it calls a function that nobody provides, and tells its name', async () => {
    const { outcome } = await run(moduleOf('memory', callDraw, 'main'));
    const reason = 'the program called draw, which it imports from "game" and nobody provides here';
    expect(outcome).toEqual({ status: 'trapped', reason, location: null });
  });

  it('is refused for such a function where that is wanted', async () => {
    const { outcome } = await run(moduleOf('memory', callDraw, 'main'), { runsWithMissing: false });
    expect(outcome).toMatchObject({ status: 'trapped', reason: expect.stringContaining('game.draw') });
  });

  it('may call its memory what it likes', async () => {
    const { opened, outcome } = await run(moduleOf('heap', storeSeven, 'fill'));
    expect(outcome).toEqual({ status: 'finished', exitCode: null, result: null });
    await opened.call('fill', []);
    expect(opened.memory[8]).toBe(7);
  });

  it.each([
    ['recorded', { budget: 1e6, stepLimit: 100, post() {} }],
    ['not recorded', undefined],
  ])('tells each of its growths where it is %s: by no page, too, and none that failed', async (_, recording) => {
    const grow = (...pages: number[]) => [0x41, ...pages, 0x40, 0, 0x1a];
    const tooMany = [0xf0, 0xa2, 0x04]; // 70,000 as signed LEB128
    const body = [...grow(1), ...grow(0), ...grow(...tooMany), ...grow(2)];
    const { opened } = await run(moduleOf('memory', body, 'main'), recording && { recording });
    expect(opened.state.growths).toEqual([
      { from: 1, to: 2, by: 'program' },
      { from: 2, to: 2, by: 'program' },
      { from: 2, to: 4, by: 'program' },
    ]);
  });

  it('may have a main without arguments', async () => {
    const { opened, outcome } = await run(moduleOf('memory', storeSeven, 'main'));
    expect(outcome).toEqual({ status: 'finished', exitCode: 0, result: null });
    expect(opened.memory[8]).toBe(7);
  });
});
