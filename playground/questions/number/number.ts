import type { NumberQuestion } from '../../lesson/question.ts';
import type { QuestionKind } from '../question-kind.ts';
import { NumberFields } from './number-fields.tsx';
import { readNumber } from './read-number.ts';

/** As it was typed. */
export type NumberAnswer = string;

export const number: QuestionKind<NumberQuestion, NumberAnswer> = {
  start: () => '',
  restore: (_question, kept) => (typeof kept === 'string' && kept.length <= 100 ? kept : null),
  missing({ notation, unit }, answer) {
    const read = readNumber(answer, notation, unit);
    return 'problem' in read ? read.problem : null;
  },
  grade({ answer: wanted, notation, unit, mistakes, otherwise }, answer) {
    const read = readNumber(answer, notation, unit);
    const value = 'value' in read ? read.value : Number.NaN;
    if (value === wanted) return { right: true, parts: ['right'], summary: '', remarks: [] };
    const foreseen = mistakes.find((mistake) => mistake.value === value);
    const html = foreseen?.feedback ?? otherwise;
    return { right: false, parts: ['wrong'], summary: '', remarks: [{ about: null, html }] };
  },
  Fields: NumberFields,
};
