import { expect, it } from 'vitest';
import { sourceOf, withShortPaths } from './module-sources.ts';
import { leftOutInWords, openModule } from './open-module.ts';

const wasm = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 5, 3, 1, 0, 1]);
const file = (path: string, content: string | Uint8Array<ArrayBuffer>) => ({
  path,
  file: new File([content], path.replace(/.*\//, '')),
});
const source = (path: string) => ({ path, text: path });

it('opens a module with the sources that came with it', async () => {
  const opening = await openModule(
    [file('app/a.wasm', wasm), file('app/src/a.c', 'int a;'), file('app/a.png', '')],
    null,
  );
  expect(opening).toMatchObject({
    ok: true,
    module: { name: 'a.wasm', wasm, sources: [{ path: 'a.c', text: 'int a;' }] },
  });
});

it('adds sources that come later to the module that is open', async () => {
  const first = await openModule([file('a.wasm', wasm)], null);
  if (!first.ok) throw new Error(first.problem);
  const second = await openModule([file('a.c', 'int a;')], first.module);
  expect(second.ok && second.module).toEqual({ ...first.module, sources: [{ path: 'a.c', text: 'int a;' }] });
});

it('names what came with a module and is not used: its glue above all', async () => {
  const opening = await openModule([file('emb.wasm', wasm), file('emb.js', 'var Module;'), file('emb.cpp', '')], null);
  expect(opening).toMatchObject({ ok: true, leftOut: ['emb.js'] });
  expect(leftOutInWords(['emb.js'])).toMatch(/^emb\.js is not used\. The page hosts the module itself/);
  expect(leftOutInWords(['a.png', 'b.png', 'c.html', 'd', 'e'])).toBe('a.png, b.png, c.html and 2 more are not used.');
  expect(leftOutInWords([])).toBeNull();
});

it.each([
  [[], /There is no file/],
  [[file('a.c', '')], /a\.c is source code/],
  [[file('a.txt', 'hello')], /a\.txt cannot be opened\. It is no WebAssembly module/],
  [[file('a.wasm', wasm), file('b.wasm', wasm)], /2 modules: a\.wasm, b\.wasm/],
])('refuses what is no module in words (%#)', async (files, words) => {
  const opening = await openModule(files, null);
  expect(opening.ok ? '' : opening.problem).toMatch(words);
});

it('names files by the ends of their paths, as long as they have to be', () => {
  const files = ['app/src/main.c', 'app/one/mod.rs', 'app/two/mod.rs'].map(source);
  expect(withShortPaths(files).map(({ path }) => path)).toEqual(['main.c', 'one/mod.rs', 'two/mod.rs']);
});

it('finds the file that debug information names, wherever it was compiled', () => {
  const files = [source('main.c'), source('one/mod.rs'), source('two/mod.rs')];
  expect(sourceOf('/home/somebody/app/src/main.c', files)?.path).toBe('main.c');
  expect(sourceOf('./main.c', files)?.path).toBe('main.c');
  expect(sourceOf('C:\\app\\two\\mod.rs', files)?.path).toBe('two/mod.rs');
  expect(sourceOf('/app/domain.c', files)).toBeNull();
  expect(sourceOf('mod.rs', files)).toBeNull();
  expect(sourceOf('/rustc/library/mod.rs', files)).toBeNull();
});
