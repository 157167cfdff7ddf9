import type { Diagnostic } from '../../playground/compiler/compilation.ts';
import type { GlossaryTerm } from '../../playground/lesson/glossary.ts';
import type { CompiledLesson } from '../../playground/lesson/lesson.ts';
import type { LessonFile } from '../../playground/lesson/program.ts';
import type { Outcome, Recorded } from '../../playground/session/run.ts';
import type { AuthorError } from '../build/author-errors.ts';
import type { Failed, ProgramSource } from '../build/executed-program.ts';
import type { Decide } from '../build/prove-exercise.ts';

/** A lesson to compile in the page. */
export interface LessonRequest {
  /** The text of `lesson.md`. */
  readonly source: string;
  /** The sources beside it, by path below its folder. */
  readonly files: readonly LessonFile[];
  /** Addresses of the pictures beside it, by name. */
  readonly pictures: Readonly<Record<string, string>>;
  readonly slug: string;
  readonly number: number;
  /** Slugs of the lessons to which it may link; null for one that is only read: its links are not checked, and nothing is said of how it is written. */
  readonly lessons: readonly string[] | null;
  /** Terms that its text may name, after those of its own `glossary.yaml`. */
  readonly glossary: readonly GlossaryTerm[];
  /** Where the site's root lies, from the page: `../`. */
  readonly root: string;
  /** Whether programs are run that were not run before. */
  readonly runs: boolean;
}

/** What became of it. */
export interface LessonAnswer {
  /** Null when there are errors. */
  readonly lesson: CompiledLesson | null;
  /** In the order of the text. */
  readonly errors: readonly AuthorError[];
  /** What stops nothing: terms that no glossary has, how long the text is, what the quiz lacks. Also where there are errors. */
  readonly remarks: readonly AuthorError[];
  /** Whether something was left out because its program has not run. */
  readonly isPending: boolean;
}

/** How a program of a lesson ended in the sandbox. */
export interface RunReport {
  readonly wasm: Uint8Array;
  /** What the compiler said about it. */
  readonly warnings: readonly Diagnostic[];
  readonly outcome: Outcome;
  /** The whole memory at its end. */
  readonly memory: Uint8Array;
  readonly output: string;
  readonly scriptOutput: string;
  readonly recorded: Recorded;
}

/** What the page does for the lesson compiler, whose worker has neither clang nor a sandbox. */
export interface LessonRunner {
  /** Compiles a program and runs it in a sandbox; its log goes to the port. */
  run(program: ProgramSource, log: MessagePort): Promise<RunReport | Failed>;
  /** Decides the checks of an exercise on a program. */
  readonly decide: Decide;
}
