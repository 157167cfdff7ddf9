import type { PointQuestion } from '../../lesson/question.ts';
import { type PartGrade, type QuestionKind, usualWords } from '../question-kind.ts';
import { shownAddresses } from '../shown-addresses.ts';
import { PointFields } from './point-fields.tsx';

/** Address of the chosen byte; null before one is chosen. */
export type PointAnswer = number | null;

/** Parts are the bytes that are shown, by address. */
export const point: QuestionKind<PointQuestion, PointAnswer> = {
  start: () => null,
  restore({ memory }, kept) {
    return typeof kept === 'number' && shownAddresses(memory).includes(kept) ? kept : null;
  },
  missing: (_question, answer, words = usualWords) => (answer === null ? words.point.missing : null),
  grade({ memory, answer: wanted, mistakes, otherwise }, answer) {
    const right = answer === wanted;
    const found: PartGrade = right ? 'right' : 'wrong';
    const parts = shownAddresses(memory).map((address): PartGrade => (address === answer ? found : 'open'));
    if (right) return { right, parts, summary: '', remarks: [] };
    const html = mistakes.find(({ address }) => address === answer)?.feedback ?? otherwise;
    return { right, parts, summary: '', remarks: [{ about: null, html }] };
  },
  Fields: PointFields,
};
