import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Run } from '../session/run.ts';
import type { Moment } from '../trace/trace.ts';
import { TimeTravel } from '../view-model/time-travel.ts';
import type { LabEvent, LabState } from './lab-state.ts';

/** Milliseconds after which a page that is not drawn counts as drawn. */
const longestFrame = 100;
/** Milliseconds between requests in which what timers do is gathered. */
const gathering = 300;

interface Recording {
  /** Shows the end of what was recorded until now. */
  record(): Promise<void>;
  /** Something happened between requests: adds it, and stays at the step that is shown. */
  recordSoon(): void;
}

/** Takes over what the live run recorded, as the way through it that the lab shows. */
export function useRecording(
  run: RefObject<Run | null>,
  latest: RefObject<LabState>,
  dispatch: (event: LabEvent) => void,
): Recording {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const take = useCallback(
    async (to: 'end' | 'same-step'): Promise<void> => {
      clearTimeout(timer.current);
      timer.current = undefined;
      const live = run.current;
      // What goes wrong with the recording leaves the run as it is: then there is nothing to go through.
      const trace = (await live?.trace().catch(() => null)) ?? null;
      if (run.current !== live || latest.current.activity !== 'idle') return;
      const before = latest.current.travel;
      const step = before?.position().step ?? 0;
      const stays = before !== null && to === 'same-step' && step < before.trace.steps;
      const surroundings = {
        onMoment: (moment: Moment) => dispatch({ kind: 'arrived', moment }),
        onProblem: (text: string) => dispatch({ kind: 'printed', line: { stream: 'note', text } }),
        nextFrame,
      };
      const travel = trace && new TimeTravel(trace, surroundings, stays ? step : trace.steps);
      // A key that was pressed meanwhile is not lost.
      if (travel) before?.goOnIn(travel);
      dispatch({ kind: 'recorded', travel });
    },
    [run, latest, dispatch],
  );
  const { travel } = latest.current;
  useEffect(() => () => travel?.end(), [travel]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const record = useCallback(() => take('end'), [take]);
  const recordSoon = useCallback(() => {
    timer.current ??= setTimeout(() => void take('same-step'), gathering);
  }, [take]);
  return { record, recordSoon };
}

const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
    setTimeout(resolve, longestFrame);
  });
