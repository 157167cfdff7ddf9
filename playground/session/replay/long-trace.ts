import { crossingSteps, isCrossing, nearestStep } from '../../trace/crossing-moves.ts';
import { withUndeleted } from '../../trace/handles-at.ts';
import type { ByteRange } from '../../trace/memory-state.ts';
import { momentOf, type RunFacts } from '../../trace/moment-of.ts';
import type { RawDestination } from '../../trace/raw-moment.ts';
import type { ReplayEngine } from '../../trace/replay-engine.ts';
import { functionCodeOf, historyOf, type ReplayTrace, rawDestination } from '../../trace/replay-trace.ts';
import { mergeFindings } from '../../trace/script-findings.ts';
import type {
  Destination,
  Direction,
  Finding,
  FunctionCode,
  History,
  Moment,
  Overview,
  Trace,
} from '../../trace/trace.ts';
import { Rerun, type RerunSource } from './rerun.ts';
import { markedAt, RunSurvey } from './run-survey.ts';
import { historyInWholeRun, inWholeRun, localStep, type RunWindow, stepsBefore } from './run-window.ts';
import { type AskWindow, nearest, nearestIn, neighbour, pause, WindowSearch } from './window-search.ts';

/** Steps of a window that is shown, and those before the one that is asked for. */
const windowSteps = 100_000;
const overlap = 500;
/** Milliseconds without a question after which the run is looked through further. */
const quiet = 250;

/** Engines that replay windows: of what is shown, and of what is looked through. */
export interface WindowEngines {
  readonly shown: ReplayEngine;
  readonly passing: ReplayEngine;
}

/**
 * A run that was longer than its recording. Its beginning is the recording's; any other part is recorded when it is
 * asked for, by running the program again.
 */
export class LongTrace implements Trace {
  readonly limit: string;
  /** Bytes of log after which a window ends early, one step being much work of a library; of one that is looked through. */
  windowBytes = { shown: 32_000_000, passing: 48_000_000 };
  /** The last step that the recording has completely: it may have ended in the middle of one. */
  readonly #recorded: number;
  readonly #rerun: Rerun;
  readonly #survey: RunSurvey;
  #window: RunWindow | null = null;
  /** Steps of which each was more than a window holds. */
  readonly #heavy = new Set<number>();
  /** One rerun at a time: they share engines. */
  #turn: Promise<unknown> = Promise.resolve();
  #asked = 0;
  #search = 0;
  #searchedFrom = -1;
  #surveyed: Promise<void> | null = null;
  #isOver = false;

  constructor(
    readonly beginning: ReplayTrace,
    /** All steps of the run. */
    readonly steps: number,
    source: RerunSource,
    readonly engines: WindowEngines,
    readonly facts: RunFacts,
  ) {
    this.#recorded = beginning.steps - 1;
    this.#rerun = new Rerun(source, false);
    const checking = new Rerun(source, true);
    this.#survey = new RunSurvey(beginning.engine, this.#recorded, steps, checking, engines.passing);
    const shown = (this.#recorded + 1).toLocaleString('en');
    this.limit = `The first ${shown} steps are recorded; for a later one the program is run again up to there.`;
  }

  at(step: number): Promise<Moment> {
    if (step !== this.#searchedFrom) this.#search++; // nobody waits for what is searched elsewhere
    return this.#at(step);
  }

  async #at(step: number): Promise<Moment> {
    if (step <= this.#recorded) return this.beginning.at(step);
    return this.#within(step, (window, engine, local) => {
      engine.seek(local);
      const raw = inWholeRun(engine.moment(), window);
      const findings = this.#survey.findings(step);
      const read = (address: number, length: number) => engine.read(address, length);
      const known = momentOf({ ...raw, findings }, this.facts, read, step);
      const told = findings.map((finding) => finding.known);
      const all = { ...known, findings: mergeFindings(known.findings, told, this.beginning.scriptFindings) };
      const moment = step === this.steps ? withUndeleted(all) : all;
      if (local > stepsBefore(window)) return moment;
      return { ...moment, did: ['The step before did more than can be recorded at once.'], changes: [] };
    });
  }

  async read(step: number, { start, end }: ByteRange): Promise<Uint8Array> {
    if (step <= this.#recorded) return this.beginning.read(step, { start, end });
    return this.#within(step, (_window, engine, local) => {
      engine.seek(local);
      return engine.read(start, Math.max(0, end - start));
    });
  }

  /** Null also when something else was asked meanwhile: nobody waits for the answer then. */
  async find(from: number, direction: Direction, destinations: readonly Destination[]): Promise<number | null> {
    const mine = ++this.#search;
    this.#searchedFrom = from;
    const forward = direction === 'forward';
    if (destinations.some(isCrossing)) return nearestStep(crossingSteps(this), from, forward);
    const raw = destinations.map(rawDestination);
    if (raw.some(({ kind }) => kind === 'line')) return neighbour(from, forward, this.steps);
    const wanted = raw.filter(({ kind }) => kind !== 'finding');
    const found =
      wanted.length > 0 ? await this.#find(from, forward, await this.#withDepths(wanted, from), mine) : null;
    if (wanted.length === raw.length || this.#search !== mine) return found;
    const finding = await this.#findFinding(from, forward, mine);
    if (found === null || finding === null) return found ?? finding;
    return forward ? Math.min(found, finding) : Math.max(found, finding);
  }

  async findings(): Promise<readonly Finding[]> {
    await this.#lookThrough();
    return (await this.#at(this.steps)).findings;
  }

  boundary = () => this.beginning.boundary(this.steps);

  codeLines(path: string): Promise<readonly number[]> {
    return this.beginning.codeLines(path);
  }

  async overview(buckets: number): Promise<Overview> {
    void this.#lookThrough();
    return this.beginning.completed(this.#survey.overview(buckets), this.steps);
  }

  async history(step: number, range: ByteRange, most: number): Promise<History> {
    if (step <= this.#recorded) return this.beginning.history(step, range, most);
    return this.#within(step, (window, engine, local) => {
      const raw = engine.history(local, range.start, range.end, most);
      return historyOf(historyInWholeRun(raw, window), this.facts);
    });
  }

  async code(step: number, frame: number): Promise<FunctionCode | null> {
    if (step <= this.#recorded) return this.beginning.code(step, frame);
    return this.#within(step, (_window, engine, local) => {
      engine.seek(local);
      return functionCodeOf(engine, frame);
    });
  }

  /** There is a newer trace of the run: this one is not looked through any further. */
  end(): void {
    this.#isOver = true;
    this.#search++;
  }

  // Searches.

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
    if (step <= this.#recorded) {
      this.beginning.engine.seek(step);
      return this.beginning.engine.moment().depth;
    }
    return this.#within(step, (_window, engine, local) => {
      engine.seek(local);
      return engine.moment().depth;
    });
  }

  async #find(from: number, forward: boolean, destinations: readonly RawDestination[], mine: number) {
    const search = new WindowSearch(this.#askFor(mine), destinations, this.windowBytes.passing);
    const { engine } = this.beginning;
    if (forward) {
      const early = from < this.#recorded ? nearest(engine, from, true, destinations) : null;
      if (early !== null && early <= this.#recorded) return early;
      const near = this.#inShown(from, true, destinations);
      if (near.found !== null) return near.found;
      return search.forward(Math.max(near.reached, this.#recorded), this.steps);
    }
    if (from > this.#recorded + 1) {
      const near = this.#inShown(from, false, destinations);
      const late = near.found ?? (await search.back(this.#recorded, near.reached));
      if (late !== null) return late;
      if (this.#search !== mine) return null;
    }
    return nearest(engine, Math.min(from, this.#recorded + 1), false, destinations);
  }

  /** The nearest one in the window that is shown, and how far that reaches. */
  #inShown(from: number, forward: boolean, destinations: readonly RawDestination[]) {
    const window = this.#window;
    if (!window || from < window.from || from > window.to) return { found: null, reached: from };
    const between = forward ? ([from, window.to + 1] as const) : ([window.from, from] as const);
    const found = nearestIn(window, this.engines.shown, between, forward, destinations);
    return { found, reached: forward ? window.to : Math.max(window.from, this.#recorded) + 1 };
  }

  #askFor(mine: number): AskWindow {
    return (from, size, ask) =>
      this.#exclusively(async () => {
        await pause(0); // newer questions come in
        if (this.#search !== mine) return null;
        const window = await this.#rerun.record(
          from,
          size,
          { lives: this.#survey.lives, lines: [] },
          this.engines.passing,
        );
        return ask(window, this.engines.passing);
      });
  }

  async #findFinding(from: number, forward: boolean, mine: number): Promise<number | null> {
    // Leaks are known in the end alone, and lie anywhere before.
    while (!this.#survey.isWhole && this.#search === mine && !this.#isOver) await this.#advance();
    const steps = this.#survey.findings(this.steps + 1).map((finding) => markedAt(finding) + 1);
    steps.push(...this.beginning.scriptFindings.map(({ known }) => known + 1));
    const fitting = steps.filter((step) => (forward ? step > from : step < from));
    if (fitting.length === 0 || this.#search !== mine) return null;
    return forward ? Math.min(...fitting) : Math.max(...fitting);
  }

  // Windows.

  /** Looks through the whole run, while nothing else is asked. */
  #lookThrough(): Promise<void> {
    this.#surveyed ??= (async () => {
      while (!this.#survey.isWhole && !this.#isOver) {
        const asked = this.#asked;
        await pause(quiet);
        if (asked === this.#asked) await this.#advance();
      }
    })();
    return this.#surveyed;
  }

  #advance(): Promise<void> {
    return this.#exclusively(async () => {
      await pause(0);
      await this.#survey.advance(this.windowBytes.passing);
    });
  }

  /** Asks the window that holds a step, told as the engine counts it; runs the program again when it is another one. */
  #within<Answer>(
    step: number,
    ask: (window: RunWindow, engine: ReplayEngine, local: number) => Answer,
  ): Promise<Answer> {
    this.#asked++;
    return this.#exclusively(async () => {
      const known = this.#window;
      this.#window = null;
      const window = known && this.#has(known, step) ? known : await this.#record(step);
      this.#window = window;
      return ask(window, this.engines.shown, localStep(step, window));
    });
  }

  /** Whether a window tells all of a step: what the one before did, too, where that can be recorded. */
  #has(window: RunWindow, step: number): boolean {
    const isFirst = step === window.from && window.from > 0 && !this.#heavy.has(step - 1);
    // What runs next at the end of a window is told by the next one alone.
    const last = window.isCut || window.to === this.steps ? window.to : window.to - 1;
    return step >= window.from && step <= last && !isFirst;
  }

  #record(step: number): Promise<RunWindow> {
    let from = Math.max(0, step - overlap);
    for (const heavy of this.#heavy) if (heavy < step) from = Math.max(from, heavy + 1);
    const size = { wanted: step, steps: step - from + windowSteps, bytes: this.windowBytes.shown };
    const before = { lives: this.#survey.lives, lines: [] };
    return this.#rerun.record(from, size, before, this.engines.shown).then((window) => {
      for (const passed of window.passed) this.#heavy.add(passed);
      if (window.isCut) this.#heavy.add(window.to);
      return window;
    });
  }

  /** One after the other; others may ask in between. */
  #exclusively<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    const answer = this.#turn.then(act);
    this.#turn = answer.catch(() => undefined);
    return answer;
  }
}
