import type { SavedExercise } from '../lesson/saved-work.ts';
import type { Words } from '../words/words.ts';
import type { Grading } from './grade-attempt.ts';

/** What becomes of checking an exercise. */
export type CheckProgress =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  /** The program is no more what was graded. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'failed'; readonly message: string };

/** Whether the status is good news: solved now, or before and not tried since. */
export function isGoodNews(progress: CheckProgress, grading: Grading | null, passedBefore: boolean): boolean {
  if (progress.kind !== 'idle') return false;
  if (grading?.status === 'graded') return grading.verdicts.every(({ passed }) => passed);
  return grading === null && passedBefore;
}

/** How an exercise stands, in a sentence; empty before it was checked. */
export function statusInWords(
  progress: CheckProgress,
  grading: Grading | null,
  known: SavedExercise,
  words: Words['exercise'],
): string {
  if (progress.kind === 'busy') return words.busy;
  if (progress.kind === 'changed') return words.changed;
  if (progress.kind === 'failed') return words.broken(progress.message);
  if (grading?.status === 'cancelled') return words.cancelled;
  if (grading?.status === 'did-not-compile') return words.uncompiled;
  if (grading?.status === 'graded') {
    const passed = grading.verdicts.filter((verdict) => verdict.passed).length;
    if (passed < grading.verdicts.length) return words.somePassed(passed, grading.verdicts.length);
    return known.passedAfterSolution ? `${words.allPassed} ${words.solvedAfter}` : words.allPassed;
  }
  if (!known.passed) return '';
  return known.passedAfterSolution ? words.solvedAfter : words.solved;
}
