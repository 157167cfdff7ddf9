import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingInShort } from '../../site/build/finding-in-short.ts';
import { runInLab } from './lab-run.ts';

const folder = new URL('wrong/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
const toolbox = readFileSync(new URL('toolbox.cpp', import.meta.url), 'utf8');

/** The program that stands beside a script, or else the one that most of them use. */
function programOf(script: string): string {
  const own = new URL(script.replace('.js', '.cpp'), folder);
  return existsSync(own) ? readFileSync(own, 'utf8') : toolbox;
}

describe('a script that uses views in one wrong way', () => {
  it.each(scripts)('has just these findings, with the guilty line and the cause: %s', async (name) => {
    const script = read(name);
    const expected = [...script.matchAll(/^\/\/ expect: (.+)$/gm)].map(([, finding]) => finding);
    const { trace } = await runInLab('main.cpp', programOf(name), script);
    expect((await trace.findings()).map(findingInShort)).toEqual(expected);
  });
});

it('names the line of the script in whose call of C++ the cause lies, and none where C++ ran by itself', async () => {
  const program = `#include <cstdlib>
extern "C" __attribute__((used, visibility("default"))) void* make(int size) { return std::malloc(size); }
int* early = static_cast<int*>(std::malloc(4));
extern "C" __attribute__((used, visibility("default"))) void past_early() { early[1] = 1; }
extern "C" __attribute__((used, visibility("default"))) void past(int* block) { block[1] = 1; }
int main() {}`;
  const script =
    'const make = () => exports.make(4);\nconst block = make();\nexports.past(block);\nexports.past_early();';
  const { trace } = await runInLab('main.cpp', program, script);
  const causes = (await trace.findings()).flatMap(({ kind, cause }) => (kind === 'heap-overflow' ? [cause?.text] : []));
  expect(causes).toEqual(['it was allocated here, called by lab.js, line 1', 'it was allocated here']);
});

it('tells uses of a detached view that come after the recording is full', async () => {
  const program = `#include <cstdlib>
#define EXPORT extern "C" __attribute__((used, visibility("default")))
EXPORT void* numbers() { return std::malloc(16); }
int sum = 0;
EXPORT void work(int turns) {
  for (int i = 0; i < turns; i++) sum += i;
}
EXPORT void* more() { return std::malloc(1 << 20); }
int main() {}`;
  const script = `const view = new Int32Array(memory.buffer, exports.numbers(), 4);
exports.work(40_000);
exports.more();
view[0] = 5;
new Int32Array(memory.buffer, 2);`;
  const { trace } = await runInLab('main.cpp', program, script, 200_000);
  expect(trace.limit).toMatch(/^The first/);
  const found = (await trace.findings()).filter(({ kind }) => kind !== 'leak');
  expect(found.map(({ kind, place }) => [kind, place?.line])).toEqual([
    ['detached view', 4],
    ['misaligned view', 5],
  ]);
  expect(found[0]?.cause).toMatchObject({ place: { line: 3 }, text: 'memory grew from 4 to 18 pages' });
  const early = await trace.at((found[0]?.step ?? 0) - 1);
  expect(early.findings.filter(({ kind }) => kind !== 'leak')).toEqual([]);
});

it('tells them too where the program cannot be run again', async () => {
  const program = `#include <emscripten/bind.h>
#include <emscripten/val.h>
int sum = 0;
emscripten::val work(emscripten::val kept, int turns) {
  for (int i = 0; i < turns; i++) sum += i;
  return kept;
}
EMSCRIPTEN_BINDINGS(lab) { emscripten::function("work", &work); }
int main() {}`;
  const script = `const block = Module._malloc(16);
const view = new Int32Array(Module.HEAPU8.buffer, block, 4);
Module.work({}, 40_000);
Module._free(Module._malloc(1 << 24));
console.log(view[0]);
Module._free(block);`;
  const { trace } = await runInLab('main.cpp', program, script, 200_000);
  expect(trace.limit).toMatch(/^The run went on/);
  const [found] = (await trace.findings()).filter(({ kind }) => kind === 'detached view');
  expect(found).toMatchObject({ place: { line: 5 }, step: trace.steps, cause: { place: { line: 4 } } });
});

it('takes the type of a view that was refused for no view that has its number', async () => {
  const script = `const view = new Uint8Array(memory.buffer, exports.numbers(), 4);
const { buffer } = view;
exports.work();
try { new Uint8Array(buffer, 0, 4); } catch {}`;
  const { trace } = await runInLab('main.cpp', toolbox, script);
  expect((await trace.findings()).map(({ text }) => text.split(':')[0])).toEqual([
    'Made a Uint8Array over a buffer that is detached',
  ]);
});

it('says what comes of an address as index where the view has no such element', async () => {
  const script =
    'const at = exports.make_numbers();\nconst all = new Int32Array(memory.buffer);\nall[at] = 1;\nall[at];';
  const program = `#include <cstdlib>
extern "C" __attribute__((used, visibility("default"))) void* make_numbers() { return std::malloc(40); }
int main() {}`;
  const { trace } = await runInLab('main.cpp', program, script);
  const texts = (await trace.findings()).map(({ text }) => text.replace(/.*that element/, '').replace(/0x\w+/, 'A'));
  expect(texts.map((text) => text.replace(/ Divide.*/, ''))).toEqual([
    ' would be at A, past the end of the view; nothing was stored, and no error tells.',
    ' would be at A, past the end of the view; that gives undefined.',
  ]);
});
