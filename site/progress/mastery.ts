import type { LessonSummary } from '../../playground/lesson/lesson.ts';
import { type LessonProgress, noProgress } from './lesson-progress.ts';
import { isDue } from './review-schedule.ts';

/** What a learner has shown about one thing that the course teaches. */
export interface Mastery {
  /** A term, or a lesson's title where a question says no term. */
  readonly about: string;
  /** Slugs of the lessons that ask about it. */
  readonly lessons: readonly string[];
  /** Questions answered right and exercises solved, without those that are due again. */
  readonly shown: number;
  readonly total: number;
  /** Questions to be answered again today. */
  readonly due: number;
  readonly state: 'new' | 'begun' | 'mastered';
}

/** By what the questions and exercises of the course are about, in the order of its lessons. */
export function masteryOf(
  course: readonly LessonSummary[],
  progress: Readonly<Record<string, LessonProgress>>,
  today: number,
): readonly Mastery[] {
  const found = new Map<string, { lessons: Set<string>; shown: number; total: number; due: number }>();
  for (const lesson of course) {
    const { answers, exercises, reviews } = progress[lesson.slug] ?? noProgress;
    const add = (id: string, isShown: boolean): void => {
      const about = lesson.about[id] ?? lesson.title;
      const entry = found.get(about) ?? { lessons: new Set(), shown: 0, total: 0, due: 0 };
      found.set(about, entry);
      entry.lessons.add(lesson.slug);
      const card = reviews[id];
      const isOpen = card !== undefined && isDue(card, today);
      entry.total++;
      if (isShown && !isOpen) entry.shown++;
      if (isOpen) entry.due++;
    };
    for (const id of lesson.questions) add(id, answers[id]?.right === true);
    for (const id of lesson.exercises) add(id, exercises[id]?.passed === true);
  }
  return [...found].map(([about, { lessons, shown, total, due }]) => ({
    about,
    lessons: [...lessons],
    shown,
    total,
    due,
    state: shown === total ? 'mastered' : shown > 0 || due > 0 ? 'begun' : 'new',
  }));
}
