import { expect, it } from 'vitest';
import { noProgress } from './lesson-progress.ts';
import { afterReview } from './use-saved-work.ts';

const right = { answer: { checked: 1, isOpen: false }, right: true };
const wrong = { answer: { checked: 0, isOpen: false }, right: false };

it('a question that is answered right in a review is answered in its lesson; the next review comes all the same', () => {
  const known = { ...noProgress, answers: { copy: wrong }, reviews: { copy: { box: 0, due: 0 } } };
  const { answers, reviews } = afterReview(known, 'copy', right);
  expect(answers).toEqual({ copy: right });
  expect(reviews.copy?.box).toBe(1);
});

it('a wrong answer in a review takes none away that was right in the lesson', () => {
  const known = { ...noProgress, answers: { copy: right }, reviews: { copy: { box: 3, due: 0 } } };
  const { answers, reviews } = afterReview(known, 'copy', wrong);
  expect(answers).toEqual({ copy: right });
  expect(reviews.copy?.box).toBe(0);
});
