import { type ByteRange, type DataSymbol, type Layout, toAddress } from '../../trace/memory-state.ts';
import { ModuleReader, section } from './module-reader.ts';

/** What a module's layout is read from. */
export interface LayoutSource {
  readonly wasm: Uint8Array;
  /** The value of an exported global; null where there is none. */
  readonly global: (name: string) => number | null;
  /** The stack pointer before the program's first instruction; null where it is not known. */
  readonly stackPointer: number | null;
  readonly symbols: readonly DataSymbol[];
}

/**
 * Where the linker put things: by its own symbols where the module exports them, else by what follows from how wasm-ld
 * lays memory out. What does not follow stays null.
 */
export function layoutOf({ wasm, global, stackPointer, symbols }: LayoutSource): Layout {
  const range = (start: number | null, end: number | null): ByteRange | null =>
    start === null || end === null || end < start ? null : { start: toAddress(start), end: toAddress(end) };
  const firstData = lowestData(wasm);
  const dataEnd = global('__data_end');
  // With --stack-first the stack lies below all data, from 0 on; else between the data's end and the heap.
  const isStackFirst = stackPointer !== null && firstData !== null && firstData >= stackPointer;
  const isDataFirst = stackPointer !== null && firstData !== null && firstData < stackPointer;
  const heapBase = global('__heap_base') ?? (isDataFirst ? stackPointer : null);
  return {
    data: range(global('__global_base') ?? firstData, dataEnd),
    stack: range(global('__stack_low') ?? (isStackFirst ? 0 : dataEnd), global('__stack_high') ?? stackPointer),
    heapBase: heapBase === null ? null : toAddress(heapBase),
    symbols,
  };
}

/** The lowest address that a segment is copied to at the start; null when that is not in the module. */
function lowestData(wasm: Uint8Array): number | null {
  const reader = new ModuleReader(wasm, 8);
  if (!reader.find(section.data)) return null;
  const found: number[] = [];
  let isKnown = true;
  reader.times(() => {
    const flags = reader.size();
    if (flags === 2) reader.size(); // the memory's index
    // Passive segments have no address; one that is computed is not known here.
    if (flags !== 1 && isKnown) {
      const address = reader.constantAddress();
      isKnown = address !== null;
      if (address !== null) found.push(address);
    }
    const length = reader.size();
    reader.offset += length;
  });
  return isKnown && found.length > 0 ? Math.min(...found) : null;
}
