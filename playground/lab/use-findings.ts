import { useNewest } from '../panels/use-newest.ts';
import type { Finding, Trace } from '../trace/trace.ts';

/** The findings of the whole run, wherever one stands in it; null where nothing was recorded. */
export function useFindings(trace: Trace | null): readonly Finding[] | null {
  const ask = trace && (async () => (await trace.at(trace.steps)).findings);
  return useNewest(ask, [trace]);
}
