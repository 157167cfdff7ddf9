import type { ParsedCheck, StatedCheck } from '../../playground/lesson/exercise.ts';
import type { ProgramRunner, ProgramSource } from './executed-program.ts';
import type { Highlight } from './highlight.ts';

/** What the lesson build leaves to others. */
export interface LessonTools {
  readonly runner: ProgramRunner;
  readonly highlight: Highlight;
  readonly parseCheck: (text: string) => ParsedCheck;
  /** What is wrong with an exercise: a solution that fails, a starter that passes. */
  readonly proveExercise: (exercise: ExerciseToProve) => Promise<readonly string[]>;
  /** Keeps a module as a file of the site; gives its address there. */
  readonly keepModule: (wasm: Uint8Array) => string;
}

export interface ExerciseToProve {
  readonly checks: readonly StatedCheck[];
  readonly starter: ProgramSource;
  readonly solution: ProgramSource;
}
