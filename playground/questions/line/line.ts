import type { LineQuestion } from '../../lesson/question.ts';
import { type PartGrade, type QuestionKind, usualWords } from '../question-kind.ts';
import { LineFields } from './line-fields.tsx';

/** The chosen line, from 1; null before one is chosen. */
export type LineAnswer = number | null;

/** Parts are the lines. */
export const line: QuestionKind<LineQuestion, LineAnswer> = {
  start: () => null,
  restore: ({ lines }, kept) => (typeof kept === 'number' && Object.hasOwn(lines, kept - 1) ? kept : null),
  missing: (_question, answer, words = usualWords) => (answer === null ? words.line.missing : null),
  grade({ lines, answer: wanted, mistakes, otherwise }, answer) {
    const right = answer === wanted;
    const found: PartGrade = right ? 'right' : 'wrong';
    const parts = lines.map((_, index): PartGrade => (index + 1 === answer ? found : 'open'));
    if (right) return { right, parts, summary: '', remarks: [] };
    const html = mistakes.find((mistake) => mistake.line === answer)?.feedback ?? otherwise;
    return { right, parts, summary: '', remarks: [{ about: null, html }] };
  },
  Fields: LineFields,
};
