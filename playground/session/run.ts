import type { CallTimes } from '../measure/call-times.ts';
import type { MeasurePlan, MeasureReport } from '../measure/measurement.ts';
import type { ByteSource, MemoryState } from '../trace/memory-state.ts';
import type { Trace } from '../trace/trace.ts';
import type { MemoryBuffer } from './host/memory-buffer.ts';
import type { KnownRun } from './replay/received-log.ts';

export interface RunOptions {
  readonly wasm: Uint8Array;
  /** Words of a command line, without the program's name; its environment stands before them, as {@link readCommand} reads it. */
  readonly arguments: readonly string[];
  /** What a WASI program finds in its folder. */
  readonly files?: readonly { readonly path: string; readonly text: string }[];
  /** JavaScript that will run beside it: tells what of the glue is reached. */
  readonly scripts?: readonly string[];
  /** Whether what it reaches of its glue makes steps. */
  readonly stepsIntoGlue?: boolean;
  /** Given ahead. `inputEnds` false: a program that wants more ends as "waiting for input". */
  readonly input: string;
  readonly inputEnds: boolean;
  /** Runs a program that imports functions which nobody provides: calling one ends it. Else such a program is refused. */
  readonly runsWithMissing?: boolean;
  /**
   * False runs the module as the linker wrote it, at full speed: nothing is rewritten, recorded or watched, scripts are
   * not instrumented, no state is told, and there is no trace. Default true.
   */
  readonly rewritten?: boolean;
  /** Of a program that is not rewritten: whether the time of each call over the boundary is taken. Default false. */
  readonly timesCalls?: boolean;
  /** What JavaScript's buffer of memory is from the start. Where the browser lacks resizable ones the run is refused. */
  readonly buffer?: MemoryBuffer;
  /** Takes the log in place of a replay worker of the run's own: `trace` then gives nothing, `recorded` tells the rest. */
  readonly log?: MessagePort;
  /** Stops a forgotten run. Milliseconds. */
  readonly timeLimit: number;
  /** Aborting it is the Stop button. */
  readonly signal: AbortSignal;
  readonly onOutput: (stream: 'stdout' | 'stderr' | 'javascript', text: string) => void;
  /** Each frame that the program's script drew on its `canvas`; who takes the picture closes it. */
  readonly onFrame?: (frame: CanvasFrame) => void;
  /** At most 60 times a second during a call, and once after each. */
  readonly onState: (state: MemoryState) => void;
}

/** What a script drew, as the browser's own snapshot of its canvas. */
export interface CanvasFrame {
  /** Null where nothing was drawn. Of a large canvas that moves it is smaller than the canvas. */
  readonly picture: ImageBitmap | null;
  /** Pixels of the canvas. */
  readonly width: number;
  readonly height: number;
  /** Milliseconds that the script and the program took for it; null for what was drawn between frames. */
  readonly spent: number | null;
}

/** How a call into the program, or a run of the JavaScript editor, ended. What a learner can cause is a value. */
export type Outcome =
  | { readonly status: 'finished'; readonly exitCode: number | null; readonly result: string | null }
  | { readonly status: 'trapped'; readonly reason: string; readonly location: SourceLocation | null }
  | {
      readonly status: 'threw';
      readonly message: string;
      readonly location: SourceLocation | null;
      /** It could not even be parsed, so nothing of it ran. */
      readonly neverBegan?: true;
    }
  | { readonly status: 'waiting-for-input' }
  | { readonly status: 'stopped'; readonly by: 'learner' | 'step-limit' }
  | {
      readonly status: 'stopped';
      readonly by: 'time-limit';
      /** The limit. */
      readonly milliseconds: number;
    };

/** Milliseconds that a sample may take before its variant counts as one that never returns. */
export const measurePatience = 10_000;

export interface SourceLocation {
  readonly path: string;
  readonly line: number;
  readonly column: number | null;
}

/** One JavaScript file. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** A function the module exports, callable from a button. */
export interface ExportedFunction {
  readonly name: string;
  readonly parameters: readonly WasmType[];
  readonly results: readonly WasmType[];
}
export type WasmType = 'i32' | 'i64' | 'f32' | 'f64' | 'v128' | 'funcref' | 'externref';

/**
 * One live instance in its sandboxed worker. It stays alive after `main` returns, so that exports can be called
 * one by one and the JavaScript editor can run against the same memory. `end` terminates the worker on every path.
 */
export interface Run extends ByteSource {
  readonly exports: readonly ExportedFunction[];
  /** Functions that the program imports and nobody provides. */
  readonly missing: readonly string[];
  /** Runs `main`, or only the constructors when there is none. */
  start(): Promise<Outcome>;
  /** Arguments as the learner typed them: decimal or hexadecimal; i64 with or without `n`. */
  call(name: string, args: readonly string[]): Promise<Outcome>;
  /**
   * Runs a script on the live instance. `among` are the JavaScript files of the program, which may import each other: for
   * the same list each is evaluated once. Else there is only this one.
   */
  runJavaScript(source: string, path: string, among?: readonly SourceText[]): Promise<Outcome>;
  /**
   * Measures what scripts gave to `measure`, once; of a program that is not rewritten. `onReport` is told what comes; when
   * nothing more does for {@link measurePatience}, the run is stopped by its time limit.
   */
  measure(plan: MeasurePlan, onReport: (report: MeasureReport) => void): Promise<Outcome>;
  /** How long calls over the boundary took until now; null where they are not timed. */
  callTimes(): Promise<CallTimes | null>;
  /** The source of the program's glue, and the lines that the program reaches; null when it runs without. */
  readonly glue: (() => Promise<ReachedText>) | null;
  /** What was recorded so far: a new object after each call; null when nothing was. */
  trace(): Promise<Trace | null>;
  /** What belongs to the log: how many messages were sent, and what is known beside it; null when the run told no state. */
  recorded(): Recorded | null;
  end(): void;
}

/** What a log is read with. */
export interface Recorded {
  readonly messages: number;
  readonly known: KnownRun;
}

/** A source, and which of its lines matter: first and last of each piece, from 1, ascending. */
export interface ReachedText {
  readonly text: string;
  readonly shown: readonly (readonly [first: number, last: number])[];
}

/** Instantiates the module in a fresh sandbox, records from the first instruction, and returns the idle instance. */
export type OpenRun = (options: RunOptions) => Promise<Run>;
