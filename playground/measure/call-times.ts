import { timeInWords } from './measure-words.ts';
import { ascending, median } from './statistics.ts';

/** How long calls of one kind took, and copies that one function made, in runs that nobody watches. Times are milliseconds. */
export interface CallKind {
  /** `in`: of the program; `out`: of what it imports; `glue`: of the glue; `copy`: by a function that copies. */
  readonly way: 'in' | 'out' | 'glue' | 'copy';
  readonly name: string;
  /** Calls in all runs, and the time of all of them. */
  readonly calls: number;
  readonly milliseconds: number;
  /** Of the first calls, one by one. */
  readonly samples: readonly number[];
}

/** What is known of one or several equal runs. */
export interface CallTimes {
  readonly runs: number;
  /** The smallest step of the clock. */
  readonly resolution: number;
  /** What taking one time adds to the time of what is around it. */
  readonly overhead: number;
  readonly kinds: readonly CallKind[];
}

/** Bounds of what is timed. */
export const callTimeLimits = {
  kinds: 200,
  /** Calls of a kind that are kept one by one, in one run. */
  samples: 100,
} as const;

/** How long a call takes. */
export type CallTime =
  | { readonly kind: 'median' | 'mean'; readonly milliseconds: number }
  /** Faster than the clock can tell: less than this, or less than the clock's smallest step. */
  | { readonly kind: 'less-than'; readonly milliseconds: number };

/** Steps of the clock that a time lasts which is told by itself: its error is one in ten. */
const tellingSteps = 10;
/**
 * Standard deviation of the difference of two readings of a clock that goes in steps, in steps, at most: it is one step or
 * none, as often as not.
 */
const readingError = 0.5;
/** Standard deviations of which 95 % of errors are no greater. */
const confidence = 2;
/** The greatest error of a mean that is told, as a part of it. */
const tellingError = 0.25;

/** How long one call of a kind takes, as far as a clock of such steps can tell. */
export function callTime({ calls, milliseconds, samples }: CallKind, resolution: number): CallTime {
  const middle = samples.length > 0 ? median(ascending(samples)) : 0;
  if (middle >= tellingSteps * resolution) return { kind: 'median', milliseconds: middle };
  const error = confidence * readingError * resolution * Math.sqrt(calls);
  if (milliseconds * tellingError >= error) return { kind: 'mean', milliseconds: milliseconds / calls };
  return { kind: 'less-than', milliseconds: Math.min(resolution, twoDigitsUp((milliseconds + error) / calls)) };
}

/** The next number of two digits that is no smaller. */
function twoDigitsUp(value: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.ceil(value / unit) * unit;
}

/** Both together. */
export function addCallTimes(one: CallTimes | null, other: CallTimes): CallTimes {
  if (!one) return other;
  const key = ({ way, name }: CallKind) => `${way} ${name}`;
  const others = new Map(other.kinds.map((kind) => [key(kind), kind]));
  const both = one.kinds.map((kind) => {
    const more = others.get(key(kind));
    others.delete(key(kind));
    if (!more) return kind;
    return {
      ...kind,
      calls: kind.calls + more.calls,
      milliseconds: kind.milliseconds + more.milliseconds,
      samples: [...kind.samples, ...more.samples],
    };
  });
  return {
    runs: one.runs + other.runs,
    resolution: Math.min(one.resolution, other.resolution),
    overhead: Math.min(one.overhead, other.overhead),
    kinds: [...both, ...others.values()],
  };
}

/** One kind's times, as they are shown. */
export interface CallTimeRow {
  readonly way: CallKind['way'];
  readonly name: string;
  /** In one run. */
  readonly calls: number;
  /** One call; null where the runs made none. */
  readonly each: string;
  /** All calls of a run. */
  readonly all: string;
}

/** The times of some kinds, in their order. Left out is what the timed runs did not do. */
export function callTimeRows(
  { kinds, runs, resolution }: CallTimes,
  shown: readonly Pick<CallKind, 'way' | 'name'>[],
): readonly CallTimeRow[] {
  return shown.flatMap(({ way, name }) => {
    const kind = kinds.find((each) => each.way === way && each.name === name);
    if (!kind) return [];
    const time = callTime(kind, resolution);
    const calls = kind.calls / runs;
    const isLess = time.kind === 'less-than';
    const all = isLess ? time.milliseconds * calls : kind.milliseconds / runs;
    return [{ way, name, calls, each: callTimeInWords(time), all: `${isLess ? '< ' : ''}${timeInWords(all)}` }];
  });
}

/** `12.3 µs`; `about 2.1 µs`, where it is a mean; `less than 5 µs`. */
export function callTimeInWords(time: CallTime): string {
  const words = timeInWords(time.milliseconds);
  return time.kind === 'median' ? words : time.kind === 'mean' ? `about ${words}` : `less than ${words}`;
}

/** What to know of the times. */
export function timingInWords({ runs, resolution, overhead }: CallTimes): string {
  const repeated = runs === 1 ? 'one plain run, not recorded' : `${runs} plain runs, not recorded`;
  return `Times of ${repeated}: main and the scripts, with the same input. The clock’s steps are ${timeInWords(resolution)}; what is faster is told as a mean, or as less than it. Each run is a fresh one, whose first calls are still being compiled. A call’s time holds all that happened in it, and ${timeInWords(overhead)} for each time taken in it.`;
}
