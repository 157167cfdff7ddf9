import { pageSize } from '../../trace/memory-state.ts';
import type { CreateGlue, DeviceOperations, FileStream, FileSystem, GlueModule, ImportedFunction } from './glue.ts';
import { onlyAnswer } from './wasi-imports.ts';
import { errno, failing, WasiMemory } from './wasi-types.ts';

// The realm's own, before a script may replace them.
const now = performance.now.bind(performance);
const getRandomValues = crypto.getRandomValues.bind(crypto);

/** Whether a script names Emscripten's module object, or may: then it is given the real one. */
export const mentionsModule = (script: string): boolean => /\bModule\b|\\u/.test(script);

/** What hosts provide without any glue: see `ownImports` and `wasiImports`. */
const ownNames = [
  'exit',
  'proc_exit',
  'emscripten_force_exit',
  '_abort_js',
  '__assert_fail',
  'args_get',
  'args_sizes_get',
];
const wasi = ['wasi_snapshot_preview1', 'wasi_unstable'];

/**
 * Whether a module needs Emscripten's glue. One does not that asks it for no more than memory: a module of plain exports,
 * or a WASI command that opens no files. `scripts` will run beside it; who does not know them gives none, and glue is needed.
 */
export function needsGlue(module: WebAssembly.Module, scripts: readonly string[] | undefined): boolean {
  if (!scripts || scripts.some(mentionsModule)) return true;
  const isCommand = WebAssembly.Module.exports(module).some(({ name }) => name === '_start');
  const streams = Object.keys(streamFunctions({} as never));
  return WebAssembly.Module.imports(module).some(({ module: from, name, kind }) => {
    if (kind !== 'function' || ownNames.includes(name) || name === 'emscripten_resize_heap') return false;
    if (!wasi.includes(from)) return from === 'env';
    return !(isCommand && (streams.includes(name) || onlyAnswer.has(name) || name === 'fd_fdstat_get'));
  });
}

/** What stands in place of glue for a program that needs none: its streams, and nothing else of a file system. */
export const bareGlue: CreateGlue = async (options) => {
  const devices = new Map<number, DeviceOperations>();
  let exports: WebAssembly.Exports = {};
  const bytes = () => new Uint8Array((exports.memory as WebAssembly.Memory).buffer);
  const ENV: Record<string, string> = {};
  const context = { memory: new WasiMemory(bytes), bytes, device: (fd: number) => deviceOf(devices, fd), ENV };
  const glue: GlueModule = Object.assign(options, {
    programImports: {
      ...streamFunctions(context),
      emscripten_resize_heap: (size: number) => grow(exports.memory as WebAssembly.Memory, size >>> 0),
    },
    programScripts: '',
    renewMemoryViews() {},
    FS: { ...streamsOnly(devices) } as FileSystem,
    ENV,
  });
  exports = (
    await new Promise<{ readonly exports: WebAssembly.Exports }>((resolve) => {
      options.instantiateWasm({}, resolve);
    })
  ).exports;
  for (const run of options.preRun) run(glue);
  return glue;
};

/** The largest memory that the glue asks for. */
const largest = 2 ** 31;

/** Grows memory as the glue does, so that the same program has the same pages: by a fifth at least, if it can. */
function grow(memory: WebAssembly.Memory, wanted: number): boolean {
  const before = memory.buffer.byteLength;
  if (wanted > largest) return false;
  for (const divisor of [1, 2, 4]) {
    const generous = Math.min(before * (1 + 0.2 / divisor), wanted + 100_663_296);
    const size = Math.min(largest, Math.ceil(Math.max(wanted, generous) / pageSize) * pageSize);
    try {
      memory.grow(Math.floor((size - before + pageSize - 1) / pageSize));
      return true;
    } catch {} // less may do
  }
  return false;
}

/** Standard input and output share a device, standard error has its own: as `connectStreams` registers them. */
function deviceOf(devices: ReadonlyMap<number, DeviceOperations>, fd: number): DeviceOperations {
  const found = fd >= 0 && fd <= 2 ? devices.get(fd === 2 ? 6 : 5) : undefined;
  if (!found) throw { errno: errno.badDescriptor };
  return found;
}

/** What the host asks of a file system when there are only streams. */
function streamsOnly(devices: Map<number, DeviceOperations>): Partial<FileSystem> {
  return {
    makedev: (major) => major,
    registerDevice: (device, operations) => void devices.set(device, operations),
    getStream: (fd): FileStream | null =>
      fd >= 0 && fd <= 2
        ? { fd, path: '', node: { mode: 0 }, position: 0, seekable: false, tty: {}, flags: fd === 0 ? 0 : 1 }
        : null,
  };
}

interface Context {
  readonly memory: WasiMemory;
  readonly bytes: () => Uint8Array;
  readonly device: (fd: number) => DeviceOperations;
  readonly ENV: Readonly<Record<string, string>>;
}

/** The functions of WASI preview 1 that the host does not have itself, for programs that have streams only. */
function streamFunctions({ memory, bytes, device, ENV }: Context): Record<string, ImportedFunction> {
  const environment = () => Object.entries(ENV).map(([name, value]) => new TextEncoder().encode(`${name}=${value}\0`));
  /** Passes each buffer of a list on, until one is not all taken. */
  const each = (list: number, count: number, result: number, pass: (at: number, length: number) => number) => {
    let sum = 0;
    for (let index = 0; index < count >>> 0; index++) {
      const vector = memory.bytes(list + index * 8, 8);
      const view = new DataView(vector.buffer, vector.byteOffset, 8);
      const length = memory.bytes(view.getUint32(0, true), view.getUint32(4, true)).length;
      const passed = length === 0 ? 0 : pass(view.getUint32(0, true), length);
      sum += passed;
      if (passed < length) break;
    }
    memory.put(result, 4, (view) => view.setUint32(0, sum, true));
  };
  const whole = () => new Int8Array(bytes().buffer);
  return failing({
    fd_write(fd: number, list: number, count: number, result: number) {
      const to = device(fd);
      each(list, count, result, (at, length) => to.write({}, whole(), at, length));
    },
    fd_read(fd: number, list: number, count: number, result: number) {
      const from = device(fd);
      each(list, count, result, (at, length) => from.read({}, whole(), at, length));
    },
    fd_close: (fd: number) => void device(fd),
    fd_sync: (fd: number) => void device(fd),
    fd_seek(fd: number) {
      device(fd);
      throw { errno: errno.cannotSeek };
    },
    environ_sizes_get(count: number, size: number) {
      const texts = environment();
      const length = texts.reduce((sum, text) => sum + text.length, 0);
      memory.put(count, 4, (view) => view.setUint32(0, texts.length, true));
      memory.put(size, 4, (view) => view.setUint32(0, length, true));
    },
    environ_get(list: number, at: number) {
      let next = at >>> 0;
      for (const [index, text] of environment().entries()) {
        memory.put(list + index * 4, 4, (view) => view.setUint32(0, next, true));
        memory.bytes(next, text.length).set(text);
        next += text.length;
      }
    },
    clock_time_get(clock: number, _precision: bigint, result: number) {
      if (clock > 1) throw { errno: errno.invalid };
      const nanoseconds = BigInt(Math.round((clock === 0 ? Date.now() : now()) * 1e6));
      memory.put(result, 8, (view) => view.setBigUint64(0, nanoseconds, true));
    },
    clock_res_get(clock: number, result: number) {
      if (clock > 1) throw { errno: errno.invalid };
      memory.put(result, 8, (view) => view.setBigUint64(0, clock === 0 ? 1_000_000n : 1_000n, true));
    },
    random_get(at: number, length: number) {
      const filled = memory.bytes(at, length);
      for (let from = 0; from < filled.length; from += 65_536)
        filled.set(getRandomValues(new Uint8Array(Math.min(65_536, filled.length - from))), from);
    },
  });
}
