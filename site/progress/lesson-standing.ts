import type { LessonSummary } from '../../playground/lesson/lesson.ts';
import type { Words } from '../../playground/words/words.ts';
import type { LessonProgress } from './lesson-progress.ts';

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
