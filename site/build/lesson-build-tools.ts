import type { ParsedCheck, StatedCheck } from '../../playground/lesson/exercise.ts';
import type { GlossaryTerm } from '../../playground/lesson/glossary.ts';
import type { ProgramRunner, ProgramSource } from './executed-program.ts';
import type { Highlight } from './highlight.ts';
import type { ExerciseProblem } from './prove-exercise.ts';

/** What the lesson build leaves to others. */
export interface LessonTools {
  readonly runner: ProgramRunner;
  readonly highlight: Highlight;
  readonly parseCheck: (text: string) => ParsedCheck;
  /** What is wrong with an exercise: a solution that fails, a starter that passes. */
  readonly proveExercise: (exercise: ExerciseToProve) => Promise<readonly ExerciseProblem[]>;
  /** Told of each exercise that can be read, before any program runs: what takes long may begin. */
  readonly foresee?: (exercise: ExerciseToProve) => void;
  /** Address of a lesson's page, relative to the page of the one that is compiled. */
  readonly lessonAddress: (slug: string) => string;
  /** Code of the language that the text is in; English where it is left out. */
  readonly language?: string;
  /** What `:term` may name; left out where there is no course around the lesson. */
  readonly glossary?: readonly GlossaryTerm[];
  /** The same in other languages, for translations; those that are left out use `glossary`. */
  readonly glossaries?: Readonly<Record<string, readonly GlossaryTerm[]>>;
  /**
   * Whether a term that the glossary does not have stops the lesson: always, unless this says that it is only remarked on, or left
   * unsaid because the glossary cannot be read.
   */
  readonly unknownTerms?: 'remarked' | 'unsaid';
  /** Keeps a module as a file of the site; gives its address there. */
  readonly keepModule: (wasm: Uint8Array) => string;
}

export interface ExerciseToProve {
  readonly checks: readonly StatedCheck[];
  readonly starter: ProgramSource;
  readonly solution: ProgramSource;
}
