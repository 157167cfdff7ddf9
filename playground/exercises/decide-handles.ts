import type { Bound } from '../lesson/exercise.ts';
import type { EmbindHandle } from '../trace/memory-state.ts';
import { counted } from '../view-model/hexadecimal.ts';
import type { Attempt, Verdict } from './attempt.ts';
import { compares, failed, passed, placed, wanted } from './verdict.ts';

/** Values that a verdict names. */
const named = 3;

/** Whether C++ holds so many JavaScript values when the run ends, before its global objects are destroyed. */
export function decideLiveVals(bound: Bound, { state }: Attempt): Verdict {
  const held = state.handles.filter(({ kind, goneInStep }) => kind === 'val' && goneInStep === null);
  const count = held.length + (state.unlistedVals ?? 0);
  if (compares(count, bound)) return passed;
  const [first] = held;
  if (!first) return failed(`C++ holds no JavaScript value at the end. Wanted: ${wanted(bound)}.`);
  const verdict = failed(
    `C++ holds ${counted(count, 'JavaScript value')} at the end: ${inWords(held, count)}. Wanted: ${wanted(bound)}.`,
  );
  if (count < bound.count) return verdict;
  return placed(verdict, { step: Math.max(0, first.madeInStep - 1), place: first.madeAt }, 'heap');
}

function inWords(held: readonly EmbindHandle[], count: number): string {
  const words = held.slice(0, named).map(({ number, holds }) => `val ${number} (${holds})`);
  if (count > words.length) words.push(`and ${(count - words.length).toLocaleString('en')} more`);
  return words.join(', ');
}
