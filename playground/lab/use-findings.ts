import { useNewest } from '../panels/use-newest.ts';
import type { Finding } from '../trace/trace.ts';
import type { LabState } from './lab-state.ts';

/**
 * The findings of the whole run, wherever one stands in it; null where nothing was recorded, and from a new request on
 * until a moment of it is there: those of the run before say nothing about it.
 */
export function useFindings({ travel, moment }: Pick<LabState, 'travel' | 'moment'>): readonly Finding[] | null {
  const trace = moment && travel ? travel.trace : null;
  const findings = useNewest(trace && (() => trace.findings()), [trace]);
  return trace && findings;
}
