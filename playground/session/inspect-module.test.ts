import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { moduleProblem, sizeProblem } from './inspect-module.ts';

const header = [0, 97, 115, 109, 1, 0, 0, 0];
const name = (text: string) => [text.length, ...new TextEncoder().encode(text)];
const importing = (...kind: number[]) => {
  const contents = [1, ...name('env'), ...name('it'), ...kind];
  return [...header, 2, contents.length, ...contents];
};

it('lets a module with a memory of its own through', async () => {
  expect(await moduleProblem(new Uint8Array([...header, 5, 3, 1, 0, 1]))).toBeNull();
  const fixture = new URL('../../tests/journeys/modules/wasi-hello.wasm', import.meta.url);
  expect(await moduleProblem(new Uint8Array(await readFile(fixture)))).toBeNull();
});

it.each<[what: string, bytes: readonly number[], words: RegExp]>([
  ['nothing', [], /no WebAssembly module/],
  ['a picture', [0x89, 0x50, 0x4e, 0x47], /no WebAssembly module/],
  ['text', [...new TextEncoder().encode(' (module)')], /WebAssembly text.*ends in \.wat/],
  ['a component', [0, 97, 115, 109, 13, 0, 1, 0], /component.*core module/],
  ['half a header', [0, 97, 115, 109], /damaged/],
  ['a damaged module', [...header, 5, 3, 1], /damaged/],
  ['no memory', header, /no memory/],
  ['64-bit memory', [...header, 5, 3, 1, 4, 1], /64-bit.*wasm32/],
  ['shared memory', [...header, 5, 4, 1, 3, 1, 1], /shared.*-pthread/],
  ['two memories', [...header, 5, 5, 2, 0, 1, 0, 1], /2 memories/],
  ['an imported memory', importing(2, 0, 1), /imports the memory it from "env".*--import-memory/],
  ['an imported table', importing(1, 0x70, 0, 1), /imports the table.*--import-table/],
  ['an imported global', importing(3, 127, 0), /imports the global.*link it as a program/],
])('says of %s what it is, and what to do', async (_, bytes, words) => {
  expect(await moduleProblem(new Uint8Array(bytes))).toMatch(words);
});

it('says of a large file how large it may be', () => {
  expect(sizeProblem(64 * 1024 * 1024)).toBeNull();
  expect(sizeProblem(70_000_000)).toMatch(/66\.8 MiB; at most 64 MiB/);
});
