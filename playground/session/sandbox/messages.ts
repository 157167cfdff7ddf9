import type { CallTimes } from '../../measure/call-times.ts';
import type { MeasurePlan, MeasureReport } from '../../measure/measurement.ts';
import type { Layout, MemoryState } from '../../trace/memory-state.ts';
import type { PreparedScript } from '../host/javascript.ts';
import type { GlueSource } from '../host/join-scripts.ts';
import type { MemoryBuffer } from '../host/memory-buffer.ts';
import type { CanvasFrame, ExportedFunction, Outcome } from '../run.ts';

/** What the page sends into the sandbox, through a port that only the run worker holds. */
export type ToWorker =
  | {
      readonly kind: 'open';
      readonly wasm: Uint8Array;
      readonly engine: Uint8Array;
      /** From `glue.mjs` or `glue-embind.mjs`: the sandbox cannot fetch. Null for a program that needs none. */
      readonly glue: GlueSource | null;
      readonly arguments: readonly string[];
      readonly environment: Readonly<Record<string, string>>;
      /** What a WASI program finds in its folder. */
      readonly files: readonly { readonly path: string; readonly text: string }[];
      readonly input: Uint8Array;
      readonly inputEnds: boolean;
      readonly runsWithMissing: boolean;
      /** Whether a script makes the instance. */
      readonly byHand: boolean;
      /** Whether the engine rewrites the module, so that it can be watched and recorded. */
      readonly rewritten: boolean;
      /** Whether the time of each call over the boundary is taken; of a program that is not rewritten. */
      readonly timesCalls: boolean;
      readonly buffer: MemoryBuffer;
      /** Bytes of log that are recorded, if any are. */
      readonly budget: number;
    }
  | { readonly kind: 'start'; readonly id: number }
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly args: readonly string[] }
  | { readonly kind: 'script'; readonly id: number; readonly script: PreparedScript }
  /** It is time for a frame that was wanted. */
  | { readonly kind: 'frame' }
  /** Of a program that is not rewritten. */
  | { readonly kind: 'measure'; readonly id: number; readonly plan: MeasurePlan }
  /** Of a program whose calls are timed: how long they took. */
  | { readonly kind: 'time'; readonly id: number }
  | { readonly kind: 'read'; readonly id: number; readonly start: number; readonly end: number };

export type OutputStream = 'stdout' | 'stderr' | 'javascript';

/** Output of one stream, as it came between that of others. */
export interface OutputPiece {
  readonly stream: OutputStream;
  readonly text: string;
}

/** Bytes of memory as they were when the state they came with was taken. */
export interface Snapshot {
  readonly start: number;
  readonly bytes: Uint8Array;
}

/** The layout never changes in a run and may be long, so it is sent with the first state only. */
export type ReportedState = Omit<MemoryState, 'layout'> & { readonly layout: Layout | null };

/** What comes back. The page parses every message: learner code shares the worker and may forge any of them. */
export type FromWorker =
  | { readonly kind: 'opened'; readonly exports: readonly ExportedFunction[]; readonly missing: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'output'; readonly pieces: readonly OutputPiece[] }
  | { readonly kind: 'state'; readonly state: ReportedState; readonly snapshots: readonly Snapshot[] }
  | {
      readonly kind: 'ended';
      readonly id: number;
      readonly outcome: Outcome;
      /** Messages of the log that were sent until now, through the port that came with `open`. */
      readonly recorded: number;
    }
  /** A script asked for the next frame of animation. */
  | { readonly kind: 'frame-wanted' }
  | { readonly kind: 'frame'; readonly frame: CanvasFrame }
  | { readonly kind: 'measured'; readonly report: MeasureReport }
  | { readonly kind: 'timed'; readonly times: CallTimes }
  | { readonly kind: 'bytes'; readonly id: number; readonly bytes: Uint8Array };

/** Bounds of what the worker sends and the page accepts. */
export const limits = {
  /** Characters of output in one run; the rest is dropped, with a notice. */
  output: 1_000_000,
  /** Characters in one message's text. */
  text: 100_000,
  /** Pieces of output in one message. */
  pieces: 1_000,
  /** Memory up to this many bytes is reported whole while a program runs, so that all of it outlives a Stop. */
  wholeMemory: 1_048_576,
  /** Bytes of one range. */
  range: 1_048_576,
  /** Ranges that are reported while a program runs: the last that panels asked for. */
  ranges: 8,
  /** Elements of any list in a state. */
  list: 200_000,
  /** Pixels of a canvas, and of one of its sides: those of a 3840 x 2160 screen, upright too. */
  pixels: 3840 * 2160,
  canvasSide: 8_192,
  /** Pictures in one second: more than screens show. */
  picturesPerSecond: 500,
  /** Messages in one second: far above what the worker sends by itself. */
  messagesPerSecond: 5_000,
} as const;
