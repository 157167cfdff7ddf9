import type { Bound } from '../lesson/exercise.ts';
import type { SourceLocation } from '../session/run.ts';
import type { CodePlace } from '../trace/memory-state.ts';
import type { LookAt, Verdict } from './attempt.ts';

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

/** What is decided by a recording, where there is none. */
export const unrecorded: Verdict = failed('Nothing of this run was recorded, so this cannot be decided.');

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
