import type { ImportedFunction, StandardStreams } from './glue.ts';
import { now } from './intrinsics.ts';
import { WasiDescriptors } from './wasi-descriptors.ts';
import { wasiFiles } from './wasi-files.ts';
import { wasiPaths } from './wasi-paths.ts';
import { wasiPoll } from './wasi-poll.ts';
import { present, WasiTree } from './wasi-tree.ts';
import { encoded, errno, failing, failure, type OnCopied, WasiMemory } from './wasi-types.ts';

// The realm's own, before a script may replace them.
const getRandomValues = crypto.getRandomValues.bind(crypto);

/** The names under which programs import WASI (preview 1). */
export const wasiModules: readonly string[] = ['wasi_snapshot_preview1', 'wasi_unstable'];

/** What Emscripten's glue has of it, for C libraries of Emscripten's own. */
const emscriptens: ReadonlySet<string> = new Set([
  ...['fd_close', 'fd_fdstat_get', 'fd_pread', 'fd_pwrite', 'fd_read', 'fd_seek', 'fd_sync', 'fd_write'],
  ...['environ_get', 'environ_sizes_get', 'clock_res_get', 'clock_time_get', 'random_get', 'proc_exit'],
]);

/**
 * Whether a module was made for WASI, and has its files from there. One that Emscripten made imports the same names for its
 * streams, but opens files by system calls: those lie in the file system of its glue.
 */
export function isWasiProgram(module: WebAssembly.Module): boolean {
  const imports = WebAssembly.Module.imports(module);
  const asked = imports.filter((each) => wasiModules.includes(each.module));
  if (asked.length === 0 || imports.some(({ name }) => name.startsWith('__syscall_'))) return false;
  const isLinked = WebAssembly.Module.exports(module).some(({ name }) => name === '_start' || name === '_initialize');
  return isLinked || asked.some(({ name }) => !emscriptens.has(name));
}

/** A file that a program finds in its folder. */
export interface ProgramFile {
  readonly path: string;
  readonly text: string;
}

export interface WasiOptions {
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly files: readonly ProgramFile[];
  readonly streams: StandardStreams;
  readonly buffer: () => ArrayBuffer;
  /** Called before these bytes of the program's memory are written. */
  readonly beforeWrite: (address: number, length: number) => void;
  readonly onCopied: OnCopied;
}

/** What has nothing to work with here: there are no links, no sockets, no signals. These only answer. */
const notSupported = [
  ...['path_link', 'path_symlink', 'proc_raise'],
  ...['sock_accept', 'sock_recv', 'sock_send', 'sock_shutdown'],
];

/** WASI preview 1, but for `proc_exit`: a program sees one folder, `/`, with its own files, in memory. */
export function wasiImports(options: WasiOptions): Record<string, ImportedFunction> {
  const memory = new WasiMemory(options.buffer, options.beforeWrite, options.onCopied);
  const tree = new WasiTree();
  for (const { path, text } of options.files) addFile(tree, path, text);
  const descriptors = new WasiDescriptors(tree.root, options.streams);
  return {
    ...texts('args', options.arguments, memory),
    ...texts(
      'environ',
      Object.entries(options.environment).map(([name, value]) => `${name}=${value}`),
      memory,
    ),
    ...wasiFiles(descriptors, memory),
    ...wasiPaths(tree, descriptors, memory),
    ...wasiPoll(memory),
    ...chance(memory),
    ...Object.fromEntries(notSupported.map((name) => [name, () => errno.notSupported])),
    sched_yield: () => 0,
  };
}

function addFile(tree: WasiTree, path: string, text: string): void {
  const names = path.split('/');
  for (let count = 1; count < names.length; count++) {
    const place = tree.find(tree.root, names.slice(0, count).join('/'));
    if (!place.node) tree.makeFolder(place);
  }
  tree.makeFile(tree.find(tree.root, path)).write(0, encoded(text));
}

/** A list of texts: how many there are and how many bytes they take; and they themselves, each with the zero at its end. */
function texts(name: string, list: readonly string[], memory: WasiMemory): Record<string, ImportedFunction> {
  const all = list.map((text) => encoded(`${text}\0`));
  return failing({
    [`${name}_sizes_get`](count: number, size: number) {
      memory.putNumber(count, all.length);
      memory.putNumber(
        size,
        all.reduce((sum, { length }) => sum + length, 0),
      );
    },
    [`${name}_get`](addresses: number, at: number) {
      let next = at >>> 0;
      for (const [index, bytes] of all.entries()) {
        memory.putNumber(addresses + index * 4, next);
        memory.write(next, bytes, list[index]);
        next += bytes.length;
      }
    },
  });
}

/** Clocks and random bytes. */
function chance(memory: WasiMemory): Record<string, ImportedFunction> {
  return failing({
    clock_time_get(clock: number, _precision: bigint, result: number) {
      if (clock > 1) throw failure('invalid');
      memory.putLong(result, clock === 0 ? present() : BigInt(Math.round(now() * 1e6)));
    },
    clock_res_get(clock: number, result: number) {
      if (clock > 1) throw failure('invalid');
      memory.putLong(result, clock === 0 ? 1_000_000n : 1_000n);
    },
    random_get(at: number, length: number) {
      memory.bytes(at, length);
      for (let from = 0; from < length >>> 0; from += 65_536)
        memory.write(at + from, getRandomValues(new Uint8Array(Math.min(65_536, (length >>> 0) - from))));
    },
  });
}
