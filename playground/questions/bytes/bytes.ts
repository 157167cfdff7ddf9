import type { BytesQuestion } from '../../lesson/question.ts';
import { type PartGrade, partsInWords, type QuestionKind, usualWords } from '../question-kind.ts';
import { BytesFields } from './bytes-fields.tsx';

/** One text for each byte, as it was typed: two hexadecimal digits when it is whole. */
export type BytesAnswer = readonly string[];

export const bytes: QuestionKind<BytesQuestion, BytesAnswer> = {
  start: ({ answer }) => answer.map(() => ''),
  restore({ answer }, kept) {
    const fits =
      Array.isArray(kept) &&
      kept.length === answer.length &&
      kept.every((text) => typeof text === 'string' && /^[\da-f]{0,2}$/i.test(text));
    return fits ? (kept as BytesAnswer) : null;
  },
  missing(_question, answer, words = usualWords) {
    const unfinished = answer.findIndex((text) => text.length !== 2);
    return unfinished === -1 ? null : words.bytes.missing(unfinished + 1);
  },
  grade({ answer: wanted, mistakes, otherwise }, answer, words = usualWords) {
    const given = answer.map((text) => Number.parseInt(text, 16));
    const parts = wanted.map((byte, index): PartGrade => (given[index] === byte ? 'right' : 'wrong'));
    if (!parts.includes('wrong')) return { right: true, parts, summary: '', remarks: [] };
    const foreseen = mistakes.find((mistake) => mistake.bytes.every((byte, index) => byte === given[index]));
    const html = foreseen?.feedback ?? otherwise;
    return { right: false, parts, summary: partsInWords(parts, 'bytes', words), remarks: [{ about: null, html }] };
  },
  Fields: BytesFields,
};
