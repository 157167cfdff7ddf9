import type { ExportCall } from './program.ts';
import type { SavedVersion } from './versions.ts';

/** A learner's answer to a question, as progress keeps it. */
export interface SavedAnswer {
  /** The attempt as `playground/questions` keeps it, as JSON. It comes from storage: check its shape before use. */
  readonly answer: unknown;
  readonly right: boolean;
}

/** What was found when an exercise was checked last. It comes back with the page. */
export interface SavedGrading {
  /** What was checked: texts by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly verdicts: readonly {
    /** As the author wrote it. */
    readonly check: string;
    readonly passed: boolean;
    readonly found: string | null;
    /** The program did not start, so it was not tried. */
    readonly untried?: true | undefined;
    readonly location: { readonly path: string; readonly line: number; readonly column: number | null } | null;
    readonly moment: {
      readonly step: number;
      readonly panel: 'findings' | 'heap' | 'stack' | 'bytes' | 'views' | 'call';
    } | null;
  }[];
  /** The calls of exports that were checked. */
  readonly calls: readonly ExportCall[];
}

export interface SavedExercise {
  /** Once passed, it stays passed. */
  readonly passed: boolean;
  /** How many hints were opened. */
  readonly hints: number;
  readonly solutionSeen?: boolean | undefined;
  /** Whether the solution had been seen when it was passed first. */
  readonly passedAfterSolution?: boolean | undefined;
  /** What was checked, or replaced by something else, newest first. */
  readonly versions?: readonly SavedVersion[] | undefined;
  /** What the last check found; left out before the first, and after the program was replaced. */
  readonly graded?: SavedGrading | undefined;
  /** What pages before these kept in place of versions: the files before they were last replaced. */
  readonly own?: Readonly<Record<string, string>> | undefined;
}

/** Edited files of the programs of one lesson, kept between visits. */
export interface SavedFiles {
  /** Texts by path; empty when nothing of this program or exercise was edited. */
  read(program: string): Readonly<Record<string, string>>;
  /** Keeps the text of one file; null forgets it, because it is again as the author wrote it. */
  write(program: string, path: string, text: string | null): void;
  /** Keeps these texts by path, and nothing else of the program. */
  replace(program: string, files: Readonly<Record<string, string>>): void;
  /** The same as `read`, of the program as this page shows it: another page may have kept something else since. */
  readShown(program: string): Readonly<Record<string, string>>;
  /** A lab of this page shows the program; `keep` keeps it as it is there. Gives what ends that. */
  shown(program: string, keep: () => void): () => void;
}

/** Whether something that was kept has entries that can be looked at. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
