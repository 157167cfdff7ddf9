import { describe, expect, it } from 'vitest';
import { runInNode } from '../../playground/session/node/run-in-node.ts';
import type { EmbindHandle, MemoryState } from '../../playground/trace/memory-state.ts';
import { compileEmbind } from './programs.ts';

const text = `#include <emscripten/bind.h>
#include <memory>
#include <vector>
using namespace emscripten;
struct Part { int size = 3; };
static std::vector<val> kept;
static Part still;
static void keep(val given) {
  kept.push_back(given);
}
static void make() {
  kept.push_back(val::array());
  kept.back().call<void>("push", 7);
}
static void share() {
  val first = kept.front();
  val second = first;
}
static void forget() { kept.clear(); }
static Part* own() { return &still; }
static std::shared_ptr<Part> shared() { return std::make_shared<Part>(); }
EMSCRIPTEN_BINDINGS(parts) {
  class_<Part>("Part").smart_ptr<std::shared_ptr<Part>>("SharedPart").constructor<>();
  function("keep", &keep);
  function("make", &make);
  function("share", &share);
  function("forget", &forget);
  function("own", &own, return_value_policy::reference());
  function("shared", &shared);
}`;

const handlesAfter = async (script: string): Promise<readonly EmbindHandle[]> => (await stateAfter(script)).handles;

async function stateAfter(script: string): Promise<MemoryState> {
  const wasm = await compileEmbind({ name: 'parts', text, script, output: '' });
  const nothing = () => undefined;
  const run = await runInNode({
    wasm,
    arguments: [],
    stdin: new Uint8Array(),
    stdout: nothing,
    stderr: nothing,
    recording: { budget: 1e8, stepLimit: 1e6, post: nothing },
  });
  expect(await run.runJavaScript(script, 'lab.js')).toEqual({ status: 'finished', exitCode: null, result: null });
  return run.state;
}

describe('the handles of Embind', () => {
  it('count all values that C++ holds, where they are too many to list', async () => {
    const { handles, unlistedVals } = await stateAfter(
      'for (let i = 0; i < 1200; i++) Module.keep({ i });\nModule.forget();\nfor (let i = 0; i < 700; i++) Module.keep({ i });',
    );
    const held = handles.filter(({ kind, goneInStep }) => kind === 'val' && goneInStep === null);
    expect(held.length).toBeLessThanOrEqual(500);
    expect(held.length + (unlistedVals ?? 0)).toBe(700);
  });

  it('tell what C++ holds, and the lines that made them', async () => {
    const handles = await handlesAfter(`
Module.keep('a text');
Module.make();
Module.keep({ size: 1, get trap() { throw new Error('was called'); } });`);
    const kept = handles.filter(({ goneInStep, madeAt }) => goneInStep === null && madeAt !== null);
    expect(
      kept.map(({ kind, holds, references, madeAt }) => [kind, holds, references, madeAt?.path, madeAt?.line]),
    ).toEqual([
      ['val', '"a text"', 1, 'lab.js', 2],
      ['val', '[7]', 1, 'parts.cpp', 12],
      ['val', '{size: 1, trap: …}', 1, 'lab.js', 4],
    ]);
  });

  it('tell how many shared a value, and from which step on', async () => {
    const handles = await handlesAfter(`
const given = ['shared'];
Module.keep(given);
Module.share();
Module.forget();`);
    const [val] = handles.filter(({ holds }) => holds === '["shared"]');
    expect(val?.counts.map(({ references }) => references)).toEqual([1, 2, 1, 2, 3, 1]);
    expect(val?.references).toBe(0);
  });

  it('run no code of the program to show a value', async () => {
    const handles = await handlesAfter(`
const trap = () => { throw new Error('was called'); };
const all = { get: trap, getPrototypeOf: trap, ownKeys: trap, getOwnPropertyDescriptor: trap };
Module.keep(new Proxy({}, all));
Module.keep(new Proxy([], all));
Module.keep(Proxy.revocable(() => 1, all).proxy);
Module.keep(Object.create(new Proxy({}, all)));
Module.keep({ toString: trap, [Symbol.toPrimitive]: trap });
class Player { static get name() { return trap(); } }
Module.keep(new Player());
Module.keep(new Float32Array(5));
Module.keep(new Map());
Module.keep((a, b) => a + b);
Module.keep('long'.repeat(100_000));
Module.keep(2n ** 100_000n);`);
    expect(
      handles
        .filter(({ goneInStep }) => goneInStep === null)
        .slice(-11)
        .map(({ holds }) => holds),
    ).toEqual([
      'Proxy',
      'Proxy',
      'Proxy',
      'object',
      expect.stringMatching(/^\{toString: \(\) => /),
      'object',
      'Float32Array(5)',
      'Map',
      '(a, b) => a + b',
      expect.stringMatching(/^"(long){14}/),
      'a large bigint',
    ]);
  });

  it('tell of objects until they are deleted', async () => {
    const handles = await handlesAfter(`
const first = new Module.Part();
const second = new Module.Part();
globalThis.kept = [second, Module.shared(), Module.own()];
first.delete();`);
    const objects = handles.filter(({ kind }) => kind !== 'val');
    expect(
      objects.map(({ kind, holds, madeAt, goneInStep }) => [kind, holds, madeAt?.line, goneInStep !== null]),
    ).toEqual([
      ['object', 'Part', 2, true],
      ['object', 'Part', 3, false],
      ['shared-object', 'Part', 4, false],
      ['object', 'Part', 4, false],
    ]);
    const steps = objects.map(({ madeInStep }) => madeInStep);
    expect([...steps].sort((a, b) => a - b)).toEqual(steps);
  });
});
