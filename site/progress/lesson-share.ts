import type { LessonSummary } from '../../playground/lesson/lesson.ts';
import type { LessonProgress } from './lesson-progress.ts';

/** How many of a lesson's questions and exercises are solved. */
export function lessonShare(lesson: LessonSummary, progress: LessonProgress): { done: number; total: number } {
  const answered = lesson.questions.filter((id) => progress.answers[id]?.right === true);
  const passed = lesson.exercises.filter((id) => progress.exercises[id]?.passed === true);
  return { done: answered.length + passed.length, total: lesson.questions.length + lesson.exercises.length };
}
