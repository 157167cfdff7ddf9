import type { TextQuestion } from '../../lesson/question.ts';
import { type QuestionKind, usualWords } from '../question-kind.ts';
import { normalText } from './normal-text.ts';
import { TextFields } from './text-fields.tsx';

/** As it was typed. */
export type TextAnswer = string;

/** Characters that an answer may have. */
export const longestText = 200;

export const text: QuestionKind<TextQuestion, TextAnswer> = {
  start: () => '',
  restore: (_question, kept) => (typeof kept === 'string' && kept.length <= longestText ? kept : null),
  missing: (_question, answer, words = usualWords) => (answer.trim() === '' ? words.text.missing : null),
  grade({ accepted, isExact, mistakes, otherwise }, answer) {
    const given = normalText(answer, isExact);
    const isGiven = (form: string): boolean => normalText(form, isExact) === given;
    if (accepted.some(isGiven)) return { right: true, parts: ['right'], summary: '', remarks: [] };
    const html = mistakes.find((mistake) => isGiven(mistake.text))?.feedback ?? otherwise;
    return { right: false, parts: ['wrong'], summary: '', remarks: [{ about: null, html }] };
  },
  Fields: TextFields,
};
