import type { CallTimes } from '../../measure/call-times.ts';
import type { MeasurePlan, MeasureReport } from '../../measure/measurement.ts';
import type { MemoryState } from '../../trace/memory-state.ts';
import type { ScriptSource } from '../../trace/script-history.ts';
import type { MemoryBuffer } from '../host/memory-buffer.ts';
import type { RecordingOptions } from '../host/recorder.ts';
import type { ExportedFunction, Outcome, Run } from '../run.ts';
import type { NodePicture } from './node-canvas.ts';

/** Runs a linked program in this Node process. Trusted code only: nothing is sandboxed. */
export interface NodeRunOptions {
  readonly wasm: Uint8Array;
  /** Without the program's own name. */
  readonly arguments: readonly string[];
  /** What the program finds as `argv[0]`; `program` unless given. */
  readonly programName?: string;
  /** All of standard input, or a file descriptor that is read as the program asks. */
  readonly stdin: Uint8Array | number;
  /** False: a program that reads past the end of `stdin` ends as "waiting for input". Default true. */
  readonly inputEnds?: boolean;
  /** Runs a program that imports functions which nobody provides: calling one ends it. Default false: it is refused. */
  readonly runsWithMissing?: boolean;
  /** Bytes exactly as the program wrote them, as they come. */
  readonly stdout: (bytes: Uint8Array) => void;
  readonly stderr: (bytes: Uint8Array) => void;
  /** What `console.log` in {@link NodeRun.runJavaScript} prints, with the newline, and what nobody caught. Without it that ends the process. */
  readonly javascript?: (text: string) => void;
  /** Environment variables of the program, besides those that Emscripten sets. */
  readonly environment?: Readonly<Record<string, string>>;
  /** What a WASI program finds in its folder: it sees a folder of its own, not this machine's. */
  readonly files?: readonly { readonly path: string; readonly text: string }[];
  /** What JavaScript's buffer of memory is; a resizable one is refused where Node has none. */
  readonly buffer?: MemoryBuffer;
  /** JavaScript that will run beside it: tells what of the glue is reached. */
  readonly scripts?: readonly string[];
  /** Whether what it reaches of its glue makes steps, where the run is recorded. */
  readonly stepsIntoGlue?: boolean;
  /** False runs the module as it is, without the engine: faster, but `state` throws. Default true. */
  readonly rewritten?: boolean;
  /** With `rewritten: false`: whether the time of each call over the boundary is taken. */
  readonly timesCalls?: boolean;
  /**
   * Milliseconds after which `main`, a call, or a script is stopped by the time limit, also one that waits; nothing of the
   * instance may run after it. Default: nothing stops a loop.
   */
  readonly patience?: number;
  /** Folder with `glue.mjs`, `glue-embind.mjs` and `engine.wasm`; found from this file upwards unless given. */
  readonly runtimeFolder?: string;
  /** Records the run, if given. */
  readonly recording?: RecordingOptions;
  /** Called at host calls while the program runs, and after each call. */
  readonly onState?: (state: MemoryState) => void;
}

/** The instance after `main` ended; its exports can still be called. */
export interface NodeRun {
  /** How `main`, or the constructors when there is no `main`, ended. */
  readonly outcome: Outcome;
  /** The state now. Throws when the run was opened with `rewritten: false`. */
  readonly state: MemoryState;
  /** The whole memory now. Detached by the next growth: ask again. */
  readonly memory: Uint8Array;
  /** The same of the memories beside the first one, in order, as far as they are exported as a recording program's are. */
  readonly otherMemories: readonly Uint8Array[];
  readonly exports: readonly ExportedFunction[];
  /** What scripts drew on `canvas`: the images that they put there. */
  picture(): NodePicture;
  /** Of the scripts that were run so far; null when they were not instrumented. */
  readonly scripts: ScriptSource | null;
  /** Arguments as a learner types them: `"0x10"`, `"12n"`, `"-1.5"`. */
  call(name: string, args: readonly string[]): Promise<Outcome>;
  /** Passes on what is left of the log. */
  sync(): void;
  /** Runs source as the JavaScript editor does, with `memory`, `exports`, `Module` and `console`. */
  runJavaScript: Run['runJavaScript'];
  /** Measures what scripts gave to `measure`, once. Throws unless the run was opened with `rewritten: false`. */
  measure(plan: MeasurePlan, onReport: (report: MeasureReport) => void): Promise<void>;
  /** How long calls over the boundary took until now; null where they are not timed. */
  callTimes(): CallTimes | null;
}

/** Implemented by `runInNode` in `./run-in-node.ts`. */
export type RunInNode = (options: NodeRunOptions) => Promise<NodeRun>;
