import { useCallback, useMemo } from 'react';
import type { SavedAnswer, SavedExercise, SavedFiles } from '../../playground/lesson/saved-work.ts';
import { isChecked } from '../../playground/questions/attempt.ts';
import type { LessonProgress } from './lesson-progress.ts';
import { useLessonProgress, useProgress } from './progress-context.tsx';
import { afterAnswer, dayOf } from './review-schedule.ts';

/** What is known of a lesson after a question of it was answered, in the lesson or in a review. */
function withReview(known: LessonProgress, question: string, isRight: boolean): LessonProgress {
  const { [question]: card = null, ...others } = known.reviews;
  const next = afterAnswer(card, isRight, dayOf(new Date()));
  return { ...known, reviews: next ? { ...others, [question]: next } : others };
}

/**
 * What is known after an answer in a review. A right one answers the question in its lesson too; a wrong one takes nothing
 * away there.
 */
export function afterReview(known: LessonProgress, question: string, answer: SavedAnswer): LessonProgress {
  const isNew = answer.right && known.answers[question]?.right !== true;
  const next = isNew ? { ...known, answers: { ...known.answers, [question]: answer } } : known;
  return withReview(next, question, answer.right);
}

/** Notes an answer that was given in a review. */
export function useReviewed(): (slug: string, question: string, answer: SavedAnswer) => void {
  const progress = useProgress();
  return useCallback(
    (slug, question, answer) => progress.update(slug, (known) => afterReview(known, question, answer)),
    [progress],
  );
}

/** One question's saved answer, and how to save another. */
export function useSavedAnswer(slug: string, question: string): [SavedAnswer | null, (answer: SavedAnswer) => void] {
  const progress = useProgress();
  const saved = useLessonProgress(slug).answers[question] ?? null;
  const save = useCallback(
    (answer: SavedAnswer): void =>
      progress.update(slug, (known) => {
        const next = { ...known, answers: { ...known.answers, [question]: answer } };
        return isChecked(answer) ? withReview(next, question, answer.right) : next;
      }),
    [progress, slug, question],
  );
  return [saved, save];
}

/** How far an exercise has come. */
export function useSavedExercise(
  slug: string,
  exercise: string,
): [SavedExercise | null, (saved: SavedExercise) => void] {
  const progress = useProgress();
  const saved = useLessonProgress(slug).exercises[exercise] ?? null;
  const save = useCallback(
    (next: SavedExercise): void =>
      progress.update(slug, (known) => ({
        ...known,
        exercises: {
          ...known.exercises,
          [exercise]: { ...next, passed: next.passed || known.exercises[exercise]?.passed === true },
        },
      })),
    [progress, slug, exercise],
  );
  return [saved, save];
}

/** How each lab of this page keeps the program that it shows, by lesson and program. */
const labs = new Map<string, () => void>();

/** The edited files of a lesson's programs. Reading gives what is kept at that moment. */
export function useSavedFiles(slug: string): SavedFiles {
  const progress = useProgress();
  return useMemo(
    () => ({
      read: (program) => progress.read(slug).files[program] ?? {},
      write(program, path, text) {
        progress.update(slug, (known) => {
          const { [path]: _before, ...others } = known.files[program] ?? {};
          const files = text === null ? others : { ...others, [path]: text };
          return { ...known, files: { ...known.files, [program]: files } };
        });
      },
      replace(program, files) {
        progress.update(slug, (known) => ({ ...known, files: { ...known.files, [program]: files } }));
      },
      readShown(program) {
        labs.get(`${slug} ${program}`)?.();
        return this.read(program);
      },
      shown(program, keep) {
        const name = `${slug} ${program}`;
        labs.set(name, keep);
        return () => {
          if (labs.get(name) === keep) labs.delete(name);
        };
      },
    }),
    [progress, slug],
  );
}
