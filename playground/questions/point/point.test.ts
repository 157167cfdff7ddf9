import { expect, it } from 'vitest';
import type { Html } from '../../lesson/html.ts';
import type { PointQuestion } from '../../lesson/question.ts';
import { point } from './point.ts';

const html = (text: string) => text as Html;
const question: PointQuestion = {
  kind: 'point',
  id: 'q',
  prompt: html('Where does it point?'),
  explanation: null,
  memory: {
    program: 'p',
    pieces: [
      { address: 16, bytes: [34, 0, 0, 0] },
      { address: 32, bytes: [1, 2, 3, 4] },
    ],
  },
  pointer: { address: 16, size: 4 },
  answer: 34,
  mistakes: [{ address: 32, feedback: html('that is where the array begins') }],
  otherwise: html('other'),
};

it('is right for the byte alone, and tells nothing of the others', () => {
  expect(point.grade(question, 34)).toMatchObject({ right: true, remarks: [] });
  expect(point.grade(question, 32)).toMatchObject({
    right: false,
    parts: ['open', 'open', 'open', 'open', 'wrong', 'open', 'open', 'open'],
    remarks: [{ html: 'that is where the array begins' }],
  });
  expect(point.grade(question, 33).remarks).toEqual([{ about: null, html: 'other' }]);
});

it('restores only a byte that is shown', () => {
  expect(point.restore(question, 19)).toBe(19);
  for (const kept of [20, 31, 36, '34', null]) expect(point.restore(question, kept)).toBeNull();
  expect(point.missing(question, null)).not.toBeNull();
});
