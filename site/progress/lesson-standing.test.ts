import { describe, expect, it } from 'vitest';
import { english } from '../../playground/words/english.ts';
import { type LessonProgress, noProgress } from './lesson-progress.ts';
import { lessonStanding, lessonToContinue, standingInWords } from './lesson-standing.ts';

const lesson = { questions: ['one', 'two'], exercises: ['build'] };
const done = (right: readonly string[], passed: readonly string[]): LessonProgress => ({
  ...noProgress,
  answers: Object.fromEntries(right.map((id) => [id, { answer: 1, right: true }])),
  exercises: Object.fromEntries(passed.map((id) => [id, { passed: true, hints: 0 }])),
});

describe('the standing of a lesson', () => {
  it('is complete only with every question right and every exercise solved', () => {
    expect(lessonStanding(lesson, noProgress).state).toBe('new');
    expect(lessonStanding(lesson, done(['one', 'two'], [])).state).toBe('begun');
    expect(lessonStanding(lesson, done(['one'], ['build'])).state).toBe('begun');
    expect(lessonStanding(lesson, done(['one', 'two'], ['build'])).state).toBe('complete');
  });

  it('counts nothing that the lesson no longer has', () => {
    const standing = lessonStanding(lesson, done(['one', 'gone'], ['build', 'lost']));
    expect(standingInWords(standing, english)).toBe('1 of 2 questions, 1 of 1 exercises');
  });
});

it('goes on with the lesson that was read last, and past those that are complete', () => {
  const lessons = ['a', 'b', 'c'].map((slug) => ({ ...lesson, slug }));
  const complete = done(['one', 'two'], ['build']);
  expect(lessonToContinue(lessons, {}, undefined)).toBeNull();
  expect(lessonToContinue(lessons, {}, 'gone')).toBeNull();
  expect(lessonToContinue(lessons, { b: done(['one'], []) }, 'b')?.slug).toBe('b');
  expect(lessonToContinue(lessons, { b: complete }, 'b')?.slug).toBe('c');
  expect(lessonToContinue(lessons, { b: complete, c: complete }, 'c')?.slug).toBe('a');
  expect(lessonToContinue(lessons, { a: complete, b: complete, c: complete }, 'b')?.slug).toBe('b');
});
