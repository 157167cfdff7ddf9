import { expect, it } from 'vitest';
import type { StatedCheck } from '../lesson/exercise.ts';
import type { Html } from '../lesson/html.ts';
import { keepGrading, restoreGrading } from './kept-grading.ts';
import { failed, passed } from './verdict.ts';

const stated = (source: string): StatedCheck => ({
  source,
  check: { kind: 'finishes' },
  statement: source as Html,
  advice: null,
});
const exercise = { checks: [stated('finishes'), stated('no-leak')] };
const graded = {
  status: 'graded',
  verdicts: [
    passed,
    failed('4 bytes are left.', { path: 'main.cpp', line: 3, column: null }, { step: 7, panel: 'heap' }),
  ],
  calls: [{ name: 'sum', arguments: ['1'] }],
} as const;
const kept = JSON.parse(JSON.stringify(keepGrading(exercise, { 'main.cpp': 'x' }, graded)));

it('comes back as it was, with what was graded', () => {
  expect(restoreGrading(exercise, kept)).toMatchObject({ ...graded, files: { 'main.cpp': 'x' } });
});

it('finds each check again where their order changed', () => {
  const turned = { checks: exercise.checks.toReversed() };
  expect(restoreGrading(turned, kept)?.verdicts.map((verdict) => verdict.passed)).toEqual([false, true]);
});

it('is forgotten where the exercise asks for something else', () => {
  expect(restoreGrading({ checks: [stated('finishes'), stated('traps')] }, kept)).toBeNull();
  expect(restoreGrading({ checks: [stated('finishes')] }, kept)).toBeNull();
  expect(restoreGrading(exercise, undefined)).toBeNull();
});
