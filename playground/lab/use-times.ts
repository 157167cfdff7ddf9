import { type RefObject, useCallback } from 'react';
import type { OpenRun } from '../session/run.ts';
import { timeCalls } from '../session/time-calls.ts';
import type { LabProgram } from './lab-program.ts';
import { type LabEvent, type LabState, shownFiles, splitArguments } from './lab-state.ts';
import { type CallTiming, useCallTimes } from './use-call-times.ts';
import { type MeasuredProgram, type Measuring, useMeasuring } from './use-measuring.ts';

/** What takes times of the program as it stands in the editors: in runs of their own, which are not recorded. */
export interface Times {
  /** Times of the recorded run's calls. */
  readonly callTimes: CallTiming;
  /** Times of the scripts' variants, taken in a sandbox of its own, whatever runs beside. */
  readonly measuring: Measuring;
}

/** Milliseconds after which a forgotten run is stopped. */
const timeLimit = 60_000;

/** Takes times when they are asked for. `moduleBytes` links the program, or gives null where that fails and tells why itself. */
export function useTimes(
  program: LabProgram,
  openRun: OpenRun,
  state: LabState,
  latest: RefObject<LabState>,
  moduleBytes: (signal: AbortSignal) => Promise<Uint8Array | null>,
  dispatch: (event: LabEvent) => void,
): Times {
  const prepare = useCallback(
    async (signal: AbortSignal): Promise<MeasuredProgram | null> => {
      try {
        const wasm = await moduleBytes(signal);
        if (!wasm) return null;
        const { argumentLine, input, inputEnds, buffer, module, settings } = latest.current;
        const { files, scripts } = shownFiles(latest.current);
        return {
          ...{ wasm, files, scripts, input, inputEnds, buffer },
          arguments: splitArguments(argumentLine),
          runsWithMissing: module !== null,
          optimisation: module ? null : `-${settings.optimisation}`,
        };
      } finally {
        dispatch({ kind: 'activity', activity: 'idle' });
      }
    },
    [moduleBytes],
  );
  const timeAll = useCallback(
    async (signal: AbortSignal) => {
      const prepared = await prepare(signal);
      const calls = latest.current.module ? [] : program.calls;
      return prepared && timeCalls(openRun, { ...prepared, calls, timeLimit, signal });
    },
    [prepare, openRun, program],
  );
  return {
    callTimes: useCallTimes(state.travel?.trace ?? null, timeAll),
    measuring: useMeasuring(openRun, prepare),
  };
}
