import type { Outcome } from '../../playground/session/run.ts';
import { type Crossing, type CrossingPart, crossingsIn } from '../../playground/trace/crossings.ts';
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
export function outputUntil(run: Snapshot): string {
  const { output, moment } = run;
  const trace = moment && run.trace;
  if (!trace) return output;
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

/** Calls over the boundary, in both directions, that had begun by the run's moment: all, or those of one function. */
export function callsUntil(run: Snapshot, name: string | null): number {
  return begun(boundaryOf(run), run).filter((call) => name === null || call.name === name).length;
}

/** The same of what calls of a name did, themselves included: a function of the glue's, `Floats.get`, makes several. */
export function callsWithin(run: Snapshot, name: string): number {
  const calls = outermost(boundaryOf(run), name);
  if (calls.length === 0) throw new UnreadableError(`there is no call of ${name}; the names are in *Calls*`);
  return begun(calls, run).length;
}

function boundaryOf({ trace }: Snapshot): readonly CrossingPart[] {
  const told = trace?.facts.crossings?.tell(trace.steps, () => null);
  if (!told || told.isFull) throw new UnreadableError('the run is too long, or makes no step: its calls are not known');
  return told.parts;
}

function begun(parts: readonly CrossingPart[], { moment }: Snapshot): readonly Crossing[] {
  const until = moment?.step ?? Number.POSITIVE_INFINITY;
  return [...crossingsIn(parts)].filter((call) => call.begun <= until);
}

const outermost = (parts: readonly CrossingPart[], name: string): readonly CrossingPart[] =>
  parts.flatMap((part) => {
    if (part.kind === 'copy') return [];
    return part.name === name ? [part] : outermost(part.parts, name);
  });

/** How many share the value of a `val`'s handle at the run's moment; 0 where nobody does. */
export function referencesOf(handle: number, { state }: Snapshot): number {
  const newest = state.handles.findLast(({ kind, number }) => kind === 'val' && number === handle);
  if (!newest) throw new UnreadableError(`C++ never had a handle ${handle}`);
  if (newest.references === null) throw new UnreadableError(`handle ${handle} was counted too often to be known then`);
  return newest.references;
}

/** What the run did wrong until its moment. */
export function findingsOf(run: Snapshot): readonly Finding[] {
  const at = run.moment ?? run.trace?.momentAt(run.trace.steps);
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
