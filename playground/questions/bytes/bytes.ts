import type { BytesQuestion } from '../../lesson/question.ts';
import type { QuestionKind } from '../question-kind.ts';
import { BytesFields } from './bytes-fields.tsx';

/** One text for each byte, as it was typed: two hexadecimal digits when it is whole. */
export type BytesAnswer = readonly string[];

const isByte = (text: string): boolean => /^[\da-f]{2}$/i.test(text);

export const bytes: QuestionKind<BytesQuestion, BytesAnswer> = {
  start: ({ answer }) => answer.map(() => ''),
  restore({ answer }, kept) {
    const fits =
      Array.isArray(kept) &&
      kept.length === answer.length &&
      kept.every((text) => typeof text === 'string' && /^[\da-f]{0,2}$/i.test(text));
    return fits ? (kept as BytesAnswer) : null;
  },
  missing(_question, answer) {
    const empty = answer.findIndex((text) => !isByte(text));
    return empty === -1 ? null : `Byte ${empty + 1} needs two hexadecimal digits, such as 0A.`;
  },
  grade(question, answer) {
    const given = answer.map((text) => (isByte(text) ? Number.parseInt(text, 16) : -1));
    const parts = question.answer.map((byte, index) => given[index] === byte);
    if (parts.every(Boolean)) return { right: true, parts, feedback: [] };
    const foreseen = question.mistakes.find(
      (mistake) => mistake.bytes.length === given.length && mistake.bytes.every((byte, index) => byte === given[index]),
    );
    return { right: false, parts, feedback: [foreseen?.feedback ?? question.otherwise] };
  },
  Fields: BytesFields,
};
