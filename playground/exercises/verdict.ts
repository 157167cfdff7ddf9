import type { Bound } from '../lesson/exercise.ts';
import type { SourceLocation } from '../session/run.ts';
import type { CodePlace } from '../trace/memory-state.ts';
import type { Attempt, LookAt, Verdict } from './attempt.ts';
import { endingInWords, endingLocation } from './ending-words.ts';

export const passed: Verdict = { passed: true, found: null, location: null, moment: null };

export const failed = (
  found: string,
  location: SourceLocation | null = null,
  moment: LookAt | null = null,
): Verdict => ({ passed: false, found, location, moment });

/** A verdict with the step and the line of what it tells. */
export const placed = (
  verdict: Verdict,
  { step, place }: { readonly step: number; readonly place: CodePlace | null },
  panel: LookAt['panel'],
): Verdict => ({ ...verdict, location: place, moment: { step, panel } });

/** Of so many checks the first fails with the cause, and none of the others was tried. */
export const neverStarted = (checks: number, cause: Verdict): readonly Verdict[] =>
  Array.from({ length: checks }, (_, index) => (index === 0 ? cause : untried));

const untried: Verdict = { ...failed('Not tried, because the program did not start.'), untried: true };

/** What is decided by a recording, where there is none: how the program ended is why. */
export const unrecorded = ({ outcome }: Pick<Attempt, 'outcome'>): Verdict =>
  outcome.status === 'finished'
    ? failed('The program made no step that could be recorded, so this cannot be decided.')
    : failed(
        `${endingInWords(outcome)} Nothing was recorded before, so this cannot be decided.`,
        endingLocation(outcome),
      );

/** Passed when the condition holds; else failed, with what was found. */
export const holds = (condition: boolean, found: () => string): Verdict => (condition ? passed : failed(found()));

/** What a check asks for: `4`, `at most 4`, `at least 4`. */
export function wanted({ comparison, count }: Bound): string {
  const number = count.toLocaleString('en');
  if (comparison === '=') return number;
  return comparison === '<=' ? `at most ${number}` : `at least ${number}`;
}

export function compares(value: number, { comparison, count }: Bound): boolean {
  if (comparison === '=') return value === count;
  return comparison === '<=' ? value <= count : value >= count;
}
