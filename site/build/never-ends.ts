import type { Outcome } from '../../playground/session/run.ts';

/** Milliseconds after which the page stops a program of a lesson. */
export const timeLimit = 10_000;

/** Steps after which the lesson build does: as many as a submission may make. */
export const stepLimit = 20_000_000;

/** What an author reads about a program that was stopped then, as words after its name. */
export function neverEnds(by: Extract<Outcome, { status: 'stopped' }>['by']): string {
  const limit = by === 'step-limit' ? `${stepLimit / 1_000_000} million steps` : `${timeLimit / 1000} seconds`;
  return `it did not end within ${limit}; look for a loop that never ends: a condition that stays true, or a counter that nothing changes`;
}
