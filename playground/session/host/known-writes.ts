import type { ByteRange } from '../../trace/memory-state.ts';
import { toAddress } from '../../trace/memory-state.ts';
import { onlyAnswer } from './wasi-imports.ts';

type Writes = (view: DataView, args: readonly number[]) => readonly (readonly [address: number, length: number])[];

const none: Writes = () => [];
const result =
  (index: number, length: number): Writes =>
  (_view, args) => [[args[index] ?? 0, length]];

// What each function of Emscripten's glue that programs often import writes into memory, by its arguments.
const known: Readonly<Record<string, Writes>> = {
  fd_write: result(3, 4),
  fd_seek: result(3, 8),
  fd_close: none,
  fd_read: (view, [, vectors = 0, count = 0, read = 0]) => [...buffers(view, vectors, count), [read, 4]],
  fd_pread: (view, [, vectors = 0, count = 0, , read = 0]) => [...buffers(view, vectors, count), [read, 4]],
  fd_fdstat_get: result(1, 24),
  clock_time_get: result(2, 8),
  clock_res_get: result(1, 8),
  random_get: (_view, [address = 0, length = 0]) => [[address, length]],
  args_sizes_get: (_view, [count = 0, size = 0]) => [
    [count, 4],
    [size, 4],
  ],
  environ_sizes_get: (_view, [count = 0, size = 0]) => [
    [count, 4],
    [size, 4],
  ],
  emscripten_resize_heap: none,
  emscripten_notify_memory_growth: none,
  emscripten_get_heap_max: none,
  emscripten_get_now: none,
  emscripten_date_now: none,
  _emscripten_get_now_is_monotonic: none,
  exit: none,
  proc_exit: none,
  emscripten_force_exit: none,
  _abort_js: none,
  __assert_fail: none,
};

/** WASI's vectors: an address and a length each (preview 1, `iovec`). */
function buffers(view: DataView, vectors: number, count: number): readonly (readonly [number, number])[] {
  return Array.from({ length: Math.min(count, 1024) }, (_, index) => {
    const at = vectors + index * 8;
    return at + 8 <= view.byteLength ? [view.getUint32(at, true), view.getUint32(at + 4, true)] : [0, 0];
  });
}

/** The ranges of memory that a call of this import may change; null when nobody knows. */
export function knownWrites(
  name: string,
  args: readonly unknown[],
  memory: WebAssembly.Memory,
): readonly ByteRange[] | null {
  const isHarmless = name.startsWith('_embind_register_') || onlyAnswer.has(name);
  const writes = isHarmless ? none : Object.hasOwn(known, name) ? known[name] : undefined;
  if (!writes) return null;
  const numbers = args.map((value) => Number(value) >>> 0);
  const end = memory.buffer.byteLength;
  return writes(new DataView(memory.buffer), numbers).map(([address, length]) => ({
    start: toAddress(Math.min(address, end)),
    end: toAddress(Math.min(address + length, end)),
  }));
}
