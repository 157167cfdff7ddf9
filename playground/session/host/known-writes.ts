import type { ByteRange } from '../../trace/memory-state.ts';
import { toAddress } from '../../trace/memory-state.ts';
import { bareList, bufferBytes, indexInText, memoryBuffer, method, min } from './intrinsics.ts';

type Written = readonly [address: number, length: number];
/** Lists are asked for elements and lengths only: a script may have replaced all else. */
type Writes = (view: DataView, args: readonly number[]) => readonly Written[];

// The realm's own, before a script may replace them.
const View = DataView;
const getUint32 = method(DataView.prototype.getUint32);
const toNumber = Number;
const { hasOwn } = Object;

const none: Writes = () => [];
const result =
  (index: number, length: number): Writes =>
  (_view, args) => [[args[index] ?? 0, length]];

// What each function of Emscripten's glue that programs often import writes into memory, by its arguments.
const known: Readonly<Record<string, Writes>> = {
  fd_write: result(3, 4),
  fd_seek: result(3, 8),
  fd_close: none,
  fd_read: (view, args) => buffers(view, args, 3),
  fd_pread: (view, args) => buffers(view, args, 4),
  fd_fdstat_get: result(1, 24),
  clock_time_get: result(2, 8),
  clock_res_get: result(1, 8),
  random_get: (_view, args) => [[args[0] ?? 0, args[1] ?? 0]],
  environ_sizes_get: (_view, args) => [
    [args[0] ?? 0, 4],
    [args[1] ?? 0, 4],
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

/** WASI's vectors, an address and a length each (preview 1, `iovec`), and where the number of bytes that were read goes. */
function buffers(view: DataView, args: readonly number[], read: number): readonly Written[] {
  const written = bareList<Written>();
  const count = min(args[2] ?? 0, 1024);
  const size = bufferBytes(view.buffer);
  for (let index = 0; index < count; index++) {
    const at = (args[1] ?? 0) + index * 8;
    if (at + 8 <= size) written[written.length] = [getUint32(view, at, true), getUint32(view, at + 4, true)];
  }
  written[written.length] = [args[read] ?? 0, 4];
  return written;
}

/** The ranges of memory that a call of this import may change, as a bare list; null when nobody knows. */
export function knownWrites(
  name: string,
  args: readonly unknown[],
  memory: WebAssembly.Memory,
): readonly ByteRange[] | null {
  const isHarmless = indexInText(name, '_embind_register_') === 0;
  const writes = isHarmless ? none : hasOwn(known, name) ? known[name] : undefined;
  if (!writes) return null;
  const numbers = bareList<number>();
  for (let index = 0; index < args.length; index++) numbers[index] = toNumber(args[index]) >>> 0;
  const buffer = memoryBuffer(memory);
  const end = bufferBytes(buffer);
  const written = writes(new View(buffer), numbers);
  const ranges = bareList<ByteRange>();
  for (let index = 0; index < written.length; index++) {
    const address = written[index]?.[0] ?? 0;
    const length = written[index]?.[1] ?? 0;
    ranges[index] = { start: toAddress(min(address, end)), end: toAddress(min(address + length, end)) };
  }
  return ranges;
}
