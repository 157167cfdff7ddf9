import type { OrderQuestion } from '../../lesson/question.ts';
import { type PartGrade, partsInWords, type QuestionKind, usualWords } from '../question-kind.ts';
import { OrderFields } from './order-fields.tsx';

/** Indices of the question's entries, as they stand now. */
export type OrderAnswer = readonly number[];

export const order: QuestionKind<OrderQuestion, OrderAnswer> = {
  start: ({ shown }) => shown,
  restore({ entries }, kept) {
    const fits =
      Array.isArray(kept) && kept.length === entries.length && entries.every((_entry, index) => kept.includes(index));
    return fits ? (kept as OrderAnswer) : null;
  },
  missing: () => null,
  grade({ entries }, answer, words = usualWords) {
    const parts = answer.map((entry, place): PartGrade => (entry === place ? 'right' : 'wrong'));
    const right = !parts.includes('wrong');
    return {
      right,
      parts,
      summary: right ? '' : partsInWords(parts, 'places', words),
      remarks: answer.flatMap((index, place) => {
        const entry = entries[index];
        return entry && index !== place ? [{ about: entry.html, html: entry.feedback }] : [];
      }),
    };
  },
  Fields: OrderFields,
};

/** Moves the entry at `place` one step; it jumps over places that are fixed. The same order when it cannot move. */
export function moveEntry(
  answer: OrderAnswer,
  place: number,
  step: 1 | -1,
  isFixed: (place: number) => boolean,
): OrderAnswer {
  let other = place + step;
  while (other >= 0 && other < answer.length && isFixed(other)) other += step;
  const [moved, displaced] = [answer[place], answer[other]];
  if (moved === undefined || displaced === undefined) return answer;
  return answer.with(place, displaced).with(other, moved);
}
