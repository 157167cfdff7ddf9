import { pageSize } from './memory-state.ts';

/** Where the log lies: words from `start` on, and a flag for each piece of memory that changed, in the same memory. */
export interface LogMemory {
  readonly memory: WebAssembly.Memory;
  /** Bytes of log so far. */
  readonly size: number;
  readonly start: number;
  readonly flags: number;
  /** The same of the memories beside the first, in order. */
  readonly otherFlags: readonly number[];
  /** Four words for each open frame by its depth, kept while no records are written: see `idle_frame` in the engine. */
  readonly frames: number;
  /** Forgets the log. The flags stay. */
  clear(): void;
  /** Makes room for a record of so many bytes. To be called when the log is empty. */
  reserve(bytes: number): void;
}

/**
 * Bytes: where the open frames begin and end in a second memory. The flags lie below them, from 0 on, and behind them those
 * of each further memory, as many bytes; then the log.
 */
const framesStart = 1_048_576;
const framesEnd = 2_097_152;

/** The memories of a recorded program beside its first one, in order. */
export function otherMemories(exports: WebAssembly.Exports): readonly WebAssembly.Memory[] {
  const found: WebAssembly.Memory[] = [];
  for (let memory = exports['pagewise.memory1']; memory; memory = exports[`pagewise.memory${found.length + 1}`]) {
    found.push(memory as WebAssembly.Memory);
  }
  return found;
}

/** The log in the program's own second memory. */
export function secondMemory({ exports }: WebAssembly.Instance): LogMemory {
  const otherFlags = otherMemories(exports).map((_, index) => framesEnd + index * framesStart);
  const logStart = framesEnd + otherFlags.length * framesStart;
  const memory = exports['pagewise.log'] as WebAssembly.Memory;
  const position = exports['pagewise.position'] as WebAssembly.Global;
  const end = exports['pagewise.end'] as WebAssembly.Global;
  const usualEnd = Number(end.value);
  const slack = memory.buffer.byteLength - usualEnd;
  return {
    memory,
    start: logStart,
    flags: 0,
    otherFlags,
    frames: framesStart,
    get size() {
      return (Number(position.value) >>> 0) - logStart;
    },
    clear() {
      position.value = logStart;
      end.value = usualEnd;
    },
    reserve(bytes) {
      const needed = logStart + bytes;
      if (needed <= usualEnd) return;
      const missing = needed + slack - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / pageSize));
      end.value = needed | 0;
    },
  };
}

/** A table takes functions of WebAssembly only: these pass a call on to JavaScript. */
export function hostFunctions(
  pause: (need: number) => number,
  boundary: (entering: number) => void,
  grown: () => void,
): WebAssembly.Exports {
  // (module (import "e" "p" (func (param i32) (result i32))) (import "e" "b" (func (param i32))) (import "e" "g" (func))
  //   (export "pause" (func 0)) (export "boundary" (func 1)) (export "grown" (func 2)))
  const name = (text: string) => [text.length, ...new TextEncoder().encode(text)];
  const section = (id: number, contents: readonly number[]) => [id, contents.length, ...contents];
  const bytes = [
    ...[0, 97, 115, 109, 1, 0, 0, 0],
    ...section(1, [3, 96, 1, 127, 1, 127, 96, 1, 127, 0, 96, 0, 0]),
    ...section(2, [3, ...['p', 'b', 'g'].flatMap((each, type) => [...name('e'), ...name(each), 0, type])]),
    ...section(7, [3, ...['pause', 'boundary', 'grown'].flatMap((each, index) => [...name(each), 0, index])]),
  ];
  const module = new WebAssembly.Module(new Uint8Array(bytes));
  return new WebAssembly.Instance(module, { e: { p: pause, b: boundary, g: grown } }).exports;
}
