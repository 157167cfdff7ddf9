import { expect, it } from 'vitest';
import type { Html } from '../../lesson/html.ts';
import type { LineQuestion } from '../../lesson/question.ts';
import { line } from './line.ts';

const html = (text: string) => text as Html;
const question: LineQuestion = {
  kind: 'line',
  id: 'q',
  prompt: html('Which line loses the block?'),
  explanation: null,
  path: 'main.cpp',
  lines: ['int main() {', '  p = nullptr;', '}'],
  answer: 2,
  mistakes: [{ line: 3, feedback: html('here it is too late') }],
  otherwise: html('other'),
};

it('is right for the line alone', () => {
  expect(line.grade(question, 2)).toMatchObject({ right: true, parts: ['open', 'right', 'open'] });
  expect(line.grade(question, 3)).toMatchObject({ right: false, remarks: [{ html: 'here it is too late' }] });
  expect(line.grade(question, 1).remarks).toEqual([{ about: null, html: 'other' }]);
});

it('restores only a line of the file', () => {
  expect(line.restore(question, 3)).toBe(3);
  for (const kept of [0, 4, 1.5, '2', null]) expect(line.restore(question, kept)).toBeNull();
  expect(line.missing(question, null)).not.toBeNull();
});
