import { useEffect } from 'react';
import { atCode } from '../view-model/breakpoints.ts';
import type { Lab } from './use-lab.ts';

/** Moves stops to lines that have code, as debuggers do, once a run was recorded: on others nothing would ever stop. */
export function useStopsAtCode({ state, setBreakpoints }: Lab): void {
  const { travel, breakpoints, editedSinceRun } = state;
  useEffect(() => {
    const paths = new Set(breakpoints.flatMap((each) => (each.kind === 'line' ? [each.path] : [])));
    const asRun = [...paths].filter((path) => !editedSinceRun.includes(path));
    if (!travel || asRun.length === 0) return;
    let isCurrent = true;
    const find = async () => {
      let moved = breakpoints;
      for (const path of asRun) moved = atCode(moved, path, await travel.trace.codeLines(path));
      if (isCurrent && moved !== breakpoints) setBreakpoints(moved);
    };
    // What cannot be asked of the recording leaves the stops where they are.
    find().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [travel, breakpoints, editedSinceRun]);
}
