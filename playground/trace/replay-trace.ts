import { formatAddress } from './address-text.ts';
import { crossingSteps, isCrossing, nearestStep, withCrossings } from './crossing-moves.ts';
import { boundaryOf } from './crossing-places.ts';
import type { BoundaryHistory } from './crossings.ts';
import { withUndeleted } from './handles-at.ts';
import { type ByteRange, memoryOf, memorySpan, toAddress } from './memory-state.ts';
import { learnersPath, momentOf, placeAt, type RunFacts } from './moment-of.ts';
import type { RawDestination, RawEvent, RawHistory } from './raw-moment.ts';
import type { ReplayEngine } from './replay-engine.ts';
import { type KnownFinding, mergeFindings, scriptFindings } from './script-findings.ts';
import { originsOf, type TracedSource } from './script-frames.ts';
import { findInScript } from './script-moves.ts';
import type {
  Destination,
  Direction,
  EngineOverview,
  EventKind,
  Finding,
  FunctionCode,
  History,
  Moment,
  Overview,
  ProgramCopies,
  Trace,
  Write,
} from './trace.ts';
import { type ViewReads, viewReadsOf } from './view-reads.ts';

// The order of `event_kind` in the engine. The others have destinations of their own there.
const engineEvents: readonly EventKind[] = ['call', 'return', 'allocation', 'release', 'growth', 'output'];

/** A trace that the engine beside it replays. */
export class ReplayTrace implements Trace {
  readonly steps: number;
  #scriptFindings: readonly KnownFinding[] | null = null;

  constructor(
    readonly engine: ReplayEngine,
    readonly facts: RunFacts,
    readonly limit: string | null,
  ) {
    this.steps = engine.steps;
    engine.setLayout(facts.state.layout);
  }

  async at(step: number): Promise<Moment> {
    return this.momentAt(step);
  }

  /** The same at once. */
  momentAt(step: number): Moment {
    const others = this.scriptFindings.filter(({ known }) => known < step);
    this.engine.seek(step);
    const read = (address: number, length: number) => this.engine.read(address, length);
    const raw = this.engine.moment();
    const known = momentOf(raw, this.facts, read, step);
    const moment = {
      ...known,
      findings: mergeFindings(
        known.findings,
        raw.findings.map(({ known }) => known),
        others,
      ),
    };
    return step === this.steps && this.limit === null ? withUndeleted(moment) : moment;
  }

  async read(step: number, { start, end }: ByteRange): Promise<Uint8Array> {
    this.engine.seek(step);
    return this.engine.read(start, Math.max(0, end - start));
  }

  async find(from: number, direction: Direction, destinations: readonly Destination[]): Promise<number | null> {
    return this.stepFrom(from, direction, destinations);
  }

  /** The same at once. */
  stepFrom(from: number, direction: Direction, destinations: readonly Destination[]): number | null {
    const forward = direction === 'forward';
    const found = destinations.map((destination) => this.#find(from, forward, destination));
    // Scripts may tell of what came when the recording was full.
    const recorded = found.filter((step) => step !== null && step <= this.steps);
    return nearestOf(recorded, forward);
  }

  /** What scripts did wrong in the whole run. Asking for it moves the engine to another step. */
  get scriptFindings(): readonly KnownFinding[] {
    this.#scriptFindings ??= scriptFindings(this.engine, this.facts);
    return this.#scriptFindings;
  }

  #find(from: number, forward: boolean, destination: Destination): number | null {
    const inProgram = (start: number, to: Destination) => this.engine.find(start, forward, rawDestination(to));
    if (destination.kind === 'event' && destination.event === 'finding')
      return nearestOf([inProgram(from, destination), nextFinding(this.scriptFindings, from, forward)], forward);
    if (isCrossing(destination)) return nearestStep(crossingSteps(this), from, forward);
    const { script } = this.facts;
    const found = script ? findInScript(script, from, forward, destination, inProgram) : undefined;
    return found === undefined ? inProgram(from, destination) : found;
  }

  async findings(): Promise<readonly Finding[]> {
    const { findings } = await this.at(this.steps);
    // What scripts told of when the recording was full: its steps cannot be shown.
    const within = (step: number) => Math.min(step, this.steps);
    const later = this.scriptFindings
      .filter(({ known }) => known >= this.steps)
      .map(({ finding: { step, cause, ...finding } }) => ({
        ...finding,
        step: within(step),
        cause: cause && { ...cause, step: within(cause.step) },
      }));
    return [...findings, ...later];
  }

  async overview(buckets: number): Promise<Overview> {
    return this.completed(this.engine.overview(buckets), this.steps);
  }

  /** What the engine tells of a run of so many steps, with what scripts did wrong and what crossed the boundary. */
  completed(overview: EngineOverview, steps: number): Overview {
    const crossings = crossingSteps({ facts: this.facts, steps });
    return withCrossings(withFindings(overview, this.scriptFindings, steps), crossings, steps);
  }

  async history(step: number, { start, end }: ByteRange, most: number): Promise<History> {
    return historyOf(this.engine.history(step, start, end, most), this.facts, undefined, memoryOf(start));
  }

  async code(step: number, frame: number): Promise<FunctionCode | null> {
    this.engine.seek(step);
    return functionCodeOf(this.engine, frame, this.facts.script, step);
  }

  async boundary(steps = this.steps): Promise<BoundaryHistory> {
    return boundaryOf(this.engine, this.facts, steps);
  }

  async viewReads(): Promise<ViewReads> {
    return viewReadsOf(this.facts.script, this.steps);
  }

  async copies(from: number, to: number): Promise<ProgramCopies> {
    const { steps, ...sum } = this.engine.copies(from, to);
    return {
      ...sum,
      steps: steps.map(({ at, ...rest }) => ({ ...rest, step: at.step, place: placeAt(at, this.facts) })),
    };
  }

  async heapPeak() {
    const [bytes, step] = this.engine.heapPeak();
    return { bytes, step };
  }

  async typeSize(name: string): Promise<number | null> {
    return this.engine.typeSize(name) || null;
  }

  async codeLines(path: string): Promise<readonly number[]> {
    const lines = this.engine.sites().flatMap(([of, line]) => (line > 0 && learnersPath(of) === path ? [line] : []));
    return [...new Set(lines)].sort((a, b) => a - b);
  }
}

/** The nearest of some steps in a direction; null when there is none. */
export function nearestOf(steps: readonly (number | null)[], forward: boolean): number | null {
  const found = steps.filter((step) => step !== null);
  if (found.length === 0) return null;
  return forward ? Math.min(...found) : Math.max(...found);
}

/** The step after the nearest of these findings. */
function nextFinding(findings: readonly KnownFinding[], from: number, forward: boolean): number | null {
  const steps = findings.map(({ known }) => known + 1).filter((step) => (forward ? step > from : step < from));
  return nearestOf(steps, forward);
}

/** An overview with the marks of more findings. */
function withFindings(overview: EngineOverview, findings: readonly KnownFinding[], steps: number): EngineOverview {
  if (findings.length === 0) return overview;
  const marks = [...overview.events.finding];
  for (const { known } of findings) {
    const bucket = Math.min(marks.length - 1, Math.floor(((known + 1) * marks.length) / Math.max(1, steps)));
    marks[bucket] = (marks[bucket] ?? 0) + 1;
  }
  return { ...overview, events: { ...overview.events, finding: marks } };
}

/** The text of the function of a frame at the engine's current step. */
export function functionCodeOf(
  engine: ReplayEngine,
  frame: number,
  script?: TracedSource | null,
  step = 0,
): FunctionCode | null {
  const calls = engine.moment().frames.map(({ call }) => call);
  const origin = originsOf(calls, script, step)[frame];
  const call = typeof origin === 'number' ? calls[origin] : undefined;
  const raw = call === undefined ? null : engine.code(call);
  if (!raw) return null;
  return {
    name: raw.name,
    current: raw.current,
    locals: raw.locals,
    lines: raw.lines.map(([offset, indent, text, place]) => ({
      ...{ offset, indent, text },
      place: place && { ...place, path: learnersPath(place.path) },
    })),
  };
}

/** Who wrote, allocated and freed, in words. `stepOf` tells the step of the run from the engine's, `memory` is theirs. */
export function historyOf(
  { before, after, block }: RawHistory,
  facts: RunFacts,
  stepOf: (step: number) => number = (step) => step,
  memory = 0,
): History {
  const write = ({ at, place, what, address, kind, function: functionName }: RawEvent): Write => {
    const texts = {
      write: `wrote ${sizes[kind] ?? 'bytes'} at ${formatAddress(memory * memorySpan + address)}`,
      allocation: 'allocated it',
      release: 'freed it',
    };
    return { step: stepOf(at.step), place: placeAt({ ...at, place }, facts), functionName, text: texts[what] };
  };
  return {
    before: before.map(write),
    after: after.map(write),
    block: block && {
      id: block.id,
      allocated: block.allocated && write(block.allocated),
      freed: block.freed && write(block.freed),
    },
  };
}

/** What a record of a store says, by its kind. */
const sizes: Readonly<Record<number, string>> = {
  3: '1 byte',
  4: '2 bytes',
  5: '4 bytes',
  6: '8 bytes',
  7: 'a range',
  15: '4 bytes',
};

/** A destination as the engine knows it. */
export function rawDestination(destination: Destination): RawDestination {
  switch (destination.kind) {
    case 'line':
    case 'line-over':
    case 'out':
      return { kind: destination.kind };
    case 'event': {
      const event = engineEvents.indexOf(destination.event);
      if (event >= 0) return { kind: 'event', first: event };
      return { kind: destination.event === 'view' ? 'view' : 'finding' };
    }
    case 'write':
      return { kind: 'write', first: destination.range.start, second: destination.range.end };
    case 'source-line':
      return { kind: 'source-line', first: destination.line, path: destination.path };
    case 'stack-below':
    case 'freed':
      return { kind: destination.kind, first: toAddress(destination.address) };
    case 'detached':
      return { kind: 'event', first: engineEvents.indexOf('growth') };
    default:
      return destination satisfies never;
  }
}
