import type { Outcome } from '../../playground/session/run.ts';
import type { CodePlace } from '../../playground/trace/memory-state.ts';
import type { Finding } from '../../playground/trace/trace.ts';
import type { Snapshot } from './executed-program.ts';
import { UnreadableError } from './unreadable-error.ts';

/** How a run ends, as a learner says it. */
export const endings: Readonly<Record<Outcome['status'], string>> = {
  finished: 'finishes',
  trapped: 'traps',
  threw: 'throws',
  'waiting-for-input': 'waits for input',
  stopped: 'is stopped',
};

/** What the program has printed until the run's moment. */
export function outputUntil({ output, moment, trace }: Snapshot): string {
  if (!moment || !trace) return output;
  // A moment counts what all streams printed, in UTF-16 units.
  if (trace.momentAt(trace.steps).output !== output.length)
    throw new UnreadableError('not only the program printed: its output can only be read at the end');
  return output.slice(0, moment.output);
}

/** Line `number` of what `who` printed, from 1. */
export function printedLine(output: string, number: number, who: string): string {
  const text = output.split('\n')[number - 1];
  if (text === undefined) throw new UnreadableError(`${who} printed no line ${number}`);
  return text;
}

/** What the run did wrong until its moment. */
export function findingsOf({ moment, trace }: Snapshot): readonly Finding[] {
  const at = moment ?? trace?.momentAt(trace.steps);
  if (!at) throw new UnreadableError('the run is too long, or makes no step: its findings are not known');
  return at.findings;
}

/** Its finding of this number, from 1. */
export function findingOf(run: Snapshot, number: number): Finding {
  const all = findingsOf(run);
  const finding = all[number - 1];
  if (!finding) throw new UnreadableError(`there is no finding ${number}; the run has ${all.length}`);
  return finding;
}

/** The line of a place that may be missing. */
export function lineOf(place: CodePlace | null): number {
  if (!place) throw new UnreadableError('it has no line in the program');
  return place.line;
}
