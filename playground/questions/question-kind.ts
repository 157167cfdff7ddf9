import type { ComponentType } from 'react';
import type { Html } from '../lesson/html.ts';
import type { Question } from '../lesson/question.ts';

/** What grading found. A part is what can be right on its own: an option, a byte, a place, a pair. */
export interface Grade {
  readonly right: boolean;
  readonly parts: readonly boolean[];
  /** One for each wrong choice that was made, in the order of the parts. */
  readonly feedback: readonly Html[];
}

/** What the fields of one kind of question get. */
export interface FieldsProps<Asked extends Question, Answer> {
  readonly question: Asked;
  readonly answer: Answer;
  /** Parts that were right in an earlier try: they stay as they are. */
  readonly locked: readonly boolean[];
  /** Null until it is graded. */
  readonly grade: Grade | null;
  readonly onChange: (answer: Answer) => void;
}

/** One kind of question: what an answer is, whether it is right, and how it is given. All functions are pure. */
export interface QuestionKind<Asked extends Question, Answer> {
  /** The answer before anything was done. */
  start(question: Asked): Answer;
  /** Reads an answer that was kept; null when it does not fit this question. */
  restore(question: Asked, kept: unknown): Answer | null;
  /** What is still missing, in words for the learner; null when it can be graded. */
  missing(question: Asked, answer: Answer): string | null;
  grade(question: Asked, answer: Answer): Grade;
  readonly Fields: ComponentType<FieldsProps<Asked, Answer>>;
}

/** Feedback of the wrong parts. */
export function gradeParts(parts: readonly boolean[], feedbackOf: (part: number) => Html): Grade {
  const feedback = parts.flatMap((right, part) => (right ? [] : [feedbackOf(part)]));
  return { right: feedback.length === 0, parts, feedback };
}
