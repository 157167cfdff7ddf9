import { flag, Misuse, read, value } from './words.ts';

/** What is to be graded, and how it is told. Paths are as they were typed. */
export interface GradeChoice {
  /** A lesson's folder, its `lesson.md`, or the slug of a lesson of this checkout. */
  readonly lesson: string;
  /** The submission's files, or its folder. */
  readonly files: readonly string[];
  /** Null where the lesson has one exercise alone. */
  readonly exercise: string | null;
  readonly format: 'text' | 'json' | 'junit';
  /** Whether JavaScript of the submission may run on this machine without a sandbox. */
  readonly isTrusted: boolean;
}

/** Reads what follows `pagewise grade`; throws a {@link Misuse}. */
export function gradeOf(words: readonly string[]): GradeChoice {
  const { files, values } = read(words, { exercise: value, json: flag, junit: flag, trust: flag });
  const [lesson, ...submission] = files;
  if (lesson === undefined) throw new Misuse('no lesson is named');
  if (submission.length === 0) throw new Misuse('no file of a submission is named');
  if (values.json && values.junit) throw new Misuse('--json or --junit, not both');
  return {
    lesson,
    files: submission,
    exercise: typeof values.exercise === 'string' ? values.exercise : null,
    format: values.json ? 'json' : values.junit ? 'junit' : 'text',
    isTrusted: values.trust === true,
  };
}
