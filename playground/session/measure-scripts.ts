import {
  addReport,
  type Measurement,
  type MeasurePlan,
  type MeasureReport,
  nothingMeasured,
} from '../measure/measurement.ts';
import { measurePatience, type OpenRun, type Outcome, type RunOptions } from './run.ts';

export interface MeasureOptions extends Omit<RunOptions, 'onState' | 'rewritten' | 'scripts'> {
  readonly scripts: readonly { readonly path: string; readonly text: string }[];
  readonly plan: MeasurePlan;
  /** What is measured so far, as often as that changes. */
  readonly onProgress: (measurement: Measurement) => void;
}

export interface Measured {
  readonly measurement: Measurement;
  /** How the last part ended that was run: `main`, a script by its path, or `measure`. */
  readonly what: string;
  readonly outcome: Outcome;
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
): Promise<{ readonly what: string; readonly outcome: Outcome }> {
  const run = await openRun({ ...options, rewritten: false, onState() {} });
  const among = [...scripts];
  const parts = [
    { what: 'main', perform: () => run.start() },
    ...scripts.map(({ path, text }) => ({ what: path, perform: () => run.runJavaScript(text, path, among) })),
  ];
  try {
    for (const { what, perform } of parts) {
      const outcome = await perform();
      if (outcome.status !== 'finished') return { what, outcome };
    }
    return { what: 'measure', outcome: await run.measure(plan, onReport) };
  } finally {
    run.end();
  }
}
