import type { MatchQuestion } from '../../lesson/question.ts';
import { type PartGrade, partsInWords, type QuestionKind, usualWords } from '../question-kind.ts';
import { MatchFields } from './match-fields.tsx';

/** For each left side, the index of the pair whose right side was chosen; null before. */
export type MatchAnswer = readonly (number | null)[];

export const match: QuestionKind<MatchQuestion, MatchAnswer> = {
  start: ({ pairs }) => pairs.map(() => null),
  restore({ pairs }, kept) {
    const fits =
      Array.isArray(kept) &&
      kept.length === pairs.length &&
      kept.every((chosen) => chosen === null || (typeof chosen === 'number' && Object.hasOwn(pairs, chosen)));
    return fits ? (kept as MatchAnswer) : null;
  },
  missing(_question, answer, words = usualWords) {
    const empty = answer.filter((chosen) => chosen === null).length;
    return empty === 0 ? null : words.match.missing(empty);
  },
  grade({ pairs }, answer, words = usualWords) {
    // Two right sides may read the same: then either is right.
    const isRight = (index: number): boolean => pairs[answer[index] ?? -1]?.right === pairs[index]?.right;
    const parts = pairs.map((_pair, index): PartGrade => (isRight(index) ? 'right' : 'wrong'));
    const right = !parts.includes('wrong');
    return {
      right,
      parts,
      summary: right ? '' : partsInWords(parts, 'pairs', words),
      remarks: pairs.flatMap(({ left, feedback }, index) => (isRight(index) ? [] : [{ about: left, html: feedback }])),
    };
  },
  Fields: MatchFields,
};
