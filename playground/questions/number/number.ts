import type { NumberQuestion } from '../../lesson/question.ts';
import { type QuestionKind, usualWords } from '../question-kind.ts';
import { NumberFields } from './number-fields.tsx';
import { readNumber } from './read-number.ts';

/** As it was typed. */
export type NumberAnswer = string;

export const number: QuestionKind<NumberQuestion, NumberAnswer> = {
  start: () => '',
  restore: (_question, kept) => (typeof kept === 'string' && kept.length <= 100 ? kept : null),
  missing({ notation, unit }, answer, words = usualWords) {
    const read = readNumber(answer, notation, unit, words.number);
    return 'problem' in read ? read.problem : null;
  },
  grade({ answer: wanted, notation, unit, mistakes, otherwise }, answer) {
    const read = readNumber(answer, notation, unit);
    const value = 'value' in read ? read.value : Number.NaN;
    if (value === wanted || dotted(answer) === wanted)
      return { right: true, parts: ['right'], summary: '', remarks: [] };
    const foreseen = mistakes.find((mistake) => mistake.value === value);
    const html = foreseen?.feedback ?? otherwise;
    return { right: false, parts: ['wrong'], summary: '', remarks: [{ about: null, html }] };
  },
  Fields: NumberFields,
};

/** What `262.144` means to many: thousands parted by dots. It is right as well where it is what was asked for. */
const dotted = (typed: string): number | null =>
  /^\d{1,3}(\.\d{3})+$/.test(typed.trim()) ? Number(typed.replaceAll('.', '')) : null;
