import { pageSize } from './memory-state.ts';

/** Where the log lies: words from `start` on, and a flag for each piece of memory that changed, in the same memory. */
export interface LogMemory {
  readonly memory: WebAssembly.Memory;
  /** Bytes of log so far. */
  readonly size: number;
  readonly start: number;
  readonly flags: number;
  /** Four words for each open frame by its depth, kept while no records are written: see `idle_frame` in the engine. */
  readonly frames: number;
  /** Forgets the log and the flags. */
  clear(): void;
  /** Makes room for a record of so many bytes. To be called when the log is empty. */
  reserve(bytes: number): void;
}

/** Bytes: where the open frames and the log begin in a second memory. The flags lie below them. */
const framesStart = 1_048_576;
const logStart = 2_097_152;

/** The log in the program's own second memory. */
export function secondMemory({ exports }: WebAssembly.Instance): LogMemory {
  const memory = exports['pagewise.log'] as WebAssembly.Memory;
  const position = exports['pagewise.position'] as WebAssembly.Global;
  const flags = () => new Uint8Array(memory.buffer, 0, framesStart);
  return {
    memory,
    start: logStart,
    flags: 0,
    frames: framesStart,
    get size() {
      return (Number(position.value) >>> 0) - logStart;
    },
    clear() {
      flags().fill(0);
      position.value = logStart;
    },
    reserve(bytes) {
      const end = exports['pagewise.end'] as WebAssembly.Global;
      const missing = logStart + bytes - (Number(end.value) >>> 0);
      if (missing <= 0) return;
      const pages = Math.ceil(missing / pageSize);
      memory.grow(pages);
      end.value = (Number(end.value) + pages * pageSize) | 0;
    },
  };
}

/** A table takes functions of WebAssembly only: these pass a call on to JavaScript. */
export function hostFunctions(
  pause: (need: number) => number,
  boundary: (entering: number) => void,
): WebAssembly.Exports {
  // (module (import "e" "p" (func (param i32) (result i32))) (import "e" "b" (func (param i32)))
  //   (export "pause" (func 0)) (export "boundary" (func 1)))
  const name = (text: string) => [text.length, ...new TextEncoder().encode(text)];
  const section = (id: number, contents: readonly number[]) => [id, contents.length, ...contents];
  const bytes = [
    ...[0, 97, 115, 109, 1, 0, 0, 0],
    ...section(1, [2, 96, 1, 127, 1, 127, 96, 1, 127, 0]),
    ...section(2, [2, ...name('e'), ...name('p'), 0, 0, ...name('e'), ...name('b'), 0, 1]),
    ...section(7, [2, ...name('pause'), 0, 0, ...name('boundary'), 0, 1]),
  ];
  const module = new WebAssembly.Module(new Uint8Array(bytes));
  return new WebAssembly.Instance(module, { e: { p: pause, b: boundary } }).exports;
}
