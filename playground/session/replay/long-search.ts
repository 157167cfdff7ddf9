import { crossingSteps, isCrossing, nearestStep } from '../../trace/crossing-moves.ts';
import type { RawDestination } from '../../trace/raw-moment.ts';
import { nearestOf, type ReplayTrace, rawDestination } from '../../trace/replay-trace.ts';
import { findInScript } from '../../trace/script-moves.ts';
import type { Destination, Direction } from '../../trace/trace.ts';
import { markedAt, type RunSurvey } from './run-survey.ts';
import type { RunWindows } from './run-windows.ts';
import { type AskWindow, nearest, nearestIn, neighbour, pause, WindowSearch } from './window-search.ts';

/** Searches a run that was longer than its recording: in the recording, in the window that is shown, in all others. */
export class LongSearch {
  /** The newest search: nobody waits for older ones. */
  #search = 0;
  #from = -1;

  constructor(
    readonly beginning: ReplayTrace,
    /** The last step that the recording has completely. */
    readonly recorded: number,
    readonly windows: RunWindows,
    readonly survey: RunSurvey,
    /** Looks through more of the run. */
    readonly advance: () => Promise<void>,
  ) {}

  /** Nobody waits for what is searched now, unless it starts at this step. */
  leave(step: number): void {
    if (step !== this.#from) this.#search++;
  }

  /** Null also when something else was asked meanwhile: nobody waits for the answer then. */
  async find(from: number, direction: Direction, destinations: readonly Destination[]): Promise<number | null> {
    const mine = ++this.#search;
    this.#from = from;
    const forward = direction === 'forward';
    const { steps } = this.windows;
    if (destinations.some(isCrossing))
      return nearestStep(crossingSteps({ facts: this.beginning.facts, steps }), from, forward);
    if (destinations.some(({ kind }) => kind === 'line')) return neighbour(from, forward, steps);
    const inScripts: (number | null)[] = [];
    const raw: RawDestination[] = [];
    for (const destination of destinations) {
      const found = await this.#findInScript(from, forward, destination, mine);
      if (found === undefined) raw.push(rawDestination(destination));
      else inScripts.push(found);
    }
    const wanted = raw.filter(({ kind }) => kind !== 'finding');
    const found = await this.#findAny(from, forward, wanted, mine);
    if (wanted.length === raw.length || this.#search !== mine) return nearestOf([found, ...inScripts], forward);
    return nearestOf([found, ...inScripts, await this.#findFinding(from, forward, mine)], forward);
  }

  /** What scripts told of the whole run answers at once, but where the way leads back into the program. */
  async #findInScript(from: number, forward: boolean, destination: Destination, mine: number) {
    const { script } = this.beginning.facts;
    if (!script) return undefined;
    let asked: number | null = null;
    const found = findInScript(script, from, forward, destination, (start) => {
      asked = start;
      return null;
    });
    if (found === undefined || asked === null) return found;
    return nearestOf([found, await this.#findAny(asked, forward, [{ kind: 'line-over' }], mine)], forward);
  }

  async #findAny(from: number, forward: boolean, wanted: readonly RawDestination[], mine: number) {
    return wanted.length === 0 ? null : this.#find(from, forward, await this.#withDepths(wanted, from), mine);
  }

  /** Frames count from where one starts: in other windows only their number is the same. */
  async #withDepths(raw: readonly RawDestination[], from: number): Promise<readonly RawDestination[]> {
    const isDeep = ({ kind }: RawDestination) => kind === 'line-over' || kind === 'out';
    if (!raw.some(isDeep)) return raw;
    const depth = await this.#depthAt(from);
    return raw.flatMap((to) => {
      if (!isDeep(to)) return [to];
      const first = to.kind === 'out' ? depth - 1 : depth;
      return first < 0 ? [] : [{ kind: 'depth', first }];
    });
  }

  async #depthAt(step: number): Promise<number> {
    if (step <= this.recorded) {
      this.beginning.engine.seek(step);
      return this.beginning.engine.moment().depth;
    }
    return this.windows.within(step, (_window, engine, local) => {
      engine.seek(local);
      return engine.moment().depth;
    });
  }

  async #find(from: number, forward: boolean, destinations: readonly RawDestination[], mine: number) {
    const search = new WindowSearch(this.#askFor(mine), destinations, this.windows.bytes.passing);
    const { recorded } = this;
    const { engine } = this.beginning;
    if (forward) {
      const early = from < recorded ? nearest(engine, from, true, destinations) : null;
      if (early !== null && early <= recorded) return early;
      const near = this.#inShown(from, true, destinations);
      if (near.found !== null) return near.found;
      return search.forward(Math.max(near.reached, recorded), this.windows.steps);
    }
    if (from > recorded + 1) {
      const near = this.#inShown(from, false, destinations);
      const late = near.found ?? (await search.back(recorded, near.reached));
      if (late !== null) return late;
      if (this.#search !== mine) return null;
    }
    return nearest(engine, Math.min(from, recorded + 1), false, destinations);
  }

  /** The nearest one in the window that is shown, and how far that reaches. */
  #inShown(from: number, forward: boolean, destinations: readonly RawDestination[]) {
    const { shown: window, engines } = this.windows;
    if (!window || from < window.from || from > window.to) return { found: null, reached: from };
    const between = forward ? ([from, window.to + 1] as const) : ([window.from, from] as const);
    const found = nearestIn(window, engines.shown, between, forward, destinations);
    return { found, reached: forward ? window.to : Math.max(window.from, this.recorded) + 1 };
  }

  #askFor(mine: number): AskWindow {
    return (from, size, ask) =>
      this.windows.exclusively(async () => {
        await pause(0); // newer questions come in
        if (this.#search !== mine) return null;
        return ask(await this.windows.pass(from, size), this.windows.engines.passing);
      });
  }

  async #findFinding(from: number, forward: boolean, mine: number): Promise<number | null> {
    // Leaks are known in the end alone, and lie anywhere before.
    while (!this.survey.isWhole && this.#search === mine) await this.advance();
    const steps = this.survey.findings(this.windows.steps + 1).map((finding) => markedAt(finding) + 1);
    steps.push(...this.beginning.scriptFindings.map(({ known }) => known + 1));
    const fitting = steps.filter((step) => (forward ? step > from : step < from));
    if (fitting.length === 0 || this.#search !== mine) return null;
    return forward ? Math.min(...fitting) : Math.max(...fitting);
  }
}
