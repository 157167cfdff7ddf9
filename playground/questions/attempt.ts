import type { Question } from '../lesson/question.ts';
import { isRecord, type SavedAnswer } from '../lesson/saved-work.ts';
import { kindOf } from './kinds.ts';
import { type Grade, type QuestionWords, usualWords } from './question-kind.ts';

/** How far a learner has come with one question. */
export interface Attempt {
  /** What the fields show. */
  readonly answer: unknown;
  /** Whether the fields may be changed. */
  readonly isOpen: boolean;
  /** What was checked last; null before the first check. */
  readonly checked: unknown;
  /** What that check found. */
  readonly grade: Grade | null;
}

/**
 * Reads what was kept. It is graded anew, so that a question that was corrected since is graded by what it says now;
 * what no longer fits the question starts afresh.
 */
export function readAttempt(question: Question, saved: SavedAnswer | null, words: QuestionWords = usualWords): Attempt {
  const kind = kindOf(question);
  const kept: Readonly<Record<string, unknown>> = isRecord(saved?.answer) ? saved.answer : {};
  const checked = kind.restore(question, kept.checked);
  const grade =
    checked === null || kind.missing(question, checked) !== null ? null : kind.grade(question, checked, words);
  const isOpen = grade === null || (kept.isOpen === true && !grade.right);
  const entered = isOpen ? kind.restore(question, kept.entered) : null;
  return { answer: entered ?? checked ?? kind.start(question), isOpen, checked: grade && checked, grade };
}

/** The learner changed the answer. */
export function enter({ checked }: Attempt, answer: unknown): SavedAnswer {
  return { answer: { entered: answer, checked, isOpen: true }, right: false };
}

/** The learner wants the answer graded. Nothing may be missing from it. */
export function check(question: Question, { answer }: Attempt): SavedAnswer {
  return { answer: { checked: answer, isOpen: false }, right: kindOf(question).grade(question, answer).right };
}

/** Whether this is an answer that was just graded, and none that is still being entered. */
export const isChecked = ({ answer }: SavedAnswer): boolean => isRecord(answer) && answer.isOpen === false;

/** The learner tries again: what was right stays, the rest opens. */
export function tryAgain(attempt: Attempt): SavedAnswer {
  return enter(attempt, attempt.answer);
}

/** Whether the answer that was checked last is right. */
export function isAnsweredRight(question: Question, saved: SavedAnswer | null): boolean {
  return readAttempt(question, saved).grade?.right === true;
}
