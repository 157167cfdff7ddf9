import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../playground/compiler/compilation.ts';
import { findRuntime } from '../../playground/session/node/find-runtime.ts';
import type { NodeRunOptions } from '../../playground/session/node/node-run.ts';
import { runInNode } from '../../playground/session/node/run-in-node.ts';
import { createCachedCompile } from '../../site/build/program-runner.ts';
import { embindPrograms } from '../embind/programs.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const compile = createCachedCompile(here('../../build/cache/programs'));

/** A runtime without any glue: who asks for it fails. */
const withoutGlue = mkdtempSync(join(tmpdir(), 'pagewise-'));
copyFileSync(join(findRuntime().folder, 'engine.wasm'), join(withoutGlue, 'engine.wasm'));
afterAll(() => rmSync(withoutGlue, { recursive: true }));

async function compiled(text: string, path = 'main.c'): Promise<Uint8Array> {
  const result = await compile([{ path, text }], defaultSettings);
  if ('diagnostics' in result) throw new Error(JSON.stringify(result.diagnostics));
  return result.wasm;
}

async function run(wasm: Uint8Array, options: Partial<NodeRunOptions>) {
  let output = '';
  const add = (bytes: Uint8Array) => {
    output += new TextDecoder().decode(bytes);
  };
  const live = await runInNode({
    ...{ wasm, arguments: [], stdin: new TextEncoder().encode('four'), stdout: add, stderr: add },
    javascript(text) {
      output += text;
    },
    recording: { budget: 1e8, stepLimit: 1e6, post() {} },
    ...options,
  });
  return { live, printed: () => output };
}

const plain = `int numbers[4];
__attribute__((export_name("fill"))) int fill(int value) {
  for (int i = 0; i < 4; ++i) numbers[i] = value;
  return (int)numbers;
}`;

/** Streams, clocks, randomness and the environment, as wasi-libc imports them. */
const command = `#define WASI(name) __attribute__((import_module("wasi_snapshot_preview1"), import_name(#name)))
WASI(fd_write) int fd_write(int, const void*, int, int*);
WASI(fd_read) int fd_read(int, const void*, int, int*);
WASI(fd_close) int fd_close(int);
WASI(fd_seek) int fd_seek(int, long long, int, long long*);
WASI(fd_fdstat_get) int fd_fdstat_get(int, void*);
WASI(environ_sizes_get) int environ_sizes_get(int*, int*);
WASI(environ_get) int environ_get(char**, char*);
WASI(clock_time_get) int clock_time_get(int, long long, long long*);
WASI(random_get) int random_get(void*, int);
WASI(proc_exit) _Noreturn void proc_exit(int);
struct piece { char* text; int length; };
static char environment[64], input[8], status[24];
static char* list[4];
static void put(int stream, char* text, int length) {
  struct piece pieces[2] = {{text, length}, {"|", 1}};
  int written;
  if (fd_write(stream, pieces, 2, &written) || written != length + 1) proc_exit(2);
}
__attribute__((export_name("_start"))) void start(void) {
  int count, size, read;
  environ_sizes_get(&count, &size);
  environ_get(list, environment);
  put(1, list[0], size - 1);
  struct piece piece = {input, sizeof input};
  fd_read(0, &piece, 1, &read);
  put(2, input, read);
  long long now, before;
  clock_time_get(1, 1, &before);
  clock_time_get(1, 1, &now);
  int random[2] = {0};
  random_get(random, sizeof random);
  fd_fdstat_get(1, status);
  long long at;
  int isRight = now >= before && (random[0] | random[1]) && status[0] == 2 && fd_seek(1, 0, 0, &at) == 76 &&
                fd_close(5) == 8 && fd_write(9, &piece, 1, &read) == 8 && clock_time_get(9, 1, &now) == 28;
  proc_exit(isRight ? 7 : 1);
}`;

describe('a program that needs no glue', () => {
  it('is run without: plain exports, and a script that uses them', async () => {
    const script = 'console.log([...new Int32Array(memory.buffer, exports.fill(9), 4)].join());';
    const { live, printed } = await run(await compiled(plain), { runtimeFolder: withoutGlue, scripts: [script] });
    expect(live.outcome).toMatchObject({ status: 'finished' });
    expect(await live.runJavaScript(script, 'lab.js')).toMatchObject({ status: 'finished' });
    expect(printed()).toBe('9,9,9,9\n');
  });

  it('is run without: a WASI command that opens no files', async () => {
    const hello = readFileSync(here('../journeys/modules/wasi-hello.wasm'));
    const first = await run(new Uint8Array(hello), { runtimeFolder: withoutGlue, scripts: [] });
    expect(first.live.outcome).toMatchObject({ status: 'finished' });
    expect(first.printed()).toBe('hello\n');
    const options = { runtimeFolder: withoutGlue, scripts: [], environment: { GREETING: 'hi' } };
    const second = await run(await compiled(command, 'command.c'), options);
    expect(second.live.outcome).toMatchObject({ status: 'finished', exitCode: 7 });
    expect(second.printed()).toBe('GREETING=hi|four|');
  });
});

it('grows without glue to as many pages as with it', async () => {
  const wasm = await compiled(`#include <stdlib.h>
__attribute__((export_name("take"))) int take(int size) { return malloc(size) != 0; }`);
  const pages: number[][] = [];
  for (const runtimeFolder of [withoutGlue, undefined]) {
    const scripts = runtimeFolder ? [] : ['Module'];
    const { live } = await run(wasm, { scripts, ...(runtimeFolder && { runtimeFolder }) });
    const seen: number[] = [];
    for (const size of ['100000', '3000000', '20000000', '50000000', '2000000000']) {
      await live.call('take', [size]);
      seen.push(live.memory.length / 65_536);
    }
    pages.push(seen);
  }
  expect(pages[0]).toEqual(pages[1]);
  expect(new Set(pages[0]).size).toBeGreaterThan(2);
});

describe('a WASI program with files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pagewise-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is run without glue, and its files are those of the program', async () => {
    const path = join(folder, 'files.wasm');
    execFileSync(process.execPath, [here('build.mjs'), here('files.c'), path]);
    const files = [{ path: 'data.txt', text: 'first\n' }];
    const wasm = new Uint8Array(readFileSync(path));
    const { live, printed } = await run(wasm, { runtimeFolder: withoutGlue, scripts: [], files });
    expect(live.outcome).toMatchObject({ status: 'finished', exitCode: 3 });
    expect(printed()).toContain('read first\n');
    expect(printed()).toContain('rename 0\n data.txt sub/\n moved.txt\n');
  });
});

describe('a program that needs it', () => {
  it.each([
    ['asks for it in a script', plain, 'Module.HEAP8;'],
    ['prints by its C library', '#include <stdio.h>\nint main(void) { puts("hi"); }', ''],
    ['has JavaScript in its C', '#include <emscripten.h>\nint main(void) { EM_ASM({ out(1); }); }', ''],
  ])('loads it: %s', async (_why, text, script) => {
    const wasm = await compiled(text);
    await expect(run(wasm, { runtimeFolder: withoutGlue, scripts: [script] })).rejects.toThrow(/glue\.mjs/);
    const { live } = await run(wasm, { scripts: [script] });
    expect(live.outcome).toMatchObject({ status: 'finished' });
  });

  it('loads that of Embind only when it uses Embind', async () => {
    const [bound] = embindPrograms();
    const wasm = await compiled(bound?.text ?? '', 'bound.cpp');
    await expect(run(wasm, { runtimeFolder: withoutGlue, scripts: [] })).rejects.toThrow(/glue-embind\.mjs/);
  });
});
