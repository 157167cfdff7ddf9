import type { ChoicesQuestion } from '../../lesson/question.ts';
import { type PartGrade, type QuestionKind, type QuestionWords, usualWords } from '../question-kind.ts';
import { ChoicesFields } from './choices-fields.tsx';

/** Whether each option is chosen. */
export type ChoicesAnswer = readonly boolean[];

export const choices: QuestionKind<ChoicesQuestion, ChoicesAnswer> = {
  start: ({ options }) => options.map(() => false),
  restore({ options }, kept) {
    const fits = Array.isArray(kept) && kept.length === options.length && kept.every((one) => typeof one === 'boolean');
    return fits ? (kept as ChoicesAnswer) : null;
  },
  missing: (_question, answer, words = usualWords) => (answer.includes(true) ? null : words.choices.missing),
  grade({ options }, answer, words = usualWords) {
    const isChosen = (index: number): boolean => answer[index] === true;
    const wrong = options.filter((option, index) => isChosen(index) && !option.right).length;
    const missed = options.filter((option, index) => !isChosen(index) && option.right).length;
    // To say which of the options that were left out are right would give the missing ones away.
    const leftOut: PartGrade = missed === 0 ? 'right' : 'open';
    const right = wrong === 0 && missed === 0;
    return {
      right,
      parts: options.map((option, index) => {
        if (!isChosen(index)) return leftOut;
        return option.right ? 'right' : 'wrong';
      }),
      summary: right ? '' : inWords(wrong, missed, words.choices),
      remarks: options.flatMap((option, index) =>
        isChosen(index) && option.right === right ? [{ about: option.html, html: option.feedback }] : [],
      ),
    };
  },
  Fields: ChoicesFields,
};

const inWords = (wrong: number, missed: number, words: QuestionWords['choices']): string =>
  [...(wrong > 0 ? [words.wrong(wrong)] : []), ...(missed > 0 ? [words.left(missed)] : [])].join(' ');
