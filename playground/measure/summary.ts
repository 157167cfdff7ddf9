import type { MeasuredVariant, Measurement, Sample } from './measurement.ts';
import { ascending, type Interval, median, medianInterval, quantile } from './statistics.ts';

/** What the samples of a variant say. Times are milliseconds a call. */
export interface Times {
  readonly median: number;
  /** Of the median, with 95 % confidence; null for too few samples. */
  readonly interval: Interval | null;
  /** The middle half of the samples. */
  readonly quartiles: Interval;
  /** All but the lowest and the highest twentieth of them. */
  readonly whiskers: Interval;
  readonly callsPerSecond: number;
  readonly bytesPerSecond: number | null;
  readonly itemsPerSecond: number | null;
}

/** How a variant stands beside the one with the smallest median. */
export type Comparison =
  | { readonly kind: 'fastest' }
  /** `ratio`: the median of its times over the other's, round by round. */
  | { readonly kind: 'slower' | 'no-difference'; readonly ratio: number; readonly interval: Interval }
  | { readonly kind: 'too-few'; readonly ratio: number };

export interface Row {
  readonly variant: MeasuredVariant;
  /** Null before its first sample. */
  readonly times: Times | null;
  /** Null where there is nothing to compare. */
  readonly comparison: Comparison | null;
}

/** A row for each variant, in the order in which scripts name them. */
export function summarise({ variants }: Measurement): readonly Row[] {
  const rows = variants.map((variant) => ({ variant, times: timesOf(variant) }));
  const fastest = rows
    .filter(({ times }) => times !== null)
    .reduce<(typeof rows)[number] | null>(
      (best, row) => (best && (best.times?.median ?? 0) <= (row.times?.median ?? 0) ? best : row),
      null,
    );
  return rows.map(({ variant, times }) => ({
    variant,
    times,
    comparison: times && fastest?.times ? compare({ variant, times }, { ...fastest, times: fastest.times }) : null,
  }));
}

const perCall = ({ calls, milliseconds }: Sample): number => milliseconds / calls;

function timesOf({ samples, bytes, items }: MeasuredVariant): Times | null {
  if (samples.length === 0) return null;
  const values = ascending(samples.map(perCall));
  const middle = median(values);
  const callsPerSecond = 1000 / middle;
  return {
    median: middle,
    interval: medianInterval(values),
    quartiles: [quantile(values, 0.25), quantile(values, 0.75)],
    whiskers: [quantile(values, 0.05), quantile(values, 0.95)],
    callsPerSecond,
    bytesPerSecond: bytes === null ? null : bytes * callsPerSecond,
    itemsPerSecond: items === null ? null : items * callsPerSecond,
  };
}

interface Timed {
  readonly variant: MeasuredVariant;
  readonly times: Times;
}

/**
 * What disturbs the machine for a while disturbs both samples of a round, so ratios are taken round by round. There is
 * no difference to see where the interval of the ratio holds 1. (The medians' own intervals may overlap all the same: what
 * disturbs both widens both.)
 */
function compare(one: Timed, fastest: Timed): Comparison {
  if (one.variant === fastest.variant) return { kind: 'fastest' };
  const ratios = ascending(ratiosOf(one.variant, fastest.variant));
  if (ratios.length === 0) return { kind: 'too-few', ratio: one.times.median / fastest.times.median };
  const ratio = median(ratios);
  const interval = medianInterval(ratios);
  if (!interval) return { kind: 'too-few', ratio };
  return { kind: interval[0] <= 1 && 1 <= interval[1] ? 'no-difference' : 'slower', ratio, interval };
}

function ratiosOf(one: MeasuredVariant, other: MeasuredVariant): readonly number[] {
  const others = new Map(other.samples.map((sample) => [sample.round, perCall(sample)]));
  return one.samples.flatMap((sample) => {
    const beside = others.get(sample.round) ?? 0;
    return beside > 0 ? [perCall(sample) / beside] : [];
  });
}
