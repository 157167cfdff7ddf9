import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Run } from '../session/run.ts';
import { TimeTravel } from '../view-model/time-travel.ts';
import type { LabEvent, LabState } from './lab-state.ts';

/** Milliseconds after which a page that is not drawn counts as drawn. */
const longestFrame = 100;

/** Takes over what the live run recorded, as the way through it that the lab shows. */
export function useRecording(
  run: RefObject<Run | null>,
  latest: RefObject<LabState>,
  dispatch: (event: LabEvent) => void,
): {
  /** Shows what was recorded until now: its end, or the same step as before. */
  record(to: 'end' | 'stay'): Promise<void>;
} {
  const isAsking = useRef(false);
  const record = useCallback(
    async (to: 'end' | 'stay'): Promise<void> => {
      const live = run.current;
      if (!live || isAsking.current) return;
      isAsking.current = true;
      // Whatever went wrong with the recording: the run itself has been told.
      const trace = await live.trace().catch(() => null);
      isAsking.current = false;
      if (run.current !== live || latest.current.activity !== 'idle') return;
      const before = latest.current.travel;
      const step = before?.position().step ?? 0;
      const stays = before !== null && to === 'stay' && step < before.trace.steps;
      const surroundings = {
        onMoment: (moment: LabState['moment'] & {}) => dispatch({ kind: 'arrived', moment }),
        onProblem: (text: string) => dispatch({ kind: 'printed', line: { stream: 'note', text } }),
        nextFrame,
      };
      const travel = trace && new TimeTravel(trace, surroundings, stays ? step : trace.steps);
      dispatch({ kind: 'recorded', travel });
    },
    [run, latest, dispatch],
  );
  const { travel } = latest.current;
  useEffect(() => () => travel?.end(), [travel]);
  return { record };
}

const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
    setTimeout(resolve, longestFrame);
  });
