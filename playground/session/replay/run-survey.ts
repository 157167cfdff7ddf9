import type { RawFinding } from '../../trace/raw-moment.ts';
import type { RawSurvey } from '../../trace/raw-survey.ts';
import type { ReplayEngine } from '../../trace/replay-engine.ts';
import { type EngineEventKind, type EngineOverview, engineEventKinds } from '../../trace/trace.ts';
import { BlockLives } from './block-lives.ts';
import type { Rerun } from './rerun.ts';
import { blockId, inWholeRun, knownStep, localStep, type RunWindow, timesMore } from './run-window.ts';

/** Parts of the run of which events are counted, at most. */
const mostParts = 4096;
const unlimited = 0xffff_fff0;

/**
 * Looks through a run that is longer than its recording, window after window from where the recording ends, and keeps
 * what is small: how often things happened, who allocated and freed each block, what went wrong.
 */
export class RunSurvey {
  readonly lives = new BlockLives();
  readonly #partSteps: number;
  readonly #events: Record<EngineEventKind, number[]>;
  readonly #depths: number[] = [];
  readonly #findings: RawFinding[] = [];
  #lines: readonly (number | null)[];
  #known: number;

  constructor(
    beginning: ReplayEngine,
    /** The last step that the recording has completely. */
    recorded: number,
    /** All steps of the run. */
    readonly steps: number,
    readonly rerun: Rerun,
    /** Replays each window. */
    readonly engine: ReplayEngine,
  ) {
    this.#partSteps = Math.ceil(steps / mostParts);
    this.#events = Object.fromEntries(engineEventKinds.map((kind) => [kind, [] as number[]])) as Record<
      EngineEventKind,
      number[]
    >;
    this.#known = recorded;
    const told = beginning.survey(0, this.#partSteps, recorded);
    this.#lines = told.lines;
    this.#count(told, 0);
    this.lives.take(
      told,
      (id) => id,
      (step) => step,
    );
    beginning.seek(beginning.steps);
    this.#add(beginning.moment().findings.filter(({ known }) => known < recorded));
  }

  /** The step up to which everything is known. */
  get known(): number {
    return this.#known;
  }

  get isWhole(): boolean {
    return this.#known >= this.steps;
  }

  /** What went wrong and became known before a step. */
  findings(step: number): readonly RawFinding[] {
    return this.#findings.filter(({ known }) => known < step);
  }

  overview(buckets: number): EngineOverview {
    const bucketOf = (part: number) =>
      Math.min(buckets - 1, Math.floor((part * this.#partSteps * buckets) / Math.max(1, this.steps)));
    const gathered = (list: readonly number[], join: (one: number, other: number) => number) => {
      const all = new Array<number>(buckets).fill(0);
      // Parts in which nothing happened may be missing.
      for (const [part, count = 0] of list.entries()) all[bucketOf(part)] = join(all[bucketOf(part)] ?? 0, count);
      return all;
    };
    const marks = gathered([], Math.max);
    for (const finding of this.#findings) {
      const bucket = Math.min(buckets - 1, Math.floor(((markedAt(finding) + 1) * buckets) / Math.max(1, this.steps)));
      marks[bucket] = (marks[bucket] ?? 0) + 1;
    }
    const sum = (one: number, other: number) => one + other;
    const events = engineEventKinds.map((kind) => [kind, gathered(this.#events[kind], sum)] as const);
    return {
      events: { ...(Object.fromEntries(events) as Record<EngineEventKind, number[]>), finding: marks },
      depths: gathered(this.#depths, Math.max),
      known: this.#known,
    };
  }

  /** Looks through the next window, of so many bytes of log. */
  async advance(bytes: number): Promise<void> {
    if (this.isWhole) return;
    const from = this.#known;
    let window = await this.#record(from, bytes);
    if (window.isCut && window.to === from) window = await this.#record(from, bytes * timesMore);
    const { engine } = this;
    // What is cut is looked through again with the next window, unless it is all that a window can hold.
    const until = Math.max(window.to, from + 1);
    const told = engine.survey(from % this.#partSteps, this.#partSteps, localStep(until, window));
    this.#count(told, Math.floor(from / this.#partSteps));
    this.lives.take(
      told,
      (id) => blockId(id, window),
      (step) => knownStep(step, window),
    );
    this.#lines = told.lines.map((line) => knownStep(line, window));
    engine.seek(engine.steps);
    const { findings } = inWholeRun(engine.moment(), window);
    this.#add(findings.filter(({ known }) => known < until).map(withoutRest));
    this.#known = until;
  }

  #record(from: number, bytes: number): Promise<RunWindow> {
    const before = { lives: this.lives, lines: this.#lines };
    return this.rerun.record(from, { wanted: from, steps: unlimited, bytes }, before, this.engine);
  }

  #count({ events, depths }: RawSurvey, firstPart: number): void {
    for (const kind of engineEventKinds) {
      for (const [part, count] of events[kind].entries()) {
        this.#events[kind][firstPart + part] = (this.#events[kind][firstPart + part] ?? 0) + count;
      }
    }
    for (const [part, depth] of depths.entries()) {
      this.#depths[firstPart + part] = Math.max(this.#depths[firstPart + part] ?? 0, depth);
    }
  }

  /** What a line does wrong again and again is one finding; so is what is done to one block: as in the engine's list. */
  #add(found: readonly RawFinding[]): void {
    for (const finding of found) {
      if (this.#findings.some(({ kind }) => kind === 'stack-overflow')) return; // all that follows comes of it
      const known = this.#findings.findIndex((other) => isSame(finding, other));
      const first = this.#findings[known];
      if (!first) this.#findings.push(finding);
      else this.#findings[known] = joined(first, finding);
    }
  }
}

/** Where a finding is marked on the way through the run: a leak is made where its block was allocated. */
export const markedAt = ({ kind, guilty, known }: RawFinding): number => (kind === 'leak' ? guilty.step : known);

/** Pointers to a leaked block may have been lost long before the window in which the run ends. */
const withoutRest = (found: RawFinding): RawFinding =>
  found.kind === 'leak' && !found.cause ? { ...found, isPartlyRecorded: true } : found;

function isSame(finding: RawFinding, other: RawFinding): boolean {
  if (finding.kind !== other.kind) return false;
  const [one, two] = [finding.guilty.place, other.guilty.place];
  if (one && two && one.path === two.path && one.line === two.line) return true;
  if (finding.kind === 'use-after-free' && finding.access !== other.access) return false;
  return finding.block !== null && finding.block[0] === other.block?.[0];
}

function joined(first: RawFinding, later: RawFinding): RawFinding {
  const size = first.kind === 'leak' ? first.size + later.size : first.size;
  return { ...first, size, times: first.times + later.times };
}
