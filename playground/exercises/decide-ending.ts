import type { Attempt, Verdict } from './attempt.ts';
import { endingInWords, endingLocation } from './ending-words.ts';
import { failed } from './verdict.ts';

/** How the program ended instead, with its last step. */
export async function failedByEnding(attempt: Attempt): Promise<Verdict> {
  const { outcome } = attempt;
  const words = endingInWords(outcome);
  if (outcome.status === 'finished') return failed(words);
  const trace = await attempt.trace();
  const moment = trace && ({ step: Math.max(0, trace.steps - 1), panel: 'findings' } as const);
  return failed(words, endingLocation(outcome), moment);
}

/**
 * A verdict on what was printed. Where it fails, an exit code other than 0 is told too; of a program that did not get to its
 * end how it ended, and where.
 */
export async function withEnding(verdict: Verdict, attempt: Attempt): Promise<Verdict> {
  const { outcome } = attempt;
  if (verdict.passed || (outcome.status === 'finished' && !outcome.exitCode)) return verdict;
  const ending = await failedByEnding(attempt);
  return { ...ending, found: `${verdict.found} ${ending.found}` };
}
