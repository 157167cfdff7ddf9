import type { BoundaryHistory } from './crossings.ts';
import type { CodePlace } from './memory-state.ts';
import { learnersPath, type RunFacts } from './moment-of.ts';
import type { RawSite } from './raw-events.ts';
import type { ReplayEngine } from './replay-engine.ts';
import { placeOfSite } from './script-frames.ts';

/** What crossed the boundary in a run of so many steps, with the lines that did it: of a script, or of the program. */
export function boundaryOf(engine: ReplayEngine, facts: RunFacts, steps: number): BoundaryHistory {
  let sites: readonly RawSite[] | null = null;
  const inProgram = (step: number): CodePlace | null => {
    if (step >= engine.steps) return null; // it was not recorded
    sites ??= engine.sites();
    for (const { steps } of engine.list(step, step + 1, ['steps'])) {
      const site = sites[steps?.[0]?.[0] ?? -1];
      if (site && site[1] > 0) return { path: learnersPath(site[0]), line: site[1], column: site[2] };
    }
    return null;
  };
  const inScript = (step: number, line: number): CodePlace => {
    const { script } = facts;
    const last = script?.history.momentAt(step) ?? -1;
    // Statements of several scripts may take turns: the last one at this line is the one.
    for (let moment = last; script && moment >= 0 && moment > last - 8; moment--) {
      const place = placeOfSite(script, script.history.siteAt(moment));
      if (place?.line === line) return place;
    }
    return { path: facts.scriptPath, line, column: 0 };
  };
  const placeAt = (made: number, line: number) => {
    const step = Math.max(0, made - 1);
    return line > 0 ? inScript(step, line) : inProgram(step);
  };
  return facts.crossings?.tell(steps, placeAt) ?? { parts: [], isFull: false };
}
