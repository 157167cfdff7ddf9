import { withUndeleted } from '../../trace/handles-at.ts';
import type { ByteRange } from '../../trace/memory-state.ts';
import { momentOf, type RunFacts } from '../../trace/moment-of.ts';
import type { RawMoment, RawStep } from '../../trace/raw-moment.ts';
import type { ReplayEngine } from '../../trace/replay-engine.ts';
import { functionCodeOf, historyOf, type ReplayTrace, rawDestination } from '../../trace/replay-trace.ts';
import {
  type Destination,
  type Direction,
  type EventKind,
  eventKinds,
  type FunctionCode,
  type History,
  type Moment,
  type Overview,
  type Trace,
} from '../../trace/trace.ts';
import type { Rerun, RunWindow } from './rerun.ts';

/** Steps of one window, and those before it that it has too, so that its first step has one before it. */
const windowSteps = 200_000;
const overlap = 500;
/** Windows that one search looks through. */
const mostWindows = 8;

/**
 * A run that was longer than its recording. Its beginning is the recording's; any other part is recorded when it is
 * asked for, by running the program again.
 */
export class LongTrace implements Trace {
  readonly limit: string;
  #window: RunWindow | null = null;
  /** The first step that it is asked. */
  #first = 0;
  /** One rerun at a time: they share the engine that replays windows. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    readonly beginning: ReplayTrace,
    /** All steps of the run. */
    readonly steps: number,
    readonly rerun: Rerun,
    /** Replays the window. */
    readonly engine: ReplayEngine,
    readonly facts: RunFacts,
  ) {
    const shown = (this.#recorded + 1).toLocaleString('en');
    this.limit = `The first ${shown} steps are recorded; for a later one the program is run again up to there.`;
  }

  /** The last step that the recording has completely: it may have ended in the middle of one. */
  get #recorded(): number {
    return this.beginning.steps - 1;
  }

  async at(step: number): Promise<Moment> {
    if (step <= this.#recorded) return this.beginning.at(step);
    return this.#within(step, (window, local) => {
      const read = (address: number, length: number) => this.engine.read(address, length);
      this.engine.seek(local);
      const moment = momentOf(inWholeRun(this.engine.moment(), window), this.facts, read, step);
      return step === this.steps ? withUndeleted(moment) : moment;
    });
  }

  async read(step: number, { start, end }: ByteRange): Promise<Uint8Array> {
    if (step <= this.#recorded) return this.beginning.read(step, { start, end });
    return this.#within(step, (_window, local) => {
      this.engine.seek(local);
      return this.engine.read(start, Math.max(0, end - start));
    });
  }

  /** Looks as far as a few windows; then it answers the step that it has come to. */
  async find(from: number, direction: Direction, destinations: readonly Destination[]): Promise<number | null> {
    const forward = direction === 'forward';
    let step = from;
    for (let tries = 0; tries < mostWindows; tries++) {
      const found = await this.#findNear(step, forward, destinations);
      if (found.step !== null) return found.step;
      if (found.reached === (forward ? this.steps : 0)) return null;
      step = found.reached;
    }
    return step;
  }

  async overview(buckets: number): Promise<Overview> {
    const share = Math.max(1, Math.floor((buckets * this.beginning.steps) / this.steps));
    const { events, depths } = await this.beginning.overview(share);
    const padded = (list: readonly number[]) => [...list, ...new Array<number>(buckets - list.length).fill(0)];
    const all: Record<EventKind, readonly number[]> = { ...events };
    for (const kind of eventKinds) all[kind] = padded(events[kind]);
    return { events: all, depths: padded(depths) };
  }

  async history(step: number, range: ByteRange, most: number): Promise<History> {
    if (step <= this.#recorded) return this.beginning.history(step, range, most);
    return this.#within(step, (window, local) => {
      const raw = this.engine.history(local, range.start, range.end, most);
      return historyOf(raw, this.facts, (at) => globalStep(at, window));
    });
  }

  async code(step: number, frame: number): Promise<FunctionCode | null> {
    if (step <= this.#recorded) return this.beginning.code(step, frame);
    return this.#within(step, (_window, local) => {
      this.engine.seek(local);
      return functionCodeOf(this.engine, frame);
    });
  }

  codeLines(path: string): Promise<readonly number[]> {
    return this.beginning.codeLines(path);
  }

  /** The nearest step in the same window or in the beginning, or how far it has looked. */
  async #findNear(from: number, forward: boolean, destinations: readonly Destination[]) {
    if (forward ? from < this.#recorded : from <= this.#recorded) {
      const direction = forward ? 'forward' : 'back';
      const found = await this.beginning.find(from, direction, destinations);
      const fits = found !== null && found <= this.#recorded;
      return { step: fits ? found : null, reached: forward ? this.#recorded : 0 };
    }
    return this.#within(forward ? from + 1 : from - 1, (window, local) => {
      const start = forward ? Math.max(0, local - 1) : local + 1;
      const found = destinations
        .map((destination) => this.engine.find(start, forward, rawDestination(destination)))
        .filter((step) => step !== null && step >= window.before)
        .map((step) => globalStep(step ?? 0, window))
        .filter((step) => step <= window.to);
      const step = found.length === 0 ? null : forward ? Math.min(...found) : Math.max(...found);
      return { step, reached: forward ? window.to : Math.max(window.from, this.#recorded) };
    });
  }

  /** Asks the window that holds a step, told as the engine counts it; runs the program again when it is another one. */
  #within<Answer>(step: number, ask: (window: RunWindow, local: number) => Answer): Promise<Answer> {
    const answer = this.#turn.then(async () => {
      const known = this.#window;
      this.#window = null;
      const window = known && this.#first <= step && step <= known.to ? known : await this.#record(step);
      this.#window = window;
      return ask(window, step - window.from + window.before);
    });
    this.#turn = answer.catch(() => undefined);
    return answer;
  }

  /** Records a window that holds a step: a shorter one, nearer to it, where a usual one is full before it. */
  async #record(step: number): Promise<RunWindow> {
    const index = Math.floor((step - this.#recorded - 1) / windowSteps);
    const usual = Math.max(0, this.#recorded + 1 + index * windowSteps - overlap);
    for (const from of [usual, step - 1]) {
      this.#first = from + 1; // which has one before it
      const window = await this.rerun.record(from, windowSteps + overlap, this.engine);
      if (step <= window.to) return window;
    }
    this.#first = step;
    return this.rerun.record(step, windowSteps, this.engine);
  }
}

const globalStep = (local: number, { from, before }: RunWindow): number => local - before + from;

/** What the engine tells of a window, told of the whole run. */
function inWholeRun(raw: RawMoment, window: RunWindow): RawMoment {
  const shifted = (at: RawStep): RawStep => ({ ...at, step: globalStep(at.step, window) });
  return {
    ...raw,
    at: shifted(raw.at),
    before: raw.before && shifted(raw.before),
    output: raw.output + window.output,
    lastView: raw.lastView || window.lastView,
    growths: [...window.growths, ...raw.growths],
    stackLow: raw.stackLow === null ? window.stackLow : Math.min(raw.stackLow, window.stackLow),
    findings: raw.findings.map((finding) => ({
      ...finding,
      guilty: shifted(finding.guilty),
      cause: finding.cause && shifted(finding.cause),
    })),
  };
}
