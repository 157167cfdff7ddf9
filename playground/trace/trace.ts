import type { BoundaryHistory } from './crossings.ts';
import type { ByteRange, CodePlace, MemoryState } from './memory-state.ts';
import type { Phrase } from './phrase.ts';
import type { ViewReads } from './view-reads.ts';

/**
 * A recorded run. Step n is the moment just before its n-th line runs (or the n-th thing that JavaScript did); step
 * `steps` is the end. Everything can be asked for every step, in any order.
 */
export interface Trace {
  /** The last step that can be asked for. */
  readonly steps: number;
  /** Why recording ended before the run did, in words; null when everything was recorded. */
  readonly limit: string | null;
  at(step: number): Promise<Moment>;
  /** Bytes of memory at a step. Ranges past the end come back shorter. */
  read(step: number, range: ByteRange): Promise<Uint8Array>;
  /** The nearest step from `from` in a direction that fits one of the destinations; null when there is none. */
  find(from: number, direction: Direction, destinations: readonly Destination[]): Promise<number | null>;
  /** Everything wrong that the whole run did. Of a run longer than its recording this takes as long as recording it. */
  findings(): Promise<readonly Finding[]>;
  /** What happened along the run, in `buckets` equal parts of its steps. */
  overview(buckets: number): Promise<Overview>;
  /** Who wrote this byte last before a step, and each change of it before and after, nearest first; at most `most`. */
  history(step: number, range: ByteRange, most: number): Promise<History>;
  /** The current function's instructions as text. */
  code(step: number, frame: number): Promise<FunctionCode | null>;
  /** What the program itself copied in steps [from, to), as far as they are recorded. */
  copies(from: number, to: number): Promise<ProgramCopies>;
  /** The most bytes that blocks held at once, as far as the run is recorded, and in which step. */
  heapPeak(): Promise<{ readonly bytes: number; readonly step: number }>;
  /** Bytes of a type by its name in the source; null where the debug information has none. */
  typeSize(name: string): Promise<number | null>;
  /** What crossed the boundary between JavaScript and the program, in all of what is recorded. */
  boundary(): Promise<BoundaryHistory>;
  /** What scripts read of memory through views, in all of what is recorded. */
  viewReads(): Promise<ViewReads>;
  /** The lines of a file that have code, in order: a step may stand at each. Of scripts none is known. */
  codeLines(path: string): Promise<readonly number[]>;
}

export type Direction = 'forward' | 'back';

/** Where one can go. A frame's number counts from the outermost, 0. */
export type Destination =
  /** The next line, also in a function that is called. */
  | { readonly kind: 'line' }
  /** The next line in the same frame or one below it. */
  | { readonly kind: 'line-over' }
  /** The next line after the current function has returned; back: before it was called. */
  | { readonly kind: 'out' }
  | { readonly kind: 'event'; readonly event: EventKind }
  /** Just after something wrote to these bytes. */
  | { readonly kind: 'write'; readonly range: ByteRange }
  | { readonly kind: 'source-line'; readonly path: string; readonly line: number }
  /** The stack pointer falls below this address. */
  | { readonly kind: 'stack-below'; readonly address: number }
  /** The block at this address is freed. */
  | { readonly kind: 'freed'; readonly address: number }
  /** A growth detached a view. */
  | { readonly kind: 'detached' };

/** Those that the engine knows, and calls and copies over the boundary. */
export const engineEventKinds = [
  'call',
  'return',
  'allocation',
  'release',
  'growth',
  'output',
  'view',
  'finding',
] as const;
export const eventKinds = [...engineEventKinds, 'crossing'] as const;
export type EngineEventKind = (typeof engineEventKinds)[number];
export type EventKind = (typeof eventKinds)[number];

/** Everything known of one step. */
export interface Moment {
  readonly step: number;
  /** What the panels of memory show. Its `step` is not this one: it differs between any two moments. */
  readonly state: MemoryState;
  /** The line that runs next, in C++ or in JavaScript; null at the end. */
  readonly place: CodePlace | null;
  /** What runs next, in words: `line 5 of main.cpp`, `JavaScript`; null at the end. */
  readonly next: string | null;
  /** What the step before did, in a sentence, and the memory that it changed. */
  readonly did: Phrase;
  readonly changes: readonly Change[];
  /** Open calls, outermost first; those that were inlined are frames too. */
  readonly frames: readonly Frame[];
  readonly globals: readonly Variable[];
  /** Characters of output until here, over all streams, as the console shows them. */
  readonly output: number;
  readonly findings: readonly Finding[];
}

export interface Change {
  readonly range: ByteRange;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** One call that is going on. */
export interface Frame {
  readonly name: string;
  /** Where it stands; null in a library without debug information. */
  readonly place: CodePlace | null;
  /** Code that the learner did not write. */
  readonly isLibrary: boolean;
  readonly isInlined: boolean;
  /** Its bytes on the shadow stack; null when it has none. */
  readonly bytes: ByteRange | null;
  readonly variables: readonly Variable[];
}

/** A variable of a frame, or a global, at one step. */
export interface Variable {
  readonly role: 'parameter' | 'local' | 'global' | 'constant';
  /** Line of its declaration, from 1; 0 when unknown. */
  readonly line: number;
  readonly value: Value;
  /** Whether the step before changed it. */
  readonly changed: boolean;
}

/** A value as a learner reads it, with its parts. */
export interface Value {
  /** Of the variable, the field, or the element: `[3]`. */
  readonly name: string;
  /** As in source: `std::vector<int>`. */
  readonly type: string;
  /** `42`, `"hello"`, `{3 elements}`; empty when the parts say it all. */
  readonly text: string;
  readonly state: 'known' | 'uninitialised' | 'optimised-out' | 'unavailable';
  /** Where it lies in memory; null when it is in no memory. */
  readonly range: ByteRange | null;
  /** What a pointer or reference holds; null for anything else. */
  readonly pointsTo: PointsTo | null;
  /** A field of a library type, below what the type means. */
  readonly isRaw: boolean;
  /** There are more parts than these. */
  readonly isCut: boolean;
  readonly parts: readonly Value[];
}

export interface PointsTo {
  readonly range: ByteRange;
  /** `block 3`, `block 3 (freed)`, `stack`, `data`, `null`, `outside of memory`. */
  readonly what: string;
}

/** Something wrong that the program did, in words. */
export interface Finding {
  readonly kind: string;
  /** The id of the view that it is about, if it is about one. */
  readonly view?: number;
  /** The step whose line is guilty. */
  readonly step: number;
  readonly text: string;
  readonly place: CodePlace | null;
  /** The step and line that caused it: the first release of a double free. */
  readonly cause: { readonly step: number; readonly place: CodePlace | null; readonly text: string } | null;
}

/** How often each kind of event happened in each part of the run. */
export interface Overview extends EngineOverview {
  readonly events: Readonly<Record<EventKind, readonly number[]>>;
}

/** What the engine tells of it. */
export interface EngineOverview {
  readonly events: Readonly<Record<EngineEventKind, readonly number[]>>;
  /** Deepest stack of frames in each part. */
  readonly depths: readonly number[];
  /** The step up to which it is known so far: ask again later for the rest. The last one where it is missing. */
  readonly known?: number;
}

export interface History {
  readonly before: readonly Write[];
  readonly after: readonly Write[];
  /** The block that holds the range at this step, with the steps of its life. `allocated` is null where it is not known yet. */
  readonly block: { readonly id: number; readonly allocated: Write | null; readonly freed: Write | null } | null;
}

/**
 * Bytes that the program copied by `memory.copy`, or by the C library's `memcpy` and its kin. What it copies by single loads and
 * stores is not among them.
 */
export interface ProgramCopies {
  readonly bytes: number;
  readonly copies: number;
  /** The steps that copied most, in order. */
  readonly steps: readonly {
    readonly step: number;
    readonly place: CodePlace | null;
    readonly bytes: number;
    readonly copies: number;
  }[];
}

/** A step that wrote, allocated or freed. */
export interface Write {
  readonly step: number;
  readonly place: CodePlace | null;
  readonly functionName: string;
  readonly text: string;
}

/** A function's instructions. */
export interface FunctionCode {
  readonly name: string;
  readonly lines: readonly InstructionLine[];
  /** Index of the line that runs next. */
  readonly current: number | null;
  /** Wasm locals and globals whose values are recorded, as text. */
  readonly locals: readonly { readonly name: string; readonly value: string }[];
}

export interface InstructionLine {
  /** Byte offset in the module's file. */
  readonly offset: number;
  /** Blocks around it. */
  readonly indent: number;
  readonly text: string;
  readonly place: CodePlace | null;
}
