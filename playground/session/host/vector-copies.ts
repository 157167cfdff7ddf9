import type { BorderWitness } from './border-witness.ts';
import { bareList, decodeText, memoryBuffer, method, min } from './intrinsics.ts';

/** Buffers of one call that are told, and bytes of one up to which its text is. */
const mostBuffers = 16;
const longestText = 4096;

// The realm's own, before a script may replace or watch them.
const Bytes = Uint8Array;
const View = DataView;
const toNumber = Number;
const { hasOwn } = Object;
const getNumber = method(DataView.prototype.getUint32);
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** WASI's calls that copy by a list of buffers: which way, and which argument is the address of the number of bytes copied. */
const calls: Readonly<Record<string, { readonly way: 'in' | 'out'; readonly result: number }>> = {
  fd_write: { way: 'out', result: 3 },
  fd_pwrite: { way: 'out', result: 4 },
  fd_read: { way: 'in', result: 3 },
  fd_pread: { way: 'in', result: 4 },
};

/** Makes a call of the program to its host, and tells each buffer that it copied, as far as it did. */
export function tellVectors<Result>(
  crossings: BorderWitness,
  memory: WebAssembly.Memory,
  name: string,
  args: readonly unknown[],
  run: () => Result,
): Result {
  const call = hasOwn(calls, name) ? calls[name] : undefined;
  if (!call) return run();
  // Before the call, which may write over its own list.
  const buffers = buffersOf(memory, toNumber(args[1]) >>> 0, toNumber(args[2]) >>> 0);
  return crossings.copying(name, run, (error) => {
    const view = viewOf(memory);
    const at = toNumber(args[call.result]) >>> 0;
    if (toNumber(error) !== 0 || at + 4 > view.byteLength) return;
    let left = getNumber(view, at, true);
    for (let index = 0; index < buffers.length && left > 0; index += 2) {
      const start = buffers[index] ?? 0;
      const length = min(buffers[index + 1] ?? 0, left);
      left -= length;
      const text = call.way === 'out' && length <= longestText ? textOf(memory, start, length) : null;
      if (length > 0) crossings.copied(call.way, start, length, text === null ? null : { encoding: 'UTF-8', text });
    }
  });
}

const viewOf = (memory: WebAssembly.Memory): DataView => new View(memoryBuffer(memory));

/** Addresses and lengths of a list's first buffers, one after the other. None where the list is outside of memory. */
function buffersOf(memory: WebAssembly.Memory, list: number, count: number): readonly number[] {
  const view = viewOf(memory);
  const length = min(count, mostBuffers) * 2;
  const found = bareList<number>();
  if (list + length * 4 > view.byteLength) return found;
  for (let index = 0; index < length; index++) found[index] = getNumber(view, list + index * 4, true);
  return found;
}

/** Null where the bytes are no UTF-8. */
function textOf(memory: WebAssembly.Memory, start: number, length: number): string | null {
  const bytes = new Bytes(memoryBuffer(memory));
  const copy = new Bytes(length);
  for (let index = 0; index < length; index++) copy[index] = bytes[start + index] ?? 0;
  try {
    return decodeText(decoder, copy);
  } catch {
    return null;
  }
}
