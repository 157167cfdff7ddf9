import { withUndeleted } from '../../trace/handles-at.ts';
import type { ByteRange } from '../../trace/memory-state.ts';
import { momentOf, type RunFacts } from '../../trace/moment-of.ts';
import { functionCodeOf, historyOf, type ReplayTrace } from '../../trace/replay-trace.ts';
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
import { LongSearch } from './long-search.ts';
import { Rerun, type RerunSource } from './rerun.ts';
import { RunSurvey } from './run-survey.ts';
import { historyInWholeRun, inWholeRun, stepsBefore } from './run-window.ts';
import { RunWindows, type WindowEngines } from './run-windows.ts';
import { pause } from './window-search.ts';

/** Of a step that is more than a window holds. Searches stop behind it. */
const cutStep = 'The step before did more than can be recorded at once: what is looked for may have happened in it.';

/** Milliseconds without a question after which the run is looked through further. */
const quiet = 250;

/**
 * A run that was longer than its recording. Its beginning is the recording's; any other part is recorded when it is
 * asked for, by running the program again.
 */
export class LongTrace implements Trace {
  readonly limit: string;
  readonly windows: RunWindows;
  /** The last step that the recording has completely: it may have ended in the middle of one. */
  readonly #recorded: number;
  readonly #survey: RunSurvey;
  readonly #search: LongSearch;
  #surveyed: Promise<void> | null = null;
  #isOver = false;

  constructor(
    readonly beginning: ReplayTrace,
    /** All steps of the run. */
    readonly steps: number,
    source: RerunSource,
    engines: WindowEngines,
    readonly facts: RunFacts,
  ) {
    this.#recorded = beginning.steps - 1;
    const checking = new Rerun(source, true);
    this.#survey = new RunSurvey(beginning.engine, this.#recorded, steps, checking, engines.passing);
    this.windows = new RunWindows(new Rerun(source, false), engines, this.#survey.lives, steps);
    const advance = () => this.#advance();
    this.#search = new LongSearch(beginning, this.#recorded, this.windows, this.#survey, advance);
    const shown = (this.#recorded + 1).toLocaleString('en');
    this.limit = `The first ${shown} steps are recorded; for a later one the program is run again up to there.`;
  }

  at(step: number): Promise<Moment> {
    this.#search.leave(step);
    return this.#at(step);
  }

  async #at(step: number): Promise<Moment> {
    if (step <= this.#recorded) return this.beginning.at(step);
    return this.windows.within(step, (window, engine, local) => {
      engine.seek(local);
      const raw = inWholeRun(engine.moment(), window);
      const findings = this.#survey.findings(step);
      const read = (address: number, length: number) => engine.read(address, length);
      const known = momentOf({ ...raw, findings }, this.facts, read, step);
      const told = findings.map((finding) => finding.known);
      const others = this.beginning.scriptFindings.filter((other) => other.known < step);
      const all = { ...known, findings: mergeFindings(known.findings, told, others) };
      const moment = step === this.steps ? withUndeleted(all) : all;
      if (local > stepsBefore(window)) return moment;
      return { ...moment, did: [cutStep], changes: [] };
    });
  }

  async read(step: number, { start, end }: ByteRange): Promise<Uint8Array> {
    if (step <= this.#recorded) return this.beginning.read(step, { start, end });
    return this.windows.within(step, (_window, engine, local) => {
      engine.seek(local);
      return engine.read(start, Math.max(0, end - start));
    });
  }

  find(from: number, direction: Direction, destinations: readonly Destination[]): Promise<number | null> {
    return this.#search.find(from, direction, destinations);
  }

  async findings(): Promise<readonly Finding[]> {
    await this.#lookThrough();
    return (await this.#at(this.steps)).findings;
  }

  boundary = () => this.beginning.boundary(this.steps);

  viewReads = () => this.beginning.viewReads();
  copies = (from: number, to: number) => this.beginning.copies(from, to);
  heapPeak = () => this.beginning.heapPeak();
  typeSize = (name: string) => this.beginning.typeSize(name);

  codeLines(path: string): Promise<readonly number[]> {
    return this.beginning.codeLines(path);
  }

  async overview(buckets: number): Promise<Overview> {
    void this.#lookThrough();
    return this.beginning.completed(this.#survey.overview(buckets), this.steps);
  }

  async history(step: number, range: ByteRange, most: number): Promise<History> {
    if (step <= this.#recorded) return this.beginning.history(step, range, most);
    return this.windows.within(step, (window, engine, local) => {
      const raw = engine.history(local, range.start, range.end, most);
      const whole = historyInWholeRun(raw, window, this.#survey.lives, () => engine.sites());
      return historyOf(whole, this.facts);
    });
  }

  async code(step: number, frame: number): Promise<FunctionCode | null> {
    if (step <= this.#recorded) return this.beginning.code(step, frame);
    return this.windows.within(step, (_window, engine, local) => {
      engine.seek(local);
      return functionCodeOf(engine, frame, this.facts.script, step);
    });
  }

  /** There is a newer trace of the run: this one is not looked through any further. */
  end(): void {
    this.#isOver = true;
    this.#search.leave(-1);
  }

  /** Looks through the whole run, while nothing else is asked. */
  #lookThrough(): Promise<void> {
    this.#surveyed ??= (async () => {
      while (!this.#survey.isWhole && !this.#isOver) {
        const { asked } = this.windows;
        await pause(quiet);
        if (asked === this.windows.asked) await this.#advance();
      }
    })();
    return this.#surveyed;
  }

  #advance(): Promise<void> {
    return this.windows.exclusively(async () => {
      await pause(0);
      await this.#survey.advance(this.windows.bytes.passing);
    });
  }
}
