import { countUntil } from './ascending.ts';
import type { RunFacts } from './moment-of.ts';
import type { Destination, EngineOverview, Overview } from './trace.ts';

/** Whether one wants to go where something crosses the boundary: no engine knows that. */
export const isCrossing = (to: Destination): boolean => to.kind === 'event' && to.event === 'crossing';

/** The steps at which something crosses it, as far as the recording of a run tells. */
export const crossingSteps = ({ facts, steps }: { readonly facts: RunFacts; readonly steps: number }) =>
  facts.crossings?.steps(steps) ?? [];

/** The nearest of these steps, in order, after or before one. */
export function nearestStep(steps: readonly number[], from: number, forward: boolean): number | null {
  if (forward) return steps[countUntil(steps, from)] ?? null;
  return steps[countUntil(steps, from - 1) - 1] ?? null;
}

/** An overview of what the engine recorded, and of crossings that begin at these steps. */
export function withCrossings(overview: EngineOverview, steps: readonly number[], all: number): Overview {
  const crossing = new Array<number>(overview.depths.length).fill(0);
  for (const step of steps) {
    const bucket = Math.min(crossing.length - 1, Math.floor((step * crossing.length) / Math.max(1, all)));
    crossing[bucket] = (crossing[bucket] ?? 0) + 1;
  }
  return { ...overview, events: { ...overview.events, crossing } };
}
