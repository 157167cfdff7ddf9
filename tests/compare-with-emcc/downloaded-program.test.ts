import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { defaultSettings } from '../../playground/compiler/compilation.ts';
import { createNodeCompiler } from '../../playground/compiler/node-compiler.ts';
import { filesInZip } from '../../playground/files/incoming-files.ts';
import { openProject } from '../../playground/files/open-project.ts';
import { type Project, usualValues } from '../../playground/files/project.ts';
import { zipProject } from '../../playground/files/zip-project.ts';
import { runInNode } from '../../playground/session/node/run-in-node.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'pagewise-download-'));
afterAll(() => rmSync(folder, { recursive: true }));

const usual = { settings: defaultSettings, ...usualValues, inputEnds: true };
const programs: Readonly<Record<string, Project>> = {
  'several files': {
    ...usual,
    files: [
      {
        path: 'main.cpp',
        text: `#include <cstdio>
#include <iostream>
#include <string>
#include <vector>
#include <emscripten/emscripten.h>
#include "src/list.h"
extern "C" int twice(int);
struct Last { ~Last() { std::printf("destroyed "); } } last;
extern "C" EMSCRIPTEN_KEEPALIVE int add(int a, int b) { std::printf("adding\\n"); return a + b; }
int main(int count, char** words) {
  std::string line;
  while (std::getline(std::cin, line)) std::cout << "read " << line << '\\n';
  for (int i = 0; i < count; i++) std::printf("[%s]", words[i]);
  try { std::vector<int>{1}.at(3); } catch (const std::out_of_range&) { std::puts("caught"); }
  std::printf("%d %d", twice(list_size), static_cast<int>(sizeof(void*)));
  return 3;
}
`,
      },
      { path: 'src/list.h', text: '#pragma once\nconstexpr int list_size = 21;\n' },
      { path: 'src/twice.c', text: 'int twice(int value) { return value * 2; }\n' },
    ],
    scripts: [
      {
        path: 'first.js',
        text: 'globalThis.sum = exports.add(40, 2);\nawait null;\nconsole.log("pages", memory.buffer.byteLength / 65536);',
      },
      {
        path: 'second.mjs',
        text: 'const at = exports.malloc(8);\nnew Uint32Array(memory.buffer, at, 2)[1] = sum;\nconsole.log("holds", new DataView(memory.buffer).getUint32(at + 4, true)); // no newline',
      },
      {
        path: 'glue.js',
        text: 'const at = Module.stringToNewUTF8("text");\nModule._malloc(1_000_000);\nconsole.log(Module.HEAPU8[at], Module.HEAPU32.length, Module.UTF8ToString(at), Module.ccall("add", "number", ["number", "number"], [20, 1]));',
      },
    ],
    input: 'one\ntwo',
    argumentLine: 'a "b c"',
  },
  'Embind, optimised, the stack first, another allocator': {
    ...usual,
    settings: {
      ...defaultSettings,
      standard: 'c++20',
      optimisation: 'O2',
      stackOrder: 'stack-first',
      allocator: 'emmalloc',
      initialPages: 8,
    },
    files: [
      {
        path: 'shape.cpp',
        text: `#include <emscripten/bind.h>
#include <string>
struct Shape { std::string name; int corners() const { return static_cast<int>(name.size()); } };
EMSCRIPTEN_BINDINGS(shape) {
  emscripten::class_<Shape>("Shape").constructor<std::string>().function("corners", &Shape::corners);
}
`,
      },
    ],
    scripts: [
      {
        path: 'lab.js',
        text: 'const shape = new Module.Shape("square");\nconsole.log(shape.corners(), memory.buffer.byteLength, typeof Module.getExceptionMessage);\nshape.delete();',
      },
    ],
  },
  'an allocator that announces its blocks': {
    ...usual,
    files: [
      {
        path: 'main.cpp',
        text: `#include <cstdio>
#include <pagewise/allocator.h>
static char arena[64];
int main() {
  pagewise_allocated(arena, 16);
  pagewise_released(arena);
  std::puts("announced");
}
`,
      },
    ],
    scripts: [
      {
        path: 'lab.js',
        text: "import { read } from './parts/read.js';\nconsole.log(read(0), typeof exports.main, import.meta.url !== '');",
      },
      {
        path: 'parts/read.js',
        text: "import * as lab from '../lab.js';\nexport const read = (at) => new Uint8Array(memory.buffer)[at];\nconsole.log('once', Object.keys(lab).length);",
      },
    ],
  },
  'an instance that a script makes, and WAT beside C': {
    ...usual,
    files: [
      {
        path: 'main.c',
        text: `#include <stdio.h>
#include <emscripten/emscripten.h>
__attribute__((import_module("env"), import_name("log"))) void log_number(int number);
__attribute__((constructor)) static void construct(void) { puts("constructed"); }
EMSCRIPTEN_KEEPALIVE void count(int last) { for (int i = 0; i < last; ++i) log_number(i); }
int main(void) { puts("main"); }
`,
      },
      {
        path: 'text/load.wat',
        text: `(module (import "env" "memory" (memory 1))
  (func (export "load") (param $at i32) (result i32) (i32.load8_u (local.get $at))))`,
      },
    ],
    scripts: [
      {
        path: 'lab.js',
        text: `const { instance } = await WebAssembly.instantiateStreaming(fetch('main.wasm'), { env: { log: console.log } });
const { memory, count, __wasm_call_ctors: construct } = instance.exports;
count(2);
construct();
const bytes = await (await fetch('text/load.wasm')).arrayBuffer();
const { instance: other } = await WebAssembly.instantiate(bytes, { env: { memory } });
new Uint8Array(memory.buffer)[4096] = 7;
console.log(other.exports.load(4096));`,
      },
    ],
  },
  'C alone': {
    ...usual,
    settings: { ...defaultSettings, standard: 'c11', stackSize: 131_072 },
    buffer: 'resizable',
    files: [
      {
        path: 'main.c',
        text: '#include <stdio.h>\n#include <stdlib.h>\nint main(void) { printf("%ld", __STDC_VERSION__); exit(2); }\n',
      },
    ],
    scripts: [{ path: 'lab.js', text: 'console.log(typeof exports.main);' }],
  },
};

it.each(Object.keys(programs))(
  'a downloaded program is built and run by the two commands of its README: %s',
  async (name) => {
    const project = programs[name] as Project;
    const own = join(folder, name.replaceAll(/\W+/g, '-'));
    const zip = `${own}.zip`;
    writeFileSync(zip, zipProject(project, 'Two Views!'));
    await run('python3', ['-m', 'zipfile', '-e', zip, own]);
    const place = { cwd: join(own, 'two-views'), env: { ...process.env, CMAKE_GENERATOR: 'Ninja' } };
    const commands = readFileSync(join(place.cwd, 'README.md'), 'utf8').match(/^ {4}\S.*$/gm) ?? [];
    expect(commands).toHaveLength(2);
    await run('sh', ['-ec', commands[0] ?? ''], place);
    const ran = await run('sh', ['-c', `${commands[1]}; echo "exit code $?"`], place);
    const { output, exitCode } = await inThePage(project);
    expect(ran.stdout).toBe(`${output}exit code ${exitCode}\n`);
  },
  300_000,
);

it.each(Object.keys(programs))('opened again it is what it was: %s', async (name) => {
  const project = programs[name] as Project;
  const files = filesInZip(zipProject(project, name));
  expect(files.ok && (await openProject(files.files))).toMatchObject({ ok: true, project });
});

async function inThePage(project: Project): Promise<{ readonly output: string; readonly exitCode: number | null }> {
  const compilation = await createNodeCompiler().compile(project.files, project.settings);
  if (compilation.status !== 'compiled') throw new Error(JSON.stringify(compilation));
  const printed: Uint8Array[] = [];
  const program = await runInNode({
    wasm: compilation.wasm,
    arguments: project.argumentLine === '' ? [] : ['a', 'b c'],
    stdin: new TextEncoder().encode(project.input),
    stdout: (bytes) => printed.push(bytes.slice()),
    stderr: () => undefined,
    javascript: (text) => printed.push(new TextEncoder().encode(text)),
    scripts: project.scripts.map(({ text }) => text),
  });
  for (const { path, text } of project.scripts) await program.runJavaScript(text, path, project.scripts);
  const { outcome } = program;
  if (outcome.status !== 'finished') throw new Error(JSON.stringify(outcome));
  return { output: Buffer.concat(printed).toString(), exitCode: outcome.exitCode ?? 0 };
}
