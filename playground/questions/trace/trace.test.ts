import { expect, it } from 'vitest';
import type { Html } from '../../lesson/html.ts';
import type { TraceQuestion } from '../../lesson/question.ts';
import { trace } from './trace.ts';

const html = (words: string) => words as Html;
const asked = (text: string) => ({ text, isGiven: false });
const question: TraceQuestion = {
  kind: 'trace',
  id: 'q',
  prompt: html('Fill in'),
  explanation: null,
  columns: ['i', 'total'],
  rows: [
    { moment: 'before line 4', cells: [{ text: '0', isGiven: true }, asked('0')], feedback: html('nothing yet') },
    { moment: 'before line 4, second time', cells: [asked('1'), asked('0x10')], feedback: html('one more') },
  ],
};

it('compares numbers as numbers, cell by cell, and tells of each row that is wrong', () => {
  expect(trace.grade(question, ['0', '0', '0x1', '16'])).toMatchObject({ right: true, remarks: [] });
  expect(trace.grade(question, ['0', '0', '2', '16'])).toEqual({
    right: false,
    parts: ['open', 'right', 'wrong', 'right'],
    summary: '2 of 3 cells are right.',
    remarks: [{ about: null, html: 'one more' }],
  });
});

it('asks only for what is not given, and keeps what is given whatever was kept', () => {
  expect(trace.start(question)).toEqual(['0', '', '', '']);
  expect(trace.missing(question, ['0', '1', ' ', '2'])).toContain('one is empty');
  expect(trace.restore(question, ['9', '1', '2', '3'])).toEqual(['0', '1', '2', '3']);
  for (const kept of [['1'], ['0', '1', '2', 3], ['0', '1', '2', 'x'.repeat(101)], null])
    expect(trace.restore(question, kept)).toBeNull();
});
