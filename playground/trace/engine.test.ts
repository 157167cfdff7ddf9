import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../compiler/compilation.ts';
import { createNodeCompiler } from '../compiler/node-compiler.ts';
import { runInNode } from '../session/node/run-in-node.ts';
import { recordProgram } from './engine.ts';

const engine = new Uint8Array(await readFile(new URL('../../build/runtime/engine.wasm', import.meta.url)));
const compiler = createNodeCompiler();

async function compile(text: string, path = 'main.cpp'): Promise<Uint8Array> {
  const result = await compiler.compile([{ path, text }], defaultSettings);
  if (result.status !== 'compiled') throw new Error(JSON.stringify(result));
  return result.wasm;
}

async function run(wasm: Uint8Array, rewritten = true) {
  let output = '';
  const take = (bytes: Uint8Array) => {
    output += new TextDecoder().decode(bytes);
  };
  const stdin = new Uint8Array();
  const live = await runInNode({ wasm, arguments: [], stdin, stdout: take, stderr: take, rewritten });
  return { live, output };
}

const heap = `
#include <cstdlib>
#include <cstdio>
#include <string>
#include <vector>
int counter = 7;
static short table[5] = {1, 2, 3, 4, 5};
int main() {
  std::vector<std::string> words;
  for (int i = 0; i < 20; ++i) words.emplace_back(40 + i, 'x');
  void* kept = std::malloc(100);
  kept = std::realloc(kept, 5000);
  std::free(std::calloc(3, 7));
  delete new int(counter);
  delete[] new char[33];
  try { throw 1; } catch (int) { counter += table[1]; }
  std::printf("%zu %p\\n", words.size(), kept);
}
`;

describe('a rewritten program', () => {
  it('leaves the same memory and prints the same as the plain one', async () => {
    const wasm = await compile(heap);
    const plain = await run(wasm, false);
    const rewritten = await run(wasm);
    expect(rewritten.output).toBe(plain.output);
    expect(Buffer.compare(rewritten.live.memory, plain.live.memory)).toBe(0);
  });

  it('has every block that the program allocated, with its size and the function that did', async () => {
    const { live } = await run(await compile(heap));
    const { blocks } = live.state;
    const own = blocks.filter(({ size }) => [100, 5000, 21, 33].includes(size));
    expect(own.map(({ size, state, allocatedBy }) => [size, state, allocatedBy])).toEqual([
      [100, 'freed', 'malloc'],
      [5000, 'live', 'realloc'],
      [21, 'freed', 'calloc'],
      [33, 'freed', 'new[]'],
    ]);
    expect(blocks.some(({ size, allocatedBy }) => size === 4 && allocatedBy === 'new')).toBe(true);
  });

  it('knows its variables by address and size', async () => {
    const wasm = await compile(heap);
    const recorded = await recordProgram(engine, wasm);
    if (recorded.status !== 'rewritten') throw new Error(recorded.reason);
    const sizes = Object.fromEntries(recorded.symbols.map(({ name, size }) => [name, size]));
    expect(sizes).toMatchObject({ counter: 4, table: 10 });
  });

  it('tells how deep the stack went, in functions that never write the pointer too', async () => {
    const text = `
#include <cstdint>
#include <cstdio>
__attribute__((noinline)) std::uintptr_t leaf() { char big[3000]; return reinterpret_cast<std::uintptr_t>(&big[0]); }
int main() { std::printf("%u", static_cast<unsigned>(leaf())); }`;
    const { live, output } = await run(await compile(text));
    const { stackLow, layout } = live.state;
    expect(stackLow).toBeLessThanOrEqual(Number(output));
    expect(stackLow).toBeGreaterThanOrEqual(layout.stack?.start ?? 0);
    expect(stackLow).toBeLessThan((layout.stack?.end ?? 0) - 3000);
  });

  it('names the line of a trap', async () => {
    const { live } = await run(await compile('int main() {\n  volatile int zero = 0;\n  return 1 /\n    zero;\n}\n'));
    expect(live.outcome).toMatchObject({ status: 'trapped', location: { path: 'main.cpp', line: 3 } });
  });

  it('goes on counting after an exception out of the allocator', async () => {
    const text = `
#include <new>
#include <cstdlib>
int main() {
  try { ::operator new(0x7fffffff); } catch (const std::bad_alloc&) {}
  return std::malloc(24) == nullptr;
}`;
    const { live } = await run(await compile(text));
    expect(live.state.blocks.filter(({ size }) => size === 24)).toHaveLength(1);
  });
});

describe('the engine', () => {
  it('refuses what is no module, with offset and reason', async () => {
    expect(await recordProgram(engine, new Uint8Array([0, 97, 115, 109, 2, 0, 0, 0]))).toMatchObject({
      status: 'malformed',
      offset: 4,
    });
  });

  it('makes no reference valid that was not, as to a function that only starts the module', async () => {
    const types = [1, 4, 1, 0x60, 0, 0];
    const body = [0xd2, 0, 0x1a]; // ref.func 0, drop
    const wasm = new Uint8Array([
      ...[0, 97, 115, 109, 1, 0, 0, 0, ...types, 3, 2, 1, 0, 8, 1, 0],
      ...[10, 4 + body.length, 1, 2 + body.length, 0, ...body, 0x0b],
    ]);
    for (const recording of ['none', 'instance', 'second-memory'] as const) {
      const recorded = await recordProgram(engine, wasm, recording);
      expect(recorded.status === 'rewritten' && WebAssembly.validate(recorded.wasm), recording).toBe(false);
    }
  });

  it('survives a real module cut off at every length, and one changed at random', async () => {
    const wasm = await compile('int main(void) { return 0; }', 'main.c');
    const module = await WebAssembly.compile(engine as BufferSource);
    for (let length = 0; length < wasm.length; length += 97) await recordProgram(module, wasm.slice(0, length));
    let seed = 1;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed;
    };
    for (let i = 0; i < 200; i++) {
      const damaged = wasm.slice();
      for (let j = 0; j < 8; j++) damaged[random() % damaged.length] = random() & 255;
      const result = await recordProgram(module, damaged);
      expect(['rewritten', 'malformed']).toContain(result.status);
    }
  });

  it('rewrites itself into a valid module', async () => {
    const recorded = await recordProgram(engine, engine);
    if (recorded.status !== 'rewritten') throw new Error(recorded.reason);
    expect(WebAssembly.validate(recorded.wasm)).toBe(true);
  });
});
