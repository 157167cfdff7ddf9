import type { LessonProgress } from './lesson-progress.ts';
import { isDue } from './review-schedule.ts';

/** A question of some lesson. */
export interface PlacedQuestion {
  readonly slug: string;
  readonly question: string;
}

/** The questions that are due on a day, those that have waited longest first. */
export function dueQuestions(
  lessons: Readonly<Record<string, LessonProgress>>,
  today: number,
): readonly PlacedQuestion[] {
  return Object.entries(lessons)
    .flatMap(([slug, { reviews }]) =>
      Object.entries(reviews).flatMap(([question, card]) =>
        isDue(card, today) ? [{ slug, question, due: card.due }] : [],
      ),
    )
    .sort((a, b) => a.due - b.due)
    .map(({ slug, question }) => ({ slug, question }));
}
