import { useCallback, useEffect, useRef, useState } from 'react';
import { browserName } from '../measure/browser-name.ts';
import { nothingMeasured } from '../measure/measurement.ts';
import type { MeasureResult } from '../panels/measure-panel.tsx';
import { type MeasureOptions, measureScripts } from '../session/measure-scripts.ts';
import type { OpenRun, Outcome } from '../session/run.ts';
import { endingInWords } from './outcome-words.ts';

/** What is measured: a linked program with its input, and the scripts that name its variants. */
export interface MeasuredProgram
  extends Omit<MeasureOptions, 'plan' | 'timeLimit' | 'signal' | 'onOutput' | 'onProgress' | 'onFrame'> {
  /** As the compiler was told: `-O2`; null for a module that was compiled elsewhere. */
  readonly optimisation: string | null;
}

export interface Measuring {
  readonly result: MeasureResult | null;
  /** The one before it, to compare. */
  readonly before: MeasureResult | null;
  readonly isMeasuring: boolean;
  measure(millisecondsEach: number): Promise<void>;
  stop(): void;
}

/** Milliseconds that `main` and each script may take. */
const timeLimit = 60_000;
/** Milliseconds between pictures while it goes on: drawing takes time from what is measured. */
const betweenPictures = 250;
/** Characters of output that are kept. */
const mostOutput = 5_000;

const nothingYet: MeasureResult = {
  measurement: nothingMeasured,
  plan: { millisecondsEach: 0, leftOut: [] },
  conditions: { engine: '', optimisation: null },
  ending: null,
  printed: '',
};

/**
 * Measures a program's variants in a sandbox of their own, whatever else runs. `prepare` makes the program; it returns null
 * when there is none. Used by the lab; a page that shows times measured in its reader's browser uses it with `MeasurePanel`.
 */
export function useMeasuring(
  openRun: OpenRun,
  prepare: (signal: AbortSignal) => Promise<MeasuredProgram | null>,
): Measuring {
  const [shown, setShown] = useState<Pick<Measuring, 'result' | 'before' | 'isMeasuring'>>({
    ...{ result: null, before: null, isMeasuring: false },
  });
  const stopper = useRef(new AbortController());
  useEffect(() => () => stopper.current.abort(), []);

  const measure = useCallback(
    async (millisecondsEach: number) => {
      stopper.current.abort();
      stopper.current = new AbortController();
      const { signal } = stopper.current;
      const plan = { millisecondsEach, leftOut: [] };
      setShown((last) => ({ ...last, isMeasuring: true }));
      let result: MeasureResult = { ...nothingYet, plan };
      let next = 0;
      const show = (change: Partial<MeasureResult>, isLast: boolean) => {
        result = { ...result, ...change };
        if (!isLast && performance.now() < next) return;
        next = performance.now() + betweenPictures;
        setShown((last) => ({ ...last, result }));
      };
      try {
        const program = await prepare(signal);
        if (!program || signal.aborted) return;
        const { optimisation, ...options } = program;
        setShown(({ result: last, before }) => ({
          before: last && last.measurement.variants.length > 0 ? last : before,
          ...{ result, isMeasuring: true },
        }));
        show({ conditions: { engine: browserName(navigator.userAgent), optimisation } }, true);
        const { measurement, what, outcome } = await measureScripts(openRun, {
          ...options,
          ...{ plan, timeLimit, signal },
          onOutput: (_stream, text) => show({ printed: (result.printed + text).slice(0, mostOutput) }, false),
          onProgress: (measured) => show({ measurement: measured }, false),
        });
        show({ measurement, ending: endOf(what, outcome, measurement.variants.length) }, true);
      } catch (error) {
        show({ ending: `It could not be measured: ${error instanceof Error ? error.message : String(error)}` }, true);
      } finally {
        if (stopper.current.signal === signal) setShown((last) => ({ ...last, isMeasuring: false }));
      }
    },
    [openRun, prepare],
  );
  const stop = useCallback(() => stopper.current.abort(), []);
  return { ...shown, measure, stop };
}

function endOf(what: string, outcome: Outcome, count: number): string {
  if (outcome.status === 'stopped' && outcome.by === 'learner') return 'Stopped. What was measured until then is kept.';
  if (outcome.status !== 'finished') return endingInWords({ what, outcome });
  if (count === 0) return 'No script calls measure: there is nothing to compare.';
  return count === 1 ? '1 variant was measured.' : `${count} variants were measured.`;
}
