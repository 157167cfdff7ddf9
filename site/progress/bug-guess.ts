import { isRecord, type SavedAnswer } from '../../playground/lesson/saved-work.ts';

/** Under this name what is found is kept, as what is done in a lesson is. */
export const bugsSlug = 'find-the-bug';

/** What a visitor said where the bug is. */
export interface BugGuess {
  readonly path: string;
  /** As it was typed. */
  readonly line: string;
  readonly isAnswerShown: boolean;
}

/** Reads what was kept; it comes from storage. */
export function readGuess(saved: SavedAnswer | null | undefined): BugGuess {
  const kept = saved?.answer;
  if (!isRecord(kept)) return { path: '', line: '', isAnswerShown: false };
  const { path, line, isAnswerShown } = kept;
  return {
    path: typeof path === 'string' ? path : '',
    line: typeof line === 'string' ? line : '',
    isAnswerShown: isAnswerShown === true,
  };
}
