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

/** A verdict on what was printed; of a program that did not get to its end it tells that, and where, too. */
export async function withEnding(verdict: Verdict, attempt: Attempt): Promise<Verdict> {
  if (verdict.passed || attempt.outcome.status === 'finished') return verdict;
  const ending = await failedByEnding(attempt);
  return { ...ending, found: `${verdict.found} ${ending.found}` };
}
