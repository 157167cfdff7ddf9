import type { MarkQuestion } from '../../lesson/question.ts';
import type { PartGrade, QuestionKind } from '../question-kind.ts';
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
  missing: (_question, answer) => (answer.length === 0 ? 'Mark at least one byte first.' : null),
  grade({ memory, answer: wanted, mistakes, otherwise }, answer) {
    const parts = shownAddresses(memory).map((address): PartGrade => {
      if (!answer.includes(address)) return 'open';
      return wanted.includes(address) ? 'right' : 'wrong';
    });
    const wrong = parts.filter((part) => part === 'wrong').length;
    const missing = wanted.filter((address) => !answer.includes(address)).length;
    if (wrong + missing === 0) return { right: true, parts, summary: '', remarks: [] };
    const given = [...answer].sort((a, b) => a - b).join();
    const foreseen = mistakes.find(({ addresses }) => addresses.join() === given);
    const summary = [
      wrong > 0 ? `${count(wrong)} marked wrongly.` : '',
      missing > 0 ? `${count(missing)} still missing.` : '',
    ];
    const remarks = [{ about: null, html: foreseen?.feedback ?? otherwise }];
    return { right: false, parts, summary: summary.filter(Boolean).join(' '), remarks };
  },
  Fields: MarkFields,
};

const count = (bytes: number): string => (bytes === 1 ? '1 byte is' : `${bytes} bytes are`);
