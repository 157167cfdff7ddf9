import { expect, it } from 'vitest';
import type { Html } from '../../lesson/html.ts';
import type { TextQuestion } from '../../lesson/question.ts';
import { text } from './text.ts';

const html = (words: string) => words as Html;
const question: TextQuestion = {
  kind: 'text',
  id: 'q',
  prompt: html('What is the view now?'),
  explanation: null,
  accepted: ['detached', 'a detached view'],
  isExact: false,
  mistakes: [{ text: 'freed', feedback: html('blocks are freed') }],
  otherwise: html('other'),
};

it.each(['detached', ' Detached ', 'A  detached view', '“detached”', '`detached`', 'Detached.', 'ｄetached'])(
  'accepts %j',
  (answer) => {
    expect(text.grade(question, answer).right).toBe(true);
  },
);

it('tells foreseen mistakes apart from others', () => {
  expect(text.grade(question, 'FREED').remarks).toEqual([{ about: null, html: 'blocks are freed' }]);
  expect(text.grade(question, 'gone').remarks).toEqual([{ about: null, html: 'other' }]);
  expect(text.missing(question, '  ')).not.toBeNull();
});

it('compares letter by letter where that is asked for', () => {
  const exact = { ...question, isExact: true, accepted: ['A  1'] };
  expect(text.grade(exact, 'A  1').right).toBe(true);
  for (const answer of ['a  1', 'A 1']) expect(text.grade(exact, answer).right).toBe(false);
});

it('restores only text of a sensible length', () => {
  expect(text.restore(question, 'x')).toBe('x');
  for (const kept of ['x'.repeat(201), 5, null]) expect(text.restore(question, kept)).toBeNull();
});
