import { Script } from 'node:vm';
import { expect, it } from 'vitest';
import { ScriptStack } from '../../playground/session/host/script-stack.ts';
import { Views } from '../../playground/session/host/views.ts';

/** A realm in which scripts of several files make views of one memory. */
function realm() {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 4 });
  const scripts = new ScriptStack();
  const views = new Views(memory, scripts);
  const own: Record<string, unknown> = { Uint8Array: class extends Uint8Array<ArrayBuffer> {} };
  views.watch(own);
  return {
    ...{ memory, scripts, views },
    run(path: string, source: string) {
      scripts.add({ address: path, path, prefixLength: 0 });
      new Script(source, { filename: path }).runInThisContext()(memory, own.Uint8Array);
    },
  };
}

it('names the file of a view’s line where scripts of several files have run, and only there', () => {
  const { memory, views, run, scripts } = realm();
  run('first.js', '(memory, Bytes) => {\nnew Bytes(memory.buffer, 0, 4); }');
  expect(views.list()[0]).toMatchObject({ madeAtLine: 2 });
  expect(views.list()[0]).not.toHaveProperty('madeInFile');
  run('second.js', '(memory, Bytes) => {\n\nnew Bytes(memory.buffer, 8, 4); }');
  expect(views.list().map(({ madeAtLine, madeInFile }) => [madeAtLine, madeInFile])).toEqual([
    [2, 'first.js'],
    [3, 'second.js'],
  ]);
  const place = scripts.place('at second.js:3:1');
  memory.grow(1);
  views.detachAll({ byLine: place?.line ?? null, byFile: place?.path, growth: 0, inStep: 1 }, 65_536);
  expect(views.list().map(({ state }) => state)).toEqual(
    Array(2).fill({ kind: 'detached', byLine: 3, byFile: 'second.js', growth: 0, inStep: 1 }),
  );
});
