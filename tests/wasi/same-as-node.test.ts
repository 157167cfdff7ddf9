import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WASI } from 'node:wasi';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wasiImports } from '../../playground/session/host/wasi-imports.ts';

/** A text among the arguments is passed as its address and its length. */
type Call = readonly [name: string, ...args: readonly (number | bigint | string)[]];
type Functions = Readonly<Record<string, ((...args: (number | bigint)[]) => unknown) | undefined>>;

const files = [
  { path: 'data.txt', text: 'first\nsecond\n' },
  { path: 'sub/inner.txt', text: 'in' },
];
/** Where in memory calls find three buffers (of 3, 0 and 6 bytes) and texts, and where they leave results. */
const [vectors, result, texts, data] = [512, 1024, 2048, 8192];

/** Makes calls of a host. Each answers its error, and the result as far as both hosts have the same. */
function caller(functions: Functions, memory: WebAssembly.Memory) {
  return ([name, ...args]: Call): unknown => {
    const bytes = new Uint8Array(memory.buffer).fill(0);
    const view = new DataView(memory.buffer);
    bytes.set(new TextEncoder().encode('abcdefghi'), data);
    for (const [index, part] of [0, 3, 3].entries()) {
      view.setUint32(vectors + index * 8, data + part, true);
      view.setUint32(vectors + index * 8 + 4, [3, 0, 6][index] ?? 0, true);
    }
    let next = texts;
    const passed = args.flatMap((arg) => {
      if (typeof arg !== 'string') return [arg];
      const text = new TextEncoder().encode(arg);
      bytes.set(text, next);
      next += text.length;
      return [next - text.length, text.length];
    });
    const error = functions[name]?.(...passed);
    if (error !== 0) return error;
    if (name.endsWith('filestat_get')) {
      const isFile = view.getUint8(result + 16) === 4;
      return ['status', view.getUint8(result + 16), isFile && view.getBigUint64(result + 32, true)];
    }
    if (name === 'fd_fdstat_get')
      return [view.getUint8(result), view.getBigUint64(result + 8, true), view.getBigUint64(result + 16, true)];
    if (name === 'fd_readdir') return namesIn(bytes.subarray(data, data + view.getUint32(result, true)));
    return [view.getBigUint64(result, true), new TextDecoder().decode(bytes.subarray(data, data + 9))];
  };
}

/** The names and kinds in a list of entries. */
function namesIn(list: Uint8Array): readonly string[] {
  const names: string[] = [];
  for (let at = 0; at + 24 <= list.length; ) {
    const view = new DataView(list.buffer, list.byteOffset + at, 24);
    const length = view.getUint32(16, true);
    names.push(`${view.getUint8(20)} ${new TextDecoder().decode(list.subarray(at + 24, at + 24 + length))}`);
    at += 24 + length;
  }
  return names.sort();
}

function inNode(calls: readonly Call[]): readonly unknown[] {
  const folder = mkdtempSync(join(tmpdir(), 'pagewise-wasi-'));
  mkdirSync(join(folder, 'sub'));
  for (const { path, text } of files) writeFileSync(join(folder, path), text);
  try {
    const wasi = new WASI({ version: 'preview1', preopens: { '.': folder } });
    const memory = new WebAssembly.Memory({ initial: 1 });
    wasi.initialize({ exports: { memory } });
    return calls.map(caller(wasi.wasiImport as Functions, memory));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function here(calls: readonly Call[]): readonly unknown[] {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const functions = wasiImports({
    ...{ arguments: [], environment: {}, files },
    streams: { read: () => new Uint8Array(), write: () => undefined },
    buffer: () => memory.buffer,
    beforeWrite: () => undefined,
    onCopied: () => undefined,
  });
  return calls.map(caller(functions, memory));
}

const folderRights = 0xfbffe98n;
const fileRights = 0x8e001ffn;

const paths = [
  ...['data.txt', 'sub', 'sub/inner.txt', 'new.txt', 'sub/new', 'made', 'made/deep', 'missing/x', 'data.txt/x'],
  ...['.', './sub/', 'sub/..', 'sub/../data.txt', 'no/../data.txt', 'data.txt/', 'made/', '', 'nul\0byte', 'né'],
  ...['..', '../data.txt', 'sub/../..', 'sub/../../etc/passwd', '/', '/data.txt', '/etc/passwd', 'x'.repeat(256)],
];
const path = fc.constantFrom(...paths);
// Of two paths that both cannot be, either may be told first: so none of these is too long.
const renamed = path.filter((each) => each.length < 200);
const descriptor = fc.integer({ min: 3, max: 7 });
const offset = fc.constantFrom(0n, 1n, 5n, 12n, 40n, -1n);
const size = fc.constantFrom(0n, 1n, 4n, 30n);
const wanted = fc.constantFrom(0n, 2n, 0x42n, 0x40n, 0x66n, fileRights, folderRights, (1n << 30n) - 1n);
const inside = fc.constantFrom(0n, 0n, fileRights, folderRights | fileRights);

const anyCall: fc.Arbitrary<Call> = fc.oneof(
  fc.tuple(
    ...[fc.constant('path_open'), fc.constantFrom(3, 3, 3, 4, 5), fc.constant(0), path],
    ...[fc.integer({ min: 0, max: 15 }), wanted, inside, fc.constantFrom(0, 0, 1), fc.constant(result)],
  ) as fc.Arbitrary<Call>,
  fc.tuple(
    ...[fc.constant('path_open'), fc.constantFrom(3, 4), fc.constant(0), fc.constantFrom('data.txt', 'new.txt', 'sub')],
    ...[fc.constantFrom(0, 1), fc.constantFrom(fileRights, 0x66n, folderRights), inside, fc.constantFrom(0, 1)],
    fc.constant(result),
  ) as fc.Arbitrary<Call>,
  fc.tuple(fc.constantFrom('fd_read', 'fd_write'), descriptor, fc.constant(vectors), fc.nat(3), fc.constant(result)),
  fc.tuple(
    ...[fc.constantFrom('fd_pread', 'fd_pwrite'), descriptor, fc.constant(vectors), fc.nat(3), offset],
    fc.constant(result),
  ) as fc.Arbitrary<Call>,
  fc.tuple(fc.constant('fd_seek'), descriptor, offset, fc.nat(3), fc.constant(result)),
  fc.tuple(fc.constantFrom('fd_tell', 'fd_filestat_get', 'fd_fdstat_get'), descriptor, fc.constant(result)),
  fc.tuple(fc.constantFrom('fd_close', 'fd_sync', 'fd_datasync'), fc.integer({ min: 4, max: 8 })),
  fc.tuple(fc.constant('fd_filestat_set_size'), descriptor, size),
  fc.tuple(fc.constant('fd_allocate'), descriptor, size, size),
  fc.tuple(fc.constant('fd_renumber'), fc.integer({ min: 4, max: 5 }), fc.integer({ min: 6, max: 8 })),
  fc.tuple(
    ...[fc.constant('fd_readdir'), descriptor, fc.constant(data), fc.constant(4096), fc.constant(0n)],
    fc.constant(result),
  ) as fc.Arbitrary<Call>,
  fc.tuple(fc.constant('path_filestat_get'), fc.constantFrom(3, 3, 4), fc.constant(1), path, fc.constant(result)),
  fc.tuple(
    fc.constantFrom('path_create_directory', 'path_remove_directory', 'path_unlink_file'),
    fc.constantFrom(3, 3, 4),
    path,
  ),
  fc.tuple(fc.constant('path_rename'), fc.constant(3), renamed, fc.constant(3), renamed),
);

describe('the host of WASI programs', () => {
  it('answers any calls as Node’s own does: the same errors, the same bytes', () => {
    fc.assert(
      fc.property(fc.array(anyCall, { minLength: 1, maxLength: 30 }), (calls) => {
        expect(here(calls)).toEqual(inNode(calls));
      }),
      { numRuns: 300 },
    );
  });

  it('refuses each path that leads out of the folder', () => {
    const notCapable = 76;
    const out = [
      '..',
      '../data.txt',
      'sub/../..',
      'sub/../../etc/passwd',
      '/',
      '/etc/passwd',
      './../x',
      'a/b/../../../x',
    ];
    const calls = out.flatMap((each): Call[] => [
      ['path_open', 3, 0, each, 0, 2n, 0n, 0, result],
      ['path_filestat_get', 3, 1, each, result],
      ['path_create_directory', 3, each],
      ['path_unlink_file', 3, each],
      ['path_rename', 3, 'data.txt', 3, each],
    ]);
    expect(here(calls)).toEqual(calls.map(() => notCapable));
    expect(inNode(calls)).toEqual(calls.map(() => notCapable));
  });
});
