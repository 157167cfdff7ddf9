/** A byte offset into linear memory. Not a length, not an element index. */
export type Address = number & { readonly [address]: true };
declare const address: unique symbol;

/** Names a number as a byte offset. Throws a RangeError when it cannot be one. */
export function toAddress(offset: number): Address {
  if (!Number.isSafeInteger(offset) || offset < 0) throw new RangeError(`not a byte offset: ${offset}`);
  return offset as Address;
}

/**
 * Memories of one module lie behind each other here, 4 GiB apart: byte `offset` of memory `n` is `n * memorySpan + offset`.
 * An address below `memorySpan` is one of the first memory, as almost all are.
 */
export const memorySpan = 2 ** 32;

/** The index of the memory in which an address lies. */
export const memoryOf = (address: number): number => Math.floor(address / memorySpan);

/** Bytes in a WebAssembly page (core specification, section 4.2.8). */
export const pageSize = 65_536;

/** Half-open range of byte offsets: `start` is inside, `end` is not. */
export interface ByteRange {
  readonly start: Address;
  readonly end: Address;
}

/** Where the linker put things, as far as the module tells: each is null where it does not. */
export interface Layout {
  /** Static data and bss: `__global_base` to `__data_end`. */
  readonly data: ByteRange | null;
  /** The whole shadow stack; it grows from `end` down to `start`. */
  readonly stack: ByteRange | null;
  /** `__heap_base`: the first byte the allocator may use. */
  readonly heapBase: Address | null;
  /** Named globals and other data symbols, by address. */
  readonly symbols: readonly DataSymbol[];
}

/** A place in a source file. Lines and columns count from 1; a column of 0 is unknown. */
export interface CodePlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

export interface DataSymbol {
  readonly name: string;
  readonly address: Address;
  /** Bytes; 0 when the module does not say. */
  readonly size: number;
}

/** One allocation, live or freed. Its id is its ordinal in the run, from 1. */
export interface Block {
  readonly id: number;
  readonly address: Address;
  /** Bytes the program asked for. */
  readonly size: number;
  readonly state: 'live' | 'freed';
  /** The allocator function that returned it: `malloc`, `calloc`, `operator new` …; `announced` of the program's own. */
  readonly allocatedBy: string;
  /** The id of the block that its bytes were taken from; left out where there is none. */
  readonly within?: number;
}

/** All that a run allocated, whether its blocks are listed or not. Bytes of blocks within others count once. */
export interface HeapTotals {
  readonly liveBlocks: number;
  readonly liveBytes: number;
  readonly freedBlocks: number;
  readonly freedBytes: number;
}

/** How `memory.grow` changed the size, in pages. `from` equals `to` for a growth by zero. */
export interface Growth {
  readonly from: number;
  readonly to: number;
  readonly by: 'program' | 'javascript';
}

/** Bytes of an element of each type of view; a `DataView` counts in bytes. */
export const elementBytes = {
  Int8Array: 1,
  Uint8Array: 1,
  Uint8ClampedArray: 1,
  Int16Array: 2,
  Uint16Array: 2,
  Int32Array: 4,
  Uint32Array: 4,
  Float16Array: 2,
  Float32Array: 4,
  Float64Array: 8,
  BigInt64Array: 8,
  BigUint64Array: 8,
  DataView: 1,
} as const;
export type ViewType = keyof typeof elementBytes;
export const viewTypes = Object.keys(elementBytes) as readonly ViewType[];

/** A typed array or `DataView` over this memory that learner JavaScript made or used. Its id is its ordinal, from 1. */
export interface MemoryView {
  readonly id: number;
  readonly type: ViewType;
  /** As it was when the view was made; a detached view itself reports 0. */
  readonly byteOffset: Address;
  /** Elements: of a view that tracks growth as it is now, else as it was when the view was made. */
  readonly length: number;
  /** Whether it was made without a length over a resizable buffer: it reaches to the end of memory, and grows with it. */
  readonly tracksLength: boolean;
  readonly bytesPerElement: number;
  /** Emscripten's glue makes `HEAPU8` and its like. */
  readonly madeBy: 'script' | 'glue';
  /** Line of the JavaScript editor that made it, if known. */
  readonly madeAtLine: number | null;
  /** Its file, where the run has several scripts. */
  readonly madeInFile?: string | undefined;
  /** Steps that the run had made until then: it is there from this step on. */
  readonly madeInStep: number;
  readonly state:
    | { readonly kind: 'live' }
    | {
        readonly kind: 'detached';
        readonly byLine: number | null;
        readonly byFile?: string | undefined;
        /** Index in the state's `growths`; null where memory's buffer was exchanged for a resizable one or back. */
        readonly growth: number | null;
        /** Steps that the run had made when this was noticed. */
        readonly inStep: number;
      };
}

/** How many share a `val` from a step on. */
export interface ReferenceCount {
  readonly step: number;
  readonly references: number;
}

/** By this Embind's C++ holds a JavaScript value (`val`), or its JavaScript a C++ object, its own or a shared one. */
export interface EmbindHandle {
  readonly kind: 'val' | 'object' | 'shared-object';
  /** Of a `val` its number in Embind's table of values, of an object its address. */
  readonly number: number;
  /** The value in a few words, or the name of the object's class. */
  readonly holds: string;
  /** Of a `val` how many share it; 0 when it is gone; null where it was counted too often for all of it to be kept. */
  readonly references: number | null;
  /** What `references` was from a step on, in order: the newest changes. */
  readonly counts: readonly ReferenceCount[];
  /** The line that made it, if known. */
  readonly madeAt: CodePlace | null;
  /** Steps that the run had made until then: it is there from this step on. */
  readonly madeInStep: number;
  /** The same of its end; null while it is there. */
  readonly goneInStep: number | null;
}

/** Everything the panels show except the bytes themselves, at one moment of a run. */
export interface MemoryState {
  /** Sizes in pages of the memories beside the first, in order; left out where there are none. */
  readonly otherPages?: readonly number[];
  /** Rises by one with each state a run reports. */
  readonly step: number;
  readonly pages: number;
  /** Pages; null where the module declares no maximum. */
  readonly maximumPages: number | null;
  readonly layout: Layout;
  /** Current value of `__stack_pointer`; null where the module does not tell which global that is. */
  readonly stackPointer: Address | null;
  /** Lowest value the stack has reached: the high-water mark of its use. Null where the stack pointer is not known. */
  readonly stackLow: Address | null;
  /** End of the heap that the allocator has taken so far (`sbrk(0)`); null where nobody can ask for it. */
  readonly heapEnd: Address | null;
  /** The newest live blocks and, where there is room, freed ones, in order: `heap` counts all. */
  readonly blocks: readonly Block[];
  readonly heap: HeapTotals;
  /** In order, by zero pages too. A live state lists the first 5,000. */
  readonly growths: readonly Growth[];
  readonly views: readonly MemoryView[];
  /** The newest that are there and, where there is room, those that are gone, in order. */
  readonly handles: readonly EmbindHandle[];
  /** JavaScript values that C++ holds beside those: of very many only the newest are in the list. */
  readonly unlistedVals?: number;
}

/** Answers ranges of memory at the current step. Ranges past the end come back shorter. */
export interface ByteSource {
  read(range: ByteRange): Promise<Uint8Array>;
}
