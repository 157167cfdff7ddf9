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
