import {
  addReport,
  type Measurement,
  type MeasurePlan,
  type MeasureReport,
  nothingMeasured,
} from '../measure/measurement.ts';
import { measurePatience, type OpenRun, type Outcome, type RunOptions } from './run.ts';
import { type Ended, runAll } from './run-all.ts';

export interface MeasureOptions extends Omit<RunOptions, 'onState' | 'rewritten' | 'scripts'> {
  readonly scripts: readonly { readonly path: string; readonly text: string }[];
  readonly plan: MeasurePlan;
  /** What is measured so far, as often as that changes. */
  readonly onProgress: (measurement: Measurement) => void;
}

/** How the last part ended that was run: `measure`, where all else went well. */
export interface Measured extends Ended {
  readonly measurement: Measurement;
}

/**
 * Runs a program as the linker wrote it, `main` and then its scripts, and measures the variants that these give to
 * `measure`. A variant whose call never returns can only be stopped with all else: it is left out, and the others are
 * measured once more from the beginning. What the program does wrong is an outcome; what was measured until then is kept.
 */
export async function measureScripts(openRun: OpenRun, options: MeasureOptions): Promise<Measured> {
  let measurement = nothingMeasured;
  const leftOut = [...options.plan.leftOut];
  for (;;) {
    const { what, outcome } = await attempt(openRun, { ...options, plan: { ...options.plan, leftOut } }, (report) => {
      measurement = addReport(measurement, report);
      options.onProgress(measurement);
    });
    const { running } = measurement;
    const isStuck = what === 'measure' && outcome.status === 'stopped' && outcome.by === 'time-limit';
    if (!isStuck || running === null || leftOut.includes(running)) return { measurement, what, outcome };
    const problem = { kind: 'never-returned', seconds: measurePatience / 1000 } as const;
    measurement = addReport(measurement, { kind: 'left-out', variant: running, problem });
    options.onProgress(measurement);
    leftOut.push(running);
    const isLast = leftOut.length >= measurement.variants.length;
    if (isLast) return { measurement, what, outcome: finished };
  }
}

const finished: Outcome = { status: 'finished', exitCode: null, result: null };

async function attempt(
  openRun: OpenRun,
  { scripts, plan, onProgress: _, ...options }: MeasureOptions,
  onReport: (report: MeasureReport) => void,
): Promise<Ended> {
  const run = await openRun({ ...options, rewritten: false, onState() {} });
  try {
    const ended = await runAll(run, scripts);
    return ended ?? { what: 'measure', outcome: await run.measure(plan, onReport) };
  } finally {
    run.end();
  }
}
