/** A learner's answer to a question, as progress keeps it. */
export interface SavedAnswer {
  /** The attempt as `playground/questions` keeps it, as JSON. It comes from storage: check its shape before use. */
  readonly answer: unknown;
  readonly right: boolean;
}

export interface SavedExercise {
  /** Once passed, it stays passed. */
  readonly passed: boolean;
  /** How many hints were opened. */
  readonly hints: number;
  readonly solutionSeen?: boolean | undefined;
  /** The learner's files before they were last replaced by the solution or the starter, by path. */
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
}

/** Whether something that was kept has entries that can be looked at. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
