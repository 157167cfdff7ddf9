import { describe, expect, it } from 'vitest';
import type { LessonSummary } from '../../playground/lesson/lesson.ts';
import { dueQuestions } from './due-questions.ts';
import { type LessonProgress, noProgress } from './lesson-progress.ts';
import { masteryOf } from './mastery.ts';

const lesson: LessonSummary = {
  slug: 'views',
  number: 1,
  title: 'Views',
  summary: '',
  level: 'beginner',
  minutes: 5,
  goals: [],
  needs: [],
  tags: [],
  languages: ['en'],
  translations: {},
  questions: ['one', 'two', 'plain'],
  exercises: ['build'],
  about: { one: 'view', two: 'page', build: 'view' },
};
const other: LessonSummary = {
  ...lesson,
  slug: 'more',
  title: 'More',
  questions: ['one'],
  exercises: [],
  about: { one: 'page' },
};
const right = { answer: 1, right: true };
const progress = (changes: Partial<LessonProgress>): LessonProgress => ({ ...noProgress, ...changes });
const about = (name: string, lessons: Readonly<Record<string, LessonProgress>>, today = 10) =>
  masteryOf([lesson, other], lessons, today).find((each) => each.about === name);

describe('mastery', () => {
  it('is told for each thing that questions and exercises are about, over all lessons', () => {
    expect(masteryOf([lesson, other], {}, 10).map(({ about: name, total }) => [name, total])).toEqual([
      ['view', 2],
      ['page', 2],
      ['Views', 1],
    ]);
    expect(about('page', {})?.lessons).toEqual(['views', 'more']);
  });

  it('needs every question and exercise, and nothing due', () => {
    const known = { answers: { one: right }, exercises: { build: { passed: true, hints: 0 } } };
    expect(about('view', { views: progress({ answers: known.answers }) })?.state).toBe('begun');
    expect(about('view', { views: progress(known) })?.state).toBe('mastered');
    const again = { views: progress({ ...known, reviews: { one: { box: 1, due: 10 } } }) };
    expect(about('view', again, 9)).toMatchObject({ state: 'mastered', due: 0 });
    expect(about('view', again, 10)).toMatchObject({ state: 'begun', due: 1, shown: 1 });
  });

  it('lists what is due, longest waiting first', () => {
    const lessons = {
      views: progress({ reviews: { one: { box: 1, due: 9 }, two: { box: 2, due: 11 } } }),
      more: progress({ reviews: { one: { box: 0, due: 3 } } }),
    };
    expect(dueQuestions(lessons, 10)).toEqual([
      { slug: 'more', question: 'one' },
      { slug: 'views', question: 'one' },
    ]);
  });
});
