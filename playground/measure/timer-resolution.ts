/** Steps of the clock that are looked at; calls of it after which nothing more is waited for. */
const steps = 20;
const mostCalls = 2_000_000;

/**
 * The smallest step of a clock, in its own unit: browsers coarsen theirs to 0.005, 0.1 or 1 ms. To be called where
 * nobody else runs: it waits for the clock to go on.
 */
export function timerResolution(now: () => number): number {
  let smallest = Number.POSITIVE_INFINITY;
  let seen = 0;
  let last = now();
  for (let call = 0; call < mostCalls && seen < steps; call++) {
    const time = now();
    if (time <= last) continue;
    if (time - last < smallest) smallest = time - last;
    last = time;
    seen++;
  }
  return seen === 0 ? 1 : smallest;
}
