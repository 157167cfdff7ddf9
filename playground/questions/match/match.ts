import type { MatchQuestion } from '../../lesson/question.ts';
import { type PartGrade, partsInWords, type QuestionKind } from '../question-kind.ts';
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
  missing(_question, answer) {
    const empty = answer.filter((chosen) => chosen === null).length;
    if (empty === 0) return null;
    return `Choose a counterpart for each: ${empty === 1 ? 'one is' : `${empty} are`} missing.`;
  },
  grade({ pairs }, answer) {
    // Two right sides may read the same: then either is right.
    const isRight = (index: number): boolean => pairs[answer[index] ?? -1]?.right === pairs[index]?.right;
    const parts = pairs.map((_pair, index): PartGrade => (isRight(index) ? 'right' : 'wrong'));
    const right = !parts.includes('wrong');
    return {
      right,
      parts,
      summary: right ? '' : partsInWords(parts, 'pairs'),
      remarks: pairs.flatMap(({ left, feedback }, index) => (isRight(index) ? [] : [{ about: left, html: feedback }])),
    };
  },
  Fields: MatchFields,
};
