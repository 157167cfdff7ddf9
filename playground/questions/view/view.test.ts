import { expect, it } from 'vitest';
import type { Html } from '../../lesson/html.ts';
import type { ViewQuestion } from '../../lesson/question.ts';
import { placed, view } from './view.ts';

const html = (text: string) => text as Html;
const question: ViewQuestion = {
  kind: 'view',
  id: 'q',
  prompt: html('Which view?'),
  explanation: null,
  memory: { program: 'p', pieces: [{ address: 16, bytes: new Array(16).fill(0) }] },
  answer: { type: 'Int32Array', offset: 16, length: 4 },
  mistakes: [
    { view: { length: 16 }, feedback: html('bytes, not elements') },
    { view: { offset: 4 }, feedback: html('an index, no byte offset') },
    { view: { type: 'Uint32Array' }, feedback: html('without a sign') },
  ],
  otherwise: html('other'),
};
const answer = { type: 'Int32Array', offset: '0x10', length: '4' } as const;

it('grades each part, and says every mistake that was made', () => {
  expect(view.grade(question, answer).right).toBe(true);
  expect(view.grade(question, { ...answer, offset: '16', length: '4 elements' }).right).toBe(true);
  expect(view.grade(question, { ...answer, offset: '16 bytes' }).right).toBe(true);
  const grade = view.grade(question, { type: 'Uint32Array', offset: '0x10', length: '16' });
  expect(grade).toMatchObject({ right: false, parts: ['wrong', 'right', 'wrong'], summary: '1 of 3 parts is right.' });
  expect(grade.remarks.map((remark) => remark.html)).toEqual(['bytes, not elements', 'without a sign']);
  expect(view.grade(question, { ...answer, length: '5' }).remarks).toEqual([{ about: null, html: 'other' }]);
});

it('wants every part, in words that name it', () => {
  expect(view.missing(question, { ...answer, type: '' })).toContain('type');
  expect(view.missing(question, { ...answer, offset: 'x' })).toContain('Byte offset');
  expect(view.missing(question, { ...answer, length: '' })).toContain('Length');
  expect(view.missing(question, answer)).toBeNull();
  expect(placed({ ...answer, length: '' })).toBeNull();
});

it('restores only what these fields can hold', () => {
  expect(view.restore(question, answer)).toEqual(answer);
  for (const kept of [{ ...answer, type: 'toString' }, { ...answer, offset: 3 }, { type: '' }, null, 'x'])
    expect(view.restore(question, kept)).toBeNull();
});
