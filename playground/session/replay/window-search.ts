import type { RawDestination } from '../../trace/raw-moment.ts';
import type { ReplayEngine } from '../../trace/replay-engine.ts';
import type { WindowSize } from './rerun.ts';
import { localStep, type RunWindow, runStep, stepsBefore, timesMore } from './run-window.ts';

/** Steps of the first window of a search backwards. Later ones are longer. */
const firstSteps = 200_000;

/** Records a window and asks it, while nobody else does; null when the answer is not wanted any more. */
export type AskWindow = <Answer>(
  from: number,
  size: WindowSize,
  ask: (window: RunWindow, engine: ReplayEngine) => Answer,
) => Promise<Answer | null>;

interface Looked {
  readonly found: number | null;
  /** The step up to which the window was looked through. */
  readonly reached: number;
}

/** The nearest step of an engine that fits one of the destinations. */
export function nearest(
  engine: ReplayEngine,
  from: number,
  forward: boolean,
  destinations: readonly RawDestination[],
): number | null {
  const found = destinations.map((to) => engine.find(from, forward, to)).filter((step) => step !== null);
  if (found.length === 0) return null;
  return forward ? Math.min(...found) : Math.max(...found);
}

/** The nearest step of a window between two steps of the run, both excluded. */
export function nearestIn(
  window: RunWindow,
  engine: ReplayEngine,
  [low, high]: readonly [low: number, high: number],
  forward: boolean,
  destinations: readonly RawDestination[],
): number | null {
  const from = localStep(forward ? low : high, window);
  const found = nearest(engine, Math.max(from, stepsBefore(window)), forward, destinations);
  // What happened before its first step a window does not know.
  if (found === null || found <= stepsBefore(window)) return null;
  const step = runStep(found, window);
  return step > low && step < high ? step : null;
}

/** Searches the part of a run that lies after its recording, window after window, away from where it starts. */
export class WindowSearch {
  constructor(
    readonly ask: AskWindow,
    readonly destinations: readonly RawDestination[],
    /** Bytes of log of one window. */
    readonly bytes: number,
  ) {}

  /** The first step after `from` that fits; null when there is none up to the last one, or nobody waits for it any more. */
  async forward(from: number, last: number): Promise<number | null> {
    for (let at = from; at < last; ) {
      const looked = await this.#look(at, last + 1, true);
      if (!looked || looked.found !== null) return looked?.found ?? null;
      at = looked.reached;
    }
    return null;
  }

  /** The last step between `low` and `high` that fits, the nearest ones first. */
  async back(low: number, high: number): Promise<number | null> {
    let steps = firstSteps;
    for (let end = high; end > low + 1; ) {
      const start = Math.max(low, end - steps);
      let last: number | null = null;
      let windows = 0;
      for (let at = start; at < end - 1; windows++) {
        const looked = await this.#look(at, end, false);
        if (!looked) return null;
        last = looked.found ?? last;
        at = looked.reached;
      }
      if (last !== null) return last;
      end = start + 1;
      steps = windows > 1 ? Math.ceil(steps / windows) : steps * 2;
    }
    return null;
  }

  /** Looks at the steps after `low` and before `high`, as far as a window goes. */
  async #look(low: number, high: number, forward: boolean): Promise<Looked | null> {
    const size = { wanted: low, steps: high - low };
    const looked = await this.ask(low, { ...size, bytes: this.bytes }, (window, engine) =>
      this.#through(window, engine, low, high, forward),
    );
    if (!looked || looked.found !== null || looked.reached > low) return looked;
    return this.ask(low, { ...size, bytes: this.bytes * timesMore }, (window, engine) => {
      const { found, reached } = this.#through(window, engine, low, high, forward);
      // The rest of that step nobody can record: what is looked for may be in it, and would be known at the next one.
      const isUnknown = window.isCut && reached === low && low + 1 < high && this.#areEvents();
      return { found: found ?? (isUnknown ? low + 1 : null), reached: Math.max(reached, low + 1) };
    });
  }

  /** Whether what is looked for happens within steps, and is not a step itself. */
  #areEvents(): boolean {
    return this.destinations.some(({ kind }) => !['depth', 'source-line'].includes(kind));
  }

  #through(window: RunWindow, engine: ReplayEngine, low: number, high: number, forward: boolean): Looked {
    // The beginning of a step that was cut tells what happened before the next one, but not where that is.
    const isEvent = this.destinations.every(({ kind }) => kind !== 'depth');
    const end = window.isCut && isEvent && window.to === low ? window.to + 2 : window.to + 1;
    const found = nearestIn(window, engine, [low, Math.min(high, end)], forward, this.destinations);
    return { found, reached: window.to };
  }
}

/** The step after or before one; null where there is none. */
export function neighbour(from: number, forward: boolean, last: number): number | null {
  const next = forward ? from + 1 : from - 1;
  return next < 0 || next > last ? null : next;
}

/** Lets messages that have come be taken. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
