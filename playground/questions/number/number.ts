import type { NumberQuestion } from '../../lesson/question.ts';
import type { QuestionKind } from '../question-kind.ts';
import { NumberFields } from './number-fields.tsx';
import { readNumber } from './read-number.ts';

/** As it was typed. */
export type NumberAnswer = string;

export const number: QuestionKind<NumberQuestion, NumberAnswer> = {
  start: () => '',
  restore: (_question, kept) => (typeof kept === 'string' && kept.length < 100 ? kept : null),
  missing({ notation }, answer) {
    const read = readNumber(answer, notation);
    return 'problem' in read ? read.problem : null;
  },
  grade(question, answer) {
    const read = readNumber(answer, question.notation);
    const value = 'value' in read ? read.value : Number.NaN;
    if (value === question.answer) return { right: true, parts: [true], feedback: [] };
    const foreseen = question.mistakes.find((mistake) => mistake.value === value);
    return { right: false, parts: [false], feedback: [foreseen?.feedback ?? question.otherwise] };
  },
  Fields: NumberFields,
};
