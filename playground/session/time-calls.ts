import { addCallTimes, type CallTimes } from '../measure/call-times.ts';
import type { OpenRun, RunOptions, SourceText } from './run.ts';
import { type Ended, runAll } from './run-all.ts';

export interface TimeOptions extends Omit<RunOptions, 'onState' | 'rewritten' | 'timesCalls' | 'scripts' | 'onOutput'> {
  readonly scripts: readonly SourceText[];
  readonly calls: readonly { readonly name: string; readonly arguments: readonly string[] }[];
}

export interface TimedCalls {
  /** Null where no run came to its end. */
  readonly times: CallTimes | null;
  /** The same, run by run. */
  readonly runs: readonly CallTimes[];
  /** What ended a run before its end; null when nothing did. */
  readonly ended: Ended | null;
}

/** Milliseconds after which no other run is begun, and runs in them at most. */
const patience = 1_500;
const mostRuns = 30;

/**
 * Runs a program as the linker wrote it, again and again, each time in a sandbox of its own and with the same input, and takes
 * the time of each call over the boundary.
 */
export async function timeCalls(openRun: OpenRun, options: TimeOptions): Promise<TimedCalls> {
  const { scripts, calls, ...rest } = options;
  const until = performance.now() + patience;
  const runs: CallTimes[] = [];
  let ended: Ended | null = null;
  for (let count = 0; count < mostRuns && !ended && !options.signal.aborted; count++) {
    if (count > 0 && performance.now() > until) break;
    const run = await openRun({ ...rest, scripts: scripts.map(({ text }) => text), ...plain });
    try {
      ended = await runAll(run, scripts, calls);
      const taken = await run.callTimes();
      if (taken) runs.push(taken);
    } finally {
      run.end();
    }
  }
  return { times: runs.reduce<CallTimes | null>(addCallTimes, null), runs, ended };
}

const plain = { rewritten: false, timesCalls: true, onState() {}, onOutput() {} };
