import type { ChoiceQuestion } from '../../lesson/question.ts';
import { gradeParts, type QuestionKind } from '../question-kind.ts';
import { ChoiceFields } from './choice-fields.tsx';

/** The index of the chosen option; null before one is chosen. */
export type ChoiceAnswer = number | null;

export const choice: QuestionKind<ChoiceQuestion, ChoiceAnswer> = {
  start: () => null,
  restore: ({ options }, kept) => (typeof kept === 'number' && Object.hasOwn(options, kept) ? kept : null),
  missing: (_question, answer) => (answer === null ? 'Choose an answer first.' : null),
  grade({ options }, answer) {
    const chosen = options[answer ?? -1];
    if (!chosen) return { right: false, parts: [false], feedback: [] };
    const grade = gradeParts([chosen.right], () => chosen.feedback);
    return chosen.right ? { ...grade, feedback: [chosen.feedback] } : grade;
  },
  Fields: ChoiceFields,
};
