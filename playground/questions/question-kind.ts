import type { ReactNode } from 'react';
import type { Html } from '../lesson/html.ts';
import type { Question } from '../lesson/question.ts';
import { english } from '../words/english.ts';
import type { Words } from '../words/words.ts';

/** What grading says about a part. A part is `open` when it was not chosen, so that nothing is said about it. */
export type PartGrade = 'right' | 'wrong' | 'open';

/** Feedback from the lesson, and the part it is about where there are several. */
export interface Remark {
  readonly about: Html | null;
  readonly html: Html;
}

/** What grading found. A part is what can be right on its own: an option, a byte, a place, a pair. */
export interface Grade {
  readonly right: boolean;
  readonly parts: readonly PartGrade[];
  /** How far a wrong answer is right: "2 of 4 bytes are right." Empty where there is nothing more to say. */
  readonly summary: string;
  /** One for each wrong choice that was made; in a right answer, for what was chosen. */
  readonly remarks: readonly Remark[];
}

/** What the fields of one kind of question get. */
export interface FieldsProps<Asked extends Question, Answer> {
  readonly question: Asked;
  readonly answer: Answer;
  /** Of the last check; null before the first. */
  readonly grade: Grade | null;
  /** Whether the answer may be changed: not between a check and another try, nor once it is right. */
  readonly isOpen: boolean;
  /** The element that says why the answer could not be graded, where there is one. */
  readonly problemId: string | null;
  onChange(answer: Answer): void;
}

/** What grading says of an answer, in the language of the question. */
export type QuestionWords = Words['question'];
/** Those of the original's language: for all who only ask whether an answer is right. */
export const usualWords: QuestionWords = english.question;

/** One kind of question: what an answer is, whether it is right, and how it is given. All functions are pure; they speak English where they are given no words. */
export interface QuestionKind<Asked extends Question, Answer> {
  /** The answer before anything was done. */
  start(question: Asked): Answer;
  /** Reads an answer that was kept; null when it does not fit this question. */
  restore(question: Asked, kept: unknown): Answer | null;
  /** What is still missing, in words for the learner; null when it can be graded. */
  missing(question: Asked, answer: Answer, words?: QuestionWords): string | null;
  /** Grades an answer from which nothing is missing. */
  grade(question: Asked, answer: Answer, words?: QuestionWords): Grade;
  Fields(props: FieldsProps<Asked, Answer>): ReactNode;
}

type Graded = Pick<FieldsProps<Question, unknown>, 'grade' | 'isOpen'>;

/** Parts that were right stay as they are, also in another try. */
export function isFixed({ grade, isOpen }: Graded, part: number): boolean {
  return !isOpen || grade?.parts[part] === 'right';
}

/** What is shown beside a part: a wrong one loses its mark in another try, because it is being changed. */
export function shownGrade({ grade, isOpen }: Graded, part: number): PartGrade {
  const found = grade?.parts[part] ?? 'open';
  return isOpen && found === 'wrong' ? 'open' : found;
}

/** "2 of 4 bytes are right." */
export function partsInWords(
  parts: readonly PartGrade[],
  what: Parameters<QuestionWords['parts']>[2],
  words: QuestionWords,
): string {
  return words.parts(parts.filter((part) => part === 'right').length, parts.length, what);
}
