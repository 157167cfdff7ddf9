import type { Exercise } from './exercise.ts';
import type { Question } from './question.ts';

/** A learner's answer to a question, as progress keeps it. */
export interface SavedAnswer {
  /** Whatever the question's kind keeps, as JSON. It comes from storage: check its shape before use. */
  readonly answer: unknown;
  readonly right: boolean;
}

export interface SavedExercise {
  /** Once passed, it stays passed. */
  readonly passed: boolean;
  /** How many hints were opened. */
  readonly hints: number;
}

/** Edited files of the programs of one lesson, kept between visits. */
export interface SavedFiles {
  /** Texts by path; empty when nothing of this program or exercise was edited. */
  read(program: string): Readonly<Record<string, string>>;
  /** Keeps the text of one file; null forgets it, because it is again as the author wrote it. */
  write(program: string, path: string, text: string | null): void;
}

/** What a component that asks a question gets. */
export interface QuestionProps {
  readonly question: Question;
  /** Null until it is answered, and on prerendered pages. */
  readonly saved: SavedAnswer | null;
  readonly onAnswer: (answer: SavedAnswer) => void;
}

/** What a component that shows an exercise gets. Its code is edited and run in the lab. */
export interface ExerciseProps {
  readonly exercise: Exercise;
  readonly saved: SavedExercise | null;
  readonly onSave: (saved: SavedExercise) => void;
  /** True while the exercise is in the lab. */
  readonly shown: boolean;
  /** Brings it into the lab. */
  readonly onShow: () => void;
}
