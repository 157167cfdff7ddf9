import { useCallback, useEffect } from 'react';
import { usualValues } from '../../playground/files/project.ts';
import { type MeasuredProgram, useMeasuring } from '../../playground/lab/use-measuring.ts';
import type { LessonProgram } from '../../playground/lesson/program.ts';
import { measureLimits } from '../../playground/measure/measurement.ts';
import { MeasurePanel } from '../../playground/panels/measure-panel.tsx';
import { labServices } from '../app/lab-services.ts';

interface MeasuredHereProps {
  readonly program: LessonProgram;
  readonly onShowLine: (path: string, line: number) => void;
}

/** Measures a lesson's program as it was written, at once and whenever it is asked to. Loaded when it is first wanted. */
export default function MeasuredHere({ program, onShowLine }: MeasuredHereProps) {
  const prepare = useCallback(() => prepared(program), [program]);
  const { result, before, isMeasuring, measure, stop } = useMeasuring(labServices().openRun, prepare);
  useEffect(() => void measure(measureLimits.usual), [measure]);
  return (
    <MeasurePanel
      {...{ result, before, isMeasuring, onShowLine }}
      isBusy={false}
      onMeasure={(millisecondsEach) => void measure(millisecondsEach)}
      onStop={stop}
    />
  );
}

async function prepared({
  wasm,
  files,
  javascript,
  input,
  settings,
  ...program
}: LessonProgram): Promise<MeasuredProgram | null> {
  if (wasm === null || javascript === null) return null;
  return {
    wasm: await labServices().fetchModule(wasm),
    files,
    scripts: [javascript],
    ...{ input, inputEnds: true, buffer: usualValues.buffer },
    arguments: program.arguments,
    runsWithMissing: false,
    optimisation: `-${settings.optimisation}`,
  };
}
