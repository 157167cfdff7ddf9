import type { Comparison } from '../lesson/exercise.ts';
import type { SourceLocation } from '../session/run.ts';
import type { Verdict } from './attempt.ts';

export const passed: Verdict = { passed: true, found: null, location: null };

export const failed = (found: string, location: SourceLocation | null = null): Verdict => ({
  passed: false,
  found,
  location,
});

/** Passed when the condition holds; else failed, with what was found. */
export const holds = (condition: boolean, found: () => string): Verdict => (condition ? passed : failed(found()));

/** What a check asks for: `4`, `at most 4`, `at least 4`. */
export function wanted({ comparison, count }: Wanted): string {
  const number = count.toLocaleString('en');
  if (comparison === '=') return number;
  return comparison === '<=' ? `at most ${number}` : `at least ${number}`;
}

export function compares(value: number, { comparison, count }: Wanted): boolean {
  if (comparison === '=') return value === count;
  return comparison === '<=' ? value <= count : value >= count;
}

interface Wanted {
  readonly comparison: Comparison;
  readonly count: number;
}
