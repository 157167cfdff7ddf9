import type { LessonSummary } from '../../playground/lesson/lesson.ts';
import type { Words } from '../../playground/words/words.ts';
import { type LessonProgress, noProgress } from './lesson-progress.ts';

/** How far a learner has come with a lesson. */
export interface LessonStanding {
  readonly answered: number;
  readonly questions: number;
  readonly solved: number;
  readonly exercises: number;
  readonly state: 'new' | 'begun' | 'complete';
}

/** A lesson is complete when its questions are answered right and its exercises are solved; one without either never is. */
export function lessonStanding(
  { questions, exercises }: Pick<LessonSummary, 'questions' | 'exercises'>,
  progress: LessonProgress,
): LessonStanding {
  const answered = questions.filter((id) => progress.answers[id]?.right === true).length;
  const solved = exercises.filter((id) => progress.exercises[id]?.passed === true).length;
  const [done, total] = [answered + solved, questions.length + exercises.length];
  return {
    answered,
    questions: questions.length,
    solved,
    exercises: exercises.length,
    state: total > 0 && done === total ? 'complete' : done > 0 ? 'begun' : 'new',
  };
}

/** `4 of 6 questions, 1 of 2 exercises` */
export function standingInWords(
  { answered, questions, solved, exercises }: LessonStanding,
  { home }: Pick<Words, 'home'>,
): string {
  const parts = [
    ...(questions > 0 ? [home.answered(answered, questions)] : []),
    ...(exercises > 0 ? [home.solved(solved, exercises)] : []),
  ];
  return parts.join(', ');
}

/**
 * The lesson to go on with, of all in their order: the one that was read last; where that is complete, the next that is not,
 * going round to the first. Null where nothing was read yet.
 */
export function lessonToContinue<Lesson extends Pick<LessonSummary, 'slug' | 'questions' | 'exercises'>>(
  lessons: readonly Lesson[],
  progress: Readonly<Record<string, LessonProgress>>,
  lastRead: string | undefined,
): Lesson | null {
  const at = lessons.findIndex(({ slug }) => slug === lastRead);
  if (at === -1) return null;
  const from = [...lessons.slice(at), ...lessons.slice(0, at)];
  const isOpen = (lesson: Lesson): boolean =>
    lessonStanding(lesson, progress[lesson.slug] ?? noProgress).state !== 'complete';
  return from.find(isOpen) ?? lessons[at] ?? null;
}
