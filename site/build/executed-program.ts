import type { Diagnostic } from '../../playground/compiler/compilation.ts';
import type { LessonFile, LessonProgram } from '../../playground/lesson/program.ts';
import type { Outcome } from '../../playground/session/run.ts';
import type { MemoryState } from '../../playground/trace/memory-state.ts';
import type { ReplayTrace } from '../../playground/trace/replay-trace.ts';
import type { Moment } from '../../playground/trace/trace.ts';

/** A lesson's program before it is compiled: everything but the module. */
export type ProgramSource = Omit<LessonProgram, 'wasm'>;

/** A run at one moment. */
export interface Snapshot {
  readonly wasm: Uint8Array;
  readonly outcome: Outcome;
  readonly state: MemoryState;
  /** The whole memory. */
  readonly memory: Uint8Array;
  readonly output: string;
  /** What its JavaScript printed with `console`. */
  readonly scriptOutput: string;
  /** Null at the end, when nothing is open any more. */
  readonly moment: Moment | null;
  /** Every step of the run, which is replayed when it is asked for first; null where too little was recorded. */
  readonly trace: ReplayTrace | null;
}

/** What was left when a program had ended: `main`, then its JavaScript, then its calls. */
export type ExecutedProgram = Snapshot & {
  readonly moment: null;
  /** What the compiler said about a program that compiled. */
  readonly warnings?: readonly Diagnostic[];
};

/** Compiles and runs lesson programs with the page's compiler. */
export interface ProgramRunner {
  run(program: ProgramSource): Promise<ExecutedProgram | Failed | NotRun>;
}

/** What the compiler said about a program that does not compile. */
export interface Failed {
  readonly diagnostics: readonly Diagnostic[];
}

/** A program that is not to run now: what only its run can tell is left out of the lesson. */
export interface NotRun {
  readonly notRun: true;
}

/** All files, in the order in which editors show them. */
export function allFiles(program: Pick<ProgramSource, 'files' | 'javascript'>): readonly LessonFile[] {
  return program.javascript === null ? program.files : [...program.files, program.javascript];
}
