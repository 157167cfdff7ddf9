import { type MeasurePlan, type MeasureReport, measureLimits, type Problem } from './measurement.ts';

/** How some calls in a row went. */
export type Timed =
  | { readonly milliseconds: number; readonly grownPages: number; readonly problem: null }
  | { readonly problem: Problem };

/** What variants run on. */
export interface Bench {
  readonly count: number;
  /** The smallest step of the clock, in milliseconds. */
  readonly resolution: number;
  /** Calls a variant so many times. */
  time(variant: number, calls: number): Promise<Timed>;
  /** Lets timers and messages through. */
  pause(): Promise<void>;
  report(report: MeasureReport): void;
}

// The realm's own, before a script may replace them. For the same reason nothing here calls a list's methods.
const { ceil, max, min } = Math;
const { setPrototypeOf } = Object;

/** A sample lasts so many steps of the clock, so that they make an error of one in a hundred; within these milliseconds. */
const stepsInSample = 100;
const shortestSample = 2;
const longestSample = 100;

/** Of a variant's time, what warming up takes at least and at most. */
const leastWarmUp = 0.1;
const mostWarmUp = 0.3;
/** Times have settled when three in a row differ by no more than this factor. */
const settledFactor = 1.05;

/** Rounds below which no interval can be told. They are made even if it takes longer, up to this many times the plan's time. */
const fewestRounds = 6;
const patience = 3;

/** A variant that makes memory grow in so many samples is left out: it would spoil the others. */
const mostGrowths = 3;

/**
 * Runs variants side by side: warms each up until its times settle, then takes samples in rounds (A B C, B C A, C A B, …),
 * each of so many calls that it lasts well above the clock's resolution. What happens is reported as it comes.
 */
export async function runVariants(bench: Bench, plan: MeasurePlan): Promise<void> {
  const { least, most } = measureLimits;
  const each = plan.millisecondsEach > least ? min(most, plan.millisecondsEach) : least;
  const sample = max(shortestSample, min(longestSample, stepsInSample * bench.resolution));
  const entries = setPrototypeOf([], null) as Entry[];
  for (let index = 0; index < bench.count; index++) entries[index] = new Entry(bench, index, sample);
  for (let index = 0; index < plan.leftOut.length; index++) {
    const entry = entries[plan.leftOut[index] ?? -1];
    if (entry) entry.isOut = true;
  }
  let spent = 0;
  for (let index = 0; index < bench.count; index++) spent += (await entries[index]?.warmUp(each)) ?? 0;
  const planned = each * bench.count;
  for (let round = 0; round < measureLimits.rounds; round++) {
    const limit = round === 0 ? Number.POSITIVE_INFINITY : round < fewestRounds ? patience * planned : planned;
    if (spent >= limit) return;
    let taken = 0;
    for (let place = 0; place < bench.count; place++) {
      const entry = entries[(round + place) % bench.count];
      if (!entry || entry.isOut) continue;
      spent += await entry.sample(round);
      taken++;
    }
    if (taken === 0) return;
    await bench.pause();
  }
}

/** One variant while it is measured. */
class Entry {
  isOut = false;
  #calls = 1;
  #growths = 0;

  constructor(
    readonly bench: Bench,
    readonly index: number,
    /** Milliseconds that a sample should last. */
    readonly target: number,
  ) {}

  /** Returns the milliseconds that it took. */
  async warmUp(each: number): Promise<number> {
    let [spent, calls, settled, firstMilliseconds] = [0, 0, false, 0];
    // Milliseconds a call of the last samples.
    let [last, before] = [0, 0];
    while (!this.isOut && !settled && spent < mostWarmUp * each) {
      const made = this.#calls;
      const milliseconds = await this.#run();
      if (milliseconds === null) break;
      if (calls === 0) firstMilliseconds = milliseconds;
      spent += milliseconds;
      calls += made;
      if (milliseconds < this.target / 2 && made < measureLimits.calls) continue;
      const now = milliseconds / made;
      const isSame = max(now, last, before) <= settledFactor * min(now, last, before);
      settled = isSame && spent >= leastWarmUp * each;
      [before, last] = [last, now];
    }
    const warmUp = { calls, milliseconds: spent, firstMilliseconds, settled };
    if (!this.isOut) this.bench.report({ kind: 'warmed-up', variant: this.index, ...warmUp });
    return spent;
  }

  /** Takes a sample, and returns its milliseconds. */
  async sample(round: number): Promise<number> {
    const calls = this.#calls;
    const milliseconds = await this.#run();
    if (milliseconds === null) return 0;
    this.bench.report({ kind: 'sample', variant: this.index, round, calls, milliseconds });
    return milliseconds;
  }

  /** Null when that was the variant's end. */
  async #run(): Promise<number | null> {
    const { bench, index } = this;
    bench.report({ kind: 'running', variant: index });
    const timed = await bench.time(index, this.#calls);
    if (timed.problem !== null) return this.#leaveOut(timed.problem);
    const { milliseconds, grownPages } = timed;
    if (grownPages > 0) {
      bench.report({ kind: 'grew', variant: index, pages: grownPages });
      if (++this.#growths >= mostGrowths) return this.#leaveOut({ kind: 'keeps-growing' });
    }
    this.#calls = callsAfter(this.#calls, milliseconds, this.target);
    return milliseconds;
  }

  #leaveOut(problem: Problem): null {
    this.isOut = true;
    this.bench.report({ kind: 'left-out', variant: this.index, problem });
    return null;
  }
}

/** How many calls the next sample is made of, so that it lasts `target` milliseconds; at most ten times as many. */
export function callsAfter(calls: number, milliseconds: number, target: number): number {
  const wanted = milliseconds > 0 ? ceil((calls * target) / milliseconds) : calls * 10;
  return max(1, min(wanted, calls * 10, measureLimits.calls));
}
