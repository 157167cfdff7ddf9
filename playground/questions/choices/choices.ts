import type { ChoicesQuestion } from '../../lesson/question.ts';
import type { PartGrade, QuestionKind } from '../question-kind.ts';
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
  grade({ options }, answer) {
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
      summary: right ? '' : inWords(wrong, missed),
      remarks: options.flatMap((option, index) =>
        isChosen(index) && option.right === right ? [{ about: option.html, html: option.feedback }] : [],
      ),
    };
  },
  Fields: ChoicesFields,
};

function inWords(wrong: number, missed: number): string {
  const sentences = [];
  if (wrong > 0) sentences.push(wrong === 1 ? 'One choice is wrong.' : `${wrong} choices are wrong.`);
  if (missed > 0)
    sentences.push(missed === 1 ? 'One right answer is missing.' : `${missed} right answers are missing.`);
  return sentences.join(' ');
}
