import { useCallback, useEffect, useRef, useState } from 'react';
import type { ShownTimes } from '../panels/boundary-times.tsx';
import type { TimedCalls } from '../session/time-calls.ts';
import type { Trace } from '../trace/trace.ts';
import { endingInWords } from './outcome-words.ts';

/** What is shown of times, and what takes them. */
export interface CallTiming {
  readonly shown: ShownTimes;
  readonly time: () => void;
}

const nothing: ShownTimes = { times: null, runs: [], isTiming: false, problem: '' };

/** The times of a recorded run's calls, when they are asked for. Another run has none yet. `timeCalls` gives null when there is nothing to run. */
export function useCallTimes(
  trace: Trace | null,
  timeCalls: (signal: AbortSignal) => Promise<TimedCalls | null>,
): CallTiming {
  const [shown, setShown] = useState<{ readonly of: Trace | null; readonly what: ShownTimes }>({
    ...{ of: null, what: nothing },
  });
  const stopper = useRef(new AbortController());
  useEffect(() => () => stopper.current.abort(), [trace]);
  const time = useCallback(async () => {
    stopper.current = new AbortController();
    const { signal } = stopper.current;
    const show = (what: ShownTimes) => signal.aborted || setShown({ of: trace, what });
    show({ ...nothing, isTiming: true });
    try {
      const timed = await timeCalls(signal);
      const problem = timed?.ended ? endingInWords(timed.ended) : '';
      show({ times: timed?.times ?? null, runs: timed?.runs ?? [], isTiming: false, problem });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      show({ ...nothing, problem: `The calls could not be timed: ${message}` });
    }
  }, [trace, timeCalls]);
  return { shown: shown.of === trace ? shown.what : nothing, time: () => void time() };
}
