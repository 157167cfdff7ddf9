import type { ChoiceQuestion } from '../../lesson/question.ts';
import { type PartGrade, type QuestionKind, usualWords } from '../question-kind.ts';
import { ChoiceFields } from './choice-fields.tsx';

/** The index of the chosen option; null before one is chosen. */
export type ChoiceAnswer = number | null;

export const choice: QuestionKind<ChoiceQuestion, ChoiceAnswer> = {
  start: () => null,
  restore: ({ options }, kept) => (typeof kept === 'number' && Object.hasOwn(options, kept) ? kept : null),
  missing: (_question, answer, words = usualWords) => (answer === null ? words.choice.missing : null),
  grade({ options }, answer) {
    const chosen = options[answer ?? -1];
    const found: PartGrade = chosen?.right ? 'right' : 'wrong';
    return {
      right: chosen?.right === true,
      parts: options.map((option) => (option === chosen ? found : 'open')),
      summary: '',
      remarks: chosen ? [{ about: null, html: chosen.feedback }] : [],
    };
  },
  Fields: ChoiceFields,
};
