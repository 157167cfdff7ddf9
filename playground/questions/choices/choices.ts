import type { ChoicesQuestion } from '../../lesson/question.ts';
import { gradeParts, type QuestionKind } from '../question-kind.ts';
import { ChoicesFields } from './choices-fields.tsx';

/** Whether each option is chosen. */
export type ChoicesAnswer = readonly boolean[];

export const choices: QuestionKind<ChoicesQuestion, ChoicesAnswer> = {
  start: ({ options }) => options.map(() => false),
  restore({ options }, kept) {
    const fits = Array.isArray(kept) && kept.length === options.length && kept.every((one) => typeof one === 'boolean');
    return fits ? (kept as ChoicesAnswer) : null;
  },
  missing: (_question, answer) => (answer.includes(true) ? null : 'Choose at least one answer first.'),
  grade: ({ options }, answer) =>
    gradeParts(
      options.map(({ right }, index) => right === (answer[index] === true)),
      (part) => options[part]?.feedback ?? noFeedback,
    ),
  Fields: ChoicesFields,
};

const noFeedback = '' as ChoicesQuestion['prompt'];
