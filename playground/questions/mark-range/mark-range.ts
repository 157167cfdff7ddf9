import type { MarkQuestion } from '../../lesson/question.ts';
import { type PartGrade, type QuestionKind, usualWords } from '../question-kind.ts';
import { shownAddresses } from '../shown-addresses.ts';
import { MarkFields } from './mark-fields.tsx';

/** Addresses of the bytes that are marked. */
export type MarkAnswer = readonly number[];

/** Parts are the bytes that are shown, by address. */
export const mark: QuestionKind<MarkQuestion, MarkAnswer> = {
  start: () => [],
  restore({ memory }, kept) {
    const shown = new Set(shownAddresses(memory));
    const fits =
      Array.isArray(kept) && new Set(kept).size === kept.length && kept.every((address) => shown.has(address));
    return fits ? (kept as MarkAnswer) : null;
  },
  missing: (_question, answer, words = usualWords) => (answer.length === 0 ? words.mark.missing : null),
  grade({ memory, answer: wanted, mistakes, otherwise }, answer, words = usualWords) {
    const parts = shownAddresses(memory).map((address): PartGrade => {
      if (!answer.includes(address)) return 'open';
      return wanted.includes(address) ? 'right' : 'wrong';
    });
    const wrong = parts.filter((part) => part === 'wrong').length;
    const missing = wanted.filter((address) => !answer.includes(address)).length;
    if (wrong + missing === 0) return { right: true, parts, summary: '', remarks: [] };
    const given = [...answer].sort((a, b) => a - b).join();
    const foreseen = mistakes.find(({ addresses }) => addresses.join() === given);
    const summary = [wrong > 0 ? words.mark.wrong(wrong) : '', missing > 0 ? words.mark.left(missing) : ''];
    const remarks = [{ about: null, html: foreseen?.feedback ?? otherwise }];
    return { right: false, parts, summary: summary.filter(Boolean).join(' '), remarks };
  },
  Fields: MarkFields,
};
