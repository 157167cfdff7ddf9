/** The two ends of a range of values. */
export type Interval = readonly [low: number, high: number];

/** Numbers in ascending order. */
export const ascending = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => a - b);

/**
 * The value below which a share of ascending values lies, between two of them in proportion: type 7 of Hyndman and Fan,
 * "Sample Quantiles in Statistical Packages" (1996). There must be one value at least.
 */
export function quantile(values: readonly number[], share: number): number {
  const position = share * (values.length - 1);
  const below = Math.floor(position);
  const low = values[below] ?? Number.NaN;
  const high = values[Math.min(below + 1, values.length - 1)] ?? Number.NaN;
  return low + (high - low) * (position - below);
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/**
 * An interval that holds the median of what the values were drawn from, with at least 95 % confidence whatever its
 * distribution: two of the ascending values, by their ranks. The ranks come from the binomial distribution: Conover,
 * "Practical Nonparametric Statistics" (1999), 3.2. Null for fewer than six values, which cannot tell.
 */
export function medianInterval(values: readonly number[]): Interval | null {
  const count = values.length;
  // The chance that no more than `rank` of the values lie below the median, each being as likely below as above.
  let chance = 0.5 ** count;
  let upTo = chance;
  if (upTo > outside) return null;
  let rank = 0;
  for (; rank < count / 2; rank++) {
    chance *= (count - rank) / (rank + 1);
    if (upTo + chance > outside) break;
    upTo += chance;
  }
  return [values[rank] ?? Number.NaN, values[count - 1 - rank] ?? Number.NaN];
}

/** What 95 % confidence leaves on each side. */
const outside = 0.025;
